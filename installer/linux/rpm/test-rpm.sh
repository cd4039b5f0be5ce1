#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
#
# Installs the rpm packages into a system of their own, runs what is in them, erases them, and looks at what is left.
# shellcheck disable=SC2016 # what is in single quotes is for the shell in the other root
set -euo pipefail
called_from=$PWD
cd "$(dirname "${BASH_SOURCE[0]}")/../../.."
. cmake/scripts/packages.sh

usage() {
    case "$session_language" in
        fr*) cat <<'END' ;;
usage : installer/linux/rpm/test-rpm.sh [OPTION]...

Installe les paquets rpm avec « rpm --root » dans un système à part (Debian minimale avec les bibliothèques de Qt, car
ces paquets sont construits avec elles), vérifie fichiers, droits et scripts, fait entrer le client console sur le
serveur, désinstalle et regarde ce qui reste. Il faut être root.

  --packages DOSSIER où sont les paquets (build/packages)
  --work DOSSIER     dossier de travail ; le système y reste pour la fois suivante (build/packages/rpm-test)
  --no-install       ne rien installer
  --help             afficher ce texte
END
        *) cat <<'END' ;;
usage: installer/linux/rpm/test-rpm.sh [OPTION]...

Installs the rpm packages with "rpm --root" into a system of their own (a minimal Debian with Qt's libraries, because these
packages were built with them), checks files, rights and scripts, lets the console client join the server, erases the
packages and looks at what is left. Needs root.

  --packages DIR  where the packages are (build/packages)
  --work DIR      working folder; the system stays there for the next time (build/packages/rpm-test)
  --no-install    install nothing
  --help          show this text
END
    esac
}

packages=$PWD/build/packages
work=$PWD/build/packages/rpm-test
install=yes
while [ $# -gt 0 ]; do
    case "$1" in
        --packages | --work)
            [ $# -ge 2 ] || fail "$1 needs a value." "$1 demande une valeur."
            case "$1" in
                --packages) packages=$(absolute "$2") ;;
                --work) work=$(absolute "$2") ;;
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
[ "$(id -u)" = 0 ] || fail "This needs root." "Il faut être root."
mapfile -t files < <(find "$packages" -maxdepth 1 -name 'salon*.rpm' ! -name '*.src.rpm' | sort)
[ ${#files[@]} = 3 ] || fail "Three packages are needed in $packages." "Il faut trois paquets dans $packages."

base=$work/base
root=$work/root
if [ "${SALON_IN_NAMESPACES:-}" != 1 ]; then
    [ $install = no ] || install_packages rpm packages_test
    mkdir -p "$work"
    if [ ! -e "$base/made" ]; then
        say "Making a minimal system…" "Fabrication d'un système minimal…"
        # The one that this system itself takes its packages from.
        mirror=$({ cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources || true; } 2>/dev/null |
            sed -n -e 's/^URIs: *\([^ ]*\).*/\1/p' -e 's/^deb \(\[[^]]*\] \)\?\([^ ]*\) .*/\2/p' | sed -n 1p)
        rm -rf "$base"
        debootstrap --variant=minbase --include=libqt6sql6-sqlite,libqt6network6,libqt6widgets6,libqt6keychain1,libsodium23,\
libtomlplusplus3,libedit2,libmd4c0,netbase bookworm "$base" "$mirror" >"$work/debootstrap.log" 2>&1 ||
            fail "debootstrap failed ($work/debootstrap.log)." "debootstrap a échoué ($work/debootstrap.log)."
        touch "$base/made"
    fi
    rm -rf "$root"
    cp -a "$base" "$root"
    export SALON_IN_NAMESPACES=1
    exec unshare --mount --pid --fork --kill-child --mount-proc --net bash "$PWD/installer/linux/rpm/test-rpm.sh" \
        --packages "$packages" --work "$work"
fi
ip link set lo up
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"

ok() { printf '  ok  %s\n' "$1"; }
wrong() {
    printf '  WRONG  %s\n' "$1" >&2
    exit 1
}
# Each name with its kind, rights, owner and size; not what rpm and programs that look things up keep for themselves.
everything() {
    find "$root" -xdev \( -path "$root/proc" -o -path "$root/dev" -o -path "$root/var/lib/rpm" -o -path "$root/tmp" \) -prune -o \
        -printf '%y %m %u %g %P\n' | sort -k 5
}
# Debian's rpm keeps its list of packages in the home of who calls it; here it belongs into the root. And it warns.
debian=()
[ ! -e /etc/debian_version ] || debian=(--force-debian)
rpm_here() {
    case "$1" in
        --install | --erase) rpm "${debian[@]}" --root "$root" --dbpath /var/lib/rpm "$@" ;;
        *) rpm --root "$root" --dbpath /var/lib/rpm "$@" ;;
    esac
}
inside() { # USER COMMAND…
    local user=$1
    shift
    chroot --userspec="$user" "$root" /usr/bin/env -i PATH=/usr/bin:/bin HOME=/tmp LC_ALL=C.UTF-8 XDG_RUNTIME_DIR=/tmp "$@"
}

for file in "${files[@]}"; do
    rpm --checksig "$file" | grep 'digests OK' >/dev/null || wrong "$(rpm --checksig "$file")"
