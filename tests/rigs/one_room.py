#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
"""netcat, a Python socket and the desktop client in one room: one_room.py PICTURE [DISPLAY]

A server with plain text access and the classroom on free ports of this machine; `echo … | nc -q1` posts and leaves, a
Python socket stays, the desktop client runs on a virtual display (:143 unless told otherwise) and answers. The
picture shows its window, a second one (PICTURE-classroom) the classroom's room; what netcat and Python saw is printed.
Needs nc, Xvfb, xdotool and import (ImageMagick)."""

import os
import shutil
import socket
import subprocess
import sys
import time

import programs
from programs import Failed, Program, Server, wait_until

EXERCISES = ("presence", "hello", "dialogue", "udp", "netcat", "multichat", "transfer")


def say(text):
    print(f"   {text}", flush=True)


class Screen:
    """A virtual display with the desktop client on it."""

    def __init__(self, display, folder, size=(1200, 760)):
        self.display = display
        self.size = size
        self.server = subprocess.Popen(["Xvfb", display, "-screen", "0", f"{size[0]}x{size[1]}x24"],
                                       stderr=subprocess.DEVNULL)
        wait_until(lambda: os.path.exists(f"/tmp/.X11-unix/X{display[1:]}"), 10, "no virtual display")
        self.folder = folder
        self.client = None

    def open(self, link, name, language="fr"):
        self.client = Program([programs.BINARIES / "salon", "--data", self.folder / "data", "--lang", language, "--name",
                               name, "--connect", link], self.folder, DISPLAY=self.display, QT_QPA_PLATFORM="xcb",
                              DBUS_SESSION_BUS_ADDRESS="unix:path=/nonexistent")
        wait_until(lambda: self.windows(), 30, "the desktop client shows no window")
        self.window = self.windows()[-1]
        self.run("windowsize", self.window, *self.size)
        self.run("windowmove", self.window, 0, 0)

    def run(self, *words):
        return subprocess.run(["xdotool", *map(str, words)], env={**os.environ, "DISPLAY": self.display}, check=False,
                              capture_output=True, text=True).stdout.split()

    def windows(self):
        return self.run("search", "--all", "--onlyvisible", "--pid", self.client.process.pid, "--name", ".")

    def type(self, text):
        self.run("windowfocus", "--sync", self.window)
        self.run("mousemove", 600, self.size[1] - 35, "click", 1)
        self.run("type", "--delay", 30, text)
        self.run("key", "Return")

    def open_room(self, number):
        """The first one, the second one… of the list."""
        self.run("mousemove", 90, 117 + 32 * number, "click", 1)
        time.sleep(0.5)  # it is drawn

    def go_to(self, room):
        """By its name, joining it if need be."""
        self.run("windowfocus", "--sync", self.window)
        self.run("key", "ctrl+k")
        time.sleep(0.5)  # the field has the keys
        self.run("type", "--delay", 30, room)
        time.sleep(1)  # the server answered
        self.run("key", "Return")
        time.sleep(0.5)  # it is drawn

    def picture(self, path):
        subprocess.run(["import", "-display", self.display, "-window", "root", path], check=True)

    def close(self):
        if self.client:
            self.client.process.terminate()
            try:
                self.client.wait_for_end(10)
            except Failed:
                self.client.kill()
        self.server.terminate()
        self.server.wait()


class PythonGuest:
    """What a student writes: a socket, and what came."""

    def __init__(self, port):
        self.socket = socket.create_connection(("127.0.0.1", port))
        self.socket.settimeout(0.2)
        self.heard = b""

    def listen(self):
        try:
            self.heard += self.socket.recv(65536)
        except TimeoutError:
            pass
        return self.heard.decode()

    def hears(self, text):
        wait_until(lambda: text in self.listen(), 20, f"Python does not hear {text!r}: {self.heard!r}")


def scene(picture, display):
    ports = [word for name in EXERCISES for word in ("--classroom-port", f"{name}=0")]
    server = Server(programs.folder_of_our_own(), "--listen", "127.0.0.1:0", "--lang", "fr", "--name",
                    "Salon de la classe", "--text", "127.0.0.1:0", "--classroom", *ports)
    port = server.ports()["text"]
    stem, ending = os.path.splitext(picture)
    classroom_picture = f"{stem}-classroom{ending}"
    screen = Screen(display, programs.folder_of_our_own())
    try:
        screen.open(server.value("link"), "Marie")
        server.wait_for("Marie")
        python = PythonGuest(port)
        python.hears("\n")
        python.socket.sendall("/nick élève-python\n".encode())
        time.sleep(0.5)
        python.socket.sendall("Bonjour de Python ☕".encode())  # no newline: a message after some silence
        code = subprocess.run(["nc", "-q1", "127.0.0.1", str(port)], input="build failed\n".encode(), check=False,
                              capture_output=True)
        say(f"echo \"build failed\" | nc -q1 127.0.0.1 {port} → exit code {code.returncode}")
        say(f"it saw {code.stdout.decode()!r}")
        python.hears("build failed")
        with subprocess.Popen(["nc", "127.0.0.1", str(port)], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as netcat:
            netcat.stdin.write("et moi je reste, avec netcat\n".encode())
            netcat.stdin.flush()
            python.hears("et moi je reste, avec netcat")
            screen.open_room(1)
            screen.type("Bonjour a tous, du client graphique")
            python.hears("Marie: Bonjour a tous, du client graphique\n")
            student = socket.create_connection(("127.0.0.1", server.ports()["hello"]))
            student.sendall(b"Bonjour serveur !")
            say(f"hello in the classroom next to it: {student.recv(100)!r}")
            student.close()
            time.sleep(1)  # the picture is drawn
            screen.picture(picture)
            screen.open_room(2)
            time.sleep(1)
            screen.picture(classroom_picture)
            netcat.kill()
            say(f"netcat that stayed saw {netcat.stdout.read().decode()!r}")
        say(f"Python saw {python.listen()!r}")
        say(f"pictures: {picture} and {classroom_picture}")
        python.socket.close()
    finally:
        screen.close()
        code = server.stop()
    if code != 0:
        raise Failed(f"the server ended with {code}")


if __name__ == "__main__":
    missing = [tool for tool in ("nc", "Xvfb", "xdotool", "import") if not shutil.which(tool)]
    if missing:
        print(f"SKIPPED: missing {', '.join(missing)}")
        sys.exit(77)
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    try:
        scene(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else ":143")
    except Failed as failure:
        sys.exit(f"FAILED: {failure}")
    print("   passed")
