// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/peer/peer_dials.h"

#include "shared/peer/peer_link.h"

#include <QTimer>
#include <algorithm>

namespace salon {
namespace {

constexpr qint64 StableMs = 5'000; ///< a link that ends sooner is no reason to dial again at once

} // namespace

/// An endpoint to be connected to, again and again.
struct PeerDials::Dial
{
    Endpoint endpoint{};
    QByteArray pin{};
    bool waitsToo = false;
    QByteArray key{}; ///< who was there last time
    PeerLink *link = nullptr;
    int delayMs = 0;
    bool wasTaken = false; ///< the port to wait at was taken by somebody else, last time
    QTimer again{};
};

PeerDials::PeerDials(const Clock &clock, Node node, const Times &times, const QString &waitHost, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_node(std::move(node))
    , m_times(times)
    , m_waits(waitHost)
{
    connect(&m_waits, &PeerWaits::descriptorReady, this, &PeerDials::descriptorReady);
}

PeerDials::~PeerDials() = default;

void PeerDials::add(const Endpoint &endpoint, const QByteArray &pin, bool waitsToo)
{
    auto dial = std::make_unique<Dial>();
    dial->endpoint = endpoint;
    dial->pin = pin;
    dial->waitsToo = waitsToo;
    dial->again.setSingleShot(true);
    connect(&dial->again, &QTimer::timeout, this, [this, raw = dial.get()] { dialNow(*raw); });
    m_dials.push_back(std::move(dial));
    if (m_started)
        dialNow(*m_dials.back());
}

QList<PeerLink *> PeerDials::remove(const Endpoint &endpoint)
{
    QList<PeerLink *> links;
    for (const auto &dial : m_dials) {
        if (dial->endpoint == endpoint && dial->link)
            links.append(dial->link);
    }
    std::erase_if(m_dials, [&endpoint](const auto &dial) { return dial->endpoint == endpoint; });
    m_waits.remove(endpoint);
    return links;
}

void PeerDials::start()
{
    m_started = true;
    for (const auto &dial : m_dials) {
        dial->delayMs = 0;
        dialNow(*dial);
    }
}

void PeerDials::dialNow(Dial &dial)
{
    if (dial.link)
        return;
    if (!dial.key.isEmpty() && m_node.isReachable(dial.key)) {
        dial.again.start(m_times.retryMaxMs);
        return;
    }
    dial.again.stop();
    dial.link = m_node.makeLink();
    dial.link->dial(dial.endpoint, dial.pin);
}

PeerDials::Dial *PeerDials::dialOf(const PeerLink *link) const
{
    const auto it
        = std::find_if(m_dials.begin(), m_dials.end(), [link](const auto &dial) { return dial->link == link; });
    return it == m_dials.end() ? nullptr : it->get();
}

std::optional<Endpoint> PeerDials::endpointOf(const PeerLink *link) const
{
    const Dial *dial = dialOf(link);
    return dial ? std::optional(dial->endpoint) : std::nullopt;
}

void PeerDials::linkAuthenticated(const PeerLink *link)
{
    if (Dial *dial = dialOf(link)) {
        dial->key = link->peerKey();
        dial->wasTaken = false;
    }
}

void PeerDials::linkClosed(const PeerLink *link, const Error &error)
{
    Dial *dial = dialOf(link);
    if (!dial)
        return;
    dial->link = nullptr;
    // The other end is this device: it waits there already.
    const bool isMyself = error.code == ErrorCode::InvalidAddress;
    const bool nobodyIsThere = !link->isAuthenticated() && !isMyself && error.code != ErrorCode::HostNotFound;
    Error why = error;
    const bool waits = dial->waitsToo && nobodyIsThere && waitInstead(dial->endpoint);
    if (dial->waitsToo && nobodyIsThere) {
        // Somebody may have taken the port in between, who is there now; or it is another program's, for long.
        if (!waits && !dial->wasTaken && error.code == ErrorCode::ConnectionRefused)
            dial->delayMs = 0;
        else if (!waits)
            why = { ErrorCode::AddressInUse, {}, { dial->endpoint.toString() } };
        dial->wasTaken = !waits;
    }
    if (link->isAuthenticated() && m_clock.monotonicMs() - link->authenticatedAtMs() >= StableMs)
        dial->delayMs = 0;
    dial->delayMs = isMyself ? m_times.retryMaxMs : std::clamp(dial->delayMs * 2, m_times.retryMs, m_times.retryMaxMs);
    dial->again.start(dial->delayMs);
    if (!isMyself)
        Q_EMIT failed(Endpoint(dial->endpoint), why, waits);
}

bool PeerDials::waitInstead(const Endpoint &endpoint)
{
    return m_node.isListening(endpoint.port) || m_waits.add(endpoint);
}

} // namespace salon
