// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/terminal_markup.h"
#include "tests/unit/client-console/control_characters.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::console;
using namespace salon::test;

namespace {

using Kind = FormattedParagraph::Kind;

FormattedParagraph line(const QString &text, const QList<StyledRange> &ranges = {})
{
    FormattedParagraph paragraph;
    paragraph.text = text;
    paragraph.ranges = ranges;
    return paragraph;
}

FormattedParagraph item(const QString &marker, const QString &text, int depth = 1)
{
    FormattedParagraph paragraph = line(text);
    paragraph.marker = marker;
    paragraph.listDepth = depth;
    return paragraph;
}

FormattedParagraph quote(const QString &text, int depth = 1)
{
    FormattedParagraph paragraph = line(text);
    paragraph.quoteDepth = depth;
    return paragraph;
}

FormattedText textOf(const QList<FormattedParagraph> &paragraphs)
{
    FormattedText text;
    text.paragraphs = paragraphs;
    return text;
}

QString plain(const FormattedText &text, const MarkupLayout &layout = {})
{
    return terminalMarkup(text, Ansi(false), layout);
}

QString coloured(const FormattedText &text, const MarkupLayout &layout = {})
{
    return terminalMarkup(text, Ansi(true), layout);
}

/// What a terminal shows of it.
QString withoutSequences(QString text)
{
    static const QRegularExpression sequence(u"\\x1b\\[[0-9;]*m"_s);
    return text.remove(sequence);
}

} // namespace

