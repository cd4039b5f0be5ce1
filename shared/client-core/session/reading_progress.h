// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/client-core/session/room_log.h"
#include "shared/protocol/messages/history.h"

#include <QObject>

namespace salon {

class LocalStore;
class ReadPositions;
class Rooms;

/// What changes of messages mean for what is read and unread: they are no lines that somebody could read, and may take
/// away what was counted.
class ReadingProgress : public QObject
{
    Q_OBJECT
public:
    ReadingProgress(LocalStore &store, RoomLogs &logs, Rooms &rooms, ReadPositions &reads, QObject *parent = nullptr);

    /// To be called before the events are written to the mirror and counted.
    void noteEvents(RoomId room, const QList<RoomEvent> &events);
    /// Everything up to `seq` was seen; where nothing but changes comes behind it, these too.
    void markRead(RoomId room, Seq seq);

private:
    void recountLater(const RoomEvent &change);
    void findLastLine(RoomId room, Seq read);

    LocalStore &m_store;
    RoomLogs &m_logs;
    Rooms &m_rooms;
    ReadPositions &m_reads;
};

} // namespace salon
