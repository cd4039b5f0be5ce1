#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
#
# From a fresh machine to a running chat: installs what is missing, builds, starts a server of its own and opens a client.
set -euo pipefail
called_from=$PWD
cd "$(dirname "${BASH_SOURCE[0]}")"
. cmake/scripts/packages.sh

usage() {
    case "$session_language" in
        fr*) cat <<'END' ;;
usage : ./run.sh [OPTION]...

Installe ce qui manque, compile Salon, démarre un serveur et ouvre le client de bureau dessus (sans écran : le client
console). Le serveur s'arrête avec ce script ; ses données restent et resservent la fois suivante.

  --console       ouvrir le client console
  --server-only   démarrer seulement le serveur, avec ses commandes dans ce terminal
  --keep          laisser tourner le serveur après la fin de ce script
  --data DOSSIER  données du serveur (d'ordinaire ~/.local/share/salon-run)
  --build-only    installer et compiler, ne rien démarrer
  --no-install    ne rien installer
  --help          afficher ce texte
END
        *) cat <<'END' ;;
usage: ./run.sh [OPTION]...

Installs what is missing, builds Salon, starts a server and opens the desktop client on it (without a display: the
console client). The server stops with this script; its data stays and is used again next time.

  --console       open the console client
  --server-only   only start the server, with its commands in this terminal
  --keep          let the server run on after this script ends
  --data DIR      data of the server (usually ~/.local/share/salon-run)
  --build-only    install and build, start nothing
  --no-install    install nothing
  --help          show this text
END
    esac
}

client=desktop
data=${XDG_DATA_HOME:-${HOME:-/root}/.local/share}/salon-run
keep=no
install=yes
start=yes
while [ $# -gt 0 ]; do
    case "$1" in
        --console) client=console ;;
        --server-only) client=none ;;
        --keep) keep=yes ;;
        --data)
            [ $# -ge 2 ] || fail "--data needs a folder." "--data demande un dossier."
            case "$2" in
                /*) data=$2 ;;
                *) data=$called_from/$2 ;;
            esac
            shift
            ;;
        --build-only) start=no ;;
        --no-install) install=no ;;
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
if [ $client = desktop ] && [ "$(uname)" != Darwin ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    say "No display here: the console client is used." "Pas d'écran ici : le client console est utilisé."
    client=console
fi

[ $install = no ] || install_packages build gui

say "Building Salon; the first time takes some minutes…" \
    "Compilation de Salon ; la première fois prend quelques minutes…"
mkdir -p build
if ! cmake --preset release -B build/run -DSALON_BUILD_TESTS=OFF -DSALON_BUILD_BENCHMARKS=OFF >build/run-configure.log 2>&1; then
    tail -n 30 build/run-configure.log >&2
    fail "The configuration failed (build/run-configure.log)." "La configuration a échoué (build/run-configure.log)."
fi
cmake --build build/run --parallel "$(getconf _NPROCESSORS_ONLN)" --target salon-server salon-console salon ||
    fail "The build failed; the message is above." "La compilation a échoué ; le message est au-dessus."
[ $start = yes ] || exit 0
bin=$PWD/build/run/bin
desktop_client=$bin/salon
[ "$(uname)" != Darwin ] || desktop_client=$bin/Salon.app/Contents/MacOS/Salon

mkdir -p "$data"
data=$(cd "$data" && pwd)
chmod 700 "$data"
log=$data/run.log
pid_file=$data/run.pid
orders=$data/run.orders # a pipe into the server's standard input
owner_link_used=$data/run.owner-link-used
server_pid=
helpers=()

stop_all() {
    [ ${#helpers[@]} -eq 0 ] || kill "${helpers[@]}" 2>/dev/null || true
    if [ -n "$server_pid" ] && [ $keep = no ]; then
        kill "$server_pid" 2>/dev/null || true
        wait "$server_pid" 2>/dev/null || true
        rm -f "$pid_file"
    fi
}

answers() { # PORT
    (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

# 7256 is Salon's own port; the system picks another one when something answers there.
listen_address() {
    if answers 7256; then
        echo 127.0.0.1:0
    else
        echo 127.0.0.1:7256
    fi
}

server_runs() {
    local pid port
    pid=$(cat "$pid_file" 2>/dev/null) && [ -n "$pid" ] && kill -0 "$pid" 2>/dev/null || return 1
    port=$(sed -n 's/^READY port=\([0-9]*\).*/\1/p' "$log" 2>/dev/null)
    [ -n "$port" ] && answers "$port"
}

trap stop_all EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP
if server_runs; then
    say "The server of $data is already running; it is used." "Le serveur de $data tourne déjà ; il est utilisé."
    [ $client != none ] || exit 0
else
    address=$(listen_address)
    if [ $client = none ] && [ $keep = no ]; then
        exec "$bin/salon-server" --listen "$address" --data "$data"
    fi
    rm -f "$pid_file" "$orders" "$owner_link_used"
    : >"$log"
    mkfifo -m 600 "$orders"
    # Open for both directions, so that the pipe outlives whoever writes into it.
    nohup "$bin/salon-server" --listen "$address" --data "$data" <>"$orders" >"$log" 2>&1 &
    server_pid=$!
    echo "$server_pid" >"$pid_file"
    for _ in $(seq 300); do
        ! grep -q '^READY ' "$log" || break
        if ! kill -0 "$server_pid" 2>/dev/null; then
            cat "$log" >&2
            rm -f "$pid_file"
            fail "The server did not start; its words are above." "Le serveur n'a pas démarré ; ses mots sont au-dessus."
        fi
        sleep 0.1
    done
    grep -q '^READY ' "$log" || fail "The server is not ready after 30 seconds ($log)." \
        "Le serveur n'est pas prêt après 30 secondes ($log)."
fi

# The first start prints a link that makes its user the owner. Later each client gets an invitation of its own; one that
# has an account already does not need it.
link_of_ready_line() {
    sed -n 's/^READY .* link=\(salon[^ ]*\).*/\1/p' "$log" | sed -n 1p
}

invitations() {
    grep -o 'salon[^[:space:]]*://[^[:space:]]*invite=[^[:space:]]*' "$log" || true
}

join_link() {
    local before
    if grep -q '^READY .* owner=' "$log" && [ ! -e "$owner_link_used" ]; then
        touch "$owner_link_used"
        link_of_ready_line
        return
    fi
    before=$(invitations | wc -l)
    echo "/invite 1 1" >"$orders"
    for _ in $(seq 50); do
        if [ "$(invitations | wc -l)" -gt "$before" ]; then
            invitations | tail -n 1
            return
        fi
        sleep 0.1
    done
    link_of_ready_line
}

case $client in
    none) cat "$log" ;;
    console)
        cat "$log"
        "$bin/salon-console" "$(join_link)"
        ;;
    desktop)
        link=$(join_link)
        tail -n +1 -f "$log" &
        helpers+=($!)
        # The terminal is free: it stays the operator's console.
        exec 4<&0
        cat <&4 >"$orders" 2>/dev/null 4<&- &
        helpers+=($!)
        exec 4<&-
        say "Commands of the server work here: /help, /who, or /invite for a link that lets somebody else in." \
            "Les commandes du serveur marchent ici : /help, /who, ou /invite pour un lien qui fait entrer quelqu'un d'autre."
        [ $keep = yes ] || [ -z "$server_pid" ] || say "The server stops when the window is closed." \
            "Le serveur s'arrête quand la fenêtre est fermée."
        "$desktop_client" "$link"
        ;;
esac
