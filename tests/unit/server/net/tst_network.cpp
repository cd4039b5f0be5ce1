// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/net/network.h"
#include "shared/base/clock.h"
#include "shared/protocol/messages/all.h"
#include "tests/support/wait_until.h"

#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>
#include <QThread>
#include <atomic>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::server;

namespace {

/// Stands still until told otherwise; the workers read it in their threads.
struct HandClock final : Clock
{
    [[nodiscard]] qint64 wallMs() const override { return monotonicMs(); }
    [[nodiscard]] qint64 monotonicMs() const override { return now.load(); }
    std::atomic<qint64> now = 1'000'000;
};

/// Notes what the network side tells; answers nothing by itself.
struct RecordingInbound final : Inbound
{
    void connectionOpened(const ConnectionInfo &info) override { opened.append(info); }
    void messagesReceived(const QList<InboundBatch> &batches) override
    {
        for (const InboundBatch &batch : batches) {
            messages[batch.connection] += batch.messages;
            largestBatch = std::max(largestBatch, batch.messages.size());
        }
    }
    void connectionClosed(ConnectionId connection, const Error &reason) override { closed.insert(connection, reason); }

    QList<ConnectionInfo> opened{};
    QHash<ConnectionId, QList<Envelope>> messages{};
    qsizetype largestBatch = 0;
    QHash<ConnectionId, Error> closed{};
};

/// The other end: a bare socket that cuts frames.
struct Peer
{
    explicit Peer(quint16 target)
    {
        socket.connectToHost(QHostAddress::LocalHost, target);
        QObject::connect(&socket, &QTcpSocket::connected, &socket, [this] { port = socket.localPort(); });
        QObject::connect(&socket, &QTcpSocket::readyRead, &socket, [this] {
            if (reads)
                decoder.feed(socket.readAll());
            while (auto payload = decoder.next())
                frames.append(*openEnvelope(**payload));
        });
    }
    template <wire::Message M>
    void send(const M &message, quint64 correlation = 0)
    {
        socket.write(encodeFrame(message, correlation));
    }
    template <wire::Message M>
    [[nodiscard]] QList<M> all() const
    {
        QList<M> found;
        for (const Envelope &frame : frames) {
            if (auto message = decode<M>(frame))
                found.append(*message);
        }
        return found;
    }
    [[nodiscard]] bool isClosed() const { return socket.state() == QAbstractSocket::UnconnectedState; }

    quint16 port = 0; ///< of this end; the socket forgets it when it closes
    QTcpSocket socket{};
    FrameDecoder decoder{ wire_limits::MaxFrameToClient };
    QList<Envelope> frames{};
    bool reads = true;
};

QByteArray eventFrame(RoomId room, Seq seq, qsizetype bytes = 10)
{
    RoomEvent event;
    event.room = room;
    event.seq = seq;
    event.text = QString(bytes, u'x');
    return encodeFrame(event);
}

} // namespace

class TestNetwork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void deliversMessagesInOrder();
    void answersPingItself();
    void pingWithoutCorrelationIsRefused();
    void fanOutReachesFollowersAndNobodyElse();
    void followNeverGivesAnEventTwice();
    void ordersOfOneConnectionKeepTheirOrder();
    void volatileFramesSpareTheSender();
    void volatileFramesReachTheirAudience();
    void broadcastReachesItsAudience();
    void followsAcrossManyConnectionsAndEnds();
    void slowReaderFallsBehindAndOthersDoNotNotice();
    void readerThatNeverReadsIsDropped();
    void loginTimeOutCloses();
    void tooManyFramesBeforeLoginCloses();
    void garbageIsRefusedWithGoaway();
    void oversizedFrameBeforeLoginIsRefused();
    void largerFramesAfterLogin();
    void chunksAreLargeOnceAnUploadIsOpen();
    void onlyChunksAreLarge_data();
    void onlyChunksAreLarge();
    void largeFramesCountForSeveral();
    void silentPeerIsAskedThenDropped();
    void newTimesHoldForConnectionsThatAreThere();
    void pausedConnectionIsNotRead();
    void neverMoreIsUndeliveredThanAllowed();
    void tooManyFramesAreReadMoreSlowly_data();
    void tooManyFramesAreReadMoreSlowly();
    void allowanceOfOneConnectionIsNobodyElses();
    void whatSomebodySentBeforeLeavingIsDelivered();
    void perPrefixLimitCanIncludeLoopback();
    void oldestUnauthenticatedIsDroppedFirst();
    void strangersWithoutALoginAreBanned();
    void closeAllSaysGoodbye();
    void goodbyeComesAfterWhatWasSent();

