// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/app/theme.h"
#include "client-gui/timeline/text_block.h"
#include "client-gui/timeline/timeline_metrics.h"
#include "client-gui/widgets/coloured_signs.h"

#include <QFontDatabase>
#include <QImage>
#include <QPainter>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;

/// How a formatted text is laid out, hit and copied.
class TestTextBlock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quotesAndListsAreMovedIn();
    void markersAreCopiedWithWholeParagraphsOnly();
    void codeKeepsItsLines();
    void codeIsCopiedWhole();
    void hiddenWordsAreNotCopied();
    void aLinkIsHitOnlyOnItsWords();
    void nothingFollowsCodeOnItsLine();
    void blocksStandApart();
    void deepQuotesLeaveRoomForWords();
    void signsThatAreToBeEmojiHaveTheirColours();
    void onlyEmojiAreColouredAndNotWithoutEnd();
    void joinedEmojiAreOneSign_data();
    void joinedEmojiAreOneSign();

private:
    [[nodiscard]] TextBlock block(const QList<FormattedParagraph> &paragraphs, bool reveals = false) const
    {
        FormattedText text;
        text.paragraphs = paragraphs;
        TextTarget link;
        link.url = u"https://a.example/"_s;
        text.targets.append(link);
        return TextBlock(text, m_metrics.text, 400, reveals);
    }
    [[nodiscard]] static FormattedParagraph line(const QString &text, int quotes = 0, int lists = 0)
    {
        FormattedParagraph paragraph;
        paragraph.text = text;
        paragraph.quoteDepth = quotes;
        paragraph.listDepth = lists;
        return paragraph;
    }
    [[nodiscard]] static FormattedParagraph styled(
        const QString &text, qsizetype start, qsizetype length, TextStyles styles, int target = -1)
    {
        FormattedParagraph paragraph = line(text);
        StyledRange range;
        range.start = start;
        range.length = length;
        range.styles = styles;
        range.target = target;
        paragraph.ranges.append(range);
        return paragraph;
    }
    [[nodiscard]] static FormattedParagraph code(const QString &text)
    {
        FormattedParagraph paragraph = line(text);
        paragraph.kind = FormattedParagraph::Kind::Code;
        return paragraph;
    }

    Theme m_theme;
    TimelineMetrics m_metrics{ m_theme.tokens(), 600, false };
};

void TestTextBlock::quotesAndListsAreMovedIn()
{
    FormattedParagraph item = line(u"item"_s, 0, 1);
    item.marker = u"•"_s;
    const TextBlock text = block({ line(u"plain"_s), line(u"quote"_s, 1), item });
    const qreal third = text.height() / 3;
    // Left of the words a click means their beginning; the fourth letter stands further right in quote and list.
    const auto xOf = [&](qreal y, qsizetype position) {
        for (int x = 0; x < 400; ++x)
            if (text.positionAt(QPointF(x, y)) >= position)
                return x;
        return -1;
    };
    const int plain = xOf(third * 0.5, 1);
    const int quote = xOf(third * 1.5, 7);
    const int list = xOf(third * 2.5, 13);
    QVERIFY2(quote >= plain + m_metrics.text.quoteIndent / 2, qPrintable(QString::number(quote)));
    QVERIFY2(list >= plain + m_metrics.text.listIndent / 2, qPrintable(QString::number(list)));
}

void TestTextBlock::markersAreCopiedWithWholeParagraphsOnly()
{
    FormattedParagraph item = line(u"bread"_s, 0, 1);
    item.marker = u"•"_s;
    FormattedParagraph inner = line(u"white"_s, 0, 2);
    inner.marker = u"1."_s;
    const TextBlock text = block({ line(u"said"_s, 1), item, inner });
    QCOMPARE(text.plainText(), u"> said\n• bread\n  1. white"_s);
    QCOMPARE(text.plainText(6, 9), u"rea"_s);
    QCOMPARE(text.plainText(2, 8), u"id\nbre"_s);
}

