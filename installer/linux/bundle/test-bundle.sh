#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
#
# Tries the single-file bundle on Debian systems without Qt, made by debootstrap: first start, joining a server, wrong cases.
# shellcheck disable=SC2016 # what is in single quotes is for the shell in the other root
set -euo pipefail
called_from=$PWD
cd "$(dirname "${BASH_SOURCE[0]}")/../../.."
. cmake/scripts/packages.sh

usage() {
    case "$session_language" in
        fr*) cat <<'END' ;;
usage : installer/linux/bundle/test-bundle.sh --bundle FICHIER --server SALON-SERVER [OPTION]...

Essaie le fichier dans des Debian minimales sans Qt (bookworm et trixie) : première page en français et en anglais sur
un écran virtuel, entrée sur un serveur, deux lancements à la fois, mise à jour, et les cas qui tournent mal. Il faut
être root.

  --bundle FICHIER   le fichier à essayer
  --server FICHIER   salon-server de cette machine, que le client rejoint
  --suites "A B"     les Debian (bookworm trixie)
  --work DOSSIER     où elles sont faites, et gardées pour la fois suivante (build/packages/bundle-test)
  --display NUMÉRO   écran virtuel (:153)
  --pictures DOSSIER où mettre les images (le dossier de travail)
  --no-install       ne rien installer
  --help             afficher ce texte
END
        *) cat <<'END' ;;
usage: installer/linux/bundle/test-bundle.sh --bundle FILE --server SALON-SERVER [OPTION]...

Tries the file on minimal Debian systems without Qt (bookworm and trixie): first page in French and English on a virtual display,
joining a server, two starts at once, an update, and the cases that go wrong. Needs root.

  --bundle FILE      the file to try
  --server FILE      salon-server of this machine, which the client joins
  --suites "A B"     which of them (bookworm trixie)
  --work DIR         where they are made, and kept for the next time (build/packages/bundle-test)
  --display NUMBER   virtual display (:153)
  --pictures DIR     where the pictures go (the working folder)
  --no-install       install nothing
  --help             show this text
END
    esac
}

bundle=
server=
suites="bookworm trixie"
work=$PWD/build/packages/bundle-test
display=:153
pictures=
install=yes
while [ $# -gt 0 ]; do
    case "$1" in
        --bundle | --server | --suites | --work | --display | --pictures)
            [ $# -ge 2 ] || fail "$1 needs a value." "$1 demande une valeur."
            case "$1" in
                --bundle) bundle=$(absolute "$2") ;;
                --server) server=$(absolute "$2") ;;
                --suites) suites=$2 ;;
                --work) work=$(absolute "$2") ;;
                --display) display=$2 ;;
                --pictures) pictures=$(absolute "$2") ;;
            esac
            shift
            ;;
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
if [ -z "$bundle" ] || [ -z "$server" ]; then
    usage >&2
    exit 2
fi
[ "$(id -u)" = 0 ] || fail "This needs root." "Il faut être root."
pictures=${pictures:-$work}
mkdir -p "$work" "$pictures"

# All mounts, processes and sockets of the test end with the namespaces they are in.
if [ "${SALON_IN_NAMESPACES:-}" != 1 ]; then
    [ $install = no ] || install_packages packages_test
    # The one that this system itself takes its packages from.
    mirror=$({ cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources || true; } 2>/dev/null |
        sed -n -e 's/^URIs: *\([^ ]*\).*/\1/p' -e 's/^deb \(\[[^]]*\] \)\?\([^ ]*\) .*/\2/p' | sed -n 1p)
    for suite in $suites; do
        root=$work/$suite
        [ ! -e "$root/made" ] || continue
        say "Making a $suite without Qt…" "Fabrication d'une $suite sans Qt…"
        glib=libglib2.0-0
        [ "$suite" = bookworm ] || glib=libglib2.0-0t64
        rm -rf "$root"
        debootstrap --variant=minbase --include="libx11-6,libx11-xcb1,libxcb1,libegl1,libglx0,libfontconfig1,libdbus-1-3,$glib,\
libwayland-client0,fonts-dejavu-core,xvfb,xkb-data,libx11-data,imagemagick,xdotool" "$suite" "$root" "$mirror" >"$work/$suite.log" 2>&1 ||
            fail "debootstrap failed ($work/$suite.log)." "debootstrap a échoué ($work/$suite.log)."
        chroot "$root" useradd -m -s /bin/bash "essai"
        touch "$root/made"
    done
    export SALON_IN_NAMESPACES=1 bundle server suites work display pictures
    exec unshare --mount --pid --fork --kill-child --mount-proc --net bash "$PWD/installer/linux/bundle/test-bundle.sh" \
        --bundle "$bundle" --server "$server" --suites "$suites" --work "$work" --display "$display" --pictures "$pictures"
fi
ip link set lo up

checks=0
ok() {
    checks=$((checks + 1))
    printf '  ok  %s\n' "$1"
}
wrong() {
    printf '  WRONG  %s\n' "$1" >&2
    exit 1
}

