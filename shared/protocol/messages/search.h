// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/ids.h"
#include "shared/base/vocabulary.h"
#include "shared/protocol/field_table.h"
#include "shared/protocol/message_types.h"
#include "shared/protocol/messages/history.h"
#include "shared/protocol/messages/message_lists.h"

namespace salon {

/// Asks for messages by what they say, over all rooms that the account can read, newest first. All conditions hold
/// together; at least one must be given. Answer: SearchPage. Failed with InvalidSearch, SearchTimedOut, or RoomUnknown
/// and NotAMember for one room. One search of an account runs at a time.
struct SearchMessages
{
    static constexpr auto Type = MessageType::SearchMessages;
    QString text{}; ///< words that all must be there, the last one as a beginning; "in quotes": one after the other
    RoomId room{}; ///< invalid: all
    AccountId from{}; ///< invalid: everybody
    qint64 sinceMs = 0; ///< messages from this moment on; since 1970 UTC; 0: any
    qint64 untilMs = 0; ///< messages before this moment; 0: any
    bool hasFile = false;
    bool hasImage = false;
    bool hasLink = false;
    quint64 before = 0; ///< `order` of the last hit had; 0: from the newest on
    quint32 limit = 0; ///< 0: 50, which is also the most
    /// Words of the name that a message is shown under beside its account's (RoomEvent::alias); with `from` either
    QString fromName{};

    static constexpr void fields(auto table)
    {
        using M = SearchMessages;
        table(table.optional(1, "text", &M::text, 512), table.optional(2, "room", &M::room),
            table.optional(3, "from", &M::from), table.optional(4, "sinceMs", &M::sinceMs),
            table.optional(5, "untilMs", &M::untilMs), table.optional(6, "hasFile", &M::hasFile),
            table.optional(7, "hasImage", &M::hasImage), table.optional(8, "hasLink", &M::hasLink),
            table.optional(9, "before", &M::before), table.optional(10, "limit", &M::limit),
            table.optional(11, "fromName", &M::fromName, 256));
    }
    friend bool operator==(const SearchMessages &, const SearchMessages &) = default;
};

struct SearchPage
{
    static constexpr auto Type = MessageType::SearchPage;
    QList<ListedMessage> hits{};
    bool more = false;
    bool isPartial = false; ///< the server is still making its index, and older messages may be missing
    quint32 rooms = 0; ///< how many were searched
    quint64 messages = 0; ///< how many there are in them for this reader
    qint64 oldestMs = 0; ///< time of the oldest of them

    static constexpr void fields(auto table)
    {
        using M = SearchPage;
        table(table.optional(1, "hits", &M::hits, 50), table.optional(2, "more", &M::more),
            table.optional(3, "isPartial", &M::isPartial), table.optional(4, "rooms", &M::rooms),
            table.optional(5, "messages", &M::messages), table.optional(6, "oldestMs", &M::oldestMs));
    }
    friend bool operator==(const SearchPage &, const SearchPage &) = default;
};

/// Asks where a room's log stands at a moment. Answer: MomentFound.
struct FindMoment
{
    static constexpr auto Type = MessageType::FindMoment;
    RoomId room{};
    qint64 timeMs = 0; ///< since 1970 UTC

    static constexpr void fields(auto table)
    {
        table(table.required(1, "room", &FindMoment::room), table.required(2, "timeMs", &FindMoment::timeMs));
    }
    friend bool operator==(const FindMoment &, const FindMoment &) = default;
};

struct MomentFound
{
    static constexpr auto Type = MessageType::MomentFound;
    Seq seq = 0; ///< the first event not before the moment, among those that the reader can get; 0: all are older

    static constexpr void fields(auto table) { table(table.optional(1, "seq", &MomentFound::seq)); }
    friend bool operator==(const MomentFound &, const MomentFound &) = default;
};

} // namespace salon
