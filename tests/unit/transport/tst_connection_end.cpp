// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/transport_test_main.h"
#include "tests/unit/transport/each_wire.h"

using namespace salon;
using namespace salon::test;

/// How a connection ends: by this side, by the other one, by what the stream holds.
class TestConnectionEnd : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void closingDeliversTheLastFrameAndTheReason_data() { eachWire(); }
    void closingDeliversTheLastFrameAndTheReason();
    void closingAgainstAFloodStillDeliversTheGoodbye_data() { eachWire(); }
    void closingAgainstAFloodStillDeliversTheGoodbye();
    void closingDoesNotWaitForAStuckPeerForever();
    void abortingClosesBothSides_data() { eachWire(); }
    void abortingClosesBothSides();
    void theReceiverOfClosedMayDeleteTheConnection_data() { eachWire(); }
    void theReceiverOfClosedMayDeleteTheConnection();
    void lastWordsMayBeFlushedAtOnce_data() { eachWire(); }
    void lastWordsMayBeFlushedAtOnce();
    void framesReadBeforeTheEndWaitForTheReceiver();
    void deletingAConnectionEmitsNothing_data() { eachWire(); }
    void deletingAConnectionEmitsNothing();
    void tooLargeFramesAreRefusedAfterTheOnesBefore_data() { eachWire(); }
    void tooLargeFramesAreRefusedAfterTheOnesBefore();
    void aGoodbyeMayAnswerARefusedStream();
    void framesReadBeforeTheEndAreDelivered_data() { eachWire(); }
    void framesReadBeforeTheEndAreDelivered();
};

void TestConnectionEnd::closingDeliversTheLastFrameAndTheReason()
{
    QFETCH(Wire, wire);
    ConnectionPair pair(wire);
    QVERIFY(pair.open());
    pair.server->queue(frameOf("before"));
    pair.server->closeAfterFlush(frameOf("goodbye"), { ErrorCode::ShuttingDown });
    pair.server->queue(frameOf("too late"));
    QTRY_VERIFY(pair.clientLog->closed);
    QTRY_VERIFY(pair.serverLog->closed);
    QCOMPARE(pair.clientLog->frames, QList<QByteArray>({ "before", "goodbye" }));
    QCOMPARE(pair.clientLog->closed->code, ErrorCode::ConnectionLost);
    QCOMPARE(pair.serverLog->closed->code, ErrorCode::ShuttingDown);
    QCOMPARE(pair.serverLog->closedSignals, 1);
}

void TestConnectionEnd::closingAgainstAFloodStillDeliversTheGoodbye()
{
    QFETCH(Wire, wire);
    ConnectionPair pair(wire);
    QVERIFY(pair.open());
    // Unread input at close() makes a reset of the goodbye.
    pair.server->setReadPaused(true);
    const QByteArray frame = frameOf(QByteArray(10 * 1024, 'x'));
    for (int i = 0; i < 50; ++i)
        pair.client->queue(frame);
    for (int i = 0; i < 20; ++i)
        QCoreApplication::processEvents();
    pair.server->closeAfterFlush(frameOf("goodbye"));
    QTRY_VERIFY(pair.clientLog->closed);
    QCOMPARE(pair.clientLog->frames, QList<QByteArray>{ "goodbye" });
}

void TestConnectionEnd::closingDoesNotWaitForAStuckPeerForever()
{
    ConnectionPair::Options options{ .wire = Wire::Plain };
    options.serverLimits.lingerMs = 50;
    ConnectionPair pair(options);
    QVERIFY(pair.open());
    pair.client->setReadPaused(true);
    for (int i = 0; i < 5; ++i)
        QCoreApplication::processEvents();
    pair.server->closeAfterFlush(frameOf("goodbye"), { ErrorCode::TimedOut });
    QTRY_VERIFY(pair.serverLog->closed);
    QCOMPARE(pair.serverLog->closed->code, ErrorCode::TimedOut);
}

void TestConnectionEnd::abortingClosesBothSides()
{
    QFETCH(Wire, wire);
    ConnectionPair pair(wire);
    QVERIFY(pair.open());
    pair.client->abort({ ErrorCode::TimedOut });
    QTRY_VERIFY(pair.clientLog->closed && pair.serverLog->closed);
    QCOMPARE(pair.clientLog->closed->code, ErrorCode::TimedOut);
    QCOMPARE(pair.serverLog->closed->code, ErrorCode::ConnectionLost);
}

