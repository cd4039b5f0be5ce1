// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/client-core/session/answer.h"
#include "shared/protocol/messages/history.h"
#include "shared/protocol/messages/people.h"
#include "shared/protocol/messages/rooms.h"

#include <QHash>
#include <QObject>

namespace salon {

/// What the mirror holds of one room: every event of [floor, last] and nothing else; gaps are events that the server
/// said are gone for good. last = 0: nothing yet.
struct MirrorInterval
{
    RoomId room{};
    Seq floor = 0;
    Seq last = 0;
};

/// A stretch that the server no longer has.
struct HistoryGap
{
    Seq from = 0;
    Seq to = 0;
    friend bool operator==(const HistoryGap &, const HistoryGap &) = default;
};

/// A piece of history, oldest first. `atStart`: nothing older exists for this reader; `atEnd`: nothing newer is known.
struct HistorySlice
{
    QList<RoomEvent> events{};
    QList<HistoryGap> gaps{};
    bool atStart = false;
    bool atEnd = false;
};

/// All that a client knows before it has a connection.
struct MirrorSnapshot
{
    QByteArray epoch{};
    AccountId self{};
    QList<RoomSummary> rooms{};
    QList<Profile> people{};
    QList<MirrorInterval> intervals{};
    QHash<RoomId, Seq> unsentReads{}; ///< read positions that the server has not heard of
};

/// The mirror of one server's history and lists. It may always be thrown away: the server has it all. Calls return at
/// once, take effect in the order made, and are answered in the thread of the caller.
class LocalStore
{
public:
    virtual ~LocalStore() = default;

    /// Opens, migrates, and sets a damaged file aside (then the snapshot is empty).
    virtual Answer<MirrorSnapshot> load() = 0;

    /// Drops all history and read positions, keeps nothing but `epoch`.
    virtual void reset(const QByteArray &epoch) = 0;
    virtual void dropRoom(RoomId room) = 0;

    /// Appends the next events of a room and moves `last`, in one transaction. `gapTo` > 0: what lies between the
    /// interval and the first event, up to gapTo, is gone. Events at or below `last` are ignored. Changes bring their
    /// messages to the present form (message_form.h) in the same transaction; what a deletion takes away is nowhere in
    /// the file any more. `self`: whose reactions are `mine`.
    virtual void append(RoomId room, const QList<RoomEvent> &events, Seq gapTo = 0, AccountId self = {}) = 0;
    /// Adds older events, in their present form, directly before the interval and moves `floor`.
    virtual void prepend(RoomId room, const QList<RoomEvent> &events) = 0;

    /// Messages in their present form; edits without their text, which is in the message if anywhere.
    /// At most `limit` events with seq < before (the nearest), or with seq > after when before is 0.
    virtual Answer<HistorySlice> read(RoomId room, Seq before, Seq after, int limit) = 0;

    virtual void keepRooms(const QList<RoomSummary> &rooms) = 0;
    virtual void keepPeople(AccountId self, const QList<Profile> &people) = 0;
    /// seq 0: the server knows.
    virtual void keepUnsentRead(RoomId room, Seq seq) = 0;
};

} // namespace salon
