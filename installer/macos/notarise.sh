#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
#
# Makes the disk image of the desktop client that other people's Macs open: installs the bundle from a build, signs it
# with a Developer ID, has Apple notarise the image, and staples the answer to it. Not run on a Mac so far.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
. "$root/cmake/scripts/packages.sh"

usage() {
    cat <<'END'
usage: installer/macos/notarise.sh [--check] BUILD_FOLDER [OUTPUT_FOLDER]

Needs macOS with Xcode's command line tools, a finished build of the desktop client, and

  SALON_MACOS_IDENTITY  the signature, "Developer ID Application: NAME (TEAM)", whose key is in a keychain here
  SALON_MACOS_PROFILE   the name under which `xcrun notarytool store-credentials NAME` keeps the Apple account

The image goes to OUTPUT_FOLDER (default: build/packages).

  --check   say only whether everything is there
  --help    show this text
END
}

only_check=no
case "${1:-}" in
    -h | --help) usage && exit 0 ;;
    --check) only_check=yes && shift ;;
esac
if [ $# -lt 1 ] || [ $# -gt 2 ]; then
    usage >&2
    exit 2
fi
build=$1
output=${2:-$root/build/packages}

# Everything that is missing, at once.
lacking=0
lacks() {
    say "- $1" "- $2"
    lacking=$((lacking + 1))
}
if [ "$(uname)" != Darwin ]; then
    lacks "This is $(uname); Apple's signing tools exist on macOS only." \
        "Ceci est $(uname) ; les outils de signature d'Apple n'existent que sur macOS."
else
    for tool in codesign hdiutil otool xcrun ditto; do
        command -v $tool >/dev/null ||
            lacks "$tool was not found: xcode-select --install" "$tool est introuvable : xcode-select --install"
    done
    xcrun --find notarytool >/dev/null 2>&1 ||
        lacks "notarytool was not found: Xcode 13 or newer is needed." "notarytool est introuvable : il faut Xcode 13 ou plus récent."
fi
[ -f "$build/CMakeCache.txt" ] ||
    lacks "$build is no build folder: cmake --preset release && cmake --build --preset release" \
        "$build n'est pas un dossier de compilation : cmake --preset release && cmake --build --preset release"
if [ -z "${SALON_MACOS_IDENTITY:-}" ]; then
    lacks "SALON_MACOS_IDENTITY is not set: \"Developer ID Application: NAME (TEAM)\", of a member of the Apple Developer Program." \
        "SALON_MACOS_IDENTITY n'est pas défini : « Developer ID Application: NOM (ÉQUIPE) », d'un membre de l'Apple Developer Program."
elif [ "${SALON_MACOS_IDENTITY#Developer ID Application: }" = "$SALON_MACOS_IDENTITY" ]; then
    lacks "SALON_MACOS_IDENTITY is no \"Developer ID Application\": Apple notarises nothing else that is given away by oneself." \
        "SALON_MACOS_IDENTITY n'est pas un « Developer ID Application » : Apple ne notarise rien d'autre hors de l'App Store."
elif command -v security >/dev/null && ! security find-identity -v -p codesigning | grep -F "$SALON_MACOS_IDENTITY" >/dev/null; then
    lacks "No keychain here has the key of \"$SALON_MACOS_IDENTITY\"." \
        "Aucun trousseau ici n'a la clé de « $SALON_MACOS_IDENTITY »."
fi
if [ -z "${SALON_MACOS_PROFILE:-}" ]; then
    lacks "SALON_MACOS_PROFILE is not set: the name given to xcrun notarytool store-credentials." \
        "SALON_MACOS_PROFILE n'est pas défini : le nom donné à xcrun notarytool store-credentials."
elif command -v xcrun >/dev/null && ! xcrun notarytool history --keychain-profile "$SALON_MACOS_PROFILE" >/dev/null 2>&1; then
    lacks "Apple does not accept the account of the profile \"$SALON_MACOS_PROFILE\" (or there is no network)." \
        "Apple n'accepte pas le compte du profil « $SALON_MACOS_PROFILE » (ou il n'y a pas de réseau)."
fi
[ $lacking -eq 0 ] || fail "Nothing was signed: the above is missing." "Rien n'a été signé : il manque ce qui précède."
[ $only_check = no ] || { say "Everything is there." "Tout est là." && exit 0; }

stage=$(mktemp -d "${TMPDIR:-/tmp}/salon-dmg.XXXXXX")
trap 'rm -rf "$stage"' EXIT
say "Installing the bundle…" "Installation du paquet…"
cmake --install "$build" --prefix "$stage/image" --component client
app=$stage/image/Salon.app
[ -d "$app" ] || fail "The build has no Salon.app." "La compilation n'a pas de Salon.app."

said() { # KEY: what the bundle says of itself (plutil knows "raw" from macOS 12 on only)
    /usr/libexec/PlistBuddy -c "Print :$1" "$app/Contents/Info.plist"
}

# A library made for a newer macOS than the bundle promises would end the program at its start.
promised=$(said LSMinimumSystemVersion)
newer_than_promised() { # VERSION
    [ "$(printf '%s\n%s\n' "$1" "$promised" | sort -s -t. -k1,1n -k2,2n | tail -n 1)" != "$promised" ]
}
while IFS= read -r -d '' file; do
    # awk reads to the end: otool, ended by its closed pipe, would end this script.
    needed=$(otool -l "$file" 2>/dev/null |
        awk '!found && ($1 == "minos" || ($1 == "version" && seen)) { print $2; found = 1 } /LC_VERSION_MIN_MACOSX/ { seen = 1 }')
    [ -n "$needed" ] || continue
    if newer_than_promised "$needed"; then
        fail "${file#"$app"/} needs macOS $needed, the bundle promises $promised. Set CMAKE_OSX_DEPLOYMENT_TARGET=$needed and build again." \
            "${file#"$app"/} demande macOS $needed, le paquet promet $promised. Définissez CMAKE_OSX_DEPLOYMENT_TARGET=$needed et recompilez."
    fi
done < <(find "$app" -type f \( -perm -u+x -o -name '*.dylib' \) -print0)

say "Signing…" "Signature…"
sign() {
    codesign --force --timestamp --options runtime --sign "$SALON_MACOS_IDENTITY" "$@"
}
# From the inside out: a signature covers what it contains.
while IFS= read -r -d '' file; do
    sign "$file"
done < <(find "$app/Contents" -type f -name '*.dylib' -print0)
while IFS= read -r -d '' folder; do
    sign "$folder"
done < <(find "$app/Contents" -type d -name '*.framework' -prune -print0)
sign --entitlements "$root/installer/macos/salon.entitlements" "$app"
codesign --verify --deep --strict --verbose=2 "$app"

ln -s /Applications "$stage/image/Applications"
version=$(said CFBundleShortVersionString)
mkdir -p "$output"
image=$output/Salon-$version-macos-$(uname -m).dmg
hdiutil create -volname Salon -srcfolder "$stage/image" -format UDZO -ov "$image"
codesign --force --timestamp --sign "$SALON_MACOS_IDENTITY" "$image"

say "Apple looks at it; that takes minutes…" "Apple l'examine ; cela prend quelques minutes…"
xcrun notarytool submit "$image" --keychain-profile "$SALON_MACOS_PROFILE" --wait
xcrun stapler staple "$image"
xcrun stapler validate "$image"
spctl --assess --type open --context context:primary-signature --verbose "$image"
say "Signed and notarised: $image" "Signé et notarisé : $image"
