#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
#
# Makes the Wine prefix $WINEPREFIX, if it is not there: 64 bits, as Windows 10, with fonts for what Windows programs
# ask for (text in line edits is invisible without). Wants a display in $DISPLAY.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
: "${WINEPREFIX:?where shall it be?}"
[ ! -f "$WINEPREFIX/salon-ready" ] || exit 0
export WINEARCH=win64 WINEDEBUG=-all WINEDLLOVERRIDES='mscoree,mshtml,winemenubuilder.exe='
wine=wine
[ ! -x /usr/lib/wine/wine64 ] || wine=/usr/lib/wine/wine64
mkdir -p "$WINEPREFIX"
wineboot -i >/dev/null 2>&1
"$wine" winecfg -v win10 >/dev/null 2>&1 # a new prefix says that it is Windows 7
"$wine" regedit /S "Z:${here//\//\\}\\wine-fonts.reg" >/dev/null 2>&1
wineserver -w
: >"$WINEPREFIX/salon-ready"
