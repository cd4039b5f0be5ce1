// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/session/send_lane.h"

#include "shared/client-core/session/refusal.h"
#include "shared/protocol/limits.h"

#include <algorithm>

namespace salon {
namespace {

constexpr int FirstHoldMs = 250;
constexpr int LongestHoldMs = 60'000;

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
        if (continues)
            previous = entry->counter;
        else
            entry->counter = 0;
    }
    m_nextCounter = std::max(previous, serverLast) + 1;
}

bool SendLane::isHeld(qint64 nowMs) const
{
    return (m_recovers && m_inFlight > 0) || nowMs < m_heldUntilMs;
}

bool SendLane::isFull() const
{
    return m_inFlight >= wire_limits::MaxInFlightPerRoom;
}

bool SendLane::recover(const QList<OutboxEntry *> &waiting)
{
    m_recovers = false;
    if (m_renumberFrom == 0)
        return false;
    m_nextCounter = std::exchange(m_renumberFrom, 0);
    for (OutboxEntry *entry : waiting)
        entry->counter = m_nextCounter++;
    return true;
}

quint64 SendLane::take(const OutboxEntry &entry)
{
    const quint64 counter = entry.counter > 0 ? entry.counter : m_nextCounter;
    m_nextCounter = std::max(m_nextCounter, counter + 1);
    ++m_inFlight;
    return counter;
}

void SendLane::answered()
{
    m_inFlight = std::max(0, m_inFlight - 1);
}

void SendLane::accepted()
{
    answered();
    m_refusals = 0;
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
    m_recovers = true;
    if (isCounter)
        m_renumberFrom = std::max(quint64(1), error.params.value(0).toULongLong());
    // The first word about counters is put right at once; a server that repeats itself is given time.
    const int holdMs
        = isCounter && m_refusals == 0 ? 0 : std::min(LongestHoldMs, FirstHoldMs << std::min(m_refusals, 8));
    const int askedMs = isCounter ? 0 : retryDelayMs(error, 0);
    m_heldUntilMs = std::max(m_heldUntilMs, nowMs + std::max(askedMs, holdMs));
    if (!isCounter || m_inFlight == 0)
        ++m_refusals;
    return true;
}

} // namespace salon
