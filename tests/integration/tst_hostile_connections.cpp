// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/server_process.h"
#include "tests/support/test_client.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QSslSocket>
#include <QTcpSocket>
#include <QTest>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

/// What strangers and misbehaving clients cost: themselves a connection, the others nothing.
class TestHostileConnections : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void garbageEndsOnlyItself_data();
    void garbageEndsOnlyItself();
    void randomBytesNeverHurt();
    void requestsBeforeLoginAreRefused();
    void silentStrangersAreDropped();
    void connectionsOfOneAddressAreLimited();
    void newConnectionsPerMinuteAreLimited();
    void oldestStrangerMakesRoom();
    void loopbackIsExemptByDefault();
    void slowReaderIsToldAndOthersDoNotNotice();
    void readerThatStopsIsDroppedAndCostsLittle();
    void floodOfMessagesIsSlowedNotLost();
    void floodOfFramesIsReadSlowly_data();
    void floodOfFramesIsReadSlowly();
    void manyConnectionsComeAndGo();
};

namespace {

struct RawSocket
{
    explicit RawSocket(quint16 port)
    {
        socket.connectToHost(QHostAddress::LocalHost, port);
        waitUntil([this] { return socket.state() == QAbstractSocket::ConnectedState || isClosed(); });
    }
    [[nodiscard]] bool isClosed() const { return socket.state() == QAbstractSocket::UnconnectedState; }
    bool waitForClosed(int ms = 10'000)
    {
        return waitUntil([this] { return isClosed(); }, ms);
    }
    QTcpSocket socket{};
};

void startPlain(ServerProcess &server)
{
    server.arguments = { u"--listen"_s, u"127.0.0.1:0"_s, u"--listen-plain"_s, u"127.0.0.1:0"_s };
    QVERIFY(server.start());
}

/// Resident memory in KiB.
qint64 residentKiB(qint64 processId)
{
    QFile status(u"/proc/%1/status"_s.arg(processId));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').first().toLongLong();
    }
    return 0;
}

} // namespace

void TestHostileConnections::garbageEndsOnlyItself_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("HTTP") << "GET / HTTP/1.1\r\nHost: x\r\n\r\n"_ba;
    QTest::newRow("netcat") << "bonjour\n"_ba;
    QTest::newRow("length 0") << QByteArray(4, '\0');
    QTest::newRow("length 2^32-1") << QByteArray(4, '\xff');
    QTest::newRow("just above the limit before login") << QByteArray::fromHex("00001001");
    QTest::newRow("no CBOR") << QByteArray::fromHex("00000004ffffffff");
    QTest::newRow("CBOR that is no message") << QByteArray::fromHex("0000000101");
    QTest::newRow("depth bomb") << QByteArray::fromHex("00000064") + QByteArray(100, '\x81');
    QTest::newRow("indefinite length") << QByteArray::fromHex("000000059f0100a0ff");
}

