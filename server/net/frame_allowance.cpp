// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/net/frame_allowance.h"

#include <algorithm>
#include <limits>

namespace salon::server {
namespace {

constexpr qint64 UsPerMs = 1000;

/// So that nothing overflows, whatever was granted.
constexpr qint64 MostGranted = std::numeric_limits<int>::max() / 2;

qint64 usPerFrame(const FrameRate &rate)
{
    return 1'000'000 / std::max(1, rate.perSecond);
}

} // namespace

void FrameAllowance::take(int cost, const FrameRate &rate, qint64 nowMs, bool isOfTransfer)
{
    if (rate.burst <= 0)
        return;
    const qint64 paid = isOfTransfer || leftByRate(rate, nowMs) <= 0 ? std::min<qint64>(cost, m_granted) : 0;
    m_granted -= paid;
    if (paid < cost)
        m_paidUntilUs = std::max(m_paidUntilUs, nowMs * UsPerMs) + (cost - paid) * usPerFrame(rate);
}

void FrameAllowance::grant(qint64 cost)
{
    m_granted = std::clamp<qint64>(m_granted + std::clamp(cost, -MostGranted, MostGranted), 0, MostGranted);
}

qint64 FrameAllowance::leftByRate(const FrameRate &rate, qint64 nowMs) const
{
    const qint64 owedUs = std::max<qint64>(0, m_paidUntilUs - nowMs * UsPerMs);
    const qint64 frameUs = usPerFrame(rate);
    return std::max<qint64>(0, rate.burst * frameUs - owedUs) / frameUs;
}

int FrameAllowance::left(const FrameRate &rate, qint64 nowMs) const
{
    if (rate.burst <= 0)
        return std::numeric_limits<int>::max();
    return int(std::min(MostGranted, leftByRate(rate, nowMs) + m_granted));
}

} // namespace salon::server
