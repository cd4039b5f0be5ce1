# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2154,SC2034,SC1111,SC1003 # variables of test-wine.sh; quotation marks of English
#
# What test-wine.sh does, one function per step (sourced, not run). Each ends the test, by wrong(), when something is not
# as it should be. Programs of Windows write nothing into pipes of Linux: what they say is read from files.

begin() {
    work=$(mktemp -d)
    export DISPLAY=$display LC_ALL=C.UTF-8 WINEPREFIX=$work/wine WINEARCH=win64 WINEDEBUG=-all
    export WINEDLLOVERRIDES='mscoree,mshtml,winemenubuilder.exe=' # nothing in the menus of this machine
    export XDG_DATA_HOME=$work/xdg/data XDG_CONFIG_HOME=$work/xdg/config XDG_CACHE_HOME=$work/xdg/cache
    mkdir -p "$XDG_DATA_HOME" "$XDG_CONFIG_HOME" "$XDG_CACHE_HOME"
    unset LANG LANGUAGE LC_MESSAGES SALON_LANGUAGE
    # Nothing of Linux shall open a window there (a keyring that asks for a password does).
    linux=(env -u DISPLAY DBUS_SESSION_BUS_ADDRESS=unix:path=/nonexistent)
    c_drive=$WINEPREFIX/drive_c
    user=$(id -un)
    wine=wine
    [ ! -x /usr/lib/wine/wine64 ] || wine=/usr/lib/wine/wine64
    setup_log=$c_drive/setup.log
    helpers=()
    client_pid=
    session_pid=
    mkdir -p "$pictures"
    rm -f "$pictures"/windows-*.png # those of another run
    pictures=$(cd "$pictures" && pwd)
    started=$SECONDS
    trap finish EXIT
    trap 'say "Ended in line $LINENO: $BASH_COMMAND" "Arrêté à la ligne $LINENO : $BASH_COMMAND"' ERR
    trap 'exit 130' INT TERM HUP
}

