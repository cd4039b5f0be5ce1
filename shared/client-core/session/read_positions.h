// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/result.h"
#include "shared/protocol/messages/all.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace salon {

class LocalStore;
class Rooms;
class Session;

/// How far a person has read: moved here at once, kept in the mirror, and told to the server as soon as it can be,
/// until it has answered. Moves forward only (guarantees.md §5.7).
class ReadPositions : public QObject
{
    Q_OBJECT
public:
    ReadPositions(Session &session, LocalStore &store, Rooms &rooms, QObject *parent = nullptr);

    /// What an earlier run could not tell; the rooms are there already.
    void restore(const QHash<RoomId, Seq> &untold);
    void move(RoomId room, Seq seq);
    /// While resuming: what was read here and the server does not know is to be told, whoever lost it.
    void compare(const RoomSummary &onServer);
    /// Online: tells what the server has not heard of.
    void tellAll();
    /// The server's word.
    void moved(const ReadMoved &moved);
    /// The room's numbers mean nothing any more.
    void forget(RoomId room);
    /// Those of all rooms, and the mirror is empty.
    void clear() { m_untold.clear(); }

private:
    void tell(RoomId room);
    void told(RoomId room, Seq seq, const Result<Done> &answer);

    Session &m_session;
    LocalStore &m_store;
    Rooms &m_rooms;
    QHash<RoomId, Seq> m_untold;
    QSet<RoomId> m_underWay; ///< asked, or waiting to ask again
    int m_connection = 0; ///< answers of an earlier connection are not ours
};

} // namespace salon
