// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/exit_code.h"
#include "tests/support/server_process.h"
#include "tests/support/test_client.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <cstdlib>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::console;
using namespace salon::test;

namespace {

/// The real console client with pipes for a terminal.
class ConsoleProcess
{
public:
    explicit ConsoleProcess(const QString &dataFolder, const QString &language = u"en"_s)
        : m_arguments{ u"--data"_s, dataFolder, u"--lang"_s, language, u"--timeout"_s, u"15"_s }
    {
    }
    ~ConsoleProcess()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    /// The keyboard is this terminal and not a pipe.
    void setKeyboard(const QString &terminal) { m_process.setStandardInputFile(terminal); }
    void start(const QStringList &arguments)
    {
        m_process.start(QStringLiteral(SALON_BIN_DIR) + u"/salon-console"_s, m_arguments + arguments);
        m_process.waitForStarted();
    }
    /// Runs to the end with this on standard input; the exit code, or -1.
    int run(const QStringList &arguments, const QByteArray &input = {})
    {
        start(arguments);
        m_process.write(input);
        m_process.closeWriteChannel();
        return waitForEnd();
    }
    int waitForEnd()
    {
        if (!m_process.waitForFinished(30'000) || m_process.exitStatus() != QProcess::NormalExit)
            return -1;
        return m_process.exitCode();
    }
    void write(const QByteArray &line) { m_process.write(line + '\n'); }
    void endInput() { m_process.closeWriteChannel(); }
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    bool waitFor(const QString &text)
    {
        return QTest::qWaitFor([&] { return output().contains(text); }, 15'000);
    }
    QString output()
    {
        m_output += m_process.readAllStandardOutput();
        return QString::fromUtf8(m_output);
    }
    QString problems()
    {
        m_problems += m_process.readAllStandardError();
        return QString::fromUtf8(m_problems);
    }

private:
    QProcess m_process;
    QStringList m_arguments;
    QByteArray m_output;
    QByteArray m_problems;
};

#ifdef Q_OS_UNIX
/// A terminal at which the test types.
class Keyboard
{
public:
    Keyboard()
        : m_master(::posix_openpt(O_RDWR | O_NOCTTY))
    {
        ::fcntl(m_master, F_SETFD, FD_CLOEXEC); // else the client would hold its own terminal open
        if (::grantpt(m_master) == 0 && ::unlockpt(m_master) == 0)
            m_name = QString::fromLocal8Bit(::ptsname(m_master));
    }
    ~Keyboard() { unplug(); }
    Q_DISABLE_COPY_MOVE(Keyboard)

    QString name() const { return m_name; }
    bool type(const QByteArray &keys)
    {
        return ::write(m_master, keys.constData(), size_t(keys.size())) == keys.size();
    }
    void unplug()
    {
        if (m_master >= 0)
            ::close(std::exchange(m_master, -1));
    }

private:
    int m_master;
    QString m_name;
};
#endif

QStringList textsOf(const QList<RoomEvent> &events)
{
    QStringList texts;
    for (const RoomEvent &event : events) {
        if (event.kind == EventKind::Message)
            texts.append(event.text);
    }
    return texts;
}

} // namespace

class TestConsoleClient : public QObject
{
    Q_OBJECT

private:
    ServerProcess m_server;
    std::unique_ptr<QTemporaryDir> m_folder;

    [[nodiscard]] QString link() const
    {
        JoinLink link = m_server.link();
        link.invitation.clear();
        return link.toString();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_server.makeLenient();
        QVERIFY2(m_server.start(), m_server.output().constData());
    }
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void sendsAndEndsWithZeroOnlyWhenStored()
    {
        TestClient reader;
        QVERIFY(reader.join(m_server.link(), u"lecteur"_s));
        ConsoleProcess console(m_folder->path());
        const QString text = u"Échec du « build » — 👍 \u202e"_s;
        const int code
            = console.run({ link(), u"--name"_s, u"Émile Zola"_s, u"--send"_s, text, u"--send"_s, u"deux"_s });
        QVERIFY2(code == ExitDone, qPrintable(console.problems()));
        const auto events = reader.readAll(reader.firstRoom());
        QVERIFY(events);
        const QStringList texts = textsOf(*events);
        QVERIFY(texts.contains(text));
        QVERIFY(texts.indexOf(text) + 1 == texts.indexOf(u"deux"_s));
        QVERIFY(console.output().isEmpty());
    }

    void knowsItsAccountTheNextTime()
    {
        QCOMPARE(ConsoleProcess(m_folder->path()).run({ link(), u"--name"_s, u"Anna"_s, u"--send"_s, u"un"_s }),
            int(ExitDone));
        ConsoleProcess again(m_folder->path());
        QVERIFY2(again.run({ u"--send"_s, u"encore moi"_s }) == ExitDone, qPrintable(again.problems()));
    }

    void pipedLinesAreMessagesInOrder()
    {
        TestClient reader;
        QVERIFY(reader.join(m_server.link(), u"lecteur2"_s));
        QByteArray input;
        QStringList expected;
        for (int i = 0; i < 50; ++i) {
            expected.append(u"ligne %1 é"_s.arg(i));
            input += expected.constLast().toUtf8() + '\n';
        }
        input += "/quit n'est pas une commande ici"; // and no line end
        expected.append(u"/quit n'est pas une commande ici"_s);
        ConsoleProcess console(m_folder->path());
        QVERIFY2(console.run({ link(), u"--name"_s, u"Pipeau"_s }, input) == ExitDone, qPrintable(console.problems()));
        const auto events = reader.readAll(reader.firstRoom());
        QVERIFY(events);
        QStringList texts;
        for (const RoomEvent &event : *events) {
            if (event.kind == EventKind::Message && event.authorName == "Pipeau"_L1)
                texts.append(event.text);
        }
        QCOMPARE(texts, expected);
    }

    void commandsWorkAndUnknownOnesAreNeverSent()
    {
        ConsoleProcess console(m_folder->path());
        console.start({ link(), u"--name"_s, u"Commande"_s, u"--commands"_s });
        console.write("/create Réseau");
        QVERIFY2(console.waitFor(u"── Réseau ──"_s), qPrintable(console.output() + console.problems()));
        console.write("/topic Les sockets");
        QVERIFY(console.waitFor(u"Les sockets"_s));
        console.write("//slash");
        QVERIFY(console.waitFor(u"Commande: /slash"_s));
        console.write("/nonsense secret");
        console.write("/who");
        QVERIFY(console.waitFor(u"@commande"_s));
        console.write("/rooms");
        QVERIFY(console.waitFor(u"#Réseau"_s));
        console.write("/nick Nouvelle");
        console.write("/lang fr");
        QVERIFY(console.waitFor(u"français"_s));
        console.write("/quit");
        QCOMPARE(console.waitForEnd(), int(ExitDone));
        QVERIFY(console.problems().contains("/nonsense"_L1));

        TestClient reader;
        QVERIFY(reader.join(m_server.link(), u"lecteur3"_s));
        const auto rooms = reader.ask<RoomList>(ListRooms{ u"Réseau"_s, 0, 0 });
        QVERIFY(rooms && rooms->rooms.size() == 1);
        QCOMPARE(rooms->rooms.constFirst().topic, u"Les sockets"_s);
        QVERIFY(reader.ask<RoomOpened>(JoinRoom{ rooms->rooms.constFirst().id }));
        const auto events = reader.readAll(rooms->rooms.constFirst().id);
        QVERIFY(events);
        QCOMPARE(textsOf(*events), QStringList{ u"/slash"_s });
    }

    void pipedCommandsWaitForEachOther()
    {
        ConsoleProcess console(m_folder->path());
        const QByteArray input = "/create Atelier\n/topic Bricolage\npremier message\n/create Autre\nailleurs\n";
        QVERIFY2(console.run({ link(), u"--name"_s, u"Scénario"_s, u"--commands"_s }, input) == ExitDone,
            qPrintable(console.problems()));
        TestClient reader;
        QVERIFY(reader.join(m_server.link(), u"lecteur5"_s));
        const auto rooms = reader.ask<RoomList>(ListRooms{ u"Atelier"_s, 0, 0 });
        QVERIFY(rooms && rooms->rooms.size() == 1);
        QCOMPARE(rooms->rooms.constFirst().topic, u"Bricolage"_s);
        QVERIFY(reader.ask<RoomOpened>(JoinRoom{ rooms->rooms.constFirst().id }));
        const auto events = reader.readAll(rooms->rooms.constFirst().id);
        QVERIFY(events);
        QCOMPARE(textsOf(*events), QStringList{ u"premier message"_s });
    }

#ifdef Q_OS_UNIX
    void emptyingTheLineDoesNotEnd_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("keys");

        QTest::newRow("backspace") << u"Berthe"_s << QByteArray("a\x7f");
        QTest::newRow("kill the line") << u"Colette"_s << QByteArray("abc def\x15");
        QTest::newRow("delete words") << u"Denise"_s << QByteArray("abc def\x17\x17");
    }
    void emptyingTheLineDoesNotEnd()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, keys);
        Keyboard keyboard;
        ConsoleProcess client(m_folder->path());
        client.setKeyboard(keyboard.name());
        client.start({ link(), u"--name"_s, name });
        QVERIFY2(client.waitFor(u"Connected to"_s), qPrintable(client.problems()));
        for (const char key : std::as_const(keys))
            QVERIFY(keyboard.type(QByteArray(1, key)));
        QVERIFY(keyboard.type("/nonsense\r"));
        QVERIFY(QTest::qWaitFor([&] { return client.problems().contains(u"no command /nonsense"_s); }, 15'000));
        QVERIFY(keyboard.type("\x04"));
        QCOMPARE(client.waitForEnd(), int(ExitDone));
    }
    void endsWhenTheTerminalIsGone()
    {
        Keyboard keyboard;
        ConsoleProcess client(m_folder->path());
        client.setKeyboard(keyboard.name());
        client.start({ link(), u"--name"_s, u"Flora"_s });
        QVERIFY2(client.waitFor(u"Connected to"_s), qPrintable(client.problems()));
        keyboard.unplug();
        QCOMPARE(client.waitForEnd(), int(ExitDone));
    }
#endif

    void controlCharactersOfOthersStayOut()
    {
        TestClient hostile;
        QVERIFY(hostile.join(m_server.link(), u"mallory"_s));
        ConsoleProcess console(m_folder->path());
        console.start({ link(), u"--name"_s, u"Victime"_s });
        QVERIFY(console.waitFor(u"Victime"_s));
        QVERIFY(hostile.send(hostile.firstRoom(), u"\u202eà l'envers\u2066 fin-du-test"_s));
        QVERIFY(console.waitFor(u"fin-du-test"_s));
        QVERIFY(!console.output().contains(u'\u202e'));
        QVERIFY(!console.output().contains(u'\033'));
    }

    void longTextIsRefusedWithAReasonAndExitCode()
    {
        ConsoleProcess console(m_folder->path());
        const int code
            = console.run({ link(), u"--name"_s, u"Bavard"_s, u"--send"_s, u"-"_s }, QByteArray(20'000, 'x'));
        QCOMPARE(code, int(ExitMessageRefused));
        QVERIFY(!console.problems().isEmpty());

        // Too long even to be read as a line: said so, and the next line is taken.
        ConsoleProcess again(m_folder->path());
        QCOMPARE(again.run({}, QByteArray(100'000, 'x') + "\nla suite\n"), int(ExitMessageRefused));
        QVERIFY(!again.problems().isEmpty());
        QVERIFY(again.output().contains("la suite"_L1));
    }

    void sixteenKibibytesArrive()
    {
        TestClient reader;
        QVERIFY(reader.join(m_server.link(), u"lecteur4"_s));
        const QByteArray text = QByteArray(3'999, 'a') + '\n' + QByteArray(3'999, 'b') + '\n' + QByteArray(3'999, 'c')
            + '\n' + QByteArray(4'000, 'd') + "\n" + QByteArray(383, 'e');
        QCOMPARE(text.size(), 16 * 1024);
        ConsoleProcess console(m_folder->path());
        QVERIFY2(console.run({ link(), u"--name"_s, u"Seize"_s, u"--send"_s, u"-"_s }, text) == ExitDone,
            qPrintable(console.problems()));
        const auto events = reader.readAll(reader.firstRoom());
        QVERIFY(events);
        QCOMPARE(events->constLast().text.toUtf8(), text);
    }

    void saysWhatWentWrong_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::newRow("nobody listens") << QStringList{ u"127.0.0.1:1"_s, u"--name"_s, u"X"_s, u"--timeout"_s, u"1"_s,
            u"--send"_s, u"t"_s } << int(ExitNotConnected);
        QTest::newRow("bad address") << QStringList{ u"http://x"_s, u"--send"_s, u"t"_s } << int(ExitUsage);
        QTest::newRow("no server") << QStringList{ u"--send"_s, u"t"_s } << int(ExitUsage);
        QTest::newRow("no name") << QStringList{ u"LINK"_s, u"--send"_s, u"t"_s } << int(ExitLoginRefused);
        QTest::newRow("unknown room") << QStringList{ u"LINK"_s, u"--name"_s, u"Perdu"_s, u"--room"_s, u"Nulle part"_s,
            u"--send"_s, u"t"_s } << int(ExitMessageRefused);
    }
    void saysWhatWentWrong()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        arguments.replaceInStrings(u"LINK"_s, link());
        const QStringList given = arguments;
        for (const QString &language : { u"en"_s, u"fr"_s }) {
            // Names that look alike are refused, so each round needs its own.
            arguments = given;
            arguments.replaceInStrings(u"Perdu"_s, u"Perdu "_s + language);
            QTemporaryDir folder;
            ConsoleProcess console(folder.path(), language);
            QCOMPARE(console.run(arguments), code);
            QVERIFY(!console.problems().trimmed().isEmpty());
        }
    }

    void refusesAnotherServersKey()
    {
        JoinLink wrong = m_server.link();
        wrong.invitation.clear();
        wrong.pin = QByteArray(32, 'k');
        ConsoleProcess console(m_folder->path());
        QCOMPARE(console.run({ wrong.toString(), u"--name"_s, u"Prudent"_s, u"--send"_s, u"secret"_s }),
            int(ExitServerKeyChanged));
        QVERIFY(!console.problems().isEmpty());
    }

    void secondProgramOnTheSameFolderIsRefused()
    {
        ConsoleProcess first(m_folder->path());
        first.start({ link(), u"--name"_s, u"Premier"_s });
        QVERIFY(first.waitFor(u"Premier"_s));
        ConsoleProcess second(m_folder->path());
        QCOMPARE(second.run({ link(), u"--send"_s, u"x"_s }), int(ExitLocalProblem));
    }
};

QTEST_GUILESS_MAIN(TestConsoleClient)
#include "tst_console_client.moc"
