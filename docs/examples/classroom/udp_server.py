# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
"""Exercise "udp", the server: udp_server.py [HOST [PORT]]"""

import socket
import sys

host = sys.argv[1] if len(sys.argv) > 1 else "127.0.0.1"
port = int(sys.argv[2]) if len(sys.argv) > 2 else 3000

with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as server:
    server.bind((host, port))
    print("port", server.getsockname()[1], flush=True)
    while True:
        message, address = server.recvfrom(1024)
        print(message.decode(errors="replace"), address, flush=True)
        server.sendto(b"i am the server", address)
