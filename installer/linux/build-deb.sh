#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
#
# Builds the Debian packages salon, salon-server and salon-console from a commit of this clone.
set -euo pipefail
called_from=$PWD
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
. cmake/scripts/packages.sh

usage() {
    case "$session_language" in
        fr*) cat <<'END' ;;
usage : installer/linux/build-deb.sh [OPTION]...

Construit les paquets Debian salon, salon-server et salon-console à partir d'un commit (pas des fichiers modifiés
depuis), les contrôle avec lintian, et dit leurs fichiers et leurs tailles. Deux constructions du même commit donnent
les mêmes octets.

  --commit REV     construire ce commit (HEAD)
  --work DOSSIER   dossier de travail (build/packages/deb) ; ce qu'il contient est remplacé
  --output DOSSIER où mettre les paquets (build/packages)
  --no-ccache      ne pas se servir de ccache
  --no-source      pas de paquet source
  --no-lintian     ne pas contrôler
  --no-install     ne rien installer
  --help           afficher ce texte
END
        *) cat <<'END' ;;
usage: installer/linux/build-deb.sh [OPTION]...

Builds the Debian packages salon, salon-server and salon-console from a commit (not from what was edited since), checks
them with lintian, and tells their files and sizes. Two builds of one commit give the same bytes.

  --commit REV     build this commit (HEAD)
  --work DIR       working folder (build/packages/deb); what it holds is replaced
  --output DIR     where the packages go (build/packages)
  --no-ccache      do not use ccache
  --no-source      no source package
  --no-lintian     do not check
  --no-install     install nothing
  --help           show this text
END
    esac
}

commit=HEAD
work=$PWD/build/packages/deb
output=$PWD/build/packages
ccache=yes
kind=full
check=yes
install=yes
while [ $# -gt 0 ]; do
    case "$1" in
        --commit | --work | --output)
            [ $# -ge 2 ] || fail "$1 needs a value." "$1 demande une valeur."
            case "$1" in
                --commit) commit=$2 ;;
                --work) work=$(absolute "$2") ;;
                --output) output=$(absolute "$2") ;;
            esac
            shift
            ;;
        --no-ccache) ccache=no ;;
        --no-source) kind=binary ;;
        --no-lintian) check=no ;;
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

[ "$(package_manager)" = apt ] || fail "Debian packages are built on Debian or Ubuntu." \
    "Les paquets Debian se construisent sur Debian ou Ubuntu."
[ $install = no ] || install_packages build gui packages
git rev-parse --verify --quiet "$commit^{commit}" >/dev/null ||
    fail "There is no commit $commit: a clone of the repository is needed." \
        "Il n'y a pas de commit $commit : il faut un clone du dépôt."
commit=$(git rev-parse "$commit^{commit}")
[ -z "$(git status --porcelain --untracked-files=no)" ] ||
    say "What is not committed does not get into the packages." "Ce qui n'est pas validé n'entre pas dans les paquets."

# Nothing of the person who builds: not the language, not the time zone, not who may read what they write.
umask 022
export LC_ALL=C.UTF-8 LANGUAGE='' TZ=UTC
SOURCE_DATE_EPOCH=$(git show -s --format=%ct "$commit")
export SOURCE_DATE_EPOCH
version=$(installer/linux/changelog --commit "$commit" --version)
say "Building the Debian packages of Salon $version…" "Construction des paquets Debian de Salon $version…"

mkdir -p "$work" "$output"
tree=$work/salon-$version
rm -rf "$work"/salon-* "$work"/salon_* "$work"/salon-*_*
git archive --format=tar --prefix="salon-$version/" "$commit" | xz -T1 >"$work/salon_$version.orig.tar.xz"
tar -C "$work" -xf "$work/salon_$version.orig.tar.xz"
cp -r "$tree/installer/linux/debian" "$tree/debian"
installer/linux/changelog --commit "$commit" >"$tree/debian/changelog"

export SALON_CCACHE=$ccache
if [ $ccache = yes ]; then
    # debhelper gives the build a home of its own.
    default_cache=${XDG_CACHE_HOME:-${HOME:-$work}/.cache}/ccache
    [ ! -d "${HOME:-}/.ccache" ] || default_cache=$HOME/.ccache
    export CCACHE_DIR=${CCACHE_DIR:-$default_cache} CCACHE_NOHASHDIR=1
    mkdir -p "$CCACHE_DIR"
fi
unset CFLAGS CXXFLAGS CPPFLAGS LDFLAGS CCACHE_BASEDIR CMAKE_PREFIX_PATH
log=$work/build.log
options=parallel=$(getconf _NPROCESSORS_ONLN)
if ! (cd "$tree" && DEB_BUILD_OPTIONS=$options dpkg-buildpackage --build=$kind --no-sign) >"$log" 2>&1; then
    tail -n 60 "$log" >&2
    fail "The build failed ($log)." "La construction a échoué ($log)."
fi
if grep -E '^dpkg-[a-z]+: warning:' "$log" >&2; then
    say "dpkg warns; see $log." "dpkg avertit ; voir $log."
fi

if [ $check = yes ]; then
    say "lintian…" "lintian…"
    LC_ALL=C.UTF-8 lintian --allow-root --info --display-info --fail-on error "$work"/salon_*.changes >"$work/lintian.txt" ||
        {
            cat "$work/lintian.txt" >&2
            fail "lintian found errors." "lintian a trouvé des erreurs."
        }
    cat "$work/lintian.txt"
fi

rm -f "$output"/salon_*.deb "$output"/salon-server_*.deb "$output"/salon-console_*.deb "$output"/salon*-dbgsym_*.deb \
    "$output"/salon_*.orig.tar.xz "$output"/salon_*.debian.tar.xz "$output"/salon_*.dsc
find "$work" -maxdepth 1 -type f \( -name 'salon*.deb' -o -name 'salon_*.tar.xz' -o -name 'salon_*.dsc' \) \
    -exec cp {} "$output"/ \;

for name in salon salon-server salon-console; do
    package=$(find "$output" -maxdepth 1 -name "${name}_*.deb")
    printf '\n%s  %s bytes\n' "$(basename "$package")" "$(stat -c %s "$package")"
    dpkg-deb --contents "$package" | awk '$1 !~ /^d/ { printf "  %9d  %s\n", $3, substr($0, index($0, "./") + 1) }'
done
