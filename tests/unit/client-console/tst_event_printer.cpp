// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/event_printer.h"
#include "tests/support/recording_editor.h"
#include "tests/unit/client-console/control_characters.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::console;
using namespace salon::test;

namespace {

const AccountId Me{ 6 };
const AccountId Marie{ 7 };
const AccountId Jean{ 8 };

RoomEvent message(const QString &text, TextFormat format = TextFormat::Plain)
{
    RoomEvent event;
    event.room = RoomId{ 1 };
    event.seq = 57;
    event.timeMs = 1'700'000'000'000;
    event.kind = EventKind::Message;
    event.author = Marie;
    event.text = text;
    event.format = format;
    return event;
}

RoomEvent change(EventKind kind, AccountId author = Marie)
{
    RoomEvent event = message({});
    event.seq = 60;
    event.kind = kind;
    event.author = author;
    event.target = 57;
    return event;
}

/// A printer, and what it printed without the times.
struct Rig
{
    explicit Rig(bool colours = false)
        : screen(editor, Ansi(colours))
        , rooms(people)
        , printer(screen, people, rooms)
    {
        people.setSelf({ Me, u"moi"_s, u"Moi"_s });
        people.put({ Marie, u"marie"_s, u"Marie"_s });
        people.put({ Jean, u"jean"_s, u"Jean"_s });
    }
    [[nodiscard]] QString last() const
    {
        static const QRegularExpression time(u"\\[\\d\\d:\\d\\d(:\\d\\d)?\\] "_s);
        QString text = editor.printed.value(editor.printed.size() - 1);
        return text.remove(time);
    }

    RecordingEditor editor;
    Screen screen;
    People people;
    Rooms rooms;
    EventPrinter printer;
};

} // namespace

