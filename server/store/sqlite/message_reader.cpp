// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/store/sqlite/message_reader.h"

#include "server/store/sqlite/event_rows.h"

using namespace Qt::StringLiterals;

namespace salon::server {
namespace {

constexpr qint64 FixedBytes = 104; ///< of an event on the wire, beside its texts
constexpr qint64 ReactionBytes = 16;
constexpr qint64 IdBytes = 9;
constexpr qint64 FileBytes = 72; ///< beside its texts

} // namespace

MessageReader::MessageReader(SqliteConnection &connection)
    : m_connection(connection)
    , m_files(connection)
    , m_at(connection.prepare(u"event_at"_s))
    , m_reactions(connection.prepare(u"reactions_of"_s))
    , m_people(connection.prepare(u"reaction_people_of"_s))
    , m_has(connection.prepare(u"has_reacted"_s))
{
}

Event MessageReader::eventFrom(const QSqlQuery &row, RoomId room)
{
    Event event;
    event.room = room;
    event.seq = row.value(0).toLongLong();
    event.timeMs = row.value(1).toLongLong();
    event.kind = EventKind(row.value(2).toInt());
    event.author = idAt<AccountId>(row, 3);
    event.authorName = row.value(4).toString();
    event.cid = QUuid::fromRfc4122(row.value(5).toByteArray());
    event.params = paramsFrom(row.value(7));
    event.subject = idAt<AccountId>(row, 8);
    event.alias = row.value(10).toString();
    event.target = row.value(11).toLongLong();
    event.form.changed = row.value(14).toLongLong();
    event.form.deleted = row.value(16).toInt() != 0;
    if (event.form.deleted) {
        event.form.deletedBy = idAt<AccountId>(row, 17);
        return event;
    }
    event.text = row.value(6).toString();
    event.mentions = mentionsFrom(row.value(9));
    event.format = TextFormat(row.value(12).toInt());
    event.call = Call(row.value(13).toInt());
    event.form.editedMs = row.value(15).toLongLong();
    event.form.pinned = row.value(18).toLongLong() > 0;
    return event;
}

std::optional<Event> MessageReader::at(RoomId room, Seq seq)
{
    if (!m_connection.run(m_at, room, seq) || !m_connection.next(m_at))
        return std::nullopt;
    Event event = eventFrom(m_at, room);
    m_at.finish();
    if (event.kind == EventKind::Message && !event.form.deleted)
        m_files.addTo(event);
    return event;
}

QList<Reaction> MessageReader::reactionsOf(RoomId room, Seq seq, AccountId reader, int people)
{
    QList<Reaction> reactions;
    m_connection.run(m_reactions, room, seq);
    while (m_connection.next(m_reactions))
        reactions.append({ m_reactions.value(0).toString(), m_reactions.value(1).toLongLong(), false, {} });
    m_reactions.finish();
    for (Reaction &reaction : reactions) {
        reaction.people = peopleOf(room, seq, reaction.emoji, people);
        if (reader.isValid()) {
            m_connection.run(m_has, room, seq, reaction.emoji, reader);
            reaction.mine = m_connection.firstValue(m_has).toBool();
        }
    }
    return reactions;
}

QList<AccountId> MessageReader::peopleOf(RoomId room, Seq seq, const QString &emoji, int limit)
{
    QList<AccountId> people;
    m_connection.run(m_people, room, seq, emoji, limit);
    while (m_connection.next(m_people))
        people.append(idAt<AccountId>(m_people, 0));
    m_people.finish();
    return people;
}

qint64 wireBytes(const Event &event)
{
    qint64 bytes
        = FixedBytes + event.authorName.toUtf8().size() + event.alias.toUtf8().size() + event.text.toUtf8().size();
    for (const QString &param : event.params)
        bytes += param.toUtf8().size() + 3;
    for (const Reaction &reaction : event.form.reactions)
        bytes += ReactionBytes + reaction.emoji.toUtf8().size() + reaction.people.size() * IdBytes;
    for (const File &file : event.files) {
        bytes += FileBytes + file.name.toUtf8().size() + file.mediaType.toUtf8().size() + file.path.toUtf8().size();
    }
    bytes += event.folder.toUtf8().size();
    return bytes + event.mentions.size() * IdBytes;
}

} // namespace salon::server
