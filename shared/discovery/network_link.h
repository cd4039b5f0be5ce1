// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QHostAddress>
#include <QList>
#include <functional>

namespace salon {

/// An address of this machine on one of its networks.
struct LinkAddress
{
    QHostAddress address{};
    int prefixLength = 0;
    QHostAddress broadcast{}; ///< null where there is none

    friend bool operator==(const LinkAddress &, const LinkAddress &) = default;
};

/// A network interface that is up.
struct NetworkLink
{
    int index = 0; ///< the system's number of the interface
    bool loopback = false;
    QList<LinkAddress> addresses{};

    friend bool operator==(const NetworkLink &, const NetworkLink &) = default;
};

/// How discovery learns of the interfaces; tests give their own.
using ListLinks = std::function<QList<NetworkLink>()>;

/// The interfaces that are up now.
[[nodiscard]] QList<NetworkLink> runningLinks();

/// The address without the scope and, if it is an IPv4 one in IPv6 clothes, as IPv4: for comparing.
[[nodiscard]] QHostAddress plainAddress(const QHostAddress &address);

/// A private, link-local, loopback or unique local address (RFC 1918, 3927, 4193, 4291), or one in a network that this
/// machine is in: who may ask.
[[nodiscard]] bool isNearby(const QHostAddress &source, const QList<NetworkLink> &links);

/// This machine's address in the network of `source`; null if it shares none with it.
[[nodiscard]] QHostAddress ownAddressFacing(const QHostAddress &source, const QList<NetworkLink> &links);

} // namespace salon
