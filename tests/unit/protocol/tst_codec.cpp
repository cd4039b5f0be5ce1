// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/unit/protocol/each_message.h"
#include "tests/unit/protocol/payloads.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

namespace {

template <class M>
void checkRoundTrip(const M &message)
{
    const QByteArray frame = encodeFrame(message, 99);
    const auto envelope = openEnvelope(payloadOf(frame));
    QVERIFY(envelope);
    QVERIFY(envelope->is(M::Type));
    QCOMPARE(envelope->correlation, 99u);
    const auto decoded = decode<M>(*envelope);
    QVERIFY(decoded);
    QVERIFY(*decoded == message);
    QCOMPARE(encodeFrame(*decoded, 99), frame);
}

template <class M>
void checkSampleIsFull()
{
    const M full = sample<M>();
    const M empty{};
    wire::forEachField<M>(
        [&](const auto &field) { QVERIFY2(!(full.*field.member == empty.*field.member), field.name); });
}

template <class M>
void checkCuts()
{
    const QByteArray payload = payloadOf(encodeFrame(sample<M>(), 7));
    for (qsizetype size = 0; size < payload.size(); ++size) {
        const auto cut = decodePayload<M>(payload.left(size));
        QVERIFY2(!cut, qPrintable(QString::number(size)));
        QCOMPARE(cut.error().code, ErrorCode::MalformedFrame);
    }
}

/// What is accepted is understood completely: written again and read again it says the same.
template <class M>
void checkFlips()
{
    const QByteArray payload = payloadOf(encodeFrame(sample<M>(), 7));
    for (qsizetype at = 0; at < payload.size(); ++at) {
        for (const int mask : { 0x01, 0x02, 0x04, 0x08, 0x10, 0x20, 0x40, 0x80, 0xff }) {
            QByteArray flipped = payload;
            flipped[at] = char(flipped[at] ^ mask);
            const auto decoded = decodePayload<M>(flipped);
            if (!decoded)
                continue;
            const QByteArray again = payloadOf(encodeFrame(*decoded, 7));
            const auto second = decodePayload<M>(again);
            QVERIFY(second);
            QVERIFY(*second == *decoded);
        }
    }
}

template <class M>
void checkUnknownKeys()
{
    QCborMap fields = fieldsOf(sample<M>());
    fields.insert(1000, QCborArray{ QCborMap{ { 1, u"later"_s } }, QByteArray("x"), true });
    fields.insert(31, -5);
    const auto decoded = decodePayload<M>(payloadWith(M::Type, fields));
    QVERIFY(decoded);
    QVERIFY(*decoded == sample<M>());
}

} // namespace

