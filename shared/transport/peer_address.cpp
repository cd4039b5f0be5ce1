// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/transport/peer_address.h"

#ifdef Q_OS_WIN
#include <winsock2.h>
#include <ws2tcpip.h>
#else
#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace salon {

using namespace Qt::StringLiterals;

namespace {

#ifdef Q_OS_WIN
/// Of a socket that just refused something: local sockets are pipes here, which are no sockets to Windows.
bool isPipe(qintptr descriptor)
{
    const int error = WSAGetLastError();
    return (error == WSAENOTSOCK || error == WSANOTINITIALISED)
        && GetFileType(reinterpret_cast<HANDLE>(descriptor)) == FILE_TYPE_PIPE;
}
#endif

template <class Ask>
Result<PeerAddress> addressOf(qintptr descriptor, Ask ask)
{
    sockaddr_storage storage{};
    socklen_t length = sizeof(storage);
    auto *address = reinterpret_cast<sockaddr *>(&storage);
#ifdef Q_OS_WIN
    const auto socket = SOCKET(descriptor);
    const int failed = ask(socket, address, &length);
    if (failed != 0 && isPipe(descriptor))
        return PeerAddress::localSocket();
#else
    const int failed = ask(int(descriptor), address, &length);
#endif
    if (failed != 0)
        return fail(ErrorCode::ConnectionLost, u"the socket is not connected"_s);
    quint16 port = 0;
    if (storage.ss_family == AF_INET)
        port = ntohs(reinterpret_cast<const sockaddr_in *>(address)->sin_port);
    else if (storage.ss_family == AF_INET6)
        port = ntohs(reinterpret_cast<const sockaddr_in6 *>(address)->sin6_port);
    else
        return PeerAddress::localSocket();
    return PeerAddress::of(QHostAddress(address), port);
}

} // namespace

PeerAddress PeerAddress::of(const QHostAddress &address, quint16 port)
{
    // A socket for both families reports IPv4 peers as ::ffff:192.0.2.7.
    bool isIpv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&isIpv4);
    const QHostAddress plain = isIpv4 ? QHostAddress(ipv4) : address;
    PeerAddress peer;
    peer.local = plain.isLoopback();
    peer.text = (isIpv4 ? plain.toString() : u'[' + plain.toString() + u']') + u':' + QString::number(port);
    if (peer.local)
        return peer;
    if (isIpv4) {
        peer.prefix = plain.toString();
    } else {
        Q_IPV6ADDR bits = plain.toIPv6Address();
        for (int i = 8; i < 16; ++i)
            bits[i] = 0;
        peer.prefix = QHostAddress(bits).toString() + u"/64"_s;
    }
    return peer;
}

PeerAddress PeerAddress::localSocket()
{
    return { u"unix"_s, {}, true };
}

Result<PeerAddress> peerOfDescriptor(qintptr descriptor)
{
    return addressOf(descriptor, getpeername);
}

Result<PeerAddress> ownAddressOfDescriptor(qintptr descriptor)
{
    return addressOf(descriptor, getsockname);
}

void closeDescriptor(qintptr descriptor)
{
#ifdef Q_OS_WIN
    if (closesocket(SOCKET(descriptor)) != 0 && isPipe(descriptor))
        CloseHandle(reinterpret_cast<HANDLE>(descriptor));
#else
    ::close(int(descriptor));
#endif
}

} // namespace salon
