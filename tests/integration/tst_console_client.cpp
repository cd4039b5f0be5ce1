// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/exit_code.h"
#include "tests/integration/console_rig.h"
#include "tests/support/fault_proxy.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::console;
using namespace salon::test;

namespace {

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

class TestConsoleClient : public QObject, private ConsoleRig
{
    Q_OBJECT

private:
    /// An account with a password, in its first room.
    bool enrol(TestClient &client, const QString &login)
    {
        return client.open(m_server.link()) && client.registerAs(login, {}, password()) && client.resume()
            && client.follow(client.firstRoom());
    }
    static QString password() { return u"correct horse battery"_s; }
    [[nodiscard]] QString passwordFile(const QByteArray &content = password().toUtf8() + '\n') const
    {
        QFile file(m_folder->filePath(u"password"_s));
        if (file.open(QIODevice::WriteOnly))
            file.write(content);
        return file.fileName();
    }
    static RoomId makeRoom(TestClient &client, const QString &name)
    {
        const auto opened = client.ask<RoomOpened>(CreateRoom{ RoomKind::Private, name, {}, {} });
        return opened ? opened->room.id : RoomId{};
    }
    static QStringList textsIn(TestClient &client, RoomId room)
    {
        const auto events = client.readAll(room);
        return events ? textsOf(*events) : QStringList{ u"the room cannot be read"_s };
    }
    static RoomSummary summaryOf(TestClient &client, RoomId room)
    {
        if (const auto resumed = client.resume()) {
            for (const RoomSummary &summary : resumed->rooms) {
                if (summary.id == room)
                    return summary;
            }
        }
        return {};
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY2(startServer(), m_server.output().constData()); }
    void init() { newFolder(); }

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
        Terminal terminal;
        ConsoleProcess client(m_folder->path());
        QVERIFY2(client.connectsAt(terminal, { link(), u"--name"_s, name }), qPrintable(client.problems()));
        for (const char key : std::as_const(keys))
            QVERIFY(terminal.type(QByteArray(1, key)));
        QVERIFY(terminal.type("/nonsense\r"));
        QVERIFY(client.waitForProblem(u"no command /nonsense"_s));
        QVERIFY(terminal.type("\x04"));
        QCOMPARE(client.waitForEnd(), int(ExitDone));
    }

    void endsWhenTheTerminalIsGone()
    {
        Terminal terminal;
        ConsoleProcess client(m_folder->path());
        QVERIFY2(client.connectsAt(terminal, { link(), u"--name"_s, u"Flora"_s }), qPrintable(client.problems()));
        terminal.unplug();
        QCOMPARE(client.waitForEnd(), int(ExitDone));
    }

