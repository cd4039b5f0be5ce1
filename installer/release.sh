#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
#
# Makes every package that this machine can make of the commit that is checked out, with checksums and a list of parts.
set -euo pipefail
called_from=$PWD
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. cmake/scripts/packages.sh

usage() {
    case "$session_language" in
        fr*) cat <<'END' ;;
usage : installer/release.sh [OPTION]...

Fait dans build/packages/release-<version> tout ce que cette machine peut faire : sources, deb, rpm, client en un seul
fichier, image de conteneur, Windows ; puis SHA256SUMS et la liste des composants (SPDX 2.3). Le dossier de travail doit
être propre, et CHANGELOG.md d'accord avec la version de CMakeLists.txt.

  --without PART   laisser de côté : deb, rpm, bundle, container ou windows ; répétable. bundle et container ont besoin
                   de deb.
  --output DOSSIER où mettre le dossier release-<version> (build/packages)
  --work DOSSIER   dossier de travail (build/packages/work)
  --no-install     ne rien installer
  --help           afficher ce texte

SALON_WINDOWS_PREFIX nomme les bibliothèques pour Windows (voir installer/windows/build.sh --help).
END
        *) cat <<'END' ;;
usage: installer/release.sh [OPTION]...

Makes in build/packages/release-<version> all that this machine can make: sources, deb, rpm, single-file client, container
image, Windows; then SHA256SUMS and the list of parts (SPDX 2.3). The working tree must be clean, and CHANGELOG.md agree
with the version in CMakeLists.txt.

  --without PART  leave out deb, rpm, bundle, container or windows; may be repeated. bundle and container need deb.
  --output DIR    where the folder release-<version> goes (build/packages)
  --work DIR      working folder (build/packages/work)
  --no-install    install nothing
  --help          show this text

SALON_WINDOWS_PREFIX names the libraries for Windows (see installer/windows/build.sh --help).
END
    esac
}

without=" "
output=$PWD/build/packages
work=$PWD/build/packages/work
quiet=()
while [ $# -gt 0 ]; do
    case "$1" in
        --without | --output | --work)
            [ $# -ge 2 ] || fail "$1 needs a value." "$1 demande une valeur."
            case "$1" in
                --without)
                    case "$2" in
                        deb | rpm | bundle | container | windows) without+="$2 " ;;
                        *) fail "There is no part $2." "Il n'y a pas de partie $2." ;;
                    esac
                    ;;
                --output) output=$(absolute "$2") ;;
                --work) work=$(absolute "$2") ;;
            esac
            shift
            ;;
        --no-install) quiet=(--no-install) ;;
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

wanted() { # PART
    [ "${without/ $1 /}" = "$without" ]
}

[ -z "$(git status --porcelain)" ] || {
    git status --short >&2
    fail "The working tree is not clean: commit or remove these files first." \
        "Le dossier de travail n'est pas propre : validez ou enlevez d'abord ces fichiers."
}
# Fails with its own words when CHANGELOG.md and CMakeLists.txt name different versions.
version=$(installer/linux/changelog --version)
case "$version" in
    *~*) say "CHANGELOG.md says Unreleased: this is the snapshot $version, not a release." \
        "CHANGELOG.md dit « Unreleased » : c'est l'instantané $version, pas une version publiée." ;;
    *)
        git rev-parse --verify --quiet "refs/tags/v$version" >/dev/null ||
            say "There is no tag v$version yet." "Il n'y a pas encore d'étiquette v$version."
        ;;
esac

umask 022
SOURCE_DATE_EPOCH=$(git show -s --format=%ct HEAD)
export SOURCE_DATE_EPOCH TZ=UTC
# What was compiled in another clone is good here, too.
export CCACHE_BASEDIR=${CCACHE_BASEDIR:-$PWD} CCACHE_NOHASHDIR=1
commit=$(git rev-parse HEAD)
release=$output/release-$version
rm -rf "$release"
mkdir -p "$release" "$work"
left_out=()
times=()

part() { # NAME COMMAND…: with its time; what it prints goes to a file, and to the person when it fails
    local name=$1 began=$SECONDS
    shift
    say "— $name" "— $name"
    if ! "$@" >"$work/$name.log" 2>&1; then
        tail -n 40 "$work/$name.log" >&2
        fail "$name failed ($work/$name.log)." "$name a échoué ($work/$name.log)."
    fi
    times+=("$name $((SECONDS - began)) s")
}

make_source() {
    git archive --format=tar --prefix="salon-$version/" HEAD | xz -T1 -9 >"$release/salon-$version.tar.xz"
}
part source make_source

deb_architecture=$(dpkg --print-architecture 2>/dev/null || true)
if ! wanted deb || [ "$(package_manager)" != apt ]; then
    left_out+=("deb")
    without+="bundle container "
else
    part deb installer/linux/build-deb.sh --work "$work/deb" --output "$release" "${quiet[@]}"
    # The source package's archive holds the same tree as ours, whose name everybody knows.
    rm -f "$release/salon_$version.orig.tar.xz" "$release"/salon_*.debian.tar.xz "$release"/salon_*.dsc
fi

if wanted bundle; then
    part bundle installer/linux/bundle/build-bundle.sh --deb "$release/salon_$version-1_$deb_architecture.deb" --work "$work/bundle" \
        --output "$release" "${quiet[@]}"
else
    left_out+=("bundle")
fi
if wanted container; then
    part container installer/container/assemble.sh --deb "$release/salon-server_$version-1_$deb_architecture.deb" \
        --work "$work/container" --output "$release" "${quiet[@]}"
else
    left_out+=("container")
fi
if wanted rpm; then
    part rpm installer/linux/rpm/build-rpm.sh --work "$work/rpm" --output "$release" "${quiet[@]}"
else
    left_out+=("rpm")
fi
if wanted windows && [ -x installer/windows/build.sh ]; then
    rm -rf build/packages/windows
    # Its tests are part of what is done before a release (docs/DEVELOPING.md).
    part windows installer/windows/build.sh --no-tests "${quiet[@]}"
    find build/packages/windows -maxdepth 1 -type f \( -name '*.zip' -o -name '*.exe' \) -exec cp {} "$release"/ \;
    if ! compgen -G "$release/*.exe" >/dev/null && [ -x installer/windows/nsis/make-installer.sh ]; then
        part windows-installer installer/windows/nsis/make-installer.sh --stage build/packages/windows/stage \
            --output "$release/salon-$version-windows-x86_64.exe"
    fi
else
    left_out+=("windows")
fi
left_out+=("macOS (installer/macos, on a Mac)")

sbom=$release/salon-$version.spdx.json
mapfile -t artefacts < <(find "$release" -maxdepth 1 -type f | sort)
say "— SBOM" "— SBOM"
installer/sbom/make_sbom.py --version "$version" --commit "$commit" --time "$SOURCE_DATE_EPOCH" --output "$sbom" "${artefacts[@]}"
installer/sbom/check_sbom.py "$sbom" --folder "$release"
mapfile -t artefacts < <(find "$release" -maxdepth 1 -type f -printf '%P\n' | sort)
(cd "$release" && sha256sum "${artefacts[@]}" >SHA256SUMS && sha256sum --quiet --check SHA256SUMS)

printf '\n%s\n' "$release"
(cd "$release" && find . -maxdepth 1 -type f -printf '%s %P\n' | sort -k 2 | awk '{ printf "  %10d  %s\n", $1, $2 }')
printf '%s\n' "${times[@]}" | sed 's/^/  /'
printf '  not made here: %s\n' "${left_out[*]}"
