// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/store/sqlite_outbox_store.h"

#include "shared/base/logging.h"
#include "shared/client-core/store/outbox_database.h"

using namespace Qt::StringLiterals;

namespace salon {
namespace {

void logFailure(const Result<> &kept)
{
    if (!kept)
        qCWarning(salonStore) << "A draft could not be kept:" << kept.error().detail;
}

} // namespace

SqliteOutboxStore::SqliteOutboxStore(const QString &path)
    : m_database(std::make_shared<OutboxDatabase>(path))
    , m_lane(u"salon-outbox"_s)
{
}

SqliteOutboxStore::~SqliteOutboxStore()
{
    m_lane.post([database = m_database] { database->close(); });
}

Answer<OutboxSnapshot> SqliteOutboxStore::load()
{
    return m_lane.run([database = m_database] { return database->load(); });
}

Answer<> SqliteOutboxStore::add(const OutboxRecord &record)
{
    return m_lane.run([database = m_database, record] { return database->add(record); });
}

Answer<> SqliteOutboxStore::update(const QList<OutboxRecord> &records)
{
    return m_lane.run([database = m_database, records] { return database->update(records); });
}

Answer<> SqliteOutboxStore::remove(const QList<Cid> &cids)
{
    return m_lane.run([database = m_database, cids] { return database->remove(cids); });
}

Answer<> SqliteOutboxStore::turnIntoDraft(const Cid &cid, RoomId room, const Draft &draft)
{
    return m_lane.run([database = m_database, cid, room, draft] { return database->turnIntoDraft(cid, room, draft); });
}

void SqliteOutboxStore::keepDraft(RoomId room, const Draft &draft)
{
    m_lane.post([database = m_database, room, draft] { logFailure(database->keepDraft(room, draft)); });
}

void SqliteOutboxStore::keepEdit(RoomId room, const Draft &draft)
{
    m_lane.post([database = m_database, room, draft] { logFailure(database->keepEdit(room, draft)); });
}

} // namespace salon
