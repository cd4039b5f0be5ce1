// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

// What changes a timeline by itself: events that come, and what the outbox holds.
#include "shared/client-core/models/timeline_cells.h"
#include "shared/client-core/models/timeline_model.h"
#include "shared/client-core/session/message_form.h"
#include "shared/client-core/session/people.h"
#include "shared/client-core/session/rooms.h"

#include <algorithm>

namespace salon {

// --- The log

void TimelineModel::eventsAppended(const QList<RoomEvent> &events, Seq gapTo)
{
    if (isLoading())
        m_missed.note(events);
    if (m_atEnd) // else it comes with the next page
        appendRows(events, gapTo);
    for (const RoomEvent &event : events) {
        if (isChange(event.kind))
            changeMessage(event);
    }
    findUnread();
}

void TimelineModel::appendRows(const QList<RoomEvent> &events, Seq gapTo)
{
    const bool wasEmpty = m_window.coversNothing();
    TimelineItems fresh;
    const Seq missingTo = events.isEmpty() ? gapTo : std::max(gapTo, events.first().seq - 1);
    if (missingTo > newestSeq() && !wasEmpty)
        fresh.push_back(TimelineItem::of(HistoryGap{ newestSeq() + 1, missingTo }));
    const Seq before = newestSeq();
    m_window.cover(wasEmpty ? rangeOf({ events, {} }) : HistoryGap{ newestSeq(), std::max(before, missingTo) });
    for (const RoomEvent &event : events) {
        if (event.seq <= before)
            continue;
        m_window.cover({ event.seq, event.seq });
        if (!hasLine(event.kind))
            continue;
        // Only one's own: somebody else's cid says nothing about what is in this outbox.
        const int echo = event.author == m_sources.people.self() ? m_window.echoRow(event.cid) : -1;
        if (echo < 0) {
            fresh.push_back(rowOf(event));
            continue;
        }
        const int inserted = int(fresh.size());
        addRows(storedCount(), std::exchange(fresh, {}));
        turnEchoIntoEvent(echo + inserted, event);
    }
    addRows(storedCount(), std::move(fresh));
    if (wasEmpty)
        noteFirstEvents();
    // Somebody may be reading at the top of a long window: let it grow for a while before the top is cut off.
    if (m_window.size() > 2 * m_maxRows)
        trimFront(m_maxRows);
}

void TimelineModel::noteFirstEvents()
{
    const RoomSummary *room = m_sources.rooms.find(m_room);
    setAtStart(!m_window.coversNothing() && oldestSeq() <= (room ? std::max(room->floor, Seq(1)) : 1));
}

void TimelineModel::changeMessage(const RoomEvent &change)
{
    const int row = rowOfSeq(change.target);
    if (row < 0)
        return;
    TimelineItem item = m_window.at(row);
    RoomEvent stored = item.storedForm();
    if (!applyChange(stored, change, m_sources.people.self()))
        return;
    item.setForms(stored, stored, false);
    m_cells->showPending(item);
    m_window.setStored(row, std::move(item));
    touch(row, row, TimelineCells::changingRoles());
}

void TimelineModel::turnEchoIntoEvent(int row, const RoomEvent &event)
{
    const int target = storedCount();
    if (row != target) {
        beginMoveRows({}, row, row, {}, target);
        m_window.raiseEcho(row);
        endMoveRows();
    }
    m_window.turnEchoInto(rowOf(event));
    touch(target, target, {}); // everything may differ: seq, time, mentions, state
    touchStarts(target + 1);
}

void TimelineModel::quoteChanged(Seq quoted)
{
    for (int row = 0; row < m_window.size(); ++row) {
        const TimelineItem &item = m_window.at(row);
        if (item.type != TimelineItem::Type::Gap && replyTargetOf(item.event) == quoted)
            touch(row, row, { ReplyAuthorRole, ReplyTextRole, ReplyGoneRole });
    }
}

// --- What the outbox holds

void TimelineModel::outboxLoaded()
{
    hideEchoes();
    showEchoes();
    for (const OutboxEntry &entry : m_sources.outbox.entriesOf(m_room)) {
        if (isChange(entry))
            showPending(entry.target);
    }
}

void TimelineModel::showEchoes()
{
    if (!m_atEnd || m_window.hasEchoes())
        return;
    TimelineItems echoes;
    for (const OutboxEntry &entry : m_sources.outbox.entriesOf(m_room)) {
        if (!isChange(entry) && rowOfCid(entry.cid) < 0) // else its event is here already
            echoes.push_back(TimelineItem::of(entry));
    }
    addEchoes(echoes);
}

void TimelineModel::addEchoes(const TimelineItems &echoes)
{
    if (echoes.empty())
        return;
    beginInsertRows({}, m_window.size(), m_window.size() + int(echoes.size()) - 1);
    m_window.addEchoes(echoes);
    endInsertRows();
}

void TimelineModel::hideEchoes()
{
    if (!m_window.hasEchoes())
        return;
    beginRemoveRows({}, storedCount(), m_window.size() - 1);
    m_window.removeEchoes();
    endRemoveRows();
}

void TimelineModel::echoAdded(const OutboxEntry &entry)
{
    if (entry.room != m_room)
        return;
    if (isChange(entry))
        showPending(entry.target);
    else if (m_atEnd && rowOfCid(entry.cid) < 0)
        addEchoes({ TimelineItem::of(entry) });
}

void TimelineModel::echoChanged(const OutboxEntry &entry)
{
    if (entry.room == m_room && isChange(entry)) {
        showPending(entry.target);
        return;
    }
    const int row = m_window.echoRow(entry.cid);
    if (row < 0)
        return;
    m_window.setEcho(row, TimelineItem::of(entry));
    touch(row, row, { SeqRole, TimeRole, SendStateRole, ErrorRole, UploadRole, Qt::AccessibleTextRole });
}

void TimelineModel::echoRemoved(const Cid &cid)
{
    if (const int row = m_window.echoRow(cid); row >= 0) {
        beginRemoveRows({}, row, row);
        m_window.removeEcho(row);
        endRemoveRows();
        touchStarts(row);
        return;
    }
    for (int row = 0; row < storedCount(); ++row) { // it may have been a change, of whatever is shown
        if (m_window.at(row).hasPending())
            showPending(m_window.at(row).event.seq);
    }
}

void TimelineModel::showPending(Seq target)
{
    const int row = rowOfSeq(target);
    if (row < 0)
        return;
    TimelineItem item = m_window.at(row);
    if (!m_cells->showPending(item))
        return;
    m_window.setStored(row, std::move(item));
    touch(row, row, TimelineCells::changingRoles());
}

} // namespace salon
