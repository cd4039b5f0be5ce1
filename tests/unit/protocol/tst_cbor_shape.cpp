// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/protocol/cbor_shape.h"
#include "shared/protocol/limits.h"

#include <QFile>
#include <QTest>

using namespace salon;

namespace {

qint64 residentKib()
{
    QFile status(QStringLiteral("/proc/self/statm"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    return status.readAll().split(' ').value(1).toLongLong() * 4;
}

QByteArray nested(int depth, char opener)
{
    QByteArray item;
    for (int i = 0; i < depth; ++i) {
        item += opener;
        if (uchar(opener) == 0xa1)
            item += '\x01';
    }
    return item + '\0';
}

QByteArray mapOf(int pairs)
{
    QByteArray item;
    if (pairs < 24)
        item += char(0xa0 + pairs);
    else
        item += QByteArray("\xb8", 1) + char(pairs);
    for (int i = 0; i < pairs; ++i) {
        if (i >= 24)
            item += '\x18';
        item += char(i);
        item += '\0';
    }
    return item;
}

QByteArray arrayOf(int items, char item)
{
    return QByteArray("\x99", 1) + char(items >> 8) + char(items & 0xff) + QByteArray(items, item);
}

} // namespace

class TestCborShape : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // RFC 8949 appendix A, in the order of its table, and more.
    void judges_data()
    {
        QTest::addColumn<QByteArray>("item");
        QTest::addColumn<bool>("accepted");
        const auto row = [](const char *hex, bool accepted, const char *what) {
            QTest::addRow("%s: %s", what, hex) << QByteArray::fromHex(hex) << accepted;
        };
        row("00", true, "0");
        row("17", true, "23");
        row("1818", true, "24");
        row("18ff", true, "255");
        row("1903e8", true, "1000");
        row("1a000f4240", true, "1000000");
        row("1b000000e8d4a51000", true, "1000000000000");
        row("1bffffffffffffffff", true, "2^64-1");
        row("20", true, "-1");
        row("3b7fffffffffffffff", true, "-2^63");
        row("3b8000000000000000", false, "-2^63-1");
        row("3bffffffffffffffff", false, "-2^64");
        row("c249010000000000000000", false, "bignum");
        row("f90000", false, "half float");
        row("fa47c35000", false, "float");
        row("fb3ff199999999999a", false, "double");
        row("f97c00", false, "infinity");
        row("f97e00", false, "NaN");
        row("f4", true, "false");
        row("f5", true, "true");
        row("f6", false, "null");
        row("f7", false, "undefined");
        row("f0", false, "simple 16");
        row("f8ff", false, "simple 255");
        row("f814", false, "false in two bytes");
        row("c074323031332d30332d32315432303a30343a30305a", false, "tagged date");
        row("d9d9f700", false, "self-described");
        row("40", true, "empty bytes");
        row("4401020304", true, "bytes");
        row("60", true, "empty text");
        row("6449455446", true, "text");
        row("62c3bc", true, "two-byte character");
        row("64f0908591", true, "four-byte character");
        row("80", true, "empty array");
        row("83010203", true, "array");
        row("a0", true, "empty map");
        row("a201020304", true, "map");
        row("a26161016162820203", false, "text keys");
        row("a120f5", false, "negative key");
        row("a1f500", false, "boolean key");
        row("5f42010243030405ff", false, "chunked bytes");
        row("7f657374726561646d696e67ff", false, "chunked text");
        row("9fff", false, "indefinite array");
        row("bfff", false, "indefinite map");
        row("ff", false, "break");
        row("1817", false, "23 in two bytes");
        row("1900ff", false, "255 in three bytes");
        row("1a0000ffff", false, "65535 in five bytes");
        row("1b00000000ffffffff", false, "2^32-1 in nine bytes");
        row("580100", false, "length 1 in two bytes");
        row("980100", false, "count 1 in two bytes");
        row("b8010000", false, "pairs 1 in two bytes");
        row("a1180000", false, "key 0 in two bytes");
        for (const char *reserved : { "1c", "1d", "1e", "3c", "5d", "7e", "9c", "bd", "dc", "fc", "fe" })
            row(reserved, false, "reserved length");
        row("", false, "nothing");
        row("0000", false, "trailing item");
        row("a000", false, "trailing byte");
        row("18", false, "cut head");
        row("1b00000000000000", false, "cut long head");
        row("6261", false, "cut text");
        row("8201", false, "cut array");
        row("a101", false, "cut map");
        row("7bffffffffffffffff", false, "text of 2^64-1 bytes");
        row("5b7fffffffffffffff", false, "bytes of 2^63-1 bytes");
        row("9bffffffffffffffff", false, "array of 2^64-1 items");
        row("bbffffffffffffffff", false, "map of 2^64-1 pairs");
        row("9a00010000", false, "array of 65536 items");
        row("a201000100", false, "key twice");
        row("a3010002000100", false, "key twice, apart");
        row("61ff", false, "byte ff in text");
        row("62c080", false, "overlong NUL");
        row("63eda080", false, "surrogate in text");
        row("64f4908080", false, "above U+10FFFF");
        row("62c328", false, "bad continuation");
        row("61c3", false, "character cut at the end of text");
        row("63efbbbf", true, "byte order mark");
        row("63efbfbf", true, "noncharacter");
        row("6100", true, "NUL in text");
    }
    void judges()
    {
        QFETCH(QByteArray, item);
        QFETCH(bool, accepted);
        const auto verdict = checkCborShape(item);
        QCOMPARE(verdict.has_value(), accepted);
        if (!verdict)
            QCOMPARE(verdict.error().code, ErrorCode::MalformedFrame);
    }

    void depthEightAndNoMore()
    {
        for (const char opener : { '\x81', '\xa1' }) {
            QVERIFY(checkCborShape(nested(wire_limits::MaxDepth, opener)));
            QVERIFY(!checkCborShape(nested(wire_limits::MaxDepth + 1, opener)));
            QVERIFY(!checkCborShape(nested(1'000'000, opener)));
        }
    }

    void thirtyTwoPairsAndNoMore()
    {
        QVERIFY(checkCborShape(mapOf(wire_limits::MaxMapPairs)));
        QVERIFY(!checkCborShape(mapOf(wire_limits::MaxMapPairs + 1)));
    }

    void arrayItemsUpToTheLimit()
    {
        QVERIFY(checkCborShape(arrayOf(wire_limits::MaxArrayItems, '\0')));
        QVERIFY(!checkCborShape(arrayOf(wire_limits::MaxArrayItems + 1, '\0')));
    }

    void everyCutIsRefused()
    {
        const auto whole = QByteArray::fromHex("8318501903e8a40118640282f5f403636162630444deadbeef");
        QVERIFY(checkCborShape(whole));
        for (qsizetype size = 0; size < whole.size(); ++size)
            QVERIFY2(!checkCborShape(whole.left(size)), qPrintable(QString::number(size)));
    }

    void fourMebibytesOfEmptyArraysCostNothing()
    {
        // 64 × 64 × 1024 empty arrays, within every count limit.
        QByteArray block = arrayOf(1024, '\x80');
        QByteArray middle = QByteArray::fromHex("9840");
        for (int i = 0; i < 64; ++i)
            middle += block;
        QByteArray item = QByteArray::fromHex("9840");
        for (int i = 0; i < 64; ++i)
            item += middle;
        QVERIFY(item.size() > 4 * 1024 * 1024);
        const qint64 before = residentKib();
        QVERIFY(checkCborShape(item));
        QVERIFY2(residentKib() - before < 1024, "the check must not allocate");
    }

    void everyTwoByteInputIsJudgedWithoutReadingOn()
    {
        for (int first = 0; first < 256; ++first) {
            for (int second = 0; second < 256; ++second) {
                const std::array<char, 2> bytes{ char(first), char(second) };
                (void)checkCborShape(QByteArrayView(bytes.data(), 2));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestCborShape)
#include "tst_cbor_shape.moc"
