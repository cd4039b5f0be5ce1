// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/nearby/network_changes.h"

#include <chrono>

namespace salon {
namespace {

constexpr std::chrono::seconds LookEvery(3);
/// The clock of the day ran so much further than the one that stands still during sleep. (Somebody who sets the time
/// causes one look too many.)
constexpr qint64 SleptMs = 10'000;

} // namespace

NetworkChanges::NetworkChanges(const Clock &clock, ListLinks links, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_listLinks(std::move(links))
{
    m_timer.setInterval(LookEvery);
    connect(&m_timer, &QTimer::timeout, this, &NetworkChanges::look);
}

void NetworkChanges::start()
{
    m_links = m_listLinks();
    m_wallMs = m_clock.wallMs();
    m_monotonicMs = m_clock.monotonicMs();
    m_timer.start();
}

void NetworkChanges::stop()
{
    m_timer.stop();
}

void NetworkChanges::look()
{
    const qint64 wallMs = m_clock.wallMs();
    const qint64 monotonicMs = m_clock.monotonicMs();
    const qint64 wallSince = wallMs - std::exchange(m_wallMs, wallMs);
    const qint64 awakeSince = monotonicMs - std::exchange(m_monotonicMs, monotonicMs);
    QList<NetworkLink> links = m_listLinks();
    const bool moved = links != m_links;
    m_links = std::move(links);
    if (moved || wallSince - awakeSince >= SleptMs)
        Q_EMIT changed();
}

} // namespace salon
