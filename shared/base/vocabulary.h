// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QtGlobal>

/// The words that the wire, the server's rules and its storage share. Numbers travel and are stored: append only.
namespace salon {

/// What an account may do on the whole server; numbers are stored.
enum class Role : quint8
{
    Guest = 0,
    Member = 10,
    Bot = 15,
    Moderator = 20,
    Admin = 30,
    Owner = 40
};

enum class PresenceState : quint8
{
    Offline = 0,
    Online = 1,
    Away = 2,
    Busy = 3
};

/// Numbers are stored. Direct: between fixed people (2 to 8), without a name; clients show the others' names.
enum class RoomKind : quint8
{
    Public = 1,
    Private = 2,
    Direct = 3
};

/// What an event is; numbers are stored and never reused. All but Message are facts told as codes, which each client
/// puts into words. `subject` and `params` are described per kind.
enum class EventKind : quint8
{
    Message = 1, ///< author wrote `text`
    RoomCreated = 2, ///< author made the room; params: name
    Joined = 3, ///< author joined
    Left = 4, ///< author left
    Invited = 5, ///< author added `subject`; params: display name of the subject
    Renamed = 6, ///< author renamed the room; params: new name
    TopicChanged = 7, ///< author set the topic; params: new topic (may be empty)
    Removed = 8, ///< author removed `subject`; params: display name of the subject
    Announcement = 9, ///< the operator wrote `text`; no author
    // By a gateway (author), about the guest that the event's alias names. `door`: text presence hello dialogue udp
    // netcat multichat transfer. `address` is empty when it is nobody's business.
    GuestArrived = 10, ///< params: door, address
    GuestLeft = 11, ///< params: door, address
    DataReceived = 12, ///< params: door, number of bytes, their SHA-256 in hex
    // Changes of the message with the seq `target`; they are not shown as lines of their own but Pinned and Unpinned.
    Edited = 13, ///< author wrote `text` in its place
    Deleted = 14, ///< author removed it for good
    Reacted = 15, ///< author; params: emoji
    Unreacted = 16, ///< author took back; params: emoji
    Pinned = 17, ///< author
    Unpinned = 18, ///< author
    Banned = 19, ///< author removed `subject`, who may not come back; params: display name of the subject
    Unbanned = 20, ///< author; `subject` may come back; params: display name of the subject
    RulesChanged = 21, ///< author; params: the new values of those rules that changed, each as "name=number"
};

/// How the text of a message is to be read; numbers are stored.
enum class TextFormat : quint8
{
    Plain = 0, ///< as it stands
    Markdown = 1, ///< the subset of docs/PROTOCOL.md
    Action = 2, ///< the same, one paragraph told of the author: "Marie waves"
};

/// Whom a message calls beside those whom it names; numbers are stored.
enum class Call : quint8
{
    Nobody = 0,
    Here = 1, ///< members who were connected then; they are in `mentions`
    Room = 2, ///< all members
};

/// Lists of messages that are asked for page by page; numbers travel.
enum class MessageListKind : quint8
{
    Pinned = 1, ///< of one room, newest pin first
    Saved = 2, ///< by this account, over all rooms, newest first
    Mentions = 3, ///< that name or call this account, over all rooms, newest first
};

/// Who may do something in a room; numbers are stored.
enum class RoomPeople : quint8
{
    Everyone = 0, ///< every member
    Moderators = 1, ///< the room's maker, moderators and above
    Nobody = 2 ///< for files only
};

/// What somebody who comes into a room can read; numbers are stored.
enum class NewcomerHistory : quint8
{
    All = 0,
    FromJoining = 1, ///< from the first time that they came in
    Nothing = 2 ///< from the last time that they came in
};

/// What of a room calls the person's attention; numbers are stored.
enum class Attention : quint8
{
    All = 0,
    Mentions = 1,
    Nothing = 2
};

/// Whether an event changes another one, its target.
[[nodiscard]] constexpr bool isChange(EventKind kind)
{
    return kind >= EventKind::Edited && kind <= EventKind::Unpinned;
}

/// Whether an event of somebody else makes a room unread; the rule of both sides (the server's counts, and what a
/// client adds for each live event). Mentions count the same events when they name the account.
[[nodiscard]] constexpr bool countsAsUnread(EventKind kind)
{
    return kind == EventKind::Message || kind == EventKind::Announcement;
}

} // namespace salon
