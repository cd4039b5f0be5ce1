# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
"""Clients that end as a crash does, against one server of an exercise: abrupt_ends.py PORT"""

import socket
import struct
import sys
import time

BEGINNINGS = (b"", b"a\nb\nc\n", b"\0\0\0\1x", b"a")

for round_number in range(24):
    with socket.create_connection(("127.0.0.1", int(sys.argv[1])), timeout=20) as client:
        client.sendall(BEGINNINGS[round_number % len(BEGINNINGS)])
        if round_number >= 12:
            time.sleep(0.05)  # the server is at work on it by then
        client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
