# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
"""Students' programs against a running classroom: exercise_checks.py CHECK NAME=PORT…

Ends with 0 when every byte was as it should be. A line "console TEXT" on standard output is typed into the server's
console by whoever runs this, "teacher TEXT" is said in the classroom's room by its owner."""

import hashlib
import os
import random
import select
import socket
import struct
import sys
import threading
import time

HOST = "127.0.0.1"
PRESENT = "\nPrésent !".encode()
PATIENCE = 20
ports = {}


def connect(name, host=HOST):
    client = socket.create_connection((host, ports[name]), timeout=PATIENCE)
    client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return client


def expect(found, wanted, what=""):
    if found != wanted:
        raise AssertionError(f"{what}: {found[:200]!r} instead of {wanted[:200]!r}")


def all_of(client):
    """What comes until the server closes, which it must do in an orderly way."""
    got = b""
    while block := client.recv(65536):
        got += block
    return got


def exactly(client, count):
    got = b""
    while len(got) < count:
        block = client.recv(count - len(got))
        if not block:
            raise AssertionError(f"ended after {got!r}")
        got += block
    return got


def nothing_comes(client, seconds=0.3):
    ready, _, _ = select.select([client], [], [], seconds)
    assert not ready, client.recv(100)


def reset(client):
    """Ends as a crash does."""
    client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    client.close()


def ask_for(what, text):
    print(what, text, flush=True)


def ask_once(name, message):
    with connect(name) as client:
        client.sendall(message)
        return all_of(client)


def presence():
    for message in (b"Bonjour", b"Bonjour\n", "Où êtes-vous ? ☕".encode(), b"\0\xff\xfe\x80", b"a\r\nb\n\n", b"x" * 16384):
        expect(ask_once("presence", message), message + PRESENT, "presence")
    with connect("presence") as client:  # a slow sender
        for byte in b"lentement":
            client.sendall(bytes([byte]))
            time.sleep(0.02)
        expect(all_of(client), b"lentement" + PRESENT, "byte by byte")
    with connect("presence") as client:  # half-open
        client.sendall(b"fin")
        client.shutdown(socket.SHUT_WR)
        expect(all_of(client), b"fin" + PRESENT, "half-open")
    clients = [connect("presence") for _ in range(20)]  # several at once
    for number, client in reversed(list(enumerate(clients))):
        client.sendall(str(number).encode())
    for number, client in enumerate(clients):
        expect(all_of(client), str(number).encode() + PRESENT, "at once")
        client.close()


def hello():
    for message in (b"Bonjour serveur !", b"x", b"\xe9\xe8\n", "ça va ?\n".encode()):
        expect(ask_once("hello", message), b"Bonjour client !", "hello")


def dialogue():
    first = connect("dialogue")
    first.sendall(b"Bonjour")
    second = connect("dialogue")
    second.sendall("et moi ?\n".encode())
    third = connect("dialogue")
    time.sleep(0.3)
    ask_for("console", "/dialogue Salut, où êtes-vous ?")
    expect(exactly(first, len("Salut, où êtes-vous ?".encode())), "Salut, où êtes-vous ?".encode(), "answer")
    nothing_comes(second)
    first.sendall(b"fini")
    expect(all_of(first), b"", "after fini")
    ask_for("teacher", "Je vous écoute")  # the second one speaks lines, so that it gets lines
    expect(exactly(second, len("Je vous écoute\n".encode())), "Je vous écoute\n".encode(), "from the room")
    nothing_comes(third)
    ask_for("teacher", "fini")
    expect(all_of(second), b"fini\n", "the teacher's fini")
    third.sendall(b"enfin")
    time.sleep(0.4)
    ask_for("console", "/dialogue fini")
    expect(all_of(third), b"fini", "the operator's fini")


def dialogue_broken():
    served = connect("dialogue")
    time.sleep(0.2)
    waiting = [connect("dialogue") for _ in range(10)]
    for number, client in enumerate(waiting[:-1]):
        client.close() if number % 2 else reset(client)
    reset(served)  # without a goodbye
    time.sleep(0.3)
    ask_for("console", "/dialogue fini")
    expect(all_of(waiting[-1]), b"fini", "the one who stayed")


def udp():
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client:
        client.settimeout(PATIENCE)
        for message in (b"qui est la ?", "déjà vu".encode(), b"", b"\xff" * 50, b"x" * 60000):
            client.sendto(message, (HOST, ports["udp"]))
            answer, address = client.recvfrom(1024)
            expect(answer, b"i am the server", "udp")
            expect(address, (HOST, ports["udp"]), "who answered")


