// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/transport/tls_channel.h"

#include <QSslSocket>

namespace salon {

namespace {

/// Decrypted bytes that QSslSocket may hold for us; the rest stays with the peer.
constexpr qint64 ReadAheadBytes = 64 * 1024;

} // namespace

TlsChannel::TlsChannel(const QSslConfiguration &configuration)
    // Buffered: otherwise QSslSocket does not notice the end of the stream.
    : TcpChannel(std::make_unique<QSslSocket>(), QIODevice::ReadWrite)
{
    QSslSocket *s = ssl();
    s->setSslConfiguration(configuration);
    s->setReadBufferSize(ReadAheadBytes);
    QObject::connect(s, &QSslSocket::encrypted, s, [this] {
        m_encrypted = true;
        if (m_observer)
            m_observer->channelReady();
    });
    QObject::connect(s, &QSslSocket::encryptedBytesWritten, s, [this] {
        if (m_observer && m_encrypted)
            m_observer->channelWrote();
    });
    // The pin may stand in for an authority; the connection judges when all is known, before it writes anything.
    QObject::connect(s, &QSslSocket::sslErrors, s, [s] { s->ignoreSslErrors(); });
}

QSslSocket *TlsChannel::ssl() const
{
    return static_cast<QSslSocket *>(m_socket.get());
}

bool TlsChannel::adopt(qintptr descriptor, int sendBufferBytes)
{
    if (!adoptDescriptor(descriptor, sendBufferBytes))
        return false;
    ssl()->startServerEncryption();
    return true;
}

void TlsChannel::startHandshake(const QString &peerName)
{
    ssl()->setPeerVerifyName(peerName);
    ssl()->startClientEncryption();
}

QSslCertificate TlsChannel::peerCertificate() const
{
    return ssl()->peerCertificate();
}

bool TlsChannel::isPeerVerified() const
{
    return ssl()->peerVerifyMode() == QSslSocket::VerifyPeer && ssl()->sslHandshakeErrors().isEmpty();
}

qint64 TlsChannel::read(char *data, qint64 maxBytes)
{
    const qint64 bytes = m_socket->read(data, maxBytes);
    if (bytes == 0 && m_socket->state() == QAbstractSocket::UnconnectedState)
        return -1;
    return bytes;
}

bool TlsChannel::write(const char *data, qint64 bytes)
{
    if (m_socket->write(data, bytes) != bytes)
        return false;
    // Encrypts and writes now; may call channelReadable() and channelWrote() from within.
    ssl()->flush();
    return true;
}

qint64 TlsChannel::pendingBytes() const
{
    return m_socket->bytesToWrite() + ssl()->encryptedBytesToWrite();
}

Error TlsChannel::errorOf(QAbstractSocket::SocketError error) const
{
    // A peer that merely goes away during the handshake may be back: only what TLS itself refuses is a TLS failure.
    if (!m_connected || m_encrypted || error == QAbstractSocket::RemoteHostClosedError
        || error == QAbstractSocket::NetworkError)
        return TcpChannel::errorOf(error);
    return { ErrorCode::TlsFailed, m_socket->errorString() };
}

} // namespace salon
