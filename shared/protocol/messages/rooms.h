// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/ids.h"
#include "shared/base/vocabulary.h"
#include "shared/protocol/field_table.h"
#include "shared/protocol/message_types.h"
#include "shared/protocol/messages/history.h"
#include "shared/protocol/messages/people.h"
#include "shared/protocol/messages/rules.h"

namespace salon {

/// A room as one account sees it.
struct RoomSummary
{
    RoomId id{};
    RoomKind kind = RoomKind::Public;
    QString name{}; ///< empty for direct rooms
    QString topic{};
    Seq head = 0;
    Seq floor = 1; ///< oldest seq that this account can get
    quint32 memberCount = 0;
    bool member = false;
    Seq readSeq = 0; ///< this, the following three, mark and attention: members only
    quint32 unread = 0; ///< messages of others in (readSeq, head], or in [mark, head] when there is a mark
    quint32 mentions = 0;
    qint64 lastActivityMs = 0;
    QList<Profile> others{}; ///< the other people of a direct room
    bool first = false; ///< the room everyone lands in; cannot be left
    RoomRules rules{};
    AccountId maker{}; ///< invalid: the server itself, or a direct room
    Seq mark = 0; ///< as in ReadMoved
    Attention attention = Attention::All; ///< of this account
    qint64 attentionUntilMs = 0; ///< since 1970 UTC; 0: for good

    static constexpr void fields(auto table)
    {
        using M = RoomSummary;
        table(table.required(1, "id", &M::id), table.required(2, "kind", &M::kind),
            table.optional(3, "name", &M::name, 512), table.optional(4, "topic", &M::topic, 512),
            table.required(5, "head", &M::head), table.optional(6, "floor", &M::floor),
            table.optional(7, "memberCount", &M::memberCount), table.optional(8, "member", &M::member),
            table.optional(9, "readSeq", &M::readSeq), table.optional(10, "unread", &M::unread),
            table.optional(11, "mentions", &M::mentions), table.optional(12, "lastActivityMs", &M::lastActivityMs),
            table.optional(13, "others", &M::others, 8), table.optional(14, "first", &M::first),
            table.optional(15, "rules", &M::rules), table.optional(16, "maker", &M::maker),
            table.optional(17, "mark", &M::mark), table.optional(18, "attention", &M::attention),
            table.optional(19, "attentionUntilMs", &M::attentionUntilMs));
    }
    friend bool operator==(const RoomSummary &, const RoomSummary &) = default;
};

/// Makes a public or private room; its maker becomes a member, and so do `members`. Answer: RoomOpened.
struct CreateRoom
{
    static constexpr auto Type = MessageType::CreateRoom;
    RoomKind kind = RoomKind::Public;
    QString name{};
    QString topic{};
    QList<AccountId> members{};

    static constexpr void fields(auto table)
    {
        using M = CreateRoom;
        table(table.required(1, "kind", &M::kind), table.required(2, "name", &M::name, 512),
            table.optional(3, "topic", &M::topic, 512), table.optional(4, "members", &M::members, 100));
    }
    friend bool operator==(const CreateRoom &, const CreateRoom &) = default;
};

/// Answer to CreateRoom, JoinRoom and OpenDirect. The same connection must still Follow the room.
struct RoomOpened
{
    static constexpr auto Type = MessageType::RoomOpened;
    RoomSummary room{};

    static constexpr void fields(auto table) { table(table.required(1, "room", &RoomOpened::room)); }
    friend bool operator==(const RoomOpened &, const RoomOpened &) = default;
};

/// Public rooms, and those one is a member of, whose name or topic contains the text. Answer: RoomList.
struct ListRooms
{
    static constexpr auto Type = MessageType::ListRooms;
    QString query{};
    quint32 offset = 0;
    quint32 limit = 0; ///< 0: 50; at most 100

    static constexpr void fields(auto table)
    {
        using M = ListRooms;
        table(table.optional(1, "query", &M::query, 256), table.optional(2, "offset", &M::offset),
            table.optional(3, "limit", &M::limit));
    }
    friend bool operator==(const ListRooms &, const ListRooms &) = default;
};

struct RoomList
{
    static constexpr auto Type = MessageType::RoomList;
    QList<RoomSummary> rooms{};
    bool more = false;

