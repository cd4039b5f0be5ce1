// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/options.h"
#include "client-console/plain/hex_dump.h"
#include "client-console/plain/plain_address.h"
#include "client-console/plain/plain_screen.h"
#include "client-console/plain/printable_bytes.h"
#include "tests/support/recording_editor.h"

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::console;
using namespace salon::test;

namespace {

using Way = PlainOptions::Way;

QString shown(const QByteArrayList &pieces)
{
    PrintableBytes bytes;
    QString text;
    for (const QByteArray &piece : pieces)
        text += bytes.feed(piece);
    return text + bytes.finish();
}

} // namespace

class TestPlainParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsOptions();
    void readsAddresses_data();
    void readsAddresses();
    void refusesAddresses_data();
    void refusesAddresses();
    void textIsTheSameHoweverItIsCut_data();
    void textIsTheSameHoweverItIsCut();
    void nothingIsHeldLongerThanNeeded();
    void noBytesReachTheTerminalAsControls();
    void dumpsBytes();
    void dumpsGoOnAtTheirOffset();
    void wholeLinesAreShownAtOnce();
    void aLineWithoutEndIsShownAfterSilence();
    void aFloodWithoutLineEndIsShownInPieces();
    void messagesNameTheirSender();
    void messagesThatAreNoTextAreShownInHex();
    void theEncodingIsHintedAtOnce();
};

void TestPlainParts::readsOptions()
{
    const QString program = u"salon-console"_s;
    const auto plain = Options::parse({ program, u"--plain"_s, u"udp://host:3000"_s, u"--send"_s, u"x"_s, u"--hex"_s });
    QVERIFY(plain && plain->plain);
    QVERIFY(plain->plain->way == Way::Connect);
    QCOMPARE(plain->plain->address, u"udp://host:3000"_s);
    QCOMPARE(plain->plain->message, u"x"_s);
    QVERIFY(plain->plain->show == PlainOptions::Show::Hex);
    QVERIFY(!plain->plain->timeoutSeconds);
    const auto listen = Options::parse({ program, u"--listen"_s, u"9000"_s, u"--frame"_s, u"--timeout"_s, u"7"_s });
    QVERIFY(listen && listen->plain);
    QVERIFY(listen->plain->way == Way::Listen);
    QVERIFY(listen->plain->isFramed);
    QCOMPARE(listen->plain->timeoutSeconds, 7);
    const auto peer = Options::parse({ program, u"--plain"_s, u"--peer"_s, u"h:1"_s, u"--line-end=none"_s });
    QVERIFY(peer && peer->plain);
    QVERIFY(peer->plain->way == Way::Either);
    QVERIFY(peer->plain->lineEnd == PlainOptions::LineEnd::None);
    const auto chat = Options::parse({ program, u"host"_s });
    QVERIFY(chat && !chat->plain);
}

void TestPlainParts::readsAddresses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Way>("way");
    QTest::addColumn<QString>("address");
    QTest::newRow("tcp") << u"tcp://localhost:9090"_s << Way::Connect << u"tcp://localhost:9090"_s;
    QTest::newRow("slash") << u"TCP://localhost:9090/"_s << Way::Connect << u"tcp://localhost:9090"_s;
    QTest::newRow("no scheme") << u" 192.0.2.7:80 "_s << Way::Connect << u"tcp://192.0.2.7:80"_s;
    QTest::newRow("service") << u"host:http"_s << Way::Connect << u"tcp://host:80"_s;
    QTest::newRow("service of UDP") << u"udp://host:tftp"_s << Way::Connect << u"udp://host:69"_s;
    QTest::newRow("IPv6") << u"udp://[::1]:3000"_s << Way::Connect << u"udp://[::1]:3000"_s;
    QTest::newRow("scope") << u"[fe80::1%eth0]:3000"_s << Way::Connect << u"tcp://[fe80::1%eth0]:3000"_s;
    QTest::newRow("empty host") << u"tcp://:3000"_s << Way::Connect << u"tcp://*:3000"_s;
    QTest::newRow("broadcast") << u"udp://<broadcast>:3000"_s << Way::Connect << u"udp://255.255.255.255:3000"_s;
    QTest::newRow("unix") << u"unix:/tmp/a b"_s << Way::Connect << u"unix:/tmp/a b"_s;
    QTest::newRow("port") << u"9000"_s << Way::Listen << u"tcp://*:9000"_s;
    QTest::newRow("any port") << u"0"_s << Way::Listen << u"tcp://*:0"_s;
    QTest::newRow("service alone") << u"http"_s << Way::Listen << u"tcp://*:80"_s;
    QTest::newRow("port of UDP") << u"udp://9000"_s << Way::Listen << u"udp://*:9000"_s;
    QTest::newRow("loopback") << u"127.0.0.1:0"_s << Way::Listen << u"tcp://127.0.0.1:0"_s;
    QTest::newRow("listen unix") << u"unix:x.sock"_s << Way::Listen << u"unix:x.sock"_s;
    QTest::newRow("either") << u"host:5000"_s << Way::Either << u"tcp://host:5000"_s;
}

