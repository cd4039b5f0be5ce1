// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/domain/device_counters.h"

#include <algorithm>

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

quint64 NumbersUnderWay::next(quint64 committed) const
{
    return std::max({ committed, m_used, m_taken }) + 1;
}

bool NumbersUnderWay::isNext(quint64 counter, quint64 committed) const
{
    return counter == std::max(committed, m_used) + 1;
}

void NumbersUnderWay::take(quint64 counter, quint64 committed)
{
    if (counter == next(committed))
        m_taken = counter;
}

void NumbersUnderWay::settle(quint64 counter, bool isUsed)
{
    if (isUsed)
        m_used = std::max(m_used, counter);
    else if (counter > m_used && counter <= m_taken)
        m_taken = counter - 1; // what was taken behind it is refused by the store, too
}

} // namespace salon::server