    static constexpr void fields(auto table)
    {
        table(table.optional(1, "rooms", &RoomList::rooms, 100), table.optional(2, "more", &RoomList::more));
    }
    friend bool operator==(const RoomList &, const RoomList &) = default;
};

/// Joins a public room. Joining a room one is in already changes nothing. Answer: RoomOpened.
struct JoinRoom
{
    static constexpr auto Type = MessageType::JoinRoom;
    RoomId room{};

    static constexpr void fields(auto table) { table(table.required(1, "room", &JoinRoom::room)); }
    friend bool operator==(const JoinRoom &, const JoinRoom &) = default;
};

/// Leaves a room. Answer: Done; every device of the account hears RoomRemoved.
struct LeaveRoom
{
    static constexpr auto Type = MessageType::LeaveRoom;
    RoomId room{};

    static constexpr void fields(auto table) { table(table.required(1, "room", &LeaveRoom::room)); }
    friend bool operator==(const LeaveRoom &, const LeaveRoom &) = default;
};

/// Adds somebody to a room one is a member of. Answer: Done; their devices hear RoomAdded.
struct InviteToRoom
{
    static constexpr auto Type = MessageType::InviteToRoom;
    RoomId room{};
    AccountId account{};

    static constexpr void fields(auto table)
    {
        table(table.required(1, "room", &InviteToRoom::room), table.required(2, "account", &InviteToRoom::account));
    }
    friend bool operator==(const InviteToRoom &, const InviteToRoom &) = default;
};

/// Renames a public or private room (its maker, moderators and above). Answer: Done.
struct RenameRoom
{
    static constexpr auto Type = MessageType::RenameRoom;
    RoomId room{};
    QString name{};

    static constexpr void fields(auto table)
    {
        table(table.required(1, "room", &RenameRoom::room), table.required(2, "name", &RenameRoom::name, 512));
    }
    friend bool operator==(const RenameRoom &, const RenameRoom &) = default;
};

/// Sets the topic (any member). Answer: Done.
struct SetTopic
{
    static constexpr auto Type = MessageType::SetTopic;
    RoomId room{};
    QString topic{};

    static constexpr void fields(auto table)
    {
        table(table.required(1, "room", &SetTopic::room), table.optional(2, "topic", &SetTopic::topic, 512));
    }
    friend bool operator==(const SetTopic &, const SetTopic &) = default;
};

/// Opens the direct room with exactly these people and oneself, making it if there is none. Answer: RoomOpened.
struct OpenDirect
{
    static constexpr auto Type = MessageType::OpenDirect;
    QList<AccountId> people{}; ///< 1 to 7 others

    static constexpr void fields(auto table) { table(table.required(1, "people", &OpenDirect::people, 7)); }
    friend bool operator==(const OpenDirect &, const OpenDirect &) = default;
};

/// Members of a room, those present first, then by name. Answer: MemberList.
struct ListMembers
{
    static constexpr auto Type = MessageType::ListMembers;
    RoomId room{};
    quint32 offset = 0;
    quint32 limit = 0; ///< 0: 200, which is also the most

    static constexpr void fields(auto table)
    {
        using M = ListMembers;
        table(table.required(1, "room", &M::room), table.optional(2, "offset", &M::offset),
            table.optional(3, "limit", &M::limit));
    }
    friend bool operator==(const ListMembers &, const ListMembers &) = default;
};

struct MemberEntry
{
    Profile profile{};
    Role role = Role::Member;
    bool maker = false; ///< made the room

    static constexpr void fields(auto table)
    {
        using M = MemberEntry;
        table(table.required(1, "profile", &M::profile), table.required(2, "role", &M::role),
            table.optional(3, "maker", &M::maker));
    }
    friend bool operator==(const MemberEntry &, const MemberEntry &) = default;
};

struct MemberList
{
    static constexpr auto Type = MessageType::MemberList;
    RoomId room{};
    QList<MemberEntry> members{};
    quint32 total = 0;

    static constexpr void fields(auto table)
    {
        using M = MemberList;
        table(table.required(1, "room", &M::room), table.optional(2, "members", &M::members, 200),
            table.required(3, "total", &M::total));
    }
    friend bool operator==(const MemberList &, const MemberList &) = default;
};

/// This account is a member of one more room (invited, or joined on another device). Follow it to hear its events.
struct RoomAdded
{
    static constexpr auto Type = MessageType::RoomAdded;
    RoomSummary room{};

