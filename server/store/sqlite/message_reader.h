// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/domain/event.h"
#include "server/store/sqlite/file_reader.h"
#include "server/store/sqlite/sqlite_connection.h"

namespace salon::server {

/// Reads single events in their present form, with their files, and who reacted to them. Lives in the read lane.
class MessageReader
{
public:
    explicit MessageReader(SqliteConnection &connection);

    /// Of a row of page_after.sql and the like; without files.
    [[nodiscard]] static Event eventFrom(const QSqlQuery &row, RoomId room);
    /// With its files, without reactions.
    [[nodiscard]] std::optional<Event> at(RoomId room, Seq seq);
    /// The first `people` of each emoji; `mine` is the reader's, who may be nobody.
    [[nodiscard]] QList<Reaction> reactionsOf(RoomId room, Seq seq, AccountId reader, int people);

private:
    QList<AccountId> peopleOf(RoomId room, Seq seq, const QString &emoji, int limit);

    SqliteConnection &m_connection;
    FileReader m_files;
    QSqlQuery m_at;
    QSqlQuery m_reactions;
    QSqlQuery m_people;
    QSqlQuery m_has;
};

/// At most as many bytes as the event takes on the wire.
[[nodiscard]] qint64 wireBytes(const Event &event);

} // namespace salon::server
