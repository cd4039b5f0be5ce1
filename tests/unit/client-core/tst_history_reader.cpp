// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/unit/client-core/rig.h"

#include <QDir>
#include <QFile>

using namespace salon;
using namespace salon::test;
using namespace Qt::StringLiterals;

class TestHistoryReader : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void everythingIsThereOffline();
    void damagedMirrorIsRebuilt();
    void olderHistoryComesFromTheServerThenFromTheMirror();
    void whatTheMirrorLostComesFromTheServer();
    void olderPageWithAHoleIsNotTaken();

private:
    void restart();

    std::unique_ptr<World> m_world;
    std::unique_ptr<Rig> m_rig;
};

void TestHistoryReader::init()
{
    m_rig.reset();
    m_world = std::make_unique<World>();
    restart();
}

void TestHistoryReader::restart()
{
    m_rig.reset();
    m_rig = m_world->makeRig();
    QTRY_VERIFY(m_rig->sync.isLoaded());
}

namespace {

HistorySlice wait(const Answer<HistorySlice> &answer)
{
    if (!QTest::qWaitFor([&] { return answer.isFinished(); }) || answer.resultCount() == 0)
        return {};
    return answer.result().value_or(HistorySlice());
}

} // namespace

void TestHistoryReader::everythingIsThereOffline()
{
    m_world->server.fill(General, 30);
    m_world->server.room(General).summary.topic = u"Topic"_s;
    m_rig->goOnline();
    QTRY_COMPARE(m_rig->rooms.find(General)->unread, 30U);
    m_rig->people.put(Profile{ FakeServer::Marie, u"marie"_s, u"Marie"_s, PresenceState::Online, {}, 0 });
    m_world->server.reachable = false;
    m_world->server.cut();
    restart();
    QCOMPARE(m_rig->rooms.ids().size(), 2);
    QCOMPARE(m_rig->rooms.displayName(General), u"General"_s);
    QCOMPARE(m_rig->rooms.find(General)->topic, u"Topic"_s);
    QCOMPARE(m_rig->rooms.find(General)->unread, 30U);
    QCOMPARE(m_rig->people.self(), FakeServer::Me);
    QCOMPARE(m_rig->people.nameOf(FakeServer::Marie), u"Marie"_s);
    QCOMPARE(m_rig->people.find(FakeServer::Marie)->presence, PresenceState::Offline);
    const HistorySlice slice = wait(m_rig->sync.before(General, 0, 100));
    QCOMPARE(slice.events.size(), 30);
    QVERIFY(slice.atStart);
}

void TestHistoryReader::damagedMirrorIsRebuilt()
{
    m_world->server.fill(General, 200);
    m_rig->goOnline();
    m_rig.reset();
    QFile file(m_world->folder.filePath(u"mirror.sqlite"_s));
    QVERIFY(file.open(QIODevice::ReadWrite));
    for (qint64 at = 100; at < file.size(); at += 512) {
        file.seek(at);
        file.write("damage");
    }
    file.close();
    QFile::remove(file.fileName() + u"-wal"_s);
    restart();
    m_rig->goOnline();
    QCOMPARE(m_rig->sync.last(General), Seq(200));
    QCOMPARE(wait(m_rig->sync.before(General, 0, 50)).events.size(), 50);
    QVERIFY(!QDir(m_world->folder.path()).entryList({ u"mirror.sqlite.damaged-*"_s }).isEmpty());
}

void TestHistoryReader::olderHistoryComesFromTheServerThenFromTheMirror()
{
    m_world->server.fill(General, 500);
    m_rig->goOnline();
    const auto fetches = [this] {
        return m_world->server.received(MessageType::FetchHistory).size();
    };
    const auto before = fetches();
    Seq oldest = 401;
    while (oldest > 1) {
        const HistorySlice slice = wait(m_rig->sync.before(General, oldest, 100));
        QCOMPARE(slice.events.last().seq, oldest - 1);
        oldest = slice.events.first().seq;
        QCOMPARE(slice.atStart, oldest == 1);
    }
    QCOMPARE(fetches(), before + 4);
    m_world->server.reachable = false;
    m_world->server.cut();
    restart();
    const HistorySlice slice = wait(m_rig->sync.before(General, 101, 100));
    QCOMPARE(slice.events.size(), 100);
    QVERIFY(slice.atStart);
    QCOMPARE(wait(m_rig->sync.after(General, 495, 100)).events.size(), 5);
}

void TestHistoryReader::whatTheMirrorLostComesFromTheServer()
{
    m_world->server.fill(General, 50);
    m_rig->goOnline();
    m_rig->store.losesEvents = true;
    for (int i = 0; i < 5; ++i)
        m_world->server.say(General, FakeServer::Marie, u"lost"_s);
    QTRY_COMPARE(m_rig->sync.last(General), Seq(55));
    const HistorySlice newest = wait(m_rig->sync.before(General, 0, 100));
    QCOMPARE(newest.events.size(), 55);
    QVERIFY(newest.atStart);
    QCOMPARE(wait(m_rig->sync.before(General, 54, 10)).events.last().seq, Seq(53));
    const HistorySlice newer = wait(m_rig->sync.after(General, 48, 100));
    QCOMPARE(newer.events.size(), 7);
    QCOMPARE(wait(m_rig->sync.before(General, 40, 10)).events.last().seq, Seq(39)); // the mirror has it
    m_rig->store.losesEvents = false;
    restart();
    m_rig->goOnline();
    QCOMPARE(m_rig->sync.last(General), Seq(55));
    QCOMPARE(wait(m_rig->sync.before(General, 0, 100)).events.size(), 55);
}

void TestHistoryReader::olderPageWithAHoleIsNotTaken()
{
    m_world->server.fill(General, 500);
    m_rig->goOnline();
    m_world->server.intercept = [this](FakeChannel *channel, const Envelope &request) {
        if (!request.is(MessageType::FetchHistory))
            return false;
        QList<RoomEvent> events = m_world->server.room(General).log.mid(300, 100);
        events.removeAt(50);
        m_world->server.reply(channel, request, HistoryPage{ General, events, 500, 1, false, false, 0 });
        return true;
    };
    const auto answer = m_rig->sync.before(General, 401, 100);
    QTRY_VERIFY(answer.isFinished());
    QCOMPARE(answer.result().error().code, ErrorCode::MalformedMessage);
    m_world->server.intercept = nullptr;
    QCOMPARE(wait(m_rig->sync.before(General, 401, 100)).events.size(), 100);
}

QTEST_GUILESS_MAIN(TestHistoryReader)
#include "tst_history_reader.moc"
