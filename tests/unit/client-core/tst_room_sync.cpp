// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/unit/client-core/rig.h"

#include <QSignalSpy>

using namespace salon;
using namespace salon::test;
using namespace Qt::StringLiterals;

/// Everything that one client showed of a room, as a timeline would: checked for order and holes at once.
class Witness : public QObject
{
    Q_OBJECT
public:
    explicit Witness(RoomSync &sync)
    {
        connect(&sync, &RoomSync::appended, this, [this](RoomId room, const QList<RoomEvent> &events, Seq gapTo) {
            QList<Seq> &seen = seqs[room];
            for (const RoomEvent &event : events) {
                const Seq expected = std::max(gapTo, seen.isEmpty() ? Seq(0) : seen.last()) + 1;
                inOrder = inOrder && (seen.isEmpty() || event.seq == expected || event.seq == seen.last() + 1);
                seen.append(event.seq);
            }
            if (gapTo > 0)
                gaps[room] = gapTo;
        });
        connect(&sync, &RoomSync::reset, this, [this](RoomId room) { seqs.remove(room); });
    }
    QHash<RoomId, QList<Seq>> seqs;
    QHash<RoomId, Seq> gaps;
    bool inOrder = true;
};

class TestRoomSync : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void freshRoomStartsWithItsNewestPage();
    void shortRoomComesWhole();
    void goesOnWhereItWas();
    void catchesUpOverManyPages();
    void eventsWhileAPageIsUnderWay_data();
    void eventsWhileAPageIsUnderWay();
    void duplicatesAreIgnored();
    void lostPushIsNoticedByTheNext();
    void lostPushIsNoticedByTheHeads();
    void behindRoomIsPulled();
    void serverThatForgotUsIsAskedAgain();
    void goneStretchBecomesAGap();
    void historyThatBeginsLaterIsNoGap();
    void aGapBeyondTheHeadIsNotTaken_data();
    void aGapBeyondTheHeadIsNotTaken();
    void newEpochDropsTheCacheAndKeepsTheOutbox();
    void shorterRoomIsReset();
    void pageWithAHoleIsNotTaken();
    void refusedFollowIsRepeated();
    void refusedFollowIsNotHurriedByPushes();
    void serverWithoutProgressIsNotAskedInACircle();
    void stoppedByWhoHearsThatItIsOnline();
    void cutAtEveryMessageLosesNothing_data();
    void cutAtEveryMessageLosesNothing();
    void roomsComeInPages();
    void roomsLeftElsewhereGo();
    void addedRoomsAreFollowed();
    void onlyLiveMessagesOfOthersAreNews();
    void hostilePushesDoNoHarm();

private:
    void restart();

    std::unique_ptr<World> m_world;
    std::unique_ptr<Rig> m_rig;
    std::unique_ptr<Witness> m_witness;
};

void TestRoomSync::init()
{
    m_rig.reset();
    m_world = std::make_unique<World>();
    restart();
}

void TestRoomSync::restart()
{
    m_rig.reset();
    m_rig = m_world->makeRig();
    m_witness = std::make_unique<Witness>(m_rig->sync);
    QTRY_VERIFY(m_rig->sync.isLoaded());
}

namespace {

QList<Seq> range(Seq first, Seq last)
{
    QList<Seq> seqs;
    for (Seq seq = first; seq <= last; ++seq)
        seqs.append(seq);
    return seqs;
}

HistorySlice wait(const Answer<HistorySlice> &answer)
{
    if (!QTest::qWaitFor([&] { return answer.isFinished(); }) || answer.resultCount() == 0)
        return {};
    return answer.result().value_or(HistorySlice());
}

} // namespace

void TestRoomSync::freshRoomStartsWithItsNewestPage()
{
    m_world->server.fill(General, 1000);
    m_rig->goOnline();
    QCOMPARE(m_witness->seqs[General], range(901, 1000));
    QVERIFY(m_witness->gaps.isEmpty());
}

void TestRoomSync::shortRoomComesWhole()
{
    m_world->server.fill(General, 30);
    m_rig->goOnline();
    QCOMPARE(m_witness->seqs[General], range(1, 30));
    m_world->server.say(General, FakeServer::Marie, u"live"_s);
    m_world->server.say(Ops, FakeServer::Marie, u"first of an empty room"_s);
    QTRY_COMPARE(m_witness->seqs[General], range(1, 31));
    QTRY_COMPARE(m_witness->seqs[Ops], range(1, 1));
}

