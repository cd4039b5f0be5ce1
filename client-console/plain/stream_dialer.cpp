// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/plain/stream_dialer.h"

#include "shared/transport/address_race.h"
#include "shared/transport/peer_address.h"
#include "shared/transport/socket_options.h"

#include <QDir>
#include <QFile>
#include <QHostInfo>
#include <optional>

#ifdef Q_OS_WIN
#include <algorithm>
#include <winsock2.h>
// behind winsock2.h
#include <afunix.h>
#else
#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace salon::console {
namespace {

/// A TCP connection whose socket goes on without Qt, which could not keep it half open.
class DialedChannel final : public TcpChannel
{
public:
    [[nodiscard]] qintptr copyDescriptor() const { return duplicateDescriptor(m_socket->socketDescriptor()); }
};

/// Whether the system connected a socket to itself: that happens when the port dialled on this machine is one of those
/// that it gives to connections, and nobody listens there.
bool isConnectedToItself(qintptr descriptor)
{
    const auto own = ownAddressOfDescriptor(descriptor);
    const auto peer = peerOfDescriptor(descriptor);
    return own && peer && own->text != "unix"_L1 && own->text == peer->text;
}

/// The address of a local socket; an empty path or one that does not fit is none.
std::optional<sockaddr_un> localAddress(const QByteArray &native)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (native.isEmpty() || native.size() >= qsizetype(sizeof(address.sun_path)))
        return {};
    std::copy(native.begin(), native.end(), address.sun_path);
    return address;
}

} // namespace

Result<qintptr> connectedToPath(const QString &path)
{
#ifdef Q_OS_WIN
    const auto address = localAddress(QDir::toNativeSeparators(path).toUtf8());
#else
    const auto address = localAddress(QFile::encodeName(path));
#endif
    if (!address)
        return fail(ErrorCode::InvalidAddress, u"path empty or too long for a local socket"_s, { path });
    const auto *target = reinterpret_cast<const sockaddr *>(&*address);
#ifdef Q_OS_WIN
    const SOCKET made = socket(AF_UNIX, SOCK_STREAM, 0);
    if (made == INVALID_SOCKET && WSAGetLastError() == WSAEAFNOSUPPORT)
        return fail(ErrorCode::InvalidAddress, u"this Windows has no local sockets"_s, { path });
    const auto descriptor = qintptr(made);
    if (descriptor == -1)
        return fail(ErrorCode::ServerBusy, qt_error_string(WSAGetLastError()));
    // Local sockets connect at once or not at all; what follows must not wait.
    const bool isConnected = connect(made, target, sizeof(*address)) == 0;
    const int number = isConnected ? 0 : WSAGetLastError();
    const bool isRefused = number == WSAEACCES;
    u_long on = 1;
    ioctlsocket(made, FIONBIO, &on);
#else
    const int made = socket(AF_UNIX, SOCK_STREAM, 0);
    if (made < 0)
        return fail(ErrorCode::ServerBusy, qt_error_string(errno));
    const auto descriptor = qintptr(made);
    fcntl(made, F_SETFD, FD_CLOEXEC);
    fcntl(made, F_SETFL, O_NONBLOCK);
    const bool isConnected = connect(made, target, sizeof(*address)) == 0;
    const int number = isConnected ? 0 : errno;
    const bool isRefused = number == EACCES;
#endif
    if (isConnected)
        return descriptor;
    closeDescriptor(descriptor);
    return fail(isRefused ? ErrorCode::NotPermitted : ErrorCode::ConnectionRefused, qt_error_string(number));
}

void lookUpHost(const QString &host, QObject *receiver, std::function<void(const Result<QList<QHostAddress>> &)> done)
{
    if (host == "*"_L1) {
        done(QList{ QHostAddress(QHostAddress::LocalHostIPv6), QHostAddress(QHostAddress::LocalHost) });
        return;
    }
    if (const QHostAddress literal(host); !literal.isNull()) {
        done(QList{ literal });
        return;
    }
    QHostInfo::lookupHost(host, receiver, [host, done = std::move(done)](const QHostInfo &info) {
        if (info.error() == QHostInfo::NoError && !info.addresses().isEmpty())
            done(info.addresses());
        else
            done(fail(ErrorCode::HostNotFound, info.errorString(), { host }));
    });
}

StreamDialer::StreamDialer() = default;

StreamDialer::~StreamDialer() = default;

void StreamDialer::dial(const Endpoint &endpoint)
{
    if (endpoint.kind == Endpoint::Kind::Local) {
        const auto descriptor = connectedToPath(endpoint.path);
        if (!descriptor) {
            failLater(descriptor.error());
            return;
        }
        QMetaObject::invokeMethod(
            this, [this, taken = *descriptor] { Q_EMIT connected(taken); }, Qt::QueuedConnection);
        return;
    }
    lookUpHost(endpoint.host, this, [this, port = endpoint.port](const Result<QList<QHostAddress>> &found) {
        if (found)
            race(*found, port);
        else
            failLater(found.error());
    });
}

void StreamDialer::race(const QList<QHostAddress> &addresses, quint16 port)
{
    m_addresses = addresses;
    m_race = std::make_unique<AddressRace>(addresses, port, [] { return std::make_unique<DialedChannel>(); });
    connect(m_race.get(), &AddressRace::lost, this, &StreamDialer::failLater);
    // Later, because the winning socket is calling then.
    connect(m_race.get(), &AddressRace::won, this, &StreamDialer::takeWinner, Qt::QueuedConnection);
    m_race->start();
}

void StreamDialer::takeWinner()
{
    const auto channel = m_race->takeWinner();
    const qintptr descriptor = static_cast<const DialedChannel &>(*channel).copyDescriptor();
    if (descriptor == -1) {
        Q_EMIT failed(Error{ ErrorCode::ServerBusy });
    } else if (isConnectedToItself(descriptor)) {
        closeDescriptor(descriptor);
        Q_EMIT failed(Error{ ErrorCode::ConnectionRefused });
    } else {
        Q_EMIT connected(descriptor);
    }
}

void StreamDialer::failLater(const Error &error)
{
    QMetaObject::invokeMethod(
        this, [this, error] { Q_EMIT failed(error); }, Qt::QueuedConnection);
}

} // namespace salon::console
