// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/dispatch/guest_turns.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace salon::server {
namespace {

// 20 and 2 a second for a guest: 40 and 4 for an address, 200 and 20 for the door.
constexpr double PerAddress = 2;
constexpr double PerDoor = 10;
constexpr qsizetype SweepAddressesAt = 1024;

} // namespace

GuestTurns::GuestTurns(const RateSettings &rate, const Clock &clock)
    : m_rate(rate)
    , m_clock(clock)
{
    m_round.setSingleShot(true);
    connect(&m_round, &QTimer::timeout, this, &GuestTurns::makeRound);
}

void GuestTurns::enter(GuestId guest, const QString &prefix)
{
    m_guests[guest].prefix = prefix;
    if (!prefix.isEmpty() && !m_addresses.contains(prefix)) {
        forgetIdleAddresses();
        m_addresses.insert(prefix, {});
    }
}

void GuestTurns::forgetIdleAddresses()
{
    if (m_addresses.size() < SweepAddressesAt)
        return;
    m_addresses.removeIf([this](auto entry) {
        return entry.value().isFull(m_rate.burst * PerAddress, m_rate.perSecond * PerAddress, m_clock.monotonicMs());
    });
}

void GuestTurns::add(GuestId guest, Order order)
{
    const auto found = m_guests.find(guest);
    if (found == m_guests.end())
        return;
    found->second.waiting.push_back({ std::move(order), m_clock.monotonicMs() });
    while (runNext(guest)) {}
    const auto still = m_guests.find(guest);
    if (still != m_guests.end() && !still->second.waiting.empty())
        wakeFor(still->second);
}

/// One order of each who waits, again and again while there are any that may run.
void GuestTurns::makeRound()
{
    const QList<GuestId> all = waitingInTurn();
    for (const GuestId id : all)
        refuseTheOld(id);
    bool isAnyDone = true;
    while (isAnyDone) {
        isAnyDone = false;
        const QList<GuestId> waiting = waitingInTurn();
        for (const GuestId id : waiting) {
            if (runNext(id)) {
                m_last = id;
                isAnyDone = true;
            }
        }
    }
    for (const auto &[id, guest] : m_guests) {
        if (!guest.waiting.empty())
            wakeFor(guest);
    }
}

/// Those who wait, beginning behind the one whose turn it was last.
QList<GuestId> GuestTurns::waitingInTurn() const
{
    QList<GuestId> guests;
    const auto note = [&guests](auto from, auto to) {
        for (; from != to; ++from) {
            if (!from->second.waiting.empty())
                guests.append(from->first);
        }
    };
    const auto next = m_guests.upper_bound(m_last);
    note(next, m_guests.end());
    note(m_guests.begin(), next);
    return guests;
}

/// What runs may end the guest.
bool GuestTurns::runNext(GuestId id)
{
    const auto found = m_guests.find(id);
    if (found == m_guests.end() || found->second.waiting.empty())
        return false;
    Guest &guest = found->second;
    if (guest.waiting.front().order.isCounted) {
        if (missingMs(guest) > 0)
            return false;
        take(guest);
    }
    const Action action = std::move(guest.waiting.front().order.run);
    guest.waiting.pop_front();
    action();
    return true;
}

void GuestTurns::refuseTheOld(GuestId id)
{
    while (true) {
        const auto found = m_guests.find(id);
        if (found == m_guests.end() || found->second.waiting.empty())
            return;
        Waiting &next = found->second.waiting.front();
        if (!next.order.isCounted || m_clock.monotonicMs() - next.sinceMs < MaxWaitMs)
            return;
        const Action refuse = std::move(next.order.refuse);
        found->second.waiting.pop_front();
        if (refuse)
            refuse();
    }
}

/// Milliseconds until the guest, its address and the door have what one more order costs.
quint32 GuestTurns::missingMs(const Guest &guest) const
{
    if (m_rate.burst <= 0)
        return 0;
    const qint64 now = m_clock.monotonicMs();
    const auto missing = [&](const TokenBucket &bucket, double times) {
        return bucket.waitMs(m_rate.burst * times, m_rate.perSecond * times, 1, now).value_or(0);
    };
    const quint32 own = std::max(missing(guest.bucket, 1), missing(m_door, PerDoor));
    return guest.prefix.isEmpty() ? own : std::max(own, missing(m_addresses.value(guest.prefix), PerAddress));
}

void GuestTurns::take(Guest &guest)
{
    const qint64 now = m_clock.monotonicMs();
    const auto takeFrom = [&](TokenBucket &bucket, double times) {
        (void)bucket.take(m_rate.burst * times, m_rate.perSecond * times, 1, now);
    };
    takeFrom(guest.bucket, 1);
    takeFrom(m_door, PerDoor);
    if (!guest.prefix.isEmpty())
        takeFrom(m_addresses[guest.prefix], PerAddress);
}

/// Makes sure that a round is made when the guest's next order may run, or is too old.
void GuestTurns::wakeFor(const Guest &guest)
{
    const Waiting &next = guest.waiting.front();
    const qint64 untilOld = next.sinceMs + MaxWaitMs - m_clock.monotonicMs();
    const qint64 waitMs = std::max<qint64>(1, std::min<qint64>(missingMs(guest), untilOld));
    if (!m_round.isActive() || m_round.remainingTime() > waitMs)
        m_round.start(std::chrono::milliseconds(waitMs));
}

} // namespace salon::server
