// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/exit_code.h"
#include "tests/integration/console_rig.h"

#include <QDir>
#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::console;
using namespace salon::test;

/// Unread marks, attention, rules, searches and exports, through the real console client and the real server.
class TestConsoleReading : public QObject, private ConsoleRig
{
    Q_OBJECT

private:
    /// A client with commands, in the first room.
    bool starts(ConsoleProcess &console, const QString &name)
    {
        start(console, name);
        return console.waitFor(u"── "_s);
    }

    /// Repeats a command until it answers with this, as what it asks about may be known only a moment later.
    static bool answers(ConsoleProcess &console, const QByteArray &command, const QString &text)
    {
        const auto before = console.output().count(text);
        for (int time = 0; time < 15; ++time) {
            console.write(command);
            if (QTest::qWaitFor([&] { return console.output().count(text) > before; }, 2000))
                return true;
        }
        return false;
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY2(startServer(), m_server.output().constData()); }
    void init() { newFolder(); }

    void aRoomIsUnreadFromAMessageOnAndSaysWhy()
    {
        TestClient other;
        QVERIFY(other.join(m_server.link(), u"autre.marque"_s));
        ConsoleProcess console(m_folder->path());
        QVERIFY(starts(console, newName(u"Lecture"_s)));
        const Seq first = send(other, u"premier point"_s);
        const Seq second = send(other, u"second point"_s);
        QVERIFY(first > 0 && second > 0);
        QVERIFY2(console.waitFor(u"second point"_s), qPrintable(console.output() + console.problems()));
        console.write("/read");
        console.write("/unread " + QByteArray::number(first));
        QVERIFY2(console.waitFor(u"Unread from #%1"_s.arg(first)), qPrintable(console.output() + console.problems()));
        QVERIFY(send(other, u"troisième point"_s) > 0); // when it comes, the server's counts have come, too
        QVERIFY(console.waitFor(u"troisième point"_s));
        console.write("/why");
        QVERIFY2(console.waitFor(u"You marked it as unread from here on:"_s),
            qPrintable(console.output() + console.problems()));
        QVERIFY2(console.output().contains(u"3 unread message"_s), qPrintable(console.output()));
        console.write("/read all");
        QVERIFY(console.waitFor(u"Everything is marked as read."_s));
        console.write("/why");
        QVERIFY2(console.waitFor(u"No room is unread."_s), qPrintable(console.output() + console.problems()));
        console.endInput();
        QCOMPARE(console.waitForEnd(), int(ExitDone));
        QVERIFY2(console.problems().isEmpty(), qPrintable(console.problems()));
    }

    void attentionIsKeptByTheAccount()
    {
        const QString name = newName(u"Calme"_s);
        ConsoleProcess console(m_folder->path());
        QVERIFY(starts(console, name));
        console.write("/mute mentions 2h");
        QVERIFY2(console.waitFor(u"Only mentions of you"_s), qPrintable(console.output() + console.problems()));
        QVERIFY(console.output().contains(u"Until "_s));
        console.write("/rooms");
        QVERIFY2(console.waitFor(u" · mentions only"_s), qPrintable(console.output() + console.problems()));
        console.endInput();
        QCOMPARE(console.waitForEnd(), int(ExitDone));
        // The next run switches it off, which it can only do knowing that it is on.
        ConsoleProcess again(m_folder->path());
        QVERIFY2(again.run({ u"--commands"_s }, "/mute\n") == ExitDone, qPrintable(again.problems()));
        QVERIFY2(again.output().contains(u"calls you again"_s), qPrintable(again.output()));
    }

    void whetherOthersSeeOneTypingIsKept()
    {
        ConsoleProcess console(m_folder->path());
        QVERIFY(starts(console, newName(u"Discret"_s)));
        console.write("/typing");
        QVERIFY2(console.waitFor(u"Others see when"_s), qPrintable(console.output() + console.problems()));
        console.write("/typing off");
        QVERIFY2(console.waitFor(u"Others do not see"_s), qPrintable(console.output() + console.problems()));
        console.endInput();
        QCOMPARE(console.waitForEnd(), int(ExitDone));
        ConsoleProcess again(m_folder->path());
        QVERIFY2(again.run({ u"--commands"_s }, "/typing\n") == ExitDone, qPrintable(again.problems()));
        QVERIFY2(again.output().contains(u"Others do not see"_s), qPrintable(again.output()));
    }

