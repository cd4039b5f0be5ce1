// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/base/standard_streams.h"

#include <QScopeGuard>
#include <QTest>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
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
#endif
};

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
#endif

QTEST_GUILESS_MAIN(TestStandardStreams)
#include "tst_standard_streams.moc"
