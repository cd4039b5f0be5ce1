// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/protocol/version.h"
#include "tests/support/server_process.h"
#include "tests/support/test_client.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

/// Rules of rooms, retention and reading exports in, on the real server.
class TestRulesAndExports : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rulesHoldAfterAKill();
    void anExportIsReadIn();
    void aBadExportSaysItsLine();
    void oldTextsAreGoneFromTheDisk();
    void removingIsFinishedAfterAKill();
};

namespace {

/// Writes an export with so many messages of two years ago, each with a word of its own.
void writeExport(const QString &folder, int messages, const QByteArray &bad = {})
{
    QFile file(folder + u"/messages.jsonl"_s);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("cannot write");
    file.write(R"({"salon":"export","version":1,"server":{"id":"00ff","name":"Old"},"room":{"id":1,"name":"Archive"}})"
               "\n");
    const QDateTime start = QDateTime::currentDateTimeUtc().addYears(-2);
    for (int i = 1; i <= messages; ++i) {
        const QByteArray number = QByteArray::number(i);
        file.write(R"({"seq":)" + number + R"(,"time":")" + start.addSecs(i).toString(Qt::ISODateWithMs).toLatin1()
            + R"(","kind":"message","author":{"login":"somebody","name":"Émile"},"text":"old-word-)" + number
            + "-end\"}\n");
    }
    if (!bad.isEmpty())
        file.write(bad + '\n');
}

/// Whether a file of the server holds these bytes.
bool isOnDisk(const ServerProcess &server, const QByteArray &bytes)
{
    QDirIterator files(server.dataFolder(), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(bytes))
            return true;
    }
    return false;
}

/// The owner of a server, who may set rules everywhere.
class Owner : public TestClient
{
public:
    explicit Owner(ServerProcess &server)
    {
        hello.features = knownFeatures();
        m_isIn = join(server.link(), u"marie"_s, server.ownerCode());
    }
    [[nodiscard]] bool isIn() const { return m_isIn; }
    RoomId enter(const QString &name)
    {
        const auto rooms = ask<RoomList>(ListRooms{ name, 0, 0 });
        if (!rooms || rooms->rooms.isEmpty() || !ask<RoomOpened>(JoinRoom{ rooms->rooms.front().id }))
            return {};
        return rooms->rooms.front().id;
    }

private:
    bool m_isIn = false;
};

bool import(ServerProcess &server, const QString &folder, const QByteArray &end = "is done")
{
    server.command("/import " + folder.toUtf8());
    for (int i = 0; i < 12; ++i) { // waitForOutput() has its own limit
        if (server.waitForOutput(end))
            return true;
    }
    return false;
}

} // namespace

void TestRulesAndExports::rulesHoldAfterAKill()
{
    ServerProcess server;
    server.makeLenient();
    QVERIFY(server.start());
    Owner marie(server);
    QVERIFY(marie.isIn());
    TestClient paul;
    QVERIFY(paul.join(server.link(), u"paul"_s));
    const auto room = marie.ask<RoomOpened>(CreateRoom{ RoomKind::Public, u"News"_s, {}, { paul.self().account } });
    const RoomRules rules{ .posting = RoomPeople::Moderators, .retentionDays = 365, .noTyping = true };
    QVERIFY(marie.ask<Done>(SetRoomRules{ room->room.id, rules }));
    QCOMPARE(paul.send(room->room.id, u"x"_s).error().code, ErrorCode::PostingRestricted);
    server.kill();
    QVERIFY(server.start());
    TestClient back(paul.key());
    QVERIFY(back.open(server.link()));
    QVERIFY(back.loginWithKey());
    const auto resumed = back.resume();
    QCOMPARE(resumed->rooms.back().rules, rules);
    QCOMPARE(resumed->rooms.back().maker, marie.self().account);
    SendMessage message{ room->room.id, makeCid(SystemClock()), 2, u"x"_s };
    QCOMPARE(back.ask<Sent>(message).error().code, ErrorCode::PostingRestricted);
    QVERIFY(server.stop());
}

