// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/base/process_end.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTest>

#include <atomic>
#include <cstdio>
#include <cstring>
#include <thread>

using namespace Qt::StringLiterals;
using namespace salon;

namespace {

constexpr auto AsChild = "--as-child";
constexpr int ChildCode = 7;

std::atomic<int> ended = 0;

/// Makes the end of its thread take the locks of the libraries.
struct Witness
{
    ~Witness() { ++ended; }
    int touched = 0;
};
thread_local Witness witness;

/// Ends while others begin and end threads all the time.
int child()
{
    for (int i = 0; i < 4; ++i) {
        std::thread([] {
            for (;;)
                std::thread([] { witness.touched = 1; }).join();
        }).detach();
    }
    while (ended < 20)
        std::this_thread::yield();
    std::fputs("the last words", stdout);
    return endOfProgram(ChildCode);
}

} // namespace

/// A program that has ended its work is gone, whatever its threads were doing.
class TestProcessEnd : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itEndsWithItsCodeAndItsLastWords()
    {
        for (int i = 0; i < 10; ++i) {
            QProcess process;
            process.start(QCoreApplication::applicationFilePath(), { QString::fromLatin1(AsChild) });
            QVERIFY2(process.waitForFinished(), qPrintable(process.errorString()));
            QCOMPARE(process.exitStatus(), QProcess::NormalExit);
            QCOMPARE(process.exitCode(), ChildCode);
            QCOMPARE(process.readAllStandardOutput(), "the last words"_ba);
        }
    }
};

int main(int argc, char *argv[])
{
    if (argc == 2 && std::strcmp(argv[1], AsChild) == 0)
        return child();
    QCoreApplication application(argc, argv);
    TestProcessEnd test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_process_end.moc"
