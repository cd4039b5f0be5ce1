// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/protocol/cbor_shape.h"
#include "shared/protocol/codec.h"
#include "shared/protocol/messages/all.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;

namespace {

RoomEvent sampleEvent(int textChars)
{
    RoomEvent event;
    event.room = RoomId{ 1 };
    event.seq = 123'456;
    event.timeMs = 1'790'000'000'123;
    event.author = AccountId{ 42 };
    event.authorName = u"Marie Dupré"_s;
    event.cid = QUuid(u"01a0c5a1-6c7b-7d3e-8f40-5162738495a6"_s);
    event.text = QString(textChars, u'a');
    return event;
}

HistoryPage page()
{
    HistoryPage page;
    page.room = RoomId{ 1 };
    page.events = QList<RoomEvent>(200, sampleEvent(200));
    page.head = 123'456;
    page.live = true;
    return page;
}

template <class M>
void benchEncode(const M &message)
{
    QByteArray frame;
    QBENCHMARK
    {
        frame = encodeFrame(message, 7);
    }
    QVERIFY(frame.size() > FramePrefixBytes);
}

template <class M>
void benchDecode(const M &message)
{
    const QByteArray payload = encodeFrame(message, 7).mid(FramePrefixBytes);
    bool ok = true;
    QBENCHMARK
    {
        const auto envelope = openEnvelope(payload);
        ok = ok && envelope && decode<M>(*envelope);
    }
    QVERIFY(ok);
}

} // namespace

/// What a message costs on its way in and out of a program: run with -perf or -callgrind for more than time.
class BenchCodec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void encodeSendMessage() { benchEncode(SendMessage{ RoomId{ 1 }, sampleEvent(0).cid, 17, QString(200, u'a') }); }
    void decodeSendMessage() { benchDecode(SendMessage{ RoomId{ 1 }, sampleEvent(0).cid, 17, QString(200, u'a') }); }
    void encodeEventOf200Bytes() { benchEncode(sampleEvent(200)); }
    void decodeEventOf200Bytes() { benchDecode(sampleEvent(200)); }
    void encodeEventOf16KiB() { benchEncode(sampleEvent(16'384)); }
    void decodeEventOf16KiB() { benchDecode(sampleEvent(16'384)); }
    void encodePageOf200Events() { benchEncode(page()); }
    void decodePageOf200Events() { benchDecode(page()); }

    void shapeOfAPage()
    {
        const QByteArray payload = encodeFrame(page(), 7).mid(FramePrefixBytes);
        bool ok = true;
        QBENCHMARK
        {
            ok = ok && checkCborShape(payload);
        }
        QVERIFY(ok);
    }

    void cutAMebibyteIntoFrames()
    {
        QByteArray stream;
        while (stream.size() < 1024 * 1024)
            stream += encodeFrame(sampleEvent(200));
        qsizetype frames = 0;
        QBENCHMARK
        {
            FrameDecoder decoder(64 * 1024);
            for (qsizetype at = 0; at < stream.size(); at += 16'384) {
                decoder.feed(QByteArrayView(stream).sliced(at, std::min<qsizetype>(16'384, stream.size() - at)));
                while (decoder.next())
                    ++frames;
            }
        }
        QVERIFY(frames > 0);
    }
};

QTEST_GUILESS_MAIN(BenchCodec)
#include "bench_codec.moc"
