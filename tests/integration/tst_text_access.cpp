// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/transport/socket_options.h"
#include "tests/support/server_process.h"
#include "tests/support/test_client.h"

#include <QRandomGenerator>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

namespace {

quint16 textPort(const ServerProcess &server)
{
    for (const QString &gateway : server.ready("gateway")) {
        if (gateway.startsWith("text@"_L1))
            return gateway.section(u':', -1).toUShort();
    }
    return 0;
}

/// Starts a lenient server with text access, and lets marie join its room.
bool meet(ServerProcess &server, TestClient &marie)
{
    server.makeLenient();
    server.arguments = { u"--text"_s, u"127.0.0.1:0"_s };
    return server.start() && marie.join(server.link(), u"marie"_s);
}

/// A raw socket: what netcat does, and worse.
class RawGuest
{
public:
    explicit RawGuest(quint16 port)
        : m_socket(std::make_unique<QTcpSocket>())
    {
        m_socket->connectToHost(u"127.0.0.1"_s, port);
    }
    bool shows(const QByteArray &text)
    {
        return waitUntil([&] { return (m_shown += m_socket->readAll()).contains(text); });
    }
    void send(const QByteArray &bytes)
    {
        if (!waitUntil([this] { return m_socket->state() == QAbstractSocket::ConnectedState; }))
            qWarning("not connected");
        m_socket->write(bytes);
        m_socket->flush();
    }
    void sendEnd()
    {
        (void)waitUntil([this] { return m_socket->bytesToWrite() == 0; });
        shutdownSending(m_socket->socketDescriptor());
    }
    bool isGone()
    {
        return waitUntil([this] {
            m_shown += m_socket->readAll();
            return m_socket->state() == QAbstractSocket::UnconnectedState;
        });
    }
    void forget() { m_shown.clear(); }
    QByteArray shown() { return m_shown += m_socket->readAll(); }
    QTcpSocket &socket() { return *m_socket; }

private:
    std::unique_ptr<QTcpSocket> m_socket;
    QByteArray m_shown;
};

QList<RoomEvent> messagesOf(TestClient &client)
{
    QList<RoomEvent> messages;
    const auto log = client.readAll(client.firstRoom());
    for (const RoomEvent &event : log.value()) {
        if (event.kind == EventKind::Message)
            messages.append(event);
    }
    return messages;
}

QStringList textsOf(TestClient &client)
{
    QStringList texts;
    for (const RoomEvent &event : messagesOf(client))
        texts.append(event.text);
    return texts;
}

} // namespace

/// Plain-text access of the real server (PROTOCOL §17).
class TestTextAccess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void guestsAndMembersShareARoom();
    void echoPipedInIsPosted();
    void aCharacterCutAnywhereArrivesWhole();
    void aDribbledLineIsOneMessage();
    void garbageHarmsNobody();
    void abruptEndsAreSurvived();
    void twoHundredGuestsAtOnce();
    void aSlowReaderHoldsNobodyUp();
    void littleIsKeptForASlowReader();
    void guestsAreHeldBackNotCutOff();
    void whoIsGoneDoesNotGoOnTalking();
    void theOperatorEndsAGuest();
    void membersAnswerInPrivate();
    void frenchServersSpeakFrench();
    void anotherRoomCanBeChosen();
    void theOperatorIsToldAndWarned();
    void anAddressInUseIsSaid();
};

