// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/transport_test_main.h"

#include <QAbstractEventDispatcher>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QPointer>
#include <QSocketNotifier>
#include <QThread>
#include <QTimer>

#include <array>
#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <vector>

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace std::chrono_literals;
using namespace salon;

/// Two ends of a socket; the first one is watched.
class Wire
{
public:
    Wire()
    {
        if (socketpair(AF_UNIX, SOCK_STREAM, 0, m_ends.data()) != 0)
            qFatal("no sockets");
        for (const int end : m_ends)
            fcntl(end, F_SETFL, O_NONBLOCK);
    }
    ~Wire()
    {
        closeNear();
        closeFar();
    }
    Q_DISABLE_COPY_MOVE(Wire)

    [[nodiscard]] int near() const { return m_ends[0]; }
    void poke() const { QCOMPARE(write(m_ends[1], "x", 1), 1); }
    ssize_t take() const
    {
        std::array<char, 64> buffer{};
        return read(m_ends[0], buffer.data(), buffer.size());
    }
    void closeNear()
    {
        if (m_ends[0] >= 0)
            close(m_ends[0]);
        m_ends[0] = -1;
    }
    void closeFar()
    {
        if (m_ends[1] >= 0)
            close(m_ends[1]);
        m_ends[1] = -1;
    }

private:
    std::array<int, 2> m_ends{ -1, -1 };
};

/// The same rules for Qt's own dispatcher and the workers': run twice (see CMakeLists.txt).
class TestEventDispatcher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsOnTheDispatcherAskedFor();
    void readableSocketsAreTold();
    void disabledNotifiersAreSilent();
    void notifiersMayBeDisabledAndEnabledInTheirHandler();
    void notifiersMayBeDeletedInTheirHandler();
    void aHandlerMayDeleteOtherNotifiers();
    void aReusedDescriptorNumberIsANewSocket();
    void readAndWriteNotifiersOfOneSocket();
    void hangUpIsReadable();
    void manyDescriptors();
    void singleShotTimersFireOnce();
    void timersRepeatAndStop();
    void timersMayBeRestartedInTheirHandler();
    void timersMayBeDeletedInTheirHandler();
    void zeroTimersDoNotStarveSockets();
    void timersOfAllTypesKeepTheirTime_data();
    void timersOfAllTypesKeepTheirTime();
    void remainingTimeIsTold();
    void postedEventsAreDeliveredAndObjectsDeleted();
    void aPostedEventEndsTheWait();
    void aTurnThatDeliversPostedEventsDoesNotWait();
    void otherThreadsWakeTheLoop();
    void nestedLoopsRunAndReturn();
    void aTimerInANestedLoopOfItsHandlerDoesNotRecurse();
    void excludedSocketNotifiersWait();
    void processEventsWithoutWaitingReturns();
    void waitingLoopDoesNotSpin();
    void threadsEndWhenAsked();
    void environmentSwitchesBackToQt();
};

void TestEventDispatcher::runsOnTheDispatcherAskedFor()
{
    const bool worker = qgetenv("SALON_TEST_DISPATCHER") == "worker";
    const QByteArray name = QAbstractEventDispatcher::instance()->metaObject()->className();
#ifdef Q_OS_LINUX
    QCOMPARE(name == "salon::EpollEventDispatcher", worker);
#endif
}

void TestEventDispatcher::readableSocketsAreTold()
{
    const Wire wire;
    QSocketNotifier notifier(wire.near(), QSocketNotifier::Read);
    int told = 0;
    connect(&notifier, &QSocketNotifier::activated, this, [&] {
        ++told;
        wire.take();
    });
    wire.poke();
    QTRY_COMPARE(told, 1);
    wire.poke();
    QTRY_COMPARE(told, 2);
}

void TestEventDispatcher::disabledNotifiersAreSilent()
{
    const Wire wire;
    QSocketNotifier notifier(wire.near(), QSocketNotifier::Read);
    int told = 0;
    connect(&notifier, &QSocketNotifier::activated, this, [&] {
        ++told;
        wire.take();
    });
    notifier.setEnabled(false);
    wire.poke();
    for (int i = 0; i < 10; ++i)
        QCoreApplication::processEvents();
    QCOMPARE(told, 0);
    notifier.setEnabled(true);
    QTRY_COMPARE(told, 1);
    // On and off within a turn.
    for (int i = 0; i < 5; ++i) {
        notifier.setEnabled(false);
        notifier.setEnabled(true);
    }
    wire.poke();
    QTRY_COMPARE(told, 2);
}

