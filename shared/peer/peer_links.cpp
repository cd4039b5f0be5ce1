// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/peer/peer_links.h"

#include "shared/peer/stranger_gate.h"

#include <algorithm>

namespace salon {
namespace {

constexpr size_t MaxLinks = 256;
constexpr qsizetype MaxUnproven = 64; ///< the oldest goes first
constexpr qsizetype MaxUnprovenOfOne = 8; ///< from one other machine

bool isUnproven(const std::unique_ptr<PeerLink> &link)
{
    return link->role() == PeerRole::Acceptor && !link->isAuthenticated()
        && link->connection().state() != Connection::State::Closed; // dropped in this turn
}

} // namespace

PeerLinks::PeerLinks(const PeerIdentity &identity, const Clock &clock, StrangerGate &gate, QObject *parent)
    : QObject(parent)
    , m_identity(identity)
    , m_clock(clock)
    , m_gate(gate)
{
}

PeerLinks::~PeerLinks()
{
    end();
}

PeerLink *PeerLinks::make()
{
    m_links.push_back(std::make_unique<PeerLink>(m_identity, m_flusher, m_clock));
    PeerLink *link = m_links.back().get();
    connect(link, &PeerLink::authenticated, this, [this, link] { Q_EMIT authenticated(link); });
    connect(
        link, &PeerLink::received, this, [this, link](const Envelope &envelope) { Q_EMIT received(link, envelope); });
    connect(link, &PeerLink::closed, this, [this, link](const Error &error) { Q_EMIT closed(link, error); });
    Q_EMIT made(link);
    return link;
}

bool PeerLinks::isFull() const
{
    return m_links.size() >= MaxLinks;
}

void PeerLinks::adopt(qintptr descriptor)
{
    const auto peer = peerOfDescriptor(descriptor);
    const auto isOfThere = [&peer](const auto &link) {
        return isUnproven(link) && !link->origin().isEmpty() && link->origin() == peer->prefix;
    };
    if (!peer || isFull() || !m_gate.admitsLink(peer->prefix)
        || std::count_if(m_links.begin(), m_links.end(), isOfThere) >= MaxUnprovenOfOne) {
        closeDescriptor(descriptor);
        return;
    }
    if (std::count_if(m_links.begin(), m_links.end(), isUnproven) >= MaxUnproven)
        (*std::find_if(m_links.begin(), m_links.end(), isUnproven))->abort({ ErrorCode::TooManyConnections });
    make()->adopt(descriptor, peer->prefix);
}

void PeerLinks::remove(const PeerLink *link)
{
    std::erase_if(m_links, [link](const auto &owned) { return owned.get() == link; });
}

void PeerLinks::end()
{
    for (const auto &link : m_links) {
        link->disconnect(this);
        link->connection().flushTurn();
    }
}

} // namespace salon
