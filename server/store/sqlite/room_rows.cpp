// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/store/sqlite/room_rows.h"

using namespace Qt::StringLiterals;

namespace salon::server {
namespace {

QVariant keyColumn(const QString &key)
{
    return key.isEmpty() ? QVariant() : QVariant(key);
}

} // namespace

RoomRows::RoomRows(SqliteConnection &connection)
    : m_connection(connection)
    , m_insert(connection.prepare(u"insert_room"_s))
    , m_publicNamed(connection.prepare(u"public_room_named"_s))
    , m_directOf(connection.prepare(u"direct_room_of"_s))
    , m_rename(connection.prepare(u"rename_room"_s))
    , m_setTopic(connection.prepare(u"set_topic"_s))
    , m_setHead(connection.prepare(u"set_head"_s))
    , m_insertMembership(connection.prepare(u"insert_membership"_s))
    , m_deleteMembership(connection.prepare(u"delete_membership"_s))
    , m_readPosition(connection.prepare(u"read_position"_s))
    , m_setReadPosition(connection.prepare(u"set_read_position"_s))
    , m_setAttention(connection.prepare(u"set_attention"_s))
    , m_setRules(connection.prepare(u"set_rules"_s))
    , m_keepUpToDate(connection.prepare(u"keep_up_to_date"_s))
    , m_keepFloor(connection.prepare(u"keep_floor"_s))
    , m_pastFloor(connection.prepare(u"past_floor"_s))
    , m_putCounter(connection.prepare(u"put_counter"_s))
    , m_isBanned(connection.prepare(u"is_banned"_s))
    , m_insertBan(connection.prepare(u"insert_ban"_s))
    , m_deleteBan(connection.prepare(u"delete_ban"_s))
{
}

RoomId RoomRows::insert(const Room &room, const QString &nameKey, const QString &memberKey)
{
    m_connection.run(m_insert, int(room.kind), room.name, keyColumn(nameKey), room.topic, room.maker,
        keyColumn(memberKey), room.createdMs, room.first ? 1 : 0, room.createdMs);
    return RoomId{ m_insert.lastInsertId().toLongLong() };
}

RoomId RoomRows::publicRoomNamed(const QString &nameKey)
{
    m_connection.run(m_publicNamed, nameKey);
    return idFrom(m_publicNamed);
}

RoomId RoomRows::directRoomOf(const QString &memberKey)
{
    m_connection.run(m_directOf, memberKey);
    return idFrom(m_directOf);
}

void RoomRows::rename(RoomId room, const QString &name, const QString &nameKey)
{
    m_connection.run(m_rename, name, keyColumn(nameKey), room);
}

void RoomRows::setTopic(RoomId room, const QString &topic)
{
    m_connection.run(m_setTopic, topic, room);
}

void RoomRows::setHead(RoomId room, const RoomHeadRow &head)
{
    m_connection.run(m_setHead, head.head + 1, head.messageCount, head.lastActivityMs, room);
}

void RoomRows::insertMembership(const Membership &membership)
{
    m_connection.run(m_insertMembership, membership.room, membership.account, membership.joinedMs, membership.floor,
        membership.readSeq, membership.messagesBefore, membership.joinedSeq);
}

void RoomRows::removeMembership(RoomId room, AccountId account)
{
    m_connection.run(m_keepFloor, room, account);
    m_connection.run(m_deleteMembership, room, account);
}

std::optional<RoomRows::ReadPlace> RoomRows::readPlace(RoomId room, AccountId account)
{
    if (!m_connection.run(m_readPosition, room, account) || !m_connection.next(m_readPosition))
        return std::nullopt;
    const ReadPlace place{ m_readPosition.value(0).toLongLong(), m_readPosition.value(1).toLongLong(),
        m_readPosition.value(2).toLongLong(), m_readPosition.value(3).toLongLong() };
    m_readPosition.finish();
    return place;
}

void RoomRows::setReadPlace(RoomId room, AccountId account, const ReadPlace &place)
{
    m_connection.run(m_setReadPosition, place.seq, place.messages, place.mark, room, account);
}

bool RoomRows::setAttention(const AttentionChange &change)
{
    m_connection.run(m_setAttention, int(change.attention), change.untilMs, change.room, change.account);
    return m_setAttention.numRowsAffected() == 1;
}

void RoomRows::setRules(RoomId room, const Rules &rules)
{
    m_connection.run(m_setRules, int(rules.posting), int(rules.plainOnly), int(rules.history), rules.retentionDays,
        rules.slowSeconds, int(rules.files), int(rules.noSeen), int(rules.noTyping), room);
}

void RoomRows::keepUpToDate(RoomId room, Seq before, const RoomHeadRow &head)
{
    m_connection.run(m_keepUpToDate, head.head, head.messageCount, room, before);
}

Seq RoomRows::pastFloor(RoomId room, AccountId account)
{
    m_connection.run(m_pastFloor, room, account);
    return m_connection.firstValue(m_pastFloor).toLongLong();
}

bool RoomRows::isBanned(RoomId room, AccountId account)
{
    m_connection.run(m_isBanned, room, account);
    return m_connection.firstValue(m_isBanned).toBool();
}

void RoomRows::insertBan(RoomId room, AccountId account, AccountId by, qint64 timeMs)
{
    m_connection.run(m_insertBan, room, account, by, timeMs);
}

void RoomRows::deleteBan(RoomId room, AccountId account)
{
    m_connection.run(m_deleteBan, room, account);
}

void RoomRows::setCounter(const CounterKey &key, quint64 last)
{
    m_connection.run(m_putCounter, key.device, key.room, last);
}

RoomId RoomRows::idFrom(QSqlQuery &query)
{
    return RoomId{ m_connection.firstValue(query).toLongLong() };
}

} // namespace salon::server
