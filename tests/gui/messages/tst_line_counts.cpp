// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/messages/line_counts.h"
#include "shared/client-core/models/message_list_model.h"

#include <QStandardItemModel>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;

/// How many lines the rows of a list of messages have, and how often that is found out.
class TestLineCounts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_model.clear();
        const QStringList texts{ QString(), u"court"_s, u"un deux trois quatre cinq six sept huit neuf dix"_s,
            u"anticonstitutionnellement"_s.repeated(3), u"des mots "_s.repeated(40), u"à "_s + u"x"_s.repeated(60) };
        for (const QString &text : texts) {
            auto *item = new QStandardItem(text);
            item->setData(3, MessageListModel::RoomIdRole);
            item->setData(m_model.rowCount() + 1, TimelineModel::SeqRole);
            m_model.appendRow(item);
        }
    }

    void everyWidthHasTheLinesThatAreNeeded()
    {
        LineCounts counts;
        int seen[LineCounts::Most + 1] = {}; // NOLINT(*-avoid-c-arrays)
        // Down and up again, as somebody drags an edge.
        for (int step = -700; step <= 700; step += 3) {
            for (int row = 0; row < m_model.rowCount(); ++row) {
                const int width = 80 + std::abs(step);
                LineCounts fresh;
                const int lines = count(counts, row, width);
                ++seen[lines];
                QVERIFY2(lines == count(fresh, row, width), qPrintable(u"row %1, %2 px"_s.arg(row).arg(width)));
            }
        }
        for (int lines = 1; lines <= LineCounts::Most; ++lines)
            QVERIFY(seen[lines] > 0);
    }

    void fewWidthsNeedTheTextAgain()
    {
        LineCounts counts;
        m_reads = 0;
        for (int width = 780; width >= 80; --width) {
            for (int row = 0; row < m_model.rowCount(); ++row)
                (void)count(counts, row, width);
        }
        QVERIFY2(m_reads < 20 * m_model.rowCount(), qPrintable(QString::number(m_reads)));
        const int before = m_reads;
        for (int width = 80; width <= 780; ++width) {
            for (int row = 0; row < m_model.rowCount(); ++row)
                (void)count(counts, row, width);
        }
        QVERIFY2(m_reads - before < 20 * m_model.rowCount(), qPrintable(QString::number(m_reads - before)));
    }

    void otherWordsAreCountedAnew()
    {
        LineCounts counts;
        QCOMPARE(count(counts, 1, 200), 1);
        m_model.item(1)->setText(u"des mots "_s.repeated(40));
        QCOMPARE(count(counts, 1, 200), 3);
        QFont large = m_font;
        large.setPixelSize(200);
        m_model.item(1)->setText(u"a b"_s);
        QCOMPARE(count(counts, 1, 200), 1);
        m_font = large;
        QCOMPARE(count(counts, 1, 200), 2);
        m_font = QFont();
    }

    void aMessageThatComesBackIsCountedAnew()
    {
        LineCounts counts;
        QCOMPARE(count(counts, 1, 200), 1);
        QList<QStandardItem *> row = m_model.takeRow(1);
        row.first()->setText(u"des mots "_s.repeated(40));
        m_model.insertRow(1, row);
        QCOMPARE(count(counts, 1, 200), 3);
    }

    void whatIsNoneOfItsWordsIsNot()
    {
        LineCounts counts;
        (void)count(counts, 4, 200);
        m_reads = 0;
        m_model.item(4)->setData(true, TimelineModel::SavedRole);
        (void)count(counts, 4, 200);
        QCOMPARE(m_reads, 0);
        m_model.item(4)->setData(true, TimelineModel::EditedRole);
        (void)count(counts, 4, 200);
        QCOMPARE(m_reads, 1);
    }

private:
    int count(LineCounts &counts, int row, int width)
    {
        const QModelIndex index = m_model.index(row, 0);
        return counts.count(index, m_font, width, [&] {
            ++m_reads;
            return index.data().toString();
        });
    }

    QStandardItemModel m_model;
    QFont m_font;
    int m_reads = 0;
};

QTEST_MAIN(TestLineCounts)
#include "tst_line_counts.moc"
