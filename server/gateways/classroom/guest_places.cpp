// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/gateways/classroom/guest_places.h"

namespace salon::server {
namespace {

constexpr qint64 MinuteMs = 60'000;

} // namespace

bool GuestPlaces::take(const QString &prefix)
{
    if (m_taken >= m_total)
        return false;
    if (!prefix.isEmpty()) {
        if (!m_minute.isValid() || m_minute.hasExpired(MinuteMs)) {
            m_arrivals.clear();
            m_minute.start();
        }
        if (++m_arrivals[prefix] > m_perMinute || m_here.value(prefix) >= m_perAddress)
            return false;
        ++m_here[prefix];
    }
    ++m_taken;
    return true;
}

void GuestPlaces::release(const QString &prefix)
{
    --m_taken;
    if (!prefix.isEmpty() && --m_here[prefix] == 0)
        m_here.remove(prefix);
}

} // namespace salon::server
