// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/peer/stranger_gate.h"

#include <algorithm>

namespace salon {
namespace {

constexpr double MinuteSeconds = 60;
constexpr qint64 MinuteMs = 60'000;

using Waiting = StrangerGate::Waiting;

QList<Waiting> thoseOf(const QString &origin, const QList<Waiting> &waiting)
{
    QList<Waiting> found;
    for (const Waiting &one : waiting) {
        if (!origin.isEmpty() && one.origin == origin)
            found.append(one);
    }
    return found;
}

const Waiting &oldestOf(const QList<Waiting> &waiting)
{
    return *std::min_element(
        waiting.begin(), waiting.end(), [](const Waiting &a, const Waiting &b) { return a.sinceMs < b.sinceMs; });
}

/// Those of the machine that has most places, if any has more than one.
QList<Waiting> largestCrowd(const QList<Waiting> &waiting)
{
    QList<Waiting> largest;
    for (const Waiting &one : waiting) {
        const QList<Waiting> crowd = thoseOf(one.origin, waiting);
        if (crowd.size() > std::max<qsizetype>(1, largest.size()))
            largest = crowd;
    }
    return largest;
}

} // namespace

StrangerGate::StrangerGate(const Clock &clock, const StrangerLimits &limits)
    : m_clock(clock)
    , m_limits(limits)
{
}

bool StrangerGate::admitsLink(const QString &origin)
{
    if (origin.isEmpty())
        return true;
    const qint64 now = m_clock.monotonicMs();
    return !m_links.take(origin, m_limits.linksAtOnce, m_limits.linksPerMinute / MinuteSeconds, now)
        && !m_allLinks.take(m_limits.allLinksAtOnce, m_limits.allLinksPerMinute / MinuteSeconds, 1, now);
}

StrangerGate::Admission StrangerGate::admitsAsk(const QString &origin, const QList<Waiting> &waiting)
{
    const Admission place = findPlace(origin, waiting);
    return place.admitted && takesTurn(origin) ? place : Admission{};
}

StrangerGate::Admission StrangerGate::findPlace(const QString &origin, const QList<Waiting> &waiting) const
{
    const auto afterPatience = [this](const Waiting &one) {
        const bool isStale = m_clock.monotonicMs() - one.sinceMs >= m_limits.patienceMs;
        return isStale ? Admission{ true, one.key } : Admission{};
    };
    const QList<Waiting> ofThere = thoseOf(origin, waiting);
    const bool isFull = waiting.size() >= m_limits.places;
    if (ofThere.size() >= m_limits.placesOfOne || (isFull && !ofThere.isEmpty()))
        return afterPatience(oldestOf(ofThere));
    if (!isFull)
        return { true, {} };
    // When all places are taken nobody keeps two.
    if (const QList<Waiting> crowd = largestCrowd(waiting); !crowd.isEmpty())
        return { true, oldestOf(crowd).key };
    return waiting.isEmpty() ? Admission{} : afterPatience(oldestOf(waiting));
}

bool StrangerGate::takesTurn(const QString &origin)
{
    const qint64 now = m_clock.monotonicMs();
    const double allRate = m_limits.allAsksPerMinute / MinuteSeconds;
    m_askedAt.removeIf([now](auto asked) { return now - asked.value() >= MinuteMs; });
    // Those who ask again and again do not take all turns, however many machines they are.
    const int left = m_askedAt.contains(origin) ? m_limits.asksForNewcomers : 0;
    if (m_allAsks.waitMs(m_limits.allAsksPerMinute, allRate, 1 + left, now))
        return false;
    if (!origin.isEmpty() && m_asks.take(origin, m_limits.asksPerMinute, m_limits.asksPerMinute / MinuteSeconds, now))
        return false;
    m_askedAt.insert(origin, now);
    return !m_allAsks.take(m_limits.allAsksPerMinute, allRate, 1, now);
}

} // namespace salon