void TestTextAccess::guestsAndMembersShareARoom()
{
    ServerProcess server;
    TestClient marie;
    QVERIFY(meet(server, marie));
    RawGuest guest(textPort(server));
    QVERIFY(guest.shows("* Welcome to “General”. You are guest-1."));
    QVERIFY(marie.send(marie.firstRoom(), u"Bonjour ☕"_s));
    QVERIFY(guest.shows("marie: Bonjour ☕\n"));
    guest.send("/nick nour\nSalut Marie\r\n");
    QVERIFY(guest.shows("* You are now called nour.\n"));
    QTRY_VERIFY(!messagesOf(marie).isEmpty() && messagesOf(marie).last().text == u"Salut Marie"_s);
    const RoomEvent event = messagesOf(marie).last();
    QCOMPARE(event.alias, u"nour"_s);
    QCOMPARE(event.authorName, u"Plain text"_s);
    guest.send("/who\n");
    QVERIFY(guest.shows("*   marie\n*   nour (you)\n"));
    guest.send("/nick marie\n/quit\n");
    QVERIFY(guest.shows("* That name is taken"));
    QVERIFY(guest.shows("* Good bye.\n"));
    QVERIFY(guest.isGone());
    QVERIFY(server.stop());
}

void TestTextAccess::echoPipedInIsPosted()
{
    ServerProcess server;
    TestClient marie;
    QVERIFY(meet(server, marie));
    const QByteArrayList ways{ "build failed\n", "build failed" };
    for (qsizetype way = 0; way < ways.size(); ++way) {
        RawGuest guest(textPort(server));
        guest.send(ways[way]);
        guest.sendEnd();
        QVERIFY(guest.isGone());
        QCOMPARE(guest.socket().error(), QAbstractSocket::RemoteHostClosedError);
        QCOMPARE(textsOf(marie).size(), way + 1); // posted before the connection ended
    }
    // Nothing else was said about these guests.
    QCOMPARE(marie.readAll(marie.firstRoom())->last().kind, EventKind::Message);
    QVERIFY(server.stop());
}

void TestTextAccess::aCharacterCutAnywhereArrivesWhole()
{
    ServerProcess server;
    TestClient marie;
    QVERIFY(meet(server, marie));
    const QByteArray wire = "é☕👩‍💻 fin\r\n";
    RawGuest guest(textPort(server));
    QVERIFY(guest.shows("Welcome"));
    guest.socket().setSocketOption(QAbstractSocket::LowDelayOption, 1);
    for (qsizetype cut = 0; cut <= wire.size(); ++cut) {
        guest.send(wire.first(cut));
        QTest::qWait(2);
        guest.send(wire.sliced(cut));
    }
    QTRY_COMPARE(textsOf(marie), QStringList(wire.size() + 1, u"é☕👩‍💻 fin"_s));
    QVERIFY(server.stop());
}

void TestTextAccess::aDribbledLineIsOneMessage()
{
    ServerProcess server;
    TestClient marie;
    QVERIFY(meet(server, marie));
    RawGuest guest(textPort(server));
    QVERIFY(guest.shows("Welcome"));
    guest.socket().setSocketOption(QAbstractSocket::LowDelayOption, 1);
    for (const char byte : QByteArray("lentement, é\n")) {
        guest.send(QByteArray(1, byte));
        QTest::qWait(5);
    }
    QTRY_COMPARE(textsOf(marie), QStringList{ u"lentement, é"_s });
    guest.send("no line end");
    QTRY_COMPARE(textsOf(marie).last(), u"no line end"_s);
    QVERIFY(server.stop());
}