void TestEventDispatcher::notifiersMayBeDisabledAndEnabledInTheirHandler()
{
    const Wire wire;
    QSocketNotifier notifier(wire.near(), QSocketNotifier::Read);
    int told = 0;
    connect(&notifier, &QSocketNotifier::activated, this, [&] {
        ++told;
        notifier.setEnabled(false);
    });
    wire.poke();
    QTRY_COMPARE(told, 1);
    for (int i = 0; i < 10; ++i)
        QCoreApplication::processEvents();
    QCOMPARE(told, 1);
    notifier.setEnabled(true); // level-triggered: the byte is still there
    QTRY_COMPARE(told, 2);
}

void TestEventDispatcher::notifiersMayBeDeletedInTheirHandler()
{
    const Wire wire;
    auto *notifier = new QSocketNotifier(wire.near(), QSocketNotifier::Read);
    auto *writer = new QSocketNotifier(wire.near(), QSocketNotifier::Write);
    int told = 0;
    connect(notifier, &QSocketNotifier::activated, this, [&] {
        ++told;
        delete std::exchange(notifier, nullptr);
        delete std::exchange(writer, nullptr);
    });
    wire.poke();
    QTRY_COMPARE(told, 1);
    for (int i = 0; i < 10; ++i)
        QCoreApplication::processEvents();
    QCOMPARE(told, 1);
    delete notifier;
    delete writer;
}

void TestEventDispatcher::aHandlerMayDeleteOtherNotifiers()
{
    std::vector<std::unique_ptr<Wire>> wires;
    std::vector<std::unique_ptr<QSocketNotifier>> notifiers;
    int told = 0;
    for (int i = 0; i < 20; ++i) {
        wires.push_back(std::make_unique<Wire>());
        notifiers.push_back(std::make_unique<QSocketNotifier>(wires.back()->near(), QSocketNotifier::Read));
        connect(notifiers.back().get(), &QSocketNotifier::activated, this, [&, i] {
            ++told;
            for (int other = 0; other < 20; ++other) {
                if (other != i)
                    notifiers[size_t(other)].reset();
            }
            wires[size_t(i)]->take();
        });
        wires.back()->poke();
    }
    QTRY_COMPARE(told, 1);
    for (int i = 0; i < 10; ++i)
        QCoreApplication::processEvents();
    QCOMPARE(told, 1);
}

void TestEventDispatcher::aReusedDescriptorNumberIsANewSocket()
{
    for (int round = 0; round < 50; ++round) {
        auto first = std::make_unique<Wire>();
        const int number = first->near();
        auto notifier = std::make_unique<QSocketNotifier>(number, QSocketNotifier::Read);
        QCoreApplication::processEvents();
        notifier.reset();
        first.reset();
        const Wire second;
        QSocketNotifier other(second.near(), QSocketNotifier::Read);
        int told = 0;
        connect(&other, &QSocketNotifier::activated, this, [&] {
            ++told;
            second.take();
        });
        for (int i = 0; i < 3; ++i)
            QCoreApplication::processEvents();
        QCOMPARE(told, 0);
        second.poke();
        QTRY_COMPARE(told, 1);
    }
}

void TestEventDispatcher::readAndWriteNotifiersOfOneSocket()
{
    const Wire wire;
    QSocketNotifier reader(wire.near(), QSocketNotifier::Read);
    QSocketNotifier writer(wire.near(), QSocketNotifier::Write);
    int reads = 0;
    int writes = 0;
    connect(&reader, &QSocketNotifier::activated, this, [&] {
        ++reads;
        wire.take();
    });
    connect(&writer, &QSocketNotifier::activated, this, [&] {
        ++writes;
        writer.setEnabled(false);
    });
    QTRY_COMPARE(writes, 1);
    QCOMPARE(reads, 0);
    wire.poke();
    QTRY_COMPARE(reads, 1);
    QCOMPARE(writes, 1);
    writer.setEnabled(true);
    reader.setEnabled(false);
    wire.poke();
    QTRY_COMPARE(writes, 2);
    QCOMPARE(reads, 1);
}

void TestEventDispatcher::hangUpIsReadable()
{
    Wire wire;
    QSocketNotifier notifier(wire.near(), QSocketNotifier::Read);
    ssize_t got = -1;
    connect(&notifier, &QSocketNotifier::activated, this, [&] {
        got = wire.take();
        notifier.setEnabled(false);
    });
    wire.closeFar();
    QTRY_COMPARE(got, ssize_t(0));
}

