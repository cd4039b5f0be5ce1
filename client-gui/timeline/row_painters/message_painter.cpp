// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/app/avatar_painter.h"
#include "client-gui/app/tinted_icon.h"
#include "client-gui/timeline/row_painters/row_paint.h"
#include "shared/client-core/text/time_text.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QPainter>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {

namespace {

struct MessageWords
{
    Q_DECLARE_TR_FUNCTIONS(salon::MessageWords)
public:
    //: Author of what the server's operator says to everybody
    static QString announcement() { return tr("Announcement"); }
};

void paintGround(QPainter &painter, const RowLayout &layout, const RowPaint &paint)
{
    const Tokens &tokens = paint.tokens;
    const QRect ground(0, layout.contentTop(), paint.metrics.width, layout.height() - layout.contentTop());
    if (layout.row().mentionsMe) {
        painter.fillRect(ground, tokens.colour(ColourRole::Mention));
        painter.fillRect(QRect(0, ground.top(), tokens.px(3), ground.height()), tokens.colour(ColourRole::Accent));
    }
    if (paint.flash > 0) {
        QColor flash = tokens.colour(ColourRole::Selection);
        flash.setAlphaF(flash.alphaF() * float(paint.flash));
        painter.fillRect(ground, flash);
    }
    if (paint.isHovered)
        painter.fillRect(ground, tokens.colour(ColourRole::Hover));
    if (paint.isFocused) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(tokens.colour(ColourRole::FocusRing), tokens.focusWidth()));
        painter.drawRoundedRect(QRectF(ground).adjusted(2, 1, -2, -1), tokens.controlRadius(), tokens.controlRadius());
    }
}

void paintMark(QPainter &painter, const RowLayout &layout, const RowPaint &paint)
{
    switch (layout.row().mark) {
    case TimelineRow::Mark::None:
        return;
    case TimelineRow::Mark::Queued:
    case TimelineRow::Mark::Sending:
        paintIcon(painter, layout.markRect(), u"queued"_s, paint.tokens.colour(ColourRole::Muted));
        return;
    case TimelineRow::Mark::Stored:
        paintIcon(painter, layout.markRect(), u"check"_s, paint.tokens.colour(ColourRole::Muted));
        return;
    case TimelineRow::Mark::Failed:
        paintIcon(painter, layout.markRect(), u"alert"_s, paint.tokens.colour(ColourRole::Danger));
        return;
    }
}

void paintNotice(QPainter &painter, const RowLayout &layout, const RowPaint &paint)
{
    const QColor danger = paint.tokens.colour(ColourRole::Danger);
    const QColor accent = paint.tokens.colour(ColourRole::Accent);
    const QFontMetrics metrics(paint.metrics.meta);
    painter.setFont(paint.metrics.meta);
    painter.setPen(danger);
    painter.drawText(layout.noticeRect(), Qt::AlignVCenter | Qt::AlignLeft,
        metrics.elidedText(layout.row().error, Qt::ElideRight, layout.noticeRect().width()));
    QFont font = paint.metrics.meta;
    for (const auto part : { RowLayout::Part::Retry, RowLayout::Part::Discard }) {
        const bool isRetry = part == RowLayout::Part::Retry;
        font.setUnderline(paint.isHovered && paint.hoveredPart == part);
        painter.setFont(font);
        painter.setPen(isRetry ? accent : paint.tokens.colour(ColourRole::Muted));
        painter.drawText(isRetry ? layout.retryRect() : layout.discardRect(), Qt::AlignVCenter | Qt::AlignLeft,
            isRetry ? RowLayout::retryText() : RowLayout::discardText());
    }
}

/// The badge behind a guest's name: through which gateway it speaks. Left out where there is no room for it.
void paintGateway(QPainter &painter, const RowLayout &layout, const RowPaint &paint, int nameWidth)
{
    const Tokens &tokens = paint.tokens;
    const QFontMetrics metrics(paint.metrics.meta);
    const int padding = tokens.px(4);
    const int left = layout.nameRect().left() + nameWidth + tokens.px(6);
    const int room = std::min(layout.nameRect().right(), layout.timeRect().left()) - left - 2 * padding;
    if (room < metrics.averageCharWidth() * 4)
        return;
    const QString words = metrics.elidedText(layout.row().gateway, Qt::ElideRight, room);
    const int height = std::min(metrics.height(), layout.nameRect().height());
    const QRectF badge(left, layout.nameRect().center().y() - height / 2.0 + 0.5,
        metrics.horizontalAdvance(words) + 2 * padding, height);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(tokens.colour(ColourRole::Muted), 1));
    painter.drawRoundedRect(badge, tokens.px(3), tokens.px(3));
    painter.setFont(paint.metrics.meta);
    painter.drawText(badge, Qt::AlignCenter, words);
}

