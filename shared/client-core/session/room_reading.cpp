// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/session/room_reading.h"

#include <algorithm>

namespace salon {

Seq RoomReading::mark() const
{
    const Seq server = m_serverMark == m_ended ? 0 : m_serverMark;
    const Seq mark = server > 0 && m_ownMark > 0 ? std::min(server, m_ownMark) : std::max(server, m_ownMark);
    return mark <= m_read ? mark : 0;
}

quint32 RoomReading::mentions() const
{
    return m_mentions + quint32(std::ranges::count_if(m_later, &LaterEvent::mentionsMe));
}

bool RoomReading::isUncertain() const
{
    return m_countedFrom != from() || m_laterFrom > std::max(m_head, from());
}

void RoomReading::take(Seq read, Seq mark, Seq head, quint32 unread, quint32 mentions, bool isNewest)
{
    m_read = std::max(m_read, read); // read here, and the server has not heard of it yet
    m_serverMark = mark <= read ? mark : 0;
    if (std::exchange(m_markTold, false))
        m_ownMark = 0;
    if (std::exchange(m_endTold, false))
        m_ended = 0;
    if (head >= m_head || isNewest) {
        m_head = head;
        m_unread = unread;
        m_mentions = mentions;
        m_countedFrom = m_serverMark > 0 ? m_serverMark - 1 : read;
    }
    settle();
}

void RoomReading::settle()
{
    if (from() >= m_head) {
        m_unread = m_mentions = 0;
        m_countedFrom = from();
    }
    dropLater(std::max(m_head, from()));
}

void RoomReading::dropLater(Seq upTo)
{
    m_later.removeIf([upTo](const LaterEvent &later) { return later.seq <= upTo; });
    m_laterFrom = std::max(m_laterFrom, upTo);
    if (m_head >= m_laterFrom)
        m_laterFrom = m_head;
}

bool RoomReading::readHere(Seq seq)
{
    const Seq marked = mark();
    if (seq <= m_read && marked == 0)
        return false;
    m_read = std::max(m_read, seq);
    if (marked > 0) {
        m_ended = m_serverMark > 0 ? m_serverMark : m_ownMark;
        m_ownMark = 0;
        m_markTold = m_endTold = false;
    }
    settle();
    return true;
}

bool RoomReading::markHere(Seq seq)
{
    const Seq before = mark();
    if (seq <= 0 || seq > m_read || (before > 0 && before <= seq))
        return false;
    m_ownMark = seq;
    m_markTold = false;
    settle();
    return true;
}

void RoomReading::restore(const UnsentMark &unsent)
{
    m_ownMark = unsent.mark;
    m_ended = unsent.ended;
    m_markTold = m_endTold = false;
    settle();
}

void RoomReading::markTold(Seq mark)
{
    m_markTold = m_markTold || mark == m_ownMark;
}

void RoomReading::endTold(Seq ended)
{
    m_endTold = m_endTold || ended == m_ended;
}

void RoomReading::dropEnd()
{
    m_ended = 0;
    m_endTold = false;
    settle();
}

void RoomReading::trim(Seq floor)
{
    m_read = std::max(m_read, floor - 1);
    const auto raise = [floor](Seq &mark) {
        mark = mark > 0 ? std::max(mark, floor) : 0;
    };
    raise(m_serverMark);
    raise(m_ownMark);
    settle();
}

void RoomReading::add(const LaterEvent &event)
{
    if (event.seq <= m_head || event.seq <= from())
        return;
    m_later.append(event);
    if (m_later.size() <= MaxLater)
        return;
    // Kept short: the older half counts as if the server had said so.
    const QList<LaterEvent> older = m_later.mid(0, MaxLater / 2);
    m_head = older.last().seq;
    m_unread += quint32(older.size());
    m_mentions += quint32(std::ranges::count_if(older, &LaterEvent::mentionsMe));
    dropLater(m_head);
}

LaterEvent *RoomReading::later(Seq seq)
{
    const auto found = std::ranges::find(m_later, seq, &LaterEvent::seq);
    return found == m_later.end() ? nullptr : &*found;
}

void RoomReading::removeLater(Seq seq)
{
    m_later.removeIf([seq](const LaterEvent &later) { return later.seq == seq; });
}

void RoomReading::uncount(bool unread, bool mention)
{
    if (unread && m_unread > 0)
        --m_unread;
    if (mention && m_mentions > 0)
        --m_mentions;
}

void RoomReading::recounted(Seq from, Seq head, quint32 unread, quint32 mentions)
{
    if (from != this->from() || head < m_head)
        return;
    m_countedFrom = from;
    m_head = head;
    m_unread = unread;
    m_mentions = mentions;
    m_laterFrom = std::min(m_laterFrom, head);
    dropLater(head);
}

} // namespace salon
