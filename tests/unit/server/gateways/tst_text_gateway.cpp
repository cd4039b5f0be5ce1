// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/gateways/text/text_gateway.h"
#include "server/gateways/text/text_words.h"
#include "tests/support/wait_until.h"
#include "tests/unit/server/gateways/fake_room_door.h"
#include "tests/unit/server/gateways/netcat.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::server;
using namespace salon::test;

/// Plain-text access, with a room that only notes what is asked of it.
class TestTextGateway : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void guestsAreWelcomedAndHeard();
    void everyCutOfALineIsOneMessage();
    void bytesWithoutLineEndArePostedAfterASilence();
    void aDribbledCharacterIsWaitedFor();
    void echoPipedInIsPostedBeforeTheEnd();
    void manyLinesPipedInAreAllPosted();
    void aSlowRoomCutsNoLineInTwo();
    void anAbruptEndPostsWhatCameBefore();
    void commandsAnswer();
    void slashesCanBePosted();
    void namesAreChangedForOthersToo();
    void privateWordsReachOneGuest();
    void latin1GetsAHintAndIsNotPosted();
    void garbageIsNotPosted();
    void whatIsShownIsSafeForATerminal();
    void everyLineCarriesItsName();
    void editsAndActionsAreToldByTheServer();
    void otherChangesAreNotTold();
    void readingStopsWithFourUnanswered();
    void aSlowReaderIsDroppedAndOthersAreNot();
    void oneGuestTooManyIsTurnedAway();
    void closingSaysGoodbye();
    void aRoomThatIsRefusedClosesTheDoor();

private:
    void open(int maxGuests = 256);
    FakeRoomDoor *m_door = nullptr;
    std::unique_ptr<TextGateway> m_gateway;
    quint16 m_port = 0;
};

void TestTextGateway::init()
{
    m_door = new FakeRoomDoor;
    open();
}

void TestTextGateway::open(int maxGuests)
{
    TextSettings settings;
    settings.endpoint = Endpoint::tcp(u"127.0.0.1"_s, 0);
    settings.maxGuests = maxGuests;
    m_gateway = std::make_unique<TextGateway>(*m_door, std::make_shared<GuestNumbers>(), settings);
    const auto opened = m_gateway->open();
    QVERIFY(opened);
    QCOMPARE(opened->first().name, u"text"_s);
    QVERIFY(opened->first().isLoopback);
    m_port = opened->first().address.section(u':', -1).toUShort();
}

void TestTextGateway::cleanup()
{
    m_gateway.reset();
    delete m_door;
}

void TestTextGateway::guestsAreWelcomedAndHeard()
{
    Netcat one(m_port);
    QVERIFY(one.shows("* Welcome to “General”. You are guest-1."));
    Netcat two(m_port);
    QVERIFY(two.shows("You are guest-2."));
    one.send("Bonjour ☕\n");
    QVERIFY(two.shows("guest-1: Bonjour ☕\n"));
    QCOMPARE(m_door->said, QStringList{ u"Bonjour ☕"_s });
    QVERIFY(!one.shown().contains("Bonjour"));
    m_door->speak(u"Marie"_s, u"Salut"_s);
    QVERIFY(one.shows("\nMarie: Salut\n"));
    QVERIFY(two.shows("\nMarie: Salut\n"));
    QCOMPARE(m_door->arrivals.first().door, u"text"_s);
    QCOMPARE(m_door->arrivals.first().tellsAddress, false);
    QVERIFY(m_door->arrivals.first().address.startsWith(u"127.0.0.1:"_s));
}

void TestTextGateway::everyCutOfALineIsOneMessage()
{
    const QByteArray wire = "Caf\xc3\xa9 \xf0\x9f\x91\x8b\r\n";
    for (qsizetype cut = 1; cut < wire.size(); ++cut) {
        Netcat guest(m_port);
        QVERIFY(guest.shows("Welcome"));
        guest.send(wire.first(cut));
        QTest::qWait(1); // so that it is read in two pieces; less than the silence
        guest.send(wire.sliced(cut));
        QTRY_COMPARE(m_door->said.size(), 1);
        QCOMPARE(m_door->said.takeFirst(), u"Café 👋"_s);
    }
}

void TestTextGateway::bytesWithoutLineEndArePostedAfterASilence()
{
    Netcat guest(m_port);
    QVERIFY(guest.shows("Welcome"));
    QElapsedTimer time;
    time.start();
    guest.send("no line end");
    QTRY_COMPARE(m_door->said, QStringList{ u"no line end"_s });
    QVERIFY(time.elapsed() >= 190);
    guest.send("again");
    QTRY_COMPARE(m_door->said.size(), 2);
}