void TestRoomSync::goesOnWhereItWas()
{
    m_world->server.fill(General, 30);
    m_rig->goOnline();
    restart();
    m_world->server.fill(General, 5);
    m_rig->goOnline();
    QCOMPARE(m_witness->seqs[General], range(31, 35));
    restart();
    const auto follows = m_world->server.received(MessageType::Follow).size();
    m_rig->goOnline();
    QVERIFY(m_witness->seqs.isEmpty());
    QCOMPARE(m_world->server.received(MessageType::Follow).size(), follows + 1); // only the empty room
}

void TestRoomSync::catchesUpOverManyPages()
{
    m_world->server.fill(General, 10);
    m_rig->goOnline();
    m_world->server.cut();
    m_world->server.pageEvents = 7;
    m_world->server.fill(General, 300);
    QTRY_VERIFY(m_rig->sync.isCaughtUp());
    QCOMPARE(m_witness->seqs[General], range(1, 310));
    QVERIFY(m_witness->inOrder);
}

void TestRoomSync::eventsWhileAPageIsUnderWay_data()
{
    QTest::addColumn<int>("page");
    for (const int page : { 1, 2, 3, 10, 50 })
        QTest::addRow("pages-of-%d", page) << page;
}

void TestRoomSync::eventsWhileAPageIsUnderWay()
{
    QFETCH(int, page);
    m_world->server.fill(General, 10);
    m_rig->goOnline();
    m_world->server.cut();
    m_world->server.fill(General, 20);
    m_world->server.pageEvents = page;
    int written = 0;
    m_world->server.intercept = [&](FakeChannel *, const Envelope &request) {
        if (request.is(MessageType::Follow) && written < 15) {
            ++written;
            m_world->server.say(General, FakeServer::Jean, u"meanwhile"_s); // before the page and after it
            QMetaObject::invokeMethod(
                &m_world->server, [this] { m_world->server.say(General, FakeServer::Marie, u"and after"_s); },
                Qt::QueuedConnection);
        }
        return false;
    };
    QTRY_VERIFY(m_rig->sync.isCaughtUp());
    QTRY_COMPARE(m_witness->seqs[General], range(1, m_world->server.room(General).log.size()));
    QVERIFY(m_witness->inOrder);
}

void TestRoomSync::duplicatesAreIgnored()
{
    m_world->server.fill(General, 5);
    m_rig->goOnline();
    for (const RoomEvent &event : std::as_const(m_world->server.room(General).log))
        m_world->server.pushAll(event);
    m_world->server.say(General, FakeServer::Marie, u"new"_s);
    QTRY_COMPARE(m_witness->seqs[General], range(1, 6));
}

void TestRoomSync::lostPushIsNoticedByTheNext()
{
    m_world->server.fill(General, 5);
    m_rig->goOnline();
    m_world->server.fill(General, 3); // stored, never pushed
    m_world->server.say(General, FakeServer::Marie, u"seen"_s);
    QTRY_COMPARE(m_witness->seqs[General], range(1, 9));
    QTRY_VERIFY(m_rig->sync.isCaughtUp());
}

void TestRoomSync::lostPushIsNoticedByTheHeads()
{
    m_world->server.fill(General, 5);
    m_rig->goOnline();
    m_world->server.fill(General, 3);
    m_world->clock.advance(wire_limits::PingAfterMs + 1);
    QTRY_COMPARE_WITH_TIMEOUT(m_witness->seqs[General], range(1, 8), 3000);
}

void TestRoomSync::behindRoomIsPulled()
{
    m_world->server.fill(General, 5);
    m_rig->goOnline();
    m_world->server.fill(General, 400);
    m_world->server.pushAll(RoomBehind{ General, 405 });
    QTRY_COMPARE(m_witness->seqs[General], range(1, 405));
}

void TestRoomSync::serverThatForgotUsIsAskedAgain()
{
    m_world->server.fill(General, 5);
    m_rig->goOnline();
    m_world->server.pongHasHeads = false;
    const auto follows = m_world->server.received(MessageType::Follow).size();
    m_world->clock.advance(wire_limits::PingAfterMs + 1);
    QTRY_VERIFY_WITH_TIMEOUT(m_world->server.received(MessageType::Follow).size() >= follows + 2, 3000);
    QTRY_VERIFY(m_rig->sync.isCaughtUp());
}

void TestRoomSync::goneStretchBecomesAGap()
{
    m_world->server.fill(General, 10);
    m_rig->goOnline();
    restart();
    m_world->server.fill(General, 50);
    m_world->server.room(General).floor = 41; // all before was removed for good
    m_rig->goOnline();
    QCOMPARE(m_witness->seqs[General], range(41, 60));
    QCOMPARE(m_witness->gaps[General], Seq(40));
    const HistorySlice slice = wait(m_rig->sync.before(General, 45, 10));
    QCOMPARE(slice.gaps, (QList{ HistoryGap{ 1, 40 } })); // what was here of it, too
    QCOMPARE(slice.events.first().seq, Seq(41));
    QCOMPARE(slice.events.last().seq, Seq(44));
    QVERIFY(slice.atStart);
}

