// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariantList>

namespace salon {

/// One SQLite file of the client: opening, migrations by PRAGMA user_version, setting a damaged file aside. Made, used
/// and destroyed in one thread.
class ClientDatabase
{
public:
    enum class Durability
    {
        Normal, ///< the last commits may be lost with the power, never torn; searched for damage after a crash only
        Full ///< a commit is on disk; searched for damage at each opening, so meant for small files
    };

    ClientDatabase(QString path, Durability durability);
    ~ClientDatabase();
    Q_DISABLE_COPY_MOVE(ClientDatabase)

    /// Opens and brings to the newest of `migrations` (SQL statements separated by ";\n"), each in a transaction.
    /// Errors: CannotOpenFile, DatabaseDamaged (not a database, or damaged), VersionUnsupported{path} (written by a
    /// newer program, and left as it is).
    Result<> open(const QStringList &migrations);
    /// Whether the file, unless somebody has it open, was brought to more migrations than these. A look at its first
    /// bytes; false for what is no database.
    [[nodiscard]] static bool isNewerThan(const QString &path, qsizetype migrations);
    void close();
    /// Renames the file to "….damaged-<time>"; close() before.
    Result<> setAside();
    /// Search for damage at the next opening.
    void suspect() { m_suspected = true; }

    /// Runs one statement. Error: StorageFailed, StorageFull or DatabaseDamaged.
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
    [[nodiscard]] QString path() const { return m_path; }

private:
    Result<> migrate(const QStringList &migrations);
    [[nodiscard]] QString openMark() const { return m_path + QStringLiteral(".open"); }

    QString m_path;
    Durability m_durability;
    bool m_suspected = false;
    QString m_name;
    QSqlDatabase m_database;
};

} // namespace salon
