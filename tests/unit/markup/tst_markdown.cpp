// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/markup/format_text.h"
#include "tests/unit/markup/markup_dump.h"

#include <QTest>

using namespace salon;
using namespace Qt::StringLiterals;

class TestMarkdown : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsInline_data();
    void readsInline();
    void readsBlocks_data();
    void readsBlocks();
    void keepsWhatIsNotMarkdownHere_data();
    void keepsWhatIsNotMarkdownHere();
    void opensOnlySafeAddresses_data();
    void opensOnlySafeAddresses();
    void toldActionsHaveNoBlocks();
    void namesAreFoundOutsideOfCodeAndLinks();
};

namespace {

QString markdown(const QString &text, const MarkupNames &names = {})
{
    const FormattedText formatted = formatText(text, TextFormat::Markdown, names);
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

void TestMarkdown::readsInline_data()
{
    columns();
    add("bold", u"a **b** c"_s, u"a {B:b} c"_s);
    add("bold with underscores", u"__b__"_s, u"{B:b}"_s);
    add("italic", u"*a* and _b_"_s, u"{I:a} and {I:b}"_s);
    add("both", u"***a***"_s, u"{BI:a}"_s);
    add("one in the other", u"**a *b* c**"_s, u"{B:a }{BI:b}{B: c}"_s);
    add("struck", u"~~a~~"_s, u"{S:a}"_s);
    add("code", u"`a *b*`"_s, u"{C:a *b*}"_s);
    add("code with a backtick", u"`` a`b ``"_s, u"{C:a`b}"_s);
    add("not inside words", u"snake_case_name and 2*3*4"_s, u"snake_case_name and 2{I:3}4"_s);
    add("escaped", u"\\*a\\* \\`b\\`"_s, u"*a* `b`"_s);
    add("spoiler", u"it was ||the **butler**||!"_s, u"it was {H:the }{BH:butler}!"_s);
    add("two spoilers", u"||a|| b ||c||"_s, u"{H:a} b {H:c}"_s);
    add("spoiler over two lines", u"||a\nb|| c"_s, u"{H:a}\n{H:b} c"_s);
    add("or is no spoiler", u"a || b || c"_s, u"a || b || c"_s);
    add("one bar pair is no spoiler", u"a ||b c"_s, u"a ||b c"_s);
    add("three bars are no spoiler", u"|||a|||"_s, u"|||a|||"_s);
    add("no spoiler in code", u"`||a||`"_s, u"{C:||a||}"_s);
    add("escaped bars", u"\\||a||"_s, u"||a||"_s);
    add("link", u"[Salon](https://salon.example/a)"_s, u"{L:Salon|https://salon.example/a}"_s);
    add("bold in a link", u"[a **b**](https://x.example)"_s, u"{L:a |https://x.example}{BL:b|https://x.example}"_s);
    add("link without words", u"[](https://x.example/)"_s, u"{L:https://x.example/|https://x.example/}"_s);
    add("title of a link is kept", u"[a](https://x.example \"b c\")"_s, u"{L:a|https://x.example} (b c)"_s);
    add("image is its link", u"![a cat](https://x.example/c.png)"_s, u"{L:a cat|https://x.example/c.png}"_s);
    add("image in a link", u"[![a](https://x.example/i)](https://x.example/p)"_s,
        u"{L:a|https://x.example/i}{L:https://x.example/p|https://x.example/p}"_s);
    add("bare address", u"see https://x.example/a_b_c."_s,
        u"see {L:https://x.example/a_b_c|https://x.example/a_b_c}."_s);
    add("emphasis signs in an address", u"https://x.example/_a_/*b*/c and _d_"_s,
        u"{L:https://x.example/_a_/*b*/c|https://x.example/_a_/*b*/c} and {I:d}"_s);
    add("bold address", u"**https://x.example/a**"_s, u"{BL:https://x.example/a|https://x.example/a}"_s);
    add("address in angle brackets", u"<https://x.example>"_s, u"{L:https://x.example|https://x.example}"_s);
    add("mail in angle brackets", u"<a@x.example>"_s, u"{L:a@x.example|mailto:a@x.example}"_s);
}

void TestMarkdown::readsInline()
{
    QFETCH(QString, text);
    QTEST(markdown(text), "shown");
}

void TestMarkdown::readsBlocks_data()
{
    columns();
    add("each line is a line", u"a\nb"_s, u"a\nb"_s);
    add("room between paragraphs", u"a\n\n\nb"_s, u"a\n^b"_s);
    add("heading", u"# A *b*\nc"_s, u"{B:A }{BI:b}\n^c"_s);
    add("bullets", u"- a\n- b"_s, u"-[•]a\n-[•]b"_s);
    add("bullets after text", u"list:\n* a\n* b\n\nend"_s, u"list:\n^-[•]a\n-[•]b\n^end"_s);
    add("numbers", u"1. a\n2. b"_s, u"-[1.]a\n-[2.]b"_s);
    add("numbers stay as written", u"3) a\n7) b\n7) c"_s, u"-[3)]a\n-[7)]b\n-[7)]c"_s);
    add("number with a zero", u"007. Bond"_s, u"-[007.]Bond"_s);
    add("a year at the beginning", u"1984. A good year"_s, u"-[1984.]A good year"_s);
    add("number of a heading and of code", u"4. # a\n9. ```cpp\n   b\n   ```"_s, u"-[4.]{B:a}\n^-[9.]code(cpp)b"_s);
    add("number before another marker", u"4. - a"_s, u"4. - a"_s);
    add("number alone", u"4."_s, u"-[4.]"_s);
    add("list in a list", u"- a\n  - b\n- c"_s, u"-[•]a\n--[•]b\n-[•]c"_s);
    add("list in an item of its own", u"- - a"_s, u"-[•]\n--[•]a"_s);
    add("empty item", u"- a\n-\n- b"_s, u"-[•]a\n-[•]\n-[•]b"_s);
    add("second line of an item", u"- a\n  b"_s, u"-[•]a\n-b"_s);
    add("quote", u"> a\n> b\n\nc"_s, u">a\n>b\n^c"_s);
    add("quote ends with its line", u"> a\nb"_s, u">a\n^b"_s);
    add("quote in a quote", u"> > a"_s, u">>a"_s);
    add("list in a quote", u"> 4. a\n> 9. b"_s, u">-[4.]a\n>-[9.]b"_s);
    add("code block", u"```\n*a*\n  b\n```"_s, u"code()*a*\n  b"_s);
    add("code block with language", u"a\n```cpp\nint b = 1; // c\n```\nd"_s,
        u"a\n^code(cpp){k:int} b = {n:1}; {c:// c}\n^d"_s);
    add("code block that does not end", u"```py\npass"_s, u"code(py){k:pass}"_s);
    add("words behind a fence", u"```so we say\na\n```"_s, u"code()so we say\na"_s);
    add("our own signs are not added to code", u"```\na\n---\n> b\nc\n7. d\n[e]: f\n```"_s,
        u"code()a\n---\n> b\nc\n7. d\n[e]: f"_s);
    add("code block in a quote", u"> ```\n> a\n> ```\nb"_s, u">code()a\n^b"_s);
    add("nothing but signs", u"> \n>"_s, u"> \n>"_s);
    add("empty code", u"```\n```"_s, u"```\n```"_s);
    add("struck with one tilde", u"~a~"_s, u"{S:a}"_s);
    add("rule", u"a\n\n---\n\nb"_s, u"a\n^———\n^b"_s);
}

void TestMarkdown::readsBlocks()
{
    QFETCH(QString, text);
    QTEST(markdown(text), "shown");
}

void TestMarkdown::keepsWhatIsNotMarkdownHere_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("html") << u"<b>a</b> <script>alert(1)</script>"_s;
    QTest::newRow("html block") << u"<div>\na\n</div>"_s;
    QTest::newRow("html comment") << u"<!-- a -->"_s;
    QTest::newRow("entity") << u"&amp; &lt;b&gt; &#65;"_s;
    QTest::newRow("table") << u"| a | b |\n|---|---|\n| 1 | 2 |"_s;
    QTest::newRow("definition of a link") << u"[a]: https-less and more"_s;
    QTest::newRow("reference") << u"[a][b] [c]"_s;
    QTest::newRow("signature") << u"Regards\n--\nMarie"_s;
    QTest::newRow("underlined") << u"Total\n====="_s;
    QTest::newRow("room is no heading") << u"#general is open"_s;
    QTest::newRow("indented is no code") << u"a\n\n    b"_s;
    QTest::newRow("formula") << u"$a$ and 3 * 4 * 5"_s;
    QTest::newRow("task") << u"a [ ] b [x]"_s;
    QTest::newRow("dangling signs") << u"** a ** __ ~~ ` *"_s;
}

void TestMarkdown::keepsWhatIsNotMarkdownHere()
{
    QFETCH(QString, text);
    QStringList words;
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts))
        words.append(line.trimmed());
    QStringList shown;
    for (const FormattedParagraph &paragraph : formatText(text, TextFormat::Markdown).paragraphs) {
        QVERIFY(paragraph.ranges.isEmpty());
        QVERIFY(paragraph.kind == FormattedParagraph::Kind::Text && paragraph.marker.isEmpty());
        shown.append(paragraph.text);
    }
    QCOMPARE(shown, words);
}

