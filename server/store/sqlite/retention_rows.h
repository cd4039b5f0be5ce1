// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/store/sqlite/sqlite_connection.h"

#include <QList>
#include <vector>

namespace salon::server {

/// The statements that remove the oldest part of a room's history. Lane thread.
class RetentionRows
{
public:
    explicit RetentionRows(SqliteConnection &connection);

    struct PlaceBelow
    {
        AccountId account{};
        Seq readSeq = 0;
        Seq mark = 0;
    };
    /// Nothing below the floor can be got any more. Gives those whose places have to follow.
    QList<PlaceBelow> raiseFloor(RoomId room, Seq floor);
    /// Overwrites the texts in [from, to), and those of edits behind the floor of what lay there, and forgets all that
    /// was kept of these messages.
    void sweep(RoomId room, Seq from, Seq to, Seq floor);

private:
    void forgetMentions(RoomId room, Seq from, Seq to);

    SqliteConnection &m_connection;
    QSqlQuery m_setFloor;
    QSqlQuery m_raiseFloors;
    QSqlQuery m_placesBelow;
    QSqlQuery m_setSwept;
    QSqlQuery m_mentionsOf;
    QSqlQuery m_deleteMention;
    QSqlQuery m_editForms;
    QSqlQuery m_edits;
    QSqlQuery m_texts;
    std::vector<QSqlQuery> m_tables; ///< that have rows for messages
};

} // namespace salon::server