    void rulesAreShownSetAndObeyed()
    {
        TestClient other;
        QVERIFY(other.join(m_server.link(), u"autre.regle"_s));
        ConsoleProcess maker(m_folder->path());
        QVERIFY(starts(maker, newName(u"Fondateur"_s)));
        const QString room = newName(u"Annonces"_s);
        maker.write("/create " + room.toUtf8());
        QVERIFY2(maker.waitFor(u"── "_s + room), qPrintable(maker.output() + maker.problems()));
        maker.write("/rules");
        QVERIFY2(maker.waitFor(u"no rules of its own"_s), qPrintable(maker.output() + maker.problems()));
        // Each command changes the rules that are known here: the next one waits until the room has heard of this one.
        maker.write("/rules posting moderators");
        QVERIFY2(
            answers(maker, "/rules", u"\n  Only moderators and "_s), qPrintable(maker.output() + maker.problems()));
        maker.write("/rules slow 10");
        QVERIFY2(answers(maker, "/rules", u"\n  Slow mode: there are 10 second"_s),
            qPrintable(maker.output() + maker.problems()));
        QVERIFY(maker.output().contains(u"You may change them"_s));

        QTemporaryDir folder;
        ConsoleProcess reader(folder.path());
        QCOMPARE(reader.run({ link(), u"--name"_s, newName(u"Lecteur"_s), u"--room"_s, room, u"--send"_s, u"perdu"_s }),
            int(ExitMessageRefused));
        QVERIFY2(!reader.problems().trimmed().isEmpty(), "the reason is said");
        ConsoleProcess rebel(folder.path());
        QCOMPARE(
            rebel.run({ u"--room"_s, room, u"--commands"_s }, "/rules posting everyone\n"), int(ExitMessageRefused));
        maker.write("écrit par le fondateur");
        QVERIFY(maker.waitFor(u": écrit par le fondateur"_s));
        maker.endInput();
        QCOMPARE(maker.waitForEnd(), int(ExitDone));
        QVERIFY(!maker.output().contains(u"perdu"_s));
    }

    void searchesSayWhatTheyFoundAndOpenIt()
    {
        TestClient other;
        QVERIFY(other.join(m_server.link(), u"autre.cherche"_s));
        send(other, u"avant la fenêtre"_s);
        const Seq seq = send(other, u"L'Élévateur est réparé"_s);
        send(other, u"après la fenêtre"_s);
        ConsoleProcess console(m_folder->path());
        QVERIFY(starts(console, newName(u"Cherche"_s)));
        QVERIFY2(answers(console, "/search elevateur from:autre.cherche", u"[1] ["_s),
            qPrintable(console.output() + console.problems()));
        QVERIFY2(console.output().contains(u"#%1 "_s.arg(seq)), qPrintable(console.output()));
        QVERIFY(console.waitFor(u"/open 1 shows"_s));
        console.write("/open 1");
        QVERIFY2(console.waitFor(u"▶ #%1 "_s.arg(seq)), qPrintable(console.output() + console.problems()));
        QVERIFY2(answers(console, "/search xyzzyx", u"Nothing was found."_s),
            qPrintable(console.output() + console.problems()));
        console.write("/date " + QDate::currentDate().toString(Qt::ISODate).toUtf8());
        QVERIFY2(console.waitFor(u"End of the earlier messages"_s), qPrintable(console.output() + console.problems()));
        console.endInput();
        QCOMPARE(console.waitForEnd(), int(ExitDone));
        QVERIFY2(console.problems().isEmpty(), qPrintable(console.problems()));
    }

    void aRoomIsWrittenIntoAFolder()
    {
        TestClient other;
        QVERIFY(other.join(m_server.link(), u"autre.export"_s));
        send(other, u"à garder"_s);
        ConsoleProcess console(m_folder->filePath(u"data"_s));
        const QString target = m_folder->filePath(u"mes exports"_s); // not there yet
        QVERIFY2(script(newName(u"Export"_s), u"/export \"%1\"\n"_s.arg(target), console) == ExitDone,
            qPrintable(console.problems()));
        const QStringList made = QDir(target).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        QCOMPARE(made.size(), qsizetype(1));
        QFile lines(target + u'/' + made.constFirst() + u"/messages.jsonl"_s);
        QVERIFY(lines.open(QIODevice::ReadOnly));
        QVERIFY(QString::fromUtf8(lines.readAll()).contains(u"à garder"_s));
        QVERIFY(QFile::exists(target + u'/' + made.constFirst() + u"/index.html"_s));
    }

#ifdef Q_OS_UNIX
    void aServerThatStopsSaysSoOnce()
    {
        const QString words = u"The server is being stopped."_s;
        Terminal terminal;
        ConsoleProcess console(m_folder->path());
        QVERIFY(console.connectsAt(terminal, { link(), u"--name"_s, newName(u"Adieu"_s) }));
        QVERIFY(m_server.stop()); // attempts to come back may meet it while it is still there
        QVERIFY(console.waitFor(u"offline"_s));
        QVERIFY(m_server.start());
        QVERIFY2(console.waitFor(u"Connected again."_s), qPrintable(console.problems()));
        QCOMPARE(console.problems().count(words), 1);
        QVERIFY(m_server.stop()); // the next time is another
        QVERIFY(console.waitForProblem(words, 2));
        QVERIFY(m_server.start());
    }

