# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC1112,SC2154,SC2016,SC2034
#
# Installing, and the server (sourced by test-debian.sh). Functions called by check run in a shell of their own.

data=/var/lib/salon

# The debs as they came, and the same again with higher versions: what an upgrade sees is the version.
prepare_debs() {
    local name file
    for name in salon salon-server salon-console; do
        file=$(one_file $name)
        cp "$file" "$work/debs/$name-1.deb"
        repack "$file" "$work/debs/$name-2.deb" +later1
        [ $name != salon-server ] || repack "$file" "$work/debs/$name-3.deb" +later2 newer_schema
    done
    version=$(dpkg-deb --field "$work/debs/salon-1.deb" Version)
}

repack() { # FROM TO VERSION-SUFFIX [newer_schema]
    local folder=$work/debs/repack
    rm -rf "$folder"
    dpkg-deb --raw-extract "$1" "$folder"
    sed -i "s/^Version: .*/&$3/" "$folder/DEBIAN/control"
    if [ "${4:-}" = newer_schema ]; then
        # As if it had a newer database: it says so, and its own check lets it in.
        echo 999 >"$folder/usr/share/salon-server/schema-version"
        sed -i 's/^known=.*/known=999/' "$folder/DEBIAN/preinst"
    fi
    dpkg-deb --root-owner-group -Znone --build "$folder" "$2" >/dev/null
    rm -rf "$folder"
}

unpack_base() {
    rm -rf --one-file-system "$root"
    mkdir -p "$root"
    tar --numeric-owner -C "$root" -xf "$base"
}

fetch_for_later() {
    rm -rf "$root/debs"
    cp -r "$work/debs" "$root/debs"
    fetch_dependencies /debs/salon-1.deb /debs/salon-server-1.deb /debs/salon-console-1.deb
    if [ ! -e "$base" ]; then
        tar --numeric-owner -C "$root" --exclude=./debs -cf - . | zstd -q -1 -T0 >"$base.new"
        mv "$base.new" "$base"
    fi
}

apt_install() {
    inside "${apt_environment[@]}" apt-get install --quiet --yes --no-install-recommends "$@"
}
apt_environment=()

