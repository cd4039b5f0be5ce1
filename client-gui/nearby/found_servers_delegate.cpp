// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/nearby/found_servers_delegate.h"

#include "client-gui/app/style_controls.h"
#include "client-gui/app/theme.h"
#include "client-gui/app/tinted_icon.h"

#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {

FoundServersDelegate::FoundServersDelegate(Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

int FoundServersDelegate::rowHeight(const Theme &theme)
{
    return theme.tokens().listRowHeight();
}

QSize FoundServersDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return { 0, rowHeight(m_theme) };
}

void FoundServersDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &tokens = m_theme.tokens();
    const bool isEnabled = option.state.testFlag(QStyle::State_Enabled);
    const int gap = tokens.space(Space::Small);
    painter->save();
    painter->setLayoutDirection(option.direction);
    controls::paintRowGround(*painter, option.rect.adjusted(1, 1, -1, -1),
        option.state.testFlag(QStyle::State_Selected) && option.state.testFlag(QStyle::State_HasFocus),
        isEnabled && option.state.testFlag(QStyle::State_MouseOver), tokens);
    QRect rest = option.rect.adjusted(gap, 0, -gap, 0);
    const auto mirrored = [&option](const QRect &rect) {
        return QStyle::visualRect(option.direction, option.rect, rect);
    };
    const int icon = tokens.rowIcon();
    paintIcon(*painter, mirrored({ rest.left(), rest.center().y() - icon / 2 + 1, icon, icon }), u"server"_s,
        tokens.colour(isEnabled ? ColourRole::Accent : ColourRole::Muted));
    rest.setLeft(rest.left() + icon + gap);

    const QString name = index.data(Qt::DisplayRole).toString();
    const QString address = index.data(AddressRole).toString();
    const QString people = index.data(PeopleRole).toString();
    const QFontMetrics meta(tokens.font(TextRole::Meta));
    painter->setFont(tokens.font(TextRole::Meta));
    painter->setPen(tokens.colour(ColourRole::Muted));
    const auto draw = [&](Qt::Alignment side, const QString &text) {
        painter->drawText(mirrored(rest), int(side | Qt::AlignVCenter) | Qt::TextSingleLine, text);
    };
    draw(Qt::AlignRight, people);
    rest.setRight(rest.right() - meta.horizontalAdvance(people) - gap);

    const QFont nameFont = tokens.font(TextRole::Name);
    const int nameWants = QFontMetrics(nameFont).horizontalAdvance(name) + 1;
    // Both are there to tell servers apart: neither takes more than its half while the other needs it.
    const int addressWants = meta.horizontalAdvance(address) + 1 + gap;
    const int nameGets = std::min(nameWants, std::max(rest.width() / 2, rest.width() - addressWants));
    painter->setFont(nameFont);
    painter->setPen(tokens.colour(isEnabled ? ColourRole::Text : ColourRole::Muted));
    const int right = rest.right();
    rest.setWidth(nameGets);
    draw(Qt::AlignLeft, QFontMetrics(nameFont).elidedText(name, Qt::ElideRight, nameGets));
    rest.setLeft(rest.right() + gap);
    rest.setRight(right);
    painter->setFont(tokens.font(TextRole::Meta));
    painter->setPen(tokens.colour(ColourRole::Muted));
    draw(Qt::AlignLeft, meta.elidedText(address, Qt::ElideMiddle, rest.width()));
    painter->restore();
}

} // namespace salon
