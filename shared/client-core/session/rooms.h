// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/client-core/session/room_reading.h"
#include "shared/protocol/messages/reading.h"
#include "shared/protocol/messages/rooms.h"

#include <QFlags>
#include <QHash>
#include <QObject>
#include <functional>
#include <optional>

namespace salon {

class People;

/// What changed of a room.
enum class RoomAspect
{
    Name = 1,
    Topic = 2,
    Counts = 4, ///< unread, mentions, read position, unread mark
    Activity = 8, ///< last event and its time
    Members = 16, ///< and who made it
    Rules = 32,
    Attention = 64
};
Q_DECLARE_FLAGS(RoomAspects, RoomAspect)
Q_DECLARE_OPERATORS_FOR_FLAGS(RoomAspects)

/// The rooms one is a member of, as last known: from the cache at first, then from the server. Counts follow the rule
/// of docs/PROTOCOL.md §8: the server's count of (read, head], plus what later live events add.
class Rooms : public QObject
{
    Q_OBJECT
public:
    static constexpr qsizetype MaxRooms = 4096;
    static constexpr qsizetype MaxLater = RoomReading::MaxLater;

    explicit Rooms(People &people, QObject *parent = nullptr);

    [[nodiscard]] const RoomSummary *find(RoomId id) const;
    [[nodiscard]] bool isFull() const { return m_order.size() >= MaxRooms; }
    [[nodiscard]] QList<RoomId> ids() const { return m_order; }
    /// Name of the room; of a direct one the others' names: "Marie, Jean".
    [[nodiscard]] QString displayName(RoomId id) const;
    /// The direct room with exactly this person, if there is one.
    [[nodiscard]] RoomId directWith(AccountId person) const;
    /// The public or private room of this name, whatever the case; else the only one that is called so when accents
    /// are left out ("general" for "Général"). Invalid if there is none.
    [[nodiscard]] RoomId findName(const QString &name) const;
    /// Text of the newest message, shortened to one line; empty when unknown.
    [[nodiscard]] QString lastText(RoomId id) const;
    /// Sums over the rooms that call attention: of those that do so with mentions only, these count.
    [[nodiscard]] quint32 totalUnread() const;
    /// In a direct room every message is one.
    [[nodiscard]] quint32 totalMentions() const;

    /// Adds or replaces: the server's word. False, and nothing happens, for a new one beyond MaxRooms.
    bool put(const RoomSummary &room);
    void remove(RoomId id);
    /// An event of the room, in order; moves head, activity, counts, and with news name, topic and member count.
    void apply(const RoomEvent &event);
    /// Whether the counts depend on what this event changes, a message that the server counted: noteCountedForm() is
    /// to follow apply(). (The server sends its new counts too, perhaps later.)
    [[nodiscard]] bool changesCounted(const RoomEvent &change) const;
    /// The form that the message had before `change`.
    void noteCountedForm(const RoomEvent &change, const RoomEvent &before);
    /// The server's count of (moved.seq, moved.head].
    void apply(const ReadMoved &moved);
    /// Sequence numbers of before mean nothing any more (another epoch).
    void forgetPositions();
    /// Moves the read position, and ends an unread mark, before the server confirms. False when nothing changes.
    bool markReadHere(RoomId id, Seq seq);
    /// The room counts as unread from `seq` on, before the server confirms. False when nothing changes, as for what is
    /// not read.
    bool markUnreadHere(RoomId id, Seq seq);
    void restoreUnsent(RoomId id, const UnsentMark &unsent);
    /// For what is to be told to the server, and what was.
    [[nodiscard]] UnsentMark unsentMark(RoomId id) const { return m_rooms.value(id).reading.unsent(); }
    [[nodiscard]] Seq serverMark(RoomId id) const { return m_rooms.value(id).reading.serverMark(); }
    void markTold(RoomId id, Seq mark);
    void endTold(RoomId id, Seq ended);
    void dropEnd(RoomId id);
    /// The counts are to be made anew of the messages in (countingFrom(), …].
    [[nodiscard]] bool isUncertain(RoomId id) const { return m_rooms.value(id).reading.isUncertain(); }
    [[nodiscard]] Seq countingFrom(RoomId id) const { return m_rooms.value(id).reading.from(); }
    void recounted(RoomId id, Seq from, Seq head, quint32 unread, quint32 mentions);
    /// Chosen here: holds until attentionTold(), whatever the server says. False when it was so already and is not
    /// `untold`.
    bool setAttentionHere(RoomId id, Attention attention, qint64 untilMs, bool untold = false);
    void attentionTold(RoomId id);
    /// The time for which it was chosen is over.
    void endAttention(RoomId id);
    /// The server's word.
    void apply(const RoomAttention &set);
    /// Everything below `floor` is gone for good.
    void trim(RoomId id, Seq floor);

Q_SIGNALS:
    void added(salon::RoomId id);
    void changed(salon::RoomId id, salon::RoomAspects what);
    void aboutToRemove(salon::RoomId id);
    void removed(salon::RoomId id);
    /// isUncertain() now.
    void countsUncertain(salon::RoomId id);

private:
    struct Entry
    {
        RoomSummary summary;
        QString folded; ///< its name, as foldedForSearch() makes it
        RoomReading reading;
        std::optional<RoomAttention> ownAttention; ///< the server has not heard of
        RoomEvent last; ///< newest text
    };
    void countEvent(Entry &entry, const RoomEvent &event) const;
    void changeLater(Entry &entry, const RoomEvent &change) const;
    static void takeNews(RoomSummary &room, const RoomEvent &event);
    static void takeReading(Entry &entry);
    /// Tells what became of the entry, whose summary was `before`.
    void tell(RoomId id, const RoomSummary &before);
    /// `change` returns false when nothing changed.
    bool changeReading(RoomId id, const std::function<bool(RoomReading &)> &change);
    void showAttention(RoomId id, const RoomAttention &set);

    People &m_people;
    QHash<RoomId, Entry> m_rooms;
    QList<RoomId> m_order;
};

} // namespace salon

Q_DECLARE_METATYPE(salon::RoomAspects)
