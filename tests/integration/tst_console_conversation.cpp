// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/exit_code.h"
#include "tests/integration/console_rig.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::console;
using namespace salon::test;

/// Replies, edits, deletions, reactions, lists and bans, through the real console client and the real server.
class TestConsoleConversation : public QObject, private ConsoleRig
{
    Q_OBJECT

private:
    static std::optional<RoomEvent> eventAt(TestClient &client, Seq seq)
    {
        return newestWhere(client, [seq](const RoomEvent &event) { return event.seq == seq; });
    }
    static std::optional<RoomEvent> eventWith(TestClient &client, const QString &text)
    {
        return newestWhere(
            client, [&text](const RoomEvent &event) { return event.kind == EventKind::Message && event.text == text; });
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY2(startServer(), m_server.output().constData()); }
    void init() { newFolder(); }

    void scriptAnswersEditsAndReacts()
    {
        TestClient other;
        QVERIFY(other.join(m_server.link(), u"autre.script"_s));
        const Seq seq = send(other, u"une question"_s);
        QVERIFY(seq > 0);
        ConsoleProcess console(m_folder->path());
        const int code = script(newName(u"Script"_s),
            u"/reply %1 une réponse\n/edit une meilleure réponse\n/react %1 :thumbsup:\n/me salue\n"_s.arg(seq),
            console);
        QVERIFY2(code == ExitDone, qPrintable(console.problems()));
        const auto answer = eventWith(other, u"une meilleure réponse"_s);
        QVERIFY(answer);
        QCOMPARE(answer->target, seq);
        QVERIFY(answer->editedMs > 0);
        QVERIFY(!eventWith(other, u"une réponse"_s));
        const auto question = eventAt(other, seq);
        QVERIFY(question && question->reactions.size() == 1);
        QCOMPARE(question->reactions.constFirst().emoji, u"👍"_s);
        const auto action = eventWith(other, u"salue"_s);
        QVERIFY(action && action->format == TextFormat::Action);

        // The same program again: it knows nothing but what the room shows.
        ConsoleProcess again(m_folder->path());
        QVERIFY2(again.run({ u"--commands"_s }, u"/unreact %1\n/delete %2\n"_s.arg(seq).arg(answer->seq).toUtf8())
                == ExitDone,
            qPrintable(again.problems()));
        QVERIFY(eventAt(other, seq)->reactions.isEmpty());
        QVERIFY(eventAt(other, answer->seq)->deleted);
        QVERIFY(eventAt(other, answer->seq)->text.isEmpty());
    }

    void scriptIsToldWhatWasRefused_data()
    {
        QTest::addColumn<QString>("line");
        QTest::newRow("edit of another's") << u"/edit SEQ perdu"_s;
        QTest::newRow("deletion of another's") << u"/delete SEQ"_s;
        QTest::newRow("answer to nothing") << u"/reply 999999 perdu"_s;
        QTest::newRow("answer without a number") << u"/reply perdu"_s;
        QTest::newRow("no emoji") << u"/react SEQ perdu"_s;
        QTest::newRow("nothing to edit") << u"/edit perdu"_s;
        QTest::newRow("no such room") << u"/forward SEQ Nulle part"_s;
    }
    void scriptIsToldWhatWasRefused()
    {
        QFETCH(QString, line);
        TestClient other;
        QVERIFY(other.join(m_server.link(), u"refus%1"_s.arg(++m_people)));
        const Seq seq = send(other, u"intact"_s);
        ConsoleProcess console(m_folder->path());
        QCOMPARE(script(newName(u"Refus"_s), line.replace(u"SEQ"_s, QString::number(seq)) + u'\n', console),
            int(ExitMessageRefused));
        QVERIFY(!console.problems().trimmed().isEmpty());
        const auto event = eventAt(other, seq);
        QVERIFY(event && event->text == "intact"_L1 && event->changed == 0);
        QVERIFY(!eventWith(other, u"perdu"_s));
    }

