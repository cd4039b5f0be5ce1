// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/session/unread_finder.h"

#include "shared/base/when_ready.h"
#include "shared/client-core/session/ask.h"
#include "shared/client-core/session/history.h"
#include "shared/client-core/session/people.h"
#include "shared/client-core/session/rooms.h"

#include <algorithm>

namespace salon {
namespace {

constexpr int PageEvents = 200;
constexpr int MaxPages = 50; ///< of nothing but what does not count
constexpr quint32 MostCounted = 1'000'000'000;

void finish(const auto &promise, Result<UnreadReason> result)
{
    promise->addResult(std::move(result));
    promise->finish();
}

} // namespace

UnreadFinder::UnreadFinder(History &history, const Rooms &rooms, const People &people, QObject *parent)
    : QObject(parent)
    , m_history(history)
    , m_rooms(rooms)
    , m_people(people)
{
}

Answer<UnreadReason> UnreadFinder::find(RoomId room)
{
    const RoomSummary *known = m_rooms.find(room);
    if (!known)
        return failedAnswer<UnreadReason>({ ErrorCode::NotAMember });
    UnreadReason reason;
    reason.count = int(std::min(known->unread, MostCounted));
    reason.readSeq = known->readSeq;
    reason.isMarked = known->mark > 0;
    reason.mentionsMe = known->mentions > 0;
    if (reason.count == 0 && !reason.isMarked) // of a mark made just now the count may still be on its way
        return readyAnswer<UnreadReason>(reason);
    const auto promise = std::make_shared<QPromise<Result<UnreadReason>>>();
    promise->start();
    searchOn(room, reason, std::max(m_rooms.countingFrom(room), known->floor - 1), 0, promise);
    return promise->future();
}

void UnreadFinder::searchOn(RoomId room, const UnreadReason &reason, Seq after, int pages, const Promise &promise)
{
    whenReady(m_history.after(room, after, PageEvents), this,
        [this, room, reason, after, pages, promise](const Result<HistorySlice> &slice) {
            if (!slice)
                return finish(promise, tl::unexpected(slice.error()));
            const auto first = std::ranges::find_if(slice->events, [this](const RoomEvent &event) {
                return countsAsUnread(event.kind) && !event.deleted && event.author != m_people.self();
            });
            UnreadReason found = reason;
            if (first != slice->events.end())
                found.first = *first;
            const RoomSummary *now = m_rooms.find(room);
            const int counted = now ? int(std::min(now->unread, MostCounted)) : 0;
            found.count = std::max(counted, found.first.seq > 0 ? 1 : 0);
            found.mentionsMe = now && now->mentions > 0;
            const Seq reached = slice->events.isEmpty() ? after : slice->events.last().seq;
            if (found.first.seq > 0 || reached <= after || pages >= MaxPages)
                return finish(promise, found);
            searchOn(room, reason, reached, pages + 1, promise);
        });
}

} // namespace salon
