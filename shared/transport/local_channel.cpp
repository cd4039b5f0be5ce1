// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/transport/local_channel.h"

#include "shared/transport/socket_options.h"

#include <QFileInfo>

namespace salon {

namespace {

constexpr qint64 ReadAheadBytes = 64 * 1024;

} // namespace

LocalChannel::LocalChannel()
{
    m_socket.setReadBufferSize(ReadAheadBytes);
    QObject::connect(&m_socket, &QLocalSocket::connected, &m_socket, [this] {
        m_connected = true;
        if (m_observer)
            m_observer->channelReady();
    });
    QObject::connect(&m_socket, &QLocalSocket::readyRead, &m_socket, [this] {
        if (m_observer)
            m_observer->channelReadable();
    });
    QObject::connect(&m_socket, &QLocalSocket::bytesWritten, &m_socket, [this] {
        if (m_observer)
            m_observer->channelWrote();
    });
    QObject::connect(&m_socket, &QLocalSocket::errorOccurred, &m_socket, [this] {
        end({ m_connected ? ErrorCode::ConnectionLost : ErrorCode::ConnectionRefused, m_socket.errorString() });
    });
    QObject::connect(&m_socket, &QLocalSocket::disconnected, &m_socket, [this] {
        end({ ErrorCode::ConnectionLost, QStringLiteral("closed by the peer") });
    });
}

LocalChannel::~LocalChannel()
{
    m_socket.disconnect();
    m_socket.abort();
}

bool LocalChannel::adopt(qintptr descriptor)
{
    if (!m_socket.setSocketDescriptor(descriptor)) {
        closeDescriptor(descriptor);
        return false;
    }
    m_connected = true;
    if (m_observer)
        m_observer->channelReady();
    return true;
}

void LocalChannel::connectTo(const QString &path)
{
    // QLocalSocket looks for other names in the folder for temporary files, where nobody listens.
    m_socket.connectToServer(QFileInfo(path).absoluteFilePath());
}

qint64 LocalChannel::read(char *data, qint64 maxBytes)
{
    const qint64 bytes = m_socket.read(data, maxBytes);
    if (bytes == 0 && m_socket.state() == QLocalSocket::UnconnectedState)
        return -1;
    return bytes;
}

bool LocalChannel::write(const char *data, qint64 bytes)
{
    if (m_socket.write(data, bytes) != bytes)
        return false;
    m_socket.flush();
    return true;
}

qint64 LocalChannel::pendingBytes() const
{
    return m_socket.bytesToWrite();
}

void LocalChannel::shutdownSending()
{
#ifdef Q_OS_WIN
    m_socket.disconnectFromServer();
#else
    salon::shutdownSending(m_socket.socketDescriptor());
#endif
}

void LocalChannel::abort()
{
    m_observer = nullptr;
    m_socket.abort();
}

PeerAddress LocalChannel::peer() const
{
    return PeerAddress::localSocket();
}

void LocalChannel::end(const Error &reason)
{
    if (m_observer)
        m_observer->channelEnded(reason);
}

} // namespace salon
