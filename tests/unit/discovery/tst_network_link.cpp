// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/discovery/network_link.h"
#include "shared/discovery/source_limits.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;

namespace {

NetworkLink link(int index, const QList<LinkAddress> &addresses)
{
    return { index, false, addresses };
}

const QList<NetworkLink> Links{
    { 1, true, { { QHostAddress(u"127.0.0.1"_s), 8, {} }, { QHostAddress(u"::1"_s), 128, {} } } },
    link(2,
        { { QHostAddress(u"192.168.7.5"_s), 24, QHostAddress(u"192.168.7.255"_s) },
            { QHostAddress(u"203.0.113.5"_s), 28, {} }, { QHostAddress(u"2001:db8:1::5"_s), 64, {} },
            { QHostAddress(u"fe80::5%eth0"_s), 64, {} } }),
    link(3, { { QHostAddress(u"192.168.7.77"_s), 16, {} }, { QHostAddress(u"fe80::9%wlan0"_s), 64, {} } }),
    link(4, { { QHostAddress(u"198.51.100.1"_s), 0, {} }, { QHostAddress(u"2001:db8:ffff::1"_s), 16, {} } }),
};

} // namespace

class TestNetworkLink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyNeighboursMayAsk_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<bool>("nearby");
        for (const char *near : { "127.0.0.1", "127.9.9.9", "10.0.0.1", "10.255.255.255", "172.16.0.1",
                 "172.31.255.255", "192.168.0.1", "169.254.7.7", "::1", "fe80::1", "fe80::1%eth0", "febf::1", "fc00::1",
                 "fdff::1", "::ffff:192.168.3.4", "203.0.113.14", "2001:db8:1::9" })
            QTest::newRow(near) << QString::fromLatin1(near) << true;
        for (const char *far : { "8.8.8.8", "172.15.255.255", "172.32.0.1", "192.169.0.1", "11.0.0.1", "169.253.0.1",
                 "100.64.0.1", "203.0.113.16", "198.51.100.9", "2001:db8:2::9", "2001:db8:ffff::9", "fec0::1",
                 "::ffff:8.8.8.8", "0.0.0.0", "::", "255.255.255.255", "239.255.72.56", "ff02::7256", "" })
            QTest::newRow(*far == '\0' ? "no address" : far) << QString::fromLatin1(far) << false;
    }
    void onlyNeighboursMayAsk()
    {
        QFETCH(QString, source);
        QFETCH(bool, nearby);
        QCOMPARE(isNearby(QHostAddress(source), Links), nearby);
    }

    void ourAddressIsTheOneOfTheNarrowestSharedNetwork()
    {
        QCOMPARE(ownAddressFacing(QHostAddress(u"192.168.7.9"_s), Links), QHostAddress(u"192.168.7.5"_s));
        QCOMPARE(ownAddressFacing(QHostAddress(u"192.168.9.9"_s), Links), QHostAddress(u"192.168.7.77"_s));
        QCOMPARE(ownAddressFacing(QHostAddress(u"192.168.7.77"_s), Links), QHostAddress(u"192.168.7.77"_s));
        QCOMPARE(ownAddressFacing(QHostAddress(u"::ffff:127.0.0.1"_s), Links), QHostAddress(u"127.0.0.1"_s));
        QCOMPARE(ownAddressFacing(QHostAddress(u"2001:db8:1::9"_s), Links), QHostAddress(u"2001:db8:1::5"_s));
        QVERIFY(ownAddressFacing(QHostAddress(u"10.0.0.1"_s), Links).isNull());
    }

    void aLinkLocalAddressIsBehindItsOwnInterface()
    {
        QCOMPARE(ownAddressFacing(QHostAddress(u"fe80::1%wlan0"_s), Links), QHostAddress(u"fe80::9%wlan0"_s));
        QCOMPARE(ownAddressFacing(QHostAddress(u"fe80::1%eth0"_s), Links), QHostAddress(u"fe80::5%eth0"_s));
    }

    void thisMachineHasALoopback()
    {
        const auto links = runningLinks();
        QVERIFY(std::any_of(links.begin(), links.end(), [](const NetworkLink &one) { return one.loopback; }));
    }

    void aSourceGetsItsShareOfASecond()
    {
        SourceLimits limits({});
        const QHostAddress source(u"192.168.7.9"_s);
        for (int i = 0; i < 5; ++i)
            QVERIFY(limits.admits(source, false, 10));
        QVERIFY(!limits.admits(source, false, 10));
        QVERIFY(!limits.admits(QHostAddress(u"::ffff:192.168.7.9"_s), false, 900)); // the same one in other clothes
        QVERIFY(!limits.admits(source, false, 999));
        QVERIFY(limits.admits(QHostAddress(u"192.168.7.10"_s), false, 999));
        QVERIFY(limits.admits(source, false, 1010));
    }

    void aTextIsAnsweredOnceASecond()
    {
        SourceLimits limits({});
        const QHostAddress source(u"192.168.7.9"_s);
        QVERIFY(limits.admits(source, true, 0));
        QVERIFY(!limits.admits(source, true, 500));
        QVERIFY(limits.admits(source, false, 500));
        QVERIFY(limits.admits(source, true, 1000));
    }

    void aFloodOfSourcesIsBoundedAndForgotten()
    {
        SourceLimits limits({});
        int admitted = 0;
        for (quint32 i = 0; i < 100'000; ++i)
            admitted += limits.admits(QHostAddress(0x0a000000 + i), false, 0) ? 1 : 0;
        QCOMPARE(admitted, 50);
        QCOMPARE(limits.sourceCount(), 50);
        QVERIFY(limits.admits(QHostAddress(0x0a000000), false, 1000));
        QCOMPARE(limits.sourceCount(), 1);
    }
};

QTEST_GUILESS_MAIN(TestNetworkLink)
#include "tst_network_link.moc"
