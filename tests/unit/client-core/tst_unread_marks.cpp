// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/session/unread_finder.h"
#include "tests/unit/client-core/rig.h"

#include <QRandomGenerator>
#include <QSignalSpy>

using namespace salon;
using namespace salon::test;
using namespace Qt::StringLiterals;

/// Unread marks and attention, told now or later, and what is said of why a room is unread.
class TestUnreadMarks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void markCountsFromItsMessage();
    void markMadeOfflineIsCountedAndToldLater();
    void markEndsWithReading();
    void markEndedOfflineEndsOnTheServer();
    void lateReadingLeavesAMarkOfAnotherDevice();
    void markOfUnreadOrLostMessagesIsNone();
    void lowestMarkHolds();
    void deletionsRecountAMarkedRoom();
    void markSurvivesARefusalThatPasses();
    void countsAreRightAfterAKill();
    void whyUnreadNamesTheFirstMessage();
    void attentionHoldsOnAllDevicesAndOffline();
    void attentionForAWhileEnds();
    void sumsObeyAttention();
    void devicesAgreeWhateverHappens_data();
    void devicesAgreeWhateverHappens();

private:
    void restart();
    void goOffline();
    [[nodiscard]] const RoomSummary &room(RoomId id = General) const { return *m_rig->rooms.find(id); }
    UnreadReason why(RoomId id = General);

    std::unique_ptr<World> m_world;
    std::unique_ptr<Rig> m_rig;
};

void TestUnreadMarks::init()
{
    m_rig.reset();
    m_world = std::make_unique<World>();
    m_world->server.fill(General, 10);
    m_world->server.readSeqs[General] = 10;
    restart();
}

void TestUnreadMarks::restart()
{
    m_rig.reset();
    m_rig = m_world->makeRig();
    QTRY_VERIFY(m_rig->sync.isLoaded());
}

void TestUnreadMarks::goOffline()
{
    m_world->server.reachable = false;
    m_world->server.cut();
    QTRY_VERIFY(!m_rig->session->isOnline());
}

UnreadReason TestUnreadMarks::why(RoomId id)
{
    UnreadFinder finder(m_rig->sync, m_rig->rooms, m_rig->people);
    const Answer<UnreadReason> answer = finder.find(id);
    const bool done = QTest::qWaitFor([&answer] { return answer.isFinished(); });
    return done && answer.result() ? *answer.result() : UnreadReason{ -1, {}, 0, false, false };
}

void TestUnreadMarks::markCountsFromItsMessage()
{
    m_rig->goOnline();
    m_rig->sync.markUnread(General, 8);
    QTRY_COMPARE(m_world->server.marks.value(General), Seq(8));
    QTRY_COMPARE(room().unread, 3U);
    QCOMPARE(room().mark, Seq(8));
    QCOMPARE(room().readSeq, Seq(10)); // it never moves back
    m_world->server.say(General, FakeServer::Marie, u"one more"_s);
    QTRY_COMPARE(room().unread, 4U);
    QTemporaryDir otherFolder;
    MemoryOutboxStore otherDisk;
    Rig other(m_world->server, m_world->clock, otherFolder.path(), otherDisk, DeviceKey::generate());
    other.goOnline();
    QCOMPARE(other.rooms.find(General)->mark, Seq(8));
    QCOMPARE(other.rooms.find(General)->unread, 4U);
}

void TestUnreadMarks::markMadeOfflineIsCountedAndToldLater()
{
    m_world->server.say(General, FakeServer::Jean, u"@me"_s, { FakeServer::Me });
    m_world->server.readSeqs[General] = 11;
    m_rig->goOnline();
    goOffline();
    m_rig->sync.markUnread(General, 6);
    QCOMPARE(room().mark, Seq(6));
    QTRY_COMPARE(room().unread, 6U); // made of the messages that are here
    QCOMPARE(room().mentions, 1U);
    restart(); // still offline
    QCOMPARE(room().mark, Seq(6));
    QTRY_COMPARE(room().unread, 6U);
    m_world->server.reachable = true;
    m_rig->goOnline();
    QTRY_COMPARE(m_world->server.marks.value(General), Seq(6));
    QTRY_COMPARE(room().unread, 6U);
    m_world->server.forgetReceived();
    m_world->server.cut();
    QTRY_VERIFY(!m_rig->session->isOnline());
    m_rig->session->retryNow();
    QTRY_VERIFY(m_rig->sync.isCaughtUp());
    QCOMPARE(m_world->server.received(MessageType::MarkUnread).size(), 0); // once is enough
    QCOMPARE(room().mark, Seq(6));
}

