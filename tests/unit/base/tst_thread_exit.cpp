// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include <QTest>
#include <thread>

namespace {

int seenAtTheEnd = 0;
thread_local int mark = 1;

/// Looks at another variable of its thread when the thread ends.
struct Witness
{
    ~Witness() { seenAtTheEnd = mark; }
    int touched = 0;
};
thread_local Witness witness;

} // namespace

/// What a thread's variables find when the thread ends; not every compiler's library keeps them until then.
class TestThreadExit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void destructorsFindTheVariablesOfTheirThread()
    {
        std::thread([] {
            mark = 2;
            witness.touched = 1;
        }).join();
        QCOMPARE(seenAtTheEnd, 2);
    }
};

QTEST_GUILESS_MAIN(TestThreadExit)
#include "tst_thread_exit.moc"
