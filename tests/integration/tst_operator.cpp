// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/server_process.h"
#include "tests/support/test_client.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <csignal>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

/// The operator at the console, and the ways to stop.
class TestOperator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void greetingSaysWhereAndHow();
    void speaksTheOperatorsLanguage();
    void commandsThroughAPipe();
    void unknownCommandAndPlainTextGetHints();
    void endOfInputStopsNothing();
    void namesOfOthersCannotDriveTheTerminal();
    void kickedClientHearsWhy();
    void announcementReachesEverybody();
    void invitationFromTheConsoleWorks();
    void connectionsAreReported();
    void jsonLogIsOneObjectPerLine();
    void stopsWithAGoodbye_data();
    void stopsWithAGoodbye();
    void acknowledgesWhatItTookBeforeStopping();
    void secondSignalEndsAtOnce();
    void hangupReadsTheConfigurationAgain();
};

void TestOperator::greetingSaysWhereAndHow()
{
    ServerProcess server;
    QVERIFY(server.start());
    const QByteArray text = server.standardOutput();
    QVERIFY(text.contains("Server listening on 127.0.0.1:" + QByteArray::number(server.port())));
    QVERIFY(text.contains("Join link: salon://127.0.0.1:"));
    QVERIFY(text.contains("Owner code: " + server.ownerCode().toUtf8()));
    QCOMPARE(server.ready("spki").value(0).size(), 43);
    const QByteArray pin
        = QByteArray::fromBase64(server.ready("spki").value(0).toUtf8(), QByteArray::Base64UrlEncoding);
    // As clients show it: people compare the two.
    QVERIFY(text.contains("Fingerprint of the server's key: " + pin.toHex().left(4) + ' ' + pin.toHex().mid(4, 4)));
    QCOMPARE(text.count("READY "), 1);
    QCOMPARE(server.link().pin.size(), 32);
    QVERIFY(server.standardError().isEmpty());

    // Once claimed, the owner code is gone for good.
    TestClient owner;
    QVERIFY(owner.join(server.link(), u"marie"_s, server.ownerCode()));
    QVERIFY(server.stop());
    QVERIFY(server.start());
    QVERIFY(server.ownerCode().isEmpty());
    QVERIFY(!server.standardOutput().contains("Owner code"));
    QVERIFY(server.link().invitation.isEmpty());
}

void TestOperator::speaksTheOperatorsLanguage()
{
    ServerProcess server;
    server.language = u"fr"_s;
    server.makeLenient();
    QVERIFY(server.start());
    QVERIFY2(server.standardOutput().contains("Serveur en écoute sur 127.0.0.1:"), server.standardOutput());
    TestClient marie;
    QVERIFY(marie.join(server.link(), u"marie"_s));
    const QByteArray peer = "127.0.0.1:";
    QVERIFY2(server.waitForOutput("Connexion reçue de " + peer), server.output());
    QVERIFY2(server.waitForOutput("Nouveau compte"), server.output());
    QVERIFY2(server.waitForOutput("marie (marie)", 2), server.output());
    QCOMPARE(marie.resume()->rooms.first().name, u"Général"_s);
    QVERIFY(server.stop());
}

void TestOperator::commandsThroughAPipe()
{
    ServerProcess server;
    server.makeLenient();
    QVERIFY(server.start());
    TestClient marie;
    QVERIFY(marie.join(server.link(), u"marie"_s));
    server.command("/help");
    QVERIFY(server.waitForOutput("/invite"));
    server.command("/who");
    QVERIFY(server.waitForOutput("1 connection"));
    QVERIFY(server.waitForOutput("marie (marie)"));
    server.command("/rooms\r");
    QVERIFY(server.waitForOutput("General (public)"));
    QVERIFY(server.stop());
}

