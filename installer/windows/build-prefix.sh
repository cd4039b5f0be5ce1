#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
#
# Makes the libraries for Windows x86-64 that Salon is built with (Qt, OpenSSL, libsodium, md4c, hunspell, zlib, toml++,
# tl::expected, and of ICU what Salon uses) on Debian 12 with mingw-w64, from Debian's source packages.
#
# Run so far: sources; icu, and configure with the OpenSSL of the libraries in use: both gave byte for byte what is in use
# (of configure: its headers). Not run to their ends, and so not as a whole: deps, qt, finish. Their commands are those that
# made the libraries in use.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=cmake/scripts/packages.sh
. "$here/../../cmake/scripts/packages.sh"

usage() {
    case "$session_language" in
        fr*) cat <<'END' ;;
usage : installer/windows/build-prefix.sh DOSSIER [ÉTAPE]...

Compile les bibliothèques pour Windows dans DOSSIER/qt6-mingw, et ICU dans DOSSIER/icu. Sans étape nommée, toutes :

  packages    les outils (apt, en root)
  sources     télécharge et déballe les paquets source, en vérifie les sommes
  deps        OpenSSL, libsodium, hunspell, md4c, zlib, bibliothèques d'en-têtes
  configure   configure Qt
  qt          compile et installe Qt : la plus longue, une demi-heure environ
  finish      bibliothèques du compilateur, fichiers de CMake et pkg-config, licences
  icu         ICU, seul : peut se faire à côté d'autres bibliothèques déjà prêtes

JOBS=N : travaux à la fois (d'ordinaire un par cœur).

build-prefix.sh --key [icu] : d'où sort le résultat, en seize chiffres ; le même tant que rien n'y change.
END
        *) cat <<'END' ;;
usage: installer/windows/build-prefix.sh DIR [STAGE]...

Builds the libraries for Windows in DIR/qt6-mingw, and ICU in DIR/icu. All stages when none is named:

  packages    the tools (apt, as root)
  sources     downloads and unpacks the source packages, checks their sums
  deps        OpenSSL, libsodium, hunspell, md4c, zlib, header-only libraries
  configure   configures Qt
  qt          builds and installs Qt: the long one, about half an hour
  finish      the compiler's libraries, files for CMake and pkg-config, licences
  icu         ICU alone: also beside other libraries that are ready

JOBS=N: jobs at a time (usually one per core).

build-prefix.sh --key [icu]: what the result comes from, as sixteen digits; the same as long as nothing changes there.
END
    esac
}

# Of this script without comments and words for people, the toolchain and the system, whose compiler it is. For ICU: of
# its parts alone.
key() { # [icu]
    local itself=$here/build-prefix.sh
    {
        if [ "${1:-}" = icu ]; then
            sed -n -e '/^build_icu()/,/^}/p' -e '/^stage_icu()/,/^}/p' -e '/^sodium=/p' "$itself"
            cat "$here/icu/CMakeLists.txt"
        else
            sed -e '/^usage()/,/^}/d' -e '/^key()/,/^}/d' -e '/^build_icu()/,/^}/d' -e '/^stage_icu()/,/^}/d' "$itself"
        fi
        cat "$here/toolchain.cmake"
    } | sed -e 's/[[:space:]]*#[[:space:]].*//' -e '/^#/d' -e '/^[[:space:]]*$/d' -e '/^[[:space:]]*say /d' |
        cat - <(sed -n -e 's/^ID=/ID=/p' -e '/^VERSION_ID=/p' /etc/os-release 2>/dev/null) | sha256sum | cut -c 1-16
}

case "${1:-}" in
    --help)
        usage
        exit 0
        ;;
    --key)
        key "${2:-}"
        exit 0
        ;;
    "" | -*)
        usage >&2
        exit 2
        ;;
esac
mkdir -p "$1"
work=$(cd "$1" && pwd)
shift
case "$work" in
    *[[:space:]]*) fail "No blanks in the folder's path, please: $work" "Pas d'espace dans le chemin du dossier : $work" ;;
