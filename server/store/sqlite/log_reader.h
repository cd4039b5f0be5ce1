// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/store/search_queries.h"
#include "server/store/sqlite/message_reader.h"

namespace salon::server {

/// What searches ask of the logs. Calls belong into one state of the database. Lives in the read lane.
class LogReader
{
public:
    LogReader(SqliteConnection &connection, MessageReader &messages);

    [[nodiscard]] LogPage after(const LogQuery &query);
    [[nodiscard]] FoundMessages found(const FoundQuery &query);
    /// Seq of the first event not before the moment; 0: all are older.
    [[nodiscard]] Seq moment(const MomentQuery &query);

private:
    struct Line
    {
        Seq seq = 0; ///< 0: none
        qint64 timeMs = 0;
    };
    /// The first event from `seq` on.
    [[nodiscard]] Line lineFrom(RoomId room, Seq seq);

    SqliteConnection &m_connection;
    MessageReader &m_messages;
    QSqlQuery m_after;
    QSqlQuery m_newest;
    QSqlQuery m_line;
    QSqlQuery m_last;
};

} // namespace salon::server
