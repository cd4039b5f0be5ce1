// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/console/operator_console.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::server;

namespace {

class FakePort final : public OperatorPort
{
public:
    [[nodiscard]] QList<PresentPerson> who() const override { return people; }
    [[nodiscard]] QList<RoomLine> rooms() const override { return roomLines; }
    [[nodiscard]] ServerCounts counts() const override { return {}; }
    [[nodiscard]] QString ownerCode() const override { return {}; }
    void announce(const QString &text, std::function<void(const Result<> &)> done) override
    {
        announced.append(text);
        done(outcome);
    }
    Result<int> kick(const QString &login, const QString &text) override
    {
        kicked.append(login + u'|' + text);
        return kickResult;
    }
    void createInvitation(
        quint32 lifetimeSeconds, quint32 uses, std::function<void(const Result<NewInvitation> &)> done) override
    {
        invitations.append({ lifetimeSeconds, uses });
        done(NewInvitation{ u"CODE"_s, u"salon://host/?invite=CODE"_s, 0, uses == 0 ? 1 : uses });
    }

    QList<PresentPerson> people{};
    QList<RoomLine> roomLines{};
    QStringList announced{};
    QStringList kicked{};
    QList<QPair<quint32, quint32>> invitations{};
    Result<> outcome{};
    Result<int> kickResult = 1;
};

class FakeClassroom final : public ClassroomPort
{
public:
    FakeClassroom() = default;
    void answerDialogue(const QString &text, Say say) override { say(u"to nobody: "_s + text); }
    void describe(Say say) override { say(u"all is quiet"_s); }
};

class FakeGuests final : public GuestsPort
{
public:
    FakeGuests() = default;
    void endGuest(const QString &who, std::function<void(const QString &name)> done) override
    {
        done(who == u"3"_s ? u"guest-3"_s : QString());
    }
};

class FakeImport final : public ImportPort
{
public:
    FakeImport() = default;
    void importFolder(const QString &folder, const QString &room, Say say) override
    {
        asked.append(folder + u'|' + room);
        for (const ImportReport &report : reports)
            say(report);
    }

    QStringList asked{};
    QList<ImportReport> reports{};
};

} // namespace

class TestOperatorConsole : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void helpNamesEveryCommand();
    void unknownCommandGetsAHint();
    void textWithoutSlashIsNotSaidToPeople();
    void emptyLineSaysNothing();
    void whoListsPeople();
    void roomsListsRooms();
    void othersCannotWriteLinesOfTheirOwn();
    void sayAnnounces();
    void sayTellsWhyNot();
    void kickGivesTheReasonOn();
    void kickTellsWhenNobodyWasThere();
    void inviteTakesUsesAndHours();
    void inviteRefusesWords_data();
    void inviteRefusesWords();
    void classroomCommandsReachTheClassroom();
    void withoutClassroomTheOptionIsNamed();
    void guestsAreEnded();
    void importTakesAFolderAndARoom();
    void importTellsHowItGoes();
    void importNamesWhatIsWrong_data();
    void importNamesWhatIsWrong();
    void stopIsASignal();

private:
    void run(const QString &line) { m_console->execute(line); }

    std::unique_ptr<FakePort> m_port;
    std::unique_ptr<OperatorConsole> m_console;
    QString m_said;
};

void TestOperatorConsole::init()
{
    m_said.clear();
    m_port = std::make_unique<FakePort>();
    m_console = std::make_unique<OperatorConsole>(*m_port, [this](const QString &text) { m_said += text + u'\n'; });
}

void TestOperatorConsole::helpNamesEveryCommand()
{
    run(u"/help"_s);
    QVERIFY(m_said.contains("/kick USERNAME"_L1)); // the word that clients use too
    for (const auto command : { "/help", "/who", "/rooms", "/say", "/kick", "/end", "/invite", "/import", "/classroom",
             "/dialogue", "/stop" })
        QVERIFY2(m_said.contains(QLatin1StringView(command)), command);
}

void TestOperatorConsole::unknownCommandGetsAHint()
{
    run(u"/dance"_s);
    QVERIFY(m_said.contains("/dance"_L1));
    QVERIFY(m_said.contains("/help"_L1));
}

void TestOperatorConsole::textWithoutSlashIsNotSaidToPeople()
{
    run(u"hello everybody"_s);
    QVERIFY(m_said.contains("/say"_L1));
    QVERIFY(m_port->announced.isEmpty());
}

void TestOperatorConsole::emptyLineSaysNothing()
{
    run(u"   "_s);
    QVERIFY(m_said.isEmpty());
}

