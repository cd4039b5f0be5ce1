// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/timeline/text_block.h"

#include "client-gui/app/design_tokens.h"
#include "client-gui/widgets/emoji_font.h"

#include <QFontInfo>
#include <QFontMetricsF>
#include <QTextBoundaryFinder>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

#include "client-gui/timeline/text_block_part.h"

namespace salon {

namespace {

/// Distance of two base lines; lines of taller scripts may take more.
qreal lineStepOf(const QFont &font)
{
    const qreal wanted = QFontInfo(font).pixelSize() * Tokens::BodyLineHeight;
    return std::ceil(std::max(wanted, QFontMetricsF(font).height()));
}

QTextCharFormat fontFormat(TextStyles styles, const TextMetrics &metrics)
{
    QTextCharFormat format;
    if (styles & (TextStyle::Bold | TextStyle::MentionsMe))
        format.setFontWeight(QFont::DemiBold);
    if (styles & (TextStyle::Italic | TextStyle::Comment))
        format.setFontItalic(true);
    if (styles & TextStyle::Strike)
        format.setFontStrikeOut(true);
    if (styles & TextStyle::Code) {
        format.setFontFamilies(QStringList{ QFontInfo(metrics.code).family() } + metrics.body.families().mid(1));
        format.setFontPointSize(metrics.code.pointSizeF());
    }
    return format;
}

/// Of a letter or digit that may be drawn apart from those before it; parts of an emoji or of joined scripts may not.
bool standsAlone(QChar c)
{
    const QChar::Script script = c.script();
    return c.isLetterOrNumber()
        && (script == QChar::Script_Latin || script == QChar::Script_Greek || script == QChar::Script_Cyrillic
            || script == QChar::Script_Common);
}

/// Keeps what follows a ground, often a comma, off its edge.
QTextLayout::FormatRange spaceBehind(const StyledRange &range)
{
    constexpr qreal Pixels = 2;
    QTextLayout::FormatRange last{ int(range.start + range.length - 1), 1, {} };
    last.format.setFontLetterSpacingType(QFont::AbsoluteSpacing);
    last.format.setFontLetterSpacing(Pixels);
    return last;
}

bool mayHoldEmoji(const QString &text)
{
    return std::any_of(text.begin(), text.end(),
        [](QChar c) { return c.isHighSurrogate() || (c.unicode() >= 0x2600 && c.unicode() <= 0x27BF); });
}

} // namespace

TextBlock::TextBlock(FormattedText text, const TextMetrics &metrics, qreal width, bool revealsSpoilers)
    : m_text(std::move(text))
    , m_metrics(metrics)
    , m_width(std::max<qreal>(width, 1))
    , m_revealsSpoilers(revealsSpoilers)
{
    m_parts.reserve(std::size_t(m_text.paragraphs.size()));
    qsizetype signsLeft = FormattedText::MaxRanges;
    for (const FormattedParagraph &paragraph : std::as_const(m_text.paragraphs)) {
        Part part;
        part.start = m_length;
        part.isCode = paragraph.kind == FormattedParagraph::Kind::Code;
        part.isRightToLeft = !part.isCode && paragraph.text.isRightToLeft();
        const int gap = part.isCode ? m_metrics.blockGap : 0;
        part.top = m_height + gap + (paragraph.startsBlock ? m_metrics.blockGap : 0);
        layOut(part, paragraph, signsLeft);
        m_height = part.top + part.height + gap;
        m_length += paragraph.text.size() + 1;
        m_hasEmoji = m_hasEmoji || signsLeft < FormattedText::MaxRanges || mayHoldEmoji(paragraph.text);
        for (const StyledRange &range : paragraph.ranges)
            m_hasSpoilers = m_hasSpoilers || range.styles.testFlag(TextStyle::Spoiler);
        if (part.isCode)
            m_codes.push_back(m_parts.size());
        m_parts.push_back(std::move(part));
    }
    m_length = std::max<qsizetype>(0, m_length - 1);
}

TextBlock::~TextBlock()
{
    if (m_picture.isValid())
        QPixmapCache::remove(m_picture);
}

TextBlock::TextBlock(TextBlock &&) noexcept = default;
TextBlock &TextBlock::operator=(TextBlock &&) noexcept = default;

void TextBlock::layOut(Part &part, const FormattedParagraph &paragraph, qsizetype &signsLeft) const
{
    const QFont &font = part.isCode ? m_metrics.code : m_metrics.body;
    const int levels = paragraph.quoteDepth * m_metrics.quoteIndent + paragraph.listDepth * m_metrics.listIndent;
    // Quotes in quotes in lists never leave less than half of the width for the words.
    part.indent = std::min<qreal>(levels, m_width / 2);
    const qreal padding = part.isCode ? m_metrics.codePadding : 0;
    part.left = (part.isRightToLeft ? 0 : part.indent) + padding;
    const qreal width = std::max<qreal>(1, m_width - part.indent - 2 * padding);
    QString text = paragraph.text;
    text.replace(u'\n', QChar(QChar::LineSeparator));
    part.layout = std::make_unique<QTextLayout>(text, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(part.isRightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    option.setAlignment(part.isRightToLeft ? Qt::AlignRight | Qt::AlignAbsolute : Qt::AlignLeft | Qt::AlignAbsolute);
    option.setTabStopDistance(4 * QFontMetricsF(font).horizontalAdvance(u' '));
    part.layout->setTextOption(option);
    part.layout->setCacheEnabled(true);
    QList<QTextLayout::FormatRange> formats;
    for (const StyledRange &range : paragraph.ranges) {
        const QTextCharFormat format = fontFormat(range.styles, m_metrics);
        if (!format.isEmpty())
            formats.append({ int(range.start), int(range.length), format });
        if (hasGround(range.styles) && range.length > 0 && !part.isRightToLeft
            && standsAlone(text[range.start + range.length - 1]))
            formats.append(spaceBehind(range));
    }
    const QList<QTextLayout::FormatRange> signs = signFormats(text, signsLeft);
    signsLeft -= signs.size();
    part.layout->setFormats(formats + signs);
    const qreal step = lineStepOf(font);
    const QFontMetricsF metrics(font);
    const qreal baseLine = (step - metrics.height()) / 2 + metrics.ascent();
    part.textTop = padding;
    part.layout->beginLayout();
    for (QTextLine line = part.layout->createLine(); line.isValid(); line = part.layout->createLine()) {
        line.setLineWidth(width);
        // A fallback font that is a little taller must not make the lines dance: base lines keep their distance.
        const bool isTall = line.height() > step * 1.3;
        const qreal taken = isTall ? std::ceil(line.height()) : step;
        line.setPosition(QPointF(0, part.height + (isTall ? 0 : baseLine - line.ascent())));
        part.height += taken;
    }
    part.layout->endLayout();
    if (part.layout->lineCount() == 0)
        part.height = step;
    part.height += 2 * padding;
}

QString TextBlock::raw() const
{
    QString all;
    all.reserve(m_length);
    for (qsizetype i = 0; i < m_text.paragraphs.size(); ++i) {
        if (i > 0)
            all.append(u'\n');
        all.append(m_text.paragraphs[i].text);
    }
    return all;
}

QString TextBlock::plainText(qsizetype from, qsizetype to) const
{
    constexpr QChar Hidden(0x2592);
    const qsizetype end = to < 0 ? m_length : to;
    QString all;
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        const FormattedParagraph &paragraph = m_text.paragraphs[qsizetype(i)];
        const qsizetype first = m_parts[i].start;
        const qsizetype last = first + paragraph.text.size();
        if (last < from || first > end)
            continue;
        if (first > from)
            all.append(u'\n');
        if (from <= first && end >= last && m_length > 0) {
            all.append(QStringLiteral("> ").repeated(paragraph.quoteDepth));
            if (!paragraph.marker.isEmpty())
                all.append(
                    QStringLiteral("  ").repeated(std::max(0, paragraph.listDepth - 1)) + paragraph.marker + u' ');
        }
        QString text = paragraph.text;
        if (hidesSpoilers())
            for (const StyledRange &range : paragraph.ranges)
                if (range.styles.testFlag(TextStyle::Spoiler))
                    text.replace(range.start, range.length, QString(range.length, Hidden));
        const qsizetype begin = std::max<qsizetype>(0, from - first);
        all.append(QStringView(text).mid(begin, std::min(end - first, text.size()) - begin));
    }
    return all;
}

const TextBlock::Part *TextBlock::partAt(qreal y) const
{
    const auto after = std::upper_bound(
        m_parts.begin(), m_parts.end(), y, [](qreal value, const Part &part) { return value < part.top; });
    return m_parts.empty() ? nullptr : &*(after == m_parts.begin() ? after : std::prev(after));
}

qsizetype TextBlock::positionAt(QPointF point) const
{
    const Part *part = partAt(point.y());
    if (!part)
        return 0;
    if (point.y() >= m_height)
        return m_length;
    const QTextLayout &layout = *part->layout;
    const qreal y = point.y() - part->top - part->textTop;
    for (int i = 0; i < layout.lineCount(); ++i) {
        const QTextLine line = layout.lineAt(i);
        if (i + 1 == layout.lineCount() || y < layout.lineAt(i + 1).y())
            return part->start + line.xToCursor(point.x() - part->left);
    }
    return part->start;
}

TextBlock::Hit TextBlock::hitAt(QPointF point) const
{
    const Part *part = partAt(point.y());
    if (!part || point.y() < 0 || point.y() >= m_height)
        return {};
    const QPointF inside(point.x() - part->left, point.y() - part->top - part->textTop);
    const FormattedParagraph &paragraph = m_text.paragraphs[part - m_parts.data()];
    for (int i = 0; i < part->layout->lineCount(); ++i) {
        const QTextLine line = part->layout->lineAt(i);
        if (!line.naturalTextRect().contains(inside))
            continue;
        const qsizetype at = line.xToCursor(inside.x(), QTextLine::CursorOnCharacter);
        for (const StyledRange &range : paragraph.ranges) {
            if (at < range.start || at >= range.start + range.length)
                continue;
            Hit hit{ range.styles, {}, range.target >= 0 && range.target < m_text.targets.size(), {} };
            if (hit.hasTarget) {
                hit.target = m_text.targets[range.target];
                hit.shown = paragraph.text.mid(range.start, range.length);
            }
            return hit;
        }
    }
    return {};
}

QList<QUrl> TextBlock::links(qsizetype most) const
{
    QList<QUrl> found;
    for (const TextTarget &target : m_text.targets) {
        const QUrl url(target.url, QUrl::StrictMode);
        if (target.kind == TextTarget::Kind::Link && found.size() < most && url.isValid() && !found.contains(url))
            found.append(url);
    }
    return found;
}

QRectF TextBlock::lastLine() const
{
    if (m_parts.empty() || m_parts.back().isCode || m_parts.back().isRightToLeft)
        return {};
    const Part &part = m_parts.back();
    const int lines = part.layout->lineCount();
    if (lines == 0)
        return {};
    const QTextLine line = part.layout->lineAt(lines - 1);
    return line.naturalTextRect().translated(part.left, part.top + part.textTop);
}

std::pair<qsizetype, qsizetype> TextBlock::wordAt(qsizetype position) const
{
    const QString all = raw();
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, all);
    finder.setPosition(std::min(position, all.size()));
    if (!finder.isAtBoundary() || position == all.size())
        finder.toPreviousBoundary();
    const qsizetype from = std::max<qsizetype>(0, finder.position());
    const qsizetype to = finder.toNextBoundary();
    return { from, to < 0 ? all.size() : to };
}

QRectF TextBlock::codeCopyRect(int code) const
{
    const Part &part = m_parts[m_codes[std::size_t(code)]];
    const qreal size = m_metrics.copySize;
    const qreal inset = std::max<qreal>(0, std::min<qreal>(m_metrics.codePadding / 2.0, (part.height - size) / 2));
    return { m_width - size - inset, part.top + inset, size, size };
}

QString TextBlock::codeText(int code) const
{
    return m_text.paragraphs[qsizetype(m_codes[std::size_t(code)])].text;
}

} // namespace salon
