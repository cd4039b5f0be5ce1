// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/look_alike.h"
#include "shared/peer/store/peer_records.h"
#include "shared/transport/endpoint.h"

#include <QHash>

namespace salon {

/// Whether somebody unknown could be taken for somebody known: by the address at which they answered, or by the name.
/// Knows who was accepted at which address, and what the names of accepted people look like.
class PeerDoubts
{
public:
    /// How an address is remembered.
    [[nodiscard]] static QString addressOf(const Endpoint &endpoint);

    void setPlaces(const QList<PeerPlace> &places);
    /// Who was accepted at `address`, as addressOf() writes it; empty: nobody yet.
    [[nodiscard]] QByteArray expectedAt(const QString &address) const { return m_places.value(address); }
    /// From now on `key` is who is expected at `address`; what is to be stored is returned.
    PeerPlace remember(const QString &address, const QByteArray &key, qint64 nowMs);

    /// An accepted person, and how they are called now.
    void put(const QByteArray &key, const QString &name);
    /// Not accepted any more.
    void remove(const QByteArray &key) { m_looks.remove(key); }

    /// The accepted person, other than `key`, whose name cannot be told from `name` by looking; empty if none.
    [[nodiscard]] QByteArray knownAs(const QString &name, const QByteArray &key) const;
    /// Fills in doubt and notKey of somebody unknown, from name and address.
    void examine(PeerPerson &person) const;

private:
    LookAlike m_lookAlike;
    QHash<QByteArray, QList<QString>> m_looks; ///< skeletons of the names of accepted people, by key
    QHash<QString, QByteArray> m_places; ///< key by address
};

} // namespace salon
