// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/store/sqlite/sqlite_connection.h"
#include "server/store/store_changes.h"

#include <QSet>

namespace salon::server {

/// Reads which files messages have. Lives in the read lane.
class FileReader
{
public:
    explicit FileReader(SqliteConnection &connection);

    /// Those of the page that may have files.
    [[nodiscard]] QSet<Seq> seqsWithFiles(const PageQuery &query);
    /// Puts its files and folder into an event that has room and seq.
    void addTo(Event &event);
    /// Of all contents whose hash begins with this byte.
    [[nodiscard]] QList<QByteArray> hashesFrom(quint8 firstByte);

private:
    SqliteConnection &m_connection;
    QSqlQuery m_seqs;
    QSqlQuery m_filesOf;
    QSqlQuery m_hashes;
};

} // namespace salon::server
