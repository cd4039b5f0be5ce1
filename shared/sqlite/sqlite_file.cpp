// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/sqlite/sqlite_file.h"

#include <QFile>
#include <QSqlError>
#include <QUuid>
#include <utility>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

/// SQLite's result codes that matter here.
constexpr int SqliteCorrupt = 11;
constexpr int SqliteFull = 13;
constexpr int SqliteNotADatabase = 26;

Error errorOf(const QSqlError &error)
{
    const int code = error.nativeErrorCode().toInt() & 0xff;
    const ErrorCode kind = code == SqliteFull                 ? ErrorCode::StorageFull
        : code == SqliteCorrupt || code == SqliteNotADatabase ? ErrorCode::DatabaseDamaged
                                                              : ErrorCode::StorageFailed;
    return { kind, error.text(), {}, std::nullopt };
}

} // namespace

SqliteFile::SqliteFile(QString path)
    : m_path(std::move(path))
    , m_name("salon-"_L1 + QUuid::createUuid().toString(QUuid::WithoutBraces))
{
}

SqliteFile::~SqliteFile()
{
    close();
}

Result<> SqliteFile::open(const QStringList &pragmas)
{
    m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
    m_database.setDatabaseName(m_path);
    if (!m_database.open())
        return fail(ErrorCode::CannotOpenFile, m_database.lastError().text(), { m_path });
    QFile::setPermissions(m_path, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    const QStringList all = QStringList{ u"busy_timeout = 5000"_s, u"journal_mode = WAL"_s,
        u"secure_delete = ON"_s, // what somebody deleted is not to be found in the file
        u"mmap_size = 0"_s }
        + pragmas;
    for (const QString &pragma : all) {
        if (auto done = run("PRAGMA "_L1 + pragma); !done)
            return tl::unexpected(done.error());
    }
    return {};
}

void SqliteFile::close()
{
    if (!m_database.isValid())
        return;
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(m_name);
}

Result<QSqlQuery> SqliteFile::prepare(const QString &sql)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return fail(errorOf(query.lastError()));
    return query;
}

Result<> SqliteFile::run(QSqlQuery &query, const QVariantList &values)
{
    for (int i = 0; i < values.size(); ++i)
        query.bindValue(i, values[i]);
    if (!query.exec())
        return fail(errorOf(query.lastError()));
    return {};
}

Result<QSqlQuery> SqliteFile::run(const QString &sql, const QVariantList &values)
{
    Result<QSqlQuery> query = prepare(sql);
    if (!query)
        return query;
    if (const Result<> done = run(*query, values); !done)
        return tl::unexpected(done.error());
    return query;
}

Result<> SqliteFile::ended(const QSqlQuery &query)
{
    if (query.lastError().type() == QSqlError::NoError)
        return {};
    return fail(errorOf(query.lastError()));
}

} // namespace salon
