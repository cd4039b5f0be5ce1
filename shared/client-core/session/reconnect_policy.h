// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/clock.h"

#include <functional>
#include <optional>

namespace salon {

/// How long to wait before the next attempt (guarantees.md §5.8): a random time below a ceiling that doubles from 0.5 s
/// to 60 s, and starts over after 30 s of being online. What the server asked for is obeyed.
class ReconnectPolicy
{
public:
    static constexpr int FirstMs = 500;
    static constexpr int LongestMs = 60'000;
    static constexpr int StableMs = 30'000;

    /// `random` gives a number in [0, 1).
    ReconnectPolicy(const Clock &clock, std::function<double()> random);

    /// Test builds cap the wait.
    void setLongestMs(int ms) { m_longestMs = ms; }
    void wentOnline();
    /// The connection ended or an attempt failed: how long to wait now. `serverAskedMs` is a lower bound, to which the
    /// random time is added, so that a thousand clients do not come back at once.
    [[nodiscard]] int nextDelayMs(std::optional<quint32> serverAskedMs = std::nullopt);
    void reset();

private:
    const Clock &m_clock;
    std::function<double()> m_random;
    int m_longestMs = LongestMs;
    int m_ceilingMs = FirstMs;
    std::optional<qint64> m_onlineSinceMs;
};

} // namespace salon
