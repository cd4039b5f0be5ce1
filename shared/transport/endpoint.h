// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/result.h"
#include "shared/protocol/limits.h"

#include <QAbstractSocket>
#include <QHostAddress>
#include <QHostInfo>
#include <QList>
#include <QString>

namespace salon {

/// Where a listener listens or a client connects: a TCP host and port, or the path of a local (unix) socket. A value;
/// parse() and toString() do no lookups.
struct Endpoint
{
    enum class Kind
    {
        Tcp,
        Local
    };

    Kind kind = Kind::Tcp;
    QString host{}; ///< "*" = every IPv4 and IPv6 address; else an address (IPv6 without brackets) or a name
    quint16 port = wire_limits::DefaultPort; ///< 0 lets the system pick one; unused while `service` is set
    QString service{}; ///< name of a service ("salon", "https") still to be resolved by resolveService()
    QString path{}; ///< of a local socket

    /// Reads "host:port", "host:service", "host", "192.0.2.7:7256", "[2001:db8::1]:7256", "2001:db8::1", "*:7256",
    /// ":7256" and "unix:/path". Fails with InvalidAddress{text}.
    static Result<Endpoint> parse(const QString &text, quint16 defaultPort = wire_limits::DefaultPort);
    static Endpoint tcp(const QString &host, quint16 port);
    static Endpoint local(const QString &path);

    /// Text that parse() reads back.
    [[nodiscard]] QString toString() const;
    [[nodiscard]] bool isEveryAddress() const { return kind == Kind::Tcp && host == QLatin1Char('*'); }
    /// Reaches this machine only: 127.0.0.0/8, ::1, "localhost" or a local socket. Names are not looked up.
    [[nodiscard]] bool isLoopback() const;

    friend bool operator==(const Endpoint &, const Endpoint &) = default;
};

/// The same endpoint with `service` replaced by its port. Blocks on the system's service table: call it at start or in
/// a lane (Connection does the latter by itself). Fails with InvalidAddress{service}.
Result<Endpoint> resolveService(Endpoint endpoint, QAbstractSocket::SocketType transport = QAbstractSocket::TcpSocket);

/// What a lookup of `host` means: its addresses, or HostNotFound{host}. "localhost" is this machine also where the
/// system's tables do not name it (RFC 6761, §6.3).
Result<QList<QHostAddress>> addressesFound(const QString &host, const QHostInfo &info);

/// The addresses a TCP endpoint listens on. Blocks on the resolver for names: call it at start. Fails with
/// HostNotFound{host}.
Result<QList<QHostAddress>> resolveAddresses(const Endpoint &endpoint);

} // namespace salon