void TestOperatorConsole::whoListsPeople()
{
    run(u"/who"_s);
    QVERIFY(m_said.contains("Nobody"_L1));
    PresentPerson marie;
    marie.login = u"marie"_s;
    marie.displayName = u"Marie"_s;
    marie.role = Role::Owner;
    marie.presence = PresenceState::Busy;
    marie.peer = u"127.0.0.1:4242"_s;
    m_port->people = { marie };
    m_said.clear();
    run(u"/WHO"_s);
    for (const auto &word : { u"Marie (marie)"_s, u"owner"_s, u"busy"_s, u"127.0.0.1:4242"_s })
        QVERIFY2(m_said.contains(word), qPrintable(m_said));
}

void TestOperatorConsole::roomsListsRooms()
{
    RoomLine room;
    room.name = u"Général"_s;
    room.topic = u"Tout et rien"_s;
    room.memberCount = 3;
    room.head = 12;
    m_port->roomLines = { room };
    run(u"/rooms"_s);
    for (const auto &word : { u"Général"_s, u"Tout et rien"_s, u"3"_s, u"12"_s })
        QVERIFY2(m_said.contains(word), qPrintable(m_said));
}

void TestOperatorConsole::othersCannotWriteLinesOfTheirOwn()
{
    PresentPerson mallory;
    mallory.login = u"mallory"_s;
    mallory.displayName = u"Mal\nlory"_s;
    mallory.client = u"x\nREADY port=1 spki=evil"_s;
    m_port->people = { mallory };
    run(u"/who"_s);
    QCOMPARE(m_said.count(u'\n'), 2); // a heading and one person
    QVERIFY(m_said.contains(u"READY port=1"_s));
    m_said.clear();
    RoomLine room;
    room.name = u"a\nb"_s;
    room.topic = u"c\r\nd"_s;
    m_port->roomLines = { room };
    run(u"/rooms"_s);
    QCOMPARE(m_said.count(u'\n'), 2);
}

void TestOperatorConsole::sayAnnounces()
{
    run(u"/say  Bonjour à tous "_s);
    QCOMPARE(m_port->announced, QStringList{ u"Bonjour à tous"_s });
    run(u"/say"_s);
    QCOMPARE(m_port->announced.size(), 1);
}

void TestOperatorConsole::sayTellsWhyNot()
{
    m_port->outcome = fail(ErrorCode::StorageFull);
    run(u"/say hello"_s);
    QVERIFY2(m_said.contains("disk is full"_L1), qPrintable(m_said));
}

void TestOperatorConsole::kickGivesTheReasonOn()
{
    run(u"/kick Paul too loud today"_s);
    QCOMPARE(m_port->kicked, QStringList{ u"paul|too loud today"_s });
    run(u"/kick"_s);
    QCOMPARE(m_port->kicked.size(), 1);
}

void TestOperatorConsole::kickTellsWhenNobodyWasThere()
{
    m_port->kickResult = 0;
    run(u"/kick paul"_s);
    QVERIFY(m_said.contains("not connected"_L1));
    m_said.clear();
    m_port->kickResult = fail(ErrorCode::AccountUnknown);
    run(u"/kick nobody"_s);
    QVERIFY(m_said.contains("no such account"_L1));
}

void TestOperatorConsole::inviteTakesUsesAndHours()
{
    run(u"/invite"_s);
    run(u"/invite 10"_s);
    run(u"/invite 10 48"_s);
    QCOMPARE(m_port->invitations, (QList<QPair<quint32, quint32>>{ { 0, 0 }, { 0, 10 }, { 48 * 3600, 10 } }));
    QVERIFY(m_said.contains("salon://host/?invite=CODE"_L1));
}

void TestOperatorConsole::inviteRefusesWords_data()
{
    QTest::addColumn<QString>("line");
    for (const char *line : { "/invite many", "/invite 3 days", "/invite -1", "/invite 1 2 3", "/invite 1 999999999" })
        QTest::newRow(line) << QString::fromLatin1(line);
}

void TestOperatorConsole::inviteRefusesWords()
{
    QFETCH(QString, line);
    run(line);
    QVERIFY(m_port->invitations.isEmpty());
    QVERIFY(m_said.contains("[USES]"_L1));
}

void TestOperatorConsole::classroomCommandsReachTheClassroom()
{
    FakeClassroom classroom;
    m_console->setClassroom(&classroom);
    run(u"/dialogue  Bonjour, qui êtes-vous ? "_s);
    QCOMPARE(m_said, u"to nobody: Bonjour, qui êtes-vous ?\n"_s);
    m_said.clear();
    run(u"/dialogue"_s);
    QVERIFY(m_said.contains("/dialogue TEXT"_L1));
    m_said.clear();
    run(u"/classroom"_s);
    QCOMPARE(m_said, u"all is quiet\n"_s);
}

