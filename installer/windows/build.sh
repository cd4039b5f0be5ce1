#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
#
# From a fresh Debian 12 to Salon for Windows: libraries, programs, tests under Wine, folders for the installer, and a zip.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
. "$root/cmake/scripts/packages.sh"

usage() {
    case "$session_language" in
        fr*) cat <<'END' ;;
usage : installer/windows/build.sh [OPTION]...

Compile Salon pour Windows (x86-64), lance ses tests sous Wine et prépare dans build/packages/windows :
  stage/client, stage/server, stage/console   chaque programme avec tout ce qu'il lui faut
  salon-<version>-windows-x86_64.exe          l'installateur
  salon-<version>-windows-x86_64.zip          les trois, sans installation ; les données restent à côté

  --prefix-archive FICHIER  les bibliothèques pour Windows, en archive tar
  --prefix DOSSIER          ou déballées (sinon SALON_WINDOWS_PREFIX, l'un ou l'autre)
                            Sans rien : celles du cache, sinon build-prefix.sh les compile ; comptez une heure.
  --icu-archive FICHIER     la source d'ICU (sinon apt-get source)
  --have-libraries          ne rien faire ; dire par le code de retour s'il y a des bibliothèques sans les compiler
  --no-tests                ne pas compiler ni lancer les tests
  --no-install              ne rien installer sur cette machine
  --help                    afficher ce texte

Ce qui est déballé ou compilé reste dans ~/.cache/salon/windows (XDG_CACHE_HOME) pour d'autres copies du projet. Une archive
qt6-mingw*.tar.xz posée là sert comme --prefix-archive.
END
        *) cat <<'END' ;;
usage: installer/windows/build.sh [OPTION]...

Builds Salon for Windows (x86-64), runs its tests under Wine, and prepares in build/packages/windows:
  stage/client, stage/server, stage/console   each program with all that it needs
  salon-<version>-windows-x86_64.exe          the installer
  salon-<version>-windows-x86_64.zip          all three, to be unpacked and run; data stay beside them

  --prefix-archive FILE  the libraries for Windows, as a tar archive
  --prefix DIR           or unpacked (else SALON_WINDOWS_PREFIX, either of the two)
                         Without any: those of the cache, else build-prefix.sh builds them; allow an hour.
  --icu-archive FILE     the source of ICU (else apt-get source)
  --have-libraries       do nothing; the exit status says whether there are libraries without building them
  --no-tests             neither build nor run the tests
  --no-install           install nothing on this machine
  --help                 show this text

What is unpacked or built stays in ~/.cache/salon/windows (XDG_CACHE_HOME) for other clones of the project. An archive
qt6-mingw*.tar.xz put there serves as with --prefix-archive.
END
    esac
}

given=${SALON_WINDOWS_PREFIX:-}
icu_archive=
tests=yes
install=yes
asked=no
while [ $# -gt 0 ]; do
    case "$1" in
        --prefix-archive | --prefix | --icu-archive)
            [ $# -ge 2 ] || fail "$1 needs a value." "$1 demande une valeur."
            [ -e "$2" ] || fail "There is no $2." "$2 n'existe pas."
            if [ "$1" = --icu-archive ]; then icu_archive=$(realpath "$2"); else given=$2; fi
            shift
            ;;
        --have-libraries) asked=yes ;;
        --no-tests) tests=no ;;
        --no-install) install=no ;;
        --help)
            usage
            exit 0
            ;;
        *) fail "Unknown option: $1 (see --help)" "Option inconnue : $1 (voir --help)" ;;
    esac
    shift
done
cache=${XDG_CACHE_HOME:-${HOME:-$root/build}/.cache}/salon/windows
built=$cache/built-$("$here/build-prefix.sh" --key)
if [ -z "$given" ] && [ ! -d "$built" ]; then
    given=$(find "$cache" -maxdepth 1 -xtype f -name 'qt6-mingw*.tar.*' 2>/dev/null | sort | tail -n 1)
fi
if [ "$asked" = yes ]; then
    if [ -n "$given" ]; then [ -e "$given" ]; else [ -d "$built" ]; fi
    exit
fi
[ -z "$given" ] || [ -e "$given" ] || fail "There is no $given (SALON_WINDOWS_PREFIX)." "$given n'existe pas (SALON_WINDOWS_PREFIX)."
mkdir -p "$cache" || fail "$cache cannot be made (XDG_CACHE_HOME names another place)." \
    "$cache ne peut pas être créé (XDG_CACHE_HOME nomme un autre endroit)."

[ "$install" = no ] || install_packages build gui windows
PATH=$PATH:/usr/sbin # ICU's tools
tools=(cmake ninja pkg-config x86_64-w64-mingw32-gcc-posix x86_64-w64-mingw32-g++-posix x86_64-w64-mingw32-windres
    x86_64-w64-mingw32-strip x86_64-w64-mingw32-objdump python3 tar xz sha256sum icupkg genccode makensis rsvg-convert icotool convert)
