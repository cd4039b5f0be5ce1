// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/session/outbox_list.h"

#include <algorithm>

namespace salon {

qsizetype OutboxList::indexOf(const Cid &cid) const
{
    const auto found = std::ranges::find(m_entries, cid, &OutboxEntry::cid);
    return found == m_entries.end() ? -1 : found - m_entries.begin();
}

const OutboxEntry *OutboxList::find(const Cid &cid) const
{
    const qsizetype index = indexOf(cid);
    return index < 0 ? nullptr : &m_entries[index];
}

QList<OutboxEntry> OutboxList::of(RoomId room) const
{
    QList<OutboxEntry> entries;
    std::ranges::copy_if(
        m_entries, std::back_inserter(entries), [&](const OutboxEntry &entry) { return entry.room == room; });
    return entries;
}

QList<OutboxEntry *> OutboxList::waitingIn(RoomId room, bool changesOnly)
{
    QList<OutboxEntry *> waiting;
    for (OutboxEntry &entry : m_entries) {
        if (entry.room == room && isWaiting(entry) && (!changesOnly || isChange(entry)))
            waiting.append(&entry);
    }
    return waiting;
}

QList<RoomId> OutboxList::roomsWithWaiting() const
{
    QList<RoomId> rooms;
    for (const OutboxEntry &entry : m_entries) {
        if (isWaiting(entry) && !rooms.contains(entry.room))
            rooms.append(entry.room);
    }
    return rooms;
}

OutboxEntry *OutboxList::nextToSend(RoomId room, bool changesOnly)
{
    for (OutboxEntry &entry : m_entries) {
        if (entry.room != room || (changesOnly && !isChange(entry)))
            continue;
        if (entry.state == SendState::Saving)
            return nullptr; // never before it is safe, and nothing overtakes it
        if (entry.state == SendState::Queued && !entry.isMarked)
            return nullptr;
        if (entry.state == SendState::Queued)
            return &entry;
    }
    return nullptr;
}

QList<Cid> OutboxList::interrupted() const
{
    QList<Cid> cids;
    for (const OutboxEntry &entry : m_entries) {
        if (entry.state == SendState::Sending || entry.isDelayed)
            cids.append(entry.cid);
    }
    return cids;
}

int OutboxList::unsentCount() const
{
    return int(std::ranges::count_if(m_entries, isUnsent));
}

} // namespace salon
