// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/transport_test_main.h"
#include "tests/unit/transport/each_wire.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

/// What an open connection carries, and what holds it back.
class TestConnection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void framesArriveInOrderBothWays_data() { eachWire(); }
    void framesArriveInOrderBothWays();
    void knowsWhoIsAtTheOtherEnd_data() { eachWire(); }
    void knowsWhoIsAtTheOtherEnd();
    void framesOfATurnLeaveInOneWrite();
    void framesQueuedBeforeOpeningAreSent_data() { eachWire(); }
    void framesQueuedBeforeOpeningAreSent();
    void nothingIsEmittedFromWithinACall_data() { eachWire(); }
    void nothingIsEmittedFromWithinACall();
    void orderHoldsWhenReceiversQueueWhileBothSidesWrite_data() { eachWire(); }
    void orderHoldsWhenReceiversQueueWhileBothSidesWrite();
    void bigFramesPass_data() { eachWire(); }
    void bigFramesPass();
    void aSlowReaderFallsBehindAndCatchesUp_data() { eachWire(); }
    void aSlowReaderFallsBehindAndCatchesUp();
    void whoWasBehindForLessThanATurnCatchesUpToo_data() { eachWire(); }
    void whoWasBehindForLessThanATurnCatchesUpToo();
    void aFullQueueClosesWithSlowReader_data() { eachWire(); }
    void aFullQueueClosesWithSlowReader();
    void aStuckReaderIsClosedAfterTheProgressTime_data() { eachWire(); }
    void aStuckReaderIsClosedAfterTheProgressTime();
    void pausedReadingIsFeltByTheSenderAndLosesNothing_data() { eachWire(); }
    void pausedReadingIsFeltByTheSenderAndLosesNothing();
    void pausingWithinTheSignalHoldsTheRest_data() { eachWire(); }
    void pausingWithinTheSignalHoldsTheRest();
    void noMoreFramesAtOnceThanAllowed_data() { eachWire(); }
    void noMoreFramesAtOnceThanAllowed();
    void newQueueLimitsHoldForWhatWaits();
};

void TestConnection::framesArriveInOrderBothWays()
{
    QFETCH(Wire, wire);
    ConnectionPair pair(wire);
    QVERIFY(pair.open());
    QList<QByteArray> sent;
    for (int i = 0; i < 500; ++i) {
        sent += QByteArray::number(i) + QByteArray(i, 'x');
        pair.client->queue(frameOf(sent.last()));
        pair.server->queue(frameOf(sent.last()));
    }
    QTRY_COMPARE(pair.serverLog->frames.size(), sent.size());
    QTRY_COMPARE(pair.clientLog->frames.size(), sent.size());
    QCOMPARE(pair.serverLog->frames, sent);
    QCOMPARE(pair.clientLog->frames, sent);
    QCOMPARE(pair.client->queuedBytes(), 0);
    QCOMPARE(pair.serverLog->opened, 1);
    QCOMPARE(pair.clientLog->opened, 1);
}

void TestConnection::knowsWhoIsAtTheOtherEnd()
{
    QFETCH(Wire, wire);
    ConnectionPair pair(wire);
    QVERIFY(pair.open());
    QVERIFY(pair.server->peer().local);
    QVERIFY(pair.server->peer().prefix.isEmpty());
    if (wire == Wire::Local)
        QCOMPARE(pair.server->peer().text, u"unix"_s);
    else
        QVERIFY(pair.server->peer().text.startsWith(u"127.0.0.1:"_s));
    QCOMPARE(pair.client->peerPin(), wire == Wire::Tls ? serverIdentity().pin : QByteArray());
}

void TestConnection::framesOfATurnLeaveInOneWrite()
{
    ConnectionPair pair(Wire::Plain);
    QVERIFY(pair.open());
    for (int turn = 0; turn < 3; ++turn) {
        pair.client->queue(frameOf("one"));
        pair.client->queue(frameOf("two"));
        QTRY_COMPARE(pair.serverLog->frames.size(), 2 * (turn + 1));
    }
    // Without Nagle's algorithm two writes on loopback would mostly be two readings.
    QCOMPARE(pair.serverLog->batches, QList<qsizetype>({ 2, 2, 2 }));
}

