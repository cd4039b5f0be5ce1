// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/cid.h"
#include "shared/base/ids.h"
#include "shared/base/vocabulary.h"
#include "shared/protocol/field_table.h"
#include "shared/protocol/message_types.h"

namespace salon {

/// Who reacted to a message with one emoji.
struct ReactionEntry
{
    QString emoji{};
    quint32 count = 0;
    bool mine = false; ///< the reader did
    QList<AccountId> people{}; ///< the first ones; ListReactions has all

    static constexpr void fields(auto table)
    {
        using M = ReactionEntry;
        table(table.required(1, "emoji", &M::emoji, 64), table.required(2, "count", &M::count),
            table.optional(3, "mine", &M::mine), table.optional(4, "people", &M::people, 16));
    }
    friend bool operator==(const ReactionEntry &, const ReactionEntry &) = default;
};

/// A file of a message. What it is called and what it claims to be is a peer's word: never a path, never a reason to
/// open it.
struct FileEntry
{
    QByteArray hash{}; ///< SHA-256 of the content, 32 bytes
    QString name{}; ///< last component only; docs/PROTOCOL.md says which names are refused
    quint64 size = 0; ///< bytes
    QString mediaType{}; ///< RFC 6838, as the sender's computer has it; may be empty
    quint32 width = 0; ///< of an image, in pixels, as it is to be shown; 0: none
    quint32 height = 0;
    QString path{}; ///< of a file in a sent folder: the folders below it, "a/b"; empty: directly in it

    static constexpr void fields(auto table)
    {
        using M = FileEntry;
        table(table.required(1, "hash", &M::hash, 32), table.required(2, "name", &M::name, 120),
            table.required(3, "size", &M::size), table.optional(4, "mediaType", &M::mediaType, 127),
            table.optional(5, "width", &M::width), table.optional(6, "height", &M::height),
            table.optional(7, "path", &M::path, 512));
    }
    friend bool operator==(const FileEntry &, const FileEntry &) = default;
};

/// One entry of a room's log: pushed live (as a message of its own) and listed in pages. A message in a page has the
/// form that it had when the page was made; one that is pushed has its first form. A change (isChange()) of a message
/// whose `changed` is not lower is part of that form already.
struct RoomEvent
{
    static constexpr auto Type = MessageType::RoomEvent;
    RoomId room{};
    Seq seq = 0;
    qint64 timeMs = 0; ///< since 1970 UTC, by the server's clock; for display only
    EventKind kind = EventKind::Message;
    AccountId author{}; ///< invalid: the server itself
    QString authorName{}; ///< display name when it was written
    Cid cid{}; ///< null for what no client sent
    QString text{};
    QList<QString> params{};
    AccountId subject{};
    QList<AccountId> mentions{}; ///< accounts that the text names as @login, and those whom it calls with @here
    QString alias{}; ///< name of the guest who spoke through the author, which is a gateway then; empty: the author
    Seq target = 0; ///< of a change: the message; of a message: the one that it answers
    TextFormat format = TextFormat::Plain;
    Call call = Call::Nobody;
    QList<FileEntry> files{}; ///< of a message, whose text is their caption then
    QString folder{}; ///< name of the folder that the files are; empty: single files
    // The form of a message; never in a push.
    Seq changed = 0; ///< its newest change; 0: none
    qint64 editedMs = 0; ///< when the text was written; 0: never edited
    bool deleted = false; ///< a tombstone: without text, files, mentions and reactions
    AccountId deletedBy{};
    bool pinned = false;
    QList<ReactionEntry> reactions{}; ///< in the order of their first

    static constexpr void fields(auto table)
    {
        using M = RoomEvent;
        table(table.required(1, "room", &M::room), table.required(2, "seq", &M::seq),
            table.required(3, "timeMs", &M::timeMs), table.required(4, "kind", &M::kind),
            table.optional(5, "author", &M::author), table.optional(6, "authorName", &M::authorName, 256),
            table.optional(7, "cid", &M::cid), table.optional(8, "text", &M::text, 16384),
            table.optional(9, "params", &M::params, 8), table.optional(10, "subject", &M::subject),
            table.optional(11, "mentions", &M::mentions, 1024),
            table.optional(13, "alias", &M::alias, 256), // 12 is kept for sealed bodies
            table.optional(14, "target", &M::target), table.optional(15, "format", &M::format),
            table.optional(16, "call", &M::call), table.optional(17, "changed", &M::changed),
            table.optional(18, "editedMs", &M::editedMs), table.optional(19, "deleted", &M::deleted),
            table.optional(20, "deletedBy", &M::deletedBy), table.optional(21, "pinned", &M::pinned),
            table.optional(22, "reactions", &M::reactions, 20), table.optional(23, "files", &M::files, 100),
            table.optional(24, "folder", &M::folder, 120));
    }
    friend bool operator==(const RoomEvent &, const RoomEvent &) = default;
};

/// Posts a message, or a change of one. `counter` numbers what this device sends to this room: 1, 2, 3 … A repeated cid
/// gets the first answer again, whatever the body. `kind` is Message or a change (isChange()); other kinds are
/// refused as malformed. A change that changes nothing is refused with NothingToChange. Answer: Sent, or Failed with
/// CounterSkipped{expected} (temporary), CounterReused{next} (send the same cid again under the counter named), or the
/// reason.
struct SendMessage
{
    static constexpr auto Type = MessageType::SendMessage;
    RoomId room{};
    Cid cid{};
    quint64 counter = 0;
    QString text{}; ///< of a message or an edit; empty otherwise
    EventKind kind = EventKind::Message;
    Seq target = 0; ///< of a change: the message; of a message: the one that it answers, or 0
    TextFormat format = TextFormat::Plain; ///< of a message or an edit
    QString emoji{}; ///< of a reaction
    QList<FileEntry> files{}; ///< of a message; uploaded before (FileUnknown), and the text may be empty then
    QString folder{}; ///< the files are those of a folder of this name

