// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/protocol/messages/session.h"
#include "tests/support/wait_until.h"
#include "tests/unit/peer/link_pair.h"

#include <QSignalSpy>
#include <QTest>
#include <algorithm>

using namespace salon;
using namespace salon::test;

namespace {

constexpr PeerLinkTimes Quick{ { 60, 150 }, 10 };

} // namespace

/// What a link does beside carrying frames.
class TestPeerLink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoSaysNothingIsGone()
    {
        LinkPair pair(Quick);
        QVERIFY(pair.open());
        pair.clock.now += 151;
        QVERIFY(waitUntil([&] { return !pair.isUp(); }));
    }

    void whoDoesNotReadIsNotGoneAndNeitherIsTheOther()
    {
        LinkPair pair(Quick);
        QVERIFY(pair.open());
        const int holder = 0;
        pair.here->holdReading(&holder, true);
        // Who asks gets no answer, and who does not read hears nothing at all.
        QSignalSpy signs(&pair.there->connection(), &Connection::framesReceived);
        for (int i = 0; i < 20; ++i) {
            const qsizetype before = signs.size();
            pair.clock.now += 50;
            QVERIFY(waitUntil([&] { return signs.size() > before; }));
            QVERIFY(pair.isUp());
        }
        // It reads on, and judges again.
        pair.here->holdReading(&holder, false);
        QSignalSpy received(pair.here.get(), &PeerLink::received);
        pair.there->send(PeerReceived{ 7 });
        QVERIFY(waitUntil([&] { return received.size() == 1; }));
        QVERIFY(pair.isUp());
        pair.clock.now += 151;
        QVERIFY(waitUntil([&] { return !pair.isUp(); }));
    }

    void whoIsAskedForAProofOfLifeWhileReadingIsHeldProvesItLater()
    {
        LinkPair pair(Quick);
        QVERIFY(pair.open());
        const int holder = 0;
        pair.here->holdReading(&holder, true);
        pair.here->check();
        pair.here->holdReading(&holder, false);
        QSignalSpy heard(&pair.here->connection(), &Connection::framesReceived);
        QVERIFY(waitUntil([&] { return !heard.isEmpty(); }));
        QVERIFY(pair.isUp());
    }

    void whoIsTooFastIsReadLater_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<int>("burst");
        QTest::addRow("ready") << encodeFrame(PeerReady{}) << 400;
        QTest::addRow("what writes here") << encodeFrame(PeerFileEnd{}) << 200;
        QTest::addRow("what is measured elsewhere") << encodeFrame(PeerReceived{}) << 1000;
    }
    void whoIsTooFastIsReadLater()
    {
        QFETCH(const QByteArray, frame);
        QFETCH(const int, burst);
        LinkPair pair;
        QVERIFY(pair.open());
        const QSignalSpy received(pair.here.get(), &PeerLink::received);
        for (int i = 0; i < 1000; ++i)
            pair.there->connection().queue(frame);
        QVERIFY(waitUntil([&] { return received.size() >= burst; }));
        for (int more = burst; more < 1000;) {
            QVERIFY(waitUntil([&] { return pair.here->connection().isReadPaused(); }));
            QCOMPARE(received.size(), more);
            pair.clock.now += 1'000;
            more = std::min(more + burst / 2, 1000);
            QVERIFY(waitUntil([&] { return received.size() >= more; }));
        }
        QVERIFY(waitUntil([&] { return !pair.here->connection().isReadPaused(); }));
        QCOMPARE(received.size(), 1000);
        QVERIFY(pair.isUp());
    }

    void whoAsksForSignsOfLifeTooOftenGetsThemLater()
    {
        LinkPair pair;
        QVERIFY(pair.open());
        qsizetype answers = 0;
        connect(&pair.there->connection(), &Connection::framesReceived, &pair,
            [&](const QList<QByteArray> &frames) { answers += frames.size(); });
        for (int i = 0; i < 1000; ++i)
            pair.there->send(Ping{});
        QVERIFY(waitUntil([&] { return answers >= 400; }));
        QVERIFY(waitUntil([&] { return pair.here->connection().isReadPaused(); }));
        QVERIFY2(answers < 500, qPrintable(QString::number(answers))); // with the signs of who does not read
    }

    void severalMayHoldIt()
    {
        LinkPair pair;
        QVERIFY(pair.open());
        const int one = 0;
        const int other = 0;
        pair.here->holdReading(&one, true);
        pair.here->holdReading(&one, true);
        pair.here->holdReading(&other, true);
        pair.here->holdReading(&one, false);
        QVERIFY(pair.here->connection().isReadPaused());
        pair.here->holdReading(&other, false);
        QVERIFY(!pair.here->connection().isReadPaused());
    }
};

QTEST_GUILESS_MAIN(TestPeerLink)
#include "tst_peer_link.moc"
