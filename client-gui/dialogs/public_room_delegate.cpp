// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/dialogs/public_room_delegate.h"

#include "shared/client-core/models/public_room_model.h"
#include "shared/client-core/text/people_text.h"

using namespace Qt::StringLiterals;

namespace salon {

PublicRoomDelegate::PublicRoomDelegate(Theme &theme, QObject *parent)
    : LinesDelegate(theme, { TextRole::Name, TextRole::Meta }, parent)
{
}

LinesDelegate::Content PublicRoomDelegate::content(const QModelIndex &index) const
{
    const bool isPrivate = RoomKind(index.data(PublicRoomModel::KindRole).toInt()) == RoomKind::Private;
    const bool isMember = index.data(PublicRoomModel::IsMemberRole).toBool();
    return { isPrivate ? u"lock"_s : u"hash"_s, ColourRole::Muted,
        { Line{ index.data(PublicRoomModel::NameRole).toString(), ColourRole::Text,
              PeopleText::members(index.data(PublicRoomModel::MemberCountRole).toInt()),
              isMember ? u"check"_s : QString() },
            Line{ index.data(PublicRoomModel::TopicRole).toString().simplified(), ColourRole::Muted } } };
}

} // namespace salon
