// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/domain/account.h"
#include "server/domain/change_effect.h"
#include "server/domain/event.h"
#include "server/domain/invitation.h"
#include "server/domain/room.h"

#include <QList>
#include <optional>

/// What can be asked of the store, and what it answers.
namespace salon::server {

/// A message, or a change of one, that a device numbered. A negative device is a login without one: its numbers live as
/// long as the login. An edit has in `mentions` and `call` whom the new text names and calls.
struct MessageDraft
{
    Event event{};
    DeviceId device{};
    quint64 counter = 0;
    Seq floor = 1; ///< oldest seq that the author can get
    bool mayDeleteAny = false; ///< messages of others, too
};

struct AppendedMessage
{
    /// With its seq; an edit with what is left of the first mentions and call. Of a repeated cid: the first one's seq
    /// and time, without its text.
    Event event{};
    bool repeated = false; ///< nothing was stored
    ChangeEffect effect{}; ///< of a change
};

/// Uses up a number for a message that was refused for good. When `cid` was stored before, that counts instead.
struct CounterUse
{
    RoomId room{};
    DeviceId device{};
    quint64 counter = 0;
    AccountId author{};
    Cid cid{};
};

struct CounterUsed
{
    std::optional<Event> stored{}; ///< of the cid, if it was stored before: seq and time only
};

struct NewAccount
{
    Account account{};
    QList<QString> skeletons{}; ///< of login and display name
    std::optional<Device> device{};
    QByteArray invitationHash{}; ///< to use once; empty: none needed
    bool usesOwnerCode = false; ///< deletes it
    RoomId room{}; ///< to land in
    Event joined{};
};

struct CreatedAccount
{
    Account account{};
    std::optional<Device> device{};
    Membership membership{};
    Event joined{};
};

/// Absent members stay as they are.
struct AccountChange
{
    AccountId account{};
    std::optional<QString> displayName{};
    std::optional<QList<QString>> skeletons{};
    std::optional<Role> role{};
    std::optional<QByteArray> passwordHash{};
    std::optional<QString> statusText{};
    bool usesOwnerCode = false; ///< deletes it
};

struct NewRoom
{
    Room room{};
    QString nameKey{}; ///< unique among public rooms; empty otherwise
    QString memberKey{}; ///< of a direct room: names its exact set of people
    QList<AccountId> members{};
    QList<Event> events{};
};

struct CreatedRoom
{
    Room room{};
    QList<Membership> memberships{};
    QList<Event> events{};
    bool existed = false; ///< a direct room with these people was there; `room` holds its id only
};

struct MemberChange
{
    Membership membership{};
    Event event{};
};

/// Somebody is removed from a room by another person.
struct MemberRemoval
{
    RoomId room{};
    AccountId account{};
    bool ban = false; ///< need not be a member then
    Event event{};
};

struct BanLift
{
    RoomId room{};
    AccountId account{};
    Event event{};
};

/// On or off an account's list of saved messages.
struct SavedChange
{
    AccountId account{};
    RoomId room{};
    Seq seq = 0;
    Seq floor = 1;
    bool saved = false;
    qint64 timeMs = 0; ///< since 1970 UTC
};

struct RoomChange
{
    RoomId room{};
    std::optional<QString> name{};
    QString nameKey{}; ///< with `name`; see NewRoom
    std::optional<QString> topic{};
    Event event{};
};

struct ReadMove
{
    RoomId room{};
    AccountId account{};
    Seq seq = 0;
};

/// Where the read position is now and what lies after it, as of `head`.
struct ReadPosition
{
    Seq readSeq = 0;
    Seq head = 0;
    qint64 messagesAtRead = 0;
    qint64 ownAfterRead = 0;
    qint64 mentionsAfterRead = 0;
    qint64 deletedAfterRead = 0;
};

/// Events with seq < before, the nearest ones, or, when `before` is 0, those with seq > after; never below `floor`.
struct PageQuery
{
    RoomId room{};
    Seq before = 0;
    Seq after = 0;
    Seq floor = 1;
    int limit = 0;
    qint64 maxBytes = 0; ///< of texts and parameters; the page ends early, but has one event at least
    AccountId reader{}; ///< whose reactions are `mine`
};

/// Oldest first, without holes.
struct EventPage
{
    QList<Event> events{};
};

/// Messages of a list, newest first, that the reader can get now.
struct ListQuery
{
    MessageListKind list = MessageListKind::Pinned;
    AccountId reader{};
    RoomId room{}; ///< invalid: all; never for Pinned
    qint64 before = 0; ///< order of the last one had; 0: from the newest on
    int limit = 0;
    qint64 maxBytes = 0; ///< as in PageQuery
};

struct ListedEvent
{
    qint64 order = 0;
    Event event{};
};

struct EventList
{
    QList<ListedEvent> events{};
    bool more = false;
};

/// One message, for who can get those from `floor` on.
struct MessageQuery
{
    RoomId room{};
    Seq seq = 0;
    Seq floor = 1;
    int limit = 0; ///< of texts, or of people for each emoji
    qint64 maxBytes = 0; ///< as in PageQuery
};

struct StoredRevision
{
    qint64 timeMs = 0;
    QString text{};
    TextFormat format = TextFormat::Plain;
};

struct RevisionPage
{
    QList<StoredRevision> revisions{}; ///< newest first
    bool more = false;
};

} // namespace salon::server
