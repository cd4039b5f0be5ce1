#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
#
# whitespace.sh FILE…: fails on carriage returns, white space at line ends, tabs in sources, no line feed at the end.
set -uo pipefail
status=0
for file in "$@"; do
    if grep -nHE $'[ \t\r]+$' "$file" || { [ -s "$file" ] && [ -n "$(tail -c 1 "$file")" ] && echo "$file: no line feed at the end"; }; then
        status=1
    fi
    case "$file" in
        *.cpp | *.h | *.py | *.sh | *.cmake | *CMakeLists.txt | *.json)
            grep -nH $'\t' "$file" && status=1
            ;;
    esac
done
exit $status
