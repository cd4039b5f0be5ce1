#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
#
# lint.sh BUILD_FOLDER [FILE.cpp…]: every check that needs a tool beside the compiler; the folder is a finished build.
# Runs all of them and fails when one found something. With files, the two slow ones look at these only.
set -uo pipefail
build=${1:?a build folder is needed}
shift
cd "$(dirname "${BASH_SOURCE[0]}")/../.." || exit 1
folders=(shared server client-gui client-console tests benchmarks)
mapfile -t sources < <(find "${folders[@]}" -name '*.cpp' | sort)
mapfile -t headers < <(find "${folders[@]}" -name '*.h' | sort)
mapfile -t scripts < <(find run.sh test.sh .ci cmake/scripts installer -type f \( -name '*.sh' -o -path '.ci/run' \))
wanted=("${sources[@]}")
[ $# -eq 0 ] || wanted=("$@")
failed=()

check() { # NAME COMMAND…
    local name=$1
    shift
    printf -- '-- %s\n' "$name"
    "$@" || failed+=("$name")
}

run_clazy() { # clazy-standalone reports, but does not fail
    local report
    report=$(printf '%s\0' "${wanted[@]}" | CLAZY_CHECKS="$clazy_checks" xargs -0 -n 4 -P "$(getconf _NPROCESSORS_ONLN)" clazy-standalone \
        -p "$build" -header-filter='/(shared|server|client-gui|client-console|benchmarks|tests)/' \
        -ignore-included-files 2>&1 | grep -E '(warning|error):.*\[-Wclazy|error:')
    [ -z "$report" ] || { printf '%s\n' "$report" | sort -u && return 1; }
}

run_tidy() {
    printf '%s\0' "${wanted[@]}" | xargs -0 -n 2 -P "$(getconf _NPROCESSORS_ONLN)" clang-tidy -p "$build" --quiet 2>/dev/null
}

run_whitespace() {
    git ls-files -z -- ':!LICENSE*' ':!tests/data' ':!*.ts' ':!*.png' ':!*.ico' | xargs -0 cmake/scripts/whitespace.sh
}

# The preset says which checks; one place for both.
clazy_checks=$(sed -n 's/.*"CLAZY_CHECKS": "\([^"]*\)".*/\1/p' CMakePresets.json)

check clang-format clang-format --dry-run -Werror "${sources[@]}" "${headers[@]}"
check whitespace run_whitespace
check reuse reuse lint --quiet
check codespell codespell
check shellcheck shellcheck -x "${scripts[@]}"
check clazy run_clazy
check clang-tidy run_tidy

[ ${#failed[@]} -eq 0 ] || { printf 'found something: %s\n' "${failed[*]}" && exit 1; }
echo "nothing found"