esac
prefix=$work/qt6-mingw
triple=x86_64-w64-mingw32
jobs=${JOBS:-$(nproc)}
sodium=1.0.18 md4c=0.4.8 hunspell=1.7.1 openssl=3.0.22 toml=3.3.0 icu=72.1

stage_packages() {
    install_packages build gui windows # Qt's tools for this machine are among those of `build`
}

# Source packages need deb-src entries: in lists of their own, so that the machine's stay as they are.
fetch_sources() { # PACKAGE…
    local lists=$work/apt file
    local folder=$work/download
    mkdir -p "$lists/lists/partial" "$lists/cache/archives/partial" "$folder"
    for file in /etc/apt/sources.list.d/*.sources; do
        [ ! -e "$file" ] || sed 's/^Types:.*/Types: deb deb-src/' "$file" && echo
    done >"$lists/source.sources"
    if [ -s /etc/apt/sources.list ]; then
        sed -n -e '/^deb /p' -e 's/^deb /deb-src /p' /etc/apt/sources.list >"$lists/source.list"
    fi
    local options=(-q -o "Dir::Etc::sourceparts=$lists" -o "Dir::Etc::sourcelist=$lists/source.list"
        -o "Dir::State::lists=$lists/lists" -o "Dir::Cache=$lists/cache" -o APT::Sandbox::User=root)
    [ -e "$lists/fetched" ] || apt-get "${options[@]}" update
    : >"$lists/fetched"
    cd "$folder"
    # One by one, and a failure is no end: of some packages a mirror may lack parts that are not needed here. The sums
    # decide.
    local package
    for package in "$@"; do apt-get "${options[@]}" source --download-only "$package" || true; done
}

stage_sources() {
    fetch_sources qt6-base sqlite3 openssl libsodium hunspell md4c
    cd "$work/download"
    apt-get download libz-mingw-w64-dev
    sha256sum -c <<'END'
4f14b89a9463a540fd84a6718b8519a2297119b454ef547721015a9e9019ae9e  qt6-base_6.4.2+dfsg.orig.tar.xz
d1a2621b1acb1606db7274ccdb96654564cea04af836c5b86da94e150714d16c  qt6-base_6.4.2+dfsg-10.debian.tar.xz
aaa776260ab4dc976db34aa7891819484c8676b5b2783123ebc6301e2ca5d655  sqlite3_3.40.1.orig.tar.xz
a5e95a18d1b59729278860559ded78751b9163ffb5bb906c5cd24c015f71d5fd  sqlite3_3.40.1.orig-www.tar.xz
0843bc12e4364076477935ce313a6d0796fd899a989ff18ebb6545540e10e4ca  sqlite3_3.40.1-2+deb12u2.debian.tar.xz
67ebca7e50d17383028045486653492195b83db95f8558709701bb47b5c1ef81  openssl_3.0.22.orig.tar.gz
d59323c6b712a1519a5daf710b68f5e7fde57040845ffec53850911f10a5d4f4  libsodium_1.0.18.orig.tar.gz
f410474e46346b06b162defa05b1be26906aeed6cf309e3d4ebe30b4d1350733  libsodium_1.0.18-1+deb12u1.debian.tar.xz
b2d9c5369c2cc7f321cb5983fda2dbf007dce3d9e17519746840a6f0c4bf7444  hunspell_1.7.1.orig.tar.gz
4a457df853425b6bb6e3457aa1d1a13bccec587a04c38c622b1013a0da41439f  md4c_0.4.8.orig.tar.gz
a5ec1f087a017955d15ca2deb288d9e3271589982f8d35a790c58ac520975736  libz-mingw-w64-dev_1.2.13+dfsg-1_all.deb
END
    cd "$work"
    rm -rf qtbase sqlite3 "openssl-$openssl" "libsodium-$sodium" "hunspell-$hunspell" "md4c-release-$md4c" libz amalgamation built-* staged
    dpkg-source --no-check -x download/qt6-base_6.4.2+dfsg-10.dsc qtbase
    dpkg-source --no-check -x download/sqlite3_3.40.1-2+deb12u2.dsc sqlite3
    tar xf "download/openssl_$openssl.orig.tar.gz"
    tar xf "download/libsodium_$sodium.orig.tar.gz"
    tar xf "download/hunspell_$hunspell.orig.tar.gz"
    tar xf "download/md4c_$md4c.orig.tar.gz"
    tar xf download/libsodium_1.0.18-1+deb12u1.debian.tar.xz -C "libsodium-$sodium"
    patch -d "libsodium-$sodium" -p1 <"libsodium-$sodium/debian/patches/CVE-2025-69277.patch"
    dpkg-deb -x download/libz-mingw-w64-dev_*_all.deb libz
    # Debian took SQLite out of Qt's source: its own amalgamation goes there.
    mkdir -p amalgamation qtbase/src/3rdparty/sqlite
    (cd amalgamation && ../sqlite3/configure --disable-shared >/dev/null && make sqlite3.c >/dev/null)
    cp amalgamation/sqlite3.[ch] qtbase/src/3rdparty/sqlite/
}