void TestConnection::framesQueuedBeforeOpeningAreSent()
{
    QFETCH(Wire, wire);
    ConnectionPair pair(wire);
    pair.connectClient();
    pair.client->queue(frameOf("early"));
    QTRY_VERIFY(pair.serverLog && pair.serverLog->frames == QList<QByteArray>{ "early" });
}

void TestConnection::nothingIsEmittedFromWithinACall()
{
    QFETCH(Wire, wire);
    ConnectionPair::Options options{ .wire = wire };
    options.clientLimits.hardQueueBytes = 1000;
    ConnectionPair pair(options);
    pair.connectClient();
    QCOMPARE(pair.client->state(), Connection::State::Opening);
    QTRY_VERIFY(pair.client->isOpen() && pair.server && pair.server->isOpen());
    pair.client->queue(frameOf(QByteArray(2000, 'x')));
    QCOMPARE(pair.clientLog->closedSignals, 0);
    QVERIFY(!pair.client->isOpen());
    pair.server->abort();
    QCOMPARE(pair.serverLog->closedSignals, 0);
    QTRY_COMPARE(pair.clientLog->closedSignals, 1);
    QTRY_COMPARE(pair.serverLog->closedSignals, 1);
    QCOMPARE(pair.clientLog->closed->code, ErrorCode::SlowReader);
    QCOMPARE(pair.serverLog->closed->code, ErrorCode::Canceled);
}

void TestConnection::orderHoldsWhenReceiversQueueWhileBothSidesWrite()
{
    QFETCH(Wire, wire);
    ConnectionPair pair(wire);
    QVERIFY(pair.open());
    // Each side answers from within its own receiving, while its own output is on the way.
    constexpr int Rounds = 2000;
    int clientNext = 0;
    int serverNext = 0;
    bool nested = false;
    bool inClient = false;
    connect(pair.client.get(), &Connection::framesReceived, this, [&](const QList<QByteArray> &payloads) {
        nested = nested || inClient;
        inClient = true;
        for (qsizetype i = 0; i < payloads.size() && clientNext < Rounds; ++i, ++clientNext) {
            pair.client->queue(frameOf(QByteArray::number(clientNext) + QByteArray(200, 'c')));
            pair.client->queue(frameOf("-"));
        }
        inClient = false;
    });
    connect(pair.server.get(), &Connection::framesReceived, this, [&](const QList<QByteArray> &payloads) {
        for (qsizetype i = 0; i < payloads.size() && serverNext < Rounds; ++i, ++serverNext)
            pair.server->queue(frameOf(QByteArray::number(serverNext) + QByteArray(100, 's')));
    });
    pair.client->queue(frameOf("start"));
    QTRY_VERIFY(pair.serverLog->frames.size() >= 2 * Rounds + 1 && pair.clientLog->frames.size() >= Rounds);
    QVERIFY(!nested);
    for (int i = 0; i < Rounds; ++i) {
        QCOMPARE(pair.serverLog->frames.at(1 + 2 * i), QByteArray::number(i) + QByteArray(200, 'c'));
        QCOMPARE(pair.clientLog->frames.at(i), QByteArray::number(i) + QByteArray(100, 's'));
    }
}

void TestConnection::bigFramesPass()
{
    QFETCH(Wire, wire);
    ConnectionPair pair(wire);
    QVERIFY(pair.open());
    QByteArray big(200 * 1024, '\0');
    for (qsizetype i = 0; i < big.size(); ++i)
        big[i] = char(i * 7 / 3);
    for (int i = 0; i < 4; ++i) {
        pair.server->queue(frameOf(big));
        pair.server->queue(frameOf("between"));
    }
    QTRY_COMPARE(pair.clientLog->frames.size(), 8);
    for (int i = 0; i < 4; ++i)
        QVERIFY(pair.clientLog->frames.at(2 * i) == big);
}