private:
    void startNetwork(const std::function<void(NetSettings &)> &change = {});
    std::unique_ptr<Peer> connectPeer();
    /// Connected and known to the inbound; its id.
    ConnectionId idOf(const Peer &peer) const;
    std::unique_ptr<Peer> admitted();
    /// And has opened an upload.
    std::unique_ptr<Peer> uploading();

    SystemClock m_clock;
    std::unique_ptr<HandClock> m_handClock; ///< instead, if set before startNetwork()
    std::unique_ptr<RecordingInbound> m_inbound;
    std::unique_ptr<Network> m_network;
    quint16 m_port = 0;
};

void TestNetwork::init()
{
    m_inbound = std::make_unique<RecordingInbound>();
}

void TestNetwork::cleanup()
{
    m_network.reset();
    m_handClock.reset();
}

void TestNetwork::startNetwork(const std::function<void(NetSettings &)> &change)
{
    NetSettings settings;
    settings.workers = 2;
    settings.rules.frames.burst = 0;
    if (change)
        change(settings);
    m_network = std::make_unique<Network>(settings, m_handClock ? static_cast<const Clock &>(*m_handClock) : m_clock);
    m_network->setInbound(m_inbound.get());
    QVERIFY(m_network->listen(*ListenerAddress::parse(u"plain+127.0.0.1:0"_s), {}));
    m_network->start();
    m_port = m_network->listeners().first().endpoint.port;
    QVERIFY(m_port > 0);
}

std::unique_ptr<Peer> TestNetwork::connectPeer()
{
    auto peer = std::make_unique<Peer>(m_port);
    if (!QTest::qWaitFor([&] { return idOf(*peer).isValid(); }))
        qWarning("the connection did not open");
    return peer;
}

ConnectionId TestNetwork::idOf(const Peer &peer) const
{
    const QString address = u"127.0.0.1:%1"_s.arg(peer.port);
    for (const ConnectionInfo &info : std::as_const(m_inbound->opened)) {
        if (info.peer == address)
            return info.id;
    }
    return {};
}

std::unique_ptr<Peer> TestNetwork::admitted()
{
    auto peer = connectPeer();
    m_network->admit(idOf(*peer), { .presence = true, .typing = true });
    m_network->send(idOf(*peer), encodeFrame(Done{})); // what a client waits for before it goes on
    if (!QTest::qWaitFor([&] { return !peer->frames.isEmpty(); }))
        qWarning("the connection was not admitted");
    peer->frames.clear();
    return peer;
}

std::unique_ptr<Peer> TestNetwork::uploading()
{
    auto peer = admitted();
    m_network->allowUploads(idOf(*peer));
    m_network->send(idOf(*peer), encodeFrame(UploadOpened{ 1, 0 }));
    if (!QTest::qWaitFor([&] { return !peer->frames.isEmpty(); }))
        qWarning("the upload was not opened");
    peer->frames.clear();
    return peer;
}

void TestNetwork::deliversMessagesInOrder()
{
    startNetwork();
    const auto peer = admitted();
    const auto id = idOf(*peer);
    QVERIFY(m_inbound->opened.first().local);
    QVERIFY(m_inbound->opened.first().addressPrefix.isEmpty());
    QVERIFY(m_inbound->opened.first().serverPin.isEmpty());
    for (quint64 i = 1; i <= 2000; ++i)
        peer->send(Typing{ { qint64(i) } }, i);
    QTRY_COMPARE(m_inbound->messages[id].size(), 2000);
    for (quint64 i = 1; i <= 2000; ++i)
        QCOMPARE(m_inbound->messages[id].at(qsizetype(i - 1)).correlation, i);
    peer->socket.disconnectFromHost();
    QTRY_VERIFY(m_inbound->closed.contains(id));
    QTRY_COMPARE(m_inbound->closed.value(id).code, ErrorCode::ConnectionLost);
}

