// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/base/line_splitter.h"

#include <QTest>

using namespace Qt::StringLiterals;
using salon::LineSplitter;

class TestLineSplitter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameLinesHoweverTheInputIsCut_data();
    void sameLinesHoweverTheInputIsCut();
    void lastLineWithoutEndCounts();
    void dropsALineThatIsTooLong();
    void badBytesBecomeReplacementCharacters();
};

void TestLineSplitter::sameLinesHoweverTheInputIsCut_data()
{
    QTest::addColumn<int>("cut");
    const auto input = "/say é€😀\r\n\n/who\n"_ba;
    for (int cut = 0; cut <= input.size(); ++cut)
        QTest::addRow("cut-at-%d", cut) << cut;
}

void TestLineSplitter::sameLinesHoweverTheInputIsCut()
{
    QFETCH(int, cut);
    const auto input = "/say é€😀\r\n\n/who\n"_ba;
    LineSplitter splitter;
    QStringList lines = splitter.feed(input.left(cut));
    lines += splitter.feed(input.mid(cut));
    lines += splitter.finish();
    QCOMPARE(lines, (QStringList{ u"/say é€😀"_s, QString(), u"/who"_s }));
}

void TestLineSplitter::lastLineWithoutEndCounts()
{
    LineSplitter splitter;
    QVERIFY(splitter.feed("/who").isEmpty());
    QCOMPARE(splitter.finish(), QStringList{ u"/who"_s });
    QVERIFY(splitter.finish().isEmpty());
}

void TestLineSplitter::dropsALineThatIsTooLong()
{
    LineSplitter splitter;
    const QByteArray piece(10'000, 'x');
    for (int i = 0; i < 100; ++i)
        QVERIFY(splitter.feed(piece).isEmpty());
    QVERIFY(!splitter.takeDropped());
    QCOMPARE(splitter.feed("\n/who\n"), QStringList{ u"/who"_s });
    QVERIFY(splitter.takeDropped());
    QVERIFY(!splitter.takeDropped());
    QCOMPARE(splitter.feed(QByteArray(LineSplitter::MaxLineBytes, 'y') + '\n').size(), 1);
    QVERIFY(!splitter.takeDropped());
}

void TestLineSplitter::badBytesBecomeReplacementCharacters()
{
    LineSplitter splitter;
    QCOMPARE(splitter.feed("a\xff\n"), QStringList{ u"a\uFFFD"_s });
}

QTEST_GUILESS_MAIN(TestLineSplitter)
#include "tst_line_splitter.moc"
