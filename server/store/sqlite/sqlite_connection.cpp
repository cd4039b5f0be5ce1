// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/store/sqlite/sqlite_connection.h"

#include "shared/base/logging.h"

#include <QFile>
#include <QSqlError>

using namespace Qt::StringLiterals;

namespace salon::server {
namespace {

/// Primary result codes of https://www.sqlite.org/rescode.html; the extended ones keep them in their low byte.
SqliteFailure::Kind kindOf(int code)
{
    constexpr int NoSpaceForSharedMemory = 10 | (19 << 8); // SQLITE_IOERR_SHMSIZE: the -shm file could not grow
    if (code == NoSpaceForSharedMemory)
        return SqliteFailure::Kind::Full;
    switch (code & 0xff) {
    case 13: // SQLITE_FULL
        return SqliteFailure::Kind::Full;
    case 10: // SQLITE_IOERR
    case 11: // SQLITE_CORRUPT
    case 26: // SQLITE_NOTADB
        return SqliteFailure::Kind::Broken;
    case 19: // SQLITE_CONSTRAINT
        return SqliteFailure::Kind::Constraint;
    default:
        return SqliteFailure::Kind::Other;
    }
}

} // namespace

SqliteConnection::SqliteConnection()
    : m_name(QUuid::createUuid().toString(QUuid::WithoutBraces))
{
}

SqliteConnection::~SqliteConnection()
{
    m_database = {};
    if (QSqlDatabase::contains(m_name))
        QSqlDatabase::removeDatabase(m_name);
}

Result<> SqliteConnection::open(const QString &path, Access access)
{
    m_path = path;
    m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
    m_database.setDatabaseName(path);
    m_database.setConnectOptions(access == Access::ReadOnly ? u"QSQLITE_BUSY_TIMEOUT=5000;QSQLITE_OPEN_READONLY"_s
                                                            : u"QSQLITE_BUSY_TIMEOUT=5000"_s);
    if (!m_database.open())
        return fail(ErrorCode::CannotOpenFile, m_database.lastError().text(), { path });
    // No memory map: a failing disk shall give an error, not a signal.
    execute(u"PRAGMA mmap_size = 0"_s);
    execute(u"PRAGMA foreign_keys = ON"_s);
    if (access == Access::ReadOnly) {
        execute(u"PRAGMA query_only = ON"_s);
    } else {
        execute(u"PRAGMA journal_mode = WAL"_s);
        // What is deleted or overwritten leaves no bytes behind.
        execute(u"PRAGMA secure_delete = ON"_s);
        execute(u"PRAGMA synchronous = FULL"_s);
        // macOS: to the disk itself, not only to its memory. Nothing elsewhere.
        execute(u"PRAGMA fullfsync = ON"_s);
        execute(u"PRAGMA checkpoint_fullfsync = ON"_s);
    }
    if (m_failure) {
        const bool damaged = m_failure->kind == SqliteFailure::Kind::Broken;
        return fail(damaged ? ErrorCode::DatabaseDamaged : ErrorCode::CannotOpenFile, m_failure->text, { path });
    }
    return {};
}

QSqlQuery SqliteConnection::prepare(const QString &name)
{
    QFile file(u":/salon/store/"_s + name + u".sql"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("statement %s is missing", qPrintable(name));
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.prepare(QString::fromUtf8(file.readAll())))
        note(query.lastError());
    return query;
}

bool SqliteConnection::execute(const QString &sql)
{
    QSqlQuery query(m_database);
    return check(query.exec(sql), query);
}

QVariant SqliteConnection::valueOf(const QString &sql)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    return check(query.exec(sql), query) ? firstValue(query) : QVariant();
}

QVariant SqliteConnection::firstValue(QSqlQuery &query)
{
    const QVariant value = next(query) ? query.value(0) : QVariant();
    query.finish();
    return value;
}

bool SqliteConnection::next(QSqlQuery &query)
{
    if (!query.isActive())
        return false; // it did not run, and why was noted then
    if (query.next())
        return true;
    if (query.lastError().isValid())
        note(query.lastError());
    return false;
}

bool SqliteConnection::check(bool ok, const QSqlQuery &query)
{
    if (!ok)
        note(query.lastError());
    return ok;
}

void SqliteConnection::note(const QSqlError &error)
{
    const int code = error.nativeErrorCode().toInt();
    qCWarning(salonStore).noquote() << "SQLite" << code << error.databaseText();
    if (!m_failure)
        m_failure = SqliteFailure{ kindOf(code), u"SQLite %1: %2"_s.arg(code).arg(error.databaseText()) };
}

} // namespace salon::server
