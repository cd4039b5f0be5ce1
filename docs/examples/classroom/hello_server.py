# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
"""Exercise "hello", the server: hello_server.py [HOST [PORT]]"""

import socket
import sys

host = sys.argv[1] if len(sys.argv) > 1 else "127.0.0.1"
port = int(sys.argv[2]) if len(sys.argv) > 2 else 12345

with socket.create_server((host, port)) as listener:
    print("port", listener.getsockname()[1], flush=True)
    while True:
        client, address = listener.accept()
        with client:
            print("Connexion reçue de", address, flush=True)
            try:
                print(client.recv(1024).decode(errors="replace"), flush=True)
                client.sendall("Bonjour client !".encode())
            except OSError as error:  # gone without a word: the next one is served all the same
                print(address, error, flush=True)
