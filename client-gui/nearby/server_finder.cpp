// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/nearby/server_finder.h"

#include <algorithm>

namespace salon {
namespace {

/// The same announcement from another address of the same machine replaces the one that is worse to connect to.
bool isSameMachine(const FoundServer &one, const FoundServer &other)
{
    return one.id == other.id && one.pin == other.pin;
}

void sort(QList<FoundServer> &servers)
{
    std::stable_sort(servers.begin(), servers.end(), [](const FoundServer &left, const FoundServer &right) {
        return std::tuple(!left.isJoinable(), left.name.toCaseFolded(), left.address)
            < std::tuple(!right.isJoinable(), right.name.toCaseFolded(), right.address);
    });
}

} // namespace

ServerFinder::Options ServerFinder::Options::usual()
{
    Options options;
    if (qEnvironmentVariableIsSet("SALON_DISCOVERY_PORT"))
        options.port = quint16(qEnvironmentVariableIntValue("SALON_DISCOVERY_PORT"));
    return options;
}

ServerFinder::ServerFinder(Options options, QObject *parent)
    : QObject(parent)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &ServerFinder::look);
    setOptions(std::move(options));
}

ServerFinder::~ServerFinder() = default;

void ServerFinder::setOptions(Options options)
{
    m_options = std::move(options);
    m_pause.setInterval(m_options.pauseMs);
    m_probe = std::make_unique<DiscoveryProbe>(m_options.links);
    connect(m_probe.get(), &DiscoveryProbe::found, this, &ServerFinder::take);
    connect(m_probe.get(), &DiscoveryProbe::finished, this, &ServerFinder::lookIsOver);
}

void ServerFinder::setActive(bool isActive)
{
    isActive = isActive && m_options.port != 0;
    if (isActive == std::exchange(m_isActive, isActive))
        return;
    m_pause.stop();
    m_probe->stop();
    m_now.clear();
    if (!isActive)
        return;
    // What was found when it was last open may be gone: it is shown until this look is over and no longer.
    m_before.clear();
    m_hasLooked = false;
    look();
}

void ServerFinder::look()
{
    checkLinks();
    m_now.clear();
    m_probe->start(m_options.port);
}

void ServerFinder::take(const Neighbour &neighbour)
{
    if (neighbour.said.kind != DiscoveryKind::Server || neighbour.addresses.isEmpty())
        return;
    const FoundServer server = FoundServer::of(neighbour);
    const auto isIt = [&server](const FoundServer &other) {
        return isSameMachine(server, other);
    };
    const auto now = std::find_if(m_now.begin(), m_now.end(), isIt);
    if (now == m_now.end())
        m_now.append(server);
    else
        *now = server; // the probe puts the best address first
    const auto known = std::find_if(m_servers.begin(), m_servers.end(), isIt);
    if (known != m_servers.end() && *known == server)
        return;
    if (known == m_servers.end())
        m_servers.append(server);
    else
        *known = server;
    sort(m_servers);
    Q_EMIT changed();
}

void ServerFinder::lookIsOver()
{
    const QList<FoundServer> before = m_servers;
    m_servers.removeIf([this](const FoundServer &server) {
        const auto isIt = [&server](const FoundServer &other) {
            return isSameMachine(server, other);
        };
        return std::none_of(m_now.cbegin(), m_now.cend(), isIt)
            && std::none_of(m_before.cbegin(), m_before.cend(), isIt);
    });
    m_before = m_now;
    const bool wasFirst = !std::exchange(m_hasLooked, true);
    m_pause.start();
    if (wasFirst || m_servers != before)
        Q_EMIT changed();
}

void ServerFinder::checkLinks()
{
    const QList<NetworkLink> links = m_options.links();
    const bool isAlone
        = std::all_of(links.cbegin(), links.cend(), [](const NetworkLink &link) { return link.loopback; });
    if (isAlone != std::exchange(m_isAlone, isAlone))
        Q_EMIT changed();
}

} // namespace salon