void TestMarkdown::opensOnlySafeAddresses_data()
{
    columns();
    add("javascript", u"[a](javascript:alert(1))"_s, u"a (javascript:alert(1))"_s);
    add("file", u"[a](file:///etc/passwd)"_s, u"a (file:///etc/passwd)"_s);
    add("image from a share", u"![a](//host/share)"_s, u"a (//host/share)"_s);
    add("data", u"![](data:text/html,x)"_s, u" (data:text/html,x)"_s);
    add("relative", u"[a](/b)"_s, u"a (/b)"_s);
    add("other scheme", u"<ftp://x.example>"_s, u"ftp://x.example"_s);
    add("without a host", u"[a](https://)"_s, u"a (https://)"_s);
    add("salon", u"[a](salon://x.example:7256/room/4/9)"_s, u"{L:a|salon://x.example:7256/room/4/9}"_s);
    add("mail", u"[a](mailto:b@x.example)"_s, u"{L:a|mailto:b@x.example}"_s);
    add("international host", u"[a](https://bücher.example/ü)"_s, u"{L:a|https://xn--bcher-kva.example/%C3%BC}"_s);
    add("upper case", u"[a](HTTPS://X.example/B)"_s, u"{L:a|https://x.example/B}"_s);
}

void TestMarkdown::opensOnlySafeAddresses()
{
    QFETCH(QString, text);
    QTEST(markdown(text), "shown");
}

