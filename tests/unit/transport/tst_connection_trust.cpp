// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/transport/tls_config.h"
#include "tests/support/connection_pair.h"
#include "tests/support/tcp_faults.h"
#include "tests/support/transport_test_main.h"

#include <QSslSocket>
#include <QTcpServer>
#include <QTcpSocket>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

class TestConnectionTrust : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theRightPinOpensAtOnce();
    void aFirstMeetingWaitsForTheDecision();
    void rejectingAFirstMeetingSendsNothing();
    void aChangedKeyStopsBeforeAnythingIsSent();
    void anAuthorityVouchesForItsServers();
    void anAuthorityDoesNotVouchForOtherNames();
    void thePinAloneDecidesWhenAskedTo();
    void aSilentClientIsDroppedAfterTheHandshakeTime();
    void garbageInsteadOfTlsIsATlsFailure();
    void aTlsClientOnAPlainServerFails();
    void aPlainClientOnATlsServerFails();
    void oldTlsVersionsAreRefused();
};

void TestConnectionTrust::theRightPinOpensAtOnce()
{
    ConnectionPair pair(Wire::Tls);
    QVERIFY(pair.open());
    QVERIFY(pair.clientLog->identified.isEmpty());
    QVERIFY(!pair.client->isPeerTrusted());
    QCOMPARE(pair.client->peerPin(), serverIdentity().pin);
}

void TestConnectionTrust::aFirstMeetingWaitsForTheDecision()
{
    ConnectionPair pair(ConnectionPair::Options{ .wire = Wire::Tls, .pinAsGiven = true });
    pair.connectClient();
    pair.client->queue(frameOf("hello"));
    QTRY_COMPARE(pair.clientLog->identified, serverIdentity().pin);
    QTRY_VERIFY(pair.server && pair.server->isOpen());
    pair.server->queue(frameOf("server speaks first"));
    for (int i = 0; i < 20; ++i)
        QCoreApplication::processEvents();
    QCOMPARE(pair.client->state(), Connection::State::AwaitingAcceptance);
    QVERIFY(pair.serverLog->frames.isEmpty());
    QVERIFY(pair.clientLog->frames.isEmpty());
    pair.client->acceptPeer();
    QTRY_COMPARE(pair.serverLog->frames, QList<QByteArray>{ "hello" });
    QTRY_COMPARE(pair.clientLog->frames, QList<QByteArray>{ "server speaks first" });
    QCOMPARE(pair.clientLog->opened, 1);
}

void TestConnectionTrust::rejectingAFirstMeetingSendsNothing()
{
    ConnectionPair pair(ConnectionPair::Options{ .wire = Wire::Tls, .pinAsGiven = true });
    pair.connectClient();
    pair.client->queue(frameOf("secret"));
    QTRY_VERIFY(!pair.clientLog->identified.isEmpty());
    pair.client->rejectPeer();
    QTRY_VERIFY(pair.clientLog->closed);
    QCOMPARE(pair.clientLog->closed->code, ErrorCode::Canceled);
    QTRY_VERIFY(pair.serverLog->closed);
    QVERIFY(pair.serverLog->frames.isEmpty());
    QCOMPARE(pair.clientLog->opened, 0);
}

void TestConnectionTrust::aChangedKeyStopsBeforeAnythingIsSent()
{
    ConnectionPair::Options options{ .wire = Wire::Tls, .pinAsGiven = true };
    options.connect.expectedPin = QByteArray(32, 'p');
    ConnectionPair pair(options);
    pair.connectClient();
    pair.client->queue(frameOf("secret"));
    QTRY_VERIFY(pair.clientLog->closed);
    QCOMPARE(pair.clientLog->closed->code, ErrorCode::ServerKeyChanged);
    QCOMPARE(pair.client->peerPin(), serverIdentity().pin);
    QCOMPARE(pair.clientLog->opened, 0);
    QVERIFY(pair.clientLog->identified.isEmpty());
    pair.client->acceptPeer(); // too late
    QTRY_VERIFY(pair.serverLog->closed);
    QVERIFY(pair.serverLog->frames.isEmpty());
    QCOMPARE(pair.clientLog->closedSignals, 1);
}

void TestConnectionTrust::anAuthorityVouchesForItsServers()
{
    ConnectionPair::Options options{ .wire = Wire::Tls, .pinAsGiven = true };
    options.connect.authorities = serverIdentity().chain;
    options.connect.expectedPin = QByteArray(32, 'p'); // a renewed key of a server with a real certificate
    ConnectionPair pair(options);
    QVERIFY(pair.open());
    QVERIFY(pair.client->isPeerTrusted());
    QCOMPARE(pair.client->peerPin(), serverIdentity().pin);
}

