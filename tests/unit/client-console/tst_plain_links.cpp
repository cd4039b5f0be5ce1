// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/plain/datagram_link.h"
#include "client-console/plain/meeting.h"
#include "client-console/plain/stream_link.h"
#include "shared/transport/peer_address.h"
#include "tests/support/under_wine.h"
#include "tests/support/wait_until.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QUdpSocket>
#include <memory>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::console;
using namespace salon::test;

namespace {

using Way = PlainOptions::Way;

quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

/// A meeting and what came of it.
class Met
{
public:
    Met(const Endpoint &endpoint, Way way)
        : meeting(endpoint, way)
    {
        QObject::connect(&meeting, &Meeting::met, &meeting,
            [this](qintptr descriptor) { link = std::make_unique<StreamLink>(descriptor, false); });
        QObject::connect(&meeting, &Meeting::failed, &meeting, [this](const Error &reason) { error = reason.code; });
        QObject::connect(&meeting, &Meeting::waiting, &meeting, [this](const Endpoint &own) { waitsOn = own; });
        meeting.start();
    }
    [[nodiscard]] bool isOver() const { return link || error; }

    Meeting meeting;
    std::unique_ptr<StreamLink> link;
    std::optional<ErrorCode> error;
    std::optional<Endpoint> waitsOn;
};

/// A link of frames to this port.
class Framed
{
public:
    explicit Framed(quint16 port)
    {
        QObject::connect(&dialer, &StreamDialer::connected, &dialer, [this](qintptr descriptor) {
            link = std::make_unique<StreamLink>(descriptor, true);
            QObject::connect(
                link.get(), &PlainLink::received, &dialer, [this](const QByteArray &frame) { frames.append(frame); });
        });
        dialer.dial(Endpoint::tcp(u"127.0.0.1"_s, port));
    }
    StreamDialer dialer;
    std::unique_ptr<StreamLink> link;
    QByteArrayList frames;
};

bool canTalk(Met &one, Met &two)
{
    QByteArray heard;
    const QObject context;
    QObject::connect(two.link.get(), &PlainLink::received, &context, [&](const QByteArray &bytes) { heard += bytes; });
    one.link->send("bonjour");
    return waitUntil([&] { return heard == "bonjour"; });
}

} // namespace

class TestPlainLinks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void framesSurviveAnyCut();
    void aFrameMayBeEmpty();
    void datagramsGoBothWays();
    void aRefusedDatagramIsTriedAtTheNextAddress();
    void whoWroteLastIsAnswered();
    void aGroupIsAnsweredByAnybody();
    void meetsWhoListens();
    void refusedIsTheEndOfConnecting();
    void listensForOne();
    void waitsThenConnects();
    void bothAtOnceOnOneMachine();
    void bothAtOnceOverALocalSocket();
    void aBusyPortIsGivenUp();
    void anUnknownHostIsNoReasonToWait();
    void neverMeetsItself();
};

void TestPlainLinks::framesSurviveAnyCut()
{
    const QByteArray wire("\0\0\0\2ab\0\0\0\0\0\0\0\3cde", 17);
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    for (qsizetype cut = 0; cut <= wire.size(); ++cut) {
        Framed framed(server.serverPort());
        QVERIFY(waitUntil([&] { return framed.link && server.hasPendingConnections(); }));
        QTcpSocket *peer = server.nextPendingConnection();
        peer->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        peer->write(wire.first(cut));
        peer->flush();
        const bool isAll = cut == wire.size();
        QVERIFY(waitUntil([&] { return framed.frames.size() == (cut < 6 ? 0 : cut < 10 ? 1 : isAll ? 3 : 2); }));
        peer->write(wire.sliced(cut));
        QVERIFY(waitUntil([&] { return framed.frames.size() == 3; }));
        QCOMPARE(framed.frames, (QByteArrayList{ "ab", "", "cde" }));
        delete peer;
    }
}