    void whatWaitsIsEditedAndDiscardedByItsNumber()
    {
        const QString name = newName(u"Attente"_s);
        {
            ConsoleProcess console(m_folder->path());
            QVERIFY(starts(console, name));
            console.endInput();
            QCOMPARE(console.waitForEnd(), int(ExitDone));
        }
        QVERIFY(m_server.stop());
        Terminal terminal;
        ConsoleProcess offline(m_folder->path());
        offline.useTerminal(terminal);
        offline.start({});
        QVERIFY(offline.waitFor(u"offline"_s));
        QVERIFY(terminal.type("mot faux\r"));
        QVERIFY2(offline.waitFor(u"mot faux (waiting"_s), qPrintable(offline.output()));
        QVERIFY(terminal.type("mot de trop\r"));
        QVERIFY(offline.waitFor(u"mot de trop (waiting"_s));
        QVERIFY(terminal.type("/outbox\r"));
        QVERIFY2(offline.waitFor(u"Waits for the network."_s), qPrintable(offline.output()));
        QVERIFY(terminal.type("/discard 2\r"));
        QVERIFY(offline.waitFor(u"1 message"_s));
        QVERIFY(terminal.type("/edit-unsent 1 mot juste\r"));
        QVERIFY2(offline.waitFor(u"mot juste (waiting"_s), qPrintable(offline.output() + offline.problems()));
        QVERIFY2(m_server.start(), m_server.output().constData());
        TestClient witness;
        QVERIFY(witness.join(m_server.link(), u"temoin.attente"_s));
        QTRY_VERIFY_WITH_TIMEOUT(says(witness, u"mot juste"_s), 20'000);
        QVERIFY(!says(witness, u"mot faux"_s));
        QVERIFY(!says(witness, u"mot de trop"_s));
    }
#endif

#ifdef Q_OS_UNIX
    void whoTypesStandsAboveTheLine()
    {
        TestClient other;
        QVERIFY(other.join(m_server.link(), u"autre.clavier"_s));
        Terminal terminal;
        ConsoleProcess console(m_folder->path());
        QVERIFY2(console.connectsAt(terminal, { link(), u"--name"_s, newName(u"Lecteur"_s) }),
            qPrintable(console.problems()));
        // The server passes it to those who look at the room, which it may hear a moment later.
        const auto isTold = [&] {
            other.notify(Typing{ other.firstRoom() });
            return console.output().contains(u"autre.clavier is typing…"_s);
        };
        QTRY_VERIFY2_WITH_TIMEOUT(isTold(), qPrintable(console.output()), 15'000);
    }

    void whatWasTypedAndNotSentStandsInTheLineAgain()
    {
        const QByteArray draft("à finir demain");
        Terminal terminal;
        ConsoleProcess console(m_folder->path());
        QVERIFY2(console.connectsAt(terminal, { link(), u"--name"_s, newName(u"Brouillon"_s) }),
            qPrintable(console.problems()));
        QVERIFY(console.waitFor(u"joined the room"_s));
        QVERIFY(terminal.type("un mot envoyé\r"));
        QVERIFY2(console.waitFor(u": un mot envoyé"_s), qPrintable(console.output()));
        QVERIFY(terminal.type(draft));
        QTRY_VERIFY_WITH_TIMEOUT(((void)console.output(), isInTheOutbox(draft)), 15'000);
        console.kill();
        Terminal second;
        ConsoleProcess again(m_folder->path());
        QVERIFY2(again.connectsAt(second, {}), qPrintable(again.problems()));
        QVERIFY2(again.waitFor(u"> "_s + QString::fromUtf8(draft)), qPrintable(again.output()));
        QVERIFY(second.type(" matin\r"));
        QVERIFY2(again.waitFor(u": à finir demain matin"_s), qPrintable(again.output()));
    }

    void whatTheServerRefusesIsKeptForThePerson()
    {
        Terminal terminal;
        ConsoleProcess console(m_folder->path());
        QVERIFY2(
            console.connectsAt(terminal, { link(), u"--name"_s, newName(u"Refus"_s) }), qPrintable(console.problems()));
        // The first event is that the room was made: nothing to answer, as the server finds.
        QVERIFY(terminal.type("/reply 1 mot perdu ?\r"));
        QVERIFY2(console.waitForProblem(u": mot perdu ? (There is no such message"_s), qPrintable(console.problems()));
        QVERIFY(console.waitFor(u"It is kept"_s));
        QVERIFY(terminal.type("/outbox\r"));
        QVERIFY2(console.waitFor(u"! #General: reply to #1: mot perdu ?"_s), qPrintable(console.output()));
        QVERIFY(terminal.type("/discard 1\r"));
        QVERIFY2(console.waitFor(u"1 message"_s), qPrintable(console.output()));
    }
#endif

#ifdef Q_OS_UNIX
private:
    /// Somewhere in the files of the outbox.
    bool isInTheOutbox(const QByteArray &text) const
    {
        QDirIterator files(m_folder->path(), { u"outbox.sqlite*"_s }, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(text))
                return true;
        }
        return false;
    }
    static bool says(TestClient &client, const QString &text)
    {
        const auto events = client.readAll(client.firstRoom());
        return events && std::ranges::any_of(*events, [&](const RoomEvent &event) { return event.text == text; });
    }
#endif
};

QTEST_GUILESS_MAIN(TestConsoleReading)
#include "tst_console_reading.moc"
