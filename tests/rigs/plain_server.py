#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
"""What a student's program may be: plain_server.py [client] tcp|frame|udp HOST PORT, or unix PATH

The server answers "got " and what came, until it is ended; with `frame` each message has its length before it. The
client says one sentence and prints what comes back."""

import os
import socket
import struct
import sys


def family_of(kind, address):
    if kind == "unix":
        return socket.AF_UNIX
    return socket.AF_INET6 if ":" in address[0] else socket.AF_INET


def exactly(connection, size):
    got = b""
    while len(got) < size:
        block = connection.recv(size - len(got))
        if not block:
            return None
        got += block
    return got


def frames(connection):
    while (head := exactly(connection, 4)) is not None:
        data = exactly(connection, struct.unpack(">I", head)[0])
        print(f"{(head + data).hex()}", flush=True)
        answer = b"got " + data
        connection.sendall(struct.pack(">I", len(answer)) + answer)


def stream(connection):
    got = b""
    while block := connection.recv(65536):
        got += block
    print(repr(got), flush=True)
    connection.sendall(b"got " + got)


def serve(kind, address):
    server = socket.socket(family_of(kind, address), socket.SOCK_DGRAM if kind == "udp" else socket.SOCK_STREAM)
    server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    server.bind(address)
    if kind != "udp":
        server.listen()
    print("READY", flush=True)
    while True:
        if kind == "udp":
            data, sender = server.recvfrom(65536)
            print(repr(data), flush=True)
            server.sendto(b"got " + data, sender)
        else:
            with server.accept()[0] as connection:
                (frames if kind == "frame" else stream)(connection)


def ask(kind, address):
    with socket.socket(family_of(kind, address), socket.SOCK_DGRAM if kind == "udp" else socket.SOCK_STREAM) as client:
        client.settimeout(10)
        client.connect(address)
        client.sendall("from the client, été\n".encode())
        if kind != "udp":
            client.shutdown(socket.SHUT_WR)
        print(client.recv(65536).decode(), flush=True)


if __name__ == "__main__":
    words = sys.argv[1:]
    role = serve
    if words[0] == "client":
        role = ask
        words = words[1:]
    try:
        role(words[0], words[1] if words[0] == "unix" else (words[1], int(words[2])))
    finally:
        if words[0] == "unix" and role is serve:
            os.unlink(words[1])
