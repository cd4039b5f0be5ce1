// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/rooms/room_words.h"

#include "client-gui/nearby/same_people.h"
#include "client-gui/widgets/plain_tool_tip.h"
#include "shared/client-core/models/room_list_model.h"
#include "shared/client-core/text/people_text.h"

using namespace Qt::StringLiterals;

namespace salon {

RoomWords::RoomWords(IsMuted isMuted, QObject *parent)
    : QIdentityProxyModel(parent)
    , m_isMuted(std::move(isMuted))
{
}

QVariant RoomWords::data(const QModelIndex &index, int role) const
{
    if (role == Qt::AccessibleTextRole)
        return spoken(index);
    const auto room = [&index] {
        return RoomId{ index.data(RoomListModel::RoomIdRole).toLongLong() };
    };
    if (role == IsMutedRole)
        return m_isMuted(room());
    if (role == IsNearbyRole)
        return m_same && m_same->ofRoom(room());
    if (role == IsDirectRole) {
        const auto person = m_same ? m_same->ofRoom(room()) : std::nullopt;
        return person && person->direct;
    }
    if (role == DirectUnreadRole)
        return m_same ? m_same->unreadOf(room()) : 0;
    if (role == Qt::ToolTipRole) {
        const QString topic = index.data(RoomListModel::TopicRole).toString();
        const QString name = index.data(RoomListModel::NameRole).toString();
        return plainToolTip(topic.isEmpty() ? name : "%1\n%2"_L1.arg(name, topic));
    }
    return QIdentityProxyModel::data(index, role);
}

void RoomWords::setSamePeople(const SamePeople *same)
{
    if (m_same)
        m_same->disconnect(this);
    m_same = same;
    const auto changed = [this] {
        tellAll({ IsNearbyRole, IsDirectRole, DirectUnreadRole, Qt::AccessibleTextRole });
    };
    if (same)
        connect(same, &SamePeople::changed, this, changed);
    changed();
}

void RoomWords::retranslate()
{
    tellAll({ Qt::AccessibleTextRole, Qt::ToolTipRole });
}

void RoomWords::mutedChanged()
{
    tellAll({ IsMutedRole, Qt::AccessibleTextRole });
}

void RoomWords::tellAll(const QList<int> &roles)
{
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 0), roles);
}

QString RoomWords::sectionName(int section)
{
    return RoomSection(section) == RoomSection::Direct ? tr("DIRECT MESSAGES") : tr("ROOMS");
}

QString RoomWords::spoken(const QModelIndex &index) const
{
    QStringList words{ index.data(RoomListModel::NameRole).toString() };
    if (RoomKind(index.data(RoomListModel::KindRole).toInt()) == RoomKind::Private)
        words.append(tr("private room"));
    const bool isDirect = index.data(IsDirectRole).toBool();
    const QVariant presence = index.data(RoomListModel::PresenceRole);
    // Who is linked is there, whatever the server knows.
    if (presence.isValid() && !(isDirect && PresenceState(presence.toInt()) == PresenceState::Offline))
        words.append(PeopleText::presence(PresenceState(presence.toInt())));
    if (isDirect)
        //: Of a person, for screen readers: a device of theirs is linked with this one, without the server
        words.append(tr("reached directly"));
    if (const int unread = index.data(RoomListModel::UnreadRole).toInt() + index.data(DirectUnreadRole).toInt();
        unread > 0)
        words.append(tr("%n unread message(s)", nullptr, unread));
    if (const int mentions = index.data(RoomListModel::MentionsRole).toInt(); mentions > 0)
        words.append(tr("%n mention(s) of you", nullptr, mentions));
    if (index.data(IsMutedRole).toBool())
        words.append(tr("muted"));
    else if (Attention(index.data(RoomListModel::AttentionRole).toInt()) == Attention::Mentions)
        //: Of a room, for screen readers
        words.append(tr("only mentions notify you"));
    if (index.data(RoomListModel::MarkRole).toLongLong() > 0)
        //: Of a room, for screen readers: the person marked it so
        words.append(tr("marked as unread"));
    if (index.data(RoomListModel::HasDraftRole).toBool())
        words.append(tr("draft"));
    return words.join(u", "_s);
}

} // namespace salon
