# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
"""Exercise "multichat", the server: multichat_server.py [HOST [PORT]]
One thread for all clients: the selector says which of them has sent something."""

import selectors
import socket
import sys

host = sys.argv[1] if len(sys.argv) > 1 else "127.0.0.1"
port = int(sys.argv[2]) if len(sys.argv) > 2 else 9090

selector = selectors.DefaultSelector()
clients = {}  # socket -> its number
buffers = {}  # socket -> what came of a line so far
last_number = 0
MAX_LINE = 65536  # a line without end would fill the memory


def welcome(listener):
    global last_number
    client, address = listener.accept()
    last_number += 1
    print("Connexion reçue de", address, "numéro", last_number, flush=True)
    clients[client], buffers[client] = last_number, b""
    selector.register(client, selectors.EVENT_READ)
    try:
        client.sendall(str(last_number).encode())
    except OSError:
        leave(client)


def leave(client):
    """Of whatever kind its end was; twice does no harm."""
    if client not in clients:
        return
    selector.unregister(client)
    del clients[client], buffers[client]
    client.close()


def send_to_all(text):
    for client in list(clients):
        try:
            client.sendall(b"\n>>" + text + b"\n")
        except OSError:
            leave(client)


def read(client):
    try:
        block = client.recv(1024)
    except OSError:
        block = b""
    if not block:
        leave(client)
        return
    *lines, buffers[client] = (buffers[client] + block).split(b"\n")
    if len(buffers[client]) > MAX_LINE:
        leave(client)
        return
    for line in lines:
        if client not in clients:  # left while the line before was sent
            return
        words = line.split()
        if words == [b"quit"] or words == [b"quit", str(clients[client]).encode()]:
            leave(client)
            return
        send_to_all(line.rstrip(b"\r"))


with socket.create_server((host, port)) as listener:
    print("port", listener.getsockname()[1], flush=True)
    selector.register(listener, selectors.EVENT_READ)
    while True:
        for key, _ in selector.select():
            if key.fileobj is listener:
                welcome(listener)
            elif key.fileobj in clients:
                read(key.fileobj)
