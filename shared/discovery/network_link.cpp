// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/discovery/network_link.h"

#include <QNetworkInterface>
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

constexpr int MinOwnPrefixIPv4 = 8; ///< a network as wide as that is nobody's own
constexpr int MinOwnPrefixIPv6 = 48;

bool isPrivate(const QHostAddress &address)
{
    static const std::array networks{ QHostAddress::parseSubnet(u"127.0.0.0/8"_s),
        QHostAddress::parseSubnet(u"10.0.0.0/8"_s), QHostAddress::parseSubnet(u"172.16.0.0/12"_s),
        QHostAddress::parseSubnet(u"192.168.0.0/16"_s), QHostAddress::parseSubnet(u"169.254.0.0/16"_s),
        QHostAddress::parseSubnet(u"::1/128"_s), QHostAddress::parseSubnet(u"fe80::/10"_s),
        QHostAddress::parseSubnet(u"fc00::/7"_s) };
    return std::any_of(
        networks.begin(), networks.end(), [&](const auto &network) { return address.isInSubnet(network); });
}

bool shares(const QHostAddress &source, const LinkAddress &own)
{
    const QHostAddress address = plainAddress(own.address);
    const int least = address.protocol() == QAbstractSocket::IPv4Protocol ? MinOwnPrefixIPv4 : MinOwnPrefixIPv6;
    return address.protocol() == source.protocol() && own.prefixLength >= least
        && source.isInSubnet(address, own.prefixLength);
}

} // namespace

QList<NetworkLink> runningLinks()
{
    QList<NetworkLink> links;
    for (const QNetworkInterface &interface : QNetworkInterface::allInterfaces()) {
        const auto flags = interface.flags();
        // Not only those that run: Linux says so up to a second after the cable is in, and asking in vain costs
        // nothing.
        if (!flags.testFlag(QNetworkInterface::IsUp))
            continue;
        NetworkLink link{ interface.index(), flags.testFlag(QNetworkInterface::IsLoopBack), {} };
        for (const QNetworkAddressEntry &entry : interface.addressEntries()) {
            QHostAddress broadcast = entry.broadcast();
#ifdef Q_OS_LINUX
            // The routing table has it, the interface does not tell.
            if (link.loopback && entry.ip().protocol() == QAbstractSocket::IPv4Protocol)
                broadcast = QHostAddress(u"127.255.255.255"_s);
#endif
            link.addresses.append({ entry.ip(), entry.prefixLength(), broadcast });
        }
        if (!link.addresses.isEmpty())
            links.append(link);
    }
    return links;
}

QHostAddress plainAddress(const QHostAddress &address)
{
    bool isIPv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&isIPv4);
    if (isIPv4)
        return QHostAddress(ipv4);
    QHostAddress plain = address;
    plain.setScopeId({});
    return plain;
}

bool isNearby(const QHostAddress &source, const QList<NetworkLink> &links)
{
    const QHostAddress address = plainAddress(source);
    if (address.isNull() || address.isMulticast() || address.isBroadcast() || address == QHostAddress::AnyIPv4
        || address == QHostAddress::AnyIPv6)
        return false;
    return isPrivate(address) || !ownAddressFacing(address, links).isNull();
}

QHostAddress ownAddressFacing(const QHostAddress &source, const QList<NetworkLink> &links)
{
    const QHostAddress address = plainAddress(source);
    QHostAddress best;
    int bestPrefix = -1;
    for (const NetworkLink &link : links) {
        for (const LinkAddress &own : link.addresses) {
            // The same link-local network is behind every interface; the scope says behind which one.
            if (address.isLinkLocal() && !source.scopeId().isEmpty() && !own.address.scopeId().isEmpty()
                && source.scopeId() != own.address.scopeId())
                continue;
            const bool isItself = plainAddress(own.address) == address;
            if (!isItself && !shares(address, own))
                continue;
            const int prefix = isItself ? 129 : own.prefixLength;
            if (prefix > bestPrefix) {
                best = own.address;
                bestPrefix = prefix;
            }
        }
    }
    return best;
}

} // namespace salon
