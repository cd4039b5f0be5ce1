// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/session/follow_queue.h"

#include <QTimer>

namespace salon {

void FollowQueue::want(RoomId room)
{
    if (m_waiting.contains(room) || m_underWay.contains(room) || m_delayed.contains(room))
        return;
    m_waiting.append(room);
    start();
}

void FollowQueue::wantLater(RoomId room, int delayMs)
{
    const quint64 ticket = ++m_lastTicket;
    m_delayed.insert(room, ticket);
    QTimer::singleShot(delayMs, this, [this, room, ticket] {
        if (m_delayed.value(room) != ticket)
            return;
        m_delayed.remove(room);
        want(room);
    });
}

void FollowQueue::finished(RoomId room)
{
    m_underWay.remove(room);
    start();
}

void FollowQueue::remove(RoomId room)
{
    m_waiting.removeOne(room);
    m_delayed.remove(room);
    finished(room);
}

void FollowQueue::clear()
{
    m_waiting.clear();
    m_underWay.clear();
    m_delayed.clear();
}

void FollowQueue::start()
{
    while (m_underWay.size() < ParallelFollows && !m_waiting.isEmpty()) {
        const RoomId room = m_waiting.takeFirst();
        m_underWay.insert(room);
        Q_EMIT due(room);
    }
}

} // namespace salon
