// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/clock.h"

namespace salon::test {

/// Stands still unless told.
class StillClock final : public Clock
{
public:
    [[nodiscard]] qint64 wallMs() const override { return wall; }
    [[nodiscard]] qint64 monotonicMs() const override { return now; }
    qint64 now = 1'000'000;
    qint64 wall = 1'790'000'000'000;
};

} // namespace salon::test
