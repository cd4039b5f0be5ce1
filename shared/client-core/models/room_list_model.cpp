// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/models/room_list_model.h"

#include "shared/client-core/session/people.h"
#include "shared/client-core/text/rules_text.h"

namespace salon {
namespace {

QList<int> rolesOf(RoomAspects what)
{
    using Model = RoomListModel;
    QList<int> roles;
    if (what & RoomAspect::Name)
        roles << Qt::DisplayRole << Model::NameRole << Model::KindRole << Model::SectionRole << Model::OthersRole
              << Model::IsFirstRole << Model::PresenceRole;
    if (what & RoomAspect::Topic)
        roles << Model::TopicRole;
    if (what & RoomAspect::Counts)
        roles << Model::UnreadRole << Model::MentionsRole << Model::MarkRole;
    if (what & RoomAspect::Activity)
        roles << Model::LastActivityRole << Model::LastTextRole;
    if (what & RoomAspect::Members)
        roles << Model::MemberCountRole;
    if (what & RoomAspect::Rules)
        roles << Model::RulesRole << Model::RulesLineRole;
    if (what & RoomAspect::Attention)
        roles << Model::AttentionRole << Model::AttentionUntilRole;
    return roles;
}

bool isDirect(const RoomSummary &room)
{
    return room.kind == RoomKind::Direct;
}

} // namespace

RoomListModel::RoomListModel(const Rooms &rooms, const People &people, QObject *parent)
    : QAbstractListModel(parent)
    , m_rooms(rooms)
    , m_people(people)
    , m_ids(rooms.ids())
{
    connect(&rooms, &Rooms::added, this, [this](RoomId room) {
        beginInsertRows({}, int(m_ids.size()), int(m_ids.size()));
        m_ids.append(room);
        endInsertRows();
    });
    connect(&rooms, &Rooms::aboutToRemove, this, [this](RoomId room) {
        const int row = rowOf(room);
        if (row < 0)
            return;
        beginRemoveRows({}, row, row);
        m_ids.removeAt(row);
        endRemoveRows();
    });
    connect(&rooms, &Rooms::changed, this, &RoomListModel::roomChanged);
    connect(&people, &People::changed, this, &RoomListModel::personChanged);
    connect(&people, &People::presenceForgotten, this, &RoomListModel::presenceForgotten);
}

int RoomListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_ids.size());
}

QVariant RoomListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const RoomId id = m_ids[index.row()];
    const RoomSummary *room = m_rooms.find(id);
    if (!room)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return isDirect(*room) && room->others.isEmpty() ? tr("Empty conversation") : m_rooms.displayName(id);
    case RoomIdRole:
        return id.value;
    case KindRole:
        return int(room->kind);
    case SectionRole:
        return int(isDirect(*room) ? RoomSection::Direct : RoomSection::Rooms);
    case TopicRole:
        return room->topic;
    case UnreadRole:
        return room->unread;
    case MentionsRole:
        return isDirect(*room) ? room->unread : room->mentions;
    case LastActivityRole:
        return room->lastActivityMs;
    case LastTextRole:
        return m_rooms.lastText(id);
    case PresenceRole:
    case StatusTextRole:
        return presence(*room, role);
    case MemberCountRole:
        return room->memberCount;
    case IsFirstRole:
        return room->first;
    case OthersRole: {
        QVariantList others;
        for (const Profile &other : room->others)
            others.append(other.id.value);
        return others;
    }
    case HasDraftRole:
        return m_drafts.contains(id);
    case AttentionRole:
        return int(room->attention);
    case AttentionUntilRole:
        return room->attentionUntilMs;
    case MarkRole:
        return room->mark;
    case RulesRole:
        return QVariant::fromValue(room->rules);
    case RulesLineRole:
        return RulesText::line(room->rules);
    default:
        return {};
    }
}

QVariant RoomListModel::presence(const RoomSummary &room, int role) const
{
    if (!isDirect(room) || room.others.size() != 1)
        return {};
    const Profile *other = m_people.find(room.others.first().id);
    if (role == StatusTextRole)
        return other ? other->statusText : QString();
    return int(other ? other->presence : PresenceState::Offline);
}

QHash<int, QByteArray> RoomListModel::roleNames() const
{
    return { { Qt::DisplayRole, "display" }, { RoomIdRole, "roomId" }, { KindRole, "kind" }, { SectionRole, "section" },
        { NameRole, "name" }, { TopicRole, "topic" }, { UnreadRole, "unread" }, { MentionsRole, "mentions" },
        { LastActivityRole, "lastActivity" }, { LastTextRole, "lastText" }, { PresenceRole, "presence" },
        { StatusTextRole, "statusText" }, { MemberCountRole, "memberCount" }, { IsFirstRole, "isFirst" },
        { OthersRole, "others" }, { HasDraftRole, "hasDraft" }, { AttentionRole, "attention" },
        { AttentionUntilRole, "attentionUntil" }, { MarkRole, "mark" }, { RulesRole, "rules" },
        { RulesLineRole, "rulesLine" } };
}

void RoomListModel::setHasDraft(RoomId room, bool hasDraft)
{
    if (m_drafts.contains(room) == hasDraft)
        return;
    if (hasDraft)
        m_drafts.append(room);
    else
        m_drafts.removeOne(room);
    if (const int row = rowOf(room); row >= 0)
        Q_EMIT dataChanged(index(row), index(row), { HasDraftRole });
}

void RoomListModel::retranslate()
{
    if (!m_ids.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_ids.size()) - 1), { Qt::DisplayRole, NameRole, RulesLineRole });
}

void RoomListModel::roomChanged(RoomId room, RoomAspects what)
{
    if (const int row = rowOf(room); row >= 0)
        Q_EMIT dataChanged(index(row), index(row), rolesOf(what));
}

void RoomListModel::personChanged(AccountId person)
{
    for (int row = 0; row < m_ids.size(); ++row) {
        const RoomSummary *room = m_rooms.find(m_ids[row]);
        if (!room || !isDirect(*room))
            continue;
        for (const Profile &other : room->others) {
            if (other.id == person)
                Q_EMIT dataChanged(index(row), index(row), { Qt::DisplayRole, NameRole, PresenceRole, StatusTextRole });
        }
    }
}

void RoomListModel::presenceForgotten()
{
    if (!m_ids.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_ids.size()) - 1), { PresenceRole });
}

} // namespace salon
