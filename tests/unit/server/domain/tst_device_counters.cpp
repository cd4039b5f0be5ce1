// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/domain/device_counters.h"

#include <QTest>
#include <limits>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::server;

class TestDeviceCounters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countersGoUpByOne();
};

void TestDeviceCounters::countersGoUpByOne()
{
    QVERIFY(checkCounter(0, 1));
    QVERIFY(checkCounter(41, 42));
    const auto skipped = checkCounter(41, 44);
    QCOMPARE(skipped.error().code, ErrorCode::CounterSkipped);
    QCOMPARE(skipped.error().params, QList<QString>{ u"42"_s });
    QVERIFY(skipped.error().retryAfterMs); // temporary
    for (const quint64 old : { quint64(0), quint64(1), quint64(41) }) {
        const auto reused = checkCounter(41, old);
        QCOMPARE(reused.error().code, ErrorCode::CounterReused);
        QCOMPARE(reused.error().params, QList<QString>{ u"42"_s });
        QVERIFY(!reused.error().retryAfterMs);
    }
    QVERIFY(!checkCounter(41, std::numeric_limits<quint64>::max()));
}

QTEST_GUILESS_MAIN(TestDeviceCounters)
#include "tst_device_counters.moc"
