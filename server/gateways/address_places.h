// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QElapsedTimer>
#include <QHash>
#include <QString>

namespace salon::server {

/// How many may be here of one address, and how many may come of it in a minute. Addresses are those of
/// PeerAddress::prefix; the empty one, this machine, is not limited.
class AddressPlaces
{
public:
    AddressPlaces(int perAddress, int perMinute)
        : m_perAddress(perAddress)
        , m_perMinute(perMinute)
    {
    }

    /// Takes a place, to be given back by release(). An attempt counts as an arrival even if there is none.
    [[nodiscard]] bool take(const QString &prefix);
    void release(const QString &prefix);

private:
    int m_perAddress;
    int m_perMinute;
    QHash<QString, int> m_here;
    QHash<QString, int> m_arrivals; ///< in this minute
    QElapsedTimer m_minute;
};

} // namespace salon::server
