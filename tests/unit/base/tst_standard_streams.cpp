// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/base/standard_streams.h"

#include <QScopeGuard>
#include <QTest>

#ifdef Q_OS_UNIX
#include <cstdlib>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif
#ifdef Q_OS_WIN
#include <cstdio>
#include <fcntl.h>
#include <io.h>
#endif

using namespace salon;

class TestStandardStreams : public QObject
{
    Q_OBJECT

private Q_SLOTS:
#ifdef Q_OS_UNIX
    void closedStreamsBecomeTheNullDevice_data();
    void closedStreamsBecomeTheNullDevice();
    void openStreamsStayAsTheyAre();
    void onlyWhatATerminalShowsIsRead();
#endif
#ifdef Q_OS_WIN
    void bytesStayAsTheyAre();
#endif
};

#ifdef Q_OS_WIN
void TestStandardStreams::bytesStayAsTheyAre()
{
    openMissingStandardStreams();
    for (FILE *stream : { stdin, stdout, stderr })
        QCOMPARE(_setmode(_fileno(stream), _O_BINARY), _O_BINARY);
}
#endif

#ifdef Q_OS_UNIX
namespace {

struct stat statusOf(int descriptor)
{
    struct stat status = {};
    if (::fstat(descriptor, &status) != 0)
        status = {};
    return status;
}

bool isNullDevice(int descriptor)
{
    struct stat null = {};
    return ::stat("/dev/null", &null) == 0 && S_ISCHR(statusOf(descriptor).st_mode)
        && statusOf(descriptor).st_rdev == null.st_rdev;
}

} // namespace

void TestStandardStreams::closedStreamsBecomeTheNullDevice_data()
{
    QTest::addColumn<QList<int>>("closed");
    QTest::newRow("input") << QList<int>{ 0 };
    QTest::newRow("output") << QList<int>{ 1 };
    QTest::newRow("error") << QList<int>{ 2 };
    QTest::newRow("all") << QList<int>{ 0, 1, 2 };
}

void TestStandardStreams::closedStreamsBecomeTheNullDevice()
{
    QFETCH(QList<int>, closed);
    // Nothing is compared while they are closed: the test would print into what gets their numbers.
    QList<int> kept;
    for (const int stream : closed) {
        kept.append(::fcntl(stream, F_DUPFD_CLOEXEC, 10));
        ::close(stream);
    }
    openMissingStandardStreams();
    bool all = true;
    for (const int stream : closed)
        all = all && isNullDevice(stream);
    const int next = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
    for (qsizetype i = 0; i < closed.size(); ++i) {
        ::dup2(kept[i], closed[i]);
        ::close(kept[i]);
    }
    ::close(next);
    QVERIFY(all);
    QVERIFY(next > 2);
}

void TestStandardStreams::openStreamsStayAsTheyAre()
{
    QList<ino_t> before;
    for (const int stream : { 0, 1, 2 })
        before.append(statusOf(stream).st_ino);
    openMissingStandardStreams();
    for (const int stream : { 0, 1, 2 })
        QCOMPARE(statusOf(stream).st_ino, before[stream]);
}

void TestStandardStreams::onlyWhatATerminalShowsIsRead()
{
    const int terminal = ::posix_openpt(O_RDWR | O_NOCTTY);
    QVERIFY(terminal >= 0 && ::grantpt(terminal) == 0 && ::unlockpt(terminal) == 0);
    const int shown = ::open(::ptsname(terminal), O_RDWR | O_NOCTTY | O_CLOEXEC);
    int pipe[2] = { -1, -1 };
    const int null = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
    QVERIFY(shown >= 0 && ::pipe(pipe) == 0 && null >= 0);
    const int kept = ::fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 10);
    const auto isRead = [](int output) {
        ::dup2(output, STDERR_FILENO);
        return isErrorOutputRead();
    };
    const bool terminalIs = isRead(shown);
    const bool pipeIs = isRead(pipe[1]);
    const bool nullIs = isRead(null);
    ::dup2(kept, STDERR_FILENO);
    for (const int descriptor : { terminal, shown, pipe[0], pipe[1], null, kept })
        ::close(descriptor);
    QVERIFY(terminalIs);
    QVERIFY(!pipeIs);
    QVERIFY(!nullIs);
}
#endif

QTEST_GUILESS_MAIN(TestStandardStreams)
#include "tst_standard_streams.moc"
