# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2154,SC2016,SC2034
#
# Upgrading, going back, a full disk, removing and purging (sourced by test-debian.sh).

run_change_steps() {
    check "a full disk during the upgrade: refused, nothing lost" \
        "disque plein pendant la mise à jour : refusée, rien de perdu" full_disk_loses_nothing
    check "the upgrade, with clients running" "la mise à jour, clients ouverts" upgrade_keeps_everything
    check "an older package: apt refuses unless told otherwise" \
        "un paquet plus ancien : apt refuse sauf ordre contraire" older_package_needs_an_order
    check "an older package than the data: refused, nothing changed" \
        "un paquet plus ancien que les données : refusé, rien de changé" older_than_the_data_is_refused
    check "going back with data that the older one knows" "retour avec des données que l'ancienne connaît" \
        going_back_with_older_data
    check "removed: the data stays" "retiré : les données restent" removal_keeps_data
    check "a newer database without its package: refused" "base plus récente sans son paquet : refusée" \
        newer_database_is_refused
    check "installed again: everything is there" "réinstallé : tout est là" reinstall_finds_everything
    check "purged: nothing is left" "purgé : il ne reste rien" purge_leaves_nothing
}

version_of() {
    inside dpkg-query -W -f '${Version}' "$1"
}

# The server as after a change of its package.
server_is_back() {
    if [ "$boots" = yes ]; then
        expect "active" wait_until 30 inside systemctl is-active --quiet salon-server
        return
    fi
    stop_unit_by_hand || true
    start_unit_by_hand
}

keys() {
    inside sha256sum "$data/server-key.pem" "$data/server-cert.pem"
}

everything_is_there() {
    expect "messages" wait_until 20 marie_reads "Bonjour, c’est Marie"
    expect "messages" wait_until 20 marie_reads "Bonjour du client de bureau"
    equal "keys" "$(cat "$state/keys")" "$(keys)"
}

full_disk_loses_nothing() {
    local words code=0
    keys >"$state/keys"
    inside sh -c 'mkdir /full && mount -t tmpfs -o size=256k tmpfs /full && mkdir /full/upper /full/work &&
        mount -t overlay -o lowerdir=/usr/bin,upperdir=/full/upper,workdir=/full/work overlay /usr/bin'
    words=$(apt_install /debs/salon-2.deb /debs/salon-server-2.deb /debs/salon-console-2.deb 2>&1) || code=$?
    inside sh -c 'umount -l /usr/bin && umount -l /full && rmdir /full'
    echo "$words"
    [ $code != 0 ] || {
        echo "EXPECTED: a failure"
        exit 1
    }
    expect "the reason" grep -q 'No space left on device' <<<"$words"
    equal "version" "$version" "$(version_of salon-server)"
    equal "state" "install ok installed" "$(inside dpkg-query -W -f '${Status}' salon-server)"
    expect "whole" inside dpkg --verify salon salon-server salon-console
    if [ "$boots" = yes ]; then
        expect "the server runs" inside systemctl is-active salon-server
    fi
    everything_is_there
    result "$(grep -o 'failed to write.*\|No space left on device' <<<"$words" | sed -n 1p)"
}

upgrade_keeps_everything() {
    local client
    client=$(inside pgrep -x -u marie salon)
    inside sed -i 's/^name = .*/name = "Un nom à nous"/' /etc/salon-server/salon-server.toml
    apt_install /debs/salon-2.deb /debs/salon-server-2.deb /debs/salon-console-2.deb
    server_is_back
    equal "version" "$version+later1" "$(version_of salon-server)"
    equal "the client's process" "$client" "$(inside pgrep -x -u marie salon)"
    expect "settings kept" inside grep -q 'Un nom à nous' /etc/salon-server/salon-server.toml
    everything_is_there
    # Both clients come back by themselves, with the program that they were started from.
    expect "Paul is back" wait_until 40 journal_has 'Un nom à nous'
    echo "Paul après la mise à jour" >&7
    expect "Léa has it" wait_until 40 is_stored "$home/.local/share" "Paul après la mise à jour"
    lea_types "Lea apres la mise a jour"
    expect "Paul hears her" wait_until 20 paul_hears "Lea apres la mise a jour"
    picture debian-after-upgrade
    equal "complaints" "" "$(complaints "$state/lea.out")"
}

