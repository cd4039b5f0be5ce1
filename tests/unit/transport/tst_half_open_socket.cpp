// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/transport/half_open_socket.h"
#include "shared/transport/listen_socket.h"
#include "shared/transport/native_socket.h"
#include "shared/transport/peer_address.h"
#include "shared/transport/socket_options.h"
#include "tests/support/abrupt_end.h"
#include "tests/support/under_wine.h"

#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

#ifdef Q_OS_WIN
#include <ws2tcpip.h>
#else
#include <netinet/in.h>
#include <netinet/tcp.h>
#endif

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

/// Connections to programs of any kind.
class TestHalfOpenSocket : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void bytesGoBothWays();
    void anAnswerReachesWhoHasSaidAll();
    void whoHasSaidAllStillHears();
    void theEndOfSendingWaitsForTheQueue();
    void finishingLosesNothing();
    void finishingOverUnreadBytesIsNoReset();
    void aPausedReaderStopsItsSender();
    void aSlowReaderIsDroppedAtTheLimit();
    void anAbruptEndIsNoticed();
    void itMayBeDeletedInsideItsSignals();
    void aDeadMachineWouldBeNoticed();
    void theEndIsSeenWhileReadingIsPaused();

private:
    ListenSocket *m_listener = nullptr;
    qintptr m_descriptor = -1; ///< of m_socket
    std::unique_ptr<HalfOpenSocket> m_socket;
    std::unique_ptr<QTcpSocket> m_peer;
};

void TestHalfOpenSocket::init()
{
    m_listener = new ListenSocket(this);
    connect(m_listener, &ListenSocket::descriptorReady, this, [this](qintptr descriptor) {
        m_descriptor = descriptor;
        m_socket = std::make_unique<HalfOpenSocket>(descriptor);
    });
    QVERIFY(m_listener->listen(Endpoint::tcp(u"127.0.0.1"_s, 0)));
    m_peer = std::make_unique<QTcpSocket>();
    m_peer->connectToHost(u"127.0.0.1"_s, m_listener->endpoint().port);
    QTRY_VERIFY(m_socket && m_peer->state() == QAbstractSocket::ConnectedState);
}

void TestHalfOpenSocket::cleanup()
{
    m_socket.reset();
    m_peer.reset();
    delete m_listener;
}

void TestHalfOpenSocket::bytesGoBothWays()
{
    QByteArray received;
    connect(m_socket.get(), &HalfOpenSocket::received, this, [&](const QByteArray &bytes) { received += bytes; });
    m_peer->write("ping");
    QTRY_COMPARE(received, QByteArray("ping"));
    QVERIFY(m_socket->write("pong"));
    QTRY_COMPARE(m_peer->bytesAvailable(), 4);
    QCOMPARE(m_socket->queuedBytes(), 0);
}

