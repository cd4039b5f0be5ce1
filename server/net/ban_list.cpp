// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/net/ban_list.h"

#include <algorithm>

namespace salon::server {
namespace {

constexpr qsizetype MaxRecords = 65'536;

} // namespace

BanList::BanList(const Clock &clock, const BanLimits &limits)
    : m_clock(clock)
    , m_limits(limits)
{
}

bool BanList::noteFailure(const QString &prefix)
{
    if (prefix.isEmpty() || m_limits.failures <= 0)
        return false;
    const qint64 now = m_clock.monotonicMs();
    forgetOld(now);
    Record &record = m_records[prefix];
    if (record.bannedUntilMs > now)
        return false;
    record.failuresMs.removeIf([&](qint64 at) { return now - at >= m_limits.windowMs; });
    record.failuresMs.append(now);
    if (record.failuresMs.size() < m_limits.failures)
        return false;
    record.failuresMs = {};
    record.bannedUntilMs = now + m_limits.banMs;
    return true;
}

bool BanList::isBanned(const QString &prefix) const
{
    const auto record = m_records.constFind(prefix);
    return m_limits.failures > 0 && record != m_records.constEnd() && record->bannedUntilMs > m_clock.monotonicMs();
}

void BanList::forgetOld(qint64 nowMs)
{
    if (m_records.size() < m_sweepAt)
        return;
    m_records.removeIf([&](const auto &entry) {
        const Record &record = entry.value();
        const bool isQuiet = record.failuresMs.isEmpty() || nowMs - record.failuresMs.last() >= m_limits.windowMs;
        return isQuiet && record.bannedUntilMs <= nowMs;
    });
    // Somebody with so many addresses cannot be kept out by address: bans stay, counts begin anew.
    if (m_records.size() >= MaxRecords)
        m_records.removeIf([nowMs](const auto &entry) { return entry.value().bannedUntilMs <= nowMs; });
    if (m_records.size() >= MaxRecords)
        m_records.clear();
    m_sweepAt = std::clamp<qsizetype>(2 * m_records.size(), 1024, MaxRecords);
}

} // namespace salon::server