void TestConnection::aSlowReaderFallsBehindAndCatchesUp()
{
    QFETCH(Wire, wire);
    ConnectionPair::Options options{ .wire = wire };
    options.serverLimits.hardQueueBytes = 64 * 1024 * 1024;
    ConnectionPair pair(options);
    QVERIFY(pair.open());
    pair.client->setReadPaused(true);
    const QByteArray frame = frameOf(QByteArray(8 * 1024, 'x'));
    qsizetype sent = 0;
    while (pair.serverLog->behind == 0 && sent < 8000) {
        for (int i = 0; i < 8; ++i, ++sent)
            pair.server->queue(frame);
        QCoreApplication::processEvents();
    }
    QCOMPARE(pair.serverLog->behind, 1);
    QVERIFY(pair.server->isBehind());
    QVERIFY(pair.server->queuedBytes() > 256 * 1024);
    QCOMPARE(pair.serverLog->caughtUp, 0);
    pair.client->setReadPaused(false);
    QTRY_COMPARE(pair.serverLog->caughtUp, 1);
    QVERIFY(!pair.server->isBehind());
    QTRY_COMPARE(pair.clientLog->frames.size(), sent);
    QCOMPARE(pair.serverLog->behind, 1);
    QTRY_COMPARE(pair.server->queuedBytes(), 0);
    QCOMPARE(pair.serverLog->closedSignals, 0);
}

