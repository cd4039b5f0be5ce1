// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/app/discovery_beacon.h"

#include "shared/discovery/discovery_responder.h"

#include <QSet>
#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace salon::server {
namespace {

constexpr std::chrono::seconds CountAfter(1);

} // namespace

std::optional<DiscoveryBeacon::Reach> DiscoveryBeacon::reachOf(const QList<ListenerAddress> &listeners)
{
    for (const bool tls : { true, false }) {
        for (const ListenerAddress &listener : listeners) {
            if (listener.endpoint.kind != Endpoint::Kind::Tcp || listener.tls != tls || listener.endpoint.isLoopback())
                continue;
            if (listener.endpoint.isEveryAddress())
                return Reach{ listener.endpoint.port, tls, {} };
            QList<QHostAddress> addresses = resolveAddresses(listener.endpoint).value_or(QList<QHostAddress>());
            addresses.removeIf([](const QHostAddress &address) { return address.isLoopback(); });
            if (!addresses.isEmpty())
                return Reach{ listener.endpoint.port, tls, addresses };
        }
    }
    return {};
}

DiscoveryBeacon::DiscoveryBeacon(const Clock &clock, const OperatorPort &people, QByteArray serverId)
    : m_clock(clock)
    , m_people(people)
    , m_lane(u"salon-discovery"_s)
{
    m_reply.kind = DiscoveryKind::Server;
    m_reply.id = std::move(serverId);
    m_count.setSingleShot(true);
    m_count.setInterval(CountAfter);
    connect(&m_count, &QTimer::timeout, this, &DiscoveryBeacon::countPeople);
    const auto changed = [this] {
        if (!m_count.isActive())
            m_count.start();
    };
    connect(&people, &OperatorPort::loggedIn, this, changed);
    connect(&people, &OperatorPort::disconnected, this, changed);
}

DiscoveryBeacon::~DiscoveryBeacon()
{
    m_lane.post([responder = std::move(m_responder)]() mutable { responder.reset(); });
}

Result<> DiscoveryBeacon::start(const Reach &reach, const QByteArray &pin, const Config &config)
{
    m_reply.port = reach.port;
    m_tls = reach.tls;
    struct Started
    {
        Result<> result;
        std::shared_ptr<DiscoveryResponder> responder;
    };
    fill(pin, config);
    const auto listen
        = [&clock = m_clock, reply = m_reply, port = quint16(config.discoveryPort), addresses = reach.addresses] {
              auto responder = std::make_shared<DiscoveryResponder>(clock);
              responder->setReply(reply); // before anybody can ask
              responder->setListeningAddresses(addresses);
              const Result<> result = responder->start(port);
              return Started{ result, std::move(responder) };
          };
    const Started started = m_lane.run(listen).result();
    m_responder = started.responder;
    m_port = m_responder->port();
    return started.result;
}

void DiscoveryBeacon::describe(const QByteArray &pin, const Config &config)
{
    fill(pin, config);
    announce();
}

void DiscoveryBeacon::fill(const QByteArray &pin, const Config &config)
{
    m_reply.pin = m_tls ? pin : QByteArray();
    m_reply.name = config.name;
    m_reply.flags = config.registration == "open"_L1 ? discovery::OpenRegistration : 0;
}

void DiscoveryBeacon::countPeople()
{
    QSet<AccountId> online;
    for (const PresentPerson &person : m_people.who())
        online.insert(person.account);
    if (m_reply.online == quint32(online.size()))
        return;
    m_reply.online = quint32(online.size());
    announce();
}

void DiscoveryBeacon::announce()
{
    m_lane.post([responder = m_responder, reply = m_reply] { responder->setReply(reply); });
}

} // namespace salon::server
