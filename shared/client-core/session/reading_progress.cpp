// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/session/reading_progress.h"

#include "shared/base/when_ready.h"
#include "shared/client-core/session/message_form.h"
#include "shared/client-core/session/read_positions.h"
#include "shared/client-core/session/rooms.h"
#include "shared/client-core/store/local_store.h"

#include <algorithm>

namespace salon {

ReadingProgress::ReadingProgress(LocalStore &store, RoomLogs &logs, Rooms &rooms, ReadPositions &reads, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_logs(logs)
    , m_rooms(rooms)
    , m_reads(reads)
{
}

void ReadingProgress::noteEvents(RoomId room, const QList<RoomEvent> &events)
{
    RoomLog &log = m_logs[room];
    for (const RoomEvent &event : events) {
        if (hasLine(event.kind))
            log.lastLine = event.seq;
        recountLater(event);
    }
}

void ReadingProgress::recountLater(const RoomEvent &change)
{
    if (!m_rooms.changesCounted(change))
        return;
    // Read before the change is written: what the message was decides whether it counted.
    whenReady(
        m_store.read(change.room, change.target + 1, 0, 1), this, [this, change](const Result<HistorySlice> &slice) {
            if (slice && !slice->events.isEmpty() && slice->events.last().seq == change.target)
                m_rooms.noteCountedForm(change, slice->events.last());
        });
}

void ReadingProgress::markRead(RoomId room, Seq seq)
{
    const RoomLog log = m_logs.value(room);
    if (seq < log.last && log.lastLine == 0)
        findLastLine(room, seq);
    const bool isAll = log.lastLine > 0 && seq >= log.lastLine;
    m_reads.move(room, isAll ? log.last : std::min(seq, log.last));
}

void ReadingProgress::findLastLine(RoomId room, Seq read)
{
    constexpr int Newest = 200;
    whenReady(m_store.read(room, m_logs.value(room).last + 1, 0, Newest), this,
        [this, room, read](const Result<HistorySlice> &slice) {
            const auto log = m_logs.find(room);
            if (!slice || log == m_logs.end() || log->lastLine > 0)
                return;
            const auto line = std::find_if(slice->events.crbegin(), slice->events.crend(),
                [](const RoomEvent &event) { return hasLine(event.kind); });
            if (line == slice->events.crend())
                return;
            log->lastLine = line->seq;
            if (read >= line->seq)
                markRead(room, read);
        });
}

} // namespace salon