void TestUnreadMarks::markEndsWithReading()
{
    m_rig->goOnline();
    m_rig->sync.markUnread(General, 8);
    QTRY_COMPARE(room().unread, 3U);
    m_rig->sync.markRead(General, 10); // no further than before
    QCOMPARE(room().mark, Seq(0));
    QCOMPARE(room().unread, 0U);
    QTRY_COMPARE(m_world->server.marks.value(General), Seq(0));
    m_rig->sync.markUnread(General, 9);
    QTRY_COMPARE(m_world->server.marks.value(General), Seq(9));
    QTRY_COMPARE(room().unread, 2U);
}

void TestUnreadMarks::markEndedOfflineEndsOnTheServer()
{
    m_world->server.marks[General] = 5;
    m_rig->goOnline();
    QCOMPARE(room().unread, 6U);
    goOffline();
    m_rig->sync.markRead(General, 10);
    QCOMPARE(room().mark, Seq(0));
    QCOMPARE(room().unread, 0U);
    restart();
    QCOMPARE(room().mark, Seq(0));
    m_world->server.reachable = true;
    m_rig->goOnline();
    QTRY_COMPARE(m_world->server.marks.value(General), Seq(0));
    QCOMPARE(room().unread, 0U);
}

void TestUnreadMarks::lateReadingLeavesAMarkOfAnotherDevice()
{
    m_rig->goOnline();
    m_world->server.fill(General, 2);
    m_world->server.cut();
    m_world->server.reachable = true;
    QTRY_VERIFY(!m_rig->session->isOnline());
    m_rig->session->retryNow();
    QTRY_COMPARE(m_rig->sync.last(General), Seq(12));
    goOffline();
    m_rig->sync.markRead(General, 12);
    m_world->server.marks[General] = 3; // by another device, meanwhile
    m_world->server.reachable = true;
    m_rig->goOnline();
    QTRY_COMPARE(m_world->server.readSeqs.value(General), Seq(12));
    QCOMPARE(m_world->server.marks.value(General), Seq(3));
    QTRY_COMPARE(room().mark, Seq(3));
    QTRY_COMPARE(room().unread, 10U);
}

void TestUnreadMarks::markOfUnreadOrLostMessagesIsNone()
{
    m_rig->goOnline();
    m_world->server.say(General, FakeServer::Marie, u"unread"_s);
    QTRY_COMPARE(room().unread, 1U);
    m_rig->sync.markUnread(General, 11);
    m_rig->sync.markUnread(General, 0);
    m_rig->sync.markUnread(General, -3);
    m_rig->sync.markUnread(RoomId{ 999 }, 1);
    QCOMPARE(room().mark, Seq(0));
    QCOMPARE(room().unread, 1U);
    m_world->server.pushAll(ReadMoved{ General, 10, 1, 0, 11, 4711 }); // nonsense: it is not read
    m_world->server.say(General, FakeServer::Marie, u"another"_s);
    QTRY_COMPARE(room().unread, 2U);
    QCOMPARE(room().mark, Seq(0));
}

void TestUnreadMarks::lowestMarkHolds()
{
    m_world->server.marks[General] = 7;
    m_rig->goOnline();
    m_rig->sync.markUnread(General, 9);
    QCOMPARE(room().mark, Seq(7));
    m_rig->sync.markUnread(General, 4);
    QCOMPARE(room().mark, Seq(4));
    QTRY_COMPARE(m_world->server.marks.value(General), Seq(4));
    QTRY_COMPARE(room().unread, 7U);
}

void TestUnreadMarks::deletionsRecountAMarkedRoom()
{
    m_rig->goOnline();
    goOffline();
    m_rig->sync.markUnread(General, 8);
    QTRY_COMPARE(room().unread, 3U);
    m_world->server.reachable = true;
    m_world->server.change(General, FakeServer::Marie, EventKind::Deleted, 9);
    m_rig->goOnline();
    QTRY_COMPARE(m_world->server.marks.value(General), Seq(8));
    QTRY_COMPARE(room().unread, 2U);
    m_world->server.change(General, FakeServer::Marie, EventKind::Deleted, 8);
    QTRY_COMPARE(room().unread, 1U);
    m_world->server.change(General, FakeServer::Marie, EventKind::Deleted, 2); // before the mark
    m_world->server.say(General, FakeServer::Marie, u"one more"_s);
    QTRY_COMPARE(room().unread, 2U);
}