class TestTerminalMarkup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stylesAreSequencesWithColoursAndMarksWithout_data()
    {
        QTest::addColumn<int>("style");
        QTest::addColumn<QString>("with");
        QTest::addColumn<QString>("without");
        QTest::newRow("bold") << int(TextStyle::Bold) << u"a \033[1mb\033[0m c"_s << u"a *b* c"_s;
        QTest::newRow("italic") << int(TextStyle::Italic) << u"a \033[3mb\033[0m c"_s << u"a _b_ c"_s;
        QTest::newRow("strike") << int(TextStyle::Strike) << u"a \033[9mb\033[0m c"_s << u"a ~b~ c"_s;
        QTest::newRow("code") << int(TextStyle::Code) << u"a \033[36mb\033[0m c"_s << u"a `b` c"_s;
        QTest::newRow("mention") << int(TextStyle::Mention) << u"a \033[1;36mb\033[0m c"_s << u"a b c"_s;
        QTest::newRow("keyword") << int(TextStyle::Keyword) << u"a \033[35mb\033[0m c"_s << u"a b c"_s;
    }
    void stylesAreSequencesWithColoursAndMarksWithout()
    {
        QFETCH(int, style);
        const FormattedText text
            = textOf({ line(u"a b c"_s, { { 2, 1, TextStyles::fromInt(TextStyles::Int(style)), -1 } }) });
        QTEST(coloured(text), "with");
        QTEST(plain(text), "without");
    }

    void mentionsOfTheReaderAreReversed()
    {
        const FormattedText text
            = textOf({ line(u"@Zoé"_s, { { 0, 4, TextStyle::Mention | TextStyle::MentionsMe, -1 } }) });
        QCOMPARE(coloured(text), u"\033[1;36;1;7;33m@Zoé\033[0m"_s);
    }

    void marksNestAndCloseInOrder()
    {
        const FormattedText text = textOf({ line(u"abc"_s,
            { { 0, 1, TextStyle::Bold, -1 }, { 1, 1, TextStyle::Bold | TextStyle::Italic, -1 },
                { 2, 1, TextStyle::Bold, -1 } }) });
        QCOMPARE(plain(text), u"*a_b_c*"_s);
    }

    void structureStaysReadableWithoutColours()
    {
        FormattedParagraph code;
        code.kind = Kind::Code;
        code.language = u"cpp"_s;
        code.text = u"int x;\n\treturn x;"_s;
        FormattedParagraph second = line(u"après"_s);
        second.startsBlock = true;
        const FormattedText text = textOf({ line(u"avant"_s), second, quote(u"cité"_s), quote(u"deux fois"_s, 2),
            item(u"•"_s, u"un"_s), item(u"3."_s, u"deux"_s, 2), code });
        QCOMPARE(plain(text).split(u'\n'),
            (QStringList{ u"avant"_s, QString(), u"après"_s, u"│ cité"_s, u"│ │ deux fois"_s, u"• un"_s, u"  3. deux"_s,
                u"```cpp"_s, u"int x;"_s, u"    return x;"_s, u"```"_s }));
        QCOMPARE(withoutSequences(coloured(text)), plain(text));
    }

    void furtherLinesStandUnderTheFirst()
    {
        QCOMPARE(plain(textOf({ line(u"un"_s), line(u"deux"_s) }), { 4, true }), u"un\n    deux"_s);
    }

    void blocksBeginOnALineOfTheirOwn()
    {
        QVERIFY(beginsWithBlock(textOf({ quote(u"cité"_s), line(u"un"_s) })));
        QVERIFY(beginsWithBlock(textOf({ item(u"•"_s, u"un"_s) })));
        QVERIFY(!beginsWithBlock(textOf({ line(u"un"_s), quote(u"cité"_s) })));
        QVERIFY(!beginsWithBlock({}));
    }

    void spoilersTellNothingUntilTheyAreShown()
    {
        const FormattedText text = textOf({ line(u"c'est le colonel !"_s,
            { { 6, 3, TextStyle::Spoiler, -1 }, { 9, 7, TextStyle::Spoiler | TextStyle::Bold, -1 } }) });
        QVERIFY(hasSpoiler(text));
        QCOMPARE(plain(text), u"c'est ▒▒▒ !"_s);
        QCOMPARE(withoutSequences(coloured(text)), u"c'est ▒▒▒ !"_s);
        QCOMPARE(plain(text, { 0, false }), u"c'est ||le *colonel*|| !"_s);
        QCOMPARE(withoutSequences(coloured(text, { 0, false })), u"c'est ||le colonel|| !"_s);
    }

    void linksSayWhereTheyLead()
    {
        FormattedText text = textOf({ line(u"voir ici."_s, { { 5, 3, TextStyle::Link, 0 } }) });
        text.targets = { { TextTarget::Kind::Link, u"https://example.org/a\u202eb"_s, 0 } };
        QCOMPARE(plain(text), u"voir ici (https://example.org/a\\u{202E}b)."_s);
        QVERIFY(coloured(text).startsWith(u"voir \033[4mici\033[0m"_s));

        text = textOf({ line(u"https://example.org"_s, { { 0, 19, TextStyle::Link, 0 } }) });
        text.targets = { { TextTarget::Kind::Link, u"https://example.org"_s, 0 } };
        QCOMPARE(plain(text), u"https://example.org"_s);

        // One address behind words in two styles, and another one at once after it.
        text = textOf({ line(u"abc"_s,
            { { 0, 1, TextStyle::Link, 0 }, { 1, 1, TextStyle::Link | TextStyle::Bold, 0 },
                { 2, 1, TextStyle::Link, 1 } }) });
        text.targets = { { TextTarget::Kind::Link, u"https://a.example"_s, 0 },
            { TextTarget::Kind::Link, u"https://b.example"_s, 0 } };
        QCOMPARE(withoutSequences(coloured(text)), u"ab (https://a.example)c (https://b.example)"_s);

        // Nothing of a hidden link is shown.
        text = textOf({ line(u"secret"_s, { { 0, 6, TextStyle::Link | TextStyle::Spoiler, 0 } }) });
        text.targets = { { TextTarget::Kind::Link, u"https://secret.example"_s, 0 } };
        QCOMPARE(plain(text), u"▒▒▒"_s);
    }

    void controlCharactersNeverReachTheTerminal()
    {
        FormattedParagraph hostile = line(u"a\u001b[2Jb\u009b\u202e\u0007"_s, { { 1, 3, TextStyle::Bold, -1 } });
        FormattedParagraph code = hostile;
        code.kind = Kind::Code;
        code.language = u"\u001b]0;x\u0007"_s;
        FormattedParagraph list = hostile;
        list.listDepth = 1;
        list.marker = u"\u001b7"_s;
        const FormattedText text = textOf({ hostile, code, list });
        QVERIFY(!hasControl(plain(text)));
        QVERIFY(!hasControl(withoutSequences(coloured(text))));
    }

    void rangesBeyondTheTextDoNoHarm()
    {
        const FormattedText text = textOf({ line(u"abc"_s,
            { { 1, 50, TextStyle::Bold, 7 }, { 0, 2, TextStyle::Italic, -1 }, { 90, 2, TextStyle::Code, -1 } }) });
        QCOMPARE(plain(text), u"a*bc*"_s);
    }
};

QTEST_GUILESS_MAIN(TestTerminalMarkup)
#include "tst_terminal_markup.moc"