void TestRulesAndExports::anExportIsReadIn()
{
    constexpr int Messages = 20'000;
    QTemporaryDir folder;
    writeExport(folder.path(), Messages);
    ServerProcess server;
    server.makeLenient();
    QVERIFY(server.start());
    Owner marie(server);
    QVERIFY(marie.isIn());
    QElapsedTimer timer;
    timer.start();
    QVERIFY2(import(server, folder.path()), server.output());
    qInfo("%d messages read in within %lld ms", Messages, timer.elapsed());
    QVERIFY(server.output().contains("20000 messages added"));
    const RoomId room = marie.enter(u"Archive"_s);
    const auto log = marie.readAll(room);
    QCOMPARE(log->at(1).text, u"old-word-1-end"_s);
    QCOMPARE(log->at(1).alias, u"Émile"_s);
    QCOMPARE(log->at(Messages).text, u"old-word-%1-end"_s.arg(Messages));
    QVERIFY(server.stop());
    // Again, in the operator's other language.
    server.language = u"fr"_s;
    QVERIFY(server.start());
    QVERIFY2(import(server, folder.path() + u" Archive"_s, QByteArray::number(Messages)), server.output());
    QVERIFY(server.stop());
}

void TestRulesAndExports::aBadExportSaysItsLine()
{
    QTemporaryDir folder;
    writeExport(folder.path(), 10, R"({"seq":11,"kind":"message"})");
    ServerProcess server;
    QVERIFY(server.start());
    QVERIFY2(import(server, folder.path(), "The import ended at line 12: “time” is missing"), server.output());
    QVERIFY(server.output().contains("No message was added."));
    server.command("/import /nowhere");
    QVERIFY(server.waitForOutput("/nowhere/messages.jsonl cannot be read"));
    server.command("/import");
    QVERIFY(server.waitForOutput("What? /import FOLDER"));
    server.command("/rooms");
    QVERIFY(server.waitForOutput("1 room"));
    QVERIFY(!server.output().contains("Archive"));
    QVERIFY(server.stop());
}

void TestRulesAndExports::oldTextsAreGoneFromTheDisk()
{
    QTemporaryDir folder;
    writeExport(folder.path(), 2'000);
    ServerProcess server;
    server.makeLenient();
    QVERIFY(server.start());
    Owner marie(server);
    QVERIFY(marie.isIn());
    QVERIFY(import(server, folder.path()));
    const RoomId room = marie.enter(u"Archive"_s);
    QVERIFY(marie.follow(room));
    QVERIFY(marie.send(room, u"young-word"_s));
    QVERIFY(isOnDisk(server, "old-word-1000-end"));
    QVERIFY(marie.ask<Done>(SetRoomRules{ room, { .retentionDays = 30 } }));
    QVERIFY(waitUntil([&] { return !marie.pushes<HistoryTrimmed>().isEmpty(); }));
    QVERIFY(marie.pushes<HistoryTrimmed>().back().floor > 2'000);
    const auto log = marie.readAll(room);
    QCOMPARE(log->front().kind, EventKind::Joined);
    QCOMPARE(log->at(1).text, u"young-word"_s);
    QVERIFY(waitUntil([&] { return !isOnDisk(server, "old-word-"); }, 30'000));
    QVERIFY(isOnDisk(server, "young-word"));
    QVERIFY(server.stop());
    QVERIFY(!isOnDisk(server, "old-word-"));
}

void TestRulesAndExports::removingIsFinishedAfterAKill()
{
    QTemporaryDir folder;
    writeExport(folder.path(), 5'000);
    ServerProcess server;
    server.makeLenient();
    QVERIFY(server.start());
    Owner marie(server);
    QVERIFY(marie.isIn());
    QVERIFY(import(server, folder.path()));
    const RoomId room = marie.enter(u"Archive"_s);
    QVERIFY(marie.ask<Done>(SetRoomRules{ room, { .retentionDays = 30 } }));
    QVERIFY(waitUntil([&] { return !marie.pushes<HistoryTrimmed>().isEmpty(); }));
    server.kill();
    QVERIFY(server.start());
    TestClient back(marie.key());
    QVERIFY(back.open(server.link()));
    QVERIFY(back.loginWithKey());
    QCOMPARE(back.readAll(room)->front().kind, EventKind::Joined);
    QVERIFY(waitUntil([&] { return !isOnDisk(server, "old-word-"); }, 30'000));
    QVERIFY(server.stop());
}

QTEST_GUILESS_MAIN(TestRulesAndExports)
#include "tst_rules_and_exports.moc"
