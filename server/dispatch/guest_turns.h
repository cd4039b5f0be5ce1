// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/bus/room_door.h"
#include "server/dispatch/server_settings.h"
#include "shared/base/clock.h"
#include "shared/base/token_bucket.h"

#include <QHash>
#include <QTimer>
#include <deque>
#include <functional>
#include <map>

namespace salon::server {

/// When that what the guests of one door ask is done: what one asks, in its order; the guests in turn. A guest may ask
/// as often as an account may write, all of one address together twice as often, all of the door ten times. What waited
/// for ten seconds is refused instead. Domain thread.
class GuestTurns : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 MaxWaitMs = 10'000;

    using Action = std::function<void()>;
    struct Order
    {
        bool isCounted = true; ///< others wait for nothing but the guest's earlier orders
        Action run{};
        Action refuse{}; ///< instead of `run`, when its turn comes too late; orders that are not counted always run
    };

    /// Both must outlive it; a burst of 0 is no limit.
    GuestTurns(const RateSettings &rate, const Clock &clock);

    /// `prefix` is the guest's address as PeerAddress::prefix has it; empty for this machine, which is limited by guest
    /// and by door only.
    void enter(GuestId guest, const QString &prefix);
    /// Of a guest that entered; others are ignored. May run the order at once.
    void add(GuestId guest, Order order);
    /// Forgets what it asked.
    void remove(GuestId guest) { m_guests.erase(guest); }

private:
    struct Waiting
    {
        Order order{};
        qint64 sinceMs = 0;
    };
    struct Guest
    {
        QString prefix{};
        TokenBucket bucket{};
        std::deque<Waiting> waiting{};
    };

    void makeRound();
    [[nodiscard]] bool runNext(GuestId id);
    void refuseTheOld(GuestId id);
    [[nodiscard]] quint32 missingMs(const Guest &guest) const;
    void take(Guest &guest);
    [[nodiscard]] QList<GuestId> waitingInTurn() const;
    void wakeFor(const Guest &guest);
    void forgetIdleAddresses();

    const RateSettings &m_rate;
    const Clock &m_clock;
    std::map<GuestId, Guest> m_guests;
    QHash<QString, TokenBucket> m_addresses; ///< they outlive their guests
    TokenBucket m_door;
    GuestId m_last{}; ///< whose turn it was
    QTimer m_round;
};

} // namespace salon::server
