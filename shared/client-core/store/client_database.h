// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/result.h"
#include "shared/sqlite/sqlite_file.h"

#include <QSqlQuery>
#include <QString>
#include <QStringList>
#include <QVariantList>
#include <utility>

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
    static Result<> ended(const QSqlQuery &query) { return SqliteFile::ended(query); }
    /// Runs `work` (returning Result<>) in a transaction; its failure rolls back.
    template <class Work>
    Result<> transaction(Work work)
    {
        return noted(m_file.transaction(std::move(work)));
    }
    [[nodiscard]] const QString &path() const { return m_file.path(); }

private:
    Result<> migrate(const QStringList &migrations);
    /// Suspects the file if this says that it is damaged.
    template <class T>
    Result<T> noted(Result<T> done)
    {
        m_suspected = m_suspected || (!done && done.error().code == ErrorCode::DatabaseDamaged);
        return done;
    }
    [[nodiscard]] QString openMark() const { return path() + QStringLiteral(".open"); }

    SqliteFile m_file;
    Durability m_durability;
    bool m_isOpen = false;
    bool m_suspected = false;
};

} // namespace salon
