// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/store/mirror_events.h"

#include "shared/base/logging.h"
#include "shared/client-core/session/message_form.h"
#include "shared/client-core/store/packed_record.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

/// What of a message a deletion takes away. Never empty, and no text begins with a zero.
struct MessageBody
{
    QString text{};
    QList<FileEntry> files{};
    QString folder{};

    static constexpr void fields(auto table)
    {
        using M = MessageBody;
        table(table.optional(1, "text", &M::text, 32768), table.optional(2, "files", &M::files, 100),
            table.optional(3, "folder", &M::folder, 120));
    }
};

QByteArray bodyOf(const RoomEvent &event)
{
    if (event.kind == EventKind::Edited)
        return {}; // the message has it, if anything
    if (event.files.isEmpty())
        return event.text.toUtf8();
    return '\0' + packed(MessageBody{ event.text, event.files, event.folder });
}

bool readBody(const QByteArray &body, RoomEvent &event)
{
    if (!body.startsWith('\0') || event.deleted) { // what is deleted is overwritten with zeros
        event.text = event.deleted ? QString() : QString::fromUtf8(body);
        return true;
    }
    MessageBody read;
    if (!unpack(body.sliced(1), read))
        return false;
    event.text = read.text;
    event.files = read.files;
    event.folder = read.folder;
    return true;
}

QString select(const QString &where)
{
    return u"SELECT event, text, body FROM events LEFT JOIN texts ON no = text WHERE "_s + where;
}

} // namespace

MirrorEvents::MirrorEvents(ClientDatabase &file)
    : m_file(file)
{
}

QString MirrorEvents::tables()
{
    return u"CREATE TABLE events (room INTEGER NOT NULL, seq INTEGER NOT NULL, event BLOB NOT NULL,\n"
           " text INTEGER NOT NULL, PRIMARY KEY (room, seq)) WITHOUT ROWID;\n"
           "CREATE TABLE texts (no INTEGER PRIMARY KEY, body BLOB NOT NULL)"_s;
}

Result<> MirrorEvents::insert(const RoomEvent &event)
{
    const Result<qint64> text = insertBody(bodyOf(event));
    return text ? put(event, *text) : tl::unexpected(text.error());
}

Result<qint64> MirrorEvents::insertBody(const QByteArray &body)
{
    if (body.isEmpty())
        return 0;
    const auto inserted = m_file.run(u"INSERT INTO texts (body) VALUES (?)"_s, { body });
    if (!inserted)
        return tl::unexpected(inserted.error());
    return inserted->lastInsertId().toLongLong();
}

Result<> MirrorEvents::put(const RoomEvent &event, qint64 text)
{
    RoomEvent kept = event;
    kept.text.clear();
    kept.files.clear();
    kept.folder.clear();
    return m_file
        .run(u"INSERT OR REPLACE INTO events (room, seq, event, text) VALUES (?, ?, ?, ?)"_s,
            { kept.room.value, kept.seq, packed(kept), text })
        .map([](auto &&) {});
}

Result<> MirrorEvents::overwriteTexts(const QString &condition, const QVariantList &values)
{
    return m_file.run(u"UPDATE texts SET body = zeroblob(length(body)) WHERE "_s + condition, values).map([](auto &&) {
    });
}

Result<> MirrorEvents::change(const RoomEvent &change, AccountId self)
{
    if (!isChange(change.kind))
        return {};
    auto query = m_file.run(select(u"room = ? AND seq = ?"_s), { change.room.value, change.target });
    if (!query)
        return tl::unexpected(query.error());
    if (!query->next())
        return ClientDatabase::ended(*query); // older than what is here: it will come in its form of then
    const Result<RoomEvent> before = eventFrom(*query);
    if (!before)
        return tl::unexpected(before.error());
    qint64 text = query->value(1).toLongLong();
    query->finish();
    RoomEvent message = *before;
    applyChange(message, change, self);
    if (message == *before)
        return {};
    m_isToForget = m_isToForget || message.deleted;
    if (const QByteArray body = bodyOf(message); body != bodyOf(*before)) {
        if (const auto done = overwriteTexts(u"no = ?"_s, { text }); !done)
            return done;
        const Result<qint64> now = insertBody(body);
        if (!now)
            return tl::unexpected(now.error());
        text = *now;
    }
    return put(message, text);
}

Result<> MirrorEvents::drop(RoomId room)
{
    return drop(room, std::numeric_limits<Seq>::max());
}

Result<> MirrorEvents::drop(RoomId room, Seq floor)
{
    m_isToForget = true;
    const QVariantList which{ room.value, floor };
    if (const auto done = overwriteTexts(u"no IN (SELECT text FROM events WHERE room = ? AND seq < ?)"_s, which); !done)
        return done;
    return m_file.run(u"DELETE FROM events WHERE room = ? AND seq < ?"_s, which).map([](auto &&) {});
}

Result<QList<RoomEvent>> MirrorEvents::read(
    RoomId room, const QString &condition, Seq bound, bool descending, int limit)
{
    const QString where
        = u"room = ? AND seq %1 ? ORDER BY seq %2 LIMIT ?"_s.arg(condition, descending ? u"DESC"_s : u"ASC"_s);
    auto query = m_file.run(select(where), { room.value, bound, limit });
    if (!query)
        return tl::unexpected(query.error());
    QList<RoomEvent> events;
    while (query->next()) {
        const Result<RoomEvent> event = eventFrom(*query);
        if (!event)
            return tl::unexpected(event.error());
        events.append(*event);
    }
    if (const Result<> complete = ClientDatabase::ended(*query); !complete) {
        m_file.suspect();
        return tl::unexpected(complete.error());
    }
    if (descending)
        std::ranges::reverse(events);
    return events;
}

Result<QList<RoomEvent>> MirrorEvents::readAt(const QList<MessagePlace> &places)
{
    QList<RoomEvent> events;
    for (const MessagePlace &place : places) {
        auto row = m_file.run(select(u"room = ? AND seq = ?"_s), { place.room.value, place.seq });
        if (!row)
            return tl::unexpected(row.error());
        if (!row->next()) {
            if (const Result<> none = ClientDatabase::ended(*row); !none)
                return tl::unexpected(none.error());
            continue;
        }
        const Result<RoomEvent> event = eventFrom(*row);
        if (!event)
            return tl::unexpected(event.error());
        events.append(*event);
    }
    return events;
}

Result<RoomEvent> MirrorEvents::eventFrom(const QSqlQuery &row)
{
    RoomEvent event;
    if (!unpack(row.value(0).toByteArray(), event)) {
        m_file.suspect();
        return fail(ErrorCode::DatabaseDamaged, u"event"_s);
    }
    if (!readBody(row.value(2).toByteArray(), event)) {
        m_file.suspect();
        return fail(ErrorCode::DatabaseDamaged, u"message"_s);
    }
    return event;
}

void MirrorEvents::forgetOldPages()
{
    if (!m_isToForget)
        return;
    const auto done = m_file.run(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    if (done)
        m_isToForget = false;
    else
        qCWarning(salonStore) << "A deleted message may still be in the write-ahead log:" << done.error().detail;
}

} // namespace salon