void TestConnectionEnd::theReceiverOfClosedMayDeleteTheConnection()
{
    QFETCH(Wire, wire);
    ConnectionPair pair(wire);
    QVERIFY(pair.open());
    connect(pair.server.get(), &Connection::closed, this, [&] { pair.server.reset(); });
    pair.client->queue(frameOf("last words"));
    pair.client->closeAfterFlush();
    connect(pair.client.get(), &Connection::closed, this, [&] { pair.client.reset(); });
    QTRY_VERIFY(!pair.client && !pair.server);
    QCOMPARE(pair.serverLog->frames, QList<QByteArray>{ "last words" });
}

void TestConnectionEnd::framesReadBeforeTheEndWaitForTheReceiver()
{
    ConnectionPair pair(Wire::Plain);
    QVERIFY(pair.open());
    pair.server->setMaxFramesAtOnce(1);
    connect(pair.server.get(), &Connection::framesReceived, this, [&] { pair.server->setReadPaused(true); });
    for (int i = 0; i < 5; ++i)
        pair.client->queue(frameOf("last words"));
    pair.client->flushTurn();
    pair.client.reset();
    for (int i = 1; i <= 5; ++i) {
        QTRY_COMPARE(pair.serverLog->frames.size(), i);
        for (int turn = 0; turn < 20; ++turn)
            QCoreApplication::processEvents();
        QCOMPARE(pair.serverLog->frames.size(), i);
        pair.server->setReadPaused(false);
    }
    QTRY_VERIFY(pair.serverLog->closed);
    QCOMPARE(pair.serverLog->frames.size(), 5);
}

void TestConnectionEnd::lastWordsMayBeFlushedAtOnce()
{
    QFETCH(Wire, wire);
    ConnectionPair pair(wire);
    QVERIFY(pair.open());
    pair.client->queue(frameOf("last words"));
    pair.client->flushTurn();
    QCOMPARE(pair.client->queuedBytes(), 0);
    pair.client.reset();
    QTRY_VERIFY(pair.serverLog->closed);
    QCOMPARE(pair.serverLog->frames, QList<QByteArray>{ "last words" });
}

void TestConnectionEnd::deletingAConnectionEmitsNothing()
{
    QFETCH(Wire, wire);
    ConnectionPair pair(wire);
    QVERIFY(pair.open());
    pair.client->queue(frameOf("never sent"));
    pair.client.reset();
    QTRY_VERIFY(pair.serverLog->closed);
    QCOMPARE(pair.clientLog->closedSignals, 0);
    QVERIFY(pair.serverLog->frames.isEmpty());
}

void TestConnectionEnd::tooLargeFramesAreRefusedAfterTheOnesBefore()
{
    QFETCH(Wire, wire);
    ConnectionPair::Options options{ .wire = wire };
    options.serverLimits.maxFrameBytes = 100;
    ConnectionPair pair(options);
    QVERIFY(pair.open());
    pair.client->queue(frameOf(QByteArray(100, 'x')));
    pair.client->queue(frameOf(QByteArray(101, 'x')));
    pair.client->queue(frameOf("after"));
    QTRY_VERIFY(pair.serverLog->closed);
    QCOMPARE(pair.serverLog->frames, QList<QByteArray>{ QByteArray(100, 'x') });
    QCOMPARE(pair.serverLog->refused->code, ErrorCode::FrameTooLarge);
    QCOMPARE(pair.serverLog->closed->code, ErrorCode::FrameTooLarge);
    QCOMPARE(pair.serverLog->closedSignals, 1);
}

void TestConnectionEnd::aGoodbyeMayAnswerARefusedStream()
{
    ConnectionPair pair(Wire::Tls);
    QVERIFY(pair.open());
    connect(pair.server.get(), &Connection::streamRefused, this,
        [&] { pair.server->closeAfterFlush(frameOf("malformed")); });
    pair.client->queue(QByteArray(4, '\0'));
    pair.client->queue(frameOf(QByteArray(3000, 'x')));
    QTRY_VERIFY(pair.serverLog->closed && pair.clientLog->closed);
    QCOMPARE(pair.clientLog->frames, QList<QByteArray>{ "malformed" });
    QCOMPARE(pair.serverLog->closed->code, ErrorCode::MalformedFrame);
}

void TestConnectionEnd::framesReadBeforeTheEndAreDelivered()
{
    QFETCH(Wire, wire);
    ConnectionPair pair(wire);
    QVERIFY(pair.open());
    for (int i = 0; i < 100; ++i)
        pair.client->queue(frameOf(QByteArray(1000, 'x')));
    QVERIFY(spinUntil([&] { return pair.client->queuedBytes() == 0; }));
    pair.client.reset();
    QTRY_VERIFY(pair.serverLog->closed);
    QCOMPARE(pair.serverLog->frames.size(), 100);
    QCOMPARE(pair.serverLog->closed->code, ErrorCode::ConnectionLost);
}

SALON_TRANSPORT_TEST_MAIN(TestConnectionEnd)
#include "tst_connection_end.moc"
