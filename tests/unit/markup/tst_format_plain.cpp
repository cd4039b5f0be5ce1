// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/markup/format_text.h"
#include "shared/markup/plain_text.h"
#include "tests/unit/markup/markup_dump.h"

#include <QTest>

using namespace salon;
using namespace Qt::StringLiterals;

class TestFormatPlain : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void textStaysAsItIs();
    void findsAddresses_data();
    void findsAddresses();
    void findsPeople_data();
    void findsPeople();
    void findsRooms_data();
    void findsRooms();
    void callsAreNamesOnlyWhenTheMessageCalls();
    void isEmojiOnlyForUpToThree();
    void asPlainText_data();
    void asPlainText();
    void asOneLine_data();
    void asOneLine();
    void oneLineIsCutBetweenCharacters();
};

namespace {

MarkupNames names()
{
    MarkupNames names;
    names.person = [](const QString &login) -> std::optional<PersonName> {
        if (login == "marie"_L1)
            return PersonName{ u"Marie Curie"_s, 7, false };
        if (login == "me"_L1)
            return PersonName{ u"Myself"_s, 8, true };
        return std::nullopt;
    };
    names.room = [](const QString &name) -> std::optional<RoomName> {
        const QString folded = name.toLower();
        if (folded == "general"_L1)
            return RoomName{ u"General"_s, 1 };
        if (folded == "general talk"_L1)
            return RoomName{ u"General talk"_s, 2 };
        return std::nullopt;
    };
    return names;
}

QString plain(const QString &text)
{
    const FormattedText formatted = formatText(text, TextFormat::Plain, names());
    const QString wrong = test::complaint(formatted);
    return wrong.isEmpty() ? test::dump(formatted) : wrong;
}

void add(const char *rule, const QString &text, const QString &shown)
{
    QTest::newRow(rule) << text << shown;
}

void columns()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
}

} // namespace

void TestFormatPlain::textStaysAsItIs()
{
    const QString text = u"**a** `b`\n\n  - c\t\n> d ||e|| [f](https-g) &amp; \\* "_s;
    QCOMPARE(plain(text), text);
    QCOMPARE(plainText(formatText(text, TextFormat::Plain)), text);
    QCOMPARE(plain(u"a\u2028b\u2029c"_s), u"a b c"_s); // they would break the line in a layout
}

void TestFormatPlain::findsAddresses_data()
{
    columns();
    add("end of a sentence", u"see http://x.example/a."_s, u"see {L:http://x.example/a|http://x.example/a}."_s);
    add("in brackets", u"(https://x.example/a)"_s, u"({L:https://x.example/a|https://x.example/a})"_s);
    add("with brackets", u"https://x.example/a_(b)"_s, u"{L:https://x.example/a_(b)|https://x.example/a_(b)}"_s);
    add("upper case", u"HTTP://X.example"_s, u"{L:HTTP://X.example|http://x.example}"_s);
    add("mail", u"mailto:a@x.example!"_s, u"{L:mailto:a@x.example|mailto:a@x.example}!"_s);
    add("salon", u"salon://x.example/room/1"_s, u"{L:salon://x.example/room/1|salon://x.example/room/1}"_s);
    add("in a word", u"xhttp://x.example"_s, u"xhttp://x.example"_s);
    add("other schemes", u"file:///etc javascript:a ftp://b smb://c"_s, u"file:///etc javascript:a ftp://b smb://c"_s);
    add("nothing behind", u"http:// https://. mailto:"_s, u"http:// https://. mailto:"_s);
    add("turning signs end it", u"http://x.example/\u202Egpj"_s, u"{L:http://x.example/|http://x.example/}\u202Egpj"_s);
    add("the same twice", u"http://x http://x"_s, u"{L:http://x|http://x} {L:http://x|http://x}"_s);
    add("what is opened is shown encoded", u"http://é.example"_s, u"{L:http://é.example|http://xn--9ca.example}"_s);
}

void TestFormatPlain::findsAddresses()
{
    QFETCH(QString, text);
    QTEST(plain(text), "shown");
}

void TestFormatPlain::findsPeople_data()
{
    columns();
    add("name", u"hi @marie"_s, u"hi {@:@Marie Curie|person 7}"_s);
    add("whatever the case", u"@MARIE"_s, u"{@:@Marie Curie|person 7}"_s);
    add("end of a sentence", u"@marie. @marie, @marie-"_s,
        u"{@:@Marie Curie|person 7}. {@:@Marie Curie|person 7}, {@:@Marie Curie|person 7}-"_s);
    add("the reader", u"@me!"_s, u"{@!:@Myself|person 8}!"_s);
    add("address of mail", u"a@marie x.@marie é@marie"_s, u"a@marie x.@marie é@marie"_s);
    add("longer word", u"@marieé @maries @marie@x"_s, u"@marieé @maries @marie@x"_s);
    add("nobody", u"@media @ @@marie"_s, u"@media @ @@marie"_s);
    add("in an address", u"https://x.example/@marie"_s, u"{L:https://x.example/@marie|https://x.example/@marie}"_s);
    add("in brackets", u"(@marie)"_s, u"({@:@Marie Curie|person 7})"_s);
}

