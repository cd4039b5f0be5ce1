#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
"""A small client of Salon, for Python's standard library and python3-cbor2:  salon_client.py LINK USERNAME

Makes an account if the join link holds an invitation, logs in if it does not. Shows the newest messages of
the room that everybody is in and what is written there from now on; sends each line of standard input.
The password is $SALON_PASSWORD, or asked for. docs/PROTOCOL.md explains every number below."""
import getpass, os, select, sys, uuid
from salon_wire import Connection


def receive():
    """Deals with one message of the server. Returns its fields if it answers a request."""
    kind, correlation, fields = server.receive()
    if kind == 5:  # Ping
        server.send(6, correlation, {})  # Pong
    elif kind == 80:  # RoomEvent
        show(fields)
    elif kind in (4, 7, 88):  # Failed, Goaway, RoomBehind
        sys.exit(f"The server said {'no' if kind == 4 else 'goodbye'}: {fields}")
    elif correlation:
        return fields


def ask(kind, fields):
    """Sends a request and waits for its answer."""
    server.send(kind, 1, fields)
    answer = None
    while answer is None:
        answer = receive()
    return answer


def show(event):
    if event[4] in (1, 9) and 8 in event:  # Message, Announcement; one that was deleted has no text
        line = f"{event.get(6, '*')}: {event[8]}"
        print("".join(c if c.isprintable() else " " for c in line), flush=True)  # no control characters


def talk(room):
    keyboard = open(0, "rb", buffering=0)
    counter = 0
    while True:
        ready = [server.tls] if server.tls.pending() else select.select([server.tls, keyboard], [], [])[0]
        if server.tls in ready:
            receive()
        elif line := keyboard.readline():
            text = line.decode(errors="replace").rstrip("\r\n")
            if text.strip():
                counter += 1
                ask(81, {1: room[1], 2: uuid.uuid4().bytes, 3: counter, 4: text})  # SendMessage
        else:
            break


server = Connection(sys.argv[1])
username = sys.argv[2]
password = os.environ.get("SALON_PASSWORD") or getpass.getpass()
ask(1, {1: [1]})  # Hello
if server.invitation:
    ask(20, {1: username, 3: password, 4: server.invitation})  # Register
else:
    ask(21, {1: username, 2: password})  # LoginWithPassword
room = next(room for room in ask(83, {})[1] if room.get(14))  # Resume lists the rooms; 14 is everybody's
for event in ask(85, {1: room[1], 2: max(0, room[5] - 20)}).get(2, []):  # Follow, from twenty events ago
    show(event)
talk(room)
