# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
"""Exercise "netcat", the server: netcat_server.py [HOST [PORT]]
A thread for each client, so that several can be there at once; try it with: nc 127.0.0.1 3000"""

import socket
import sys
import threading

host = sys.argv[1] if len(sys.argv) > 1 else "127.0.0.1"
port = int(sys.argv[2]) if len(sys.argv) > 2 else 3000


def serve(client, address):
    with client:
        try:
            for line in client.makefile(encoding="utf-8", errors="replace"):
                print(address, line.rstrip("\r\n"), flush=True)
        except OSError as error:  # gone without a word: the others talk on
            print(address, error, flush=True)


with socket.create_server((host, port)) as listener:
    print("port", listener.getsockname()[1], flush=True)
    while True:
        client, address = listener.accept()
        print("Connexion reçue de", address, flush=True)
        threading.Thread(target=serve, args=(client, address), daemon=True).start()
