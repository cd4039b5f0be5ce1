// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/gateways/line_cutter.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon::server;

namespace {

using Kind = CutLine::Kind;

CutLine text(const QString &words)
{
    return { Kind::Text, words };
}

/// Everything that one connection sent, in the given pieces.
QList<CutLine> cut(const QList<QByteArray> &pieces)
{
    LineCutter cutter;
    QList<CutLine> lines;
    for (const QByteArray &piece : pieces)
        lines += cutter.feed(piece);
    return lines + cutter.finish();
}

} // namespace

/// What counts as a line of a plain-text connection (guarantees: UTF-8 strict, 1,024 bytes).
class TestLineCutter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesEveryKindOfLineEnd();
    void givesTheSameLinesForEveryCut();
    void leavesOutEmptyLines();
    void skipsTelnetCommands_data();
    void skipsTelnetCommands();
    void refusesWhatIsNotUtf8_data();
    void refusesWhatIsNotUtf8();
    void dropsALineAboveTheLimitWholeAndGoesOn();
    void takesALineOfExactlyTheLimit();
    void takesWhatStandsThereAfterASilence();
    void waitsForTheRestOfACharacter();
    void holdsNoMoreThanOneLine();
};

void TestLineCutter::takesEveryKindOfLineEnd()
{
    const QList<CutLine> expected{ text(u"a"_s), text(u"b"_s), text(u"c"_s), text(u"d"_s) };
    QCOMPARE(cut({ QByteArray("a\nb\r\nc\r\0d", 9) }), expected);
}

void TestLineCutter::givesTheSameLinesForEveryCut()
{
    const QByteArray wire
        = "Café ☕ 👩‍💻\r\n\xff\xfb\x01second\nl\xe9ger\n" + QByteArray(1030, 'x') + "\nend é";
    const QList<CutLine> expected = cut({ wire });
    QCOMPARE(expected,
        QList<CutLine>({ text(u"Café ☕ 👩‍💻"_s), text(u"second"_s), { Kind::Latin1, {} },
            { Kind::TooLong, {} }, text(u"end é"_s) }));
    for (qsizetype at = 0; at <= wire.size(); ++at)
        QCOMPARE(cut({ wire.first(at), wire.sliced(at) }), expected);
    QList<QByteArray> bytes;
    for (const char byte : wire)
        bytes.append(QByteArray(1, byte));
    QCOMPARE(cut(bytes), expected);
}

void TestLineCutter::leavesOutEmptyLines()
{
    QCOMPARE(cut({ "\n\r\n\r\r\n\n" }), QList<CutLine>());
}

void TestLineCutter::skipsTelnetCommands_data()
{
    QTest::addColumn<QByteArray>("command");
    QTest::newRow("will") << QByteArray("\xff\xfb\x1f");
    QTest::newRow("do-not") << QByteArray("\xff\xfe\x01");
    QTest::newRow("option-is-newline") << QByteArray("\xff\xfd\x0a");
    QTest::newRow("no-operation") << QByteArray("\xff\xf1");
    QTest::newRow("subnegotiation") << QByteArray("\xff\xfa\x1f\x00\x50\x0a\x18\xff\xff\xff\xf0", 11);
}

void TestLineCutter::skipsTelnetCommands()
{
    QFETCH(QByteArray, command);
    QCOMPARE(cut({ command + "one" + command + "two\n" + command }), QList<CutLine>{ text(u"onetwo"_s) });
}

void TestLineCutter::refusesWhatIsNotUtf8_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<int>("kind");
    QTest::newRow("latin-1") << QByteArray("\xe9t\xe9") << int(Kind::Latin1);
    QTest::newRow("windows-1252") << QByteArray("l\x92\xe9t\xe9 \x80") << int(Kind::Latin1);
    QTest::newRow("overlong") << QByteArray("\xc0\xaf") << int(Kind::Latin1);
    QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80") << int(Kind::Latin1);
    QTest::newRow("beyond-unicode") << QByteArray("\xf4\x90\x80\x80") << int(Kind::Latin1);
    QTest::newRow("lonely-continuation") << QByteArray("\x80") << int(Kind::Latin1);
    QTest::newRow("cut-short") << QByteArray("caf\xc3") << int(Kind::Latin1);
    QTest::newRow("binary") << QByteArray("\x01\x02\xfe\x04") << int(Kind::Garbage);
    QTest::newRow("byte-255") << QByteArray("\xff\xff") << int(Kind::Latin1);
}

void TestLineCutter::refusesWhatIsNotUtf8()
{
    QFETCH(QByteArray, line);
    QFETCH(int, kind);
    QCOMPARE(cut({ line + "\nnext\n" }), QList<CutLine>({ { Kind(kind), {} }, text(u"next"_s) }));
}

void TestLineCutter::dropsALineAboveTheLimitWholeAndGoesOn()
{
    const QByteArray tooLong(LineCutter::MaxLineBytes + 1, 'x');
    QCOMPARE(cut({ tooLong + '\n' + "next\n" }), QList<CutLine>({ { Kind::TooLong, {} }, text(u"next"_s) }));
    QCOMPARE(cut({ tooLong }), QList<CutLine>({ { Kind::TooLong, {} } }));
}

void TestLineCutter::takesALineOfExactlyTheLimit()
{
    const QByteArray full(LineCutter::MaxLineBytes, 'x');
    QCOMPARE(cut({ full + "\r\n" }), QList<CutLine>{ text(QString::fromLatin1(full)) });
}

void TestLineCutter::takesWhatStandsThereAfterASilence()
{
    LineCutter cutter;
    QVERIFY(cutter.feed("bonjour").isEmpty());
    QVERIFY(cutter.isHolding());
    QCOMPARE(cutter.takeAfterSilence(), QList<CutLine>{ text(u"bonjour"_s) });
    QVERIFY(!cutter.isHolding());
    QVERIFY(cutter.takeAfterSilence().isEmpty());
    // The line end that comes later makes no empty message.
    QVERIFY(cutter.feed("\r\n").isEmpty());
}

void TestLineCutter::waitsForTheRestOfACharacter()
{
    const QByteArray word = "caf\xc3\xa9 \xf0\x9f\x91\x8b";
    for (const qsizetype at : { 4, 7, 8, 9 }) {
        LineCutter cutter;
        QVERIFY(cutter.feed(word.first(at)).isEmpty());
        QVERIFY(cutter.takeAfterSilence().isEmpty());
        QVERIFY(cutter.isHolding());
        QVERIFY(cutter.feed(word.sliced(at)).isEmpty());
        QCOMPARE(cutter.takeAfterSilence(), QList<CutLine>{ text(QString::fromUtf8(word)) });
    }
    LineCutter latin;
    (void)latin.feed("caf\xe9");
    QVERIFY(latin.takeAfterSilence().isEmpty());
    QCOMPARE(latin.finish(), QList<CutLine>({ { Kind::Latin1, {} } }));
}

void TestLineCutter::holdsNoMoreThanOneLine()
{
    LineCutter cutter;
    for (int i = 0; i < 10'000; ++i)
        QVERIFY(cutter.feed(QByteArray(100, 'x')).isEmpty());
    QVERIFY(cutter.isHolding());
    QVERIFY(cutter.takeAfterSilence().isEmpty());
    QCOMPARE(cutter.feed("\n"), QList<CutLine>({ { Kind::TooLong, {} } }));
}

QTEST_GUILESS_MAIN(TestLineCutter)
#include "tst_line_cutter.moc"
