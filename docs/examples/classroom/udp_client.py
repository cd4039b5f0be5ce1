# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
"""Exercise "udp", the client: udp_client.py [HOST [PORT [MESSAGE]]]
A datagram may get lost, so the client does not wait for ever."""

import socket
import sys

host = sys.argv[1] if len(sys.argv) > 1 else "127.0.0.1"
port = int(sys.argv[2]) if len(sys.argv) > 2 else 3000
message = sys.argv[3] if len(sys.argv) > 3 else "i am a client"

with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client:
    client.settimeout(2)
    client.sendto(message.encode(), (host, port))
    try:
        answer, address = client.recvfrom(1024)
    except TimeoutError:
        sys.exit("no answer")
print(answer.decode(), address)
