// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/domain/device_counters.h"
#include "server/domain/room.h"
#include "server/store/sqlite/sqlite_connection.h"
#include "server/store/store_changes.h"

namespace salon::server {

/// Where a room's log ends.
struct RoomHeadRow
{
    Seq head = 0;
    qint64 messageCount = 0;
    qint64 lastActivityMs = 0;
};

/// The statements that change rooms, memberships and counters. Lane thread.
class RoomRows
{
public:
    explicit RoomRows(SqliteConnection &connection);

    /// With an empty log; empty keys are none.
    RoomId insert(const Room &room, const QString &nameKey, const QString &memberKey);
    [[nodiscard]] RoomId publicRoomNamed(const QString &nameKey);
    [[nodiscard]] RoomId directRoomOf(const QString &memberKey);
    void rename(RoomId room, const QString &name, const QString &nameKey);
    void setTopic(RoomId room, const QString &topic);
    void setHead(RoomId room, const RoomHeadRow &head);

    void insertMembership(const Membership &membership);
    void removeMembership(RoomId room, AccountId account);
    struct ReadPlace
    {
        Seq seq = 0;
        qint64 messages = 0; ///< up to the counting position
        Seq mark = 0;
        Seq floor = 1; ///< not changed by setReadPlace()

        [[nodiscard]] Seq countingFrom() const { return mark > 0 ? mark - 1 : seq; }
    };
    /// Nothing for who is not a member.
    [[nodiscard]] std::optional<ReadPlace> readPlace(RoomId room, AccountId account);
    void setReadPlace(RoomId room, AccountId account, const ReadPlace &place);

    /// False for who is not a member.
    bool setAttention(const AttentionChange &change);
    void setRules(RoomId room, const Rules &rules);
    /// The log grew by what is unread for nobody who had read all of it.
    void keepUpToDate(RoomId room, Seq before, const RoomHeadRow &head);
    /// The oldest that somebody could get who left; 0: never left.
    [[nodiscard]] Seq pastFloor(RoomId room, AccountId account);

    [[nodiscard]] bool isBanned(RoomId room, AccountId account);
    void insertBan(RoomId room, AccountId account, AccountId by, qint64 timeMs);
    void deleteBan(RoomId room, AccountId account);

    void setCounter(const CounterKey &key, quint64 last);

private:
    [[nodiscard]] RoomId idFrom(QSqlQuery &query);

    SqliteConnection &m_connection;
    QSqlQuery m_insert;
    QSqlQuery m_publicNamed;
    QSqlQuery m_directOf;
    QSqlQuery m_rename;
    QSqlQuery m_setTopic;
    QSqlQuery m_setHead;
    QSqlQuery m_insertMembership;
    QSqlQuery m_deleteMembership;
    QSqlQuery m_readPosition;
    QSqlQuery m_setReadPosition;
    QSqlQuery m_setAttention;
    QSqlQuery m_setRules;
    QSqlQuery m_keepUpToDate;
    QSqlQuery m_keepFloor;
    QSqlQuery m_pastFloor;
    QSqlQuery m_putCounter;
    QSqlQuery m_isBanned;
    QSqlQuery m_insertBan;
    QSqlQuery m_deleteBan;
};

} // namespace salon::server
