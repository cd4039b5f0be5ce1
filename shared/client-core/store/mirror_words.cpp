// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/store/mirror_words.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace salon {

MirrorWords::MirrorWords(ClientDatabase &file, MirrorEvents &events)
    : m_file(file)
    , m_events(events)
{
}

QString MirrorWords::tables()
{
    // A number is never given again, so that what was noted anew meanwhile is not taken for done.
    return u"CREATE TABLE to_index (no INTEGER PRIMARY KEY AUTOINCREMENT, room INTEGER NOT NULL, seq INTEGER NOT "
           u"NULL,\n"
           " UNIQUE (room, seq));\n"
           "CREATE TABLE to_index_below (room INTEGER PRIMARY KEY, seq INTEGER NOT NULL);\n"
           "CREATE TRIGGER event_stored AFTER INSERT ON events BEGIN"
           " INSERT OR REPLACE INTO to_index (room, seq) VALUES (new.room, new.seq); END;\n"
           "CREATE TRIGGER event_removed AFTER DELETE ON events BEGIN"
           " INSERT OR REPLACE INTO to_index (room, seq) VALUES (old.room, old.seq); END"_s;
}

Result<QByteArray> MirrorWords::name()
{
    auto known = m_file.run(u"SELECT value FROM meta WHERE key = 'name'"_s);
    if (!known)
        return tl::unexpected(known.error());
    if (known->next())
        return known->value(0).toByteArray();
    known->finish();
    const QByteArray name = QUuid::createUuid().toRfc4122();
    const auto kept = m_file.run(u"INSERT OR REPLACE INTO meta (key, value) VALUES ('name', ?)"_s, { name });
    return kept ? Result<QByteArray>(name) : tl::unexpected(kept.error());
}

Result<> MirrorWords::wantAll()
{
    return m_file.transaction([&]() -> Result<> {
        for (const QString &statement : { u"DELETE FROM to_index"_s, u"DELETE FROM to_index_below"_s,
                 u"INSERT INTO to_index_below (room, seq) SELECT room, last + 1 FROM intervals WHERE last > 0"_s }) {
            if (auto done = m_file.run(statement); !done)
                return tl::unexpected(done.error());
        }
        return {};
    });
}

Result<WordsToIndex> MirrorWords::next(int limit)
{
    Result<WordsToIndex> noted = nextNoted(limit);
    return noted && noted->isNothing() ? nextOld(limit) : noted;
}

Result<WordsToIndex> MirrorWords::nextNoted(int limit)
{
    auto rows = m_file.run(u"SELECT no, room, seq FROM to_index ORDER BY no LIMIT ?"_s, { limit });
    if (!rows)
        return tl::unexpected(rows.error());
    WordsToIndex words;
    QList<MessagePlace> places;
    while (rows->next()) {
        words.notes.append(rows->value(0).toLongLong());
        places.append({ RoomId{ rows->value(1).toLongLong() }, rows->value(2).toLongLong() });
    }
    if (const Result<> ended = ClientDatabase::ended(*rows); !ended)
        return tl::unexpected(ended.error());
    rows->finish();
    Result<QList<RoomEvent>> found = m_events.readAt(places);
    if (!found)
        return tl::unexpected(found.error());
    words.events = *found;
    // What was noted and is not here was removed; of a room without anything all is.
    qsizetype at = 0;
    for (const MessagePlace &place : std::as_const(places)) {
        if (at < found->size() && found->at(at).room == place.room && found->at(at).seq == place.seq)
            ++at;
        else
            words.gone[place.room].append(place.seq);
    }
    return words;
}

Result<WordsToIndex> MirrorWords::nextOld(int limit)
{
    auto row = m_file.run(u"SELECT room, seq FROM to_index_below LIMIT 1"_s);
    if (!row)
        return tl::unexpected(row.error());
    WordsToIndex words;
    if (!row->next())
        return words;
    words.oldRoom = RoomId{ row->value(0).toLongLong() };
    const Seq below = row->value(1).toLongLong();
    row->finish();
    Result<QList<RoomEvent>> older = m_events.read(words.oldRoom, u"<"_s, below, true, limit);
    if (!older)
        return tl::unexpected(older.error());
    words.events = *older;
    words.oldFrom = older->isEmpty() ? 0 : older->first().seq;
    return words;
}

Result<> MirrorWords::taken(const WordsToIndex &words)
{
    return m_file.transaction([&]() -> Result<> {
        for (const qint64 note : words.notes) {
            if (auto done = m_file.run(u"DELETE FROM to_index WHERE no = ?"_s, { note }); !done)
                return tl::unexpected(done.error());
        }
        if (!words.oldRoom.isValid())
            return {};
        const auto done = words.oldFrom > 0
            ? m_file.run(u"UPDATE to_index_below SET seq = ? WHERE room = ?"_s, { words.oldFrom, words.oldRoom.value })
            : m_file.run(u"DELETE FROM to_index_below WHERE room = ?"_s, { words.oldRoom.value });
        return done ? Result<>() : tl::unexpected(done.error());
    });
}

} // namespace salon
