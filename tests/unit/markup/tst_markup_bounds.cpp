// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/base/text_limits.h"
#include "shared/markup/format_text.h"
#include "shared/markup/plain_text.h"
#include "tests/unit/markup/hostile_texts.h"
#include "tests/unit/markup/markup_dump.h"

#include <QRandomGenerator>
#include <QTest>

using namespace salon;
using namespace Qt::StringLiterals;

class TestMarkupBounds : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hostileTextsStayWithinBounds_data();
    void hostileTextsStayWithinBounds();
    void noWordIsLost_data();
    void noWordIsLost();
    void anyTextGivesWhatIsPromised();
    void depthIsBounded();
    void tooManyLinesAreJoined();
    void tooManyLinksStayText();
    void namesAreAskedForABoundedNumberOfTimes();
    void pilesOfMarksAreCut();
    void largerThanAMessageIsPlain();
};

namespace {

const QStringList &pieces()
{
    static const QStringList list{ u"*"_s, u"**"_s, u"_"_s, u"__"_s, u"~~"_s, u"`"_s, u"```"_s, u"~~~"_s, u"["_s,
        u"]"_s, u"("_s, u")"_s, u"]("_s, u"]: "_s, u"!["_s, u"||"_s, u"|"_s, u"> "_s, u"- "_s, u"* "_s, u"\n"_s,
        u"\n"_s, u"\n\n"_s, u" "_s, u" "_s, u"  "_s, u"    "_s, u"\t"_s, u"#"_s, u"# "_s, u"<"_s, u">"_s, u"&"_s,
        u";"_s, u"\\"_s, u":"_s, u"https://"_s, u"mailto:"_s, u"---"_s, u"==="_s, u"-"_s, u"\""_s, u"'"_s, u"@"_s,
        u"😀"_s, u"e\u0301"_s, u"."_s, u"\\\n"_s };
    return list;
}

/// Signs of Markdown in any order between words that are found again.
QString randomText(QRandomGenerator &random, QStringList *words)
{
    QString text;
    const int count = random.bounded(2, 60);
    for (int i = 0; i < count; ++i) {
        if (random.bounded(3) == 0) {
            words->append(u"w%1x"_s.arg(i));
            text += words->back();
        } else if (random.bounded(12) == 0) {
            words->append(QString::number(1000 + i));
            text += u'\n' + words->back() + u". "_s;
        } else {
            text += pieces()[random.bounded(int(pieces().size()))];
        }
    }
    return text;
}

QString everythingOf(const FormattedText &text)
{
    QString all;
    for (const FormattedParagraph &paragraph : text.paragraphs)
        all += paragraph.marker + u' ' + paragraph.language + u' ' + paragraph.text + u'\n';
    for (const TextTarget &target : text.targets)
        all += target.url + u'\n';
    return all;
}

} // namespace

void TestMarkupBounds::hostileTextsStayWithinBounds_data()
{
    QTest::addColumn<QString>("text");
    for (const auto &[name, text] : test::hostileTexts())
        QTest::newRow(name) << text;
}

void TestMarkupBounds::hostileTextsStayWithinBounds()
{
    QFETCH(QString, text);
    for (const TextFormat format : { TextFormat::Plain, TextFormat::Markdown, TextFormat::Action }) {
        const FormattedText formatted = formatText(text, format);
        QCOMPARE(test::complaint(formatted), QString());
        QVERIFY(oneLine(formatted, 300).size() <= 300);
        // What is added is a marker here and there, and the address of what may not be opened.
        QVERIFY(plainText(formatted).size() <= 24 * (text.size() + 100));
    }
}

void TestMarkupBounds::noWordIsLost_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 20; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestMarkupBounds::noWordIsLost()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    for (int i = 0; i < 150; ++i) {
        QStringList words;
        const QString text = randomText(random, &words);
        const FormattedText formatted = formatText(text, TextFormat::Markdown);
        const QString wrong = test::complaint(formatted);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong + u" in "_s + text));
        const QString all = everythingOf(formatted);
        for (const QString &word : std::as_const(words))
            QVERIFY2(all.contains(word), qPrintable(word + u" is lost in:\n"_s + text + u"\nshown as:\n"_s + all));
    }
}

