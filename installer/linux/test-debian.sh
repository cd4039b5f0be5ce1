#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
#
# The whole life of the Debian packages on a fresh Debian 12: installed with apt, used, upgraded, removed, purged.
set -euo pipefail
called_from=$PWD
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$here/../.."
. cmake/scripts/packages.sh
. installer/linux/test/machine.sh
. installer/linux/test/checks_server.sh
. installer/linux/test/checks_clients.sh
. installer/linux/test/checks_changes.sh

usage() {
    case "$session_language" in
        fr*) cat <<'END' ;;
usage : installer/linux/test-debian.sh [OPTION]...

Fait un Debian 12 tout neuf avec debootstrap, y installe les paquets de Salon avec apt, fait tourner le serveur (par
systemd quand systemd-nspawn fonctionne ici), le fait rejoindre par le client console et par le client de bureau
(hors écran et sur un écran virtuel), met à jour, revient en arrière, remplit le disque, retire et purge. Chaque pas
dit PASS ou FAIL. Demande root ; ne monte rien qui reste.

  --packages DOSSIER  où sont les trois paquets (build/packages)
  --work DOSSIER      dossier de travail (build/packages/debian-test)
  --base FICHIER      Debian tout neuf, gardé pour la fois suivante (build/packages/debian-base.tar.zst)
  --pictures DOSSIER  où mettre les images (build/packages/pictures)
  --no-systemd        sans systemd, même si systemd-nspawn fonctionne
  --keep              garder le dossier de travail
  --no-install        ne rien installer sur cet ordinateur
  --help              afficher ce texte
END
        *) cat <<'END' ;;
usage: installer/linux/test-debian.sh [OPTION]...

Makes a fresh Debian 12 with debootstrap, installs Salon's packages in it with apt, runs the server (by systemd where
systemd-nspawn works), joins it with the console client and the desktop client (offscreen and on a virtual display),
upgrades, downgrades, fills the disk, removes and purges. Each step says PASS or FAIL. Needs root; mounts nothing that
stays.

  --packages DIR  where the three packages are (build/packages)
  --work DIR      working folder (build/packages/debian-test)
  --base FILE     fresh Debian, kept for the next time (build/packages/debian-base.tar.zst)
  --pictures DIR  where the pictures go (build/packages/pictures)
  --no-systemd    without systemd, even if systemd-nspawn works
  --keep          keep the working folder
  --no-install    install nothing on this computer
  --help          show this text
END
    esac
}

