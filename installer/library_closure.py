#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
"""Which shared libraries of this Debian system programs and plugins need, near and far.

library_closure.py [--leave FILE] PROGRAM…

Prints one line for each library: its name, a tab, its file here. FILE lists libraries that the target system has by
itself, one name at the beginning of each line; they, and what only they need, are left out. Fails when one is missing.
"""
import argparse
import pathlib
import re
import subprocess
import sys


def needed_by(file):
    """The names that the dynamic section of this ELF file asks for."""
    done = subprocess.run(["objdump", "-p", str(file)], capture_output=True, text=True, check=True)
    return re.findall(r"^\s*NEEDED\s+(\S+)", done.stdout, re.MULTILINE)


def system_libraries():
    """Where the loader of this system finds each library; libraries of the 64-bit processor only."""
    done = subprocess.run(["/sbin/ldconfig", "-p"], capture_output=True, text=True, check=True)
    found = {}
    for name, kind, path in re.findall(r"^\s*(\S+) \(([^)]*)\) => (\S+)$", done.stdout, re.MULTILINE):
        if "x86-64" in kind or "AArch64" in kind:
            found.setdefault(name, path)
    return found


def words_at_line_starts(file):
    """The first word of each line that is neither empty nor a comment."""
    lines = pathlib.Path(file).read_text(encoding="utf-8").splitlines()
    return {line.split()[0] for line in lines if line.strip() and not line.startswith("#")}


def closure(files, left):
    """The libraries that these files need, as a dictionary from name to file, and the names nobody has."""
    where = system_libraries()
    found = {}
    missing = set()
    waiting = [name for file in files for name in needed_by(file)]
    while waiting:
        name = waiting.pop()
        if name in left or name in found:
            continue
        if name not in where:
            missing.add(name)
            continue
        found[name] = where[name]
        waiting += needed_by(where[name])
    return found, missing


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--leave", metavar="FILE", help="libraries that the target system has by itself")
    parser.add_argument("files", nargs="+", metavar="PROGRAM")
    arguments = parser.parse_args()
    left = words_at_line_starts(arguments.leave) if arguments.leave else set()
    found, missing = closure(arguments.files, left)
    for name in sorted(found):
        print(f"{name}\t{found[name]}")
    if missing:
        sys.exit("library_closure.py: not on this system: " + ", ".join(sorted(missing)))


if __name__ == "__main__":
    main()
