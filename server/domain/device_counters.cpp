// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/domain/device_counters.h"

namespace salon::server {

Result<> checkCounter(quint64 last, quint64 counter)
{
    if (counter == last + 1)
        return {};
    const bool skipped = counter > last;
    Error error{ skipped ? ErrorCode::CounterSkipped : ErrorCode::CounterReused, {}, { QString::number(last + 1) },
        {} };
    if (skipped)
        error.retryAfterMs = 0; // as soon as the missing one was sent
    return fail(std::move(error));
}

} // namespace salon::server
