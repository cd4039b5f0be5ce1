// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/protocol/limits.h"

namespace salon {

struct HeartbeatTimes
{
    qint64 pingAfterMs = wire_limits::PingAfterMs;
    qint64 dropAfterMs = wire_limits::DropAfterMs;
};

/// Notices a silent peer. A plain value without a timer: a worker ticks all its connections from one coarse timer, a
/// client uses HeartbeatTimer. Times are Clock::monotonicMs().
class Heartbeat
{
public:
    enum class Action
    {
        None,
        SendPing, ///< told once per silence
        Drop ///< the peer is gone: close with TimedOut
    };

    explicit Heartbeat(qint64 nowMs)
        : m_heardMs(nowMs)
    {
    }

    /// Anything arrived.
    void heard(qint64 nowMs);
    [[nodiscard]] Action tick(qint64 nowMs, const HeartbeatTimes &times);

private:
    qint64 m_heardMs;
    bool m_pinged = false;
};

} // namespace salon
