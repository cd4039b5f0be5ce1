#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
#
# The installer for Windows, tried out under Wine on a display of its own: a life from the first installation to the last
# trace, with a server and a client on Linux at the other end. The first thing that is not as it should be ends it.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
# shellcheck source=cmake/scripts/packages.sh
. "$root/cmake/scripts/packages.sh"
# shellcheck source=installer/windows/wine-steps.sh
. "$here/wine-steps.sh"

usage() {
    case "$session_language" in
        fr*) cat <<'END' ;;
usage : installer/windows/test-wine.sh [OPTION]...

Installe Salon pour Windows sous Wine, en silence, et s'en sert : client en français et en anglais sur un serveur Linux,
serveur en tant que service pour un client Linux, mise à jour, retour en arrière refusé, disque plein, désinstallation.
Les images vont dans build/packages/pictures, à regarder.

  --installer FICHIER  l'installateur (d'ordinaire build/packages/windows/salon-<version>-windows-x86_64.exe)
  --server-bin DOSSIER salon-server et salon-console de Linux (d'ordinaire build/dev/bin ou build/release/bin)
  --pictures DOSSIER   où vont les images
  --display :N         écran X d'essai (d'ordinaire :152)
  --keep               garder le dossier de travail
END
        *) cat <<'END' ;;
usage: installer/windows/test-wine.sh [OPTION]...

Installs Salon for Windows under Wine, silently, and uses it: client in French and in English on a Linux server, server as
a service for a Linux client, upgrade, refused downgrade, full disk, removal. The pictures go to build/packages/pictures,
to be looked at.

  --installer FILE   the installer (usually build/packages/windows/salon-<version>-windows-x86_64.exe)
  --server-bin DIR   salon-server and salon-console of Linux (usually build/dev/bin or build/release/bin)
  --pictures DIR     where the pictures go
  --display :N       display of the test (usually :152)
  --keep             keep the working folder
END
    esac
}

version=$(sed -n 's/^project(Salon VERSION \([0-9.]*\).*/\1/p' "$root/CMakeLists.txt")
installer=$root/build/packages/windows/salon-$version-windows-x86_64.exe
linux_bin=
pictures=$root/build/packages/pictures
display=:152
keep=no
while [ $# -gt 0 ]; do
    case "$1" in
        --installer | --server-bin | --pictures | --display)
            [ $# -ge 2 ] || fail "$1 needs a value." "$1 demande une valeur."
            case "$1" in
                --installer) installer=$(realpath "$2") ;;
                --server-bin) linux_bin=$(realpath "$2") ;;
                --pictures) pictures=$2 ;;
                --display) display=$2 ;;
            esac
            shift
            ;;
        --keep) keep=yes ;;
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
if [ -z "$linux_bin" ]; then
    for candidate in "$root/build/dev/bin" "$root/build/release/bin"; do
        [ ! -x "$candidate/salon-console" ] || linux_bin=$candidate
    done
fi
for program in salon-server salon-console; do
    [ -x "$linux_bin/$program" ] || fail "$program of Linux is needed: --server-bin DIR" \
        "Il faut $program de Linux : --server-bin DOSSIER"
done
[ -f "$installer" ] || fail "There is no $installer: installer/windows/build.sh makes it." \
    "$installer n'existe pas : installer/windows/build.sh le crée."
for program in Xvfb xdotool import wineboot makensis localedef wrestool; do
    command -v $program >/dev/null || fail "$program is missing; this installs what is needed: installer/windows/build.sh" \
        "Il manque $program ; ceci installe ce qu'il faut : installer/windows/build.sh"
done
begin

say "1. A fresh Windows" "1. Un Windows neuf"
make_prefix
mkdir "$c_drive/Été à Noël" # the person's own: it stays
files_before=$work/before.files
list_files >"$files_before"

say "2. A server and a client on Linux" "2. Un serveur et un client sous Linux"
start_linux_server
ada joins "$owner_link"

say "3. What the installer refuses" "3. Ce que l'installateur refuse"
older=$work/salon-0.0.1.exe
make_older_installer "$older"
printf '[Salon]\nserver=http://evil.example/\n' >"$work/wrong.ini"
setup 7 "neither a join link" /CurrentUser /LANG=en "/PRESET=$(windows_path "$work/wrong.ini")"
setup 7 "" /CurrentUser /LANG=xx
setup 7 "" /CurrentUser /AllUsers
setup 7 "" /CurrentUser /COMPONENTS=server
setup 7 "/D=C:" /CurrentUser /LANG=en "/D=C:\\"
setup 7 "/D=Salon" /CurrentUser /LANG=en '/D=Salon'
[ ! -e "$c_drive/users/$user/AppData/Local/Programs/Salon" ] || wrong "something was installed" "quelque chose a été installé"

say "4. Installation for one person, in a folder with accents and spaces, with a preset" \
    "4. Installation pour une personne, dans un dossier avec accents et espaces, avec préréglages"
folder='C:\Été à Noël\Salon d essai'
place=$c_drive/'Été à Noël/Salon d essai'
printf '[Salon]\r\n; déjà prêt\r\nserver=%s\r\nlanguage=fr\r\n' "$open_link" >"$work/préréglages.ini"
setup 0 "est installé" /CurrentUser /LANG=fr "/PRESET=$(windows_path "$work/préréglages.ini")" \
    /COMPONENTS=client,console,startmenu,desktop,autostart,links "/D=$folder"
check_installed_files
check_registry_of HKCU "$folder"
check_shortcuts yes
cmp "$work/préréglages.ini" "$place/preset.ini"

