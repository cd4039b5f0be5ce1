// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/timeline/text_block_part.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPixmap>

#include <algorithm>

namespace salon {

namespace {

constexpr qreal TallestPicture = 600;
constexpr qreal PicturePadding = 2;
constexpr qreal ChipSide = 2; ///< of a chip's ground before its words
template <class Draw>
void eachLine(const QTextLayout &layout, const StyledRange &range, QPointF at, const QRectF &clip, Draw draw)
{
    const int end = int(range.start + range.length);
    for (int i = 0; i < layout.lineCount(); ++i) {
        const QTextLine line = layout.lineAt(i);
        const int from = std::max(line.textStart(), int(range.start));
        const int to = std::min(line.textStart() + line.textLength(), end);
        const qreal top = at.y() + line.y();
        if (from >= to || top > clip.bottom() || top + line.height() < clip.top())
            continue;
        const qreal one = line.cursorToX(from);
        const qreal other = line.cursorToX(to);
        draw(QRectF(at.x() + std::min(one, other), top, std::abs(other - one), line.height()));
    }
}

QTextCharFormat colourFormat(TextStyles styles, const TextBlock::Look &look)
{
    QTextCharFormat format;
    if (styles & TextStyle::Link) {
        format.setForeground(look.link);
        format.setFontUnderline(true);
    } else if (styles & TextStyle::MentionsMe) {
        format.setForeground(look.myMentionText);
    } else if (styles & (TextStyle::Mention | TextStyle::Room)) {
        format.setForeground(look.mentionText);
    } else if (styles & TextStyle::Keyword) {
        format.setForeground(look.keyword);
    } else if (styles & TextStyle::String) {
        format.setForeground(look.string);
    } else if (styles & TextStyle::Comment) {
        format.setForeground(look.comment);
    } else if (styles & TextStyle::Number) {
        format.setForeground(look.number);
    }
    return format;
}

} // namespace

void TextBlock::draw(
    QPainter &painter, QPointF origin, const Look &look, const QRectF &clip, qsizetype from, qsizetype to) const
{
    if (!m_hasEmoji || from < to || !drawPicture(painter, origin, look))
        drawParts(painter, origin, look, clip, from, to);
}

void TextBlock::drawMarks(
    QPainter &painter, QPointF origin, const QList<TextRange> &marks, const QColor &ground, const QRectF &clip) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    for (std::size_t i = 0; i < m_parts.size() && !marks.isEmpty(); ++i) {
        const Part &part = m_parts[i];
        const qsizetype length = m_text.paragraphs[qsizetype(i)].text.size();
        const QPointF words = origin + QPointF(part.left, part.top + part.textTop);
        for (const TextRange &mark : marks) {
            const qsizetype first = std::max<qsizetype>(0, mark.start - part.start);
            const qsizetype last = std::min(length, mark.start + mark.length - part.start);
            if (first < last)
                eachLine(*part.layout, StyledRange{ first, last - first }, words, clip,
                    [&](const QRectF &rect) { painter.drawRoundedRect(rect, m_metrics.radius, m_metrics.radius); });
        }
    }
}

/// Qt unpacks the bitmap of a colour emoji each time it draws it, which takes longer than all the rest of a row: such
/// text is drawn once and kept as a picture.
bool TextBlock::drawPicture(QPainter &painter, QPointF origin, const Look &look) const
{
    if (m_height > TallestPicture)
        return false;
    const qreal ratio = painter.device()->devicePixelRatioF();
    QPixmap picture;
    if (!(m_pictureLook == look) || !QPixmapCache::find(m_picture, &picture) || picture.devicePixelRatio() != ratio) {
        const QSizeF size(m_width + 2 * PicturePadding, m_height + 2 * PicturePadding);
        picture = QPixmap((size * ratio).toSize());
        picture.setDevicePixelRatio(ratio);
        picture.fill(Qt::transparent);
        QPainter inside(&picture);
        drawParts(inside, QPointF(PicturePadding, PicturePadding), look, QRectF(QPointF(), size), 0, 0);
        inside.end();
        QPixmapCache::remove(m_picture);
        m_picture = QPixmapCache::insert(picture);
        m_pictureLook = look;
    }
    painter.drawPixmap(origin - QPointF(PicturePadding, PicturePadding), picture);
    return true;
}

