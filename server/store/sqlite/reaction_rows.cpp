// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/store/sqlite/reaction_rows.h"

#include "server/store/store.h"

using namespace Qt::StringLiterals;

namespace salon::server {

ReactionRows::ReactionRows(SqliteConnection &connection)
    : m_connection(connection)
    , m_has(connection.prepare(u"has_reacted"_s))
    , m_countEmoji(connection.prepare(u"count_emoji"_s))
    , m_add(connection.prepare(u"add_reaction"_s))
    , m_countUp(connection.prepare(u"count_reaction_up"_s))
    , m_remove(connection.prepare(u"delete_reaction"_s))
    , m_countDown(connection.prepare(u"count_reaction_down"_s))
    , m_removeEmpty(connection.prepare(u"delete_empty_reactions"_s))
    , m_removeAll(connection.prepare(u"delete_reactions"_s))
    , m_removeAllPeople(connection.prepare(u"delete_reaction_people"_s))
{
}

bool ReactionRows::has(RoomId room, Seq seq, const QString &emoji, AccountId account)
{
    m_connection.run(m_has, room, seq, emoji, account);
    return m_connection.firstValue(m_has).toBool();
}

bool ReactionRows::isFullFor(RoomId room, Seq seq, const QString &emoji)
{
    if (!m_connection.run(m_countEmoji, emoji, room, seq) || !m_connection.next(m_countEmoji))
        return false;
    const bool isFull
        = m_countEmoji.value(0).toLongLong() >= MaxReactionKinds && m_countEmoji.value(1).toLongLong() == 0;
    m_countEmoji.finish();
    return isFull;
}

void ReactionRows::add(RoomId room, Seq seq, const QString &emoji, AccountId account, Seq change)
{
    m_connection.run(m_add, room, seq, emoji, account, change);
    m_connection.run(m_countUp, room, seq, emoji, change);
}

void ReactionRows::remove(RoomId room, Seq seq, const QString &emoji, AccountId account)
{
    m_connection.run(m_remove, room, seq, emoji, account);
    m_connection.run(m_countDown, room, seq, emoji);
    m_connection.run(m_removeEmpty, room, seq);
}

void ReactionRows::removeAll(RoomId room, Seq seq)
{
    m_connection.run(m_removeAll, room, seq);
    m_connection.run(m_removeAllPeople, room, seq);
}

} // namespace salon::server