void TestNetwork::answersPingItself()
{
    startNetwork();
    const auto peer = admitted();
    m_network->follow(idOf(*peer), { 7 }, 40);
    m_network->fanOut({ 7 }, 41, eventFrame({ 7 }, 41));
    QTRY_COMPARE(peer->all<RoomEvent>().size(), 1);
    peer->send(Ping{}, 9);
    QTRY_COMPARE(peer->all<Pong>().size(), 1);
    QCOMPARE(peer->frames.last().correlation, quint64(9));
    QCOMPARE(peer->all<Pong>().first().heads, (QList<RoomHead>{ { { 7 }, 41 } }));
    QVERIFY(m_inbound->messages.isEmpty());
}

void TestNetwork::pingWithoutCorrelationIsRefused()
{
    startNetwork();
    const auto peer = admitted();
    peer->send(Ping{});
    QTRY_VERIFY(peer->isClosed());
    QCOMPARE(peer->all<Goaway>().first().reason, GoawayReason::Protocol);
    QVERIFY(peer->all<Pong>().isEmpty());
}

void TestNetwork::fanOutReachesFollowersAndNobodyElse()
{
    startNetwork();
    std::vector<std::unique_ptr<Peer>> peers;
    for (int i = 0; i < 6; ++i) {
        peers.push_back(admitted());
        if (i % 2 == 0)
            m_network->follow(idOf(*peers.back()), { 1 }, 0);
    }
    m_network->fanOut({ 1 }, 1, eventFrame({ 1 }, 1));
    m_network->unfollow(idOf(*peers[0]), { 1 });
    m_network->fanOut({ 1 }, 2, eventFrame({ 1 }, 2));
    m_network->fanOut({ 2 }, 1, eventFrame({ 2 }, 1));
    for (const auto &peer : peers)
        m_network->send(idOf(*peer), encodeFrame(Done{}, 1));
    for (size_t i = 0; i < peers.size(); ++i) {
        QTRY_COMPARE(peers[i]->all<Done>().size(), 1);
        QCOMPARE(peers[i]->all<RoomEvent>().size(), i % 2 == 1 ? 0 : i == 0 ? 1 : 2);
    }
}

void TestNetwork::followNeverGivesAnEventTwice()
{
    startNetwork();
    const auto peer = admitted();
    const auto id = idOf(*peer);
    m_network->follow(id, { 1 }, 5);
    for (Seq seq = 4; seq <= 6; ++seq)
        m_network->fanOut({ 1 }, seq, eventFrame({ 1 }, seq));
    m_network->follow(id, { 1 }, 2); // asks again with an older position: what was given stays given
    m_network->fanOut({ 1 }, 6, eventFrame({ 1 }, 6));
    m_network->fanOut({ 1 }, 7, eventFrame({ 1 }, 7));
    m_network->send(id, encodeFrame(Done{}, 1));
    QTRY_COMPARE(peer->all<Done>().size(), 1);
    QList<Seq> seqs;
    for (const RoomEvent &event : peer->all<RoomEvent>())
        seqs.append(event.seq);
    QCOMPARE(seqs, (QList<Seq>{ 6, 7 }));
}

void TestNetwork::ordersOfOneConnectionKeepTheirOrder()
{
    startNetwork();
    const auto peer = admitted();
    const auto id = idOf(*peer);
    m_network->follow(id, { 1 }, 0);
    for (Seq seq = 1; seq <= 300; ++seq) {
        m_network->send(id, encodeFrame(Done{}, quint64(seq)));
        m_network->fanOut({ 1 }, seq, eventFrame({ 1 }, seq));
    }
    QTRY_COMPARE(peer->frames.size(), 600);
    for (qsizetype i = 0; i < 600; ++i)
        QCOMPARE(peer->frames.at(i).is(MessageType::Done), i % 2 == 0);
}

