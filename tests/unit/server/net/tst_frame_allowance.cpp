// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/net/frame_allowance.h"

#include <QTest>
#include <limits>

using namespace salon::server;

class TestFrameAllowance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allowsTheBurstThenTheRate();
    void whatWasTakenTooMuchLacksLater();
    void newRatesHoldAtOnce();
    void zeroMeansNoLimit();
    void longFramesCountSeveralTimes();
    void transfersArePaidByWhatTheyWereGranted();
    void aGrantIsNoWayAroundTheRate();
    void aGrantCanBeTakenBack();
};

namespace {

constexpr FrameRate rate{ 400, 200 };

} // namespace

void TestFrameAllowance::allowsTheBurstThenTheRate()
{
    FrameAllowance allowance;
    const qint64 now = 1'000'000;
    QCOMPARE(allowance.left(rate, now), 400);
    for (int i = 399; i >= 0; --i) {
        allowance.take(1, rate, now);
        QCOMPARE(allowance.left(rate, now), i);
    }
    QCOMPARE(allowance.left(rate, now + 4), 0);
    QCOMPARE(allowance.left(rate, now + 5), 1);
    QCOMPARE(allowance.left(rate, now + 1000), 200);
    QCOMPARE(allowance.left(rate, now + 2000), 400);
    QCOMPARE(allowance.left(rate, now + 3'600'000), 400); // no more for who was silent
}

void TestFrameAllowance::whatWasTakenTooMuchLacksLater()
{
    FrameAllowance allowance;
    allowance.take(417, rate, 0);
    QCOMPARE(allowance.left(rate, 0), 0);
    QCOMPARE(allowance.left(rate, 85), 0);
    QCOMPARE(allowance.left(rate, 90), 1);
}

void TestFrameAllowance::newRatesHoldAtOnce()
{
    FrameAllowance allowance;
    allowance.take(400, rate, 0);
    QCOMPARE(allowance.left({ 0, 200 }, 0), std::numeric_limits<int>::max());
    QCOMPARE(allowance.left({ 1000, 200 }, 0), 600);
    QCOMPARE(allowance.left({ 1, 1 }, 2000), 1);
}

void TestFrameAllowance::zeroMeansNoLimit()
{
    FrameAllowance allowance;
    for (int i = 0; i < 10'000; ++i)
        allowance.take(17, { 0, 200 }, 0);
    QCOMPARE(allowance.left({ 0, 200 }, 0), std::numeric_limits<int>::max());
    QCOMPARE(allowance.left(rate, 0), 400);
}

void TestFrameAllowance::longFramesCountSeveralTimes()
{
    QCOMPARE(FrameAllowance::costOf(1), 1);
    QCOMPARE(FrameAllowance::costOf(4095), 1);
    QCOMPARE(FrameAllowance::costOf(4096), 2);
    QCOMPARE(FrameAllowance::costOf(64 * 1024), 17);
}

void TestFrameAllowance::transfersArePaidByWhatTheyWereGranted()
{
    FrameAllowance allowance;
    allowance.grant(1000);
    QCOMPARE(allowance.left(rate, 0), 1400);
    for (int i = 0; i < 10; ++i)
        allowance.take(100, rate, 0, true);
    QCOMPARE(allowance.left(rate, 0), 400); // what others may send is as it was
    allowance.take(100, rate, 0, true);
    QCOMPARE(allowance.left(rate, 0), 300);
}

void TestFrameAllowance::aGrantIsNoWayAroundTheRate()
{
    FrameAllowance allowance;
    allowance.grant(1000);
    for (int i = 0; i < 1400; ++i)
        allowance.take(1, rate, 0);
    QCOMPARE(allowance.left(rate, 0), 0);
    allowance.take(1, rate, 0, true);
    QCOMPARE(allowance.left(rate, 4), 0);
    QCOMPARE(allowance.left(rate, 1000), 199);
}

void TestFrameAllowance::aGrantCanBeTakenBack()
{
    FrameAllowance allowance;
    allowance.grant(1000);
    allowance.take(300, rate, 0, true);
    allowance.grant(-700);
    QCOMPARE(allowance.left(rate, 0), 400);
    allowance.grant(-700); // more than there is
    QCOMPARE(allowance.left(rate, 0), 400);
    allowance.grant(std::numeric_limits<qint64>::max());
    allowance.grant(std::numeric_limits<qint64>::max());
    QVERIFY(allowance.left(rate, 0) > 1'000'000);
}

QTEST_GUILESS_MAIN(TestFrameAllowance)
#include "tst_frame_allowance.moc"
