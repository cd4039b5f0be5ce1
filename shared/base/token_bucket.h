// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QHash>
#include <QString>
#include <optional>

namespace salon {

/// Allows `burst` at once, then `perSecond`. Times are those of a clock that never jumps.
class TokenBucket
{
public:
    /// Takes `cost` tokens, or says after how many milliseconds they will be there. A burst of 0 means no limit.
    std::optional<quint32> take(double burst, double perSecond, double cost, qint64 nowMs);
    /// The same without taking them.
    [[nodiscard]] std::optional<quint32> waitMs(double burst, double perSecond, double cost, qint64 nowMs) const;
    /// Whether it holds as much as it can, so that forgetting it changes nothing.
    [[nodiscard]] bool isFull(double burst, double perSecond, qint64 nowMs) const;

private:
    void refill(double burst, double perSecond, qint64 nowMs);
    [[nodiscard]] std::optional<quint32> missingMs(double burst, double perSecond, double cost) const;

    double m_spent = 0; ///< tokens that are missing
    qint64 m_atMs = 0;
};

/// A bucket per address; those that are full are forgotten, so that many addresses cost little memory.
class AddressBuckets
{
public:
    std::optional<quint32> take(const QString &address, double burst, double perSecond, qint64 nowMs);

private:
    QHash<QString, TokenBucket> m_buckets;
    qsizetype m_sweepAt = 1024;
};

} // namespace salon
