// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/transport_test_main.h"
#include "tests/unit/transport/socket_pair.h"

#include <QAbstractEventDispatcher>
#include <QEventLoop>
#include <QPointer>
#include <QSocketNotifier>
#include <QThread>
#include <QTimer>

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>

using namespace std::chrono_literals;
using namespace salon;
using namespace salon::test;

/// Turns of the loop: the same rules for Qt's own dispatcher and the workers', run twice (see CMakeLists.txt).
class TestEventDispatcher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsOnTheDispatcherAskedFor();
    void postedEventsAreDeliveredAndObjectsDeleted();
    void aPostedEventEndsTheWait();
    void aTurnThatDeliversPostedEventsDoesNotWait();
    void otherThreadsWakeTheLoop();
    void nestedLoopsRunAndReturn();
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
    const SocketPair pair;
    QSocketNotifier notifier(pair.near(), QSocketNotifier::Read);
    QEventLoop loop;
    connect(&notifier, &QSocketNotifier::activated, this, [&] {
        pair.take();
        QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection);
    });
    pair.poke();
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

void TestEventDispatcher::excludedSocketNotifiersWait()
{
    if (qgetenv("SALON_TEST_DISPATCHER") != "worker")
        QSKIP("Qt's dispatcher over GLib does not keep this");
    const SocketPair pair;
    QSocketNotifier notifier(pair.near(), QSocketNotifier::Read);
    int told = 0;
    connect(&notifier, &QSocketNotifier::activated, this, [&] {
        ++told;
        pair.take();
    });
    pair.poke();
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
    const SocketPair pair;
    QSocketNotifier notifier(pair.near(), QSocketNotifier::Read);
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