class TestCodec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTripOfAFullMessage_data() { eachMessage(); }
    void roundTripOfAFullMessage()
    {
        checkRow([]<class M>() { checkRoundTrip(sample<M>()); });
    }

    void roundTripOfADefaultMessage_data() { eachMessage(); }
    void roundTripOfADefaultMessage()
    {
        checkRow([]<class M>() { checkRoundTrip(M{}); });
    }

    void samplesLeaveNoFieldEmpty_data() { eachMessage(); }
    void samplesLeaveNoFieldEmpty()
    {
        checkRow([]<class M>() { checkSampleIsFull<M>(); });
    }

    void refusesEveryCut_data() { eachMessage(); }
    void refusesEveryCut()
    {
        checkRow([]<class M>() { checkCuts<M>(); });
    }

    void understandsOrRefusesEveryFlip_data() { eachMessage(); }
    void understandsOrRefusesEveryFlip()
    {
        checkRow([]<class M>() { checkFlips<M>(); });
    }

    void skipsUnknownKeys_data() { eachMessage(); }
    void skipsUnknownKeys()
    {
        checkRow([]<class M>() { checkUnknownKeys<M>(); });
    }

    void opensAnEnvelopeOfAnUnknownType()
    {
        const auto envelope = openEnvelope(payloadWith(MessageType(60000), { { 1, u"?"_s } }, 5));
        QVERIFY(envelope);
        QCOMPARE(envelope->type, 60000u);
        QCOMPARE(envelope->correlation, 5u);
    }

    void decodingAnotherTypeIsUnexpected()
    {
        const auto envelope = openEnvelope(payloadOf(encodeFrame(Ping{}, 1)));
        QVERIFY(envelope);
        QCOMPARE(decode<Pong>(*envelope).error().code, ErrorCode::UnexpectedMessage);
    }

    void refusesWhatIsNoEnvelope_data()
    {
        QTest::addColumn<QByteArray>("payload");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("map") << QByteArray::fromHex("a0");
        QTest::newRow("two items") << QByteArray::fromHex("820100");
        QTest::newRow("four items") << QByteArray::fromHex("840100a000");
        QTest::newRow("negative type") << QByteArray::fromHex("832000a0");
        QTest::newRow("type above 32 bits") << QByteArray::fromHex("831b000000010000000000a0");
        QTest::newRow("text correlation") << QByteArray::fromHex("83016130a0");
        QTest::newRow("negative correlation") << QByteArray::fromHex("830120a0");
        QTest::newRow("fields are a list") << QByteArray::fromHex("83010080");
        QTest::newRow("fields are a number") << QByteArray::fromHex("83010000");
        QTest::newRow("trailing byte") << QByteArray::fromHex("830500a000");
    }
    void refusesWhatIsNoEnvelope()
    {
        QFETCH(QByteArray, payload);
        const auto envelope = openEnvelope(payload);
        QVERIFY(!envelope);
        QCOMPARE(envelope.error().code, ErrorCode::MalformedFrame);
    }

    void correlationUsesAll64Bits()
    {
        const auto envelope = openEnvelope(payloadOf(encodeFrame(Ping{}, std::numeric_limits<quint64>::max())));
        QVERIFY(envelope);
        QCOMPARE(envelope->correlation, std::numeric_limits<quint64>::max());
    }

    void keysMayComeInAnyOrder()
    {
        // {2: 5, 1: 3}
        const auto follow = decodePayload<Follow>(QByteArray::fromHex("83185507a202050103"));
        QVERIFY(follow);
        QVERIFY((*follow == Follow{ RoomId{ 3 }, 5 }));
    }

    void textArrivesByteForByte_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("leading byte order mark") << u"\uFEFFbonjour"_s;
        QTest::newRow("two byte order marks") << u"\uFEFF\uFEFF"_s;
        QTest::newRow("noncharacters") << u"\uFFFE\uFFFF"_s;
        QTest::newRow("NUL inside") << u"a\0b"_s;
        QTest::newRow("decomposed") << u"e\u0301"_s;
        QTest::newRow("astral") << u"👩🏽‍💻"_s;
        QTest::newRow("bidi") << u"\u202Eabc\u2066"_s;
        QTest::newRow("CRLF") << u"a\r\nb"_s;
        QTest::newRow("empty") << QString();
        QTest::newRow("16 KiB") << QString(16384, u'é');
    }
    void textArrivesByteForByte()
    {
        QFETCH(QString, text);
        const SendMessage message{ RoomId{ 1 }, {}, 1, text };
        const auto decoded = decodePayload<SendMessage>(payloadOf(encodeFrame(message, 1)));
        QVERIFY(decoded);
        QCOMPARE(decoded->text, text);
        QCOMPARE(decoded->text.toUtf8(), text.toUtf8());
    }

    void numbersOf63BitsAndNoMore()
    {
        // Follow{room: 1, after: 2^63-1}, then 2^63, then -1.
        const auto most = decodePayload<Follow>(QByteArray::fromHex("83185507a20101021b7fffffffffffffff"));
        QVERIFY(most);
        QCOMPARE(most->after, std::numeric_limits<qint64>::max());
        for (const char *hex : { "83185507a20101021b8000000000000000", "83185507a201010220" }) {
            const auto refused = decodePayload<Follow>(QByteArray::fromHex(hex));
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, ErrorCode::MalformedMessage);
            QCOMPARE(refused.error().params, (QStringList{ u"Follow"_s, u"after"_s }));
        }
    }

    void aTimeBefore1970TravelsAsZero()
    {
        const auto sent = decodePayload<Sent>(payloadOf(encodeFrame(Sent{ RoomId{ 1 }, {}, 1, -5 }, 1)));
        QVERIFY(sent);
        QCOMPARE(sent->timeMs, 0);
    }

    void anEmptyOptionalTextDiffersFromNone()
    {
        const auto cleared = decodePayload<SetPresence>(payloadOf(encodeFrame(SetPresence{ {}, QString() }, 1)));
        QVERIFY(cleared && cleared->statusText.has_value());
        const auto unchanged = decodePayload<SetPresence>(payloadOf(encodeFrame(SetPresence{}, 1)));
        QVERIFY(unchanged && !unchanged->statusText.has_value());
    }

    void unknownEnumeratorsAreKept()
    {
        QCborMap fields = fieldsOf(sample<RoomEvent>());
        fields.insert(4, 200);
        const auto event = decodePayload<RoomEvent>(payloadWith(MessageType::RoomEvent, fields, 0));
        QVERIFY(event);
        QCOMPARE(int(event->kind), 200);
    }
};

QTEST_GUILESS_MAIN(TestCodec)
#include "tst_codec.moc"
