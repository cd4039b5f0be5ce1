// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/domain/change_effect.h"
#include "server/store/sqlite/sqlite_connection.h"
#include "server/store/store_files.h"

namespace salon::server {

/// The statements that change which contents there are and which messages name them. Lane thread.
class FileRows
{
public:
    explicit FileRows(SqliteConnection &connection);

    /// Whether the author may name all files of the event. Refuses with FileUnknown{name}.
    [[nodiscard]] Result<> check(const Event &event);
    /// The event has its place: notes its files, and puts their true sizes into it.
    void add(Event &event);
    /// Overwrites the words of the files of these messages. Gives the contents that nothing names any more, which are
    /// forgotten.
    QList<FreedBlob> release(RoomId room, Seq first, Seq last);

    /// True: it was not there.
    bool put(const BlobKeep &blob);
    /// Its size, when it is there for the account.
    std::optional<quint64> claim(const BlobKeep &blob);
    /// Some at a time.
    QList<FreedBlob> dropUnnamed(qint64 beforeMs);

private:
    struct Blob
    {
        qint64 id = 0;
        quint64 size = 0;
    };
    std::optional<Blob> find(const QByteArray &hash);
    bool mayName(const Blob &blob, AccountId account);
    bool deleteUnnamed(qint64 id);

    SqliteConnection &m_connection;
    QSqlQuery m_find;
    QSqlQuery m_mayName;
    QSqlQuery m_put;
    QSqlQuery m_putOwner;
    QSqlQuery m_keep;
    QSqlQuery m_name;
    QSqlQuery m_add;
    QSqlQuery m_between;
    QSqlQuery m_blank;
    QSqlQuery m_deleteUnnamed;
    QSqlQuery m_unnamed;
};

} // namespace salon::server