void TestHalfOpenSocket::anAnswerReachesWhoHasSaidAll()
{
    connect(m_socket.get(), &HalfOpenSocket::readEnded, this, [this] {
        QVERIFY(m_socket->write("good bye"));
        m_socket->finish();
    });
    QSignalSpy closed(m_socket.get(), &HalfOpenSocket::closed);
    m_peer->write("hello");
    QTRY_COMPARE(m_peer->bytesToWrite(), 0);
    shutdownSending(m_peer->socketDescriptor());
    QTRY_COMPARE(m_peer->bytesAvailable(), 8);
    QCOMPARE(m_peer->readAll(), QByteArray("good bye"));
    QTRY_COMPARE(closed.size(), 1);
    QCOMPARE(closed.first().first().value<Error>().code, ErrorCode::Canceled);
    QTRY_COMPARE(m_peer->state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(m_peer->error(), QAbstractSocket::RemoteHostClosedError);
}

void TestHalfOpenSocket::whoHasSaidAllStillHears()
{
    QByteArray received;
    connect(m_socket.get(), &HalfOpenSocket::received, this, [&](const QByteArray &bytes) { received += bytes; });
    QSignalSpy closed(m_socket.get(), &HalfOpenSocket::closed);
    m_socket->endSending();
    QVERIFY(!m_socket->write("late"));
    m_socket->endSending(); // once is enough
    // Not Qt's socket, which would end its own direction as well. Its copy does not wait either.
    const qintptr peer = duplicateDescriptor(m_peer->socketDescriptor());
    m_peer->abort();
    char read = 0;
    QTRY_COMPARE(::recv(nativeSocket(peer), &read, 1, 0), 0);
    QCOMPARE(::send(nativeSocket(peer), "still here", 10, 0), 10);
    QTRY_COMPARE(received, QByteArray("still here"));
    QVERIFY(closed.isEmpty());
    closeDescriptor(peer);
}

void TestHalfOpenSocket::theEndOfSendingWaitsForTheQueue()
{
    const QByteArray much(3'000'000, 'x');
    m_socket->setQueueLimit(4'000'000);
    QSignalSpy drained(m_socket.get(), &HalfOpenSocket::drained);
    QVERIFY(m_socket->write(much));
    m_socket->endSending();
    QTRY_COMPARE(m_peer->bytesAvailable(), much.size());
    QTRY_COMPARE(m_peer->state(), QAbstractSocket::UnconnectedState);
    QVERIFY(!drained.isEmpty());
    QVERIFY(!m_socket->isWriteBroken());
}

void TestHalfOpenSocket::finishingLosesNothing()
{
    const QByteArray much(100'000, 'x');
    QVERIFY(m_socket->write(much));
    m_socket->finish();
    QVERIFY(!m_socket->isOpen());
    QVERIFY(!m_socket->write("late"));
    QTRY_COMPARE(m_peer->bytesAvailable(), much.size());
    QTRY_COMPARE(m_peer->state(), QAbstractSocket::UnconnectedState);
}

void TestHalfOpenSocket::finishingOverUnreadBytesIsNoReset()
{
    m_socket->setReading(false);
    m_peer->write(QByteArray(50'000, 'y'));
    QTRY_COMPARE(m_peer->bytesToWrite(), 0);
    QVERIFY(m_socket->write("answer"));
    m_socket->finish();
    QTRY_COMPARE(m_peer->state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(m_peer->readAll(), QByteArray("answer"));
    QCOMPARE(m_peer->error(), QAbstractSocket::RemoteHostClosedError);
}

void TestHalfOpenSocket::aPausedReaderStopsItsSender()
{
    qint64 received = 0;
    connect(
        m_socket.get(), &HalfOpenSocket::received, this, [&](const QByteArray &bytes) { received += bytes.size(); });
    m_socket->setReading(false);
    const QByteArray much(32 * 1024 * 1024, 'z');
    m_peer->write(much);
    // What the system takes has an end.
    qint64 waiting = -1;
    QTRY_VERIFY(std::exchange(waiting, m_peer->bytesToWrite()) == m_peer->bytesToWrite() && waiting < much.size());
    QVERIFY(m_peer->bytesToWrite() > 0);
    QCOMPARE(received, 0);
    m_socket->setReading(true);
    QTRY_COMPARE_WITH_TIMEOUT(received, much.size(), 20'000);
}

void TestHalfOpenSocket::aSlowReaderIsDroppedAtTheLimit()
{
    m_socket->setQueueLimit(64 * 1024);
    QSignalSpy closed(m_socket.get(), &HalfOpenSocket::closed);
    int written = 0;
    while (m_socket->write(QByteArray(1024, 'x')))
        ++written;
    QCOMPARE(written, 64);
    QVERIFY(closed.isEmpty()); // never from within a call
    QVERIFY(closed.wait());
    QCOMPARE(closed.first().first().value<Error>().code, ErrorCode::SlowReader);
    QVERIFY(!m_socket->write("x"));
}

void TestHalfOpenSocket::anAbruptEndIsNoticed()
{
    QSignalSpy closed(m_socket.get(), &HalfOpenSocket::closed);
    QSignalSpy ended(m_socket.get(), &HalfOpenSocket::readEnded);
    m_socket->write("unread");
    QTRY_COMPARE(m_socket->queuedBytes(), 0);
    m_peer->abort();
    QTRY_VERIFY(closed.size() == 1 || ended.size() == 1);
}

void TestHalfOpenSocket::itMayBeDeletedInsideItsSignals()
{
    connect(m_socket.get(), &HalfOpenSocket::received, this, [this] { m_socket.release()->deleteLater(); });
    m_peer->write("x");
    QTRY_VERIFY(!m_socket);
    QTRY_COMPARE(m_peer->state(), QAbstractSocket::UnconnectedState);
}

void TestHalfOpenSocket::aDeadMachineWouldBeNoticed()
{
    const auto option = [this](int level, int name) {
        int value = 0; // Windows writes a single byte of it
        socklen_t size = sizeof(value);
        const auto descriptor = nativeSocket(m_descriptor);
        return getsockopt(descriptor, level, name, reinterpret_cast<char *>(&value), &size) == 0 ? value : -1;
    };
    QVERIFY(option(SOL_SOCKET, SO_KEEPALIVE) > 0);
#ifdef Q_OS_LINUX
    QCOMPARE(option(IPPROTO_TCP, TCP_KEEPIDLE), 60);
#endif
#ifndef Q_OS_WIN // which does not tell
    QCOMPARE(option(IPPROTO_TCP, TCP_KEEPINTVL), 20);
    QCOMPARE(option(IPPROTO_TCP, TCP_KEEPCNT), 3);
#endif
}

void TestHalfOpenSocket::theEndIsSeenWhileReadingIsPaused()
{
#if !defined(Q_OS_LINUX) && !defined(Q_OS_WIN)
    QSKIP("This system does not tell.");
#endif
    if (isUnderWine())
        QSKIP("Wine tells of the end only when all before it has been read");
    m_socket->setReading(false);
    m_peer->write("never read");
    QTRY_COMPARE(m_peer->bytesToWrite(), 0);
    QVERIFY(!m_socket->hasPeerEnded());
    shutdownSending(m_peer->socketDescriptor());
    QTRY_VERIFY(m_socket->hasPeerEnded());
    QVERIFY(!m_socket->isBroken()); // it may still be answered
    endAbruptly(*m_peer);
    QTRY_VERIFY(m_socket->isBroken());
}

QTEST_GUILESS_MAIN(TestHalfOpenSocket)
#include "tst_half_open_socket.moc"
