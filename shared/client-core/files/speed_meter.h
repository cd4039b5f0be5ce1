// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QtGlobal>
#include <deque>
#include <utility>

namespace salon {

/// Speed of a transfer over its last seconds. A value without clock: tell it the monotonic time.
class SpeedMeter
{
public:
    void add(quint64 bytes, qint64 nowMs);
    void reset() { m_samples.clear(); }
    /// 0 while nothing can be said.
    [[nodiscard]] qint64 bytesPerSecond(qint64 nowMs) const;
    /// -1: unknown.
    [[nodiscard]] qint64 secondsLeft(quint64 bytes, qint64 nowMs) const;

private:
    std::deque<std::pair<qint64, quint64>> m_samples; ///< when, how many; together where the clock stood still
};

} // namespace salon
