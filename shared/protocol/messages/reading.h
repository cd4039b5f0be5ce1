// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/ids.h"
#include "shared/base/vocabulary.h"
#include "shared/protocol/field_table.h"
#include "shared/protocol/message_types.h"

namespace salon {

/// Moves the account's read position in a room forward (a lower one changes nothing) and ends its unread mark. Answer:
/// Done; every device of the account hears ReadMoved.
struct MarkRead
{
    static constexpr auto Type = MessageType::MarkRead;
    RoomId room{};
    Seq seq = 0;
    bool keepMark = false; ///< told late, of what was read before the mark was made: the unread mark stays

    static constexpr void fields(auto table)
    {
        table(table.required(1, "room", &MarkRead::room), table.required(2, "seq", &MarkRead::seq),
            table.optional(3, "keepMark", &MarkRead::keepMark));
    }
    friend bool operator==(const MarkRead &, const MarkRead &) = default;
};

/// "Unread from here": the room counts as unread from the event `seq` on, although the read position stays where it is.
/// Answer: Done; every device of the account hears ReadMoved. A `seq` that is not read yet changes nothing.
struct MarkUnread
{
    static constexpr auto Type = MessageType::MarkUnread;
    RoomId room{};
    Seq seq = 0;

    static constexpr void fields(auto table)
    {
        table(table.required(1, "room", &MarkUnread::room), table.required(2, "seq", &MarkUnread::seq));
    }
    friend bool operator==(const MarkUnread &, const MarkUnread &) = default;
};

/// The account's read position and what is unread up to `head`: messages of others after the position, or from the
/// unread mark on when there is one, and those that mention the account. For each later live event the client adds one
/// by the same rule (docs/PROTOCOL.md §8).
struct ReadMoved
{
    static constexpr auto Type = MessageType::ReadMoved;
    RoomId room{};
    Seq seq = 0;
    quint32 unread = 0;
    quint32 mentions = 0;
    Seq head = 0; ///< the counts end here
    Seq mark = 0; ///< first event that counts as unread although it was read; 0: no mark

    static constexpr void fields(auto table)
    {
        using M = ReadMoved;
        table(table.required(1, "room", &M::room), table.required(2, "seq", &M::seq),
            table.required(3, "unread", &M::unread), table.required(4, "mentions", &M::mentions),
            table.required(5, "head", &M::head), table.optional(6, "mark", &M::mark));
    }
    friend bool operator==(const ReadMoved &, const ReadMoved &) = default;
};

/// What of a room calls this person's attention, on all their devices. Answer: Done; the account's other devices hear
/// RoomAttention.
struct SetRoomAttention
{
    static constexpr auto Type = MessageType::SetRoomAttention;
    RoomId room{};
    Attention attention = Attention::All;
    qint64 untilMs = 0; ///< since 1970 UTC; All again then; 0: for good

    static constexpr void fields(auto table)
    {
        using M = SetRoomAttention;
        table(table.required(1, "room", &M::room), table.required(2, "attention", &M::attention),
            table.optional(3, "untilMs", &M::untilMs));
    }
    friend bool operator==(const SetRoomAttention &, const SetRoomAttention &) = default;
};

struct RoomAttention
{
    static constexpr auto Type = MessageType::RoomAttention;
    RoomId room{};
    Attention attention = Attention::All;
    qint64 untilMs = 0;

    static constexpr void fields(auto table)
    {
        using M = RoomAttention;
        table(table.required(1, "room", &M::room), table.required(2, "attention", &M::attention),
            table.optional(3, "untilMs", &M::untilMs));
    }
    friend bool operator==(const RoomAttention &, const RoomAttention &) = default;
};

/// Asks how far the others have read a room of at most 32 members, whose rules allow it. Who does not show their own
/// position sees none. Answer: SeenList.
struct ListSeen
{
    static constexpr auto Type = MessageType::ListSeen;
    RoomId room{};

    static constexpr void fields(auto table) { table(table.required(1, "room", &ListSeen::room)); }
    friend bool operator==(const ListSeen &, const ListSeen &) = default;
};

struct SeenPosition
{
    AccountId account{};
    Seq seq = 0;
    Seq since = 0; ///< the event that brought them into the room: earlier ones they did not see come; 0: unknown

    static constexpr void fields(auto table)
    {
        table(table.required(1, "account", &SeenPosition::account), table.required(2, "seq", &SeenPosition::seq),
            table.optional(3, "since", &SeenPosition::since));
    }
    friend bool operator==(const SeenPosition &, const SeenPosition &) = default;
};

struct SeenList
{
    static constexpr auto Type = MessageType::SeenList;
    QList<SeenPosition> positions{}; ///< of others; none: nobody shows it here

    static constexpr void fields(auto table) { table(table.optional(1, "positions", &SeenList::positions, 32)); }
    friend bool operator==(const SeenList &, const SeenList &) = default;
};

/// Somebody else has read the room up to here; 0: they do not show it any more. Never stored, and never a promise: ask
/// with ListSeen after a reconnect.
struct SeenMoved
{
    static constexpr auto Type = MessageType::SeenMoved;
    RoomId room{};
    AccountId account{};
    Seq seq = 0;
    Seq since = 0; ///< as in SeenPosition

    static constexpr void fields(auto table)
    {
        using M = SeenMoved;
        table(table.required(1, "room", &M::room), table.required(2, "account", &M::account),
            table.required(3, "seq", &M::seq), table.optional(4, "since", &M::since));
    }
    friend bool operator==(const SeenMoved &, const SeenMoved &) = default;
};

} // namespace salon
