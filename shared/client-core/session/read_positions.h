// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/result.h"
#include "shared/client-core/session/room_reading.h"
#include "shared/protocol/messages/all.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace salon {

class LocalStore;
class Rooms;
class Session;

/// How far a person has read, and unread marks: changed here at once, kept in the mirror, and told to the server as
/// soon as it can be, until it has answered. Positions move forward only (guarantees.md §5.7). What is told late leaves
/// unread marks alone that were made meanwhile elsewhere.
class ReadPositions : public QObject
{
    Q_OBJECT
public:
    ReadPositions(Session &session, LocalStore &store, Rooms &rooms, QObject *parent = nullptr);

    /// What an earlier run could not tell; the rooms are there already.
    void restore(const QHash<RoomId, Seq> &untold, const QHash<RoomId, UnsentMark> &marks);
    /// Also ends an unread mark.
    void move(RoomId room, Seq seq);
    void markUnread(RoomId room, Seq seq);
    /// While resuming: what was read here and the server does not know is to be told, whoever lost it.
    void compare(const RoomSummary &onServer);
    /// Online: tells what the server has not heard of.
    void tellAll();
    /// The server's word.
    void moved(const ReadMoved &moved);
    /// The room's numbers mean nothing any more.
    void forget(RoomId room);
    /// Those of all rooms, and the mirror is empty.
    void clear();
    /// Everything below `floor` is gone.
    void trim(RoomId room, Seq floor);

private:
    void tell(RoomId room);
    void tellRead(RoomId room);
    void tellMark(RoomId room, Seq mark);
    /// Whether the question is settled, now or for this connection.
    bool isSettled(RoomId room, const Result<Done> &answer);
    void forgetRead(RoomId room);
    void keepMark(RoomId room);

    Session &m_session;
    LocalStore &m_store;
    Rooms &m_rooms;
    QHash<RoomId, Seq> m_untold;
    QSet<RoomId> m_marked; ///< with an UnsentMark in m_rooms
    QHash<RoomId, int> m_madeIn; ///< connection during which something was read last; others: told late
    QSet<RoomId> m_underWay; ///< asked, or waiting to ask again
    int m_connection = 0; ///< answers of an earlier connection are not ours
};

} // namespace salon
