#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
"""Every exercise of the classroom with real sockets, the bytes printed: classroom_scene.py [bytes] [CHECK…]

A server on free ports of this machine with a teacher who watches the classroom's room (salon-console). `bytes` shows
one conversation of each exercise as it is on the wire; a CHECK is one of exercise_checks.py of the tests, each with its
time. Without arguments everything. Afterwards the room as the teacher saw it."""

import hashlib
import socket
import struct
import subprocess
import sys
import time

import programs
from programs import Failed, Program, Server

CHECKS = programs.SOURCES / "tests/integration/classroom/exercise_checks.py"
EXERCISES = ("presence", "hello", "dialogue", "udp", "netcat", "multichat", "transfer")
PATIENCE = 20


def shown(data):
    return repr(data) if len(data) <= 100 else f"{data[:24]!r}… ({len(data)} bytes)"


class Wire:
    """A socket whose bytes are printed as they go out and come in."""

    def __init__(self, port, name="", kind=socket.SOCK_STREAM):
        self.name = name
        self.socket = socket.socket(socket.AF_INET, kind)
        self.socket.settimeout(PATIENCE)
        self.socket.connect(("127.0.0.1", port))

    def say(self, direction, data):
        print(f"   {self.name:>3} {direction} {shown(data)}", flush=True)

    def send(self, data):
        self.say("→", data)
        self.socket.sendall(data)

    def expect(self, wanted):
        """Exactly these bytes come, and nothing else for a moment."""
        got = b""
        while len(got) < len(wanted):
            block = self.socket.recv(len(wanted) - len(got))
            if not block:
                break
            got += block
        self.say("←", got)
        if got != wanted:
            raise Failed(f"{got!r} came instead of {wanted!r}")

    def digits(self):
        got = self.socket.recv(20)
        self.say("←", got)
        if not got.isdigit():
            raise Failed(f"{got!r} is no number")
        return got

    def expect_end(self):
        got = self.socket.recv(100)
        if got:
            raise Failed(f"{got!r} came instead of the end")
        print(f"   {self.name:>3} ← end", flush=True)
        self.socket.close()


class Classroom:
    """The server, and its owner in the classroom's room."""

    def __init__(self):
        ports = [word for name in EXERCISES for word in ("--classroom-port", f"{name}=0")]
        self.server = Server(programs.folder_of_our_own(), "--listen", "127.0.0.1:0", "--lang", "en", "--classroom",
                             *ports, SALON_LIMITS_MESSAGE_BURST="0", SALON_LIMITS_MESSAGE_BYTES_BURST="0")
        self.ports = self.server.ports()
        folder = programs.folder_of_our_own()
        self.teacher = Program([programs.BINARIES / "salon-console", "--data", folder / "data", "--lang", "en",
                                "--color", "never", "--name", "Marie", "--commands", "--room", "Classroom",
                                self.server.value("link")], folder)
        self.teacher.wait_for("Classroom")

    def wire(self, exercise, name="", kind=socket.SOCK_STREAM):
        return Wire(self.ports[exercise], name, kind)

    def end(self):
        self.teacher.type("/quit")
        self.teacher.wait_for_end()
        return self.server.stop()


def presence(room):
    wire = room.wire("presence")
    wire.send("Marie est là ☕".encode())
    wire.expect("Marie est là ☕\nPrésent !".encode())
    wire.expect_end()


def hello(room):
    wire = room.wire("hello")
    wire.send(b"Bonjour serveur !")
    wire.expect(b"Bonjour client !")
    wire.expect_end()


def dialogue(room):
    first, second = room.wire("dialogue", "1"), room.wire("dialogue", "2")
    first.send("Bonjour, où est-on ?".encode())
    room.server.wait_for("Bonjour, où est-on ?")
    room.server.type("/dialogue À l’école.")
    first.expect("À l’école.".encode())
    first.send(b"fini")
    first.expect_end()
    second.send(b"et moi ?")
    room.teacher.wait_for("et moi ?")
    room.teacher.type("Écoutez bien.")  # from the client of the teacher
    second.expect("Écoutez bien.".encode())
    room.teacher.type("fini")
    second.expect(b"fini")
    second.expect_end()


def udp(room):
    wire = room.wire("udp", kind=socket.SOCK_DGRAM)
    wire.send("qui est là ?".encode())
    wire.expect(b"i am the server")
    room.teacher.wait_for(": qui est là ?")


def netcat(room):
    wire = room.wire("netcat")
    room.server.wait_for("(netcat)")
    wire.send("première ligne\nsans fin de ligne".encode())
    room.teacher.wait_for("sans fin de ligne")
    room.teacher.type("Bonjour netcat")
    wire.expect(b"Marie: Bonjour netcat\n")
    wire.socket.shutdown(socket.SHUT_WR)
    wire.expect_end()


def multichat(room):
    wires = [room.wire("multichat", str(number)) for number in (1, 2)]
    numbers = [wire.digits() for wire in wires]
    wires[0].send("élève".encode())
    for wire in wires:
        wire.expect("\n>>élève\n".encode())
    wires[0].send(b"quit" + numbers[0])
    wires[0].expect_end()
    wires[1].send(b"encore")
    wires[1].expect(b"\n>>encore\n")
    wires[1].send(b"quit")
    wires[1].expect_end()


def transfer(room):
    wire = room.wire("transfer")
    for size in (3, 64 << 20):
        data = (b"abc" * (size // 3 + 1))[:size]
        wire.send(struct.pack(">I", size) + data)
        wire.expect(struct.pack(">I", 32) + hashlib.sha256(data).digest())
    wire.socket.shutdown(socket.SHUT_WR)
    wire.expect_end()


def check(room, name):
    """One of the checks of the tests, which asks for what the operator and the teacher say."""
    ports = [f"{exercise}={room.ports[exercise]}" for exercise in EXERCISES]
    with subprocess.Popen([sys.executable, "-B", CHECKS, name, *ports], stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True) as program:
        said = ""
        for line in program.stdout:
            what, _, text = line.rstrip("\n").partition(" ")
            if what == "console":
                room.server.type(text)
            elif what == "teacher":
                room.teacher.type(text)
            else:
                said += line
    if program.returncode != 0:
        raise Failed(said)


def main():
    listed = subprocess.run([sys.executable, "-B", CHECKS, "list"], check=True, capture_output=True, text=True)
    checks = listed.stdout.split()
    chosen = sys.argv[1:] or ["bytes", *checks]
    unknown = [name for name in chosen if name != "bytes" and name not in checks]
    if unknown:
        sys.exit(f"There is no check {unknown[0]}; there are: bytes, {', '.join(checks)}")
    room = Classroom()
    steps = []
    for name in chosen:
        if name == "bytes":
            steps += [(f"{show.__name__} (port {room.ports[show.__name__]})", show, ())
                      for show in (presence, hello, dialogue, udp, netcat, multichat, transfer)]
        else:
            steps.append((f"check {name}", check, (name,)))
    failed = 0
    for title, step, arguments in steps:
        print(f"── {title}", flush=True)
        begin = time.monotonic()
        try:
            step(room, *arguments)
            print(f"   passed in {time.monotonic() - begin:.1f} s", flush=True)
        except (Failed, OSError) as problem:
            failed += 1
            print(f"   FAILED: {problem}", flush=True)
    print("── the room, as the teacher saw it (first 40 lines)")
    print("\n".join("   " + line for line in room.teacher.shown.splitlines()[:40]))
    code = room.end()
    print(f"── the server ended with {code}")
    return 1 if failed or code else 0


if __name__ == "__main__":
    sys.exit(main())
