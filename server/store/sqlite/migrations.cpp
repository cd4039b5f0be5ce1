// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/store/sqlite/migrations.h"

#include "server/store/sqlite/sqlite_transaction.h"
#include "shared/base/logging.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace salon::server {
namespace {

constexpr int ApplicationId = 0x53414c4e; // "SALN"

/// Statements of a migration end with a semicolon at the end of a line.
QStringList statementsOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("migration %s is missing", qPrintable(path));
    QStringList statements = QString::fromUtf8(file.readAll()).split(u";\n"_s, Qt::SkipEmptyParts);
    statements.removeIf([](const QString &statement) { return statement.trimmed().isEmpty(); });
    return statements;
}

Result<> checkReferences(SqliteConnection &connection)
{
    const QString child = connection.valueOf(u"PRAGMA foreign_key_check"_s).toString();
    if (!child.isEmpty())
        return fail(ErrorCode::DatabaseDamaged, u"table %1 refers to what is gone"_s.arg(child), { connection.path() });
    return {};
}

Result<> applyMigration(SqliteConnection &connection, const QString &path, int number)
{
    return inTransaction(connection, [&]() -> Result<> {
        const QStringList statements = statementsOf(path);
        for (qsizetype i = 0; i < statements.size() && !connection.failure(); ++i) {
            qCDebug(salonStore, "migration %d: statement %lld of %lld", number, i + 1, statements.size());
            connection.execute(statements[i]);
        }
        connection.execute(u"PRAGMA application_id = %1"_s.arg(ApplicationId));
        connection.execute(u"PRAGMA user_version = %1"_s.arg(number));
        return checkReferences(connection);
    });
}

/// SQLite heeds this outside of transactions only, and says nothing when it does not.
Result<> enforceReferences(SqliteConnection &connection, bool enforced)
{
    connection.execute(enforced ? u"PRAGMA foreign_keys = ON"_s : u"PRAGMA foreign_keys = OFF"_s);
    const bool isSo = connection.valueOf(u"PRAGMA foreign_keys"_s).toBool() == enforced;
    if (connection.failure())
        return fail(startError(connection));
    if (!isSo)
        return fail(ErrorCode::Internal, u"references are enforced or not, against what was asked"_s);
    return {};
}

Result<> applyMissing(SqliteConnection &connection, const QDir &folder, const QStringList &files, int version)
{
    for (int number = version + 1; number <= files.size(); ++number) {
        if (auto applied = applyMigration(connection, folder.filePath(files[number - 1]), number); !applied)
            return applied;
    }
    return {};
}

} // namespace

Result<> migrate(SqliteConnection &connection, const QString &folder)
{
    const QDir migrations(folder);
    const QStringList files = migrations.entryList(QDir::Files, QDir::Name);
    const int version = connection.valueOf(u"PRAGMA user_version"_s).toInt();
    const int application = connection.valueOf(u"PRAGMA application_id"_s).toInt();
    const bool isEmpty = connection.valueOf(u"SELECT COUNT(*) FROM sqlite_master"_s).toInt() == 0;
    if (connection.failure())
        return fail(startError(connection));
    if (!isEmpty && application != ApplicationId)
        return fail(ErrorCode::DatabaseDamaged, u"not a database of Salon"_s, { connection.path() });
    if (version > files.size())
        return fail(ErrorCode::VersionUnsupported, u"schema %1"_s.arg(version), { connection.path() });
    if (version == files.size())
        return {};
    if (auto off = enforceReferences(connection, false); !off)
        return off;
    const Result<> applied = applyMissing(connection, migrations, files, version);
    const Result<> on = enforceReferences(connection, true);
    return applied ? on : applied;
}

} // namespace salon::server
