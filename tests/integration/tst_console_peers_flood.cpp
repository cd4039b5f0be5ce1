// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/exit_code.h"
#include "shared/discovery/network_link.h"
#include "shared/peer/peer_link.h"
#include "shared/protocol/discovery_datagram.h"
#include "shared/transport/turn_flusher.h"
#include "tests/integration/tst_console_peers_person.h"

#include <QNetworkDatagram>
#include <QNetworkInterface>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::console;
using namespace salon::test;

namespace {

constexpr int Crowd = 300;

} // namespace

/// A console client on a network where one program plays any number of people.
class TestConsolePeersFlood : public QObject
{
    Q_OBJECT

private:
    SystemClock m_clock;
    quint16 m_discoveryPort = 0;
    QString m_place;
    std::unique_ptr<Person> m_marie;
    std::unique_ptr<Person> m_nour;

private Q_SLOTS:
    void init()
    {
        m_discoveryPort = freeUdpPort();
        m_place = u"127.0.0.1:%1"_s.arg(freePort());
        m_marie = std::make_unique<Person>(u"Marie"_s, m_discoveryPort);
        m_nour = std::make_unique<Person>(u"Nour"_s, m_discoveryPort);
    }
    void cleanup()
    {
        m_marie.reset();
        m_nour.reset();
    }

    /// Each has another key, proves it, asks to talk, and goes.
    void strangersWhoAskAndGo()
    {
        m_marie->startPeer(m_place);
        QVERIFY(m_marie->waitFor(u"waiting there."_s));
        m_nour->startPeer(m_place);
        QVERIFY(m_marie->waitFor(u"Nour wants to talk"_s));
        m_marie->write("/accept Nour");
        QVERIFY(m_nour->waitFor(u"Marie is here"_s));

        const auto place = Endpoint::parse(m_place, 0);
        const auto tls = makeIdentity();
        QVERIFY(place && tls);
        TurnFlusher flusher;
        int proven = 0;
        for (int i = 0; i < Crowd; ++i) {
            const PeerIdentity stranger = PeerIdentity::of(DeviceKey::generate(), *tls, u"Stranger %1"_s.arg(i));
            PeerLink link(stranger, flusher, m_clock);
            bool isProven = false;
            bool isOver = false;
            connect(&link, &PeerLink::authenticated, &link, [&] { isProven = true; });
            connect(&link, &PeerLink::closed, &link, [&] { isOver = true; });
            link.dial(*place);
            QVERIFY(waitUntil([&] { return isProven || isOver; }, 30'000));
            proven += isProven ? 1 : 0;
        }
        QVERIFY2(proven > 0, "nobody got through at all");
        // Who is known is not pushed out, and those who ask are still told of; not all of them.
        m_nour->write("still here");
        QVERIFY(m_marie->waitFor(u"Nour: still here"_s));
        QVERIFY(m_marie->waitFor(u"Stranger "_s));
        QVERIFY(m_marie->output().count(u"wants to talk"_s) < Crowd / 2);
        m_marie->write("/nearby");
        QVERIFY(m_marie->waitFor(u"  1  "_s));
        m_marie->write("/quit");
        m_marie->endInput();
        QCOMPARE(m_marie->waitForEnd(), int(ExitDone));
    }

    /// Each exists in answers to the program's questions alone.
    void neighboursWhoAreInvented()
    {
        QUdpSocket crowd;
        QVERIFY(crowd.bind(
            QHostAddress::AnyIPv4, m_discoveryPort, QUdpSocket::ShareAddress | QUdpSocket::ReuseAddressHint));
        const QList<NetworkLink> links = runningLinks();
        for (const NetworkLink &link : links) {
            (void)crowd.joinMulticastGroup(
                QHostAddress(discovery::GroupIPv4), QNetworkInterface::interfaceFromIndex(link.index));
        }
        int answered = 0;
        connect(&crowd, &QUdpSocket::readyRead, &crowd, [&] {
            while (crowd.hasPendingDatagrams()) {
                const QNetworkDatagram asked = crowd.receiveDatagram();
                const auto request = decodeDiscoveryRequest(asked.data());
                for (int i = 0; request && i < Crowd; ++i) {
                    const QByteArray key = QByteArray::number(answered++).rightJustified(32, 'k');
                    const DiscoveryReply reply{ DiscoveryKind::Peer, key, u"Invented"_s, 1, QByteArray(32, 'p') };
                    crowd.writeDatagram(asked.makeReply(encodeDiscoveryReply(reply, *request)));
                }
            }
        });
        m_marie->startPeer();
        const auto listed = [&] {
            m_marie->write("/nearby");
            return waitUntil([&] { return m_marie->output().contains(u"Invented"_s); }, 2'000);
        };
        QVERIFY(waitUntil(listed, 30'000));
        QVERIFY(answered >= Crowd);
        // A real one among them still gets through.
        m_nour->startPeer();
        QVERIFY(waitUntil(
            [&] {
                m_nour->write("/nearby");
                m_nour->write("/accept Marie");
                return m_marie->waitFor(u"Nour wants to talk"_s, 2'000);
            },
            60'000));
        m_marie->write("/nearby");
        QVERIFY(m_marie->waitFor(u" 64  "_s) || m_marie->output().contains(u"Invented"_s));
        QVERIFY(!m_marie->output().contains(u" 70  "_s));
        m_marie->write("/quit");
        m_marie->endInput();
        QCOMPARE(m_marie->waitForEnd(), int(ExitDone));
    }
};

QTEST_GUILESS_MAIN(TestConsolePeersFlood)
#include "tst_console_peers_flood.moc"
