#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
#
# Two builds of one commit, in circumstances as different as one machine has them, give the same bytes.
set -euo pipefail
called_from=$PWD
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
. cmake/scripts/packages.sh

usage() {
    case "$session_language" in
        fr*) cat <<'END' ;;
usage : installer/linux/test-reproducible.sh [OPTION]...

Construit deux fois les paquets Debian d'un même commit : dans des dossiers de noms différents (le second avec une espace
et des accents), avec un autre foyer, un autre fuseau, une autre langue, un autre umask, la seconde fois sans ccache.
Compare chaque fichier octet par octet, montre les sommes SHA-256 côte à côte et, si diffoscope est là, les différences.

  --commit REV     construire ce commit (HEAD)
  --first DOSSIER  comparer avec ces paquets du même commit, déjà construits, au lieu de construire deux fois
  --work DOSSIER   dossier de travail (build/packages/reproducible) ; ce qu'il contient est remplacé
  --no-install     ne rien installer
  --help           afficher ce texte
END
        *) cat <<'END' ;;
usage: installer/linux/test-reproducible.sh [OPTION]...

Builds the Debian packages of one commit twice: in folders of different names (the second with a space and accents),
with another home, time zone, language and umask, the second time without ccache. Compares every file byte by byte,
shows the SHA-256 sums side by side and, if diffoscope is there, what differs.

  --commit REV  build this commit (HEAD)
  --first DIR   compare with these packages of the same commit, built before, instead of building twice
  --work DIR    working folder (build/packages/reproducible); what it holds is replaced
  --no-install  install nothing
  --help        show this text
END
    esac
}

commit=HEAD
first=
work=$PWD/build/packages/reproducible
build=(installer/linux/build-deb.sh --no-lintian)
while [ $# -gt 0 ]; do
    case "$1" in
        --commit | --first | --work)
            [ $# -ge 2 ] || fail "$1 needs a value." "$1 demande une valeur."
            value=$2
            case "$1:$value" in
                --commit:* | *:/*) ;;
                *) value=$called_from/$value ;;
            esac
            declare "${1#--}=$value"
            shift
            ;;
        --no-install) build+=(--no-install) ;;
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
commit=$(git rev-parse --verify --quiet "$commit^{commit}") || fail "There is no such commit." "Ce commit n'existe pas."
version=$(installer/linux/changelog --commit "$commit" --version)

rm -rf --one-file-system "$work"
mkdir -p "$work/home"
if [ -z "$first" ]; then
    first=$work/first
    "${build[@]}" --commit "$commit" --work "$work/a" --output "$first" >"$work/first.log" 2>&1 ||
        fail "The first build failed ($work/first.log)." "La première construction a échoué ($work/first.log)."
fi
second=$work/second
(
    umask 077
    TZ=Pacific/Kiritimati LC_ALL=fr_FR.UTF-8 LANGUAGE=fr HOME=$work/home \
        "${build[@]}" --no-ccache --commit "$commit" --work "$work/Deuxième dossier" --output "$second"
) >"$work/second.log" 2>&1 ||
    fail "The second build failed ($work/second.log)." "La seconde construction a échoué ($work/second.log)."

# What a build makes of this version; a folder of a release holds more.
names() { # FOLDER
    find "$1" -maxdepth 1 -type f \( -name "salon*_${version}-*" -o -name "salon_$version.orig.tar.xz" \) \
        -printf '%f\n' | sort
}

sum() { # FILE
    sha256sum "$1" | cut -c1-64
}

# A release keeps the programs' packages, not the source package's three files.
compared=0
different=0
while read -r name; do
    if [ ! -e "$first/$name" ]; then
        case "$name" in
            *.deb)
                printf 'MISSING    %s\n' "$first/$name"
                different=$((different + 1))
                ;;
        esac
        continue
    fi
    compared=$((compared + 1))
    if cmp -s "$first/$name" "$second/$name"; then
        verdict=same
    else
        verdict=DIFFERENT
        different=$((different + 1))
    fi
    printf '%-9s  %s\n           1  %s\n           2  %s\n' "$verdict" "$name" "$(sum "$first/$name")" \
        "$(sum "$second/$name")"
    if [ $verdict = DIFFERENT ] && command -v diffoscope >/dev/null; then
        diffoscope "$first/$name" "$second/$name" | head -n 200 || true
    fi
done < <(names "$second")
for name in $(names "$first"); do
    [ -e "$second/$name" ] || {
        printf 'MISSING    %s\n' "$second/$name"
        different=$((different + 1))
    }
done
for name in salon salon-server salon-console; do
    if ! names "$second" | grep "^${name}_$version-[^_]*_[^_]*\.deb\$" >/dev/null; then
        printf 'MISSING    %s_%s-….deb\n' $name "$version"
        different=$((different + 1))
    fi
done
[ $different = 0 ] || fail "$different files differ or are missing." "$different fichiers diffèrent ou manquent."
say "All $compared files are the same, byte by byte." "Les $compared fichiers sont identiques, octet par octet."
