// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/base/stop_signals.h"

#include <QSignalSpy>
#include <QTest>
#include <thread>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <csignal>
#endif
#ifdef Q_OS_WIN
#include <qt_windows.h>
#endif

using namespace salon;

/// Raises signals in this very process; the second stop, which ends it, is not among them.
class TestStopSignals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoeverStopsItInAnotherThreadIsHeard();
    void aStopThatCameBeforehandIsHeardOnce();
#ifdef Q_OS_UNIX
    void aHangUpAsksToReload();
    void theHandlerLeavesErrnoAlone();
    void writingToNobodyIsNoSignal();
    void aTermAsksToStop();
    void afterwardsTheSystemDecidesAgain();
#endif
#ifdef Q_OS_WIN
    void whoIsToldToCloseIsAskedToStop();
#endif
};

#ifdef Q_OS_WIN
void TestStopSignals::whoIsToldToCloseIsAskedToStop()
{
    StopSignals signalsOfTheSystem;
    QSignalSpy stop(&signalsOfTheSystem, &StopSignals::stopRequested);
    // As QProcess::terminate() does it.
    QVERIFY(PostThreadMessageW(GetCurrentThreadId(), WM_CLOSE, 0, 0) != 0);
    QTRY_COMPARE(stop.size(), 1);
}
#endif

void TestStopSignals::whoeverStopsItInAnotherThreadIsHeard()
{
    StopSignals signalsOfTheSystem;
    QSignalSpy stop(&signalsOfTheSystem, &StopSignals::stopRequested);
    QSignalSpy reload(&signalsOfTheSystem, &StopSignals::reloadRequested);
    std::thread([] {
        StopSignals::requestReload();
        StopSignals::requestStop();
    }).join();
    QCOMPARE(stop.size(), 0); // not in that thread
    QTRY_COMPARE(stop.size(), 1);
    QCOMPARE(reload.size(), 1);
}

void TestStopSignals::aStopThatCameBeforehandIsHeardOnce()
{
    StopSignals::requestReload();
    StopSignals::requestStop();
    {
        StopSignals first;
        QSignalSpy stop(&first, &StopSignals::stopRequested);
        QSignalSpy reload(&first, &StopSignals::reloadRequested);
        QTRY_COMPARE(stop.size(), 1);
        QCOMPARE(reload.size(), 0);
    }
    StopSignals second;
    QSignalSpy stop(&second, &StopSignals::stopRequested);
    StopSignals::requestReload();
    QSignalSpy reload(&second, &StopSignals::reloadRequested);
    QTRY_COMPARE(reload.size(), 1); // queued behind what would have come from the constructor
    QCOMPARE(stop.size(), 0);
}

#ifdef Q_OS_UNIX
void TestStopSignals::aHangUpAsksToReload()
{
    StopSignals signalsOfTheSystem;
    QSignalSpy reload(&signalsOfTheSystem, &StopSignals::reloadRequested);
    QSignalSpy stop(&signalsOfTheSystem, &StopSignals::stopRequested);
    for (int i = 1; i <= 3; ++i) {
        QCOMPARE(std::raise(SIGHUP), 0);
        QTRY_COMPARE(reload.size(), i);
    }
    QCOMPARE(stop.size(), 0);
}

void TestStopSignals::theHandlerLeavesErrnoAlone()
{
    const StopSignals signalsOfTheSystem;
    // Nobody reads, so that in the end the pipe is full and writing into it fails.
    int changed = 0;
    for (int i = 0; i < 70'000; ++i) {
        errno = ENOENT;
        std::raise(SIGHUP);
        changed += errno == ENOENT ? 0 : 1;
    }
    QCOMPARE(changed, 0);
}

void TestStopSignals::writingToNobodyIsNoSignal()
{
    const StopSignals signalsOfTheSystem;
    QCOMPARE(std::raise(SIGPIPE), 0); // or this test would end here
}

void TestStopSignals::aTermAsksToStop()
{
    StopSignals signalsOfTheSystem;
    QSignalSpy stop(&signalsOfTheSystem, &StopSignals::stopRequested);
    QCOMPARE(std::raise(SIGTERM), 0);
    QTRY_COMPARE(stop.size(), 1);
}

void TestStopSignals::afterwardsTheSystemDecidesAgain()
{
    {
        const StopSignals signalsOfTheSystem;
    }
    struct sigaction action = {};
    QCOMPARE(sigaction(SIGTERM, nullptr, &action), 0);
    QVERIFY(action.sa_handler == SIG_DFL);
}
#endif

QTEST_GUILESS_MAIN(TestStopSignals)
#include "tst_stop_signals.moc"
