// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/peer/peer_waits.h"
#include "shared/transport/peer_address.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;

namespace {

quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::Any, 0);
    return server.serverPort();
}

/// Whether somebody listens there.
bool answers(const QHostAddress &address, quint16 port)
{
    QTcpSocket socket;
    socket.connectToHost(address, port);
    return socket.waitForConnected();
}

Endpoint at(const QString &host, quint16 port)
{
    return Endpoint::tcp(host, port);
}

} // namespace

class TestPeerWaits : public QObject
{
    Q_OBJECT

private:
    const QHostAddress m_ipv4{ QHostAddress::LocalHost };
    const QHostAddress m_other{ u"127.0.0.2"_s }; ///< this machine, by an address that nobody asked for

private Q_SLOTS:
    void theLastAddressClosesThePort()
    {
        const quint16 port = freePort();
        PeerWaits waits;
        QVERIFY(waits.add(at(u"192.0.2.1"_s, port)));
        QVERIFY(waits.add(at(u"192.0.2.2"_s, port)));
        QVERIFY(waits.add(at(u"192.0.2.2"_s, port)));
        QCOMPARE(waits.listening(), QList<Endpoint>{ at(u"*"_s, port) });
        waits.remove(at(u"192.0.2.2"_s, port));
        QVERIFY(answers(m_ipv4, port));
        waits.remove(at(u"192.0.2.9"_s, port)); // never waited for
        QVERIFY(answers(m_ipv4, port));
        waits.remove(at(u"192.0.2.1"_s, port));
        QVERIFY(!answers(m_ipv4, port));
        QCOMPARE(waits.listening(), QList<Endpoint>());
    }

    void anAddressOfThisMachineIsWaitedForOnItAlone()
    {
        const quint16 port = freePort();
        PeerWaits waits;
        QVERIFY(waits.add(at(u"127.0.0.1"_s, port)));
        QVERIFY(answers(m_ipv4, port));
        QVERIFY(!answers(m_other, port));
        QCOMPARE(waits.listening(), QList<Endpoint>{ at(u"127.0.0.1"_s, port) });
    }

    void itIsAsWideAsTheAddressesNeed()
    {
        const quint16 port = freePort();
        PeerWaits waits;
        QVERIFY(waits.add(at(u"127.0.0.1"_s, port)));
        QVERIFY(waits.add(at(u"192.0.2.1"_s, port)));
        QCOMPARE(waits.listening(), QList<Endpoint>{ at(u"*"_s, port) });
        QVERIFY(answers(m_other, port));
        waits.remove(at(u"192.0.2.1"_s, port));
        QCOMPARE(waits.listening(), QList<Endpoint>{ at(u"127.0.0.1"_s, port) });
        QVERIFY(answers(m_ipv4, port));
        QVERIFY(!answers(m_other, port));
        waits.remove(at(u"127.0.0.1"_s, port));
        QVERIFY(!answers(m_ipv4, port));
    }

    void aPortInUseIsNotWaitedAt()
    {
        QTcpServer other;
        QVERIFY(other.listen(m_other, 0));
        const quint16 port = other.serverPort();
        PeerWaits waits;
        QVERIFY(!waits.add(at(u"192.0.2.1"_s, port)));
        QCOMPARE(waits.listening(), QList<Endpoint>());
        // Those that wait beside it go on.
        QVERIFY(waits.add(at(u"127.0.0.1"_s, port)));
        QVERIFY(!waits.add(at(u"192.0.2.1"_s, port)));
        QCOMPARE(waits.listening(), QList<Endpoint>{ at(u"127.0.0.1"_s, port) });
        QVERIFY(answers(m_ipv4, port));
    }

    void whoComesIsHandedOver()
    {
        const quint16 port = freePort();
        PeerWaits waits;
        int came = 0;
        connect(&waits, &PeerWaits::descriptorReady, this, [&came](qintptr descriptor) {
            closeDescriptor(descriptor);
            ++came;
        });
        QVERIFY(waits.add(at(u"127.0.0.1"_s, port)));
        QVERIFY(answers(m_ipv4, port));
        QTRY_COMPARE(came, 1);
    }
};

QTEST_GUILESS_MAIN(TestPeerWaits)
#include "tst_peer_waits.moc"
