// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/nearby/nearby_delegate.h"

#include "client-gui/app/theme.h"
#include "client-gui/app/tinted_icon.h"
#include "client-gui/nearby/nearby_face.h"
#include "client-gui/widgets/badge_painter.h"
#include "shared/nearby/nearby_people.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace salon {

NearbyDelegate::NearbyDelegate(Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

QSize NearbyDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return { 40, m_theme.tokens().listRowHeight() };
}

void NearbyDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &tokens = m_theme.tokens();
    const int gap = tokens.space(Space::Small);
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const QRect row = option.rect.adjusted(gap, 1, -gap, -1);
    QColor ground = tokens.colour(ColourRole::Window);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (isSelected || option.state.testFlag(QStyle::State_MouseOver)) {
        const QColor over = tokens.colour(isSelected ? ColourRole::Selection : ColourRole::Hover);
        painter->setPen(Qt::NoPen);
        painter->setBrush(over);
        painter->drawRoundedRect(row, tokens.controlRadius(), tokens.controlRadius());
        ground = blended(over, ground);
    }
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(tokens.colour(ColourRole::FocusRing), tokens.focusWidth()));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(row).adjusted(1, 1, -1, -1), tokens.controlRadius(), tokens.controlRadius());
    }
    const QRect inner = row.adjusted(gap, 0, -gap, 0);
    const int side = tokens.listAvatar();
    const int left = m_isIconsOnly ? inner.center().x() - side / 2 + 1 : inner.left();
    const QRect picture(left, inner.center().y() - side / 2 + 1, side, side);
    const bool isHere = index.data(NearbyPeople::IsHereRole).toBool();
    paintAvatar(*painter, picture,
        nearbyFace(index.data(NearbyPeople::NameRole).toString(), index.data(NearbyPeople::KeyRole).toByteArray(),
            AccountId{ index.data(NearbyPeople::AccountRole).toLongLong() }),
        tokens, isHere ? PresenceMark::Online : PresenceMark::Offline, ground);
    const bool asks = index.data(NearbyPeople::AsksRole).toBool();
    if (!m_isIconsOnly) {
        paintWords(*painter, inner.adjusted(side + gap, 0, 0, 0), index);
    } else if (asks || index.data(NearbyPeople::UnreadRole).toInt() > 0) {
        const int dot = tokens.px(8);
        painter->setPen(QPen(ground, 2));
        painter->setBrush(tokens.colour(ColourRole::Accent));
        painter->drawEllipse(QRect(picture.right() - dot + 3, picture.top() - 2, dot, dot));
    }
    painter->restore();
}

void NearbyDelegate::paintWords(QPainter &painter, QRect rest, const QModelIndex &index) const
{
    const Tokens &tokens = m_theme.tokens();
    const int gap = tokens.space(Space::Small);
    const int unread = index.data(NearbyPeople::UnreadRole).toInt();
    const bool asks = index.data(NearbyPeople::AsksRole).toBool();
    const auto trust = PeerTrust(index.data(NearbyPeople::TrustRole).toInt());
    if (const int badge = paintBadge(painter, rest, badgeText(unread), BadgeKind::Mention, tokens); badge > 0)
        rest.setRight(rest.right() - badge - gap);
    const auto paintSign = [&](const QString &icon, ColourRole role) {
        const int size = tokens.px(14);
        paintIcon(painter, QRect(rest.right() - size, rest.center().y() - size / 2 + 1, size, size), icon,
            tokens.colour(role));
        rest.setRight(rest.right() - size - gap);
    };
    if (!index.data(NearbyPeople::DoubtTextRole).toString().isEmpty())
        paintSign(u"alert"_s, ColourRole::Danger);
    else if (asks)
        paintSign(u"person-add"_s, ColourRole::Accent);
    else if (index.data(NearbyPeople::IsDirectRole).toBool())
        paintSign(u"house"_s, ColourRole::Ok);
    QFont font = tokens.font(TextRole::ListItem);
    if (unread > 0 || asks)
        font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(tokens.colour(trust == PeerTrust::Accepted || asks ? ColourRole::Text : ColourRole::Muted));
    painter.drawText(rest, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
        painter.fontMetrics().elidedText(index.data(NearbyPeople::NameRole).toString(), Qt::ElideRight, rest.width()));
}

} // namespace salon
