#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
#
# A server on this machine with a long history of real text, to look at by hand: fill_room.sh [MESSAGES [BINARIES]].
# Texts come from Debian's packages fortunes and debian-reference-fr. Prints the join link and runs until Ctrl+C.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
messages=${1:-10000}
binaries=${2:-build/run/bin}

texts=()
for file in /usr/share/debian-reference/*.fr.html /usr/share/games/fortunes/{art,computers,cookie,wisdom}; do
    [ ! -f "$file" ] || texts+=("$file")
done
if [ ${#texts[@]} -eq 0 ]; then
    echo "No text found: apt-get install fortunes debian-reference-fr" >&2
    exit 1
fi

folder=$(mktemp -d "${TMPDIR:-/tmp}/salon-room.XXXXXX")
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; wait; rm -rf "$folder"' EXIT
SALON_LIMITS_MESSAGE_BURST=0 SALON_LIMITS_MESSAGE_BYTES_BURST=0 SALON_LIMITS_REGISTRATIONS_PER_HOUR=0 \
    "$binaries/salon-server" --data "$folder" --listen 127.0.0.1:0 --registration open >"$folder/log" 2>&1 </dev/null &
server=$!
for _ in $(seq 100); do
    grep -q '^READY' "$folder/log" && break
    kill -0 "$server" 2>/dev/null || { cat "$folder/log" >&2; exit 1; }
    sleep 0.1
done
port=$(sed -n 's/^READY port=\([0-9]*\).*/\1/p' "$folder/log")
/usr/bin/env python3 tests/rigs/real_text.py --messages "$messages" "$port" "${texts[@]}"
sed -n 's/^READY.* link=\([^ ]*\).*/\1/p' "$folder/log"
wait "$server"
