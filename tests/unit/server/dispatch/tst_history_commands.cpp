// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/dispatch_rig.h"
#include "tests/support/wait_until.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

/// Catching up: every event once, in order, whatever happens meanwhile.
class TestHistoryCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followAnswersFromAnyPlace_data();
    void followAnswersFromAnyPlace();
    void nothingIsLostBetweenPageAndPush();
    void followingTwiceDeliversOnce();
    void aPositionBeyondTheHeadIsReset();
    void resumeKnowsWhatIsUpToDate();
    void anotherEpochIsReset();
    void resumeCountsWhatIsOnItsWay();
    void resumeIsBoundedAndHonest();
    void resumeComesInPages();
    void pagesGoBackwards();
    void pagesFitTheirFrames();
    void whoFellBehindCatchesUp();
    void memoryOfManyRoomsIsBounded();
    void nothingBelowTheFloorIsGiven();
};

namespace {

/// All that a connection got of a room, from pages and pushes in the order of arrival.
QList<Seq> seqsOf(const DispatchRig &rig, DispatchRig::ConnectionId connection, RoomId room)
{
    QList<Seq> seqs;
    for (const Envelope &envelope : rig.net.received(connection)) {
        if (envelope.is(MessageType::RoomEvent)) {
            const RoomEvent event = decode<RoomEvent>(envelope).value();
            if (event.room == room)
                seqs.append(event.seq);
        } else if (envelope.is(MessageType::HistoryPage)) {
            const HistoryPage page = decode<HistoryPage>(envelope).value();
            for (const RoomEvent &event : page.events)
                seqs.append(event.seq);
        }
    }
    return seqs;
}

QList<Seq> range(Seq first, Seq last)
{
    QList<Seq> seqs;
    for (Seq seq = first; seq <= last; ++seq)
        seqs.append(seq);
    return seqs;
}

/// Asks until live, as a client does.
void catchUp(DispatchRig &rig, DispatchRig::ConnectionId connection, RoomId room, Seq after)
{
    while (true) {
        const auto page = rig.ask<HistoryPage>(connection, Follow{ room, after });
        if (!page->events.isEmpty())
            after = page->events.back().seq;
        if (page->live)
            return;
        QVERIFY(!page->events.isEmpty());
    }
}

} // namespace

void TestHistoryCommands::followAnswersFromAnyPlace_data()
{
    QTest::addColumn<int>("messages");
    QTest::addColumn<bool>("restarted");
    for (const int messages : { 0, 1, 199, 200, 201, 255, 256, 257, 450 }) {
        QTest::addRow("%d in memory", messages) << messages << false;
        QTest::addRow("%d after a restart", messages) << messages << true;
    }
}

void TestHistoryCommands::followAnswersFromAnyPlace()
{
    QFETCH(int, messages);
    QFETCH(bool, restarted);
    DispatchRig rig;
    rig.settings.maxUnanswered = 0;
    rig.dispatcher->setSettings(rig.settings);
    auto marie = rig.join(u"marie"_s);
    quint64 last = 0;
    for (int i = 0; i < messages; ++i)
        last = rig.send(marie.connection, rig.draft(marie, rig.firstRoom(), QString::number(i)));
    if (messages > 0)
        QVERIFY(rig.answerTo<Sent>(marie.connection, last));
    if (restarted) {
        rig.restart();
        marie = rig.comeBack(marie);
    }
    const Seq head = 2 + messages;
    for (const Seq after : { Seq(0), Seq(1), head / 2, head - 1, head }) {
        rig.net.forget(marie.connection);
        rig.net.unfollow(marie.connection, rig.firstRoom());
        catchUp(rig, marie.connection, rig.firstRoom(), after);
        QVERIFY(rig.net.follows(marie.connection, rig.firstRoom()));
        QVERIFY(rig.say(marie, rig.firstRoom(), u"live"_s));
        QCOMPARE(seqsOf(rig, marie.connection, rig.firstRoom()).size(),
            rig.net.receivedAs<Sent>(marie.connection).back().seq - after);
        QCOMPARE(seqsOf(rig, marie.connection, rig.firstRoom()),
            range(after + 1, rig.net.receivedAs<Sent>(marie.connection).back().seq));
    }
}