def udp_flood():
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client:
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 22)
        client.setblocking(False)
        answers, begin = 0, time.monotonic()
        for _ in range(30_000):
            try:
                client.sendto(b"flood", (HOST, ports["udp"]))
            except BlockingIOError:
                pass
        elapsed = time.monotonic() - begin
        time.sleep(0.5)
        try:
            while client.recvfrom(100):
                answers += 1
        except BlockingIOError:
            pass
        assert 1 <= answers <= 50 * (elapsed + 3), (answers, elapsed)
    expect(ask_once("hello", b"toujours la ?"), b"Bonjour client !", "the others meanwhile")
    time.sleep(1.1)
    udp()


def netcat():
    one, two = connect("netcat"), connect("netcat")
    time.sleep(0.3)
    one.sendall("première ligne\ndeuxième ligne\r\n".encode())
    one.sendall("sans fin de ligne".encode())
    lines = two.makefile("rb")
    for text in ("première ligne", "deuxième ligne", "sans fin de ligne"):
        line = lines.readline()
        assert line.endswith(b": " + text.encode() + b"\n"), line
    nothing_comes(one)  # its own lines do not come back
    ask_for("teacher", "Bonjour à tous")
    for client in (one.makefile("rb"), lines):
        assert client.readline().endswith(": Bonjour à tous\n".encode())
    one.shutdown(socket.SHUT_WR)
    expect(all_of(one), b"", "after the end of sending")
    two.sendall(b"encore la\n")
    two.close()


def number_of(client):
    """The digits at the beginning; nothing follows until somebody speaks."""
    number = client.recv(100)
    assert number.isdigit(), number
    return number


def multichat():
    clients = [connect("multichat") for _ in range(3)]
    numbers = [number_of(client) for client in clients]
    assert len(set(numbers)) == 3, numbers
    for text in ("Bonjour", "élève ☕", "tab\tici"):
        clients[0].sendall(text.encode() + b"\n")
        wanted = b"\n>>" + text.encode() + b"\n"
        for client in clients:
            expect(exactly(client, len(wanted)), wanted, "multichat")
    clients[0].sendall(b"quit")
    expect(all_of(clients[0]), b"", "after quit")
    clients[1].sendall(b"quit " + numbers[2])  # not its own number
    wanted = b"\n>>quit " + numbers[2] + b"\n"
    for client in clients[1:]:
        expect(exactly(client, len(wanted)), wanted, "somebody else's number")
    clients[1].sendall(b"quit" + numbers[1] + b"\n")
    expect(all_of(clients[1]), b"", "after quit with the number")
    clients[2].sendall(b"seul\n")
    expect(exactly(clients[2], len(b"\n>>seul\n")), b"\n>>seul\n", "alone")


class Chatter(threading.Thread):
    """Says its name once, hears everything, and leaves as it likes."""

    def __init__(self, index, seed):
        super().__init__(daemon=True)
        self.index, self.random, self.problem = index, random.Random(seed * 1000 + index), None
        self.client = connect("multichat")
        self.heard = number_of(self.client)
        self.stays = self.random.random() < 0.5

    def run(self):
        try:
            self.client.settimeout(60)
            time.sleep(self.random.random() * 2)
            self.client.sendall(f"eleve {self.index}\n".encode())
            while not self.stays or b"\n>>la fin\n" not in self.heard:
                block = self.client.recv(65536)
                if not block:
                    raise AssertionError("the server closed")
                self.heard += block
                if not self.stays and f"\n>>eleve {self.index}\n".encode() in self.heard:
                    break
            if not self.stays:
                self.leave()
        except (OSError, AssertionError) as problem:
            self.problem = f"eleve {self.index}: {problem!r}"

    def leave(self):
        way = self.random.randrange(4)
        if way == 0:
            self.client.sendall(b"quit\n")
            all_of(self.client)
        elif way == 1:
            self.client.shutdown(socket.SHUT_WR)
            all_of(self.client)
        elif way == 2:
            self.client.close()
        else:
            reset(self.client)


def multichat_crowd():
    chatters = [Chatter(index, int(os.environ.get("SEED", "3"))) for index in range(200)]
    for chatter in chatters:
        chatter.start()
    for chatter in chatters:
        if not chatter.stays:
            chatter.join(60)
    staying = [chatter for chatter in chatters if chatter.stays]
    assert len(staying) > 50, len(staying)
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and any(chatter.heard.count(b"\n>>eleve ") < 200 for chatter in staying):
        time.sleep(0.05)
    with connect("multichat") as last:
        number_of(last)
        last.sendall(b"la fin\n")
        for chatter in chatters:
            chatter.join(60)
    problems = [chatter.problem for chatter in chatters if chatter.problem or chatter.is_alive()]
    assert not problems, problems[:5]
    # All who stayed heard every message once, whole and in the same order.
    orders = set()
    for chatter in staying:
        digits = len(chatter.heard) - len(chatter.heard.lstrip(b"0123456789"))
        messages = chatter.heard[digits:].split(b"\n>>")[1:]
        assert all(message.endswith(b"\n") for message in messages), messages[-1]
        names = [message for message in messages if message != b"la fin\n"]
        expect(sorted(names), sorted(f"eleve {index}\n".encode() for index in range(200)), f"eleve {chatter.index}")
        orders.add(b"".join(messages))
        chatter.client.close()
    assert len(orders) == 1, "not one order"


