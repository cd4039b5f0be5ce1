# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
"""Exercise "presence", the client: presence_client.py [HOST [PORT [MESSAGE]]]"""

import socket
import sys

host = sys.argv[1] if len(sys.argv) > 1 else "127.0.0.1"
port = int(sys.argv[2]) if len(sys.argv) > 2 else 63000
message = sys.argv[3] if len(sys.argv) > 3 else "Bonjour"

with socket.create_connection((host, port)) as server:
    server.sendall(message.encode())
    answer = b""
    while block := server.recv(1024):  # nothing: the server has closed
        answer += block
print(answer.decode())