    void sendAnswersAndChoosesItsFormat()
    {
        TestClient other;
        QVERIFY(other.join(m_server.link(), u"autre.send"_s));
        const Seq seq = send(other, u"à qui répond-on ?"_s);
        const QString name = newName(u"Envoi"_s);
        ConsoleProcess plain(m_folder->path());
        QVERIFY2(plain.run({ link(), u"--name"_s, name, u"--send"_s, u"**tel quel** :smile:"_s }) == ExitDone,
            qPrintable(plain.problems()));
        const auto first = eventWith(other, u"**tel quel** :smile:"_s);
        QVERIFY(first && first->format == TextFormat::Plain && first->target == 0);
        ConsoleProcess answer(m_folder->path());
        QVERIFY2(answer.run({ u"--send"_s, u"**gras**"_s, u"--reply-to"_s, QString::number(seq), u"--format"_s,
                     u"markdown"_s })
                == ExitDone,
            qPrintable(answer.problems()));
        const auto second = eventWith(other, u"**gras**"_s);
        QVERIFY(second && second->format == TextFormat::Markdown);
        QCOMPARE(second->target, seq);
        ConsoleProcess nobody(m_folder->path());
        QCOMPARE(nobody.run({ u"--send"_s, u"à personne"_s, u"--reply-to"_s, u"999999"_s }), int(ExitMessageRefused));
        QVERIFY(!eventWith(other, u"à personne"_s));
    }

    void changesOfOthersAreToldAsTheyCome()
    {
        TestClient other;
        QVERIFY(other.join(m_server.link(), u"autre.temoin"_s));
        ConsoleProcess witness(m_folder->path());
        start(witness, newName(u"Témoin"_s));
        const Seq seq = send(other, u"texte premier"_s);
        const QString number = u"#%1"_s.arg(seq);
        QVERIFY2(witness.waitFor(number + u" autre.temoin: texte premier"_s), qPrintable(witness.output()));

        QTemporaryDir folder;
        ConsoleProcess author(folder.path());
        const QString name = newName(u"Auteur"_s);
        start(author, name);
        author.write("mot faux");
        QVERIFY(witness.waitFor(name + u": mot faux"_s));
        author.write("/edit mot juste");
        QVERIFY2(witness.waitFor(name + u" edited #"_s), qPrintable(witness.output() + author.problems()));
        QVERIFY(witness.waitFor(u": mot juste"_s));
        author.write("/react " + QByteArray::number(seq) + " 🎉");
        QVERIFY(witness.waitFor(name + u" reacted 🎉 to "_s + number));
        author.write("/unreact " + QByteArray::number(seq) + " 🎉");
        QVERIFY(witness.waitFor(name + u" took back 🎉 from "_s + number));
        author.write("/reply " + QByteArray::number(seq) + " d'accord");
        QVERIFY(witness.waitFor(u"┌ "_s + number + u" autre.temoin: texte premier"_s));
        QVERIFY(witness.waitFor(name + u": d'accord"_s));
        const auto wrong = eventWith(other, u"mot juste"_s);
        QVERIFY(wrong);
        author.write("/delete " + QByteArray::number(wrong->seq));
        QVERIFY(witness.waitFor(name + u" deleted #%1."_s.arg(wrong->seq)));

        // Who comes later sees what is left.
        QTemporaryDir late;
        ConsoleProcess reader(late.path());
        reader.start({ link(), u"--name"_s, newName(u"Tard"_s) });
        QVERIFY(reader.waitFor(name + u": d'accord"_s));
        QVERIFY(reader.output().contains(name + u": (deleted)"_s));
        QVERIFY(!reader.output().contains(u"mot"_s));
        QVERIFY(!reader.output().contains(u"edited #"_s));
    }

