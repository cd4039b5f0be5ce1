// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/discovery/neighbour_list.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;

namespace {

const QList<NetworkLink> Links{ { 2, false,
    { { QHostAddress(u"203.0.113.5"_s), 28, {} }, { QHostAddress(u"192.168.7.5"_s), 24, {} } } } };

DiscoveryReply reply(char id)
{
    return { DiscoveryKind::Peer, QByteArray(32, id), u"Nour"_s, 4711, QByteArray(32, 'p'), 0, 0 };
}

} // namespace

class TestNeighbourList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersFromElsewhereAreNotListenedTo()
    {
        NeighbourList list;
        list.begin(Links);
        for (const char *far :
            { "8.8.8.8", "203.0.113.77", "100.64.0.1", "2001:db8::9", "::ffff:8.8.8.8", "0.0.0.0", "255.255.255.255" })
            QVERIFY2(!list.take(reply('n'), QHostAddress(QString::fromLatin1(far))), far);
        QVERIFY(list.all().isEmpty());
        for (const char *near : { "203.0.113.9", "192.168.9.9", "10.0.0.1", "127.0.0.1", "::1", "fe80::1%eth0" })
            QVERIFY2(list.take(reply('n'), QHostAddress(QString::fromLatin1(near))), near);
        QCOMPARE(list.all().size(), 1);
        QCOMPARE(list.all().first().addresses.size(), 6);
        // Nor do they add an address to somebody who is here.
        QVERIFY(!list.take(reply('n'), QHostAddress(u"8.8.8.8"_s)));
        QCOMPARE(list.all().first().addresses.size(), 6);
    }

    void whoWasAskedByAddressMayAnswer()
    {
        NeighbourList list;
        list.expect(QHostAddress(u"8.8.8.8"_s));
        list.begin(Links);
        QVERIFY(list.take(reply('n'), QHostAddress(u"::ffff:8.8.8.8"_s)));
        QVERIFY(!list.take(reply('m'), QHostAddress(u"8.8.4.4"_s)));
    }

    void anAnswerCountsOnce()
    {
        NeighbourList list;
        list.begin(Links);
        QVERIFY(list.take(reply('n'), QHostAddress(u"127.0.0.1"_s)));
        QVERIFY(!list.take(reply('n'), QHostAddress(u"::ffff:127.0.0.1"_s)));
        const auto better = list.take(reply('n'), QHostAddress(u"192.168.7.9"_s));
        QVERIFY(better);
        QCOMPARE(better->addresses.first(), QHostAddress(u"192.168.7.9"_s));
        list.begin(Links);
        QVERIFY(list.all().isEmpty());
    }

    void aFloodIsBounded()
    {
        NeighbourList list;
        list.begin(Links);
        for (int i = 0; i < 1000; ++i) {
            DiscoveryReply one = reply('n');
            one.port = quint16(i + 1);
            (void)list.take(one, QHostAddress(u"192.168.7.9"_s));
            (void)list.take(reply('n'), QHostAddress(0x0a000000 + quint32(i)));
        }
        QCOMPARE(list.all().size(), 256);
        for (const Neighbour &neighbour : list.all())
            QVERIFY(neighbour.addresses.size() <= 8);
    }
};

QTEST_GUILESS_MAIN(TestNeighbourList)
#include "tst_neighbour_list.moc"
