# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
"""The bytes under salon_client.py: TLS to a server known by its key, and frames (docs/PROTOCOL.md, §1 to §4.1)."""
import base64, hashlib, socket, ssl, urllib.parse
import cbor2


class Connection:
    """A connection to the server of a join link; ssl.SSLError if another server answers there."""

    def __init__(self, join_link):
        link = urllib.parse.urlsplit(join_link)
        query = dict(urllib.parse.parse_qsl(link.query))
        self.invitation = query.get("invite")
        context = ssl.create_default_context()
        context.check_hostname = False  # the key in the link says who the server is
        context.verify_mode = ssl.CERT_NONE
        plain = socket.create_connection((link.hostname, link.port or 7256))
        plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # nothing waits for more to be sent with it
        self.tls = context.wrap_socket(plain, server_hostname=link.hostname)
        pin = hashlib.sha256(public_key(self.tls.getpeercert(binary_form=True))).digest()
        if pin != base64.urlsafe_b64decode(query["key"] + "="):
            raise ssl.SSLError("This is not the server of the link: it has another key.")

    def send(self, kind, correlation, fields):
        payload = cbor2.dumps([kind, correlation, fields])
        self.tls.sendall(len(payload).to_bytes(4, "big") + payload)

    def receive(self):
        """Waits for the next message: [kind, correlation, fields]. EOFError when the connection has ended."""
        return cbor2.loads(self.read(int.from_bytes(self.read(4), "big")))

    def read(self, count):
        data = b""
        while len(data) < count:
            part = self.tls.recv(count - len(data))
            if not part:
                raise EOFError("The server closed the connection.")
            data += part
        return data


def public_key(certificate):
    """The SubjectPublicKeyInfo of a certificate in DER."""
    at, _ = der_item(certificate, 0)  # into Certificate
    at, _ = der_item(certificate, at)  # into TBSCertificate
    for _ in ("version", "serialNumber", "signature", "issuer", "validity", "subject"):
        _, at = der_item(certificate, at)  # over it
    _, end = der_item(certificate, at)
    return certificate[at:end]


def der_item(der, at):
    """Where the content of the DER item at this position begins, and where it ends."""
    begin, size = at + 2, der[at + 1]
    if size > 0x80:  # a long item: so many bytes hold its size
        begin += size - 0x80
        size = int.from_bytes(der[at + 2:begin], "big")
    return begin, begin + size
