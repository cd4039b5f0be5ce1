// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/store/sqlite/migrations.h"
#include "tests/unit/server/store/store_fixture.h"

#include <QTest>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::server;
using namespace salon::test;

namespace {

/// What a server of an earlier schema has written: two people, two rooms, and messages in both in turn.
const QStringList contents{
    u"INSERT INTO server VALUES ('server_id', x'00112233445566778899aabbccddeeff'), ('epoch', x'01'), "
    "('unicode_version', '15.0')"_s,
    u"INSERT INTO accounts VALUES (1, 'marie', 'Marie', 40, x'', '', 1, 1), (2, 'jean', 'Jean', 10, x'', '', 1, 1)"_s,
    u"INSERT INTO names VALUES ('marie', 1), ('jean', 2)"_s,
    u"INSERT INTO devices VALUES (1, 1, zeroblob(32), '', 1, 1), (2, 2, "
    u"x'0101010101010101010101010101010101010101010101"
    "010101010101010101', '', 1, 1)"_s,
    u"INSERT INTO rooms VALUES (1, 1, 'General', 'general', '', NULL, NULL, 1, 1, 6, 3, 5000), (2, 2, 'Secret', NULL, "
    "'', 1, NULL, 1, 0, 5, 2, 4500)"_s,
    u"INSERT INTO memberships VALUES (1, 1, 1, 1, 0, 0), (1, 2, 1, 1, 3, 1), (2, 1, 1, 1, 1, 0), (2, 2, 1, 1, 1, 0)"_s,
    u"INSERT INTO events (room, seq, time_ms, kind, author, author_name, cid, body, params, subject, mentions, "
    "message_no) VALUES "
    "(1, 1, 1, 2, NULL, '', NULL, '', '[\"General\"]', NULL, NULL, 0), "
    "(1, 2, 1000, 1, 1, 'Marie', x'000000000000700080000000000000a1', 'one @jean', NULL, NULL, '2', 1), "
    "(1, 3, 1500, 7, 1, 'Marie', NULL, '', '[\"topic\"]', NULL, NULL, 1), "
    "(1, 4, 3000, 1, 1, 'Marie', x'000000000000700080000000000000a2', 'three @jean', NULL, NULL, '2', 2), "
    "(1, 5, 5000, 1, 2, 'Jean', x'000000000000700080000000000000a3', 'é 🌻', NULL, NULL, NULL, 3), "
    "(2, 1, 1, 2, 1, 'Marie', NULL, '', '[\"Secret\"]', NULL, NULL, 0), "
    "(2, 2, 2000, 1, 1, 'Marie', x'000000000000700080000000000000a4', 'two @jean', NULL, NULL, '2', 1), "
    "(2, 3, 4000, 1, 1, 'Marie', x'000000000000700080000000000000a5', 'four', NULL, NULL, NULL, 2), "
    "(2, 4, 4500, 5, 1, 'Marie', NULL, '', '[\"Jean\"]', 2, NULL, 2)"_s,
    u"INSERT INTO mentions VALUES (2, 1, 2), (2, 1, 4), (2, 2, 2)"_s,
    u"INSERT INTO device_counters VALUES (1, 1, 2), (1, 2, 2), (2, 1, 1)"_s,
};

constexpr RoomId Secret{ 2 };
constexpr AccountId Marie{ 1 };
constexpr AccountId Jean{ 2 };

} // namespace

/// A server goes on with what an earlier version wrote.
class TestOldDatabases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingIsThereAndGoesOn_data()
    {
        QTest::addColumn<int>("schema");
        QTest::newRow("001") << 1;
        QTest::newRow("002") << 2;
        QTest::newRow("003") << 3;
    }
    void everythingIsThereAndGoesOn();

private:
    static void write(const QString &folder, int schema);
};

void TestOldDatabases::write(const QString &folder, int schema)
{
    const QDir shipped(u":/salon/store/migrations"_s);
    QTemporaryDir migrations;
    const auto ship = [&](int from, int to) {
        const QStringList names = shipped.entryList(QDir::Files, QDir::Name).mid(from, to - from);
        return std::ranges::all_of(
            names, [&](const QString &name) { return QFile::copy(shipped.filePath(name), migrations.filePath(name)); });
    };
    constexpr int SchemaOfContents = 2; // later ones have it from there
    QVERIFY(ship(0, std::min(schema, SchemaOfContents)));
    SqliteConnection connection;
    QVERIFY(connection.open(folder + u"/salon.db"_s, SqliteConnection::Access::ReadWrite));
    QVERIFY(migrate(connection, migrations.path()));
    for (const QString &statement : contents)
        QVERIFY(connection.execute(statement));
    if (schema >= 2)
        QVERIFY(connection.execute(u"UPDATE events SET alias = 'invité-3' WHERE room = 1 AND seq = 5"_s));
    QVERIFY(ship(SchemaOfContents, std::max(schema, SchemaOfContents)));
    QVERIFY(migrate(connection, migrations.path()));
}

