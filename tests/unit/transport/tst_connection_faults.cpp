// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/connection_pair.h"
#include "tests/support/tcp_faults.h"
#include "tests/support/transport_test_main.h"
#include "tests/support/under_wine.h"

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

namespace {

/// Windows tells of it again (WSAAsyncSelect(), FD_CLOSE). Qt's dispatcher selects nothing while it handles an event.
constexpr auto WineForgetsResets = "Wine 8 never tells of a reset that comes while nothing is selected";

} // namespace

/// What networks do to connections, through a proxy that does it exactly.
class TestConnectionFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCutAtEveryByteDeliversWholeFramesOnly_data();
    void aCutAtEveryByteDeliversWholeFramesOnly();
    void aCutAnywhereInTheHandshakeEndsBothSides();
    void aResetIsALostConnection_data() { wires(); }
    void aResetIsALostConnection();
    void aHalfClosedConnectionEnds_data() { wires(); }
    void aHalfClosedConnectionEnds();
    void dribbledBytesMakeWholeFrames_data() { wires(); }
    void dribbledBytesMakeWholeFrames();
    void aStalledPathIsASlowReader_data() { wires(); }
    void aStalledPathIsASlowReader();
    void aStallThatEndsLosesNothing_data() { wires(); }
    void aStallThatEndsLosesNothing();
    void aDelayedPathKeepsOrder_data() { wires(); }
    void aDelayedPathKeepsOrder();

private:
    static void wires();
};

void TestConnectionFaults::wires()
{
    QTest::addColumn<Wire>("wire");
    QTest::newRow("plain") << Wire::Plain;
    QTest::newRow("tls") << Wire::Tls;
}

void TestConnectionFaults::aCutAtEveryByteDeliversWholeFramesOnly_data()
{
    QTest::addColumn<TcpFaults::Cut>("cut");
    QTest::newRow("closed") << TcpFaults::Cut::Close;
    QTest::newRow("reset") << TcpFaults::Cut::Reset;
    QTest::newRow("half-closed") << TcpFaults::Cut::HalfClose;
}

void TestConnectionFaults::aCutAtEveryByteDeliversWholeFramesOnly()
{
    QFETCH(TcpFaults::Cut, cut);
    if (cut == TcpFaults::Cut::Reset && isUnderWine())
        QSKIP(WineForgetsResets);
    const QList<QByteArray> payloads{ "one", "second", "3", "the fourth frame" };
    QByteArray stream;
    QList<qsizetype> ends;
    for (const QByteArray &payload : payloads) {
        stream += frameOf(payload);
        ends += stream.size();
    }
    for (qsizetype at = 1; at <= stream.size(); ++at) {
        ConnectionPair pair(Wire::Plain);
        TcpFaults proxy(pair.endpoint().port);
        proxy.setPlan({ .cutAfterToServer = at, .cut = cut });
        QVERIFY(pair.open(proxy.port()));
        pair.client->queue(stream);
        QTRY_VERIFY(pair.serverLog->closed);
        if (cut != TcpFaults::Cut::HalfClose)
            QTRY_VERIFY(pair.clientLog->closed);
        const auto whole = std::count_if(ends.begin(), ends.end(), [at](qsizetype end) { return end <= at; });
        // A reset may overtake bytes that were still on their way.
        if (cut == TcpFaults::Cut::Reset)
            QVERIFY(pair.serverLog->frames.size() <= whole);
        else
            QCOMPARE(pair.serverLog->frames.size(), whole);
        QCOMPARE(pair.serverLog->frames, payloads.first(pair.serverLog->frames.size()));
        QCOMPARE(pair.serverLog->closed->code, ErrorCode::ConnectionLost);
        QVERIFY(!pair.serverLog->refused);
    }
}

void TestConnectionFaults::aCutAnywhereInTheHandshakeEndsBothSides()
{
    for (qint64 at = 0; at < 3000; at += 37) {
        ConnectionPair::Options options{ .wire = Wire::Tls };
        ConnectionPair pair(options);
        TcpFaults proxy(pair.endpoint().port);
        proxy.setPlan({ .cutAfterToServer = at });
        pair.connectClient(proxy.port());
        for (int i = 0; i < 4; ++i)
            pair.client->queue(frameOf(QByteArray(1000, 'x')));
        QTRY_VERIFY(pair.clientLog->closed);
        QTRY_VERIFY(!pair.serverLog || pair.serverLog->closed);
        const ErrorCode code = pair.clientLog->closed->code;
        QVERIFY2(code == ErrorCode::ConnectionLost || code == ErrorCode::TlsFailed, errorName(code).data());
        QVERIFY(!pair.serverLog || pair.serverLog->frames.size() < 3);
    }
}

