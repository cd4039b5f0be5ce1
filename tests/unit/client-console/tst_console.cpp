// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/ansi.h"
#include "client-console/commands.h"
#include "client-console/export_commands.h"
#include "client-console/file_commands.h"
#include "client-console/input_completer.h"
#include "client-console/options.h"
#include "client-console/outbox_commands.h"
#include "client-console/reading_commands.h"
#include "client-console/rules_commands.h"
#include "client-console/screen.h"
#include "client-console/search_commands.h"
#include "shared/base/text_checks.h"
#include "shared/client-core/text/forwarded_text.h"
#include "shared/client-core/text/login_suggestion.h"
#include "tests/support/recording_editor.h"
#include "tests/unit/client-console/control_characters.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::console;
using namespace salon::test;

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
        QVERIFY(!options->format);
        QCOMPARE(options->replyTo, qint64(0));
    }

    void readsOptionsOfTexts()
    {
        const auto options = Options::parse({ u"salon-console"_s, u"--send"_s, u"**oui**"_s, u"--reply-to"_s, u"#57"_s,
            u"--format"_s, u"markdown"_s, u"--keep-shortcodes"_s });
        QVERIFY(options);
        QCOMPARE(options->replyTo, qint64(57));
        QVERIFY(options->format == TextFormat::Markdown);
        QVERIFY(options->keepsShortcodes);
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
        QTest::newRow("format") << QStringList{ u"--format"_s, u"html"_s };
        QTest::newRow("answers a word") << QStringList{ u"--send"_s, u"t"_s, u"--reply-to"_s, u"hier"_s };
        QTest::newRow("answers nothing") << QStringList{ u"--send"_s, u"t"_s, u"--reply-to"_s, u"0"_s };
        QTest::newRow("answer without a text") << QStringList{ u"--reply-to"_s, u"57"_s };
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

    void controlCharactersNeverReachTheTerminal()
    {
        RecordingEditor editor;
        Screen screen(editor, Ansi(false));
        screen.divider(u"\u001b[1m\n"_s);
        screen.notice(u"\u0007"_s);
        screen.success(u"\u009b2J"_s);
        screen.problem(u"\u001b"_s);
        QCOMPARE(editor.printed.size() + editor.problems.size(), 4);
        for (const QString &line : editor.printed + editor.problems)
            QVERIFY2(!hasControl(line), qPrintable(line));
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
        const auto note = [&names](const auto &row) {
            QVERIFY2(!names.contains(QString::fromLatin1(row.name)), row.name);
            names.insert(QString::fromLatin1(row.name));
            QVERIFY2(row.help && *row.help, row.name);
            QVERIFY(row.run != nullptr);
        };
        for (const Commands::Row &row : Commands::table())
            note(row);
        for (const ConversationCommands::Row &row : ConversationCommands::table())
            note(row);
        const auto noteAll = [&note](const auto &rows) {
            for (const auto &row : rows)
                note(row);
        };
        noteAll(FileCommands::table());
        noteAll(SearchCommands::table());
        noteAll(ReadingCommands::table());
        noteAll(RulesCommands::table());
        noteAll(ExportCommands::table());
        noteAll(OutboxCommands::table());
        for (const char *required : { "help", "rooms", "join", "leave", "msg", "who", "topic", "nick", "lang", "quit",
                 "reply", "edit", "delete", "react", "unreact", "pin", "unpin", "pins", "save", "unsave", "saved",
                 "mentions", "who-reacted", "history", "reveal", "link", "forward", "kick", "ban", "unban", "bans",
                 "me", "invite", "away", "shrug", "mute", "file", "files", "save-file", "pause", "resume", "cancel",
                 "search", "open", "date", "read", "unread", "why", "peek", "seen", "typing", "rules", "export",
                 "outbox", "retry", "discard", "edit-unsent" })
            QVERIFY2(names.contains(QString::fromLatin1(required)), required);
    }

    void takesTheNumberOfAMessage_data()
    {
        QTest::addColumn<QString>("argument");
        QTest::addColumn<qint64>("number");
        QTest::addColumn<QString>("rest");
        QTest::newRow("plain") << u"57 bien sûr"_s << qint64(57) << u"bien sûr"_s;
        QTest::newRow("sign") << u"#57   bien sûr"_s << qint64(57) << u"bien sûr"_s;
        QTest::newRow("alone") << u"57"_s << qint64(57) << QString();
        QTest::newRow("none") << u"bien sûr"_s << qint64(0) << u"bien sûr"_s;
        QTest::newRow("room") << u"#Général"_s << qint64(0) << u"#Général"_s;
        QTest::newRow("part of a word") << u"57e jour"_s << qint64(0) << u"57e jour"_s;
        QTest::newRow("zero") << u"0 rien"_s << qint64(0) << u"0 rien"_s;
        QTest::newRow("negative") << u"-3 rien"_s << qint64(0) << u"-3 rien"_s;
        QTest::newRow("too long") << u"9999999999999999999 x"_s << qint64(0) << u"9999999999999999999 x"_s;
        QTest::newRow("other digits") << u"٥٧ x"_s << qint64(0) << u"٥٧ x"_s;
        QTest::newRow("empty") << QString() << qint64(0) << QString();
    }
    void takesTheNumberOfAMessage()
    {
        QFETCH(QString, argument);
        QTEST(ConversationCommands::takeNumber(argument), "number");
        QTEST(argument, "rest");
    }

    void tabTellsHowACommandGoesOn()
    {
        const QList<CommandName> names{ { u"reply"_s, u"number text"_s, u"Answers a message."_s } };
        QCOMPARE(InputCompleter::hintFor(u"/reply "_s, names), u"/reply number text  Answers a message."_s);
        QCOMPARE(InputCompleter::hintFor(u"/Reply 57 bien"_s, names), u"/reply number text  Answers a message."_s);
        QVERIFY(InputCompleter::hintFor(u"/reply"_s, names).isEmpty()); // the name itself is completed
        QVERIFY(InputCompleter::hintFor(u"/nothing "_s, names).isEmpty());
        QVERIFY(InputCompleter::hintFor(u"reply "_s, names).isEmpty());
    }

    void tabTurnsAShortcodeIntoItsEmoji()
    {
        const EmojiCatalogue catalogue;
        const Completions several = InputCompleter::emojiFor(u":thumbs"_s, 3, catalogue, false);
        QCOMPARE(several.replaceFrom, qsizetype(3));
        QVERIFY(several.candidates.size() > 1);
        QCOMPARE(several.labels.size(), several.candidates.size());
        QVERIFY2(several.candidates.contains(u":thumbs_up:"_s) || several.candidates.contains(u":thumbsup:"_s),
            qPrintable(several.candidates.join(u' ')));
        QVERIFY(InputCompleter::emojiFor(u":xyzzyx"_s, 0, catalogue, false).candidates.isEmpty());
    }

    void forwardedTextReadsAsBefore()
    {
        const auto forwarded = [](const QString &author, const QString &text, TextFormat format) {
            return forwardedText({}, author, text, format);
        };
        const QString text = u"un *texte*\n> tel quel"_s;
        QCOMPARE(forwarded(u"Zoé_"_s, text, TextFormat::Plain), u"> **Zoé\\_**\n>\n> un \\*texte\\*\n> \\> tel quel"_s);
        QCOMPARE(forwarded(u"Zoé"_s, text, TextFormat::Markdown), u"> **Zoé**\n>\n> un *texte*\n> > tel quel"_s);
        QCOMPARE(forwarded(u"Zoé"_s, u"salue"_s, TextFormat::Action), u"> **Zoé**\n> salue"_s);
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