finish() {
    local status=$?
    [ $status = 0 ] || picture windows-failure 2>/dev/null || true
    [ -z "$client_pid" ] || kill "$client_pid" 2>/dev/null || true
    timeout 20 wineserver -k 2>/dev/null || true
    [ ${#helpers[@]} = 0 ] || kill "${helpers[@]}" 2>/dev/null || true
    ! mountpoint -q "$work/small" 2>/dev/null || umount -l "$work/small" || true
    if [ "$keep" = yes ] || [ "$status" != 0 ]; then
        say "Working folder: $work" "Dossier de travail : $work"
    else
        rm -rf "$work"
    fi
}

done_saying() {
    say "Everything as it should be, in $((SECONDS - started)) seconds. Please look at the pictures in $pictures." \
        "Tout est comme il faut, en $((SECONDS - started)) secondes. Veuillez regarder les images dans $pictures."
}

wrong() { # ENGLISH FRENCH
    fail "NOT AS IT SHOULD BE: $1" "PAS COMME IL FAUT : $2"
}

wait_until() { # SECONDS WHAT COMMAND…
    local until=$((SECONDS + $1)) what=$2
    shift 2
    until "$@" 2>/dev/null; do
        [ $SECONDS -lt $until ] || wrong "waited in vain for this: $what" "attendu en vain : $what"
        sleep 0.2
    done
}

windows_path() { # PATH OF LINUX
    echo "Z:${1//\//\\}"
}

free_port() {
    python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

# ---------------------------------------------------------------------------------------------------- the fresh Windows

make_prefix() {
    while [ -e "/tmp/.X11-unix/X${display#:}" ]; do # somebody else's
        display=:$((${display#:} + 1))
    done
    export DISPLAY=$display
    Xvfb "$display" -screen 0 1280x900x24 >"$work/xvfb.log" 2>&1 &
    helpers+=($!)
    wait_until 20 "Xvfb" xdotool getdisplaygeometry >/dev/null 2>&1
    "$here/wine-prefix.sh" || wrong "no Wine prefix" "pas de préfixe Wine"
    # Once through what Windows makes at a first start, so that it is not taken for a trace of ours.
    "$wine" cmd /c exit >/dev/null 2>&1
    timeout 60 wineserver -w || true
}

# Wine stops its services when the last program of a person ends: this one stays.
stay_logged_in() {
    "$wine" ping -n 100000 127.0.0.1 >/dev/null 2>&1 &
    session_pid=$!
    helpers+=("$session_pid")
}

# Everything below the drive but what Wine and its Windows keep for themselves.
list_files() {
    (cd "$c_drive" && find . \( -path './windows' -o -path './users/*/Temp' -o -path './users/*/AppData/Local/Temp' \) -prune -o -print) |
        grep -v -e '^./setup.log$' -e '/AppData/LocalLow' | LC_ALL=C sort
}

list_hashes() { # FOLDER
    (cd "$1" && find . -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum)
}

# ---------------------------------------------------------------------------------------------------- Linux

start_linux_server() {
    mkfifo "$work/orders"
    "${linux[@]}" "$linux_bin/salon-server" --listen 127.0.0.1:0 --data "$work/linux-server" --registration open --lang fr \
        --name "Salon d'essai" <>"$work/orders" >"$work/server.log" 2>&1 &
    helpers+=($!)
    wait_until 30 "the Linux server" grep -q '^READY ' "$work/server.log"
    owner_link=$(sed -n 's/^READY.* link=\([^ ]*\).*/\1/p' "$work/server.log")
    open_link=${owner_link%&invite=*}
}

# Ada sits at the Linux console all the time: ada joins LINK, ada says TEXT.
ada() {
    case "$1" in
        joins)
            mkfifo "$work/ada"
            "${linux[@]}" "$linux_bin/salon-console" --data "$work/ada-data" --lang fr --name "Ada" "$2" <>"$work/ada" >"$work/ada.log" 2>&1 &
            helpers+=($!)
            wait_until 30 "Ada" grep -qF "(ada)" "$work/server.log"
            ;;
        says) echo "$2" >"$work/ada" ;;
    esac
}

linux_says() { # WHO LINK TEXT: joins a server and says it there
    timeout 60 "${linux[@]}" "$linux_bin/salon-console" --data "$work/$1-data" --lang fr --name "$1" --send "$3" "$2" >"$work/$1.log" 2>&1 || {
        cat "$work/$1.log" >&2
        wrong "the Linux client cannot talk with the server on Windows" "le client Linux ne peut pas parler au serveur sous Windows"
    }
}

linux_hears() { # WHO TEXT: comes back and reads what was said
    (sleep 4) | timeout 60 "${linux[@]}" "$linux_bin/salon-console" --data "$work/$1-data" --lang fr >"$work/$1.log" 2>&1 || true
    grep -q "$2" "$work/$1.log" || {
        cat "$work/$1.log" >&2
        wrong "“$2” is not there after a restart" "« $2 » n'est plus là après un redémarrage"
    }
}

# ---------------------------------------------------------------------------------------------------- the installer

# /D= takes the rest of the line without quotes: its words go one by one, as Wine joins them again.
setup_words() { # ARGUMENT…: into the array `words`
    local argument part
    words=()
    for argument; do
        case "$argument" in
            /D=*) read -ra part <<<"$argument" && words+=("${part[@]}") ;;
            *) words+=("$argument") ;;
        esac
    done
}

setup_with() { # INSTALLER STATUS WORDS-OF-THE-LOG ARGUMENT…
    local program=$1 expected=$2 says=$3 status=0
    shift 3
    setup_words "$@"
    rm -f "$setup_log"
    timeout 300 "$wine" "$program" /S '/LOG=C:\setup.log' "${words[@]}" >/dev/null 2>&1 || status=$?
    check_setup $status "$expected" "$says" "$*"
}

setup() { # STATUS WORDS-OF-THE-LOG ARGUMENT…
    setup_with "$installer" "$@"
}

check_setup() { # STATUS EXPECTED WORDS ARGUMENTS
    if [ "$1" != "$2" ] || ! log_says "$3"; then
        iconv -f UTF-16 -t UTF-8 "$setup_log" >&2 2>/dev/null || true
        wrong "installer ($4): exit code $1 instead of $2, or no word of “$3”" "installateur ($4) : code $1 au lieu de $2, ou rien sur « $3 »"
    fi
}

log_says() { # WORDS
    [ -f "$setup_log" ] && iconv -f UTF-16 -t UTF-8 "$setup_log" | tr -d '\r' | grep -qF -- "$1"
}

setup_in_background() { # ARGUMENT…
    setup_words "$@"
    rm -f "$setup_log"
    timeout 300 "$wine" "$installer" /S '/LOG=C:\setup.log' "${words[@]}" >/dev/null 2>&1 &
    setup_pid=$!
}

setup_ends() { # STATUS WORDS
    local status=0
    wait "$setup_pid" || status=$?
    check_setup $status "$1" "$2" "-"
}

# Only its version matters: it is refused before it writes anything.
make_older_installer() { # FILE
    local program
    for program in client/salon console/salon-console server/salon-server; do
        mkdir -p "$work/old/${program%/*}"
        echo old >"$work/old/$program.exe"
    done
    "$here/nsis/make-installer.sh" --stage "$work/old" --version 0.0.1 --output "$1" 2>"$work/older.log" || {
        cat "$work/older.log" >&2
        wrong "no older installer" "pas d'installateur plus ancien"
    }
}

# What the installer says it installed is there, and nothing else; the programs answer.
check_installed_files() {
    local file
    [ -s "$place/install.lst" ] || wrong "no list of files in $place" "pas de liste de fichiers dans $place"
    tr -d '\r' <"$place/install.lst" | tr '\\' '/' | LC_ALL=C sort >"$work/expected.files"
    (cd "$place" && find . -type f -printf '%P\n') | grep -v '^install.lst$' | LC_ALL=C sort | diff "$work/expected.files" - ||
        wrong "the folder holds other files than its list" "le dossier contient d'autres fichiers que sa liste"
    for file in Qt6Core.dll libcrypto-3-x64.dll sqldrivers/qsqlite.dll tls/qopensslbackend.dll uninstall.exe; do
        [ -s "$place/$file" ] || wrong "$file is missing" "il manque $file"
    done
    for file in "$place"/salon*.exe; do
        check_properties "$file"
    done
}

# What Explorer shows of a program: its name, version, maker; and the icon.
check_properties() { # PROGRAM
    local words word
    words=$(wrestool -x --raw -t 16 "$1" | iconv -f UTF-16LE -t UTF-8 | tr '\0' '\n')
    for word in "The Salon developers" "$version" "Salon" "${1##*/}"; do
        grep -qxF -- "$word" <<<"$words" || wrong "the properties of $1 lack “$word”" "les propriétés de $1 n'ont pas « $word »"
    done
    [ -n "$(wrestool -l -t 14 "$1")" ] || wrong "$1 has no icon" "$1 n'a pas d'icône"
}

check_value() { # KEY NAME EXPECTED
    local value
    value=$(timeout 30 "$wine" reg query "$1" /v "$2" 2>/dev/null | tr -d '\r' | sed -n "s/^ *$2 *REG_[A-Z]* *//p")
    [ "$(ascii <<<"$value")" = "$(ascii <<<"$3")" ] ||
        wrong "registry: $1\\$2 is “$value”" "registre : $1\\$2 vaut « $value »"
}

# reg.exe writes in the code page of the console: what is not ASCII is compared without it
ascii() {
    LC_ALL=C tr -cd ' -~'
}

check_link_command() { # HKCU|HKLM FOLDER
    local command
    command=$(timeout 30 "$wine" reg query "$1\\Software\\Classes\\salon\\shell\\open\\command" 2>/dev/null | tr -d '\r' |
        sed -n 's/^.*REG_SZ *//p')
    [ "$(ascii <<<"$command")" = "$(ascii <<<"\"$2\\salon.exe\" -- \"%1\"")" ] ||
        wrong "links open “$command”" "les liens ouvrent « $command »"
}

check_registry_of() { # HKCU|HKLM FOLDER
    local key="$1\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\Salon" other=HKLM
    [ "$1" = HKCU ] || other=HKCU
    check_value "$key" DisplayName Salon
    check_value "$key" DisplayVersion "$version"
    check_value "$key" InstallLocation "$2"
    check_value "$key" QuietUninstallString "\"$2\\uninstall.exe\" /S"
    check_value "$1\\Software\\Classes\\salon" "URL Protocol" ""
    ! "$wine" reg query "$other\\Software\\Classes\\salon" >/dev/null 2>&1 || wrong "links for others, too" "des liens pour d'autres aussi"
}

check_shortcuts() { # yes: with desktop and autostart
    [ -s "$c_drive/users/$user/AppData/Roaming/Microsoft/Windows/Start Menu/Programs/Salon.lnk" ] ||
        wrong "not in the start menu" "pas dans le menu Démarrer"
    [ -s "$c_drive/users/$user/Desktop/Salon.lnk" ] || wrong "not on the desktop" "pas sur le bureau"
    check_value 'HKCU\Software\Microsoft\Windows\CurrentVersion\Run' Salon "\"$folder\\salon.exe\""
}

# The same folder under another name is no other folder: nothing may go. Then elsewhere and back, with the preset.
try_moving() {
    ln -s "$c_drive" "$WINEPREFIX/dosdevices/t:"
    setup 0 "is installed" /LANG=en "/D=T${folder#C}"
    list_hashes "$place" | cmp - "$work/hashes" || wrong "under another name the folder lost files" "sous un autre nom, le dossier a perdu des fichiers"
    setup 0 "is installed" /LANG=en "/D=$folder\\"
    list_hashes "$place" | cmp - "$work/hashes" || wrong "under its own name the folder lost files" "sous son nom, le dossier a perdu des fichiers"
    rm "$WINEPREFIX/dosdevices/t:"
    setup 0 "is installed" /LANG=en '/D=C:\Été à Noël\Ailleurs\Salon'
    [ ! -e "$place" ] || wrong "Salon moved, and its old folder is still there" "Salon a changé de dossier, et l'ancien est encore là"
    setup 0 "is installed" /LANG=en "/D=$folder"
    list_hashes "$place" | cmp - "$work/hashes" || wrong "Salon lost files on its way" "Salon a perdu des fichiers en route"
    rmdir "$c_drive/Été à Noël/Ailleurs" # the installer leaves folders that are not its own
    check_registry_of HKCU "$folder"
}

# Wine shows the rights of Windows as those of Linux (administrators are owner and group): others may do nothing.
check_private() { # PATH
    local rights
    rights=$(stat -c %a "$1")
    case "$rights" in
        *0) ;;
        *) wrong "others may read $1 ($rights)" "d'autres peuvent lire $1 ($rights)" ;;
    esac
}

