// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/ids.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace salon {

/// Which rooms to ask the server for next: each one at a time, a few at once, and after a refusal not before the time
/// that it named, whatever else happens in the room.
class FollowQueue : public QObject
{
    Q_OBJECT
public:
    static constexpr int ParallelFollows = 8;

    using QObject::QObject;

    /// Nothing happens if it waits or is under way already.
    void want(RoomId room);
    void wantLater(RoomId room, int delayMs);
    /// The answer for it is here.
    void finished(RoomId room);
    void remove(RoomId room);
    /// The connection is lost: nothing waits and nothing is under way.
    void clear();

Q_SIGNALS:
    /// Ask for this one now, and call finished() with the answer.
    void due(salon::RoomId room);

private:
    void start();

    QList<RoomId> m_waiting;
    QSet<RoomId> m_underWay;
    QHash<RoomId, quint64> m_delayed; ///< with the ticket of the timer that counts
    quint64 m_lastTicket = 0;
};

} // namespace salon
