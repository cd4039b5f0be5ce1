# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
#
# What Salon needs from the system, for run.sh and test.sh (sourced, not run). One list per package manager and purpose:
# build (everything but the desktop client), gui, test, clang, lint.

packages_apt_build="cmake ninja-build ccache g++ pkg-config qt6-base-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools
  libqt6sql6-sqlite libexpected-dev libsodium-dev libssl-dev libicu-dev libmd4c-dev libtomlplusplus-dev libedit-dev
  qtkeychain-qt6-dev"
packages_apt_gui="qt6-translations-l10n qt6-image-formats-plugins librsvg2-bin fonts-dejavu-core fonts-noto-color-emoji libxkbcommon-x11-0"
packages_apt_test="python3 python3-cbor2 netbase iproute2 icnsutils appstream desktop-file-utils fish
  man-db shared-mime-info zsh"
packages_apt_windows="icoutils g++-mingw-w64-x86-64-posix gcc-mingw-w64-x86-64-posix binutils-mingw-w64-x86-64 icu-devtools
  make perl patch dpkg-dev xz-utils tcl autoconf automake libtool python3 git wine wine64 xvfb fonts-liberation nsis
  librsvg2-bin imagemagick xdotool locales procps"
packages_apt_clang="clang lld"
packages_apt_lint="clang-format clang-tidy clazy codespell reuse shellcheck git python3-yaml"
packages_apt_packages="debhelper dpkg-dev fakeroot git lintian xz-utils"
packages_apt_packages_test="debootstrap imagemagick iproute2 systemd-container xdotool xvfb zstd"
packages_apt_bundle="binutils gcc git libsquashfuse-dev libzstd-dev patchelf qt6-wayland squashfs-tools"
packages_apt_rpm="appstream desktop-file-utils git python3 rpm xz-utils"
packages_apt_container="binutils ca-certificates dpkg-dev git iproute2 netbase python3 tzdata"

packages_dnf_build="cmake ninja-build ccache gcc-c++ pkgconf-pkg-config qt6-qtbase-devel qt6-qttools-devel expected-devel
  libsodium-devel openssl-devel libicu-devel md4c-devel tomlplusplus-devel libedit-devel qtkeychain-qt6-devel"
packages_dnf_gui="qt6-qttranslations qt6-qtimageformats mesa-libGL-devel librsvg2-tools dejavu-sans-fonts google-noto-color-emoji-fonts"
packages_dnf_test="python3 python3-cbor2 iproute appstream desktop-file-utils fish man-db
  shared-mime-info zsh"
packages_dnf_rpm="appstream desktop-file-utils git python3 rpm-build xz"
packages_dnf_clang="clang lld"
packages_dnf_lint="clang-tools-extra clazy codespell reuse ShellCheck git python3-pyyaml"

packages_pacman_build="cmake ninja ccache gcc pkgconf qt6-base qt6-tools tl-expected libsodium openssl icu md4c
  tomlplusplus libedit qtkeychain-qt6"
packages_pacman_gui="qt6-translations qt6-imageformats librsvg ttf-dejavu noto-fonts-emoji"
packages_pacman_test="python python-cbor2 iana-etc iproute2 appstream desktop-file-utils fish man-db
  shared-mime-info zsh"
packages_pacman_clang="clang lld"
packages_pacman_lint="clang clazy codespell reuse shellcheck git python-yaml"

packages_brew_build="cmake ninja ccache pkg-config qt libsodium openssl@3 icu4c md4c tomlplusplus libedit qtkeychain
  tl-expected"
packages_brew_gui="librsvg"
packages_brew_test="python3"
packages_brew_clang=""
packages_brew_lint="llvm codespell reuse shellcheck git"

session_language=${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}

# say ENGLISH FRENCH: one line for the person, in the language that the session had when it started.
say() {
    case "$session_language" in
        fr*) printf '%s\n' "$2" >&2 ;;
        *) printf '%s\n' "$1" >&2 ;;
    esac
}

fail() {
    say "$1" "$2"
    exit 1
}

