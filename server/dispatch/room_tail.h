// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/domain/event.h"
#include "server/domain/id_map.h"

#include <QByteArray>
#include <QList>
#include <deque>

namespace salon::server {

/// The newest events of a room with their encoded frames, so that most who come back are answered at once. Holds what
/// came since the start, at most 256 events and 1 MiB of memory.
class RoomTail
{
public:
    struct Entry
    {
        Event event{};
        QByteArray frame{};
    };

    void append(const Event &event, const QByteArray &frame);
    /// Puts another form in the place of an event, if it is held.
    void replace(const Event &event, const QByteArray &frame);
    /// Nothing when it is not held.
    [[nodiscard]] const Event *find(Seq seq) const;
    /// Forgets what was removed for good.
    void dropBelow(Seq floor);
    /// Edits that it holds of messages below.
    [[nodiscard]] QList<Seq> editsOfBelow(Seq floor) const;
    /// Forgets the events; the store still has them.
    void clear();
    /// Memory that the events take, about.
    [[nodiscard]] qsizetype bytes() const { return m_bytes; }

    /// Whether it holds everything after `seq`, given that the room's head is `head`.
    [[nodiscard]] bool reachesBackTo(Seq seq, Seq head) const;
    /// Those after `seq`, oldest first.
    [[nodiscard]] std::deque<Entry>::const_iterator after(Seq seq) const;
    [[nodiscard]] std::deque<Entry>::const_iterator end() const { return m_entries.end(); }

    /// A reader may be shown an event before its outcome arrives here: the highest seq that anybody saw.
    void noteSeen(Seq seq) { m_seen = std::max(m_seen, seq); }
    [[nodiscard]] Seq seen() const { return m_seen; }

private:
    std::deque<Entry> m_entries;
    qsizetype m_bytes = 0;
    Seq m_seen = 0;
};

} // namespace salon::server
