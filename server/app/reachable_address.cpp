// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/app/reachable_address.h"

#include <QHostInfo>
#include <QNetworkInterface>

using namespace Qt::StringLiterals;

namespace salon::server {
namespace {

/// Addresses by which other machines may know this one, IPv4 first.
QList<QHostAddress> outsideAddresses()
{
    QList<QHostAddress> ipv4;
    QList<QHostAddress> ipv6;
    for (const QNetworkInterface &interface : QNetworkInterface::allInterfaces()) {
        const auto flags = interface.flags();
        if (!flags.testFlag(QNetworkInterface::IsUp) || flags.testFlag(QNetworkInterface::IsLoopBack))
            continue;
        for (const QNetworkAddressEntry &entry : interface.addressEntries()) {
            const QHostAddress address = entry.ip();
            if (address.isLoopback() || address.isLinkLocal())
                continue;
            (address.protocol() == QAbstractSocket::IPv4Protocol ? ipv4 : ipv6).append(address);
        }
    }
    return ipv4 + ipv6;
}

QString ownHost()
{
    const auto addresses = outsideAddresses();
    if (!addresses.isEmpty())
        return addresses.first().toString();
    return u"127.0.0.1"_s;
}

} // namespace

Result<JoinLink> joinLinkOf(const ListenerAddress &listener, const QByteArray &pin, const QString &publicAddress)
{
    JoinLink link;
    if (listener.endpoint.kind == Endpoint::Kind::Local) {
        link.host = u"unix:"_s + listener.endpoint.path;
        link.port = 0;
        return link;
    }
    link.plain = !listener.tls;
    link.pin = listener.tls ? pin : QByteArray();
    link.port = listener.endpoint.port;
    if (publicAddress.isEmpty()) {
        link.host = listener.endpoint.isEveryAddress() ? ownHost() : listener.endpoint.host;
        return link;
    }
    const auto outside = Endpoint::parse(publicAddress, link.port);
    if (!outside || outside->kind != Endpoint::Kind::Tcp || outside->isEveryAddress() || !outside->service.isEmpty())
        return fail(ErrorCode::InvalidAddress, {}, { publicAddress });
    link.host = outside->host;
    link.port = outside->port;
    return link;
}

QStringList ownHostNames()
{
    QStringList names{ QHostInfo::localHostName() };
    for (const QHostAddress &address : outsideAddresses())
        names.append(address.toString());
    names.removeAll(QString());
    return names;
}

} // namespace salon::server
