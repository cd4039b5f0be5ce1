// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/file_commands.h"
#include "client-console/reading_commands.h"
#include "client-console/rules_commands.h"
#include "client-console/search_commands.h"
#include "client-console/typed_files.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::console;

Q_DECLARE_METATYPE(salon::RoomRules)

/// How the arguments of commands are read: paths, numbers of files, days, times, rules.
class TestTypedCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pathsComeBeforeTheCaption_data()
    {
        QTest::addColumn<QString>("argument");
        QTest::addColumn<QStringList>("paths");
        QTest::addColumn<QString>("caption");
        QTest::addColumn<QString>("missing");
        const QStringList a{ u"/d/a.txt"_s };
        QTest::newRow("one") << u"/d/a.txt"_s << a << QString() << QString();
        QTest::newRow("caption") << u"/d/a.txt Voilà  le plan"_s << a << u"Voilà  le plan"_s << QString();
        QTest::newRow("two") << u"/d/a.txt /d/b.txt les deux"_s << QStringList{ u"/d/a.txt"_s, u"/d/b.txt"_s }
                             << u"les deux"_s << QString();
        QTest::newRow("quoted") << u"\"/d/with space.txt\" 'x'y"_s << QStringList{ u"/d/with space.txt"_s } << QString()
                                << u"xy"_s;
        QTest::newRow("caption after --")
            << u"/d/a.txt -- b.txt est de trop"_s << a << u"b.txt est de trop"_s << QString();
        QTest::newRow("no such first file") << u"/d/c.txt"_s << QStringList() << QString() << u"/d/c.txt"_s;
        QTest::newRow("no file at all") << u"bonjour"_s << QStringList() << QString() << u"bonjour"_s;
        QTest::newRow("mistyped second file") << u"/d/a.txt /d/bb.txt"_s << a << QString() << u"/d/bb.txt"_s;
        QTest::newRow("mistyped second name") << u"/d/a.txt bb.txt"_s << a << QString() << u"bb.txt"_s;
        QTest::newRow("end of a sentence") << u"/d/a.txt Voilà."_s << a << u"Voilà."_s << QString();
        QTest::newRow("open quotation mark") << u"\"/d/a.txt"_s << a << QString() << QString();
        QTest::newRow("empty quotation marks") << u"\"\""_s << QStringList() << QString() << QString();
        QTest::newRow("nothing") << u"  "_s << QStringList() << QString() << QString();
    }
    void pathsComeBeforeTheCaption()
    {
        QFETCH(QString, argument);
        const QStringList there{ u"/d/a.txt"_s, u"/d/b.txt"_s, u"/d/with space.txt"_s };
        const TypedFiles typed
            = readTypedFiles(argument, [&there](const QString &path) { return there.contains(path); });
        QTEST(typed.paths, "paths");
        QTEST(typed.caption, "caption");
        QTEST(typed.missing, "missing");
    }

    void aFolderMayStandInQuotes()
    {
        QCOMPARE(typedFolder(u"\"/d/with space\""_s), u"/d/with space"_s);
        QCOMPARE(typedFolder(u"/d/with space"_s), u"/d/with space"_s);
        QCOMPARE(typedFolder(u" ~/d "_s), QDir::homePath() + u"/d"_s);
        QCOMPARE(typedFolder(u"d"_s), QDir::currentPath() + u"/d"_s);
    }

    void homeIsWhereTheShellHasIt()
    {
        QCOMPARE(expandedPath(u"~"_s), QDir::homePath());
        QCOMPARE(expandedPath(u"~/a.txt"_s), QDir::homePath() + u"/a.txt"_s);
        QCOMPARE(expandedPath(u"~other/a.txt"_s), u"~other/a.txt"_s);
        QCOMPARE(absolutePath(u"a/../b"_s), QDir::currentPath() + u"/b"_s);
    }

    void tabCompletesPaths()
    {
        QTemporaryDir folder;
        const QDir dir(folder.path());
        QVERIFY(dir.mkdir(u"plans"_s));
        for (const QString &name : { u"plan.pdf"_s, u"my photo.jpg"_s, u".hidden"_s }) {
            QFile file(dir.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        const QString start = u"/file "_s + folder.path() + u'/';
        qsizetype from = 0;
        QString line = start + u"pla"_s;
        QCOMPARE(pathCompletions(line, line.size(), from, 10),
            (QStringList{ folder.path() + u"/plan.pdf "_s, folder.path() + u"/plans/"_s }));
        QCOMPARE(from, qsizetype(6));
        line = start + u"my"_s;
        QCOMPARE(
            pathCompletions(line, line.size(), from, 10), QStringList{ u'"' + folder.path() + u"/my photo.jpg\" "_s });
        line = u"/file x.txt "_s + folder.path() + u"/plan."_s;
        QCOMPARE(pathCompletions(line, line.size(), from, 10), QStringList{ folder.path() + u"/plan.pdf "_s });
        QCOMPARE(from, qsizetype(12));
        QVERIFY(!pathCompletions(start, start.size(), from, 10).join(u' ').contains(u".hidden"_s));
        QCOMPARE(pathCompletions(start, start.size(), from, 1).size(), qsizetype(1));
    }

    void numbersNameAMessageOrOneOfItsFiles_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<qint64>("seq");
        QTest::addColumn<int>("number");
        QTest::newRow("message") << u"57"_s << qint64(57) << 0;
        QTest::newRow("sign") << u"#57"_s << qint64(57) << 0;
        QTest::newRow("second file") << u"57.2"_s << qint64(57) << 2;
        QTest::newRow("no file") << u"57.0"_s << qint64(0) << 0;
        QTest::newRow("nothing behind the dot") << u"57."_s << qint64(0) << 0;
        QTest::newRow("two dots") << u"57.2.1"_s << qint64(0) << 0;
        QTest::newRow("word") << u"photo"_s << qint64(0) << 0;
        QTest::newRow("negative") << u"-57"_s << qint64(0) << 0;
        QTest::newRow("too long") << u"99999999999999999999"_s << qint64(0) << 0;
        QTest::newRow("empty") << QString() << qint64(0) << 0;
    }
    void numbersNameAMessageOrOneOfItsFiles()
    {
        QFETCH(QString, typed);
        const auto chosen = FileCommands::readChosen(typed);
        QTEST(qint64(chosen.seq), "seq");
        QTEST(chosen.number, "number");
    }

    void daysAreReadInSeveralForms_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QDate>("day");
        QTest::newRow("ISO") << u"2026-03-01"_s << QDate(2026, 3, 1);
        QTest::newRow("month") << u"2026-03"_s << QDate(2026, 3, 1);
        QTest::newRow("year") << u"2026"_s << QDate(2026, 1, 1);
        QTest::newRow("French") << u"02/03/2026"_s << QDate(2026, 3, 2);
        QTest::newRow("no such day") << u"2026-02-30"_s << QDate();
        QTest::newRow("word") << u"hier"_s << QDate();
    }
    void daysAreReadInSeveralForms()
    {
        QFETCH(QString, typed);
        QTEST(SearchCommands::readDay(typed), "day");
    }

    void muteHasALevelAndATime_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("isRead");
        QTest::addColumn<int>("attention");
        QTest::addColumn<QDateTime>("until");
        const auto at = [](int day, int hour, int minute) {
            return QDateTime(QDate(2026, 3, day), QTime(hour, minute));
        };
        const int nothing = int(Attention::Nothing);
        QTest::newRow("alone") << QString() << true << nothing << QDateTime();
        QTest::newRow("on") << u"on"_s << true << nothing << QDateTime();
        QTest::newRow("minutes") << u"30m"_s << true << nothing << at(1, 17, 30);
        QTest::newRow("mentions for hours") << u"mentions 2h"_s << true << int(Attention::Mentions) << at(1, 19, 0);
        QTest::newRow("days") << u"nothing 1d"_s << true << nothing << at(2, 17, 0);
        QTest::newRow("French days") << u"rien 1j"_s << true << nothing << at(2, 17, 0);
        QTest::newRow("tomorrow") << u"tomorrow"_s << true << nothing << at(2, 8, 0);
        QTest::newRow("off") << u"off"_s << true << int(Attention::All) << QDateTime();
        QTest::newRow("off for a time") << u"off 2h"_s << false << 0 << QDateTime();
        QTest::newRow("time first") << u"2h mentions"_s << false << 0 << QDateTime();
        QTest::newRow("two times") << u"2h 3h"_s << false << 0 << QDateTime();
        QTest::newRow("no time at all") << u"0m"_s << false << 0 << QDateTime();
        QTest::newRow("word") << u"please"_s << false << 0 << QDateTime();
        QTest::newRow("one letter") << u"m"_s << false << 0 << QDateTime();
    }
    void muteHasALevelAndATime()
    {
        QFETCH(QString, typed);
        QFETCH(bool, isRead);
        const auto mute = ReadingCommands::readMute(typed, QDateTime(QDate(2026, 3, 1), QTime(17, 0)));
        QCOMPARE(mute.has_value(), isRead);
        if (!mute)
            return;
        QTEST(int(mute->attention), "attention");
        QTEST(mute->untilMs == 0 ? QDateTime() : QDateTime::fromMSecsSinceEpoch(mute->untilMs), "until");
    }

    void eachRuleIsSetAlone_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<RoomRules>("rules");
        const auto with = [](auto change) {
            RoomRules rules{ .retentionDays = 7 };
            change(rules);
            return rules;
        };
        QTest::newRow("posting") << u"posting moderators"_s
                                 << with([](RoomRules &rules) { rules.posting = RoomPeople::Moderators; });
        QTest::newRow("French") << u"écrire modérateurs"_s
                                << with([](RoomRules &rules) { rules.posting = RoomPeople::Moderators; });
        QTest::newRow("without accents") << u"Ecrire moderateurs"_s
                                         << with([](RoomRules &rules) { rules.posting = RoomPeople::Moderators; });
        QTest::newRow("files") << u"files nobody"_s << with([](RoomRules &rules) { rules.files = RoomPeople::Nobody; });
        QTest::newRow("markdown") << u"markdown off"_s << with([](RoomRules &rules) { rules.plainOnly = true; });
        QTest::newRow("history") << u"history joining"_s
                                 << with([](RoomRules &rules) { rules.history = NewcomerHistory::FromJoining; });
        QTest::newRow("keep") << u"keep 30"_s << with([](RoomRules &rules) { rules.retentionDays = 30; });
        QTest::newRow("forever") << u"keep forever"_s << with([](RoomRules &rules) { rules.retentionDays = 0; });
        QTest::newRow("slow") << u"Slow 10"_s << with([](RoomRules &rules) { rules.slowSeconds = 10; });
        QTest::newRow("seen") << u"seen off"_s << with([](RoomRules &rules) { rules.noSeen = true; });
        QTest::newRow("typing") << u"typing off"_s << with([](RoomRules &rules) { rules.noTyping = true; });
    }
    void eachRuleIsSetAlone()
    {
        QFETCH(QString, typed);
        const auto changed = RulesCommands::changed(RoomRules{ .retentionDays = 7 }, typed);
        QVERIFY(changed);
        QTEST(*changed, "rules");
    }

    void whatIsNoRuleIsRefused_data()
    {
        QTest::addColumn<QString>("typed");
        for (const char *typed : { "", "posting", "posting nobody", "posting everyone now", "files maybe", "keep -1",
                 "keep many", "slow 10s", "colour red" })
            QTest::newRow(typed) << QString::fromLatin1(typed);
    }
    void whatIsNoRuleIsRefused()
    {
        QFETCH(QString, typed);
        QVERIFY(!RulesCommands::changed({}, typed));
    }
};

QTEST_GUILESS_MAIN(TestTypedCommands)
#include "tst_typed_commands.moc"
