// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/exit_code.h"
#include "tests/support/server_process.h"
#include "tests/support/wait_until.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QUdpSocket>
#include <memory>

#ifdef Q_OS_UNIX
#include "tests/integration/tst_console_client_terminal.h"
#endif

using namespace Qt::StringLiterals;
using namespace salon::console;
using namespace salon::test;

namespace {

/// A person with a data folder and, at times, a console client on this machine.
class Person
{
public:
    Person(const QString &name, quint16 discoveryPort)
        : m_name(name)
        , m_discoveryPort(discoveryPort)
    {
    }
    ~Person() { kill(); }
    Q_DISABLE_COPY_MOVE(Person)

#ifdef Q_OS_UNIX
    /// Keyboard and screen are this terminal.
    void useTerminal(Terminal &terminal)
    {
        m_terminal = &terminal;
    }
#endif
    void start(const QStringList &arguments)
    {
        m_output.clear();
        m_problems.clear();
        m_process = std::make_unique<QProcess>();
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"SALON_DISCOVERY_PORT"_s, QString::number(m_discoveryPort));
        environment.insert(u"TERM"_s, u"xterm"_s);
        m_process->setProcessEnvironment(environment);
#ifdef Q_OS_UNIX
        if (m_terminal) {
            m_process->setChildProcessModifier([end = m_terminal->clientEnd()] {
                ::dup2(end, STDIN_FILENO);
                ::dup2(end, STDOUT_FILENO);
            });
        }
#endif
        m_process->start(QStringLiteral(SALON_BIN_DIR) + u"/salon-console"_s,
            QStringList{ u"--data"_s, path(u"data"_s), u"--lang"_s, u"en"_s } + arguments);
        m_process->waitForStarted();
    }
    /// --peer with commands, from a pipe.
    void startPeer(const QString &address = {}, const QStringList &more = {})
    {
        QStringList arguments{ u"--name"_s, m_name, u"--commands"_s, u"--timeout"_s, u"60"_s };
        arguments += more;
        arguments += u"--peer"_s;
        if (!address.isEmpty())
            arguments += address;
        start(arguments);
    }
    void write(const QByteArray &line)
    {
        m_process->write(line + '\n');
    }
    void endInput()
    {
        m_process->closeWriteChannel();
    }
    void kill()
    {
        if (!m_process)
            return;
        m_process->kill();
        m_process->waitForFinished();
        m_process.reset();
    }
    /// The exit code, or -1.
    int waitForEnd(int ms = 30'000)
    {
        const bool ended = waitUntil(
            [this] {
                read();
                return m_process->state() == QProcess::NotRunning;
            },
            ms);
        read();
        return ended && m_process->exitStatus() == QProcess::NormalExit ? m_process->exitCode() : -1;
    }
    bool waitFor(const QString &text, int ms = 20'000)
    {
        return waitUntil([&] { return output().contains(text); }, ms);
    }
    bool waitForProblem(const QString &text)
    {
        return waitUntil(
            [&] {
                read();
                return QString::fromUtf8(m_problems).contains(text);
            },
            20'000);
    }
    QString output()
    {
        read();
        return QString::fromUtf8(m_output);
    }
    [[nodiscard]] QString problems() const
    {
        return QString::fromUtf8(m_problems);
    }
    [[nodiscard]] QString name() const
    {
        return m_name;
    }
    [[nodiscard]] QString path(const QString &file) const
    {
        return m_folder.filePath(file);
    }

private:
    void read()
    {
        m_output += m_process->readAllStandardOutput();
        m_problems += m_process->readAllStandardError();
#ifdef Q_OS_UNIX
        if (m_terminal)
            m_output += m_terminal->readScreen();
#endif
    }

    QString m_name;
    quint16 m_discoveryPort;
    QTemporaryDir m_folder;
    std::unique_ptr<QProcess> m_process;
#ifdef Q_OS_UNIX
    Terminal *m_terminal = nullptr;
#endif
    QByteArray m_output;
    QByteArray m_problems;
};

quint16 freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : quint16(0);
}

quint16 freeUdpPort()
{
    QUdpSocket socket;
    return socket.bind(QHostAddress::LocalHost, 0) ? socket.localPort() : quint16(0);
}

QByteArray hashOf(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    return file.open(QIODevice::ReadOnly) && hash.addData(&file) ? hash.result() : QByteArray();
}

bool makeFile(const QString &path, qint64 megabytes)
{
    QFile file(path);
    QList<quint32> block(1 << 18);
    bool done = file.open(QIODevice::WriteOnly);
    for (qint64 i = 0; done && i < megabytes; ++i) {
        QRandomGenerator::global()->fillRange(block.data(), block.size());
        done = file.write(reinterpret_cast<const char *>(block.constData()), 1 << 20) == 1 << 20;
    }
    return done;
}

} // namespace

/// Two console clients on one machine, without any server.
class TestConsolePeers : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Person> m_marie;
    std::unique_ptr<Person> m_nour;
    QString m_place;

