// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/discovery/discovery_probe.h"
#include "shared/discovery/discovery_responder.h"

#include <QNetworkDatagram>
#include <QSignalSpy>
#include <QTest>
#include <QUdpSocket>

using namespace Qt::StringLiterals;
using namespace salon;

namespace {

class StillClock final : public Clock
{
public:
    qint64 nowMs = 0;
    [[nodiscard]] qint64 wallMs() const override { return nowMs; }
    [[nodiscard]] qint64 monotonicMs() const override { return nowMs; }
};

QList<NetworkLink> loopbackOnly()
{
    QList<NetworkLink> links = runningLinks();
    links.removeIf([](const NetworkLink &link) { return !link.loopback; });
    return links;
}

DiscoveryReply reply(const QString &name, char id, DiscoveryKind kind = DiscoveryKind::Server)
{
    return { kind, QByteArray(kind == DiscoveryKind::Server ? 16 : 32, id), name, 4711, QByteArray(32, id), 3, 0 };
}

const DiscoveryRequest Request{ QByteArray(8, 'n'), discovery::RequestBytes };

/// Somebody on this machine with a socket.
class Asker
{
public:
    explicit Asker(const QString &address = u"127.0.0.1"_s) { m_socket.bind(QHostAddress(address), 0); }

    void send(const QByteArray &datagram, quint16 port)
    {
        m_socket.writeDatagram(datagram, m_socket.localAddress(), port);
    }
    /// What came so far.
    QList<QByteArray> received()
    {
        while (m_socket.hasPendingDatagrams())
            m_received.append(m_socket.receiveDatagram().data());
        return m_received;
    }

private:
    QUdpSocket m_socket;
    QList<QByteArray> m_received;
};

} // namespace

class TestDiscovery : public QObject
{
    Q_OBJECT

private:
    StillClock m_clock;

