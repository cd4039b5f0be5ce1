// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/store/sqlite/contents_rows.h"

using namespace Qt::StringLiterals;

namespace salon::server {
namespace {

template <class Take>
void forEachRow(SqliteConnection &connection, const QString &statement, Take take)
{
    QSqlQuery query = connection.prepare(statement);
    if (!connection.run(query))
        return;
    while (connection.next(query))
        take(query);
}

Account accountFrom(const QSqlQuery &row)
{
    return { idAt<AccountId>(row, 0), row.value(1).toString(), row.value(2).toString(), Role(row.value(3).toInt()),
        row.value(4).toByteArray(), row.value(5).toString(), row.value(6).toLongLong(), row.value(7).toLongLong(),
        row.value(8).toBool() };
}

Device deviceFrom(const QSqlQuery &row)
{
    return { idAt<DeviceId>(row, 0), idAt<AccountId>(row, 1), row.value(2).toByteArray(), row.value(3).toString(),
        row.value(4).toLongLong(), row.value(5).toLongLong() };
}

Rules rulesFrom(const QSqlQuery &row)
{
    return { RoomPeople(row.value(12).toInt()), row.value(13).toBool(), NewcomerHistory(row.value(14).toInt()),
        row.value(15).toUInt(), row.value(16).toUInt(), RoomPeople(row.value(17).toInt()), row.value(18).toBool(),
        row.value(19).toBool() };
}

Room roomFrom(const QSqlQuery &row)
{
    return { idAt<RoomId>(row, 0), RoomKind(row.value(1).toInt()), row.value(2).toString(), row.value(3).toString(),
        idAt<AccountId>(row, 4), row.value(5).toLongLong(), row.value(6).toLongLong(), row.value(7).toLongLong(),
        row.value(8).toLongLong(), row.value(9).toBool(), row.value(10).toLongLong(), row.value(11).toLongLong(),
        rulesFrom(row) };
}

Membership membershipFrom(const QSqlQuery &row)
{
    return { idAt<RoomId>(row, 0), idAt<AccountId>(row, 1), row.value(2).toLongLong(), row.value(3).toLongLong(),
        row.value(4).toLongLong(), row.value(5).toLongLong(), row.value(6).toLongLong(), row.value(7).toLongLong(),
        row.value(8).toLongLong(), row.value(9).toLongLong(), Attention(row.value(10).toInt()),
        row.value(11).toLongLong(), row.value(12).toLongLong() };
}

void takeServerValue(StoreContents &contents, const QSqlQuery &row)
{
    const QString key = row.value(0).toString();
    const QByteArray value = row.value(1).toByteArray();
    if (key == "server_id"_L1)
        contents.serverId = value;
    else if (key == "epoch"_L1)
        contents.epoch = value;
    else if (key == "owner_code"_L1)
        contents.ownerCode = QString::fromLatin1(value);
    else if (key == "unicode_version"_L1)
        contents.unicodeVersion = QString::fromLatin1(value);
}

} // namespace

StoreContents readAllContents(SqliteConnection &connection)
{
    StoreContents contents;
    forEachRow(connection, u"all_server_values"_s, [&](const QSqlQuery &row) { takeServerValue(contents, row); });
    forEachRow(
        connection, u"all_accounts"_s, [&](const QSqlQuery &row) { contents.accounts.append(accountFrom(row)); });
    forEachRow(connection, u"all_names"_s, [&](const QSqlQuery &row) {
        contents.names.append({ row.value(0).toString(), idAt<AccountId>(row, 1) });
    });
    forEachRow(connection, u"all_devices"_s, [&](const QSqlQuery &row) { contents.devices.append(deviceFrom(row)); });
    forEachRow(connection, u"all_rooms"_s, [&](const QSqlQuery &row) { contents.rooms.append(roomFrom(row)); });
    forEachRow(connection, u"all_memberships"_s,
        [&](const QSqlQuery &row) { contents.memberships.append(membershipFrom(row)); });
    forEachRow(connection, u"all_counters"_s, [&](const QSqlQuery &row) {
        contents.counters.append({ idAt<DeviceId>(row, 0), idAt<RoomId>(row, 1), row.value(2).toULongLong() });
    });
    forEachRow(connection, u"all_invitations"_s, [&](const QSqlQuery &row) {
        contents.invitations.append({ row.value(0).toByteArray(), idAt<AccountId>(row, 1), row.value(2).toUInt(),
            row.value(3).toLongLong(), row.value(4).toLongLong() });
    });
    forEachRow(connection, u"all_bans"_s, [&](const QSqlQuery &row) {
        contents.bans.append({ idAt<RoomId>(row, 0), idAt<AccountId>(row, 1) });
    });
    forEachRow(
        connection, u"blob_bytes"_s, [&](const QSqlQuery &row) { contents.blobBytes = row.value(0).toULongLong(); });
    return contents;
}

} // namespace salon::server
