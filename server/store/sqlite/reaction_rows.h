// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/domain/event.h"
#include "server/store/sqlite/sqlite_connection.h"

namespace salon::server {

/// The statements that change who reacted to messages. Lane thread.
class ReactionRows
{
public:
    explicit ReactionRows(SqliteConnection &connection);

    [[nodiscard]] bool has(RoomId room, Seq seq, const QString &emoji, AccountId account);
    /// Whether the message has as many emoji as it may have, and not this one.
    [[nodiscard]] bool isFullFor(RoomId room, Seq seq, const QString &emoji);
    void add(RoomId room, Seq seq, const QString &emoji, AccountId account, Seq change);
    void remove(RoomId room, Seq seq, const QString &emoji, AccountId account);
    void removeAll(RoomId room, Seq seq);

private:
    SqliteConnection &m_connection;
    QSqlQuery m_has;
    QSqlQuery m_countEmoji;
    QSqlQuery m_add;
    QSqlQuery m_countUp;
    QSqlQuery m_remove;
    QSqlQuery m_countDown;
    QSqlQuery m_removeEmpty;
    QSqlQuery m_removeAll;
    QSqlQuery m_removeAllPeople;
};

} // namespace salon::server
