// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/store/client_database.h"

#include "shared/base/logging.h"

#include <QDateTime>
#include <QFile>
#include <QtEndian>
#include <utility>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

/// Of user_version in the header of a file.
constexpr qsizetype VersionOffset = 60;

} // namespace

ClientDatabase::ClientDatabase(QString path, Durability durability)
    : m_file(std::move(path))
    , m_durability(durability)
{
}

ClientDatabase::~ClientDatabase()
{
    close();
}

Result<> ClientDatabase::open(const QStringList &migrations)
{
    m_isOpen = true;
    const bool isFull = m_durability == Durability::Full;
    const Result<> opened
        = m_file.open({ u"foreign_keys = ON"_s, isFull ? u"synchronous = FULL"_s : u"synchronous = NORMAL"_s,
            // macOS: to the disk itself, not only to its memory. Nothing elsewhere.
            isFull ? u"fullfsync = ON"_s : u"fullfsync = OFF"_s });
    if (!opened)
        return noted(opened);
    // Left behind by a program that did not come to its end.
    const bool wasOpen = QFile::exists(openMark());
    QFile mark(openMark());
    (void)mark.open(QIODevice::WriteOnly);
    m_suspected = true;
    if (wasOpen || isFull) {
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
        return fail(ErrorCode::VersionUnsupported, u"written by a newer version"_s, { path() });
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
    if (!std::exchange(m_isOpen, false))
        return;
    m_file.close();
    if (!m_suspected)
        QFile::remove(openMark());
}

Result<> ClientDatabase::setAside()
{
    const QString aside = path() + ".damaged-"_L1 + QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-hhmmsszzz"_s);
    qCWarning(salonStore) << "Damaged, set aside:" << path() << "as" << aside;
    // The write-ahead log belongs to the file: left behind, it would be played into the new one.
    for (const QString &suffix : { u"-wal"_s, u"-shm"_s }) {
        if (QFile::exists(path() + suffix))
            QFile::rename(path() + suffix, aside + suffix);
    }
    if (QFile::exists(path()) && !QFile::rename(path(), aside))
        return fail(ErrorCode::CannotOpenFile, {}, { path() });
    return {};
}

Result<QSqlQuery> ClientDatabase::run(const QString &sql, const QVariantList &values)
{
    return noted(m_file.run(sql, values));
}

} // namespace salon
