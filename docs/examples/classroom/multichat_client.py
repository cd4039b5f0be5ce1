# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
"""Exercise "multichat", the client: multichat_client.py [HOST [PORT]]
Type "quit" to leave."""

import codecs
import socket
import sys
import threading

host = sys.argv[1] if len(sys.argv) > 1 else "127.0.0.1"
port = int(sys.argv[2]) if len(sys.argv) > 2 else 9090


def show(server):
    text = codecs.getincrementaldecoder("utf-8")(errors="replace")  # a character may come in two pieces
    while block := server.recv(1024):
        print(text.decode(block), end="", flush=True)


with socket.create_connection((host, port)) as server:
    reader = threading.Thread(target=show, args=(server,), daemon=True)
    reader.start()
    for line in sys.stdin:
        server.sendall(line.encode())
        if line.strip() == "quit":
            break
    else:
        server.shutdown(socket.SHUT_WR)  # nothing more to say
    reader.join(timeout=5)  # the server closes