void TestTextBlock::codeKeepsItsLines()
{
    const TextBlock one = block({ code(u"a"_s) });
    const TextBlock three = block({ code(u"a\nb\nc"_s) });
    QVERIFY(three.height() > one.height() * 1.6);
    QCOMPARE(three.plainText(), u"a\nb\nc"_s);
    QCOMPARE(three.length(), 5);
}

void TestTextBlock::codeIsCopiedWhole()
{
    const TextBlock text = block({ line(u"see"_s), code(u"int x;\nint y;"_s), line(u"and"_s), code(u"z"_s) });
    QCOMPARE(text.codeCount(), 2);
    QCOMPARE(text.codeText(0), u"int x;\nint y;"_s);
    QCOMPARE(text.codeText(1), u"z"_s);
    const QRectF first = text.codeCopyRect(0);
    QVERIFY(first.right() <= 400 && first.top() > 0 && first.bottom() < text.codeCopyRect(1).top());
}

void TestTextBlock::hiddenWordsAreNotCopied()
{
    const FormattedParagraph paragraph = styled(u"the end is sad"_s, 11, 3, TextStyle::Spoiler);
    const TextBlock hidden = block({ paragraph });
    QVERIFY(hidden.hidesSpoilers());
    QCOMPARE(hidden.plainText(), u"the end is ▒▒▒"_s);
    QCOMPARE(hidden.plainText(12, 13), u"▒"_s);
    const TextBlock revealed = block({ paragraph }, true);
    QVERIFY(!revealed.hidesSpoilers());
    QCOMPARE(revealed.plainText(), u"the end is sad"_s);
    QCOMPARE(revealed.height(), hidden.height());
}

void TestTextBlock::aLinkIsHitOnlyOnItsWords()
{
    const TextBlock text = block({ styled(u"go here please"_s, 3, 4, TextStyle::Link, 0) });
    int first = -1;
    int last = -1;
    for (int x = 0; x < 400; ++x) {
        const TextBlock::Hit hit = text.hitAt(QPointF(x, text.height() / 2));
        if (!hit.hasTarget)
            continue;
        QCOMPARE(hit.target.url, u"https://a.example/"_s);
        QCOMPARE(hit.shown, u"here"_s);
        first = first < 0 ? x : first;
        last = x;
    }
    QVERIFY(first > 0 && last > first && last < 200);
    QVERIFY(!text.hitAt(QPointF((first + last) / 2, text.height() + 1)).hasTarget);
    QCOMPARE(text.links(10), QList<QUrl>{ QUrl(u"https://a.example/"_s) });
    QVERIFY(text.links(0).isEmpty());
}

void TestTextBlock::nothingFollowsCodeOnItsLine()
{
    QVERIFY(block({ code(u"x"_s) }).lastLine().isNull());
    QVERIFY(block({ line(u"שלום"_s) }).lastLine().isNull());
    const QRectF last = block({ line(u"first, which is longer"_s), line(u"second"_s) }).lastLine();
    QVERIFY(!last.isNull());
    QVERIFY(last.top() > block({ line(u"first"_s) }).height() / 2);
}

void TestTextBlock::blocksStandApart()
{
    FormattedParagraph second = line(u"b"_s);
    const qreal close = block({ line(u"a"_s), second }).height();
    second.startsBlock = true;
    QVERIFY(block({ line(u"a"_s), second }).height() > close);
}

void TestTextBlock::deepQuotesLeaveRoomForWords()
{
    const QString words = u"word "_s.repeated(20);
    FormattedText deep;
    deep.paragraphs = { line(words, 8) };
    FormattedText flat;
    flat.paragraphs = { line(words) };
    const TextBlock narrow(deep, m_metrics.text, 120);
    const TextBlock half(flat, m_metrics.text, 60);
    QVERIFY(narrow.height() <= half.height());
}

