// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/transport/tcp_channel.h"

#include <QSslCertificate>
#include <QSslConfiguration>

class QSslSocket;

namespace salon {

/// A TLS connection over TCP by QSslSocket. As a client it connects first and is asked to start TLS then; whether the
/// peer is who it should be is for its user to decide before anything is written.
class TlsChannel final : public TcpChannel
{
public:
    explicit TlsChannel(const QSslConfiguration &configuration);

    /// Server side: channelReady() follows the handshake.
    bool adopt(qintptr descriptor, int sendBufferBytes) override;
    /// Client side, once connected: channelReady() follows the handshake. `peerName` is what certificates must name.
    void startHandshake(const QString &peerName);

    [[nodiscard]] QSslCertificate peerCertificate() const;
    /// A certificate authority vouches for the peer and its name.
    [[nodiscard]] bool isPeerVerified() const;

    qint64 read(char *data, qint64 maxBytes) override;
    bool write(const char *data, qint64 bytes) override;
    [[nodiscard]] qint64 pendingBytes() const override;

protected:
    Error errorOf(QAbstractSocket::SocketError error) const override;

private:
    [[nodiscard]] QSslSocket *ssl() const;

    bool m_encrypted = false;
};

} // namespace salon
