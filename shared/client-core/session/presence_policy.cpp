// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/session/presence_policy.h"

namespace salon {

PresencePolicy::PresencePolicy(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_activeMs(clock.monotonicMs())
{
    m_timer.setInterval(10'000);
    connect(&m_timer, &QTimer::timeout, this, &PresencePolicy::check);
    m_timer.start();
}

void PresencePolicy::setAutoAwayMinutes(int minutes)
{
    m_awayAfterMs = minutes * 60'000;
    update();
}

void PresencePolicy::choose(PresenceState state)
{
    m_chosen = state;
    m_activeMs = m_clock.monotonicMs();
    update();
}

void PresencePolicy::userActive()
{
    m_activeMs = m_clock.monotonicMs();
    if (m_state != m_chosen)
        update();
}

void PresencePolicy::check()
{
    update();
}

void PresencePolicy::update()
{
    const bool isIdle = m_awayAfterMs > 0 && m_clock.monotonicMs() - m_activeMs >= m_awayAfterMs;
    const PresenceState state = m_chosen == PresenceState::Online && isIdle ? PresenceState::Away : m_chosen;
    if (std::exchange(m_state, state) != state)
        Q_EMIT changed(state);
}

} // namespace salon