done
ok "rpm --checksig: digests of ${#files[@]} packages"
for name in salon salon-server salon-console; do
    file=$(printf '%s\n' "${files[@]}" | grep "/$name-[0-9]")
    ! rpm --query --package --queryformat '%{POSTIN}%{PREIN}' "$file" | grep '%{' >/dev/null || wrong "$name: a macro that nobody knew"
    rpm --query --package --requires "$file" | grep 'libQt6Core\.so\.6()(64bit)' >/dev/null || wrong "$name does not ask for Qt"
    rpm --query --package --requires "$file" | grep 'qt6-qtbase or' >/dev/null || wrong "$name does not ask for SQLite's plugin"
done
ok "each asks for Qt's libraries by their names, and for SQLite's plugin"

rpm_here --initdb
# Folders that belong to packages which each system with rpm has: filesystem, systemd and hicolor-icon-theme.
mkdir -p "$root"/usr/share/{applications,metainfo,mime/packages,bash-completion/completions,man/man1,man/man8,man/fr/man1,man/fr/man8} \
    "$root"/usr/lib/{sysusers.d,tmpfiles.d,systemd/system}
for size in 16x16 22x22 24x24 32x32 48x48 64x64 128x128 256x256 512x512 scalable; do
    mkdir -p "$root/usr/share/icons/hicolor/$size/apps"
done
everything >"$work/before"

# Data of a newer server: refused before anything is replaced.
mkdir -p "$root/var/lib/salon"
{ head -c 60 /dev/zero && printf '\0\0\0\143' && head -c 36 /dev/zero; } >"$root/var/lib/salon/salon.db"
words=$(LANG=fr_FR.UTF-8 rpm_here --install --nodeps "$(printf '%s\n' "${files[@]}" | grep 'salon-server-')" 2>&1) &&
    wrong "installed over the data of a newer server"
grep -q 'schéma 99' <<<"$words" || wrong "another reason: $words"
[ ! -e "$root/usr/bin/salon-server" ] || wrong "refused, but there"
ok "over data of a newer server: $(head -n 1 <<<"$words" | cut -c 1-100)…"
rm -r "$root/var/lib/salon"

rpm_here --install --nodeps "${files[@]}" >"$work/install.log" 2>&1 || wrong "$(cat "$work/install.log")"
[ ! -s "$work/install.log" ] || wrong "rpm says: $(cat "$work/install.log")"
rpm_here --verify --nodeps salon salon-server salon-console || wrong "rpm --verify"
ok "installed and verified: $(rpm_here --query salon salon-server salon-console | tr '\n' ' ')"
grep -q '^salon:x:[0-9]*:[0-9]*:Salon server:/var/lib/salon:/usr/sbin/nologin$' "$root/etc/passwd" || wrong "no account"
uid=$(awk -F : '$1 == "salon" { print $3 }' "$root/etc/passwd")
[ "$uid" -lt 1000 ] || wrong "not an account of the system: $uid"
[ "$(stat -c '%a %u' "$root/var/lib/salon")" = "700 $uid" ] || wrong "rights of /var/lib/salon"
ok "account salon ($uid), /var/lib/salon of its own"
rpm_here --query --configfiles salon-server | grep -x /etc/salon-server/salon-server.toml >/dev/null || wrong "configuration not marked"
grep -q '^ExecStart=/usr/bin/salon-server --config /etc/salon-server/salon-server.toml' "$root/usr/lib/systemd/system/salon-server.service" ||
    wrong "unit"
ok "unit and configuration"

for program in salon-server salon-console; do
    inside salon:salon "$program" --version >"$work/out" 2>&1 || wrong "$program: $(cat "$work/out")"
    ok "$program --version: $(head -n 1 "$work/out")"
done
inside salon:salon QT_QPA_PLATFORM=offscreen salon --version >"$work/out" 2>&1 || wrong "salon: $(cat "$work/out")"
ok "salon --version: $(grep -v '^salon\.' "$work/out" | sed -n 1p)"
inside salon:salon salon-server --config /etc/salon-server/salon-server.toml --data /var/lib/salon --lang en --listen 127.0.0.1:7256 \
    </dev/null >"$work/server.log" 2>&1 &
server=$!
for _ in $(seq 300); do
    ! grep -q '^READY ' "$work/server.log" || break
    kill -0 "$server" 2>/dev/null || wrong "server: $(cat "$work/server.log")"
    sleep 0.1
done
link=$(sed -n 's/^READY .* link=\(salon[^ ]*\).*/\1/p' "$work/server.log")
inside nobody:nogroup salon-console --data /tmp/console --lang en --name Zoé --send "Bonjour du rpm" "$link" </dev/null >"$work/out" 2>&1 ||
    wrong "console: $(cat "$work/out")"
ok "salon-console joined and sent, acknowledged"
pkill -TERM -P "$server"
wait "$server" || wrong "the server ended with $?"

echo '# a change' >>"$root/etc/salon-server/salon-server.toml"
rpm_here --erase --nodeps salon salon-server salon-console >"$work/erase.log" 2>&1 || wrong "$(cat "$work/erase.log")"
[ -e "$root/var/lib/salon/salon.db" ] || wrong "the data is gone"
[ -e "$root/etc/salon-server/salon-server.toml.rpmsave" ] || wrong "the changed configuration is gone"
ok "erased; data and changed configuration stay"
rm -r "$root/var/lib/salon" "$root/etc/salon-server"
everything >"$work/after"
# An account is never taken away by an rpm package: its number must not come to somebody else.
left=$(diff <(grep -vE ' etc/(passwd|group|shadow|gshadow|subuid|subgid)-?$' "$work/before") \
    <(grep -vE ' etc/(passwd|group|shadow|gshadow|subuid|subgid)-?$' "$work/after") || true)
[ -z "$left" ] || wrong "left behind: $left"
ok "nothing is left but the account"
