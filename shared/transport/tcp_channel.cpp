// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/transport/tcp_channel.h"

#include "shared/transport/socket_options.h"

#include <QNetworkProxy>
#include <QTcpSocket>

namespace salon {

namespace {

#ifdef Q_OS_WIN

constexpr qint64 ReadAheadBytes = 64 * 1024;

/// Buffered: the end of a connection is told over and over until it is read, and an unbuffered socket reads nothing
/// while its receiver pauses. The loop would be busy with that alone.
constexpr QIODevice::OpenMode PlainMode = QIODevice::ReadWrite;

std::unique_ptr<QAbstractSocket> plainSocket()
{
    auto socket = std::make_unique<QTcpSocket>();
    socket->setReadBufferSize(ReadAheadBytes);
    return socket;
}

#else

constexpr QIODevice::OpenMode PlainMode = QIODevice::ReadWrite | QIODevice::Unbuffered;

std::unique_ptr<QAbstractSocket> plainSocket()
{
    // Not QTcpSocket, which buffers adopted descriptors whatever it is told.
    return std::make_unique<QAbstractSocket>(QAbstractSocket::TcpSocket, nullptr);
}

#endif

} // namespace

TcpChannel::TcpChannel()
    : TcpChannel(plainSocket(), PlainMode)
{
    QObject::connect(m_socket.get(), &QAbstractSocket::bytesWritten, m_socket.get(), [this] {
        if (m_observer)
            m_observer->channelWrote();
    });
}

TcpChannel::TcpChannel(std::unique_ptr<QAbstractSocket> socket, QIODevice::OpenMode mode)
    : m_socket(std::move(socket))
    , m_mode(mode)
{
    static const QNetworkProxy none(QNetworkProxy::NoProxy); // shared: each would cost 300 bytes
    m_socket->setProxy(none);
    QAbstractSocket *s = m_socket.get();
    // The socket is the context: these end with it.
    QObject::connect(s, &QAbstractSocket::connected, s, [this] { socketConnected(); });
    QObject::connect(s, &QAbstractSocket::readyRead, s, [this] {
        if (m_observer)
            m_observer->channelReadable();
    });
    QObject::connect(
        s, &QAbstractSocket::errorOccurred, s, [this](QAbstractSocket::SocketError error) { end(errorOf(error)); });
    QObject::connect(s, &QAbstractSocket::disconnected, s, [this] {
        end(Error{ ErrorCode::ConnectionLost, QStringLiteral("closed by the peer") });
    });
}

TcpChannel::~TcpChannel()
{
    m_socket->disconnect();
    m_socket->abort();
}

bool TcpChannel::adoptDescriptor(qintptr descriptor, int sendBufferBytes)
{
    limitSendBuffer(descriptor, sendBufferBytes);
    if (!m_socket->setSocketDescriptor(descriptor, QAbstractSocket::ConnectedState, m_mode)) {
        closeDescriptor(descriptor);
        return false;
    }
    m_connected = true;
    applyOptions();
    return true;
}

bool TcpChannel::adopt(qintptr descriptor, int sendBufferBytes)
{
    if (!adoptDescriptor(descriptor, sendBufferBytes))
        return false;
    if (m_observer)
        m_observer->channelReady();
    return true;
}

void TcpChannel::connectTo(const QHostAddress &address, quint16 port)
{
    m_socket->connectToHost(address, port, m_mode);
}

void TcpChannel::socketConnected()
{
    m_connected = true;
    applyOptions();
    if (m_observer)
        m_observer->channelReady();
}

void TcpChannel::applyOptions()
{
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket->setSocketOption(QAbstractSocket::KeepAliveOption, 1);
    setSendTimeout(m_socket->socketDescriptor());
}

qint64 TcpChannel::read(char *data, qint64 maxBytes)
{
    // Asking a socket that never connected for its bytes makes Qt warn.
    if (!m_connected || (m_socket->state() == QAbstractSocket::UnconnectedState && m_socket->bytesAvailable() == 0))
        return -1;
    return m_socket->read(data, maxBytes);
}

bool TcpChannel::write(const char *data, qint64 bytes)
{
    if (m_socket->write(data, bytes) != bytes)
        return false;
    if (!m_mode.testFlag(QIODevice::Unbuffered))
        m_socket->flush(); // may call channelWrote() from within
    return true;
}

qint64 TcpChannel::pendingBytes() const
{
    return m_socket->bytesToWrite();
}

void TcpChannel::shutdownSending()
{
    salon::shutdownSending(m_socket->socketDescriptor());
}

void TcpChannel::abort()
{
    m_observer = nullptr;
    m_socket->abort();
}

PeerAddress TcpChannel::peer() const
{
    return PeerAddress::of(m_socket->peerAddress(), m_socket->peerPort());
}

Error TcpChannel::errorOf(QAbstractSocket::SocketError error) const
{
    if (m_connected)
        return { ErrorCode::ConnectionLost, m_socket->errorString() };
    const bool late = error == QAbstractSocket::SocketTimeoutError;
    return { late ? ErrorCode::TimedOut : ErrorCode::ConnectionRefused, m_socket->errorString() };
}

void TcpChannel::end(const Error &reason)
{
    if (m_observer)
        m_observer->channelEnded(reason);
}

} // namespace salon
