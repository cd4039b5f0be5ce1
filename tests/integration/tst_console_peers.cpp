// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/exit_code.h"
#include "tests/integration/tst_console_peers_person.h"
#include "tests/support/server_process.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>
#include <memory>

using namespace Qt::StringLiterals;
using namespace salon::console;
using namespace salon::test;

namespace {

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

    void commandsOfAPipeWaitUntilAllIsOpen()
    {
        m_marie->startPeer();
        m_marie->write("/nearby");
        m_marie->write("/quit");
        QCOMPARE(m_marie->waitForEnd(), int(ExitDone));
        QVERIFY2(!m_marie->output().contains(u"switched off"_s), qPrintable(m_marie->output()));
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

    void aScriptTakesNoRefusalBack()
    {
        meet();
        m_marie->write("/refuse Nour");
        QVERIFY(m_marie->waitFor(u"You do not talk with Nour."_s));
        m_marie->write("/quit");
        m_marie->endInput();
        QCOMPARE(m_marie->waitForEnd(), int(ExitDone));
        m_nour->kill();
        m_nour->startPeer(m_place);
        QVERIFY(m_nour->waitFor(u"waiting there."_s));
        m_marie->start(
            { u"--peer"_s, m_place, u"--room"_s, u"nour"_s, u"--send"_s, u"the code"_s, u"--timeout"_s, u"2"_s });
        QCOMPARE(m_marie->waitForEnd(), int(ExitNotConnected));
        m_marie->startPeer();
        QVERIFY(waitUntil(
            [this] {
                m_marie->write("/nearby");
                return m_marie->waitFor(u"Nour  Refused"_s, 1'000);
            },
            20'000));
        QVERIFY(!m_nour->output().contains(u"the code"_s));
    }

    /// Whoever answers at an address the first time is accepted; the words are shown before anything is said.
    void theFirstMeetingShowsTheWords()
    {
        m_nour->startPeer(m_place);
        QVERIFY(m_nour->waitFor(u"waiting there."_s));
        m_marie->startPeer(m_place);
        QVERIFY(m_nour->waitFor(u"Marie wants to talk"_s));
        m_nour->write("/accept Marie");
        QVERIFY(isDirect(*m_marie, *m_nour));
        m_nour->write("/words");
        QVERIFY(m_nour->waitFor(u"The words of your device: "_s));
        const QString words = m_nour->output().section(u"The words of your device: "_s, 1).section(u'\n', 0, 0);
        const QString output = m_marie->output();
        const qsizetype shown
            = output.indexOf(u"You meet Nour for the first time. The words of their device: "_s + words);
        QVERIFY2(shown >= 0, qPrintable(output));
        QVERIFY(shown < output.indexOf(u"Nour is here"_s));
        // Who typed /accept has compared them.
        QVERIFY(!m_nour->output().contains(u"for the first time"_s));
        // Only the first time.
        m_marie->kill();
        m_marie->startPeer(m_place);
        QVERIFY(isDirect(*m_marie, *m_nour));
        QVERIFY(!m_marie->output().contains(u"for the first time"_s));
    }

    void whoHangsUpWaitsNoMore()
    {
        m_marie->startPeer(m_place);
        QVERIFY(m_marie->waitFor(u"waiting there."_s));
        m_nour->startPeer(m_place);
        QVERIFY(m_marie->waitFor(u"Nour wants to talk"_s));
        QVERIFY(m_nour->waitFor(u"Marie is there, and is asked whether to talk with you."_s));
        m_marie->write("/accept Nour");
        QVERIFY(isDirect(*m_marie, *m_nour));
        m_marie->write("/hang-up");
        QVERIFY(m_marie->waitFor(u"Nobody is waited for at %1 any more."_s.arg(m_place)));
        QVERIFY(m_nour->waitFor(u"Marie is not reachable now"_s));
        m_marie->write("/hang-up");
        QVERIFY(m_marie->waitForProblem(u"Nobody is waited for there."_s));
        m_marie->write("/nearby");
        QVERIFY(m_marie->waitForProblem(u"People nearby are switched off."_s));
    }

    /// Nour was met at an address; somebody else who calls himself so waits there now.
    void anotherDeviceAtTheAddressGetsNothing()
    {
        m_nour->startPeer(m_place);
        QVERIFY(m_nour->waitFor(u"waiting there."_s));
        m_marie->startPeer(m_place);
        QVERIFY(m_nour->waitFor(u"Marie wants to talk"_s));
        m_nour->write("/accept Marie");
        QVERIFY(isDirect(*m_marie, *m_nour) && isDirect(*m_nour, *m_marie));
        m_nour->write("/words");
        QVERIFY(m_nour->waitFor(u"The words of your device: "_s));
        const QString words = m_nour->output().section(u"The words of your device: "_s, 1).section(u'\n', 0, 0);
        m_marie->kill();
        m_nour->kill();
        Person impostor(u"Nour"_s, freeUdpPort());
        impostor.startPeer(m_place);
        QVERIFY(impostor.waitFor(u"waiting there."_s));
        // A script stops.
        m_marie->start({ u"--peer"_s, m_place, u"--send"_s, u"the code is 4711"_s });
        QCOMPARE(m_marie->waitForEnd(), int(ExitKeyChanged));
        QVERIFY2(m_marie->problems().contains(u"Another device than before answers at %1."_s.arg(m_place)),
            qPrintable(m_marie->problems()));
        QVERIFY(m_marie->problems().contains(words));
        m_marie->start({ u"--peer"_s, m_place, u"--timeout"_s, u"20"_s });
        m_marie->write("the code is 4711"); // a pipe without --commands
        QCOMPARE(m_marie->waitForEnd(), int(ExitKeyChanged));
        // One with commands may decide, and says nothing before.
        m_marie->startPeer(m_place);
        QVERIFY(m_marie->waitFor(u"This is not the Nour you know, whose words are: "_s + words));
        QVERIFY(m_marie->waitFor(u"Nothing was sent. Type /accept 1 only if"_s));
        QVERIFY(!m_marie->output().contains(u"Nour is here"_s));
        m_marie->write("/nearby");
        QVERIFY(m_marie->waitFor(u"Answers where somebody else was before"_s));
        m_marie->kill();
        QVERIFY(!impostor.output().contains(u"4711"_s));
        // The person, or who wrote the script, knows of the change.
        m_marie->start({ u"--peer"_s, m_place, u"--accept-new-key"_s, u"--send"_s, u"good morning"_s });
        QVERIFY(waitUntil(
            [&] {
                impostor.write("/accept Marie");
                return impostor.waitFor(u"Marie: good morning"_s, 1'000);
            },
            30'000));
        QCOMPARE(m_marie->waitForEnd(), int(ExitDone));
    }

#ifdef Q_OS_UNIX
    void whatIsTypedForAnotherDeviceStaysHere()
    {
        m_nour->startPeer(m_place);
        QVERIFY(m_nour->waitFor(u"waiting there."_s));
        m_marie->startPeer(m_place);
        QVERIFY(m_nour->waitFor(u"Marie wants to talk"_s));
        m_nour->write("/accept Marie");
        QVERIFY(isDirect(*m_marie, *m_nour));
        m_marie->kill();
        m_nour->kill();
        Person impostor(u"Nour"_s, freeUdpPort());
        impostor.startPeer(m_place);
        QVERIFY(impostor.waitFor(u"waiting there."_s));
        Terminal terminal;
        m_marie->useTerminal(terminal);
        m_marie->start({ u"--peer"_s, m_place, u"--color"_s, u"never"_s });
        QVERIFY(m_marie->waitFor(u"Nothing was sent. Type /accept 1 only if"_s));
        terminal.type("the code is 4711\r");
        QVERIFY(m_marie->waitForProblem(u"your text was not sent"_s));
        terminal.type("/accept 1\r");
        QVERIFY(impostor.waitFor(u"Marie wants to talk"_s));
        impostor.write("/accept Marie");
        QVERIFY(m_marie->waitFor(u"Nour is here"_s));
        terminal.type("good morning\r");
        QVERIFY(impostor.waitFor(u"good morning"_s));
        QVERIFY(!impostor.output().contains(u"4711"_s));
    }
#endif

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
