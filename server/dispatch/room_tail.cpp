// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/dispatch/room_tail.h"

#include <algorithm>

namespace salon::server {
namespace {

constexpr size_t MaxEntries = 256;
constexpr qsizetype MaxBytes = 512 * 1024;

} // namespace

void RoomTail::append(const Event &event, const QByteArray &frame)
{
    m_entries.push_back({ event, frame });
    m_bytes += frame.size();
    while (m_entries.size() > MaxEntries || m_bytes > MaxBytes) {
        m_bytes -= m_entries.front().frame.size();
        m_entries.pop_front();
    }
    noteSeen(event.seq);
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