void TestTextGateway::aDribbledCharacterIsWaitedFor()
{
    Netcat guest(m_port);
    guest.send("caf\xc3");
    QSignalSpy answered(m_door, &RoomDoor::answered);
    QVERIFY(!answered.wait(500)); // more than the silence
    guest.send("\xa9");
    QTRY_COMPARE(m_door->said, QStringList{ u"café"_s });
}

void TestTextGateway::echoPipedInIsPostedBeforeTheEnd()
{
    for (const QByteArray &text : { QByteArray("build failed\n"), QByteArray("build failed") }) {
        m_door->said.clear();
        m_door->left.clear();
        Netcat guest(m_port);
        guest.send(text);
        guest.sendEnd();
        QVERIFY(guest.isGone());
        QCOMPARE(guest.socket().error(), QAbstractSocket::RemoteHostClosedError); // not a reset
        QCOMPARE(m_door->said, QStringList{ u"build failed"_s });
        QTRY_COMPARE(m_door->left.size(), 1);
    }
}

void TestTextGateway::manyLinesPipedInAreAllPosted()
{
    QByteArray lines;
    for (int i = 0; i < 400; ++i)
        lines += QByteArray::number(i) + '\n';
    Netcat guest(m_port);
    guest.send(lines);
    guest.sendEnd();
    QVERIFY(guest.isGone());
    QCOMPARE(m_door->said.size(), 400);
    QCOMPARE(m_door->said.last(), u"399"_s);
}

void TestTextGateway::aSlowRoomCutsNoLineInTwo()
{
    QByteArray lines;
    for (int i = 0; i < 400; ++i)
        lines += "the line of number " + QByteArray::number(i) + '\n';
    m_door->holdsAnswers = true;
    Netcat guest(m_port);
    guest.send(lines); // more than is read at once
    // Longer than a silence.
    QVERIFY(!waitUntil([this] { return m_door->said.size() > RoomDoor::MaxUnanswered; }, 300));
    QCOMPARE(m_door->said.size(), RoomDoor::MaxUnanswered);
    m_door->answerAll();
    guest.sendEnd();
    QVERIFY(guest.isGone());
    QCOMPARE(m_door->said.size(), 400);
    QCOMPARE(m_door->said.last(), u"the line of number 399"_s);
}

void TestTextGateway::anAbruptEndPostsWhatCameBefore()
{
    m_door->holdsAnswers = true;
    {
        Netcat guest(m_port);
        QVERIFY(guest.shows("Welcome"));
        guest.send("1\n2\n3\n4\n5\n6\nlast words");
        QTRY_COMPARE(m_door->said.size(), 4);
        guest.socket().abort();
    }
    m_door->speak(u"Marie"_s, u"written to somebody who is gone"_s);
    m_door->answerAll();
    QTRY_COMPARE(m_door->left.size(), 1);
    QVERIFY(m_door->said.size() >= 6);
    QCOMPARE(m_door->said.at(5), u"6"_s);
}

void TestTextGateway::commandsAnswer()
{
    m_door->members = { { u"Marie Curie"_s, u"marie"_s, PresenceState::Online } };
    Netcat guest(m_port);
    QVERIFY(guest.shows("Welcome"));
    guest.send("/help\n");
    QVERIFY(guest.shows("/quit leaves"));
    guest.send("/WHO\n");
    QVERIFY(guest.shows("* 2 person(s) here:\n*   Marie Curie (marie)\n*   guest-1 (you)\n"));
    guest.send("/nick\n");
    QVERIFY(guest.shows("/nick NAME\n"));
    guest.send("/msg\n");
    QVERIFY(guest.shows("/msg NAME TEXT\n"));
    guest.send("/msg nobody hello\n");
    QVERIFY(guest.shows("Nobody here has that name"));
    guest.send("/var is full\n");
    QVERIFY(guest.shows("no command /var"));
    guest.send("/quit\nnot posted\n");
    QVERIFY(guest.shows("* Good bye.\n"));
    QVERIFY(guest.isGone());
    QCOMPARE(m_door->said, QStringList());
    QTRY_COMPARE(m_door->left.size(), 1);
}

void TestTextGateway::slashesCanBePosted()
{
    Netcat guest(m_port);
    guest.send("//var is full\n");
    QTRY_COMPARE(m_door->said, QStringList{ u"/var is full"_s });
}

