// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/ansi.h"
#include "client-console/commands.h"
#include "client-console/options.h"
#include "client-console/screen.h"
#include "shared/base/text_checks.h"
#include "shared/client-core/text/login_suggestion.h"
#include "tests/support/recording_editor.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::console;
using namespace salon::test;

namespace {

bool hasControl(const QString &text)
{
    for (const QChar c : text) {
        const ushort code = c.unicode();
        if ((code < 0x20 && c != u'\n') || (code >= 0x7f && code < 0xa0) || (code >= 0x202a && code <= 0x202e)
            || (code >= 0x2066 && code <= 0x2069))
            return true;
    }
    return false;
}

} // namespace

class TestConsole : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsOptions()
    {
        const auto options = Options::parse({ u"salon-console"_s, u"chat.example:7000"_s, u"--room"_s, u"Général"_s,
            u"--send"_s, u"un"_s, u"--send"_s, u"deux"_s, u"--timeout"_s, u"5"_s, u"--color=never"_s });
        QVERIFY(options);
        QCOMPARE(options->target, u"chat.example:7000"_s);
        QCOMPARE(options->messages, (QStringList{ u"un"_s, u"deux"_s }));
        QVERIFY(options->hasSend);
        QCOMPARE(options->timeoutSeconds, 5);
        QVERIFY(options->color == Color::Never);
    }

    void refusesBadOptions_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("unknown") << QStringList{ u"--nonsense"_s };
        QTest::newRow("two servers") << QStringList{ u"a"_s, u"b"_s };
        QTest::newRow("language") << QStringList{ u"--lang"_s, u"de"_s };
        QTest::newRow("color") << QStringList{ u"--color"_s, u"sometimes"_s };
        QTest::newRow("timeout zero") << QStringList{ u"--timeout"_s, u"0"_s };
        QTest::newRow("timeout word") << QStringList{ u"--timeout"_s, u"soon"_s };
        QTest::newRow("value missing") << QStringList{ u"--room"_s };
    }
    void refusesBadOptions()
    {
        QFETCH(QStringList, arguments);
        const auto options = Options::parse(QStringList{ u"salon-console"_s } + arguments);
        QVERIFY(!options);
        QCOMPARE(options.error().exitCode, int(ExitUsage));
        QVERIFY(!options.error().text.isEmpty());
    }

    void helpAndVersionEndWell()
    {
        for (const QString &option : { u"--help"_s, u"--version"_s }) {
            const auto options = Options::parse({ u"salon-console"_s, option });
            QVERIFY(!options);
            QCOMPARE(options.error().exitCode, int(ExitDone));
            QVERIFY(options.error().text.contains(option == "--version"_L1 ? "salon-console"_L1 : "--timeout"_L1));
        }
    }

    void controlCharactersOfOthersNeverReachTheTerminal()
    {
        RecordingEditor editor;
        Screen screen(editor, Ansi(false));
        People people;
        people.put({ AccountId{ 7 }, u"mallory"_s, u"Mal\u001b[31mlory\u202e"_s });
        RoomEvent event;
        event.room = RoomId{ 1 };
        event.seq = 1;
        event.author = AccountId{ 7 };
        event.text = u"\u001b]0;titre\u0007 \u009b2J \r écrasé \b\n2e ligne \u202e à l'envers \t fin"_s;
        screen.event(event, people);
        event.kind = EventKind::TopicChanged;
        event.params = { u"\u001b[2J\nsecond"_s };
        screen.event(event, people);
        event.kind = EventKind::Announcement;
        screen.event(event, people);
        screen.elsewhere(u"R\u001b[1m"_s, event, people);
        screen.divider(u"\u001b[1m\n"_s);
        screen.notice(u"\u0007"_s);
        screen.problem(u"\u001b"_s);
        QVERIFY(editor.printed.size() >= 6);
        for (const QString &line : editor.printed + editor.problems)
            QVERIFY2(!hasControl(line), qPrintable(line));
        QVERIFY(editor.printed.join(u'\n').contains("2e ligne"_L1));
    }

    void continuesLongMessagesUnderTheFirstLine()
    {
        RecordingEditor editor;
        Screen screen(editor, Ansi(false));
        People people;
        RoomEvent event;
        event.author = AccountId{ 7 };
        event.authorName = u"Zoé"_s;
        event.text = u"un\ndeux"_s;
        screen.event(event, people);
        const QStringList lines = editor.printed.constLast().split(u'\n');
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines[1].indexOf(u"deux"_s), lines[0].indexOf(u"Zoé"_s));
    }

    void guestsAreMarkedWithTheirGateway()
    {
        RecordingEditor editor;
        Screen screen(editor, Ansi(false));
        People people;
        people.put({ AccountId{ 7 }, u"salon-text"_s, u"Plain text"_s });
        RoomEvent event;
        event.author = AccountId{ 7 };
        event.authorName = u"Plain text"_s;
        event.alias = u"guest-3\u001b"_s;
        event.text = u"bonjour"_s;
        screen.event(event, people);
        QVERIFY(editor.printed.constLast().endsWith(u"guest-3\u241b [Plain text]: bonjour"_s));
    }

    void coloursAreOffWhenNotWanted()
    {
        QCOMPARE(Ansi(false).styled(Ansi::Style::Danger, u"x"_s), u"x"_s);
        QCOMPARE(Ansi(false).prompt(Ansi::Style::Danger, u"x"_s), u"x"_s);
        QVERIFY(Ansi(true).styled(Ansi::Style::Danger, u"x"_s).startsWith(u'\033'));
        QCOMPARE(Ansi(true).name(AccountId{ 3 }, u"M"_s), Ansi(true).name(AccountId{ 3 }, u"M"_s));
    }

    void everyCommandHasOneNameAndHelp()
    {
        QSet<QString> names;
        for (const Commands::Row &row : Commands::table()) {
            QVERIFY2(!names.contains(QString::fromLatin1(row.name)), row.name);
            names.insert(QString::fromLatin1(row.name));
            QVERIFY2(row.help && *row.help, row.name);
            QVERIFY(row.run != nullptr);
        }
        for (const char *required : { "help", "rooms", "join", "leave", "msg", "who", "topic", "nick", "lang", "quit" })
            QVERIFY2(names.contains(QString::fromLatin1(required)), required);
    }

    void suggestsLogins_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("number");
        QTest::addColumn<QString>("login");
        QTest::newRow("plain") << u"Marie"_s << 1 << u"marie"_s;
        QTest::newRow("two words") << u"Marie Curie"_s << 1 << u"marie.curie"_s;
        QTest::newRow("accents") << u"Élodie Çà"_s << 1 << u"elodie.ca"_s;
        QTest::newRow("ligature") << u"Cœur"_s << 1 << u"coeur"_s;
        QTest::newRow("ligature after space") << u"M. Œuf"_s << 1 << u"m.oeuf"_s;
        QTest::newRow("other script") << u"李明"_s << 1 << u"user"_s;
        QTest::newRow("other script, third") << u"李明"_s << 3 << u"user3"_s;
        QTest::newRow("number") << u"Marie"_s << 2 << u"marie2"_s;
        QTest::newRow("reserved") << u"Admin"_s << 1 << u"user"_s;
        QTest::newRow("emoji") << u"👍"_s << 1 << u"user"_s;
        QTest::newRow("empty") << QString() << 1 << u"user"_s;
    }
    void suggestsLogins()
    {
        QFETCH(QString, name);
        QFETCH(int, number);
        QTEST(suggestLogin(name, number), "login");
        QVERIFY(checkLogin(suggestLogin(name, number)));
        QVERIFY(checkLogin(suggestLogin(name.repeated(40), 12)));
    }
};

QTEST_GUILESS_MAIN(TestConsole)
#include "tst_console.moc"
