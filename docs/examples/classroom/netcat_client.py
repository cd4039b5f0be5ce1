# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
"""Exercise "netcat", the client: netcat_client.py [HOST [PORT]]
What is typed is sent, what comes is shown; both at the same time, so that there is a thread for each."""

import socket
import sys
import threading

host = sys.argv[1] if len(sys.argv) > 1 else "127.0.0.1"
port = int(sys.argv[2]) if len(sys.argv) > 2 else 3000


def show(server):
    for line in server.makefile(encoding="utf-8", errors="replace"):
        print(line, end="", flush=True)


with socket.create_connection((host, port)) as server:
    threading.Thread(target=show, args=(server,), daemon=True).start()
    for line in sys.stdin:
        server.sendall(line.encode())
    server.shutdown(socket.SHUT_WR)  # nothing more to say