packages=$PWD/build/packages
work=$PWD/build/packages/debian-test
base=$PWD/build/packages/debian-base.tar.zst
pictures=$PWD/build/packages/pictures
systemd=yes
keep=no
install=yes
while [ $# -gt 0 ]; do
    case "$1" in
        --packages | --work | --base | --pictures)
            [ $# -ge 2 ] || fail "$1 needs a value." "$1 demande une valeur."
            value=$2
            case "$value" in
                /*) ;;
                *) value=$called_from/$value ;;
            esac
            declare "${1#--}=$value"
            shift
            ;;
        --no-systemd) systemd=no ;;
        --keep) keep=yes ;;
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

[ "$(id -u)" = 0 ] || fail "This needs root: sudo $0" "Il faut être root : sudo $0"
[ $install = no ] || install_packages packages_test
root=$work/debian
person_home="/home/Maison d’été"
home=$person_home
# What people have before they install Salon, and what the test looks with.
system_packages=(systemd systemd-sysv desktop-file-utils shared-mime-info xdg-utils hicolor-icon-theme)
state=$work/state
failures=0
steps=0
began=$SECONDS

one_file() { # NAME
    local files=("$packages/$1"_*.deb)
    if [ ! -e "${files[0]}" ] || [ ${#files[@]} != 1 ]; then
        fail "Exactly one ${1}_*.deb is wanted in $packages; build-deb.sh makes it." \
            "Il faut exactement un ${1}_*.deb dans $packages ; build-deb.sh le fait."
    fi
    echo "${files[0]}"
}

# check ENGLISH FRENCH COMMAND…: one step; what it wrote is shown when it fails, its last line also when it passes.
check() {
    local words=$1 log code began_step=$SECONDS
    steps=$((steps + 1))
    log=$work/logs/$(printf '%02d' $steps).log
    case "$session_language" in fr*) words=$2 ;; esac
    shift 2
    set +e
    (
        set -euo pipefail
        "$@"
    ) >"$log" 2>&1
    code=$?
    set -e
    if [ $code = 0 ]; then
        printf 'PASS  %3ds  %s%s\n' $((SECONDS - began_step)) "$words" "$(sed -n 's/^RESULT: /: /p' "$log" | tail -n 1)"
        return 0
    fi
    failures=$((failures + 1))
    printf 'FAIL  %3ds  %s\n' $((SECONDS - began_step)) "$words"
    tail -n 40 "$log" | sed 's/^/      | /'
    [ "$boots" = no ] || [ -z "$leader" ] || inside journalctl --no-pager -u salon-server -n 20 2>&1 | sed 's/^/      j /'
    exit 1
}

# What a step wants said beside its PASS.
result() {
    printf 'RESULT: %s\n' "$*"
}

# expect TEXT COMMAND…: the command succeeds.
expect() {
    local words=$1
    shift
    "$@" || {
        echo "EXPECTED: $words"
        exit 1
    }
}

equal() { # WHAT WANTED FOUND
    [ "$2" = "$3" ] || {
        echo "EXPECTED: $1: $2"
        echo "   FOUND: $3"
        exit 1
    }
}

finish() {
    local code=$?
    stop_screen
    stop_machine
    if [ $keep = no ]; then
        rm -rf --one-file-system "$work/debian" "$work/state" "$work/debs"
    fi
    if [ $code = 0 ] && [ $failures = 0 ] && [ $steps -gt 0 ]; then
        say "All $steps steps passed in $((SECONDS - began)) s; pictures in $pictures." \
            "Les $steps pas ont réussi en $((SECONDS - began)) s ; images dans $pictures."
    else
        say "Step $steps failed; everything written is in $work/logs." \
            "Le pas $steps a échoué ; tout ce qui a été écrit est dans $work/logs."
    fi
    exit $code
}

rm -rf "$work/logs" "$state" "$work/debs"
mkdir -p "$work/logs" "$state" "$work/debs" "$pictures" "$(dirname "$base")"
trap finish EXIT
trap 'exit 130' INT TERM HUP

prepare_debs
if [ -e "$base" ]; then
    check "a fresh Debian 12, from $(basename "$base")" "un Debian 12 tout neuf, tiré de $(basename "$base")" unpack_base
else
    check "a fresh Debian 12 by debootstrap" "un Debian 12 tout neuf par debootstrap" make_base
fi
check "packages of the system that will be wanted are fetched" \
    "les paquets du système qui serviront sont téléchargés" fetch_for_later

# First without systemd, as in a container or a chroot.
start_plain || fail "Namespaces do not work here: $(cat "$work/plain.log")" \
    "Les espaces de noms ne marchent pas ici : $(cat "$work/plain.log")"
check "without systemd: a person called salon: refused in words" \
    "sans systemd : une personne nommée salon : refusé, expliqué" person_of_that_name_is_refused
check "without systemd: the server installs" "sans systemd : le serveur s'installe" server_installs_without_systemd
check "without systemd: it runs as its user, console joins" \
    "sans systemd : il tourne sous son compte, la console le rejoint" server_runs_without_systemd
check "without systemd: purged with its disk, nothing is left" \
    "sans systemd : purgé avec son disque, il ne reste rien" purge_leaves_nothing_owned
check "without systemd: purged behind a link, and nothing else" \
    "sans systemd : purgé derrière un lien, et rien d'autre" purge_follows_the_link_to_the_data
stop_machine

check "the system of a desktop is added" "le système d'un poste de travail est ajouté" add_system_packages
if [ $systemd = yes ] && ! start_booted; then
    say "systemd-nspawn cannot boot here (boot.log): the unit is emulated with setpriv." \
        "systemd-nspawn ne peut pas démarrer ici (boot.log) : l'unité est imitée avec setpriv."
    stop_machine
    systemd=no
fi
[ $systemd = yes ] || start_plain
run_installed_steps
run_client_steps
run_change_steps