void TestUnreadMarks::markSurvivesARefusalThatPasses()
{
    m_rig->goOnline();
    int refusals = 0;
    m_world->server.intercept = [&](FakeChannel *channel, const Envelope &request) {
        if (!request.is(MessageType::MarkUnread) || refusals > 0)
            return false;
        ++refusals;
        m_world->server.refuse(channel, request, ErrorCode::RateLimited, {}, 10);
        return true;
    };
    m_rig->sync.markUnread(General, 8);
    QTRY_COMPARE(m_world->server.marks.value(General), Seq(8));
    QCOMPARE(refusals, 1);
    QTRY_COMPARE(room().unread, 3U);
}

void TestUnreadMarks::countsAreRightAfterAKill()
{
    m_rig->goOnline();
    RoomSummary listed = room();
    m_world->server.say(General, FakeServer::Marie, u"11"_s);
    m_world->server.say(General, FakeServer::Marie, u"12"_s);
    QTRY_COMPARE(room().unread, 2U);
    goOffline();
    m_rig.reset();
    {
        SqliteLocalStore store(m_world->folder.path() + u"/mirror.sqlite"_s);
        QVERIFY(QTest::qWaitFor([answer = store.load()] { return answer.isFinished(); }));
        store.keepRooms({ listed }); // as the list was before these two
    }
    restart();
    QTRY_COMPARE(room().unread, 2U);
    QCOMPARE(room().head, Seq(12));
}

void TestUnreadMarks::whyUnreadNamesTheFirstMessage()
{
    m_rig->goOnline();
    QCOMPARE(why().count, 0);
    RoomEvent joined;
    joined.room = General;
    joined.kind = EventKind::Joined;
    joined.author = FakeServer::Jean;
    m_world->server.append(joined);
    m_world->server.say(General, FakeServer::Me, u"own"_s);
    const Seq gone = m_world->server.say(General, FakeServer::Marie, u"gone"_s).seq;
    m_world->server.change(General, FakeServer::Marie, EventKind::Deleted, gone);
    const Seq first = m_world->server.say(General, FakeServer::Marie, u"@me first"_s, { FakeServer::Me }).seq;
    m_world->server.say(General, FakeServer::Marie, u"second"_s);
    QTRY_COMPARE(room().unread, 2U);
    UnreadReason reason = why();
    QCOMPARE(reason.count, 2);
    QCOMPARE(reason.first.seq, first);
    QCOMPARE(reason.first.text, u"@me first"_s);
    QCOMPARE(reason.readSeq, Seq(10));
    QVERIFY(reason.mentionsMe && !reason.isMarked);
    m_rig->sync.markRead(General, m_rig->sync.last(General));
    goOffline();
    m_rig->sync.markUnread(General, 4);
    QTRY_COMPARE(room().unread, 9U);
    reason = why();
    QCOMPARE(reason.first.seq, Seq(4));
    QVERIFY(reason.isMarked);
    QCOMPARE(why(RoomId{ 999 }).count, -1);
}

void TestUnreadMarks::attentionHoldsOnAllDevicesAndOffline()
{
    m_rig->goOnline();
    QTemporaryDir otherFolder;
    MemoryOutboxStore otherDisk;
    Rig other(m_world->server, m_world->clock, otherFolder.path(), otherDisk, DeviceKey::generate());
    other.goOnline();
    m_rig->sync.setAttention(General, Attention::Nothing, 0);
    QCOMPARE(room().attention, Attention::Nothing);
    QTRY_COMPARE(other.rooms.find(General)->attention, Attention::Nothing);
    goOffline();
    m_rig->sync.setAttention(General, Attention::Mentions, 0);
    restart();
    QCOMPARE(room().attention, Attention::Mentions);
    m_world->server.reachable = true;
    m_rig->goOnline();
    QTRY_COMPARE(m_world->server.room(General).summary.attention, Attention::Mentions);
    QCOMPARE(room().attention, Attention::Mentions); // what the server said first does not count
    m_world->server.pushAll(RoomAttention{ General, Attention::All, 0 });
    QTRY_COMPARE(room().attention, Attention::All);
}

void TestUnreadMarks::attentionForAWhileEnds()
{
    m_rig->goOnline();
    const qint64 nowMs = m_world->clock.wallMs();
    m_rig->sync.setAttention(General, Attention::Nothing, nowMs + 50);
    QCOMPARE(room().attention, Attention::Nothing);
    m_world->clock.advance(60);
    QTRY_COMPARE(room().attention, Attention::All);
    QCOMPARE(room().attentionUntilMs, 0);
}

