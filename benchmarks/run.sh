#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
#
# Runs all benchmarks and writes benchmarks/RESULTS.md.
#   benchmarks/run.sh [BUILD_FOLDER] [--quick]
# BUILD_FOLDER (default build/release) must hold salon-server and salon-load, and may hold bench_*. Everything runs on
# this machine, over loopback, with data in a temporary folder; it takes about ten minutes, with --quick two.
set -u
cd "$(dirname "$0")/.." || exit 1

build=build/release
seconds=5
for argument in "$@"; do
  case $argument in
    --quick) seconds=2 ;;
    -*) echo "unknown option $argument" >&2; exit 2 ;;
    *) build=$argument ;;
  esac
done
server=$build/bin/salon-server
load=$build/benchmarks/salon-load
for program in "$server" "$load"; do
  [ -x "$program" ] || { echo "$program is missing: build it first (targets salon-server and salon-load)" >&2; exit 2; }
done
ulimit -n "$(ulimit -Hn)"

work=$(mktemp -d)
server_pid=
cleanup() {
  [ -n "$server_pid" ] && kill "$server_pid" 2>/dev/null && wait "$server_pid" 2>/dev/null
  rm -rf "$work"
}
trap cleanup EXIT

# Nobody is refused and nothing is limited, or the limits would be measured.
export SALON_REGISTRATION=open SALON_LIMITS_UNAUTHENTICATED_CONNECTIONS=100000 SALON_LANGUAGE=en
for limit in FRAME_BURST MESSAGE_BURST MESSAGE_BYTES_BURST COMMAND_BURST REGISTRATIONS_PER_HOUR CONNECTIONS_PER_ADDRESS \
    NEW_CONNECTIONS_PER_MINUTE FAILED_CONNECTIONS DEVICES_PER_ACCOUNT ADDRESS_FAILURES MEMBERS_PER_ROOM; do
  export "SALON_LIMITS_$limit=0"
done

# start_server tls|plain: a fresh server; sets server_pid and link.
start_server() {
  local option=--listen
  [ "$1" = plain ] && option=--listen-plain
  rm -rf "$work/data" "$work/out"
  "$server" --data "$work/data" $option 127.0.0.1:0 </dev/null >"$work/out" 2>"$work/err" &
  server_pid=$!
  for _ in $(seq 1200); do grep -qs "^READY" "$work/out" && break; sleep 0.05; done
  link=$(sed -n 's/^READY .* link=\([^ ]*\).*/\1/p' "$work/out" | sed 's/[?&]invite=.*//')
  [ -n "$link" ] || { echo "the server did not start:" >&2; cat "$work/out" "$work/err" >&2; exit 1; }
}

stop_server() {
  kill "$server_pid" && wait "$server_pid"
  server_pid=
}

# measure NAME tls|plain OPTIONS…: one run against a fresh server; its figures are value NAME KEY afterwards.
measure() {
  local name=$1 kind=$2
  shift 2
  echo "… $name" >&2
  start_server "$kind"
  if ! "$load" --link "$link" --pid "$server_pid" --label "$name" --seconds "$seconds" "$@" >"$work/$name.run"; then
    echo "$name failed" >&2
    tail -5 "$work/err" >&2
  fi
  stop_server
}

value() { tr ' ' '\n' <"$work/$1.run" | sed -n "s/^$2=//p"; }

measure one-plain plain --members 1000 --senders 1
measure sixteen-plain plain --members 1000 --senders 16
measure one-tls tls --members 1000 --senders 1
measure sixteen-tls tls --members 1000 --senders 16
measure active plain --members 10 --senders 10 --rate 1000
measure active-beside-idle plain --members 10 --senders 10 --rate 1000 --idle 10000
measure idle-tls tls --members 10 --senders 10 --rate 100 --idle 3000
measure acknowledged plain --members 64 --senders 64 --window 16 --no-follow
measure two plain --members 2 --senders 1

big_room=
if [ -x "$build/benchmarks/bench_big_room" ]; then
  echo "… a room of a million" >&2
  messages=1000000
  [ "$seconds" = 2 ] && messages=100000
  "$build/benchmarks/bench_big_room" --folder "$work" --messages "$messages" >"$work/big.run" && big_room=yes
fi

# big KEY: median and worst of a run in the big room.
big() { echo "$(value big "$1") ms (worst $(value big "$1_worst") ms)"; }

# transfers tls|plain MEBIBYTES ROUNDS: files up and down beside plain copies, if the program for it was built.
transfers() {
  [ -x "$build/benchmarks/bench_transfers" ] || return
  echo "… transfers $1 $2" >&2
  SALON_FILES_DAILY_MEGABYTES=0 SALON_FILES_FILE_MEGABYTES=1000 start_server "$1"
  "$build/benchmarks/bench_transfers" "$link" "$2" "$3" >"$work/transfers-$1-$2.files" || echo "transfers $1 failed" >&2
  stop_server
}
transfers plain 24 9
transfers plain 200 3
transfers tls 24 9

