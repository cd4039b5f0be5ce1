// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/store/sqlite/database_setup.h"

#include "server/domain/invitation.h"
#include "server/domain/look_alike.h"
#include "server/domain/rooms.h"
#include "server/store/sqlite/event_rows.h"
#include "server/store/sqlite/room_rows.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace salon::server {
namespace {

constexpr int ApplicationId = 0x53414c4e; // "SALN"

QByteArray randomBytes(int words)
{
    QList<quint32> random(words);
    QRandomGenerator::system()->fillRange(random.data(), words);
    return QByteArray(reinterpret_cast<const char *>(random.constData()), words * qsizetype(sizeof(quint32)));
}

Result<> failureOf(SqliteConnection &connection)
{
    const SqliteFailure failure = connection.failure().value_or(SqliteFailure{});
    connection.clearFailure();
    switch (failure.kind) {
    case SqliteFailure::Kind::Full:
        return fail(ErrorCode::StorageFull, failure.text, { connection.path() });
    case SqliteFailure::Kind::Broken:
        return fail(ErrorCode::DatabaseDamaged, failure.text, { connection.path() });
    default:
        return fail(ErrorCode::CannotOpenFile, failure.text, { connection.path() });
    }
}

/// Runs `work` in one transaction; undoes it when a statement failed.
template <class Work>
Result<> inTransaction(SqliteConnection &connection, Work work)
{
    if (connection.execute(u"BEGIN IMMEDIATE"_s)) {
        work();
        if (!connection.failure() && connection.execute(u"COMMIT"_s))
            return {};
    }
    Result<> failed = failureOf(connection);
    connection.execute(u"ROLLBACK"_s);
    connection.clearFailure();
    return failed;
}

Result<> checkHealth(SqliteConnection &connection)
{
    const QString verdict = connection.valueOf(u"PRAGMA quick_check(1)"_s).toString();
    if (connection.failure())
        return failureOf(connection);
    if (verdict != "ok"_L1)
        return fail(ErrorCode::DatabaseDamaged, verdict, { connection.path() });
    return {};
}

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

Result<> applyMigration(SqliteConnection &connection, const QString &path, int number)
{
    return inTransaction(connection, [&] {
        for (const QString &statement : statementsOf(path))
            connection.execute(statement);
        connection.execute(u"PRAGMA application_id = %1"_s.arg(ApplicationId));
        connection.execute(u"PRAGMA user_version = %1"_s.arg(number));
    });
}

Result<> migrate(SqliteConnection &connection)
{
    const QDir folder(u":/salon/store/migrations"_s);
    const QStringList files = folder.entryList(QDir::Files, QDir::Name);
    const int version = connection.valueOf(u"PRAGMA user_version"_s).toInt();
    const int application = connection.valueOf(u"PRAGMA application_id"_s).toInt();
    const bool isEmpty = connection.valueOf(u"SELECT COUNT(*) FROM sqlite_master"_s).toInt() == 0;
    if (connection.failure())
        return failureOf(connection);
    if (!isEmpty && application != ApplicationId)
        return fail(ErrorCode::DatabaseDamaged, u"not a database of Salon"_s, { connection.path() });
    if (version > files.size())
        return fail(ErrorCode::VersionUnsupported, u"schema %1"_s.arg(version), { connection.path() });
    for (int number = version + 1; number <= files.size(); ++number) {
        if (auto applied = applyMigration(connection, folder.filePath(files[number - 1]), number); !applied)
            return applied;
    }
    return {};
}

void putValue(SqliteConnection &connection, const QString &key, const QByteArray &value)
{
    QSqlQuery put = connection.prepare(u"put_server_value"_s);
    connection.run(put, key, value);
}

void makeFirstRoom(SqliteConnection &connection, const SqliteStoreOptions &options)
{
    Room room;
    room.name = options.firstRoomName;
    room.createdMs = options.nowMs;
    room.lastActivityMs = options.nowMs;
    room.first = true;
    RoomRows rooms(connection);
    EventRows events(connection);
    room.id = rooms.insert(room, roomNameKey(room.name), {});
    Event created;
    created.room = room.id;
    created.seq = 1;
    created.timeMs = options.nowMs;
    created.kind = EventKind::RoomCreated;
    created.params = { room.name };
    events.append(created, 0);
    rooms.setHead(room.id, { 1, 0, options.nowMs });
}

Result<> giveFirstContents(SqliteConnection &connection, const SqliteStoreOptions &options)
{
    return inTransaction(connection, [&] {
        putValue(connection, u"server_id"_s, randomBytes(4));
        putValue(connection, u"epoch"_s, randomBytes(4));
        putValue(connection, u"owner_code"_s, makeCode().toLatin1());
        putValue(connection, u"unicode_version"_s, LookAlike::unicodeVersion().toLatin1());
        makeFirstRoom(connection, options);
    });
}

/// Skeletons are only comparable when one version of Unicode made all of them.
Result<> renewSkeletons(SqliteConnection &connection)
{
    const QString version = connection.valueOf(u"SELECT value FROM server WHERE key = 'unicode_version'"_s).toString();
    if (version == LookAlike::unicodeVersion())
        return {};
    return inTransaction(connection, [&] {
        const LookAlike lookAlike;
        QSqlQuery forget = connection.prepare(u"delete_all_skeletons"_s);
        QSqlQuery accounts = connection.prepare(u"all_accounts"_s);
        QSqlQuery insert = connection.prepare(u"insert_skeleton"_s);
        connection.run(forget);
        connection.run(accounts);
        while (accounts.next()) {
            // Who was there first keeps a skeleton that two names share by the new rules.
            const QList<QString> names{ accounts.value(1).toString(), accounts.value(2).toString() };
            for (const QString &skeleton : lookAlike.skeletonsOfAll(names))
                connection.run(insert, skeleton, accounts.value(0));
        }
        accounts.finish();
        putValue(connection, u"unicode_version"_s, LookAlike::unicodeVersion().toLatin1());
    });
}

} // namespace

Result<> setUpDatabase(SqliteConnection &connection, const SqliteStoreOptions &options)
{
    if (auto healthy = checkHealth(connection); !healthy)
        return healthy;
    if (auto migrated = migrate(connection); !migrated)
        return migrated;
    if (connection.valueOf(u"SELECT COUNT(*) FROM server WHERE key = 'server_id'"_s).toInt() == 0) {
        if (auto begun = giveFirstContents(connection, options); !begun)
            return begun;
    }
    return renewSkeletons(connection);
}

} // namespace salon::server
