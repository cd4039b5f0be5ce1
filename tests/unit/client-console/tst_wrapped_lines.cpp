// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/wrapped_lines.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon::console;

/// How long lines are broken for a terminal.
class TestWrappedLines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesAreBrokenAtWords_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("rows");
        QTest::newRow("short") << u"[10:42] #5 Marie: un"_s << u"[10:42] #5 Marie: un"_s;
        QTest::newRow("as long as a row") << u"123456789 123456789 1234"_s << u"123456789 123456789 1234"_s;
        QTest::newRow("under the text") << u"[10:42] #5 Marie: un deux trois"_s
                                        << u"[10:42] #5 Marie: un\n        deux trois"_s;
        QTest::newRow("of the program") << u"Un salon n’a pas de règles"_s << u"Un salon n’a pas de\n  règles"_s;
        QTest::newRow("a listing") << u"  [12] #Général: un deux"_s << u"  [12] #Général: un deux"_s;
        QTest::newRow("a longer listing")
            << u"  [12] #Général: un deux trois"_s << u"  [12] #Général: un deux\n       trois"_s;
        QTest::newRow("a quote") << u"    │ │ un deux trois quatre"_s << u"    │ │ un deux trois\n    │ │ quatre"_s;
        QTest::newRow("an item") << u"    • un deux trois quatre"_s << u"    • un deux trois\n      quatre"_s;
        QTest::newRow("a word longer than a row")
            << u"[10:42] anticonstitutionnellement"_s << u"[10:42] anticonstitution\n        nellement"_s;
        QTest::newRow("an address stays whole")
            << u"[10:42] https://example.org/a/b/c d"_s << u"[10:42] https://example.org/a/b/c d"_s;
        QTest::newRow("an address in brackets, too")
            << u"[10:42] (<https://example.org/é/b/c>) d"_s << u"[10:42] (<https://example.org/é/b/c>) d"_s;
        QTest::newRow("wide characters") << u"[10:42] 字字字字字字字字字"_s
                                         << u"[10:42] 字字字字字字字字\n        字"_s;
        QTest::newRow("several lines") << u"[10:42] Marie:\n        un deux trois quatre cinq"_s
                                       << u"[10:42] Marie:\n        un deux trois\n        quatre cinq"_s;
        QTest::newRow("a colour goes on") << u"[10:42] \x1b[1mun deux trois quatre\x1b[0m"_s
                                          << u"[10:42] \x1b[1mun deux trois\x1b[0m\n        \x1b[1mquatre\x1b[0m"_s;
        QTest::newRow("a colour that ended does not") << u"\x1b[2m[10:42]\x1b[0m un deux trois quatre"_s
                                                      << u"\x1b[2m[10:42]\x1b[0m un deux trois\n        quatre"_s;
        QTest::newRow("nothing") << QString() << QString();
    }
    void linesAreBrokenAtWords()
    {
        QFETCH(QString, line);
        QTEST(wrappedLines(line, 24, &TestWrappedLines::width), "rows");
    }

    /// What somebody pads so that the rest of it begins a row stands under the text, like all of it.
    void nothingOfOthersBeginsARow()
    {
        for (int padding = 0; padding < 100; ++padding) {
            for (const QChar blank : { QChar(u' '), QChar(0xa0), QChar(u'x') }) {
                const QString line = u"[10:42] #5 Eve: a"_s + QString(padding, blank) + u"[10:43] #6 Marie: non"_s;
                const QStringList rows = wrappedLines(line, 40, &TestWrappedLines::width).split(u'\n');
                for (const QString &row : rows.sliced(1))
                    QVERIFY2(row.startsWith(QString(8, u' ')), qPrintable(row));
            }
        }
    }

    /// The terminal breaks what is left whole, at the edge.
    void anAddressWithBlanksIsNotLeftWhole()
    {
        for (const QChar blank : { QChar(0xa0), QChar(0x2003), QChar(0x202f), QChar(0x2800), QChar(0x3164) }) {
            for (int padding = 1; padding < 80; ++padding) {
                const QString line = u"[10:42] #5 Eve: https://x"_s + QString(padding, blank)
                    + u"[10:43]%1<Marie>%1non,%1jamais"_s.arg(blank);
                for (const QString &row : wrappedLines(line, 40, &TestWrappedLines::width).split(u'\n'))
                    QVERIFY2(row.size() <= 40, qPrintable(row));
            }
        }
        const QString hidden = u"[10:42] #5 Eve: "_s + QString(40, u'_') + u"https://x"_s;
        for (const QString &row : wrappedLines(hidden, 40, &TestWrappedLines::width).split(u'\n'))
            QVERIFY2(row.size() <= 40, qPrintable(row));
    }

    void aTinyTerminalBreaksAsItLikes()
    {
        const QString line = u"[10:42] #5 Marie: un deux trois"_s;
        QCOMPARE(wrappedLines(line, 10, &TestWrappedLines::width), line);
    }

private:
    static int width(char32_t c) { return c >= 0x4e00 && c < 0xa000 ? 2 : 1; }
};

QTEST_GUILESS_MAIN(TestWrappedLines)
#include "tst_wrapped_lines.moc"
