// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/transport/tls_identity.h"
#include "tests/support/server_process.h"
#include "tests/support/test_client.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QScopeGuard>
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
    void init();
    void cleanup();
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
    void outputThatNobodyReadsStopsNothing();
    void hangupReadsTheConfigurationAgain();
    void hangupReadsTheCertificateAgain();
    void managerOfServicesIsTold();
    void journalGetsNoOwnerCode();
    void journalGetsNoOwnerCodeEvenIfNothingElseDoes();

private:
    /// The limits and the registration of a server that nobody configured.
    void beStrict();
    [[nodiscard]] bool writeFile(const QString &name, const QByteArray &content);
    [[nodiscard]] bool writeIdentity(const TlsIdentity &identity);

    std::unique_ptr<ServerProcess> m_server;
};

/// A lenient server, not started yet.
void TestOperator::init()
{
    beStrict();
    m_server->makeLenient();
}

void TestOperator::cleanup()
{
    m_server.reset();
}

void TestOperator::beStrict()
{
    m_server = std::make_unique<ServerProcess>();
}

bool TestOperator::writeFile(const QString &name, const QByteArray &content)
{
    QFile file(m_server->folder() + u'/' + name);
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(content) == content.size();
}

bool TestOperator::writeIdentity(const TlsIdentity &identity)
{
    return writeFile(u"cert.pem"_s, identity.chain.first().toPem()) && writeFile(u"key.pem"_s, identity.key.toPem());
}

void TestOperator::greetingSaysWhereAndHow()
{
    beStrict();
    QVERIFY(m_server->start());
    const QByteArray text = m_server->standardOutput();
    QVERIFY(text.contains("Server listening on 127.0.0.1:" + QByteArray::number(m_server->port())));
    QVERIFY(text.contains("Join link: salon://127.0.0.1:"));
    QVERIFY(text.contains("Owner code: " + m_server->ownerCode().toUtf8()));
    QCOMPARE(m_server->ready("spki").value(0).size(), 43);
    const QByteArray pin
        = QByteArray::fromBase64(m_server->ready("spki").value(0).toUtf8(), QByteArray::Base64UrlEncoding);
    // As clients show it: people compare the two.
    QVERIFY(text.contains("Fingerprint of the server's key: " + pin.toHex().left(4) + ' ' + pin.toHex().mid(4, 4)));
    QCOMPARE(text.count("READY "), 1);
    QCOMPARE(m_server->link().pin.size(), 32);
    QVERIFY(m_server->standardError().isEmpty());

    // Once claimed, the owner code is gone for good.
    TestClient owner;
    QVERIFY(owner.join(m_server->link(), u"marie"_s, m_server->ownerCode()));
    QVERIFY(m_server->stop());
    QVERIFY(m_server->start());
    QVERIFY(m_server->ownerCode().isEmpty());
    QVERIFY(!m_server->standardOutput().contains("Owner code"));
    QVERIFY(m_server->link().invitation.isEmpty());
}

void TestOperator::speaksTheOperatorsLanguage()
{
    m_server->language = u"fr"_s;
    QVERIFY(m_server->start());
    QVERIFY2(m_server->standardOutput().contains("Serveur en écoute sur 127.0.0.1:"), m_server->standardOutput());
    TestClient marie;
    QVERIFY(marie.join(m_server->link(), u"marie"_s));
    const QByteArray peer = "127.0.0.1:";
    QVERIFY2(m_server->waitForOutput("Connexion reçue de " + peer), m_server->output());
    QVERIFY2(m_server->waitForOutput("Nouveau compte"), m_server->output());
    QVERIFY2(m_server->waitForOutput("marie (marie)", 2), m_server->output());
    QCOMPARE(marie.resume()->rooms.first().name, u"Général"_s);
    QVERIFY(m_server->stop());
}

void TestOperator::commandsThroughAPipe()
{
    QVERIFY(m_server->start());
    TestClient marie;
    QVERIFY(marie.join(m_server->link(), u"marie"_s));
    m_server->command("/help");
    QVERIFY(m_server->waitForOutput("/invite"));
    m_server->command("/who");
    QVERIFY(m_server->waitForOutput("1 connection"));
    QVERIFY(m_server->waitForOutput("marie (marie)"));
    m_server->command("/rooms\r");
    QVERIFY(m_server->waitForOutput("General (public)"));
    QVERIFY(m_server->stop());
}

