#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
#
# Installs what is missing, builds Salon with warnings as errors and runs every test. Ends with ctest's own words.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
. cmake/scripts/packages.sh

usage() {
    cat <<'END'
usage: ./test.sh [OPTION]...

Installs what is missing, builds everything and runs the tests. Needs no display and touches no settings of yours.

  --gcc           build with GCC (default)
  --clang         build with Clang
  --asan          build with AddressSanitizer and UndefinedBehaviorSanitizer
  --headless      build without the desktop client, as on a machine without Qt Widgets
  --slow          also run the tests labelled "slow" (torture rigs)
  --only REGEX    run only the tests whose name matches
  --build-only    build, run no test
  --no-install    install nothing
  --lint          instead of the tests: clang-format, clang-tidy, clazy, REUSE, codespell, shellcheck
  --packages      instead of the tests: the Debian packages, built of the commit and tried on a fresh Debian 12 (root), and
                  the Windows installer tried under Wine, if SALON_WINDOWS_PREFIX names its libraries or they are built
  --help          show this text
END
}

preset=dev
gui=ON
purposes=(build test)
ctest_options=(--label-exclude "^slow$")
install=yes
action="test"
while [ $# -gt 0 ]; do
    case "$1" in
        --gcc) preset=dev ;;
        --clang)
            preset=dev-clang
            purposes+=(clang)
            ;;
        --asan) preset=asan ;;
        --headless)
            gui=OFF
            ;;
        --slow) ctest_options=() ;;
        --only)
            [ $# -ge 2 ] || fail "--only needs a regular expression." "--only demande une expression régulière."
            ctest_options+=(--tests-regex "$2")
            shift
            ;;
        --build-only) action=nothing ;;
        --no-install) install=no ;;
        --lint)
            action=lint
            purposes+=(lint)
            ;;
        --packages)
            action=packages
            purposes=(build gui packages packages_test)
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
[ $gui = OFF ] || purposes+=(gui)

[ $install = no ] || install_packages "${purposes[@]}"

compiler_cache=${CCACHE_DIR:-${XDG_CACHE_HOME:-${HOME:-$PWD/build}/.cache}/ccache}
[ -n "${CCACHE_DIR:-}" ] || [ ! -d "${HOME:-}/.ccache" ] || compiler_cache=$HOME/.ccache
mkdir -p "$compiler_cache" 2>/dev/null && [ -w "$compiler_cache" ] || compiler_cache=$PWD/build/ccache
export CCACHE_DIR=$compiler_cache
# A fresh clone in another folder may use what an earlier one compiled.
[ -z "${CI:-}" ] || export CCACHE_NOHASHDIR=1 CCACHE_BASEDIR=$PWD

# Each script says what it does, and ends with its own PASS or FAIL.
try_packages() {
    installer/linux/build-deb.sh --no-install --no-source
    as_root installer/linux/test-debian.sh --no-install
    if ! installer/windows/build.sh --have-libraries; then
        say "Windows is left out: its libraries are not here (SALON_WINDOWS_PREFIX), and building them takes an hour." \
            "Windows est laissé de côté : ses bibliothèques manquent (SALON_WINDOWS_PREFIX), les compiler prend une heure."
        return
    fi
    # Its unit tests are those of the dev build; installer/windows/build.sh without options runs them under Wine.
    installer/windows/build.sh --no-install --no-tests
    # The other side of its connections: the programs of the packages.
    local linux=build/packages/linux package
    rm -rf "$linux"
    for package in build/packages/salon-server_*.deb build/packages/salon-console_*.deb; do
        dpkg-deb --extract "$package" "$linux"
    done
    installer/windows/test-wine.sh --server-bin "$linux/usr/bin"
}

if [ "$action" = packages ]; then
    if [ "$(package_manager)" != apt ] || [ "$(uname)" != Linux ]; then
        fail "The packages are tried on Debian or Ubuntu." "Les paquets s'essaient sur Debian ou Ubuntu."
    fi
    ! installer/windows/build.sh --have-libraries || [ $install = no ] || install_packages windows
    try_packages
    exit 0
fi

# Tests see a home of their own and one fixed language, whatever the person's are.
temporary=$(mktemp -d "${TMPDIR:-/tmp}/salon-test.XXXXXX")
trap 'rm -rf "$temporary"' EXIT
mkdir -m 700 "$temporary/runtime"
export XDG_CONFIG_HOME=$temporary/config XDG_DATA_HOME=$temporary/data XDG_CACHE_HOME=$temporary/cache
export XDG_STATE_HOME=$temporary/state XDG_RUNTIME_DIR=$temporary/runtime
export LC_ALL=C.UTF-8 LANGUAGE='' QT_QPA_PLATFORM=offscreen
[ "$(uname)" != Darwin ] || export LC_ALL=en_US.UTF-8
unset DISPLAY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS
export UBSAN_OPTIONS=print_stacktrace=1
export LSAN_OPTIONS=suppressions=$PWD/cmake/scripts/lsan.supp:print_suppressions=0

say "Building with the preset $preset…" "Compilation avec le préréglage $preset…"
cmake --preset "$preset" -DSALON_BUILD_GUI=$gui # one tree for both: without it is a part of with it
cmake --build "build/$preset" --parallel "$(getconf _NPROCESSORS_ONLN)"

case $action in
    lint) cmake/scripts/lint.sh "build/$preset" ;;
    test)
        # Half of the time of a test goes into waiting for what must not happen.
        cores=$(getconf _NPROCESSORS_ONLN)
        ctest --test-dir "build/$preset" --parallel $((2 * cores)) --output-on-failure \
            --no-tests=error ${ctest_options[@]+"${ctest_options[@]}"} # bash 3 of macOS: an empty list is no variable
        ;;
esac
