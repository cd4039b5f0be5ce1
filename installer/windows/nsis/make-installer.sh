#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
#
# Makes the installer for Windows from a folder that holds what is to be installed.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../../.." && pwd)
# shellcheck source=cmake/scripts/packages.sh
. "$root/cmake/scripts/packages.sh"

usage() {
    case "$session_language" in
        fr*) cat <<'END' ;;
usage : make-installer.sh --stage DOSSIER --output FICHIER [--version VERSION] [--icon FICHIER]

Fait l'installateur pour Windows (NSIS) de ce que contient DOSSIER : client, console et server, chacun complet (stage.sh).
Ce que plusieurs ont n'y est qu'une fois. Le même dossier donne, octet par octet, le même installateur.

  --version VERSION  d'ordinaire celle de CMakeLists.txt ; trois nombres
  --icon FICHIER     icône (.ico) ; d'ordinaire faite ici à partir du dessin
END
        *) cat <<'END' ;;
usage: make-installer.sh --stage FOLDER --output FILE [--version VERSION] [--icon FILE]

Makes the installer for Windows (NSIS) of what FOLDER contains: client, console and server, each complete (stage.sh). What
several of them have is in it once. The same folder gives, byte by byte, the same installer.

  --version VERSION  usually that of CMakeLists.txt; three numbers
  --icon FILE        icon (.ico); usually made here from the drawing
END
    esac
}

stage=
output=
version=
icon=
while [ $# -gt 0 ]; do
    case "$1" in
        --stage | --output | --version | --icon)
            [ $# -ge 2 ] || fail "$1 needs a value." "$1 demande une valeur."
            declare "${1#--}=$2"
            shift
            ;;
        -h | --help)
            usage
            exit 0
            ;;
        *)
            usage >&2
            exit 2
            ;;
    esac
    shift
done
if [ -z "$stage" ] || [ -z "$output" ]; then
    usage >&2
    exit 2
fi
for program in makensis rsvg-convert icotool convert; do
    command -v $program >/dev/null || fail "$program is missing (packages nsis, librsvg2-bin, icoutils, imagemagick)." \
        "Il manque $program (paquets nsis, librsvg2-bin, icoutils, imagemagick)."
done
for program in client/salon.exe console/salon-console.exe server/salon-server.exe; do
    [ -s "$stage/$program" ] || fail "There is no $program in $stage." "Il n'y a pas de $program dans $stage."
done
[ -n "$version" ] || version=$(sed -n 's/^project(Salon VERSION \([0-9.]*\).*/\1/p' "$root/CMakeLists.txt")
[[ $version =~ ^[0-9]+\.[0-9]+\.[0-9]+$ ]] || fail "\"$version\" is no version of three numbers." \
    "« $version » n'est pas une version à trois nombres."
stage=$(cd "$stage" && pwd)
mkdir -p "$(dirname "$output")"
output=$(cd "$(dirname "$output")" && pwd)/$(basename "$output")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if [ -z "$icon" ]; then
    icon=$work/salon.ico
    bitmaps=()
    for size in 16 20 24 32 40 48 64 256; do
        rsvg-convert --width=$size --height=$size --output "$work/$size.png" "$root/resources/app-icon/salon.svg"
        [ $size = 256 ] && bitmaps+=("--raw=$work/$size.png") || bitmaps+=("$work/$size.png")
    done
    icotool --create --output "$icon" "${bitmaps[@]}"
fi

programs=(client console server)

# Which section a file belongs to: its program's, or the common one when several programs have it.
section_of() { # PATH
    local program section=
    for program in "${programs[@]}"; do
        [ -f "$stage/$program/$1" ] || continue
        [ -z "$section" ] || section=Common
        [ -n "$section" ] || section=${program^}
    done
    echo "$section"
}

source_of() { # PATH
    local program
    for program in "${programs[@]}"; do
        [ ! -f "$stage/$program/$1" ] || break
    done
    echo "$stage/$program/$1"
}

rsvg-convert --output "$work/side.png" "$here/side.svg"
convert "$work/side.png" -strip -type TrueColor "BMP3:$work/side.bmp"

# The list of files as NSIS reads it: one macro per section, files in a fixed order.
list=$work/stage.nsh
files=$(for program in "${programs[@]}"; do find "$stage/$program" -type f -printf '%P\n'; done | LC_ALL=C sort -u)
case "$files" in
    *[!\ -~$'\n']* | *[\"\$\`\\:]*) fail "A file in $stage has a name that no installer should have." \
        "Un fichier de $stage porte un nom qu'aucun installateur ne devrait avoir." ;;
esac
for section in Common Client Console Server; do
    echo "!macro Stage$section"
    previous=
    while IFS= read -r file; do
        [ "$(section_of "$file")" = $section ] || continue
        folder=$(dirname "$file")
        folder=${folder//\//\\}
        if [ "$folder" != "$previous" ]; then
            if [ "$folder" = . ]; then
                # shellcheck disable=SC2016 # for NSIS
                echo '  SetOutPath "$INSTDIR\.new"'
            else
                echo "  SetOutPath \"\$INSTDIR\\.new\\$folder\""
            fi
            previous=$folder
        fi
        echo "  File \"$(source_of "$file")\""
        # shellcheck disable=SC2016
        printf '  FileWrite $list "%s$\\r$\\n"\n' "${file//\//\\}"
    done <<<"$files"
    echo "!macroend"
done >"$list"

say "Making $output (version $version)…" "Création de $output (version $version)…"
makensis -V2 -WX -NOCD -INPUTCHARSET UTF8 "-DVERSION=$version" "-DOUTPUT=$work/salon.exe" "-DICON=$icon" "-DSTAGE=$list" "-DSIDE=$work/side.bmp" \
    "-X!cd \"$here\"" "$here/salon.nsi" >"$work/makensis.log" 2>&1 || {
    cat "$work/makensis.log" >&2
    fail "makensis failed; its words are above." "makensis a échoué ; ses mots sont au-dessus."
}
mv "$work/salon.exe" "$output" # whole, or not at all
say "$(basename "$output"): $(stat -c %s "$output") bytes." "$(basename "$output") : $(stat -c %s "$output") octets."
