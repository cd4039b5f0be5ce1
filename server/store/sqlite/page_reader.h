// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/store/sqlite/file_reader.h"
#include "server/store/sqlite/log_reader.h"
#include "server/store/sqlite/message_reader.h"
#include "server/store/store_changes.h"
#include "server/store/store_files.h"

#include <optional>

namespace salon::server {

/// Reads pages of the logs and lists of messages over a connection that cannot write. Lives in the read lane.
class PageReader
{
public:
    Result<> open(const QString &path);
    // A page that is not all there is no page. All fail like storageError().
    Result<EventPage> read(const PageQuery &query);
    Result<AgeFound> findAge(const AgeQuery &query);
    Result<EventList> readList(const ListQuery &query);
    /// Refuses with MessageUnknown, MessageGone; so does readReactions().
    Result<RevisionPage> readRevisions(const MessageQuery &query);
    Result<QList<Reaction>> readReactions(const MessageQuery &query);
    /// Refuses with MessageUnknown, FileGone.
    Result<File> readFile(const FileQuery &query);
    Result<QList<QByteArray>> readBlobHashes(const quint8 &firstByte);
    Result<LogPage> readLog(const LogQuery &query);
    Result<FoundMessages> readFound(const FoundQuery &query);
    Result<Seq> findMoment(const MomentQuery &query);
    /// Set once storage can no longer be trusted; everything fails from then on.
    [[nodiscard]] const std::optional<Error> &brokenBy() const { return m_brokenBy; }

private:
    struct Statements
    {
        explicit Statements(SqliteConnection &connection);
        MessageReader messages;
        FileReader files;
        QSqlQuery begin;
        QSqlQuery commit;
        QSqlQuery after;
        QSqlQuery before;
        QSqlQuery pinned;
        QSqlQuery saved;
        QSqlQuery mentions;
        QSqlQuery revisions;
        QSqlQuery times;
        LogReader logs;
    };
    /// Runs `work`, which may refuse, over one state of the database.
    template <class Page, class Work>
    Result<Page> inSnapshot(Work work);
    QSqlQuery &select(const ListQuery &query);
    /// Where a message is that can be looked into.
    Result<> checkMessage(const MessageQuery &query);

    SqliteConnection m_connection;
    std::optional<Statements> m_statements;
    std::optional<Error> m_brokenBy;
};

} // namespace salon::server
