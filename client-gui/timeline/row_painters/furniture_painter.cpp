// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/timeline/row_painters/row_paint.h"
#include "shared/client-core/text/time_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFontMetrics>
#include <QPainter>

namespace salon {

namespace {

struct FurnitureText
{
    Q_DECLARE_TR_FUNCTIONS(salon::FurnitureText)
public:
    //: Line in the timeline above the first message that was not read
    static QString unread() { return tr("New messages"); }
};

/// "—— text ——" over the whole width.
void paintRule(QPainter &painter, const QRect &rect, const QString &text, const QFont &font, const QColor &textColour,
    const QColor &lineColour, const RowPaint &paint)
{
    const int margin = paint.metrics.sideMargin;
    const int gap = paint.tokens.space(Space::Medium);
    const int width = QFontMetrics(font).horizontalAdvance(text);
    const int middle = rect.center().y() + 1;
    const int left = rect.center().x() - width / 2;
    painter.setPen(QPen(lineColour, paint.tokens.lineWidth()));
    painter.drawLine(rect.left() + margin, middle, left - gap, middle);
    painter.drawLine(left + width + gap, middle, rect.right() - margin, middle);
    painter.setFont(font);
    painter.setPen(textColour);
    painter.drawText(rect, Qt::AlignCenter, text);
}

} // namespace

void paintFurniture(QPainter &painter, const RowLayout &layout, const RowPaint &paint)
{
    if (layout.hasDay()) {
        const QDate day = QDateTime::fromMSecsSinceEpoch(layout.row().timeMs).date();
        paintRule(painter, layout.dayRect(), TimeText::day(day, paint.today), paint.metrics.day,
            paint.tokens.colour(ColourRole::Muted), paint.tokens.colour(ColourRole::Line), paint);
    }
    if (!layout.unreadRect().isNull()) {
        QFont font = paint.metrics.day;
        font.setWeight(QFont::DemiBold);
        const QColor accent = paint.tokens.colour(ColourRole::Accent);
        paintRule(painter, layout.unreadRect(), FurnitureText::unread(), font, accent, accent, paint);
    }
}

void paintStickyDay(QPainter &painter, const QString &day, const QRect &viewport, const Tokens &tokens)
{
    const QFont font = tokens.font(TextRole::DaySeparator);
    const QFontMetrics metrics(font);
    const QSize size(metrics.horizontalAdvance(day) + 2 * tokens.space(Space::Medium), metrics.height() + tokens.px(6));
    const QRectF pill(
        QPointF(viewport.center().x() - size.width() / 2.0 + 0.5, tokens.space(Space::Small) + 0.5), size);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tokens.colour(ColourRole::Line), tokens.lineWidth()));
    painter.setBrush(tokens.colour(ColourRole::Raised));
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
    painter.setFont(font);
    painter.setPen(tokens.colour(ColourRole::Muted));
    painter.drawText(pill, Qt::AlignCenter, day);
}

} // namespace salon