void TestPlainParts::readsAddresses()
{
    QFETCH(QString, text);
    QFETCH(Way, way);
    QFETCH(QString, address);
    const auto read = PlainAddress::parse(text, way);
    QVERIFY2(read, read ? "" : qUtf8Printable(read.error()));
    QCOMPARE(read->toString(), address);
}

void TestPlainParts::refusesAddresses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Way>("way");
    for (const char *text : { "", "tcp://", "host", "host:", "host:0", "host:99999", "9000", "ftp://host:1",
             "unix:", "tcp://a b:1", "udp://[::1:3000", "<broadcast>:1", "host:no-such-service", "tcp://user@host:1" })
        QTest::addRow("connect %s", text) << QString::fromLatin1(text) << Way::Connect;
    QTest::newRow("listen broadcast") << u"udp://<broadcast>:1"_s << Way::Listen;
    QTest::newRow("listen nowhere") << u""_s << Way::Listen;
    QTest::newRow("listen host") << u"127.0.0.1"_s << Way::Listen;
    QTest::newRow("meet by datagrams") << u"udp://host:1"_s << Way::Either;
}

void TestPlainParts::refusesAddresses()
{
    QFETCH(QString, text);
    QFETCH(Way, way);
    const auto read = PlainAddress::parse(text, way);
    QVERIFY(!read);
    QVERIFY(!read.error().isEmpty() && !read.error().contains(u'\n'));
}

void TestPlainParts::textIsTheSameHoweverItIsCut_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("UTF-8") << QByteArray("é☕👩‍💻 fin") << u"é☕👩‍💻 fin"_s;
    QTest::newRow("line ends") << QByteArray("a\r\nb\nc\rd\r\r\n\r") << u"a\nb\nc␍d␍\n␍"_s;
    QTest::newRow("Latin-1") << QByteArray("d\xe9j\xe0") << u"d\\xE9j\\xE0"_s;
    QTest::newRow("unfinished") << QByteArray("a\xf0\x9f\x98") << u"a\\xF0\\x9F\\x98"_s;
    QTest::newRow("overlong") << QByteArray("\xc0\xaf\xe0\x80\xaf") << u"\\xC0\\xAF\\xE0\\x80\\xAF"_s;
    QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80!") << u"\\xED\\xA0\\x80!"_s;
    QTest::newRow("too large") << QByteArray("\xf4\x90\x80\x80\xff") << u"\\xF4\\x90\\x80\\x80\\xFF"_s;
    QTest::newRow("controls") << QByteArray("\0\033[2J\x7f\xc2\x9b\xe2\x80\xae", 11) << u"␀␛[2J␡\\u{009B}\\u{202E}"_s;
    QTest::newRow("tab") << QByteArray("a\tb") << u"a    b"_s;
}

void TestPlainParts::textIsTheSameHoweverItIsCut()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    for (qsizetype first = 0; first <= bytes.size(); ++first) {
        for (qsizetype second = first; second <= bytes.size(); ++second)
            QCOMPARE(shown({ bytes.first(first), bytes.sliced(first, second - first), bytes.sliced(second) }), text);
    }
}

void TestPlainParts::nothingIsHeldLongerThanNeeded()
{
    PrintableBytes bytes;
    QCOMPARE(bytes.feed("Nom : \xc3"), u"Nom : "_s);
    QVERIFY(!bytes.hasForeignBytes());
    QCOMPARE(bytes.feed("\xa9\r"), u"é"_s);
    QCOMPARE(bytes.feed("\n"), u"\n"_s);
    QCOMPARE(bytes.finish(), QString());
}

void TestPlainParts::noBytesReachTheTerminalAsControls()
{
    QRandomGenerator random(20261121);
    for (int round = 0; round < 200; ++round) {
        QByteArray bytes(random.bounded(300), Qt::Uninitialized);
        for (char &byte : bytes)
            byte = char(random.bounded(256));
        const qsizetype cut = random.bounded(int(bytes.size()) + 1);
        const QString text = shown({ bytes.first(cut), bytes.sliced(cut) });
        QCOMPARE(text, shown({ bytes }));
        for (const QChar c : text)
            QVERIFY(c == u'\n' || (c.unicode() >= 0x20 && (c.unicode() < 0x7f || c.unicode() >= 0xa0)));
    }
}

