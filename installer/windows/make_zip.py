#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
"""make_zip.py OUT.zip TOP SECONDS FOLDER...: the union of the folders as one zip with the folder TOP in it.

The same input gives the same bytes: names are sorted, every time is SECONDS (since 1970, UTC), and modes are fixed. An
empty file "portable" is added: it tells the programs to keep their data beside themselves.
"""
import pathlib
import sys
import time
import zipfile


def main() -> int:
    out, top, seconds, *folders = sys.argv[1:]
    files: dict[str, bytes] = {"portable": b""}
    for folder in map(pathlib.Path, folders):
        for path in folder.rglob("*"):
            if not path.is_file():
                continue
            name = path.relative_to(folder).as_posix()
            content = path.read_bytes()
            if files.setdefault(name, content) != content:
                print(f"{name} differs between the folders", file=sys.stderr)
                return 1
    moment = time.gmtime(int(seconds))[:6]
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(files):
            info = zipfile.ZipInfo(f"{top}/{name}", moment)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0
            info.external_attr = 0
            archive.writestr(info, files[name])
    return 0


if __name__ == "__main__":
    sys.exit(main())
