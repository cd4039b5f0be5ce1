// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/dialogs/lines_delegate.h"

#include "client-gui/app/style_controls.h"
#include "client-gui/app/theme.h"
#include "client-gui/app/tinted_icon.h"

#include <QPainter>

#include <algorithm>

namespace salon {
namespace {

constexpr int LineGap = 2;

QRect mirrored(const QStyleOptionViewItem &option, const QRect &rect)
{
    return QStyle::visualRect(option.direction, option.rect, rect);
}

/// Without empty ones at the end.
qsizetype filledLines(const LinesDelegate::Content &content)
{
    qsizetype count = content.lines.size();
    while (count > 1 && content.lines[count - 1].text.isEmpty())
        --count;
    return count;
}

} // namespace

LinesDelegate::LinesDelegate(Theme &theme, QList<TextRole> roles, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_roles(std::move(roles))
{
}

void LinesDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &tokens = m_theme.tokens();
    const Content content = this->content(index);
    painter->save();
    painter->setLayoutDirection(option.direction);
    controls::paintRowGround(*painter, option.rect.adjusted(1, 1, -1, -1),
        option.state.testFlag(QStyle::State_Selected), option.state.testFlag(QStyle::State_MouseOver), tokens);
    const int gap = tokens.space(Space::Small);
    const int icon = tokens.rowIcon();
    QRect rest = option.rect.adjusted(tokens.space(Space::Medium), gap, -tokens.space(Space::Medium), -gap);
    const qsizetype count = std::min(m_roles.size(), filledLines(content));
    rest.setTop(rest.top() + (heightOf(m_roles.size()) - heightOf(count)) / 2);
    const int firstHeight = QFontMetrics(tokens.font(m_roles.constFirst())).height();
    paintIcon(*painter, mirrored(option, QRect(rest.left(), rest.top() + (firstHeight - icon) / 2, icon, icon)),
        content.icon, tokens.colour(content.iconColour));
    rest.setLeft(rest.left() + icon + gap);
    for (qsizetype i = 0; i < count; ++i) {
        rest.setHeight(QFontMetrics(tokens.font(m_roles[i])).height());
        paintLine(*painter, option, rest, m_roles[i], content.lines[i]);
        rest.moveTop(rest.bottom() + 1 + tokens.px(LineGap));
    }
    painter->restore();
}

void LinesDelegate::paintLine(
    QPainter &painter, const QStyleOptionViewItem &option, QRect place, TextRole role, const Line &line) const
{
    const Tokens &tokens = m_theme.tokens();
    const int gap = tokens.space(Space::Small);
    const int icon = tokens.rowIcon();
    const auto draw = [&](const QString &text, Qt::Alignment side) {
        painter.drawText(mirrored(option, place), int(side | Qt::AlignVCenter) | Qt::TextSingleLine, text);
    };
    if (!line.aside.isEmpty()) {
        painter.setFont(tokens.font(TextRole::Meta));
        painter.setPen(tokens.colour(ColourRole::Muted));
        draw(line.aside, Qt::AlignRight);
        place.setRight(place.right() - painter.fontMetrics().horizontalAdvance(line.aside) - gap);
    }
    if (!line.mark.isEmpty())
        place.setRight(place.right() - icon - gap);
    painter.setFont(tokens.font(role));
    painter.setPen(tokens.colour(line.colour));
    const QString text = painter.fontMetrics().elidedText(line.text, Qt::ElideRight, place.width());
    draw(text, Qt::AlignLeft);
    if (!line.mark.isEmpty()) {
        const int left = place.left() + painter.fontMetrics().horizontalAdvance(text) + gap;
        paintIcon(painter, mirrored(option, QRect(left, place.top() + (place.height() - icon) / 2, icon, icon)),
            line.mark, tokens.colour(ColourRole::Ok));
    }
}

QSize LinesDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    const Tokens &tokens = m_theme.tokens();
    return { 0, 2 * tokens.space(Space::Small) + heightOf(m_roles.size()) };
}

int LinesDelegate::heightOf(qsizetype lines) const
{
    const Tokens &tokens = m_theme.tokens();
    int height = int(std::max<qsizetype>(0, lines - 1)) * tokens.px(LineGap);
    for (qsizetype i = 0; i < lines; ++i)
        height += QFontMetrics(tokens.font(m_roles[i])).height();
    return height;
}

} // namespace salon
