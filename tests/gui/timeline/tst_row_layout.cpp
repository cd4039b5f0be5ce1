// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/app/theme.h"
#include "client-gui/timeline/row_layout.h"
#include "shared/markup/format_text.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;

/// Where the parts of one row stand.
class TestRowLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void systemLinesBreakBetweenWords();
    void theAnswerStandsAboveTheText();
    void marksStandBehindTheLastWordWhereTheyFit();
    void marksOfFilesWithoutTextStandBelowThem();
    void reactionsBreakIntoLines();
    void onlyWhoMayReactSeesThePlus();

private:
    [[nodiscard]] static TimelineRow message(const QString &text)
    {
        TimelineRow row;
        row.seq = 1;
        row.authorName = u"Marie"_s;
        row.text = text;
        row.formatted = formatText(text, TextFormat::Plain);
        return row;
    }
    Theme m_theme;
    TimelineMetrics m_metrics{ m_theme.tokens(), 700, false };
};

void TestRowLayout::theAnswerStandsAboveTheText()
{
    TimelineRow row = message(u"yes"_s);
    const RowLayout alone(row, m_metrics);
    row.replySeq = 7;
    const RowLayout answer(row, m_metrics);
    QVERIFY(alone.replyRect().isNull());
    QVERIFY(answer.replyRect().top() >= answer.nameRect().bottom());
    QVERIFY(answer.replyRect().bottom() < answer.textOrigin().y() + 1);
    QVERIFY(answer.height() > alone.height());
    QCOMPARE(answer.partAt(answer.replyRect().center()), RowLayout::Part::Reply);
}

void TestRowLayout::marksStandBehindTheLastWordWhereTheyFit()
{
    TimelineRow row = message(u"short"_s);
    const RowLayout plain(row, m_metrics);
    row.isEdited = true;
    row.isPinned = true;
    row.hasPendingChange = true;
    const RowLayout behind(row, m_metrics);
    QCOMPARE(behind.height(), plain.height());
    QVERIFY(behind.editedRect().left() > behind.textOrigin().x());
    QCOMPARE(behind.tailMarks().size(), 2);
    QVERIFY(behind.tailMarks()[0].rect.left() > behind.editedRect().right());
    QCOMPARE(behind.partAt(behind.editedRect().center()), RowLayout::Part::Edited);
    // No room behind the words: below them.
    const QFontMetrics metrics(m_metrics.body);
    QString wide;
    while (metrics.horizontalAdvance(wide + u'x') < m_metrics.textWidth)
        wide += u'x';
    TimelineRow full = message(wide);
    full.isEdited = true;
    const RowLayout below(full, m_metrics);
    QVERIFY(below.editedRect().top() >= below.textOrigin().y() + int(below.text()->height()) - 1);
    QVERIFY(below.height() > plain.height());
}

void TestRowLayout::marksOfFilesWithoutTextStandBelowThem()
{
    TimelineRow row = message({});
    row.files = { { QByteArray(32, 'h'), u"a.png"_s, 5, u"image/png"_s, 640, 400, {} } };
    const RowLayout bare(row, m_metrics);
    row.isEdited = true;
    row.isPinned = true;
    const RowLayout edited(row, m_metrics);
    QVERIFY(edited.editedRect().top() >= bare.height() - m_metrics.rowGap - 1);
    QVERIFY(edited.tailMarks()[0].rect.top() >= edited.editedRect().top());
    QVERIFY(edited.height() > bare.height());
}

void TestRowLayout::reactionsBreakIntoLines()
{
    TimelineRow row = message(u"hello"_s);
    const RowLayout none(row, m_metrics);
    for (int i = 0; i < 20; ++i)
        row.reactions.append({ u"👍"_s, 1000 + i, i % 2 == 0, {} });
    row.rights.mayReact = true;
    const TimelineMetrics narrow(m_theme.tokens(), 360, false);
    const RowLayout layout(row, narrow);
    QCOMPARE(layout.reactionRects().size(), 20);
    QVERIFY(layout.reactionRects().constLast().top() > layout.reactionRects().constFirst().bottom());
    for (qsizetype i = 0; i < layout.reactionRects().size(); ++i) {
        const QRect rect = layout.reactionRects()[i];
        QVERIFY(rect.right() <= narrow.textX + narrow.textWidth);
        QCOMPARE(layout.reactionAt(rect.center()), int(i));
        QCOMPARE(layout.partAt(rect.center()), RowLayout::Part::Reaction);
    }
    QVERIFY(layout.height() >= layout.reactionRects().constLast().bottom());
    QVERIFY(RowLayout(row, m_metrics).height() > none.height());
}

void TestRowLayout::onlyWhoMayReactSeesThePlus()
{
    TimelineRow row = message(u"hello"_s);
    row.reactions.append({ u"👍"_s, 1, false, {} });
    QVERIFY(RowLayout(row, m_metrics).addReactionRect().isNull());
    row.rights.mayReact = true;
    const RowLayout layout(row, m_metrics);
    QCOMPARE(layout.partAt(layout.addReactionRect().center()), RowLayout::Part::AddReaction);
}

void TestRowLayout::systemLinesBreakBetweenWords()
{
    const Theme theme;
    const TimelineMetrics metrics(theme.tokens(), 200, false);
    const auto systemLine = [&](const QString &text) {
        TimelineRow row;
        row.kind = TimelineRow::Kind::System;
        row.text = text;
        return RowLayout(row, metrics);
    };
    const RowLayout usual = systemLine(u"Camille Dubois joined this conversation between neighbours."_s);
    QVERIFY(usual.systemFlags() & Qt::TextWordWrap);
    QVERIFY(!(usual.systemFlags() & Qt::TextWrapAnywhere));
    QVERIFY(usual.systemRect().height() > QFontMetrics(metrics.meta).height()); // more than one line
    // Only what is wider than a line is broken where it has to be, and nothing beside it.
    const RowLayout wide = systemLine(u"The topic is "_s + QString(100, u'i'));
    QVERIFY(!(wide.systemFlags() & Qt::TextWrapAnywhere));
    QVERIFY(wide.systemText().startsWith(u"The topic is i"_s));
    QVERIFY(wide.systemText().contains(QChar(0x200B)));
    QCOMPARE(wide.systemText().count(u'i'), 102); // not a letter is lost
    const RowLayout tight = systemLine(u"The topic is "_s + QString(31, u'W'));
    QVERIFY(tight.systemFlags() & Qt::TextWrapAnywhere);
}

QTEST_MAIN(TestRowLayout)
#include "tst_row_layout.moc"
