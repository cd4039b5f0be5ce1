// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/clock.h"

namespace salon::test {

/// Time that moves only when told to.
class FakeClock final : public Clock
{
public:
    [[nodiscard]] qint64 wallMs() const override { return m_wallMs; }
    [[nodiscard]] qint64 monotonicMs() const override { return m_monotonicMs; }
    /// The computer sleeps: its monotonic clock stands still.
    void sleep(qint64 ms) { m_wallMs += ms; }
    void advance(qint64 ms)
    {
        m_wallMs += ms;
        m_monotonicMs += ms;
    }

private:
    qint64 m_wallMs = 1'750'000'000'000;
    qint64 m_monotonicMs = 1'000'000;
};

} // namespace salon::test
