#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
#
# Makes the container image of the server without any container tool: its files from Debian's packages, packed as an OCI
# archive, then run as a container would run them.
set -euo pipefail
called_from=$PWD
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
. cmake/scripts/packages.sh

usage() {
    case "$session_language" in
        fr*) cat <<'END' ;;
usage : installer/container/assemble.sh [OPTION]...

Fait build/packages/salon-server-<version>-<architecture>.oci.tar : salon-server, ses bibliothèques, les modules SQLite
et TLS de Qt, les certificats d'autorités, les fuseaux horaires et les licences, rien d'autre. Puis fait tourner cette
image dans un espace isolé et y fait entrer le client console (il faut être root ; --no-test l'évite).

  --deb FICHIER      prendre ce paquet salon-server_*.deb
  --console FICHIER  client console pour l'essai (d'ordinaire celui du paquet salon-console voisin)
  --tree DOSSIER     prendre un dossier où « cmake --install --component server » a installé sous usr/
  --root-only DOSSIER  faire seulement l'arborescence de l'image, dans ce dossier (pour le Containerfile)
  --output DOSSIER   où mettre le résultat (build/packages)
  --work DOSSIER     dossier de travail (build/packages/container) ; ce qu'il contient est remplacé
  --no-test          ne pas faire tourner l'image
  --no-install       ne rien installer
  --help             afficher ce texte
END
        *) cat <<'END' ;;
usage: installer/container/assemble.sh [OPTION]...

Makes build/packages/salon-server-<version>-<architecture>.oci.tar: salon-server, its libraries, Qt's SQLite and TLS
plugins, certificates of authorities, time zones and licences, nothing else. Then runs that image in a place of its own
and lets the console client in (needs root; --no-test leaves it out).

  --deb FILE       take this package salon-server_*.deb
  --console FILE   console client for the test (else the one of the package salon-console beside it)
  --tree DIR       take a folder into which "cmake --install --component server" put usr/
  --root-only DIR  only make the files of the image, in this folder (for the Containerfile)
  --output DIR     where the result goes (build/packages)
  --work DIR       working folder (build/packages/container); what it holds is replaced
  --no-test        do not run the image
  --no-install     install nothing
  --help           show this text
END
    esac
}

deb=
tree=
console=
root=
root_only=no
output=$PWD/build/packages
work=$PWD/build/packages/container
run_it=yes
install=yes
while [ $# -gt 0 ]; do
    case "$1" in
        --deb | --tree | --console | --root-only | --output | --work)
            [ $# -ge 2 ] || fail "$1 needs a value." "$1 demande une valeur."
            case "$1" in
                --deb) deb=$(absolute "$2") ;;
                --tree) tree=$(absolute "$2") ;;
                --console) console=$(absolute "$2") ;;
                --root-only)
                    root=$(absolute "$2")
                    root_only=yes
                    ;;
                --output) output=$(absolute "$2") ;;
                --work) work=$(absolute "$2") ;;
            esac
            shift
            ;;
        --no-test) run_it=no ;;
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

[ "$(package_manager)" = apt ] || fail "The image is made of Debian's packages, on Debian." \
    "L'image se fait avec les paquets de Debian, sur Debian."
[ $install = no ] || install_packages build container
umask 022
export LC_ALL=C.UTF-8 LANGUAGE='' TZ=UTC
architecture=$(dpkg --print-architecture)
multiarch=$(dpkg-architecture -qDEB_HOST_MULTIARCH 2>/dev/null || gcc -print-multiarch)
plugins=/usr/lib/$multiarch/qt6/plugins

