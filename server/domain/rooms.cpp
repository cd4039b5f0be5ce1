// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/domain/rooms.h"

#include "shared/base/event_line.h"

#include <algorithm>
#include <utility>

namespace salon::server {

const Room *Rooms::find(RoomId id) const
{
    const Entry *entry = findIn(m_rooms, id);
    return entry ? &entry->room : nullptr;
}

const Room *Rooms::findPublic(const QString &nameKey) const
{
    return find(m_byNameKey.value(nameKey));
}

QList<const Room *> Rooms::all() const
{
    QList<const Room *> rooms;
    rooms.reserve(count());
    for (const auto &[id, entry] : m_rooms)
        rooms.append(&entry.room);
    return rooms;
}

void Rooms::put(const Room &room)
{
    Entry &entry = m_rooms[room.id];
    if (entry.room.kind == RoomKind::Public && entry.room.id.isValid())
        m_byNameKey.remove(roomNameKey(entry.room.name));
    entry.room = room;
    if (room.kind == RoomKind::Public)
        m_byNameKey.insert(roomNameKey(room.name), room.id);
    if (room.first)
        m_first = room.id;
}

const Membership *Rooms::membership(RoomId room, AccountId account) const
{
    const Entry *entry = findIn(m_rooms, room);
    return entry ? findIn(entry->members, account) : nullptr;
}

qsizetype Rooms::memberCount(RoomId room) const
{
    const Entry *entry = findIn(m_rooms, room);
    return entry ? qsizetype(entry->members.size()) : 0;
}

QList<AccountId> Rooms::membersOf(RoomId room) const
{
    QList<AccountId> members;
    if (const Entry *entry = findIn(m_rooms, room)) {
        members.reserve(qsizetype(entry->members.size()));
        for (const auto &[account, membership] : entry->members)
            members.append(account);
    }
    return members;
}

QList<RoomId> Rooms::roomsOf(AccountId account) const
{
    QList<RoomId> rooms = m_roomsOf.value(account).rooms.values();
    std::sort(rooms.begin(), rooms.end());
    return rooms;
}

qsizetype Rooms::countedRoomsOf(AccountId account) const
{
    return m_roomsOf.value(account).counted;
}

bool Rooms::isExactly(RoomId room, const QList<AccountId> &people) const
{
    const Entry *entry = findIn(m_rooms, room);
    return entry && qsizetype(entry->members.size()) == people.size()
        && std::ranges::all_of(people, [entry](AccountId person) { return entry->members.contains(person); });
}

RoomId Rooms::findDirect(const QList<AccountId> &people) const
{
    // Of the one who has the fewest rooms, all are looked at.
    const QSet<RoomId> *fewest = nullptr;
    for (const AccountId person : people) {
        const auto belonging = m_roomsOf.constFind(person);
        if (belonging == m_roomsOf.constEnd())
            return {};
        if (!fewest || belonging->rooms.size() < fewest->size())
            fewest = &belonging->rooms;
    }
    for (const RoomId id : fewest ? *fewest : QSet<RoomId>()) {
        if (find(id)->kind == RoomKind::Direct && isExactly(id, people))
            return id;
    }
    return {};
}

quint64 Rooms::membersVersion(RoomId room) const
{
    const Entry *entry = findIn(m_rooms, room);
    return entry ? entry->membersVersion : 0;
}

void Rooms::putMembership(const Membership &membership)
{
    Entry *entry = findIn(m_rooms, membership.room);
    Q_ASSERT(entry);
    if (!entry)
        return;
    if (!entry->members.insert_or_assign(membership.account, membership).second)
        return;
    ++entry->membersVersion;
    Belonging &belonging = m_roomsOf[membership.account];
    belonging.rooms.insert(membership.room);
    belonging.counted += entry->room.kind == RoomKind::Direct ? 0 : 1;
}

void Rooms::removeMembership(RoomId room, AccountId account)
{
    Entry *entry = findIn(m_rooms, room);
    if (!entry || entry->members.erase(account) == 0)
        return;
    ++entry->membersVersion;
    Belonging &belonging = m_roomsOf[account];
    belonging.rooms.remove(room);
    belonging.counted -= entry->room.kind == RoomKind::Direct ? 0 : 1;
}

void Rooms::applyEvent(const Event &event)
{
    Entry *entry = findIn(m_rooms, event.room);
    Q_ASSERT(entry && event.seq == entry->room.head + 1);
    if (!entry)
        return;
    entry->room.head = event.seq;
    if (hasLine(event.kind))
        entry->room.lastActivityMs = event.timeMs;
    if (!countsAsUnread(event.kind))
        return;
    ++entry->room.messageCount;
    if (Membership *author = findIn(entry->members, event.author))
        ++author->ownAfter;
    const MessageCalls calls{ event.author, event.mentions, event.call };
    if (event.call == Call::Room) {
        for (auto &[account, membership] : entry->members)
            membership.mentionsAfter += calls.reach(account) ? 1 : 0;
        return;
    }
    for (const AccountId mentioned : event.mentions) {
        Membership *membership = calls.reach(mentioned) ? findIn(entry->members, mentioned) : nullptr;
        if (membership)
            ++membership->mentionsAfter;
    }
}

void Rooms::applyImport(const Room &grown, const QList<AccountId> &authors)
{
    Entry *entry = findIn(m_rooms, grown.id);
    if (!entry)
        return;
    const Seq before = std::exchange(entry->room.head, grown.head);
    entry->room.messageCount = grown.messageCount;
    entry->room.lastActivityMs = grown.lastActivityMs;
    for (auto &[account, membership] : entry->members) {
        if (membership.mark == 0 && membership.readSeq == before) {
            membership.readSeq = grown.head;
            membership.messagesBefore = grown.messageCount;
        }
    }
    for (const AccountId author : authors) {
        Membership *membership = findIn(entry->members, author);
        if (membership && membership->countingFrom() < grown.head)
            ++membership->ownAfter;
    }
}

QList<AccountId> Rooms::applyEffect(RoomId room, const ChangeEffect &effect)
{
    QList<AccountId> changed;
    Entry *entry = findIn(m_rooms, room);
    if (!entry || (!effect.deleted && effect.before == effect.after))
        return changed;
    for (auto &[account, membership] : entry->members) {
        if (membership.countingFrom() >= effect.target)
            continue;
        const bool isLess = effect.deleted && account != effect.before.author;
        const bool isUncalled = effect.before.reach(account) && !effect.after.reach(account);
        membership.deletedAfter += isLess ? 1 : 0;
        membership.mentionsAfter -= isUncalled ? 1 : 0;
        if (isLess || isUncalled)
            changed.append(account);
    }
    return changed;
}

bool Rooms::isBanned(RoomId room, AccountId account) const
{
    const Entry *entry = findIn(m_rooms, room);
    return entry && entry->banned.contains(account);
}

QList<AccountId> Rooms::bannedFrom(RoomId room) const
{
    const Entry *entry = findIn(m_rooms, room);
    QList<AccountId> banned = entry ? entry->banned.values() : QList<AccountId>();
    std::sort(banned.begin(), banned.end());
    return banned;
}

void Rooms::setBanned(RoomId room, AccountId account, bool banned)
{
    Entry *entry = findIn(m_rooms, room);
    if (!entry)
        return;
    if (banned)
        entry->banned.insert(account);
    else
        entry->banned.remove(account);
}

void Rooms::raiseFloor(RoomId room, Seq floor)
{
    Entry *entry = findIn(m_rooms, room);
    if (!entry)
        return;
    entry->room.floor = std::max(entry->room.floor, floor);
    for (auto &[account, membership] : entry->members)
        membership.floor = std::max(membership.floor, floor);
}

qint64 Rooms::unreadOf(const Membership &membership) const
{
    const Room *room = find(membership.room);
    return room ? room->messageCount - membership.messagesBefore - membership.ownAfter - membership.deletedAfter : 0;
}

QString roomNameKey(const QString &name)
{
    return name.normalized(QString::NormalizationForm_KC).toCaseFolded().simplified();
}

QString directKey(QList<AccountId> people)
{
    std::sort(people.begin(), people.end());
    people.erase(std::unique(people.begin(), people.end()), people.end());
    QString key;
    for (const AccountId person : people)
        key += (key.isEmpty() ? QString() : QStringLiteral(",")) + QString::number(person.value);
    return key;
}

} // namespace salon::server
