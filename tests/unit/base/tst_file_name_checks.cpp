// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/base/file_name.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;

class TestFileNameChecks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesOrdinaryNames_data();
    void takesOrdinaryNames();
    void refusesHostileNames_data();
    void refusesHostileNames();
    void checksEachFolderOfAPath();
    void theErrorNamesWhatWasRefused();
};

void TestFileNameChecks::takesOrdinaryNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("plain") << u"photo.jpg"_s;
    QTest::newRow("without extension") << u"Makefile"_s;
    QTest::newRow("accents and spaces") << u"Procès-verbal du 3 mars (v2).pdf"_s;
    QTest::newRow("another script") << u"日本語.txt"_s;
    QTest::newRow("emoji") << u"🎉.png"_s;
    QTest::newRow("dots inside") << u"archive.tar.gz"_s;
    QTest::newRow("nearly a device") << u"console.log"_s;
    QTest::newRow("as long as allowed") << QString(120, u'a');
}

void TestFileNameChecks::takesOrdinaryNames()
{
    QFETCH(QString, name);
    QVERIFY(checkFileName(name).has_value());
}

void TestFileNameChecks::refusesHostileNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("empty") << QString();
    QTest::newRow("a path") << u"../../etc/passwd"_s;
    QTest::newRow("a path of Windows") << u"..\\boot.ini"_s;
    QTest::newRow("a drive or stream") << u"a.txt:hidden"_s;
    QTest::newRow("hidden") << u".bashrc"_s;
    QTest::newRow("this folder") << u"."_s;
    QTest::newRow("dot at the end") << u"a.exe."_s;
    QTest::newRow("space at the end") << u"a.exe "_s;
    QTest::newRow("space in front") << u" a"_s;
    QTest::newRow("NUL") << QString::fromLatin1("a\0b", 3);
    QTest::newRow("line break") << u"a\nb"_s;
    QTest::newRow("escape") << u"a\x1b[2J"_s;
    QTest::newRow("C1 control") << u"a\u009bb"_s;
    QTest::newRow("right to left override") << u"photo\u202Egpj.exe"_s;
    QTest::newRow("isolate") << u"\u2066a"_s;
    QTest::newRow("invisible") << u"a\u200Bb"_s;
    QTest::newRow("line separator") << u"a\u2028b"_s;
    QTest::newRow("lone surrogate") << QString(QChar(0xD800));
    QTest::newRow("device") << u"NUL"_s;
    QTest::newRow("device with extension") << u"com1.txt"_s;
    QTest::newRow("device with a blank") << u"aux .txt"_s;
    QTest::newRow("too long") << QString(121, u'a');
    QTest::newRow("too long in bytes") << QString(61, u'é');
}

void TestFileNameChecks::refusesHostileNames()
{
    QFETCH(QString, name);
    const auto checked = checkFileName(name);
    QVERIFY(!checked);
    QCOMPARE(checked.error().code, ErrorCode::InvalidFileName);
}

void TestFileNameChecks::checksEachFolderOfAPath()
{
    QVERIFY(checkFilePath({}).has_value());
    QVERIFY(checkFilePath(u"src"_s).has_value());
    QVERIFY(checkFilePath(u"src/été 2026/b"_s).has_value());
    for (const QString &path :
        { u"/src"_s, u"src/"_s, u"a//b"_s, u"a/../b"_s, u".."_s, u"a/.git"_s, u"a\\b"_s, u"nul/a"_s,
            QString(u"a/"_s.repeated(16) + u'a'), QString(u"b"_s.repeated(100) + u'/').repeated(6) + u'b' })
        QVERIFY2(!checkFilePath(path), qPrintable(path));
}

void TestFileNameChecks::theErrorNamesWhatWasRefused()
{
    QCOMPARE(checkFileName(u"a/b"_s).error().params, QList<QString>{ u"b"_s }); // safe to show
}

QTEST_GUILESS_MAIN(TestFileNameChecks)
#include "tst_file_name_checks.moc"
