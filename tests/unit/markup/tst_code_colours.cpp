// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/markup/code_colours.h"
#include "shared/markup/code_language.h"
#include "tests/unit/markup/markup_dump.h"

#include <QTest>

using namespace salon;
using namespace Qt::StringLiterals;

class TestCodeColours : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void colours_data();
    void colours();
    void isKnownByTheNamesThatPeopleWrite();
    void unknownLanguageHasNoColours();
    void stopsAtTheLimit();
};

void TestCodeColours::colours_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("shown");
    const auto add = [](const char *rule, const QString &language, const QString &code, const QString &shown) {
        QTest::newRow(rule) << language << code << shown;
    };
    add("c++", u"cpp"_s, u"int a = 0x1F; // b"_s, u"{k:int} a = {n:0x1F}; {c:// b}"_s);
    add("separators are no characters", u"cpp"_s, u"1'000'000 'a' '\\n' 'é'"_s,
        u"{n:1'000'000} {s:'a'} {s:'\\n'} {s:'é'}"_s);
    add("block comment", u"cpp"_s, u"a /* if\n1 */ b"_s, u"a {c:/* if\n1 */} b"_s);
    add("comment that does not end", u"cpp"_s, u"/* a"_s, u"{c:/* a}"_s);
    add("string with a quote", u"cpp"_s, u"\"a\\\"b\" c"_s, u"{s:\"a\\\"b\"} c"_s);
    add("string that does not end", u"cpp"_s, u"\"a\nif"_s, u"{s:\"a}\n{k:if}"_s);
    add("no comment in a string", u"cpp"_s, u"\"// a\""_s, u"{s:\"// a\"}"_s);
    add("directive", u"c"_s, u"#include <a>\n a # b"_s, u"{k:#include} <a>\n a # b"_s);
    add("words with digits", u"cpp"_s, u"a1 int8 format"_s, u"a1 int8 format"_s);
    add("python", u"py"_s, u"@a\ndef b(): # c\n    return '''d\ne''' + f\"g\""_s,
        u"{k:@a}\n{k:def} b(): {c:# c}\n    {k:return} {s:'''d\ne'''} + f{s:\"g\"}"_s);
    add("javascript", u"js"_s, u"const $if = `a\nb` + 1.5e-3"_s, u"{k:const} $if = {s:`a\nb`} + {n:1.5e-3}"_s);
    add("java", u"java"_s, u"@Override public String a = \"\"\"\nb\"\"\";"_s,
        u"{k:@Override} {k:public} String a = {s:\"\"\"\nb\"\"\"};"_s);
    add("bash", u"bash"_s, u"if [ $# -gt 1 ]; then echo 'a\\' # b"_s,
        u"{k:if} [ $# -gt {n:1} ]; {k:then} {k:echo} {s:'a\\'} {c:# b}"_s);
    add("sql", u"sql"_s, u"SELECT a FROM b WHERE c = 'd''e' -- f"_s,
        u"{k:SELECT} a {k:FROM} b {k:WHERE} c = {s:'d'}{s:'e'} {c:-- f}"_s);
    add("json", u"json"_s, u"{\"a\": [1, true, null]}"_s, u"{{s:\"a\"}: [{n:1}, {k:true}, {k:null}]}"_s);
    add("html", u"html"_s, u"<!-- a --><a href=\"b\">if 1 &amp; </a>"_s,
        u"{c:<!-- a -->}{k:<a} href={s:\"b\"}>if 1 {n:&amp;} {k:</a}>"_s);
    add("css", u"css"_s, u"@media a { b-c: 2px auto; } /* d */"_s,
        u"{k:@media} a { b-c: {n:2px} {k:auto}; } {c:/* d */}"_s);
    add("rust", u"rust"_s, u"fn a<'b>(c: &'b str) { 'd' }"_s, u"{k:fn} a<'b>(c: &'b {k:str}) { {s:'d'} }"_s);
    add("go", u"go"_s, u"func a() { return `b\\` }"_s, u"{k:func} a() { {k:return} {s:`b\\`} }"_s);
}

void TestCodeColours::colours()
{
    QFETCH(QString, language);
    QFETCH(QString, code);
    FormattedText text;
    FormattedParagraph paragraph;
    paragraph.text = code;
    paragraph.ranges = codeColours(code, language, 1000);
    text.paragraphs.append(paragraph);
    QTEST(test::dump(text), "shown");
}

void TestCodeColours::isKnownByTheNamesThatPeopleWrite()
{
    for (const char *name : { "C", "C++", "cpp", "python", "Py", "JavaScript", "ts", "java", "bash", "sh", "SQL",
             "json", "HTML", "xml", "css", "rs", "go" })
        QVERIFY2(findCodeLanguage(QString::fromLatin1(name)), name);
}

void TestCodeColours::unknownLanguageHasNoColours()
{
    QVERIFY(codeColours(u"if 1 \"a\""_s, u"brainfuck"_s, 10).isEmpty());
    QVERIFY(codeColours(u"if 1 \"a\""_s, QString(), 10).isEmpty());
}

void TestCodeColours::stopsAtTheLimit()
{
    QCOMPARE(codeColours(u"1 "_s.repeated(100), u"c"_s, 7).size(), 7);
}

QTEST_GUILESS_MAIN(TestCodeColours)
#include "tst_code_colours.moc"
