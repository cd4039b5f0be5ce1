// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/domain/change_effect.h"
#include "server/domain/event.h"
#include "server/domain/id_map.h"
#include "server/domain/room.h"

#include <QList>
#include <QSet>

namespace salon::server {

/// All rooms and memberships, in memory, with their exact unread counts. Changes are applied in the order the store
/// committed them. Pointers that it gives are good until a room or membership goes.
class Rooms
{
public:
    [[nodiscard]] const Room *find(RoomId id) const;
    [[nodiscard]] const Room *first() const { return find(m_first); }
    [[nodiscard]] const Room *findPublic(const QString &nameKey) const;
    [[nodiscard]] QList<const Room *> all() const;
    [[nodiscard]] qsizetype count() const { return qsizetype(m_rooms.size()); }
    void put(const Room &room);

    [[nodiscard]] const Membership *membership(RoomId room, AccountId account) const;
    [[nodiscard]] qsizetype memberCount(RoomId room) const;
    [[nodiscard]] QList<AccountId> membersOf(RoomId room) const;
    /// In the order of their ids.
    [[nodiscard]] QList<RoomId> roomsOf(AccountId account) const;
    /// Rooms that one can leave count towards the limit: direct rooms, which anybody may open with one, do not.
    [[nodiscard]] qsizetype countedRoomsOf(AccountId account) const;
    /// Whether exactly these people, each named once, are members.
    [[nodiscard]] bool isExactly(RoomId room, const QList<AccountId> &people) const;
    /// The direct room of exactly these people; invalid if there is none.
    [[nodiscard]] RoomId findDirect(const QList<AccountId> &people) const;
    /// Changes with the members of the room.
    [[nodiscard]] quint64 membersVersion(RoomId room) const;
    void putMembership(const Membership &membership);
    void removeMembership(RoomId room, AccountId account);

    /// Moves the head of the event's room and what it counts.
    void applyEvent(const Event &event);
    /// The log grew by messages of an earlier time by these authors. Who had read everything has done so still.
    void applyImport(const Room &grown, const QList<AccountId> &authors);
    /// Counts anew what a change made of a message. Gives those whose counts are others now.
    QList<AccountId> applyEffect(RoomId room, const ChangeEffect &effect);
    /// What lies below was removed for good. Read positions follow by putMembership().
    void raiseFloor(RoomId room, Seq floor);

    /// Who may not come into a room.
    [[nodiscard]] bool isBanned(RoomId room, AccountId account) const;
    /// In the order of their ids.
    [[nodiscard]] QList<AccountId> bannedFrom(RoomId room) const;
    void setBanned(RoomId room, AccountId account, bool banned);

    /// Messages of others after the counting position that are not deleted.
    [[nodiscard]] qint64 unreadOf(const Membership &membership) const;

private:
    struct Entry
    {
        Room room{};
        IdMap<AccountId, Membership> members{};
        quint64 membersVersion = 0;
        QSet<AccountId> banned{};
    };

    IdMap<RoomId, Entry> m_rooms;
    struct Belonging
    {
        QSet<RoomId> rooms{};
        qsizetype counted = 0; ///< without direct ones
    };

    QHash<AccountId, Belonging> m_roomsOf;
    QHash<QString, RoomId> m_byNameKey;
    RoomId m_first{};
};

/// What names of public rooms are compared by, so that case and width make no two rooms.
[[nodiscard]] QString roomNameKey(const QString &name);

/// What names the exact set of people of a direct room.
[[nodiscard]] QString directKey(QList<AccountId> people);

} // namespace salon::server