if [ -z "$tree" ]; then
    version=$(installer/linux/changelog --version)
    if [ -z "$deb" ]; then
        deb=$output/salon-server_${version}-1_$architecture.deb
        [ -e "$deb" ] || installer/linux/build-deb.sh --output "$output" >&2
    fi
    rm -rf "$work/tree"
    mkdir -p "$work/tree"
    dpkg-deb --extract "$deb" "$work/tree"
    tree=$work/tree
    if [ -z "$console" ]; then
        console_deb=${deb/salon-server_/salon-console_}
        [ ! -e "$console_deb" ] || { dpkg-deb --extract "$console_deb" "$work/tree" && console=$work/tree/usr/bin/salon-console; }
    fi
fi
[ -x "$tree/usr/bin/salon-server" ] || fail "There is no usr/bin/salon-server in $tree." \
    "Il n'y a pas de usr/bin/salon-server dans $tree."

say "Gathering the files of the image…" "Rassemblement des fichiers de l'image…"
root=${root:-$work/root}
rm -rf "$root"
mkdir -p "$root"/usr/{bin,sbin,lib64,share/doc} "$root/usr/lib/$multiarch" "$root"/etc/ssl/certs "$root"/var/lib/salon \
    "$root"/{dev,proc,sys,run,tmp,root}
for folder in bin sbin lib lib64; do
    ln -s "usr/$folder" "$root/$folder"
done
chmod 1777 "$root/tmp"
chmod 700 "$root/root" "$root/var/lib/salon"

cp "$tree/usr/bin/salon-server" "$root/usr/bin/"
[ ! -d "$tree/usr/share/doc/salon-server" ] || cp -r "$tree/usr/share/doc/salon-server" "$root/usr/share/doc/"
mkdir -p "$root/usr/share/doc/salon-server"

# Files of Debian packages, of which the list and the licences are taken too. None may have been changed since.
declare -A packages=()
note_package() { # FILE: as the system knows it
    local real owner
    real=$(readlink -f "$1")
    owner=$({ dpkg-query -S "$real" || dpkg-query -S "${real#/usr}"; } 2>/dev/null | sed -n 1p | cut -d : -f 1)
    [ -n "$owner" ] || fail "$1 is of no Debian package." "$1 n'est d'aucun paquet Debian."
    packages[$owner]=1
}

used_plugins="sqldrivers/libqsqlite.so tls/libqopensslbackend.so"
for plugin in $used_plugins; do
    install -D -m 644 "$plugins/$plugin" "$root/usr/lib/$multiarch/qt6/plugins/$plugin"
    note_package "$plugins/$plugin"
done
mapfile -t programs < <(find "$root/usr/bin" "$root/usr/lib/$multiarch/qt6" -type f)
closure=$(installer/library_closure.py "${programs[@]}")
# Loaded by name, not linked: Qt's TLS plugin finds OpenSSL so.
grep -q $'^libssl\\.so\\.3\t' <<<"$closure" ||
    closure+=$'\n'$(printf 'libssl.so.3\t%s\n' "$(/sbin/ldconfig -p | sed -n 's/^.*libssl\.so\.3 .* => //p' | sed -n 1p)")
while IFS=$'\t' read -r name file; do
    install -m 644 "$file" "$root/usr/lib/$multiarch/$name"
    note_package "$file"
    case "$name" in
        ld-linux*)
            chmod 755 "$root/usr/lib/$multiarch/$name"
            case "$architecture" in
                amd64) ln -s "../lib/$multiarch/$name" "$root/usr/lib64/$name" ;;
                *) ln -s "$multiarch/$name" "$root/usr/lib/$name" ;;
            esac
            ;;
    esac
done <<<"$closure"

# Certificates of authorities, names of services and protocols, time zones (without the two copies of other reckonings).
# Debian's alone: what this machine's administrator added to /etc/ssl/certs is nobody else's to trust.
mapfile -t authorities < <(dpkg-query -L ca-certificates | grep '^/usr/share/ca-certificates/mozilla/.*\.crt$' | sort)
cat "${authorities[@]}" >"$root/etc/ssl/certs/ca-certificates.crt"
cp -L /etc/services /etc/protocols "$root/etc/"
cp -L /usr/lib/os-release "$root/usr/lib/os-release"
ln -s ../usr/lib/os-release "$root/etc/os-release"
mkdir -p "$root/usr/share/zoneinfo"
tar -C /usr/share/zoneinfo --exclude=./posix --exclude=./right --exclude=./posixrules --exclude=./localtime -cf - . |
    tar -C "$root/usr/share/zoneinfo" -xf -