# ratio plain|tls MEBIBYTES LINE: its speed beside the copy over TCP.
ratio() { sed -n "s/^$3 .* \([0-9.]*\) x the copy.*/\1/p" "$work/transfers-$1-$2.files" 2>/dev/null; }

row() { echo "| $1 | $2 | $3 |"; }

{
  echo '# Results of the benchmarks'
  echo
  echo "Written by \`benchmarks/run.sh\` on $(date -u +%Y-%m-%d), commit $(git rev-parse --short HEAD 2>/dev/null),"
  echo "$(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -1), $(nproc) cores, $(uname -sr), server and generator on"
  echo "the same machine, ${seconds} s a run, build $(sed -n 's/^CMAKE_BUILD_TYPE:.*=//p' "$build/CMakeCache.txt")."
  echo
  echo '| what | budget | measured |'
  echo '|---|---|---|'
  row 'room of 1,000, 200 bytes, plain, one in flight: server CPU per million deliveries' '< 6.5 s' \
    "$(value one-plain cpu_s_per_million) s at $(value one-plain deliveries_per_s) deliveries/s"
  row 'the same, 16 in flight' '< 1.0 s' \
    "$(value sixteen-plain cpu_s_per_million) s at $(value sixteen-plain deliveries_per_s) deliveries/s"
  row 'TLS, one in flight' '< 12 s' \
    "$(value one-tls cpu_s_per_million) s at $(value one-tls deliveries_per_s) deliveries/s"
  row 'TLS, 16 in flight' '< 1.3 s' \
    "$(value sixteen-tls cpu_s_per_million) s at $(value sixteen-tls deliveries_per_s) deliveries/s"
  row '10 active members, 1,000 messages/s' 'p50 < 0.3 ms + commit' \
    "$(value active cpu_s_per_million) s per million, p50 $(value active p50_ms) ms, p99 $(value active p99_ms) ms"
  row 'the same beside 10,000 idle connections' 'within 10 %' \
    "$(value active-beside-idle cpu_s_per_million) s per million, p50 $(value active-beside-idle p50_ms) ms, p99 $(value active-beside-idle p99_ms) ms"
  row 'memory per idle connection, plain (with its account)' '< 12 KiB' "$(value active-beside-idle idle_kib) KiB"
  row 'memory per idle connection, TLS (with its account)' '< 75 KiB' "$(value idle-tls idle_kib) KiB"
  row '64 senders, acknowledged messages a second' '> 20,000' "$(value acknowledged acknowledged_per_s)"
  row 'two people, one in flight: sent to delivered' 'p50 < 1 ms' \
    "p50 $(value two p50_ms) ms, p99 $(value two p99_ms) ms"
  if [ -n "$big_room" ]; then
    for side in server device; do
      row "room of $(value big messages) messages: first page, $side" '< 100 ms' "$(big "${side}_open")"
      row "the same: first 50 hits of a common word, $side" '< 50 ms' "$(big "${side}_common")"
      row "the same: all 50 hits of a rare word, $side" '< 50 ms' "$(big "${side}_rare")"
      row "the same: first 50 hits of three letters, $side" '< 50 ms' "$(big "${side}_prefix")"
    done
  fi
  for run in 'plain 24' 'plain 200' 'tls 24'; do
    read -r kind size <<<"$run"
    [ -f "$work/transfers-$kind-$size.files" ] || continue
    row "file of $size MiB up, $kind, beside a plain copy over TCP with fsync" '> 0.5' \
      "$(ratio "$kind" "$size" 'upload, commit included') x"
    row "the same with its hash, which a preview gives the time for" '' \
      "$(ratio "$kind" "$size" 'upload, hash and commit included') x"
    row "the same down, $kind" '> 0.5' "$(ratio "$kind" "$size" 'download, checked, with fsync') x"
  done
  echo
  echo '## Runs'
  echo
  echo '```'
  for run in "$work"/*.run; do cat "$run"; done
  echo '```'
  for bench in bench_codec bench_markup bench_store bench_timeline_model; do
    [ -x "$build/benchmarks/$bench" ] || continue
    echo
    echo "## $bench"
    echo
    echo '```'
    # QTest's figures, or everything that a program of its own prints.
    QT_QPA_PLATFORM=offscreen "$build/benchmarks/$bench" >"$work/bench" 2>&1
    if grep -q '^RESULT' "$work/bench"; then
      grep -A1 '^RESULT' "$work/bench" | grep -v '^--'
    else
      cat "$work/bench"
    fi
    echo '```'
  done
  for files in "$work"/*.files; do
    [ -f "$files" ] || continue
    name=$(basename "$files" .files)
    echo
    echo "## bench_transfers, ${name#transfers-}"
    echo
    echo '```'
    cat "$files"
    echo '```'
  done
  if [ -f benchmarks/NOTES.md ]; then
    echo
    cat benchmarks/NOTES.md
  fi
} >"$work/RESULTS.md"
mv "$work/RESULTS.md" benchmarks/RESULTS.md
echo "benchmarks/RESULTS.md was written" >&2
