// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/protocol/frame_codec.h"
#include "shared/protocol/limits.h"

#include <QTest>
#include <QtEndian>

using namespace salon;

namespace {

QByteArray frameOf(const QByteArray &payload)
{
    QByteArray frame(FramePrefixBytes, '\0');
    frame += payload;
    finishFrame(frame);
    return frame;
}

QByteArray prefix(quint32 size)
{
    QByteArray bytes(FramePrefixBytes, '\0');
    qToBigEndian(size, bytes.data());
    return bytes;
}

QList<QByteArray> drain(FrameDecoder &decoder)
{
    QList<QByteArray> payloads;
    while (const auto next = decoder.next()) {
        if (!*next)
            break;
        payloads.append(**next);
    }
    return payloads;
}

} // namespace

class TestFrameCodec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLengthIsBigEndianAndExcludesItself()
    {
        QCOMPARE(frameOf(QByteArray(258, 'x')).left(4), QByteArray::fromHex("00000102"));
    }

    void sameFramesForEverySplit_data()
    {
        QTest::addColumn<int>("cut");
        for (int cut = 0; cut <= 21; ++cut)
            QTest::addRow("cut-at-%d", cut) << cut;
    }
    void sameFramesForEverySplit()
    {
        QFETCH(int, cut);
        const QList<QByteArray> payloads{ "hello", "x", "abc" };
        QByteArray wire;
        for (const QByteArray &payload : payloads)
            wire += frameOf(payload);
        QCOMPARE(wire.size(), 21);
        FrameDecoder decoder(1024);
        decoder.feed(wire.left(cut));
        auto seen = drain(decoder);
        decoder.feed(wire.mid(cut));
        seen += drain(decoder);
        QCOMPARE(seen, payloads);
        QCOMPARE(decoder.heldBytes(), 0);
    }

    void byteByByte()
    {
        const QByteArray wire = frameOf("one") + frameOf(QByteArray(300, 'y')) + frameOf("three");
        FrameDecoder decoder(1024);
        QList<QByteArray> seen;
        for (const char byte : wire) {
            decoder.feed(QByteArrayView(&byte, 1));
            seen += drain(decoder);
        }
        QCOMPARE(seen, (QList<QByteArray>{ "one", QByteArray(300, 'y'), "three" }));
    }

    void largeFramesForEveryPiece_data()
    {
        QTest::addColumn<int>("piece");
        for (const int piece : { 1000, 16'383, 65'536, 200'000, 1'000'000 })
            QTest::addRow("pieces-of-%d", piece) << piece;
    }
    void largeFramesForEveryPiece()
    {
        QFETCH(int, piece);
        QList<QByteArray> payloads{ "small", QByteArray(200'000, 'a'), QByteArray(16'384, 'b'), QByteArray(16'383, 'c'),
            "x", QByteArray(250'000, 'd'), QByteArray(250'000, 'e') };
        for (qsizetype i = 0; i < payloads[1].size(); ++i)
            payloads[1][i] = char(i * 31 + i / 251);
        QByteArray wire;
        for (const QByteArray &payload : payloads)
            wire += frameOf(payload);
        FrameDecoder decoder(wire_limits::MaxFrameToClient);
        QList<QByteArray> seen;
        for (qsizetype at = 0; at < wire.size(); at += piece) {
            decoder.feed(QByteArrayView(wire).sliced(at).first(std::min<qsizetype>(piece, wire.size() - at)));
            seen += drain(decoder);
        }
        QVERIFY(seen == payloads);
        QCOMPARE(decoder.heldBytes(), 0);
    }

    void takesAFrameAtTheLimitAndRefusesOneAbove()
    {
        for (const quint32 limit : { wire_limits::MaxFrameBeforeLogin, wire_limits::MaxFrameToClient }) {
            FrameDecoder decoder(limit);
            decoder.feed(frameOf(QByteArray(limit - 1, 'a')) + frameOf(QByteArray(limit, 'b')) + prefix(limit + 1));
            QCOMPARE(drain(decoder).size(), 2);
            const auto refused = decoder.next();
            QVERIFY(refused && !*refused);
            QCOMPARE(refused->error().code, ErrorCode::FrameTooLarge);
            QCOMPARE(refused->error().params, (QStringList{ QString::number(limit + 1), QString::number(limit) }));
        }
    }

    void refusesHostileLengthsAtOnce_data()
    {
        QTest::addColumn<quint32>("length");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("0") << 0u << ErrorCode::MalformedFrame;
        QTest::newRow("2^31") << 0x8000'0000u << ErrorCode::FrameTooLarge;
        QTest::newRow("2^32-1") << 0xffff'ffffu << ErrorCode::FrameTooLarge;
        QTest::newRow("HTTP") << 0x47455420u << ErrorCode::FrameTooLarge;
    }
    void refusesHostileLengthsAtOnce()
    {
        QFETCH(quint32, length);
        QFETCH(ErrorCode, code);
        FrameDecoder decoder(4096);
        decoder.feed(prefix(length) + "rest");
        const auto refused = decoder.next();
        QVERIFY(refused && !*refused);
        QCOMPARE(refused->error().code, code);
        QCOMPARE(decoder.heldBytes(), 0);
    }

    void aLostStreamStaysLostAndHoldsNothing()
    {
        FrameDecoder decoder(16);
        decoder.feed(prefix(17));
        const auto first = decoder.next();
        QVERIFY(first && !*first);
        decoder.feed(frameOf("fine"));
        QCOMPARE(decoder.heldBytes(), 0);
        const auto second = decoder.next();
        QVERIFY(second && !*second);
        QVERIFY(second->error() == first->error());
    }

    void anIncompletePrefixIsNoError()
    {
        FrameDecoder decoder(16);
        QVERIFY(!decoder.next());
        decoder.feed(QByteArray::fromHex("ffffff"));
        QVERIFY(!decoder.next());
        QCOMPARE(decoder.heldBytes(), 3);
    }

    void aNewLimitJudgesWhatFollows()
    {
        FrameDecoder decoder(8);
        decoder.feed(frameOf("small") + frameOf(QByteArray(100, 'z')));
        QVERIFY(decoder.next());
        decoder.setMaxPayloadBytes(100);
        const auto large = decoder.next();
        QVERIFY(large && *large);
        QCOMPARE((*large)->size(), 100);
    }
};

QTEST_GUILESS_MAIN(TestFrameCodec)
#include "tst_frame_codec.moc"
