// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/app/exit_code.h"
#include "tests/support/server_process.h"

#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTcpSocket>
#include <QTest>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/stat.h>
#endif

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;
using server::ExitCode;

/// `salon-server --health` beside a running server, and `--setup` in a real terminal.
class TestSetupAndHealth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void healthFollowsTheServer();
    void healthLeavesNoLines();
    void healthAfterACrash();
    void healthIsNotFooledByAnotherServer();
    void healthOfAServerThatHangs();
    void healthOnALocalSocket();
    void setupWithoutTerminalAsksNothing();
    void setupInATerminal();
    void setupWhoseInputEndsWritesNothing();
    void setupWhoseTerminalIsClosedWritesNothing();

private:
    struct Outcome
    {
        int code = -1;
        QByteArray output{};
        QByteArray error{};
    };
    static Outcome run(const QStringList &arguments)
    {
        QProcess program;
        program.start(QStringLiteral(SALON_BIN_DIR "/salon-server"), arguments + QStringList{ u"--lang"_s, u"en"_s });
        if (!program.waitForFinished(30'000)) {
            program.kill();
            program.waitForFinished();
            return {};
        }
        return { program.exitCode(), program.readAllStandardOutput(), program.readAllStandardError() };
    }
    /// --setup in a terminal that Python's pty makes: one of the answers for each prompt that ends in "]: ". "close"
    /// closes the terminal instead.
    static Outcome setupInPty(const QString &data, const QStringList &answers)
    {
        const QString script = u"import os, pty, sys\n"
                               "pid, fd = pty.fork()\n"
                               "split = sys.argv.index('--')\n"
                               "if pid == 0:\n"
                               "    os.execv(sys.argv[1], sys.argv[1:split])\n"
                               "answers, seen = sys.argv[split + 1:], b''\n"
                               "try:\n"
                               "    while data := os.read(fd, 4096):\n"
                               "        seen += data\n"
                               "        sys.stdout.buffer.write(data.replace(b'\\r', b''))\n"
                               "        if seen.endswith(b': ') and b']' in seen.split(b'\\n')[-1]:\n"
                               "            seen = b''\n"
                               "            answer = answers.pop(0)\n"
                               "            if answer == 'close':\n"
                               "                os.close(fd)\n"
                               "                break\n"
                               "            os.write(fd, answer.encode())\n"
                               "except OSError:\n"
                               "    pass\n"
                               "code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])\n"
                               "sys.exit(code if code >= 0 else 128 - code)\n"_s;
        const QStringList arguments{ u"-c"_s, script, QStringLiteral(SALON_BIN_DIR "/salon-server"), u"--setup"_s,
            u"--lang"_s, u"fr"_s, u"--data"_s, data, u"--"_s };
        QProcess terminal;
        terminal.start(QStringLiteral(SALON_PYTHON), arguments + answers);
        if (!terminal.waitForFinished(30'000)) {
            terminal.kill();
            terminal.waitForFinished();
            return {};
        }
        return { terminal.exitCode(), terminal.readAllStandardOutput(), terminal.readAllStandardError() };
    }
    static Outcome health(const ServerProcess &server)
    {
        return run({ u"--health"_s, u"--data"_s, server.dataFolder() });
    }
};

void TestSetupAndHealth::healthFollowsTheServer()
{
    ServerProcess server;
    server.arguments = { u"--name"_s, u"Atelier"_s };
    QCOMPARE(health(server).code, int(ExitCode::Failed));
    QVERIFY(!QFileInfo::exists(server.dataFolder())); // asking leaves nothing

    QVERIFY2(server.start(), server.output());
    const Outcome outcome = health(server);
    QCOMPARE(outcome.code, 0);
    QVERIFY2(outcome.output.contains("Atelier") && outcome.output.count('\n') == 1, outcome.output.constData());
    QCOMPARE(outcome.error, QByteArray());
#ifdef Q_OS_UNIX
    struct stat info
    {
    };
    QVERIFY(::stat(QFile::encodeName(server.dataFolder() + u"/salon.running"_s).constData(), &info) == 0);
    QCOMPARE(info.st_mode & 0777, mode_t(0600));
#endif
    QVERIFY(server.stop());
    QVERIFY(!QFileInfo::exists(server.dataFolder() + u"/salon.running"_s));
    const Outcome after = health(server);
    QCOMPARE(after.code, int(ExitCode::Failed));
    QVERIFY2(after.error.count('\n') == 1 && after.output.isEmpty(), after.error.constData());
}

void TestSetupAndHealth::healthLeavesNoLines()
{
    ServerProcess server;
    server.arguments = { u"--listen"_s, u"127.0.0.1:0"_s, u"--listen-plain"_s, u"127.0.0.1:0"_s };
    QVERIFY2(server.start(), server.output());
    const QByteArray before = server.output();
    for (int i = 0; i < 3; ++i)
        QCOMPARE(health(server).code, 0);
    // Whoever else connects is told, before and after its end; that comes behind what the checks would have left.
    QTcpSocket stranger;
    stranger.connectToHost(u"127.0.0.1"_s, server.plainLink().port);
    QTRY_COMPARE(stranger.state(), QAbstractSocket::ConnectedState);
    QVERIFY(server.waitForOutput("Connection received from 127.0.0.1:"));
    stranger.disconnectFromHost();
    QVERIFY(server.waitForOutput("Connection from 127.0.0.1:"));
    const QByteArray said = server.output();
    QVERIFY2(said.count(" from 127.0.0.1:") == 2, said.constData());
    QVERIFY2(said.count('\n') == before.count('\n') + 2, said.constData());
}

void TestSetupAndHealth::healthAfterACrash()
{
    ServerProcess server;
    QVERIFY2(server.start(), server.output());
    server.kill();
    QVERIFY(QFileInfo::exists(server.dataFolder() + u"/salon.running"_s)); // it proves nothing
    const Outcome outcome = health(server);
    QCOMPARE(outcome.code, int(ExitCode::Failed));
    QVERIFY2(outcome.error.contains("does not answer"), outcome.error.constData());
    QVERIFY2(server.start(), server.output());
    QCOMPARE(health(server).code, 0);
}

void TestSetupAndHealth::healthIsNotFooledByAnotherServer()
{
    ServerProcess one;
    QVERIFY2(one.start(), one.output());
    ServerProcess other;
    QVERIFY2(other.start(), other.output());
    // The other one's address with this one's key: what a crash leaves when somebody else takes the port.
    QFile note(one.dataFolder() + u"/salon.running"_s);
    QVERIFY(note.open(QIODevice::ReadWrite));
    QByteArray text = note.readAll();
    QVERIFY(text.contains(QByteArray::number(one.port())));
    text.replace(':' + QByteArray::number(one.port()), ':' + QByteArray::number(other.port()));
    QVERIFY(note.resize(0) && note.seek(0));
    note.write(text);
    note.close();
    const Outcome outcome = health(one);
    QCOMPARE(outcome.code, int(ExitCode::Failed));
    QVERIFY2(outcome.error.contains("another key"), outcome.error.constData());
}

void TestSetupAndHealth::healthOfAServerThatHangs()
{
#ifndef Q_OS_UNIX
    QSKIP("signals of Unix");
#else
    ServerProcess server;
    QVERIFY2(server.start(), server.output());
    server.sendSignal(SIGSTOP); // the system still accepts connections for it
    const Outcome outcome = health(server);
    server.sendSignal(SIGCONT);
    QCOMPARE(outcome.code, int(ExitCode::Failed));
    QVERIFY2(outcome.error.contains("in time"), outcome.error.constData());
    QCOMPARE(health(server).code, 0);
#endif
}

void TestSetupAndHealth::healthOnALocalSocket()
{
    ServerProcess server;
    server.arguments = { u"--listen"_s, u"unix:"_s + server.folder() + u"/salon.sock"_s };
    QVERIFY2(server.start(), server.output());
    const Outcome outcome = health(server);
    QVERIFY2(outcome.code == 0, outcome.error.constData());
    QVERIFY2(outcome.output.contains("unix:"), outcome.output.constData());
}

void TestSetupAndHealth::setupWithoutTerminalAsksNothing()
{
    QTemporaryDir folder;
    const QString data = folder.filePath(u"un dossier é"_s);
    const Outcome outcome = run({ u"--setup"_s, u"--data"_s, data, u"--name"_s, u"Chez nous"_s });
    QVERIFY2(outcome.code == 0, outcome.error.constData());
    QFile file(data + u"/salon-server.toml"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("\nname = \"Chez nous\"\n"));
    QCOMPARE(run({ u"check-config"_s, u"--data"_s, data }).code, 0);
    // Another name, and nobody to ask.
    const Outcome again = run({ u"--setup"_s, u"--data"_s, data, u"--name"_s, u"Ailleurs"_s });
    QCOMPARE(again.code, int(ExitCode::Failed));
    QVERIFY2(again.error.contains("nothing was changed"), again.error.constData());
}

void TestSetupAndHealth::setupInATerminal()
{
#ifndef Q_OS_UNIX
    QSKIP("terminals of Unix");
#endif
    const QTemporaryDir folder;
    const Outcome outcome = setupInPty(folder.filePath(u"data"_s), { u"Salle 12\n"_s, u"1 7300\n"_s, u"2\n"_s });
    QVERIFY2(outcome.code == 0, outcome.output.constData());
    QFile file(folder.filePath(u"data/salon-server.toml"_s));
    QVERIFY2(file.open(QIODevice::ReadOnly), outcome.output.constData());
    const QByteArray text = file.readAll();
    QVERIFY(text.contains("\nname = \"Salle 12\"\n"));
    QVERIFY(text.contains("\nlisten = [\"127.0.0.1:7300\"]\n"));
    QVERIFY(text.contains("\nregistration = \"open\"\n"));
    QVERIFY2(outcome.output.contains("Qui peut"), outcome.output.constData());
}

void TestSetupAndHealth::setupWhoseInputEndsWritesNothing()
{
#ifndef Q_OS_UNIX
    QSKIP("terminals of Unix");
#endif
    const QTemporaryDir folder;
    const QString data = folder.filePath(u"data"_s);
    const Outcome outcome = setupInPty(data, { u"Salle 12\n"_s, u"\x04"_s }); // Ctrl+D
    QVERIFY2(outcome.code == int(ExitCode::Failed), outcome.output.constData());
    QVERIFY2(outcome.output.contains("\nsalon-server: "), outcome.output.constData()); // on a line of its own
    QVERIFY(!QFileInfo::exists(data + u"/salon-server.toml"_s));
}

void TestSetupAndHealth::setupWhoseTerminalIsClosedWritesNothing()
{
#ifndef Q_OS_UNIX
    QSKIP("terminals of Unix");
#endif
    const QTemporaryDir folder;
    const QString data = folder.filePath(u"data"_s);
    const Outcome outcome = setupInPty(data, { u"Salle 12\n"_s, u"close"_s });
    QVERIFY2(outcome.code != 0, outcome.output.constData());
    QVERIFY(!QFileInfo::exists(data + u"/salon-server.toml"_s));
}

QTEST_GUILESS_MAIN(TestSetupAndHealth)
#include "tst_setup_and_health.moc"
