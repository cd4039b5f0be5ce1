// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/wait_until.h"
#include "tests/unit/peer/link_pair.h"

#include <QSignalSpy>
#include <QTest>

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
