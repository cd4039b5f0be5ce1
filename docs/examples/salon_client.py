#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
"""A client of Salon in Python's standard library and python3-cbor2: salon_client.py [--register] LINK LOGIN

Checks the server's key against the link, logs in with a password ($SALON_PASSWORD, else asked), follows the first room,
prints what is written there, and sends each line of standard input. docs/PROTOCOL.md explains every number below."""
import base64, cbor2, getpass, hashlib, os, select, socket, ssl, sys, urllib.parse, uuid

def public_key(der):  # SubjectPublicKeyInfo: skip what stands before it in the certificate
    def content(at):  # of the DER item at `at`: where it starts and ends
        long = der[at + 1] & 0x7F if der[at + 1] & 0x80 else 0
        size = int.from_bytes(der[at + 2:at + 2 + long], "big") if long else der[at + 1]
        return at + 2 + long, at + 2 + long + size
    at = content(content(0)[0])[0]
    for _ in range(6 if der[at] == 0xA0 else 5):  # version, serial, signature, issuer, validity, subject
        at = content(at)[1]
    return der[at:content(at)[1]]

def take(count, data=b""):
    while len(data) < count:
        data += server.recv(count - len(data)) or sys.exit("The server closed the connection.")
    return data

def receive():
    return cbor2.loads(take(int.from_bytes(take(4), "big")))

def send(kind, correlation, fields):
    payload = cbor2.dumps([kind, correlation, fields])
    server.sendall(len(payload).to_bytes(4, "big") + payload)

def ask(kind, fields):
    send(kind, 1, fields)
    while (message := receive())[1] != 1:
        pass
    return message[2] if message[0] != 4 else sys.exit(f"The server refused: {message[2]}")

link = urllib.parse.urlsplit(sys.argv[-2])
query = dict(urllib.parse.parse_qsl(link.query))
server = socket.create_connection((link.hostname, link.port or 7256))
if link.scheme == "salon":
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE  # the key in the link says who it is
    server = context.wrap_socket(server, server_hostname=link.hostname)
    pin = hashlib.sha256(public_key(server.getpeercert(binary_form=True))).digest()
    if pin != base64.urlsafe_b64decode(query["key"] + "="):
        sys.exit("This is not the server of the link: it has another key.")
password = os.environ.get("SALON_PASSWORD") or getpass.getpass()
ask(1, {1: [1]})  # Hello
if "--register" in sys.argv:
    ask(20, {1: sys.argv[-1], 3: password, 4: query.get("invite", "")})
else:
    ask(21, {1: sys.argv[-1], 2: password})  # LoginWithPassword
room = next(room for room in ask(83, {})[1] if room.get(14))  # Resume lists the rooms; this one is everybody's
keyboard, last, counter, waiting = open(0, "rb", buffering=0), max(0, room[5] - 20), 0, False
send(85, 2, {1: room[1], 2: last})  # Follow, from twenty events ago
while waiting or keyboard:
    if not getattr(server, "pending", int)():  # bytes that TLS has read already are not seen by select
        ready = select.select([server] + [keyboard] * (not waiting and bool(keyboard)), [], [])[0]
        if keyboard in ready:
            line = keyboard.readline()
            if line.strip():
                counter, waiting = counter + 1, True  # counts what this login sends to this room
                text = line.decode("utf-8", "replace").rstrip("\r\n")
                send(81, 3, {1: room[1], 2: uuid.uuid4().bytes, 3: counter, 4: text})  # SendMessage
            keyboard = keyboard if line else None
        if server not in ready:
            continue
    kind, correlation, fields = receive()
    for event in {80: [fields], 87: fields.get(2, [])}.get(kind, []):  # RoomEvent, HistoryPage
        if event[2] > last and event[4] in (1, 9):  # Message, Announcement
            text = f"{event.get(6, '*')}: {event.get(8, '')}"
            print("".join(c if c.isprintable() else " " for c in text), flush=True)
        last = max(last, event[2])
    if kind in (87, 88) and not fields.get(5):  # RoomBehind, or a page that is not the last one
        send(85, 2, {1: room[1], 2: last})
    elif kind == 5:  # Ping
        send(6, correlation, {})
    elif kind == 82:  # Sent: it is on the server's disk
        waiting = False
    elif kind in (4, 7):  # Failed, Goaway
        sys.exit(f"The server said {'no' if kind == 4 else 'goodbye'}: {fields}")
