// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/app/theme.h"
#include "client-gui/timeline/row_layout.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;

/// Where the parts of one row stand.
class TestRowLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void systemLinesBreakBetweenWords();
};

void TestRowLayout::systemLinesBreakBetweenWords()
{
    const Theme theme;
    const TimelineMetrics metrics(theme.tokens(), 200, false);
    const auto systemLine = [&](const QString &text) {
        TimelineRow row;
        row.kind = TimelineRow::Kind::System;
        row.text = text;
        return RowLayout(row, metrics, [](const QString &) { return false; });
    };
    const RowLayout usual = systemLine(u"Camille Dubois joined this conversation between neighbours."_s);
    QVERIFY(usual.systemFlags() & Qt::TextWordWrap);
    QVERIFY(!(usual.systemFlags() & Qt::TextWrapAnywhere));
    QVERIFY(usual.systemRect().height() > QFontMetrics(metrics.meta).height()); // more than one line
    // Only what is wider than a line is broken where it has to be.
    const RowLayout wide = systemLine(u"The topic is "_s + QString(100, u'w'));
    QVERIFY(wide.systemFlags() & Qt::TextWrapAnywhere);
}

QTEST_MAIN(TestRowLayout)
#include "tst_row_layout.moc"
