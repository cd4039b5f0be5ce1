// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/protocol/messages/rooms.h"

#include <QFlags>
#include <QHash>
#include <QObject>

namespace salon {

class People;

/// What changed of a room.
enum class RoomAspect
{
    Name = 1,
    Topic = 2,
    Counts = 4, ///< unread, mentions, read position
    Activity = 8, ///< last event and its time
    Members = 16
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
    static constexpr qsizetype MaxLater = 1024;

    explicit Rooms(People &people, QObject *parent = nullptr);

    [[nodiscard]] const RoomSummary *find(RoomId id) const;
    [[nodiscard]] bool isFull() const { return m_order.size() >= MaxRooms; }
    [[nodiscard]] QList<RoomId> ids() const { return m_order; }
    /// Name of the room; of a direct one the others' names: "Marie, Jean".
    [[nodiscard]] QString displayName(RoomId id) const;
    /// The direct room with exactly this person, if there is one.
    [[nodiscard]] RoomId directWith(AccountId person) const;
    /// The public or private room of this name, whatever the case; invalid if there is none.
    [[nodiscard]] RoomId findName(const QString &name) const;
    /// Text of the newest message, shortened to one line; empty when unknown.
    [[nodiscard]] QString lastText(RoomId id) const;
    /// Who made the room; invalid while nobody said so.
    [[nodiscard]] AccountId makerOf(RoomId id) const { return m_rooms.value(id).maker; }
    void noteMaker(RoomId id, AccountId maker);
    [[nodiscard]] quint32 totalUnread() const;
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
    /// Moves the read position at once, before the server confirms. False when it would move back.
    bool markReadHere(RoomId id, Seq seq);

Q_SIGNALS:
    void added(salon::RoomId id);
    void changed(salon::RoomId id, salon::RoomAspects what);
    void aboutToRemove(salon::RoomId id);
    void removed(salon::RoomId id);

private:
    /// What one event after the server's count adds to it.
    struct Later
    {
        Seq seq = 0;
        bool namesMe = false; ///< in its mentions
        bool callsMe = false; ///< with all of the room
        [[nodiscard]] bool mentionsMe() const { return namesMe || callsMe; }
    };
    struct Entry
    {
        RoomSummary summary;
        Seq countedHead = 0;
        quint32 countedUnread = 0;
        quint32 countedMentions = 0;
        QList<Later> later;
        RoomEvent last; ///< newest text
        AccountId maker;
    };
    /// Keeps `later` short: its older half counts as if the server had said so.
    static void fold(Entry &entry);
    void countEvent(Entry &entry, const RoomEvent &event) const;
    void changeLater(Entry &entry, const RoomEvent &change) const;
    static void takeNews(RoomSummary &room, const RoomEvent &event);
    static void recount(Entry &entry);

    People &m_people;
    QHash<RoomId, Entry> m_rooms;
    QList<RoomId> m_order;
};

} // namespace salon

Q_DECLARE_METATYPE(salon::RoomAspects)
