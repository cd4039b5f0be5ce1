# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2154,SC2016,SC2034
#
# The clients with the installed server (sourced by test-debian.sh).

screen=  # the virtual display's process
display= # its number

run_client_steps() {
    check "console: joins as the owner, data in a folder with accents" \
        "console : rejoint comme propriétaire, données dans un dossier accentué" console_becomes_owner
    check "an operator's command gets an invitation" "une commande de l'opérateur donne une invitation" new_link paul
    mkfifo "$state/paul.typed"
    exec 7<>"$state/paul.typed"
    start_paul
    check "console: a second person hears and is heard" "console : une deuxième personne entend et est entendue" \
        paul_hears_and_is_heard
    check "desktop: entry, icons, link handler, invitation files" \
        "bureau : entrée de menu, icônes, liens salon://, fichiers d'invitation" desktop_is_registered
    check "desktop: without a display it says so" "bureau : sans écran il le dit" says_that_there_is_no_display
    check "desktop, offscreen: joins, sends nothing wrong" "bureau, hors écran : rejoint, rien de faux" \
        joins_offscreen
    start_screen || fail "The virtual display does not start: $(cat "$state/screen.log")" \
        "L'écran virtuel ne démarre pas : $(cat "$state/screen.log")"
    check "desktop, on a display: first start in French" "bureau, à l'écran : premier démarrage en français" \
        first_start_on_screen
    check "an invitation for the desktop client" "une invitation pour le client de bureau" new_link lea
    start_lea
    check "desktop, on a display: joins, sends, receives" "bureau, à l'écran : rejoint, envoie, reçoit" \
        lea_sends_and_receives
}

french_session=(LANG=fr_FR.UTF-8 DBUS_SESSION_BUS_ADDRESS=unix:path=/nonexistent)

console_becomes_owner() {
    as_person "${french_session[@]}" salon-console --data "$home/Données de l’été" --name Marie \
        --send "Bonjour, c’est Marie" "$(cat "$state/owner-link")"
    expect "the server has an owner" wait_until 10 journal_has 'marie .*\(owner\|propriétaire\)'
    [ "$boots" = no ] || expect "the note is gone" inside test ! -e "$data/owner-link.txt"
}

journal_has() { # PATTERN
    # Not -q: who ends before it has read everything breaks the pipe.
    journal | grep -e "$1" >/dev/null
}

# The link is in the journal, on the line that answers the command.
new_link() { # PERSON
    local before
    before=$(journal | grep -c 'invite=' || true)
    inside sh -c 'echo "/invite 1 1" >/run/salon-server.commands'
    expect "an answer" wait_until 10 more_invitations "$before"
    journal | grep -o 'salon://[^ ]*invite=[^ ]*' | tail -n 1 >"$state/$1.link"
}

more_invitations() {
    [ "$(journal | grep -c 'invite=' || true)" -gt "$1" ]
}

start_paul() {
    as_person salon-console --data "$home/paul" --name Paul --lang en "$(cat "$state/paul.link")" \
        <&7 >"$state/paul.out" 2>&1 &
}

paul_hears() { # TEXT
    grep -q -s -F -e "$1" "$state/paul.out"
}

paul_hears_and_is_heard() {
    expect "what was said before" wait_until 20 paul_hears "Bonjour, c’est Marie"
    echo "Salut Marie, ici Paul" >&7
    expect "Marie reads it" wait_until 20 marie_reads "Salut Marie, ici Paul"
}

# A new run of the console client shows what is in the room.
marie_reads() { # TEXT
    as_person salon-console --data "$home/Données de l’été" --lang en </dev/null >"$state/marie.out" 2>&1 || true
    grep -q -F -e "$1" "$state/marie.out"
}

desktop_is_registered() {
    equal "handler of links" salon.desktop "$(as_person xdg-mime query default x-scheme-handler/salon)"
    equal "handler of invitations" salon.desktop "$(as_person xdg-mime query default application/x-salon-invitation)"
    equal "files that are invitations" "application/x-salon-invitation:*.salon" \
        "$(inside grep -h -o 'application/x-salon-invitation:\*\.salon' /usr/share/mime/globs)"
    equal "desktop-file-validate" "" "$(inside desktop-file-validate /usr/share/applications/salon.desktop 2>&1)"
    local size
    for size in 16 24 32 48 64 128 256 512; do
        expect "icon of $size" inside test -s "/usr/share/icons/hicolor/${size}x$size/apps/salon.png"
    done
}