void TestNetwork::volatileFramesSpareTheSender()
{
    startNetwork();
    const auto one = admitted();
    const auto other = admitted();
    m_network->follow(idOf(*one), { 1 }, 0);
    m_network->follow(idOf(*other), { 1 }, 0);
    m_network->fanOutVolatile({ 1 }, Audience::WithTyping, encodeFrame(TypingSeen{ { 1 }, { 2 } }), idOf(*one));
    m_network->send(idOf(*one), encodeFrame(Done{}, 1));
    QTRY_COMPARE(other->all<TypingSeen>().size(), 1);
    QTRY_COMPARE(one->all<Done>().size(), 1);
    QVERIFY(one->all<TypingSeen>().isEmpty());
}

void TestNetwork::volatileFramesReachTheirAudience()
{
    startNetwork();
    const auto silent = connectPeer();
    m_network->admit(idOf(*silent), { .presence = true, .typing = false });
    const auto other = admitted();
    m_network->follow(idOf(*silent), { 1 }, 0);
    m_network->follow(idOf(*other), { 1 }, 0);
    m_network->fanOutVolatile({ 1 }, Audience::WithTyping, encodeFrame(TypingSeen{ { 1 }, { 2 } }), {});
    m_network->fanOut({ 1 }, 1, eventFrame({ 1 }, 1));
    QTRY_COMPARE(silent->frames.size(), 1);
    QVERIFY(silent->frames.first().is(MessageType::RoomEvent));
    QTRY_COMPARE(other->frames.size(), 2);
}

void TestNetwork::broadcastReachesItsAudience()
{
    startNetwork();
    const auto stranger = connectPeer();
    const auto quiet = connectPeer();
    m_network->admit(idOf(*quiet), {});
    const auto present = admitted();
    m_network->broadcast(Audience::LoggedIn, encodeFrame(Done{}));
    m_network->broadcast(Audience::WithPresence, encodeFrame(RoomRemoved{ { 1 } }));
    m_network->send(idOf(*stranger), encodeFrame(Pong{}, 1));
    QTRY_COMPARE(present->frames.size(), 2);
    QTRY_COMPARE(quiet->frames.size(), 1);
    QTRY_COMPARE(stranger->frames.size(), 1);
    QVERIFY(stranger->frames.first().is(MessageType::Pong));
}

void TestNetwork::followsAcrossManyConnectionsAndEnds()
{
    startNetwork();
    for (int round = 0; round < 20; ++round) {
        const auto peer = admitted();
        const auto id = idOf(*peer);
        m_network->follow(id, { 1 }, round);
        m_network->fanOut({ 1 }, round + 1, eventFrame({ 1 }, round + 1));
        QTRY_COMPARE(peer->all<RoomEvent>().size(), 1);
        peer->socket.abort();
        QTRY_VERIFY(m_inbound->closed.contains(id));
        m_network->follow(id, { 1 }, 0); // too late, must do no harm
    }
    QCOMPARE(m_network->connectionCount(), 0);
}

void TestNetwork::slowReaderFallsBehindAndOthersDoNotNotice()
{
    startNetwork([](NetSettings &settings) { settings.rules.softQueueBytes = 64 * 1024; });
    const auto slow = admitted();
    slow->reads = false;
    slow->socket.setReadBufferSize(1);
    slow->socket.setSocketOption(QAbstractSocket::ReceiveBufferSizeSocketOption, 64 * 1024);
    const auto quick = admitted();
    m_network->follow(idOf(*slow), { 1 }, 0);
    m_network->follow(idOf(*quick), { 1 }, 0);
    // More than the system's buffers and the soft limit take.
    Seq seq = 0;
    while (seq < 300) {
        ++seq;
        m_network->fanOut({ 1 }, seq, eventFrame({ 1 }, seq, 8000));
        // Without naps: who takes nothing for ten seconds is dropped.
        QVERIFY(test::waitUntil([&] { return quick->frames.size() == seq; }));
    }
    QVERIFY2(m_inbound->closed.isEmpty(), qPrintable(m_inbound->closed.value(idOf(*slow)).detail));

    // Once it reads again it finds everything up to the place where it was told, and that place.
    slow->reads = true;
    slow->socket.setReadBufferSize(0);
    QTRY_COMPARE(slow->all<RoomBehind>().size(), 1);
    const auto got = slow->all<RoomEvent>();
    for (qsizetype i = 0; i < got.size(); ++i)
        QCOMPARE(got.at(i).seq, Seq(i + 1));
    const Seq told = slow->all<RoomBehind>().first().head;
    QVERIFY(told < seq);
    QCOMPARE(got.last().seq, told - 1);

    // And can follow again.
    m_network->follow(idOf(*slow), { 1 }, seq);
    m_network->fanOut({ 1 }, seq + 1, eventFrame({ 1 }, seq + 1));
    QTRY_COMPARE(slow->all<RoomEvent>().last().seq, seq + 1);
}

