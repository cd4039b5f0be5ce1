#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
#
# lint.sh --format                 formats every source in place
# lint.sh --quick                  format, white space, REUSE, spelling, shell scripts, workflows; a tool that is missing
#                                  is skipped
# lint.sh BUILD_FOLDER [FILE.cpp…] these, and clazy and clang-tidy on every file (or those given) of a finished build
# Runs all of them and fails when one found something.
set -u
if [ "${BASH_VERSINFO[0]}" -lt 4 ]; then # macOS has 3; 77 tells ctest that something was skipped
    echo "skipped: bash 4 or newer is needed (Homebrew: bash)"
    exit 77
fi
cd "$(dirname "${BASH_SOURCE[0]}")/../.." || exit 1
build=${1:?--format, --quick or a build folder is needed}
shift
folders=(shared server client-gui client-console tests benchmarks)
mapfile -t sources < <(find "${folders[@]}" -name '*.cpp' | sort)
# What another system compiles cannot be read by a tool that reads this one's headers.
linux_only='*_linux.cpp'
[ "$(uname)" != Linux ] || linux_only=''
mapfile -t readable < <(find "${folders[@]}" -name '*.cpp' ! -name '*_windows.cpp' ! -name "$linux_only" \
    ! -path 'tests/fuzz/*' | sort)
mapfile -t headers < <(find "${folders[@]}" -name '*.h' | sort)
mapfile -t scripts < <(find . \( -path ./build -o -path ./.git \) -prune -o -type f \( -name '*.sh' -o -path './.ci/run' \) -print)
if [ "$build" = --format ]; then
    exec clang-format -i "${sources[@]}" "${headers[@]}"
fi
wanted=("${readable[@]}")
[ $# -eq 0 ] || wanted=("$@")
failed=()

check() { # TOOL COMMAND…
    local tool=$1
    shift
    if ! command -v "$tool" >/dev/null; then
        if [ "$build" = --quick ]; then
            printf -- '-- %s: not installed, skipped\n' "$tool"
        else
            failed+=("$tool (not installed)")
        fi
        return
    fi
    printf -- '-- %s\n' "$*" | cut -c 1-100
    "$@" || failed+=("$tool")
}

run_format() { # every major version formats a little differently: 14 is the one of Debian 12
    clang-format --version | grep -q 'version 14\.' || { echo "not version 14, skipped" && return; }
    clang-format --dry-run -Werror "${sources[@]}" "${headers[@]}" 2>&1 | { ! grep -m 20 "error:"; }
}

run_whitespace() {
    [ -e .git ] || { echo "not a clone, skipped" && return; }
    git ls-files -z -- ':!LICENSE*' ':!tests/data' ':!*.ts' ':!*.png' ':!*.ico' |
        while IFS= read -r -d '' file; do [ ! -f "$file" ] || printf '%s\0' "$file"; done |
        xargs -0 cmake/scripts/whitespace.sh
}

run_tidy() {
    printf '%s\0' "${wanted[@]}" | xargs -0 -n 2 -P "$(getconf _NPROCESSORS_ONLN)" clang-tidy -p "$build" --quiet \
        2>/dev/null
}

run_clazy() { # clazy-standalone reports, but does not fail
    local checks report
    checks=$(sed -n 's/.*"CLAZY_CHECKS": "\([^"]*\)".*/\1/p' CMakePresets.json)
    report=$(
        {
            printf '%s\n' "${wanted[@]}" | grep -v '^tests/' | clazy_on "$checks"
            # A test's locals outlive its lambdas, its constants die with it, and what it copies costs nobody.
            printf '%s\n' "${wanted[@]}" | grep '^tests/' | clazy_on \
                "$checks,no-lambda-in-connect,no-non-pod-global-static,no-detaching-temporary,no-container-anti-pattern"
        } | sort -u
    )
    [ -z "$report" ] || { printf '%s\n' "$report" && return 1; }
}

clazy_on() { # CHECKS, the files from standard input
    tr '\n' '\0' | CLAZY_CHECKS="$1" xargs -0 -r -n 4 -P "$(getconf _NPROCESSORS_ONLN)" \
        clazy-standalone -p "$build" -header-filter='/(shared|server|client-gui|client-console|benchmarks|tests)/' \
        2>&1 | grep -E '^[^ ]+:[0-9]+:[0-9]+: (warning|error):' | grep -v "$build/"
}

check clang-format run_format
check git run_whitespace
check reuse reuse lint --quiet
check codespell codespell
check shellcheck shellcheck -x "${scripts[@]}"
check python3 python3 -B cmake/scripts/workflows.py
if [ "$build" != --quick ]; then
    check clazy-standalone run_clazy
    check clang-tidy run_tidy
fi

[ ${#failed[@]} -eq 0 ] || { printf 'found something: %s\n' "${failed[*]}" && exit 1; }
echo "nothing found"