void TestOperator::unknownCommandAndPlainTextGetHints()
{
    ServerProcess server;
    QVERIFY(server.start());
    server.command("/dance");
    QVERIFY(server.waitForOutput("There is no command /dance"));
    server.command("bonjour");
    QVERIFY(server.waitForOutput("Commands begin with a slash"));
    server.command(QByteArray(200'000, 'x'));
    QVERIFY(server.waitForOutput("too long"));
    server.command("\xff\xfe\x1b[2J");
    server.command("/who");
    QVERIFY(server.waitForOutput("Nobody is connected."));
    QVERIFY(!server.output().contains('\x1b'));
}

void TestOperator::endOfInputStopsNothing()
{
    ServerProcess server;
    server.makeLenient();
    QVERIFY(server.start());
    server.closeInput();
    TestClient client;
    QVERIFY(client.join(server.link(), u"marie"_s));
    QVERIFY(client.send(client.firstRoom(), u"still there"_s));
    server.sendSignal(SIGTERM);
    QVERIFY(server.waitForEnd());
    QCOMPARE(server.exitCode(), 0);
}

void TestOperator::namesOfOthersCannotDriveTheTerminal()
{
    ServerProcess server;
    server.makeLenient();
    QVERIFY(server.start());
    TestClient client;
    client.hello.client = u"\x1b]0;owned\x07evil\u202e\u009b2J"_s;
    QVERIFY(client.open(server.link()));
    QVERIFY(client.registerAs(u"mallory"_s));
    const auto bad = client.ask<LoggedIn>(LoginWithPassword{ u"a\x1b[31mb"_s, u"password"_s, client.proof() });
    QVERIFY(!bad);
    server.command("/who");
    QVERIFY(server.waitForOutput("mallory (mallory)"));
    const QString output = QString::fromUtf8(server.output());
    for (const QChar c : output) {
        QVERIFY2(c == u'\n' || c.unicode() >= 0x20, qPrintable(output));
        QVERIFY(c.unicode() != 0x7f && (c.unicode() < 0x80 || c.unicode() >= 0xa0));
        QVERIFY(c.unicode() != 0x202e);
    }
}

void TestOperator::kickedClientHearsWhy()
{
    ServerProcess server;
    server.makeLenient();
    QVERIFY(server.start());
    TestClient client;
    QVERIFY(client.join(server.link(), u"paul"_s));
    server.command("/kick paul trop de bruit");
    QVERIFY(client.waitForClosed());
    const auto goodbye = client.pushes<Goaway>();
    QCOMPARE(goodbye.size(), 1);
    QCOMPARE(goodbye.first().reason, GoawayReason::Kicked);
    QCOMPARE(goodbye.first().text, u"trop de bruit"_s);
    QVERIFY(server.waitForOutput("paul: 1 connection"));
    server.command("/kick nobody");
    QVERIFY(server.waitForOutput("there is no such account"));
}

void TestOperator::announcementReachesEverybody()
{
    ServerProcess server;
    server.makeLenient();
    QVERIFY(server.start());
    TestClient one;
    TestClient other;
    QVERIFY(one.join(server.link(), u"one"_s));
    QVERIFY(other.join(server.link(), u"other"_s));
    server.command("/say Café à 10 h ☕");
    for (const TestClient *client : { &one, &other }) {
        QTRY_VERIFY(!client->pushes<RoomEvent>().isEmpty()
            && client->pushes<RoomEvent>().last().kind == EventKind::Announcement);
        QCOMPARE(client->pushes<RoomEvent>().last().text, u"Café à 10 h ☕"_s);
        QVERIFY(!client->pushes<RoomEvent>().last().author.isValid());
    }
    QVERIFY(server.waitForOutput("Announced to everybody."));
}

void TestOperator::invitationFromTheConsoleWorks()
{
    ServerProcess server; // registration by invitation is the default
    QVERIFY(server.start());
    TestClient stranger;
    QVERIFY(stranger.open(server.link()));
    const auto refused = stranger.registerAs(u"paul"_s);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::InvitationNeeded);
    server.command("/invite 1 24");
    QVERIFY(server.waitForOutput("Invitation code "));
    QVERIFY(server.waitForOutput("Join link: ", 2));
    const QByteArray output = server.standardOutput();
    const qsizetype begin = output.lastIndexOf("salon://");
    const auto link = JoinLink::parse(QString::fromUtf8(output.mid(begin, output.indexOf('\n', begin) - begin)));
    QVERIFY(link);
    QCOMPARE(link->pin, server.link().pin);
    QVERIFY(stranger.registerAs(u"paul"_s, link->invitation));
    TestClient second;
    QVERIFY(second.open(server.link()));
    const auto used = second.registerAs(u"jeanne"_s, link->invitation);
    QVERIFY(!used);
}

void TestOperator::connectionsAreReported()
{
    ServerProcess server;
    server.makeLenient();
    QVERIFY(server.start());
    {
        TestClient client;
        QVERIFY(client.join(server.link(), u"marie"_s));
        QVERIFY(server.waitForOutput("Connection received from 127.0.0.1:"));
        QVERIFY(server.waitForOutput(" is now marie (marie)"));
    }
    QVERIFY(server.waitForOutput("is gone"));
}

void TestOperator::jsonLogIsOneObjectPerLine()
{
    ServerProcess server;
    server.makeLenient();
    server.arguments = { u"--log-format"_s, u"json"_s };
    QVERIFY(server.start());
    {
        TestClient client;
        QVERIFY(client.join(server.link(), u"marie"_s));
        QVERIFY(server.waitForOutput("is now marie"));
    }
    QVERIFY(server.stop());
    int records = 0;
    for (const QByteArray &line : server.standardError().trimmed().split('\n')) {
        QJsonParseError problem;
        const auto record = QJsonDocument::fromJson(line, &problem);
        QVERIFY2(problem.error == QJsonParseError::NoError, line);
        for (const auto key : { "time"_L1, "level"_L1, "category"_L1, "message"_L1 })
            QVERIFY(record.object().contains(key));
        ++records;
    }
    QVERIFY(records >= 3);
    QVERIFY(!server.standardError().contains(server.link().invitation.toUtf8()) || server.link().invitation.isEmpty());
}

void TestOperator::stopsWithAGoodbye_data()
{
    QTest::addColumn<int>("number");
    QTest::newRow("SIGTERM") << int(SIGTERM);
    QTest::newRow("SIGINT") << int(SIGINT);
    QTest::newRow("/stop") << 0;
}

void TestOperator::stopsWithAGoodbye()
{
    QFETCH(int, number);
    ServerProcess server;
    server.makeLenient();
    server.arguments = { u"--listen"_s, u"127.0.0.1:0"_s, u"--listen-plain"_s, u"127.0.0.1:0"_s };
    QVERIFY(server.start());
    TestClient secure;
    TestClient plain;
    TestClient stranger;
    QVERIFY(secure.join(server.link(), u"marie"_s));
    QVERIFY(plain.join(server.plainLink(), u"paul"_s));
    QVERIFY(stranger.open(server.link()));
    QElapsedTimer timer;
    timer.start();
    if (number != 0)
        server.sendSignal(number);
    else
        server.command("/stop");
    QVERIFY(server.waitForEnd());
    QCOMPARE(server.exitCode(), 0);
    QVERIFY(timer.elapsed() < 10'000);
    for (TestClient *client : { &secure, &plain, &stranger }) {
        QVERIFY(client->waitForClosed());
        const auto goodbye = client->pushes<Goaway>();
        QCOMPARE(goodbye.size(), 1);
        QCOMPARE(goodbye.first().reason, GoawayReason::Shutdown);
        QVERIFY(goodbye.first().retryAfterMs.has_value());
    }
}

void TestOperator::acknowledgesWhatItTookBeforeStopping()
{
    ServerProcess server;
    server.makeLenient();
    QVERIFY(server.start());
    TestClient client;
    QVERIFY(client.join(server.link(), u"marie"_s));
    const RoomId room = client.firstRoom();
    SystemClock clock;
    int acked = 0;
    int refused = 0;
    for (quint64 i = 1; i <= 200; ++i) {
        client.ask<Sent>(
            SendMessage{ room, makeCid(clock), i, u"n%1"_s.arg(i) }, std::function([&](const Result<Sent> &sent) {
                if (sent)
                    ++acked;
                else
                    ++refused;
            }));
    }
    QVERIFY(waitUntil([&] { return acked > 0; }));
    server.sendSignal(SIGTERM);
    QVERIFY(client.waitForClosed());
    QVERIFY(server.waitForEnd());
    QCOMPARE(server.exitCode(), 0);
    QCOMPARE(acked + refused, 200);
    const int ackedBefore = acked;
    QVERIFY(server.start());
    TestClient again(client.key());
    QVERIFY(again.open(server.link()));
    QVERIFY(again.loginWithKey());
    int kept = 0;
    const auto log = again.readAll(room);
    QVERIFY(log);
    for (const RoomEvent &event : *log)
        kept += event.kind == EventKind::Message ? 1 : 0;
    QVERIFY2(kept >= ackedBefore, qPrintable(u"%1 acknowledged, %2 kept"_s.arg(ackedBefore).arg(kept)));
    QVERIFY(server.stop());
}

void TestOperator::secondSignalEndsAtOnce()
{
    ServerProcess server;
    server.makeLenient();
    QVERIFY(server.start());
    TestClient client;
    QVERIFY(client.join(server.link(), u"marie"_s));
    client.connection().setReadPaused(true); // would keep the goodbye waiting
    server.sendSignal(SIGTERM);
    server.sendSignal(SIGINT);
    QVERIFY(server.waitForEnd(5'000));
}

void TestOperator::hangupReadsTheConfigurationAgain()
{
    ServerProcess server;
    const QString path = server.folder() + u"/test.toml"_s;
    const auto write = [&](const QByteArray &toml) {
        QFile file(path);
        return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(toml) == toml.size();
    };
    QVERIFY(write("name = \"Before\"\n"));
    server.arguments = { u"--config"_s, path };
    QVERIFY(server.start());
    TestClient client;
    QCOMPARE(client.open(server.link())->name, u"Before"_s);
    QVERIFY(write("name = \"After\"\nregistration = \"open\"\n"));
    server.sendSignal(SIGHUP);
    QVERIFY(server.waitForOutput("was read again"));
    TestClient second;
    QVERIFY(second.join(server.link(), u"paul"_s));
    QCOMPARE(second.welcome().name, u"After"_s);
    QVERIFY(write("nmae = 1\n"));
    server.sendSignal(SIGHUP);
    QVERIFY(server.waitForOutput("nmae"));
    QVERIFY(second.send(second.firstRoom(), u"a mistake in the file changes nothing"_s));
    QVERIFY(server.stop());
}

QTEST_GUILESS_MAIN(TestOperator)
#include "tst_operator.moc"