void TestTextGateway::namesAreChangedForOthersToo()
{
    m_door->takenNames = { u"marie"_s };
    Netcat one(m_port);
    Netcat two(m_port);
    QVERIFY(one.shows("Welcome") && two.shows("Welcome"));
    const QByteArray before = one.shown().contains("guest-1.") ? "guest-1" : "guest-2";
    one.send("/nick marie\n");
    QVERIFY(one.shows("* That name is taken"));
    one.send("/nick nour\n");
    QVERIFY(one.shows("* You are now called nour.\n"));
    QVERIFY(two.shows("* " + before + " is now called nour.\n"));
    one.send("hello\n");
    QVERIFY(two.shows("nour: hello\n"));
}

void TestTextGateway::privateWordsReachOneGuest()
{
    Netcat one(m_port);
    QVERIFY(one.shows("Welcome"));
    Netcat two(m_port);
    QVERIFY(two.shows("Welcome"));
    Netcat three(m_port);
    QVERIFY(three.shows("Welcome"));
    one.send("/msg guest-2 psst\n");
    QVERIFY(two.shows("guest-1 (to you alone): psst\n"));
    QVERIFY(one.shows("* Sent to guest-2 alone.\n"));
    QVERIFY(!three.shown().contains("psst"));
}

void TestTextGateway::latin1GetsAHintAndIsNotPosted()
{
    Netcat guest(m_port);
    guest.send("d\xe9j\xe0 vu\n");
    QVERIFY(guest.shows("it looks like Latin-1 text. Send UTF-8"));
    guest.send("after\n");
    QTRY_COMPARE(m_door->said, QStringList{ u"after"_s });
}