void TestEventDispatcher::manyDescriptors()
{
    constexpr int Count = 400;
    std::vector<std::unique_ptr<Wire>> wires;
    std::vector<std::unique_ptr<QSocketNotifier>> notifiers;
    QList<int> told(Count, 0);
    int all = 0;
    for (int i = 0; i < Count; ++i) {
        wires.push_back(std::make_unique<Wire>());
        notifiers.push_back(std::make_unique<QSocketNotifier>(wires.back()->near(), QSocketNotifier::Read));
        connect(notifiers.back().get(), &QSocketNotifier::activated, this, [&, i] {
            ++told[i];
            ++all;
            wires[size_t(i)]->take();
        });
    }
    for (int round = 1; round <= 3; ++round) {
        for (const auto &wire : wires)
            wire->poke();
        QTRY_COMPARE(all, round * Count);
        QCOMPARE(told.count(round), Count);
    }
}

void TestEventDispatcher::singleShotTimersFireOnce()
{
    int fired = 0;
    QTimer::singleShot(5ms, this, [&] { ++fired; });
    QTimer::singleShot(0, this, [&] { ++fired; });
    QTRY_COMPARE(fired, 2);
    QTest::qWait(20);
    QCOMPARE(fired, 2);
}

void TestEventDispatcher::timersRepeatAndStop()
{
    QTimer timer;
    int fired = 0;
    connect(&timer, &QTimer::timeout, this, [&] {
        if (++fired == 3)
            timer.stop();
    });
    timer.start(2);
    QTRY_COMPARE(fired, 3);
    QTest::qWait(20);
    QCOMPARE(fired, 3);
}

void TestEventDispatcher::timersMayBeRestartedInTheirHandler()
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
    QTest::qWait(10);
    QCOMPARE(fired, 5);
}

void TestEventDispatcher::timersMayBeDeletedInTheirHandler()
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
    QTest::qWait(10);
    QCOMPARE(fired, 1);
}

void TestEventDispatcher::zeroTimersDoNotStarveSockets()
{
    const Wire wire;
    QSocketNotifier notifier(wire.near(), QSocketNotifier::Read);
    int told = 0;
    int spins = 0;
    QTimer zero;
    QTimer slow;
    int slowFired = 0;
    connect(&zero, &QTimer::timeout, this, [&] { ++spins; });
    connect(&slow, &QTimer::timeout, this, [&] { ++slowFired; });
    connect(&notifier, &QSocketNotifier::activated, this, [&] {
        ++told;
        wire.take();
    });
    zero.start(0);
    slow.start(3);
    wire.poke();
    QTRY_COMPARE(told, 1);
    QTRY_VERIFY(slowFired >= 2);
    QTRY_VERIFY(spins > 10);
}

void TestEventDispatcher::timersOfAllTypesKeepTheirTime_data()
{
    QTest::addColumn<Qt::TimerType>("type");
    QTest::addColumn<int>("intervalMs");
    QTest::newRow("precise") << Qt::PreciseTimer << 30;
    QTest::newRow("coarse") << Qt::CoarseTimer << 60;
}

void TestEventDispatcher::timersOfAllTypesKeepTheirTime()
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

void TestEventDispatcher::remainingTimeIsTold()
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

void TestEventDispatcher::postedEventsAreDeliveredAndObjectsDeleted()
{
    QList<int> order;
    for (int i = 0; i < 5; ++i)
        QMetaObject::invokeMethod(
            this, [&order, i] { order += i; }, Qt::QueuedConnection);
    QPointer<QObject> doomed = new QObject;
    doomed->deleteLater();
    QTRY_VERIFY(!doomed);
    QCOMPARE(order, QList<int>({ 0, 1, 2, 3, 4 }));
}

void TestEventDispatcher::aPostedEventEndsTheWait()
{
    // Posted by a handler of a socket: the loop must not sleep over it.
    const Wire wire;
    QSocketNotifier notifier(wire.near(), QSocketNotifier::Read);
    QEventLoop loop;
    connect(&notifier, &QSocketNotifier::activated, this, [&] {
        wire.take();
        QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection);
    });
    wire.poke();
    QTimer late;
    late.setSingleShot(true);
    connect(&late, &QTimer::timeout, &loop, [&loop] { loop.exit(1); });
    late.start(5000);
    QCOMPARE(loop.exec(), 0);
}

