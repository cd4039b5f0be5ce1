#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
#
# Builds the desktop client as a single file that runs without an installed Qt: a static runtime in front of a squashfs
# image, in the layout of AppImages.
set -euo pipefail
called_from=$PWD
cd "$(dirname "${BASH_SOURCE[0]}")/../../.."
. cmake/scripts/packages.sh

usage() {
    case "$session_language" in
        fr*) cat <<'END' ;;
usage : installer/linux/bundle/build-bundle.sh [OPTION]...

Fait build/packages/Salon-<version>-x86_64.AppImage : le client de bureau, son Qt et tout ce qu'un bureau sans Qt n'a
pas, en un seul fichier qu'on lance. Les programmes viennent du paquet Debian (construit s'il n'y en a pas).

  --deb FICHIER    prendre ce paquet salon_*.deb
  --tree DOSSIER   prendre un dossier où « cmake --install --component client » a installé sous usr/
  --output DOSSIER où mettre le résultat (build/packages)
  --work DOSSIER   dossier de travail (build/packages/bundle) ; ce qu'il contient est remplacé
  --no-install     ne rien installer
  --help           afficher ce texte
END
        *) cat <<'END' ;;
usage: installer/linux/bundle/build-bundle.sh [OPTION]...

Makes build/packages/Salon-<version>-x86_64.AppImage: the desktop client, its Qt, and all that a desktop without Qt does
not have, in one file to start. The program comes from the Debian package (which is built when there is none).

  --deb FILE     take this package salon_*.deb
  --tree DIR     take a folder into which "cmake --install --component client" put usr/
  --output DIR   where the result goes (build/packages)
  --work DIR     working folder (build/packages/bundle); what it holds is replaced
  --no-install   install nothing
  --help         show this text
END
    esac
}

deb=
tree=
output=$PWD/build/packages
work=$PWD/build/packages/bundle
install=yes
while [ $# -gt 0 ]; do
    case "$1" in
        --deb | --tree | --output | --work)
            [ $# -ge 2 ] || fail "$1 needs a value." "$1 demande une valeur."
            case "$1" in
                --deb) deb=$(absolute "$2") ;;
                --tree) tree=$(absolute "$2") ;;
                --output) output=$(absolute "$2") ;;
                --work) work=$(absolute "$2") ;;
            esac
            shift
            ;;
        --no-install) install=no ;;
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

[ "$(uname -m)" = x86_64 ] || fail "The bundle is made on x86_64 only." "Ce fichier ne se fait que sur x86_64."
[ "$(package_manager)" = apt ] || fail "The bundle is made of Debian's libraries, on Debian." \
    "Ce fichier se fait avec les bibliothèques de Debian, sur Debian."
[ $install = no ] || install_packages gui bundle
umask 022
export LC_ALL=C.UTF-8 LANGUAGE='' TZ=UTC
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git show -s --format=%ct HEAD)}
export SOURCE_DATE_EPOCH
version=$(installer/linux/changelog --version)
plugins=$(qtpaths6 --query QT_INSTALL_PLUGINS 2>/dev/null || /usr/lib/qt6/bin/qtpaths --query QT_INSTALL_PLUGINS)

if [ -z "$tree" ]; then
    if [ -z "$deb" ]; then
        deb=$output/salon_${version}-1_$(dpkg --print-architecture).deb
        [ -e "$deb" ] || installer/linux/build-deb.sh --output "$output" >&2
    fi
    rm -rf "$work/tree"
    mkdir -p "$work/tree"
    dpkg-deb --extract "$deb" "$work/tree"
    tree=$work/tree
fi
[ -x "$tree/usr/bin/salon" ] || fail "There is no usr/bin/salon in $tree." "Il n'y a pas de usr/bin/salon dans $tree."