void TestTextBlock::signsThatAreToBeEmojiHaveTheirColours()
{
    if (!QFontDatabase::families().contains(u"Noto Color Emoji"_s))
        QSKIP("there is no font with coloured emoji here");
    const auto isRed = [this](const QString &words) {
        QImage picture(400, 60, QImage::Format_ARGB32);
        picture.fill(Qt::white);
        QPainter painter(&picture);
        TextBlock::Look look;
        look.text = Qt::black;
        block({ line(words) }).draw(painter, {}, look, picture.rect());
        painter.end();
        for (int y = 0; y < picture.height(); ++y)
            for (int x = 0; x < picture.width(); ++x)
                if (qRed(picture.pixel(x, y)) > qGreen(picture.pixel(x, y)) + 100)
                    return true;
        return false;
    };
    QVERIFY(isRed(u"with \u2764\uFE0F"_s)); // most fonts have a heart in black, too
    QVERIFY(!isRed(u"with words"_s));
}

void TestTextBlock::onlyEmojiAreColouredAndNotWithoutEnd()
{
    const auto count = [](const QString &text) {
        return colouredSigns(text, 10).size();
    };
    QCOMPARE(count(u"a\uFE0F"_s.repeated(5000)), qsizetype(0));
    QCOMPARE(count(u"1\uFE0F"_s.repeated(5000)), qsizetype(0));
    QCOMPARE(
        count(u"1 2 # * \u00A9 \u2122 \u263A \u2714 \u2764 \u2194"_s), qsizetype(0)); // letters, without a selector
    QCOMPARE(count(u"a 1\uFE0F\u20E3 #\uFE0F\u20E3 \u2139\uFE0F \u00A9\uFE0F \u2194\uFE0F"_s), qsizetype(5));
    QCOMPARE(count(u"\U0001F600 \u26A1 \u2615 \u2705"_s), qsizetype(4)); // emoji without any selector
    QCOMPARE(count(u"\u2764\uFE0F "_s.repeated(5000)), qsizetype(10));
    const QList<TextRange> beside = colouredSigns(u"a \u2764\uFE0F\U0001F441\uFE0F"_s, 10);
    QCOMPARE(beside.size(), qsizetype(1));
    QCOMPARE(beside.first().start, qsizetype(2));
    QCOMPARE(beside.first().length, qsizetype(5));
}

void TestTextBlock::joinedEmojiAreOneSign_data()
{
    QTest::addColumn<QString>("emoji");
    QTest::newRow("joined, with a selector inside") << u"\u2764\uFE0F\u200D\U0001F525"_s;
    QTest::newRow("flag joined to a rainbow") << u"\U0001F3F3\uFE0F\u200D\U0001F308"_s;
    QTest::newRow("joined to what letters' fonts have") << u"\U0001F9D4\u200D\u2642\uFE0F"_s;
    QTest::newRow("keycap") << u"1\uFE0F\u20E3"_s;
    QTest::newRow("skin tone on what letters' fonts have") << u"\u270C\U0001F3FD"_s;
    QTest::newRow("flag of a country") << u"\U0001F1EB\U0001F1F7"_s;
    QTest::newRow("flag of tags") << u"\U0001F3F4\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F"_s;
}

void TestTextBlock::joinedEmojiAreOneSign()
{
    if (!QFontDatabase::families().contains(u"Noto Color Emoji"_s))
        QSKIP("there is no font with coloured emoji here");
    QFETCH(const QString, emoji);
    const auto widthOf = [this](const QString &words) {
        return block({ line(words) }).lastLine().width();
    };
    const qreal alone = widthOf(u"\U0001F600"_s);
    QVERIFY(alone > 0);
    QVERIFY2(qAbs(widthOf(emoji) - alone) < alone / 3, qPrintable(u"%1 against %2"_s.arg(widthOf(emoji)).arg(alone)));
    // … also among words, and those that only stand side by side stay apart.
    const qreal words = widthOf(u"a b"_s);
    QVERIFY(qAbs(widthOf(u"a"_s + emoji + u" b"_s) - words - alone) < alone / 3);
    QVERIFY(qAbs(widthOf(emoji + emoji) - 2 * alone) < alone / 2);
    // … and on a ground of its own.
    FormattedParagraph code = line(emoji);
    StyledRange range;
    range.length = emoji.size();
    range.styles = TextStyle::Code;
    code.ranges.append(range);
    QVERIFY(qAbs(block({ code }).lastLine().width() - alone) < alone / 3);
}

QTEST_MAIN(TestTextBlock)
#include "tst_text_block.moc"
