// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/base/token_bucket.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;

class TestTokenBucket : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void askingTakesNothing();
    void allowsTheBurstThenTheRate();
    void saysWhenToComeBack();
    void zeroMeansNoLimit();
    void aClockThatStandsStillGivesNothing();
    void forgetsAddressesThatAreFull();
};

void TestTokenBucket::allowsTheBurstThenTheRate()
{
    TokenBucket bucket;
    for (int i = 0; i < 20; ++i)
        QVERIFY(!bucket.take(20, 2, 1, 5000));
    QVERIFY(bucket.take(20, 2, 1, 5000));
    QVERIFY(!bucket.take(20, 2, 1, 5500));
    QVERIFY(bucket.take(20, 2, 1, 5500));
    for (int i = 0; i < 20; ++i)
        QVERIFY(!bucket.take(20, 2, 1, 100'000));
    QVERIFY(bucket.take(20, 2, 1, 100'000));
}

void TestTokenBucket::saysWhenToComeBack()
{
    TokenBucket bucket;
    QVERIFY(!bucket.take(1, 2, 1, 0));
    QCOMPARE(bucket.take(1, 2, 1, 0), std::optional<quint32>(500));
    QCOMPARE(bucket.take(1, 2, 1, 400), std::optional<quint32>(100));
    QVERIFY(!bucket.take(1, 2, 1, 500));
    TokenBucket never;
    QVERIFY(!never.take(1, 0, 1, 0));
    QVERIFY(never.take(1, 0, 1, 1'000'000'000));
}

void TestTokenBucket::zeroMeansNoLimit()
{
    TokenBucket bucket;
    for (int i = 0; i < 10'000; ++i)
        QVERIFY(!bucket.take(0, 0, 5, 0));
}

void TestTokenBucket::aClockThatStandsStillGivesNothing()
{
    TokenBucket bucket;
    QVERIFY(!bucket.take(1, 1000, 1, 1000));
    QVERIFY(bucket.take(1, 1000, 1, 1000));
    QVERIFY(bucket.take(1, 1000, 1, 900)); // and one that goes back neither
}

void TestTokenBucket::forgetsAddressesThatAreFull()
{
    AddressBuckets buckets;
    for (int i = 0; i < 100'000; ++i)
        QVERIFY(!buckets.take(u"address %1"_s.arg(i), 5, 5.0 / 3600, i));
    for (int i = 0; i < 5; ++i)
        QVERIFY(!buckets.take(u"one"_s, 5, 5.0 / 3600, 200'000));
    QVERIFY(buckets.take(u"one"_s, 5, 5.0 / 3600, 200'000));
    QVERIFY(!buckets.take(u"two"_s, 5, 5.0 / 3600, 200'000));
}

void TestTokenBucket::askingTakesNothing()
{
    TokenBucket bucket;
    for (int i = 0; i < 10; ++i)
        QVERIFY(!bucket.waitMs(2, 1, 2, 0));
    QVERIFY(!bucket.take(2, 1, 2, 0));
    QCOMPARE(bucket.waitMs(2, 1, 1, 0), std::optional<quint32>(1000));
    QCOMPARE(bucket.waitMs(2, 1, 1, 0), bucket.take(2, 1, 1, 0));
    QVERIFY(!bucket.waitMs(2, 1, 1, 1000));
    QVERIFY(!bucket.waitMs(0, 1, 100, 0)); // no limit
}

QTEST_GUILESS_MAIN(TestTokenBucket)
#include "tst_token_bucket.moc"
