// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/transport/heartbeat_timer.h"

#include <algorithm>
#include <chrono>

namespace salon {

HeartbeatTimer::HeartbeatTimer(const Clock &clock, const HeartbeatTimes &times, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_times(times)
    , m_heartbeat(clock.monotonicMs())
{
    m_timer.setInterval(std::chrono::milliseconds(std::clamp<qint64>(times.pingAfterMs / 6, 1, 5'000)));
    connect(&m_timer, &QTimer::timeout, this, &HeartbeatTimer::tick);
}

void HeartbeatTimer::start()
{
    m_heartbeat = Heartbeat(m_clock.monotonicMs());
    m_timer.start();
}

void HeartbeatTimer::stop()
{
    m_timer.stop();
}

void HeartbeatTimer::heard()
{
    m_heartbeat.heard(m_clock.monotonicMs());
}

void HeartbeatTimer::tick()
{
    switch (m_heartbeat.tick(m_clock.monotonicMs(), m_times)) {
    case Heartbeat::Action::None:
        break;
    case Heartbeat::Action::SendPing:
        Q_EMIT pingDue();
        break;
    case Heartbeat::Action::Drop:
        m_timer.stop();
        Q_EMIT peerSilent();
        break;
    }
}

} // namespace salon
