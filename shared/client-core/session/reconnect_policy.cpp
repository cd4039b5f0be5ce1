// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/session/reconnect_policy.h"

#include <algorithm>

namespace salon {

ReconnectPolicy::ReconnectPolicy(const Clock &clock, std::function<double()> random)
    : m_clock(clock)
    , m_random(std::move(random))
{
}

void ReconnectPolicy::wentOnline()
{
    m_onlineSinceMs = m_clock.monotonicMs();
}

int ReconnectPolicy::nextDelayMs(std::optional<quint32> serverAskedMs)
{
    if (m_onlineSinceMs && m_clock.monotonicMs() - *m_onlineSinceMs >= StableMs)
        reset();
    m_onlineSinceMs.reset();
    const int ceilingMs = std::min(m_ceilingMs, m_longestMs);
    m_ceilingMs = std::min(m_ceilingMs * 2, LongestMs);
    const int jitterMs = int(std::clamp(m_random(), 0.0, 1.0) * ceilingMs);
    // A server cannot keep its clients away for longer than they would stay away by themselves ten times over.
    const int askedMs = int(std::min(serverAskedMs.value_or(0), quint32(10 * LongestMs)));
    return askedMs + jitterMs;
}

void ReconnectPolicy::reset()
{
    m_ceilingMs = FirstMs;
    m_onlineSinceMs.reset();
}

} // namespace salon
