// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/session/room_page.h"

#include <QTest>

using namespace salon;

namespace {

const RoomId Here{ 7 };

/// A page whose events have these numbers; nothing is missing before them.
HistoryPage pageOf(const QList<Seq> &seqs, Seq head)
{
    HistoryPage page;
    page.room = Here;
    page.head = head;
    for (const Seq seq : seqs) {
        RoomEvent event;
        event.room = Here;
        event.seq = seq;
        page.events.append(event);
    }
    return page;
}

RoomLog logUpTo(Seq last)
{
    RoomLog log;
    log.floor = last > 0 ? 1 : 0;
    log.last = last;
    return log;
}

QList<Seq> seqsOf(const PageContent &content)
{
    QList<Seq> seqs;
    for (const RoomEvent &event : content.events)
        seqs.append(event.seq);
    return seqs;
}

} // namespace

class TestRoomPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatComesNextIsTaken();
    void whatIsHereAlreadyIsLeftOut();
    void aHoleRefusesThePage();
    void aHoleThatThePageTellsOfIsAGap();
    void whatIsBelowTheFloorIsAGap();
    void anEventOfAnotherRoomRefusesThePage();
    void eventsOutOfOrderRefuseThePage();
    void whatWasNotWrittenCannotBeGone();
    void theFirstPageBeginsWhereItBegins();
    void anEmptyFirstPageIsAllGap();
    void anEmptyPageAddsNothing();
};

void TestRoomPage::whatComesNextIsTaken()
{
    const auto content = continuationOf(logUpTo(10), Here, false, pageOf({ 11, 12 }, 12));
    QVERIFY(content);
    QCOMPARE(seqsOf(*content), QList<Seq>({ 11, 12 }));
    QCOMPARE(content->gapTo, Seq(0));
}

void TestRoomPage::whatIsHereAlreadyIsLeftOut()
{
    const auto content = continuationOf(logUpTo(10), Here, false, pageOf({ 9, 10, 11 }, 11));
    QVERIFY(content);
    QCOMPARE(seqsOf(*content), QList<Seq>({ 11 }));
}

void TestRoomPage::aHoleRefusesThePage()
{
    QVERIFY(!continuationOf(logUpTo(10), Here, false, pageOf({ 12 }, 12)));
    QVERIFY(!continuationOf(logUpTo(10), Here, false, pageOf({ 11, 13 }, 13)));
}

void TestRoomPage::aHoleThatThePageTellsOfIsAGap()
{
    HistoryPage page = pageOf({ 21, 22 }, 22);
    page.gapTo = 20;
    const auto content = continuationOf(logUpTo(10), Here, false, page);
    QVERIFY(content);
    QCOMPARE(content->gapTo, Seq(20));
    QCOMPARE(seqsOf(*content), QList<Seq>({ 21, 22 }));
    page.gapTo = 19; // one is missing that nothing tells of
    QVERIFY(!continuationOf(logUpTo(10), Here, false, page));
}

void TestRoomPage::whatIsBelowTheFloorIsAGap()
{
    HistoryPage page = pageOf({ 30 }, 30);
    page.floor = 30;
    const auto content = continuationOf(logUpTo(10), Here, false, page);
    QVERIFY(content);
    QCOMPARE(content->gapTo, Seq(29));
    // What is here lies above the floor: nothing is missing.
    const auto above = continuationOf(logUpTo(29), Here, false, page);
    QVERIFY(above);
    QCOMPARE(above->gapTo, Seq(0));
}

void TestRoomPage::anEventOfAnotherRoomRefusesThePage()
{
    HistoryPage page = pageOf({ 11, 12 }, 12);
    page.events[1].room = RoomId{ 8 };
    QVERIFY(!continuationOf(logUpTo(10), Here, false, page));
}

void TestRoomPage::eventsOutOfOrderRefuseThePage()
{
    QVERIFY(!continuationOf(logUpTo(10), Here, false, pageOf({ 12, 11 }, 12)));
}

void TestRoomPage::whatWasNotWrittenCannotBeGone()
{
    HistoryPage page = pageOf({}, 12);
    page.gapTo = 13;
    QVERIFY(!continuationOf(logUpTo(10), Here, false, page));
    page.gapTo = 0;
    page.floor = 14;
    QVERIFY(!continuationOf(logUpTo(10), Here, false, page));
}

void TestRoomPage::theFirstPageBeginsWhereItBegins()
{
    const auto content = continuationOf(logUpTo(0), Here, true, pageOf({ 401, 402 }, 402));
    QVERIFY(content);
    QCOMPARE(content->gapTo, Seq(400));
    QCOMPARE(seqsOf(*content), QList<Seq>({ 401, 402 }));
}

void TestRoomPage::anEmptyFirstPageIsAllGap()
{
    const auto content = continuationOf(logUpTo(0), Here, true, pageOf({}, 402));
    QVERIFY(content);
    QCOMPARE(content->gapTo, Seq(402));
    QVERIFY(content->events.isEmpty());
}

void TestRoomPage::anEmptyPageAddsNothing()
{
    const auto content = continuationOf(logUpTo(10), Here, false, pageOf({}, 10));
    QVERIFY(content);
    QCOMPARE(content->gapTo, Seq(0));
    QVERIFY(content->events.isEmpty());
}

QTEST_GUILESS_MAIN(TestRoomPage)
#include "tst_room_page.moc"