# Every file that no package owns. What shared-mime-info makes of the types of others is compared later.
unowned_files() {
    # shellcheck disable=SC2016 # for the shell inside
    inside sh -c '
        find / -xdev \( -path /proc -o -path /sys -o -path /dev -o -path /run -o -path /tmp -o -path /debs \
            -o -path /var/log -o -path /var/cache -o -path /var/lib/apt -o -path /var/lib/dpkg \
            -o -path /usr/share/mime \) -prune -o -print | sort >/tmp/all
        cat /var/lib/dpkg/info/*.list | sort -u >/tmp/owned
        # /usr is merged: packages still say /bin and /lib.
        sed -n "s#^/\(bin\|sbin\|lib\|lib64\)/#/usr/\1/#p" /tmp/owned | sort -u - /tmp/owned >/tmp/owned2
        comm -23 /tmp/all /tmp/owned2' | without_backups
}

# The tools for accounts keep the files of before.
without_backups() {
    grep -v -x -e '/etc/\(passwd\|group\|shadow\|gshadow\|subuid\|subgid\)-'
}

accounts() {
    inside sh -c 'cat /etc/passwd /etc/group; cut -d: -f1 /etc/shadow /etc/gshadow'
}

nothing_of_salon() {
    local left
    left=$(inside sh -c 'find / -xdev \( -path /proc -o -path /sys -o -path /debs -o -path /home -o -path /var/log \) \
        -prune -o -iname "*salon*" -print; grep -rl salon /etc /usr/share/applications /var/lib/systemd 2>/dev/null |
        grep -v "^/etc/\(passwd\|group\|shadow\|gshadow\|subuid\|subgid\)-\$"') || true
    equal "files of Salon" "" "$left"
    expect "no account" inside sh -c '! getent passwd salon && ! getent group salon'
    expect "nothing in dpkg" inside sh -c '! dpkg-query -W salon salon-server salon-console 2>/dev/null'
}

# The server would run as that person. Said in their language; nothing is broken by it.
person_of_that_name_is_refused() {
    local words language pattern
    unowned_files >"$state/unowned.before"
    accounts >"$state/accounts.before"
    inside useradd --create-home salon
    if words=$(apt_install /debs/salon-server-1.deb /debs/salon-console-1.deb 2>&1); then
        echo "EXPECTED: a refusal"
        exit 1
    fi
    echo "$words"
    expect "the reason" grep -q "a person here has the name 'salon'" <<<"$words"
    for language in fr_FR.UTF-8:'une personne a ici le nom' C.UTF-8:'a person here has the name'; do
        pattern=${language#*:}
        words=$(inside LANG="${language%%:*}" dpkg --configure salon-server 2>&1) || true
        echo "$words"
        expect "the reason, $language" grep -q "$pattern" <<<"$words"
    done
    expect "their home is as it was" inside sh -c '[ "$(stat -c %U /home/salon)" = salon ] && [ -e /home/salon/.bashrc ]'
    expect "no data folder" inside test ! -e "$data"
    inside userdel --remove salon 2>/dev/null
}

# As the words said.
server_installs_without_systemd() {
    inside dpkg --configure salon-server
    apt_install /debs/salon-server-1.deb /debs/salon-console-1.deb
    check_files salon-server salon-console
    check_account
}

check_account() {
    local entry
    entry=$(inside getent passwd salon)
    equal "home and shell" "$data:/usr/sbin/nologin" "$(cut -d: -f6,7 <<<"$entry")"
    [ "$(cut -d: -f3 <<<"$entry")" -lt 1000 ] || {
        echo "EXPECTED: a system account: $entry"
        exit 1
    }
    equal "data folder" "salon:salon 700" "$(inside stat -c '%U:%G %a' "$data")"
    expect "password locked" inside sh -c 'getent shadow salon | cut -d: -f2 | grep -q "^[!*]"'
}

# Owned by root, writable by nobody else, no program with rights of its own; the sums agree.
check_files() { # PACKAGE…
    local package bad
    for package in "$@"; do
        expect "$package is whole" inside dpkg --verify "$package"
        # shellcheck disable=SC2016
        bad=$(inside sh -c 'dpkg -L "$1" | while read -r file; do
                [ -e "$file" ] || echo "missing: $file"
                find "$file" -maxdepth 0 \( ! -user root -o ! -group root -o -perm /7000 -o -perm /022 ! -type l \)
            done' sh "$package")
        equal "files of $package with a wrong owner or mode" "" "$bad"
        expect "copyright" inside test -s "/usr/share/doc/$package/copyright"
    done
}

# The unit's command with the essentials of what systemd does for it.
start_unit_by_hand() {
    local command
    command=$(inside sed -n 's/^ExecStart=//p' /lib/systemd/system/salon-server.service)
    inside rm -f /run/salon-server.commands
    inside mkfifo -m 600 /run/salon-server.commands
    # shellcheck disable=SC2016
    inside sh -c 'exec <>/run/salon-server.commands >>/run/salon-server.log 2>&1
        export STATE_DIRECTORY=/var/lib/salon
        cd / && exec setpriv --reuid salon --regid salon --clear-groups --no-new-privs --bounding-set=-all \
            --inh-caps=-all '"$command" &
    wait_until 30 inside grep -q -s '^READY' /run/salon-server.log
}

stop_unit_by_hand() {
    inside pkill -TERM -x -u salon salon-server
    wait_until 15 inside sh -c '! pgrep -x -u salon salon-server'
}

# The data is on a disk of its own, as those have it who expect much of it.
server_runs_without_systemd() {
    local link said
    inside mount -t tmpfs -o "mode=700,uid=$(inside id -u salon),gid=$(inside id -g salon)" tmpfs "$data"
    start_unit_by_hand || {
        inside cat /run/salon-server.log
        exit 1
    }
    equal "user of the process" salon "$(inside ps -C salon-server -o user= | tr -d ' ')"
    link=$(inside sed -n 's/^READY .*link=\([^ ]*\).*/\1/p' /run/salon-server.log)
    inside salon-console --data /root/client --name Marie --send "premier message" "$link"
    inside rm -rf /root/client
    said=$(inside grep -c 'Connection received' /run/salon-server.log)
    equal "connections told" 1 "$said"
    inside salon-server --health --data "$data"
    expect "health, asked by the server's user" inside runuser -u salon -- salon-server --health --data "$data"
    expect "health is not for everybody" inside sh -c '! runuser -u nobody -- salon-server --health --data /var/lib/salon'
    equal "connections told after health checks" 1 "$(inside grep -c 'Connection received' /run/salon-server.log)"
    stop_unit_by_hand
    expect "no health without a server" inside sh -c '! salon-server --health --data /var/lib/salon'
    inside rm -f /run/salon-server.commands /run/salon-server.log
}