# A small disk of its own: only root can make one.
try_full_disk() {
    if [ "$(id -u)" != 0 ]; then
        say "   (left out: only root can make a small disk here)" "   (laissé de côté : seul root peut créer un petit disque ici)"
        return
    fi
    mkdir "$work/small"
    mount -t tmpfs -o size=20m tmpfs "$work/small"
    ln -s "$work/small" "$WINEPREFIX/dosdevices/s:"
    setup 5 "le disque est plein" /LANG=fr '/D=S:\Salon'
    [ -z "$(ls -A "$work/small")" ] || wrong "something is left on the full disk" "il reste quelque chose sur le disque plein"
    list_hashes "$place" | cmp - "$work/hashes" || wrong "the installation elsewhere changed" "l'autre installation a changé"
    rm "$WINEPREFIX/dosdevices/s:"
    umount "$work/small"
}

remove_salon() { # FOLDER OPTION…
    local at=$1
    shift
    timeout 60 "$wine" "$at/uninstall.exe" /S "$@" >/dev/null 2>&1 || wrong "the uninstaller ended with $?" "le désinstallateur s'est terminé par $?"
    wait_until 60 "the folder is gone" [ ! -e "$at" ] # a copy of the uninstaller does it
    [ -z "$session_pid" ] || kill "$session_pid" || true
    session_pid=
    timeout 60 wineserver -w || true # and everything is in the registry's files
}

