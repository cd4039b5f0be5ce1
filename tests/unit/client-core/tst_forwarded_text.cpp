// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/text/forwarded_text.h"
#include "shared/markup/format_text.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;

/// A message that is passed on, as it is read in the other room.
class TestForwardedText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theAuthorAndTheirWordsAreQuoted();
    void theCommentStandsOutsideTheQuote();
    void plainTextStaysPlain_data();
    void plainTextStaysPlain();
    void aNameIsNoMarkup();

private:
    [[nodiscard]] static FormattedText read(const QString &text) { return formatText(text, TextFormat::Markdown); }
};

void TestForwardedText::theAuthorAndTheirWordsAreQuoted()
{
    const FormattedText text = read(forwardedText({}, u"Marie Curie"_s, u"one\n\ntwo *three*"_s, TextFormat::Markdown));
    QStringList words;
    for (const FormattedParagraph &paragraph : text.paragraphs) {
        QCOMPARE(paragraph.quoteDepth, 1);
        words.append(paragraph.text);
    }
    words.removeAll(QString());
    QCOMPARE(words, QStringList({ u"Marie Curie"_s, u"one"_s, u"two three"_s }));
}

void TestForwardedText::theCommentStandsOutsideTheQuote()
{
    const FormattedText text = read(forwardedText(u"  Look:  "_s, u"Marie"_s, u"one"_s, TextFormat::Plain));
    QCOMPARE(text.paragraphs.constFirst().text, u"Look:"_s);
    QCOMPARE(text.paragraphs.constFirst().quoteDepth, 0);
    QCOMPARE(text.paragraphs.constLast().text, u"one"_s);
    QCOMPARE(text.paragraphs.constLast().quoteDepth, 1);
}

void TestForwardedText::plainTextStaysPlain_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("stars") << u"2 * 3 * 4 and **x**"_s;
    QTest::newRow("list") << u"- not a list"_s;
    QTest::newRow("number") << u"1. not a list"_s;
    QTest::newRow("quote") << u"> not a quote"_s;
    QTest::newRow("code") << u"`not code` and ```"_s;
    QTest::newRow("spoiler") << u"a || b || c"_s;
    QTest::newRow("link") << u"[not](https://a.example)"_s;
    QTest::newRow("entity") << u"&amp; <b>"_s;
    QTest::newRow("heading") << u"# not a heading"_s;
}

void TestForwardedText::plainTextStaysPlain()
{
    QFETCH(QString, text);
    const FormattedText read = TestForwardedText::read(forwardedText({}, u"Marie"_s, text, TextFormat::Plain));
    const FormattedParagraph &last = read.paragraphs.constLast();
    QCOMPARE(last.text, text);
    QCOMPARE(last.quoteDepth, 1);
    QCOMPARE(last.listDepth, 0);
    for (const StyledRange &range : last.ranges)
        QVERIFY(!(range.styles & ~TextStyles(TextStyle::Link)));
}

void TestForwardedText::aNameIsNoMarkup()
{
    const FormattedText text = read(forwardedText({}, u"A*b_[c](d)"_s, u"x"_s, TextFormat::Plain));
    QCOMPARE(text.paragraphs.constFirst().text, u"A*b_[c](d)"_s);
}

QTEST_GUILESS_MAIN(TestForwardedText)
#include "tst_forwarded_text.moc"
