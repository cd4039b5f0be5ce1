// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QTest>

#include <array>

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace salon::test {

/// Two ends of a socket; the first one is watched.
class SocketPair
{
public:
    SocketPair()
    {
        if (socketpair(AF_UNIX, SOCK_STREAM, 0, m_ends.data()) != 0)
            qFatal("no sockets");
        for (const int end : m_ends)
            fcntl(end, F_SETFL, O_NONBLOCK);
    }
    ~SocketPair()
    {
        closeNear();
        closeFar();
    }
    Q_DISABLE_COPY_MOVE(SocketPair)

    [[nodiscard]] int near() const { return m_ends[0]; }
    void poke() const { QCOMPARE(write(m_ends[1], "x", 1), 1); }
    ssize_t take() const
    {
        std::array<char, 64> buffer{};
        return read(m_ends[0], buffer.data(), buffer.size());
    }
    void closeNear()
    {
        if (m_ends[0] >= 0)
            close(m_ends[0]);
        m_ends[0] = -1;
    }
    void closeFar()
    {
        if (m_ends[1] >= 0)
            close(m_ends[1]);
        m_ends[1] = -1;
    }

private:
    std::array<int, 2> m_ends{ -1, -1 };
};

} // namespace salon::test
