// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/dialogs/public_room_delegate.h"

#include "client-gui/app/style_controls.h"
#include "client-gui/app/theme.h"
#include "client-gui/app/tinted_icon.h"
#include "shared/client-core/models/public_room_model.h"
#include "shared/client-core/text/people_text.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace salon {

PublicRoomDelegate::PublicRoomDelegate(Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

void PublicRoomDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &tokens = m_theme.tokens();
    const auto visual = [&option](const QRect &rect) {
        return QStyle::visualRect(option.direction, option.rect, rect);
    };
    painter->save();
    painter->setLayoutDirection(option.direction);
    controls::paintRowGround(*painter, option.rect.adjusted(1, 1, -1, -1),
        option.state.testFlag(QStyle::State_Selected), option.state.testFlag(QStyle::State_MouseOver), tokens);
    const int gap = tokens.space(Space::Small);
    const int icon = tokens.rowIcon();
    QRect rest = option.rect.adjusted(tokens.space(Space::Medium), gap, -tokens.space(Space::Medium), -gap);
    const bool isPrivate = RoomKind(index.data(PublicRoomModel::KindRole).toInt()) == RoomKind::Private;
    const QFontMetrics nameMetrics(tokens.font(TextRole::Name));
    const QFontMetrics metaMetrics(tokens.font(TextRole::Meta));
    const int nameHeight = nameMetrics.height();
    paintIcon(*painter, visual(QRect(rest.left(), rest.top() + (nameHeight - icon) / 2, icon, icon)),
        isPrivate ? u"lock"_s : u"hash"_s, tokens.colour(ColourRole::Muted));
    rest.setLeft(rest.left() + icon + gap);

    QRect line(rest.left(), rest.top(), rest.width(), nameHeight);
    const QString members = PeopleText::members(index.data(PublicRoomModel::MemberCountRole).toInt());
    const int membersWidth = metaMetrics.horizontalAdvance(members);
    painter->setFont(tokens.font(TextRole::Meta));
    painter->setPen(tokens.colour(ColourRole::Muted));
    painter->drawText(visual(line), Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine, members);
    line.setRight(line.right() - membersWidth - gap);
    const bool isMember = index.data(PublicRoomModel::IsMemberRole).toBool();
    if (isMember)
        line.setRight(line.right() - icon - gap);
    const QString name
        = nameMetrics.elidedText(index.data(PublicRoomModel::NameRole).toString(), Qt::ElideRight, line.width());
    painter->setFont(tokens.font(TextRole::Name));
    painter->setPen(tokens.colour(ColourRole::Text));
    painter->drawText(visual(line), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, name);
    if (isMember)
        paintIcon(*painter,
            visual(QRect(line.left() + nameMetrics.horizontalAdvance(name) + gap, line.top() + (nameHeight - icon) / 2,
                icon, icon)),
            u"check"_s, tokens.colour(ColourRole::Ok));

    const QString topic = index.data(PublicRoomModel::TopicRole).toString().simplified();
    painter->setFont(tokens.font(TextRole::Meta));
    painter->setPen(tokens.colour(ColourRole::Muted));
    painter->drawText(
        visual(QRect(rest.left(), rest.bottom() - metaMetrics.height() + 1, rest.width(), metaMetrics.height())),
        Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
        metaMetrics.elidedText(topic, Qt::ElideRight, rest.width()));
    painter->restore();
}

QSize PublicRoomDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    const Tokens &tokens = m_theme.tokens();
    return { 0,
        QFontMetrics(tokens.font(TextRole::Name)).height() + QFontMetrics(tokens.font(TextRole::Meta)).height()
            + 2 * tokens.space(Space::Small) + tokens.px(2) };
}

} // namespace salon