void TestNetwork::readerThatNeverReadsIsDropped()
{
    startNetwork();
    const auto slow = admitted();
    slow->reads = false;
    slow->socket.setReadBufferSize(1);
    const QByteArray frame = eventFrame({ 1 }, 1, 16'000);
    for (int i = 0; i < 2000 && m_inbound->closed.isEmpty(); ++i) {
        m_network->send(idOf(*slow), frame);
        QCoreApplication::processEvents();
    }
    QTRY_VERIFY(m_inbound->closed.contains(idOf(*slow)));
}

void TestNetwork::loginTimeOutCloses()
{
    startNetwork([](NetSettings &settings) { settings.rules.loginMs = 300; });
    const auto stranger = connectPeer();
    const auto member = admitted();
    QTRY_VERIFY(stranger->isClosed());
    QCOMPARE(stranger->all<Goaway>().first().reason, GoawayReason::TimedOut);
    QTRY_COMPARE(m_inbound->closed.value(idOf(*stranger)).code, ErrorCode::TimedOut);
    QVERIFY(!member->isClosed());
}

void TestNetwork::tooManyFramesBeforeLoginCloses()
{
    startNetwork();
    const auto peer = connectPeer();
    const auto id = idOf(*peer);
    for (quint64 i = 1; i <= 65; ++i)
        peer->send(Ping{}, i);
    QTRY_VERIFY(peer->isClosed());
    QCOMPARE(peer->all<Pong>().size(), 64);
    QTRY_COMPARE(m_inbound->closed.value(id).code, ErrorCode::RateLimited);
}

void TestNetwork::garbageIsRefusedWithGoaway()
{
    startNetwork();
    const auto peer = connectPeer();
    peer->socket.write("GET / HTTP/1.1\r\nHost: example.org\r\n\r\n");
    QTRY_VERIFY(peer->isClosed());
    QCOMPARE(peer->all<Goaway>().first().reason, GoawayReason::Protocol);
    const auto wellFramed = connectPeer();
    wellFramed->socket.write(QByteArray::fromHex("00000003ffffff"));
    QTRY_VERIFY(wellFramed->isClosed());
    QCOMPARE(wellFramed->all<Goaway>().first().reason, GoawayReason::Protocol);
    QVERIFY(m_inbound->messages.isEmpty());
}

void TestNetwork::oversizedFrameBeforeLoginIsRefused()
{
    startNetwork();
    const auto peer = connectPeer();
    peer->socket.write(QByteArray::fromHex("00001001")); // 4097 bytes announced, none sent
    QTRY_VERIFY(peer->isClosed());
    QTRY_COMPARE(m_inbound->closed.value(idOf(*peer)).code, ErrorCode::FrameTooLarge);
}

void TestNetwork::largerFramesAfterLogin()
{
    startNetwork();
    const auto peer = admitted();
    peer->send(SendMessage{ { 1 }, QUuid::createUuid(), 1, QString(16'000, u'x') }, 2);
    QTRY_COMPARE(m_inbound->messages[idOf(*peer)].size(), 1);
}

void TestNetwork::chunksAreLargeOnceAnUploadIsOpen()
{
    startNetwork();
    const UploadChunk chunk{ 1, 0, QByteArray(wire_limits::MaxChunkBytes, 'x') };
    const auto early = admitted();
    early->send(chunk, 2);
    QTRY_VERIFY(early->isClosed());
    QTRY_COMPARE(m_inbound->closed.value(idOf(*early)).code, ErrorCode::FrameTooLarge);
    const auto peer = uploading();
    peer->send(chunk, 2);
    QTRY_COMPARE(m_inbound->messages[idOf(*peer)].size(), 1);
    const auto taken = decode<UploadChunk>(m_inbound->messages[idOf(*peer)].first());
    QVERIFY(taken && *taken == chunk);
}

void TestNetwork::onlyChunksAreLarge_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::newRow("another message") << encodeFrame(FileChunk{ 0, QByteArray(80'000, 'x') }, 3);
    QByteArray unknown = QByteArray::fromHex("0000000083190fa003a1015a00011170") + QByteArray(70'000, 'x');
    finishFrame(unknown);
    QTest::newRow("unknown message") << unknown;
    QByteArray larger(FramePrefixBytes, '\0');
    larger += QByteArray(wire_limits::MaxFrameOfUpload + 1, 'x');
    finishFrame(larger);
    QTest::newRow("larger still") << larger;
}

void TestNetwork::onlyChunksAreLarge()
{
    QFETCH(QByteArray, frame);
    startNetwork();
    const auto peer = uploading();
    peer->socket.write(frame);
    QTRY_VERIFY(peer->isClosed());
    QTRY_COMPARE(m_inbound->closed.value(idOf(*peer)).code, ErrorCode::FrameTooLarge);
    QVERIFY(m_inbound->messages[idOf(*peer)].isEmpty());
}

void TestNetwork::largeFramesCountForSeveral()
{
    startNetwork([](NetSettings &settings) {
        settings.rules.undelivered = 160; // twenty of them, or five MiB
        settings.rules.frames.burst = 0;
    });
    constexpr qint64 Frames = 200;
    const QByteArray frame = encodeFrame(UploadChunk{ 1, 0, QByteArray(wire_limits::MaxChunkBytes, 'x') }, 1);
    const auto peer = uploading();
    // Nobody takes what comes while this thread waits.
    qint64 accepted = 0;
    const std::unique_ptr<QThread> writer(QThread::create([&] {
        QTcpSocket &socket = peer->socket;
        for (qint64 i = 0; i < Frames; ++i)
            socket.write(frame);
        while (socket.bytesToWrite() > 0 && socket.waitForBytesWritten(500))
            continue;
        accepted = Frames * frame.size() - socket.bytesToWrite();
        socket.moveToThread(QCoreApplication::instance()->thread());
    }));
    peer->socket.moveToThread(writer.get());
    writer->start();
    QVERIFY(writer->wait(20'000));
    QVERIFY2(accepted < 25 * 1024 * 1024, QByteArray::number(accepted).constData()); // the system keeps some as well
    QTRY_COMPARE_WITH_TIMEOUT(m_inbound->messages[idOf(*peer)].size(), Frames, 20'000);
}

void TestNetwork::silentPeerIsAskedThenDropped()
{
    startNetwork([](NetSettings &settings) { settings.rules.heartbeat = { 200, 600 }; });
    const auto silent = admitted();
    const auto lively = admitted();
    connect(&lively->socket, &QTcpSocket::readyRead, this, [&lively] { lively->send(Pong{}, 1); });
    QTRY_VERIFY(!silent->all<Ping>().isEmpty());
    QTRY_VERIFY(silent->isClosed());
    QTRY_COMPARE(m_inbound->closed.value(idOf(*silent)).code, ErrorCode::TimedOut);
    QVERIFY(!lively->isClosed());
    QVERIFY2(m_inbound->messages.isEmpty(), "a Pong concerns nobody but the worker");
}

void TestNetwork::newTimesHoldForConnectionsThatAreThere()
{
    startNetwork();
    const auto silent = admitted();
    ConnectionRules rules;
    rules.heartbeat = { 100, 300 };
    m_network->setLimits({}, rules);
    QTRY_VERIFY(silent->isClosed());
    QVERIFY(!silent->all<Ping>().isEmpty());
    QTRY_COMPARE(m_inbound->closed.value(idOf(*silent)).code, ErrorCode::TimedOut);
}

void TestNetwork::neverMoreIsUndeliveredThanAllowed()
{
    startNetwork([](NetSettings &settings) { settings.rules.undelivered = 10; });
    const auto peer = admitted();
    for (int i = 0; i < 5000; ++i)
        peer->send(Typing{ { 1 } });
    QTRY_COMPARE_WITH_TIMEOUT(m_inbound->messages[idOf(*peer)].size(), 5000, 30'000); // five hundred errands
    QCOMPARE(m_inbound->largestBatch, 10);
}

void TestNetwork::tooManyFramesAreReadMoreSlowly_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::newRow("Ping") << encodeFrame(Ping{}, 1);
    QTest::newRow("notice") << encodeFrame(Typing{ { 1 } });
    QTest::newRow("request") << encodeFrame(ListRooms{}, 7);
    QTest::newRow("unknown") << QByteArray::fromHex("000000068319270f00a0");
}

void TestNetwork::tooManyFramesAreReadMoreSlowly()
{
    QFETCH(QByteArray, frame);
    m_handClock = std::make_unique<HandClock>();
    startNetwork([](NetSettings &settings) { settings.rules.frames = { 20, 10 }; });
    const auto peer = admitted();
    const auto other = admitted();
    const auto taken = [&] {
        return m_inbound->messages.value(idOf(*peer)).size() + peer->all<Pong>().size();
    };
    for (int i = 0; i < 100; ++i)
        peer->socket.write(frame);
    QTRY_COMPARE(taken(), 20);
    for (int i = 1; i <= 20; ++i) {
        other->send(Ping{}, quint64(i));
        QTRY_COMPARE(other->all<Pong>().size(), i);
    }
    QCOMPARE(taken(), 20);
    m_handClock->now += 1000;
    QTRY_COMPARE(taken(), 30);
    m_handClock->now += 10'000;
    QTRY_COMPARE(taken(), 50);
    // Without the limit the rest comes at once.
    ConnectionRules lenient;
    lenient.frames.burst = 0;
    m_network->setLimits({}, lenient);
    QTRY_COMPARE(taken(), 100);
    QVERIFY(!peer->isClosed());
}

void TestNetwork::allowanceOfOneConnectionIsNobodyElses()
{
    m_handClock = std::make_unique<HandClock>();
    startNetwork([](NetSettings &settings) {
        settings.workers = 1;
        settings.rules.frames = { 20, 10 };
    });
    const auto flooder = admitted();
    const auto other = admitted();
    for (quint64 i = 1; i <= 1000; ++i)
        flooder->send(Ping{}, i);
    QTRY_COMPARE(flooder->all<Pong>().size(), 20);
    for (quint64 i = 1; i <= 20; ++i)
        other->send(Ping{}, quint64(i));
    QTRY_COMPARE(other->all<Pong>().size(), 20);
    m_network->close(idOf(*flooder), Goaway{ GoawayReason::Kicked, {}, {} }); // it can be closed all the same
    QTRY_VERIFY(flooder->isClosed());
}

void TestNetwork::whatSomebodySentBeforeLeavingIsDelivered()
{
    startNetwork();
    const auto peer = admitted();
    const auto id = idOf(*peer);
    for (int i = 0; i < 500; ++i)
        peer->send(Typing{ { 1 } });
    peer->socket.disconnectFromHost();
    QTRY_VERIFY(m_inbound->closed.contains(id));
    QCOMPARE(m_inbound->messages[id].size(), 500);
}

void TestNetwork::pausedConnectionIsNotRead()
{
    startNetwork();
    const auto peer = admitted();
    const auto id = idOf(*peer);
    m_network->setPaused(id, true);
    m_network->send(id, encodeFrame(Done{}, 1));
    QTRY_COMPARE(peer->all<Done>().size(), 1);
    for (quint64 i = 1; i <= 20'000; ++i)
        peer->send(SendMessage{ { 1 }, QUuid::createUuid(), i, QString(500, u'x') }, i);
    // What fits the system's buffers leaves, the rest stays with the sender.
    QTRY_VERIFY(peer->socket.bytesToWrite() > 0);
    QVERIFY(m_inbound->messages[id].size() < 5000);
    m_network->setPaused(id, false);
    QTRY_COMPARE_WITH_TIMEOUT(m_inbound->messages[id].size(), 20'000, 20'000);
}

void TestNetwork::perPrefixLimitCanIncludeLoopback()
{
    startNetwork([](NetSettings &settings) {
        settings.admission.exemptLocal = false;
        settings.admission.perPrefix = 3;
    });
    QSignalSpy refused(m_network.get(), &Network::connectionRefused);
    std::vector<std::unique_ptr<Peer>> peers;
    peers.reserve(3);
    for (int i = 0; i < 3; ++i)
        peers.push_back(admitted());
    Peer fourth(m_port);
    QTRY_VERIFY(fourth.isClosed());
    QTRY_COMPARE(refused.size(), 1);
    QCOMPARE(m_inbound->opened.size(), 3);
    peers.pop_back();
    QTRY_COMPARE(m_network->connectionCount(), 2);
    QVERIFY(idOf(*connectPeer()).isValid());
}

void TestNetwork::oldestUnauthenticatedIsDroppedFirst()
{
    startNetwork([](NetSettings &settings) {
        settings.admission.exemptLocal = false;
        settings.admission.unauthenticated = 2;
    });
    const auto member = admitted();
    const auto oldest = connectPeer();
    const auto second = connectPeer();
    const auto third = connectPeer();
    QTRY_VERIFY(oldest->isClosed());
    QTRY_COMPARE(m_inbound->closed.keys(), QList<ConnectionId>{ idOf(*oldest) });
    QTRY_COMPARE(m_inbound->closed.value(idOf(*oldest)).code, ErrorCode::TooManyConnections);
    for (const Peer *peer : { member.get(), second.get(), third.get() })
        QVERIFY(!peer->isClosed());
}

void TestNetwork::strangersWithoutALoginAreBanned()
{
    startNetwork([](NetSettings &settings) {
        settings.admission.exemptLocal = false;
        settings.admission.ban = { 3, 120'000, 300'000 };
    });
    QSignalSpy banned(m_network.get(), &Network::addressBanned);
    const auto member = admitted();
    admitted().reset(); // logged in before it went: does not count
    for (int i = 1; i <= 3; ++i) {
        connectPeer().reset();
        QTRY_COMPARE(m_network->connectionCount(), 1);
        QCOMPARE(banned.size(), i / 3);
    }
    Peer late(m_port);
    QTRY_VERIFY(late.isClosed());
    QVERIFY(!member->isClosed());
    AdmissionLimits lenient;
    lenient.ban.failures = 0;
    m_network->setLimits(lenient, {});
    QVERIFY(idOf(*connectPeer()).isValid());
}

void TestNetwork::closeAllSaysGoodbye()
{
    startNetwork();
    QSignalSpy allClosed(m_network.get(), &Network::allClosed);
    const auto one = admitted();
    const auto other = connectPeer();
    m_network->stopAccepting();
    m_network->closeAll(Goaway{ GoawayReason::Shutdown, 2000, {} });
    QTRY_COMPARE(allClosed.size(), 1);
    for (const Peer *peer : { one.get(), other.get() }) {
        QTRY_VERIFY(peer->isClosed());
        QCOMPARE(peer->all<Goaway>().first().retryAfterMs, std::optional<quint32>(2000));
    }
    Peer late(m_port);
    QTRY_VERIFY(late.isClosed());
}

void TestNetwork::goodbyeComesAfterWhatWasSent()
{
    startNetwork();
    const auto peer = admitted();
    for (quint64 i = 1; i <= 100; ++i)
        m_network->send(idOf(*peer), encodeFrame(Done{}, i));
    m_network->close(idOf(*peer), Goaway{ GoawayReason::Kicked, {}, u"bye"_s });
    m_network->send(idOf(*peer), encodeFrame(Done{}, 101));
    QTRY_VERIFY(peer->isClosed());
    QCOMPARE(peer->all<Done>().size(), 100);
    QVERIFY(peer->frames.last().is(MessageType::Goaway));
}

QTEST_GUILESS_MAIN(TestNetwork)
#include "tst_network.moc"
