// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/models/frame_log_model.h"
#include "shared/client-core/session/transport_channel.h"
#include "shared/protocol/frame_view.h"
#include "shared/protocol/messages/all.h"
#include "tests/unit/client-core/fake_clock.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

namespace {

using Direction = FrameLogModel::Direction;

constexpr auto Secret = "tell-nobody";

/// A server on a real socket that greets, lets everybody in, and otherwise says what it is told to.
class BareServer : public QObject
{
public:
    BareServer()
    {
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            m_socket = m_server.nextPendingConnection();
            m_decoder = FrameDecoder(wire_limits::MaxFrameToServer);
            connect(m_socket, &QTcpSocket::readyRead, this, &BareServer::read);
        });
        m_server.listen(QHostAddress::LocalHost);
    }

    [[nodiscard]] JoinLink link() const { return JoinLink{ u"127.0.0.1"_s, m_server.serverPort(), {}, {}, true }; }
    void write(const QByteArray &bytes) { m_socket->write(bytes); }
    template <wire::Message M>
    void push(const M &message, quint64 correlation = 0)
    {
        write(encodeFrame(message, correlation));
    }

    QList<QByteArray> received{}; ///< whole frames

private:
    void read()
    {
        m_decoder.feed(m_socket->readAll());
        while (auto payload = m_decoder.next()) {
            QByteArray frame(FramePrefixBytes, '\0');
            frame += **payload;
            finishFrame(frame);
            received.append(frame);
            const auto request = openEnvelope(**payload);
            if (request->is(MessageType::Hello)) {
                Welcome welcome;
                welcome.version = 1;
                welcome.serverId = welcome.epoch = QByteArray(16, 's');
                welcome.nonce = QByteArray(32, 'n');
                push(welcome, request->correlation);
            } else if (request->is(MessageType::LoginWithPassword)) {
                push(LoggedIn{ AccountId{ 1 }, u"marie"_s, u"Marie"_s, Role::Member, DeviceId{ 1 }, true },
                    request->correlation);
            }
        }
    }

    QTcpServer m_server;
    QTcpSocket *m_socket = nullptr;
    FrameDecoder m_decoder{ wire_limits::MaxFrameToServer };
};

/// A session with a BareServer, and a log of it.
struct Rig
{
    Rig()
        : session({ DeviceKey::generate(), u"laptop"_s, u"test 1"_s, u"fr"_s }, TransportChannel::factory(), clock,
            ReconnectPolicy(clock, [] { return 0.0; }))
        , log(clock)
        , tester(&log, QAbstractItemModelTester::FailureReportingMode::QtTest)
    {
        session.setServer(server.link(), {});
        session.setCredentials(PasswordLogin{ u"marie"_s, QString::fromLatin1(Secret) });
    }

    void logIn()
    {
        session.start();
        QTRY_COMPARE(session.state(), SessionState::Syncing);
        QTRY_COMPARE(server.received.size(), 2);
    }
    [[nodiscard]] QVariant at(int row, int role) const { return log.index(row, 0).data(role); }
    /// "> Hello", "< Welcome", or the state that a step leads to.
    [[nodiscard]] QStringList told() const
    {
        QStringList rows;
        for (int row = 0; row < log.rowCount(); ++row) {
            const auto direction = Direction(at(row, FrameLogModel::DirectionRole).toInt());
            if (direction == Direction::None)
                rows.append(QString::number(at(row, FrameLogModel::StateRole).toInt()));
            else
                rows.append(
                    (direction == Direction::Sent ? "> "_L1 : "< "_L1) + at(row, FrameLogModel::NameRole).toString());
        }
        return rows;
    }

    FakeClock clock;
    BareServer server;
    Session session;
    FrameLogModel log;
    QAbstractItemModelTester tester;
};

QString step(SessionState state)
{
    return QString::number(int(state));
}

} // namespace

class TestFrameLogModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordsNothingUntilASessionIsWatched();
    void recordsFromTheFirstFrameOn();
    void keepsNoSecretInAnyRole();
    void showsTheHeartbeat();
    void countsWhatAPauseMisses();
    void keepsABoundedNumberOfRows();
    void keepsABoundedNumberOfBytes();
    void aBurstLargerThanTheLogIsCut();
    void keepsWhatIsNoMessage();
    void rowsKnowTheirConnection();
    void recordsWithoutASession();
    void forgetsWhenCleared();
    void outlivesTheSessionAndTheOtherWayRound();
};

