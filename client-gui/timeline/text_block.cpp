// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/timeline/text_block.h"

#include "client-gui/app/design_tokens.h"

#include <QFontInfo>
#include <QFontMetricsF>
#include <QPainter>
#include <QTextBoundaryFinder>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace salon {

struct TextBlock::Part
{
    std::unique_ptr<QTextLayout> layout{};
    qsizetype start = 0; ///< position of the paragraph's first character in the block
    qreal top = 0;
    qreal height = 0;
};

namespace {

/// Distance of two base lines; lines of taller scripts may take more.
qreal lineStepOf(const QFont &font)
{
    const qreal wanted = QFontInfo(font).pixelSize() * Tokens::BodyLineHeight;
    return std::ceil(std::max(wanted, QFontMetricsF(font).height()));
}

constexpr qreal TallestPicture = 600;
constexpr qreal PicturePadding = 2;

std::unique_ptr<QTextLayout> makeLayout(const MessageText::Paragraph &paragraph, const QFont &font)
{
    auto layout = std::make_unique<QTextLayout>(paragraph.text, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(paragraph.isRightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    option.setAlignment(
        paragraph.isRightToLeft ? Qt::AlignRight | Qt::AlignAbsolute : Qt::AlignLeft | Qt::AlignAbsolute);
    option.setTabStopDistance(4 * QFontMetricsF(font).horizontalAdvance(u' '));
    layout->setTextOption(option);
    layout->setCacheEnabled(true);
    return layout;
}

} // namespace

namespace {

bool mayHoldEmoji(const QString &text)
{
    return std::any_of(text.begin(), text.end(),
        [](QChar c) { return c.isHighSurrogate() || (c.unicode() >= 0x2600 && c.unicode() <= 0x27BF); });
}

} // namespace

TextBlock::TextBlock(MessageText text, const QFont &font, qreal width)
    : m_text(std::move(text))
    , m_width(std::max<qreal>(width, 1))
{
    const qreal step = lineStepOf(font);
    const QFontMetricsF metrics(font);
    const qreal baseLine = (step - metrics.height()) / 2 + metrics.ascent();
    m_parts.reserve(std::size_t(m_text.paragraphs.size()));
    for (const MessageText::Paragraph &paragraph : std::as_const(m_text.paragraphs)) {
        Part part{ makeLayout(paragraph, font), m_length, m_height, 0 };
        part.layout->beginLayout();
        for (QTextLine line = part.layout->createLine(); line.isValid(); line = part.layout->createLine()) {
            line.setLineWidth(m_width);
            // A fallback font that is a little taller must not make the lines dance: base lines keep their distance.
            const bool isTall = line.height() > step * 1.3;
            const qreal taken = isTall ? std::ceil(line.height()) : step;
            line.setPosition(QPointF(0, part.height + (isTall ? 0 : baseLine - line.ascent())));
            part.height += taken;
        }
        part.layout->endLayout();
        if (part.layout->lineCount() == 0)
            part.height = step;
        m_height += part.height;
        m_length += paragraph.text.size() + 1;
        m_hasEmoji = m_hasEmoji || mayHoldEmoji(paragraph.text);
        for (const MessageText::Span &span : paragraph.spans)
            m_hasLinks = m_hasLinks || span.kind == MessageText::Span::Kind::Link;
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

QString TextBlock::plainText(qsizetype from, qsizetype to) const
{
    QString all;
    all.reserve(m_length);
    for (qsizetype i = 0; i < m_text.paragraphs.size(); ++i) {
        if (i > 0)
            all.append(u'\n');
        all.append(m_text.paragraphs[i].text);
    }
    return to < 0 ? all.mid(from) : all.mid(from, to - from);
}

void TextBlock::draw(
    QPainter &painter, QPointF origin, const Look &look, const QRectF &clip, qsizetype from, qsizetype to) const
{
    if (!m_hasEmoji || from < to || !drawPicture(painter, origin, look))
        drawParts(painter, origin, look, clip, from, to);
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
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        const Part &part = m_parts[i];
        const qreal top = origin.y() + part.top;
        if (top + part.height < clip.top())
            continue;
        if (top > clip.bottom())
            break;
        QList<QTextLayout::FormatRange> formats;
        const MessageText::Paragraph &paragraph = m_text.paragraphs[qsizetype(i)];
        for (const MessageText::Span &span : paragraph.spans) {
            QTextCharFormat format;
            if (span.kind == MessageText::Span::Kind::Link) {
                format.setForeground(look.link);
                format.setFontUnderline(true);
            } else {
                format.setForeground(look.mentionText);
                format.setBackground(look.mentionGround);
            }
            formats.append({ int(span.start), int(span.length), format });
        }
        const qsizetype first = std::max<qsizetype>(0, from - part.start);
        const qsizetype last = std::min<qsizetype>(paragraph.text.size(), to - part.start);
        if (first < last) {
            QTextCharFormat format;
            format.setBackground(look.selection);
            formats.append({ int(first), int(last - first), format });
        }
        painter.setPen(look.text);
        part.layout->draw(&painter, QPointF(origin.x(), top), formats, clip);
    }
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
    for (int i = 0; i < layout.lineCount(); ++i) {
        const QTextLine line = layout.lineAt(i);
        if (i + 1 == layout.lineCount() || point.y() - part->top < layout.lineAt(i + 1).y())
            return part->start + line.xToCursor(point.x());
    }
    return part->start;
}

QUrl TextBlock::linkAt(QPointF point) const
{
    const Part *part = partAt(point.y());
    if (!m_hasLinks || !part || point.y() < 0 || point.y() >= m_height)
        return {};
    for (int i = 0; i < part->layout->lineCount(); ++i) {
        const QTextLine line = part->layout->lineAt(i);
        const QRectF ink = line.naturalTextRect();
        if (!ink.contains(QPointF(point.x(), point.y() - part->top)))
            continue;
        const qsizetype at = line.xToCursor(point.x(), QTextLine::CursorOnCharacter);
        for (const MessageText::Span &span : m_text.paragraphs[part - m_parts.data()].spans)
            if (span.kind == MessageText::Span::Kind::Link && at >= span.start && at < span.start + span.length)
                return span.target;
    }
    return {};
}

std::pair<qsizetype, qsizetype> TextBlock::wordAt(qsizetype position) const
{
    const QString all = plainText();
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, all);
    finder.setPosition(std::min(position, all.size()));
    if (!finder.isAtBoundary() || position == all.size())
        finder.toPreviousBoundary();
    const qsizetype from = std::max<qsizetype>(0, finder.position());
    const qsizetype to = finder.toNextBoundary();
    return { from, to < 0 ? all.size() : to };
}

} // namespace salon
