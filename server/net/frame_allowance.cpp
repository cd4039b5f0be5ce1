// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/net/frame_allowance.h"

#include <algorithm>
#include <limits>

namespace salon::server {
namespace {

constexpr qint64 UsPerMs = 1000;

qint64 usPerFrame(const FrameRate &rate)
{
    return 1'000'000 / std::max(1, rate.perSecond);
}

} // namespace

void FrameAllowance::take(int cost, const FrameRate &rate, qint64 nowMs)
{
    if (rate.burst > 0)
        m_paidUntilUs = std::max(m_paidUntilUs, nowMs * UsPerMs) + cost * usPerFrame(rate);
}

int FrameAllowance::left(const FrameRate &rate, qint64 nowMs) const
{
    if (rate.burst <= 0)
        return std::numeric_limits<int>::max();
    const qint64 owedUs = std::max<qint64>(0, m_paidUntilUs - nowMs * UsPerMs);
    const qint64 frameUs = usPerFrame(rate);
    return int(std::max<qint64>(0, rate.burst * frameUs - owedUs) / frameUs);
}

} // namespace salon::server
