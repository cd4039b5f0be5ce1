// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QtGlobal>

namespace salon {

/// Time as a dependency, so that tests hold it still. Thread-safe.
class Clock
{
public:
    virtual ~Clock() = default;
    /// Milliseconds since 1970 (UTC): shown to people and stored, never used for order, limits or time-outs.
    [[nodiscard]] virtual qint64 wallMs() const = 0;
    /// Milliseconds of a clock that never jumps: limits, time-outs, back-off.
    [[nodiscard]] virtual qint64 monotonicMs() const = 0;
};

class SystemClock final : public Clock
{
public:
    [[nodiscard]] qint64 wallMs() const override;
    [[nodiscard]] qint64 monotonicMs() const override;
};

} // namespace salon
