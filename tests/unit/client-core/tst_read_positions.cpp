// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/unit/client-core/rig.h"

#include <QSignalSpy>

using namespace salon;
using namespace salon::test;
using namespace Qt::StringLiterals;

class TestReadPositions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void unreadFollowsTheRule();
    void unreadSurvivesALateCount();
    void readPositionMadeOfflineIsToldLater();
    void readPositionOfAnotherDeviceArrives();
    void readPositionNeverMovesBack();
    void refusalThatPassesIsNotTheLastWord();
    void strangeAnswerIsNotTheLastWord();
    void positionThatTheServerLostIsToldAgain();
    void manyUnreadOnesAreCountedInLittleMemory();

private:
    void restart();

    std::unique_ptr<World> m_world;
    std::unique_ptr<Rig> m_rig;
};

void TestReadPositions::init()
{
    m_rig.reset();
    m_world = std::make_unique<World>();
    restart();
}

void TestReadPositions::restart()
{
    m_rig.reset();
    m_rig = m_world->makeRig();
    QTRY_VERIFY(m_rig->sync.isLoaded());
}

void TestReadPositions::unreadFollowsTheRule()
{
    m_world->server.say(General, FakeServer::Marie, u"1"_s);
    m_rig->goOnline();
    QCOMPARE(m_rig->rooms.find(General)->unread, 1U);
    m_world->server.say(General, FakeServer::Marie, u"2"_s);
    m_world->server.say(General, FakeServer::Me, u"own, from another device"_s);
    m_world->server.say(General, FakeServer::Jean, u"@me"_s, { FakeServer::Me });
    RoomEvent joined;
    joined.room = General;
    joined.kind = EventKind::Joined;
    joined.author = FakeServer::Jean;
    m_world->server.append(joined);
    RoomEvent announcement;
    announcement.room = General;
    announcement.kind = EventKind::Announcement;
    announcement.text = u"to all"_s;
    m_world->server.append(announcement);
    QTRY_COMPARE(m_rig->sync.last(General), Seq(6));
    QCOMPARE(m_rig->rooms.find(General)->unread, 4U);
    QCOMPARE(m_rig->rooms.find(General)->mentions, 1U);
    m_rig->sync.markRead(General, 4);
    QTRY_COMPARE(m_rig->rooms.find(General)->unread, 1U);
    QCOMPARE(m_rig->rooms.find(General)->mentions, 0U);
    m_rig->sync.markRead(General, 6);
    QCOMPARE(m_rig->rooms.find(General)->unread, 0U); // at once, before the server says so
}

void TestReadPositions::unreadSurvivesALateCount()
{
    m_rig->goOnline();
    for (int i = 0; i < 3; ++i)
        m_world->server.say(General, FakeServer::Marie, u"x"_s);
    QTRY_COMPARE(m_rig->rooms.find(General)->unread, 3U);
    m_world->server.pushAll(ReadMoved{ General, 1, 1, 0, 2 }); // counted before the third was there
    QTRY_COMPARE(m_rig->rooms.find(General)->unread, 2U);
    QCOMPARE(m_rig->rooms.find(General)->readSeq, Seq(1));
}

void TestReadPositions::readPositionMadeOfflineIsToldLater()
{
    m_world->server.fill(General, 10);
    m_rig->goOnline();
    m_world->server.reachable = false;
    m_world->server.cut();
    m_rig->sync.markRead(General, 10);
    QCOMPARE(m_rig->rooms.find(General)->unread, 0U);
    restart(); // still offline
    QCOMPARE(m_rig->rooms.find(General)->readSeq, Seq(10));
    QCOMPARE(m_rig->rooms.find(General)->unread, 0U);
    m_world->server.reachable = true;
    m_rig->goOnline();
    QTRY_COMPARE(m_world->server.readSeqs.value(General), Seq(10));
    QCOMPARE(m_rig->rooms.find(General)->unread, 0U);
    QTRY_COMPARE(m_rig->rooms.find(General)->readSeq, Seq(10));
}

