// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/gateways/text/text_gateway.h"
#include "tests/support/abrupt_end.h"
#include "tests/support/wait_until.h"
#include "tests/unit/server/gateways/fake_room_door.h"
#include "tests/unit/server/gateways/netcat.h"

#include <QElapsedTimer>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::server;
using namespace salon::test;

/// What plain-text access does with those who want more than their share, or are gone.
class TestTextLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void whoIsGoneDoesNotGoOnTalking_data();
    void whoIsGoneDoesNotGoOnTalking();
    void whoIsTooFastIsToldAndGoesOn();
    void whatTheRoomRefusesIsTold();
    void commandsAreNotAnsweredWithoutEnd();
    void theOperatorEndsAGuest();
    void theOperatorEndsWhoIsNotWelcomedYet();
    void theOperatorEndsWhoIsGone();
    void aRushFromThisMachineIsHeldBack();

private:
    void open(TextSettings settings);
    FakeRoomDoor *m_door = nullptr;
    std::unique_ptr<TextGateway> m_gateway;
    quint16 m_port = 0;
};

void TestTextLimits::init()
{
    m_door = new FakeRoomDoor;
    TextSettings settings;
    settings.maxDelayMs = 400;
    open(settings);
}

void TestTextLimits::open(TextSettings settings)
{
    settings.endpoint = Endpoint::tcp(u"127.0.0.1"_s, 0);
    m_gateway = std::make_unique<TextGateway>(*m_door, std::make_shared<GuestNumbers>(), settings);
    const auto opened = m_gateway->open();
    QVERIFY(opened);
    m_port = opened->first().address.section(u':', -1).toUShort();
}

void TestTextLimits::cleanup()
{
    m_gateway.reset();
    delete m_door;
}

void TestTextLimits::whoIsGoneDoesNotGoOnTalking_data()
{
    QTest::addColumn<bool>("abruptly");
    QTest::newRow("closed") << false;
    QTest::newRow("reset") << true;
}

void TestTextLimits::whoIsGoneDoesNotGoOnTalking()
{
    QFETCH(bool, abruptly);
    QSignalSpy trouble(m_gateway.get(), &Gateway::trouble);
    m_door->holdsAnswers = true; // the room is slower than anybody
    {
        Netcat guest(m_port);
        guest.send(QByteArray("y\n").repeated(20'000));
        QTRY_COMPARE(m_door->said.size(), RoomDoor::MaxUnanswered);
        QVERIFY(waitUntil([&] { return guest.socket().bytesToWrite() == 0; }));
        if (abruptly)
            endAbruptly(guest.socket());
    }
    QVERIFY(waitUntil([this] { return m_door->left.size() == 1; })); // the place is free
    QCOMPARE(m_door->said.size(), RoomDoor::MaxUnanswered);
    QVERIFY(trouble.size() <= 1); // not for each line
}

void TestTextLimits::whoIsTooFastIsToldAndGoesOn()
{
    m_door->holdsAnswers = true;
    Netcat guest(m_port);
    QVERIFY(guest.shows("Welcome"));
    guest.send(QByteArray("y\n").repeated(100));
    QVERIFY(guest.shows("* Too fast: 96 line(s) were left out.\n"));
    m_door->answerAll();
    guest.send("again\n");
    QTRY_COMPARE(m_door->said.last(), u"again"_s);
    QCOMPARE(m_door->said.size(), RoomDoor::MaxUnanswered + 1);
}

void TestTextLimits::whatTheRoomRefusesIsTold()
{
    m_door->refusesAsTooFast = true;
    Netcat guest(m_port);
    guest.send("one\ntwo\nthree\n");
    QVERIFY(guest.shows("* Too fast: 3 line(s) were left out.\n"));
}

void TestTextLimits::commandsAreNotAnsweredWithoutEnd()
{
    QElapsedTimer time;
    time.start();
    Netcat guest(m_port);
    Netcat other(m_port);
    QVERIFY(guest.shows("Welcome") && other.shows("Welcome"));
    guest.send(QByteArray("/help\n").repeated(100) + QByteArray("/what\n/nick\n/msg\n").repeated(100));
    QVERIFY(guest.shows("* Too fast: "));
    const QByteArray shown = guest.shown();
    const qsizetype answers = shown.count("/quit leaves") + shown.count("no command") + shown.count("/nick NAME\n")
        + shown.count("/msg NAME TEXT\n");
    QVERIFY2(answers >= 20 && answers <= 21 + time.elapsed() * 2 / 1000, qPrintable(QString::number(answers)));
    other.send("unhindered\n");
    QTRY_COMPARE(m_door->said, QStringList{ u"unhindered"_s });
    QTRY_VERIFY((guest.send("back again\n"), m_door->said.contains(u"back again"_s)));
}

void TestTextLimits::theOperatorEndsAGuest()
{
    Netcat guest(m_port);
    QVERIFY(guest.shows("Welcome"));
    Netcat other(m_port);
    QVERIFY(other.shows("Welcome"));
    guest.send("/nick nour\n");
    QVERIFY(guest.shows("nour"));
    QCOMPARE(m_gateway->endGuest(u"nobody"_s), QString());
    QCOMPARE(m_gateway->endGuest(u"guest-1"_s), u"nour"_s);
    QVERIFY(guest.shows("* The operator has ended this connection.\n"));
    QVERIFY(guest.isGone());
    QTRY_COMPARE(m_door->left.size(), 1);
    other.send("still here\n");
    QTRY_COMPARE(m_door->said, QStringList{ u"still here"_s });
}

void TestTextLimits::theOperatorEndsWhoIsNotWelcomedYet()
{
    m_door->holdsWelcomes = true;
    Netcat guest(m_port);
    QTRY_COMPARE(m_door->arrivals.size(), 1);
    QCOMPARE(m_gateway->endGuest(u"1"_s), m_door->arrivals.first().address);
    QVERIFY(guest.isGone());
}

void TestTextLimits::theOperatorEndsWhoIsGone()
{
    m_gateway.reset();
    open({}); // ten seconds
    m_door->holdsAnswers = true;
    {
        Netcat guest(m_port);
        guest.send(QByteArray("y\n").repeated(2000));
        QTRY_COMPARE(m_door->said.size(), RoomDoor::MaxUnanswered);
        QVERIFY(waitUntil([&] { return guest.socket().bytesToWrite() == 0; }));
    }
    QCOMPARE(m_gateway->endGuest(u"1"_s), u"guest-1"_s);
    QVERIFY(waitUntil([this] { return m_door->left.size() == 1; }, 5000));
    QCOMPARE(m_door->said.size(), RoomDoor::MaxUnanswered);
}

void TestTextLimits::aRushFromThisMachineIsHeldBack()
{
    m_gateway.reset();
    TextSettings settings;
    settings.maxGuests = 1000;
    open(settings);
    QElapsedTimer time;
    time.start();
    std::vector<std::unique_ptr<QTcpSocket>> rush;
    for (int i = 0; i < 330; ++i) {
        rush.push_back(std::make_unique<QTcpSocket>());
        rush.back()->connectToHost(u"127.0.0.1"_s, m_port);
    }
    QTRY_VERIFY(m_door->arrivals.size() >= 300);
    QVERIFY(m_door->arrivals.size() <= 300 + 1 + time.elapsed() * 25 / 1000);
    QTRY_COMPARE_WITH_TIMEOUT(m_door->arrivals.size(), 330, 20'000); // but all of them in the end
}

QTEST_GUILESS_MAIN(TestTextLimits)
#include "tst_text_limits.moc"