purge_leaves_nothing_owned() {
    expect "data" inside test -s "$data/salon.db"
    inside apt-get purge --quiet --yes salon-server salon-console
    equal "what is on the disk of the data" "" "$(inside ls -A "$data")"
    equal "whose it is" root "$(inside stat -c %U "$data")"
    inside umount "$data"
    inside rmdir "$data" # it was there to mount on
    unowned_files >"$state/unowned.after"
    accounts >"$state/accounts.after"
    diff "$state/unowned.before" "$state/unowned.after"
    diff "$state/accounts.before" "$state/accounts.after"
    nothing_of_salon
}

# The data may have been moved and linked to. What is not the server's own stays, whatever leads to it.
purge_follows_the_link_to_the_data() {
    local owner
    inside dpkg-deb --control /debs/salon-server-1.deb /root/control
    for owner in salon root; do
        inside sh -euc '
            adduser --quiet --system --group --home /var/lib/salon --no-create-home salon
            install -d /srv/others
            echo kept >/srv/others/file
            install -d -m 700 -o "$1" /srv/salon
            install -d /srv/salon/sub
            echo data >/srv/salon/salon.db
            ln -s /srv/others /srv/salon/sub/link
            ln -s /srv/salon /var/lib/salon
            sh /root/control/postrm purge' sh $owner
        expect "no link" inside sh -c '[ ! -e /var/lib/salon ] && [ ! -L /var/lib/salon ]'
        expect "no account" inside sh -c '! getent passwd salon'
        equal "files of others" kept "$(inside cat /srv/others/file)"
        case $owner in
            salon) expect "no data" inside test ! -e /srv/salon ;;
            root) expect "what is not its own" inside test -s /srv/salon/salon.db ;;
        esac
        inside rm -rf /srv/salon /srv/others
    done
    inside rm -rf /root/control
}

add_system_packages() {
    in_folder apt-get install --quiet --yes --no-install-recommends "${system_packages[@]}"
    in_folder apt-get autoremove --quiet --yes --purge
    in_folder useradd --create-home --home-dir "$person_home" --shell /bin/bash marie
    # The language of the system, as an installation in French leaves it.
    echo "LANG=fr_FR.UTF-8" >"$root/etc/default/locale"
}

run_installed_steps() {
    check "apt installs the three packages" "apt installe les trois paquets" packages_install
    check "files, owners, modes, account" "fichiers, propriétaires, droits, compte" installed_files_are_right
    if [ "$boots" = yes ]; then
        check "the service is enabled and runs, hardened" "le service est activé et tourne, durci" service_runs
        check "a server that hangs is started again" "un serveur bloqué est relancé" hanging_server_is_started_again
        check "a port below 1024, by the example" "un port inférieur à 1024, selon l'exemple" low_port_by_the_example
    else
        start_unit_by_hand >/dev/null 2>&1
    fi
    check "--setup, twice, in a terminal; without one it asks nothing" \
        "--setup, deux fois, dans un terminal ; sans terminal il ne demande rien" setup_writes_the_settings
    if [ "$boots" = yes ]; then
        check "who may read the join link of the owner" "qui peut lire le lien du propriétaire" owner_link_is_secret
    else
        check "the start says the join link of the owner" "le démarrage dit le lien du propriétaire" owner_link_is_said
    fi
}

