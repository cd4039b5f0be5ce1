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
    quint32 slowSeconds = 0; ///< that have to lie between this message and the author's last one in the room
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
    RoomId room{}; ///< to land in; invalid: none
    Event joined{};
};

struct CreatedAccount
{
    Account account{};
    std::optional<Device> device{};
    Membership membership{}; ///< in the room to land in, like the event
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
    std::optional<bool> hidesSeen{};
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

/// The room's rules say how far a new member can read: the membership's floor is not looked at.
struct MemberChange
{
    Membership membership{};
    Event event{};
};

struct EnteredMember
{
    Event event{};
    Membership membership{};
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
    std::optional<Rules> rules{};
    Event event{};
};

struct ReadMove
{
    RoomId room{};
    AccountId account{};
    Seq seq = 0;
    bool keepMark = false;
};

/// The room counts as unread from `seq` on; see Membership::mark.
struct UnreadMark
{
    RoomId room{};
    AccountId account{};
    Seq seq = 0;
};

struct AttentionChange
{
    RoomId room{};
    AccountId account{};
    Attention attention = Attention::All;
    qint64 untilMs = 0; ///< since 1970 UTC; 0: for good
};

/// Where the read position is now and what lies after the counting position, as of `head`; see Membership.
struct ReadPosition
{
    Seq readSeq = 0;
    Seq head = 0;
    qint64 messagesBefore = 0;
    qint64 ownAfter = 0;
    qint64 mentionsAfter = 0;
    qint64 deletedAfter = 0;
    Seq mark = 0;
};

/// Looks for the first event that is not older than a moment, from a place on and no further than `limit` events.
struct AgeQuery
{
    RoomId room{};
    Seq from = 1;
    qint64 sinceMs = 0; ///< since 1970 UTC
    int limit = 0;
};

struct AgeFound
{
    Seq seq = 0; ///< all in [from, seq) are older
    bool more = false; ///< and so may be what follows
};

/// Removes what lies below `floor` for good: nobody can get it from now on. Its texts are overwritten by TextSweeps.
struct FloorRaise
{
    RoomId room{};
    Seq floor = 1;
};

struct FloorRaised
{
    struct Moved
    {
        AccountId account{};
        ReadPosition position{};
    };
    Seq floor = 1;
    QList<Moved> moved{}; ///< members whose read position or mark lay in what was removed
};

/// Overwrites texts that nobody can get any more, of so many events at most.
struct TextSweep
{
    RoomId room{};
    int limit = 0;
};

struct SweptTexts
{
    Seq swept = 1; ///< see Room
    bool more = false;
    QList<FreedBlob> freed{};
};

/// Messages of an earlier time, each stored once by author and cid.
struct ImportBatch
{
    struct Item
    {
        Event event{};
        qsizetype answers = -1; ///< place in this batch of the message that it answers; -1: `event.target` says it
    };
    RoomId room{};
    QList<Item> items{};
};

struct ImportedBatch
{
    QList<Seq> seqs{}; ///< of each item, also of those that were there already
    QList<AccountId> authors{}; ///< of those that were added, in their order
    Seq before = 0; ///< the room's head until then
    Seq head = 0;
    qint64 messageCount = 0;
    qint64 lastActivityMs = 0;
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
