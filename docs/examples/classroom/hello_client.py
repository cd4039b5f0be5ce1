# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
"""Exercise "hello", the client: hello_client.py [HOST [PORT]]"""

import socket
import sys

host = sys.argv[1] if len(sys.argv) > 1 else "127.0.0.1"
port = int(sys.argv[2]) if len(sys.argv) > 2 else 12345

with socket.create_connection((host, port)) as server:
    server.sendall("Bonjour serveur !".encode())
    print(server.recv(1024).decode())
