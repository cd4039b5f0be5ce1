// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/discovery/neighbour_list.h"

#include <algorithm>

namespace salon {
namespace {

constexpr qsizetype MaxNeighbours = 256; ///< a flood of invented ones ends here
constexpr qsizetype MaxAddresses = 8;

} // namespace

int addressRank(const QHostAddress &address)
{
    const bool isIPv4 = address.protocol() == QAbstractSocket::IPv4Protocol;
    if (address.isLinkLocal())
        return isIPv4 ? 3 : 4;
    if (address.isLoopback())
        return 2;
    return isIPv4 ? 0 : 1;
}

void NeighbourList::begin(const QList<NetworkLink> &links)
{
    m_links = links;
    m_found.clear();
}

void NeighbourList::expect(const QHostAddress &address)
{
    m_expected.append(plainAddress(address));
}

std::optional<Neighbour> NeighbourList::take(const DiscoveryReply &reply, const QHostAddress &source)
{
    if (!isNearby(source, m_links) && !m_expected.contains(plainAddress(source)))
        return std::nullopt;
    const QHostAddress address = source.isLinkLocal() ? source : plainAddress(source);
    const auto known = std::find_if(m_found.begin(), m_found.end(), [&](const Neighbour &other) {
        return other.said.kind == reply.kind && other.said.id == reply.id && other.said.port == reply.port
            && other.said.pin == reply.pin;
    });
    if (known == m_found.end()) {
        if (m_found.size() >= MaxNeighbours)
            return std::nullopt;
        m_found.append({ reply, { address } });
        return m_found.last();
    }
    if (known->addresses.contains(address) || known->addresses.size() >= MaxAddresses)
        return std::nullopt;
    known->addresses.append(address);
    std::stable_sort(known->addresses.begin(), known->addresses.end(),
        [](const QHostAddress &a, const QHostAddress &b) { return addressRank(a) < addressRank(b); });
    return *known;
}

} // namespace salon
