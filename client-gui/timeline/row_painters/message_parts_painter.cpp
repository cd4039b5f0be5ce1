// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/app/tinted_icon.h"
#include "client-gui/timeline/row_painters/row_paint.h"
#include "client-gui/widgets/emoji_font.h"
#include "client-gui/widgets/emoji_painter.h"
#include "client-gui/widgets/sign_line.h"

#include <QFontMetrics>
#include <QLocale>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace salon {

namespace {

/// Ground of a chip; `isOn`: it is one's own.
void paintChip(QPainter &painter, const QRect &rect, const Tokens &tokens, bool isOn, bool isHovered)
{
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF outline = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5);
    const qreal radius = outline.height() / 2;
    painter.setPen(QPen(tokens.colour(isOn ? ColourRole::Accent : ColourRole::Line), tokens.lineWidth()));
    painter.setBrush(tokens.colour(isOn ? ColourRole::Selection : ColourRole::Window));
    painter.drawRoundedRect(outline, radius, radius);
    if (!isHovered)
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.colour(ColourRole::Hover));
    painter.drawRoundedRect(outline, radius, radius);
}

} // namespace

void paintReply(QPainter &painter, const RowLayout &layout, const RowPaint &paint)
{
    const Tokens &tokens = paint.tokens;
    const TimelineRow &row = layout.row();
    const QRect rect = layout.replyRect();
    const bool isHovered = paint.isHovered && paint.hoveredPart == RowLayout::Part::Reply;
    const QColor ink = tokens.colour(isHovered ? ColourRole::Text : ColourRole::Muted);
    painter.fillRect(QRect(rect.left(), rect.top() + tokens.px(1), tokens.px(2), rect.height() - tokens.px(3)),
        tokens.colour(isHovered ? ColourRole::Accent : ColourRole::ControlLine));
    QRect words = rect.adjusted(tokens.px(8), 0, 0, -tokens.px(2));
    QFont name = paint.metrics.meta;
    if (!row.isReplyGone && !row.replyAuthor.isEmpty()) {
        name.setWeight(QFont::DemiBold);
        painter.setFont(name);
        painter.setPen(ink);
        const QString shown = QFontMetrics(name).elidedText(row.replyAuthor, Qt::ElideRight, words.width() / 2);
        painter.drawText(words, Qt::AlignLeft | Qt::AlignAbsolute | Qt::AlignVCenter, shown);
        words.setLeft(words.left() + QFontMetrics(name).horizontalAdvance(shown) + tokens.px(6));
    }
    const bool isKnown = !row.isReplyGone && !row.replyText.isEmpty();
    QFont text = withEmoji(paint.metrics.meta);
    text.setItalic(!isKnown);
    painter.setFont(text);
    painter.setPen(ink);
    const QString said = row.isReplyGone ? RowLayout::replyGoneText()
        : isKnown                        ? row.replyText
                                         : RowLayout::replyUnknownText();
    paintSignLine(painter, words, Qt::AlignLeft, said);
}

void paintTail(QPainter &painter, const RowLayout &layout, const RowPaint &paint)
{
    const Tokens &tokens = paint.tokens;
    if (!layout.editedRect().isNull()) {
        QFont font = paint.metrics.meta;
        font.setUnderline(paint.isHovered && paint.hoveredPart == RowLayout::Part::Edited);
        painter.setFont(font);
        painter.setPen(tokens.colour(ColourRole::Muted));
        painter.drawText(
            layout.editedRect(), Qt::AlignLeft | Qt::AlignBottom | Qt::TextDontClip, RowLayout::editedText());
    }
    for (const RowLayout::TailMark &mark : layout.tailMarks())
        paintIcon(painter, mark.rect, mark.icon, tokens.colour(ColourRole::Muted));
}

void paintReactions(QPainter &painter, const RowLayout &layout, const RowPaint &paint)
{
    const Tokens &tokens = paint.tokens;
    const TimelineMetrics &metrics = paint.metrics;
    const bool isOver = paint.isHovered && paint.hoveredPart == RowLayout::Part::Reaction;
    for (qsizetype i = 0; i < layout.reactionRects().size(); ++i) {
        const QRect rect = layout.reactionRects()[i];
        const ReactionView &reaction = layout.row().reactions[i];
        paintChip(painter, rect, tokens, reaction.isMine, isOver && paint.hoveredIndex == i);
        painter.setFont(metrics.meta);
        painter.setPen(tokens.colour(reaction.isMine ? ColourRole::Accent : ColourRole::Muted));
        const QRect sign(rect.left() + metrics.chipPadding, rect.top(), metrics.chipEmoji, rect.height());
        paintEmoji(painter, sign, reaction.emoji);
        painter.drawText(rect.adjusted(0, 0, -metrics.chipPadding, 0),
            Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter, QLocale().toString(reaction.count));
    }
    if (layout.addReactionRect().isNull())
        return;
    const bool isAdding = paint.isHovered && paint.hoveredPart == RowLayout::Part::AddReaction;
    paintChip(painter, layout.addReactionRect(), tokens, false, isAdding);
    QRect sign(0, 0, metrics.chipEmoji, metrics.chipEmoji);
    sign.moveCenter(layout.addReactionRect().center());
    paintIcon(painter, sign, u"react"_s, tokens.colour(isAdding ? ColourRole::Text : ColourRole::Muted));
}

void paintCodeButtons(QPainter &painter, const RowLayout &layout, const RowPaint &paint)
{
    const Tokens &tokens = paint.tokens;
    for (int code = 0; layout.text() && code < layout.text()->codeCount(); ++code) {
        const QRect button = layout.text()->codeCopyRect(code).toRect().translated(layout.textOrigin());
        const bool isOver = paint.hoveredPart == RowLayout::Part::CopyCode && paint.hoveredIndex == code;
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(tokens.colour(ColourRole::Line), tokens.lineWidth()));
        painter.setBrush(tokens.colour(ColourRole::Raised));
        painter.drawRoundedRect(QRectF(button).adjusted(0.5, 0.5, -0.5, -0.5), tokens.px(4), tokens.px(4));
        const int inset = button.width() / 6;
        paintIcon(painter, button.adjusted(inset, inset, -inset, -inset), u"copy"_s,
            tokens.colour(isOver ? ColourRole::Text : ColourRole::Muted));
    }
}

} // namespace salon
