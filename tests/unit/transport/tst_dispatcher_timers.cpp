// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/transport_test_main.h"
#include "tests/unit/transport/socket_pair.h"

#include <QAbstractEventDispatcher>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QSignalSpy>
#include <QSocketNotifier>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace std::chrono_literals;
using namespace salon::test;

/// Timers: the same rules for Qt's own dispatcher and the workers', run twice (see CMakeLists.txt).
class TestDispatcherTimers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void singleShotTimersFireOnce();
    void timersRepeatAndStop();
    void timersMayBeRestartedInTheirHandler();
    void timersMayBeDeletedInTheirHandler();
    void zeroTimersDoNotStarveSockets();
    void timersOfAllTypesKeepTheirTime_data();
    void timersOfAllTypesKeepTheirTime();
    void remainingTimeIsTold();
    void aTimerInANestedLoopOfItsHandlerDoesNotRecurse();
};

namespace {

/// A timer that is due after all that a test started: what has not fired before it does not fire any more.
bool laterTimerFires(std::chrono::milliseconds due)
{
    QTimer later;
    later.setSingleShot(true);
    later.setTimerType(Qt::PreciseTimer);
    QSignalSpy fired(&later, &QTimer::timeout);
    later.start(due);
    return fired.wait();
}

} // namespace

void TestDispatcherTimers::singleShotTimersFireOnce()
{
    int fired = 0;
    QTimer::singleShot(5ms, this, [&] { ++fired; });
    QTimer::singleShot(0, this, [&] { ++fired; });
    QTRY_COMPARE(fired, 2);
    QVERIFY(laterTimerFires(20ms));
    QCOMPARE(fired, 2);
}

void TestDispatcherTimers::timersRepeatAndStop()
{
    QTimer timer;
    int fired = 0;
    connect(&timer, &QTimer::timeout, this, [&] {
        if (++fired == 3)
            timer.stop();
    });
    timer.start(2);
    QTRY_COMPARE(fired, 3);
    QVERIFY(laterTimerFires(20ms));
    QCOMPARE(fired, 3);
}

void TestDispatcherTimers::timersMayBeRestartedInTheirHandler()
{
    QTimer timer;
    int fired = 0;
    connect(&timer, &QTimer::timeout, this, [&] {
        if (++fired < 5)
            timer.start(fired % 2 ? 1 : 0);
        else
            timer.stop();
    });
    timer.start(1);
    QTRY_COMPARE(fired, 5);
    QVERIFY(laterTimerFires(10ms));
    QCOMPARE(fired, 5);
}

void TestDispatcherTimers::timersMayBeDeletedInTheirHandler()
{
    auto *timer = new QTimer;
    auto *other = new QTimer;
    int fired = 0;
    for (QTimer *each : { timer, other }) {
        connect(each, &QTimer::timeout, this, [&] {
            ++fired;
            delete std::exchange(timer, nullptr);
            delete std::exchange(other, nullptr);
        });
        each->start(0);
    }
    QTRY_COMPARE(fired, 1);
    QVERIFY(laterTimerFires(10ms));
    QCOMPARE(fired, 1);
}

void TestDispatcherTimers::zeroTimersDoNotStarveSockets()
{
    const SocketPair pair;
    QSocketNotifier notifier(pair.near(), QSocketNotifier::Read);
    int told = 0;
    int spins = 0;
    QTimer zero;
    QTimer slow;
    int slowFired = 0;
    connect(&zero, &QTimer::timeout, this, [&] { ++spins; });
    connect(&slow, &QTimer::timeout, this, [&] { ++slowFired; });
    connect(&notifier, &QSocketNotifier::activated, this, [&] {
        ++told;
        pair.take();
    });
    zero.start(0);
    slow.start(3);
    pair.poke();
    QTRY_COMPARE(told, 1);
    QTRY_VERIFY(slowFired >= 2);
    QTRY_VERIFY(spins > 10);
}

void TestDispatcherTimers::timersOfAllTypesKeepTheirTime_data()
{
    QTest::addColumn<Qt::TimerType>("type");
    QTest::addColumn<int>("intervalMs");
    QTest::newRow("precise") << Qt::PreciseTimer << 30;
    QTest::newRow("coarse") << Qt::CoarseTimer << 60;
}

void TestDispatcherTimers::timersOfAllTypesKeepTheirTime()
{
    QFETCH(Qt::TimerType, type);
    QFETCH(int, intervalMs);
    QTimer timer;
    timer.setTimerType(type);
    timer.setSingleShot(true);
    QElapsedTimer clock;
    qint64 firedAfter = -1;
    connect(&timer, &QTimer::timeout, this, [&] { firedAfter = clock.elapsed(); });
    clock.start();
    timer.start(intervalMs);
    QTRY_VERIFY(firedAfter >= 0);
    // Never early beyond the 5 % that coarse timers allow themselves; how late depends on the machine.
    QVERIFY2(firedAfter >= intervalMs * 95 / 100 - 1, qPrintable(QString::number(firedAfter)));
}

void TestDispatcherTimers::remainingTimeIsTold()
{
    QTimer timer;
    QCOMPARE(timer.remainingTime(), -1);
    timer.start(60'000);
    QVERIFY(timer.remainingTime() > 50'000 && timer.remainingTime() <= 63'000);
    const auto registered = QAbstractEventDispatcher::instance()->registeredTimers(&timer);
    QCOMPARE(registered.size(), 1);
    QCOMPARE(registered.first().timerId, timer.timerId());
    QCOMPARE(registered.first().interval, 60'000);
    timer.stop();
    QCOMPARE(timer.remainingTime(), -1);
    QVERIFY(QAbstractEventDispatcher::instance()->registeredTimers(&timer).isEmpty());
}

void TestDispatcherTimers::aTimerInANestedLoopOfItsHandlerDoesNotRecurse()
{
    QTimer timer;
    int depth = 0;
    int deepest = 0;
    int fired = 0;
    connect(&timer, &QTimer::timeout, this, [&] {
        ++fired;
        deepest = std::max(deepest, ++depth);
        QEventLoop inner;
        QTimer::singleShot(10ms, &inner, &QEventLoop::quit);
        inner.exec();
        --depth;
    });
    timer.start(1);
    QTRY_VERIFY(fired >= 2);
    timer.stop();
    QCOMPARE(deepest, 1);
}

SALON_TRANSPORT_TEST_MAIN(TestDispatcherTimers)
#include "tst_dispatcher_timers.moc"
