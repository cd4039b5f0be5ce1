// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/composer/slash_commands.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;

Q_DECLARE_METATYPE(salon::SlashLine::Kind)

/// What is a command and what is a text.
class TestSlashCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsCommandsFromTexts_data();
    void tellsCommandsFromTexts();
    void everyCommandIsParsed();
    void hintsWhileArgumentsAreTyped();
};

void TestSlashCommands::tellsCommandsFromTexts_data()
{
    using Kind = SlashLine::Kind;
    QTest::addColumn<QString>("typed");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("text");
    QTest::newRow("text") << u"hello"_s << Kind::Text << u"hello"_s;
    QTest::newRow("empty") << QString() << Kind::Text << QString();
    QTest::newRow("slash inside") << u"and/or"_s << Kind::Text << u"and/or"_s;
    QTest::newRow("space before the text") << u"  hello"_s << Kind::Text << u"  hello"_s;
    QTest::newRow("command") << u"/topic"_s << Kind::Command << QString();
    QTest::newRow("argument") << u"/topic  New  one "_s << Kind::Command << u"New  one"_s;
    QTest::newRow("any case") << u"/ToPic x"_s << Kind::Command << u"x"_s;
    QTest::newRow("argument on the next line") << u"/me\nwaits"_s << Kind::Command << u"waits"_s;
    QTest::newRow("unknown") << u"/teapot now"_s << Kind::Unknown << QString();
    QTest::newRow("a path") << u"/etc/hosts"_s << Kind::Unknown << QString();
    QTest::newRow("beginning of a command") << u"/top"_s << Kind::Unknown << QString();
    QTest::newRow("slash alone") << u"/"_s << Kind::Unknown << QString();
    QTest::newRow("slash and spaces") << u"/  "_s << Kind::Unknown << QString();
    QTest::newRow("two slashes") << u"//topic x"_s << Kind::Text << u"/topic x"_s;
    QTest::newRow("three slashes") << u"///"_s << Kind::Text << u"//"_s;
    QTest::newRow("space before") << u" /topic x"_s << Kind::Text << u"/topic x"_s;
    QTest::newRow("space after") << u"/ topic"_s << Kind::Text << u"/ topic"_s;
}

void TestSlashCommands::tellsCommandsFromTexts()
{
    QFETCH(QString, typed);
    QFETCH(SlashLine::Kind, kind);
    QFETCH(QString, text);
    const SlashLine line = SlashCommands::parse(typed);
    QCOMPARE(line.kind, kind);
    QCOMPARE(line.text, text);
}

void TestSlashCommands::everyCommandIsParsed()
{
    const QList<CommandName> names = SlashCommands::names();
    QSet<SlashCommand> commands;
    for (const CommandName &name : names) {
        const SlashLine line = SlashCommands::parse(u'/' + name.name + u" x"_s);
        QCOMPARE(line.kind, SlashLine::Kind::Command);
        QVERIFY(!commands.contains(line.command));
        commands.insert(line.command);
        QVERIFY(!name.description.isEmpty());
        QVERIFY(SlashCommands::usage(line.command).startsWith(u'/' + name.name));
    }
    for (const char *wanted :
        { "me", "msg", "join", "leave", "topic", "nick", "invite", "kick", "ban", "mute", "away", "shrug", "help" })
        QCOMPARE(SlashCommands::parse(u'/' + QLatin1StringView(wanted)).kind, SlashLine::Kind::Command);
}

void TestSlashCommands::hintsWhileArgumentsAreTyped()
{
    QCOMPARE(SlashCommands::hint(u"hello"_s), QString());
    QCOMPARE(SlashCommands::hint(u"/topic"_s), QString()); // the name is still being completed
    QVERIFY(SlashCommands::hint(u"/topic "_s).startsWith("/topic [text]"_L1));
    QVERIFY(SlashCommands::hint(u"/msg @marie hello"_s).startsWith("/msg @username text"_L1));
    QCOMPARE(SlashCommands::hint(u"/teapot x"_s), QString());
    QCOMPARE(SlashCommands::hint(u"//topic x"_s), QString());
}

QTEST_MAIN(TestSlashCommands)

#include "tst_slash_commands.moc"