# In systemd's own time: it hears nothing, ends the server, waits as the unit says, starts it.
hanging_server_is_started_again() {
    local before
    equal "watchdog" 2min "$(inside systemctl show --property=WatchdogUSec --value salon-server)"
    inside sh -c 'mkdir -p /run/systemd/system/salon-server.service.d
        printf "[Service]\nWatchdogSec=5s\n" >/run/systemd/system/salon-server.service.d/test.conf
        systemctl daemon-reload && systemctl restart salon-server'
    before=$(inside systemctl show --property=WatchdogTimestampMonotonic --value salon-server)
    expect "it says that it is well" wait_until 20 watchdog_was_heard "$before"
    before=$(inside systemctl show --property=MainPID --value salon-server)
    inside kill -STOP "$before"
    expect "started again by systemd, as another process" wait_until 60 was_started_again 1 "$before"
    inside sh -c 'rm -r /run/systemd/system/salon-server.service.d && systemctl daemon-reload &&
        systemctl restart salon-server'
    expect "active" inside systemctl is-active salon-server
}

# Refused without it; with it one capability and no other.
low_port_by_the_example() {
    local pid
    inside sh -c 'mkdir -p /run/systemd/system/salon-server.service.d
        printf "[Service]\nEnvironment=SALON_LISTEN=*:443\n" >/run/systemd/system/salon-server.service.d/listen.conf
        systemctl daemon-reload && ! systemctl restart salon-server'
    expect "the reason" wait_until 10 journal_has 'may not listen on\|n’a pas le droit d’écouter sur'
    inside sh -c 'cp /usr/share/doc/salon-server/examples/low-ports.conf /run/systemd/system/salon-server.service.d/
        systemctl daemon-reload && systemctl reset-failed salon-server && systemctl restart salon-server'
    expect "it listens" wait_until 10 journal_has '^READY port=443 '
    pid=$(inside systemctl show --property=MainPID --value salon-server)
    equal "user" salon "$(inside ps -o user= -p "$pid" | tr -d ' ')"
    equal "capabilities" 0000000000000400 "$(inside sed -n 's/^CapBnd:.//p' "/proc/$pid/status")"
    inside sh -c 'rm -r /run/systemd/system/salon-server.service.d && systemctl daemon-reload &&
        systemctl restart salon-server'
    expect "as before" wait_until 10 inside sh -c \
        'journalctl --no-pager --output=cat --unit=salon-server | grep "^READY" | tail -n 1 | grep "port=7256 " >/dev/null'
}

watchdog_was_heard() { # BEFORE
    [ "$(inside systemctl show --property=WatchdogTimestampMonotonic --value salon-server)" -gt "$1" ]
}

# Asked in one question, since a unit that is being started again changes between two.
was_started_again() { # TIMES PROCESS
    local state
    state=$(inside systemctl show --property=ActiveState,NRestarts,MainPID salon-server)
    grep -q -x ActiveState=active <<<"$state" && grep -q -x "NRestarts=$1" <<<"$state" &&
        ! grep -q -x "MainPID=\($2\|0\)" <<<"$state"
}

setup_writes_the_settings() {
    local file=/etc/salon-server/salon-server.toml name words
    for name in "Chez nous" "Chez Marie"; do
        # Essential: yes has script(1), which makes a terminal.
        printf '%s\n\n\n' "$name" |
            inside script --quiet --return --command "salon-server --setup --lang en --config $file" /dev/null
        expect "the answer" inside grep -q -x "name = \"$name\"" $file
        equal "owner and mode" "root:root 644" "$(inside stat -c '%U:%G %a' $file)"
    done
    equal "kept files" "$file.bak $file.bak2" "$(inside sh -c 'echo /etc/salon-server/*.bak*')"
    expect "a right file" inside salon-server check-config --config $file
    if words=$(inside salon-server --setup --lang en --name Other --config $file </dev/null 2>&1); then
        echo "EXPECTED: a refusal"
        exit 1
    fi
    expect "the reason" grep -q 'nothing was changed' <<<"$words"
    expect "the file of before" inside grep -q -x 'name = "Chez Marie"' $file
    if [ "$boots" = yes ]; then
        inside systemctl restart salon-server
        expect "the new name" wait_until 10 journal_has 'Chez Marie'
    fi
}

packages_install() {
    inside sh -c 'find / -xdev \( -path /proc -o -path /sys -o -path /dev -o -path /run -o -path /tmp -o -path /debs \
        -o -path /var/log -o -path /var/cache -o -path /var/lib/apt -o -path /var/lib/dpkg -o -path /home \) -prune \
        -o -print | sort' | without_backups >"$state/files.before"
    accounts >"$state/accounts.before"
    apt_install /debs/salon-1.deb /debs/salon-server-1.deb /debs/salon-console-1.deb
    result "$(inside dpkg-query -W -f '${Package} ${Version} ${Installed-Size} KiB; ' salon salon-server salon-console)"
}

