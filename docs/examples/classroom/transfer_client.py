# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
"""Exercise "transfer", the client: transfer_client.py FILE [HOST [PORT]]
Sends the length (4 bytes, most significant first), then the file; gets its SHA-256 in the same form."""

import hashlib
import pathlib
import socket
import struct
import sys

data = pathlib.Path(sys.argv[1]).read_bytes()
host = sys.argv[2] if len(sys.argv) > 2 else "127.0.0.1"
port = int(sys.argv[3]) if len(sys.argv) > 3 else 63002


def receive(connection, count):
    """Exactly so many bytes: recv() may return fewer."""
    received = b""
    while len(received) < count:
        block = connection.recv(count - len(received))
        if not block:
            raise ConnectionError("the connection ended too early")
        received += block
    return received


with socket.create_connection((host, port)) as server:
    server.sendall(struct.pack(">I", len(data)) + data)
    (length,) = struct.unpack(">I", receive(server, 4))
    digest = receive(server, length)
print(digest.hex())
print("the same" if digest == hashlib.sha256(data).digest() else "DIFFERENT")
