// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QElapsedTimer>
#include <algorithm>

namespace salon::server {

/// Lets so many through at once, then so many a second, by a clock that never jumps.
class RateGate
{
public:
    RateGate(double burst, double perSecond)
        : m_burst(burst)
        , m_perSecond(perSecond)
        , m_left(burst)
    {
        m_clock.start();
    }

    /// Whether one more may pass now.
    [[nodiscard]] bool take()
    {
        refill();
        if (m_left < 1)
            return false;
        m_left -= 1;
        return true;
    }
    /// One more has passed already: milliseconds until the next may. However many pass at once, what they owe is never
    /// more than one.
    [[nodiscard]] int spend()
    {
        refill();
        m_left = std::max(m_left - 1, -1.0);
        return waitMs();
    }
    /// Milliseconds until one more may pass.
    [[nodiscard]] int waitMs()
    {
        refill();
        return m_left >= 1 ? 0 : int((1 - m_left) / m_perSecond * 1000) + 1;
    }

    /// Whether forgetting it changes nothing.
    [[nodiscard]] bool isFull()
    {
        refill();
        return m_left >= m_burst;
    }

private:
    void refill()
    {
        m_left = std::min(m_burst, m_left + double(m_clock.nsecsElapsed()) / 1e9 * m_perSecond);
        m_clock.start();
    }

    double m_burst;
    double m_perSecond;
    double m_left;
    QElapsedTimer m_clock;
};

} // namespace salon::server
