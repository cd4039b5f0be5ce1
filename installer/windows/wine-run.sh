#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
#
# wine-run.sh PROGRAM.exe [ARGUMENT]...: runs a program for Windows under Wine, for ctest (as CMake's emulator).
# What Qt Test has to say does not reach a pipe here: it goes to a file that is shown afterwards. The exit status is the
# program's. The libraries and Qt's plugins are taken from the prefix that the program was built with.
#
#   SALON_WINDOWS_PREFIX   that prefix (needed)
#   WINEPREFIX             Wine's own folder, made by installer/windows/run-tests.sh
set -euo pipefail
program=$1
shift
: "${SALON_WINDOWS_PREFIX:?where are the libraries?}" "${WINEPREFIX:?where is the Wine prefix?}"
wine=wine
[ ! -x /usr/lib/wine/wine64 ] || wine=/usr/lib/wine/wine64 # 64 bits alone are enough

export WINEARCH=win64 WINEDEBUG=${WINEDEBUG:--all} WINEDLLOVERRIDES=${WINEDLLOVERRIDES:-mscoree,mshtml,winemenubuilder.exe=}
export WINEPATH="Z:${SALON_WINDOWS_PREFIX//\//\\}\\bin" QT_PLUGIN_PATH="Z:$SALON_WINDOWS_PREFIX/plugins"
name=$(basename "$program" .exe)
mkdir -p "$WINEPREFIX/logs"
log=$WINEPREFIX/logs/$name.$$.txt # stays when ctest kills a test that takes too long
status=0
"$wine" "$program" -o "Z:$log,txt" "$@" >"$log.out" 2>&1 </dev/null &
trap 'kill $! 2>/dev/null; exit 124' TERM INT
wait $! || status=$?
if [ -s "$log" ]; then cat "$log"; else cat "$log.out"; fi
rm -f "$log" "$log.out"
exit "$status"
