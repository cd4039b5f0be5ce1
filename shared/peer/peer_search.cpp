// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/peer/peer_search.h"

#include "shared/peer/peer_link.h"

namespace salon {
namespace {

constexpr int LookAgainMs = 1'000;
constexpr qsizetype MaxClaims = 4; ///< places where one person is said to be, looked at together

} // namespace

PeerSearch::PeerSearch(const Clock &clock, const ListLinks &links, Node node, int searchMs, QObject *parent)
    : QObject(parent)
    , m_node(std::move(node))
    , m_responder(clock, links)
    , m_probe(links)
{
    connect(&m_probe, &DiscoveryProbe::finished, this, &PeerSearch::probed);
    m_soon.setSingleShot(true);
    m_soon.setInterval(LookAgainMs);
    connect(&m_soon, &QTimer::timeout, this, &PeerSearch::look);
    m_every.setInterval(searchMs);
    connect(&m_every, &QTimer::timeout, this, [this] {
        if (m_node.isAnyoneMissed())
            lookUnlessLooking();
    });
}

PeerSearch::~PeerSearch() = default;

void PeerSearch::setReply(const DiscoveryReply &reply)
{
    m_self = reply.id;
    m_responder.setReply(reply);
}

Result<> PeerSearch::start(quint16 port)
{
    if (port == 0)
        return {};
    m_port = port;
    const Result<> answers = m_responder.start(port);
    m_every.start();
    look();
    return answers;
}

void PeerSearch::stop()
{
    m_port = 0;
    m_responder.stop();
    m_probe.stop();
    m_every.stop();
    m_soon.stop();
    m_neighbours.clear();
    Q_EMIT neighboursChanged();
}

void PeerSearch::look()
{
    if (m_port != 0)
        m_probe.start(m_port);
}

void PeerSearch::lookUnlessLooking()
{
    if (!m_probe.isRunning())
        look();
}

void PeerSearch::lookSoon()
{
    if (m_port != 0)
        m_soon.start();
}

void PeerSearch::networkChanged()
{
    if (m_port == 0)
        return;
    m_responder.refreshLinks();
    look();
}

void PeerSearch::probed()
{
    m_neighbours = m_probe.neighbours();
    m_neighbours.removeIf([this](const Neighbour &neighbour) {
        return neighbour.said.kind != DiscoveryKind::Peer || neighbour.said.id == m_self;
    });
    Q_EMIT neighboursChanged();
    const QList<Neighbour> found = m_neighbours;
    for (const Neighbour &neighbour : found) {
        if (m_node.isMissed(neighbour.said.id))
            follow(neighbour);
    }
}

void PeerSearch::follow(const Neighbour &neighbour)
{
    const DiscoveryReply &said = neighbour.said;
    qsizetype claims = 0;
    for (const auto &[link, claim] : m_claims) {
        if (claim.key != said.id)
            continue;
        ++claims;
        if (claim.port == said.port && claim.pin == said.pin)
            return; // being tried already
    }
    if (claims < MaxClaims && !neighbour.addresses.isEmpty())
        dial({ said.id, said.pin, said.port, neighbour.addresses.mid(1) }, neighbour.addresses.first());
}

void PeerSearch::dial(Claim claim, const QHostAddress &address)
{
    PeerLink *link = m_node.makeLink();
    if (!link)
        return;
    const Endpoint endpoint = Endpoint::tcp(address.toString(), claim.port);
    const QByteArray pin = claim.pin;
    m_claims[link] = std::move(claim);
    link->dial(endpoint, pin);
}

/// Somebody with several addresses may not be reached by the first.
void PeerSearch::linkClosed(PeerLink *link)
{
    const auto it = m_claims.find(link);
    if (it == m_claims.end())
        return;
    Claim claim = std::move(it->second);
    m_claims.erase(it);
    if (link->isAuthenticated() || !m_node.isMissed(claim.key) || claim.others.isEmpty())
        return;
    const QHostAddress address = claim.others.takeFirst();
    dial(std::move(claim), address);
}

} // namespace salon
