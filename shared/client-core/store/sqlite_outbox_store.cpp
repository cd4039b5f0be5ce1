// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/store/sqlite_outbox_store.h"

#include "shared/base/logging.h"
#include "shared/client-core/store/outbox_database.h"

using namespace Qt::StringLiterals;

namespace salon {

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

Answer<> SqliteOutboxStore::turnIntoDraft(const Cid &cid, RoomId room, const QString &text)
{
    return m_lane.run([database = m_database, cid, room, text] { return database->turnIntoDraft(cid, room, text); });
}

void SqliteOutboxStore::keepDraft(RoomId room, const QString &text)
{
    m_lane.post([database = m_database, room, text] {
        if (const Result<> kept = database->keepDraft(room, text); !kept)
            qCWarning(salonStore) << "A draft could not be kept:" << kept.error().detail;
    });
}

} // namespace salon
