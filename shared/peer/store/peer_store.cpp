// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/peer/store/peer_store.h"

using namespace Qt::StringLiterals;

namespace salon {

PeerStore::PeerStore(const QString &path)
    : m_database(std::make_shared<PeerDatabase>(path))
    , m_lane(u"salon-peers"_s)
{
}

PeerStore::~PeerStore()
{
    m_lane.post([database = m_database] { database->close(); });
}

Answer<QList<PeerPerson>> PeerStore::open()
{
    return m_lane.run([database = m_database]() -> Result<QList<PeerPerson>> {
        return database->open().and_then([&database] { return database->people(); });
    });
}

Answer<> PeerStore::put(const PeerPerson &person)
{
    return m_lane.run([database = m_database, person] { return database->put(person); });
}

Answer<QList<PeerPlace>> PeerStore::places()
{
    return m_lane.run([database = m_database] { return database->places(); });
}

Answer<> PeerStore::putPlace(const PeerPlace &place)
{
    return m_lane.run([database = m_database, place] { return database->putPlace(place); });
}

Answer<qint64> PeerStore::add(const PeerEntry &entry)
{
    return m_lane.run([database = m_database, entry] { return database->add(entry); });
}

Answer<PeerTaking> PeerStore::take(const PeerEntry &entry, quint64 counter, quint16 refusedCode)
{
    return m_lane.run(
        [database = m_database, entry, counter, refusedCode] { return database->take(entry, counter, refusedCode); });
}

Answer<QList<PeerEntry>> PeerStore::queued(const QByteArray &person)
{
    return m_lane.run([database = m_database, person] { return database->queued(person); });
}

Answer<PeerStanding> PeerStore::standing(const QByteArray &person)
{
    return m_lane.run([database = m_database, person] { return database->standing(person); });
}

Answer<> PeerStore::setState(const QByteArray &person, const QList<Cid> &cids, PeerEntryState state, quint16 errorCode)
{
    return m_lane.run([database = m_database, person, cids, state, errorCode] {
        return database->setState(person, cids, state, errorCode);
    });
}

Answer<> PeerStore::markRead(const QByteArray &person)
{
    return m_lane.run([database = m_database, person] { return database->markRead(person); });
}

Answer<> PeerStore::setFile(const QByteArray &person, const Cid &cid, PeerFileState state, const QString &path)
{
    return m_lane.run(
        [database = m_database, person, cid, state, path] { return database->setFile(person, cid, state, path); });
}

Answer<QList<PeerEntry>> PeerStore::history(const QByteArray &person, qint64 before, int limit)
{
    return m_lane.run(
        [database = m_database, person, before, limit] { return database->history(person, before, limit); });
}

Answer<QList<PeerEntry>> PeerStore::withFileState(const QByteArray &person, PeerFileState state)
{
    return m_lane.run([database = m_database, person, state] { return database->withFileState(person, state); });
}

Answer<std::optional<PeerEntry>> PeerStore::entry(const QByteArray &person, const Cid &cid)
{
    return m_lane.run([database = m_database, person, cid] { return database->entry(person, cid); });
}

} // namespace salon