void TestOperatorConsole::withoutClassroomTheOptionIsNamed()
{
    for (const QString &line : { u"/dialogue fini"_s, u"/classroom"_s }) {
        m_said.clear();
        run(line);
        QVERIFY(m_said.contains("--classroom"_L1));
    }
}

void TestOperatorConsole::guestsAreEnded()
{
    run(u"/end 3"_s);
    QVERIFY(m_said.contains("--text"_L1)); // there is no way in for guests
    FakeGuests guests;
    m_console->setGuests(&guests);
    m_said.clear();
    run(u"/end"_s);
    QVERIFY(m_said.contains("/end GUEST"_L1));
    m_said.clear();
    run(u"/end 3"_s);
    QCOMPARE(m_said, u"The connection of guest-3 was ended.\n"_s);
    m_said.clear();
    run(u"/end nobody\u001b[2J"_s);
    QVERIFY(m_said.startsWith(u"There is no guest “nobody"_s));
    QVERIFY(!m_said.contains(u'\u001b'));
}

void TestOperatorConsole::importTakesAFolderAndARoom()
{
    FakeImport import;
    m_console->setImport(&import);
    for (const QString &line :
        { u"/import /srv/general"_s, u"/import /srv/general Old things"_s, u"/import \"/srv/with blanks\""_s,
            u"/import  \"/srv/with blanks\"  Old things "_s, u"/import /srv/general \"Old things\""_s })
        run(line);
    QCOMPARE(import.asked,
        (QStringList{ u"/srv/general|"_s, u"/srv/general|Old things"_s, u"/srv/with blanks|"_s,
            u"/srv/with blanks|Old things"_s, u"/srv/general|Old things"_s }));
    run(u"/import"_s);
    QCOMPARE(import.asked.size(), 5);
    QVERIFY(m_said.contains("/import FOLDER"_L1));
}

void TestOperatorConsole::importTellsHowItGoes()
{
    FakeImport import;
    m_console->setImport(&import);
    ImportReport writing{ .stage = ImportReport::Stage::Writing, .lines = 500, .total = 900 };
    ImportReport done{ .stage = ImportReport::Stage::Done, .lines = 900, .total = 900 };
    done.room = u"Old\u202Ething"_s;
    done.added = 700;
    done.known = 150;
    done.leftOut = 50;
    done.filesMissing = 2;
    import.reports = { { .lines = 10 }, writing, done };
    run(u"/import x"_s);
    for (const char *part : { "10 line(s) looked at", "500 of 900 lines", "700 message(s) added",
             "150 message(s) were there already", "50 line(s)", "2 file(s)" })
        QVERIFY2(m_said.contains(QLatin1StringView(part)), part);
    QVERIFY(!m_said.contains(QChar(0x202E)));
}

void TestOperatorConsole::importNamesWhatIsWrong_data()
{
    QTest::addColumn<ImportProblem>("problem");
    for (int i = 0; i <= int(ImportProblem::Refused); ++i)
        QTest::addRow("%d", i) << ImportProblem(i);
}

void TestOperatorConsole::importNamesWhatIsWrong()
{
    QFETCH(ImportProblem, problem);
    FakeImport import;
    m_console->setImport(&import);
    ImportReport failed{ .stage = ImportReport::Stage::Failed };
    failed.failure = { problem, 7, u"what\nelse"_s, { ErrorCode::TextTooLong, {}, {}, {} } };
    import.reports = { failed };
    run(u"/import x"_s);
    QVERIFY2(m_said.startsWith("The import ended at line 7: "_L1), qPrintable(m_said));
    QVERIFY2(m_said.endsWith(". No message was added.\n"_L1), qPrintable(m_said));
    QCOMPARE(m_said.count(u'\n'), 1); // what stands in the export is no line of ours
    m_said.clear();
    failed.added = 3;
    import.reports = { failed };
    run(u"/import x"_s);
    QVERIFY(m_said.contains("3 message(s) were added before"_L1));
}

void TestOperatorConsole::stopIsASignal()
{
    const QSignalSpy spy(m_console.get(), &OperatorConsole::stopRequested);
    run(u"/stop"_s);
    QCOMPARE(spy.size(), 1);
}

QTEST_GUILESS_MAIN(TestOperatorConsole)
#include "tst_operator_console.moc"