# absolute PATH: a path as the person meant it, in a script that noted where it was called from and then went elsewhere.
absolute() {
    case "$1" in
        /*) echo "$1" ;;
        *) echo "${called_from:-$PWD}/$1" ;;
    esac
}

package_manager() {
    local manager
    for manager in apt-get dnf pacman brew; do
        if command -v "$manager" >/dev/null; then
            echo "${manager%-get}"
            return
        fi
    done
    echo none
}

is_installed() { # MANAGER PACKAGE
    case "$1" in
        apt) [ "$(dpkg-query -W -f '${db:Status-Status}' "$2" 2>/dev/null)" = installed ] ;;
        dnf) rpm -q --whatprovides "$2" >/dev/null 2>&1 ;;
        pacman) pacman -Qi "$2" >/dev/null 2>&1 ;;
        brew) brew list --versions "$2" >/dev/null 2>&1 ;;
    esac
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        if [ -n "${CI:-}" ] || [ ! -t 0 ]; then
            sudo -n "$@"
        else
            sudo "$@"
        fi
    else
        fail "Not root and no sudo here: run this once as root: $*" \
            "Ni root ni sudo ici : lancez ceci une fois en root : $*"
    fi
}

# The distribution must offer Qt 6.4 or newer; better said here than by an error of CMake's.
check_apt_qt() {
    local candidate
    candidate=$(LC_ALL=C apt-cache policy qt6-base-dev | sed -n 's/^ *Candidate: //p')
    if [ -z "$candidate" ] || [ "$candidate" = "(none)" ]; then
        fail "This system's package lists have no Qt 6 (qt6-base-dev). Debian 12 or Ubuntu 24.04 or newer is needed." \
            "Les paquets de ce système n'ont pas Qt 6 (qt6-base-dev). Il faut Debian 12, Ubuntu 24.04 ou plus récent."
    fi
    if dpkg --compare-versions "$candidate" lt 6.4; then
        fail "This system offers Qt $candidate, but Salon needs 6.4: use Debian 12 or Ubuntu 24.04 or newer." \
            "Ce système propose Qt $candidate, mais Salon demande 6.4 : utilisez Debian 12, Ubuntu 24.04 ou plus récent."
    fi
}

install_with() { # MANAGER PACKAGES…
    local manager=$1
    shift
    case "$manager" in
        apt)
            as_root apt-get -q update
            check_apt_qt
            as_root env DEBIAN_FRONTEND=noninteractive apt-get -q install -y --no-install-recommends "$@"
            ;;
        dnf) as_root dnf install -y "$@" ;;
        pacman)
            # Refreshing the lists without upgrading breaks Arch systems, so only when there are none at all.
            compgen -G '/var/lib/pacman/sync/*.db' >/dev/null || as_root pacman -Syu --noconfirm
            as_root pacman -S --noconfirm --needed "$@"
            ;;
        brew) brew install "$@" ;;
    esac
}

# install_packages PURPOSE…: installs what is missing of these lists; quiet when nothing is.
install_packages() {
    local manager purpose list name
    local missing=()
    manager=$(package_manager)
    if [ "$manager" = none ]; then
        say "No known package manager (apt, dnf, pacman, brew): going on with what is installed; docs/DEVELOPING.md lists it." \
            "Aucun gestionnaire de paquets connu (apt, dnf, pacman, brew) : on continue avec ce qui est installé, voir docs/DEVELOPING.md."
        return
    fi
    for purpose in "$@"; do
        list="packages_${manager}_${purpose}"
        for name in ${!list:-}; do
            is_installed "$manager" "$name" || missing+=("$name")
        done
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    say "Installing with $manager: ${missing[*]}" "Installation avec $manager : ${missing[*]}"
    # The output of the package manager goes to stderr, so that a test run ends with ctest's own words on stdout.
    install_with "$manager" "${missing[@]}" >&2 || fail "The installation failed; its message is above." \
        "L'installation a échoué ; le message est au-dessus."
}

# Where Homebrew keeps what macOS has in another version, for CMake.
if [ "$(package_manager)" = brew ]; then
    for keg in openssl@3 icu4c libedit qt; do
        CMAKE_PREFIX_PATH="$(brew --prefix "$keg" 2>/dev/null):${CMAKE_PREFIX_PATH:-}"
        PKG_CONFIG_PATH="$(brew --prefix "$keg" 2>/dev/null)/lib/pkgconfig:${PKG_CONFIG_PATH:-}"
    done
    export CMAKE_PREFIX_PATH PKG_CONFIG_PATH
fi