class TestEventPrinter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filesStandInOneLineBelowTheCaption()
    {
        Rig rig;
        RoomEvent event = message(u"Voici le plan"_s);
        event.files = { FileEntry{ .name = u"plan.pdf"_s, .size = 3'400'000 } };
        rig.printer.event(event);
        QVERIFY2(rig.last().contains(u"Marie: Voici le plan\n"_s), qPrintable(rig.last()));
        QVERIFY2(rig.last().contains(u"📎 plan.pdf ("_s), qPrintable(rig.last()));
        event.text.clear();
        rig.printer.event(event);
        QVERIFY2(rig.last().contains(u"Marie: 📎 plan.pdf ("_s), qPrintable(rig.last()));
        for (int i = 0; i < 6; ++i)
            event.files.append(FileEntry{ .name = u"%1.jpg"_s.arg(i), .size = 10 });
        rig.printer.listed(event);
        QVERIFY2(rig.last().contains(u"plan.pdf"_s) && rig.last().contains(u"1.jpg"_s), qPrintable(rig.last()));
        QVERIFY2(rig.last().contains(u"and 4 more"_s) && !rig.last().contains(u"2.jpg"_s), qPrintable(rig.last()));
        event.folder = u"Photos"_s;
        rig.printer.elsewhere(u"R"_s, event);
        QVERIFY2(rig.last().contains(u"📁 Photos (7 file"_s), qPrintable(rig.last()));
        rig.printer.event(event, QuotedMessage{ 57, event });
        QVERIFY2(rig.last().contains(u"┌ #57 Marie: 📁 Photos"_s), qPrintable(rig.last()));
    }

    void namesOfFilesNeverReachTheTerminalAsTheyCame()
    {
        Rig rig;
        RoomEvent event = message({});
        const QString hostile = u"../\u001b[2Jgpj.\u202eexe\u0007\nB"_s;
        event.files = { FileEntry{ .name = hostile, .size = ~quint64(0), .path = u"../../\u001b[1m"_s },
            FileEntry{ .name = {}, .size = ~quint64(0) } };
        rig.printer.event(event);
        event.folder = u"\u001b[2J/\u202e"_s;
        rig.printer.event(event);
        rig.printer.listed(event);
        for (const QString &printed : std::as_const(rig.editor.printed))
            QVERIFY2(!hasControl(printed), qPrintable(printed));
    }

    void aFoundMessageIsMarkedWhereItStands()
    {
        Rig rig;
        rig.printer.showNumbers(true);
        rig.printer.mark(57);
        rig.printer.event(message(u"ici"_s));
        QVERIFY2(rig.last().contains(u"▶ #57 Marie: ici"_s), qPrintable(rig.last()));
        rig.printer.mark(0);
        rig.printer.event(message(u"ici"_s));
        QVERIFY(!rig.last().contains(u"▶"_s));
    }

    void controlCharactersOfOthersNeverReachTheTerminal()
    {
        Rig rig;
        rig.people.put({ AccountId{ 9 }, u"mallory"_s, u"Mal\u001b[31mlory\u202e"_s });
        const QString hostile = u"\u001b]0;titre\u0007 \u009b2J \r écrasé \b\n2e ligne \u202e à l'envers \t fin"_s;
        RoomEvent event = message(hostile);
        event.author = AccountId{ 9 };
        event.reactions = { { u"\u001b[1m"_s, 2, true, {} } };
        event.editedMs = 1;
        event.pinned = true;
        for (const TextFormat format : { TextFormat::Plain, TextFormat::Markdown, TextFormat::Action }) {
            event.format = format;
            rig.printer.event(event, QuotedMessage{ 3, event });
            rig.printer.elsewhere(u"R\u001b[1m"_s, event);
            rig.printer.revealed(event);
            rig.printer.listed(event, u"R\u001b[1m"_s);
            rig.printer.text(hostile, format);
        }
        for (const EventKind kind : { EventKind::Edited, EventKind::Deleted, EventKind::Reacted, EventKind::Unreacted,
                 EventKind::Pinned, EventKind::Unpinned, EventKind::TopicChanged, EventKind::Announcement }) {
            event.kind = kind;
            event.params = { u"\u001b[2J\nsecond"_s };
            rig.printer.event(event);
            rig.printer.change(event);
        }
        OutboxEntry waiting;
        waiting.state = SendState::Queued;
        waiting.text = hostile;
        rig.printer.waiting(waiting, u"\u001b[1m"_s);
        waiting.kind = EventKind::Reacted;
        waiting.emoji = u"\u001b[1m"_s;
        rig.printer.waiting(waiting, u"\u001b[1m"_s);
        QVERIFY(rig.editor.printed.size() > 25);
        for (const QString &line : rig.editor.printed + rig.editor.problems)
            QVERIFY2(!hasControl(line), qPrintable(line));
        QVERIFY(rig.editor.printed.join(u'\n').contains("2e ligne"_L1));
    }

    void continuesLongMessagesUnderTheFirstLine()
    {
        Rig rig;
        rig.printer.event(message(u"un\ndeux"_s));
        const QStringList lines = rig.editor.printed.constLast().split(u'\n');
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines[1].indexOf(u"deux"_s), lines[0].indexOf(u"Marie"_s));
    }

    void guestsAreMarkedWithTheirGateway()
    {
        Rig rig;
        RoomEvent event = message(u"bonjour"_s);
        event.alias = u"guest-3\u001b"_s;
        rig.printer.event(event);
        QCOMPARE(rig.last(), u"guest-3\u241b [Marie]: bonjour"_s);
    }

    void actionsAreToldOfTheAuthor()
    {
        Rig rig;
        rig.printer.event(message(u"waves"_s, TextFormat::Action));
        QCOMPARE(rig.last(), u"* Marie waves"_s);
    }

    void numbersStandInFrontOfMessagesWhereTheyAreWanted()
    {
        Rig rig;
        rig.printer.event(message(u"oui"_s));
        QCOMPARE(rig.last(), u"Marie: oui"_s);
        rig.printer.showNumbers(true);
        rig.printer.event(message(u"oui"_s));
        QCOMPARE(rig.last(), u"#57 Marie: oui"_s);
        RoomEvent fact = message({});
        fact.kind = EventKind::Joined;
        rig.printer.event(fact);
        QVERIFY(!rig.last().contains(u"#57"_s));
    }

    void replyStandsUnderOneLineOfWhatItAnswers()
    {
        Rig rig;
        RoomEvent answered = message(u"une question\nsur **deux** lignes"_s, TextFormat::Markdown);
        answered.seq = 12;
        answered.author = Jean;
        rig.printer.event(message(u"oui"_s), QuotedMessage{ 12, answered });
        QStringList lines = rig.last().split(u'\n');
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines[0].trimmed(), u"┌ #12 Jean: une question sur deux lignes"_s);
        QCOMPARE(lines[1], u"Marie: oui"_s);

        rig.printer.event(message(u"oui"_s), QuotedMessage{ 12, std::nullopt });
        QVERIFY(rig.last().trimmed().startsWith(u"┌ #12 ("_s));
        answered.deleted = true;
        answered.text.clear();
        rig.printer.event(message(u"oui"_s), QuotedMessage{ 12, answered });
        QVERIFY(rig.last().contains(u"Jean: (deleted)"_s));
    }

    void showsTheFormThatAMessageHas()
    {
        Rig rig;
        RoomEvent event = message(u"**oui**"_s, TextFormat::Markdown);
        event.editedMs = 5;
        event.pinned = true;
        event.reactions = { { u"👍"_s, 2, true, { Me, Jean } }, { u"🎉"_s, 1, false, { Jean } } };
        rig.printer.event(event);
        const QStringList lines = rig.last().split(u'\n');
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines[0], u"Marie (edited, pinned): *oui*"_s);
        QCOMPARE(lines[1].trimmed(), u"👍 2 (you)  🎉 1"_s);

        RoomEvent gone = message({});
        gone.deleted = true;
        gone.deletedBy = Marie;
        rig.printer.event(gone);
        QCOMPARE(rig.last(), u"Marie: (deleted)"_s);
        gone.deletedBy = Jean;
        rig.printer.event(gone);
        QCOMPARE(rig.last(), u"Marie: (deleted by Jean)"_s);
    }

    void changesAreToldInALine_data()
    {
        QTest::addColumn<RoomEvent>("event");
        QTest::addColumn<QString>("line");
        RoomEvent edited = change(EventKind::Edited);
        edited.text = u"**mieux**\nainsi"_s;
        edited.format = TextFormat::Markdown;
        QTest::newRow("edited") << edited << u"* Marie edited #57: mieux ainsi"_s;
        QTest::newRow("deleted") << change(EventKind::Deleted, Jean) << u"* Jean deleted #57."_s;
        RoomEvent reacted = change(EventKind::Reacted);
        reacted.params = { u"👍"_s };
        QTest::newRow("reacted") << reacted << u"* Marie reacted 👍 to #57"_s;
        reacted.kind = EventKind::Unreacted;
        QTest::newRow("took back") << reacted << u"* Marie took back 👍 from #57"_s;
        QTest::newRow("pinned") << change(EventKind::Pinned) << u"* Marie pinned #57."_s;
        QTest::newRow("unpinned") << change(EventKind::Unpinned) << u"* Marie unpinned #57."_s;
        QTest::newRow("text taken off") << change(EventKind::Edited)
                                        << u"* Marie took the text off the files of #57."_s;
        // What it said was deleted since: there is nothing to tell.
        RoomEvent gone = change(EventKind::Edited);
        gone.deleted = true;
        QTest::newRow("edit of a deleted message") << gone << QString();
        QTest::newRow("reaction without emoji") << change(EventKind::Reacted) << QString();
        QTest::newRow("no change") << message(u"oui"_s) << QString();
    }
    void changesAreToldInALine()
    {
        QFETCH(RoomEvent, event);
        Rig rig;
        rig.printer.change(event);
        QTEST(rig.last(), "line");
    }

    void changesAreNoLinesOfHistoryButPins()
    {
        Rig rig;
        for (const EventKind kind :
            { EventKind::Edited, EventKind::Deleted, EventKind::Reacted, EventKind::Unreacted }) {
            RoomEvent event = change(kind);
            event.text = u"mieux"_s;
            event.params = { u"👍"_s };
            rig.printer.event(event);
        }
        QVERIFY(rig.editor.printed.isEmpty());
        rig.printer.event(change(EventKind::Pinned));
        QCOMPARE(rig.last(), u"* Marie pinned #57."_s);
    }

    void spoilersAreHiddenUntilTheyAreWanted()
    {
        Rig rig;
        const RoomEvent event = message(u"c'est ||le colonel||"_s, TextFormat::Markdown);
        rig.printer.showNumbers(true);
        rig.printer.event(event);
        QVERIFY2(!rig.last().contains(u"colonel"_s), qPrintable(rig.last()));
        QVERIFY(rig.last().contains(u"/reveal 57"_s));
        rig.printer.listed(event);
        QVERIFY(!rig.last().contains(u"colonel"_s));
        rig.printer.revealed(event);
        QVERIFY(rig.last().contains(u"colonel"_s));
        // Whoever reads from a pipe has no /reveal.
        rig.printer.hideSpoilers(false);
        rig.printer.event(event);
        QVERIFY(rig.last().contains(u"colonel"_s));
    }

    void onlyColoursRing()
    {
        Rig with(true);
        with.printer.event(message(u"@moi"_s), {}, true);
        QVERIFY(with.editor.printed.constLast().endsWith(u'\a'));
        with.printer.event(message(u"oui"_s), {}, false);
        QVERIFY(!with.editor.printed.constLast().contains(u'\a'));
        Rig without;
        without.printer.event(message(u"@moi"_s), {}, true);
        QVERIFY(!without.editor.printed.constLast().contains(u'\a'));
    }

    void namesAreThoseOfNow()
    {
        Rig rig(true);
        RoomEvent event = message(u"@jean et @moi"_s);
        event.mentions = { Jean, Me };
        rig.printer.event(event);
        QVERIFY2(rig.editor.printed.constLast().contains(u"\033[1;36m@Jean\033[0m"_s),
            qPrintable(rig.editor.printed.constLast()));
        QVERIFY(rig.editor.printed.constLast().contains(u"7;33m@Moi\033[0m"_s));
    }

    void roomsAreNamedAsTheDesktopClientNamesThem()
    {
        Rig rig;
        RoomSummary room;
        room.id = RoomId{ 3 };
        room.name = u"Général"_s;
        rig.rooms.put(room);
        rig.printer.event(message(u"voir #GENERAL"_s));
        QVERIFY2(rig.last().endsWith(u"voir #Général"_s), qPrintable(rig.last()));
        room.id = RoomId{ 4 };
        room.name = u"General"_s;
        rig.rooms.put(room);
        rig.printer.event(message(u"voir #GENERAL"_s));
        QVERIFY2(rig.last().endsWith(u"voir #General"_s), qPrintable(rig.last()));
    }

    void waitingChangesSayWhatTheyAre()
    {
        Rig rig;
        OutboxEntry entry;
        entry.state = SendState::Queued;
        entry.kind = EventKind::Edited;
        entry.target = 57;
        entry.text = u"mieux"_s;
        rig.printer.waiting(entry, u"Moi"_s);
        QVERIFY2(rig.last().contains(u"edit of #57: mieux"_s), qPrintable(rig.last()));
        entry.state = SendState::Failed;
        entry.error = Error{ ErrorCode::NotAMember, {}, {}, std::nullopt };
        rig.printer.waiting(entry, u"Moi"_s);
        QCOMPARE(rig.editor.problems.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestEventPrinter)
#include "tst_event_printer.moc"
