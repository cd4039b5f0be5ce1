// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/models/public_room_model.h"

#include "shared/base/when_ready.h"

#include <algorithm>

namespace salon {

PublicRoomModel::PublicRoomModel(Fetch fetch, QObject *parent)
    : QAbstractListModel(parent)
    , m_fetch(std::move(fetch))
{
}

int PublicRoomModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rooms.size());
}

QVariant PublicRoomModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const RoomSummary &room = m_rooms[index.row()];
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return room.name;
    case RoomIdRole:
        return room.id.value;
    case TopicRole:
        return room.topic;
    case KindRole:
        return int(room.kind);
    case MemberCountRole:
        return room.memberCount;
    case IsMemberRole:
        return room.member;
    case LastActivityRole:
        return room.lastActivityMs;
    default:
        return {};
    }
}

QHash<int, QByteArray> PublicRoomModel::roleNames() const
{
    return { { Qt::DisplayRole, "display" }, { RoomIdRole, "roomId" }, { NameRole, "name" }, { TopicRole, "topic" },
        { KindRole, "kind" }, { MemberCountRole, "memberCount" }, { IsMemberRole, "isMember" },
        { LastActivityRole, "lastActivity" } };
}

bool PublicRoomModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_more && !m_loading;
}

void PublicRoomModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        ask();
}

void PublicRoomModel::search(const QString &query)
{
    ++m_generation;
    m_query = query;
    m_more = false;
    m_startsOver = true; // the rows of before stay until the new ones are there, so that the list does not flicker
    ask();
}

void PublicRoomModel::ask()
{
    setLoading(true);
    whenReady(m_fetch(m_query, m_startsOver ? 0U : m_offset), this,
        [this, generation = m_generation](const Result<RoomList> &answer) { answered(generation, answer); });
}

void PublicRoomModel::answered(int generation, const Result<RoomList> &answer)
{
    if (generation != m_generation)
        return;
    if (!answer) {
        setLoading(false);
        Q_EMIT loadFailed(answer.error());
        return;
    }
    if (std::exchange(m_startsOver, false)) {
        beginResetModel();
        m_rooms.clear();
        m_offset = 0;
        endResetModel();
    }
    m_more = answer->more && !answer->rooms.isEmpty();
    m_offset += quint32(answer->rooms.size());
    QList<RoomSummary> rooms = answer->rooms;
    rooms.removeIf([](const RoomSummary &room) { return room.kind == RoomKind::Direct; });
    if (rooms.isEmpty() && m_more) { // a view asks for more only when it sees the last row
        ask();
        return;
    }
    if (!rooms.isEmpty()) {
        const int first = int(m_rooms.size());
        beginInsertRows({}, first, first + int(rooms.size()) - 1);
        m_rooms += rooms;
        endInsertRows();
    }
    setLoading(false);
}

void PublicRoomModel::setMember(RoomId room, bool member)
{
    const auto found = std::ranges::find(m_rooms, room, &RoomSummary::id);
    if (found == m_rooms.end() || found->member == member)
        return;
    found->member = member;
    const QModelIndex changed = index(int(found - m_rooms.begin()));
    Q_EMIT dataChanged(changed, changed, { IsMemberRole });
}

void PublicRoomModel::setLoading(bool loading)
{
    if (std::exchange(m_loading, loading) != loading)
        Q_EMIT loadingChanged(loading);
}

} // namespace salon
