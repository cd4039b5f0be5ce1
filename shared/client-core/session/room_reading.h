// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/ids.h"

#include <QList>

namespace salon {

/// What one event after the server's count adds to it.
struct LaterEvent
{
    Seq seq = 0;
    bool namesMe = false; ///< in its mentions
    bool callsMe = false; ///< with all of the room
    [[nodiscard]] bool mentionsMe() const { return namesMe || callsMe; }
};

/// An unread mark that was made here, and one that was ended here, which the server has not heard of. 0: none.
struct UnsentMark
{
    Seq mark = 0;
    Seq ended = 0; ///< as the server had it
    [[nodiscard]] bool isEmpty() const { return mark == 0 && ended == 0; }
    friend bool operator==(const UnsentMark &, const UnsentMark &) = default;
};

/// Position, unread mark and counts of one room, by the rule of docs/PROTOCOL.md §8: the server's count of (from,
/// head], plus what later live events add. What was done here and the server has not heard of lies over its word; then
/// its count may not fit, and isUncertain() asks for one made of the messages.
class RoomReading
{
public:
    static constexpr qsizetype MaxLater = 1024;

    [[nodiscard]] Seq readSeq() const { return m_read; }
    /// First event that counts as unread although it was read; 0: no mark.
    [[nodiscard]] Seq mark() const;
    /// Events after this one count.
    [[nodiscard]] Seq from() const { return mark() > 0 ? mark() - 1 : m_read; }
    /// The server's count ends here.
    [[nodiscard]] Seq head() const { return m_head; }
    [[nodiscard]] quint32 unread() const { return m_unread + quint32(m_later.size()); }
    [[nodiscard]] quint32 mentions() const;
    /// The counts are not those of (from, head] and later ones.
    [[nodiscard]] bool isUncertain() const;

    /// The server's word: position, mark, and what is unread up to `head`. `isNewest`: whatever was said before.
    void take(Seq read, Seq mark, Seq head, quint32 unread, quint32 mentions, bool isNewest);
    /// Read here. False when that changes nothing.
    bool readHere(Seq seq);
    /// Marked here. False when that changes nothing, as for what is not read yet.
    bool markHere(Seq seq);
    void restore(const UnsentMark &unsent);
    [[nodiscard]] UnsentMark unsent() const { return { m_markTold ? 0 : m_ownMark, m_endTold ? 0 : m_ended }; }
    /// The mark that the server has, as far as it said.
    [[nodiscard]] Seq serverMark() const { return m_serverMark; }
    /// The server knows now of what was done here; its next word counts alone.
    void markTold(Seq mark);
    void endTold(Seq ended);
    /// The mark that was ended here is another by now, or none: nothing of it is to be told.
    void dropEnd();
    /// Everything below `floor` is gone.
    void trim(Seq floor);

    /// An event of somebody else that counts.
    void add(const LaterEvent &event);
    /// One that was added; null when it is counted otherwise, or not.
    [[nodiscard]] LaterEvent *later(Seq seq);
    void removeLater(Seq seq);
    /// A message that the server counted does not count any more, or mentions nobody.
    void uncount(bool unread, bool mention);
    /// The count of (from, head], made of the messages. Dropped when `from` is no longer the position.
    void recounted(Seq from, Seq head, quint32 unread, quint32 mentions);

private:
    void settle();
    void dropLater(Seq upTo);

    Seq m_read = 0;
    Seq m_serverMark = 0;
    Seq m_ownMark = 0;
    Seq m_ended = 0;
    bool m_markTold = false;
    bool m_endTold = false;
    Seq m_head = 0;
    Seq m_countedFrom = 0; ///< of the counts up to m_head
    quint32 m_unread = 0;
    quint32 m_mentions = 0;
    QList<LaterEvent> m_later;
    Seq m_laterFrom = 0; ///< above it nothing is missing in m_later
};

} // namespace salon
