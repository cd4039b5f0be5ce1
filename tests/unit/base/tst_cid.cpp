// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/base/cid.h"
#include "shared/base/error.h"

#include <QSet>
#include <QTest>

using namespace salon;

namespace {

class StillClock final : public Clock
{
public:
    explicit StillClock(qint64 wall)
        : m_wall(wall)
    {
    }
    qint64 wallMs() const override { return m_wall; }
    qint64 monotonicMs() const override { return 0; }

private:
    qint64 m_wall;
};

} // namespace

class TestCid : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isAVersionSevenUuid()
    {
        for (int i = 0; i < 1000; ++i) {
            const QByteArray bytes = makeCid(StillClock(0x0123456789ab)).toRfc4122();
            QCOMPARE(bytes.left(6).toHex(), QByteArray("0123456789ab"));
            QCOMPARE(uchar(bytes[6]) >> 4, 7);
            QCOMPARE(uchar(bytes[8]) >> 6, 2);
        }
    }

    void everyRandomBitVaries()
    {
        QByteArray ones(16, '\0');
        QByteArray zeros(16, '\0');
        const StillClock clock(0);
        for (int i = 0; i < 200; ++i) {
            const QByteArray bytes = makeCid(clock).toRfc4122();
            for (int at = 0; at < 16; ++at) {
                ones[at] = char(ones[at] | bytes[at]);
                zeros[at] = char(zeros[at] | ~bytes[at]);
            }
        }
        QCOMPARE(ones.mid(6).toHex(), QByteArray("7fffbfffffffffffffff"));
        QCOMPARE(zeros.mid(6).toHex(), QByteArray("8fff7fffffffffffffff"));
    }

    void areUniqueWithinAMillisecond()
    {
        const StillClock clock(1'790'000'000'000);
        QSet<Cid> cids;
        for (int i = 0; i < 100'000; ++i)
            cids.insert(makeCid(clock));
        QCOMPARE(cids.size(), 100'000);
    }

    void laterOnesSortAfterByTheirTimePart()
    {
        QByteArray last;
        for (const qint64 ms : { 0LL, 1LL, 255LL, 256LL, 65535LL, 65536LL, 0xffffffffLL, 0xffffffffffffLL }) {
            const QByteArray bytes = makeCid(StillClock(ms)).toRfc4122();
            QVERIFY(last.isEmpty() || last.left(6) < bytes.left(6));
            last = bytes;
        }
    }

    void theSystemClockTellsTheTimeAndNeverGoesBack()
    {
        const SystemClock clock;
        QVERIFY(clock.wallMs() > 1'700'000'000'000);
        qint64 last = clock.monotonicMs();
        for (int i = 0; i < 10'000; ++i) {
            const qint64 now = clock.monotonicMs();
            QVERIFY(now >= last);
            last = now;
        }
    }

    void errorNamesAreTheirs()
    {
        QCOMPARE(errorName(ErrorCode::TextTooLong), QLatin1StringView("TextTooLong"));
        QVERIFY(errorName(ErrorCode(0)).isEmpty());
        QVERIFY(errorName(ErrorCode(65535)).isEmpty());
        QSet<QString> names;
        int codes = 0;
        for (int code = 0; code < 65536; ++code) {
            if (const auto name = errorName(ErrorCode(code)); !name.isEmpty()) {
                names.insert(name);
                ++codes;
            }
        }
        QCOMPARE(names.size(), codes);
        QVERIFY(codes > 50);
    }
};

QTEST_GUILESS_MAIN(TestCid)
#include "tst_cid.moc"
