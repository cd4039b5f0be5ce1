// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/rooms/room_delegate.h"

#include "client-gui/app/theme.h"
#include "client-gui/app/tinted_icon.h"
#include "client-gui/rooms/presence_mark.h"
#include "client-gui/rooms/room_words.h"
#include "client-gui/widgets/badge_painter.h"
#include "client-gui/widgets/sign_line.h"
#include "shared/client-core/models/room_list_model.h"

#include <QPainter>
#include <QPixmap>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

uint unreadOf(const QModelIndex &index)
{
    return index.data(RoomListModel::UnreadRole).toUInt() + index.data(RoomWords::DirectUnreadRole).toUInt();
}

uint mentionsOf(const QModelIndex &index)
{
    // Whoever writes directly means you.
    return index.data(RoomListModel::MentionsRole).toUInt() + index.data(RoomWords::DirectUnreadRole).toUInt();
}

/// Its other messages do not call.
bool callsOnlyWithMentions(const QModelIndex &index)
{
    return Attention(index.data(RoomListModel::AttentionRole).toInt()) == Attention::Mentions;
}

/// Nothing of what is unread calls.
bool isQuiet(const QModelIndex &index)
{
    return index.data(RoomWords::IsMutedRole).toBool()
        || (callsOnlyWithMentions(index) && index.data(RoomListModel::MentionsRole).toUInt() == 0);
}

} // namespace

void RoomDelegate::paintPicture(QPainter &painter, const QRect &place, const Row &row, const QModelIndex &index) const
{
    const Tokens &tokens = view().theme().tokens();
    const auto kind = RoomKind(index.data(RoomListModel::KindRole).toInt());
    const bool isBold = (unreadOf(index) > 0 && !isQuiet(index)) || row.isSelected;
    if (kind != RoomKind::Direct) {
        const int inset = (place.width() - tokens.rowIcon()) / 2;
        paintIcon(painter, place.adjusted(inset, inset, -inset, -inset),
            kind == RoomKind::Private ? u"lock"_s : u"hash"_s,
            tokens.colour(isBold ? ColourRole::Text : ColourRole::Muted));
        return;
    }
    const QVariantList others = index.data(RoomListModel::OthersRole).toList();
    const QVariant presence = index.data(RoomListModel::PresenceRole);
    const qint64 face = others.isEmpty() ? 0 : others.first().toLongLong();
    PresenceMark mark = presence.isValid() ? presenceMark(PresenceState(presence.toInt())) : PresenceMark::None;
    if (mark == PresenceMark::Offline && index.data(RoomWords::IsDirectRole).toBool())
        mark = PresenceMark::Online; // the server does not know, but they are here
    paintAvatar(painter, place, avatarFace(index.data(RoomListModel::NameRole).toString(), hueOf(face)), tokens, mark,
        row.ground);
}

void RoomDelegate::paintDot(QPainter &painter, const QRect &picture, const Row &row, const QModelIndex &index) const
{
    const Tokens &tokens = view().theme().tokens();
    const bool isMuted = isQuiet(index);
    const bool isMention = mentionsOf(index) > 0;
    const int dot = tokens.px(8);
    painter.setPen(QPen(row.ground, 2));
    painter.setBrush(tokens.colour(isMuted ? ColourRole::ControlLine
            : isMention                    ? ColourRole::Accent
                                           : ColourRole::Badge));
    painter.drawEllipse(QRect(picture.right() - dot + 3, picture.top() - 2, dot, dot));
}

int RoomDelegate::paintCount(QPainter &painter, const QRect &rest, const QModelIndex &index) const
{
    const uint unread = unreadOf(index);
    const uint mentions = mentionsOf(index);
    const bool isDirect = RoomKind(index.data(RoomListModel::KindRole).toInt()) == RoomKind::Direct;
    const BadgeKind kind = index.data(RoomWords::IsMutedRole).toBool() ? BadgeKind::Muted
        : mentions > 0                                                 ? BadgeKind::Mention
        : callsOnlyWithMentions(index)                                 ? BadgeKind::Muted
                                                                       : BadgeKind::Unread;
    const QString text = mentions > 0 ? badgeText(int(mentions), !isDirect) : badgeText(int(unread));
    return paintBadge(painter, rest, text, kind, view().theme().tokens());
}

QRect RoomDelegate::badgeRect(const QRect &row, const QModelIndex &index) const
{
    const uint unread = unreadOf(index);
    if (unread == 0 || view().isIconsOnly())
        return {};
    // As wide as it is painted, and as high as the row: nobody aims at a few pixels.
    QPixmap nothing(1, 1);
    QPainter painter(&nothing);
    const QRect inner = innerRect(row, index);
    const int taken = paintCount(painter, inner, index) + view().theme().tokens().space(Space::Small);
    return inner.adjusted(inner.width() - taken, 0, view().theme().tokens().space(Space::Small), 0);
}

void RoomDelegate::paintRow(QPainter &painter, const Row &row, const QModelIndex &index) const
{
    const Tokens &tokens = view().theme().tokens();
    const int side = tokens.listAvatar();
    const bool isUnread = unreadOf(index) > 0;
    const bool isMuted = index.data(RoomWords::IsMutedRole).toBool();

    if (view().isIconsOnly()) {
        const QRect picture(row.rect.center().x() - side / 2 + 1, row.rect.center().y() - side / 2 + 1, side, side);
        paintPicture(painter, picture, row, index);
        if (isUnread)
            paintDot(painter, picture, row, index);
        return;
    }
    paintPicture(painter, QRect(row.rect.left(), row.rect.center().y() - side / 2 + 1, side, side), row, index);

    const int gap = tokens.space(Space::Small);
    QRect rest = row.rect.adjusted(side + gap, 0, 0, 0);
    if (const int taken = paintCount(painter, rest, index); taken > 0)
        rest.setRight(rest.right() - taken - gap);
    const auto paintSign = [&](const QString &icon, ColourRole role = ColourRole::Muted) {
        const int size = tokens.px(14);
        paintIcon(painter, QRect(rest.right() - size, rest.center().y() - size / 2 + 1, size, size), icon,
            tokens.colour(role));
        rest.setRight(rest.right() - size - gap);
    };
    if (index.data(RoomWords::IsDirectRole).toBool())
        paintSign(u"house"_s, ColourRole::Ok);
    else if (index.data(RoomWords::IsNearbyRole).toBool())
        paintSign(u"server"_s);
    if (isMuted)
        paintSign(u"bell-off"_s);
    else if (callsOnlyWithMentions(index))
        paintSign(u"at"_s);
    if (index.data(RoomListModel::HasDraftRole).toBool() && !row.isSelected)
        paintSign(u"edit"_s);
    QFont font = tokens.font(TextRole::ListItem);
    if (isUnread && !isQuiet(index))
        font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(tokens.colour(isMuted && !row.isSelected ? ColourRole::Muted : ColourRole::Text));
    paintSignLine(painter, rest, Qt::AlignLeft, index.data(RoomListModel::NameRole).toString());
}

} // namespace salon
