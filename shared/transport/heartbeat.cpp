// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/transport/heartbeat.h"

namespace salon {

void Heartbeat::heard(qint64 nowMs)
{
    m_heardMs = nowMs;
    m_pinged = false;
}

Heartbeat::Action Heartbeat::tick(qint64 nowMs, const HeartbeatTimes &times)
{
    const qint64 silenceMs = nowMs - m_heardMs;
    if (silenceMs >= times.dropAfterMs)
        return Action::Drop;
    if (silenceMs < times.pingAfterMs || m_pinged)
        return Action::None;
    m_pinged = true;
    return Action::SendPing;
}

} // namespace salon
