// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/base/terminal_text.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;

class TestTerminalText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatATerminalWouldObey_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("safe");
        QTest::newRow("words") << u"Où ça ? 👩‍💻 مرحبا"_s << u"Où ça ? 👩‍💻 مرحبا"_s;
        QTest::newRow("escape") << u"\u001b[31m"_s << u"␛[31m"_s;
        QTest::newRow("title") << u"\u001b]0;owned\u0007"_s << u"␛]0;owned␇"_s;
        QTest::newRow("CSI of C1") << u"\u009b2J"_s << u"\\u{009B}2J"_s;
        QTest::newRow("DEL") << u"a\u007f"_s << u"a␡"_s;
        QTest::newRow("NUL") << u"a\0b"_s << u"a␀b"_s;
        QTest::newRow("CR") << u"good\revil"_s << u"good␍evil"_s;
        QTest::newRow("override") << u"\u202Egnp.exe"_s << u"\\u{202E}gnp.exe"_s;
        QTest::newRow("line separator") << u"a\u2028b"_s << u"a\\u{2028}b"_s;
        QTest::newRow("line feed stays") << u"a\nb"_s << u"a\nb"_s;
    }
    void showsWhatATerminalWouldObey()
    {
        QFETCH(QString, text);
        QFETCH(QString, safe);
        QCOMPARE(safeForTerminal(text), safe);
        QCOMPARE(safeLineForTerminal(text), QString(safe).replace(u'\n', u'␊'));
    }

    void everyCodeUnitIsSafeAfterwardsAndStaysSo()
    {
        QString all;
        for (int code = 0; code < 0x10000; ++code) {
            if (!QChar::isSurrogate(char32_t(code)))
                all += QChar(code);
        }
        const QString safe = safeForTerminal(all);
        for (const QChar c : safe) {
            const ushort code = c.unicode();
            QVERIFY2(code >= 0x20 || code == u'\n', qPrintable(QString::number(code, 16)));
            QVERIFY(code < 0x7f || code > 0x9f);
            QVERIFY(!(code >= 0x2028 && code <= 0x202e) && !(code >= 0x2066 && code <= 0x2069));
            QVERIFY(code != 0x61c && code != 0x200e && code != 0x200f);
        }
        QCOMPARE(safeForTerminal(safe), safe);
        QCOMPARE(safeLineForTerminal(safeLineForTerminal(all)), safeLineForTerminal(all));
        QVERIFY(!safeLineForTerminal(all).contains(u'\n'));
    }
};

QTEST_GUILESS_MAIN(TestTerminalText)
#include "tst_terminal_text.moc"