void TestTextGateway::garbageIsNotPosted()
{
    Netcat guest(m_port);
    QVERIFY(guest.shows("Welcome"));
    QByteArray garbage;
    for (int i = 0; i < 50'000; ++i)
        garbage += char(1 + (i * 7919) % 9) + QByteArray("\xfe\xc0\xff\xfa");
    guest.send(garbage);
    guest.send("\xff\xf0\n\xff\xfb\x01still here\n");
    QVERIFY(QTest::qWaitFor([&] { return m_door->said.contains(u"still here"_s); }));
    QCOMPARE(m_door->said.size(), 1);
    QVERIFY(guest.shown().count("not posted") <= 2); // no echo of a flood
}

void TestTextGateway::whatIsShownIsSafeForATerminal()
{
    Netcat guest(m_port);
    QVERIFY(guest.shows("Welcome"));
    m_door->speak(u"Ma\u202erie"_s, u"\u001b[2Jred\u0007 \u009b31m\r\u2028x"_s);
    QVERIFY(guest.shows("red"));
    QVERIFY(guest.shows("x\n"));
    const QByteArray shown = guest.shown();
    for (const char byte : shown)
        QVERIFY(uchar(byte) >= 0x20 || byte == '\n');
    const QString text = QString::fromUtf8(shown);
    static const QRegularExpression raw(u"[\\x{80}-\\x{9f}\\x{202a}-\\x{202e}\\x{2028}\\x{7f}]"_s);
    QVERIFY(!text.contains(raw));
}

void TestTextGateway::everyLineCarriesItsName()
{
    Netcat guest(m_port);
    QVERIFY(guest.shows("Welcome"));
    m_door->speak(u"* The server"_s, u"stops"_s);
    QVERIFY(guest.shows("\xe2\x88\x97 The server: stops\n"));
    m_door->speak(u"Eve"_s, u"hello\nMarie: I resign\n* The server is stopping."_s);
    QVERIFY(guest.shows("Eve: hello\nEve: Marie: I resign\nEve: * The server is stopping.\n"));
}

void TestTextGateway::editsAndActionsAreToldByTheServer()
{
    Netcat guest(m_port);
    QVERIFY(guest.shows("Welcome"));
    RoomWord word{ .name = u"Marie"_s, .text = u"waves\nand goes"_s, .format = TextFormat::Action };
    Q_EMIT m_door->heard(word);
    QVERIFY(guest.shows("* Marie waves\n* Marie and goes\n"));
    word.kind = EventKind::Edited;
    Q_EMIT m_door->heard(word);
    QVERIFY(guest.shows("* Marie waves\n* Marie and goes\n* Marie waves\n* Marie and goes\n"));
    word.format = TextFormat::Markdown;
    word.text = u"**corrected**\ntext"_s;
    Q_EMIT m_door->heard(word);
    QVERIFY(guest.shows("* Marie: **corrected**\n* Marie: text\n"));
    for (const TextFormat format : { TextFormat::Markdown, TextFormat::Action }) { // a caption taken off its files
        word.format = format;
        word.text.clear();
        QCOMPARE(TextWords::word(word), QByteArray());
    }
}

void TestTextGateway::otherChangesAreNotTold()
{
    Netcat guest(m_port);
    QVERIFY(guest.shows("Welcome"));
    const QByteArray before = guest.shown();
    for (const EventKind kind : { EventKind::Deleted, EventKind::Reacted, EventKind::Unreacted, EventKind::Pinned,
             EventKind::Unpinned, EventKind::Unbanned })
        Q_EMIT m_door->heard({ .kind = kind, .name = u"Marie"_s, .text = u"x"_s, .params = { u"y"_s } });
    m_door->speak(u"Marie"_s, u"still here"_s);
    QVERIFY(guest.shows("Marie: still here\n"));
    QCOMPARE(guest.shown(), before + "Marie: still here\n");
}

void TestTextGateway::readingStopsWithFourUnanswered()
{
    m_door->holdsAnswers = true;
    Netcat guest(m_port);
    const QByteArray much = QByteArray("line\n").repeated(4 * 1024 * 1024);
    guest.send(much);
    QTRY_COMPARE(m_door->said.size(), RoomDoor::MaxUnanswered);
    // The system stops the sender; the gateway holds no more than it read at once.
    qint64 waiting = -1;
    QTRY_VERIFY(std::exchange(waiting, guest.socket().bytesToWrite()) == guest.socket().bytesToWrite());
    QVERIFY(guest.socket().bytesToWrite() > 0);
    QCOMPARE(m_door->said.size(), RoomDoor::MaxUnanswered);
    guest.socket().abort();
}

void TestTextGateway::aSlowReaderIsDroppedAndOthersAreNot()
{
    Netcat slow(m_port);
    slow.socket().setReadBufferSize(1024);
    Netcat good(m_port);
    QVERIFY(slow.shows("Welcome") && good.shows("Welcome"));
    const QString text = u"x"_s.repeated(3900);
    for (int i = 0; i < 20'000 && m_door->left.isEmpty(); ++i) {
        m_door->speak(u"Marie"_s, text);
        QCoreApplication::processEvents();
        good.forget();
    }
    QTRY_COMPARE(m_door->left.size(), 1);
    m_door->speak(u"Marie"_s, u"still here?"_s);
    QVERIFY(good.shows("Marie: still here?"));
    slow.socket().setReadBufferSize(0);
    QVERIFY(slow.isGone());
}

void TestTextGateway::oneGuestTooManyIsTurnedAway()
{
    m_gateway.reset();
    open(2);
    QSignalSpy trouble(m_gateway.get(), &Gateway::trouble);
    auto one = std::make_unique<Netcat>(m_port);
    Netcat two(m_port);
    QVERIFY(one->shows("Welcome") && two.shows("Welcome"));
    Netcat three(m_port);
    QVERIFY(three.shows("too many guests"));
    QVERIFY(three.isGone());
    QCOMPARE(trouble.size(), 1);
    one.reset();
    QTRY_COMPARE(m_door->left.size(), 1);
    Netcat four(m_port);
    QVERIFY(four.shows("Welcome"));
}

void TestTextGateway::closingSaysGoodbye()
{
    Netcat guest(m_port);
    QVERIFY(guest.shows("Welcome"));
    QSignalSpy closed(m_gateway.get(), &Gateway::closed);
    m_gateway->close();
    QVERIFY(guest.shows("* The server is stopping.\n"));
    QVERIFY(guest.isGone());
    QTRY_COMPARE(closed.size(), 1);
    QTRY_COMPARE(m_door->left.size(), 1);
    QTcpSocket late;
    late.connectToHost(u"127.0.0.1"_s, m_port);
    QTRY_COMPARE(late.error(), QAbstractSocket::ConnectionRefusedError);
}

void TestTextGateway::aRoomThatIsRefusedClosesTheDoor()
{
    QSignalSpy trouble(m_gateway.get(), &Gateway::trouble);
    QSignalSpy closed(m_gateway.get(), &Gateway::closed);
    Q_EMIT m_door->refused({ ErrorCode::LoginTaken, {}, {}, {} });
    QTRY_COMPARE(closed.size(), 1);
    QCOMPARE(trouble.size(), 1);
}

QTEST_GUILESS_MAIN(TestTextGateway)
#include "tst_text_gateway.moc"