for name in ca-certificates netbase tzdata base-files; do
    packages[$name]=1
done
printf 'hosts: files dns\nservices: files\nprotocols: files\npasswd: files\ngroup: files\n' >"$root/etc/nsswitch.conf"
printf '%s\n' 'root:x:0:0:root:/root:/usr/sbin/nologin' 'salon:x:7256:7256:Salon server:/var/lib/salon:/usr/sbin/nologin' \
    'nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin' >"$root/etc/passwd"
printf '%s\n' 'root:x:0:' 'salon:x:7256:' 'nogroup:x:65534:' >"$root/etc/group"

mapfile -t names < <(printf '%s\n' "${!packages[@]}" | sort)
changed=$(dpkg --verify "${names[@]}" | grep -E '/(lib|bin|zoneinfo|os-release|ca-certificates|services$|protocols$)' || true)
[ -z "$changed" ] || fail "Not as Debian made them: $changed" "Pas comme Debian les a faits : $changed"
[ "$(grep -c '^-----BEGIN CERTIFICATE-----$' "$root/etc/ssl/certs/ca-certificates.crt")" = ${#authorities[@]} ] ||
    fail "Not one certificate in each file of Debian's." "Pas un certificat par fichier de Debian."
contents=$root/usr/share/doc/salon-server/image-contents.tsv
printf 'package\tversion\tsource\tsource version\n' >"$contents"
for name in "${names[@]}"; do
    dpkg-query -W -f "\${Package}\t\${Version}\t\${source:Package}\t\${source:Version}\n" "$name" | sed -n 1p >>"$contents"
    mkdir -p "$root/usr/share/doc/$name"
    cp -L "/usr/share/doc/$name/copyright" "$root/usr/share/doc/$name/copyright"
done
# What those files refer to.
mkdir -p "$root/usr/share/common-licenses"
for licence in /usr/share/common-licenses/*; do
    name=$(basename "$licence")
    ! grep -rqE "common-licenses/$name([^-A-Za-z0-9.]|[.]?$|[.][^0-9])" "$root/usr/share/doc" ||
        cp -L "$licence" "$root/usr/share/common-licenses/$name"
done
if [ "$(id -u)" = 0 ]; then
    chown -R 0:0 "$root"
    chown 7256:7256 "$root/var/lib/salon"
fi
[ $root_only = no ] || exit 0

mkdir -p "$output"
version=$(installer/linux/changelog --version)
archive=$output/salon-server-$version-$architecture.oci.tar
rm -f "$output"/salon-server-*.oci.tar
installer/container/oci_image.py make "$root" "$archive" --version "$version" --architecture "$architecture" \
    --revision "$(git rev-parse HEAD)" --time "${SOURCE_DATE_EPOCH:-$(git show -s --format=%ct HEAD)}"
installer/container/oci_image.py check "$archive"
du -sb "$root" | awk '{ printf "  unpacked: %.1f MB, the largest parts:\n", $1 / 1e6 }'
find "$root" -type f -printf '%s %P\n' | sort -rn | awk 'NR <= 6 { printf "  %8.1f MB  %s\n", $1 / 1e6, $2 }'
[ $run_it = yes ] || exit 0

if [ "$(id -u)" != 0 ]; then
    say "Not root: the image was made but not run." "Pas root : l'image est faite mais n'a pas tourné."
    exit 0
fi
[ -n "$console" ] || fail "No console client for the test: --console FILE, or --no-test." \
    "Pas de client console pour l'essai : --console FICHIER, ou --no-test."
installer/container/test_image.py "$archive" "$console" --work "$work/test"