says_that_there_is_no_display() {
    local words code=0
    words=$(as_person LANG=fr_FR.UTF-8 salon 2>&1) || code=$?
    echo "$words"
    if [ $code = 0 ] || [ $code -ge 128 ]; then
        echo "EXPECTED: an orderly end with an error, not $code"
        exit 1
    fi
    expect "words in French" grep -q -i -e 'écran\|affichage\|graphique' <<<"$words"
    result "$(head -n 1 <<<"$words")"
}

# Whatever a client writes on standard error beside the notice that this bare system has no French locale, and what
# runuser says of an end by SIGTERM; there is no keychain either.
complaints() { # FILE
    grep -v -e '^$' -e '^Terminated$' -e 'Detected locale' -e 'locale.*UTF-8' -e "Qt depends on a UTF-8 locale" -e 'reconfigure your locale' \
        -e 'XDG_RUNTIME_DIR' -e 'No system keychain' "$1" || true
}

joins_offscreen() {
    local client
    new_link zoe
    as_person "${french_session[@]}" QT_QPA_PLATFORM=offscreen salon --data "$home/hors écran" --name Zoé \
        --connect "$(cat "$state/zoe.link")" >"$state/zoe.out" 2>&1 &
    client=$!
    expect "the server knows her" wait_until 30 journal_has 'Zoé'
    expect "what was said arrives" wait_until 30 is_stored "$home/hors écran" "Salut Marie, ici Paul"
    inside pkill -TERM -x -u marie salon
    wait $client || true
    equal "complaints" "" "$(complaints "$state/zoe.out")"
}

# The client keeps what it was told in a database of its own.
is_stored() { # FOLDER TEXT
    inside grep -r -q -a -F -e "$2" "$1"
}

# The display is outside; it is reached through the network namespace of the machine.
start_screen() {
    mkfifo "$state/display"
    exec 8<>"$state/display"
    nsenter --target "$leader" --net -- Xvfb -displayfd 8 -screen 0 1200x760x24 -ac -noreset -nolisten tcp 7<&- \
        >"$state/screen.log" 2>&1 &
    screen=$!
    read -r -t 30 display <&8 || return 1
    display=:$display
}

stop_screen() {
    [ -z "$screen" ] || kill "$screen" 2>/dev/null || true
    screen=
}

on_screen() {
    nsenter --target "$leader" --net -- env DISPLAY="$display" "$@"
}

window_is_there() {
    [ -n "$(on_screen xdotool search --onlyvisible --class salon 2>/dev/null)" ]
}

fill_screen() {
    local window
    expect "a window" wait_until 30 window_is_there
    for window in $(on_screen xdotool search --onlyvisible --class salon); do
        on_screen xdotool windowsize "$window" 1200 760 windowmove "$window" 0 0
    done
}

picture() { # NAME
    sleep 1.5 # what was asked for is drawn
    on_screen import -window root "$pictures/$1.png"
}

first_start_on_screen() {
    as_person "${french_session[@]}" DISPLAY="$display" salon --data "$home/premier démarrage" >"$state/first.out" 2>&1 &
    fill_screen
    picture debian-first-start
    inside pkill -TERM -x -u marie salon
    wait
    equal "complaints" "" "$(complaints "$state/first.out")"
    [ "$(on_screen identify -format '%k' "$pictures/debian-first-start.png")" -gt 50 ] || {
        echo "EXPECTED: a picture of more than a few colours"
        exit 1
    }
}

start_lea() {
    as_person "${french_session[@]}" DISPLAY="$display" salon --name Léa "$(cat "$state/lea.link")" \
        >"$state/lea.out" 2>&1 7<&- 8<&- &
}

lea_types() { # TEXT
    local window
    window=$(on_screen xdotool search --onlyvisible --class salon | tail -n 1)
    on_screen xdotool windowfocus "$window" mousemove 700 725 click 1
    on_screen xdotool type --delay 30 "$1"
    on_screen xdotool key Return
}

lea_sends_and_receives() {
    fill_screen
    expect "the server knows her" wait_until 30 journal_has 'Léa'
    expect "what was said before arrives" wait_until 30 is_stored "$home/.local/share" "Salut Marie, ici Paul"
    lea_types "Bonjour du client de bureau"
    expect "Paul hears it" wait_until 20 paul_hears "Bonjour du client de bureau"
    echo "Bonjour Léa, bien reçu" >&7
    expect "she has the answer" wait_until 20 is_stored "$home/.local/share" "Bonjour Léa, bien reçu"
    picture debian-conversation
    equal "complaints" "" "$(complaints "$state/lea.out")"
}
