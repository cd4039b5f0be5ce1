// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/files/speed_meter.h"
#include "shared/client-core/files/transfer_window.h"
#include "shared/client-core/files/uploads.h"
#include "shared/protocol/limits.h"

#include <QTest>
#include <deque>

using namespace salon;

namespace {

/// A line that carries so many bytes per millisecond, and needs so long for nothing at all.
struct Line
{
    double bytesPerMs;
    qint64 latencyMs;
};

struct Run
{
    double bytesPerMs = 0;
    qint64 longestWaitMs = 0; ///< that a text typed in the second half would have behind what is on its way
};

/// Sends through the window for a simulated time.
Run simulate(const Line &line, qint64 lastsMs)
{
    struct Piece
    {
        qint64 bytes;
        qint64 takenMs;
        double answeredMs;
    };
    TransferWindow window(Uploads::MaxWindowBytes);
    std::deque<Piece> way;
    double freeMs = 0;
    qint64 carried = 0;
    Run run;
    for (qint64 now = 0; now < lastsMs; ++now) {
        while (!way.empty() && way.front().answeredMs <= double(now)) {
            window.answered(way.front().bytes, way.front().takenMs, now);
            carried += way.front().bytes;
            way.pop_front();
        }
        while (window.hasRoom()) {
            const qint64 bytes = window.pieceBytes(wire_limits::MaxChunkBytes);
            window.take(bytes);
            freeMs = std::max(freeMs, double(now)) + double(bytes) / line.bytesPerMs;
            way.push_back({ bytes, now, freeMs + double(line.latencyMs) });
        }
        if (now > lastsMs / 2)
            run.longestWaitMs = std::max(run.longestWaitMs, qint64(freeMs) - now);
    }
    run.bytesPerMs = double(carried) / double(lastsMs);
    return run;
}

} // namespace

class TestTransferWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void slowLinesKeepRoomForTexts_data();
    void slowLinesKeepRoomForTexts();
    void fastLinesAreFilled();
    void aPieceFitsWhateverIsAsked();
    void speedIsThatOfTheLastSeconds();
};

void TestTransferWindow::slowLinesKeepRoomForTexts_data()
{
    QTest::addColumn<double>("bytesPerMs");
    QTest::addColumn<qint64>("latencyMs");
    QTest::newRow("128 kbit/s") << 16.0 << qint64(50);
    QTest::newRow("512 kbit/s") << 64.0 << qint64(30);
    QTest::newRow("2 Mbit/s") << 250.0 << qint64(20);
    QTest::newRow("2 Mbit/s, far away") << 250.0 << qint64(300);
    QTest::newRow("512 kbit/s, near") << 64.0 << qint64(1);
    QTest::newRow("2 Mbit/s, near") << 250.0 << qint64(1);
    QTest::newRow("10 Mbit/s, near") << 1250.0 << qint64(1);
}

void TestTransferWindow::slowLinesKeepRoomForTexts()
{
    QFETCH(double, bytesPerMs);
    QFETCH(qint64, latencyMs);
    const Run run = simulate({ bytesPerMs, latencyMs }, 30'000);
    QVERIFY2(run.longestWaitMs <= 250, QByteArray::number(run.longestWaitMs).constData());
    QVERIFY2(run.bytesPerMs > 0.6 * bytesPerMs, QByteArray::number(run.bytesPerMs).constData());
}

void TestTransferWindow::fastLinesAreFilled()
{
    const Run run = simulate({ 20'000, 1 }, 5000); // 160 Mbit/s
    QVERIFY2(run.bytesPerMs > 15'000, QByteArray::number(run.bytesPerMs).constData());
}

void TestTransferWindow::aPieceFitsWhateverIsAsked()
{
    TransferWindow window(Uploads::MaxWindowBytes);
    QVERIFY(window.hasRoom());
    for (int i = 0; i < 1000; ++i) {
        const qint64 bytes = window.pieceBytes(wire_limits::MaxChunkBytes);
        QVERIFY(bytes >= TransferWindow::MinPiece && bytes <= qint64(wire_limits::MaxChunkBytes));
        window.take(bytes);
        window.answered(bytes, i, i);
    }
    QCOMPARE(window.bytes(), Uploads::MaxWindowBytes);
    QCOMPARE(window.inFlight(), qint64(0));
}

void TestTransferWindow::speedIsThatOfTheLastSeconds()
{
    SpeedMeter meter;
    QCOMPARE(meter.bytesPerSecond(0), qint64(0));
    QCOMPARE(meter.secondsLeft(100, 0), qint64(-1));
    for (qint64 ms = 0; ms <= 10'000; ms += 100)
        meter.add(1000, ms);
    QCOMPARE(meter.bytesPerSecond(10'000), qint64(10'000));
    QCOMPARE(meter.secondsLeft(25'000, 10'000), qint64(3));
    for (qint64 ms = 10'100; ms <= 20'000; ms += 100)
        meter.add(100, ms);
    QCOMPARE(meter.bytesPerSecond(20'000), qint64(1000));
}

QTEST_GUILESS_MAIN(TestTransferWindow)
#include "tst_transfer_window.moc"