void TestFrameLogModel::recordsNothingUntilASessionIsWatched()
{
    Rig rig;
    const QSignalSpy inserted(&rig.log, &QAbstractItemModel::rowsInserted);
    rig.logIn();
    rig.server.push(Ping{}, 5);
    QTRY_COMPARE(rig.server.received.size(), 3); // the Pong
    QCOMPARE(inserted.size(), 0);
    QCOMPARE(rig.log.rowCount(), 0);
    QCOMPARE(rig.log.bytes(), 0);
    // In the middle of a connection.
    rig.log.watch(&rig.session);
    rig.server.push(Ping{}, 6);
    QTRY_COMPARE(rig.told(), (QStringList{ step(SessionState::Syncing), u"< Ping"_s, u"> Pong"_s }));
    // And off again.
    rig.log.watch(nullptr);
    QVERIFY(!rig.log.isWatching());
    rig.server.push(Ping{}, 7);
    QTRY_COMPARE(rig.server.received.size(), 5);
    QCOMPARE(rig.log.rowCount(), 3);
    // What was not watched is not told later either.
    const QStringList before = rig.told();
    rig.log.watch(&rig.session);
    rig.server.push(Ping{}, 8);
    QTRY_COMPARE(rig.told(), before + QStringList({ step(SessionState::Syncing), u"< Ping"_s, u"> Pong"_s }));
}

void TestFrameLogModel::recordsFromTheFirstFrameOn()
{
    Rig rig;
    rig.log.watch(&rig.session);
    rig.clock.advance(1234);
    rig.logIn();
    QTRY_COMPARE(rig.told(),
        (QStringList{ step(SessionState::Offline), step(SessionState::Connecting), step(SessionState::Authenticating),
            u"> Hello"_s, u"< Welcome"_s, u"> LoginWithPassword"_s, u"< LoggedIn"_s, step(SessionState::Syncing) }));
    QCOMPARE(rig.at(3, FrameLogModel::FrameRole).toByteArray(), rig.server.received.at(0));
    QCOMPARE(rig.at(3, FrameLogModel::SizeRole).toLongLong(), rig.server.received.at(0).size());
    QCOMPARE(rig.at(3, FrameLogModel::TypeRole).toUInt(), quint32(MessageType::Hello));
    QCOMPARE(rig.at(3, FrameLogModel::CorrelationRole).toULongLong(),
        rig.at(4, FrameLogModel::CorrelationRole).toULongLong());
    QCOMPARE(rig.at(3, FrameLogModel::TimeRole).toLongLong(), rig.clock.wallMs());
    QVERIFY(viewFrame(rig.at(4, FrameLogModel::FrameRole).toByteArray()).isUnderstood);
    QCOMPARE(rig.log.types(), (QSet<quint32>{ 1, 2, 21, 23 }));
}

void TestFrameLogModel::keepsNoSecretInAnyRole()
{
    Rig rig;
    rig.log.watch(&rig.session);
    rig.logIn();
    QTRY_COMPARE(rig.log.rowCount(), 8);
    QVERIFY(rig.server.received.at(1).contains(Secret)); // it did travel
    const DeviceProof proof = decode<LoginWithPassword>(*openEnvelope(rig.server.received.at(1).mid(FramePrefixBytes)))
                                  ->device.value_or(DeviceProof{});
    QCOMPARE(proof.signature.size(), 64);
    for (int row = 0; row < rig.log.rowCount(); ++row) {
        for (int column = 0; column < rig.log.columnCount(); ++column) {
            for (int role = 0; role <= FrameLogModel::BeginsRole + 10; ++role) {
                const QByteArray value = rig.log.index(row, column).data(role).toByteArray();
                QVERIFY(!value.contains(Secret));
                QVERIFY(!value.contains(QByteArray(Secret).toHex()));
                QVERIFY(!value.contains(proof.signature));
            }
        }
    }
    QCOMPARE(rig.at(5, FrameLogModel::SizeRole).toLongLong(), rig.server.received.at(1).size());
}

void TestFrameLogModel::showsTheHeartbeat()
{
    Rig rig;
    rig.logIn();
    rig.log.watch(&rig.session);
    rig.clock.advance(wire_limits::PingAfterMs);
    QTRY_VERIFY_WITH_TIMEOUT(rig.told().contains(u"> Ping"_s), 5000);
    rig.server.push(Pong{ { { RoomId{ 1 }, 7 } } }, rig.at(1, FrameLogModel::CorrelationRole).toULongLong());
    QTRY_COMPARE(rig.told().value(rig.log.rowCount() - 1), u"< Pong"_s);
}

void TestFrameLogModel::countsWhatAPauseMisses()
{
    Rig rig;
    rig.logIn();
    rig.log.watch(&rig.session);
    rig.log.setPaused(true);
    const QSignalSpy counts(&rig.log, &FrameLogModel::countsChanged);
    rig.server.push(Ping{}, 5);
    QTRY_COMPARE(rig.log.missedFrames(), 2u);
    QTRY_VERIFY(!counts.isEmpty());
    rig.log.setPaused(false);
    rig.server.push(Ping{}, 6);
    QTRY_COMPARE(rig.told(), (QStringList{ step(SessionState::Syncing), u"< Ping"_s, u"> Pong"_s }));
    QCOMPARE(rig.at(1, FrameLogModel::CorrelationRole).toInt(), 6);
}