void TestHistoryCommands::nothingIsLostBetweenPageAndPush()
{
    // A restart empties the memory, so that pages come from the store while others write.
    DispatchRig rig;
    rig.settings.maxUnanswered = 0;
    rig.dispatcher->setSettings(rig.settings);
    auto marie = rig.join(u"marie"_s);
    auto jean = rig.join(u"jean"_s);
    for (int i = 0; i < 30; ++i)
        QVERIFY(rig.say(marie, rig.firstRoom(), u"x"_s));
    for (int round = 0; round < 40; ++round) {
        rig.restart();
        marie = rig.comeBack(marie);
        jean = rig.comeBack(jean);
        const quint64 page = rig.nextCorrelation();
        quint64 sent = 0;
        for (int i = 0; i < round % 8; ++i)
            sent = rig.send(marie.connection, rig.draft(marie, rig.firstRoom(), u"before"_s));
        if (round % 3 == 0)
            QCoreApplication::processEvents(); // lets some commits begin
        rig.deliver(jean.connection, { encodeFrame(Follow{ rig.firstRoom(), 5 }, page) });
        for (int i = 0; i < 3; ++i)
            sent = rig.send(marie.connection, rig.draft(marie, rig.firstRoom(), u"during"_s));
        const auto first = rig.answerTo<HistoryPage>(jean.connection, page);
        const Seq head = rig.answerTo<Sent>(marie.connection, sent)->seq;
        if (!first->live)
            catchUp(rig, jean.connection, rig.firstRoom(), first->events.back().seq);
        QVERIFY(waitUntil([&] { return seqsOf(rig, jean.connection, rig.firstRoom()).back() >= head; }));
        QCOMPARE(seqsOf(rig, jean.connection, rig.firstRoom()), range(6, head));
    }
}

void TestHistoryCommands::followingTwiceDeliversOnce()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    catchUp(rig, marie.connection, rig.firstRoom(), 2);
    catchUp(rig, marie.connection, rig.firstRoom(), 2);
    const Seq seq = rig.say(marie, rig.firstRoom(), u"x"_s)->seq;
    QCOMPARE(seqsOf(rig, marie.connection, rig.firstRoom()), QList<Seq>{ seq });
}

void TestHistoryCommands::aPositionBeyondTheHeadIsReset()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    for (const Seq after : { Seq(3), Seq(1'000'000), std::numeric_limits<Seq>::max() }) {
        const auto page = rig.ask<HistoryPage>(marie.connection, Follow{ rig.firstRoom(), after });
        QVERIFY2(page && page->reset, qPrintable(QString::number(after)));
        QVERIFY(!page->live);
        QVERIFY(page->events.isEmpty());
        QCOMPARE(page->head, 2);
    }
    QVERIFY(!rig.net.follows(marie.connection, rig.firstRoom()));
}

void TestHistoryCommands::resumeKnowsWhatIsUpToDate()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    const RoomId other = rig.openRoom(marie, u"Other"_s);
    QVERIFY(rig.say(marie, other, u"x"_s)); // head 2
    const QByteArray epoch = rig.ask<Welcome>(rig.connect(), Hello{ { 1 }, {}, {}, {} })->epoch;
    rig.net.forget(marie.connection);
    const auto resumed = rig.ask<Resumed>(marie.connection,
        Resume{ epoch, { { rig.firstRoom(), 2 }, { other, 1 }, { RoomId{ 77 }, 0 }, { rig.firstRoom(), 2 } } });
    QCOMPARE(resumed->live, QList<RoomId>{ rig.firstRoom() });
    QVERIFY(!resumed->reset);
    QCOMPARE(resumed->self.login, u"marie"_s);
    QCOMPARE(resumed->rooms.size(), 2);
    QVERIFY(rig.net.follows(marie.connection, rig.firstRoom()));
    QVERIFY(!rig.net.follows(marie.connection, other));
    const Seq seq = rig.say(marie, rig.firstRoom(), u"x"_s)->seq;
    QCOMPARE(seqsOf(rig, marie.connection, rig.firstRoom()), QList<Seq>{ seq });
}

void TestHistoryCommands::anotherEpochIsReset()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    const auto resumed = rig.ask<Resumed>(marie.connection, Resume{ QByteArray(16, 'x'), { { rig.firstRoom(), 2 } } });
    QVERIFY(resumed->reset);
    QVERIFY(resumed->live.isEmpty());
    QVERIFY(!rig.net.follows(marie.connection, rig.firstRoom()));
}

