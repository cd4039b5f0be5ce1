// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/plain/stream_dialer.h"

#include "shared/transport/address_race.h"
#include "shared/transport/peer_address.h"
#include "shared/transport/socket_options.h"

#include <QFile>
#include <QHostInfo>

#ifndef Q_OS_WIN
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

} // namespace

#ifdef Q_OS_WIN

Result<qintptr> connectedToPath(const QString &path)
{
    return fail(ErrorCode::InvalidAddress, u"no local sockets here"_s, { path });
}

#else

Result<qintptr> connectedToPath(const QString &path)
{
    const QByteArray native = QFile::encodeName(path);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (native.isEmpty() || native.size() >= qsizetype(sizeof(address.sun_path)))
        return fail(ErrorCode::InvalidAddress, u"path empty or too long for a local socket"_s, { path });
    std::copy(native.begin(), native.end(), address.sun_path);
    const int descriptor = socket(AF_UNIX, SOCK_STREAM, 0);
    if (descriptor < 0)
        return fail(ErrorCode::ServerBusy, qt_error_string(errno));
    fcntl(descriptor, F_SETFD, FD_CLOEXEC);
    fcntl(descriptor, F_SETFL, O_NONBLOCK);
    if (connect(descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof(address)) == 0)
        return qintptr(descriptor);
    const int number = errno;
    close(descriptor);
    return fail(number == EACCES ? ErrorCode::NotPermitted : ErrorCode::ConnectionRefused, qt_error_string(number));
}

#endif

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
