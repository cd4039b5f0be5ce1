// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/result.h"
#include "shared/client-core/session/follow_queue.h"
#include "shared/client-core/session/room_log.h"
#include "shared/protocol/messages/history.h"
#include "shared/protocol/messages/session.h"

#include <QList>
#include <QObject>

namespace salon {

class Rooms;
class Session;

/// Fetches what is missing of rooms, page by page, until each of them is live: complete here, and followed by the
/// server. What does not continue what is here, or brings nothing new, is asked for again later. It moves
/// RoomLog::live, announcedHead and serverFloor; the events are for whoever hears came().
class RoomFollower : public QObject
{
    Q_OBJECT
public:
    static constexpr int FirstPageEvents = 100; ///< of a room that was never seen here

    /// All of them must outlive this.
    RoomFollower(Session &session, const Rooms &rooms, RoomLogs &logs, QObject *parent = nullptr);

    /// The room is not live; there are events up to `head` at least (0: that is not known).
    void want(RoomId room, Seq head = 0);
    /// All that are not live; to be called when the connection is ready.
    void wantAll();
    /// One is not in the room any more.
    void forget(RoomId room) { m_queue.remove(room); }
    /// The connection is over: no room is live.
    void stop();

    /// Every room is live and complete.
    [[nodiscard]] bool isCaughtUp() const;
    /// There may be fewer rooms: caughtUp() if that was all.
    void checkCaughtUp();

Q_SIGNALS:
    /// They are the next ones, and to be in the log at once. `gapTo`: the log goes on after this one; 0: right where it
    /// ends.
    void came(salon::RoomId room, const QList<salon::RoomEvent> &events, salon::Seq gapTo);
    /// What is here of the room is of no use: it is to begin anew.
    void outdated(salon::RoomId room);
    /// One is not a member.
    void lost(salon::RoomId room);
    /// isCaughtUp() now, after it was not.
    void caughtUp();

private:
    void wantLater(RoomId room, int delayMs);
    void unsettle(RoomId room);
    void follow(RoomId room);
    void pageCame(RoomId room, bool isFirst, const Result<HistoryPage> &answer);
    void pageFailed(RoomId room, const Error &error);
    /// False when the page does not continue what is there.
    bool applyPage(RoomId room, bool isFirst, const HistoryPage &page);
    void heads(const QList<RoomHead> &heads);

    Session &m_session;
    const Rooms &m_rooms;
    RoomLogs &m_logs;
    FollowQueue m_queue;
    bool m_wasCaughtUp = false;
    int m_connection = 0; ///< answers of an earlier connection are not ours
};

} // namespace salon
