// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/domain/event.h"
#include "server/store/sqlite/sqlite_connection.h"

namespace salon::server {

/// The statements on the logs that change something or look up single places. Lane thread.
class EventRows
{
public:
    explicit EventRows(SqliteConnection &connection);

    /// Writes an event at its place; false when the author sent its cid before, or a statement failed.
    bool append(const Event &event, qint64 messageNo);
    /// Room, seq and time of what the author sent with this cid.
    [[nodiscard]] std::optional<Event> find(AccountId author, Cid cid);

    /// When the author wrote in the room last; nothing: never.
    [[nodiscard]] std::optional<qint64> lastOwnMs(RoomId room, AccountId author);

    /// Messages in [1, seq].
    [[nodiscard]] qint64 messagesUpTo(RoomId room, Seq seq);
    [[nodiscard]] qint64 ownAfter(RoomId room, AccountId author, Seq seq);
    [[nodiscard]] qint64 mentionsAfter(RoomId room, AccountId account, Seq seq);
    /// Messages of others.
    [[nodiscard]] qint64 deletedAfter(RoomId room, AccountId reader, Seq seq);

private:
    bool addCalls(const Event &event);
    [[nodiscard]] qint64 number(QSqlQuery &query);

    SqliteConnection &m_connection;
    QSqlQuery m_append;
    QSqlQuery m_addMention;
    QSqlQuery m_addCall;
    QSqlQuery m_findCid;
    QSqlQuery m_messageNoAt;
    QSqlQuery m_lastOwn;
    QSqlQuery m_countOwn;
    QSqlQuery m_countMentions;
    QSqlQuery m_countDeleted;
};

/// How lists are kept in a column.
[[nodiscard]] QVariant paramsColumn(const QList<QString> &params);
[[nodiscard]] QList<QString> paramsFrom(const QVariant &column);
[[nodiscard]] QVariant mentionsColumn(const QList<AccountId> &mentions);
[[nodiscard]] QList<AccountId> mentionsFrom(const QVariant &column);

} // namespace salon::server
