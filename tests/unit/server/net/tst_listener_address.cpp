// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/net/listener_address.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon::server;

class TestListenerAddress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAndWrites_data();
    void readsAndWrites();
    void refuses_data();
    void refuses();
    void knowsCleartextBeyondThisMachine_data();
    void knowsCleartextBeyondThisMachine();
};

void TestListenerAddress::readsAndWrites_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("tls");
    QTest::newRow("every address") << u"*:7256"_s << true;
    QTest::newRow("port 0") << u"127.0.0.1:0"_s << true;
    QTest::newRow("IPv6") << u"[::1]:7256"_s << true;
    QTest::newRow("name") << u"localhost:7256"_s << true;
    QTest::newRow("plain") << u"plain+127.0.0.1:7257"_s << false;
    QTest::newRow("unix") << u"unix:/run/salon.sock"_s << false;
}

void TestListenerAddress::readsAndWrites()
{
    QFETCH(QString, text);
    QFETCH(bool, tls);
    const auto address = ListenerAddress::parse(u"  "_s + text + u' ');
    QVERIFY(address);
    QCOMPARE(address->tls, tls);
    QCOMPARE(address->toString(), text);
}

void TestListenerAddress::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("port too high") << u"127.0.0.1:65536"_s;
    QTest::newRow("plain unix") << u"plain+unix:/run/salon.sock"_s;
    QTest::newRow("blank inside") << u"local host:7256"_s;
    QTest::newRow("empty") << QString();
}

void TestListenerAddress::refuses()
{
    QFETCH(QString, text);
    const auto address = ListenerAddress::parse(text);
    QVERIFY(!address);
    QCOMPARE(address.error().code, salon::ErrorCode::InvalidAddress);
}

void TestListenerAddress::knowsCleartextBeyondThisMachine_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("dangerous");
    QTest::newRow("TLS everywhere") << u"*:7256"_s << false;
    QTest::newRow("plain loopback") << u"plain+127.0.0.1:0"_s << false;
    QTest::newRow("plain loopback, other address") << u"plain+127.9.9.9:0"_s << false;
    QTest::newRow("plain IPv6 loopback") << u"plain+[::1]:0"_s << false;
    QTest::newRow("plain localhost") << u"plain+localhost:0"_s << false;
    QTest::newRow("plain everywhere") << u"plain+*:0"_s << true;
    QTest::newRow("plain 0.0.0.0") << u"plain+0.0.0.0:0"_s << true;
    QTest::newRow("plain LAN") << u"plain+192.168.1.5:0"_s << true;
    QTest::newRow("plain mapped") << u"plain+[::ffff:192.168.1.5]:0"_s << true;
    QTest::newRow("plain name") << u"plain+localhost.example.org:0"_s << true;
    QTest::newRow("unix") << u"unix:/run/salon.sock"_s << false;
}

void TestListenerAddress::knowsCleartextBeyondThisMachine()
{
    QFETCH(QString, text);
    QFETCH(bool, dangerous);
    const auto address = ListenerAddress::parse(text);
    QVERIFY(address);
    QCOMPARE(address->isCleartextBeyondThisMachine(), dangerous);
}

QTEST_GUILESS_MAIN(TestListenerAddress)
#include "tst_listener_address.moc"
