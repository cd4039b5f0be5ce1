// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/store/client_database.h"

#include "shared/base/logging.h"

#include <QDateTime>
#include <QFile>
#include <QSqlError>
#include <QUuid>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

/// SQLite's result codes that matter here.
constexpr int SqliteCorrupt = 11;
constexpr int SqliteFull = 13;
constexpr int SqliteNotADatabase = 26;

/// Of user_version in the header of a file.
constexpr qsizetype VersionOffset = 60;

Error errorOf(const QSqlError &error)
{
    const int code = error.nativeErrorCode().toInt() & 0xff;
    const ErrorCode kind = code == SqliteFull                 ? ErrorCode::StorageFull
        : code == SqliteCorrupt || code == SqliteNotADatabase ? ErrorCode::DatabaseDamaged
                                                              : ErrorCode::StorageFailed;
    return { kind, error.text(), {}, std::nullopt };
}

} // namespace

ClientDatabase::ClientDatabase(QString path, Durability durability)
    : m_path(std::move(path))
    , m_durability(durability)
    , m_name("salon-client-"_L1 + QUuid::createUuid().toString(QUuid::WithoutBraces))
{
}

ClientDatabase::~ClientDatabase()
{
    close();
}

Result<> ClientDatabase::open(const QStringList &migrations)
{
    m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
    m_database.setDatabaseName(m_path);
    if (!m_database.open())
        return fail(ErrorCode::CannotOpenFile, m_database.lastError().text(), { m_path });
    QFile::setPermissions(m_path, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    const QStringList pragmas{ u"PRAGMA busy_timeout = 5000"_s, u"PRAGMA journal_mode = WAL"_s,
        m_durability == Durability::Full ? u"PRAGMA synchronous = FULL"_s : u"PRAGMA synchronous = NORMAL"_s,
        u"PRAGMA secure_delete = ON"_s, // what somebody deleted is not to be found in the file
        u"PRAGMA foreign_keys = ON"_s, u"PRAGMA mmap_size = 0"_s,
        // macOS: to the disk itself, not only to its memory. Nothing elsewhere.
        m_durability == Durability::Full ? u"PRAGMA fullfsync = ON"_s : u"PRAGMA fullfsync = OFF"_s };
    for (const QString &pragma : pragmas) {
        if (auto done = run(pragma); !done)
            return tl::unexpected(done.error());
    }
    // Left behind by a program that did not come to its end.
    const bool wasOpen = QFile::exists(openMark());
    QFile mark(openMark());
    (void)mark.open(QIODevice::WriteOnly);
    m_suspected = true;
    if (wasOpen || m_durability == Durability::Full) {
        auto checked = run(u"PRAGMA quick_check(1)"_s);
        if (!checked || !checked->next() || checked->value(0).toString() != "ok"_L1)
            return fail(ErrorCode::DatabaseDamaged, u"quick_check"_s);
    }
    Result<> migrated = migrate(migrations);
    m_suspected = !migrated;
    return migrated;
}

Result<> ClientDatabase::migrate(const QStringList &migrations)
{
    auto version = run(u"PRAGMA user_version"_s);
    if (!version || !version->next())
        return fail(ErrorCode::DatabaseDamaged, u"user_version"_s);
    const int current = version->value(0).toInt();
    version->finish();
    if (current > migrations.size())
        return fail(ErrorCode::VersionUnsupported, u"written by a newer version"_s, { m_path });
    for (int step = current; step < migrations.size(); ++step) {
        const Result<> migrated = transaction([&]() -> Result<> {
            for (const QString &statement : migrations[step].split(u";\n"_s, Qt::SkipEmptyParts)) {
                if (statement.trimmed().isEmpty())
                    continue;
                if (auto done = run(statement); !done)
                    return tl::unexpected(done.error());
            }
            if (auto done = run(u"PRAGMA user_version = %1"_s.arg(step + 1)); !done)
                return tl::unexpected(done.error());
            return {};
        });
        if (!migrated)
            return migrated;
    }
    return {};
}

bool ClientDatabase::isNewerThan(const QString &path, qsizetype migrations)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray header = file.read(VersionOffset + qsizetype(sizeof(quint32)));
    if (header.size() < VersionOffset + qsizetype(sizeof(quint32)) || !header.startsWith("SQLite format 3"))
        return false;
    return qFromBigEndian<quint32>(header.constData() + VersionOffset) > quint32(migrations);
}

void ClientDatabase::close()
{
    if (!m_database.isValid())
        return;
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(m_name);
    if (!m_suspected)
        QFile::remove(openMark());
}

Result<> ClientDatabase::setAside()
{
    const QString aside = m_path + ".damaged-"_L1 + QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-hhmmsszzz"_s);
    qCWarning(salonStore) << "Damaged, set aside:" << m_path << "as" << aside;
    // The write-ahead log belongs to the file: left behind, it would be played into the new one.
    for (const QString &suffix : { u"-wal"_s, u"-shm"_s }) {
        if (QFile::exists(m_path + suffix))
            QFile::rename(m_path + suffix, aside + suffix);
    }
    if (QFile::exists(m_path) && !QFile::rename(m_path, aside))
        return fail(ErrorCode::CannotOpenFile, {}, { m_path });
    return {};
}

Result<QSqlQuery> ClientDatabase::run(const QString &sql, const QVariantList &values)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return fail(errorOf(query.lastError()));
    for (int i = 0; i < values.size(); ++i)
        query.bindValue(i, values[i]);
    if (!query.exec()) {
        const Error error = errorOf(query.lastError());
        m_suspected = m_suspected || error.code == ErrorCode::DatabaseDamaged;
        return fail(error);
    }
    return query;
}

Result<> ClientDatabase::ended(const QSqlQuery &query)
{
    if (query.lastError().type() == QSqlError::NoError)
        return {};
    return fail(errorOf(query.lastError()));
}

} // namespace salon