void TestOperator::unknownCommandAndPlainTextGetHints()
{
    beStrict();
    QVERIFY(m_server->start());
    m_server->command("/dance");
    QVERIFY(m_server->waitForOutput("There is no command /dance"));
    m_server->command("bonjour");
    QVERIFY(m_server->waitForOutput("Commands begin with a slash"));
    m_server->command(QByteArray(200'000, 'x'));
    QVERIFY(m_server->waitForOutput("too long"));
    m_server->command("\xff\xfe\x1b[2J");
    m_server->command("/who");
    QVERIFY(m_server->waitForOutput("Nobody is connected."));
    QVERIFY(!m_server->output().contains('\x1b'));
}

void TestOperator::endOfInputStopsNothing()
{
    QVERIFY(m_server->start());
    m_server->closeInput();
    TestClient client;
    QVERIFY(client.join(m_server->link(), u"marie"_s));
    QVERIFY(client.send(client.firstRoom(), u"still there"_s));
    m_server->sendSignal(SIGTERM);
    QVERIFY(m_server->waitForEnd());
    QCOMPARE(m_server->exitCode(), 0);
}

void TestOperator::namesOfOthersCannotDriveTheTerminal()
{
    QVERIFY(m_server->start());
    TestClient client;
    client.hello.client = u"\x1b]0;owned\x07evil\u202e\u009b2J"_s;
    QVERIFY(client.open(m_server->link()));
    QVERIFY(client.registerAs(u"mallory"_s));
    const auto bad = client.ask<LoggedIn>(LoginWithPassword{ u"a\x1b[31mb"_s, u"password"_s, client.proof() });
    QVERIFY(!bad);
    m_server->command("/who");
    QVERIFY(m_server->waitForOutput("mallory (mallory)"));
    const QString output = QString::fromUtf8(m_server->output());
    for (const QChar c : output) {
        QVERIFY2(c == u'\n' || c.unicode() >= 0x20, qPrintable(output));
        QVERIFY(c.unicode() != 0x7f && (c.unicode() < 0x80 || c.unicode() >= 0xa0));
        QVERIFY(c.unicode() != 0x202e);
    }
}

void TestOperator::kickedClientHearsWhy()
{
    QVERIFY(m_server->start());
    TestClient client;
    QVERIFY(client.join(m_server->link(), u"paul"_s));
    m_server->command("/kick paul trop de bruit");
    QVERIFY(client.waitForClosed());
    const auto goodbye = client.pushes<Goaway>();
    QCOMPARE(goodbye.size(), 1);
    QCOMPARE(goodbye.first().reason, GoawayReason::Kicked);
    QCOMPARE(goodbye.first().text, u"trop de bruit"_s);
    QVERIFY(m_server->waitForOutput("paul: 1 connection"));
    m_server->command("/kick nobody");
    QVERIFY(m_server->waitForOutput("there is no such account"));
}

void TestOperator::announcementReachesEverybody()
{
    QVERIFY(m_server->start());
    TestClient one;
    TestClient other;
    QVERIFY(one.join(m_server->link(), u"one"_s));
    QVERIFY(other.join(m_server->link(), u"other"_s));
    m_server->command("/say Café à 10 h ☕");
    for (const TestClient *client : { &one, &other }) {
        QTRY_VERIFY(!client->pushes<RoomEvent>().isEmpty()
            && client->pushes<RoomEvent>().last().kind == EventKind::Announcement);
        QCOMPARE(client->pushes<RoomEvent>().last().text, u"Café à 10 h ☕"_s);
        QVERIFY(!client->pushes<RoomEvent>().last().author.isValid());
    }
    QVERIFY(m_server->waitForOutput("Announced to everybody."));
}

void TestOperator::invitationFromTheConsoleWorks()
{
    beStrict();
    QVERIFY(m_server->start());
    TestClient stranger;
    QVERIFY(stranger.open(m_server->link()));
    const auto refused = stranger.registerAs(u"paul"_s);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::InvitationNeeded);
    m_server->command("/invite 1 24");
    QVERIFY(m_server->waitForOutput("Invitation code "));
    QVERIFY(m_server->waitForOutput("Join link: ", 2));
    const QByteArray output = m_server->standardOutput();
    const qsizetype begin = output.lastIndexOf("salon://");
    const auto link = JoinLink::parse(QString::fromUtf8(output.mid(begin, output.indexOf('\n', begin) - begin)));
    QVERIFY(link);
    QCOMPARE(link->pin, m_server->link().pin);
    QVERIFY(stranger.registerAs(u"paul"_s, link->invitation));
    TestClient second;
    QVERIFY(second.open(m_server->link()));
    const auto used = second.registerAs(u"jeanne"_s, link->invitation);
    QVERIFY(!used);
}

void TestOperator::connectionsAreReported()
{
    QVERIFY(m_server->start());
    {
        TestClient client;
        QVERIFY(client.join(m_server->link(), u"marie"_s));
        QVERIFY(m_server->waitForOutput("Connection received from 127.0.0.1:"));
        QVERIFY(m_server->waitForOutput(" is now marie (marie)"));
    }
    QVERIFY(m_server->waitForOutput("is gone"));
}

void TestOperator::jsonLogIsOneObjectPerLine()
{
    m_server->arguments = { u"--log-format"_s, u"json"_s };
    QVERIFY(m_server->start());
    {
        TestClient client;
        QVERIFY(client.join(m_server->link(), u"marie"_s));
        QVERIFY(m_server->waitForOutput("is now marie"));
    }
    QVERIFY(m_server->stop());
    int records = 0;
    for (const QByteArray &line : m_server->standardError().trimmed().split('\n')) {
        QJsonParseError problem;
        const auto record = QJsonDocument::fromJson(line, &problem);
        QVERIFY2(problem.error == QJsonParseError::NoError, line);
        for (const auto key : { "time"_L1, "level"_L1, "category"_L1, "message"_L1 })
            QVERIFY(record.object().contains(key));
        ++records;
    }
    QVERIFY(records >= 3);
    QVERIFY(!m_server->standardError().contains(m_server->link().invitation.toUtf8())
        || m_server->link().invitation.isEmpty());
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
    m_server->arguments = { u"--listen"_s, u"127.0.0.1:0"_s, u"--listen-plain"_s, u"127.0.0.1:0"_s };
    QVERIFY(m_server->start());
    TestClient secure;
    TestClient plain;
    TestClient stranger;
    QVERIFY(secure.join(m_server->link(), u"marie"_s));
    QVERIFY(plain.join(m_server->plainLink(), u"paul"_s));
    QVERIFY(stranger.open(m_server->link()));
    QElapsedTimer timer;
    timer.start();
    if (number != 0)
        m_server->sendSignal(number);
    else
        m_server->command("/stop");
    QVERIFY(m_server->waitForEnd());
    QCOMPARE(m_server->exitCode(), 0);
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
    QVERIFY(m_server->start());
    TestClient client;
    QVERIFY(client.join(m_server->link(), u"marie"_s));
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
    m_server->sendSignal(SIGTERM);
    QVERIFY(client.waitForClosed());
    QVERIFY(m_server->waitForEnd());
    QCOMPARE(m_server->exitCode(), 0);
    QCOMPARE(acked + refused, 200);
    const int ackedBefore = acked;
    QVERIFY(m_server->start());
    TestClient again(client.key());
    QVERIFY(again.open(m_server->link()));
    QVERIFY(again.loginWithKey());
    int kept = 0;
    const auto log = again.readAll(room);
    QVERIFY(log);
    for (const RoomEvent &event : *log)
        kept += event.kind == EventKind::Message ? 1 : 0;
    QVERIFY2(kept >= ackedBefore, qPrintable(u"%1 acknowledged, %2 kept"_s.arg(ackedBefore).arg(kept)));
    QVERIFY(m_server->stop());
}

void TestOperator::secondSignalEndsAtOnce()
{
    QVERIFY(m_server->start());
    TestClient client;
    QVERIFY(client.join(m_server->link(), u"marie"_s));
    client.connection().setReadPaused(true); // would keep the goodbye waiting
    m_server->sendSignal(SIGTERM);
    m_server->sendSignal(SIGINT);
    QVERIFY(m_server->waitForEnd(5'000));
}

void TestOperator::outputThatNobodyReadsStopsNothing()
{
    // Both streams go through a reader that is stopped, as with Ctrl-S or a supervisor that hangs.
    const QString pipe = m_server->folder() + u"/pipe"_s;
    const QString reader = m_server->folder() + u"/reader"_s;
    m_server->shellPrelude = u"mkfifo '%1'; cat '%1' & echo $! > '%2'; exec > '%1' 2>&1"_s.arg(pipe, reader);
    QVERIFY(m_server->start());
    QFile file(reader);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto readerId = pid_t(file.readAll().trimmed().toLongLong());
    QVERIFY(readerId > 1);
    TestClient marie;
    QVERIFY(marie.join(m_server->link(), u"marie"_s));
    ::kill(readerId, SIGSTOP);
    const auto letGo = qScopeGuard([readerId] { ::kill(readerId, SIGCONT); });
    for (int i = 0; i < 2000; ++i)
        m_server->command("/help");
    for (int i = 0; i < 60; ++i) {
        TestClient stranger;
        QVERIFY(stranger.open(m_server->link()));
    }
    QElapsedTimer timer;
    timer.start();
    QVERIFY(marie.send(marie.firstRoom(), u"still here"_s));
    QVERIFY2(timer.elapsed() < 3000, "the server waited for its reader");
    ::kill(readerId, SIGCONT);
    QVERIFY(m_server->waitForOutput("lost here"));
    m_server->command("/who");
    QVERIFY(m_server->waitForOutput("marie (marie)"));
    // It ends although nobody reads what it says last.
    ::kill(readerId, SIGSTOP);
    for (int i = 0; i < 2000; ++i)
        m_server->command("/help");
    m_server->sendSignal(SIGTERM);
    QVERIFY(m_server->waitForEnd());
    QCOMPARE(m_server->exitCode(), 0);
}

void TestOperator::hangupReadsTheConfigurationAgain()
{
    beStrict();
    QVERIFY(writeFile(u"test.toml"_s, "name = \"Before\"\n"));
    m_server->arguments = { u"--config"_s, m_server->folder() + u"/test.toml"_s };
    QVERIFY(m_server->start());
    TestClient client;
    QCOMPARE(client.open(m_server->link())->name, u"Before"_s);
    QVERIFY(writeFile(u"test.toml"_s, "name = \"After\"\nregistration = \"open\"\n"));
    m_server->sendSignal(SIGHUP);
    QVERIFY(m_server->waitForOutput("was read again"));
    TestClient second;
    QVERIFY(second.join(m_server->link(), u"paul"_s));
    QCOMPARE(second.welcome().name, u"After"_s);
    QVERIFY(writeFile(u"test.toml"_s, "nmae = 1\n"));
    m_server->sendSignal(SIGHUP);
    QVERIFY(m_server->waitForOutput("nmae"));
    QVERIFY(second.send(second.firstRoom(), u"a mistake in the file changes nothing"_s));
    QVERIFY(m_server->stop());
}

void TestOperator::hangupReadsTheCertificateAgain()
{
    const auto first = makeIdentity();
    const auto second = makeIdentity();
    QVERIFY(first && second);
    QVERIFY(writeIdentity(*first));
    m_server->environment.insert(u"SALON_TLS_CERTIFICATE"_s, m_server->folder() + u"/cert.pem"_s);
    m_server->environment.insert(u"SALON_TLS_KEY"_s, m_server->folder() + u"/key.pem"_s);
    QVERIFY(m_server->start());
    const JoinLink oldLink = m_server->link();
    JoinLink newLink = oldLink;
    newLink.pin = second->pin;
    QCOMPARE(oldLink.pin, first->pin);
    TestClient early;
    QVERIFY(early.join(oldLink, u"early"_s));

    QVERIFY(writeIdentity(*second));
    m_server->sendSignal(SIGHUP);
    QVERIFY2(m_server->waitForOutput("New connections get the new certificate"), m_server->output());
    TestClient late;
    QVERIFY(late.join(newLink, u"late"_s));
    QVERIFY2(!TestClient().open(oldLink), "the old key is gone");
    QVERIFY2(early.send(early.firstRoom(), u"still here"_s), "who was there stays");
    TestClient withKey(late.key()); // a login proof signs the key that the connection was shown
    QVERIFY(withKey.open(newLink));
    QVERIFY(withKey.loginWithKey());
    m_server->command("/invite");
    QVERIFY2(m_server->waitForOutput("key=" + pinText(second->pin).toLatin1()), m_server->output());

    // Neither files that hold nothing nor two that do not belong together change anything.
    QVERIFY(writeFile(u"cert.pem"_s, "half a file"));
    m_server->sendSignal(SIGHUP);
    QVERIFY(m_server->waitForOutput("goes on with the old ones"));
    QVERIFY(writeFile(u"cert.pem"_s, first->chain.first().toPem()));
    m_server->sendSignal(SIGHUP);
    QVERIFY(m_server->waitForOutput("goes on with the old ones", 2));
    QVERIFY(TestClient().open(newLink));
    QVERIFY(m_server->stop());
}

void TestOperator::managerOfServicesIsTold()
{
#ifndef Q_OS_LINUX
    QSKIP("systemd is for Linux");
#endif
    // What a manager does: a datagram socket; the first line of each state is written down.
    const QString socket = m_server->folder() + u"/notify"_s;
    QProcess manager;
    manager.start(QStringLiteral(SALON_PYTHON),
        { u"-c"_s,
            u"import socket, sys\n"
            "s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)\n"
            "s.bind(sys.argv[1])\n"
            "print('bound', flush=True)\n"
            "while True:\n"
            "    print(s.recv(1000).split(b'\\n')[0].decode(), flush=True)\n"_s,
            socket });
    const auto end = qScopeGuard([&manager] {
        manager.kill();
        manager.waitForFinished();
    });
    QByteArray told;
    const auto hears = [&](const QByteArray &words) {
        for (int i = 0; i < 100 && !told.contains(words); ++i) {
            manager.waitForReadyRead(100);
            told += manager.readAllStandardOutput();
        }
        return told.contains(words);
    };
    QVERIFY(hears("bound\n"));
    m_server->environment.insert(u"NOTIFY_SOCKET"_s, socket);
    QVERIFY(m_server->start());
    QVERIFY2(hears("bound\nREADY=1\n"), told);
    m_server->sendSignal(SIGHUP);
    QVERIFY2(hears("RELOADING=1\nREADY=1\n"), told);
    m_server->sendSignal(SIGTERM);
    QVERIFY(m_server->waitForEnd());
    QVERIFY2(hears("READY=1\nSTOPPING=1\n"), told);
}

void TestOperator::journalGetsNoOwnerCode()
{
#ifndef Q_OS_LINUX
    QSKIP("systemd is for Linux");
#endif
    // A journal is known by device and inode of standard output; the shell sees the same one.
    m_server->shellPrelude = u"exec 3>&1; export JOURNAL_STREAM=$(stat -L -c %d:%i /proc/self/fd/3); exec 3>&-"_s;
    QVERIFY(m_server->start());
    QVERIFY2(m_server->ownerCode().isEmpty(), "a secret in the journal");
    QVERIFY(!m_server->output().contains("invite="));
    QFile note(m_server->dataFolder() + u"/owner-link.txt"_s);
    QVERIFY2(m_server->output().contains(note.fileName().toUtf8()), m_server->output());
    QVERIFY(note.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = note.readAll().split('\n');
    QVERIFY(lines.size() == 3 && lines[0].contains("invite=" + lines[1]));
    const QFileDevice::Permissions others = QFileDevice::ReadGroup | QFileDevice::ReadOther;
    QVERIFY(!(note.permissions() & others));
    note.close();

    // Who uses it owns the server, and the file is gone.
    TestClient owner;
    QVERIFY(owner.join(m_server->link(), u"marie"_s, QString::fromLatin1(lines[1])));
    QVERIFY(m_server->waitForOutput("is the owner of this server now"));
    QVERIFY(!note.exists());
    QVERIFY(m_server->stop());
}

void TestOperator::journalGetsNoOwnerCodeEvenIfNothingElseDoes()
{
#ifndef Q_OS_LINUX
    QSKIP("systemd is for Linux");
#endif
    m_server->shellPrelude = u"exec 3>&1; export JOURNAL_STREAM=$(stat -L -c %d:%i /proc/self/fd/3); exec 3>&-"_s;
    const QString note = m_server->dataFolder() + u"/owner-link.txt"_s;
    QVERIFY(QDir().mkpath(note + u"/in the way"_s));
    QVERIFY(m_server->start());
    QVERIFY2(m_server->ownerCode().isEmpty(), "a secret in the journal");
    QVERIFY(m_server->waitForOutput("owner-link.txt cannot be written"));
    QVERIFY(!m_server->output().contains("invite="));
    QVERIFY2(!m_server->output().contains("is in " + note.toUtf8()), m_server->output());
    QVERIFY(m_server->stop());

    QVERIFY(QDir(note).removeRecursively());
    QVERIFY(m_server->start());
    QFile file(note);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readLine().contains("invite="));
    QVERIFY(m_server->stop());
}

QTEST_GUILESS_MAIN(TestOperator)
#include "tst_operator.moc"
