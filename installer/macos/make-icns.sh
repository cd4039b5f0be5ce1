#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
#
# make-icns.sh DRAWING.svg OUTPUT.icns: the icon of the bundle in all its sizes, rendered from the drawing. With
# iconutil on macOS, with png2icns (icnsutils) elsewhere, which leaves the doubled sizes out.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.." || exit 1
root=$PWD
cd "$OLDPWD"
. "$root/cmake/scripts/packages.sh"

if [ "${1:-}" = --help ] || [ $# -ne 2 ]; then
    echo "usage: make-icns.sh DRAWING.svg OUTPUT.icns"
    [ "${1:-}" = --help ] && exit 0
    exit 2
fi
drawing=$1
output=$2
[ -f "$drawing" ] || fail "There is no drawing $drawing." "Le dessin $drawing n'existe pas."
command -v rsvg-convert >/dev/null || fail "rsvg-convert was not found (Homebrew: librsvg; Debian: librsvg2-bin)." \
    "rsvg-convert est introuvable (Homebrew : librsvg ; Debian : librsvg2-bin)."

folder=$(mktemp -d "${TMPDIR:-/tmp}/salon-icns.XXXXXX")
trap 'rm -rf "$folder"' EXIT
render() { # SIZE FILE
    rsvg-convert --width="$1" --height="$1" --output "$2" "$drawing"
}

if command -v iconutil >/dev/null; then
    set="$folder/salon.iconset"
    mkdir "$set"
    for size in 16 32 128 256 512; do
        render $size "$set/icon_${size}x$size.png"
        render $((size * 2)) "$set/icon_${size}x$size@2x.png"
    done
    iconutil --convert icns --output "$output" "$set"
elif command -v png2icns >/dev/null; then
    pictures=()
    for size in 16 32 48 128 256 512 1024; do
        render $size "$folder/$size.png"
        pictures+=("$folder/$size.png")
    done
    png2icns "$output" "${pictures[@]}" >/dev/null
else
    fail "Neither iconutil (macOS) nor png2icns (Debian: icnsutils) was found." \
        "Ni iconutil (macOS) ni png2icns (Debian : icnsutils) n'a été trouvé."
fi
