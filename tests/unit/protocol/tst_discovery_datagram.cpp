// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/protocol/discovery_datagram.h"

#include "shared/base/grapheme_cut.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::discovery;

namespace {

const QByteArray Nonce("\x01\x02\x03\x04\xfb\xfc\xfd\xfe", NonceBytes);

DiscoveryReply server()
{
    return { DiscoveryKind::Server, QByteArray(16, '\x42'), u"Café du coin"_s, 7256, QByteArray(32, '\x99'), 12,
        OpenRegistration };
}

DiscoveryRequest request(qsizetype bytes = RequestBytes)
{
    return { Nonce, bytes };
}

/// Header of a reply and the bytes given in hex.
QByteArray replyWith(const char *mapHex)
{
    return QByteArray("SLN!\x01\0\0\0", 8) + Nonce + QByteArray::fromHex(mapHex);
}

/// {1: 1, 2: 16 bytes, 3: "A", 4: 7256}: the smallest that is accepted.
const char *Smallest = "a4 01 01 02 50 00112233445566778899aabbccddeeff 03 61 41 04 19 1c58";

} // namespace

class TestDiscoveryDatagram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRequestComesBackAsItWasSent()
    {
        for (const qsizetype bytes : { MinRequestBytes, RequestBytes, MaxDatagramBytes }) {
            const QByteArray datagram = encodeDiscoveryRequest(request(bytes));
            QCOMPARE(datagram.size(), bytes);
            QVERIFY(datagram.startsWith("SLN?"));
            QCOMPARE(decodeDiscoveryRequest(datagram), std::optional(request(bytes)));
        }
    }

    void aRequestOutsideOfTheSizesIsIgnored()
    {
        QVERIFY(!decodeDiscoveryRequest({}));
        const QByteArray whole = encodeDiscoveryRequest(request(MaxDatagramBytes));
        for (qsizetype cut = 0; cut < MinRequestBytes; ++cut)
            QVERIFY(!decodeDiscoveryRequest(whole.first(cut)));
        QVERIFY(!decodeDiscoveryRequest(whole + '\0'));
    }

    void aRequestOfANewerProgramIsAnswered()
    {
        QByteArray datagram = encodeDiscoveryRequest(request());
        datagram[4] = 9;
        datagram[100] = 'x'; // what it means by its padding is its own business
        QVERIFY(decodeDiscoveryRequest(datagram));
        datagram[4] = 0;
        QVERIFY(!decodeDiscoveryRequest(datagram));
    }

    void aReplyComesBackAsItWasSent()
    {
        const QByteArray datagram = encodeDiscoveryReply(server(), request());
        QCOMPARE(decodeDiscoveryReply(datagram, Nonce), std::optional(server()));
        const DiscoveryReply bare{ DiscoveryKind::Peer, QByteArray(32, 'k'), u"M"_s, 1, {}, 0, 0 };
        QCOMPARE(decodeDiscoveryReply(encodeDiscoveryReply(bare, request()), Nonce), std::optional(bare));
    }

    void goldenBytesOfAReply()
    {
        const DiscoveryReply small{ DiscoveryKind::Server, QByteArray::fromHex("00112233445566778899aabbccddeeff"),
            u"A"_s, 7256, {}, 0, 0 };
        QCOMPARE(encodeDiscoveryReply(small, request()).toHex(), replyWith(Smallest).toHex());
    }

    void aReplyCutAnywhereIsIgnored()
    {
        const QByteArray datagram = encodeDiscoveryReply(server(), request());
        for (qsizetype cut = 0; cut < datagram.size(); ++cut)
            QVERIFY(!decodeDiscoveryReply(datagram.first(cut), Nonce));
        QVERIFY(!decodeDiscoveryReply(datagram + '\0', Nonce));
    }

    void anyByteOfAReplyMayBeWrong()
    {
        const QByteArray datagram = encodeDiscoveryReply(server(), request());
        for (qsizetype at = 0; at < datagram.size(); ++at) {
            for (int value = 0; value < 256; ++value) {
                QByteArray changed = datagram;
                changed[at] = char(value);
                const auto read = decodeDiscoveryReply(changed, Nonce);
                if (at < 5 || (at >= 8 && at < HeaderBytes))
                    QCOMPARE(bool(read), changed == datagram);
                else if (read)
                    QVERIFY(read->port != 0 && read->id.size() == 16);
            }
        }
    }

    void onlyTheAnswerToOurNonceCounts()
    {
        QByteArray other = Nonce;
        other[7] = 'x';
        QVERIFY(!decodeDiscoveryReply(encodeDiscoveryReply(server(), request()), other));
    }

    void impossibleRepliesAreIgnored_data()
    {
        QTest::addColumn<QByteArray>("datagram");
        const auto row = [](const char *name, const char *hex) {
            QTest::newRow(name) << replyWith(hex);
        };
        row("empty map", "a0");
        row("not a map", "01");
        row("array", "80");
        row("unknown kind", "a4 01 03 02 50 00112233445566778899aabbccddeeff 03 61 41 04 19 1c58");
        row("id of 15", "a4 01 01 02 4f 00112233445566778899aabbccddee 03 61 41 04 19 1c58");
        row("id of 33",
            "a4 01 01 02 58 21 00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff00 03 61 41 04 19 1c58");
        row("no name", "a3 01 01 02 50 00112233445566778899aabbccddeeff 04 19 1c58");
        row("port 0", "a4 01 01 02 50 00112233445566778899aabbccddeeff 03 61 41 04 00");
        row("port 65536", "a4 01 01 02 50 00112233445566778899aabbccddeeff 03 61 41 04 1a 00010000");
        row("pin of 3", "a5 01 01 02 50 00112233445566778899aabbccddeeff 03 61 41 04 19 1c58 05 43 010203");
        row("key twice", "a5 01 01 02 50 00112233445566778899aabbccddeeff 03 61 41 04 19 1c58 04 19 1c58");
        row("indefinite map", "bf 01 01 02 50 00112233445566778899aabbccddeeff 03 61 41 04 19 1c58 ff");
        row("port not shortest", "a4 01 01 02 50 00112233445566778899aabbccddeeff 03 61 41 04 1a 00001c58");
        row("name not UTF-8", "a4 01 01 02 50 00112233445566778899aabbccddeeff 03 61 ff 04 19 1c58");
        row("name as bytes", "a4 01 01 02 50 00112233445566778899aabbccddeeff 03 41 41 04 19 1c58");
        QTest::newRow("a request") << encodeDiscoveryRequest(request());
        QTest::newRow("too large") << replyWith(Smallest).leftJustified(2000, '\0');
    }
    void impossibleRepliesAreIgnored()
    {
        QFETCH(QByteArray, datagram);
        QVERIFY(decodeDiscoveryReply(replyWith(Smallest), Nonce));
        QVERIFY(!decodeDiscoveryReply(datagram, Nonce));
    }

    void whatANewerServerAddsIsSkipped()
    {
        const auto read = decodeDiscoveryReply(
            replyWith("a5 01 01 02 50 00112233445566778899aabbccddeeff 03 61 41 04 19 1c58 18 63 61 7a"), Nonce);
        QVERIFY(read);
        QCOMPARE(read->port, 7256);
    }

    void aNameThatMayNotBeShownIsDropped()
    {
        for (const QString &name : { u"a\u202Eb"_s, u"\u001b[31mred"_s, u"a\u2066b"_s, QString(200, u'x') }) {
            DiscoveryReply reply = server();
            reply.name = name;
            const auto read = decodeDiscoveryReply(encodeDiscoveryReply(reply, request()), Nonce);
            QVERIFY(read);
            QCOMPARE(read->name, QString());
        }
    }

    void noReplyIsLargerThanItsRequest()
    {
        const QString unit = u"e\u0301👩‍👩‍👧‍👦é日"_s;
        for (int repeat = 0; repeat < 30; ++repeat) {
            DiscoveryReply reply = server();
            reply.id = QByteArray(32, 'i');
            reply.online = 0xffffffff;
            reply.flags = 0xffffffff;
            reply.port = 65535;
            reply.name = unit.repeated(repeat);
            for (qsizetype bytes = MinRequestBytes; bytes <= 600; ++bytes) {
                const QByteArray datagram = encodeDiscoveryReply(reply, request(bytes));
                QVERIFY(!datagram.isEmpty());
                QVERIFY2(datagram.size() <= bytes, qPrintable(QString::number(bytes)));
            }
        }
        QVERIFY(encodeDiscoveryReply(server(), request(64)).isEmpty());
    }

    void aNameIsCutBetweenGraphemes()
    {
        const QString family = u"👩‍👩‍👧‍👦"_s;
        const qsizetype bytes = family.toUtf8().size();
        QCOMPARE(cutAtGrapheme(family + u"b"_s, bytes), family);
        QCOMPARE(cutAtGrapheme(u"a"_s + family, bytes), u"a"_s);
        QCOMPARE(cutAtGrapheme(u"ae\u0301"_s, 2), u"a"_s);
        QCOMPARE(cutAtGrapheme(u"ae\u0301"_s, 4), u"ae\u0301"_s);
        QCOMPARE(cutAtGrapheme(u"abc"_s, 0), QString());
        QCOMPARE(cutAtGrapheme({}, 0), QString());
        const QString text = u"Café "_s + family + u" 日本 e\u0301"_s;
        for (qsizetype max = 0; max <= text.toUtf8().size(); ++max) {
            const QString cut = cutAtGrapheme(text, max);
            QVERIFY(text.startsWith(cut) && cut.toUtf8().size() <= max);
            QVERIFY(!cut.endsWith(QChar(0x200D)) && !cut.endsWith(u" e"_s));
        }
    }

    void noReplyToAReply()
    {
        const QByteArray reply = encodeDiscoveryReply(server(), request());
        QVERIFY(!decodeDiscoveryRequest(reply));
        QVERIFY(!decodeDiscoveryRequest(reply.leftJustified(RequestBytes, '\0')));
        QVERIFY(!isDiscoveryText(reply));
        QVERIFY(!isDiscoveryText(discoveryTextLine(u"Salon"_s, u"192.0.2.7:7256"_s)));
        QVERIFY(!isDiscoveryText(encodeDiscoveryRequest(request())));
        QVERIFY(!isDiscoveryText("SLN?"));
        QVERIFY(!decodeDiscoveryReply(encodeDiscoveryRequest(request()), Nonce));
    }

    void aTextIsPrintableUtf8()
    {
        QVERIFY(isDiscoveryText("hello\n"));
        QVERIFY(isDiscoveryText("qui est là ?\r\n"));
        QVERIFY(isDiscoveryText(QByteArray(512, 'x')));
        QVERIFY(!isDiscoveryText(QByteArray(513, 'x')));
        QVERIFY(!isDiscoveryText({}));
        QVERIFY(!isDiscoveryText("\n"));
        QVERIFY(!isDiscoveryText(" \t\r\n"));
        QVERIFY(!isDiscoveryText("caf\xe9\n"));
        QVERIFY(!isDiscoveryText("caf\xc3"));
        QVERIFY(!isDiscoveryText(QByteArray("a\0b", 3)));
        QVERIFY(!isDiscoveryText("\x1b[2J"));
        QVERIFY(!isDiscoveryText("a\u202e"));
    }

    void theLineIsShortAndSafe()
    {
        QCOMPARE(discoveryTextLine(u"Café"_s, u"192.0.2.7:7256"_s), QByteArray("SLN! Café 192.0.2.7:7256\n"));
        const QByteArray longest = discoveryTextLine(u"日"_s.repeated(300), u"[2001:db8::1]:65535"_s);
        QVERIFY(longest.size() <= MaxTextBytes);
        QVERIFY(longest.endsWith(" [2001:db8::1]:65535\n"));
        const QByteArray hostile = discoveryTextLine(u"a\u001b[2J\nSLN? b"_s, u"x"_s);
        QCOMPARE(hostile.count('\n'), 1);
        QVERIFY(!hostile.contains('\x1b'));
    }

    void noiseIsNeverTaken()
    {
        QRandomGenerator random(7256);
        for (int i = 0; i < 20'000; ++i) {
            QByteArray noise(random.bounded(300), Qt::Uninitialized);
            for (char &byte : noise)
                byte = char(random.bounded(256));
            QVERIFY(!decodeDiscoveryRequest(noise));
            QVERIFY(!decodeDiscoveryReply(noise, Nonce));
            if (noise.size() > HeaderBytes) {
                noise.replace(0, HeaderBytes, replyWith(""));
                (void)decodeDiscoveryReply(noise, Nonce); // no crash, no sanitizer's complaint
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestDiscoveryDatagram)
#include "tst_discovery_datagram.moc"