void TestConnectionTrust::anAuthorityDoesNotVouchForOtherNames()
{
    // 127.0.0.2 is this machine too, but not in the certificate.
    ConnectionPair::Options options{ .wire = Wire::Tls, .pinAsGiven = true, .listenHost = u"127.0.0.2"_s };
    options.connect.authorities = serverIdentity().chain;
    options.connect.expectedPin = QByteArray(32, 'p');
    ConnectionPair pair(options);
    pair.connectClient();
    QTRY_VERIFY(pair.clientLog->closed);
    QCOMPARE(pair.clientLog->closed->code, ErrorCode::ServerKeyChanged);
    QVERIFY(!pair.client->isPeerTrusted());
}

void TestConnectionTrust::thePinAloneDecidesWhenAskedTo()
{
    ConnectionPair::Options options{ .wire = Wire::Tls, .pinAsGiven = true };
    options.connect.authorities = serverIdentity().chain;
    options.connect.acceptAuthorities = false;
    options.connect.expectedPin = QByteArray(32, 'p');
    ConnectionPair pair(options);
    pair.connectClient();
    QTRY_VERIFY(pair.clientLog->closed);
    QCOMPARE(pair.clientLog->closed->code, ErrorCode::ServerKeyChanged);
}

void TestConnectionTrust::aSilentClientIsDroppedAfterTheHandshakeTime()
{
    ConnectionPair::Options options{ .wire = Wire::Tls };
    options.serverLimits.handshakeMs = 50;
    ConnectionPair pair(options);
    QTcpSocket silent;
    silent.connectToHost(u"127.0.0.1"_s, pair.endpoint().port);
    QTRY_VERIFY(pair.serverLog && pair.serverLog->closed);
    QCOMPARE(pair.serverLog->closed->code, ErrorCode::TimedOut);
    QTRY_COMPARE(silent.state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(pair.serverLog->opened, 0);
}

void TestConnectionTrust::garbageInsteadOfTlsIsATlsFailure()
{
    ConnectionPair pair(Wire::Tls);
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, pair.endpoint().port);
    QTRY_COMPARE(socket.state(), QAbstractSocket::ConnectedState);
    socket.write("GET / HTTP/1.1\r\nHost: nobody\r\n\r\n");
    QTRY_VERIFY(pair.serverLog && pair.serverLog->closed);
    QCOMPARE(pair.serverLog->closed->code, ErrorCode::TlsFailed);
    QCOMPARE(pair.serverLog->opened, 0);
}

void TestConnectionTrust::aTlsClientOnAPlainServerFails()
{
    ConnectionPair pair(Wire::Plain);
    TurnFlusher flusher;
    Connection client(flusher);
    const ConnectionLog log(client);
    client.queue(frameOf("secret"));
    client.connectTo(pair.endpoint());
    QTRY_VERIFY(log.closed);
    QCOMPARE(log.opened, 0);
    QTRY_VERIFY(pair.serverLog->closed);
    QCOMPARE(pair.serverLog->closed->code, ErrorCode::FrameTooLarge);
    QVERIFY(pair.serverLog->frames.isEmpty());
}

void TestConnectionTrust::aPlainClientOnATlsServerFails()
{
    ConnectionPair pair(Wire::Tls);
    TurnFlusher flusher;
    Connection client(flusher);
    const ConnectionLog log(client);
    client.connectTo(pair.endpoint(), { .tls = false });
    client.queue(frameOf("hello"));
    QTRY_VERIFY(log.closed);
    QTRY_VERIFY(pair.serverLog && pair.serverLog->closed);
    QCOMPARE(pair.serverLog->closed->code, ErrorCode::TlsFailed);
    QCOMPARE(pair.serverLog->opened, 0);
}

void TestConnectionTrust::oldTlsVersionsAreRefused()
{
    ConnectionPair pair(Wire::Tls);
    for (const auto protocol : { QSsl::TlsV1_2, QSsl::TlsV1_3 }) {
        QSslSocket modern;
        modern.setProtocol(protocol);
        modern.setPeerVerifyMode(QSslSocket::VerifyNone);
        modern.connectToHostEncrypted(u"127.0.0.1"_s, pair.endpoint().port);
        QTRY_VERIFY(modern.isEncrypted());
    }
    QSslSocket old;
    QT_WARNING_PUSH
    QT_WARNING_DISABLE_DEPRECATED
    old.setProtocol(QSsl::TlsV1_1);
    QT_WARNING_POP
    old.setPeerVerifyMode(QSslSocket::VerifyNone);
    old.connectToHostEncrypted(u"127.0.0.1"_s, pair.endpoint().port);
    QTRY_COMPARE(old.state(), QAbstractSocket::UnconnectedState);
    QVERIFY(!old.isEncrypted());
}

SALON_TRANSPORT_TEST_MAIN(TestConnectionTrust)
#include "tst_connection_trust.moc"
