// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/transport/socket_options.h"

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#endif

namespace salon {

namespace {

#ifdef Q_OS_LINUX
constexpr unsigned int SendTimeoutMs = 30'000;
#endif

} // namespace

void limitSendBuffer(qintptr descriptor, int bytes)
{
    if (bytes <= 0)
        return;
#ifdef Q_OS_WIN
    setsockopt(SOCKET(descriptor), SOL_SOCKET, SO_SNDBUF, reinterpret_cast<const char *>(&bytes), sizeof(bytes));
#else
    setsockopt(int(descriptor), SOL_SOCKET, SO_SNDBUF, &bytes, sizeof(bytes));
#endif
}

void setSendTimeout(qintptr descriptor)
{
#ifdef Q_OS_LINUX
    setsockopt(int(descriptor), IPPROTO_TCP, TCP_USER_TIMEOUT, &SendTimeoutMs, sizeof(SendTimeoutMs));
#else
    Q_UNUSED(descriptor)
#endif
}

qintptr duplicateDescriptor(qintptr descriptor)
{
#ifdef Q_OS_WIN
    WSAPROTOCOL_INFOW info{};
    if (WSADuplicateSocketW(SOCKET(descriptor), GetCurrentProcessId(), &info) != 0)
        return -1;
    const SOCKET copy = WSASocketW(FROM_PROTOCOL_INFO, FROM_PROTOCOL_INFO, FROM_PROTOCOL_INFO, &info, 0,
        WSA_FLAG_OVERLAPPED | WSA_FLAG_NO_HANDLE_INHERIT);
    return copy == INVALID_SOCKET ? -1 : qintptr(copy);
#else
    return fcntl(int(descriptor), F_DUPFD_CLOEXEC, 0);
#endif
}

void shutdownSending(qintptr descriptor)
{
#ifdef Q_OS_WIN
    shutdown(SOCKET(descriptor), SD_SEND);
#else
    shutdown(int(descriptor), SHUT_WR);
#endif
}

} // namespace salon
