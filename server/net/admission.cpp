// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/net/admission.h"

#include <algorithm>

namespace salon::server {
namespace {

constexpr qint64 MinuteMs = 60'000;

} // namespace

Admission::Admission(const Clock &clock, const AdmissionLimits &limits)
    : m_clock(clock)
    , m_limits(limits)
    , m_bans(clock, limits.ban)
{
}

void Admission::setLimits(const AdmissionLimits &limits)
{
    m_limits = limits;
    m_bans.setLimits(limits.ban);
}

Admission::Verdict Admission::admit(ConnectionId id, const QString &prefix)
{
    if (m_limits.total > 0 && m_connections.size() >= m_limits.total)
        return Verdict::OutOfDescriptors;
    const bool counts = !prefix.isEmpty();
    if (counts && m_bans.isBanned(prefix))
        return Verdict::Banned;
    if (counts) {
        forgetQuietPrefixes();
        auto found = m_prefixes.find(prefix);
        if (found == m_prefixes.end())
            found = m_prefixes.insert(prefix, { 0, double(m_limits.newPerMinute), m_clock.monotonicMs() });
        refill(*found);
        if (m_limits.perPrefix > 0 && found->open >= m_limits.perPrefix)
            return Verdict::TooManyAtOnce;
        if (m_limits.newPerMinute > 0 && found->allowance < 1)
            return Verdict::TooManyPerMinute;
        found->allowance -= 1;
        ++found->open;
    }
    const quint64 order = counts ? m_nextOrder++ : 0;
    if (counts)
        m_waiting.emplace(order, id);
    m_connections.insert(id, { prefix, order });
    return Verdict::Welcome;
}

std::optional<ConnectionId> Admission::surplus()
{
    if (m_limits.unauthenticated <= 0 || int(m_waiting.size()) <= m_limits.unauthenticated)
        return {};
    const ConnectionId oldest = m_waiting.begin()->second;
    loggedIn(oldest);
    return oldest;
}

void Admission::loggedIn(ConnectionId id)
{
    const auto found = m_connections.find(id);
    if (found == m_connections.end() || found->order == 0)
        return;
    m_waiting.erase(found->order);
    found->order = 0;
}

QString Admission::closed(ConnectionId id)
{
    const auto found = m_connections.constFind(id);
    if (found == m_connections.constEnd())
        return {};
    const QString prefix = found->prefix;
    const bool isFailure = found->order != 0;
    loggedIn(id);
    m_connections.remove(id);
    if (prefix.isEmpty())
        return {};
    --m_prefixes[prefix].open;
    return isFailure && m_bans.noteFailure(prefix) ? prefix : QString();
}

bool Admission::isWorthReporting(const QString &prefix)
{
    forgetQuietPrefixes();
    const qint64 now = m_clock.monotonicMs();
    auto found = m_prefixes.find(prefix);
    if (found == m_prefixes.end())
        found = m_prefixes.insert(prefix, { 0, double(m_limits.newPerMinute), now });
    Prefix &entry = *found;
    if (now - entry.reportedMs < MinuteMs)
        return false;
    entry.reportedMs = now;
    return true;
}

void Admission::refill(Prefix &prefix) const
{
    const qint64 now = m_clock.monotonicMs();
    const double fresh = double(now - prefix.refilledMs) * m_limits.newPerMinute / double(MinuteMs);
    prefix.allowance = std::min(double(m_limits.newPerMinute), prefix.allowance + fresh);
    prefix.refilledMs = now;
}

void Admission::forgetQuietPrefixes()
{
    if (m_prefixes.size() < m_sweepAt)
        return;
    const qint64 now = m_clock.monotonicMs();
    m_prefixes.removeIf([&](const auto &entry) {
        return entry.value().open == 0 && now - entry.value().refilledMs >= MinuteMs
            && now - entry.value().reportedMs >= MinuteMs;
    });
    m_sweepAt = std::max<qsizetype>(1024, 2 * m_prefixes.size());
}

} // namespace salon::server
