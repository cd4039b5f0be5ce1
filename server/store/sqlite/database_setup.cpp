// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/store/sqlite/database_setup.h"

#include "server/domain/invitation.h"
#include "server/domain/rooms.h"
#include "server/store/sqlite/event_rows.h"
#include "server/store/sqlite/migrations.h"
#include "server/store/sqlite/room_rows.h"
#include "server/store/sqlite/sqlite_transaction.h"
#include "shared/base/look_alike.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace salon::server {
namespace {

QByteArray randomBytes(int words)
{
    QList<quint32> random(words);
    QRandomGenerator::system()->fillRange(random.data(), words);
    return QByteArray(reinterpret_cast<const char *>(random.constData()), words * qsizetype(sizeof(quint32)));
}

Result<> checkHealth(SqliteConnection &connection)
{
    const QString verdict = connection.valueOf(u"PRAGMA quick_check(1)"_s).toString();
    if (connection.failure())
        return fail(startError(connection));
    if (verdict != "ok"_L1)
        return fail(ErrorCode::DatabaseDamaged, verdict, { connection.path() });
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
    return inTransaction(connection, [&]() -> Result<> {
        putValue(connection, u"server_id"_s, randomBytes(4));
        putValue(connection, u"epoch"_s, randomBytes(4));
        putValue(connection, u"owner_code"_s, makeCode().toLatin1());
        putValue(connection, u"unicode_version"_s, LookAlike::unicodeVersion().toLatin1());
        makeFirstRoom(connection, options);
        return {};
    });
}

/// Skeletons are only comparable when one version of Unicode made all of them.
Result<> renewSkeletons(SqliteConnection &connection)
{
    const QString version = connection.valueOf(u"SELECT value FROM server WHERE key = 'unicode_version'"_s).toString();
    if (connection.failure())
        return fail(startError(connection));
    if (version == LookAlike::unicodeVersion())
        return {};
    return inTransaction(connection, [&]() -> Result<> {
        const LookAlike lookAlike;
        QSqlQuery forget = connection.prepare(u"delete_all_skeletons"_s);
        QSqlQuery accounts = connection.prepare(u"all_accounts"_s);
        QSqlQuery insert = connection.prepare(u"insert_skeleton"_s);
        connection.run(forget);
        connection.run(accounts);
        while (connection.next(accounts)) {
            // Who was there first keeps a skeleton that two names share by the new rules.
            const QList<QString> names{ accounts.value(1).toString(), accounts.value(2).toString() };
            for (const QString &skeleton : lookAlike.skeletonsOfAll(names))
                connection.run(insert, skeleton, accounts.value(0));
        }
        accounts.finish();
        putValue(connection, u"unicode_version"_s, LookAlike::unicodeVersion().toLatin1());
        return {};
    });
}

} // namespace

Result<> setUpDatabase(SqliteConnection &connection, const SqliteStoreOptions &options)
{
    if (auto healthy = checkHealth(connection); !healthy)
        return healthy;
    if (auto migrated = migrate(connection, u":/salon/store/migrations"_s); !migrated)
        return migrated;
    const int ids = connection.valueOf(u"SELECT COUNT(*) FROM server WHERE key = 'server_id'"_s).toInt();
    if (connection.failure())
        return fail(startError(connection));
    if (ids == 0) {
        if (auto begun = giveFirstContents(connection, options); !begun)
            return begun;
    }
    return renewSkeletons(connection);
}

} // namespace salon::server