    static bool asks(Person &who, const Person &whom)
    {
        return whom.name().isEmpty() || who.output().contains(whom.name() + u" wants to talk with you directly"_s);
    }
    static bool isDirect(Person &who, const Person &whom, int times = 1)
    {
        return waitUntil([&] { return who.output().count(whom.name() + u" is here"_s) >= times; }, 30'000);
    }
    /// Both run with the same address; whoever is asked accepts.
    void meet()
    {
        m_marie->startPeer(m_place);
        m_nour->startPeer(m_place);
        QVERIFY2(waitUntil([this] { return asks(*m_marie, *m_nour) || asks(*m_nour, *m_marie); }, 30'000),
            qPrintable(m_marie->output() + m_marie->problems() + m_nour->output() + m_nour->problems()));
        Person &asked = asks(*m_marie, *m_nour) ? *m_marie : *m_nour;
        asked.write("/accept " + (&asked == m_marie.get() ? m_nour : m_marie)->name().toUtf8());
        QVERIFY2(isDirect(*m_marie, *m_nour) && isDirect(*m_nour, *m_marie),
            qPrintable(m_marie->output() + m_marie->problems() + m_nour->output() + m_nour->problems()));
    }

    /// Marie sees Nour, whom she does not know.
    bool marieFindsNour()
    {
        return waitUntil(
            [this] {
                m_marie->write("/nearby");
                return waitUntil([this] { return m_marie->output().contains(u"On this network"_s); }, 2'000);
            },
            30'000);
    }

private Q_SLOTS:
    void init()
    {
        const quint16 port = freeUdpPort();
        m_marie = std::make_unique<Person>(u"Marie"_s, port);
        m_nour = std::make_unique<Person>(u"Nour"_s, port);
        m_place = u"127.0.0.1:%1"_s.arg(freePort());
    }
    void cleanup()
    {
        m_marie.reset();
        m_nour.reset();
    }

    void whoStartsFirstWaitsAndTheSecondConnects()
    {
        m_marie->startPeer(m_place);
        QVERIFY2(
            m_marie->waitFor(u"Nobody is at %1 yet: waiting there."_s.arg(m_place)), qPrintable(m_marie->output()));
        m_nour->startPeer(m_place);
        QVERIFY(m_marie->waitFor(u"Nour wants to talk with you directly. The words of their device: "_s));
        // The words that Marie is shown are those on Nour's screen.
        m_nour->write("/words");
        QVERIFY(m_nour->waitFor(u"The words of your device: "_s));
        const QRegularExpression fourWords(u"words of (?:their|your) device: (\\w+ \\w+ \\w+ \\w+)"_s);
        const QString shown = fourWords.match(m_marie->output()).captured(1);
        QVERIFY(!shown.isEmpty());
        QCOMPARE(fourWords.match(m_nour->output()).captured(1), shown);
        // Nothing is said before Marie decides.
        m_marie->write("/accept Nour");
        QVERIFY(isDirect(*m_nour, *m_marie));
        m_nour->write("Bonjour ☕");
        QVERIFY(m_marie->waitFor(u"Nour: Bonjour ☕\n"_s));
        m_marie->write("//salut");
        QVERIFY(m_nour->waitFor(u"Marie: /salut\n"_s));
        m_marie->endInput();
        QCOMPARE(m_marie->waitForEnd(), int(ExitDone));
        m_nour->endInput();
        QCOMPARE(m_nour->waitForEnd(), int(ExitDone));
    }

    void bothStartingAtOnceSettle()
    {
        for (int round = 0; round < 5; ++round) {
            init();
            meet();
            m_marie->write("ping");
            m_nour->write("pong");
            QVERIFY(m_marie->waitFor(u"Nour: pong\n"_s));
            QVERIFY(m_nour->waitFor(u"Marie: ping\n"_s));
        }
    }

    void peopleFindEachOtherWithoutAnAddress()
    {
        m_marie->startPeer();
        m_nour->startPeer();
        QVERIFY(waitUntil(
            [this] {
                m_marie->write("/nearby");
                return waitUntil([this] { return m_marie->output().contains(u"Nour  On this network"_s); }, 2'000);
            },
            30'000));
        m_marie->write("/accept Nour");
        QVERIFY(m_nour->waitFor(u"Marie wants to talk with you directly"_s));
        m_marie->write("while you think");
        QVERIFY(m_marie->waitFor(u"while you think (not delivered yet)"_s));
        m_nour->write("/accept Marie");
        QVERIFY(m_nour->waitFor(u"Marie: while you think"_s));
        QVERIFY(m_marie->waitFor(u"Delivered: while you think"_s));
    }

    void aStrangerOfTheNameGetsNothingFromAScript()
    {
        m_nour->startPeer();
        m_marie->startPeer();
        QVERIFY(marieFindsNour()); // so that both are up, and find each other
        m_marie->kill();
        m_marie->start(
            { u"--peer"_s, u"--room"_s, u"nour"_s, u"--send"_s, u"the code is 4711"_s, u"--timeout"_s, u"8"_s });
        QCOMPARE(m_marie->waitForEnd(), int(ExitNotConnected));
        QVERIFY(m_marie->problems().contains(u"“nour”"_s));
        QVERIFY(!m_nour->output().contains(u"wants to talk"_s));
    }

    void aStrangerIsAcceptedByAcceptAlone()
    {
        m_nour->startPeer();
        m_marie->startPeer();
        QVERIFY(marieFindsNour());
        m_nour->write("/words");
        QVERIFY(m_nour->waitFor(u"The words of your device: "_s));
        const QString words = m_nour->output().section(u"The words of your device: "_s, 1).section(u'\n', 0, 0);
        m_marie->write("/direct nour");
        QVERIFY(m_marie->waitFor(u"You have not accepted Nour yet"_s));
        QVERIFY(m_marie->waitFor(u"The words of Nour's device: "_s + words));
        QVERIFY(m_marie->waitFor(u"/accept Nour"_s));
        QVERIFY(!m_nour->output().contains(u"wants to talk"_s));
        // Who is refused stays so, whatever is opened.
        m_marie->write("/refuse Nour");
        QVERIFY(m_marie->waitFor(u"/accept takes this back."_s));
        m_marie->write("/direct Nour");
        QVERIFY(m_marie->waitFor(u"/accept Nour takes this back."_s));
        m_marie->write("/nearby");
        QVERIFY(m_marie->waitFor(u"Nour  Refused"_s));
        m_marie->write("/accept Nour");
        QVERIFY(m_nour->waitFor(u"Marie wants to talk with you directly"_s));
        QCOMPARE(m_nour->output().count(u"wants to talk"_s), 1);
    }

    void aNameOfDigitsIsNoNumberOfTheList()
    {
        m_nour = std::make_unique<Person>(u"2"_s, freeUdpPort());
        m_marie->startPeer(m_place);
        QVERIFY(m_marie->waitFor(u"waiting there."_s));
        m_nour->startPeer(m_place);
        // He is told of with a number that is his.
        QVERIFY(m_marie->waitFor(u"type /accept 1 or /refuse 1."_s));
        m_marie->write("/accept 2");
        QVERIFY(m_marie->waitForProblem(u"There is no number 2 in the list."_s));
        m_marie->write("/accept 1");
        QVERIFY(isDirect(*m_nour, *m_marie));
    }

    void whatAScriptSaysAfterAFailedOpeningIsForNobodyElse()
    {
        meet();
        m_marie->write("before");
        QVERIFY(m_nour->waitFor(u"Marie: before\n"_s));
        m_marie->write("/direct Selim");
        QVERIFY(m_marie->waitForProblem(u"Nobody nearby is called “Selim”."_s));
        m_marie->write("for Selim alone");
        m_marie->write("/direct Nour"); // stands behind the text, which waits
        m_marie->endInput();
        m_nour->write("ping");
        QVERIFY(m_marie->waitFor(u"Nour: ping"_s));
        QVERIFY(!m_nour->output().contains(u"Selim"_s));
    }

    void whoIsRefusedHearsNothing()
    {
        m_marie->startPeer(m_place);
        QVERIFY(m_marie->waitFor(u"waiting there."_s));
        m_nour->startPeer(m_place);
        QVERIFY(m_marie->waitFor(u"Nour wants to talk"_s));
        m_marie->write("/refuse Nour");
        QVERIFY(m_marie->waitFor(u"You do not talk with Nour."_s));
        m_marie->write("/direct nobody");
        QVERIFY(m_marie->waitForProblem(u"Nobody nearby is called “nobody”."_s));
        QVERIFY(!m_nour->output().contains(u"Marie is here"_s));
    }

    void whatIsWrittenToSomebodyKilledArrivesOnce()
    {
        meet();
        m_nour->write("one");
        QVERIFY(m_marie->waitFor(u"Nour: one\n"_s));
        m_nour->kill();
        QVERIFY(m_marie->waitFor(u"Nour is not reachable now"_s));
        for (int i = 0; i < 20; ++i)
            m_marie->write("later-" + QByteArray::number(i) + '.');
        QVERIFY(m_marie->waitFor(u"later-19. (not delivered yet)"_s));
        // Marie's program ends too; what was queued is on her disk.
        m_marie->kill();
        m_nour->startPeer(m_place);
        m_marie->startPeer(m_place);
        QVERIFY(isDirect(*m_nour, *m_marie));
        QVERIFY(m_nour->waitFor(u"Marie: later-19."_s));
        m_marie->write("last");
        QVERIFY(m_nour->waitFor(u"Marie: last\n"_s));
        const QString output = m_nour->output();
        qsizetype at = -1;
        for (int i = 0; i < 20; ++i) {
            const QString line = u"Marie: later-%1."_s.arg(i);
            QCOMPARE(output.count(line), 1);
            QVERIFY(output.indexOf(line) > at); // in order
            at = output.indexOf(line);
        }
        // And the history of the next time has them all.
        m_nour->kill();
        m_nour->startPeer(m_place);
        QVERIFY(isDirect(*m_nour, *m_marie));
        QVERIFY(m_nour->waitFor(u"Marie: last\n"_s));
        QCOMPARE(m_nour->output().count(u"Marie: later-19."_s), 1);
    }

    void aFileGoesOnAfterACut()
    {
        const QString source = m_marie->path(u"film.mkv"_s);
        QVERIFY(makeFile(source, 96));
        meet();
        m_marie->write("/send-file " + source.toUtf8());
        QVERIFY(m_nour->waitFor(u"/accept-file 1 takes it"_s));
        const QString folder = m_nour->path(u"downloads"_s);
        m_nour->write("/accept-file 1 " + folder.toUtf8());
        const auto parts = [&folder] {
            return QDir(folder).entryInfoList({ u".salon-*.part"_s }, QDir::Files | QDir::Hidden);
        };
        const auto here = [&parts] {
            return parts().isEmpty() ? 0 : parts().first().size();
        };
        QVERIFY(waitUntil([&here] { return here() > 4'000'000; }, 30'000));
        m_nour->kill();
        const qint64 atCut = here();
        QVERIFY2(atCut > 0 && atCut < 96 << 20, "the file was whole before the cut");
        m_nour->startPeer(m_place);
        QVERIFY2(m_nour->waitFor(u"The file is here: "_s + folder + u"/film.mkv"_s, 60'000),
            qPrintable(m_nour->output() + m_nour->problems()));
        QCOMPARE(hashOf(folder + u"/film.mkv"_s), hashOf(source));
        QVERIFY(parts().isEmpty());
        QVERIFY(m_marie->waitFor(u"delivered"_s));
    }

    void aFileThatIsNotThereIsNotOffered()
    {
        meet();
        m_marie->write("/send-file /no/such/file");
        QVERIFY(m_marie->waitForProblem(u"/no/such/file"_s));
        m_marie->write("/accept-file 7");
        QVERIFY(m_marie->waitForProblem(u"There is no file 7 here."_s));
    }

    void nothingOfOthersSteersTheTerminal()
    {
        meet();
        m_nour->write("\x1b[2J\x1b]0;owned\x07 \xe2\x80\xae"
                      "evil");
        QVERIFY(m_marie->waitFor(u"evil"_s));
        const QString output = m_marie->output();
        QVERIFY(!output.contains(QChar(0x1b)) && !output.contains(QChar(0x07)) && !output.contains(QChar(0x202e)));
        QVERIFY(output.contains(u"\\u{202E}evil"_s));
    }

    void aScriptSendsAndEnds()
    {
        meet();
        m_nour->kill();
        // Somebody known, away: kept, and said so.
        m_marie->kill();
        m_marie->start(
            { u"--peer"_s, m_place, u"--room"_s, u"Nour"_s, u"--send"_s, u"from a script"_s, u"--timeout"_s, u"1"_s });
        QCOMPARE(m_marie->waitForEnd(), int(ExitNotConfirmed));
        QVERIFY(m_marie->problems().contains(u"1 message"_s));
        m_nour->startPeer(m_place);
        QVERIFY(m_nour->waitFor(u"waiting there."_s));
        m_marie->start({ u"--peer"_s, m_place, u"--room"_s, u"Nour"_s, u"--send"_s, u"again"_s });
        QCOMPARE(m_marie->waitForEnd(), int(ExitDone));
        QVERIFY(m_nour->waitFor(u"Marie: again"_s));
        QCOMPARE(m_nour->output().count(u"Marie: from a script"_s), 1);
    }

    void nobodyThereIsAnExitCode()
    {
        m_marie->start({ u"--peer"_s, m_place, u"--send"_s, u"to nobody"_s, u"--timeout"_s, u"1"_s });
        QCOMPARE(m_marie->waitForEnd(), int(ExitNotConnected));
        QCOMPARE(m_marie->problems().count(u"Nobody was found."_s), 1);
        m_marie->start({ u"--peer"_s, u"host:ssh"_s });
        QCOMPARE(m_marie->waitForEnd(), int(ExitUsage));
        m_marie->start({ u"a.example"_s, u"--peer"_s });
        QCOMPARE(m_marie->waitForEnd(), int(ExitUsage));
    }

#ifdef Q_OS_UNIX
    void theOrdinaryClientHasPeopleNearbyWithoutAnyServer()
    {
        Terminal terminal;
        m_marie->useTerminal(terminal);
        m_marie->start({ u"--nearby"_s, u"--color"_s, u"never"_s });
        QVERIFY(m_marie->waitFor(u"Welcome to Salon."_s));
        m_nour->startPeer();
        QVERIFY(m_nour->waitFor(u"On this network"_s, 1)
            || waitUntil(
                [this] {
                    m_nour->write("/nearby");
                    return waitUntil([this] { return m_nour->output().contains(u"On this network"_s); }, 2'000);
                },
                30'000));
        m_nour->write("/accept 1");
        QVERIFY(m_marie->waitFor(u"Nour wants to talk with you directly"_s));
        terminal.type("/accept Nour\r");
        QVERIFY(m_marie->waitFor(u"Nour is here: what you write arrives at once."_s));
        terminal.type("salut Nour\r");
        QVERIFY(m_nour->waitFor(u": salut Nour\n"_s));
        m_nour->write("salut");
        QVERIFY(m_marie->waitFor(u"Nour: salut"_s));
        terminal.type("/quit\r");
    }

    void somebodyOfAServerIsRecognisedByTheKey()
    {
        ServerProcess server;
        server.makeLenient();
        server.arguments = { u"--name"_s, u"Atelier"_s };
        QVERIFY2(server.start(), server.output().constData());
        salon::JoinLink link = server.link();
        link.invitation.clear();
        // Nour is called otherwise there.
        m_nour->start({ link.toString(), u"--name"_s, u"N. Haddad"_s, u"--send"_s, u"hello"_s });
        QCOMPARE(m_nour->waitForEnd(), int(ExitDone));
        m_nour->startPeer();
        Terminal terminal;
        m_marie->useTerminal(terminal);
        m_marie->start({ link.toString(), u"--name"_s, u"Marie"_s, u"--nearby"_s, u"--color"_s, u"never"_s });
        QVERIFY(m_marie->waitFor(u"Connected to"_s));
        QVERIFY(waitUntil(
            [this] {
                m_nour->write("/nearby");
                return waitUntil([this] { return m_nour->output().contains(u"On this network"_s); }, 2'000);
            },
            30'000));
        m_nour->write("/accept 1");
        QVERIFY(m_marie->waitFor(u"Nour wants to talk with you directly"_s));
        terminal.type("/accept Nour\r");
        QVERIFY(m_marie->waitFor(u"Nour is here"_s));
        const auto isRecognised = [&] {
            terminal.type("/nearby\r");
            return waitUntil(
                [this] { return m_marie->output().contains(u"known as N. Haddad from Atelier"_s); }, 2'000);
        };
        QVERIFY2(waitUntil(isRecognised, 20'000), qPrintable(m_marie->output()));
        // Also while the server is away.
        m_marie->kill();
        server.kill();
        m_marie->start({ u"--nearby"_s, u"--color"_s, u"never"_s });
        QVERIFY2(waitUntil(isRecognised, 20'000), qPrintable(m_marie->output()));
    }
#endif
};

QTEST_GUILESS_MAIN(TestConsolePeers)
#include "tst_console_peers.moc"
