// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/store/sqlite/retention_rows.h"

#include "server/store/sqlite/event_rows.h"

using namespace Qt::StringLiterals;

namespace salon::server {

RetentionRows::RetentionRows(SqliteConnection &connection)
    : m_connection(connection)
    , m_setFloor(connection.prepare(u"set_floor"_s))
    , m_raiseFloors(connection.prepare(u"raise_floors"_s))
    , m_placesBelow(connection.prepare(u"places_below"_s))
    , m_setSwept(connection.prepare(u"set_swept"_s))
    , m_mentionsOf(connection.prepare(u"trim_mentions_of"_s))
    , m_deleteMention(connection.prepare(u"delete_mention"_s))
    , m_editForms(connection.prepare(u"trim_edit_forms"_s))
    , m_edits(connection.prepare(u"trim_edits"_s))
    , m_texts(connection.prepare(u"trim_texts"_s))
{
    for (const QString &table : { u"calls"_s, u"forms"_s, u"reactions"_s, u"reaction_people"_s, u"saved"_s })
        m_tables.push_back(connection.prepare(u"trim_"_s + table));
}

QList<RetentionRows::PlaceBelow> RetentionRows::raiseFloor(RoomId room, Seq floor)
{
    m_connection.run(m_setFloor, floor, room);
    m_connection.run(m_raiseFloors, floor, room, floor);
    QList<PlaceBelow> below;
    m_connection.run(m_placesBelow, room, floor - 1, floor);
    while (m_connection.next(m_placesBelow)) {
        below.append({ idAt<AccountId>(m_placesBelow, 0), m_placesBelow.value(1).toLongLong(),
            m_placesBelow.value(2).toLongLong() });
    }
    m_placesBelow.finish();
    return below;
}

void RetentionRows::sweep(RoomId room, Seq from, Seq to, Seq floor)
{
    forgetMentions(room, from, to);
    m_connection.run(m_editForms, room, from, to, floor);
    m_connection.run(m_edits, room, from, to, floor);
    m_connection.run(m_texts, room, from, to);
    for (QSqlQuery &table : m_tables)
        m_connection.run(table, room, from, to);
    m_connection.run(m_setSwept, to, room);
}

void RetentionRows::forgetMentions(RoomId room, Seq from, Seq to)
{
    // An edit mentions nobody anew, so that all who have a row are named in the first form.
    QList<std::pair<AccountId, Seq>> mentions;
    m_connection.run(m_mentionsOf, room, from, to);
    while (m_connection.next(m_mentionsOf)) {
        for (const AccountId account : mentionsFrom(m_mentionsOf.value(1)))
            mentions.append({ account, m_mentionsOf.value(0).toLongLong() });
    }
    m_mentionsOf.finish();
    for (const auto &[account, seq] : std::as_const(mentions))
        m_connection.run(m_deleteMention, account, room, seq);
}

} // namespace salon::server