    static constexpr void fields(auto table) { table(table.required(1, "room", &RoomAdded::room)); }
    friend bool operator==(const RoomAdded &, const RoomAdded &) = default;
};

/// This account is no longer a member.
struct RoomRemoved
{
    static constexpr auto Type = MessageType::RoomRemoved;
    RoomId room{};

    static constexpr void fields(auto table) { table(table.required(1, "room", &RoomRemoved::room)); }
    friend bool operator==(const RoomRemoved &, const RoomRemoved &) = default;
};

/// Removes somebody from a public or private room (its maker, moderators and above; nobody of a higher role, nor the
/// maker by others than those above moderators). Answer: Done; their devices hear RoomRemoved.
struct RemoveFromRoom
{
    static constexpr auto Type = MessageType::RemoveFromRoom;
    RoomId room{};
    AccountId account{};
    bool ban = false; ///< who may not come back then, until LiftBan; need not be a member

    static constexpr void fields(auto table)
    {
        using M = RemoveFromRoom;
        table(table.required(1, "room", &M::room), table.required(2, "account", &M::account),
            table.optional(3, "ban", &M::ban));
    }
    friend bool operator==(const RemoveFromRoom &, const RemoveFromRoom &) = default;
};

/// Lets somebody come back who was banned from the room. Answer: Done. Failed with NotBanned.
struct LiftBan
{
    static constexpr auto Type = MessageType::LiftBan;
    RoomId room{};
    AccountId account{};

    static constexpr void fields(auto table)
    {
        table(table.required(1, "room", &LiftBan::room), table.required(2, "account", &LiftBan::account));
    }
    friend bool operator==(const LiftBan &, const LiftBan &) = default;
};

/// Asks who may not come into the room (those who may lift it). Answer: BanList.
struct ListBans
{
    static constexpr auto Type = MessageType::ListBans;
    RoomId room{};
    AccountId after{}; ///< last one of the page before; invalid for the first page

    static constexpr void fields(auto table)
    {
        table(table.required(1, "room", &ListBans::room), table.optional(2, "after", &ListBans::after));
    }
    friend bool operator==(const ListBans &, const ListBans &) = default;
};

/// By account id.
struct BanList
{
    static constexpr auto Type = MessageType::BanList;
    QList<Profile> people{};
    bool more = false;

    static constexpr void fields(auto table)
    {
        table(table.optional(1, "people", &BanList::people, 200), table.optional(2, "more", &BanList::more));
    }
    friend bool operator==(const BanList &, const BanList &) = default;
};

/// First request after login: what this client has. Answer: Resumed. While it says `more`, ask again with `after`.
struct Resume
{
    static constexpr auto Type = MessageType::Resume;
    QByteArray epoch{}; ///< that the positions belong to; empty when there are none
    QList<RoomPosition> rooms{};
    RoomId after{}; ///< last room of the page before; invalid for the first page

    static constexpr void fields(auto table)
    {
        table(table.optional(1, "epoch", &Resume::epoch, 16), table.optional(2, "rooms", &Resume::rooms, 1024),
            table.optional(3, "after", &Resume::after));
    }
    friend bool operator==(const Resume &, const Resume &) = default;
};

/// Last counter that the server saw of this device in one room, so that an outbox can go on after a restore.
struct DeviceCounter
{
    RoomId room{};
    quint64 last = 0;

    static constexpr void fields(auto table)
    {
        table(table.required(1, "room", &DeviceCounter::room), table.required(2, "last", &DeviceCounter::last));
    }
    friend bool operator==(const DeviceCounter &, const DeviceCounter &) = default;
};

/// Answer to Resume: all rooms of the account. `live` lists those whose position equals the head: they are followed
/// already; the client must Follow the others to hear of them. `reset`: the epoch differs, drop all cached history.
struct Resumed
{
    static constexpr auto Type = MessageType::Resumed;
    QList<RoomSummary> rooms{};
    QList<RoomId> live{};
    bool reset = false;
    QList<DeviceCounter> counters{};
    Profile self{};
    bool more = false; ///< rooms come behind the last one of `rooms`

    static constexpr void fields(auto table)
    {
        using M = Resumed;
        table(table.optional(1, "rooms", &M::rooms, 1024), table.optional(2, "live", &M::live, 1024),
            table.optional(3, "reset", &M::reset), table.optional(4, "counters", &M::counters, 1024),
            table.required(5, "self", &M::self), table.optional(6, "more", &M::more));
    }
    friend bool operator==(const Resumed &, const Resumed &) = default;
};

} // namespace salon