void TestMarkupBounds::anyTextGivesWhatIsPromised()
{
    QRandomGenerator random(7);
    for (int i = 0; i < 500; ++i) {
        QString text;
        for (int length = random.bounded(1, 80); length > 0; --length) {
            const char32_t code = random.bounded(3) == 0 ? random.bounded(0x20U, 0x7FU) : random.bounded(1U, 0x110000U);
            if (!QChar::isSurrogate(code))
                text += QString::fromUcs4(&code, 1);
        }
        for (const TextFormat format : { TextFormat::Markdown, TextFormat::Action })
            QCOMPARE(test::complaint(formatText(text, format)), QString());
    }
}

void TestMarkupBounds::depthIsBounded()
{
    const FormattedText quotes = formatText(u"> "_s.repeated(20) + u"a"_s, TextFormat::Markdown);
    QCOMPARE(quotes.paragraphs.back().quoteDepth, FormattedText::MaxDepth);
    const FormattedText both = formatText(u"> "_s.repeated(5) + u"- "_s.repeated(20) + u"a"_s, TextFormat::Markdown);
    QCOMPARE(both.paragraphs.back().quoteDepth, 5);
    QCOMPARE(both.paragraphs.back().listDepth, FormattedText::MaxDepth - 5);
    QCOMPARE(both.paragraphs.back().text, u"a"_s);
}

void TestMarkupBounds::tooManyLinesAreJoined()
{
    const FormattedText formatted = formatText(u"a\n"_s.repeated(3000), TextFormat::Plain);
    QCOMPARE(formatted.paragraphs.size(), FormattedText::MaxParagraphs);
    QCOMPARE(formatted.paragraphs.back().text.count(u'a'), 3000 - FormattedText::MaxParagraphs + 1);
}

void TestMarkupBounds::tooManyLinksStayText()
{
    QString text;
    for (int i = 0; i < 600; ++i)
        text += u"http://h%1 "_s.arg(i);
    const FormattedText formatted = formatText(text, TextFormat::Plain);
    QCOMPARE(formatted.targets.size(), FormattedText::MaxTargets);
    QCOMPARE(formatted.paragraphs.front().text, text);
}

void TestMarkupBounds::namesAreAskedForABoundedNumberOfTimes()
{
    int questions = 0;
    MarkupNames names;
    names.person = [&questions](const QString &) -> std::optional<PersonName> {
        ++questions;
        return std::nullopt;
    };
    names.room = [&questions](const QString &) -> std::optional<RoomName> {
        ++questions;
        return std::nullopt;
    };
    (void)formatText(u"@a......... #b c d e f g "_s.repeated(650), TextFormat::Markdown, names);
    QVERIFY(questions > 100 && questions <= 2048);
}

void TestMarkupBounds::pilesOfMarksAreCut()
{
    const QString pile = u"a"_s + QString(1000, QChar(0x301)) + u"b"_s;
    const QString kept = u"a"_s + QString(text_limits::MaxCombiningMarks, QChar(0x301)) + u"b"_s;
    QCOMPARE(formatText(pile, TextFormat::Plain).paragraphs.front().text, kept);
    QCOMPARE(formatText(pile, TextFormat::Markdown).paragraphs.front().text, kept);
    QCOMPARE(formatText(u"```\n"_s + pile, TextFormat::Markdown).paragraphs.front().text, kept);
}

void TestMarkupBounds::largerThanAMessageIsPlain()
{
    const QString text = u"**a**"_s + QString(text_limits::MaxTextBytes, u'b');
    QCOMPARE(formatText(text, TextFormat::Markdown).paragraphs.front().text, text);
}

QTEST_GUILESS_MAIN(TestMarkupBounds)
#include "tst_markup_bounds.moc"
