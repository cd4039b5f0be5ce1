// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/store/sqlite_local_store.h"

#include "shared/base/logging.h"
#include "shared/client-core/store/mirror_database.h"
#include "shared/client-core/store/mirror_words.h"

using namespace Qt::StringLiterals;

namespace salon {
namespace {

/// The mirror may lag behind: what could not be written is fetched again after the next start.
void logFailure(const char *what, const Result<> &result)
{
    if (!result)
        qCWarning(salonStore) << "The history cache could not" << what << "-" << result.error().detail;
}

} // namespace

SqliteLocalStore::SqliteLocalStore(const QString &path)
    : m_database(std::make_shared<MirrorDatabase>(path))
    , m_lane(u"salon-mirror"_s)
{
}

SqliteLocalStore::~SqliteLocalStore()
{
    m_lane.post([database = m_database] { database->close(); });
}

Answer<MirrorSnapshot> SqliteLocalStore::load()
{
    return m_lane.run([database = m_database] { return database->load(); });
}

void SqliteLocalStore::reset(const QByteArray &epoch)
{
    m_lane.post([database = m_database, epoch] { logFailure("be emptied", database->reset(epoch)); });
    changed();
}

void SqliteLocalStore::dropRoom(RoomId room)
{
    m_lane.post([database = m_database, room] { logFailure("drop a room", database->dropRoom(room)); });
    changed();
}

void SqliteLocalStore::append(RoomId room, const QList<RoomEvent> &events, Seq gapTo, AccountId self)
{
    m_lane.post([database = m_database, room, events, gapTo, self] {
        logFailure("append", database->append(room, events, gapTo, self));
    });
    changed();
}

void SqliteLocalStore::prepend(RoomId room, const QList<RoomEvent> &events)
{
    m_lane.post([database = m_database, room, events] { logFailure("prepend", database->prepend(room, events)); });
    changed();
}

Answer<HistorySlice> SqliteLocalStore::read(RoomId room, Seq before, Seq after, int limit)
{
    return m_lane.run(
        [database = m_database, room, before, after, limit] { return database->read(room, before, after, limit); });
}

void SqliteLocalStore::keepRooms(const QList<RoomSummary> &rooms)
{
    m_lane.post([database = m_database, rooms] { logFailure("keep the rooms", database->keepRooms(rooms)); });
}

void SqliteLocalStore::keepPeople(AccountId self, const QList<Profile> &people)
{
    m_lane.post(
        [database = m_database, self, people] { logFailure("keep people", database->keepPeople(self, people)); });
}

void SqliteLocalStore::keepUnsentRead(RoomId room, Seq seq)
{
    m_lane.post(
        [database = m_database, room, seq] { logFailure("keep a read mark", database->keepUnsentRead(room, seq)); });
}

void SqliteLocalStore::keepUnsentMark(RoomId room, const UnsentMark &unsent)
{
    m_lane.post([database = m_database, room, unsent] {
        logFailure("keep an unread mark", database->keepUnsentMark(room, unsent));
    });
}

void SqliteLocalStore::keepUnsentAttention(RoomId room, const std::optional<RoomAttention> &unsent)
{
    m_lane.post([database = m_database, room, unsent] {
        logFailure("keep a room's attention", database->keepUnsentAttention(room, unsent));
    });
}

void SqliteLocalStore::keepSaved(RoomId room, Seq seq, bool saved)
{
    m_lane.post([database = m_database, room, seq, saved] {
        logFailure("keep a saved message", database->keepSaved(room, seq, saved));
    });
}

void SqliteLocalStore::trim(RoomId room, Seq floor)
{
    m_lane.post([database = m_database, room, floor] { logFailure("trim a room", database->trim(room, floor)); });
    changed();
}

// --- For searches

Answer<QList<RoomEvent>> SqliteLocalStore::readMessages(const QList<MessagePlace> &places)
{
    return m_lane.run([database = m_database, places] { return database->readMessages(places); });
}

Answer<Seq> SqliteLocalStore::findMoment(RoomId room, qint64 timeMs)
{
    return m_lane.run([database = m_database, room, timeMs] { return database->findMoment(room, timeMs); });
}

Answer<QByteArray> SqliteLocalStore::nameOfMirror()
{
    return m_lane.run([database = m_database]() -> Result<QByteArray> {
        return database->words() ? database->words()->name() : fail(ErrorCode::StorageFailed);
    });
}

void SqliteLocalStore::wantAllIndexed()
{
    m_lane.post([database = m_database] {
        if (database->words())
            logFailure("be indexed", database->words()->wantAll());
    });
    changed();
}

Answer<WordsToIndex> SqliteLocalStore::nextToIndex(int limit)
{
    return m_lane.run([database = m_database, limit]() -> Result<WordsToIndex> {
        return database->words() ? database->words()->next(limit) : fail(ErrorCode::StorageFailed);
    });
}

void SqliteLocalStore::wereIndexed(const WordsToIndex &words)
{
    m_lane.post([database = m_database, words] {
        if (database->words())
            logFailure("note what is indexed", database->words()->taken(words));
    });
}

} // namespace salon
