// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/gateways/address_places.h"

#include <QHash>
#include <QString>

namespace salon::server {

/// Who may still come in: so many in all, and so many of one address (AddressPlaces). Of the total a few places are
/// kept for each exercise, so that none can take them all.
class GuestPlaces
{
public:
    GuestPlaces(int total, int perAddress, int perMinute)
        : m_total(total)
        , m_addresses(perAddress, perMinute)
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
    AddressPlaces m_addresses;
    int m_taken = 0;
    QHash<QString, int> m_byExercise;
};

} // namespace salon::server