void TestPlainParts::dumpsBytes()
{
    QCOMPARE(hexDump(""), QString());
    QCOMPARE(hexDump(QByteArray("\0\x1f ~\x7f\xff", 6)),
        u"00000000  00 1f 20 7e 7f ff                                 |.. ~..|\n"_s);
    QCOMPARE(hexDump("0123456789abcdef"),
        u"00000000  30 31 32 33 34 35 36 37  38 39 61 62 63 64 65 66  |0123456789abcdef|\n"_s);
}

void TestPlainParts::dumpsGoOnAtTheirOffset()
{
    const QStringList lines = hexDump(QByteArray(40, 'x'), 0xfffffff8).split(u'\n');
    QCOMPARE(lines.size(), 4);
    QVERIFY(lines[0].startsWith(u"fffffff8 "_s));
    QVERIFY(lines[1].startsWith(u"100000008 "_s));
    QVERIFY(lines[3].isEmpty());
}

void TestPlainParts::wholeLinesAreShownAtOnce()
{
    RecordingEditor editor;
    PlainScreen screen(PlainOptions::Show::Text, &editor, Ansi(false));
    screen.showPart("un\ndeux\r\ntr");
    QCOMPARE(editor.printed, QStringList{ u"un\ndeux\n"_s });
    screen.showPart("ois\n");
    QCOMPARE(editor.printed.last(), u"trois\n"_s);
}

void TestPlainParts::aLineWithoutEndIsShownAfterSilence()
{
    RecordingEditor editor;
    PlainScreen screen(PlainOptions::Show::Text, &editor, Ansi(false));
    screen.showPart("Nom : ");
    QVERIFY(editor.printed.isEmpty());
    QTRY_COMPARE(editor.printed, QStringList{ u"Nom : "_s });
    screen.showPart("fin");
    screen.finish();
    QCOMPARE(editor.printed.last(), u"fin"_s);
}

void TestPlainParts::aFloodWithoutLineEndIsShownInPieces()
{
    RecordingEditor editor;
    PlainScreen screen(PlainOptions::Show::Text, &editor, Ansi(false));
    for (int i = 0; i < 100; ++i)
        screen.showPart(QByteArray(1000, 'x'));
    screen.finish();
    QVERIFY(editor.printed.size() > 4);
    QCOMPARE(editor.printed.join(QString()).size(), 100'000);
}

void TestPlainParts::messagesNameTheirSender()
{
    RecordingEditor editor;
    PlainScreen screen(PlainOptions::Show::Text, &editor, Ansi(false));
    screen.showMessage("bonjour", u"192.0.2.7:4000"_s);
    screen.showMessage("\033[31m\n", {});
    QCOMPARE(editor.printed, (QStringList{ u"192.0.2.7:4000: bonjour\n"_s, u"␛[31m\n"_s }));
    screen.showSent("fini\n");
    QCOMPARE(editor.printed.last(), u"> fini"_s);
    PlainScreen hex(PlainOptions::Show::Hex, &editor, Ansi(false));
    hex.showSent("fini\n");
    QCOMPARE(editor.printed.last(), u"> 00000000  66 69 6e 69 0a                                    |fini.|"_s);
}

void TestPlainParts::messagesThatAreNoTextAreShownInHex()
{
    RecordingEditor editor;
    PlainScreen screen(PlainOptions::Show::Text, &editor, Ansi(false));
    const QByteArray digest = QCryptographicHash::hash("abc", QCryptographicHash::Sha256);
    screen.showMessage(digest, {});
    QCOMPARE(editor.printed, QStringList{ hexDump(digest) });
    for (const char *text : { "", "☕é☕", "l'\xe9t\xe9 \xe0 la plage\n" }) {
        screen.showMessage(text, {});
        QVERIFY(!editor.printed.last().startsWith(u"00000000"_s));
    }
}

void TestPlainParts::theEncodingIsHintedAtOnce()
{
    RecordingEditor editor;
    PlainScreen screen(PlainOptions::Show::Text, &editor, Ansi(false));
    screen.showPart("\xe9t\xe9\n");
    screen.showMessage("t\xe9l\xe9phone", {});
    QCOMPARE(editor.problems.size(), 1);
    QVERIFY(editor.problems.first().contains(u"--hex"_s));
}

QTEST_GUILESS_MAIN(TestPlainParts)
#include "tst_plain_parts.moc"
