// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/app/tinted_icon.h"
#include "client-gui/timeline/row_painters/row_paint.h"

#include <QFontMetrics>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace salon {

void paintSystem(QPainter &painter, const RowLayout &layout, const RowPaint &paint)
{
    const QRect rect = layout.systemRect();
    if (rect.isNull())
        return;
    const Tokens &tokens = paint.tokens;
    if (paint.isWholeSelected)
        painter.fillRect(rect, tokens.colour(ColourRole::Selection));
    const bool folds
        = layout.fold().role == RowLayout::Fold::Role::Head || layout.fold().role == RowLayout::Fold::Role::Opened;
    const QColor colour = tokens.colour(folds && paint.isHovered ? ColourRole::Text : ColourRole::Muted);
    painter.setFont(paint.metrics.meta);
    painter.setPen(colour);
    painter.drawText(rect, layout.systemFlags(), layout.systemText());
    if (folds) {
        const int width = QFontMetrics(paint.metrics.meta).horizontalAdvance(layout.systemText());
        const int size = paint.metrics.markSize;
        const int left = std::min(rect.center().x() + width / 2 + tokens.space(Space::Tight), rect.right() - size);
        const QString icon = layout.fold().role == RowLayout::Fold::Role::Head ? u"chevron-down"_s : u"chevron-up"_s;
        paintIcon(painter, QRect(left, rect.top() + (paint.metrics.metaHeight - size) / 2, size, size), icon, colour);
    }
    if (paint.isFocused) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(tokens.colour(ColourRole::FocusRing), tokens.focusWidth()));
        painter.drawRoundedRect(QRectF(rect).adjusted(-1, -1, 1, 1), tokens.controlRadius(), tokens.controlRadius());
    }
}

} // namespace salon
