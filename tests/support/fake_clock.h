// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/clock.h"

namespace salon::test {

/// Time that moves only when told to.
class FakeClock final : public Clock
{
public:
    [[nodiscard]] qint64 wallMs() const override { return wall; }
    [[nodiscard]] qint64 monotonicMs() const override { return monotonic; }
    void advance(qint64 ms)
    {
        wall += ms;
        monotonic += ms;
    }

    qint64 wall = 1'750'000'000'000;
    qint64 monotonic = 1'000'000;
};

} // namespace salon::test
