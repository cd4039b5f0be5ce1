// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/transport/endpoint.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace salon;

class TestEndpoint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsHostAndPort_data();
    void readsHostAndPort();
    void refusesWhatIsNoAddress_data();
    void refusesWhatIsNoAddress();
    void readsBackWhatItWrites_data() { readsHostAndPort_data(); }
    void readsBackWhatItWrites();
    void readsPathsOfLocalSockets();
    void knowsLoopback();
    void resolvesServiceNames();
    void knowsLocalhostWithoutAnyTable();
    void resolvesEveryAddressAndNames();
};

void TestEndpoint::readsHostAndPort_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port");
    QTest::addColumn<QString>("service");
    QTest::newRow("name and port") << u"example.org:4000"_s << u"example.org"_s << 4000 << QString();
    QTest::newRow("name alone") << u"example.org"_s << u"example.org"_s << 7256 << QString();
    QTest::newRow("international name") << u"café.example:1"_s << u"café.example"_s << 1 << QString();
    QTest::newRow("IPv4") << u"192.0.2.7:65535"_s << u"192.0.2.7"_s << 65535 << QString();
    QTest::newRow("IPv6") << u"[2001:db8::1]:80"_s << u"2001:db8::1"_s << 80 << QString();
    QTest::newRow("IPv6 in brackets alone") << u"[::1]"_s << u"::1"_s << 7256 << QString();
    QTest::newRow("IPv6 bare") << u"2001:db8::1"_s << u"2001:db8::1"_s << 7256 << QString();
    QTest::newRow("IPv6 with scope") << u"[fe80::1%eth0]:9"_s << u"fe80::1%eth0"_s << 9 << QString();
    QTest::newRow("every address") << u"*:7256"_s << u"*"_s << 7256 << QString();
    QTest::newRow("every address alone") << u"*"_s << u"*"_s << 7256 << QString();
    QTest::newRow("port alone") << u":99"_s << u"*"_s << 99 << QString();
    QTest::newRow("any port") << u"localhost:0"_s << u"localhost"_s << 0 << QString();
    QTest::newRow("service") << u"example.org:https"_s << u"example.org"_s << 0 << u"https"_s;
    QTest::newRow("spaces around") << u"  example.org:1 "_s << u"example.org"_s << 1 << QString();
}

void TestEndpoint::readsHostAndPort()
{
    QFETCH(QString, text);
    const auto endpoint = Endpoint::parse(text);
    QVERIFY(endpoint);
    QCOMPARE(endpoint->kind, Endpoint::Kind::Tcp);
    QTEST(endpoint->host, "host");
    QTEST(int(endpoint->port), "port");
    QTEST(endpoint->service, "service");
}

void TestEndpoint::readsBackWhatItWrites()
{
    QFETCH(QString, text);
    const auto endpoint = Endpoint::parse(text);
    QVERIFY(endpoint);
    QCOMPARE(Endpoint::parse(endpoint->toString()).value(), *endpoint);
}

void TestEndpoint::refusesWhatIsNoAddress_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : { "", " ", "host:", "host:65536", "host:-1", "host:99999999999", "host:1:2", "[::1",
             "[::1]x", "[::1]:", "[nonsense]:1", "[192.0.2.1]:1", "a b:1", "host/path", "user@host:1", "7256",
             "unix:", ".host:1", "-host:1", "host:ser vice", "host:a/b" })
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestEndpoint::refusesWhatIsNoAddress()
{
    QFETCH(QString, text);
    const auto endpoint = Endpoint::parse(text);
    QVERIFY(!endpoint);
    QCOMPARE(endpoint.error().code, ErrorCode::InvalidAddress);
    QCOMPARE(endpoint.error().params, QStringList{ text });
}

void TestEndpoint::readsPathsOfLocalSockets()
{
    const auto endpoint = Endpoint::parse(u"unix:/run/salon/a:b"_s);
    QVERIFY(endpoint);
    QCOMPARE(endpoint->kind, Endpoint::Kind::Local);
    QCOMPARE(endpoint->path, u"/run/salon/a:b"_s);
    QCOMPARE(endpoint->toString(), u"unix:/run/salon/a:b"_s);
}

void TestEndpoint::knowsLoopback()
{
    for (const auto &text : { u"127.0.0.1:1"_s, u"127.9.9.9:1"_s, u"[::1]:1"_s, u"LocalHost:1"_s, u"unix:/x"_s })
        QVERIFY2(Endpoint::parse(text)->isLoopback(), qPrintable(text));
    for (const auto &text :
        { u"*:1"_s, u"192.0.2.1:1"_s, u"localhost.example:1"_s, u"[2001:db8::1]:1"_s, u"0.0.0.0:1"_s })
        QVERIFY2(!Endpoint::parse(text)->isLoopback(), qPrintable(text));
}

void TestEndpoint::resolvesServiceNames()
{
    const auto known = resolveService(Endpoint::parse(u"localhost:https"_s).value());
    if (!known)
        QSKIP("this system has no table of services");
    QCOMPARE(known->port, quint16(443));
    QVERIFY(known->service.isEmpty());
    const auto unknown = resolveService(Endpoint::parse(u"localhost:no-such-service"_s).value());
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().code, ErrorCode::InvalidAddress);
}

void TestEndpoint::knowsLocalhostWithoutAnyTable()
{
    QHostInfo unknown;
    unknown.setError(QHostInfo::HostNotFound);
    for (const QString &host : { u"localhost"_s, u"LocalHost"_s }) {
        const auto addresses = addressesFound(host, unknown);
        QVERIFY(addresses);
        QVERIFY(addresses->contains(QHostAddress(QHostAddress::LocalHost)));
        QVERIFY(std::ranges::all_of(*addresses, [](const QHostAddress &address) { return address.isLoopback(); }));
    }
    for (const QString &host : { u"localhost.example"_s, u"example.org"_s }) {
        const auto addresses = addressesFound(host, unknown);
        QVERIFY(!addresses);
        QCOMPARE(addresses.error().code, ErrorCode::HostNotFound);
        QCOMPARE(addresses.error().params, QStringList{ host });
    }
    QHostInfo table;
    table.setAddresses({ QHostAddress(u"127.0.1.1"_s) });
    QCOMPARE(addressesFound(u"localhost"_s, table).value(), table.addresses()); // the system knows better
}

void TestEndpoint::resolvesEveryAddressAndNames()
{
    QCOMPARE(resolveAddresses(Endpoint::tcp(u"*"_s, 1)).value(), QList{ QHostAddress(QHostAddress::Any) });
    QCOMPARE(resolveAddresses(Endpoint::tcp(u"::1"_s, 1)).value(), QList{ QHostAddress(QHostAddress::LocalHostIPv6) });
    const auto local = resolveAddresses(Endpoint::tcp(u"localhost"_s, 1));
    QVERIFY(local);
    for (const QHostAddress &address : *local)
        QVERIFY(address.isLoopback());
    const auto nowhere = resolveAddresses(Endpoint::tcp(u"does-not-exist.invalid"_s, 1));
    QVERIFY(!nowhere);
    QCOMPARE(nowhere.error().code, ErrorCode::HostNotFound);
}

QTEST_GUILESS_MAIN(TestEndpoint)
#include "tst_endpoint.moc"