    void listsAndDetailsAreShown()
    {
        TestClient other;
        QVERIFY(other.join(m_server.link(), u"autre.listes"_s));
        ConsoleProcess console(m_folder->path());
        const QString name = newName(u"Listes"_s);
        start(console, name);
        QVERIFY(console.waitFor(name));
        console.write("/create Cave");
        QVERIFY(console.waitFor(u"── Cave ──"_s));
        console.write("/pins");
        QVERIFY2(console.waitFor(u"Nothing is pinned"_s), qPrintable(console.problems()));
        console.write("vin vieux");
        QVERIFY(console.waitFor(name + u": vin vieux"_s));
        console.write("/edit vin jeune");
        QVERIFY(console.waitFor(u" edited #"_s));
        const QString numbered = console.output().section(u" "_s + name + u": vin vieux"_s, 0, 0).section(u'#', -1);
        const QByteArray seq = numbered.toUtf8();
        QVERIFY2(numbered.toLongLong() > 0, qPrintable(console.output()));
        console.write("/history " + seq);
        QVERIFY2(console.waitFor(u"\n    vin vieux"_s), qPrintable(console.output() + console.problems()));
        QVERIFY(console.waitFor(u"\n    vin jeune"_s));
        console.write("/pin " + seq);
        QVERIFY(console.waitFor(name + u" pinned #"_s + numbered));
        console.write("/pins");
        QVERIFY(console.waitFor(u"#"_s + numbered + u" "_s + name + u": vin jeune"_s));
        console.write("/save " + seq);
        QVERIFY(console.waitFor(u"Saved #"_s + numbered));
        console.write("/saved");
        QVERIFY(console.waitFor(u"{Cave} #"_s + numbered));
        console.write("/unsave " + seq);
        QVERIFY(console.waitFor(u"not on your list any more"_s));
        console.write("/react " + seq + " :+1:");
        QVERIFY(console.waitFor(u" reacted 👍 to #"_s + numbered));
        console.write("/who-reacted " + seq);
        QVERIFY(console.waitFor(u"👍  "_s + name));
        console.write("/link " + seq);
        QVERIFY(console.waitFor(u"/"_s + numbered + u'\n'));
        QVERIFY(console.output().contains(u"salon://"_s));
        console.write("/mentions");
        QVERIFY(console.waitFor(u"Nobody has mentioned you"_s));
        console.write("/forward " + seq + " General");
        QVERIFY(console.waitFor(u"Forwarded #"_s + numbered));
        QVERIFY(QTest::qWaitFor(
            [&] { return eventWith(other, u"> **%1**\n>\n> vin jeune"_s.arg(name)).has_value(); }, 15'000));
        console.write("/unpin " + seq);
        QVERIFY(console.waitFor(name + u" unpinned #"_s + numbered));
        console.endInput();
        QCOMPARE(console.waitForEnd(), int(ExitDone));
        QVERIFY2(console.problems().isEmpty(), qPrintable(console.problems()));
    }

    void whoIsBannedStaysOutUntilUnbanned()
    {
        TestClient other;
        QVERIFY(other.join(m_server.link(), u"intrus"_s));
        ConsoleProcess console(m_folder->path());
        const QString name = newName(u"Hôte"_s);
        start(console, name);
        QVERIFY(console.waitFor(name));
        console.write("/create Club");
        QVERIFY(console.waitFor(u"── Club ──"_s));
        console.write("/invite intrus");
        QVERIFY(console.waitFor(u"is in the room now"_s));
        const auto rooms = other.ask<RoomList>(ListRooms{ u"Club"_s, 0, 0 });
        QVERIFY(rooms && rooms->rooms.size() == 1);
        const RoomId club = rooms->rooms.constFirst().id;
        console.write("/kick @intrus");
        QVERIFY2(console.waitFor(u"removed intrus from the room"_s), qPrintable(console.output() + console.problems()));
        QVERIFY(other.ask<RoomOpened>(JoinRoom{ club }));
        console.write("/ban intrus");
        QVERIFY(console.waitFor(u"banned intrus from the room"_s));
        const auto refused = other.ask<RoomOpened>(JoinRoom{ club });
        QVERIFY(!refused && refused.error().code == ErrorCode::Banned);
        console.write("/bans");
        QVERIFY(console.waitFor(u"intrus @intrus"_s));
        console.write("/unban intrus");
        QVERIFY(console.waitFor(u"lets intrus come back"_s));
        QVERIFY(other.ask<RoomOpened>(JoinRoom{ club }));
        console.write("/bans");
        QVERIFY(console.waitFor(u"Nobody is banned"_s));
    }

#ifdef Q_OS_UNIX
    void personWritesMarkdownAndEmoji()
    {
        TestClient other;
        QVERIFY(other.join(m_server.link(), u"autre.typo"_s));
        Terminal terminal;
        ConsoleProcess client(m_folder->path());
        QVERIFY2(
            client.connectsAt(terminal, { link(), u"--name"_s, newName(u"Typo"_s) }), qPrintable(client.problems()));
        QVERIFY(terminal.type("**trapu** :smile: `:smile:`\r"));
        QVERIFY2(client.waitFor(u"\033[1mtrapu\033[0m"_s), qPrintable(client.output()));
        const auto event = eventWith(other, u"**trapu** 😄 `:smile:`"_s);
        QVERIFY2(event, qPrintable(client.output()));
        QCOMPARE(event->format, TextFormat::Markdown);
        QVERIFY(terminal.type("/edit _fin_\r"));
        QVERIFY2(client.waitFor(u"edited #%1: fin"_s.arg(event->seq)), qPrintable(client.output()));
        QVERIFY(terminal.type("/shrug bof\r"));
        QVERIFY2(client.waitFor(u"bof ¯\\_(ツ)_/¯"_s), qPrintable(client.output()));
    }

    void spoilersWaitForReveal()
    {
        TestClient other;
        QVERIFY(other.join(m_server.link(), u"autre.devoile"_s));
        Terminal terminal;
        ConsoleProcess client(m_folder->path());
        QVERIFY2(client.connectsAt(terminal, { link(), u"--name"_s, newName(u"Patience"_s) }),
            qPrintable(client.problems()));
        QTemporaryDir folder;
        ConsoleProcess author(folder.path());
        QVERIFY2(author.run({ link(), u"--name"_s, newName(u"Bavard"_s), u"--format"_s, u"markdown"_s, u"--send"_s,
                     u"c'est ||le colonel||"_s })
                == ExitDone,
            qPrintable(author.problems()));
        const auto sent = eventWith(other, u"c'est ||le colonel||"_s);
        QVERIFY(sent);
        QVERIFY2(client.waitFor(u"▒▒▒"_s), qPrintable(client.output()));
        QVERIFY(!client.output().contains(u"colonel"_s));
        QVERIFY(terminal.type("/reveal " + QByteArray::number(sent->seq) + "\r"));
        QVERIFY2(client.waitFor(u"le colonel"_s), qPrintable(client.output()));
    }

    void tabCompletesCommandsAndTellsTheirArguments()
    {
        Terminal terminal;
        ConsoleProcess client(m_folder->path());
        QVERIFY2(
            client.connectsAt(terminal, { link(), u"--name"_s, newName(u"Tab"_s) }), qPrintable(client.problems()));
        QVERIFY(terminal.type("/who-r\t\r"));
        QVERIFY2(client.waitForProblem(u"Like this: /who-reacted number"_s), qPrintable(client.problems()));
        QVERIFY(terminal.type("/reply \t"));
        QVERIFY2(client.waitFor(u"/reply number text  Answers a message."_s), qPrintable(client.output()));
        QVERIFY(terminal.type("\025/nonsense\r"));
        QVERIFY(client.waitForProblem(u"no command /nonsense"_s));
    }
#endif
};

QTEST_GUILESS_MAIN(TestConsoleConversation)
#include "tst_console_conversation.moc"
