# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
"""Exercise "transfer", the server: transfer_server.py [HOST [PORT]]"""

import hashlib
import socket
import struct
import sys

host = sys.argv[1] if len(sys.argv) > 1 else "127.0.0.1"
port = int(sys.argv[2]) if len(sys.argv) > 2 else 63002
MAX_BYTES = 64 * 1024 * 1024


def receive(connection, count):
    """Exactly so many bytes, in blocks; the whole may be large."""
    while count > 0:
        block = connection.recv(min(count, 65536))
        if not block:
            raise ConnectionError("the connection ended too early")
        count -= len(block)
        yield block


with socket.create_server((host, port)) as listener:
    print("port", listener.getsockname()[1], flush=True)
    while True:
        client, address = listener.accept()
        print("Connexion reçue de", address, flush=True)
        with client:
            try:
                (length,) = struct.unpack(">I", b"".join(receive(client, 4)))
                if length > MAX_BYTES:
                    continue
                digest = hashlib.sha256()
                for block in receive(client, length):
                    digest.update(block)
                client.sendall(struct.pack(">I", digest.digest_size) + digest.digest())
            except OSError as error:  # too early, or without a word: the next one is served all the same
                print(address, error, flush=True)
                continue
            print(length, "bytes", digest.hexdigest(), flush=True)
