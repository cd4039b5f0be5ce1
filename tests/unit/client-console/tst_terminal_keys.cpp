// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/terminal_keys.h"

#include <QList>
#include <QTest>
#include <algorithm>

using namespace salon::console;

namespace {

QList<QByteArray> keysOf(TerminalKeys &keys)
{
    QList<QByteArray> found;
    while (const auto key = keys.next())
        found.append(key->bytes);
    return found;
}

} // namespace

/// Bytes of a terminal, cut into keys.
class TestTerminalKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cutsKeys_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QList<QByteArray>>("expected");
        const auto row = [](const char *name, const QByteArray &bytes, const QList<QByteArray> &expected) {
            QTest::newRow(name) << bytes << expected;
        };
        row("letters", "ab", { "a", "b" });
        row("control characters", "\001\r", { "\001", "\r" });
        row("accents", "\xc3\xa9!", { "\xc3\xa9", "!" });
        row("emoji", "\xf0\x9f\x91\x8dx", { "\xf0\x9f\x91\x8d", "x" });
        row("arrow", "\033[Ax", { "\033[A", "x" });
        row("arrow of keypad mode", "\033OAx", { "\033OA", "x" });
        row("ctrl arrow", "\033[1;5Cx", { "\033[1;5C", "x" });
        row("delete", "\033[3~x", { "\033[3~", "x" });
        row("function key of the Linux console", "\033[[Ax", { "\033[[A", "x" });
        row("mouse", "\033[<0;12;3Mx", { "\033[<0;12;3M", "x" });
        row("alt letter", "\033bx", { "\033b", "x" });
        row("alt accent", "\033\xc3\xa9x", { "\033\xc3\xa9", "x" });
        row("paste that nobody asked to mark", "\033[200~x\033[201~", { "\033[200~", "x", "\033[201~" });
        row("escape, then arrow", "\033\033[Ax", { "\033[A", "x" });
    }
    void cutsKeys()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QList<QByteArray>, expected);
        TerminalKeys whole;
        whole.feed(bytes);
        QCOMPARE(keysOf(whole), expected);
        // In two pieces, wherever the cut is.
        for (qsizetype cut = 1; cut < bytes.size(); ++cut) {
            TerminalKeys keys;
            keys.feed(bytes.left(cut));
            QList<QByteArray> found = keysOf(keys);
            keys.feed(bytes.mid(cut));
            found += keysOf(keys);
            QCOMPARE(found, expected);
        }
    }

    void bytesThatAreNoTextAreDropped_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("continuation alone") << QByteArray("\x80");
        QTest::newRow("overlong") << QByteArray("\xc0\xaf");
        QTest::newRow("cut character") << QByteArray("\xe2\x82");
        QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80");
        QTest::newRow("above Unicode") << QByteArray("\xf4\x90\x80\x80");
        QTest::newRow("never in UTF-8") << QByteArray("\xff\xfe");
    }
    void bytesThatAreNoTextAreDropped()
    {
        QFETCH(QByteArray, bytes);
        TerminalKeys keys;
        keys.feed(bytes + "x");
        QCOMPARE(keysOf(keys), QList<QByteArray>{ "x" });
    }

    void escapeAloneIsOpenUntilItIsDropped()
    {
        TerminalKeys keys;
        keys.feed("a\033");
        QCOMPARE(keysOf(keys), QList<QByteArray>{ "a" });
        QCOMPARE(keys.waitMs(), int(TerminalKeys::EscapeMs));
        keys.timeIsOver();
        QCOMPARE(keys.waitMs(), 0);
        keys.feed("x");
        QCOMPARE(keysOf(keys), QList<QByteArray>{ "x" });
        // What is more than an Esc is no such key.
        keys.feed("\033[");
        QCOMPARE(keys.waitMs(), 0);
        keys.timeIsOver();
        QVERIFY(!keys.next());
        keys.feed("A");
        QCOMPARE(keysOf(keys), QList<QByteArray>{ "\033[A" });
    }

    void endlessSequenceEnds()
    {
        TerminalKeys keys;
        keys.feed("\033[" + QByteArray(10'000, '1'));
        QVERIFY(!keysOf(keys).isEmpty());
        QVERIFY(!keys.next());
        QVERIFY(keys.takeRest().size() < 100);
    }

    void aPasteIsOne_data()
    {
        QTest::addColumn<QByteArray>("pasted");
        QTest::newRow("lines") << QByteArray("one\rtwo\r\nthree\n");
        QTest::newRow("a sequence") << QByteArray("a\033[31mb\033[A\033");
        QTest::newRow("control characters") << QByteArray("\003\004\177\032");
        QTest::newRow("no UTF-8") << QByteArray("\xff\xc3");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("the end of a paste") << QByteArray("a\033[201~\r/leave\r");
        QTest::newRow("another paste") << QByteArray("a\033[201~\033[200~b");
        QTest::newRow("large") << QByteArray(200'000, 'x');
    }
    void aPasteIsOne()
    {
        QFETCH(QByteArray, pasted);
        const QByteArray bytes = "k\033[200~" + pasted + "\033[201~";
        for (qsizetype cut = 0; cut < std::min<qsizetype>(bytes.size(), 40); ++cut) {
            TerminalKeys keys;
            keys.expectPastes();
            keys.feed(bytes.left(cut));
            QList<TerminalInput> found;
            const auto take = [&] {
                while (const auto input = keys.next())
                    found.append(*input);
            };
            take();
            keys.feed(bytes.mid(cut));
            take();
            QCOMPARE(keys.waitMs(), int(TerminalKeys::EscapeMs));
            keys.timeIsOver();
            take();
            keys.feed("\r");
            take();
            QCOMPARE(found, (QList<TerminalInput>{ { "k" }, { pasted, true }, { "\r" } }));
        }
    }

    void keysBehindAPasteAreKeys()
    {
        TerminalKeys keys;
        keys.expectPastes();
        keys.feed("\033[200~text\033[201~\rx");
        QVERIFY(!keys.next()); // the end may be one that was pasted
        keys.timeIsOver();
        QCOMPARE(keys.next(), (TerminalInput{ "text", true }));
        QCOMPARE(keys.next(), TerminalInput{ "\r" });
        QCOMPARE(keys.next(), TerminalInput{ "x" });
    }

    void aPasteWithoutEndEnds()
    {
        TerminalKeys keys;
        keys.expectPastes();
        keys.feed("\033[200~text");
        QVERIFY(!keys.next());
        QCOMPARE(keys.waitMs(), int(TerminalKeys::PasteMs));
        keys.timeIsOver();
        QCOMPARE(keys.next(), (TerminalInput{ "text", true }));
        keys.feed("x");
        QCOMPARE(keys.next(), TerminalInput{ "x" });
    }

    void whatIsTooMuchOfAPasteIsCounted()
    {
        TerminalKeys keys;
        keys.expectPastes();
        keys.feed("\033[200~");
        const QByteArray piece(100'000, 'x');
        for (int i = 0; i < 100; ++i) {
            keys.feed(piece);
            QVERIFY(!keys.next());
        }
        keys.feed("\033[201~");
        keys.timeIsOver();
        const auto paste = keys.next();
        QVERIFY(paste && paste->isPaste && paste->lost > 0);
        QCOMPARE(paste->bytes.size() + paste->lost, 10'000'000);
        QVERIFY(paste->bytes.size() <= 2 * TerminalKeys::MaxPaste);
        keys.feed("x");
        QCOMPARE(keys.next(), TerminalInput{ "x" });
    }

    void theRestIsWhatWasNotTaken()
    {
        TerminalKeys keys;
        keys.feed("a\rsecret\r");
        QCOMPARE(keys.next(), TerminalInput{ "a" });
        QCOMPARE(keys.next(), TerminalInput{ "\r" });
        QCOMPARE(keys.takeRest(), QByteArray("secret\r"));
        QVERIFY(!keys.next());
    }
};

QTEST_GUILESS_MAIN(TestTerminalKeys)
#include "tst_terminal_keys.moc"
