// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/app/command_line.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon::server;
using Action = CommandLine::Action;

class TestCommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingMeansRun();
    void takesBothForms();
    void listenersCollectAndReplaceThoseOfTheFile();
    void plainListenerIsMarked();
    void portsOfExercisesAreAddedToThoseOfTheFile();
    void optionsOfTheClassroomNeedTheClassroom();
    void refuses_data();
    void refuses();
    void actions();
    void languageIsFoundBeforeAnythingElse();
    void helpNamesEveryOption();
};

void TestCommandLine::nothingMeansRun()
{
    const auto line = readCommandLine({});
    QVERIFY(line);
    QCOMPARE(line->action, Action::Run);
    Config config;
    QVERIFY(applyOptions(config, *line));
    QCOMPARE(config, Config());
}

void TestCommandLine::takesBothForms()
{
    for (const QStringList &arguments :
        { QStringList{ u"--name"_s, u"Chez nous"_s, u"--workers=3"_s, u"--config"_s, u"/etc/s.toml"_s },
            QStringList{ u"--name=Chez nous"_s, u"--workers"_s, u"3"_s, u"--config=/etc/s.toml"_s } }) {
        const auto line = readCommandLine(arguments);
        QVERIFY(line);
        Config config;
        QVERIFY(applyOptions(config, *line));
        QCOMPARE(config.name, u"Chez nous"_s);
        QCOMPARE(config.workers, 3);
        QCOMPARE(line->configFile, u"/etc/s.toml"_s);
    }
}

void TestCommandLine::listenersCollectAndReplaceThoseOfTheFile()
{
    const auto line = readCommandLine({ u"--listen"_s, u"127.0.0.1:0"_s, u"--listen=[::1]:0"_s });
    QVERIFY(line);
    Config config;
    config.listen = { u"*:9999"_s };
    QVERIFY(applyOptions(config, *line));
    QCOMPARE(config.listen, (QStringList{ u"127.0.0.1:0"_s, u"[::1]:0"_s }));
}

void TestCommandLine::plainListenerIsMarked()
{
    const auto line = readCommandLine({ u"--listen-plain"_s, u"127.0.0.1:0"_s, u"--i-accept-cleartext"_s });
    QVERIFY(line);
    Config config;
    QVERIFY(applyOptions(config, *line));
    QCOMPARE(config.listen, QStringList{ u"plain+127.0.0.1:0"_s });
    QVERIFY(config.acceptCleartext);
}

void TestCommandLine::portsOfExercisesAreAddedToThoseOfTheFile()
{
    const auto line = readCommandLine({ u"--classroom"_s, u"--classroom-port"_s, u"hello=1"_s,
        u"--classroom-port=udp=2"_s, u"--classroom-address=*"_s });
    QVERIFY(line);
    Config config;
    config.classroomPorts = { u"hello=9"_s };
    QVERIFY(applyOptions(config, *line));
    QVERIFY(config.classroom);
    QCOMPARE(config.classroomAddress, u"*"_s);
    QCOMPARE(config.classroomPorts, (QStringList{ u"hello=9"_s, u"hello=1"_s, u"udp=2"_s }));
}

void TestCommandLine::optionsOfTheClassroomNeedTheClassroom()
{
    for (const QString &option : { u"--classroom-port=udp=2"_s, u"--classroom-address=*"_s }) {
        const auto line = readCommandLine({ option });
        QVERIFY(line);
        Config config;
        QVERIFY(applyOptions(config, *line));
        const auto checked = checkOptions(config, *line);
        QVERIFY(!checked);
        QVERIFY2(checked.error().sentence.contains(option.section(u'=', 0, 0)), qPrintable(checked.error().sentence));
        config.classroom = true; // the file has switched it on
        QVERIFY(checkOptions(config, *line));
    }
}

void TestCommandLine::refuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("word");
    QTest::newRow("unknown option") << QStringList{ u"--lisen"_s, u"x"_s } << u"--lisen"_s;
    QTest::newRow("missing value") << QStringList{ u"--data"_s } << u"--data"_s;
    QTest::newRow("value of a switch") << QStringList{ u"--i-accept-cleartext=1"_s } << u"--i-accept-cleartext"_s;
    QTest::newRow("stray word") << QStringList{ u"run"_s } << u"run"_s;
    QTest::newRow("single dash") << QStringList{ u"-x"_s } << u"-x"_s;
}

void TestCommandLine::refuses()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, word);
    const auto line = readCommandLine(arguments);
    QVERIFY(!line);
    QVERIFY2(line.error().sentence.contains(word), qPrintable(line.error().sentence));
}

void TestCommandLine::actions()
{
    QCOMPARE(readCommandLine({ u"--help"_s })->action, Action::ShowHelp);
    QCOMPARE(readCommandLine({ u"-h"_s })->action, Action::ShowHelp);
    QCOMPARE(readCommandLine({ u"--version"_s })->action, Action::ShowVersion);
    QCOMPARE(readCommandLine({ u"--setup"_s, u"--data"_s, u"/x"_s })->action, Action::SetUp);
    QCOMPARE(readCommandLine({ u"--data"_s, u"/x"_s, u"--health"_s })->action, Action::CheckHealth);
    QCOMPARE(readCommandLine({ u"check-config"_s, u"--name=x"_s })->action, Action::CheckConfig);
}

void TestCommandLine::languageIsFoundBeforeAnythingElse()
{
    QCOMPARE(languageOption({ u"--nonsense"_s, u"--lang"_s, u"fr"_s }), u"fr"_s);
    QCOMPARE(languageOption({ u"--lang=en"_s }), u"en"_s);
    QCOMPARE(languageOption({ u"--lang"_s }), QString());
    QCOMPARE(languageOption({}), QString());
}

void TestCommandLine::helpNamesEveryOption()
{
    const QString help = helpText();
    for (const auto option :
        { "--listen", "--listen-plain", "--i-accept-cleartext", "--data", "--config", "--name", "--lang", "--text",
            "--classroom", "--classroom-port", "--classroom-address", "--registration", "--public-address", "--backlog",
            "--workers", "--log-format", "--setup", "--health", "--help", "--version", "check-config" })
        QVERIFY2(help.contains(QLatin1StringView(option)), option);
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_command_line.moc"
