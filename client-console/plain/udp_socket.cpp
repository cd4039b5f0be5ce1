// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/plain/udp_socket.h"

#include "shared/transport/native_socket.h"
#include "shared/transport/peer_address.h"

#include <QPointer>
#include <array>

#ifdef Q_OS_WIN
#include <ws2tcpip.h>
#else
#include <cerrno>
#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#endif

namespace salon::console {
namespace {

#ifdef Q_OS_WIN

using Bytes = int;
int lastError()
{
    return WSAGetLastError();
}
constexpr int Refused = WSAECONNRESET;
constexpr int InUse = WSAEADDRINUSE;
constexpr int Forbidden = WSAEACCES;

#else

using Bytes = size_t;
int lastError()
{
    return errno;
}
constexpr int Refused = ECONNREFUSED;
constexpr int InUse = EADDRINUSE;
constexpr int Forbidden = EACCES;

#endif

constexpr int DatagramsPerTurn = 64;

/// An address as the system wants it.
struct SocketAddress
{
    sockaddr_storage storage{};
    socklen_t length = 0;
    [[nodiscard]] const sockaddr *get() const { return reinterpret_cast<const sockaddr *>(&storage); }
};

SocketAddress socketAddress(const QHostAddress &address, quint16 port)
{
    const bool isEvery = address == QHostAddress(QHostAddress::Any);
    addrinfo hints{};
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = SOCK_DGRAM;
    hints.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV;
    addrinfo *found = nullptr;
    const QByteArray host = isEvery ? QByteArrayLiteral("::") : address.toString().toLatin1();
    SocketAddress result;
    if (getaddrinfo(host.constData(), QByteArray::number(port).constData(), &hints, &found) != 0 || !found)
        return result;
    result.length = socklen_t(found->ai_addrlen);
    std::copy_n(
        reinterpret_cast<const char *>(found->ai_addr), found->ai_addrlen, reinterpret_cast<char *>(&result.storage));
    freeaddrinfo(found);
    return result;
}

quint16 portOf(const sockaddr_storage &storage)
{
    return ntohs(storage.ss_family == AF_INET6 ? reinterpret_cast<const sockaddr_in6 &>(storage).sin6_port
                                               : reinterpret_cast<const sockaddr_in &>(storage).sin_port);
}

void setOption(qintptr descriptor, int level, int option, int value)
{
    setsockopt(nativeSocket(descriptor), level, option, reinterpret_cast<const char *>(&value), sizeof(value));
}

/// -1 on failure.
qintptr makeSocket(int family)
{
    const auto made = socket(family, SOCK_DGRAM, 0);
    const auto descriptor = qintptr(made);
    if (descriptor == -1)
        return -1;
#ifdef Q_OS_WIN
    u_long on = 1;
    ioctlsocket(made, FIONBIO, &on);
#else
    fcntl(made, F_SETFD, FD_CLOEXEC);
    fcntl(made, F_SETFL, O_NONBLOCK);
#endif
    setOption(descriptor, SOL_SOCKET, SO_BROADCAST, 1);
    if (family == AF_INET6)
        setOption(descriptor, IPPROTO_IPV6, IPV6_V6ONLY, 0);
    return descriptor;
}

} // namespace

UdpSocket::UdpSocket(qintptr descriptor)
    : m_descriptor(descriptor)
    , m_notifier(descriptor, QSocketNotifier::Read)
{
    connect(&m_notifier, &QSocketNotifier::activated, this, &UdpSocket::readAvailable);
}

UdpSocket::~UdpSocket()
{
    m_notifier.setEnabled(false);
    closeDescriptor(m_descriptor);
}

Result<std::unique_ptr<UdpSocket>> UdpSocket::connectedTo(const QHostAddress &address, quint16 port)
{
    const SocketAddress target = socketAddress(address, port);
    const qintptr descriptor = makeSocket(target.storage.ss_family);
    if (descriptor == -1 || ::connect(nativeSocket(descriptor), target.get(), target.length) != 0) {
        Error error{ ErrorCode::ConnectionRefused, qt_error_string(lastError()) };
        if (descriptor != -1)
            closeDescriptor(descriptor);
        return fail(error);
    }
    return std::unique_ptr<UdpSocket>(new UdpSocket(descriptor));
}

Result<std::unique_ptr<UdpSocket>> UdpSocket::boundTo(const QHostAddress &address, quint16 port)
{
    SocketAddress own = socketAddress(address, port);
    qintptr descriptor = makeSocket(own.storage.ss_family);
    if (descriptor == -1 && address == QHostAddress(QHostAddress::Any)) {
        own = socketAddress(QHostAddress(QHostAddress::AnyIPv4), port); // a machine without IPv6
        descriptor = makeSocket(AF_INET);
    }
    if (descriptor == -1 || ::bind(nativeSocket(descriptor), own.get(), own.length) != 0) {
        const int number = lastError();
        if (descriptor != -1)
            closeDescriptor(descriptor);
        return fail(number == InUse   ? ErrorCode::AddressInUse
                : number == Forbidden ? ErrorCode::NotPermitted
                                      : ErrorCode::InvalidAddress,
            qt_error_string(number));
    }
    return std::unique_ptr<UdpSocket>(new UdpSocket(descriptor));
}

bool UdpSocket::send(const QByteArray &datagram)
{
    const auto attempt = [&] {
        return ::send(nativeSocket(m_descriptor), datagram.constData(), Bytes(datagram.size()), 0);
    };
    qint64 sent = attempt();
    if (sent < 0 && lastError() == Refused) {
        // Said of an earlier datagram; this one has not left.
        QMetaObject::invokeMethod(this, &UdpSocket::refused, Qt::QueuedConnection);
        sent = attempt();
    }
    return sent == datagram.size();
}

bool UdpSocket::sendTo(const QByteArray &datagram, const QHostAddress &address, quint16 port)
{
    const SocketAddress target = socketAddress(address, port);
    const auto sent = ::sendto(
        nativeSocket(m_descriptor), datagram.constData(), Bytes(datagram.size()), 0, target.get(), target.length);
    return sent == datagram.size();
}

quint16 UdpSocket::port() const
{
    sockaddr_storage storage{};
    socklen_t length = sizeof(storage);
    getsockname(nativeSocket(m_descriptor), reinterpret_cast<sockaddr *>(&storage), &length);
    return portOf(storage);
}

void UdpSocket::readAvailable()
{
    const QPointer<UdpSocket> that = this;
    for (int i = 0; i < DatagramsPerTurn && that; ++i) {
        std::array<char, 65'536> buffer{};
        sockaddr_storage storage{};
        socklen_t length = sizeof(storage);
        const auto count = recvfrom(nativeSocket(m_descriptor), buffer.data(), Bytes(buffer.size()), 0,
            reinterpret_cast<sockaddr *>(&storage), &length);
        if (count < 0) {
            if (lastError() == Refused)
                Q_EMIT refused();
            return;
        }
        Q_EMIT received(QByteArray(buffer.data(), qsizetype(count)),
            QHostAddress(reinterpret_cast<const sockaddr *>(&storage)), portOf(storage));
    }
}

} // namespace salon::console
