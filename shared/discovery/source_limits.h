// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QHash>
#include <QHostAddress>

namespace salon {

/// How often a responder answers, per second of a clock that never jumps.
struct DiscoveryRates
{
    int perSource = 5;
    int inTotal = 50;
    int textsPerSource = 1;
};

/// Counts the answers of the current second. Remembers no more sources than it answers, so that a flood of forged ones
/// costs nothing.
class SourceLimits
{
public:
    explicit SourceLimits(const DiscoveryRates &rates)
        : m_rates(rates)
    {
    }

    /// Whether one more answer may go to `source`; counts it if so. `text`: an answer to a text.
    [[nodiscard]] bool admits(const QHostAddress &source, bool text, qint64 nowMs);
    [[nodiscard]] qsizetype sourceCount() const { return m_sources.size(); }

private:
    struct Count
    {
        int answers = 0;
        int texts = 0;
    };

    DiscoveryRates m_rates;
    QHash<QHostAddress, Count> m_sources;
    qint64 m_secondBegan = 0;
    int m_answers = 0;
};

} // namespace salon