    static constexpr void fields(auto table)
    {
        using M = SendMessage;
        table(table.required(1, "room", &M::room), table.required(2, "cid", &M::cid),
            table.required(3, "counter", &M::counter), table.required(4, "text", &M::text, 32768),
            table.optional(6, "kind", &M::kind), // 5 is kept for sealed bodies
            table.optional(7, "target", &M::target), table.optional(8, "format", &M::format),
            table.optional(9, "emoji", &M::emoji, 64), table.optional(10, "files", &M::files, 100),
            table.optional(11, "folder", &M::folder, 120));
    }
    friend bool operator==(const SendMessage &, const SendMessage &) = default;
};

/// The message is on disk and has its place.
struct Sent
{
    static constexpr auto Type = MessageType::Sent;
    RoomId room{};
    Cid cid{};
    Seq seq = 0;
    qint64 timeMs = 0;

    static constexpr void fields(auto table)
    {
        using M = Sent;
        table(table.required(1, "room", &M::room), table.required(2, "cid", &M::cid), table.required(3, "seq", &M::seq),
            table.required(4, "timeMs", &M::timeMs));
    }
    friend bool operator==(const Sent &, const Sent &) = default;
};

/// What a client has of one room.
struct RoomPosition
{
    RoomId room{};
    Seq last = 0; ///< highest seq up to which the client has everything from its own floor on

    static constexpr void fields(auto table)
    {
        table(table.required(1, "room", &RoomPosition::room), table.required(2, "last", &RoomPosition::last));
    }
    friend bool operator==(const RoomPosition &, const RoomPosition &) = default;
};

/// Asks for the next events of a room after `after`, and to be told live from where the answer ends. Answer:
/// HistoryPage. While `live` is false in the answer, ask again with the last seq received. Failed with NotAMember or
/// RoomUnknown.
struct Follow
{
    static constexpr auto Type = MessageType::Follow;
    RoomId room{};
    Seq after = 0;

    static constexpr void fields(auto table)
    {
        table(table.required(1, "room", &Follow::room), table.required(2, "after", &Follow::after));
    }
    friend bool operator==(const Follow &, const Follow &) = default;
};

/// Asks for events without following: those with seq < before (the nearest ones), or, when `before` is 0, those with
/// seq > after. Answer: HistoryPage, oldest first.
struct FetchHistory
{
    static constexpr auto Type = MessageType::FetchHistory;
    RoomId room{};
    Seq before = 0;
    Seq after = 0;
    quint32 limit = 0; ///< 0: 200, which is also the most

    static constexpr void fields(auto table)
    {
        using M = FetchHistory;
        table(table.required(1, "room", &M::room), table.optional(2, "before", &M::before),
            table.optional(3, "after", &M::after), table.optional(4, "limit", &M::limit));
    }
    friend bool operator==(const FetchHistory &, const FetchHistory &) = default;
};

/// Events in order without holes: from.seq = the first, each next one higher. What is missing before the first because
/// it was removed for good is said by `gapTo` (all from the asked position up to and including gapTo is gone).
struct HistoryPage
{
    static constexpr auto Type = MessageType::HistoryPage;
    RoomId room{};
    QList<RoomEvent> events{};
    Seq head = 0; ///< of the room, when the page was made
    Seq floor = 1; ///< oldest seq that this reader can get
    bool live = false; ///< the room's next events will be pushed
    bool reset = false; ///< the asked position lies beyond the head: drop what you have of this room
    Seq gapTo = 0; ///< 0: no gap

    static constexpr void fields(auto table)
    {
        using M = HistoryPage;
        table(table.required(1, "room", &M::room), table.optional(2, "events", &M::events, 200),
            table.required(3, "head", &M::head), table.required(4, "floor", &M::floor),
            table.optional(5, "live", &M::live), table.optional(6, "reset", &M::reset),
            table.optional(7, "gapTo", &M::gapTo));
    }
    friend bool operator==(const HistoryPage &, const HistoryPage &) = default;
};

/// This connection reads too slowly for the room: its events are no longer pushed. Ask with Follow.
struct RoomBehind
{
    static constexpr auto Type = MessageType::RoomBehind;
    RoomId room{};
    Seq head = 0;

    static constexpr void fields(auto table)
    {
        table(table.required(1, "room", &RoomBehind::room), table.required(2, "head", &RoomBehind::head));
    }
    friend bool operator==(const RoomBehind &, const RoomBehind &) = default;
};

/// "I am typing in this room"; repeat every 4 s while it lasts.
struct Typing
{
    static constexpr auto Type = MessageType::Typing;
    RoomId room{};

    static constexpr void fields(auto table) { table(table.required(1, "room", &Typing::room)); }
    friend bool operator==(const Typing &, const Typing &) = default;
};

/// Somebody types; forget it after 6 s or when their message comes.
struct TypingSeen
{
    static constexpr auto Type = MessageType::TypingSeen;
    RoomId room{};
    AccountId account{};

    static constexpr void fields(auto table)
    {
        table(table.required(1, "room", &TypingSeen::room), table.required(2, "account", &TypingSeen::account));
    }
    friend bool operator==(const TypingSeen &, const TypingSeen &) = default;
};

} // namespace salon
