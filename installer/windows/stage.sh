#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
#
# stage.sh BUILD PREFIX ICU OUT: puts together what each program for Windows needs to run on a machine that has nothing:
# OUT/client, OUT/console and OUT/server, each complete, with the program (stripped), the DLLs that it and its plugins
# import, directly or not, Qt's plugins, and the licences of all of it. Fails when a DLL is neither in the prefix nor one
# of Windows' own (system-dlls.txt).
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
build=$1 prefix=$2 icu=$3 out=$4
triple=x86_64-w64-mingw32

mapfile -t system_dlls < <(sed -e 's/#.*//' -e '/^[[:space:]]*$/d' "$here/system-dlls.txt" | tr '[:upper:]' '[:lower:]')
declare -A is_system
for dll in "${system_dlls[@]}"; do is_system[$dll]=yes; done

imports() { # FILE: the DLLs that it names
    $triple-objdump -p "$1" | sed -n 's/^\tDLL Name: //p'
}

# Copies into FOLDER what FILE imports, and what that imports, from the prefix.
add_dlls() { # FOLDER FILE
    local dll names
    names=$(imports "$2") # an error of objdump ends it here
    for dll in $names; do
        [ -z "${is_system[${dll,,}]:-}" ] || continue
        [ ! -e "$1/$dll" ] || continue
        if [ ! -e "$prefix/bin/$dll" ]; then
            echo "$2 imports $dll: neither in $prefix/bin nor in system-dlls.txt" >&2
            return 1
        fi
        install -m 644 "$prefix/bin/$dll" "$1/$dll"
        add_dlls "$1" "$prefix/bin/$dll"
    done
}

# The licence of every library that is in FOLDER, or inside its programs.
add_licences() { # FOLDER
    local to=$1/licences name
    mkdir -p "$to"
    install -m 644 "$root/LICENSE" "$to/LICENSE-Salon.txt"
    [ ! -f "$root/installer/common/THIRD-PARTY-NOTICES.md" ] ||
        install -m 644 "$root/installer/common/THIRD-PARTY-NOTICES.md" "$to/THIRD-PARTY-NOTICES.md"
    # zlib is inside Qt; toml++ and tl::expected are headers; ICU and md4c are linked statically
    for name in qt openssl libsodium md4c zlib tomlplusplus tl-expected gcc-runtime mingw-w64; do
        mkdir -p "$to/$name"
        cp "$prefix/share/licenses/$name/"* "$to/$name/"
    done
    mkdir -p "$to/icu"
    cp "$icu/share/licenses/icu/LICENSE" "$to/icu/"
    install -m 644 -D -t "$to/unicode" "$root/LICENSES/Unicode-DFS-2016.txt"
    chmod -R u=rwX,go=rX "$to"
}

stage() { # NAME PROGRAM PLUGIN…
    local folder=$out/$1 program=$2 plugin
    shift 2
    rm -rf "$folder"
    mkdir -p "$folder"
    install -m 644 "$build/bin/$program.exe" "$folder/$program.exe"
    $triple-strip --strip-all "$folder/$program.exe"
    add_dlls "$folder" "$folder/$program.exe"
    for plugin; do
        install -m 644 -D "$prefix/plugins/$plugin.dll" "$folder/$plugin.dll"
        add_dlls "$folder" "$folder/$plugin.dll"
    done
    add_licences "$folder"
}

# OpenSSL's TLS and what Qt needs for it; without it Qt would take Windows' own, which does no TLS 1.3 everywhere.
tls=(tls/qopensslbackend tls/qcertonlybackend)
stage server salon-server sqldrivers/qsqlite "${tls[@]}"
stage console salon-console sqldrivers/qsqlite "${tls[@]}"
if [ -f "$build/bin/salon.exe" ]; then
    stage client salon sqldrivers/qsqlite "${tls[@]}" platforms/qwindows styles/qwindowsvistastyle imageformats/qgif \
        imageformats/qico imageformats/qjpeg
fi
