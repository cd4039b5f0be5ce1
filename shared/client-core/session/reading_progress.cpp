// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/session/reading_progress.h"

#include "shared/base/when_ready.h"
#include "shared/client-core/session/message_form.h"
#include "shared/client-core/session/people.h"
#include "shared/client-core/session/read_positions.h"
#include "shared/client-core/session/rooms.h"
#include "shared/client-core/store/local_store.h"

#include <algorithm>

namespace salon {
namespace {

constexpr int RecountPage = 500;
constexpr int MaxRecountPages = 40; ///< beyond, the server's word is waited for

} // namespace

ReadingProgress::ReadingProgress(
    LocalStore &store, RoomLogs &logs, Rooms &rooms, const People &people, ReadPositions &reads, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_logs(logs)
    , m_rooms(rooms)
    , m_people(people)
    , m_reads(reads)
{
    connect(&rooms, &Rooms::countsUncertain, this, &ReadingProgress::recount);
    connect(&rooms, &Rooms::removed, this, [this](RoomId room) { m_changes.remove(room); });
}

void ReadingProgress::noteEvents(RoomId room, const QList<RoomEvent> &events)
{
    RoomLog &log = m_logs[room];
    ++m_changes[room];
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

void ReadingProgress::recount(RoomId room)
{
    const auto log = m_logs.constFind(room);
    if (log == m_logs.cend() || m_recounting.contains(room))
        return;
    const Recount recount{ m_rooms.countingFrom(room), log->last, 0, 0, 0, m_changes.value(room) };
    if (log->last == 0 || log->floor > recount.from + 1)
        return; // the server alone knows; it will say so
    m_recounting.insert(room);
    countOn(room, recount, recount.from);
}

void ReadingProgress::countOn(RoomId room, const Recount &recount, Seq after)
{
    whenReady(m_store.read(room, 0, after, RecountPage), this,
        [this, room, recount, after](const Result<HistorySlice> &slice) {
            if (!slice || recount.pages >= MaxRecountPages) {
                m_recounting.remove(room);
                return;
            }
            Recount now = recount;
            ++now.pages;
            Seq reached = after;
            for (const RoomEvent &event : slice->events) {
                reached = event.seq;
                const bool counts = event.seq <= now.head && countsAsUnread(event.kind) && !event.deleted
                    && event.author != m_people.self();
                now.unread += counts ? 1 : 0;
                now.mentions += counts && mentionsPerson(event, m_people.self()) ? 1 : 0;
            }
            const bool isVoid = m_changes.value(room) != now.changes || m_rooms.countingFrom(room) != now.from;
            const bool isWhole = slice->events.size() < RecountPage || reached >= now.head;
            if (!isVoid && !isWhole) {
                countOn(room, now, reached);
                return;
            }
            m_recounting.remove(room);
            if (!isVoid)
                m_rooms.recounted(room, now.from, now.head, now.unread, now.mentions);
            else if (m_rooms.isUncertain(room))
                this->recount(room);
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