void TextBlock::drawParts(
    QPainter &painter, QPointF origin, const Look &look, const QRectF &clip, qsizetype from, qsizetype to) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        const Part &part = m_parts[i];
        const qreal top = origin.y() + part.top;
        if (top + part.height < clip.top())
            continue;
        if (top > clip.bottom())
            break;
        const FormattedParagraph &paragraph = m_text.paragraphs[qsizetype(i)];
        const QPointF at(origin.x(), top);
        drawGrounds(painter, part, paragraph, at, look, clip);
        QList<QTextLayout::FormatRange> formats;
        for (const StyledRange &range : paragraph.ranges) {
            QTextCharFormat format = colourFormat(range.styles, look);
            if (hidesSpoilers() && range.styles.testFlag(TextStyle::Spoiler))
                format.setForeground(Qt::transparent);
            if (!format.isEmpty())
                formats.append({ int(range.start), int(range.length), format });
        }
        const qsizetype first = std::max<qsizetype>(0, from - part.start);
        const qsizetype last = std::min<qsizetype>(paragraph.text.size(), to - part.start);
        if (first < last) {
            QTextCharFormat format;
            format.setBackground(look.selection);
            formats.append({ int(first), int(last - first), format });
        }
        painter.setPen(paragraph.quoteDepth > 0 && !part.isCode ? look.quiet : look.text);
        part.layout->draw(&painter, at + QPointF(part.left, part.textTop), formats, clip);
        drawMarker(painter, part, paragraph, at, look);
        drawSpoilers(painter, part, paragraph, at, look, clip);
    }
}

bool TextBlock::hasGround(TextStyles styles)
{
    return styles & (TextStyle::MentionsMe | TextStyle::Mention | TextStyle::Room | TextStyle::Code);
}

void TextBlock::drawGrounds(QPainter &painter, const Part &part, const FormattedParagraph &paragraph, QPointF at,
    const Look &look, const QRectF &clip) const
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(look.bar);
    for (int level = 0; level < paragraph.quoteDepth; ++level) {
        const qreal inset = std::min<qreal>(level * m_metrics.quoteIndent, part.indent);
        const qreal x = part.isRightToLeft ? m_width - inset - m_metrics.barWidth : inset;
        painter.drawRect(QRectF(at.x() + x, at.y(), m_metrics.barWidth, part.height));
    }
    if (part.isCode) {
        painter.setPen(QPen(look.codeLine, 1));
        painter.setBrush(look.codeGround);
        const QRectF block(at.x() + part.indent, at.y(), m_width - part.indent, part.height);
        painter.drawRoundedRect(block.adjusted(0.5, 0.5, -0.5, -0.5), m_metrics.radius, m_metrics.radius);
        painter.setPen(Qt::NoPen);
        return;
    }
    const QPointF words = at + QPointF(part.left, part.textTop);
    const qreal behind = part.isRightToLeft ? ChipSide : 0; // elsewhere the last letter has its space
    for (const StyledRange &range : paragraph.ranges) {
        QColor ground;
        if (range.styles & TextStyle::MentionsMe)
            ground = look.myMentionGround;
        else if (range.styles & (TextStyle::Mention | TextStyle::Room))
            ground = look.mentionGround;
        else if (range.styles & TextStyle::Code)
            ground = look.codeGround;
        if (!ground.isValid())
            continue;
        painter.setBrush(ground);
        eachLine(*part.layout, range, words, clip, [&](const QRectF &rect) {
            painter.drawRoundedRect(rect.adjusted(-ChipSide, 0, behind, 0), m_metrics.radius, m_metrics.radius);
        });
    }
}

void TextBlock::drawMarker(
    QPainter &painter, const Part &part, const FormattedParagraph &paragraph, QPointF at, const Look &look) const
{
    if (paragraph.marker.isEmpty() || part.layout->lineCount() == 0)
        return;
    const QTextLine line = part.layout->lineAt(0);
    const qreal baseLine = at.y() + part.textTop + line.y() + line.ascent();
    const qreal width = QFontMetricsF(m_metrics.body).horizontalAdvance(paragraph.marker);
    const qreal gap = m_metrics.listIndent / 4.0;
    const qreal x = part.isRightToLeft ? m_width - part.indent + gap : part.left - gap - width;
    painter.setFont(m_metrics.body);
    painter.setPen(look.quiet);
    painter.drawText(QPointF(at.x() + x, baseLine), paragraph.marker);
}

/// Over what was drawn: coloured emoji keep their colours even where the words are transparent.
void TextBlock::drawSpoilers(QPainter &painter, const Part &part, const FormattedParagraph &paragraph, QPointF at,
    const Look &look, const QRectF &clip) const
{
    if (!hidesSpoilers())
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(look.spoiler);
    const QPointF words = at + QPointF(part.left, part.textTop);
    for (const StyledRange &range : paragraph.ranges)
        if (range.styles & TextStyle::Spoiler)
            eachLine(*part.layout, range, words, clip,
                [&](const QRectF &rect) { painter.drawRoundedRect(rect, m_metrics.radius, m_metrics.radius); });
}

} // namespace salon