say "Gathering Salon $version and its libraries…" "Rassemblement de Salon $version et de ses bibliothèques…"
app=$work/AppDir
rm -rf "$app"
mkdir -p "$app/usr/bin" "$app/usr/lib" "$app/usr/plugins" "$app/usr/share/doc"
cp "$tree/usr/bin/salon" "$app/usr/bin/"
for part in applications icons metainfo mime doc/salon; do
    [ ! -d "$tree/usr/share/$part" ] || { mkdir -p "$app/usr/share/$part" && cp -r "$tree/usr/share/$part/." "$app/usr/share/$part/"; }
done
desktop_file=$app/usr/share/applications/salon.desktop
[ -e "$desktop_file" ] || fail "There is no salon.desktop in $tree." "Il n'y a pas de salon.desktop dans $tree."
cp "$desktop_file" "$app/salon.desktop"
cp "$app/usr/share/icons/hicolor/256x256/apps/salon.png" "$app/salon.png"
ln -s salon.png "$app/.DirIcon"
cp installer/linux/bundle/AppRun "$app/AppRun"
chmod 755 "$app/AppRun"
printf '[Paths]\nPrefix = ..\nPlugins = plugins\n' >"$app/usr/bin/qt.conf"

# X11 and Wayland; offscreen for tests; TLS; the database; input methods; pictures. No OpenGL (everything is painted by
# Qt itself), no printing, no themes of desktops: they would need the desktop's own Qt or GTK.
used_plugins="platforms/libqxcb.so platforms/libqwayland-generic.so platforms/libqoffscreen.so
  wayland-shell-integration/libxdg-shell.so wayland-decoration-client/libbradient.so
  platforminputcontexts/libcomposeplatforminputcontextplugin.so platforminputcontexts/libibusplatforminputcontextplugin.so
  imageformats/libqgif.so imageformats/libqico.so imageformats/libqjpeg.so
  sqldrivers/libqsqlite.so tls/libqopensslbackend.so"
for plugin in $used_plugins; do
    mkdir -p "$app/usr/plugins/$(dirname "$plugin")"
    cp "$plugins/$plugin" "$app/usr/plugins/$plugin"
done

# Files of Debian packages, of which the manifest and the licences are taken too.
declare -A packages=()
note_package() { # FILE: as the system knows it
    local real owner
    real=$(readlink -f "$1")
    owner=$({ dpkg-query -S "$real" || dpkg-query -S "${real#/usr}"; } 2>/dev/null | sed -n 1p | cut -d : -f 1)
    [ -n "$owner" ] || fail "$1 is of no Debian package." "$1 n'est d'aucun paquet Debian."
    packages[$owner]=1
}

mapfile -t programs < <(find "$app/usr/bin/salon" "$app/usr/plugins" -type f)
closure=$(installer/library_closure.py --leave installer/linux/bundle/system-libraries.txt "${programs[@]}")
# Loaded by name, not linked: Qt's TLS plugin finds OpenSSL so.
grep -q $'^libssl\\.so\\.3\t' <<<"$closure" ||
    closure+=$'\n'$(printf 'libssl.so.3\t%s\n' "$(/sbin/ldconfig -p | sed -n 's/^.*libssl\.so\.3 .* => //p' | sed -n 1p)")
while IFS=$'\t' read -r name file; do
    cp -L "$file" "$app/usr/lib/$name"
    note_package "$file"
done <<<"$closure"
for plugin in $used_plugins; do
    note_package "$plugins/$plugin"
done

changed=$(dpkg --verify "${!packages[@]}" | grep -E '/(lib|bin)' || true)
[ -z "$changed" ] || fail "Not as Debian made them: $changed" "Pas comme Debian les a faits : $changed"

# Each file looks for its libraries beside itself only; nothing is handed on to other programs that Salon starts.
patchelf --set-rpath "\$ORIGIN/../lib" "$app/usr/bin/salon"
find "$app/usr/lib" -type f -exec patchelf --set-rpath "\$ORIGIN" {} +
find "$app/usr/plugins" -type f -exec patchelf --set-rpath "\$ORIGIN/../../lib" {} +

