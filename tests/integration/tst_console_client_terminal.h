// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <array>
#include <cstdlib>
#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <utility>

namespace salon::test {

/// A terminal at which the test types, and whose screen it reads.
class Terminal
{
public:
    Terminal()
        : m_master(::posix_openpt(O_RDWR | O_NOCTTY))
    {
        ::fcntl(m_master, F_SETFD, FD_CLOEXEC); // else the client would hold its own terminal open
        if (::grantpt(m_master) == 0 && ::unlockpt(m_master) == 0)
            m_slave = ::open(::ptsname(m_master), O_RDWR | O_NOCTTY | O_CLOEXEC);
        const winsize size{ 24, 200, 0, 0 };
        ::ioctl(m_master, TIOCSWINSZ, &size);
    }
    ~Terminal()
    {
        unplug();
        if (m_slave >= 0)
            ::close(m_slave);
    }
    Q_DISABLE_COPY_MOVE(Terminal)

    /// What the client has for standard input or output.
    [[nodiscard]] int clientEnd() const { return m_slave; }
    bool type(const QByteArray &keys)
    {
        return ::write(m_master, keys.constData(), size_t(keys.size())) == keys.size();
    }
    /// What the client wrote since the last time; does not wait.
    QByteArray readScreen()
    {
        QByteArray screen;
        std::array<char, 4096> buffer{};
        pollfd output{ m_master, POLLIN, 0 };
        while (m_master >= 0 && ::poll(&output, 1, 0) > 0) {
            const auto count = ::read(m_master, buffer.data(), buffer.size());
            if (count <= 0)
                break;
            screen.append(buffer.data(), count);
        }
        return screen;
    }
    void unplug()
    {
        if (m_master >= 0)
            ::close(std::exchange(m_master, -1));
    }

private:
    int m_master;
    int m_slave = -1;
};

} // namespace salon::test
