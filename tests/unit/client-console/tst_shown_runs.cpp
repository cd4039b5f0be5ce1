// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/shown_runs.h"

#include <QTest>

using namespace salon;
using namespace salon::console;

namespace {

HistorySlice slice(Seq from, Seq to, bool atStart = false)
{
    HistorySlice made;
    for (Seq seq = from; seq <= to; ++seq) {
        RoomEvent event;
        event.seq = seq;
        made.events.append(event);
    }
    made.atStart = atStart;
    return made;
}

} // namespace

/// What a person was shown of a room.
class TestShownRuns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingShownIsNothingRead()
    {
        const ShownRuns shown;
        QVERIFY(shown.isEmpty());
        QCOMPARE(shown.newest(), Seq(0));
        QCOMPARE(shown.newestRunFrom(), Seq(0));
        QCOMPARE(shown.readUpTo(7), Seq(7));
    }

    void readsOnlyUpToTheFirstHole()
    {
        ShownRuns shown;
        shown.add(1, 10);
        QCOMPARE(shown.readUpTo(0), Seq(10));
        shown.add(111, 160); // 11 to 110 were missed
        QCOMPARE(shown.readUpTo(10), Seq(10));
        QCOMPARE(shown.newest(), Seq(160));
        QCOMPARE(shown.newestRunFrom(), Seq(111));
        shown.add(161, 161);
        QCOMPARE(shown.readUpTo(10), Seq(10));
        QCOMPARE(shown.readUpTo(50), Seq(50)); // another device read so far
        QCOMPARE(shown.readUpTo(110), Seq(161));
    }

    void olderPagesFillTheHoleFromItsEnd()
    {
        ShownRuns shown;
        shown.add(5, 10);
        shown.add(50, 60);
        shown.add(slice(30, 49));
        QCOMPARE(shown.newestRunFrom(), Seq(30));
        QCOMPARE(shown.readUpTo(10), Seq(10));
        QVERIFY(!shown.contains(29));
        shown.add(slice(9, 29)); // overlaps what was shown
        QCOMPARE(shown.newestRunFrom(), Seq(5));
        QCOMPARE(shown.readUpTo(4), Seq(60));
        QCOMPARE(shown.readUpTo(3), Seq(3)); // 4 was never shown
    }

    void whatTheServerLostIsNoHole()
    {
        ShownRuns shown;
        shown.add(1, 10);
        HistorySlice page = slice(21, 30);
        page.gaps.append({ 11, 20 });
        shown.add(page);
        QCOMPARE(shown.newestRunFrom(), Seq(1));
        QCOMPARE(shown.readUpTo(0), Seq(30));
    }

    void nothingIsBeforeTheStart()
    {
        ShownRuns shown;
        shown.add(slice(40, 45, true)); // one may see the room from 40 on
        QCOMPARE(shown.newestRunFrom(), Seq(1));
        QCOMPARE(shown.readUpTo(0), Seq(45));
    }

    void orderDoesNotMatter()
    {
        ShownRuns shown;
        for (const Seq seq : { 9, 1, 5, 3, 7 })
            shown.add(seq, seq);
        for (const Seq seq : { 2, 8, 6 })
            shown.add(seq, seq);
        QCOMPARE(shown.readUpTo(0), Seq(3));
        QCOMPARE(shown.newestRunFrom(), Seq(5));
        shown.add(4, 4);
        shown.add(6, 2); // nothing
        QCOMPARE(shown.readUpTo(0), Seq(9));
        QCOMPARE(shown.newestRunFrom(), Seq(1));
    }
};

QTEST_GUILESS_MAIN(TestShownRuns)
#include "tst_shown_runs.moc"
