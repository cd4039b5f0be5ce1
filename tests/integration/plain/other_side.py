# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
"""What a student may write at the other end of salon-console --plain, well or badly: other_side.py MODE [ARGUMENTS]

Prints "PORT n" when it listens, "GOT hex" for what it received up to the end of the stream (or for each datagram), and
"FAILED reason" when the connection was cut."""

import hashlib
import socket
import struct
import sys
import time

HOST = "127.0.0.1"


def say(*words):
    print(*words, flush=True)


def everything(connection):
    """Up to the end of the stream."""
    got = b""
    try:
        while part := connection.recv(4096):
            got += part
    except ConnectionError as error:
        say("FAILED", type(error).__name__)
    return got


def exactly(connection, size):
    got = b""
    while len(got) < size:
        part = connection.recv(size - len(got))
        if not part:
            raise EOFError(f"{len(got)} of {size} bytes")
        got += part
    return got


def accepted(family=socket.AF_INET, address=(HOST, 0)):
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.bind(address)
    listener.listen(5)
    say("PORT", listener.getsockname()[1] if family != socket.AF_UNIX else 0)
    connection, _ = listener.accept()
    listener.close()
    return connection


def presence(connection):
    """Answers what comes first, and closes."""
    got = connection.recv(1024)
    say("GOT", got.hex())
    connection.sendall(got + "\nPrésent !".encode())
    connection.close()


def answer_at_end(connection, answer):
    say("GOT", everything(connection).hex())
    connection.sendall(bytes.fromhex(answer))
    connection.close()


def dribble(connection, answer, milliseconds):
    """All that comes first, then one byte at a time."""
    everything(connection)
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    for byte in bytes.fromhex(answer):
        connection.sendall(bytes([byte]))
        time.sleep(int(milliseconds) / 1000)
    connection.close()


def half_closed(connection):
    """Says at once that it will say nothing, and reads on."""
    connection.shutdown(socket.SHUT_WR)
    say("GOT", hashlib.sha256(everything(connection)).hexdigest())


def cut(connection):
    """Reads something and ends with a reset."""
    connection.recv(16)
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


def hold(connection):
    """Neither reads nor answers nor closes, until its own input ends."""
    sys.stdin.read()
    connection.close()


def transfer(connection):
    """Length-announced, both ways: the SHA-256 of what came."""
    size, = struct.unpack(">I", exactly(connection, 4))
    digest = hashlib.sha256(exactly(connection, size)).digest()
    connection.sendall(struct.pack(">I", len(digest)) + digest)
    say("GOT", digest.hex())
    everything(connection)


def frames(connection, *texts):
    """Frames in one go, then what comes."""
    connection.sendall(b"".join(struct.pack(">I", len(text.encode())) + text.encode() for text in texts))
    say("GOT", everything(connection).hex())


def raw_answer(connection, answer):
    connection.sendall(bytes.fromhex(answer))
    say("GOT", everything(connection).hex())


def broken_frame(connection, start):
    """The beginning of a frame, and the end."""
    connection.recv(1)
    connection.sendall(bytes.fromhex(start))
    connection.shutdown(socket.SHUT_WR)
    everything(connection)


def converse(connection):
    """Says each line that comes on its own input, and shows what it hears."""
    import threading

    def listen():
        while part := connection.recv(4096):
            say("HEARD", part.hex())
        say("END")

    threading.Thread(target=listen, daemon=True).start()
    for line in sys.stdin:
        connection.sendall(bytes.fromhex(line.strip()))
    connection.close()


def connect(port, message):
    """A student's client: says all, then hears all."""
    connection = socket.create_connection((HOST, int(port)))
    connection.sendall(bytes.fromhex(message))
    connection.shutdown(socket.SHUT_WR)
    say("GOT", everything(connection).hex())


def peer(port, message):
    """A student's own connect-or-listen."""
    try:
        connection = socket.create_connection((HOST, int(port)))
        say("CONNECTED")
    except ConnectionRefusedError:
        listener = socket.socket()
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((HOST, int(port)))
        listener.listen(1)
        say("PORT", port)
        connection, _ = listener.accept()
        listener.close()
    connection.sendall(bytes.fromhex(message))
    connection.shutdown(socket.SHUT_WR)
    say("GOT", everything(connection).hex())


def udp_server(*answers):
    """Answers each datagram with the next answer; without any left it only listens."""
    endpoint = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    endpoint.bind((HOST, 0))
    say("PORT", endpoint.getsockname()[1])
    waiting = list(answers)
    while True:
        datagram, address = endpoint.recvfrom(65536)
        say("GOT", datagram.hex())
        if waiting:
            endpoint.sendto(bytes.fromhex(waiting.pop(0)), address)


def udp_client(port, message):
    endpoint = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    endpoint.sendto(bytes.fromhex(message), (HOST, int(port)))
    say("GOT", endpoint.recv(65536).hex())


def unix_echo(path):
    connection = accepted(socket.AF_UNIX, path)
    got = everything(connection)
    say("GOT", got.hex())
    connection.sendall(got.upper())
    connection.close()


ON_A_CONNECTION = (presence, answer_at_end, dribble, half_closed, cut, hold, transfer, frames, raw_answer, broken_frame,
                   converse)
BY_THEMSELVES = (connect, peer, udp_server, udp_client, unix_echo)

if __name__ == "__main__":
    name, arguments = sys.argv[1], sys.argv[2:]
    for mode in ON_A_CONNECTION:
        if mode.__name__ == name:
            mode(accepted(), *arguments)
    for mode in BY_THEMSELVES:
        if mode.__name__ == name:
            mode(*arguments)
