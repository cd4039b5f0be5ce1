// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <array>

using namespace Qt::StringLiterals;

/// The program itself, before there is a window: what it says to somebody who has no display, or gave it a bad file.
class TestProgramStart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutDisplayOneSentence_data();
    void withoutDisplayOneSentence();
    void whoAsksQtHearsQt();
    void helpAndVersionNeedNoDisplay();
    void badInvitationIsNamed();
    void whatOthersWroteIsShownAsOneLine();
    void nobodyElseGivesOptions_data();
    void nobodyElseGivesOptions();
    void sessionManagersMayStartIt();
    void twoStartedAtOnceAreOne();

private:
    struct Outcome
    {
        int code = -1;
        bool crashed = true;
        QString output{};
        QString error{};
    };
    void prepare(QProcess &program, const QHash<QString, QString> &environment)
    {
        QProcessEnvironment all = QProcessEnvironment::systemEnvironment();
        for (const char *name : { "DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "LANGUAGE" })
            all.remove(QString::fromLatin1(name));
        all.insert(u"XDG_RUNTIME_DIR"_s, m_folder.path());
        for (auto it = environment.cbegin(); it != environment.cend(); ++it)
            all.insert(it.key(), it.value());
        program.setProcessEnvironment(all);
    }
    Outcome run(const QStringList &arguments, const QHash<QString, QString> &environment = {})
    {
        QProcess program;
        prepare(program, environment);
        program.start(QStringLiteral(SALON_BIN_DIR "/salon"), QStringList{ u"--data"_s, m_folder.path() } + arguments);
        if (!program.waitForFinished(30'000)) {
            program.kill();
            program.waitForFinished();
            return {};
        }
        return { program.exitCode(), program.exitStatus() == QProcess::CrashExit,
            QString::fromUtf8(program.readAllStandardOutput()), QString::fromUtf8(program.readAllStandardError()) };
    }

    QTemporaryDir m_folder;
};

void TestProgramStart::withoutDisplayOneSentence_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("display");
    QTest::addColumn<QString>("words");
    QTest::newRow("none, English") << u"en"_s << QString() << u"there is no display"_s;
    QTest::newRow("none, French") << u"fr"_s << QString() << u"il n’y a pas d’écran"_s;
    QTest::newRow("unreachable, English") << u"en"_s << u":4711"_s << u"on the display “:4711”"_s;
    QTest::newRow("unreachable, French") << u"fr"_s << u":4711"_s << u":4711"_s;
}

void TestProgramStart::withoutDisplayOneSentence()
{
#if !defined(Q_OS_LINUX)
    QSKIP("displays may be missing on Linux only");
#endif
    QFETCH(QString, language);
    QFETCH(QString, display);
    QFETCH(QString, words);
    QHash<QString, QString> environment;
    if (!display.isEmpty())
        environment.insert(u"DISPLAY"_s, display);
    const Outcome outcome = run({ u"--lang"_s, language }, environment);
    QVERIFY2(!outcome.crashed, qPrintable(outcome.error));
    QCOMPARE(outcome.code, 1);
    QVERIFY2(outcome.error.contains(words), qPrintable(outcome.error));
    QVERIFY2(outcome.error.count(u'\n') <= 2, qPrintable(outcome.error));
    QVERIFY2(!outcome.error.contains(u"core dumped"_s) && !outcome.error.contains(u"platform plugin could be"_s),
        qPrintable(outcome.error));
}

void TestProgramStart::whoAsksQtHearsQt()
{
#if !defined(Q_OS_LINUX)
    QSKIP("displays may be missing on Linux only");
#endif
    const Outcome quiet = run({});
    const Outcome asked = run({}, { { u"QT_LOGGING_RULES"_s, u"qt.qpa.*.debug=true"_s } });
    QCOMPARE(asked.code, 1);
    QVERIFY2(asked.error.size() > quiet.error.size(), qPrintable(asked.error));
    QVERIFY2(!asked.error.contains(u" )"_s), qPrintable(asked.error));
}

void TestProgramStart::helpAndVersionNeedNoDisplay()
{
    const Outcome help = run({ u"--help"_s });
    QCOMPARE(help.code, 0);
    QVERIFY(help.output.contains(u"--connect"_s));
    const Outcome version = run({ u"--version"_s });
    QCOMPARE(version.code, 0);
    QVERIFY2(version.output.startsWith(u"salon "_s), qPrintable(version.output));
    QCOMPARE(version.output.count(u'\n'), 5);
}

void TestProgramStart::badInvitationIsNamed()
{
    const QString path = m_folder.filePath(u"bad.salon"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("http://example.org/\n");
    file.close();
    const Outcome outcome = run({ u"--lang"_s, u"en"_s, path });
    QCOMPARE(outcome.code, 2);
    QVERIFY2(outcome.error.contains(path) && outcome.error.contains(u"no invitation"_s), qPrintable(outcome.error));
}

void TestProgramStart::whatOthersWroteIsShownAsOneLine()
{
    const QString link = u"salon://host/\u001b]0;title\u0007\n\u202e"_s + QString(5000, u'x');
    const Outcome outcome = run({ u"--lang"_s, u"en"_s, link });
    QCOMPARE(outcome.code, 2);
    QVERIFY2(outcome.error.contains(u"salon://host/"_s), qPrintable(outcome.error));
    QVERIFY(!outcome.error.contains(QChar(0x1b)) && !outcome.error.contains(QChar(0x202e)));
    QCOMPARE(outcome.error.count(u'\n'), 1);
    QVERIFY2(outcome.error.size() < 400, qPrintable(outcome.error));
}

void TestProgramStart::nobodyElseGivesOptions_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    // What a link with a quotation mark becomes on Windows.
    QTest::newRow("a link alone") << QStringList{ u"--"_s, u"salon://host/"_s } << 1; // no display
    QTest::newRow("ours, behind a link") << QStringList{ u"--"_s, u"salon://host/"_s, u"--name"_s, u"Mallory"_s } << 2;
    QTest::newRow("language, behind a link") << QStringList{ u"--"_s, u"salon://host/"_s, u"--lang=en"_s } << 2;
    QTest::newRow("Qt's") << QStringList{ u"-platform"_s, u"offscreen"_s } << 2;
    QTest::newRow("Qt's, as a name") << QStringList{ u"--name"_s, u"-platform"_s, u"offscreen"_s } << 1; // no display
}

void TestProgramStart::nobodyElseGivesOptions()
{
#if !defined(Q_OS_LINUX)
    QSKIP("displays may be missing on Linux only");
#endif
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    const Outcome outcome = run(arguments, { { u"LC_ALL"_s, u"fr_FR.UTF-8"_s } });
    QVERIFY2(!outcome.crashed, qPrintable(outcome.error));
    QCOMPARE(outcome.code, code);
}

void TestProgramStart::sessionManagersMayStartIt()
{
    QProcess program;
    prepare(program, {});
    program.start(
        QStringLiteral(SALON_BIN_DIR "/salon"), { u"-session"_s, u"10a1b2_1700000000_1234"_s, u"--version"_s });
    QVERIFY(program.waitForFinished());
    QCOMPARE(program.exitCode(), 0);
    QCOMPARE(run({ u"-session"_s }).code, 2); // not as our first argument
}

void TestProgramStart::twoStartedAtOnceAreOne()
{
#if !defined(Q_OS_LINUX)
    QSKIP("without a display on Linux only");
#endif
    for (int round = 0; round < 3; ++round) {
        const QTemporaryDir folder;
        std::array<QProcess, 2> programs;
        for (QProcess &program : programs) {
            prepare(program, { { u"QT_QPA_PLATFORM"_s, u"offscreen"_s }, { u"SALON_DISCOVERY_PORT"_s, u"0"_s } });
            program.start(QStringLiteral(SALON_BIN_DIR "/salon"),
                { u"--data"_s, folder.path(), u"salon://chat.example/?invite=x"_s });
        }
        const auto isOver = [](const QProcess &program) {
            return program.state() == QProcess::NotRunning;
        };
        QTRY_VERIFY_WITH_TIMEOUT(isOver(programs[0]) || isOver(programs[1]), 30'000);
        QProcess &second = isOver(programs[0]) ? programs[0] : programs[1];
        QProcess &first = isOver(programs[0]) ? programs[1] : programs[0];
        const QByteArray words = second.readAllStandardError();
        QVERIFY2(second.exitStatus() == QProcess::NormalExit && second.exitCode() == 0, words.constData());
        QCOMPARE(first.state(), QProcess::Running);
        first.kill();
        QVERIFY(first.waitForFinished());
    }
}

QTEST_GUILESS_MAIN(TestProgramStart)
#include "tst_program_start.moc"
