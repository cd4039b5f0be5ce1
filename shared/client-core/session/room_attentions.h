// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/result.h"
#include "shared/protocol/messages/all.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

namespace salon {

class LocalStore;
class Rooms;
class Session;

/// What of each room calls attention: changed here at once, kept in the mirror, and told to the server as soon as it
/// can be, until it has answered. Ends what was chosen for a while when its time has come.
class RoomAttentions : public QObject
{
    Q_OBJECT
public:
    RoomAttentions(Session &session, LocalStore &store, Rooms &rooms, QObject *parent = nullptr);

    /// What an earlier run could not tell; the rooms are there already.
    void restore(const QHash<RoomId, RoomAttention> &untold);
    void set(RoomId room, Attention attention, qint64 untilMs);
    /// Online: tells what the server has not heard of.
    void tellAll();
    /// One is no longer in the room.
    void forget(RoomId room);
    /// The mirror is empty: what is untold is written there again.
    void keepAll();

private:
    void tell(RoomId room);
    void told(RoomId room, const RoomAttention &set, const Result<Done> &answer);
    /// Ends what is over, and waits for the next.
    void endPast();

    Session &m_session;
    LocalStore &m_store;
    Rooms &m_rooms;
    QHash<RoomId, RoomAttention> m_untold;
    QSet<RoomId> m_underWay; ///< asked, or waiting to ask again
    int m_connection = 0; ///< answers of an earlier connection are not ours
    QTimer m_timer;
};

} // namespace salon
