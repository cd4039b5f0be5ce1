# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2154,SC2016
#
# A fresh Debian 12 in a folder, and what runs in it (sourced by test-debian.sh, which sets root, work and base).
# Everything that is mounted is so in namespaces of its own: nothing stays mounted, whatever happens.

release=bookworm
leader=   # the first process inside
machine=  # the process that keeps the machine running, outside
boots=no  # whether systemd runs inside

# "URI SUITE" of Debian itself, as the apt of this computer knows them.
debian_mirrors() {
    # shellcheck disable=SC2016 # apt's own words
    apt-get indextargets --format '$(REPO_URI) $(CODENAME) $(COMPONENT) $(ORIGIN)' 'Created-By: Packages' |
        awk -v release=$release '$3 == "main" && $4 == "Debian" && index($2, release) == 1 { print $1, $2 }' | sort -u
}

# Runs a command in the folder, with this computer's network, but without its processes and services.
in_folder() {
    unshare --mount --pid --fork --kill-child --propagation private bash -c '
        root=$1
        shift
        mount -t proc proc "$root/proc"
        exec chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 \
            DEBIAN_FRONTEND=noninteractive ${http_proxy:+http_proxy="$http_proxy"} "$@"
    ' in_folder "$root" "$@"
}

make_base() {
    local mirror uri suite
    mirror=$(debian_mirrors | awk -v release=$release '$2 == release { print $1; exit }')
    [ -n "$mirror" ] || fail "The apt of this computer knows no mirror of Debian 12." \
        "L'apt de cet ordinateur ne connaît pas de miroir de Debian 12."
    rm -rf --one-file-system "$root"
    unshare --mount --propagation private debootstrap --variant=minbase --include=ca-certificates,procps $release "$root" "$mirror"
    while read -r uri suite; do
        echo "deb $uri $suite main"
    done < <(debian_mirrors) >"$root/etc/apt/sources.list"
    # It is thrown away: no write has to survive a power cut.
    echo force-unsafe-io >"$root/etc/dpkg/dpkg.cfg.d/unsafe-io"
    # What is downloaded stays, for the next time and for a machine without network.
    printf 'APT::Keep-Downloaded-Packages "true";\nBinary::apt::APT::Keep-Downloaded-Packages "true";\n' \
        >"$root/etc/apt/apt.conf.d/keep"
    rm -f "$root/etc/apt/apt.conf.d/docker-clean"
}

# The packages of the system that the test needs later are fetched now, while there is a network.
fetch_dependencies() { # PACKAGE FILE… (as seen inside)
    if ! in_folder apt-get install --quiet --yes --download-only --no-install-recommends "${system_packages[@]}" "$@"; then
        in_folder apt-get update --quiet
        in_folder apt-get upgrade --quiet --yes --no-install-recommends
        in_folder apt-get install --quiet --yes --download-only --no-install-recommends "${system_packages[@]}" "$@"
    fi
}

# Starts the machine without systemd: processes, names, network and mounts of its own.
start_plain() {
    boots=no
    unshare --mount --pid --net --uts --ipc --fork --kill-child --propagation private bash -c '
        mount --bind "$1" "$1"
        mount -t proc proc "$1/proc"
        mount -t tmpfs tmpfs "$1/run"
        mount -t tmpfs tmpfs "$1/tmp"
        mount --rbind /dev "$1/dev"
        ip link set lo up
        cd "$1"
        exec chroot . sleep infinity
    ' plain "$root" </dev/null >"$work/plain.log" 2>&1 &
    machine=$!
    wait_until 20 leader_is sleep
}

# Starts it with its own systemd. False when this computer cannot do that.
start_booted() {
    boots=yes
    systemd-nspawn --quiet --boot --directory="$root" --private-network --register=no --keep-unit \
        --machine=salon-test-$$ --link-journal=no --console=pipe </dev/null >"$work/boot.log" 2>&1 &
    machine=$!
    wait_until 20 leader_is systemd && wait_until 60 is_up
}

leader_is() { # NAME
    leader=$(pgrep --parent "$machine" | sed -n 1p)
    [ -n "$leader" ] && [ "$(cat "/proc/$leader/comm" 2>/dev/null)" = "$1" ]
}

is_up() {
    case "$(inside systemctl is-system-running 2>/dev/null)" in
        running | degraded) return 0 ;;
    esac
    return 1
}

# What was started inside, in the background: a machine does not end before the last of them is waited for.
stop_clients() {
    local job
    for job in $(jobs -p); do
        if [ "$job" != "$machine" ] && [ "$job" != "${screen:-}" ]; then
            pkill -KILL --parent "$job" || true
            kill -KILL "$job" 2>/dev/null || true
            wait "$job" 2>/dev/null || true
        fi
    done
}

stop_machine() {
    [ -n "$machine" ] || return 0
    stop_clients
    if [ "$boots" = yes ] && [ -n "$leader" ] && kill -0 "$leader" 2>/dev/null; then
        inside systemctl poweroff >/dev/null 2>&1 || true
        wait_until 20 machine_is_gone || true
    fi
    [ -z "$leader" ] || kill -KILL "$leader" 2>/dev/null || true
    kill "$machine" 2>/dev/null || true
    wait "$machine" 2>/dev/null || true
    machine=
    leader=
}

machine_is_gone() {
    ! kill -0 "$machine" 2>/dev/null
}

# inside [NAME=VALUE]… COMMAND…: as root, with nothing of this computer's environment.
inside() {
    nsenter --target "$leader" --mount --uts --ipc --net --pid --root --wd -- /usr/bin/env -i \
        PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"
}

# The same as the person who uses the clients.
as_person() {
    inside runuser -u marie -- /usr/bin/env HOME="$home" "$@"
}

wait_until() { # SECONDS COMMAND…
    local tries=$(($1 * 10))
    shift
    while ! "$@"; do
        tries=$((tries - 1))
        [ $tries -gt 0 ] || return 1
        sleep 0.1
    done
}