void TestHostileConnections::garbageEndsOnlyItself()
{
    QFETCH(QByteArray, bytes);
    static ServerProcess server;
    if (!server.isRunning()) {
        server.makeLenient();
        startPlain(server);
    }
    RawSocket stranger(server.plainLink().port);
    stranger.socket.write(bytes);
    QVERIFY(stranger.waitForClosed());
    RawSocket onTls(server.port());
    onTls.socket.write(bytes);
    onTls.socket.write(QByteArray(100, '\n'));
    QVERIFY(onTls.waitForClosed(15'000));
    TestClient client;
    QVERIFY(client.open(server.link()));
}

void TestHostileConnections::randomBytesNeverHurt()
{
    const quint32 seed = QRandomGenerator::system()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    ServerProcess server;
    server.makeLenient();
    startPlain(server);
    TestClient member;
    QVERIFY(member.join(server.link(), u"marie"_s));
    const QByteArray hello = encodeFrame(member.hello, 1);
    for (int i = 0; i < 200; ++i) {
        RawSocket stranger(server.plainLink().port);
        QByteArray bytes = hello;
        const int changes = random.bounded(1, 8);
        for (int change = 0; change < changes; ++change)
            bytes[random.bounded(int(bytes.size()))] = char(random.bounded(256));
        stranger.socket.write(bytes.left(random.bounded(1, int(bytes.size()) + 1)));
        waitUntil([&] { return stranger.socket.bytesToWrite() == 0 || stranger.isClosed(); }, 1000);
        if (random.bounded(2) == 0)
            stranger.socket.abort();
    }
    QVERIFY(server.isRunning());
    QVERIFY(member.send(member.firstRoom(), u"still fine"_s));
    QVERIFY(server.stop());
}

void TestHostileConnections::requestsBeforeLoginAreRefused()
{
    ServerProcess server;
    server.makeLenient();
    QVERIFY(server.start());
    TestClient stranger;
    QVERIFY(stranger.open(server.link()));
    const auto rooms = stranger.ask<RoomList>(ListRooms{});
    QVERIFY(!rooms);
    QCOMPARE(rooms.error().code, ErrorCode::NotLoggedIn);
    const auto history = stranger.ask<HistoryPage>(FetchHistory{ { 1 }, 0, 0, 0 });
    QVERIFY(!history);
    QCOMPARE(history.error().code, ErrorCode::NotLoggedIn);
    const auto follow = stranger.ask<HistoryPage>(Follow{ { 1 }, 0 });
    QVERIFY(!follow);
    // A proof for another nonce, and one of another key.
    auto proof = stranger.proof();
    proof.signature[0] = char(proof.signature.at(0) ^ 1);
    const auto forged = stranger.ask<LoggedIn>(Register{ u"mallory"_s, {}, {}, {}, proof });
    QVERIFY(!forged);
    QCOMPARE(forged.error().code, ErrorCode::DeviceProofInvalid);
}

void TestHostileConnections::silentStrangersAreDropped()
{
    ServerProcess server;
    server.makeLenient();
    server.environment.insert(u"SALON_LIMITS_LOGIN_SECONDS"_s, u"1"_s);
    startPlain(server);
    RawSocket silent(server.plainLink().port);
    RawSocket silentTls(server.port());
    TestClient greeted;
    QVERIFY(greeted.open(server.link()));
    TestClient member;
    QVERIFY(member.join(server.link(), u"marie"_s));
    QVERIFY(silent.waitForClosed());
    QVERIFY(silentTls.waitForClosed());
    QVERIFY(greeted.waitForClosed());
    QCOMPARE(greeted.pushes<Goaway>().value(0).reason, GoawayReason::TimedOut);
    QVERIFY(member.send(member.firstRoom(), u"members stay"_s));
}

void TestHostileConnections::connectionsOfOneAddressAreLimited()
{
    ServerProcess server;
    server.makeLenient();
    server.environment.insert(u"SALON_LIMITS_EXEMPT_LOCAL"_s, u"false"_s);
    server.environment.insert(u"SALON_LIMITS_CONNECTIONS_PER_ADDRESS"_s, u"5"_s);
    startPlain(server);
    std::vector<std::unique_ptr<TestClient>> clients;
    for (int i = 0; i < 5; ++i) {
        clients.push_back(std::make_unique<TestClient>());
        QVERIFY(clients.back()->open(server.plainLink()));
    }
    RawSocket sixth(server.plainLink().port);
    QVERIFY(sixth.waitForClosed());
    QVERIFY(server.waitForOutput("too many connections from this address"));
    clients.pop_back();
    QVERIFY(server.waitForOutput("ended"));
    TestClient next;
    QVERIFY(next.open(server.plainLink()));
}

void TestHostileConnections::newConnectionsPerMinuteAreLimited()
{
    ServerProcess server;
    server.makeLenient();
    server.environment.insert(u"SALON_LIMITS_EXEMPT_LOCAL"_s, u"false"_s);
    server.environment.insert(u"SALON_LIMITS_NEW_CONNECTIONS_PER_MINUTE"_s, u"3"_s);
    startPlain(server);
    for (int i = 0; i < 3; ++i) {
        TestClient client;
        QVERIFY(client.open(server.plainLink()));
    }
    RawSocket fourth(server.plainLink().port);
    QVERIFY(fourth.waitForClosed());
    QVERIFY(server.waitForOutput("too many new connections from this address"));
}

void TestHostileConnections::oldestStrangerMakesRoom()
{
    ServerProcess server;
    server.makeLenient();
    server.environment.insert(u"SALON_LIMITS_EXEMPT_LOCAL"_s, u"false"_s);
    server.environment.insert(u"SALON_LIMITS_UNAUTHENTICATED_CONNECTIONS"_s, u"3"_s);
    startPlain(server);
    TestClient member;
    QVERIFY(member.join(server.link(), u"marie"_s));
    std::vector<std::unique_ptr<TestClient>> strangers;
    for (int i = 0; i < 4; ++i) {
        strangers.push_back(std::make_unique<TestClient>());
        QVERIFY(strangers.back()->open(server.plainLink()));
    }
    QVERIFY(strangers.front()->waitForClosed());
    for (size_t i = 1; i < strangers.size(); ++i)
        QVERIFY(strangers[i]->isConnected());
    QVERIFY(member.isConnected());
}

void TestHostileConnections::loopbackIsExemptByDefault()
{
    ServerProcess server;
    server.arguments = { u"--listen-plain"_s, u"127.0.0.1:0"_s };
    QVERIFY(server.start());
    std::vector<std::unique_ptr<TestClient>> clients;
    for (int i = 0; i < 80; ++i) {
        clients.push_back(std::make_unique<TestClient>());
        QVERIFY(clients.back()->open(server.plainLink()));
    }
    for (const auto &client : clients)
        QVERIFY(client->isConnected());
}

void TestHostileConnections::slowReaderIsToldAndOthersDoNotNotice()
{
    ServerProcess server;
    server.makeLenient();
    server.environment.insert(u"SALON_LIMITS_STALLED_SECONDS"_s, u"60"_s);
    startPlain(server);
    TestClient talker;
    TestClient quick;
    TestClient slow;
    QVERIFY(talker.join(server.plainLink(), u"talker"_s));
    QVERIFY(quick.join(server.plainLink(), u"quick"_s));
    QVERIFY(slow.join(server.plainLink(), u"slow"_s));
    const RoomId room = talker.firstRoom();
    slow.forgetPushes();
    quick.forgetPushes();
    const Seq start = talker.readAll(room)->last().seq;
    slow.connection().setReadPaused(true);
    const QString text = (QString(3900, u'x') + u'\n').repeated(4);
    // More than the system's buffers and the soft limit take, less than the hard limit on top.
    int sent = 0;
    for (; sent < 1500; ++sent)
        QVERIFY(talker.send(room, text));
    QTRY_COMPARE_WITH_TIMEOUT(quick.pushedTexts(room).size(), sent, 20'000);
    QVERIFY(slow.isConnected());
    bool told = false;
    slow.onPush = [&told](const Envelope &push) {
        told = told || push.is(MessageType::RoomBehind);
    };
    slow.connection().setReadPaused(false);
    QVERIFY(waitUntil([&told] { return told; }));
    QCOMPARE(slow.pushes<RoomBehind>().size(), 1);
    // What it was given has no hole, and the rest can be fetched.
    Seq last = start;
    for (const RoomEvent &event : slow.pushes<RoomEvent>()) {
        QCOMPARE(event.seq, last + 1);
        last = event.seq;
    }
    QVERIFY(last < start + sent);
    slow.forgetPushes();
    const auto rest = slow.follow(room, last);
    QVERIFY(rest);
    QVERIFY(talker.send(room, u"live again"_s));
    // The end may come as pushes behind the last page.
    QTRY_COMPARE(rest->size() + slow.pushes<RoomEvent>().size(), start + sent + 1 - last);
    QCOMPARE(slow.pushes<RoomEvent>().last().text, u"live again"_s);
    QCOMPARE(slow.pushes<RoomEvent>().last().seq, start + sent + 1);
}

void TestHostileConnections::readerThatStopsIsDroppedAndCostsLittle()
{
    ServerProcess server;
    server.makeLenient();
    server.environment.insert(u"SALON_LIMITS_STALLED_SECONDS"_s, u"1"_s);
    startPlain(server);
    TestClient talker;
    QVERIFY(talker.join(server.plainLink(), u"talker"_s));
    const RoomId room = talker.firstRoom();
    constexpr int Stopped = 10;
    std::vector<std::unique_ptr<TestClient>> stopped;
    for (int i = 0; i < Stopped; ++i) {
        stopped.push_back(std::make_unique<TestClient>());
        QVERIFY(stopped.back()->join(server.plainLink(), u"stopped%1"_s.arg(i)));
        stopped.back()->connection().setReadPaused(true);
    }
    const qint64 before = residentKiB(server.processId());
    const QString text = (QString(3900, u'x') + u'\n').repeated(4);
    qint64 most = 0;
    const bool dropped = waitUntil(
        [&] {
            if (!talker.send(room, text))
                return false;
            most = std::max(most, residentKiB(server.processId()));
            return server.output().count("is gone") >= Stopped;
        },
        60'000);
    QVERIFY2(dropped, server.output());
    qInfo("%lld KiB more for %d readers that stopped", most - before, Stopped);
    // Each may cost its hard limit (1 MiB); the rest is the server's own work. A sanitizer keeps freed memory for
    // itself.
#ifndef __SANITIZE_ADDRESS__
    QVERIFY2(most - before < Stopped * 1100 + 24 * 1024, qPrintable(QString::number(most - before)));
#endif
    QVERIFY(talker.send(room, u"and goes on"_s));
}

void TestHostileConnections::floodOfMessagesIsSlowedNotLost()
{
    ServerProcess server; // with its usual limits: 20 at once, then 2 a second
    server.environment.insert(u"SALON_REGISTRATION"_s, u"open"_s);
    startPlain(server);
    TestClient flooder;
    TestClient reader;
    QVERIFY(flooder.join(server.plainLink(), u"flooder"_s));
    QVERIFY(reader.join(server.plainLink(), u"reader"_s));
    const RoomId room = flooder.firstRoom();
    SystemClock clock;
    int answered = 0;
    int refused = 0;
    QElapsedTimer timer;
    timer.start();
    for (quint64 i = 1; i <= 24; ++i) {
        flooder.ask<Sent>(
            SendMessage{ room, makeCid(clock), i, u"n%1"_s.arg(i) }, std::function([&](const Result<Sent> &sent) {
                ++answered;
                if (!sent) {
                    ++refused;
                    QVERIFY(sent.error().retryAfterMs.has_value());
                }
            }));
    }
    QVERIFY(waitUntil([&] { return answered >= 24; }, 30'000));
    QVERIFY2(timer.elapsed() > 1000 || refused > 0, "nothing slowed it down");
    QTRY_COMPARE(reader.pushedTexts(room).size(), 24 - refused);
    QVERIFY(reader.send(room, u"others are not concerned"_s));
}

void TestHostileConnections::floodOfFramesIsReadSlowly_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::newRow("Ping") << encodeFrame(Ping{}, 1'000'000);
    QTest::newRow("unknown") << QByteArray::fromHex("0000000a8319270f1a000f4240a0");
    QTest::newRow("Follow") << encodeFrame(Follow{ { 1 }, 0 }, 1'000'000);
}

void TestHostileConnections::floodOfFramesIsReadSlowly()
{
    QFETCH(QByteArray, frame);
    ServerProcess server; // with its usual limit: 400 at once, then 200 a second
    server.makeLenient();
    server.environment.remove(u"SALON_LIMITS_FRAME_BURST"_s);
    startPlain(server);
    TestClient flooder;
    TestClient member;
    QVERIFY(flooder.join(server.plainLink(), u"flooder"_s));
    QVERIFY(member.join(server.plainLink(), u"member"_s));
    qsizetype answers = 0;
    connect(&flooder.connection(), &Connection::framesReceived, this,
        [&answers](const QList<QByteArray> &payloads) { answers += payloads.size(); });
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 30'000; ++i)
        flooder.connection().queue(frame);
    for (int i = 0; i < 50; ++i)
        QVERIFY(member.send(member.firstRoom(), u"unmoved"_s));
    QVERIFY(waitUntil([&] { return answers >= 500; }));
    // What members write reaches the flooder too, and how far they have read; some frames were due before it began.
    QVERIFY2(answers <= 400 + 50 + 210 * timer.elapsed() / 1000 + 60,
        qPrintable(u"%1 in %2 ms"_s.arg(answers).arg(timer.elapsed())));
    QVERIFY(flooder.isConnected());
}

void TestHostileConnections::manyConnectionsComeAndGo()
{
    ServerProcess server;
    server.makeLenient();
    startPlain(server);
    TestClient member;
    QVERIFY(member.join(server.plainLink(), u"marie"_s));
    for (int round = 0; round < 5; ++round) {
        std::vector<std::unique_ptr<QTcpSocket>> sockets;
        for (int i = 0; i < 100; ++i) {
            sockets.push_back(std::make_unique<QTcpSocket>());
            sockets.back()->connectToHost(
                QHostAddress::LocalHost, i % 2 == 0 ? server.plainLink().port : server.port());
        }
        QVERIFY(waitUntil([&] {
            return std::all_of(sockets.begin(), sockets.end(),
                [](const auto &socket) { return socket->state() == QAbstractSocket::ConnectedState; });
        }));
        for (const auto &socket : sockets)
            socket->abort();
    }
    QVERIFY(member.send(member.firstRoom(), u"unmoved"_s));
    QVERIFY(server.stop());
}

QTEST_GUILESS_MAIN(TestHostileConnections)
#include "tst_hostile_connections.moc"
