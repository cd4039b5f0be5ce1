// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/app/line_writer.h"
#include "server/app/report_limit.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::server;

/// Output that nobody reads, and lines that a stranger causes.
class TestLineWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void nobodyWaitsForAReader_data();
    void nobodyWaitsForAReader();
    void aReaderWhoLeavesIsForgotten();
    void oneAddressCausesFewLines();

private:
    QByteArray read(qsizetype atLeast);
    QByteArray readUntil(const QByteArray &end);

    int m_pipe[2] = { -1, -1 };
};

namespace {

QByteArray note(int lost)
{
    return "LOST " + QByteArray::number(lost);
}

class StillClock : public Clock
{
public:
    qint64 wallMs() const override { return 0; }
    qint64 monotonicMs() const override { return ms; }
    qint64 ms = 0;
};

} // namespace

void TestLineWriter::init()
{
    QCOMPARE(::pipe(m_pipe), 0);
}

void TestLineWriter::cleanup()
{
    ::close(m_pipe[0]); // lets a thread that still writes go
    ::close(m_pipe[1]);
}

QByteArray TestLineWriter::read(qsizetype atLeast)
{
    QByteArray all;
    QByteArray part(65536, Qt::Uninitialized);
    while (all.size() < atLeast) {
        const auto got = ::read(m_pipe[0], part.data(), size_t(part.size()));
        if (got <= 0)
            break;
        all.append(part.constData(), got);
    }
    return all;
}

QByteArray TestLineWriter::readUntil(const QByteArray &end)
{
    QByteArray all = read(1);
    while (!all.endsWith(end)) {
        const QByteArray more = read(1);
        if (more.isEmpty())
            break;
        all.append(more);
    }
    return all;
}

void TestLineWriter::nobodyWaitsForAReader_data()
{
    QTest::addColumn<bool>("nonBlocking");
    QTest::newRow("blocking") << false;
    QTest::newRow("non-blocking") << true;
}

void TestLineWriter::nobodyWaitsForAReader()
{
    QFETCH(bool, nonBlocking);
    if (nonBlocking)
        ::fcntl(m_pipe[1], F_SETFL, O_NONBLOCK);
    LineWriter writer(m_pipe[1], &note);
    QElapsedTimer timer;
    timer.start();
    const QByteArray line(999, 'x');
    int taken = 0;
    bool lastTaken = true; // by chance: a place became free just before
    for (int i = 0; i < 2000; ++i) {
        lastTaken = writer.write(QByteArray(line).append('\n'), LineWriter::Weight::Light);
        taken += lastTaken ? 1 : 0;
    }
    QVERIFY(taken < 2000);
    QVERIFY(taken >= LineWriter::LightBytes / 1000);
    QVERIFY(writer.write("an answer\n", LineWriter::Weight::Heavy)); // has a reserve
    QVERIFY(!writer.flush(50ms));
    QVERIFY2(timer.elapsed() < 2000, "it waited for the reader");
    int told = 0; // in several notes when a place became free in between
    int written = 0;
    QByteArray before;
    for (const QByteArray &came : readUntil("an answer\n").split('\n')) {
        if (came == line)
            ++written;
        else if (came.startsWith("LOST "))
            told += came.mid(5).toInt();
        else if (came == "an answer")
            QVERIFY2(lastTaken || before.startsWith("LOST "), before); // where they are missing
        before = came;
    }
    QCOMPARE(written, taken);
    QCOMPARE(told, 2000 - taken);
    QVERIFY(writer.flush(2000ms));
    QVERIFY(writer.write("again\n", LineWriter::Weight::Light));
    QCOMPARE(read(6), "again\n");
}

void TestLineWriter::aReaderWhoLeavesIsForgotten()
{
    ::signal(SIGPIPE, SIG_IGN);
    LineWriter writer(m_pipe[1], &note);
    for (int i = 0; i < 400; ++i)
        writer.write(QByteArray(999, 'x') + '\n', LineWriter::Weight::Light);
    ::close(m_pipe[0]);
    QVERIFY(writer.flush(2000ms));
    m_pipe[0] = -1;
}

void TestLineWriter::oneAddressCausesFewLines()
{
    StillClock clock;
    ReportLimit limit(clock);
    QSignalSpy leftOut(&limit, &ReportLimit::leftOut);
    int told = 0;
    for (int port = 0; port < 500; ++port)
        told += limit.admits(u"[2001:db8::%1]:4242"_s.arg(port, 0, 16)) ? 1 : 0; // one network
    QCOMPARE(told, ReportLimit::LinesAtOnce);
    QVERIFY(limit.admits(u"[2001:db8:0:1::1]:4242"_s));
    QVERIFY(limit.admits(u"192.0.2.7:1"_s));
    QVERIFY(limit.admits(u"unix"_s));
    clock.ms = 4000;
    QVERIFY(limit.admits(u"[2001:db8::1]:1"_s));
    QVERIFY(limit.admits(u"[2001:db8::2]:1"_s));
    QVERIFY(!limit.admits(u"[2001:db8::3]:1"_s));
    QMetaObject::invokeMethod(limit.findChild<QTimer *>(), "timeout");
    QCOMPARE(leftOut.size(), 1);
    QCOMPARE(leftOut.front().at(0).toString(), u"2001:db8::/64"_s);
    QCOMPARE(leftOut.front().at(1).toInt(), 461);
}

QTEST_GUILESS_MAIN(TestLineWriter)
#include "tst_line_writer.moc"
