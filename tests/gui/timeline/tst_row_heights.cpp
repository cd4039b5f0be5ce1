// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/timeline/row_heights.h"

#include <QRandomGenerator>
#include <QTest>

#include <numeric>

using namespace salon;

class TestRowHeights : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithPlainSums();
    void rowsWithoutHeightAreSteppedOver();
    void emptyHasNoRow();
    void aMillionRowsAreQuick();
};

void TestRowHeights::agreesWithPlainSums()
{
    QRandomGenerator random(7);
    RowHeights heights;
    std::vector<int> plain;
    for (int step = 0; step < 2000; ++step) {
        const int what = random.bounded(4);
        const int count = 1 + random.bounded(300);
        const int at = random.bounded(int(plain.size()) + 1);
        if (what == 0 || plain.empty()) {
            const int height = random.bounded(90);
            heights.insert(at, count, height);
            plain.insert(plain.begin() + at, std::size_t(count), height);
        } else if (what == 1) {
            heights.insert(int(plain.size()), 1, 40);
            plain.push_back(40);
        } else if (what == 2 && plain.size() > 3000) {
            const int last = std::min(int(plain.size()), at + count);
            heights.remove(at, last - at);
            plain.erase(plain.begin() + at, plain.begin() + last);
        } else if (at < int(plain.size())) {
            heights.set(at, step % 77);
            plain[std::size_t(at)] = step % 77;
        }
        QCOMPARE(heights.count(), int(plain.size()));
        const int probe = random.bounded(int(plain.size()) + 1);
        QCOMPARE(heights.top(probe), std::accumulate(plain.begin(), plain.begin() + probe, qint64(0)));
    }
    qint64 top = 0;
    for (int row = 0; row < heights.count(); ++row) {
        if (plain[std::size_t(row)] > 0) {
            QCOMPARE(heights.rowAt(top), row);
            QCOMPARE(heights.rowAt(top + plain[std::size_t(row)] - 1), row);
        }
        top += plain[std::size_t(row)];
    }
    QCOMPARE(heights.total(), top);
}

void TestRowHeights::rowsWithoutHeightAreSteppedOver()
{
    RowHeights heights;
    heights.insert(0, 5, 10);
    heights.set(1, 0);
    heights.set(2, 0);
    QCOMPARE(heights.rowAt(9), 0);
    QCOMPARE(heights.rowAt(10), 3);
    QCOMPARE(heights.rowAt(1000), 4);
}

void TestRowHeights::emptyHasNoRow()
{
    RowHeights heights;
    QCOMPARE(heights.rowAt(0), -1);
    QCOMPARE(heights.total(), 0);
    heights.insert(0, 3, 7);
    heights.remove(0, 3);
    QCOMPARE(heights.rowAt(5), -1);
}

void TestRowHeights::aMillionRowsAreQuick()
{
    RowHeights heights;
    heights.insert(0, 1'000'000, 20);
    for (int i = 0; i < 100'000; ++i)
        heights.set(i * 7, 21 + i % 30);
    for (int i = 0; i < 100'000; ++i)
        QVERIFY(heights.rowAt(qint64(i) * 199) >= 0);
    heights.insert(0, 100, 30);
    QCOMPARE(heights.count(), 1'000'100);
}

QTEST_GUILESS_MAIN(TestRowHeights)
#include "tst_row_heights.moc"
