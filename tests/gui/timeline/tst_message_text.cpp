// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/timeline/message_text.h"
#include "shared/markup/format_text.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;

class TestMessageText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatSomebodyDoesBeginsWithTheirName();
    void isolationClosesWhatIsOpen();
};

void TestMessageText::whatSomebodyDoesBeginsWithTheirName()
{
    const FormattedText said = formatText(u"waves at https://a.example"_s, TextFormat::Plain);
    const FormattedText told = actionText(said, u"Marie Curie"_s);
    const FormattedParagraph &line = told.paragraphs.constFirst();
    QCOMPARE(line.text, u"Marie Curie waves at https://a.example"_s);
    QCOMPARE(line.ranges.size(), 2);
    QVERIFY(line.ranges[0].styles.testFlag(TextStyle::Bold));
    QCOMPARE(line.text.mid(line.ranges[0].start, line.ranges[0].length), u"Marie Curie"_s);
    QCOMPARE(line.text.mid(line.ranges[1].start, line.ranges[1].length), u"https://a.example"_s);
    QCOMPARE(actionText({}, u"Marie"_s).paragraphs.constFirst().text, u"Marie "_s);
}

void TestMessageText::isolationClosesWhatIsOpen()
{
    const QString open = isolated(u"a\u202Eb\u2067c"_s);
    QCOMPARE(open.count(QChar(0x202C)), 1);
    QCOMPARE(open.count(QChar(0x2069)), 2);
    QVERIFY(open.startsWith(QChar(0x2068)) && open.endsWith(QChar(0x2069)));
}

QTEST_GUILESS_MAIN(TestMessageText)
#include "tst_message_text.moc"