void TestOldDatabases::everythingIsThereAndGoesOn()
{
    QFETCH(int, schema);
    StoreFixture fixture;
    fixture.close();
    for (const QString &name : QDir(fixture.folder.path()).entryList(QDir::Files))
        QVERIFY(QFile::remove(fixture.folder.filePath(name)));
    write(fixture.folder.path(), schema);
    if (QTest::currentTestFailed())
        return;
    fixture.open();

    QCOMPARE(fixture.contents.serverId, QByteArray::fromHex("00112233445566778899aabbccddeeff"));
    QCOMPARE(fixture.contents.rooms.size(), 2);
    QCOMPARE(fixture.contents.rooms[0].head, 5);
    QCOMPARE(fixture.contents.rooms[0].messageCount, 3);
    QHash<std::pair<RoomId, AccountId>, Membership> members;
    for (const Membership &membership : std::as_const(fixture.contents.memberships))
        members.insert({ membership.room, membership.account }, membership);
    const Membership jean = members.value({ StoreFixture::General, Jean });
    QCOMPARE(jean.readSeq, 3);
    QCOMPARE(jean.messagesBefore, 1);
    QCOMPARE(jean.ownAfter, 1);
    QCOMPARE(jean.mentionsAfter, 1);
    QCOMPARE(members.value({ Secret, Jean }).mentionsAfter, 1);
    QCOMPARE(members.value({ StoreFixture::General, Marie }).ownAfter, 2);
    QCOMPARE(members.value({ Secret, Jean }).joinedSeq, 4); // what its log says
    QCOMPARE(members.value({ Secret, Marie }).joinedSeq, 0);

    const QList<Event> log = fixture.log(StoreFixture::General);
    QCOMPARE(log.size(), 5);
    QCOMPARE(log[1].text, u"one @jean"_s);
    QCOMPARE(log[1].mentions, QList<AccountId>{ Jean });
    QCOMPARE(log[1].cid, Cid::fromRfc4122(QByteArray::fromHex("000000000000700080000000000000a1")));
    QCOMPARE(log[2].params, QList<QString>{ u"topic"_s });
    QCOMPARE(log[4].text, u"é 🌻"_s);
    QCOMPARE(log[4].alias, schema >= 2 ? u"invité-3"_s : QString());
    QCOMPARE(log[4].form, MessageForm{});
    QCOMPARE(fixture.log(Secret).size(), 4);

    // Mentions of all rooms, by their time.
    const auto list = fixture.wait(&Store::readList, ListQuery{ MessageListKind::Mentions, Jean, {}, 0, 50, 0 });
    QStringList texts;
    for (const ListedEvent &listed : list->events)
        texts.append(listed.event.text);
    QCOMPARE(texts, (QStringList{ u"three @jean"_s, u"two @jean"_s, u"one @jean"_s }));

    // What was sent before is known, and what is old can be changed.
    MessageDraft draft;
    draft.event = { .room = StoreFixture::General, .timeMs = 6000, .author = Marie, .cid = log[1].cid };
    draft.device = DeviceId{ 1 };
    draft.counter = 1;
    QVERIFY(fixture.append(draft)->repeated);
    draft.event.cid = makeCid(fixture.clock);
    draft.event.kind = EventKind::Edited;
    draft.event.target = 2;
    draft.event.text = u"one, again"_s;
    draft.counter = 3;
    QCOMPARE(fixture.append(draft)->event.seq, 6);
    QCOMPARE(fixture.at(2).text, u"one, again"_s);
    draft.event.cid = makeCid(fixture.clock);
    draft.event.kind = EventKind::Deleted;
    draft.event.text.clear();
    draft.counter = 4;
    QVERIFY(fixture.append(draft));
    QVERIFY(fixture.at(2).form.deleted);
    QVERIFY(waitUntil([&] { return !fixture.isInFiles("one @jean") && !fixture.isInFiles("one, again"); }));
    fixture.reopen();
    QCOMPARE(fixture.log(StoreFixture::General).size(), 7);
}

QTEST_GUILESS_MAIN(TestOldDatabases)
#include "tst_old_databases.moc"