# A server of this machine, outside of the roots; a new one for each of them. Sets data, link and server_pid.
start_server() {
    data=$(mktemp -d "$work/server.XXXXXX")
    "$server" --listen 127.0.0.1:7256 --data "$data" --lang en </dev/null >"$data/log" 2>&1 &
    server_pid=$!
    for _ in $(seq 300); do
        ! grep -q '^READY ' "$data/log" || break
        kill -0 "$server_pid" 2>/dev/null || wrong "server: $(cat "$data/log")"
        sleep 0.1
    done
    link=$(sed -n 's/^READY .* link=\(salon[^ ]*\).*/\1/p' "$data/log")
}

stop_server() {
    kill "$server_pid"
    wait "$server_pid" 2>/dev/null || true
    rm -rf "$data"
}

home="/home/élève d'essai"
name="Salon à l'essai.AppImage"

# inside ROOT COMMAND: as the ordinary person of that system, in their home.
inside() {
    local root=$1
    shift
    chroot --userspec=essai:essai --groups= "$root" /usr/bin/env -i HOME="$home" PATH=/usr/bin:/bin LANG="${language:-C.UTF-8}" \
        ${with_display:+DISPLAY=$display} ${cache:+XDG_CACHE_HOME="$cache"} XDG_RUNTIME_DIR=/run/essai QT_LOGGING_RULES="qt.qpa.*=true" \
        bash -c 'cd "$HOME" && exec "$@"' bash "$@"
}

# refuses ROOT TEXT WHAT: starting must fail with a message that holds TEXT, and leave no half-unpacked folder.
refuses() {
    local words
    if words=$(inside "$1" "./$name" --version 2>&1); then
        wrong "$3: started all the same: $words"
    fi
    grep -qF -- "$2" <<<"$words" || wrong "$3: another message: $words"
    ok "$3: ${words%%$'\n'*}"
}

picture() { # ROOT FILE: of the display, when the window no longer changes
    local old='' new=''
    for _ in $(seq 60); do
        sleep 0.5
        new=$(chroot "$1" /usr/bin/import -display "$display" -window root png:- 2>/dev/null | tee "$2" | sha256sum)
        [ "$(chroot "$1" /usr/bin/convert - -format %k info:- <"$2")" -lt 20 ] || [ "$new" != "$old" ] || return 0
        old=$new
    done
    wrong "no steady picture"
}