void TestPlainLinks::aFrameMayBeEmpty()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    Framed framed(server.serverPort());
    QVERIFY(waitUntil([&] { return framed.link && server.hasPendingConnections(); }));
    QVERIFY(framed.link->send(""));
    QVERIFY(framed.link->send("é"));
    QVERIFY(!framed.link->send(QByteArray(qsizetype(StreamLink::MaxFrameBytes) + 1, 'x')));
    QTcpSocket *peer = server.nextPendingConnection();
    QVERIFY(waitUntil([&] { return peer->bytesAvailable() == 10; }));
    QCOMPARE(peer->readAll(), QByteArray("\0\0\0\0\0\0\0\2\xc3\xa9", 10));
}

void TestPlainLinks::datagramsGoBothWays()
{
    QUdpSocket server;
    QVERIFY(server.bind(QHostAddress::LocalHost));
    auto link = DatagramLink::to({ QHostAddress(QHostAddress::LocalHost) }, server.localPort());
    QVERIFY(link);
    QByteArrayList received;
    connect(link->get(), &PlainLink::received, this, [&](const QByteArray &datagram, const QString &from) {
        received.append(datagram);
        QVERIFY(from.isEmpty());
    });
    QVERIFY((*link)->send(""));
    QVERIFY(waitUntil([&] { return server.hasPendingDatagrams(); }));
    quint16 port = 0;
    QHostAddress address;
    server.readDatagram(nullptr, 0, &address, &port);
    const QByteArray large(60'000, 'x');
    server.writeDatagram("un", address, port);
    server.writeDatagram(large, address, port);
    QVERIFY(waitUntil([&] { return received.size() == 2; }));
    QCOMPARE(received, (QByteArrayList{ "un", large }));
    QVERIFY(!(*link)->send(QByteArray(65'508, 'x')));
}

void TestPlainLinks::aRefusedDatagramIsTriedAtTheNextAddress()
{
    if (test::isUnderWine()) // FD_CLOSE instead of FD_READ, recv() without WSAECONNRESET, and no further event
        QSKIP("Wine 8 tells once of a refused datagram, as of the end of a connection");
    QUdpSocket server;
    QVERIFY(server.bind(QHostAddress(u"127.0.0.3"_s)));
    auto link
        = DatagramLink::to({ QHostAddress(u"127.0.0.1"_s), QHostAddress(u"127.0.0.2"_s), QHostAddress(u"127.0.0.3"_s) },
            server.localPort());
    QVERIFY(link);
    QSignalSpy nobody(link->get(), &DatagramLink::nobodyThere);
    QVERIFY((*link)->send("un"));
    QVERIFY((*link)->send("deux"));
    QVERIFY(waitUntil([&] { return server.hasPendingDatagrams(); }));
    QByteArray datagram(10, '\0');
    datagram.resize(server.readDatagram(datagram.data(), datagram.size()));
    QCOMPARE(datagram, QByteArray("un"));
    QVERIFY(nobody.isEmpty());
    server.close();
    QVERIFY((*link)->send("trois"));
    QVERIFY(waitUntil([&] { return nobody.size() == 1; }));
}

void TestPlainLinks::whoWroteLastIsAnswered()
{
    auto link = DatagramLink::listening(QHostAddress(QHostAddress::Any), 0);
    QVERIFY(link);
    QStringList senders;
    connect(link->get(), &PlainLink::received, this,
        [&](const QByteArray &, const QString &from) { senders.append(from); });
    QVERIFY(!(*link)->send("nobody yet"));
    QUdpSocket one;
    QUdpSocket two;
    QVERIFY(one.bind(QHostAddress::LocalHost));
    QVERIFY(two.bind(QHostAddress::LocalHostIPv6));
    for (QUdpSocket *socket : { &one, &two }) {
        const bool isIpv4 = socket == &one;
        const QHostAddress target(isIpv4 ? QHostAddress::LocalHost : QHostAddress::LocalHostIPv6);
        socket->writeDatagram("x", target, (*link)->port());
        QVERIFY(waitUntil([&] { return senders.size() == (isIpv4 ? 1 : 2); }));
        QCOMPARE(senders.last(), PeerAddress::of(target, socket->localPort()).text);
        QVERIFY((*link)->send("answer"));
        QVERIFY(waitUntil([&] { return socket->hasPendingDatagrams(); }));
    }
}

void TestPlainLinks::aGroupIsAnsweredByAnybody()
{
    QVERIFY(DatagramLink::isGroup(QHostAddress(QHostAddress::Broadcast)));
    QVERIFY(DatagramLink::isGroup(QHostAddress(u"239.1.2.3"_s)));
    QVERIFY(DatagramLink::isGroup(QHostAddress(u"ff02::1"_s)));
    QVERIFY(!DatagramLink::isGroup(QHostAddress(QHostAddress::LocalHost)));
    // The loopback network has a broadcast address of its own.
    const QHostAddress everybody(u"127.255.255.255"_s);
    QVERIFY(DatagramLink::isGroup(everybody));
    QUdpSocket one;
    QUdpSocket two;
    QVERIFY(one.bind(QHostAddress::AnyIPv4, 0, QUdpSocket::ShareAddress | QUdpSocket::ReuseAddressHint));
    QVERIFY(two.bind(QHostAddress::AnyIPv4, one.localPort(), QUdpSocket::ShareAddress | QUdpSocket::ReuseAddressHint));
    auto link = DatagramLink::toAll(everybody, one.localPort());
    QVERIFY(link);
    QByteArrayList received;
    connect(link->get(), &PlainLink::received, this, [&](const QByteArray &datagram, const QString &from) {
        QVERIFY(from.startsWith(u"127.0.0.1:"_s));
        received.append(datagram);
    });
    for (int round = 0; round < 2; ++round) { // an answer changes nothing of where the next one goes
        QVERIFY((*link)->send("qui ?"));
        for (QUdpSocket *socket : { &one, &two }) {
            QVERIFY(waitUntil([&] { return socket->hasPendingDatagrams(); }));
            quint16 port = 0;
            socket->readDatagram(nullptr, 0, nullptr, &port);
            socket->writeDatagram("moi", QHostAddress(QHostAddress::LocalHost), port);
        }
        QVERIFY(waitUntil([&] { return received.size() == 2 * (round + 1); }));
    }
}

void TestPlainLinks::meetsWhoListens()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    for (const Way way : { Way::Connect, Way::Either }) {
        Met met(Endpoint::tcp(u"localhost"_s, server.serverPort()), way);
        QVERIFY(waitUntil([&] { return met.isOver(); }));
        QVERIFY(met.link && !met.waitsOn);
    }
}

void TestPlainLinks::refusedIsTheEndOfConnecting()
{
    Met met(Endpoint::tcp(u"127.0.0.1"_s, freePort()), Way::Connect);
    QVERIFY(waitUntil([&] { return met.isOver(); }));
    QCOMPARE(met.error, ErrorCode::ConnectionRefused);
    if (test::isUnderWine())
        QSKIP("Wine 8 has no AF_UNIX");
    QTemporaryDir folder;
    Met local(Endpoint::local(folder.filePath(u"nobody"_s)), Way::Connect);
    QVERIFY(waitUntil([&] { return local.isOver(); }));
    QCOMPARE(local.error, ErrorCode::ConnectionRefused);
    Met tooLong(Endpoint::local(folder.filePath(QString(200, u'x'))), Way::Connect);
    QVERIFY(waitUntil([&] { return tooLong.isOver(); }));
    QCOMPARE(tooLong.error, ErrorCode::InvalidAddress);
}

void TestPlainLinks::listensForOne()
{
    Met met(Endpoint::tcp(u"127.0.0.1"_s, 0), Way::Listen);
    QVERIFY(met.waitsOn && met.waitsOn->port != 0);
    QTcpSocket first;
    first.connectToHost(QHostAddress::LocalHost, met.waitsOn->port);
    QVERIFY(waitUntil([&] { return met.link != nullptr; }));
    QTcpSocket second;
    second.connectToHost(QHostAddress::LocalHost, met.waitsOn->port);
    QVERIFY(waitUntil([&] { return second.state() == QAbstractSocket::UnconnectedState; }));
    QCOMPARE(first.state(), QAbstractSocket::ConnectedState);
}

void TestPlainLinks::waitsThenConnects()
{
    const Endpoint endpoint = Endpoint::tcp(u"localhost"_s, freePort());
    Met first(endpoint, Way::Either);
    QVERIFY(waitUntil([&] { return first.waitsOn.has_value(); }));
    QVERIFY(!first.isOver());
    Met second(endpoint, Way::Either);
    QVERIFY(waitUntil([&] { return first.isOver() && second.isOver(); }));
    QVERIFY(first.link && second.link && !second.waitsOn);
    QVERIFY(canTalk(first, second));
    QVERIFY(canTalk(second, first));
}

void TestPlainLinks::bothAtOnceOnOneMachine()
{
    for (int round = 0; round < 200; ++round) {
        // By name, address and with every interface.
        const QStringList hosts{ u"localhost"_s, u"127.0.0.1"_s, u"*"_s, u"::1"_s };
        const Endpoint endpoint = Endpoint::tcp(hosts[round % hosts.size()], freePort());
        Met one(endpoint, Way::Either);
        Met two(endpoint, Way::Either);
        QVERIFY(waitUntil([&] { return one.isOver() && two.isOver(); }));
        QVERIFY2(one.link && two.link, qPrintable(QString::number(round)));
        QVERIFY(canTalk(one, two));
    }
}

void TestPlainLinks::bothAtOnceOverALocalSocket()
{
    if (test::isUnderWine())
        QSKIP("Wine 8 has no AF_UNIX");
    QTemporaryDir folder;
    for (int round = 0; round < 20; ++round) {
        const Endpoint endpoint = Endpoint::local(folder.filePath(u"meeting"_s));
        Met one(endpoint, Way::Either);
        Met two(endpoint, Way::Either);
        QVERIFY(waitUntil([&] { return one.isOver() && two.isOver(); }));
        QVERIFY(one.link && two.link);
        QVERIFY(canTalk(two, one));
    }
}

void TestPlainLinks::aBusyPortIsGivenUp()
{
    // Somebody holds the port and does not listen.
    QTcpSocket holder;
    QVERIFY(holder.bind(QHostAddress::LocalHost, 0, QAbstractSocket::DontShareAddress));
    Met met(Endpoint::tcp(u"127.0.0.1"_s, holder.localPort()), Way::Either);
    QVERIFY(waitUntil([&] { return met.isOver(); }));
    QCOMPARE(met.error, ErrorCode::AddressInUse);
}

void TestPlainLinks::anUnknownHostIsNoReasonToWait()
{
    Met met(Endpoint::tcp(u"nobody.invalid"_s, 9000), Way::Either);
    QVERIFY(waitUntil([&] { return met.isOver(); }));
    QCOMPARE(met.error, ErrorCode::HostNotFound);
    QVERIFY(!met.waitsOn);
}

void TestPlainLinks::neverMeetsItself()
{
    // A port out of those that the system gives to connections: dialling it now and again would one day succeed.
    Met met(Endpoint::tcp(u"127.0.0.1"_s, freePort()), Way::Either);
    met.meeting.setRetryMs(1, 2);
    QVERIFY(waitUntil([&] { return met.waitsOn.has_value(); }));
    QVERIFY(!waitUntil([&] { return met.isOver(); }, 300));
}

QTEST_GUILESS_MAIN(TestPlainLinks)
#include "tst_plain_links.moc"
