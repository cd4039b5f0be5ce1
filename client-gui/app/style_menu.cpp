// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/app/style_controls.h"
#include "client-gui/app/style_paint.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOption>
#include <QWidget>

#include <algorithm>

namespace salon::controls {

namespace {

void paintSeparator(QPainter &painter, const QStyleOptionMenuItem &option, const Tokens &tokens)
{
    const qreal y = QRectF(option.rect).center().y();
    painter.fillRect(QRectF(option.rect.left() + tokens.px(8), qRound(y), option.rect.width() - 2 * tokens.px(8), 1),
        tokens.colour(ColourRole::Line));
}

} // namespace

void paintMenuItem(QPainter &painter, const QStyleOptionMenuItem &option, const QStyle &style, const QWidget *widget,
    const Tokens &tokens)
{
    if (option.menuItemType == QStyleOptionMenuItem::Separator && option.text.isEmpty()) {
        paintSeparator(painter, option, tokens);
        return;
    }
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    const bool selected = option.state.testFlag(QStyle::State_Selected) && enabled;
    const QRect row = option.rect.adjusted(tokens.px(4), 0, -tokens.px(4), 0);
    if (selected)
        paintRowGround(painter, row, option.state.testFlag(QStyle::State_Sunken), true, tokens);

    const auto placed = [&](const QRect &rect) {
        return QStyle::visualRect(option.direction, row, rect);
    };
    const QColor text = option.palette.color(enabled ? QPalette::Active : QPalette::Disabled, QPalette::Text);
    const int iconSize = tokens.rowIcon();
    const int pad = tokens.px(8);

    // One column for the check mark or the icon, as wide in every row so that the texts stand in line.
    const QRect mark = placed(QRect(row.left() + pad, row.center().y() - iconSize / 2 + 1, iconSize, iconSize));
    if (option.checkType != QStyleOptionMenuItem::NotCheckable && option.checked) {
        if (option.checkType == QStyleOptionMenuItem::Exclusive && option.icon.isNull())
            paintBox(
                painter, QRectF(mark).adjusted(4, 4, -4, -4), iconSize / 2.0 - 4, tokens.colour(ColourRole::Accent));
        else
            paintCheckMark(painter, mark, tokens.colour(ColourRole::Accent), 1.75 * tokens.zoom());
    } else if (!option.icon.isNull()) {
        option.icon.paint(&painter, mark, Qt::AlignCenter,
            !enabled       ? QIcon::Disabled
                : selected ? QIcon::Active
                           : QIcon::Normal);
    }

    const bool hasColumn = option.menuHasCheckableItems || option.maxIconWidth > 0;
    const int textLeft = row.left() + pad + (hasColumn ? iconSize + pad : 0);
    const int arrowWidth = option.menuItemType == QStyleOptionMenuItem::SubMenu ? tokens.px(16) : 0;
    const QRect textRect = placed(QRect(textLeft, row.top(), row.right() - textLeft - pad - arrowWidth, row.height()));
    const qsizetype tab = option.text.indexOf(u'\t');
    int flags = Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextShowMnemonic;
    if (!style.styleHint(QStyle::SH_UnderlineShortcut, &option, widget))
        flags |= Qt::TextHideMnemonic;

    painter.save();
    QFont font = option.font;
    if (option.menuItemType == QStyleOptionMenuItem::DefaultItem)
        font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(text);
    const bool mirrored = option.direction == Qt::RightToLeft;
    painter.drawText(
        textRect, flags | (mirrored ? Qt::AlignRight : Qt::AlignLeft), tab < 0 ? option.text : option.text.left(tab));
    if (tab >= 0) {
        painter.setPen(enabled ? tokens.colour(ColourRole::Muted) : text);
        painter.drawText(textRect, flags | (mirrored ? Qt::AlignLeft : Qt::AlignRight), option.text.mid(tab + 1));
    }
    painter.restore();

    if (arrowWidth > 0) {
        const QRect arrow = placed(QRect(row.right() - pad - arrowWidth + 1, row.top(), arrowWidth, row.height()));
        paintChevron(painter, arrow, mirrored ? Qt::LeftEdge : Qt::RightEdge, tokens.px(8),
            enabled ? tokens.colour(ColourRole::Muted) : text, 1.5 * tokens.zoom());
    }
}

} // namespace salon::controls