void TestRoomSync::historyThatBeginsLaterIsNoGap()
{
    m_world->server.fill(General, 10);
    bool once = false;
    m_world->server.intercept = [&](FakeChannel *channel, const Envelope &request) {
        const auto follow = decode<Follow>(request);
        if (!follow || follow->room != General || std::exchange(once, true))
            return false;
        // 1 to 4 were before they joined
        m_world->server.reply(
            channel, request, HistoryPage{ General, m_world->server.room(General).log.mid(4), 10, 5, true, false, 0 });
        return true;
    };
    m_rig->session->start();
    QTRY_VERIFY(m_rig->sync.isCaughtUp());
    QCOMPARE(m_witness->seqs[General], range(5, 10));
    QVERIFY(m_witness->gaps.isEmpty());
    const HistorySlice slice = wait(m_rig->sync.before(General, 0, 20));
    QVERIFY(slice.gaps.isEmpty());
    QVERIFY(slice.atStart);
    QCOMPARE(slice.events.size(), 6);
}

void TestRoomSync::aGapBeyondTheHeadIsNotTaken_data()
{
    QTest::addColumn<Seq>("floor");
    QTest::addColumn<Seq>("gapTo");
    QTest::newRow("gone") << Seq(1) << std::numeric_limits<Seq>::max();
    QTest::newRow("not for this reader") << Seq(12) << Seq(0);
}

void TestRoomSync::aGapBeyondTheHeadIsNotTaken()
{
    QFETCH(Seq, floor);
    QFETCH(Seq, gapTo);
    m_world->server.fill(General, 10);
    bool once = false;
    m_world->server.intercept = [&](FakeChannel *channel, const Envelope &request) {
        const auto follow = decode<Follow>(request);
        if (!follow || follow->room != General || std::exchange(once, true))
            return false;
        m_world->server.reply(channel, request, HistoryPage{ General, {}, 10, floor, true, false, gapTo });
        return true;
    };
    m_rig->session->start();
    QTRY_VERIFY(m_rig->sync.isCaughtUp());
    QCOMPARE(m_witness->seqs[General], range(1, 10));
    QVERIFY(m_witness->gaps.isEmpty());
}

void TestRoomSync::newEpochDropsTheCacheAndKeepsTheOutbox()
{
    m_world->server.fill(General, 50);
    m_rig->goOnline();
    m_rig->session->stop();
    m_rig->outbox.queue(General, u"still unsent"_s);
    m_world->server.epoch = QByteArray(16, 'f');
    m_world->server.room(General).log.resize(20);
    m_world->server.fill(General, 10); // seq 21 to 30 are other events now
    m_rig->session->start();
    QTRY_VERIFY(m_rig->sync.isCaughtUp());
    QTRY_COMPARE(m_witness->seqs[General], range(1, 31));
    QCOMPARE(m_world->server.textsOf(General).last(), u"still unsent"_s);
    const HistorySlice slice = wait(m_rig->sync.before(General, 0, 3));
    QCOMPARE(slice.events.last().text, u"still unsent"_s);
    QCOMPARE(slice.events.first().seq, Seq(29));
}

void TestRoomSync::shorterRoomIsReset()
{
    m_world->server.fill(General, 50);
    m_rig->goOnline();
    m_world->server.cut();
    m_world->server.room(General).log.resize(20);
    QTRY_VERIFY(m_rig->sync.isCaughtUp());
    QTRY_COMPARE(m_witness->seqs[General], range(1, 20));
    QCOMPARE(m_rig->sync.last(General), Seq(20));
}

void TestRoomSync::pageWithAHoleIsNotTaken()
{
    m_world->server.fill(General, 10);
    bool once = false;
    m_world->server.intercept = [&](FakeChannel *channel, const Envelope &request) {
        const auto follow = decode<Follow>(request);
        if (!follow || follow->room != General || std::exchange(once, true))
            return false;
        QList<RoomEvent> events = m_world->server.room(General).log;
        events.removeAt(4);
        m_world->server.reply(channel, request, HistoryPage{ General, events, 10, 1, true, false, 0 });
        return true;
    };
    m_rig->session->start();
    QTRY_VERIFY(m_rig->sync.isCaughtUp());
    QCOMPARE(m_witness->seqs[General], range(1, 10));
}

