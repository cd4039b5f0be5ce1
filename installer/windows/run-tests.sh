#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
#
# Runs the tests that were built for Windows (preset `windows`) under Wine, in a Wine prefix of their own.
# Each has its time limit from CMake; what cannot run under Wine is in not-under-wine.txt, with the reason.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
. "$root/cmake/scripts/packages.sh"

usage() {
    case "$session_language" in
        fr*) cat <<'END' ;;
usage : installer/windows/run-tests.sh [OPTION]... [-- OPTION DE CTEST]...

Lance sous Wine les tests compilés pour Windows (dossier build/windows).

  --build DOSSIER   le dossier de compilation (d'ordinaire build/windows)
  --prefix DOSSIER  les bibliothèques pour Windows (sinon SALON_WINDOWS_PREFIX, sinon celles de la compilation)
  --help            afficher ce texte
END
        *) cat <<'END' ;;
usage: installer/windows/run-tests.sh [OPTION]... [-- OPTION OF CTEST]...

Runs the tests that were built for Windows (folder build/windows) under Wine.

  --build DIR    the build folder (usually build/windows)
  --prefix DIR   the libraries for Windows (else SALON_WINDOWS_PREFIX, else what the build was made with)
  --help         show this text
END
    esac
}

build=$root/build/windows
prefix=${SALON_WINDOWS_PREFIX:-}
while [ $# -gt 0 ]; do
    case "$1" in
        --build | --prefix)
            [ $# -ge 2 ] || fail "$1 needs a folder." "$1 demande un dossier."
            if [ "$1" = --build ]; then build=$2; else prefix=$2; fi
            shift
            ;;
        --help)
            usage
            exit 0
            ;;
        --)
            shift
            break
            ;;
        *) fail "Unknown option: $1 (see --help)" "Option inconnue : $1 (voir --help)" ;;
    esac
    shift
done
[ -f "$build/CTestTestfile.cmake" ] || fail "Nothing was built for Windows in $build." "Rien n'est compilé pour Windows dans $build."
build=$(cd "$build" && pwd) # Wine wants its folder absolute
[ -n "$prefix" ] || prefix=$(sed -n 's/^SALON_WINDOWS_PREFIX:[A-Z]*=//p' "$build/CMakeCache.txt")
[ -d "$prefix/plugins" ] || fail "The libraries for Windows were not found (--prefix)." \
    "Les bibliothèques pour Windows sont introuvables (--prefix)."
SALON_WINDOWS_PREFIX=$(cd "$prefix" && pwd)
export SALON_WINDOWS_PREFIX

# A display that nobody sees: without one Wine has no windows, and some of Qt needs them.
own_display=
end() {
    [ -z "${WINEPREFIX:-}" ] || wineserver -k 2>/dev/null || true
    [ -z "$own_display" ] || kill "$own_display" 2>/dev/null || true
}
trap end EXIT
if [ -z "${DISPLAY:-}" ]; then
    exec 3<> <(:)
    Xvfb -displayfd 3 -screen 0 1280x900x24 2>/dev/null &
    own_display=$!
    read -r -t 20 number <&3 || fail "Xvfb did not start." "Xvfb n'a pas démarré."
    export DISPLAY=":$number"
fi

export WINEPREFIX=${SALON_TEST_WINEPREFIX:-$build/wine}
export WINEARCH=win64 WINEDEBUG=-all WINEDLLOVERRIDES='mscoree,mshtml='
"$here/wine-prefix.sh"

left_out=$(sed -e 's/#.*//' -e '/^[[:space:]]*$/d' "$here/not-under-wine.txt" | awk '{ printf "%s^%s$", (NR > 1 ? "|" : ""), $1 }')
# The unit tests. Not here: what checks the sources; the integration tests, which look at the programs from outside with what
# Linux has (signals, namespaces, Python); and those of the desktop client's parts, which nobody has tried under Wine: neither is
# compiled.
# test-wine.sh looks at the installed programs, the desktop client among them.
arguments=(--test-dir "$build" --output-on-failure --no-tests=error -j "$(nproc)" -L '^unit$')
[ -z "$left_out" ] || arguments+=(-E "$left_out")
ctest "${arguments[@]}" "$@"
