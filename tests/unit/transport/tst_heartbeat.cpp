// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/transport/heartbeat_timer.h"

#include <QSignalSpy>
#include <QTest>

using namespace salon;

class StillClock final : public Clock
{
public:
    [[nodiscard]] qint64 wallMs() const override { return now; }
    [[nodiscard]] qint64 monotonicMs() const override { return now; }
    qint64 now = 0;
};

class TestHeartbeat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pingsOnceAfterSilenceAndDropsLater();
    void anythingHeardStartsTheSilenceAnew();
    void newTimesHoldForTheSilenceThatBegan();
    void timerTellsPingAndSilence();
    void timerStopsAfterSilence();
};

void TestHeartbeat::pingsOnceAfterSilenceAndDropsLater()
{
    const HeartbeatTimes times;
    Heartbeat heartbeat(1000);
    QCOMPARE(heartbeat.tick(1000, times), Heartbeat::Action::None);
    QCOMPARE(heartbeat.tick(30'999, times), Heartbeat::Action::None);
    QCOMPARE(heartbeat.tick(31'000, times), Heartbeat::Action::SendPing);
    QCOMPARE(heartbeat.tick(32'000, times), Heartbeat::Action::None);
    QCOMPARE(heartbeat.tick(90'999, times), Heartbeat::Action::None);
    QCOMPARE(heartbeat.tick(91'000, times), Heartbeat::Action::Drop);
    QCOMPARE(heartbeat.tick(92'000, times), Heartbeat::Action::Drop);
}

void TestHeartbeat::anythingHeardStartsTheSilenceAnew()
{
    const HeartbeatTimes times;
    Heartbeat heartbeat(0);
    QCOMPARE(heartbeat.tick(30'000, times), Heartbeat::Action::SendPing);
    heartbeat.heard(40'000);
    QCOMPARE(heartbeat.tick(69'999, times), Heartbeat::Action::None);
    QCOMPARE(heartbeat.tick(70'000, times), Heartbeat::Action::SendPing);
    QCOMPARE(heartbeat.tick(129'999, times), Heartbeat::Action::None);
    QCOMPARE(heartbeat.tick(130'000, times), Heartbeat::Action::Drop);
}

void TestHeartbeat::newTimesHoldForTheSilenceThatBegan()
{
    Heartbeat heartbeat(0);
    QCOMPARE(heartbeat.tick(29'000, {}), Heartbeat::Action::None);
    QCOMPARE(heartbeat.tick(29'000, { 1000, 60'000 }), Heartbeat::Action::SendPing);
    QCOMPARE(heartbeat.tick(29'000, { 1000, 2000 }), Heartbeat::Action::Drop);
}

void TestHeartbeat::timerTellsPingAndSilence()
{
    StillClock clock;
    HeartbeatTimer timer(clock, { 6, 18 });
    QSignalSpy ping(&timer, &HeartbeatTimer::pingDue);
    QSignalSpy silent(&timer, &HeartbeatTimer::peerSilent);
    timer.start();
    clock.now = 6;
    QTRY_COMPARE(ping.size(), 1);
    timer.heard();
    clock.now = 12;
    QTRY_COMPARE(ping.size(), 2);
    QCOMPARE(silent.size(), 0);
    clock.now = 24;
    QTRY_COMPARE(silent.size(), 1);
}

void TestHeartbeat::timerStopsAfterSilence()
{
    StillClock clock;
    HeartbeatTimer timer(clock, { 6, 18 });
    QSignalSpy silent(&timer, &HeartbeatTimer::peerSilent);
    timer.start();
    clock.now = 100;
    QTRY_COMPARE(silent.size(), 1);
    HeartbeatTimer later(clock, { 6, 18 }); // of the same intervals: when it has told, the first would have told again
    QSignalSpy laterSilent(&later, &HeartbeatTimer::peerSilent);
    later.start();
    clock.now = 200;
    QTRY_COMPARE(laterSilent.size(), 1);
    QCOMPARE(silent.size(), 1);
}

QTEST_GUILESS_MAIN(TestHeartbeat)
#include "tst_heartbeat.moc"
