// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QElapsedTimer>
#include <QHash>
#include <QString>

namespace salon::server {

/// Who may still come in: so many in all, and so many of one address, at once and in a minute. Addresses are those of
/// PeerAddress::prefix; the empty one, this machine, is limited by the total only. Of the total a few places are kept
/// for each exercise, so that none can take them all.
class GuestPlaces
{
public:
    GuestPlaces(int total, int perAddress, int perMinute)
        : m_total(total)
        , m_perAddress(perAddress)
        , m_perMinute(perMinute)
    {
    }

    /// Takes a place, to be given back by release().
    [[nodiscard]] bool take(const QString &exercise, const QString &prefix);
    void release(const QString &exercise, const QString &prefix);
    [[nodiscard]] int taken() const { return m_taken; }

private:
    [[nodiscard]] bool hasPlaceFor(const QString &exercise) const;
    [[nodiscard]] int kept() const;

    int m_total;
    int m_perAddress;
    int m_perMinute;
    int m_taken = 0;
    QHash<QString, int> m_byExercise;
    QHash<QString, int> m_here;
    QHash<QString, int> m_arrivals; ///< in this minute
    QElapsedTimer m_minute;
};

} // namespace salon::server