void TestConnectionFaults::aResetIsALostConnection()
{
    QFETCH(Wire, wire);
    if (isUnderWine())
        QSKIP(WineForgetsResets);
    ConnectionPair pair(wire);
    TcpFaults proxy(pair.endpoint().port);
    QVERIFY(pair.open(proxy.port()));
    proxy.cutAll(TcpFaults::Cut::Reset);
    QTRY_VERIFY(pair.clientLog->closed && pair.serverLog->closed);
    QCOMPARE(pair.clientLog->closed->code, ErrorCode::ConnectionLost);
    QCOMPARE(pair.serverLog->closed->code, ErrorCode::ConnectionLost);
    QCOMPARE(pair.serverLog->closedSignals, 1);
}

void TestConnectionFaults::aHalfClosedConnectionEnds()
{
    QFETCH(Wire, wire);
    ConnectionPair pair(wire);
    TcpFaults proxy(pair.endpoint().port);
    QVERIFY(pair.open(proxy.port()));
    pair.client->queue(frameOf("last words"));
    QTRY_COMPARE(pair.serverLog->frames.size(), 1);
    proxy.cutAll(TcpFaults::Cut::HalfClose);
    QTRY_VERIFY(pair.clientLog->closed && pair.serverLog->closed);
    QCOMPARE(pair.clientLog->closed->code, ErrorCode::ConnectionLost);
}

void TestConnectionFaults::dribbledBytesMakeWholeFrames()
{
    QFETCH(Wire, wire);
    ConnectionPair::Options options{ .wire = wire };
    options.clientLimits.handshakeMs = options.serverLimits.handshakeMs = 60'000;
    ConnectionPair pair(options);
    TcpFaults proxy(pair.endpoint().port);
    proxy.setPlan({ .dribbleBytes = isUnderWine() ? 8 : 1 }); // Wine takes some milliseconds for each
    QVERIFY(pair.open(proxy.port()));
    QList<QByteArray> sent;
    for (int i = 0; i < 20; ++i) {
        sent += QByteArray(i + 1, char('a' + i));
        pair.client->queue(frameOf(sent.last()));
    }
    QVERIFY(spinUntil([&] { return pair.serverLog->frames.size() == sent.size(); }));
    QCOMPARE(pair.serverLog->frames, sent);
}

void TestConnectionFaults::aStalledPathIsASlowReader()
{
    QFETCH(Wire, wire);
    ConnectionPair::Options options{ .wire = wire };
    options.serverLimits.progressMs = 100;
    options.serverLimits.hardQueueBytes = 64 * 1024 * 1024;
    ConnectionPair pair(options);
    TcpFaults proxy(pair.endpoint().port);
    QVERIFY(pair.open(proxy.port()));
    proxy.setStalled(TcpFaults::Way::ToClient, true);
    const QByteArray frame = frameOf(QByteArray(32 * 1024, 'x'));
    for (int i = 0; i < 500; ++i)
        pair.server->queue(frame);
    QTRY_VERIFY(pair.serverLog->closed);
    QCOMPARE(pair.serverLog->closed->code, ErrorCode::SlowReader);
}

void TestConnectionFaults::aStallThatEndsLosesNothing()
{
    QFETCH(Wire, wire);
    ConnectionPair::Options options{ .wire = wire };
    options.serverLimits.hardQueueBytes = 64 * 1024 * 1024;
    ConnectionPair pair(options);
    TcpFaults proxy(pair.endpoint().port);
    QVERIFY(pair.open(proxy.port()));
    proxy.setStalled(TcpFaults::Way::ToClient, true);
    QList<QByteArray> sent;
    for (int i = 0; i < 300; ++i) {
        sent += QByteArray::number(i) + QByteArray(10'000, 'x');
        pair.server->queue(frameOf(sent.last()));
    }
    QTRY_VERIFY(pair.server->isBehind());
    for (int i = 0; i < 20; ++i)
        QCoreApplication::processEvents();
    proxy.setStalled(TcpFaults::Way::ToClient, false);
    QTRY_COMPARE(pair.clientLog->frames.size(), sent.size());
    QVERIFY(pair.clientLog->frames == sent);
}

void TestConnectionFaults::aDelayedPathKeepsOrder()
{
    QFETCH(Wire, wire);
    ConnectionPair pair(wire);
    TcpFaults proxy(pair.endpoint().port);
    proxy.setPlan({ .delayMs = 5 });
    QVERIFY(pair.open(proxy.port()));
    QList<QByteArray> sent;
    for (int i = 0; i < 50; ++i) {
        sent += QByteArray::number(i);
        pair.client->queue(frameOf(sent.last()));
        QCoreApplication::processEvents();
    }
    QTRY_COMPARE(pair.serverLog->frames, sent);
}

SALON_TRANSPORT_TEST_MAIN(TestConnectionFaults)
#include "tst_connection_faults.moc"