void TestConnection::whoWasBehindForLessThanATurnCatchesUpToo()
{
    QFETCH(Wire, wire);
    ConnectionPair pair(wire);
    QVERIFY(pair.open());
    pair.server->setQueueLimits(1000, 1024 * 1024, 10'000);
    const QByteArray frame = frameOf(QByteArray(4 * 1024, 'x'));
    for (int round = 1; round <= 3; ++round) {
        pair.server->queue(frame);
        QVERIFY(pair.server->isBehind());
        // All of it leaves within the turn: by its end, or at once.
        if (round == 2)
            pair.server->flushTurn();
        QTRY_COMPARE(pair.serverLog->caughtUp, round);
        QCOMPARE(pair.serverLog->behind, round);
        QVERIFY(!pair.server->isBehind());
    }
    QTRY_COMPARE(pair.clientLog->frames.size(), 3);
}

void TestConnection::aFullQueueClosesWithSlowReader()
{
    QFETCH(Wire, wire);
    ConnectionPair pair(wire);
    QVERIFY(pair.open());
    pair.client->setReadPaused(true);
    const QByteArray frame = frameOf(QByteArray(32 * 1024, 'x'));
    for (int i = 0; i < 2000 && !pair.serverLog->closed; ++i) {
        pair.server->queue(frame);
        QVERIFY(pair.server->queuedBytes() <= 1024 * 1024);
        QCoreApplication::processEvents();
    }
    QTRY_VERIFY(pair.serverLog->closed);
    QCOMPARE(pair.serverLog->closed->code, ErrorCode::SlowReader);
    QCOMPARE(pair.serverLog->behind, 1);
    pair.server->queue(frame);
    QCOMPARE(pair.server->queuedBytes(), 0);
    pair.client->setReadPaused(false);
    QTRY_VERIFY(pair.clientLog->closed);
    QCOMPARE(pair.clientLog->closed->code, ErrorCode::ConnectionLost);
}

void TestConnection::aStuckReaderIsClosedAfterTheProgressTime()
{
    QFETCH(Wire, wire);
    ConnectionPair::Options options{ .wire = wire };
    options.serverLimits.progressMs = 100;
    options.serverLimits.hardQueueBytes = 64 * 1024 * 1024;
    ConnectionPair pair(options);
    QVERIFY(pair.open());
    pair.client->setReadPaused(true);
    const QByteArray frame = frameOf(QByteArray(32 * 1024, 'x'));
    for (int i = 0; i < 400; ++i)
        pair.server->queue(frame);
    QTRY_VERIFY(pair.serverLog->closed);
    QCOMPARE(pair.serverLog->closed->code, ErrorCode::SlowReader);
}

void TestConnection::pausedReadingIsFeltByTheSenderAndLosesNothing()
{
    QFETCH(Wire, wire);
    ConnectionPair::Options options{ .wire = wire };
    options.clientLimits.hardQueueBytes = 64 * 1024 * 1024;
    ConnectionPair pair(options);
    QVERIFY(pair.open());
    pair.server->setReadPaused(true);
    const QByteArray frame = frameOf(QByteArray(32 * 1024, 'x'));
    for (int i = 0; i < 400; ++i)
        pair.client->queue(frame);
    // What the systems on both sides hold is bounded: the rest has to stay with the sender.
    for (int i = 0; i < 200; ++i)
        QCoreApplication::processEvents();
    QVERIFY(pair.client->queuedBytes() > 1024 * 1024);
    QCOMPARE(pair.serverLog->frames.size(), 0);
    pair.server->setReadPaused(false);
    QTRY_COMPARE(pair.serverLog->frames.size(), 400);
    QCOMPARE(pair.client->queuedBytes(), 0);
}

void TestConnection::noMoreFramesAtOnceThanAllowed()
{
    QFETCH(Wire, wire);
    ConnectionPair pair(wire);
    QVERIFY(pair.open());
    pair.server->setMaxFramesAtOnce(3);
    connect(pair.server.get(), &Connection::framesReceived, this, [&] {
        if (pair.serverLog->frames.size() == 6)
            pair.server->setReadPaused(true);
    });
    QList<QByteArray> sent;
    for (int i = 0; i < 500; ++i) {
        sent += QByteArray::number(i);
        pair.client->queue(frameOf(sent.last()));
    }
    QTRY_COMPARE(pair.serverLog->frames.size(), 6);
    for (int i = 0; i < 50; ++i)
        QCoreApplication::processEvents();
    QCOMPARE(pair.serverLog->frames.size(), 6); // what was read is held too
    pair.server->setReadPaused(false);
    QTRY_COMPARE(pair.serverLog->frames.size(), 500);
    QCOMPARE(pair.serverLog->frames, sent);
    QCOMPARE(*std::max_element(pair.serverLog->batches.begin(), pair.serverLog->batches.end()), 3);
}

void TestConnection::newQueueLimitsHoldForWhatWaits()
{
    ConnectionPair::Options options;
    options.serverLimits.progressMs = 3'600'000;
    options.serverLimits.hardQueueBytes = 64 * 1024 * 1024;
    ConnectionPair pair(options);
    QVERIFY(pair.open());
    pair.client->setReadPaused(true);
    const QByteArray frame = frameOf(QByteArray(32 * 1024, 'x'));
    for (int i = 0; i < 400; ++i)
        pair.server->queue(frame);
    for (int i = 0; i < 50; ++i)
        QCoreApplication::processEvents();
    QVERIFY(!pair.serverLog->closed);
    pair.server->setQueueLimits(256 * 1024, 64 * 1024 * 1024, 100);
    QTRY_VERIFY(pair.serverLog->closed);
    QCOMPARE(pair.serverLog->closed->code, ErrorCode::SlowReader);
}

void TestConnection::pausingWithinTheSignalHoldsTheRest()
{
    QFETCH(Wire, wire);
    ConnectionPair pair(wire);
    QVERIFY(pair.open());
    connect(pair.server.get(), &Connection::framesReceived, this, [&] { pair.server->setReadPaused(true); });
    const QByteArray frame = frameOf(QByteArray(20 * 1024, 'x'));
    for (int i = 0; i < 40; ++i)
        pair.client->queue(frame);
    qsizetype last = 0;
    int rounds = 0;
    while (pair.serverLog->frames.size() < 40 && rounds < 100) {
        QTRY_VERIFY(pair.serverLog->frames.size() > last);
        last = pair.serverLog->frames.size();
        for (int i = 0; i < 20; ++i)
            QCoreApplication::processEvents();
        QCOMPARE(pair.serverLog->frames.size(), last);
        pair.server->setReadPaused(false);
        ++rounds;
    }
    QCOMPARE(pair.serverLog->frames.size(), 40);
    QVERIFY(rounds >= 10); // at most 64 KiB of 800 at a time
}

SALON_TRANSPORT_TEST_MAIN(TestConnection)
#include "tst_connection.moc"