say "Licences and contents…" "Licences et contenu…"
mkdir -p "$app/usr/share/doc/salon"
contents=$app/usr/share/doc/salon/bundle-contents.tsv
printf 'package\tversion\tsource\tsource version\n' >"$contents"
for name in $(printf '%s\n' "${!packages[@]}" libc6 libc6-dev libsquashfuse-dev libzstd-dev | sort); do
    case $name in
        libc6) continue ;;
    esac
    dpkg-query -W -f "\${Package}\t\${Version}\t\${source:Package}\t\${source:Version}\n" "$name" | sed -n 1p >>"$contents"
    mkdir -p "$app/usr/share/doc/$name"
    cp -L "/usr/share/doc/$name/copyright" "$app/usr/share/doc/$name/copyright"
done
# What those files refer to.
mkdir -p "$app/usr/share/common-licenses"
for licence in /usr/share/common-licenses/*; do
    name=$(basename "$licence")
    ! grep -rqE "common-licenses/$name([^-A-Za-z0-9.]|[.]?$|[.][^0-9])" "$app/usr/share/doc" || cp -L "$licence" "$app/usr/share/common-licenses/$name"
done
find "$app" -type d -exec chmod 755 {} +
find "$app" -type f ! -perm -u+x -exec chmod 644 {} +

say "Image…" "Image…"
image=$work/image.squashfs
rm -f "$image"
# Time of the image and of every file from the commit; owner root; no attributes: the same bytes each time.
env -u SOURCE_DATE_EPOCH mksquashfs "$app" "$image" -comp zstd -Xcompression-level 19 -b 262144 -noappend -all-root -no-xattrs \
    -mkfs-time "$SOURCE_DATE_EPOCH" -all-time "$SOURCE_DATE_EPOCH" -no-progress -quiet >/dev/null
digest=$(sha256sum "$image" | cut -d ' ' -f 1)
size=$(stat -c %s "$image")

runtime=$work/runtime
sources=installer/linux/bundle/runtime
gcc -std=c11 -D_GNU_SOURCE -D_FILE_OFFSET_BITS=64 -O2 -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror \
    -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2 -fstack-protector-strong \
    -DSALON_VERSION="\"$version\"" -DSALON_BUNDLE_SHA256="\"$digest\"" -DSALON_BUNDLE_SIZE="${size}ULL" \
    $sources/runtime.c $sources/cache.c $sources/image.c $sources/message.c $sources/sha256.c $sources/other_codecs.c \
    -static -s -Wl,-z,relro,-z,now,-z,noexecstack -Wl,--build-id=none -o "$runtime" -lsquashfuse -lzstd
# The mark of an AppImage of type 2, in bytes of the ELF header that no loader reads.
printf 'AI\002' | dd of="$runtime" bs=1 seek=8 conv=notrunc status=none

mkdir -p "$output"
result=$output/Salon-$version-x86_64.AppImage
rm -f "$output"/Salon-*-x86_64.AppImage
cat "$runtime" "$image" >"$result"
chmod 755 "$result"
offset=$("$result" --appimage-offset)
[ "$offset" = "$(stat -c %s "$runtime")" ] ||
    fail "The runtime does not find its image." "Le programme de lancement ne trouve pas son image."

glibc=$(find "$app/usr/bin" "$app/usr/lib" "$app/usr/plugins" -type f ! -name qt.conf -exec objdump -T {} + 2>/dev/null |
    grep -o 'GLIBC_2\.[0-9]*' | sort -uV | tail -n 1)
cxx=$(find "$app/usr/bin" "$app/usr/lib" "$app/usr/plugins" -type f ! -name qt.conf -exec objdump -T {} + 2>/dev/null |
    grep -o 'GLIBCXX_3\.4\.[0-9]*' | sort -uV | tail -n 1)
printf '%s\n  %s bytes (%s unpacked), SHA-256 %s\n  %s libraries, needs %s and %s or newer\n' "$result" "$(stat -c %s "$result")" \
    "$(du -sb "$app" | cut -f 1)" "$(sha256sum "$result" | cut -d ' ' -f 1)" "$(find "$app/usr/lib" -type f | wc -l)" "$glibc" "$cxx"