void TestMarkdown::toldActionsHaveNoBlocks()
{
    const auto told = [](const QString &text) {
        return test::dump(formatText(text, TextFormat::Action));
    };
    QCOMPARE(told(u"waves *happily*"_s), u"waves {I:happily}"_s);
    QCOMPARE(told(u"# is\n- here"_s), u"# is - here"_s);
    QCOMPARE(told(u"> a"_s), u"> a"_s);
    QCOMPARE(told(u"```a```"_s), u"{C:a}"_s);
}

void TestMarkdown::namesAreFoundOutsideOfCodeAndLinks()
{
    MarkupNames names;
    names.person = [](const QString &login) -> std::optional<PersonName> {
        return login == "marie"_L1 ? std::optional(PersonName{ u"Marie Curie"_s, 7, true }) : std::nullopt;
    };
    names.room = [](const QString &name) -> std::optional<RoomName> {
        return name.toLower() == "salle des profs"_L1 ? std::optional(RoomName{ u"Salle des profs"_s, 3 })
                                                      : std::nullopt;
    };
    QCOMPARE(markdown(u"**@Marie**, look"_s, names), u"{B@!:@Marie Curie|person 7}, look"_s);
    QCOMPARE(markdown(u"`@marie` [@marie](https://x.example)"_s, names), u"{C:@marie} {L:@marie|https://x.example}"_s);
    QCOMPARE(markdown(u"```\n@marie\n```"_s, names), u"code()@marie"_s);
    QCOMPARE(markdown(u"in #salle des profs now"_s, names), u"in {#:#Salle des profs|room 3} now"_s);
    QCOMPARE(markdown(u"- ||@marie||"_s, names), u"-[•]{H@!:@Marie Curie|person 7}"_s);
}

QTEST_GUILESS_MAIN(TestMarkdown)
#include "tst_markdown.moc"