say "5. First start: in French, with the server of the preset" "5. Premier démarrage : en français, avec le serveur des préréglages"
start_client main
wait_window "Salon" 60
sleep 3
picture windows-first-start-fr
type_text "Zoe Martin"
press Return
wait_until 60 "the client joins" grep -q "Zoe Martin" "$work/server.log"
wait_window "Général" 30
converse "Bonjour depuis Windows" "Bonjour Windows, été à Noël sous Linux"
picture windows-client-fr
check_language "Raccourcis clavier"

say "6. A link is opened while the client runs" "6. Ouverture d'un lien pendant que le client tourne"
check_link_command HKCU "$folder"
# What Windows then does; Wine looks for links of everybody only (step 11).
timeout 60 "$wine" "$place/salon.exe" "$open_link" >/dev/null 2>&1 || wrong "the second program ended with $?" "le second programme s'est terminé par $?"
clients_are 1 || wrong "not one client runs" "il ne tourne pas qu'un client"

say "7. An upgrade while the client runs" "7. Mise à jour pendant que le client tourne"
list_hashes "$place" >"$work/hashes"
setup 4 "salon.exe" /LANG=en /WAIT=2
list_hashes "$place" | cmp - "$work/hashes" || wrong "the refused upgrade changed files" "la mise à jour refusée a changé des fichiers"
setup_in_background /LANG=en /WAIT=120
wait_until 60 "the installer waits" log_says "Waiting until Salon has ended"
stop_client
setup_ends 0 "is installed"
check_installed_files
cmp "$work/préréglages.ini" "$place/preset.ini"
setup_with "$older" 3 "newer than 0.0.1" /LANG=en
setup_with "$older" 3 "plus récent que la version 0.0.1" /LANG=fr
list_hashes "$place" | cmp - "$work/hashes" || wrong "the upgrade changed what was the same" "la mise à jour a changé ce qui était égal"
try_moving

say "8. A full disk" "8. Un disque plein"
try_full_disk

say "9. The client in English, and in the language of the system" "9. Le client en anglais, et dans la langue du système"
start_client english --lang en --name "Chloé Müller" "$open_link"
wait_until 60 "the client joins" grep -q "Chloé Müller" "$work/server.log"
wait_window "Général" 30
converse "Hello from Windows" "Hello Windows, this is Linux"
picture windows-client-en
check_language "Keyboard shortcuts"
stop_client
start_client_of_system fr_FR.UTF-8
wait_window "Salon" 60
sleep 3
picture windows-system-french
check_language "Raccourcis clavier"
stop_client
start_client_of_system C.UTF-8
wait_window "Salon" 60
sleep 3
picture windows-system-english
check_language "Keyboard shortcuts"
stop_client

say "10. Removing: everything but what people wrote" "10. Désinstallation : tout sauf ce que les gens ont écrit"
remove_salon "$place"
[ -f "$c_drive/users/$user/AppData/Roaming/salon/settings.ini" ] || wrong "the person's data is gone" "les données de la personne ont disparu"
check_nothing_left "AppData/Roaming/salon"

say "11. For everybody, with the server as a service" "11. Pour tout le monde, avec le serveur en tant que service"
stay_logged_in
port=$(free_port)
mkdir -p "$c_drive/ProgramData/Salon"
printf 'listen = ["127.0.0.1:%s"]\nlanguage = "fr"\nname = "Serveur sous Windows"\nregistration = "open"\ndiscovery = false\n' "$port" \
    >"$c_drive/ProgramData/Salon/salon-server.toml"
place="$c_drive/Program Files/Salon"
setup 0 "join-link.txt" /AllUsers /LANG=en /COMPONENTS=client,server,startmenu,desktop,links
check_installed_files
check_registry_of HKLM 'C:\Program Files\Salon'
check_link_command HKLM 'C:\Program Files\Salon'
timeout 60 "$wine" start "$open_link" >/dev/null 2>&1 || wrong "no link can be opened" "aucun lien ne s'ouvre"
wait_window "Général" 60
picture windows-link
press ctrl+q
wait_until 30 "the client ends" clients_are 0
service_state 4
server_data=$c_drive/ProgramData/Salon
check_private "$server_data"
check_private "$server_data/join-link.txt"
grep -q "READY port=$port" "$server_data/salon-server.log" || wrong "the log has no READY line" "le journal n'a pas de ligne READY"
service_link=$(tr -d '\r' <"$server_data/join-link.txt" | grep -o 'salon://[^ ]*' | head -n 1)
linux_says grace "$service_link" "Bonjour au service"
grep -q "grace" "$server_data/salon-server.log" || wrong "the log does not know her" "le journal ne la connaît pas"
timeout 60 "$wine" sc stop SalonServer >/dev/null 2>&1
wait_until 30 "the service stops" service_is 1
wait_until 60 "the service starts again" start_service
linux_hears grace "Bonjour au service"
! tr -d '\r' <"$server_data/join-link.txt" | grep -q 'invite=' || wrong "the owner code is still there" "le code du propriétaire est encore là"
setup 0 "is installed" /AllUsers /LANG=en
service_state 4
linux_hears grace "Bonjour au service"

say "12. The same server as a program" "12. Le même serveur en tant que programme"
timeout 60 "$wine" sc stop SalonServer >/dev/null 2>&1
wait_until 30 "the service stops" service_is 1
status=0
timeout 60 "$wine" "$place/salon-server.exe" --service >/dev/null 2>&1 || status=$?
[ $status = 2 ] || wrong "--service by hand ended with $status" "--service à la main s'est terminé par $status"
run_server_program
setup 0 "is installed" /AllUsers /LANG=en
service_state 1

say "13. Removing with all data" "13. Désinstallation avec toutes les données"
remove_salon "$place" /REMOVEDATA
check_nothing_left
list_files | diff "$files_before" - >"$work/left.diff" || {
    cat "$work/left.diff" >&2
    wrong "files were left" "des fichiers sont restés"
}
done_saying
