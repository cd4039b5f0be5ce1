// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/session/history_reader.h"

#include "shared/base/logging.h"
#include "shared/base/when_ready.h"
#include "shared/client-core/session/session.h"
#include "shared/protocol/limits.h"

#include <algorithm>

namespace salon {
namespace {

quint32 askedFor(int limit)
{
    return quint32(std::clamp(limit, 1, wire_limits::MaxPageEvents));
}

Seq firstOf(const HistorySlice &slice, Seq otherwise)
{
    Seq first = slice.events.isEmpty() ? otherwise : slice.events.first().seq;
    if (!slice.gaps.isEmpty())
        first = slice.events.isEmpty() ? slice.gaps.first().from : std::min(first, slice.gaps.first().from);
    return first;
}

/// Events and gaps follow each other from `first` up to `last` at least.
bool isWhole(const HistorySlice &slice, Seq first, Seq last)
{
    Seq next = first;
    auto gap = slice.gaps.cbegin();
    const auto passGaps = [&] {
        for (; gap != slice.gaps.cend() && gap->from <= next; ++gap)
            next = std::max(next, gap->to + 1);
    };
    for (const RoomEvent &event : slice.events) {
        passGaps();
        if (event.seq != next)
            return false;
        ++next;
    }
    passGaps();
    return next > last;
}

/// All of this room, one after the other.
bool isRun(const QList<RoomEvent> &events, RoomId room)
{
    for (qsizetype i = 0; i < events.size(); ++i) {
        if (events[i].room != room || events[i].seq != events.first().seq + i)
            return false;
    }
    return true;
}

void finish(const std::shared_ptr<QPromise<Result<HistorySlice>>> &promise, Result<HistorySlice> result)
{
    promise->addResult(std::move(result));
    promise->finish();
}

} // namespace

HistoryReader::HistoryReader(Session &session, LocalStore &store, RoomLogs &logs, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_store(store)
    , m_logs(logs)
{
}

Answer<HistorySlice> HistoryReader::before(RoomId room, Seq before, int limit)
{
    const RoomLog log = m_logs.value(room);
    if (log.last == 0)
        return readyAnswer<HistorySlice>(HistorySlice{ {}, {}, log.live, true }); // empty, or its first page is to come
    const Seq from = before > 0 ? before : log.last + 1;
    const auto promise = std::make_shared<QPromise<Result<HistorySlice>>>();
    promise->start();
    if (from > log.floor)
        readBefore(room, from, limit, promise);
    else if (from <= log.serverFloor)
        finish(promise, HistorySlice{ {}, {}, true, false });
    else
        fetchBefore(room, from, limit, promise);
    return promise->future();
}

void HistoryReader::readBefore(RoomId room, Seq before, int limit, const Promise &promise)
{
    const Seq last = std::min(before - 1, m_logs.value(room).last);
    whenReady(m_store.read(room, before, 0, limit), this,
        [this, room, before, limit, last, promise](Result<HistorySlice> slice) {
            const RoomLog now = m_logs.value(room);
            const Seq first = slice ? firstOf(*slice, now.floor) : 0;
            if (!slice || !isWhole(*slice, first, last)) {
                qCWarning(salonStore) << "The history cache lacks a page; the server is asked";
                fetchBefore(room, before, limit, promise);
                return;
            }
            slice->atStart = first <= 1 || (first <= now.floor && now.floor <= now.serverFloor);
            slice->atEnd = !slice->events.isEmpty() && slice->events.last().seq >= now.last;
            finish(promise, std::move(slice));
        });
}

void HistoryReader::noteChanges(const QList<RoomEvent> &events)
{
    if (m_underWay > 0)
        m_changes.note(events);
}

HistoryPage HistoryReader::broughtUp(HistoryPage page)
{
    m_changes.applyTo(page.events, m_session.self().account);
    if (--m_underWay == 0)
        m_changes.clear();
    return page;
}

void HistoryReader::fetchBefore(RoomId room, Seq before, int limit, const Promise &promise)
{
    ++m_underWay;
    m_session.request<HistoryPage>(FetchHistory{ room, before, 0, askedFor(limit) }, this,
        [this, room, before, promise](const Result<HistoryPage> &page) {
            const HistoryPage present = broughtUp(page.value_or(HistoryPage()));
            finish(promise, page ? takeOlder(room, before, present) : tl::unexpected(page.error()));
        });
}

Result<HistorySlice> HistoryReader::takeOlder(RoomId room, Seq before, const HistoryPage &page)
{
    const auto log = m_logs.find(room);
    if (log == m_logs.end())
        return fail(ErrorCode::NotAMember); // left meanwhile
    if (!isRun(page.events, room))
        return fail(ErrorCode::MalformedMessage);
    if (!page.events.isEmpty() && page.events.last().seq != std::min(before - 1, page.head))
        return fail(ErrorCode::MalformedMessage);
    log->serverFloor = page.floor;
    if (before == log->floor && !page.events.isEmpty()) {
        log->floor = page.events.first().seq;
        m_store.prepend(room, page.events);
    }
    const bool atStart = page.events.isEmpty() || page.events.first().seq <= page.floor;
    return HistorySlice{ page.events, {}, atStart, false };
}

Answer<HistorySlice> HistoryReader::after(RoomId room, Seq after, int limit)
{
    const RoomLog log = m_logs.value(room);
    const auto promise = std::make_shared<QPromise<Result<HistorySlice>>>();
    promise->start();
    if (log.last > 0 && after >= log.floor - 1)
        readAfter(room, after, limit, promise);
    else
        fetchAfter(room, after, limit, promise);
    return promise->future();
}

void HistoryReader::readAfter(RoomId room, Seq after, int limit, const Promise &promise)
{
    const Seq last = m_logs.value(room).last;
    whenReady(m_store.read(room, 0, after, limit), this,
        [this, room, after, limit, last, promise](Result<HistorySlice> slice) {
            const bool isFull = slice && slice->events.size() >= limit;
            if (!slice || !isWhole(*slice, after + 1, isFull ? slice->events.last().seq : last)) {
                qCWarning(salonStore) << "The history cache lacks a page; the server is asked";
                fetchAfter(room, after, limit, promise);
                return;
            }
            const Seq reached = slice->events.isEmpty() ? after : slice->events.last().seq;
            slice->atEnd = slice->atEnd && reached >= m_logs.value(room).last;
            finish(promise, std::move(slice));
        });
}

void HistoryReader::fetchAfter(RoomId room, Seq after, int limit, const Promise &promise)
{
    ++m_underWay;
    m_session.request<HistoryPage>(FetchHistory{ room, 0, after, askedFor(limit) }, this,
        [this, room, after, promise](const Result<HistoryPage> &answer) {
            const HistoryPage page = broughtUp(answer.value_or(HistoryPage()));
            if (!answer)
                return finish(promise, tl::unexpected(answer.error()));
            HistorySlice slice{ page.events, {}, false, false };
            if (!slice.events.isEmpty() && after + 1 < page.floor && slice.events.first().seq == page.floor)
                slice.gaps.append({ after + 1, page.floor - 1 });
            if (!isRun(slice.events, room) || !isWhole(slice, after + 1, after))
                return finish(promise, fail(ErrorCode::MalformedMessage));
            finish(promise, std::move(slice));
        });
}

} // namespace salon
