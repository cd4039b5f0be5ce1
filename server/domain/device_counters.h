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

} // namespace salon::server
