// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/peer/peer_doubts.h"

#include <algorithm>

namespace salon {

QString PeerDoubts::addressOf(const Endpoint &endpoint)
{
    Endpoint plain = endpoint;
    const QHostAddress address(endpoint.host);
    plain.host = address.isNull() ? endpoint.host.toLower() : address.toString().toLower();
    return plain.toString();
}

void PeerDoubts::setPlaces(const QList<PeerPlace> &places)
{
    m_places.clear();
    for (const PeerPlace &place : places)
        m_places.insert(place.address, place.key);
}

PeerPlace PeerDoubts::remember(const QString &address, const QByteArray &key, qint64 nowMs)
{
    m_places.insert(address, key);
    return { address, key, nowMs };
}

void PeerDoubts::put(const QByteArray &key, const QString &name)
{
    m_looks.insert(key, name.isEmpty() ? QList<QString>() : m_lookAlike.skeletons(name));
}

QByteArray PeerDoubts::knownAs(const QString &name, const QByteArray &key) const
{
    if (name.isEmpty())
        return {};
    const QList<QString> looks = m_lookAlike.skeletons(name);
    const auto looksSo = [&looks](const QString &skeleton) {
        return looks.contains(skeleton);
    };
    for (auto known = m_looks.begin(); known != m_looks.end(); ++known) {
        if (known.key() != key && std::any_of(known->begin(), known->end(), looksSo))
            return known.key();
    }
    return {};
}

void PeerDoubts::examine(PeerPerson &person) const
{
    person.doubt = PeerDoubt::None;
    person.notKey = m_places.value(person.address);
    if (!person.notKey.isEmpty() && person.notKey != person.key) {
        person.doubt = PeerDoubt::OtherKeyAtAddress;
        return;
    }
    person.notKey = knownAs(person.name, person.key);
    if (!person.notKey.isEmpty())
        person.doubt = PeerDoubt::SameNameAsKnown;
}

} // namespace salon