void TestHistoryCommands::resumeCountsWhatIsOnItsWay()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    // As when a connection breaks: its last messages are not committed while the next one already asks.
    const quint64 correlation = rig.nextCorrelation();
    rig.deliver(marie.connection,
        { encodeFrame(rig.draft(marie, rig.firstRoom(), u"one"_s), rig.nextCorrelation()),
            encodeFrame(rig.draft(marie, rig.firstRoom(), u"two"_s), rig.nextCorrelation()),
            encodeFrame(Resume{}, correlation) });
    const auto resumed = rig.answerTo<Resumed>(marie.connection, correlation);
    QCOMPARE(resumed->counters, (QList<DeviceCounter>{ { rig.firstRoom(), 2 } }));
}

void TestHistoryCommands::resumeIsBoundedAndHonest()
{
    // Positions in rooms that one is not in tell nothing.
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    auto jean = rig.join(u"jean"_s);
    const RoomId secret = rig.openRoom(marie, u"Secret"_s, RoomKind::Private);
    const auto resumed = rig.ask<Resumed>(jean.connection, Resume{ {}, { { secret, 1 } } });
    QVERIFY(resumed->live.isEmpty());
    QCOMPARE(resumed->rooms.size(), 1);
    QVERIFY(!rig.net.follows(jean.connection, secret));
}

void TestHistoryCommands::resumeComesInPages()
{
    // As many rooms as others may open with one person, with the longest names: each page fits its frame, and together
    // they have every room once.
    DispatchRig rig;
    rig.settings.roomsPerAccount = 0;
    rig.dispatcher->setSettings(rig.settings);
    auto marie = rig.join(u"marie"_s);
    const QString topic(390, u't');
    for (int i = 0; i < 1100; ++i) {
        const QString name = QString(60, QChar(0x4e00)) + u"%1"_s.arg(i, 4, 10, QChar(u'0'));
        QVERIFY(rig.ask<RoomOpened>(marie.connection, CreateRoom{ RoomKind::Private, name, topic, {} }));
    }
    const RoomId last = rig.openRoom(marie, u"Last"_s);
    QVERIFY(rig.say(marie, last, u"one"_s));
    const Seq head = rig.ask<RoomList>(marie.connection, ListRooms{ u"Last"_s, 0, 0 })->rooms.front().head;
    QSet<RoomId> seen;
    int pages = 0;
    Resume wanted{ {}, { { last, head } } };
    for (;;) {
        const auto page = rig.ask<Resumed>(marie.connection, wanted);
        QVERIFY(page);
        QVERIFY(encodeFrame(*page).size() <= qsizetype(wire_limits::MaxFrameToClient));
        for (const RoomSummary &room : page->rooms) {
            QVERIFY(room.id > wanted.after);
            QVERIFY(!seen.contains(room.id));
            seen.insert(room.id);
        }
        ++pages;
        QCOMPARE(page->live.contains(last), !page->more); // with the page that has it
        if (!page->more) {
            QCOMPARE(page->counters, (QList<DeviceCounter>{ { last, 1 } }));
            break;
        }
        wanted.after = page->rooms.back().id;
    }
    QVERIFY(pages > 2);
    QCOMPARE(seen.size(), 1102);
    QVERIFY(rig.net.follows(marie.connection, last));
}

void TestHistoryCommands::pagesGoBackwards()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    for (int i = 0; i < 10; ++i)
        QVERIFY(rig.say(marie, rig.firstRoom(), QString::number(i))); // up to 12
    const auto page = rig.ask<HistoryPage>(marie.connection, FetchHistory{ rig.firstRoom(), 8, 0, 3 });
    QCOMPARE(page->events.size(), 3);
    QCOMPARE(page->events.front().seq, 5);
    QCOMPARE(page->events.back().seq, 7);
    QCOMPARE(page->head, 12);
    QCOMPARE(page->floor, 1);
    QVERIFY(!page->live);
    QCOMPARE(rig.ask<HistoryPage>(marie.connection, FetchHistory{ rig.firstRoom(), 0, 10, 0 })->events.size(), 2);
    QVERIFY(rig.ask<HistoryPage>(marie.connection, FetchHistory{ rig.firstRoom(), 1, 0, 0 })->events.isEmpty());
    QCOMPARE(
        rig.ask<HistoryPage>(marie.connection, FetchHistory{ rig.firstRoom(), 0, 0, 4'000'000'000 })->events.size(),
        12);
    QVERIFY(!rig.net.follows(marie.connection, rig.firstRoom()));
}

void TestHistoryCommands::pagesFitTheirFrames()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    const QString big = (u"é"_s.repeated(2000) + u'\n').repeated(4); // 16 KiB
    for (int i = 0; i < 60; ++i)
        QVERIFY(rig.say(marie, rig.firstRoom(), big));
    for (const bool restarted : { false, true }) {
        if (restarted) {
            rig.restart();
            marie = rig.comeBack(marie);
        }
        rig.net.forget(marie.connection);
        catchUp(rig, marie.connection, rig.firstRoom(), 0); // the fake refuses frames above the limit
        QCOMPARE(seqsOf(rig, marie.connection, rig.firstRoom()), range(1, 62));
        QVERIFY(rig.net.receivedAs<HistoryPage>(marie.connection).size() > 3);
        rig.net.unfollow(marie.connection, rig.firstRoom());
    }
}

