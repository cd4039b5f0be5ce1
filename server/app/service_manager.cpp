// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/app/service_manager.h"

#include <QtGlobal>

#ifdef Q_OS_LINUX
#include <QScopeGuard>

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <ctime>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>
#endif

namespace salon::server::service_manager {

#ifdef Q_OS_LINUX

bool tell(const QByteArray &state)
{
    // A path, or with "@" in front a name that is in no folder.
    const QByteArray name = qgetenv("NOTIFY_SOCKET");
    sockaddr_un address{};
    if (name.size() < 2 || size_t(name.size()) >= sizeof(address.sun_path) || (name[0] != '/' && name[0] != '@'))
        return false;
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, name.constData(), size_t(name.size()));
    if (name[0] == '@')
        address.sun_path[0] = '\0';
    const int socket = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (socket < 0)
        return false;
    const auto close = qScopeGuard([socket] { ::close(socket); });
    const auto length = socklen_t(offsetof(sockaddr_un, sun_path) + size_t(name.size()));
    return ::sendto(socket, state.constData(), size_t(state.size()), MSG_NOSIGNAL,
               reinterpret_cast<const sockaddr *>(&address), length)
        == state.size();
}

QByteArray reloading()
{
    timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    const qint64 microseconds = qint64(now.tv_sec) * 1'000'000 + now.tv_nsec / 1'000;
    return "RELOADING=1\nMONOTONIC_USEC=" + QByteArray::number(microseconds);
}

bool keepsOutput()
{
    struct stat output = {};
    if (::fstat(STDOUT_FILENO, &output) != 0)
        return false;
    return qgetenv("JOURNAL_STREAM")
        == QByteArray::number(quint64(output.st_dev)) + ':' + QByteArray::number(quint64(output.st_ino));
}

std::chrono::milliseconds watchdogInterval()
{
    // The variables are handed down: they may be a parent's.
    const QByteArray process = qgetenv("WATCHDOG_PID");
    if (!process.isEmpty() && process != QByteArray::number(qint64(::getpid())))
        return {};
    bool isNumber = false;
    const qint64 microseconds = qgetenv("WATCHDOG_USEC").toLongLong(&isNumber);
    if (!isNumber || microseconds <= 0)
        return {};
    return std::max(std::chrono::milliseconds(1),
        std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::microseconds(microseconds / 2)));
}

#else

bool tell(const QByteArray & /*state*/)
{
    return false;
}

QByteArray reloading()
{
    return "RELOADING=1";
}

bool keepsOutput()
{
    return false;
}

std::chrono::milliseconds watchdogInterval()
{
    return {};
}

#endif

} // namespace salon::server::service_manager