void TestEventDispatcher::aTurnThatDeliversPostedEventsDoesNotWait()
{
    QTimer limit;
    bool late = false;
    connect(&limit, &QTimer::timeout, this, [&] { late = true; });
    limit.start(5000);
    // Each posted event posts the next one; some are delivered in the same turn, some in the next.
    int delivered = 0;
    std::function<void()> next = [&] {
        if (++delivered < 10)
            QMetaObject::invokeMethod(this, next, Qt::QueuedConnection);
    };
    QMetaObject::invokeMethod(this, next, Qt::QueuedConnection);
    while (delivered < 10 && !late)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    QVERIFY(!late);
    QCOMPARE(delivered, 10);
}

void TestEventDispatcher::otherThreadsWakeTheLoop()
{
    std::atomic<int> received = 0;
    constexpr int Count = 2000;
    std::unique_ptr<QThread> poster(QThread::create([&] {
        for (int i = 0; i < Count; ++i) {
            QMetaObject::invokeMethod(
                this, [&] { ++received; }, Qt::QueuedConnection);
            if (i % 100 == 0)
                QThread::yieldCurrentThread();
        }
    }));
    poster->start();
    QTRY_COMPARE(received.load(), Count);
    QVERIFY(poster->wait());
}

void TestEventDispatcher::nestedLoopsRunAndReturn()
{
    QStringList order;
    QTimer::singleShot(0, this, [&] {
        QEventLoop inner;
        QTimer::singleShot(2ms, &inner, [&] {
            order += QStringLiteral("inner");
            inner.quit();
        });
        inner.exec();
        order += QStringLiteral("outer");
    });
    QTRY_COMPARE(order, QStringList({ QStringLiteral("inner"), QStringLiteral("outer") }));
}

void TestEventDispatcher::aTimerInANestedLoopOfItsHandlerDoesNotRecurse()
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

void TestEventDispatcher::excludedSocketNotifiersWait()
{
    if (qgetenv("SALON_TEST_DISPATCHER") != "worker")
        QSKIP("Qt's dispatcher over GLib does not keep this");
    const Wire wire;
    QSocketNotifier notifier(wire.near(), QSocketNotifier::Read);
    int told = 0;
    connect(&notifier, &QSocketNotifier::activated, this, [&] {
        ++told;
        wire.take();
    });
    wire.poke();
    for (int i = 0; i < 5; ++i)
        QCoreApplication::processEvents(QEventLoop::ExcludeSocketNotifiers);
    QCOMPARE(told, 0);
    QTRY_COMPARE(told, 1);
}

void TestEventDispatcher::processEventsWithoutWaitingReturns()
{
    QTimer timer;
    timer.start(60'000);
    for (int i = 0; i < 100; ++i)
        QCoreApplication::processEvents(QEventLoop::AllEvents);
    QVERIFY(timer.isActive());
}

void TestEventDispatcher::waitingLoopDoesNotSpin()
{
    int turns = 0;
    const auto counting
        = connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::awake, this, [&] { ++turns; });
    const Wire wire;
    QSocketNotifier notifier(wire.near(), QSocketNotifier::Read);
    QEventLoop loop;
    QTimer::singleShot(100ms, &loop, &QEventLoop::quit);
    loop.exec();
    disconnect(counting);
    QVERIFY2(turns < 20, qPrintable(QString::number(turns)));
}

void TestEventDispatcher::threadsEndWhenAsked()
{
    for (int i = 0; i < 50; ++i) {
        QThread thread;
        thread.setEventDispatcher(makeWorkerEventDispatcher().release());
        thread.start();
        if (i % 2 == 0)
            QThread::yieldCurrentThread();
        thread.quit();
        QVERIFY(thread.wait(5000));
    }
}

void TestEventDispatcher::environmentSwitchesBackToQt()
{
    QVERIFY(!makeWorkerEventDispatcher(true));
    qputenv("SALON_EVENT_DISPATCHER", "qt");
    QVERIFY(!makeWorkerEventDispatcher());
    qunsetenv("SALON_EVENT_DISPATCHER");
#ifdef Q_OS_LINUX
    QVERIFY(makeWorkerEventDispatcher());
#endif
}

SALON_TRANSPORT_TEST_MAIN(TestEventDispatcher)
#include "tst_event_dispatcher.moc"
