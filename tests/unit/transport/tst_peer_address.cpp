// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/transport/peer_address.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;

class TestPeerAddress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void describesPeers_data();
    void describesPeers();
};

void TestPeerAddress::describesPeers_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<PeerAddress>("expected");
    QTest::newRow("IPv4") << u"192.0.2.7"_s << PeerAddress{ u"192.0.2.7:5"_s, u"192.0.2.7"_s, false };
    QTest::newRow("IPv4 within IPv6") << u"::ffff:192.0.2.7"_s
                                      << PeerAddress{ u"192.0.2.7:5"_s, u"192.0.2.7"_s, false };
    QTest::newRow("IPv6 counts by /64") << u"2001:db8:1:2:3:4:5:6"_s
                                        << PeerAddress{ u"[2001:db8:1:2:3:4:5:6]:5"_s, u"2001:db8:1:2::/64"_s, false };
    QTest::newRow("loopback is exempt") << u"127.0.0.1"_s << PeerAddress{ u"127.0.0.1:5"_s, {}, true };
    QTest::newRow("IPv6 loopback is exempt") << u"::1"_s << PeerAddress{ u"[::1]:5"_s, {}, true };
    QTest::newRow("loopback within IPv6") << u"::ffff:127.0.0.1"_s << PeerAddress{ u"127.0.0.1:5"_s, {}, true };
}

void TestPeerAddress::describesPeers()
{
    QFETCH(QString, address);
    QFETCH(PeerAddress, expected);
    const PeerAddress peer = PeerAddress::of(QHostAddress(address), 5);
    QCOMPARE(peer.text, expected.text);
    QCOMPARE(peer.prefix, expected.prefix);
    QCOMPARE(peer.local, expected.local);
}

QTEST_GUILESS_MAIN(TestPeerAddress)
#include "tst_peer_address.moc"
