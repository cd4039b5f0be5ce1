// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/ids.h"
#include "shared/base/result.h"

#include <QHash>

namespace salon::server {

/// Rule of sender order (docs/PROTOCOL.md): what a device sends to a room is numbered 1, 2, 3 … `last` is the number it
/// used last. Fails with CounterSkipped{expected}, which is temporary, or CounterReused{next}.
[[nodiscard]] Result<> checkCounter(quint64 last, quint64 counter);

/// One device in one room.
struct CounterKey
{
    DeviceId device{};
    RoomId room{};

    friend bool operator==(const CounterKey &, const CounterKey &) = default;
    friend size_t qHash(const CounterKey &key, size_t seed = 0) noexcept
    {
        return qHashMulti(seed, key.device, key.room);
    }
};

/// What one login sent to one room: the server knows the next number while the store is still busy with those before.
class NumbersUnderWay
{
public:
    /// The number that goes on after all that was taken. `committed` is the last one that the store has.
    [[nodiscard]] quint64 next(quint64 committed) const;
    /// Whether the store, which answers in order, used this number up if it looked at it at all.
    [[nodiscard]] bool isNext(quint64 counter, quint64 committed) const;
    /// This number goes to the store.
    void take(quint64 counter, quint64 committed);
    /// The store answered: the number is used up, or it is still to come.
    void settle(quint64 counter, bool isUsed);

private:
    quint64 m_taken = 0; ///< last one on its way in order
    quint64 m_used = 0; ///< last one that was used up
};

} // namespace salon::server
