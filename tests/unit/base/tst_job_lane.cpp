// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/base/job_lane.h"
#include "shared/base/when_ready.h"

#include <QSemaphore>
#include <QTest>
#include <atomic>

using namespace Qt::StringLiterals;
using namespace salon;

class TestJobLane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsInTheOrderGivenInOneOtherThread()
    {
        QList<int> order;
        QSet<QThread *> threads;
        {
            JobLane lane(u"test lane"_s);
            for (int i = 0; i < 1000; ++i) {
                lane.post([&, i] {
                    order.append(i);
                    threads.insert(QThread::currentThread());
                });
            }
        }
        QCOMPARE(order.size(), 1000);
        QVERIFY(std::is_sorted(order.begin(), order.end()));
        QCOMPARE(threads.size(), 1);
        QVERIFY(!threads.contains(QThread::currentThread()));
    }

    void theDestructorRunsWhatIsPending()
    {
        QSemaphore gate;
        std::atomic<int> done = 0;
        QFuture<int> last;
        {
            JobLane lane(u"test lane"_s);
            lane.post([&] { gate.acquire(); });
            for (int i = 0; i < 50; ++i)
                lane.post([&] { ++done; });
            last = lane.run([] { return 7; });
            QVERIFY(!last.isFinished());
            gate.release();
        }
        QCOMPARE(done, 50);
        QVERIFY(last.isFinished());
        QCOMPARE(last.result(), 7);
    }

    void aJobGivenByAJobDuringTheEndNeverHangs()
    {
        QFuture<int> inner;
        {
            JobLane lane(u"test lane"_s);
            QSemaphore given;
            lane.post([&] {
                inner = lane.run([] { return 1; });
                given.release();
            });
            given.acquire();
        }
        QVERIFY(inner.isFinished());
    }

    void manyThreadsMayGiveJobs()
    {
        int sum = 0; // only the lane touches it
        {
            JobLane lane(u"test lane"_s);
            QList<QThread *> givers;
            for (int i = 0; i < 4; ++i) {
                givers.append(QThread::create([&] {
                    for (int j = 0; j < 500; ++j)
                        lane.post([&] { ++sum; });
                }));
                givers.last()->start();
            }
            for (QThread *giver : std::as_const(givers)) {
                giver->wait();
                delete giver;
            }
        }
        QCOMPARE(sum, 2000);
    }

    void whenReadyCallsBackInTheReceiversThread()
    {
        JobLane lane(u"test lane"_s);
        QObject receiver;
        int result = 0;
        QThread *where = nullptr;
        whenReady(lane.run([] { return 42; }), &receiver, [&](int value) {
            result = value;
            where = QThread::currentThread();
        });
        QTRY_COMPARE(result, 42);
        QCOMPARE(where, QThread::currentThread());
        QTRY_VERIFY(receiver.children().isEmpty());
    }

    void whenReadyOfAFinishedFutureCallsBackLater()
    {
        QObject receiver;
        bool called = false;
        QPromise<int> promise;
        promise.start();
        promise.addResult(1);
        promise.finish();
        whenReady(promise.future(), &receiver, [&](int) { called = true; });
        QVERIFY(!called);
        QTRY_VERIFY(called);
    }

    void whenReadyForgetsAReceiverThatDiesFirst()
    {
        QSemaphore gate;
        bool called = false;
        JobLane lane(u"test lane"_s);
        auto receiver = std::make_unique<QObject>();
        const QFuture<int> future = lane.run([&] {
            gate.acquire();
            return 1;
        });
        whenReady(future, receiver.get(), [&](int) { called = true; });
        receiver.reset();
        gate.release();
        QTRY_VERIFY(future.isFinished());
        QCoreApplication::processEvents();
        QVERIFY(!called);
    }

    void whenReadyForgetsAReceiverThatDiesWithTheCallUnderWay()
    {
        JobLane lane(u"test lane"_s);
        bool called = false;
        auto receiver = std::make_unique<QObject>();
        QFuture<int> future = lane.run([] { return 1; });
        whenReady(future, receiver.get(), [&](int) { called = true; });
        future.waitForFinished(); // the event that tells of it is posted, not delivered
        receiver.reset();
        QCoreApplication::processEvents();
        QVERIFY(!called);
    }

    void theCallbackMayDestroyItsReceiver()
    {
        JobLane lane(u"test lane"_s);
        auto *receiver = new QObject;
        bool called = false;
        whenReady(lane.run([] { return u"text"_s; }), receiver, [&, receiver](const QString &text) {
            delete receiver;
            called = text == "text"_L1;
        });
        QTRY_VERIFY(called);
    }

    void aFutureWithoutAResultCallsNobody()
    {
        QObject receiver;
        bool called = false;
        {
            QPromise<int> promise;
            promise.start();
            whenReady(promise.future(), &receiver, [&](int) { called = true; });
        } // canceled
        QTRY_VERIFY(receiver.children().isEmpty());
        QVERIFY(!called);
    }
};

QTEST_GUILESS_MAIN(TestJobLane)
#include "tst_job_lane.moc"
