// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/gateways/address_places.h"

namespace salon::server {
namespace {

constexpr qint64 MinuteMs = 60'000;

} // namespace

bool AddressPlaces::take(const QString &prefix)
{
    if (prefix.isEmpty())
        return true;
    if (!m_minute.isValid() || m_minute.hasExpired(MinuteMs)) {
        m_arrivals.clear();
        m_minute.start();
    }
    if (++m_arrivals[prefix] > m_perMinute || m_here.value(prefix) >= m_perAddress)
        return false;
    ++m_here[prefix];
    return true;
}

void AddressPlaces::release(const QString &prefix)
{
    if (!prefix.isEmpty() && --m_here[prefix] == 0)
        m_here.remove(prefix);
}

} // namespace salon::server