[ "$tests" = no ] || tools+=(wineboot Xvfb)
missing=()
for tool in "${tools[@]}"; do
    command -v "$tool" >/dev/null || missing+=("$tool")
done
for tool in Qt6CoreTools Qt6LinguistTools; do # moc, rcc, uic, lrelease: this machine's own
    compgen -G "/usr/lib/*/cmake/$tool" >/dev/null || missing+=("$tool")
done
[ ${#missing[@]} = 0 ] || fail "These are missing: ${missing[*]}. Without --no-install they are installed on Debian 12." \
    "Il manque : ${missing[*]}. Sans --no-install, ils sont installés sur Debian 12."

# One at a time may fill the cache; a folder there is complete, since it gets its name at the end.
exec 9>"$cache/lock"
flock 9
if [ -z "$given" ]; then
    prefix=$built
    work=$cache/work
    for stage in sources deps configure qt finish; do
        [ ! -d "$prefix" ] || break
        done=$work/done-$stage-${built##*-} # goes on where it was cut off
        [ -e "$done" ] || "$here/build-prefix.sh" "$work" "$stage" 9>&-
        : >"$done"
        if [ $stage = finish ]; then
            mv "$work/qt6-mingw" "$prefix"
            rm -rf "$work"
        fi
    done
elif [ -d "$given" ]; then
    prefix=$(realpath "$given")
else
    sum=$(sha256sum "$given")
    prefix=$cache/unpacked-${sum:0:16}
    if [ ! -d "$prefix" ]; then
        rm -rf "$prefix.new"
        mkdir "$prefix.new"
        tar xf "$given" -C "$prefix.new" --strip-components=1 9>&- || {
            rm -rf "$prefix.new"
            fail "$given cannot be unpacked; what tar says is above." "$given ne peut pas être déballé ; ce que dit tar est au-dessus."
        }
        [ ! -d "$prefix.new/plugins/platforms" ] || mv "$prefix.new" "$prefix"
        rm -rf "$prefix.new"
    fi
fi
[ -d "$prefix/plugins/platforms" ] || fail "No libraries for Windows in ${given:-$prefix}." "Pas de bibliothèques pour Windows dans ${given:-$prefix}."
icu=${SALON_WINDOWS_ICU:-$cache/icu-$("$here/build-prefix.sh" --key icu)}
if [ ! -e "$icu/lib/libicui18n.a" ]; then
    [ -z "${SALON_WINDOWS_ICU:-}" ] || fail "No ICU for Windows in $icu (SALON_WINDOWS_ICU)." "Pas d'ICU pour Windows dans $icu (SALON_WINDOWS_ICU)."
    work=$cache/work-icu
    mkdir -p "$work/download"
    [ -z "$icu_archive" ] || cp "$icu_archive" "$work/download/"
    "$here/build-prefix.sh" "$work" icu 9>&-
    rm -rf "$icu"
    mv "$work/icu" "$icu"
    rm -rf "$work"
fi
exec 9>&-
export SALON_WINDOWS_PREFIX=$prefix SALON_WINDOWS_ICU=$icu

cd "$root"
export CCACHE_DEPEND=1
say "Building Salon for Windows" "Compilation de Salon pour Windows"
# A build folder that was made with other libraries remembers them: begun anew.
fresh=()
for place in "SALON_WINDOWS_PREFIX:PATH=$prefix" "SALON_WINDOWS_ICU:PATH=$icu"; do
    [ ! -e build/windows/CMakeCache.txt ] || grep -qxF -- "$place" build/windows/CMakeCache.txt || fresh=(--fresh)
done
if [ "$tests" = yes ]; then
    cmake "${fresh[@]}" --preset windows -DSALON_BUILD_TESTS=ON
    cmake --build --preset windows
    "$here/run-tests.sh" --build "$root/build/windows"
else
    cmake "${fresh[@]}" --preset windows -DSALON_BUILD_TESTS=OFF
    cmake --build --preset windows --target salon salon-server salon-console
fi

out=$root/build/packages/windows
version=$(sed -n 's/^project(Salon VERSION \([0-9.]*\).*/\1/p' CMakeLists.txt)
moment=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || echo 1767225600)}
zip=$out/salon-$version-windows-x86_64.zip
setup=$out/salon-$version-windows-x86_64.exe
mkdir -p "$out"
rm -f "$zip" "$setup" # those of before must not be taken for new ones when something fails
"$here/stage.sh" "$root/build/windows" "$prefix" "$icu" "$out/stage"
"${PYTHON:-python3}" -B "$here/make_zip.py" "$zip" "Salon-$version" "$moment" "$out/stage/client" "$out/stage/console" "$out/stage/server"
"$here/nsis/make-installer.sh" --stage "$out/stage" --output "$setup"
for file in "$setup" "$zip"; do
    say "Done: $file ($(du -h "$file" | cut -f 1))" "Terminé : $file ($(du -h "$file" | cut -f 1))"
done