void TestFormatPlain::findsPeople()
{
    QFETCH(QString, text);
    QTEST(plain(text), "shown");
}

void TestFormatPlain::findsRooms_data()
{
    columns();
    add("room", u"in #general."_s, u"in {#:#General|room 1}."_s);
    add("the longest name", u"#General talk today"_s, u"{#:#General talk|room 2} today"_s);
    add("longer word", u"#generals #general_a"_s, u"#generals #general_a"_s);
    add("in a word", u"a#general &#general; ##general"_s, u"a#general &#general; ##general"_s);
    add("unknown", u"#1 # general"_s, u"#1 # general"_s);
    add("in an address", u"https://x.example/#general"_s,
        u"{L:https://x.example/#general|https://x.example/#general}"_s);
}

void TestFormatPlain::findsRooms()
{
    QFETCH(QString, text);
    QTEST(plain(text), "shown");
}

void TestFormatPlain::callsAreNamesOnlyWhenTheMessageCalls()
{
    MarkupNames names;
    const auto shown = [&names] {
        return test::dump(formatText(u"@here @room"_s, TextFormat::Plain, names));
    };
    QCOMPARE(shown(), u"@here @room"_s);
    names.call = Call::Here;
    QCOMPARE(shown(), u"{@:@here|everyone} @room"_s);
    names.call = Call::Room;
    names.callsMe = true;
    QCOMPARE(shown(), u"{@!:@here|everyone} {@!:@room|everyone}"_s);
}

void TestFormatPlain::isEmojiOnlyForUpToThree()
{
    const auto isEmojiOnly = [](const QString &text) {
        return formatText(text, TextFormat::Markdown).isEmojiOnly;
    };
    QVERIFY(isEmojiOnly(u"👍"_s));
    QVERIFY(isEmojiOnly(u" 👩‍💻 🇫🇷\n❤️ "_s));
    QVERIFY(!isEmojiOnly(u"👍👍👍👍"_s));
    QVERIFY(!isEmojiOnly(u"👍 a"_s));
    QVERIFY(!isEmojiOnly(u"1"_s));
    QVERIFY(!isEmojiOnly(QString()));
}

void TestFormatPlain::asPlainText_data()
{
    columns();
    add("inline", u"**a** `b` ||c||"_s, u"a b c"_s);
    add("blocks", u"> a\n\n- b\n  - c\n3. d"_s, u"> a\n• b\n  • c\n3. d"_s);
    add("code", u"a\n```cpp\nb\n  c\n```"_s, u"a\n    b\n      c"_s);
    add("link", u"[a **b** c](https://x.example) d"_s, u"a b c <https://x.example> d"_s);
    add("bare address", u"https://x.example d"_s, u"https://x.example d"_s);
    add("address that shows another one", u"[https://a.example](https://x.example)"_s,
        u"https://a.example <https://x.example>"_s);
    add("mail", u"<a@x.example>"_s, u"a@x.example"_s);
    add("two links side by side", u"[a](https://x.example)[b](https://y.example)"_s,
        u"a <https://x.example>b <https://y.example>"_s);
}

void TestFormatPlain::asPlainText()
{
    QFETCH(QString, text);
    QTEST(plainText(formatText(text, TextFormat::Markdown)), "shown");
}

void TestFormatPlain::asOneLine_data()
{
    columns();
    add("lines", u"a\n\nb   c"_s, u"a b c"_s);
    add("spoiler", u"it was ||the **butler**|| and ||the cook||"_s, u"it was ▒▒▒ and ▒▒▒"_s);
    add("list", u"- a\n- b"_s, u"• a • b"_s);
    add("link", u"[a](https://x.example)"_s, u"a"_s);
    add("code", u"```\na\n  b\n```"_s, u"a b"_s);
}

void TestFormatPlain::asOneLine()
{
    QFETCH(QString, text);
    QTEST(oneLine(formatText(text, TextFormat::Markdown)), "shown");
}

void TestFormatPlain::oneLineIsCutBetweenCharacters()
{
    const FormattedText text = formatText(u"😀😀😀"_s, TextFormat::Plain);
    QCOMPARE(oneLine(text, 6), u"😀😀😀"_s);
    QCOMPARE(oneLine(text, 5), u"😀😀…"_s);
    QCOMPARE(oneLine(text, 4), u"😀…"_s);
    QCOMPARE(oneLine(text, 1), u"…"_s);
}

QTEST_GUILESS_MAIN(TestFormatPlain)
#include "tst_format_plain.moc"