installed_files_are_right() {
    check_files salon salon-server salon-console
    check_account
    equal "configuration file" "/etc/salon-server/salon-server.toml" \
        "$(inside dpkg-query -W -f '${Conffiles}' salon-server | awk '{ print $1 }' | tr -d '\n')"
    local program
    for program in salon salon-server salon-console; do
        expect "$program --version" inside QT_QPA_PLATFORM=offscreen $program --version
        expect "manual of $program" inside sh -c "ls /usr/share/man/man?/$program.?.gz /usr/share/man/fr/man?/$program.?.gz"
        expect "completion for bash" inside bash -c \
            '. "/usr/share/bash-completion/completions/$1" && complete -p "$1"' bash $program
        expect "completion for zsh" inside grep -q "^#compdef $program" "/usr/share/zsh/vendor-completions/_$program"
        expect "completion for fish" inside grep -q "^complete .*$program" \
            "/usr/share/fish/vendor_completions.d/$program.fish"
    done
}

journal() {
    if [ "$boots" = yes ]; then
        inside journalctl --no-pager --output=cat --unit=salon-server
    else
        inside cat /run/salon-server.log
    fi
}

service_runs() {
    local pid status
    expect "active" wait_until 30 inside systemctl is-active salon-server
    equal "enabled" enabled "$(inside systemctl is-enabled salon-server)"
    pid=$(inside systemctl show --property=MainPID --value salon-server)
    status=$(inside cat "/proc/$pid/status")
    echo "$status"
    equal "user" salon "$(inside ps -o user= -p "$pid" | tr -d ' ')"
    expect "no new privileges" grep -q '^NoNewPrivs:.1' <<<"$status"
    expect "no capabilities" grep -q '^CapBnd:.0000000000000000' <<<"$status"
    expect "a filter of system calls" grep -q '^Seccomp:.2' <<<"$status"
    equal "systemd-analyze verify" "" "$(inside systemd-analyze verify --man=no salon-server.service 2>&1 | grep -i salon || true)"
    # The manager waited for READY=1.
    equal "type" notify "$(inside systemctl show --property=Type --value salon-server)"
    expect "READY in the journal" wait_until 10 journal_has '^READY port=7256'
    inside systemctl reload salon-server
    expect "still active after a reload" inside systemctl is-active salon-server
    expect "the configuration was read again" wait_until 10 journal_has 'read again\|relue'
    inside systemctl restart salon-server
    expect "active after a restart" inside systemctl is-active salon-server
    result "systemd-analyze security: $(inside systemd-analyze security --no-pager salon-server | sed -n 's/^→ //p')"
}

# Without a journal standard output is the only place for it.
owner_link_is_said() {
    journal | sed -n 's/^READY .*link=\([^ ]*\).*/\1/p' | tail -n 1 >"$state/owner-link"
    expect "a link" grep -q '^salon://.*invite=' "$state/owner-link"
}

owner_link_is_secret() {
    local code
    expect "the journal says where it is" journal_has /var/lib/salon/owner-link.txt
    equal "secrets in the journal" "" "$(journal | grep -e 'invite=' -e 'owner=' || true)"
    code=$(inside sed -n 2p "$data/owner-link.txt")
    expect "a code" test ${#code} -ge 8
    equal "the code in the journal, or in other logs" "" \
        "$(journal | grep -F -e "$code" || inside grep -r -l -a -F -e "$code" /var/log /run/log 2>/dev/null || true)"
    equal "owner and mode" "salon:salon 600" "$(inside stat -c '%U:%G %a' "$data/owner-link.txt")"
    inside usermod --append --groups adm,systemd-journal marie
    # Whoever may read the journal may not read this.
    expect "people cannot read it" as_person sh -c "! cat $data/owner-link.txt"
    expect "people cannot look into the data" as_person sh -c "! ls $data"
    inside usermod --groups "" marie
    inside head -n 1 "$data/owner-link.txt" >"$state/owner-link"
    expect "a link" grep -q '^salon://.*invite=' "$state/owner-link"
}