for suite in $suites; do
    root=$work/$suite
    printf '%s: %s\n' "$suite" "$(chroot "$root" /bin/sh -c '. /etc/os-release; echo "$PRETTY_NAME, glibc $(ldd --version | sed -n "1s/.* //p")"')"
    [ -z "$(find "$root/usr/lib" -name 'libQt*')" ] || wrong "there is a Qt"
    ok "no Qt on this system"
    mount --bind "$root" "$root"
    mount -t proc proc "$root/proc"
    mount --rbind /dev "$root/dev"
    mount -t tmpfs -o mode=1777,size=64m tmpfs "$root/tmp"
    mkdir -p "$root/run/essai" "$root$home"
    chmod 700 "$root/run/essai"
    rm -rf "${root:?}$home"
    mkdir -p "$root$home"
    cp "$bundle" "$root$home/$name"
    chroot "$root" chown -R essai:essai "$home" /run/essai

    words=$(inside "$root" "./$name" --version 2>&1) || wrong "first start: $words"
    ok "first start from $home: $(grep -v '^salon\.' <<<"$words" | sed -n 1p)"
    folder=$(find "$root$home/.cache/salon-bundle" -mindepth 1 -maxdepth 1 -type d)
    [ "$(stat -c %a "$root$home/.cache/salon-bundle" "$folder" | sort -u)" = 700 ] || wrong "others may look into the cache"
    ok "unpacked with mode 700: $(du -sm "$folder" | cut -f 1) MiB"
    before=$(stat -c %Y%i "$folder")
    inside "$root" "./$name" --version >/dev/null 2>&1
    [ "$before" = "$(stat -c %Y%i "$folder")" ] || wrong "unpacked again"
    ok "second start: nothing is unpacked again"
    : >"$folder/usr/lib/libQt6Core.so.6"
    inside "$root" "./$name" --version >/dev/null 2>&1 || wrong "a damaged copy is used"
    ok "a file of the copy was emptied: unpacked again"
    rm -rf "$folder"
    inside "$root" bash -c '"$0" --version >/dev/null 2>&1 & one=$!; "$0" --version >/dev/null 2>&1; wait $one' "./$name" ||
        wrong "two at once"
    ok "two first starts at once"
    old=$(printf '%064d' 7)
    inside "$root" mkdir -p ".cache/salon-bundle/$old/usr"
    inside "$root" "./$name" --version >/dev/null 2>&1
    [ ! -e "$root$home/.cache/salon-bundle/$old" ] || wrong "an old copy stays"
    ok "the copy of an older version is removed"
    inside "$root" mkdir -p ".cache/salon-bundle/$old/usr"
    inside "$root" flock --shared ".cache/salon-bundle/$old.in-use" "./$name" --version >/dev/null 2>&1
    [ -e "$root$home/.cache/salon-bundle/$old" ] || wrong "a copy in use was removed"
    ok "one that is in use is not"
    rm -rf "$root$home/.cache/salon-bundle/$old"

    # On the display.
    with_display=1
    chroot --userspec=essai:essai "$root" /usr/bin/env -i PATH=/usr/bin Xvfb "$display" -screen 0 1000x720x24 -nolisten tcp >/dev/null 2>&1 &
    xvfb=$!
    for _ in $(seq 100); do
        [ ! -S "$root/tmp/.X11-unix/X${display#:}" ] || break
        sleep 0.1
    done
    for language in fr_FR.UTF-8 en_GB.UTF-8; do
        inside "$root" "./$name" --data "data-$language" >"$work/client.log" 2>&1 &
        client=$!
        picture "$root" "$pictures/bundle-$suite-${language%%_*}.png"
        loaded=$(sed -n 's/^[0-9a-f].* \(\/.*\.so[.0-9]*\)$/\1/p' /proc/[0-9]*/maps 2>/dev/null | sort -u)
        grep -q "salon-bundle/.*/plugins/platforms/libqxcb.so" <<<"$loaded" || wrong "xcb plugin: $(cat "$work/client.log")"
        ok "first page, $language: $pictures/bundle-$suite-${language%%_*}.png; Qt, xcb, SQLite, TLS of the bundle: $(grep -c salon-bundle <<<"$loaded") files"
        pkill -P "$client" -TERM 2>/dev/null || kill "$client" 2>/dev/null || true
        wait "$client" 2>/dev/null || true
    done
    language=C.UTF-8
    start_server
    inside "$root" "./$name" --data data-join --lang fr --name "Zoé" --connect "$link" >"$work/client.log" 2>&1 &
    client=$!
    for _ in $(seq 200); do
        ! grep -q "Zoé" "$data/log" || break
        sleep 0.1
    done
    picture "$root" "$pictures/bundle-$suite-joined.png"
    grep -q "Zoé" "$data/log" || wrong "did not join: $(tail -n 5 "$data/log" "$work/client.log")"
    ok "joined a server over TLS: $(grep "Zoé" "$data/log" | sed -n 1p)"
    pkill -P "$client" -TERM 2>/dev/null || kill "$client" 2>/dev/null || true
    wait "$client" 2>/dev/null || true
    stop_server
    kill "$xvfb"
    wait "$xvfb" 2>/dev/null || true
    with_display=
    inside "$root" "./$name" --appimage-extract >/dev/null
    words=$(inside "$root" squashfs-root/AppRun --version 2>&1) || wrong "--appimage-extract: $words"
    ok "--appimage-extract, then squashfs-root/AppRun"
    rm -rf "${root:?}$home/squashfs-root"

    # What goes wrong.
    language=fr_FR.UTF-8
    rm -rf "${root:?}$home/.cache"
    mkdir -p "$root/mnt/cache"
    cache=/mnt/cache
    mount -t tmpfs -o noexec,mode=777,size=300m tmpfs "$root/mnt/cache"
    refuses "$root" "noexec" "noexec"
    umount "$root/mnt/cache"
    mount -t tmpfs -o mode=777,size=20m tmpfs "$root/mnt/cache"
    refuses "$root" "Mio de libres" "no room, seen before"
    [ -z "$(find "$root/mnt/cache/salon-bundle" -type f -size +0)" ] || wrong "something was left behind"
    umount "$root/mnt/cache"
    language=C.UTF-8
    mount -t tmpfs -o mode=777,size=300m,nr_inodes=40 tmpfs "$root/mnt/cache"
    refuses "$root" "not enough room" "full while unpacking"
    [ -z "$(find "$root/mnt/cache/salon-bundle" -mindepth 1 -type d)" ] || wrong "something was left behind"
    umount "$root/mnt/cache"
    mount -t tmpfs -o mode=777,size=300m tmpfs "$root/mnt/cache"
    mount -o remount,ro "$root/mnt/cache"
    refuses "$root" "Read-only file system" "read-only home"
    mount -o remount,rw "$root/mnt/cache"
    mkdir -m 777 "$root/mnt/cache/salon-bundle"
    refuses "$root" "belongs to somebody else" "a cache folder of somebody else"
    umount "$root/mnt/cache"
    cache=
    truncate -s -4096 "$root$home/$name"
    refuses "$root" "was not downloaded whole" "a file that was cut"
    cp "$bundle" "$root$home/$name"
    printf 'x' | dd of="$root$home/$name" bs=1 seek=$(($(stat -c %s "$bundle") / 2)) conv=notrunc status=none
    refuses "$root" "was not downloaded whole" "a file with a wrong byte"
    cp "$bundle" "$root$home/$name"
    hidden=$(find "$root/usr/lib" -name 'libEGL.so.1')
    mv "$hidden" "$hidden.away"
    refuses "$root" "this system lacks: libEGL.so.1" "a system without graphics"
    mv "$hidden.away" "$hidden"
    words=$(inside "$root" "./$name" --data nowhere 2>&1) && wrong "no display: started all the same"
    ok "no display: $(grep -iE 'display|screen' <<<"$words" | sed -n 1p)"
done
printf '%s checks\n' "$checks"