def framed(data):
    return struct.pack(">I", len(data)) + data


def transfer():
    with connect("transfer") as client:
        for size in (0, 1, 4, 5, 70_000, 5_000_000):
            data = random.Random(size).randbytes(size)
            client.sendall(framed(data))
            expect(exactly(client, 36), framed(hashlib.sha256(data).digest()), f"{size} bytes")
        data = b"morceaux"
        for byte in framed(data):
            client.sendall(bytes([byte]))
            time.sleep(0.005)
        expect(exactly(client, 36), framed(hashlib.sha256(data).digest()), "byte by byte")
        client.sendall(framed(b"a") + framed(b"b"))  # two at once
        wanted = b"".join(framed(hashlib.sha256(letter).digest()) for letter in (b"a", b"b"))
        expect(exactly(client, 72), wanted, "two at once")
        client.shutdown(socket.SHUT_WR)
        expect(all_of(client), b"", "the end")


def transfer_largest():
    size = 64 * 1024 * 1024
    digest = hashlib.sha256()
    with connect("transfer") as client:
        client.sendall(struct.pack(">I", size))
        block = bytes(range(256)) * 256
        for _ in range(size // len(block)):
            client.sendall(block)
            digest.update(block)
        expect(exactly(client, 36), framed(digest.digest()), "64 MiB")
    for length in (size + 1, 0xFFFFFFFF):
        with connect("transfer") as client:
            client.sendall(struct.pack(">I", length))
            expect(all_of(client), b"", "too long")
    for cut in range(8):
        with connect("transfer") as client:
            client.sendall(framed(b"abcdef")[:cut])
            if cut % 2:
                reset(client)
            else:
                client.shutdown(socket.SHUT_WR)
                expect(all_of(client), b"", "cut")


def garbage():
    chance = random.Random(20261121)
    names = ["presence", "hello", "dialogue", "netcat", "multichat", "transfer"]
    for turn in range(60):
        name = names[turn % len(names)]
        client = connect(name)
        client.settimeout(PATIENCE)
        try:
            client.sendall(chance.randbytes(chance.choice((1, 100, 5000, 60_000))))
            if turn % 3 == 0:
                client.shutdown(socket.SHUT_WR)
        except OSError:
            pass  # closed by the server meanwhile
        (reset if turn % 2 else socket.socket.close)(client)
    for name in names:  # connections and nothing else
        for _ in range(10):
            reset(connect(name))
    with connect("multichat") as client:
        client.sendall(b"\xff\xfe\n" + b"x" * 2_000_000 + b"\nencore la\n")
        heard = b""  # some of the others' garbage is text
        while not heard.endswith(b"\n>>encore la\n"):
            heard += exactly(client, 1)
        while select.select([client], [], [], 1)[0]:  # until the others' lines are all through
            assert client.recv(65536)
    everything()


def slow_reader():
    slow = connect("multichat")
    slow.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    with connect("multichat") as good:
        number_of(good)
        text = b"y" * 1000
        wanted = b"\n>>" + text + b"\n"
        for _ in range(1500):
            good.sendall(text + b"\n")
            expect(exactly(good, len(wanted)), wanted, "the good reader")
        slow.settimeout(5)
        try:
            got = all_of(slow)
        except OSError:
            got = b""
        assert len(got) < 1500 * len(wanted), "the slow reader was kept"


def idle():
    """Whoever says nothing is still there, as long as that is not for too long."""
    clients = [connect(name) for name in ("presence", "hello", "netcat", "transfer")]
    time.sleep(1)
    for client in clients:
        nothing_comes(client, 0.01)
        client.close()


def everything():
    expect(ask_once("presence", b"toujours"), b"toujours" + PRESENT, "presence")
    expect(ask_once("hello", b"toujours"), b"Bonjour client !", "hello")
    with connect("transfer") as client:
        client.sendall(framed(b"abc"))
        expect(exactly(client, 36), framed(hashlib.sha256(b"abc").digest()), "transfer")
    with connect("multichat") as client:
        number_of(client)
        client.sendall(b"la")
        expect(exactly(client, 6), b"\n>>la\n", "multichat")


CHECKS = [presence, hello, dialogue, dialogue_broken, udp, udp_flood, netcat, multichat, multichat_crowd, transfer,
          transfer_largest, garbage, slow_reader, idle, everything]

if __name__ == "__main__":
    if sys.argv[1] == "list":
        print("\n".join(check.__name__ for check in CHECKS))
    else:
        ports.update((name, int(port)) for name, _, port in (word.partition("=") for word in sys.argv[2:]))
        {check.__name__: check for check in CHECKS}[sys.argv[1]]()
