// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/base/token_bucket.h"

#include <algorithm>
#include <cmath>

namespace salon {

std::optional<quint32> TokenBucket::take(double burst, double perSecond, double cost, qint64 nowMs)
{
    if (burst <= 0)
        return std::nullopt;
    refill(burst, perSecond, nowMs);
    const auto wait = missingMs(burst, perSecond, cost);
    if (!wait)
        m_spent += cost;
    return wait;
}

std::optional<quint32> TokenBucket::waitMs(double burst, double perSecond, double cost, qint64 nowMs) const
{
    if (burst <= 0)
        return std::nullopt;
    TokenBucket later = *this;
    later.refill(burst, perSecond, nowMs);
    return later.missingMs(burst, perSecond, cost);
}

std::optional<quint32> TokenBucket::missingMs(double burst, double perSecond, double cost) const
{
    if (m_spent + cost <= burst + 1e-9)
        return std::nullopt;
    if (perSecond <= 0)
        return 3'600'000;
    return quint32(std::clamp(std::ceil((m_spent + cost - burst) / perSecond * 1000), 1.0, 86'400'000.0));
}

bool TokenBucket::isFull(double burst, double perSecond, qint64 nowMs) const
{
    TokenBucket later = *this;
    later.refill(burst, perSecond, nowMs);
    return later.m_spent <= 0;
}

void TokenBucket::refill(double burst, double perSecond, qint64 nowMs)
{
    const auto elapsedMs = double(std::max<qint64>(0, nowMs - m_atMs));
    m_spent = std::clamp(m_spent - elapsedMs / 1000 * perSecond, 0.0, burst);
    m_atMs = nowMs;
}

std::optional<quint32> AddressBuckets::take(const QString &address, double burst, double perSecond, qint64 nowMs)
{
    if (m_buckets.size() >= m_sweepAt) {
        m_buckets.removeIf([&](auto entry) { return entry.value().isFull(burst, perSecond, nowMs); });
        m_sweepAt = std::max<qsizetype>(1024, m_buckets.size() * 2);
    }
    return m_buckets[address].take(burst, perSecond, 1, nowMs);
}

} // namespace salon