void TestTextAccess::garbageHarmsNobody()
{
    ServerProcess server;
    TestClient marie;
    QVERIFY(meet(server, marie));
    RawGuest latin(textPort(server));
    latin.send("d\xe9j\xe0 vu\n");
    QVERIFY(latin.shows("Latin-1"));
    QRandomGenerator random(20261121);
    for (int round = 0; round < 10; ++round) {
        RawGuest guest(textPort(server));
        QByteArray garbage(100'000, Qt::Uninitialized);
        for (char &byte : garbage)
            byte = char(random.bounded(256));
        QVERIFY(guest.shows("Welcome")); // else it may be gone before anybody looks at what it says
        guest.send(garbage);
        if (round % 2 == 0)
            guest.sendEnd();
        else
            guest.socket().abort();
    }
    RawGuest nul(textPort(server));
    nul.send(QByteArray(50'000, '\0') + '\n' + QByteArray(2'000'000, 'x') + '\n');
    QVERIFY(nul.shows("a line has at most 1"));
    nul.send("still here\n");
    QTRY_VERIFY(textsOf(marie).contains(u"still here"_s));
    for (const QString &text : textsOf(marie))
        QVERIFY(text.toUtf8().size() <= 3 * 1024); // controls became U+FFFD
    QVERIFY(server.stop());
}

void TestTextAccess::abruptEndsAreSurvived()
{
    ServerProcess server;
    TestClient marie;
    QVERIFY(meet(server, marie));
    for (int i = 0; i < 100; ++i) {
        RawGuest guest(textPort(server));
        if (i % 3 > 0)
            guest.send(i % 3 == 1 ? "half a li" : "a line\n");
        guest.socket().abort();
    }
    RawGuest last(textPort(server));
    QVERIFY(last.shows("Welcome"));
    QTRY_VERIFY((last.send("/who\n"), last.shown().contains("* 2 people here:")));
    QVERIFY(server.stop());
}

void TestTextAccess::twoHundredGuestsAtOnce()
{
    ServerProcess server;
    TestClient marie;
    QVERIFY(meet(server, marie));
    std::vector<std::unique_ptr<RawGuest>> guests;
    for (int i = 0; i < 200; ++i)
        guests.push_back(std::make_unique<RawGuest>(textPort(server)));
    for (const auto &guest : guests)
        QVERIFY(guest->shows("Welcome"));
    for (size_t i = 0; i < guests.size(); ++i)
        guests[i]->send("hello " + QByteArray::number(int(i)) + '\n');
    QTRY_COMPARE_WITH_TIMEOUT(textsOf(marie).size(), 200, 20'000);
    QVERIFY(marie.send(marie.firstRoom(), u"to everybody"_s));
    for (const auto &guest : guests) {
        QVERIFY(guest->shows("marie: to everybody\n"));
        QCOMPARE(guest->shown().count(": hello "), 199); // all but one's own, each once
    }
    // All see one order.
    const auto order = [](const QByteArray &shown, const QByteArray &without) {
        QByteArrayList lines = shown.split('\n');
        lines.removeIf([&](const QByteArray &line) { return !line.contains(": hello ") || line == without; });
        return lines;
    };
    const QByteArrayList first = order(guests[0]->shown(), {});
    for (const auto &guest : guests) {
        QByteArrayList mine = order(guest->shown(), {});
        QByteArrayList both = first;
        both.removeIf([&](const QByteArray &line) { return !mine.contains(line); });
        mine.removeIf([&](const QByteArray &line) { return !first.contains(line); });
        QCOMPARE(mine, both);
    }
    QVERIFY(server.stop());
    for (const auto &guest : guests)
        QVERIFY(guest->shows("* The server is stopping.\n"));
}

void TestTextAccess::aSlowReaderHoldsNobodyUp()
{
    ServerProcess server;
    TestClient marie;
    QVERIFY(meet(server, marie));
    RawGuest slow(textPort(server));
    QVERIFY(slow.shows("Welcome"));
    slow.socket().setReadBufferSize(1);
    RawGuest good(textPort(server));
    QVERIFY(good.shows("Welcome"));
    const QString line = u"x"_s.repeated(3900);
    const QString text = QStringList(4, line).join(u'\n') + u"\nend "_s;
    const auto isDropped = [&] {
        return server.output().contains("guest-1 is gone");
    };
    for (int i = 0; i < 2000 && !isDropped(); ++i) {
        QVERIFY(marie.send(marie.firstRoom(), text + QString::number(i)));
        QVERIFY(good.shows("marie: end " + QByteArray::number(i) + '\n')); // the good one reads as it comes
        good.forget();
    }
    QVERIFY(isDropped());
    QVERIFY(marie.send(marie.firstRoom(), u"the last one"_s));
    QVERIFY(good.shows("marie: the last one\n"));
    QVERIFY(server.stop());
}

void TestTextAccess::littleIsKeptForASlowReader()
{
    ServerProcess server;
    TestClient marie;
    QVERIFY(meet(server, marie));
    RawGuest slow(textPort(server));
    QVERIFY(slow.shows("Welcome"));
    slow.socket().setSocketOption(QAbstractSocket::ReceiveBufferSizeSocketOption, 4096);
    slow.socket().setReadBufferSize(1);
    const QString text = QStringList(4, u"x"_s.repeated(3900)).join(u'\n');
    qint64 bytes = 0;
    const auto isDropped = [&] {
        return server.output().contains("guest-1 is gone");
    };
    // 128 KiB of its own, what the system keeps here and there: together far from a megabyte.
    while (!isDropped() && bytes < 640 * 1024) {
        QVERIFY(marie.send(marie.firstRoom(), text));
        bytes += text.size();
    }
    QVERIFY2(waitUntil(isDropped), qPrintable(QString::number(bytes)));
    QVERIFY(server.stop());
}

void TestTextAccess::guestsAreHeldBackNotCutOff()
{
    ServerProcess server;
    server.environment.insert(u"SALON_REGISTRATION"_s, u"open"_s);
    server.environment.insert(u"SALON_LIMITS_MESSAGE_BURST"_s, u"5"_s);
    server.environment.insert(u"SALON_LIMITS_MESSAGES_PER_SECOND"_s, u"20"_s);
    server.arguments = { u"--text"_s, u"127.0.0.1:0"_s };
    QVERIFY(server.start());
    TestClient marie;
    QVERIFY(marie.join(server.link(), u"marie"_s));
    RawGuest guest(textPort(server));
    QStringList expected;
    QByteArray lines;
    for (int i = 0; i < 30; ++i) {
        expected.append(QString::number(i));
        lines += QByteArray::number(i) + '\n';
    }
    guest.send(lines);
    guest.sendEnd();
    QVERIFY(guest.isGone()); // after all of it is posted
    QCOMPARE(textsOf(marie), expected);
    QVERIFY(server.stop());
}

void TestTextAccess::whoIsGoneDoesNotGoOnTalking()
{
    ServerProcess server; // with its own limits: 20 lines, then 2 a second
    server.environment.insert(u"SALON_REGISTRATION"_s, u"open"_s);
    server.arguments = { u"--text"_s, u"127.0.0.1:0"_s };
    QVERIFY(server.start());
    TestClient marie;
    QVERIFY(marie.join(server.link(), u"marie"_s));
    {
        RawGuest guest(textPort(server));
        QVERIFY(guest.shows("Welcome"));
        guest.send(QByteArray("y\n").repeated(20'000));
        QVERIFY(waitUntil([&] { return guest.socket().bytesToWrite() == 0; }));
    }
    QVERIFY(waitUntil([&] { return textsOf(marie).size() >= 20; }));
    QVERIFY(waitUntil([&] { return server.output().contains("guest-1 is gone"); }, 25'000));
    QVERIFY2(textsOf(marie).size() <= 60, qPrintable(QString::number(textsOf(marie).size())));
    QVERIFY(server.stop());
}

void TestTextAccess::theOperatorEndsAGuest()
{
    ServerProcess server;
    server.arguments = { u"--text"_s, u"127.0.0.1:0"_s };
    QVERIFY(server.start());
    RawGuest guest(textPort(server));
    QVERIFY(guest.shows("guest-1"));
    guest.send("/nick nour\n");
    QVERIFY(guest.shows("now called nour"));
    server.command("/end nour");
    QVERIFY(server.waitForOutput("The connection of nour was ended."));
    QVERIFY(guest.shows("* The operator has ended this connection.\n"));
    QVERIFY(guest.isGone());
    QVERIFY(server.stop());
}

void TestTextAccess::membersAnswerInPrivate()
{
    ServerProcess server;
    TestClient marie;
    QVERIFY(meet(server, marie));
    RawGuest one(textPort(server));
    QVERIFY(one.shows("guest-1"));
    RawGuest two(textPort(server));
    QVERIFY(two.shows("guest-2"));
    one.send("/msg marie psst\n");
    QVERIFY(one.shows("* Sent to marie alone.\n"));
    QTRY_COMPARE(marie.pushes<RoomAdded>().size(), 1);
    const RoomId direct = marie.pushes<RoomAdded>().first().room.id;
    QCOMPARE(marie.readAll(direct)->last().alias, u"guest-1"_s);
    QVERIFY(marie.send(direct, u"what is it?"_s));
    QVERIFY(one.shows("marie (to you alone): what is it?\n"));
    QVERIFY(marie.send(direct, u"guest-2: do you know?"_s));
    QVERIFY(two.shows("marie (to you alone): do you know?\n"));
    two.send("/msg guest-1 she asks me\n");
    QVERIFY(one.shows("guest-2 (to you alone): she asks me\n"));
    QVERIFY(!two.shown().contains("what is it"));
    QVERIFY(server.stop());
}

void TestTextAccess::frenchServersSpeakFrench()
{
    ServerProcess server;
    server.makeLenient();
    server.language = u"fr"_s;
    server.arguments = { u"--text"_s, u"127.0.0.1:0"_s };
    QVERIFY(server.start());
    RawGuest guest(textPort(server));
    QVERIFY(guest.shows("* Bienvenue dans «\u00a0Général\u00a0». Vous êtes invité-1."));
    guest.send("d\xe9j\xe0\n");
    QVERIFY(guest.shows("UTF-8"));
    QVERIFY(server.stop());
}

void TestTextAccess::anotherRoomCanBeChosen()
{
    ServerProcess server;
    server.makeLenient();
    server.environment.insert(u"SALON_LISTENER_TEXT_ADDRESS"_s, u"127.0.0.1:0"_s);
    server.environment.insert(u"SALON_LISTENER_TEXT_ROOM"_s, u"Builds"_s);
    QVERIFY(server.start());
    RawGuest guest(textPort(server));
    QVERIFY(guest.shows("* Welcome to “Builds”."));
    QVERIFY(server.stop());
    QVERIFY(server.start()); // found again
    RawGuest again(textPort(server));
    QVERIFY(again.shows("* Welcome to “Builds”."));
    TestClient marie;
    QVERIFY(marie.join(server.link(), u"marie"_s));
    QCOMPARE(marie.ask<RoomList>(ListRooms{})->rooms.size(), 2);
    QVERIFY(server.stop());
}

void TestTextAccess::theOperatorIsToldAndWarned()
{
    ServerProcess server;
    server.makeLenient();
    server.arguments = { u"--text"_s, u"0"_s };
    QVERIFY(server.start());
    QVERIFY(!server.output().contains("WARNING"));
    {
        RawGuest guest(textPort(server));
        QVERIFY(guest.shows("Welcome"));
        QVERIFY(server.waitForOutput("guest-1 came in by plain text, from 127.0.0.1:"));
        guest.socket().abort();
    }
    QVERIFY(server.waitForOutput("guest-1 is gone, plain text from 127.0.0.1:"));
    QVERIFY(server.stop());

    ServerProcess open;
    open.arguments = { u"--text"_s, u"0.0.0.0:0"_s };
    QVERIFY(open.start());
    QVERIFY(open.waitForOutput("WARNING: whoever reaches 0.0.0.0:"));
    QVERIFY(open.stop());
}

void TestTextAccess::anAddressInUseIsSaid()
{
    ServerProcess server;
    server.arguments = { u"--text"_s, u"0"_s };
    QVERIFY(server.start());
    ServerProcess second;
    second.arguments = { u"--text"_s, u"127.0.0.1:%1"_s.arg(textPort(server)) };
    QCOMPARE(second.runToEnd(), 3);
    QVERIFY(second.output().contains("already in use"));
    ServerProcess wrong;
    wrong.arguments = { u"--text"_s, u"not an address"_s };
    QCOMPARE(wrong.runToEnd(), 2);
    QVERIFY(server.stop());
}

QTEST_GUILESS_MAIN(TestTextAccess)
#include "tst_text_access.moc"