    /// Asked last, and answered last on the same way: what was not answered by then never will be.
    static void settle(Asker &asker, quint16 port)
    {
        Asker last;
        Q_UNUSED(asker)
        last.send(encodeDiscoveryRequest(Request), port);
        QTRY_COMPARE(last.received().size(), 1);
    }

private Q_SLOTS:
    void init() { m_clock.nowMs += 10'000; }

    void whoAsksIsAnswered_data()
    {
        QTest::addColumn<QString>("address");
        QTest::newRow("IPv4") << u"127.0.0.1"_s;
        QTest::newRow("IPv6") << u"::1"_s;
    }
    void whoAsksIsAnswered()
    {
        QFETCH(QString, address);
        DiscoveryResponder responder(m_clock, loopbackOnly);
        QVERIFY(responder.start(0));
        responder.setReply(reply(u"Café"_s, 'a'));
        Asker asker(address);
        asker.send(encodeDiscoveryRequest(Request), responder.port());
        QTRY_COMPARE(asker.received().size(), 1);
        QCOMPARE(decodeDiscoveryReply(asker.received().first(), Request.nonce), std::optional(reply(u"Café"_s, 'a')));
        QVERIFY(asker.received().first().size() <= Request.sizeBytes);
    }

    void nothingIsSaidBeforeThereIsSomethingToSay()
    {
        DiscoveryResponder responder(m_clock, loopbackOnly);
        QVERIFY(responder.start(0));
        Asker early;
        early.send(encodeDiscoveryRequest(Request), responder.port());
        QCoreApplication::processEvents();
        responder.setReply(reply(u"Café"_s, 'a'));
        settle(early, responder.port());
        QVERIFY(early.received().size() <= 1);
    }

    void noiseAndRepliesAreNotAnswered()
    {
        DiscoveryResponder responder(m_clock, loopbackOnly);
        QVERIFY(responder.start(0));
        responder.setReply(reply(u"Café"_s, 'a'));
        Asker asker;
        asker.send(encodeDiscoveryReply(reply(u"x"_s, 'x'), Request), responder.port());
        asker.send("SLN! Café 127.0.0.1:7256\n", responder.port());
        asker.send(encodeDiscoveryRequest({ Request.nonce, 127 }), responder.port());
        asker.send(QByteArray("\x00\x01\x02", 3), responder.port());
        asker.send({}, responder.port());
        asker.send(QByteArray(1400, 'x'), responder.port());
        settle(asker, responder.port());
        QCOMPARE(asker.received(), QList<QByteArray>());
    }

    void aTextIsAnsweredWithALineOnceASecond()
    {
        DiscoveryResponder responder(m_clock, loopbackOnly);
        QVERIFY(responder.start(0));
        responder.setReply(reply(u"Café"_s, 'a'));
        Asker asker;
        asker.send("qui est là ?\n", responder.port());
        asker.send("et maintenant ?\n", responder.port());
        settle(asker, responder.port());
        QCOMPARE(asker.received(), QList<QByteArray>{ "SLN! Café 127.0.0.1:4711\n" });
        m_clock.nowMs += 1000;
        asker.send("hello\n", responder.port());
        QTRY_COMPARE(asker.received().size(), 2);
    }

    void fiveAnswersASecondForOneSource()
    {
        DiscoveryResponder responder(m_clock, loopbackOnly);
        QVERIFY(responder.start(0));
        responder.setReply(reply(u"Café"_s, 'a'));
        Asker asker;
        for (int i = 0; i < 20; ++i)
            asker.send(encodeDiscoveryRequest(Request), responder.port());
        QTRY_COMPARE(asker.received().size(), 5);
        m_clock.nowMs += 1000;
        settle(asker, responder.port());
        QCOMPARE(asker.received().size(), 5);
    }

    void aFloodIsReadAndTheResponderLives()
    {
        DiscoveryResponder responder(m_clock, loopbackOnly);
        QVERIFY(responder.start(0));
        responder.setReply(reply(u"Café"_s, 'a'));
        Asker flood;
        for (int i = 0; i < 5'000; ++i)
            flood.send(i % 2 ? encodeDiscoveryRequest(Request) : QByteArray(100, 'x'), responder.port());
        QTRY_COMPARE(flood.received().size(), 5);
        // What the system still holds of the flood would eat the next second's answers.
        QCoreApplication::processEvents();
        m_clock.nowMs += 1000;
        Asker other(u"::1"_s);
        other.send(encodeDiscoveryRequest(Request), responder.port());
        QTRY_COMPARE(other.received().size(), 1);
    }

    void strangersAreNotAnswered()
    {
        // Interfaces without the loopback, and a source that is private in any case: 127.0.0.1 always may ask. What a
        // stranger is, is tested without sockets (tst_network_link).
        DiscoveryResponder responder(m_clock, [] { return QList<NetworkLink>(); });
        QVERIFY(responder.start(0));
        responder.setReply(reply(u"Café"_s, 'a'));
        responder.setListeningAddresses({ QHostAddress(u"192.0.2.1"_s) });
        Asker asker;
        asker.send(encodeDiscoveryRequest(Request), responder.port());
        responder.setListeningAddresses({});
        settle(asker, responder.port());
        QVERIFY(asker.received().size() <= 1);
    }

    void onlyTheAddressListenedOnIsTold()
    {
        DiscoveryResponder responder(m_clock, loopbackOnly);
        QVERIFY(responder.start(0));
        responder.setReply(reply(u"Café"_s, 'a'));
        responder.setListeningAddresses({ QHostAddress(u"::1"_s) });
        Asker ipv4;
        Asker ipv6(u"::1"_s);
        ipv4.send(encodeDiscoveryRequest(Request), responder.port());
        ipv6.send(encodeDiscoveryRequest(Request), responder.port());
        QTRY_COMPARE(ipv6.received().size(), 1);
        responder.setListeningAddresses({});
        settle(ipv4, responder.port());
        QCOMPARE(ipv4.received(), QList<QByteArray>());
    }

    void theProbeFindsAllOfOneMachine()
    {
        DiscoveryResponder one(m_clock, loopbackOnly);
        QVERIFY(one.start(0));
        one.setReply(reply(u"Café"_s, 'a'));
        DiscoveryResponder two(m_clock, loopbackOnly);
        QVERIFY(two.start(one.port())); // a server and a person share the port
        two.setReply(reply(u"Marie"_s, 'b', DiscoveryKind::Peer));
        DiscoveryProbe probe(loopbackOnly);
        QSignalSpy finished(&probe, &DiscoveryProbe::finished);
        QSignalSpy found(&probe, &DiscoveryProbe::found);
        probe.start(one.port());
        QTRY_COMPARE(probe.neighbours().size(), 2);
        QVERIFY(finished.wait(3000));
        QVERIFY(found.size() >= 2);
        QSet<QString> names;
        for (const Neighbour &neighbour : probe.neighbours()) {
            names.insert(neighbour.said.name);
            QVERIFY(!neighbour.addresses.isEmpty() && neighbour.addresses.first().isLoopback());
        }
        QCOMPARE(names, (QSet<QString>{ u"Café"_s, u"Marie"_s }));
    }

    void theProbeTakesOnlyAnswersToItsQuestion()
    {
        QUdpSocket impostor;
        QVERIFY(impostor.bind(QHostAddress(u"127.0.0.1"_s), 0));
        connect(&impostor, &QUdpSocket::readyRead, &impostor, [&impostor] {
            while (impostor.hasPendingDatagrams()) {
                const QNetworkDatagram asked = impostor.receiveDatagram();
                const auto request = decodeDiscoveryRequest(asked.data());
                const auto send = [&](const QByteArray &datagram) {
                    impostor.writeDatagram(datagram, asked.senderAddress(), quint16(asked.senderPort()));
                };
                send(encodeDiscoveryReply(reply(u"forged"_s, 'f'), { QByteArray(8, 'z'), 256 }));
                send(asked.data());
                send(QByteArray(1000, 'x'));
                send(encodeDiscoveryReply(reply(u"true"_s, 't'), *request));
                send(encodeDiscoveryReply(reply(u"true"_s, 't'), *request));
            }
        });
        DiscoveryProbe probe([] { return QList<NetworkLink>(); });
        probe.alsoAsk(QHostAddress(u"127.0.0.1"_s));
        QSignalSpy finished(&probe, &DiscoveryProbe::finished);
        probe.start(impostor.localPort());
        QVERIFY(finished.wait(3000));
        QCOMPARE(probe.neighbours().size(), 1);
        QCOMPARE(probe.neighbours().first().said.name, u"true"_s);
        QCOMPARE(probe.neighbours().first().addresses.size(), 1);
    }

    void aFloodOfInventedNeighboursIsBounded()
    {
        QUdpSocket liar;
        QVERIFY(liar.bind(QHostAddress(u"127.0.0.1"_s), 0));
        connect(&liar, &QUdpSocket::readyRead, &liar, [&liar] {
            while (liar.hasPendingDatagrams()) {
                const QNetworkDatagram asked = liar.receiveDatagram();
                const auto request = decodeDiscoveryRequest(asked.data());
                for (int i = 0; request && i < 600; ++i) {
                    DiscoveryReply one = reply(u"x"_s, 'x');
                    one.id = QByteArray::number(i).rightJustified(16, '0');
                    liar.writeDatagram(
                        encodeDiscoveryReply(one, *request), asked.senderAddress(), quint16(asked.senderPort()));
                }
            }
        });
        DiscoveryProbe probe([] { return QList<NetworkLink>(); });
        probe.alsoAsk(QHostAddress(u"127.0.0.1"_s));
        QSignalSpy finished(&probe, &DiscoveryProbe::finished);
        probe.start(liar.localPort());
        QVERIFY(finished.wait(30'000));
        QVERIFY(probe.neighbours().size() <= 256);
    }

    void theProbeMayBeStoppedOrRestartedByWhoHearsOfIt()
    {
        DiscoveryResponder responder(m_clock, loopbackOnly);
        QVERIFY(responder.start(0));
        responder.setReply(reply(u"Café"_s, 'a'));
        DiscoveryProbe probe(loopbackOnly);
        int heard = 0;
        connect(&probe, &DiscoveryProbe::found, &probe, [&] {
            if (++heard == 1)
                probe.start(responder.port());
            else
                probe.stop();
        });
        QSignalSpy finished(&probe, &DiscoveryProbe::finished);
        probe.start(responder.port());
        QTRY_COMPARE(heard, 2);
        QVERIFY(!probe.isRunning());
        QCOMPARE(finished.size(), 0);
    }

    void theBestAddressComesFirst()
    {
        QVERIFY(addressRank(QHostAddress(u"192.168.1.1"_s)) < addressRank(QHostAddress(u"fd00::1"_s)));
        QVERIFY(addressRank(QHostAddress(u"fd00::1"_s)) < addressRank(QHostAddress(u"127.0.0.1"_s)));
        QVERIFY(addressRank(QHostAddress(u"127.0.0.1"_s)) < addressRank(QHostAddress(u"169.254.0.1"_s)));
        QVERIFY(addressRank(QHostAddress(u"169.254.0.1"_s)) < addressRank(QHostAddress(u"fe80::1%eth0"_s)));
    }

    void aPortInUseByOthersIsAnError()
    {
        QUdpSocket other4;
        QVERIFY(other4.bind(QHostAddress(QHostAddress::AnyIPv4), 0, QAbstractSocket::DontShareAddress));
        QUdpSocket other6;
        QVERIFY(
            other6.bind(QHostAddress(QHostAddress::AnyIPv6), other4.localPort(), QAbstractSocket::DontShareAddress));
        DiscoveryResponder responder(m_clock, loopbackOnly);
        const auto started = responder.start(other4.localPort());
        QVERIFY(!started);
        QCOMPARE(started.error().code, ErrorCode::AddressInUse);
        QVERIFY(!responder.isListening());
    }
};

QTEST_GUILESS_MAIN(TestDiscovery)
#include "tst_discovery.moc"
