// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/transport/socket_options.h"

#include "shared/transport/native_socket.h"

#ifdef Q_OS_WIN
#include <mstcpip.h>
#else
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#endif
#ifdef Q_OS_LINUX
#include <poll.h>
#endif

namespace salon {

namespace {

constexpr int KeepAliveIdleSeconds = 60;
constexpr int KeepAliveIntervalSeconds = 20;
#ifndef Q_OS_WIN
constexpr int KeepAliveProbes = 3;
#endif
#ifdef Q_OS_LINUX
constexpr unsigned int SendTimeoutMs = 30'000;
#endif

void setInt(qintptr descriptor, int level, int option, int value)
{
    setsockopt(nativeSocket(descriptor), level, option, reinterpret_cast<const char *>(&value), sizeof(value));
}

#ifdef Q_OS_LINUX
bool hasState(qintptr descriptor, short states)
{
    pollfd look{ nativeSocket(descriptor), states, 0 };
    return poll(&look, 1, 0) > 0 && (look.revents & states) != 0;
}
#endif

#ifdef Q_OS_WIN
short statesOf(qintptr descriptor)
{
    WSAPOLLFD look{ nativeSocket(descriptor), POLLRDNORM | POLLWRNORM, 0 };
    return WSAPoll(&look, 1, 0) > 0 ? look.revents : short(0);
}
#endif

} // namespace

void limitSendBuffer(qintptr descriptor, int bytes)
{
    if (bytes > 0)
        setInt(descriptor, SOL_SOCKET, SO_SNDBUF, bytes);
}

void limitReceiveBuffer(qintptr descriptor, int bytes)
{
    if (bytes > 0)
        setInt(descriptor, SOL_SOCKET, SO_RCVBUF, bytes);
}

void setKeepAlive(qintptr descriptor)
{
    setInt(descriptor, SOL_SOCKET, SO_KEEPALIVE, 1);
#ifdef Q_OS_WIN
    tcp_keepalive wish{ 1, KeepAliveIdleSeconds * 1000, KeepAliveIntervalSeconds * 1000 };
    DWORD written = 0;
    WSAIoctl(nativeSocket(descriptor), SIO_KEEPALIVE_VALS, &wish, sizeof(wish), nullptr, 0, &written, nullptr, nullptr);
#else
#ifdef TCP_KEEPIDLE
    setInt(descriptor, IPPROTO_TCP, TCP_KEEPIDLE, KeepAliveIdleSeconds);
#else
    setInt(descriptor, IPPROTO_TCP, TCP_KEEPALIVE, KeepAliveIdleSeconds);
#endif
    setInt(descriptor, IPPROTO_TCP, TCP_KEEPINTVL, KeepAliveIntervalSeconds);
    setInt(descriptor, IPPROTO_TCP, TCP_KEEPCNT, KeepAliveProbes);
#endif
}

bool hasPeerEnded(qintptr descriptor)
{
#if defined(Q_OS_LINUX)
    return hasState(descriptor, POLLRDHUP | POLLHUP | POLLERR);
#elif defined(Q_OS_WIN)
    return (statesOf(descriptor) & (POLLHUP | POLLERR)) != 0; // here POLLHUP is told of one direction, too
#else
    Q_UNUSED(descriptor)
    return false;
#endif
}

bool isBroken(qintptr descriptor)
{
#if defined(Q_OS_LINUX)
    return hasState(descriptor, POLLHUP | POLLERR);
#elif defined(Q_OS_WIN)
    return (statesOf(descriptor) & POLLERR) != 0;
#else
    Q_UNUSED(descriptor)
    return false;
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
    if (WSADuplicateSocketW(nativeSocket(descriptor), GetCurrentProcessId(), &info) != 0)
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
    shutdown(nativeSocket(descriptor), SD_SEND);
#else
    shutdown(int(descriptor), SHUT_WR);
#endif
}

} // namespace salon
