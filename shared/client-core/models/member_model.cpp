// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/models/member_model.h"

#include "shared/base/when_ready.h"
#include "shared/client-core/session/history.h"
#include "shared/client-core/session/people.h"

#include <algorithm>

namespace salon {
namespace {

bool isPresent(const MemberEntry &member)
{
    return member.profile.presence != PresenceState::Offline;
}

} // namespace

MemberModel::MemberModel(RoomId room, Fetch fetch, History &history, const People &people, QObject *parent)
    : QAbstractListModel(parent)
    , m_room(room)
    , m_fetch(std::move(fetch))
    , m_people(people)
{
    connect(&people, &People::changed, this, &MemberModel::personChanged);
    connect(&people, &People::presenceForgotten, this, [this] {
        QList<MemberEntry> members = m_members;
        show(std::move(members));
    });
    connect(&history, &History::appended, this, [this](RoomId where, const QList<RoomEvent> &events) {
        if (where == m_room)
            eventsAppended(events);
    });
    refresh();
}

int MemberModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_members.size());
}

QVariant MemberModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const MemberEntry &member = m_members[index.row()];
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return member.profile.displayName.isEmpty() ? member.profile.login : member.profile.displayName;
    case AccountIdRole:
        return member.profile.id.value;
    case LoginRole:
        return member.profile.login;
    case RoleRole:
        return int(member.role);
    case IsMakerRole:
        return member.maker;
    case PresenceRole:
        return int(member.profile.presence);
    case StatusTextRole:
        return member.profile.statusText;
    case LastSeenRole:
        return member.profile.lastSeenMs;
    case IsSelfRole:
        return member.profile.id == m_people.self();
    case IsPresentRole:
        return isPresent(member);
    default:
        return {};
    }
}

QHash<int, QByteArray> MemberModel::roleNames() const
{
    return { { Qt::DisplayRole, "display" }, { AccountIdRole, "accountId" }, { NameRole, "name" },
        { LoginRole, "login" }, { RoleRole, "role" }, { IsMakerRole, "isMaker" }, { PresenceRole, "presence" },
        { StatusTextRole, "statusText" }, { LastSeenRole, "lastSeen" }, { IsSelfRole, "isSelf" },
        { IsPresentRole, "isPresent" } };
}

int MemberModel::rowOf(AccountId account) const
{
    const auto found
        = std::ranges::find_if(m_members, [&](const MemberEntry &member) { return member.profile.id == account; });
    return found == m_members.end() ? -1 : int(found - m_members.begin());
}

int MemberModel::presentCount() const
{
    return int(std::ranges::count_if(m_members, isPresent));
}

void MemberModel::refresh()
{
    m_incoming.clear();
    ask(++m_generation, 0);
}

void MemberModel::ask(int generation, quint32 offset)
{
    setLoading(true);
    whenReady(
        m_fetch(offset), this, [this, generation](const Result<MemberList> &page) { pageCame(generation, page); });
}

void MemberModel::pageCame(int generation, const Result<MemberList> &page)
{
    if (generation != m_generation)
        return;
    if (!page) {
        setLoading(false);
        Q_EMIT loadFailed(page.error());
        return;
    }
    m_incoming += page->members;
    if (!page->members.isEmpty() && m_incoming.size() < std::min(qsizetype(page->total), MaxMembers)) {
        ask(generation, quint32(m_incoming.size()));
        return;
    }
    m_isTruncated = m_incoming.size() >= MaxMembers && m_incoming.size() < qsizetype(page->total);
    m_incoming.resize(std::min(m_incoming.size(), MaxMembers));
    show(std::exchange(m_incoming, {}));
    setLoading(false);
}

void MemberModel::show(QList<MemberEntry> members)
{
    for (MemberEntry &member : members)
        updateEntry(member);
    std::ranges::sort(
        members, [this](const MemberEntry &left, const MemberEntry &right) { return isBefore(left, right); });
    const auto isSame = [](const MemberEntry &left, const MemberEntry &right) {
        return left.profile.id == right.profile.id;
    };
    members.erase(std::unique(members.begin(), members.end(), isSame), members.end());
    beginResetModel();
    m_members = std::move(members);
    endResetModel();
    countPresent();
}

void MemberModel::eventsAppended(const QList<RoomEvent> &events)
{
    if (events.size() > 1) { // caught up after an absence
        refresh();
        return;
    }
    const RoomEvent &event = events.value(0);
    if (event.kind == EventKind::Left)
        removeAccount(event.author);
    else if (event.kind == EventKind::Removed || event.kind == EventKind::Banned)
        removeAccount(event.subject);
    else if (event.kind == EventKind::Joined || event.kind == EventKind::Invited)
        refresh(); // the role and login of somebody new are the server's to tell
}

void MemberModel::personChanged(AccountId person)
{
    const int row = rowOf(person);
    if (row < 0)
        return;
    MemberEntry member = m_members[row];
    updateEntry(member);
    if (member == m_members[row])
        return;
    m_members[row] = member;
    Q_EMIT dataChanged(index(row), index(row),
        { Qt::DisplayRole, NameRole, PresenceRole, StatusTextRole, LastSeenRole, IsPresentRole });
    moveToPlace(row);
    countPresent();
}

void MemberModel::moveToPlace(int row)
{
    int target = row;
    while (target > 0 && isBefore(m_members[row], m_members[target - 1]))
        --target;
    if (target == row) {
        while (target + 1 < m_members.size() && isBefore(m_members[target + 1], m_members[row]))
            ++target;
    }
    if (target == row)
        return;
    beginMoveRows({}, row, row, {}, target > row ? target + 1 : target);
    m_members.move(row, target);
    endMoveRows();
}

void MemberModel::removeAccount(AccountId account)
{
    const int row = rowOf(account);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_members.removeAt(row);
    endRemoveRows();
    countPresent();
}

void MemberModel::updateEntry(MemberEntry &member) const
{
    if (const Profile *profile = m_people.find(member.profile.id))
        member.profile = *profile;
}

bool MemberModel::isBefore(const MemberEntry &left, const MemberEntry &right) const
{
    if (isPresent(left) != isPresent(right))
        return isPresent(left);
    const int byName = QString::localeAwareCompare(left.profile.displayName, right.profile.displayName);
    return byName != 0 ? byName < 0 : left.profile.id < right.profile.id;
}

void MemberModel::setLoading(bool loading)
{
    if (std::exchange(m_loading, loading) != loading)
        Q_EMIT loadingChanged(loading);
}

void MemberModel::countPresent()
{
    const int count = presentCount();
    if (std::exchange(m_lastPresent, count) != count)
        Q_EMIT presentCountChanged(count);
}

} // namespace salon
