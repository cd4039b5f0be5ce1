// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/net/net_settings.h"

namespace salon::server {

/// How many frames a connection may still send. One number, since there may be ten thousand of it; times are those of a
/// clock that never jumps.
class FrameAllowance
{
public:
    /// What a frame counts: one for each 4 KiB that it begins, since checking it takes as much longer.
    [[nodiscard]] static int costOf(qsizetype bytes) { return int(1 + bytes / 4096); }

    /// Counts what arrived; may take more than is left, which then lacks later.
    void take(int cost, const FrameRate &rate, qint64 nowMs);
    /// 0: none before some of it comes back.
    [[nodiscard]] int left(const FrameRate &rate, qint64 nowMs) const;

private:
    qint64 m_paidUntilUs = 0; ///< when all that was taken will have come back
};

} // namespace salon::server
