# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
"""Makes a seed corpus of the golden frames, each with and without its length: make_seeds.py FRAMES FOLDER"""

import pathlib
import sys

frames, folder = (pathlib.Path(argument) for argument in sys.argv[1:3])
folder.mkdir(parents=True, exist_ok=True)
for path in sorted(frames.glob("*.hex")):
    lines = path.read_text(encoding="utf-8").splitlines()
    frame = bytes.fromhex("".join(line for line in lines if not line.startswith("#")))
    (folder / path.stem).write_bytes(b"\x06" + frame)
    (folder / f"{path.stem}-payload").write_bytes(b"\xff" + frame[4:])
