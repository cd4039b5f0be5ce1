// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QStringList>
#include <QVariantList>

namespace salon {

/// One SQLite file that nobody but its owner can read, with a write-ahead log; what is deleted is overwritten. Errors
/// are StorageFull, StorageFailed and DatabaseDamaged. Made, used and destroyed in one thread.
class SqliteFile
{
public:
    explicit SqliteFile(QString path);
    ~SqliteFile();
    Q_DISABLE_COPY_MOVE(SqliteFile)

    /// Opens or makes it; `pragmas` ("synchronous = FULL") are set beside its own. Error: also CannotOpenFile.
    Result<> open(const QStringList &pragmas);
    /// After all queries are gone.
    void close();
    [[nodiscard]] const QString &path() const { return m_path; }

    Result<QSqlQuery> prepare(const QString &sql);
    /// Binds by position and runs.
    static Result<> run(QSqlQuery &query, const QVariantList &values);
    Result<QSqlQuery> run(const QString &sql, const QVariantList &values = {});
    /// Whether next() returned false because there was no more, and not because reading failed.
    static Result<> ended(const QSqlQuery &query);
    /// Runs `work` (returning Result<>) in a transaction; its failure rolls back.
    template <class Work>
    Result<> transaction(Work work)
    {
        if (auto begun = run(QStringLiteral("BEGIN IMMEDIATE")); !begun)
            return tl::unexpected(begun.error());
        Result<> done = work();
        if (done) {
            const auto committed = run(QStringLiteral("COMMIT"));
            if (committed)
                return {};
            done = tl::unexpected(committed.error());
        }
        (void)run(QStringLiteral("ROLLBACK"));
        return done;
    }

private:
    QString m_path;
    QString m_name;
    QSqlDatabase m_database;
};

} // namespace salon