    void editingKeysEdit_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("keys");
        QTest::newRow("go to the beginning first") << u"Gaston"_s << QByteArray("\001/nonsense\r");
        QTest::newRow("beginning") << u"Gaby"_s << QByteArray("nonsense\001/\r");
        QTest::newRow("home and end") << u"Gilda"_s << QByteArray("nonsens\033[H/\033[Fe\r");
        QTest::newRow("arrows") << u"Gustave"_s << QByteArray("/nonsnse\033[D\033OD\033[De\r");
        QTest::newRow("delete") << u"Guy"_s << QByteArray("/nonxsense\033[D\033[D\033[D\033[D\033[D\033[D\033[3~\r");
        QTest::newRow("unknown sequence") << u"Gwen"_s << QByteArray("/non\033[15~\033[1;2Psense\r");
        QTest::newRow("unknown alt key") << u"Gigi"_s << QByteArray("/non\033x\033X\033\xc3\xa9sense\r");
        QTest::newRow("quote") << u"Gab"_s << QByteArray("/non\026sense\r");
    }
    void editingKeysEdit()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, keys);
        Terminal terminal;
        ConsoleProcess client(m_folder->path());
        QVERIFY2(client.connectsAt(terminal, { link(), u"--name"_s, name }), qPrintable(client.problems()));
        QVERIFY(terminal.type(keys));
        QVERIFY2(client.waitForProblem(u"no command /nonsense."_s), qPrintable(client.problems() + client.output()));
        // The same, one byte at a time; and the line after it works as well.
        for (const char key : std::as_const(keys))
            QVERIFY(terminal.type(QByteArray(1, key)));
        QVERIFY2(client.waitForProblem(u"no command /nonsense."_s, 2), qPrintable(client.problems()));
        QVERIFY(terminal.type("/other\r"));
        QVERIFY(client.waitForProblem(u"no command /other."_s));
    }

    void messagesComeInWhileAKeyIsUnfinished_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("key");
        QTest::newRow("escape") << u"Hector"_s << QByteArray("\033");
        QTest::newRow("half an arrow") << u"Hugo"_s << QByteArray("\033[");
        QTest::newRow("search") << u"Henri"_s << QByteArray("\022");
        QTest::newRow("quote") << u"Hilda"_s << QByteArray("\026");
        QTest::newRow("half a letter") << u"Horace"_s << QByteArray("\xc3");
        QTest::newRow("alt x") << u"Hermine"_s << QByteArray("\033x");
    }
    void messagesComeInWhileAKeyIsUnfinished()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, key);
        TestClient other;
        QVERIFY(other.join(m_server.link(), u"autre."_s + name.toLower()));
        Terminal terminal;
        ConsoleProcess client(m_folder->path());
        QVERIFY2(client.connectsAt(terminal, { link(), u"--name"_s, name }), qPrintable(client.problems()));
        for (int i = 0; i < 3; ++i) {
            QVERIFY(terminal.type(key));
            const QString text = u"message %1 pour %2"_s.arg(i).arg(name);
            QVERIFY(other.send(other.firstRoom(), text));
            QVERIFY2(client.waitFor(text), qPrintable(client.output()));
        }
        QVERIFY(!client.output().contains(u"\n: "_s));
        QVERIFY(terminal.type("x\025/nonsense\r")); // the x ends half a sequence or half a letter
        QVERIFY2(client.waitForProblem(u"no command /nonsense."_s), qPrintable(client.problems() + client.output()));
    }

    void searchFindsTheLineThatHoldsWhatIsTyped()
    {
        Terminal terminal;
        ConsoleProcess client(m_folder->path());
        QVERIFY2(client.connectsAt(terminal, { link(), u"--name"_s, u"Irène"_s }), qPrintable(client.problems()));
        QVERIFY(terminal.type("/nonsense\r/other\r"));
        QVERIFY(client.waitForProblem(u"no command /other."_s));
        QVERIFY(terminal.type("nons\022\r"));
        QVERIFY2(client.waitForProblem(u"no command /nonsense."_s, 2), qPrintable(client.output()));
    }

    void secretTypedAheadIsTheSecretAndIsNotShown()
    {
        TestClient account;
        QVERIFY(enrol(account, u"jeanne"_s));
        Terminal terminal;
        ConsoleProcess client(m_folder->path());
        client.useTerminal(terminal);
        client.start({ link() });
        QVERIFY(client.waitFor(u"Do you have an account"_s));
        QVERIFY(terminal.type("y\rjeanne\r" + password().toUtf8() + "\r/nonsense\r"));
        QVERIFY2(client.waitFor(u"Connected to"_s), qPrintable(client.problems() + client.output()));
        QVERIFY(client.waitForProblem(u"no command /nonsense."_s));
        QVERIFY(!client.output().contains(u"horse"_s));
    }

    void linesOfAKeyboardWithoutScreenHoldNoControlCharacters()
    {
        Terminal terminal;
        ConsoleProcess client(m_folder->path());
        client.useKeyboard(terminal);
        client.start({ link(), u"--name"_s, u"Karl"_s });
        QVERIFY2(client.waitFor(u"Connected to"_s), qPrintable(client.problems()));
        QVERIFY(terminal.type("\001/nonsense\033[D\r"));
        QVERIFY2(client.waitForProblem(u"no command /nonsense"_s), qPrintable(client.output()));
    }

    void usernameAloneLogsIn()
    {
        TestClient account;
        QVERIFY(enrol(account, u"lucie"_s));
        {
            Terminal terminal;
            ConsoleProcess client(m_folder->path());
            client.useTerminal(terminal);
            client.start({ link(), u"--username"_s, u"lucie"_s });
            QVERIFY2(client.waitFor(u"Password (not shown)"_s), qPrintable(client.output() + client.problems()));
            QVERIFY(terminal.type(password().toUtf8() + '\r'));
            QVERIFY2(client.waitFor(u"Connected to"_s), qPrintable(client.problems()));
        }
        // An invitation in the link changes nothing, and a script fails instead of asking.
        QTemporaryDir script;
        ConsoleProcess client(script.path());
        JoinLink invitation = m_server.link();
        invitation.invitation = u"ABCD-EFGH-JKLM"_s;
        QCOMPARE(client.run({ invitation.toString(), u"--username"_s, u"lucie.bis"_s, u"--send"_s, u"perdu"_s }),
            int(ExitLoginRefused));
        QVERIFY(client.problems().contains(u"--password-file"_s));
        TestClient fresh;
        QVERIFY2(fresh.join(m_server.link(), u"lucie.bis"_s), "somebody has the username");
    }

    void halfTypedLineGoesNowhereWhenItsRoomIsGone()
    {
        TestClient account;
        QVERIFY(enrol(account, u"marthe"_s));
        const RoomId secret = makeRoom(account, u"Secret de Marthe"_s);
        QVERIFY(secret.isValid());
        Terminal terminal;
        ConsoleProcess client(m_folder->path());
        client.useTerminal(terminal);
        client.start({ link(), u"--username"_s, u"marthe"_s, u"--password-file"_s, passwordFile(), u"--room"_s,
            u"Secret de Marthe"_s });
        QVERIFY2(client.waitFor(u"── Secret de Marthe"_s), qPrintable(client.output() + client.problems()));
        QVERIFY(terminal.type("seulement pour nous"));
        QVERIFY(account.ask<Done>(LeaveRoom{ secret }));
        QVERIFY2(client.waitFor(u"no room open"_s), qPrintable(client.output()));
        QVERIFY(terminal.type("\r"));
        QVERIFY2(client.waitForProblem(u"No room is open"_s), qPrintable(client.output()));
        QVERIFY(terminal.type("/join General\r"));
        QVERIFY(client.waitFor(u"── General"_s));
        QVERIFY(terminal.type("pour tous\r"));
        QVERIFY(
            QTest::qWaitFor([&] { return textsIn(account, account.firstRoom()).contains(u"pour tous"_s); }, 15'000));
        QVERIFY(!textsIn(account, account.firstRoom()).contains(u"seulement pour nous"_s));
    }

    void missedMessagesStayUnreadUntilTheyWereShown()
    {
        constexpr int Missed = 150;
        TestClient account;
        QVERIFY(enrol(account, u"nadia"_s));
        TestClient other;
        QVERIFY(other.join(m_server.link(), u"autre.nadia"_s));
        const RoomId room = other.firstRoom();
        FaultProxy proxy(m_server.link().port, 1);
        JoinLink through = m_server.link();
        through.invitation.clear();
        through.port = proxy.port();
        Terminal terminal;
        ConsoleProcess client(m_folder->path());
        QVERIFY2(client.connectsAt(terminal,
                     { through.toString(), u"--username"_s, u"nadia"_s, u"--password-file"_s, passwordFile() }),
            qPrintable(client.problems()));
        QVERIFY(other.send(room, u"avant-nadia"_s));
        QVERIFY(client.waitFor(u"avant-nadia"_s));
        QVERIFY(QTest::qWaitFor([&] { return summaryOf(account, room).unread == 0; }, 15'000));

        proxy.setCuts(1, 1);
        proxy.cutAll();
        QVERIFY(client.waitFor(u"offline"_s));
        const auto text = [](int i) {
            return u"manque-%1."_s.arg(i, 3, 10, QLatin1Char('0'));
        };
        for (int i = 0; i < Missed; ++i)
            QVERIFY(other.send(room, text(i)));
        proxy.setCuts(0, 0);
        QVERIFY2(client.waitFor(text(Missed - 1)), qPrintable(client.problems()));
        QVERIFY(!client.output().contains(text(0)));

        // Nothing moves, however often this is looked at: the end was shown, and a hole is before it.
        QVERIFY(other.send(room, u"apres-nadia"_s));
        QVERIFY(client.waitFor(u"apres-nadia"_s));
        QCOMPARE(summaryOf(account, room).unread, quint32(Missed + 1));

        for (int page = 0; page < 20 && !client.output().contains(text(0)); ++page) {
            const auto ends = client.output().count(u"End of the earlier messages"_s);
            QVERIFY(terminal.type("/older\r"));
            QVERIFY(QTest::qWaitFor(
                [&] { return client.output().count(u"End of the earlier messages"_s) > ends; }, 15'000));
        }
        for (int i = 0; i < Missed; ++i)
            QVERIFY2(client.output().count(text(i)) == 1, qPrintable(text(i)));
        QVERIFY(QTest::qWaitFor([&] { return summaryOf(account, room).unread == 0; }, 15'000));
    }

    void readCommandReadsWhatWasNotShown()
    {
        TestClient account;
        QVERIFY(enrol(account, u"odile"_s));
        TestClient other;
        QVERIFY(other.join(m_server.link(), u"autre.odile"_s));
        const RoomId room = other.firstRoom();
        for (int i = 0; i < 70; ++i)
            QVERIFY(other.send(room, u"odile %1"_s.arg(i)));
        Terminal terminal;
        ConsoleProcess client(m_folder->path());
        client.useTerminal(terminal);
        client.start({ link(), u"--username"_s, u"odile"_s, u"--password-file"_s, passwordFile() });
        QVERIFY2(client.waitFor(u"odile 69"_s), qPrintable(client.problems()));
        QVERIFY(terminal.type("bonjour\r"));
        QVERIFY(client.waitFor(u": bonjour"_s));
        QCOMPARE(summaryOf(account, room).unread, quint32(70));
        QVERIFY(terminal.type("/read\r"));
        QVERIFY(QTest::qWaitFor([&] { return summaryOf(account, room).unread == 0; }, 15'000));
    }
#endif

    void pipeEndsWhenItsRoomIsGone()
    {
        TestClient account;
        QVERIFY(enrol(account, u"paula"_s));
        const RoomId secret = makeRoom(account, u"Secret de Paula"_s);
        QVERIFY(secret.isValid());
        ConsoleProcess client(m_folder->path());
        client.start({ link(), u"--username"_s, u"paula"_s, u"--password-file"_s, passwordFile(), u"--room"_s,
            u"Secret de Paula"_s });
        client.write("premier");
        QVERIFY2(client.waitFor(u": premier"_s), qPrintable(client.problems()));
        QVERIFY(account.ask<Done>(LeaveRoom{ secret }));
        client.write("seulement pour nous");
        QCOMPARE(client.waitForEnd(), int(ExitMessageRefused)); // though the pipe is open still
        QVERIFY(!client.problems().isEmpty());
        QVERIFY(!textsIn(account, account.firstRoom()).contains(u"seulement pour nous"_s));
    }

    void scriptNeverFallsBackToAnotherRoom_data()
    {
        QTest::addColumn<QString>("login");
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<int>("code");
        QTest::newRow("left by itself") << u"quentin"_s << QByteArray("/leave\nperdu quentin\n")
                                        << int(ExitMessageRefused);
        QTest::newRow("room not there") << u"quitterie"_s << QByteArray("/join Nulle part\nperdu quitterie\n")
                                        << int(ExitMessageRefused);
        QTest::newRow("person not there")
            << u"quincy"_s << QByteArray("/join @nobody.here\nperdu quincy\n") << int(ExitMessageRefused);
        QTest::newRow("name refused") << u"quarto"_s << "/create " + QByteArray(300, 'x') + "\nperdu quarto\n"
                                      << int(ExitMessageRefused);
        QTest::newRow("left, and another opened")
            << u"quorra"_s << QByteArray("/leave\n/create Ailleurs quorra\nperdu quorra\n") << int(ExitDone);
    }
    void scriptNeverFallsBackToAnotherRoom()
    {
        QFETCH(QString, login);
        QFETCH(QByteArray, lines);
        QFETCH(int, code);
        TestClient account;
        QVERIFY(enrol(account, login));
        QVERIFY(makeRoom(account, u"Secret de "_s + login).isValid());
        ConsoleProcess client(m_folder->path());
        QCOMPARE(client.run({ link(), u"--username"_s, login, u"--password-file"_s, passwordFile(), u"--room"_s,
                                u"Secret de "_s + login, u"--commands"_s },
                     lines),
            code);
        QVERIFY(!textsIn(account, account.firstRoom()).contains(u"perdu "_s + login));
    }

    void passwordFileWithoutPasswordIsABadOption_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("not there") << u"nowhere"_s;
        QTest::newRow("folder") << u"."_s;
        QTest::newRow("empty") << u"empty"_s;
        QTest::newRow("first line empty") << u"line"_s;
    }
    void passwordFileWithoutPasswordIsABadOption()
    {
        QFETCH(QString, file);
        const QString path = file == "empty"_L1 ? passwordFile({})
            : file == "line"_L1                 ? passwordFile("\nsecond line\n")
                                                : m_folder->filePath(file);
        TestClient reader;
        QVERIFY(reader.open(m_server.link()));
        for (const QString &option : { u"--name"_s, u"--username"_s }) {
            QTemporaryDir folder;
            ConsoleProcess client(folder.path());
            QCOMPARE(client.run({ m_server.link().toString(), option, u"romane"_s, u"--password-file"_s, path,
                         u"--send"_s, u"perdu"_s }),
                int(ExitUsage));
            QVERIFY(client.problems().contains(path));
        }
        // No account was made on the way.
        ConsoleProcess client(m_folder->path());
        QCOMPARE(client.run({ link(), u"--username"_s, u"romane"_s, u"--password-file"_s, passwordFile(), u"--send"_s,
                     u"perdu"_s }),
            int(ExitLoginRefused));
        QVERIFY(client.output().isEmpty());
    }

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
            int(ExitKeyChanged));
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
