// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/session/room_follower.h"

#include "shared/base/logging.h"
#include "shared/client-core/session/refusal.h"
#include "shared/client-core/session/room_page.h"
#include "shared/client-core/session/rooms.h"
#include "shared/client-core/session/session.h"

#include <QSet>
#include <algorithm>

namespace salon {
namespace {

constexpr int AskAgainMs = 2000;

} // namespace

RoomFollower::RoomFollower(Session &session, const Rooms &rooms, RoomLogs &logs, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_rooms(rooms)
    , m_logs(logs)
{
    connect(&m_queue, &FollowQueue::due, this, &RoomFollower::follow);
    connect(&session, &Session::headsReceived, this, &RoomFollower::heads);
}

void RoomFollower::unsettle(RoomId room)
{
    m_logs[room].live = false;
    m_wasCaughtUp = false;
}

void RoomFollower::want(RoomId room, Seq head)
{
    unsettle(room);
    RoomLog &log = m_logs[room];
    log.announcedHead = std::max(log.announcedHead, head);
    m_queue.want(room);
}

void RoomFollower::wantLater(RoomId room, int delayMs)
{
    unsettle(room);
    m_queue.wantLater(room, delayMs);
}

void RoomFollower::wantAll()
{
    for (const RoomId room : m_rooms.ids()) {
        if (!m_logs[room].live)
            want(room);
    }
    checkCaughtUp();
}

void RoomFollower::stop()
{
    ++m_connection;
    m_queue.clear();
    m_wasCaughtUp = false;
    for (RoomLog &log : m_logs)
        log.live = false;
}

void RoomFollower::follow(RoomId room)
{
    const RoomLog log = m_logs.value(room);
    // Of a room never seen here only the newest page is fetched; the rest comes when somebody scrolls up to it.
    const bool isFirst = log.last == 0 && log.announcedHead > FirstPageEvents;
    const auto answered = [this, room, isFirst, connection = m_connection](const Result<HistoryPage> &answer) {
        if (connection == m_connection)
            pageCame(room, isFirst, answer);
    };
    if (isFirst)
        m_session.request<HistoryPage>(FetchHistory{ room, log.announcedHead + 1, 0, FirstPageEvents }, this, answered);
    else
        m_session.request<HistoryPage>(Follow{ room, log.last }, this, answered);
}

void RoomFollower::pageCame(RoomId room, bool isFirst, const Result<HistoryPage> &answer)
{
    m_queue.finished(room);
    const auto known = m_logs.constFind(room);
    if (known == m_logs.cend())
        return; // left meanwhile
    const Seq before = known->last;
    if (!answer) {
        pageFailed(room, answer.error());
    } else if (answer->reset) {
        Q_EMIT outdated(room);
        if (before > 0)
            want(room);
        else
            wantLater(room, AskAgainMs); // nothing was here to be reset: do not spin
    } else if (!applyPage(room, isFirst, *answer)) {
        qCWarning(salonSession) << "A page does not continue what is here; asking again later";
        wantLater(room, AskAgainMs);
    } else if (RoomLog &log = m_logs[room];
               !isFirst && answer->live && log.last >= std::max(answer->head, log.announcedHead)) {
        log.live = true;
    } else if (log.last > before) {
        want(room);
    } else {
        wantLater(room, AskAgainMs); // no progress: do not spin
    }
    checkCaughtUp();
}

void RoomFollower::pageFailed(RoomId room, const Error &error)
{
    if (error.code == ErrorCode::NotAMember || error.code == ErrorCode::RoomUnknown)
        Q_EMIT lost(room);
    else if (error.code != ErrorCode::ConnectionLost)
        wantLater(room, retryDelayMs(error, AskAgainMs));
}

bool RoomFollower::applyPage(RoomId room, bool isFirst, const HistoryPage &page)
{
    RoomLog &log = m_logs[room];
    const auto content = continuationOf(log, room, isFirst, page);
    if (!content)
        return false;
    log.serverFloor = page.floor;
    log.announcedHead = std::max(log.announcedHead, page.head);
    if (!content->events.isEmpty() || content->gapTo > 0)
        Q_EMIT came(room, content->events, content->gapTo);
    return true;
}

void RoomFollower::heads(const QList<RoomHead> &heads)
{
    QSet<RoomId> followed;
    for (const RoomHead &head : heads) {
        followed.insert(head.room);
        const auto log = m_logs.find(head.room);
        if (log == m_logs.end() || !m_rooms.find(head.room))
            continue;
        log->announcedHead = std::max(log->announcedHead, head.head);
        if (log->live && head.head > log->last)
            want(head.room);
    }
    for (const RoomId room : m_rooms.ids()) {
        if (m_logs.value(room).live && !followed.contains(room))
            want(room); // the server forgot that we listen
    }
}

bool RoomFollower::isCaughtUp() const
{
    return m_session.isOnline()
        && std::ranges::all_of(m_rooms.ids(), [this](RoomId room) { return m_logs.value(room).live; });
}

void RoomFollower::checkCaughtUp()
{
    if (!m_wasCaughtUp && isCaughtUp()) {
        m_wasCaughtUp = true;
        Q_EMIT caughtUp();
    }
}

} // namespace salon
