// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/transport/socket_options.h"
#include "tests/support/wait_until.h"

#include <QTcpSocket>
#include <QTest>

namespace salon::test {

/// Somebody with netcat.
class Netcat
{
public:
    explicit Netcat(quint16 port)
    {
        bool reached = false; // a moment later it may be over again
        const auto watch = QObject::connect(&m_socket, &QTcpSocket::connected, [&reached] { reached = true; });
        m_socket.connectToHost(QStringLiteral("127.0.0.1"), port);
        if (!waitUntil([&reached] { return reached; }))
            qFatal("cannot connect");
        QObject::disconnect(watch);
    }
    void send(const QByteArray &bytes)
    {
        m_socket.write(bytes);
        m_socket.flush();
    }
    /// As `nc` does at the end of its input.
    void sendEnd()
    {
        if (!waitUntil([this] { return m_socket.bytesToWrite() == 0; }))
            qFatal("cannot send");
        shutdownSending(m_socket.socketDescriptor());
    }
    bool shows(const QByteArray &text)
    {
        return waitUntil([&] { return (m_shown += m_socket.readAll()).contains(text); });
    }
    bool isGone()
    {
        return waitUntil([this] {
            m_shown += m_socket.readAll();
            return m_socket.state() == QAbstractSocket::UnconnectedState;
        });
    }
    QByteArray shown()
    {
        m_shown += m_socket.readAll();
        return m_shown;
    }
    void forget() { (void)shown(), m_shown.clear(); }
    QTcpSocket &socket() { return m_socket; }

private:
    QTcpSocket m_socket;
    QByteArray m_shown;
};

} // namespace salon::test