check_nothing_left() { # [PATH that stays]
    local left
    left=$(list_files | grep -i salon | grep -v -F "${1:-nothing of all this}" || true)
    [ -z "$left" ] || wrong "files are left: $left" "des fichiers restent : $left"
    left=$(grep -a -i -h salon "$WINEPREFIX"/*.reg || true)
    [ -z "$left" ] || wrong "the registry still says: $left" "le registre dit encore : $left"
}

# ---------------------------------------------------------------------------------------------------- the client

start_client() { # NAME-OF-PROFILE ARGUMENT…; "main" is the usual one
    local profile=$1
    shift
    client_data=$c_drive/users/$user/AppData/Roaming/salon
    if [ "$profile" != main ]; then
        client_data=$work/profile-$profile
        set -- --data "$(windows_path "$client_data")" "$@"
    fi
    "$wine" "$place/salon.exe" "$@" >"$work/client.log" 2>&1 &
    client_pid=$!
}

# Windows speaks LOCALE; a profile of its own. Locales that this machine does not have are made for the test.
start_client_of_system() { # LOCALE
    local locales=$work/locales
    mkdir -p "$locales"
    [ -d "$locales/$1" ] || [ "${1%%.*}" = C ] || localedef -f UTF-8 -i "${1%%.*}" "$locales/$1" ||
        wrong "the locale $1 cannot be made" "la locale $1 ne peut pas être créée"
    timeout 60 wineserver -w || true # Wine takes the language when its server starts
    rm -f "$place/preset.ini.off"
    mv "$place/preset.ini" "$place/preset.ini.off"
    client_data=$work/profile-$1
    LC_ALL=$1 LOCPATH=$locales "$wine" "$place/salon.exe" --data "$(windows_path "$client_data")" >"$work/client.log" 2>&1 &
    client_pid=$!
}

# A key that comes while a dialog closes is nobody's: asked again.
ask_client_to_end() {
    local main
    main=$(window "Général" || window "Salon" || true)
    [ -z "$main" ] || xdotool windowfocus "$main"
    press ctrl+q
    sleep 2
    client_is_gone
}

stop_client() {
    wait_until 60 "the client ends" ask_client_to_end
    client_pid=
    [ ! -f "$place/preset.ini.off" ] || mv "$place/preset.ini.off" "$place/preset.ini"
}

client_is_gone() {
    ! kill -0 "$client_pid" 2>/dev/null
}

clients_are() { # HOW MANY, of this test
    [ "$(pgrep -f 'salon\.exe' | while read -r pid; do
        ! grep -qsz "^WINEPREFIX=$WINEPREFIX\$" "/proc/$pid/environ" || echo "$pid"
    done | wc -l)" = "$1" ]
}

window() { # PART OF THE TITLE
    xdotool search --onlyvisible --name "$1" 2>/dev/null | head -n 1 | grep .
}

no_window() { # PART OF THE TITLE
    ! window "$1" >/dev/null
}

wait_window() { # PART OF THE TITLE, SECONDS
    wait_until "$2" "a window “$1”" window "$1" >/dev/null
}

picture() { # NAME
    sleep 1
    import -window root "$pictures/$1.png"
}

press() { # KEY
    xdotool key --clearmodifiers "$1"
    sleep 0.5
}

# ASCII only: xdotool invents keys for other letters, which Wine does not always see.
type_text() { # TEXT
    xdotool type --delay 40 -- "$1"
    sleep 0.5
}

# The help on shortcuts has a title in the language of the program.
check_language() { # ITS TITLE
    press F1
    wait_window "$1" 20
    xdotool windowfocus "$(window "$1")" # there is no window manager that would do it
    press Escape
    wait_until 10 "“$1” is closed" no_window "$1"
}

received() { # TEXT: the client has stored it
    cat "$client_data"/servers/*/mirror.sqlite* 2>/dev/null | grep -aqF -- "$1"
}

converse() { # WHAT WINDOWS SAYS, WHAT LINUX SAYS
    sleep 1
    type_text "$1"
    press Return
    wait_until 30 "Linux hears Windows" grep -qF -- "$1" "$work/ada.log"
    ada says "$2"
    wait_until 30 "Windows hears Linux" received "$2"
    sleep 1
}

# ---------------------------------------------------------------------------------------------------- the server

service_is() { # STATE: 1 stopped, 4 running
    timeout 30 "$wine" sc query SalonServer 2>/dev/null | tr -d '\r' | grep -q "STATE *: $1 "
}

# Asked again while it is refused: the state is "stopped" a moment before the process is gone, and until then Wine says
# that the service already runs (error 1056).
start_service() {
    service_is 4 || { timeout 120 "$wine" sc start SalonServer >/dev/null 2>&1 && service_is 4; }
}

service_state() { # STATE
    service_is "$1" || wrong "the service is not in state $1" "le service n'est pas dans l'état $1"
}

# By hand, as a person would: with a folder and a port of its own; a Linux client joins and says something.
run_server_program() {
    local port link pid
    port=$(free_port)
    mkfifo "$work/windows-orders"
    "$wine" "$place/salon-server.exe" --data "$(windows_path "$work/données du serveur")" --listen "127.0.0.1:$port" \
        --lang en <>"$work/windows-orders" >"$work/windows-server.log" 2>&1 &
    pid=$!
    wait_until 60 "the server as a program" grep -q '^READY ' "$work/windows-server.log"
    link=$(sed -n 's/^READY.* link=\([^ ]*\).*/\1/p' "$work/windows-server.log")
    linux_says henry "$link" "Hello server"
    grep -q "henry is the owner of this server now" "$work/windows-server.log" ||
        wrong "nobody owns the server" "personne n'est propriétaire du serveur"
    echo /stop >"$work/windows-orders"
    local status=0
    wait $pid || status=$?
    [ $status = 0 ] || wrong "the server ended with $status" "le serveur s'est terminé par $status"
}
