# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
"""Exercise "dialogue", the server: dialogue_server.py [HOST [PORT]]
One client at a time; the others wait in the queue of the system until they are accepted."""

import socket
import sys

host = sys.argv[1] if len(sys.argv) > 1 else "127.0.0.1"
port = int(sys.argv[2]) if len(sys.argv) > 2 else 63001


def talk(client):
    while True:
        text = client.recv(1024).decode(errors="replace").strip()
        print(text, flush=True)
        if text in ("", "fini"):
            return
        answer = sys.stdin.readline().strip() or "fini"
        client.sendall(answer.encode())
        if answer == "fini":
            return


with socket.create_server((host, port), backlog=5) as listener:
    print("port", listener.getsockname()[1], flush=True)
    while True:
        client, address = listener.accept()
        with client:
            print("Connexion reçue de", address, flush=True)
            try:
                talk(client)
            except OSError as error:  # gone without a word: the next one is served all the same
                print(address, error, flush=True)