void TestFrameLogModel::keepsABoundedNumberOfRows()
{
    Rig rig;
    rig.logIn();
    rig.log.watch(&rig.session);
    constexpr int Frames = FrameLogModel::MaxRows + 500;
    for (int sent = 0; sent < Frames;) {
        for (int i = 0; i < 250; ++i)
            rig.server.push(TypingSeen{ RoomId{ ++sent }, AccountId{ 2 } });
        QTRY_VERIFY(rig.log.droppedRows() + quint64(rig.log.rowCount()) == quint64(sent + 1));
        QVERIFY(rig.log.rowCount() <= FrameLogModel::MaxRows);
    }
    QCOMPARE(rig.log.rowCount(), FrameLogModel::MaxRows);
    // The newest are there, the oldest have gone.
    const auto roomOf = [&](int row) {
        const FrameView view = viewFrame(rig.at(row, FrameLogModel::FrameRole).toByteArray());
        return int(view.parts.last().parts.first().number);
    };
    QCOMPARE(roomOf(FrameLogModel::MaxRows - 1), Frames);
    QCOMPARE(roomOf(0), Frames - FrameLogModel::MaxRows + 1);
}

void TestFrameLogModel::keepsABoundedNumberOfBytes()
{
    Rig rig;
    rig.logIn();
    rig.log.watch(&rig.session);
    HistoryPage page;
    page.room = RoomId{ 1 };
    for (int i = 0; i < 12; ++i) {
        RoomEvent event;
        event.room = page.room;
        event.seq = i;
        event.text = QString(16'000, u'x');
        page.events.append(event);
    }
    for (quint64 sent = 1; sent <= 60; ++sent) {
        rig.server.push(page);
        QTRY_COMPARE(rig.log.droppedRows() + quint64(rig.log.rowCount()), sent + 1);
        QVERIFY(rig.log.bytes() <= FrameLogModel::MaxBytes);
    }
    QVERIFY(rig.log.droppedRows() > 10);
    qsizetype bytes = 0;
    for (int row = 0; row < rig.log.rowCount(); ++row)
        bytes += rig.at(row, FrameLogModel::SizeRole).toLongLong();
    QCOMPARE(bytes, rig.log.bytes());
}

void TestFrameLogModel::aBurstLargerThanTheLogIsCut()
{
    Rig rig;
    rig.logIn();
    rig.log.watch(&rig.session);
    QByteArray burst;
    for (int i = 0; i < 3 * FrameLogModel::MaxRows; ++i)
        burst += encodeFrame(TypingSeen{ RoomId{ 1 }, AccountId{ 2 } });
    rig.server.write(burst);
    QTRY_COMPARE(rig.log.droppedRows() + quint64(rig.log.rowCount()), quint64(3 * FrameLogModel::MaxRows + 1));
    QCOMPARE(rig.log.rowCount(), FrameLogModel::MaxRows);
}

void TestFrameLogModel::keepsWhatIsNoMessage()
{
    Rig rig;
    rig.logIn();
    rig.log.watch(&rig.session);
    rig.server.write(QByteArray::fromHex("00000005") + "hello");
    QTRY_VERIFY(rig.log.rowCount() >= 3); // and soon it tries again
    QCOMPARE(rig.at(1, FrameLogModel::FrameRole).toByteArray(), QByteArray::fromHex("00000005") + "hello");
    QCOMPARE(rig.at(1, FrameLogModel::TypeRole).toUInt(), 0u);
    QCOMPARE(rig.at(2, FrameLogModel::StateRole).toInt(), int(SessionState::Offline));
    QCOMPARE(rig.at(2, FrameLogModel::ErrorRole).toInt(), int(ErrorCode::MalformedFrame));
}

void TestFrameLogModel::rowsKnowTheirConnection()
{
    Rig first;
    Rig second;
    first.logIn();
    second.logIn();
    FrameLogModel &log = first.log;
    QCOMPARE(log.beginConnection(u"Office"_s, false), 1);
    log.watch(&first.session);
    first.server.push(Ping{}, 5);
    QTRY_COMPARE(log.rowCount(), 4);
    // Also while nothing else is kept: what comes later must not seem to be of the first.
    log.setPaused(true);
    QCOMPARE(log.beginConnection(u"School"_s, false), 2);
    log.watch(&second.session);
    log.setPaused(false);
    second.server.push(Ping{}, 6);
    QTRY_COMPARE(log.rowCount(), 7);
    first.server.push(Ping{}, 7); // of a connection that is no longer watched
    QTRY_COMPARE(first.server.received.size(), 4);
    const QStringList names{ u"Office"_s, u"Office"_s, u"Office"_s, u"Office"_s, u"School"_s, u"School"_s,
        u"School"_s };
    for (int row = 0; row < log.rowCount(); ++row) {
        QCOMPARE(first.at(row, FrameLogModel::ConnectionNameRole).toString(), names[row]);
        QCOMPARE(first.at(row, FrameLogModel::ConnectionRole).toInt(), row < 4 ? 1 : 2);
        QCOMPARE(first.at(row, FrameLogModel::BeginsRole).toBool(), row == 0 || row == 4);
        QCOMPARE(first.at(row, FrameLogModel::IsPeerRole).toBool(), false);
    }
    QCOMPARE(Direction(first.at(4, FrameLogModel::DirectionRole).toInt()), Direction::None);
}

void TestFrameLogModel::recordsWithoutASession()
{
    FakeClock clock;
    FrameLogModel log(clock);
    log.beginConnection(u"Bob"_s, true);
    log.addStep(SessionState::Syncing);
    PeerProof proof;
    proof.signature = QByteArray(64, 's');
    log.tap().frameSent(encodeFrame(proof));
    PeerFileChunk chunk;
    chunk.cid = Cid::createUuid();
    chunk.data = QByteArray(int(MaxPeerChunkBytes), 'd');
    for (int i = 0; i < 1000; ++i)
        log.tap().frameReceived(encodeFrame(chunk).mid(FramePrefixBytes));
    QTRY_VERIFY(log.rowCount() > 0);
    // Pieces of a file fill the log, and no more than that.
    QVERIFY(log.bytes() <= FrameLogModel::MaxBytes);
    QCOMPARE(log.droppedRows() + quint64(log.rowCount()), 1003u);
    const QModelIndex last = log.index(log.rowCount() - 1, 0);
    QCOMPARE(last.data(FrameLogModel::NameRole).toString(), u"PeerFileChunk"_s);
    QVERIFY(last.data(FrameLogModel::IsPeerRole).toBool());
    log.clear();
    log.tap().frameSent(encodeFrame(proof));
    log.addStep(SessionState::Online);
    QTRY_COMPARE(log.rowCount(), 2);
    QCOMPARE(log.index(0, 0).data(FrameLogModel::NameRole).toString(), u"PeerProof"_s);
    QVERIFY(!log.index(0, 0).data(FrameLogModel::FrameRole).toByteArray().contains("sss"));
    QCOMPARE(log.index(1, 0).data(FrameLogModel::ConnectionNameRole).toString(), u"Bob"_s);
}

void TestFrameLogModel::forgetsWhenCleared()
{
    Rig rig;
    rig.log.watch(&rig.session);
    rig.logIn();
    QTRY_COMPARE(rig.log.rowCount(), 8);
    rig.log.clear();
    QCOMPARE(rig.log.rowCount(), 0);
    QCOMPARE(rig.log.bytes(), 0);
    QVERIFY(rig.log.types().isEmpty());
    rig.server.push(Ping{}, 5);
    QTRY_COMPARE(rig.told(), (QStringList{ u"< Ping"_s, u"> Pong"_s }));
}

void TestFrameLogModel::outlivesTheSessionAndTheOtherWayRound()
{
    Rig rig;
    {
        Session other({ DeviceKey::generate(), {}, {}, {} }, TransportChannel::factory(), rig.clock,
            ReconnectPolicy(rig.clock, [] { return 0.0; }));
        rig.log.watch(&other);
        QVERIFY(rig.log.isWatching());
    }
    QVERIFY(!rig.log.isWatching());
    rig.logIn();
    {
        FrameLogModel other(rig.clock);
        other.watch(&rig.session);
        rig.server.push(Ping{}, 5);
        QTRY_COMPARE(other.rowCount(), 3);
    }
    rig.server.push(Ping{}, 6);
    QTRY_COMPARE(rig.server.received.size(), 4);
    // Ended from within the arrival of a frame, while others of the same read wait.
    rig.log.watch(&rig.session);
    connect(&rig.session, &Session::goneAway, &rig.session, [&] { rig.session.stop(); });
    rig.server.write(encodeFrame(Goaway{ GoawayReason::Kicked, {}, {} }) + encodeFrame(Ping{}, 7));
    QTRY_COMPARE(rig.told().value(rig.log.rowCount() - 1), step(SessionState::Offline));
    QVERIFY(!rig.told().contains(u"< Ping"_s));
}

QTEST_GUILESS_MAIN(TestFrameLogModel)
#include "tst_frame_log_model.moc"
