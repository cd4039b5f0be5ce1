// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/session/reconnect_policy.h"
#include "shared/client-core/session/request_tracker.h"
#include "shared/protocol/messages/session.h"
#include "tests/unit/client-core/fake_clock.h"

#include <QTest>

using namespace salon;
using salon::test::FakeClock;

class TestReconnectPolicy : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void doublesFromHalfASecondToAMinute();
    void waitsARandomPartOfTheCeiling();
    void startsOverAfterHalfAMinuteOnline();
    void keepsTheCeilingAfterAShortTimeOnline();
    void obeysTheServerAndSpreads();
    void capIsRespected();
    void trackerAnswersOnce();
    void trackerTurnsFailedIntoItsError();
    void trackerHidesLocalAndUnknownCodes_data();
    void trackerHidesLocalAndUnknownCodes();
    void trackerExpires();
    void trackerFailsAllInOrder();
    void trackerForgetsDeadContexts();
};

void TestReconnectPolicy::doublesFromHalfASecondToAMinute()
{
    FakeClock clock;
    ReconnectPolicy policy(clock, [] { return 1.0; });
    QList<int> waits;
    for (int i = 0; i < 9; ++i)
        waits.append(policy.nextDelayMs());
    QCOMPARE(waits, (QList<int>{ 500, 1000, 2000, 4000, 8000, 16000, 32000, 60000, 60000 }));
}

void TestReconnectPolicy::waitsARandomPartOfTheCeiling()
{
    FakeClock clock;
    double random = 0.0;
    ReconnectPolicy policy(clock, [&] { return random; });
    QCOMPARE(policy.nextDelayMs(), 0);
    random = 0.5;
    QCOMPARE(policy.nextDelayMs(), 500);
}

void TestReconnectPolicy::startsOverAfterHalfAMinuteOnline()
{
    FakeClock clock;
    ReconnectPolicy policy(clock, [] { return 1.0; });
    for (int i = 0; i < 5; ++i)
        (void)policy.nextDelayMs();
    policy.wentOnline();
    clock.advance(ReconnectPolicy::StableMs);
    QCOMPARE(policy.nextDelayMs(), 500);
}

void TestReconnectPolicy::keepsTheCeilingAfterAShortTimeOnline()
{
    FakeClock clock;
    ReconnectPolicy policy(clock, [] { return 1.0; });
    (void)policy.nextDelayMs();
    policy.wentOnline();
    clock.advance(ReconnectPolicy::StableMs - 1);
    QCOMPARE(policy.nextDelayMs(), 1000);
}

void TestReconnectPolicy::obeysTheServerAndSpreads()
{
    FakeClock clock;
    ReconnectPolicy policy(clock, [] { return 0.5; });
    QCOMPARE(policy.nextDelayMs(3000), 3250);
    QVERIFY(policy.nextDelayMs(0xffffffffU) <= 11 * ReconnectPolicy::LongestMs);
}

void TestReconnectPolicy::capIsRespected()
{
    FakeClock clock;
    ReconnectPolicy policy(clock, [] { return 1.0; });
    policy.setLongestMs(5000);
    for (int i = 0; i < 10; ++i)
        QVERIFY(policy.nextDelayMs() <= 5000);
}

namespace {

Envelope envelope(const QByteArray &frame)
{
    return *openEnvelope(frame.mid(FramePrefixBytes));
}

} // namespace

void TestReconnectPolicy::trackerAnswersOnce()
{
    FakeClock clock;
    RequestTracker tracker(clock);
    int calls = 0;
    const quint64 correlation = tracker.add(this, [&](const Result<Envelope> &reply) {
        ++calls;
        QVERIFY(reply && reply->is(MessageType::Done));
    });
    QVERIFY(tracker.resolve(envelope(encodeFrame(Done(), correlation))));
    QVERIFY(!tracker.resolve(envelope(encodeFrame(Done(), correlation))));
    QVERIFY(!tracker.resolve(envelope(encodeFrame(Done(), correlation + 1))));
    QCOMPARE(calls, 1);
}

void TestReconnectPolicy::trackerTurnsFailedIntoItsError()
{
    FakeClock clock;
    RequestTracker tracker(clock);
    Error error;
    const quint64 correlation = tracker.add(this, [&](const Result<Envelope> &reply) { error = reply.error(); });
    const Failed failed{ quint32(ErrorCode::RateLimited), { QStringLiteral("x") }, 1500 };
    tracker.resolve(envelope(encodeFrame(failed, correlation)));
    QCOMPARE(error.code, ErrorCode::RateLimited);
    QCOMPARE(error.params, QStringList{ QStringLiteral("x") });
    QCOMPARE(error.retryAfterMs, std::optional<quint32>(1500));
}

void TestReconnectPolicy::trackerHidesLocalAndUnknownCodes_data()
{
    QTest::addColumn<quint32>("code");
    QTest::newRow("local") << quint32(ErrorCode::ServerKeyChanged);
    QTest::newRow("unknown") << 899U;
    QTest::newRow("wraps-to-known-in-16-bits") << 65536U + 7U;
    QTest::newRow("zero") << 0U;
}

void TestReconnectPolicy::trackerHidesLocalAndUnknownCodes()
{
    QFETCH(quint32, code);
    QCOMPARE(errorFrom(envelope(encodeFrame(Failed{ code, {}, {} }, 1))).code, ErrorCode::Internal);
}

void TestReconnectPolicy::trackerExpires()
{
    FakeClock clock;
    RequestTracker tracker(clock);
    QList<ErrorCode> errors;
    tracker.add(this, [&](const Result<Envelope> &reply) { errors.append(reply.error().code); });
    clock.advance(RequestTracker::TimeoutMs - 1);
    QVERIFY(!tracker.expire());
    tracker.add(this, [&](const Result<Envelope> &) { QFAIL("too early"); });
    clock.advance(1);
    QVERIFY(tracker.expire());
    QCOMPARE(errors, QList{ ErrorCode::TimedOut });
    QCOMPARE(tracker.size(), 1);
}

void TestReconnectPolicy::trackerFailsAllInOrder()
{
    FakeClock clock;
    RequestTracker tracker(clock);
    QList<int> order;
    for (int i = 0; i < 20; ++i)
        tracker.add(this, [&order, &tracker, this, i](const Result<Envelope> &) {
            order.append(i);
            if (i == 0)
                tracker.add(this, [](const Result<Envelope> &) { QFAIL("asked after the loss"); });
        });
    tracker.failAll({ ErrorCode::ConnectionLost });
    QCOMPARE(order.size(), 20);
    QVERIFY(std::is_sorted(order.begin(), order.end()));
    QCOMPARE(tracker.size(), 1);
}

void TestReconnectPolicy::trackerForgetsDeadContexts()
{
    FakeClock clock;
    RequestTracker tracker(clock);
    auto context = std::make_unique<QObject>();
    const quint64 correlation
        = tracker.add(context.get(), [](const Result<Envelope> &) { QFAIL("the receiver is gone"); });
    context.reset();
    QVERIFY(tracker.resolve(envelope(encodeFrame(Done(), correlation))));
}

QTEST_GUILESS_MAIN(TestReconnectPolicy)
#include "tst_reconnect_policy.moc"
