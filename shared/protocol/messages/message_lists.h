// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/ids.h"
#include "shared/base/vocabulary.h"
#include "shared/protocol/field_table.h"
#include "shared/protocol/message_types.h"
#include "shared/protocol/messages/history.h"

namespace salon {

/// A message of some list. `order` goes down from entry to entry.
struct ListedMessage
{
    quint64 order = 0; ///< to go on behind it: ListMessages::before
    RoomEvent event{}; ///< in its present form

    static constexpr void fields(auto table)
    {
        table(table.required(1, "order", &ListedMessage::order), table.required(2, "event", &ListedMessage::event));
    }
    friend bool operator==(const ListedMessage &, const ListedMessage &) = default;
};

/// Asks for messages of a list that the reader can get, newest first. Answer: MessageList. Failed with RoomUnknown or
/// NotAMember for the list of a room.
struct ListMessages
{
    static constexpr auto Type = MessageType::ListMessages;
    MessageListKind list = MessageListKind::Pinned;
    RoomId room{}; ///< Pinned: which; the others: only of this room, when it is valid
    quint64 before = 0; ///< `order` of the last entry had; 0: from the newest on
    quint32 limit = 0; ///< 0: 50, which is also the most

    static constexpr void fields(auto table)
    {
        using M = ListMessages;
        table(table.required(1, "list", &M::list), table.optional(2, "room", &M::room),
            table.optional(3, "before", &M::before), table.optional(4, "limit", &M::limit));
    }
    friend bool operator==(const ListMessages &, const ListMessages &) = default;
};

struct MessageList
{
    static constexpr auto Type = MessageType::MessageList;
    QList<ListedMessage> messages{};
    bool more = false;

    static constexpr void fields(auto table)
    {
        table(table.optional(1, "messages", &MessageList::messages, 50), table.optional(2, "more", &MessageList::more));
    }
    friend bool operator==(const MessageList &, const MessageList &) = default;
};

/// Puts a message on the account's own list of saved ones, or takes it off; at most 10,000 (TooManySaved). Answer:
/// Done; every device of the account with the feature "changes" hears MessageSaved.
struct SaveMessage
{
    static constexpr auto Type = MessageType::SaveMessage;
    RoomId room{};
    Seq seq = 0;
    bool saved = false;

    static constexpr void fields(auto table)
    {
        using M = SaveMessage;
        table(table.required(1, "room", &M::room), table.required(2, "seq", &M::seq),
            table.optional(3, "saved", &M::saved));
    }
    friend bool operator==(const SaveMessage &, const SaveMessage &) = default;
};

struct MessageSaved
{
    static constexpr auto Type = MessageType::MessageSaved;
    RoomId room{};
    Seq seq = 0;
    bool saved = false;

    static constexpr void fields(auto table)
    {
        using M = MessageSaved;
        table(table.required(1, "room", &M::room), table.required(2, "seq", &M::seq),
            table.optional(3, "saved", &M::saved));
    }
    friend bool operator==(const MessageSaved &, const MessageSaved &) = default;
};

/// Asks for what a message said at different times. Answer: RevisionList. Failed with MessageUnknown or MessageGone.
struct ListRevisions
{
    static constexpr auto Type = MessageType::ListRevisions;
    RoomId room{};
    Seq seq = 0;

    static constexpr void fields(auto table)
    {
        table(table.required(1, "room", &ListRevisions::room), table.required(2, "seq", &ListRevisions::seq));
    }
    friend bool operator==(const ListRevisions &, const ListRevisions &) = default;
};

struct Revision
{
    qint64 timeMs = 0; ///< when it was written, since 1970 UTC
    QString text{};
    TextFormat format = TextFormat::Plain;

    static constexpr void fields(auto table)
    {
        using M = Revision;
        table(table.required(1, "timeMs", &M::timeMs), table.optional(2, "text", &M::text, 16384),
            table.optional(3, "format", &M::format));
    }
    friend bool operator==(const Revision &, const Revision &) = default;
};

/// Newest first, the present one included; as many as fit a frame, and `more` if older ones were left out.
struct RevisionList
{
    static constexpr auto Type = MessageType::RevisionList;
    QList<Revision> revisions{};
    bool more = false;

    static constexpr void fields(auto table)
    {
        table(table.optional(1, "revisions", &RevisionList::revisions, 100),
            table.optional(2, "more", &RevisionList::more));
    }
    friend bool operator==(const RevisionList &, const RevisionList &) = default;
};

/// Asks who reacted to a message. Answer: ReactionList. Failed with MessageUnknown or MessageGone.
struct ListReactions
{
    static constexpr auto Type = MessageType::ListReactions;
    RoomId room{};
    Seq seq = 0;

    static constexpr void fields(auto table)
    {
        table(table.required(1, "room", &ListReactions::room), table.required(2, "seq", &ListReactions::seq));
    }
    friend bool operator==(const ListReactions &, const ListReactions &) = default;
};

struct ReactionPeople
{
    QString emoji{};
    quint32 count = 0;
    QList<AccountId> people{}; ///< in the order of their reactions; the first ones when there are more

    static constexpr void fields(auto table)
    {
        using M = ReactionPeople;
        table(table.required(1, "emoji", &M::emoji, 64), table.required(2, "count", &M::count),
            table.optional(3, "people", &M::people, 200));
    }
    friend bool operator==(const ReactionPeople &, const ReactionPeople &) = default;
};

struct ReactionList
{
    static constexpr auto Type = MessageType::ReactionList;
    QList<ReactionPeople> reactions{};

    static constexpr void fields(auto table) { table(table.optional(1, "reactions", &ReactionList::reactions, 20)); }
    friend bool operator==(const ReactionList &, const ReactionList &) = default;
};

} // namespace salon
