// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/client-core/session/room_log.h"
#include "shared/protocol/messages/history.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace salon {

class LocalStore;
class People;
class ReadPositions;
class Rooms;

/// What changes of messages mean for what is read and unread: they are no lines that somebody could read, and may take
/// away what was counted.
class ReadingProgress : public QObject
{
    Q_OBJECT
public:
    ReadingProgress(LocalStore &store, RoomLogs &logs, Rooms &rooms, const People &people, ReadPositions &reads,
        QObject *parent = nullptr);

    /// To be called before the events are written to the mirror and counted.
    void noteEvents(RoomId room, const QList<RoomEvent> &events);
    /// Makes the counts of a room anew of the messages in the mirror, if these reach far enough.
    void recount(RoomId room);
    /// Everything up to `seq` was seen; where nothing but changes comes behind it, these too.
    void markRead(RoomId room, Seq seq);

private:
    void recountLater(const RoomEvent &change);
    void findLastLine(RoomId room, Seq read);
    struct Recount
    {
        Seq from = 0;
        Seq head = 0; ///< it ends here
        quint32 unread = 0;
        quint32 mentions = 0;
        int pages = 0;
        int changes = 0; ///< what came since makes it void
    };
    void countOn(RoomId room, const Recount &recount, Seq after);

    LocalStore &m_store;
    RoomLogs &m_logs;
    Rooms &m_rooms;
    const People &m_people;
    ReadPositions &m_reads;
    QHash<RoomId, int> m_changes; ///< how often events came
    QSet<RoomId> m_recounting;
};

} // namespace salon