void TestUnreadMarks::sumsObeyAttention()
{
    m_rig->goOnline();
    m_world->server.say(General, FakeServer::Marie, u"to all"_s);
    m_world->server.say(General, FakeServer::Marie, u"@me"_s, { FakeServer::Me });
    m_world->server.say(Ops, FakeServer::Marie, u"there"_s);
    QTRY_COMPARE(m_rig->rooms.totalUnread(), 3U);
    QCOMPARE(m_rig->rooms.totalMentions(), 1U);
    m_rig->sync.setAttention(General, Attention::Mentions, 0);
    QCOMPARE(m_rig->rooms.totalUnread(), 2U);
    QCOMPARE(m_rig->rooms.totalMentions(), 1U);
    m_rig->sync.setAttention(General, Attention::Nothing, 0);
    QCOMPARE(m_rig->rooms.totalUnread(), 1U);
    QCOMPARE(m_rig->rooms.totalMentions(), 0U);
    QCOMPARE(room().unread, 2U); // the room itself still says so
}

void TestUnreadMarks::devicesAgreeWhateverHappens_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 20; ++seed)
        QTest::addRow("seed-%u", seed) << seed;
}

void TestUnreadMarks::devicesAgreeWhateverHappens()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    m_rig->goOnline();
    QTemporaryDir otherFolder;
    MemoryOutboxStore otherDisk;
    Rig other(m_world->server, m_world->clock, otherFolder.path(), otherDisk, DeviceKey::generate());
    other.goOnline();
    FakeServer &server = m_world->server;
    const auto someSeq = [&] {
        return Seq(1 + random.bounded(int(server.room(General).log.size())));
    };
    for (int step = 0; step < 150; ++step) {
        Rig &device = random.bounded(2) == 0 ? *m_rig : other;
        const int dice = random.bounded(100);
        const Seq seq = someSeq();
        const RoomEvent target = server.room(General).log[seq - 1];
        const bool isTheirs = target.kind == EventKind::Message && !target.deleted && target.author == FakeServer::Marie
            && seq >= server.room(General).floor;
        if (dice < 30)
            server.say(General, FakeServer::Marie, u"@me"_s,
                random.bounded(2) == 0 ? QList<AccountId>{ FakeServer::Me } : QList<AccountId>());
        else if (dice < 40 && isTheirs)
            server.change(General, FakeServer::Marie, EventKind::Deleted, seq);
        else if (dice < 45 && isTheirs)
            server.change(General, FakeServer::Marie, EventKind::Edited, seq, u"edited"_s);
        else if (dice < 58)
            device.sync.markRead(General, seq);
        else if (dice < 70)
            device.sync.markUnread(General, seq);
        else if (dice < 76)
            device.sync.setAttention(General, Attention(random.bounded(3)), 0);
        else if (dice < 78 && seq < 30)
            server.trim(General, std::max(server.room(General).floor, seq));
        else if (dice < 87)
            device.session->stop();
        else if (dice < 97)
            device.session->start();
        if (random.bounded(3) == 0)
            QCoreApplication::processEvents();
    }
    m_rig->session->start();
    other.session->start();
    QTRY_VERIFY(m_rig->sync.isCaughtUp() && other.sync.isCaughtUp());
    const auto stand = [](const Rig &rig) {
        const RoomSummary &room = *rig.rooms.find(General);
        return QList<qint64>{ room.readSeq, room.mark, room.unread, room.mentions, qint64(room.attention), room.floor,
            room.head };
    };
    QTemporaryDir freshFolder;
    MemoryOutboxStore freshDisk;
    const auto ofTheServer = [&] {
        Rig fresh(server, m_world->clock, freshFolder.path(), freshDisk, DeviceKey::generate());
        fresh.goOnline();
        return stand(fresh);
    };
    QTRY_COMPARE(stand(*m_rig), stand(other));
    QTRY_COMPARE(stand(*m_rig), ofTheServer());
    QCOMPARE(stand(other), stand(*m_rig));
    // And with what its mirror holds.
    const RoomSummary room = *m_rig->rooms.find(General);
    const Answer<HistorySlice> slice
        = m_rig->sync.after(General, std::max(m_rig->rooms.countingFrom(General), room.floor - 1), 1000);
    QTRY_VERIFY(slice.isFinished());
    const Result<HistorySlice> found = slice.result();
    QVERIFY(found);
    quint32 unread = 0;
    for (const RoomEvent &event : found->events)
        unread += countsAsUnread(event.kind) && !event.deleted && event.author != FakeServer::Me ? 1 : 0;
    QCOMPARE(room.unread, unread);
}

QTEST_GUILESS_MAIN(TestUnreadMarks)
#include "tst_unread_marks.moc"
