// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/session/send_lane.h"

#include "shared/client-core/session/refusal.h"

#include <QRandomGenerator>
#include <algorithm>
#include <utility>

namespace salon {
namespace {

constexpr int ShortestHoldMs = 50;
constexpr int FirstHoldMs = 250;
constexpr int LongestHoldMs = 60'000;
constexpr quint32 LongestSlowMs = 3'600'000; ///< the most that a room's rules can ask for

/// Up to a quarter more, so that many do not come back in the same moment.
int withJitter(int ms)
{
    return ms + int(QRandomGenerator::global()->bounded(ms / 4 + 1));
}

} // namespace

bool isAboutCounters(const Error &error)
{
    return error.code == ErrorCode::CounterSkipped || error.code == ErrorCode::CounterReused;
}

void SendLane::begin(const QList<OutboxEntry *> &waiting, quint64 serverLast)
{
    // A repeated cid is answered whatever its number, so a wrong guess costs one question and never a message.
    quint64 previous = 0;
    bool continues = true;
    for (OutboxEntry *entry : waiting) {
        continues = continues && entry->counter > 0
            && (previous == 0 ? entry->counter <= serverLast + 1 : entry->counter == previous + 1);
        if (continues) {
            previous = entry->counter;
        } else {
            entry->counter = 0;
            entry->isMarked = false;
        }
    }
    m_nextCounter = std::max(previous, serverLast) + 1;
}

bool SendLane::isHeld(qint64 nowMs) const
{
    return (m_recovers && m_inFlight > 0) || nowMs < m_heldUntilMs;
}

std::optional<qint64> SendLane::nextEndMs(qint64 nowMs) const
{
    std::optional<qint64> next;
    for (const qint64 endMs : { m_heldUntilMs, m_slowUntilMs }) {
        if (endMs > nowMs)
            next = std::min(next.value_or(endMs), endMs);
    }
    return next;
}

bool SendLane::isFull() const
{
    return m_inFlight >= m_mayBeInFlight;
}

void SendLane::recover(const QList<OutboxEntry *> &waiting)
{
    m_recovers = false;
    if (m_renumberFrom == 0)
        return;
    m_nextCounter = std::exchange(m_renumberFrom, 0);
    for (OutboxEntry *entry : waiting) {
        entry->isMarked = entry->isMarked && entry->counter == m_nextCounter;
        entry->counter = m_nextCounter++;
    }
}

void SendLane::answered()
{
    m_inFlight = std::max(0, m_inFlight - 1);
}

void SendLane::accepted(bool isNew)
{
    answered();
    m_refusals = 0;
    if (isNew || m_mayBeInFlight > 1)
        m_mayBeInFlight = std::min(m_mayBeInFlight + 1, wire_limits::MaxInFlightPerRoom);
}

void SendLane::withdrawn(quint64 counter)
{
    answered();
    m_recovers = true;
    const quint64 free = std::max(quint64(1), counter);
    m_renumberFrom = m_renumberFrom > 0 ? std::min(m_renumberFrom, free) : free;
    m_mayBeInFlight = 1;
}

qint64 SendLane::slowed(quint64 counter, quint32 retryAfterMs, qint64 nowMs)
{
    withdrawn(counter);
    const qint64 waitMs = std::clamp(retryAfterMs, quint32(ShortestHoldMs), LongestSlowMs);
    m_slowUntilMs = std::max(m_slowUntilMs, nowMs + waitMs);
    return waitMs;
}

void SendLane::lost()
{
    answered();
}

bool SendLane::refused(const Error &error, qint64 nowMs)
{
    answered();
    const bool isCounter = isAboutCounters(error);
    if (!isCounter && !isTemporary(error))
        return false;
    const bool isFirstOfItsRound = !std::exchange(m_recovers, true);
    if (isCounter)
        m_renumberFrom = std::max(quint64(1), error.params.value(0).toULongLong());
    if (isFirstOfItsRound)
        ++m_refusals;
    m_mayBeInFlight = 1;
    int holdMs = 0;
    if (isCounter && (m_refusals == 1 || !isFirstOfItsRound))
        holdMs = 0; // put right at once; a server that repeats itself is given time
    else if (error.code == ErrorCode::SlowMode && error.retryAfterMs)
        holdMs = std::max(ShortestHoldMs, int(std::min(*error.retryAfterMs, LongestSlowMs)));
    else if (!isCounter && error.retryAfterMs)
        holdMs = withJitter(std::max(ShortestHoldMs, retryDelayMs(error, 0)));
    else
        holdMs = withJitter(std::min(LongestHoldMs, FirstHoldMs << std::min(m_refusals - 1, 8)));
    m_heldUntilMs = std::max(m_heldUntilMs, nowMs + holdMs);
    return true;
}

} // namespace salon
