// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/pasted_text.h"

#include <QTest>

using namespace salon::console;
using namespace Qt::StringLiterals;

/// Texts of several lines in the one line that somebody edits.
class TestPastedText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isCleaned_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("text");
        QTest::newRow("lines of terminals") << QByteArray("one\rtwo\r") << u"one\ntwo"_s;
        QTest::newRow("lines of Windows") << QByteArray("one\r\n\r\ntwo") << u"one\n\ntwo"_s;
        QTest::newRow("separators") << QByteArray("a\u2028b\u2029c") << u"a\nb\nc"_s;
        QTest::newRow("indented") << QByteArray("  if\n\tthen\n\n\n") << u"  if\n\tthen"_s;
        QTest::newRow("sequences") << QByteArray("\033[31mred\033[0m\033]0;title\007") << u"[31mred[0m]0;title"_s;
        QTest::newRow("C1") << QByteArray("a\u009b31mb\u0085c") << u"a31mbc"_s;
        QTest::newRow("emoji") << QByteArray("👍🏽 é") << u"👍🏽 é"_s;
        QTest::newRow("nothing") << QByteArray("\n\n") << QString();
    }
    void isCleaned()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, text);
        QCOMPARE(pastedText(bytes), text);
    }

    void oneLineIsTheTextAgain_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("lines") << u"one\n\ntwo\tthree"_s;
        QTest::newRow("the signs themselves") << u"press ↵ or ⇥\n"_s;
        QTest::newRow("plain") << u"élan 👍"_s;
    }
    void oneLineIsTheTextAgain()
    {
        QFETCH(QString, text);
        const QString line = asOneLine(text);
        QCOMPARE(line.size(), text.size());
        QVERIFY(!line.contains(u'\n') && !line.contains(u'\t'));
        QCOMPARE(fromOneLine(line), text);
    }
};

QTEST_GUILESS_MAIN(TestPastedText)
#include "tst_pasted_text.moc"