older_package_needs_an_order() {
    local words
    if words=$(apt_install /debs/salon-server-1.deb 2>&1); then
        echo "EXPECTED: a refusal"
        exit 1
    fi
    expect "the reason" grep -q 'downgrade' <<<"$words"
    equal "version" "$version+later1" "$(version_of salon-server)"
    apt_install --allow-downgrades /debs/salon-server-1.deb
    server_is_back
    equal "version" "$version" "$(version_of salon-server)"
    everything_is_there
}

older_than_the_data_is_refused() {
    local words language pattern
    apt_install /debs/salon-server-3.deb
    server_is_back
    for language in fr_FR.UTF-8:plus.récente C.UTF-8:newer.version; do
        pattern=${language#*:}
        apt_environment=(LANG="${language%:*}")
        # What was written last stands in the write-ahead log: its header cannot be trusted, the newer package is.
        as_person salon-console --data "$home/Données de l’été" --send "écrit dans la version plus récente"
        if words=$(apt_install --allow-downgrades /debs/salon-server-1.deb 2>&1); then
            echo "EXPECTED: a refusal"
            exit 1
        fi
        echo "$words"
        expect "the reason" grep -q "$pattern" <<<"$words"
        server_is_back
    done
    apt_environment=()
    equal "version" "$version+later2" "$(version_of salon-server)"
    equal "state" "install ok installed" "$(inside dpkg-query -W -f '${Status}' salon-server)"
    server_is_back
    everything_is_there
    result "$(grep -A 1 -m 1 'salon-server:' <<<"$words" | tr '\n' ' ')"
}

# As the manual says it: stop, put the copy of before in place (here it is in the form of before), install.
going_back_with_older_data() {
    if [ "$boots" = yes ]; then
        inside systemctl stop salon-server
    else
        stop_unit_by_hand
    fi
    apt_install --allow-downgrades /debs/salon-server-1.deb
    [ "$boots" = no ] || inside systemctl start salon-server
    server_is_back
    equal "version" "$version" "$(version_of salon-server)"
    everything_is_there
}

removal_keeps_data() {
    inside pkill -TERM -x -u marie salon || true
    inside pkill -TERM -x -u marie salon-console || true
    [ "$boots" = yes ] || stop_unit_by_hand
    inside apt-get remove --quiet --yes salon salon-server salon-console
    equal "programs" "" "$(inside sh -c 'ls /usr/bin/salon* /usr/lib/systemd/system/salon* 2>/dev/null' || true)"
    expect "settings kept" inside grep -q 'Un nom à nous' /etc/salon-server/salon-server.toml
    expect "no process" inside sh -c '! pgrep -u salon'
    expect "the database" inside test -s "$data/salon.db"
    equal "keys" "$(cat "$state/keys")" "$(keys)"
    expect "the account" inside getent passwd salon
    if [ "$boots" = yes ]; then
        expect "no service" inside sh -c '! systemctl is-active --quiet salon-server'
    fi
}

newer_database_is_refused() {
    local words
    inside cp -a "$data/salon.db" /root/kept.db
    # The number of the schema in the header of the database: 999.
    inside sh -c "printf '\\000\\000\\003\\347' | dd of=$data/salon.db bs=1 seek=60 conv=notrunc status=none"
    if words=$(apt_install /debs/salon-server-1.deb 2>&1); then
        echo "EXPECTED: a refusal"
        exit 1
    fi
    echo "$words"
    expect "the reason" grep -q 'schema 999' <<<"$words"
    expect "no program" inside test ! -e /usr/bin/salon-server
    inside mv /root/kept.db "$data/salon.db"
}

reinstall_finds_everything() {
    apt_install /debs/salon-1.deb /debs/salon-server-1.deb /debs/salon-console-1.deb
    server_is_back
    everything_is_there
}

purge_leaves_nothing() {
    [ "$boots" = yes ] || stop_unit_by_hand
    inside apt-get purge --quiet --yes salon salon-server salon-console
    inside apt-get autoremove --quiet --yes --purge
    inside rm -f /run/salon-server.commands /run/salon-server.log
    inside sh -c 'find / -xdev \( -path /proc -o -path /sys -o -path /dev -o -path /run -o -path /tmp -o -path /debs \
        -o -path /var/log -o -path /var/cache -o -path /var/lib/apt -o -path /var/lib/dpkg -o -path /home \) -prune \
        -o -print | sort' | without_backups >"$state/files.after"
    accounts >"$state/accounts.after"
    diff "$state/files.before" "$state/files.after"
    diff "$state/accounts.before" "$state/accounts.after"
    nothing_of_salon
    expect "no folder" inside test ! -e "$data"
    result "$(wc -l <"$state/files.after") files as before, $(wc -l <"$state/accounts.after") lines of accounts as before"
}