void TestHistoryCommands::whoFellBehindCatchesUp()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    auto jean = rig.join(u"jean"_s);
    catchUp(rig, jean.connection, rig.firstRoom(), 3);
    rig.net.unfollow(jean.connection, rig.firstRoom()); // as the network does for a slow reader
    for (int i = 0; i < 5; ++i)
        QVERIFY(rig.say(marie, rig.firstRoom(), u"x"_s));
    QVERIFY(seqsOf(rig, jean.connection, rig.firstRoom()).isEmpty());
    catchUp(rig, jean.connection, rig.firstRoom(), 3);
    QCOMPARE(seqsOf(rig, jean.connection, rig.firstRoom()), range(4, 8));
}

void TestHistoryCommands::memoryOfManyRoomsIsBounded()
{
    DispatchRig rig;
    rig.settings.tailBytes = 16 * 1024;
    rig.dispatcher->setSettings(rig.settings);
    auto marie = rig.join(u"marie"_s);
    auto jean = rig.join(u"jean"_s);
    QList<RoomId> rooms;
    for (int i = 0; i < 6; ++i)
        rooms.append(rig.openRoom(marie, u"Room %1"_s.arg(i), RoomKind::Public, { jean.account }));
    for (int i = 0; i < 10; ++i) {
        for (const RoomId room : std::as_const(rooms)) {
            rig.clock.advance(1);
            QVERIFY(rig.say(marie, room, QString(1000, u'x')));
        }
    }
    // What is no longer in memory comes from the store, without a hole, and what comes next is pushed.
    for (const RoomId room : std::as_const(rooms)) {
        rig.net.forget(jean.connection);
        catchUp(rig, jean.connection, room, 0);
        const auto sent = rig.say(marie, room, u"one more"_s);
        QVERIFY(sent);
        QCOMPARE(seqsOf(rig, jean.connection, room), range(1, sent->seq));
    }
}

void TestHistoryCommands::nothingBelowTheFloorIsGiven()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    auto jean = rig.join(u"jean"_s);
    const RoomId room = rig.openRoom(marie, u"Old"_s); // 1
    server::MemberChange entrance;
    entrance.membership.room = room;
    entrance.membership.account = jean.account;
    entrance.event.room = room;
    entrance.event.kind = EventKind::Joined;
    entrance.event.author = jean.account;
    bool entered = false;
    rig.store->addMember(entrance, [&](const auto &outcome) { entered = bool(outcome); }); // 2
    rig.store->raiseFloor({ room, 3 }, {});
    QVERIFY(waitUntil([&] { return entered; }));
    rig.restart();
    marie = rig.comeBack(marie);
    jean = rig.comeBack(jean);
    for (int i = 3; i <= 6; ++i)
        QVERIFY(rig.say(marie, room, u"x"_s));
    // In memory there are 3 to 6.
    const auto page = rig.ask<HistoryPage>(jean.connection, Follow{ room, 0 });
    QCOMPARE(page->floor, Seq(3));
    QCOMPARE(page->gapTo, Seq(2));
    QVERIFY(page->live);
    QCOMPARE(page->events.size(), 4);
    QCOMPARE(page->events.front().seq, Seq(3));
    const auto read = rig.ask<HistoryPage>(jean.connection, FetchHistory{ room, 6, 0, 0 });
    QCOMPARE(read->events.front().seq, Seq(3));
}

QTEST_GUILESS_MAIN(TestHistoryCommands)
#include "tst_history_commands.moc"