TextBlock::Look textLook(const TimelineRow &row, const Tokens &tokens)
{
    const bool isQuiet
        = row.mark == TimelineRow::Mark::Queued || row.mark == TimelineRow::Mark::Failed || row.isDeleted;
    TextBlock::Look look;
    look.text = tokens.colour(isQuiet ? ColourRole::Muted : ColourRole::Text);
    look.quiet = tokens.colour(ColourRole::Muted);
    look.link = tokens.colour(ColourRole::Accent);
    look.mentionText = tokens.colour(ColourRole::Accent);
    look.mentionGround = tokens.colour(ColourRole::Selection);
    look.myMentionText = tokens.colour(ColourRole::OnAccent);
    look.myMentionGround = tokens.colour(ColourRole::AccentFill);
    look.selection = tokens.colour(ColourRole::Selection);
    look.bar = tokens.colour(ColourRole::ControlLine);
    look.codeGround = tokens.colour(ColourRole::Window);
    look.codeLine = tokens.colour(ColourRole::Line);
    look.spoiler = tokens.colour(ColourRole::Muted);
    look.keyword = tokens.colour(ColourRole::Accent);
    look.string = tokens.colour(ColourRole::Ok);
    look.comment = tokens.colour(ColourRole::Muted);
    look.number = tokens.colour(ColourRole::Warn);
    return look;
}

void paintHead(QPainter &painter, const RowLayout &layout, const RowPaint &paint)
{
    const TimelineRow &row = layout.row();
    const Tokens &tokens = paint.tokens;
    const bool isOperator = row.kind == TimelineRow::Kind::Announcement;
    const QString name = isOperator ? MessageWords::announcement() : row.authorName;
    const int hue = row.gateway.isEmpty() ? hueOf(row.author.value) : hueOf(row.authorName);
    if (!layout.avatarRect().isNull()) {
        if (isOperator) {
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(Qt::NoPen);
            painter.setBrush(tokens.colour(ColourRole::Accent));
            painter.drawEllipse(layout.avatarRect());
            const int inset = layout.avatarRect().width() / 4;
            paintIcon(painter, layout.avatarRect().adjusted(inset, inset, -inset, -inset), u"megaphone"_s,
                tokens.colour(ColourRole::OnAccent));
        } else {
            paintAvatar(painter, layout.avatarRect(), avatarFace(name, hue), tokens);
        }
    }
    painter.setFont(paint.metrics.name);
    painter.setPen(isOperator ? tokens.colour(ColourRole::Accent) : tokens.nameColour(hue));
    const QRect rect = layout.nameRect();
    // Always at the left, where the avatar is, whatever the script; the name is drawn alone, so it turns nothing else.
    painter.drawText(rect, Qt::AlignLeft | Qt::AlignAbsolute | Qt::AlignVCenter,
        QFontMetrics(paint.metrics.name).elidedText(name, Qt::ElideRight, rect.width()));
    if (!row.gateway.isEmpty())
        paintGateway(painter, layout, paint, QFontMetrics(paint.metrics.name).horizontalAdvance(name));
}

} // namespace

void paintMessage(QPainter &painter, const RowLayout &layout, const RowPaint &paint)
{
    const Tokens &tokens = paint.tokens;
    paintGround(painter, layout, paint);
    if (!layout.nameRect().isNull())
        paintHead(painter, layout, paint);
    if (!layout.nameRect().isNull() || paint.isHovered || paint.isFocused) {
        painter.setFont(paint.metrics.meta);
        painter.setPen(tokens.colour(ColourRole::Muted));
        painter.drawText(layout.timeRect(), Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter,
            TimeText::time(layout.row().timeMs));
    }
    paintMark(painter, layout, paint);

    if (!layout.replyRect().isNull())
        paintReply(painter, layout, paint);
    if (const TextBlock *text = layout.text(); text && !paint.found.isEmpty())
        text->drawMarks(painter, layout.textOrigin(), paint.found, tokens.colour(ColourRole::Found), paint.clip);
    if (const TextBlock *text = layout.text())
        text->draw(painter, layout.textOrigin(), textLook(layout.row(), tokens), paint.clip, paint.selectedFrom,
            paint.selectedTo);
    if (paint.isHovered || paint.isFocused)
        paintCodeButtons(painter, layout, paint);
    if (!layout.row().files.isEmpty())
        paintAttachments(painter, layout, paint);
    paintTail(painter, layout, paint);
    paintReactions(painter, layout, paint);
    if (!layout.noticeRect().isNull())
        paintNotice(painter, layout, paint);
}

} // namespace salon