build_openssl() {
    cd "$work/openssl-$openssl"
    # The folders are given to make as well: perl on Linux does not take "C:/…" for an absolute path. They are where only
    # an administrator can write, since OpenSSL reads its configuration there. No loadable modules.
    local ssl='C:/Program Files/Common Files/SSL' home='C:/Program Files/OpenSSL'
    export SOURCE_DATE_EPOCH=1787660061
    ./Configure mingw64 --cross-compile-prefix=$triple- --prefix="$home" --openssldir="$ssl" shared no-tests no-module
    make -j"$jobs" build_libs OPENSSLDIR="$ssl" ENGINESDIR="$home/lib/engines-3" MODULESDIR="$home/lib/ossl-modules"
    unset SOURCE_DATE_EPOCH
    install -m 644 -D -t "$prefix/bin" libcrypto-3-x64.dll libssl-3-x64.dll
    install -m 644 -D -t "$prefix/lib" libcrypto.dll.a libssl.dll.a
    install -m 644 -D -t "$prefix/include/openssl" include/openssl/*.h
}

build_libsodium() {
    cd "$work/libsodium-$sodium"
    autoreconf -fi # the source has no configure script
    rm -rf "$work/sodium-build"
    mkdir "$work/sodium-build"
    cd "$work/sodium-build"
    "../libsodium-$sodium/configure" --host=$triple --prefix=/sodium --disable-static --enable-shared \
        --disable-dependency-tracking
    make -j"$jobs" -C src/libsodium
    make -C src/libsodium install DESTDIR="$work/staged"
    install -m 644 -D -t "$prefix/bin" "$work/staged/sodium/bin/libsodium-23.dll"
    install -m 644 -D -t "$prefix/lib" "$work/staged/sodium/lib/libsodium.dll.a"
    cp -r "$work/staged/sodium/include/." "$prefix/include/"
}

build_hunspell() {
    rm -rf "$work/hunspell-build"
    mkdir "$work/hunspell-build"
    cd "$work/hunspell-build"
    "../hunspell-$hunspell/configure" --host=$triple --prefix=/hunspell --disable-static --enable-shared --disable-nls \
        --disable-dependency-tracking CC=$triple-gcc-posix CXX=$triple-g++-posix
    make -j"$jobs" -C src/hunspell
    make -C src/hunspell install DESTDIR="$work/staged"
    install -m 644 -D -t "$prefix/bin" "$work/staged/hunspell/bin/libhunspell-1.7-0.dll"
    install -m 644 -D -t "$prefix/lib" "$work/staged/hunspell/lib/libhunspell-1.7.dll.a"
    cp -r "$work/staged/hunspell/include/." "$prefix/include/"
}

build_md4c() {
    cd "$work"
    cmake -S "md4c-release-$md4c" -B md4c-build -G Ninja -DCMAKE_TOOLCHAIN_FILE="$here/toolchain.cmake" \
        -DSALON_WINDOWS_PREFIX="$prefix" -DCMAKE_BUILD_TYPE=Release -DCMAKE_INSTALL_PREFIX="$prefix" -DBUILD_SHARED_LIBS=OFF
    ninja -C md4c-build install
    rm -rf "$prefix/bin/md2html.exe" "$prefix/share/man"
}

logged() { # NAME: runs build_NAME with its output in a file, whose end is shown when it fails
    local status
    set +e # and no || either: both would hold for what runs inside
    (set -e; build_"$1") >"$work/$1.log" 2>&1
    status=$?
    set -e
    [ $status = 0 ] || {
        tail -30 "$work/$1.log" >&2
        fail "Building $1 failed; all of it is in $work/$1.log." "La compilation de $1 a échoué ; le détail est dans $work/$1.log."
    }
}

# One that is ready is not built again when a stage is run once more; `sources` begins anew.
library() { # NAME
    [ ! -e "$work/built-$1" ] || return 0
    logged "$1"
    : >"$work/built-$1"
}

stage_deps() {
    mkdir -p "$prefix/lib" "$prefix/include/toml++" "$prefix/include/tl" "$prefix/share/cmake"
    library openssl
    library libsodium
    library hunspell
    library md4c
    cd "$work"
    # zlib: Debian's own build for mingw-w64; Qt carries one of its own.
    install -m 644 -D -t "$prefix/lib" "libz/usr/$triple/lib/libz.a"
    install -m 644 -D -t "$prefix/include" "libz/usr/$triple/include/zlib.h" "libz/usr/$triple/include/zconf.h"
    cp -r /usr/include/toml++/. "$prefix/include/toml++/"
    cp /usr/include/tl/expected.hpp "$prefix/include/tl/"
    cp -r /usr/share/cmake/tl-expected "$prefix/share/cmake/" # relocatable as it is
}

# INPUT_opengl=no and not FEATURE_opengl=OFF, which leaves "dynamic OpenGL" on. direct2d stays on because the DirectWrite
# font engine hangs on it, without direct2d1_1, whose platform plugin needs a header that Debian took out; tabletevent
# is off for the same header.
build_configure() {
    rm -rf "$work/qt-build"
    mkdir "$work/qt-build"
    cd "$work/qt-build"
    cmake -G Ninja ../qtbase -DCMAKE_TOOLCHAIN_FILE="$here/toolchain.cmake" -DSALON_WINDOWS_PREFIX="$prefix" \
        -DCMAKE_INSTALL_PREFIX="$prefix" -DCMAKE_BUILD_TYPE=Release -DQT_QMAKE_TARGET_MKSPEC=win32-g++ \
        -DBUILD_SHARED_LIBS=ON -DQT_BUILD_EXAMPLES=OFF -DQT_BUILD_TESTS=OFF -DQT_BUILD_TOOLS_WHEN_CROSSCOMPILING=OFF \
        -DFEATURE_pkg_config=OFF -DFEATURE_icu=OFF -DFEATURE_dbus=OFF -DFEATURE_glib=OFF \
        -DINPUT_opengl=no -DFEATURE_vulkan=OFF -DFEATURE_egl=OFF -DFEATURE_direct2d=ON -DFEATURE_direct2d1_1=OFF \
        -DINPUT_openssl=linked -DOPENSSL_ROOT_DIR="$prefix" -DFEATURE_schannel=ON -DFEATURE_ssl=ON \
        -DFEATURE_system_zlib=OFF -DFEATURE_system_png=OFF -DFEATURE_system_jpeg=OFF -DFEATURE_system_freetype=OFF \
        -DFEATURE_system_harfbuzz=OFF -DFEATURE_system_pcre2=OFF -DFEATURE_system_doubleconversion=OFF \
        -DFEATURE_system_sqlite=OFF -DFEATURE_zstd=OFF -DFEATURE_brotli=OFF -DFEATURE_gssapi=OFF -DFEATURE_sql_sqlite=ON \
        -DFEATURE_sql_odbc=OFF -DFEATURE_sql_psql=OFF -DFEATURE_sql_mysql=OFF -DFEATURE_sql_ibase=OFF \
        -DFEATURE_tabletevent=OFF -DFEATURE_androiddeployqt=OFF -DFEATURE_windeployqt=OFF -DFEATURE_qmake=OFF \
        -DFEATURE_style_windowsvista=ON
}

stage_configure() {
    logged configure
    grep -A1 -E 'OpenSSL \.|Schannel' "$work/qt-build/config.summary"
}

build_qt() {
    ninja -C "$work/qt-build" -j"$jobs"
    ninja -C "$work/qt-build" install/strip
}

stage_qt() {
    logged qt
}

# package_file NAME VERSION LIBRARY DLL INCLUDE: what find_package(NAME) reads; a library without LIBRARY is headers only.
package_file() {
    local folder=$prefix/lib/cmake/$1
    mkdir -p "$folder"
    {
        printf 'if(NOT TARGET %s::%s)\n' "$1" "$1"
        printf '  get_filename_component(_prefix "%s/../../.." ABSOLUTE)\n' "\${CMAKE_CURRENT_LIST_DIR}"
        if [ -n "$3" ]; then
            printf '  add_library(%s::%s SHARED IMPORTED)\n' "$1" "$1"
            printf '  set_target_properties(%s::%s PROPERTIES\n' "$1" "$1"
            printf '    IMPORTED_IMPLIB "%s/lib/%s" IMPORTED_LOCATION "%s/bin/%s"\n' "\${_prefix}" "$3" "\${_prefix}" "$4"
        else
            printf '  add_library(%s::%s INTERFACE IMPORTED)\n' "$1" "$1"
            printf '  set_target_properties(%s::%s PROPERTIES INTERFACE_COMPILE_FEATURES cxx_std_17\n' "$1" "$1"
        fi
        printf '    INTERFACE_INCLUDE_DIRECTORIES "%s")\n  unset(_prefix)\nendif()\n' "$5"
    } >"$folder/$1Config.cmake"
    cat >"$folder/$1ConfigVersion.cmake" <<END
set(PACKAGE_VERSION "$2")
if(PACKAGE_FIND_VERSION VERSION_GREATER PACKAGE_VERSION)
  set(PACKAGE_VERSION_COMPATIBLE FALSE)
else()
  set(PACKAGE_VERSION_COMPATIBLE TRUE)
  if(PACKAGE_FIND_VERSION VERSION_EQUAL PACKAGE_VERSION)
    set(PACKAGE_VERSION_EXACT TRUE)
  endif()
endif()
END
}

pc_file() { # NAME DESCRIPTION VERSION LINE…
    local file=$prefix/lib/pkgconfig/$1.pc
    {
        printf 'prefix=%s/../..\nlibdir=%s/lib\nincludedir=%s/include\n\n' "\${pcfiledir}" "\${prefix}" "\${prefix}"
        printf 'Name: %s\nDescription: %s\nVersion: %s\n' "$1" "$2" "$3"
        shift 3
        printf '%s\n' "$@"
    } >"$file"
}

write_package_files() {
    # shellcheck disable=SC2016  # the variables are CMake's and pkg-config's
    {
        package_file tomlplusplus $toml "" "" '${_prefix}/include'
        package_file libsodium $sodium libsodium.dll.a libsodium-23.dll '${_prefix}/include'
        package_file hunspell $hunspell libhunspell-1.7.dll.a libhunspell-1.7-0.dll '${_prefix}/include/hunspell;${_prefix}/include'
        mkdir -p "$prefix/lib/pkgconfig"
        pc_file libsodium "Cryptography library" $sodium 'Libs: -L${libdir} -lsodium' 'Cflags: -I${includedir}'
        pc_file hunspell "Spell checker library" $hunspell 'Libs: -L${libdir} -lhunspell-1.7' 'Cflags: -I${includedir}/hunspell'
        pc_file tomlplusplus "TOML parser, header-only here" $toml 'Cflags: -I${includedir}'
        pc_file zlib "zlib compression library" 1.2.13 'Libs: -L${libdir} -lz' 'Cflags: -I${includedir}'
        pc_file libcrypto "OpenSSL libcrypto" $openssl 'Libs: -L${libdir} -lcrypto' \
            'Libs.private: -lws2_32 -lgdi32 -lcrypt32' 'Cflags: -I${includedir}'
        pc_file libssl "OpenSSL libssl" $openssl 'Requires.private: libcrypto' 'Libs: -L${libdir} -lssl' 'Cflags: -I${includedir}'
        pc_file openssl "OpenSSL, both libraries" $openssl 'Requires: libssl libcrypto'
    }
}

write_licences() {
    local to=$prefix/share/licenses
    rm -rf "$to"
    mkdir -p "$to"/{qt,openssl,libsodium,md4c,hunspell,zlib,tomlplusplus,tl-expected,gcc-runtime,mingw-w64}
    cp "$work"/qtbase/LICENSES/* "$to/qt/"
    cp /usr/share/doc/libqt6core6/copyright "$to/qt/debian-copyright"
    cp "$work/openssl-$openssl/LICENSE.txt" "$to/openssl/"
    cp "$work/libsodium-$sodium/LICENSE" "$to/libsodium/"
    cp "$work/md4c-release-$md4c/LICENSE.md" "$to/md4c/"
    cp "$work/hunspell-$hunspell"/{COPYING,COPYING.LESSER,COPYING.MPL,license.hunspell,license.myspell} "$to/hunspell/"
    cp "$work/libz/usr/share/doc/libz-mingw-w64-dev/copyright" "$to/zlib/"
    cp /usr/share/doc/libtomlplusplus-dev/copyright "$to/tomlplusplus/"
    cp /usr/share/doc/libexpected-dev/copyright "$to/tl-expected/"
    cp /usr/share/doc/gcc-mingw-w64-base/copyright "$to/gcc-runtime/"
    cp /usr/share/doc/mingw-w64-common/copyright "$to/mingw-w64/"
}

stage_finish() {
    cd "$prefix"
    cp /usr/lib/gcc/$triple/12-posix/{libgcc_s_seh-1,libstdc++-6}.dll /usr/$triple/lib/libwinpthread-1.dll bin/
    $triple-strip --strip-unneeded bin/lib*.dll
    write_package_files
    write_licences
    # What a program does not need, and what names the build folder. Qt's own .pc files are wrong on Windows.
    rm -rf doc lib/*.prl lib/pkgconfig/Qt6*.pc bin/*.sh bin/*.cmake bin/*.py bin/*.pl bin/qmake* bin/qtpaths* bin/qt-* share/man
    find mkspecs -mindepth 1 -maxdepth 1 ! -name win32-g++ ! -name common -exec rm -rf {} +
    # shellcheck disable=SC2016  # the variables are pkg-config's
    sed -i -e 's,^prefix=.*,prefix=${pcfiledir}/../..,' -e 's,^exec_prefix=.*,exec_prefix=${prefix},' lib/pkgconfig/*.pc
    { grep -rIlF "$work" . || true; } | xargs -r sed -i -e "s,$prefix,/PREFIX,g" -e "s,$work,/BUILD,g"
}

build_icu() {
    cmake -S "$here/icu" -B "$work/icu-build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DICU_SOURCE="$work/icu-source/icu/source" \
        -DCMAKE_TOOLCHAIN_FILE="$here/toolchain.cmake" -DSALON_WINDOWS_PREFIX="$prefix" -DCMAKE_INSTALL_PREFIX="$work/icu"
    ninja -C "$work/icu-build" -j"$jobs"
    rm -rf "$work/icu"
    cmake --install "$work/icu-build"
}

stage_icu() {
    [ -e "$work/download/icu_$icu.orig.tar.gz" ] || fetch_sources icu
    cd "$work/download"
    sha256sum -c <<END
a2d2d38217092a7ed56635e34467f92f976b370e20182ad325edea6681a71d68  icu_$icu.orig.tar.gz
END
    rm -rf "$work/icu-source"
    mkdir "$work/icu-source"
    tar xf "icu_$icu.orig.tar.gz" -C "$work/icu-source"
    logged icu
    rm -rf "$work/icu-source" "$work/icu-build"
}

[ $# -gt 0 ] || set -- packages sources deps configure qt finish icu
for stage; do
    case "$stage" in
        packages | sources | deps | configure | qt | finish | icu)
            say "Stage $stage" "Étape $stage"
            # A shell of its own, since set -e must hold in it: no `if`, no `||` around it.
            (stage_"$stage")
            ;;
        *) fail "No stage $stage (see --help)." "Pas d'étape $stage (voir --help)." ;;
    esac
done
