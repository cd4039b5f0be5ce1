// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <openssl/types.h>

namespace salon::load {

/// A non-blocking loopback socket, plain or TLS by OpenSSL itself, so that the generator costs little beside the
/// server.
class LoadSocket
{
public:
    /// Starts connecting. `tls`: nothing for a plain one.
    LoadSocket(const QByteArray &host, quint16 port, SSL_CTX *tls);
    ~LoadSocket();
    Q_DISABLE_COPY_MOVE(LoadSocket)

    [[nodiscard]] int descriptor() const { return m_descriptor; }
    [[nodiscard]] bool isBroken() const { return m_broken; }

    /// Sends what it can now and keeps the rest.
    void write(const QByteArray &bytes);
    /// The system says the socket can be written: true once the TLS handshake, if any, is done.
    bool pump();
    /// Up to `size` bytes; 0 when there are none now.
    qsizetype read(char *bytes, qsizetype size);
    [[nodiscard]] bool wantsWrite() const { return !m_ready || !m_pending.isEmpty(); }

private:
    bool handshake();
    void fail();

    int m_descriptor = -1;
    SSL *m_tls = nullptr;
    QByteArray m_pending;
    bool m_ready = false;
    bool m_broken = false;
};

/// A context for clients that check nothing: the server is our own. Owned by the caller.
SSL_CTX *makeLoadTls();

} // namespace salon::load
