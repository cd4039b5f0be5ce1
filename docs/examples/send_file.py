#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
"""Sends one file with the protocol itself:  send_file.py LINK USERNAME FILE [CAPTION]

Logs in (the password is $SALON_PASSWORD, or asked for), puts the file up, and names it in a message to the room that
everybody is in. Run again after a cut it goes on where it stopped. docs/PROTOCOL.md §18 explains the numbers."""
import getpass, hashlib, os, sys, uuid
from salon_wire import Connection


def ask(kind, fields):
    """Sends a request and waits for its answer."""
    server.send(kind, 1, fields)
    while True:
        kind, correlation, answer = server.receive()
        if kind == 5:  # Ping
            server.send(6, correlation, {})  # Pong
        elif kind in (4, 7):  # Failed, Goaway
            sys.exit(f"The server said {'no' if kind == 4 else 'goodbye'}: {answer}")
        elif correlation == 1:
            return answer


def put_up(path, chunk_bytes):
    """Brings the content to the server, from where an earlier time stopped. Returns its hash and size."""
    with open(path, "rb") as file:
        digest, size = hashlib.file_digest(file, "sha256").digest(), file.tell()
        opened = ask(140, {1: digest, 2: size})  # OpenUpload
        offset = opened[2]
        file.seek(offset)
        while offset < size:
            data = file.read(chunk_bytes)
            ask(142, {1: opened[1], 2: offset, 3: data})  # UploadChunk
            offset += len(data)
            print(f"\r{100 * offset // size} %", end="", file=sys.stderr)
    print(file=sys.stderr)
    return digest, size


server = Connection(sys.argv[1])
username, path = sys.argv[2:4]
caption = " ".join(sys.argv[4:])
password = os.environ.get("SALON_PASSWORD") or getpass.getpass()
limits = ask(1, {1: [1], 2: ["files"]})[8]  # Hello; the answer's limits
if os.path.getsize(path) > limits.get(5, 0):
    sys.exit(f"This server takes files of at most {limits.get(5, 0)} bytes.")
ask(21, {1: username, 2: password})  # LoginWithPassword
room = next(room for room in ask(83, {})[1] if room.get(14))  # Resume lists the rooms; 14 is everybody's
digest, size = put_up(path, limits[7])
entry = {1: digest, 2: os.path.basename(path), 3: size}
sent = ask(81, {1: room[1], 2: uuid.uuid4().bytes, 3: 1, 4: caption, 10: [entry]})  # SendMessage
print(f"#{sent[3]}")
