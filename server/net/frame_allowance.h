// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/bus/outbound.h"
#include "server/net/net_settings.h"

namespace salon::server {

/// How many frames a connection may still send. One number, since there may be ten thousand of it; times are those of a
/// clock that never jumps.
class FrameAllowance
{
public:
    [[nodiscard]] static int costOf(qsizetype bytes) { return frameCost(bytes); }

    /// Counts what arrived; may take more than is left, which then lacks later. Frames of transfers are paid by what
    /// was granted first, others only when nothing else is left.
    void take(int cost, const FrameRate &rate, qint64 nowMs, bool isOfTransfer = false);
    /// So much more, once, whatever the rate; below 0 takes back what is left of it.
    void grant(qint64 cost);
    /// 0: none before some of it comes back.
    [[nodiscard]] int left(const FrameRate &rate, qint64 nowMs) const;

private:
    [[nodiscard]] qint64 leftByRate(const FrameRate &rate, qint64 nowMs) const;

    qint64 m_granted = 0;
    qint64 m_paidUntilUs = 0; ///< when all that was taken will have come back
};

} // namespace salon::server
