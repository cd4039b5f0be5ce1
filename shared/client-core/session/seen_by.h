// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/result.h"
#include "shared/client-core/session/answer.h"
#include "shared/protocol/messages/history.h"
#include "shared/protocol/messages/reading.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace salon {

class RoomSync;
class Rooms;
class Session;

/// How far others have read small rooms, as they show it: asked for when a room is watched, then kept up to date by
/// pushes. Empty where the room's rules or one's own privacy forbid it, where too many are in the room, and offline.
class SeenBy : public QObject
{
    Q_OBJECT
public:
    static constexpr quint32 MaxMembers = 32; ///< of rooms where it is shown

    SeenBy(Session &session, RoomSync &sync, const Rooms &rooms, QObject *parent = nullptr);

    /// Whether the room can show it at all.
    [[nodiscard]] bool isShown(RoomId room) const;
    /// The same, or the server was not asked yet whether it can: a view leaves room for it.
    [[nodiscard]] bool mayBeShown(RoomId room) const;
    /// Ask for a room's positions, now and after each reconnect, until stopped; views of a room do.
    void watch(RoomId room);
    void unwatch(RoomId room);
    /// Asks once; finished when seenBy() knows all that is told. Before that it knows who moved meanwhile.
    Answer<> fetch(RoomId room);
    /// Others who have read up to `seq` or further, the one who got furthest last. Newcomers begin with all read: left
    /// out are those who came into the room after `seq`.
    [[nodiscard]] QList<AccountId> seenBy(RoomId room, Seq seq) const;
    /// Of these, those who have not got to `next`, the seq of the next row shown (0: there is none): who is to be drawn
    /// at the row of `seq`.
    [[nodiscard]] QList<AccountId> lastSeen(RoomId room, Seq seq, Seq next) const;
    [[nodiscard]] QHash<AccountId, Seq> positions(RoomId room) const { return m_positions.value(room); }

Q_SIGNALS:
    void changed(salon::RoomId room);

private:
    void ask(RoomId room);
    void askAll();
    void take(RoomId room, const QList<SeenPosition> &told);
    void move(const SeenMoved &moved);
    void heard(RoomId room, const QList<RoomEvent> &events);
    /// Whether that is later than what was known.
    bool noteJoined(RoomId room, AccountId who, Seq since);
    void forgetJoined(RoomId room);
    void forget(RoomId room);
    void forgetPerson(RoomId room, AccountId person);
    void forgetAll();

    Session &m_session;
    RoomSync &m_sync;
    const Rooms &m_rooms;
    QHash<RoomId, QHash<AccountId, Seq>> m_positions;
    QHash<RoomId, QHash<AccountId, Seq>> m_joined; ///< the event that last brought them in, where it is known
    QHash<RoomId, int> m_watched; ///< by how many views
    QSet<RoomId> m_asked; ///< on this connection
    int m_connection = 0; ///< answers of an earlier connection are not ours
};

} // namespace salon
