// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/transport/socket_options.h"
#include "tests/support/wait_until.h"

#include <QTcpSocket>

namespace salon::test {

/// A student's program, which sends what it is told and notes what comes.
class Student
{
public:
    explicit Student(quint16 port)
    {
        bool reached = false; // a moment later it may be over again
        const auto watch = QObject::connect(&m_socket, &QTcpSocket::connected, [this, &reached] {
            reached = true;
            m_address = QStringLiteral("127.0.0.1:%1").arg(m_socket.localPort());
        });
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
    void sendEnd()
    {
        if (!waitUntil([this] { return m_socket.bytesToWrite() == 0; }))
            qFatal("cannot send");
        shutdownSending(m_socket.socketDescriptor());
    }
    /// Has got exactly this, and nothing else.
    bool has(const QByteArray &bytes)
    {
        return waitUntil([&] { return (m_got += m_socket.readAll()).size() >= bytes.size(); }) && m_got == bytes;
    }
    bool isGone()
    {
        return waitUntil([this] {
            m_got += m_socket.readAll();
            return m_socket.state() == QAbstractSocket::UnconnectedState;
        });
    }
    QByteArray got() { return m_got += m_socket.readAll(); }
    QByteArray takeGot() { return got(), std::exchange(m_got, {}); }
    const QString &address() const { return m_address; }
    QTcpSocket &socket() { return m_socket; }

private:
    QTcpSocket m_socket;
    QString m_address;
    QByteArray m_got;
};

} // namespace salon::test
