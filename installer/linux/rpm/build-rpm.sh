#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
#
# Builds the rpm packages salon, salon-server and salon-console, and the source package, from a commit of this clone.
set -euo pipefail
called_from=$PWD
cd "$(dirname "${BASH_SOURCE[0]}")/../../.."
. cmake/scripts/packages.sh

usage() {
    case "$session_language" in
        fr*) cat <<'END' ;;
usage : installer/linux/rpm/build-rpm.sh [OPTION]...

Construit les paquets rpm salon, salon-server et salon-console et le paquet source à partir d'un commit. Sur Fedora et
ses proches, ce sont les paquets à installer. Sur Debian, cela montre que tout se construit ; ce qui en sort demande les
bibliothèques aux versions de Debian : sur une autre distribution, reconstruisez le paquet source (rpmbuild --rebuild).

  --commit REV     construire ce commit (HEAD)
  --work DOSSIER   dossier de travail (build/packages/rpm) ; ce qu'il contient est remplacé
  --output DOSSIER où mettre les paquets (build/packages)
  --no-ccache      ne pas se servir de ccache
  --no-install     ne rien installer
  --help           afficher ce texte
END
        *) cat <<'END' ;;
usage: installer/linux/rpm/build-rpm.sh [OPTION]...

Builds the rpm packages salon, salon-server and salon-console, and the source package, from a commit. On Fedora and its
relatives these are the packages to install. On Debian it shows that everything builds; what comes out asks for libraries
in Debian's versions: for another distribution rebuild the source package (rpmbuild --rebuild).

  --commit REV   build this commit (HEAD)
  --work DIR     working folder (build/packages/rpm); what it holds is replaced
  --output DIR   where the packages go (build/packages)
  --no-ccache    do not use ccache
  --no-install   install nothing
  --help         show this text
END
    esac
}

commit=HEAD
work=$PWD/build/packages/rpm
output=$PWD/build/packages
ccache=yes
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

[ $install = no ] || install_packages build gui rpm
commit=$(git rev-parse --verify --quiet "$commit^{commit}") ||
    fail "There is no such commit: a clone of the repository is needed." "Pas de tel commit : il faut un clone du dépôt."
umask 022
export LC_ALL=C.UTF-8 LANGUAGE='' TZ=UTC
SOURCE_DATE_EPOCH=$(git show -s --format=%ct "$commit")
export SOURCE_DATE_EPOCH
version=$(installer/linux/changelog --commit "$commit" --version)
schema=$(git ls-tree --name-only "$commit" server/store/migrations/ | grep -c '\.sql$')
say "Building the rpm packages of Salon $version…" "Construction des paquets rpm de Salon $version…"

rm -rf "$work"
mkdir -p "$work"/{BUILD,BUILDROOT,RPMS,SOURCES,SPECS,SRPMS} "$output"
git archive --format=tar --prefix="salon-$version/" "$commit" | xz -T1 >"$work/SOURCES/salon-$version.tar.xz"

# Version, schema and the changelog's entries take their places in the spec file, so that the source package stands alone.
spec=$work/SPECS/salon.spec
git show "$commit:installer/linux/rpm/salon.spec" | sed -e '/^%changelog/,$ { /^%changelog/ !d }' \
    -e "s/^Version:.*/Version:        $version/" -e "s/^%{!?salon_schema:.*/%global salon_schema $schema/" >"$spec"
installer/linux/changelog --commit "$commit" | awk '
    function entry() { if (head != "") printf "* %s %s\n%s\n", day, head, text; text = "" }
    /^salon \(/ { version = $2; gsub(/[()]/, "", version); head = ""; text = ""; next }
    /^ -- / {
        who = $0; sub(/^ -- /, "", who); sub(/  .*/, "", who)
        when = $0; sub(/^.*>  /, "", when); split(when, part, /[ ,]+/)
        day = part[1] " " part[3] " " sprintf("%02d", part[2]) " " part[4]; head = who " - " version
        entry(); next
    }
    /^  \* / { text = text "- " substr($0, 5) "\n"; next }
    /^    / { text = text "  " substr($0, 5) "\n"; next }
' | sed 's/%/%%/g' >>"$spec"

options=(--define "_topdir $work" --define "use_source_date_epoch_as_buildtime 1" --define "clamp_mtime_to_source_date_epoch 1"
    --define "_buildhost salon.example" --define "_smp_mflags -j$(getconf _NPROCESSORS_ONLN)")
launcher="env"
if [ $ccache = yes ]; then
    default_cache=${XDG_CACHE_HOME:-${HOME:-$work}/.cache}/ccache
    [ ! -d "${HOME:-}/.ccache" ] || default_cache=$HOME/.ccache
    export CCACHE_DIR=${CCACHE_DIR:-$default_cache} CCACHE_NOHASHDIR=1 SALON_CCACHE=yes
    unset CCACHE_BASEDIR
    mkdir -p "$CCACHE_DIR"
    launcher=$work/relative-paths # not the one below BUILD: where rpm unpacks, changes with its version
    git show "$commit:installer/linux/debian/relative-paths" >"$launcher"
    chmod 755 "$launcher"
fi
cmake_options="-DCMAKE_CXX_COMPILER_LAUNCHER=$launcher"
if [ -e /etc/debian_version ]; then
    # Debian's rpm knows neither this system's packages nor its flags. With the flags of the Debian packages, what the
    # compiler's cache holds of them is good here too.
    flags() {
        DEB_BUILD_MAINT_OPTIONS="hardening=+all reproducible=+all" DEB_CXXFLAGS_MAINT_APPEND=-g1 dpkg-buildflags --get "$1"
    }
    # Nobody may take what comes out for Fedora's.
    options+=(--define "dist .debian$(sed 's/[^0-9].*//' /etc/debian_version)")
    # The steps that rpm adds to the installation need a shell that Debian's is not; cmake strips, no other is needed.
    options+=(--nodeps --define "debug_package %{nil}" --define "__os_install_post %{nil}" --define "salon_strip 1"
        --define "optflags $(flags CXXFLAGS) $(flags CPPFLAGS)" --define "build_ldflags $(flags LDFLAGS)")
fi
options+=(--define "salon_cmake_options $cmake_options")
export QT_RCC_SOURCE_DATE_OVERRIDE=$SOURCE_DATE_EPOCH
unset CFLAGS CXXFLAGS CPPFLAGS LDFLAGS CMAKE_PREFIX_PATH
if ! rpmbuild -ba "${options[@]}" "$spec" >"$work/build.log" 2>&1; then
    tail -n 40 "$work/build.log" >&2
    fail "The build failed ($work/build.log)." "La construction a échoué ($work/build.log)."
fi

rm -f "$output"/salon-[0-9]*.rpm "$output"/salon-server-[0-9]*.rpm "$output"/salon-console-[0-9]*.rpm
find "$work/RPMS" "$work/SRPMS" -name '*.rpm' -exec cp {} "$output"/ \;
rm -rf "$work/BUILD" "$work/BUILDROOT"
for package in "$output"/salon*-"$version"-*.rpm; do
    printf '\n%s  %s bytes\n' "$(basename "$package")" "$(stat -c %s "$package")"
    rpm --checksig "$package" | sed 's/^.*: /  /'
    rpm --query --package --queryformat '[%{FILESIZES} %{FILEMODES:perms} %{FILENAMES}\n]' "$package" |
        awk '$2 !~ /^d/ { printf "  %9d  %s\n", $1, $3 }'
done
