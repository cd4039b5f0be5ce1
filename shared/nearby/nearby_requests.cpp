// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/nearby/nearby_requests.h"

namespace salon {

bool NearbyRequests::add(const QByteArray &key)
{
    if (m_asking.contains(key))
        return false;
    m_asking.append(key);
    return true;
}

void NearbyRequests::remove(const QByteArray &key)
{
    m_asking.removeAll(key);
    m_told.remove(key);
}

void NearbyRequests::clear()
{
    m_asking.clear();
    m_told.clear();
}

bool NearbyRequests::tell(const QByteArray &key)
{
    if (!m_asking.contains(key) || m_told.contains(key))
        return false;
    m_told.insert(key);
    return true;
}

QList<QByteArray> NearbyRequests::makeRoom(const std::function<bool(const QByteArray &key)> &isThere)
{
    QList<QByteArray> gone;
    for (const QByteArray &key : std::as_const(m_asking)) {
        if (m_asking.size() - gone.size() <= MaxListed)
            break;
        if (!isThere(key))
            gone.append(key);
    }
    for (const QByteArray &key : std::as_const(gone))
        remove(key);
    return gone;
}

} // namespace salon
