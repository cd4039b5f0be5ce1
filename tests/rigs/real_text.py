#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
"""Fills a room with real text: real_text.py [--messages N] [--people N] PORT FILE…

Several people take turns in the first room of a server on this machine that allows open registration without limits
(see fill_room.sh). Texts come from fortune files (paragraphs between lines with %) and from HTML pages; each is sent
through the protocol, sixteen unanswered at a time, and counted when the server says that it is stored."""
import argparse
import collections
import itertools
import os
import socket
import ssl
import sys
import uuid

import cbor2
from text_files import texts_of

IN_FLIGHT = 16
NAMES = ["Marie Curie", "Ahmed Benali", "Zoé Lefèvre", "Luc Ørsted", "Inès Muñoz", "שרה לוי", "李明", "Renée 🌻"]


class Person:
    def __init__(self, port, name, login):
        context = ssl.create_default_context()
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE  # a server of our own on this machine
        self.socket = context.wrap_socket(socket.create_connection(("127.0.0.1", port)))
        self.counter, self.waiting = 0, collections.deque()
        self.ask(1, {1: [1]})
        self.ask(20, {1: login, 2: name, 3: "correct horse battery"})
        self.room = next(room[1] for room in self.ask(83, {})[1] if room.get(14))

    def receive(self):
        def take(count):
            data = b""
            while len(data) < count:
                data += self.socket.recv(count - len(data)) or sys.exit("The server closed the connection.")
            return data

        return cbor2.loads(take(int.from_bytes(take(4), "big")))

    def write(self, kind, correlation, fields):
        payload = cbor2.dumps([kind, correlation, fields])
        self.socket.sendall(len(payload).to_bytes(4, "big") + payload)

    def ask(self, kind, fields):
        self.write(kind, 1, fields)
        while (message := self.receive())[1] != 1:
            pass
        return message[2] if message[0] != 4 else sys.exit(f"The server refused: {message[2]}")

    def say(self, text):
        while len(self.waiting) >= IN_FLIGHT:
            self.take_answer()
        self.counter += 1
        self.waiting.append(self.counter)
        self.write(81, 1000 + self.counter, {1: self.room, 2: uuid.uuid4().bytes, 3: self.counter, 4: text})

    def take_answer(self):
        kind, correlation, fields = self.receive()
        if kind == 5:
            self.write(6, correlation, {})
        elif kind == 4:
            sys.exit(f"The server refused a message: {fields}")
        elif kind == 82:
            self.waiting.popleft()


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--messages", type=int, default=10_000)
    parser.add_argument("--people", type=int, default=len(NAMES))
    parser.add_argument("port", type=int)
    parser.add_argument("files", nargs="+")
    options = parser.parse_args()
    texts = list(itertools.chain.from_iterable(texts_of(path) for path in options.files))
    if not texts:
        sys.exit("There is no text in these files.")
    people = [Person(options.port, NAMES[i], f"lecteur{os.getpid()}.{i}") for i in range(min(options.people, len(NAMES)))]
    speaker = 0
    for i, text in zip(range(options.messages), itertools.cycle(texts)):
        if i % 3 == 0:  # a few messages in a row by one person, as in a conversation
            speaker = (speaker + 1 + len(text)) % len(people)
        people[speaker].say(text)
    for person in people:
        while person.waiting:
            person.take_answer()
    print(f"{options.messages} messages of {len(people)} people stored, {len(texts)} different texts.")


if __name__ == "__main__":
    main()