void TestRoomSync::refusedFollowIsRepeated()
{
    m_world->server.fill(General, 10);
    int refusals = 0;
    m_world->server.intercept = [&](FakeChannel *channel, const Envelope &request) {
        if (!request.is(MessageType::Follow) || refusals == 4)
            return false;
        ++refusals;
        m_world->server.refuse(channel, request, ErrorCode::RateLimited, {}, 5);
        return true;
    };
    m_rig->goOnline();
    QCOMPARE(m_witness->seqs[General], range(1, 10));
}

void TestRoomSync::refusedFollowIsNotHurriedByPushes()
{
    m_world->server.fill(General, 10);
    int asked = 0;
    m_world->server.intercept = [&](FakeChannel *channel, const Envelope &request) {
        const auto follow = decode<Follow>(request);
        if (!follow || follow->room != General || ++asked > 1)
            return false;
        m_world->server.refuse(channel, request, ErrorCode::RateLimited, {}, 1000);
        return true;
    };
    m_rig->session->start();
    QTRY_COMPARE(asked, 1);
    for (const RoomEvent &event : m_world->server.room(General).log.mid(5))
        m_world->server.pushAll(event); // each says that something is missing
    m_world->server.pushAll(TypingSeen{ General, FakeServer::Marie });
    QSignalSpy typing(&m_rig->sync, &RoomSync::typingSeen);
    QTRY_COMPARE(typing.size(), 1);
    m_rig->session->notify(Typing{ General }); // comes after all that was asked before it
    QTRY_COMPARE(m_world->server.received(MessageType::Typing).size(), 1);
    QCOMPARE(asked, 1);
    QTRY_VERIFY(m_rig->sync.isCaughtUp());
    QCOMPARE(m_witness->seqs[General], range(1, 10));
}

void TestRoomSync::serverWithoutProgressIsNotAskedInACircle()
{
    m_world->server.fill(General, 500);
    int asked = 0;
    m_world->server.intercept = [&](FakeChannel *channel, const Envelope &request) {
        if (!request.is(MessageType::FetchHistory))
            return false;
        ++asked;
        m_world->server.reply(channel, request, HistoryPage{ General, {}, 0, 1, false, false, 0 });
        return true;
    };
    m_rig->session->start();
    QTRY_COMPARE(asked, 1);
    QTRY_COMPARE(m_world->server.received(MessageType::Follow).size(), 1); // the other room
    m_rig->session->notify(Typing{ Ops });
    QTRY_COMPARE(m_world->server.received(MessageType::Typing).size(), 1);
    QCOMPARE(asked, 1);
}

void TestRoomSync::stoppedByWhoHearsThatItIsOnline()
{
    m_rig->outbox.queue(General, u"later"_s);
    auto hasty = std::make_unique<QObject>();
    connect(m_rig->session.get(), &Session::stateChanged, hasty.get(), [this](SessionState state) {
        if (state == SessionState::Online)
            m_rig->session->stop();
    });
    m_rig->session->start();
    QTRY_COMPARE(m_world->server.received(MessageType::Resume).size(), 1);
    QTRY_COMPARE(m_rig->session->state(), SessionState::Offline);
    QCOMPARE(m_rig->outbox.entries().first().state, SendState::Queued);
    hasty.reset();
    m_rig->goOnline();
    QTRY_COMPARE(m_world->server.textsOf(General), QStringList{ u"later"_s });
}

void TestRoomSync::cutAtEveryMessageLosesNothing_data()
{
    QTest::addColumn<int>("at");
    for (int at = 1; at <= 12; ++at)
        QTest::addRow("request-%d", at) << at;
}

void TestRoomSync::cutAtEveryMessageLosesNothing()
{
    QFETCH(int, at);
    m_world->server.fill(General, 5);
    m_rig->goOnline();
    m_world->server.cut();
    m_world->server.fill(General, 150);
    m_world->server.pageEvents = 10;
    int seen = 0;
    m_world->server.intercept = [&](FakeChannel *, const Envelope &) {
        if (++seen == at)
            QMetaObject::invokeMethod(
                &m_world->server, [this] { m_world->server.cut(); }, Qt::QueuedConnection);
        if (seen % 3 == 0 && seen < 100)
            m_world->server.say(General, FakeServer::Marie, u"more"_s);
        return false;
    };
    QTRY_VERIFY(seen >= at);
    QTRY_VERIFY(m_rig->sync.isCaughtUp());
    QTRY_COMPARE(m_rig->sync.last(General), Seq(m_world->server.room(General).log.size()));
    QCOMPARE(m_witness->seqs[General], range(1, m_rig->sync.last(General)));
    QVERIFY(m_witness->inOrder);
}

