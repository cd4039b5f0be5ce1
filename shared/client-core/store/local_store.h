// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/client-core/session/answer.h"
#include "shared/client-core/session/room_reading.h"
#include "shared/protocol/messages/history.h"
#include "shared/protocol/messages/people.h"
#include "shared/protocol/messages/reading.h"
#include "shared/protocol/messages/rooms.h"

#include <QHash>
#include <QObject>
#include <functional>
#include <optional>

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

/// Where a message is.
struct MessagePlace
{
    RoomId room{};
    Seq seq = 0;
    friend bool operator==(const MessagePlace &, const MessagePlace &) = default;
};

/// A step of what the index of words (search/mirror_index.h) has not taken yet.
struct WordsToIndex
{
    QList<RoomEvent> events{}; ///< in their present form
    QHash<RoomId, QList<Seq>> gone{}; ///< that are in the mirror no more
    QList<qint64> notes{}; ///< the store's own; of what this step is about
    RoomId oldRoom{}; ///< of what was there before the index
    Seq oldFrom = 0; ///< all of it above was taken; 0: it is all done
    [[nodiscard]] bool isNothing() const { return notes.isEmpty() && !oldRoom.isValid(); }
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
    QHash<RoomId, UnsentMark> unsentMarks{};
    QHash<RoomId, RoomAttention> unsentAttentions{};
    QList<std::pair<RoomId, Seq>> saved{}; ///< messages on one's own list
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

    /// Everything below `floor` is gone for good, and nowhere in the file any more; what was there is a gap.
    virtual void trim(RoomId room, Seq floor) = 0;

    /// Messages in their present form; edits without their text, which is in the message if anywhere.
    /// At most `limit` events with seq < before (the nearest), or with seq > after when before is 0.
    virtual Answer<HistorySlice> read(RoomId room, Seq before, Seq after, int limit) = 0;

    virtual void keepRooms(const QList<RoomSummary> &rooms) = 0;
    virtual void keepPeople(AccountId self, const QList<Profile> &people) = 0;
    /// seq 0: the server knows.
    virtual void keepUnsentRead(RoomId room, Seq seq) = 0;
    /// Empty: the server knows.
    virtual void keepUnsentMark(RoomId room, const UnsentMark &unsent) = 0;
    /// Nothing: the server knows.
    virtual void keepUnsentAttention(RoomId room, const std::optional<RoomAttention> &unsent) = 0;
    virtual void keepSaved(RoomId room, Seq seq, bool saved) = 0;

    // For searches. A store without them has nothing to index.
    /// Of the messages at these places those that are here, in the same order, as read() gives them.
    virtual Answer<QList<RoomEvent>> readMessages(const QList<MessagePlace> &)
    {
        return readyAnswer<QList<RoomEvent>>({});
    }
    /// Seq of the first event here that is not before the moment; 0: none.
    virtual Answer<Seq> findMoment(RoomId, qint64 /*timeMs*/) { return readyAnswer<Seq>(Seq(0)); }
    /// Other than that of any mirror before it.
    virtual Answer<QByteArray> nameOfMirror() { return readyAnswer<QByteArray>(QByteArray()); }
    /// Nothing was indexed yet.
    virtual void wantAllIndexed() {}
    virtual Answer<WordsToIndex> nextToIndex(int /*limit*/) { return readyAnswer<WordsToIndex>(WordsToIndex()); }
    virtual void wereIndexed(const WordsToIndex &) {}
    /// Who wants to know that there may be something for nextToIndex(); called in the thread of the caller.
    void whenChanged(std::function<void()> told) { m_changed = std::move(told); }

protected:
    void changed() const
    {
        if (m_changed)
            m_changed();
    }

private:
    std::function<void()> m_changed;
};

} // namespace salon
