// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/dispatch/room_tail.h"

#include <algorithm>

namespace salon::server {
namespace {

constexpr size_t MaxEntries = 256;
constexpr qsizetype MaxBytes = 1024 * 1024;

/// The text is there twice: as it is sent, and as UTF-16.
qsizetype bytesOf(const RoomTail::Entry &entry)
{
    qsizetype bytes = qsizetype(sizeof(RoomTail::Entry)) + entry.frame.size() + 2 * entry.event.text.size();
    for (const File &file : entry.event.files) {
        bytes += qsizetype(sizeof(File)) + file.hash.size()
            + 2 * (file.name.size() + file.mediaType.size() + file.path.size());
    }
    return bytes;
}

} // namespace

void RoomTail::append(const Event &event, const QByteArray &frame)
{
    m_entries.push_back({ event, frame });
    m_bytes += bytesOf(m_entries.back());
    while (m_entries.size() > MaxEntries || m_bytes > MaxBytes) {
        m_bytes -= bytesOf(m_entries.front());
        m_entries.pop_front();
    }
    noteSeen(event.seq);
}

void RoomTail::replace(const Event &event, const QByteArray &frame)
{
    const auto entry = m_entries.begin() + (after(event.seq - 1) - m_entries.cbegin());
    if (entry == m_entries.end() || entry->event.seq != event.seq)
        return;
    m_bytes -= bytesOf(*entry);
    *entry = { event, frame };
    m_bytes += bytesOf(*entry);
}

const Event *RoomTail::find(Seq seq) const
{
    const auto entry = after(seq - 1);
    return entry != m_entries.end() && entry->event.seq == seq ? &entry->event : nullptr;
}

void RoomTail::dropBelow(Seq floor)
{
    while (!m_entries.empty() && m_entries.front().event.seq < floor) {
        m_bytes -= bytesOf(m_entries.front());
        m_entries.pop_front();
    }
}

QList<Seq> RoomTail::editsOfBelow(Seq floor) const
{
    QList<Seq> edits;
    for (const Entry &entry : m_entries) {
        if (entry.event.kind == EventKind::Edited && entry.event.target < floor && !entry.event.form.deleted)
            edits.append(entry.event.seq);
    }
    return edits;
}

void RoomTail::clear()
{
    m_entries.clear();
    m_bytes = 0;
}

bool RoomTail::reachesBackTo(Seq seq, Seq head) const
{
    return seq >= head || (!m_entries.empty() && seq + 1 >= m_entries.front().event.seq);
}

std::deque<RoomTail::Entry>::const_iterator RoomTail::after(Seq seq) const
{
    return std::upper_bound(m_entries.begin(), m_entries.end(), seq,
        [](Seq wanted, const Entry &entry) { return wanted < entry.event.seq; });
}

} // namespace salon::server