void TestRoomSync::roomsComeInPages()
{
    FakeServer &server = m_world->server;
    server.roomsPerPage = 3;
    server.fill(General, 1);
    server.fill(Ops, 1);
    for (qint64 id = 100; id < 110; ++id) {
        server.addRoom(RoomId{ id }, u"Room %1"_s.arg(id));
        server.fill(RoomId{ id }, 2);
    }
    m_rig->goOnline();
    QTRY_VERIFY(m_rig->sync.isCaughtUp());
    QCOMPARE(m_rig->rooms.ids().size(), 12);
    QCOMPARE(server.received(MessageType::Resume).size(), 4);
    QCOMPARE(m_witness->seqs[RoomId{ 109 }], range(1, 2));
    // The next time the pages tell what is live, and nothing that a later page has is dropped meanwhile.
    QSignalSpy removed(&m_rig->rooms, &Rooms::removed);
    const auto follows = server.received(MessageType::Follow).size();
    server.cut();
    QTRY_COMPARE(server.received(MessageType::Resume).size(), 8);
    QTRY_VERIFY(m_rig->sync.isCaughtUp());
    QCOMPARE(server.received(MessageType::Follow).size(), follows);
    QVERIFY(removed.isEmpty());
}

void TestRoomSync::roomsLeftElsewhereGo()
{
    m_rig->goOnline();
    QSignalSpy removed(&m_rig->rooms, &Rooms::removed);
    m_world->server.pushAll(RoomRemoved{ Ops });
    QTRY_COMPARE(removed.size(), 1);
    QCOMPARE(m_rig->rooms.ids(), QList{ General });
}

void TestRoomSync::addedRoomsAreFollowed()
{
    m_rig->goOnline();
    const RoomId fresh{ 77 };
    m_world->server.addRoom(fresh, u"Fresh"_s);
    m_world->server.fill(fresh, 3);
    QSignalSpy added(&m_rig->sync, &RoomSync::roomAddedByOthers);
    RoomSummary summary = m_world->server.room(fresh).summary;
    summary.head = 3;
    m_world->server.pushAll(RoomAdded{ summary });
    QTRY_COMPARE(m_witness->seqs[fresh], range(1, 3));
    QCOMPARE(added.size(), 1);
    m_world->server.say(fresh, FakeServer::Marie, u"hi"_s);
    QTRY_COMPARE(m_witness->seqs[fresh], range(1, 4));
}

void TestRoomSync::onlyLiveMessagesOfOthersAreNews()
{
    m_world->server.fill(General, 10);
    QStringList news;
    connect(&m_rig->sync, &RoomSync::liveEventApplied, this, [&](const RoomEvent &event) { news.append(event.text); });
    m_rig->goOnline();
    m_world->server.say(General, FakeServer::Me, u"own"_s);
    m_world->server.say(General, FakeServer::Marie, u"news"_s);
    QTRY_COMPARE(news, QStringList{ u"news"_s });
    m_world->server.cut();
    m_world->server.fill(General, 5);
    QTRY_VERIFY(m_rig->sync.isCaughtUp());
    QCOMPARE(m_rig->sync.last(General), Seq(17));
    QCOMPARE(news, QStringList{ u"news"_s });
}

void TestRoomSync::hostilePushesDoNoHarm()
{
    m_world->server.fill(General, 5);
    m_rig->goOnline();
    RoomEvent event;
    event.room = RoomId{ 4711 };
    event.seq = 1;
    m_world->server.pushAll(event); // a room one is not in
    event.room = General;
    event.seq = -5;
    m_world->server.pushAll(event);
    m_world->server.pushAll(ReadMoved{ RoomId{ 4711 }, 1, 1, 1, 1 });
    m_world->server.pushAll(RoomBehind{ RoomId{ 4711 }, 9 });
    m_world->server.pushAll(PresenceChanged{ { { AccountId{ 4711 }, PresenceState::Busy, {}, 0 } } });
    m_world->server.pushAll(RoomRemoved{ RoomId{ 4711 } });
    m_world->server.say(General, FakeServer::Marie, u"still fine"_s);
    QTRY_COMPARE(m_witness->seqs[General], range(1, 6));
    QCOMPARE(m_rig->rooms.ids().size(), 2);
    QVERIFY(m_rig->session->isOnline());
}

QTEST_GUILESS_MAIN(TestRoomSync)
#include "shared/protocol/messages/reading.h"
#include "tst_room_sync.moc"
