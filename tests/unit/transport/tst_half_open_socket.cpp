// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/gateways/guest_socket.h"
#include "shared/transport/listen_socket.h"
#include "shared/transport/socket_options.h"

#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::server;

/// The accepted connections of gateways.
class TestGuestSocket : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void bytesGoBothWays();
    void anAnswerReachesWhoHasSaidAll();
    void finishingLosesNothing();
    void finishingOverUnreadBytesIsNoReset();
    void aPausedReaderStopsItsSender();
    void aSlowReaderIsDroppedAtTheLimit();
    void anAbruptEndIsNoticed();
    void itMayBeDeletedInsideItsSignals();

private:
    ListenSocket *m_listener = nullptr;
    std::unique_ptr<GuestSocket> m_guest;
    std::unique_ptr<QTcpSocket> m_peer;
};

void TestGuestSocket::init()
{
    m_listener = new ListenSocket(this);
    connect(m_listener, &ListenSocket::descriptorReady, this,
        [this](qintptr descriptor) { m_guest = std::make_unique<GuestSocket>(descriptor); });
    QVERIFY(m_listener->listen(Endpoint::tcp(u"127.0.0.1"_s, 0)));
    m_peer = std::make_unique<QTcpSocket>();
    m_peer->connectToHost(u"127.0.0.1"_s, m_listener->endpoint().port);
    QTRY_VERIFY(m_guest && m_peer->state() == QAbstractSocket::ConnectedState);
}

void TestGuestSocket::cleanup()
{
    m_guest.reset();
    m_peer.reset();
    delete m_listener;
}

void TestGuestSocket::bytesGoBothWays()
{
    QByteArray received;
    connect(m_guest.get(), &GuestSocket::received, this, [&](const QByteArray &bytes) { received += bytes; });
    m_peer->write("ping");
    QTRY_COMPARE(received, QByteArray("ping"));
    QVERIFY(m_guest->write("pong"));
    QTRY_COMPARE(m_peer->bytesAvailable(), 4);
    QCOMPARE(m_guest->queuedBytes(), 0);
}

void TestGuestSocket::anAnswerReachesWhoHasSaidAll()
{
    connect(m_guest.get(), &GuestSocket::readEnded, this, [this] {
        QVERIFY(m_guest->write("good bye"));
        m_guest->finish();
    });
    QSignalSpy closed(m_guest.get(), &GuestSocket::closed);
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

void TestGuestSocket::finishingLosesNothing()
{
    const QByteArray much(100'000, 'x');
    QVERIFY(m_guest->write(much));
    m_guest->finish();
    QVERIFY(!m_guest->isOpen());
    QVERIFY(!m_guest->write("late"));
    QTRY_COMPARE(m_peer->bytesAvailable(), much.size());
    QTRY_COMPARE(m_peer->state(), QAbstractSocket::UnconnectedState);
}

void TestGuestSocket::finishingOverUnreadBytesIsNoReset()
{
    m_guest->setReading(false);
    m_peer->write(QByteArray(50'000, 'y'));
    QTRY_COMPARE(m_peer->bytesToWrite(), 0);
    QVERIFY(m_guest->write("answer"));
    m_guest->finish();
    QTRY_COMPARE(m_peer->state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(m_peer->readAll(), QByteArray("answer"));
    QCOMPARE(m_peer->error(), QAbstractSocket::RemoteHostClosedError);
}

void TestGuestSocket::aPausedReaderStopsItsSender()
{
    qint64 received = 0;
    connect(m_guest.get(), &GuestSocket::received, this, [&](const QByteArray &bytes) { received += bytes.size(); });
    m_guest->setReading(false);
    const QByteArray much(32 * 1024 * 1024, 'z');
    m_peer->write(much);
    // What the system takes has an end.
    qint64 waiting = -1;
    QTRY_VERIFY(std::exchange(waiting, m_peer->bytesToWrite()) == m_peer->bytesToWrite() && waiting < much.size());
    QVERIFY(m_peer->bytesToWrite() > 0);
    QCOMPARE(received, 0);
    m_guest->setReading(true);
    QTRY_COMPARE_WITH_TIMEOUT(received, much.size(), 20'000);
}

void TestGuestSocket::aSlowReaderIsDroppedAtTheLimit()
{
    m_guest->setQueueLimit(64 * 1024);
    QSignalSpy closed(m_guest.get(), &GuestSocket::closed);
    int written = 0;
    while (m_guest->write(QByteArray(1024, 'x')))
        ++written;
    QCOMPARE(written, 64);
    QVERIFY(closed.isEmpty()); // never from within a call
    QVERIFY(closed.wait());
    QCOMPARE(closed.first().first().value<Error>().code, ErrorCode::SlowReader);
    QVERIFY(!m_guest->write("x"));
}

void TestGuestSocket::anAbruptEndIsNoticed()
{
    QSignalSpy closed(m_guest.get(), &GuestSocket::closed);
    QSignalSpy ended(m_guest.get(), &GuestSocket::readEnded);
    m_guest->write("unread");
    QTRY_COMPARE(m_guest->queuedBytes(), 0);
    m_peer->abort();
    QTRY_VERIFY(closed.size() == 1 || ended.size() == 1);
}

void TestGuestSocket::itMayBeDeletedInsideItsSignals()
{
    connect(m_guest.get(), &GuestSocket::received, this, [this] { m_guest.release()->deleteLater(); });
    m_peer->write("x");
    QTRY_VERIFY(!m_guest);
    QTRY_COMPARE(m_peer->state(), QAbstractSocket::UnconnectedState);
}

QTEST_GUILESS_MAIN(TestGuestSocket)
#include "tst_guest_socket.moc"