void TestReadPositions::readPositionOfAnotherDeviceArrives()
{
    m_world->server.fill(General, 10);
    m_rig->goOnline();
    QTemporaryDir otherFolder;
    MemoryOutboxStore otherDisk;
    Rig other(m_world->server, m_world->clock, otherFolder.path(), otherDisk, DeviceKey::generate());
    other.goOnline();
    other.sync.markRead(General, 7);
    QTRY_COMPARE(m_rig->rooms.find(General)->readSeq, Seq(7));
    QCOMPARE(m_rig->rooms.find(General)->unread, 3U);
    m_rig->sync.markRead(General, 10);
    QTRY_COMPARE(other.rooms.find(General)->readSeq, Seq(10));
    QTRY_COMPARE(other.rooms.find(General)->unread, 0U);
}

void TestReadPositions::readPositionNeverMovesBack()
{
    m_world->server.fill(General, 10);
    m_rig->goOnline();
    m_rig->sync.markRead(General, 8);
    QTRY_COMPARE(m_world->server.readSeqs.value(General), Seq(8));
    m_rig->sync.markRead(General, 3);
    m_world->server.pushAll(ReadMoved{ General, 5, 5, 0, 10 });
    m_rig->sync.markRead(General, 9999); // no further than what is here
    QTRY_COMPARE(m_world->server.readSeqs.value(General), Seq(10));
    QCOMPARE(m_rig->rooms.find(General)->readSeq, Seq(10));
}

void TestReadPositions::refusalThatPassesIsNotTheLastWord()
{
    m_world->server.fill(General, 10);
    m_rig->goOnline();
    int refusals = 0;
    m_world->server.intercept = [&](FakeChannel *channel, const Envelope &request) {
        if (!request.is(MessageType::MarkRead) || refusals > 0)
            return false;
        ++refusals;
        m_world->server.refuse(channel, request, ErrorCode::ServerBusy); // without a time to come back
        return true;
    };
    m_rig->sync.markRead(General, 10);
    QTRY_COMPARE(m_world->server.readSeqs.value(General), Seq(10));
}

void TestReadPositions::strangeAnswerIsNotTheLastWord()
{
    m_world->server.fill(General, 5);
    m_rig->goOnline();
    m_world->server.intercept = [this](FakeChannel *channel, const Envelope &request) {
        if (request.is(MessageType::MarkRead))
            m_world->server.refuse(channel, request, ErrorCode::Internal);
        return request.is(MessageType::MarkRead);
    };
    m_rig->sync.markRead(General, 5);
    QTRY_COMPARE(m_world->server.received(MessageType::MarkRead).size(), 1);
    m_rig->session->notify(Typing{ General });
    QTRY_COMPARE(m_world->server.received(MessageType::Typing).size(), 1); // the answer came before
    m_world->server.intercept = nullptr;
    restart();
    m_rig->goOnline();
    QTRY_COMPARE(m_world->server.readSeqs.value(General), Seq(5));
}

void TestReadPositions::positionThatTheServerLostIsToldAgain()
{
    m_world->server.fill(General, 5);
    m_rig->goOnline();
    m_rig->sync.markRead(General, 5);
    QTRY_COMPARE(m_world->server.readSeqs.value(General), Seq(5));
    m_world->server.readSeqs[General] = 2;
    m_world->server.cut();
    QTRY_COMPARE(m_world->server.readSeqs.value(General), Seq(5));
    QCOMPARE(m_rig->rooms.find(General)->readSeq, Seq(5));
}

void TestReadPositions::manyUnreadOnesAreCountedInLittleMemory()
{
    People people;
    Rooms rooms(people);
    RoomSummary room;
    room.id = General;
    QVERIFY(rooms.put(room));
    RoomEvent event;
    event.room = General;
    event.author = FakeServer::Marie;
    for (event.seq = 1; event.seq <= 10 * Rooms::MaxLater; ++event.seq)
        rooms.apply(event);
    QCOMPARE(rooms.find(General)->unread, quint32(10 * Rooms::MaxLater));
    rooms.markReadHere(General, 10 * Rooms::MaxLater - 3);
    QCOMPARE(rooms.find(General)->unread, 3U);
}

QTEST_GUILESS_MAIN(TestReadPositions)
#include "shared/protocol/messages/reading.h"
#include "tst_read_positions.moc"
