// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/connection_pair.h"
#include "tests/support/transport_test_main.h"

#include <QDir>
#include <QScopeGuard>
#include <QTcpServer>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

/// The way of a client from an endpoint to an open connection, and what stops it.
class TestConnecting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void connectsOverIpv6();
    void connectsByName();
    void connectsByServiceName();
    void refusedConnectionsSaySo();
    void unknownNamesSaySo();
    void localSocketsOfTheCurrentFolderAreFound();
    void missingLocalSocketsSaySo();
    void plainConnectionsStayOnThisMachine();
    void connectingTimesOut();
};

void TestConnecting::connectsOverIpv6()
{
    QTcpServer probe;
    if (!probe.listen(QHostAddress(QHostAddress::LocalHostIPv6)))
        QSKIP("this machine has no IPv6");
    for (const Wire wire : { Wire::Plain, Wire::Tls }) {
        ConnectionPair pair(ConnectionPair::Options{ .wire = wire, .listenHost = u"::1"_s });
        QVERIFY(pair.open());
        QVERIFY(pair.server->peer().text.startsWith(u"[::1]:"_s));
        QVERIFY(pair.server->peer().local);
    }
}

void TestConnecting::connectsByName()
{
    for (const auto &listenHost : { u"127.0.0.1"_s, u"localhost"_s, u"*"_s }) {
        ConnectionPair pair(ConnectionPair::Options{ .wire = Wire::Plain, .listenHost = listenHost });
        TurnFlusher flusher;
        Connection client(flusher);
        // localhost may be ::1 first, where nobody listens.
        client.connectTo(Endpoint::tcp(u"localhost"_s, pair.endpoint().port), { .tls = false });
        QTRY_VERIFY(client.isOpen());
    }
}

void TestConnecting::connectsByServiceName()
{
    TurnFlusher flusher;
    Connection client(flusher);
    const ConnectionLog log(client);
    client.connectTo(Endpoint::parse(u"localhost:no-such-service"_s).value(), { .tls = false });
    QTRY_VERIFY(log.closed);
    QCOMPARE(log.closed->code, ErrorCode::InvalidAddress);
    if (!resolveService(Endpoint::parse(u"localhost:tcpmux"_s).value()))
        QSKIP("this system has no table of services");
    Connection other(flusher);
    const ConnectionLog otherLog(other);
    other.connectTo(Endpoint::parse(u"localhost:tcpmux"_s).value(), { .tls = false });
    QTRY_VERIFY(otherLog.closed);
    QCOMPARE(otherLog.closed->code, ErrorCode::ConnectionRefused);
}

void TestConnecting::refusedConnectionsSaySo()
{
    quint16 port = 0;
    {
        QTcpServer free;
        QVERIFY(free.listen(QHostAddress(QHostAddress::LocalHost)));
        port = free.serverPort();
    }
    for (const bool tls : { false, true }) {
        TurnFlusher flusher;
        Connection client(flusher);
        const ConnectionLog log(client);
        client.connectTo(Endpoint::tcp(u"127.0.0.1"_s, port), { .tls = tls });
        QTRY_VERIFY(log.closed);
        QCOMPARE(log.closed->code, ErrorCode::ConnectionRefused);
        QCOMPARE(log.closedSignals, 1);
    }
}

void TestConnecting::unknownNamesSaySo()
{
    TurnFlusher flusher;
    Connection client(flusher);
    const ConnectionLog log(client);
    client.connectTo(Endpoint::tcp(u"does-not-exist.invalid"_s, 1));
    QTRY_VERIFY_WITH_TIMEOUT(log.closed, 15'000);
    QCOMPARE(log.closed->code, ErrorCode::HostNotFound);
    QCOMPARE(log.closed->params, QStringList{ u"does-not-exist.invalid"_s });
}

void TestConnecting::localSocketsOfTheCurrentFolderAreFound()
{
    QTemporaryDir dir;
    const auto goBack = qScopeGuard([before = QDir::currentPath()] { QDir::setCurrent(before); });
    QVERIFY(QDir::setCurrent(dir.path()));
    const Endpoint endpoint = Endpoint::parse(u"unix:salon.sock"_s).value();
    ListenSocket listener;
    connect(&listener, &ListenSocket::descriptorReady, this, &closeDescriptor);
    QVERIFY(listener.listen(endpoint));
    TurnFlusher flusher;
    Connection client(flusher);
    const ConnectionLog log(client);
    client.connectTo(endpoint);
    QTRY_VERIFY(log.opened + log.closedSignals > 0);
    QCOMPARE(log.opened, 1);
}

void TestConnecting::missingLocalSocketsSaySo()
{
    TurnFlusher flusher;
    Connection client(flusher);
    const ConnectionLog log(client);
    client.connectTo(Endpoint::local(u"/nonexistent/salon"_s));
    QTRY_VERIFY(log.closed);
    QCOMPARE(log.closed->code, ErrorCode::ConnectionRefused);
}

void TestConnecting::plainConnectionsStayOnThisMachine()
{
    TurnFlusher flusher;
    Connection client(flusher);
    const ConnectionLog log(client);
    client.connectTo(Endpoint::tcp(u"192.0.2.1"_s, 1), { .tls = false });
    QTRY_VERIFY(log.closed);
    QCOMPARE(log.closed->code, ErrorCode::InvalidAddress);
}

void TestConnecting::connectingTimesOut()
{
    // A listener whose backlog takes the TCP connection and that never speaks TLS.
    QTcpServer mute;
    QVERIFY(mute.listen(QHostAddress(QHostAddress::LocalHost)));
    TurnFlusher flusher;
    Connection client(flusher, ConnectionLimits{ .handshakeMs = 50 });
    const ConnectionLog log(client);
    client.connectTo(Endpoint::tcp(u"127.0.0.1"_s, mute.serverPort()));
    QTRY_VERIFY(log.closed);
    QCOMPARE(log.closed->code, ErrorCode::TimedOut);
}

SALON_TRANSPORT_TEST_MAIN(TestConnecting)
#include "tst_connecting.moc"
