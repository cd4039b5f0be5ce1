// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/discovery/network_link.h"
#include "shared/protocol/discovery_datagram.h"

#include <QList>
#include <QMetaType>
#include <optional>

namespace salon {

/// A server or person that answered. None of it is proven: it fills an address box, and the pin is shown for comparing.
struct Neighbour
{
    DiscoveryReply said{};
    QList<QHostAddress> addresses{}; ///< where answers came from, the best to connect to first

    friend bool operator==(const Neighbour &, const Neighbour &) = default;
};

/// Who answered a question to the network. An answer makes programs connect to where it came from, and can be forged:
/// one from outside the networks that may ask (isNearby) is not listened to, and a flood of them is bounded.
class NeighbourList
{
public:
    /// Nobody yet; `links` are this machine's networks.
    void begin(const QList<NetworkLink> &links);
    /// An address that was asked by itself: its answers count wherever it is.
    void expect(const QHostAddress &address);
    /// The neighbour, if that is somebody new, or another address of somebody known.
    std::optional<Neighbour> take(const DiscoveryReply &reply, const QHostAddress &source);
    /// In the order in which they answered first.
    [[nodiscard]] const QList<Neighbour> &all() const { return m_found; }

private:
    QList<NetworkLink> m_links;
    QList<QHostAddress> m_expected;
    QList<Neighbour> m_found;
};

/// How good an address is to connect to, lower is better: of a network, of this machine, link-local.
[[nodiscard]] int addressRank(const QHostAddress &address);

} // namespace salon

Q_DECLARE_METATYPE(salon::Neighbour)
