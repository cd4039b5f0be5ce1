# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
"""Exercise "dialogue", the client: dialogue_client.py [HOST [PORT]]
One line to the server, one answer, and so on; "fini" of either side ends it."""

import socket
import sys

host = sys.argv[1] if len(sys.argv) > 1 else "127.0.0.1"
port = int(sys.argv[2]) if len(sys.argv) > 2 else 63001

with socket.create_connection((host, port)) as server:
    for line in sys.stdin:
        text = line.strip()
        if not text:
            continue
        server.sendall(text.encode())
        if text == "fini":
            break
        answer = server.recv(1024).decode()
        print(answer, flush=True)
        if answer.strip() in ("", "fini"):
            break
