// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/session/download_upkeep.h"

#include "shared/client-core/files/downloads.h"
#include "shared/client-core/session/room_sync.h"
#include "shared/client-core/session/rooms.h"

namespace salon {

DownloadUpkeep::DownloadUpkeep(Downloads &downloads, RoomSync &sync, const Rooms &rooms, QObject *parent)
    : QObject(parent)
    , m_downloads(downloads)
    , m_rooms(rooms)
{
    const auto forgetRoom = [this](RoomId room) {
        m_downloads.forgetRoom(room);
    };
    connect(&sync, &RoomSync::appended, this, &DownloadUpkeep::noteEvents);
    connect(&sync, &RoomSync::reset, this, forgetRoom);
    connect(&rooms, &Rooms::removed, this, forgetRoom);
    connect(&sync, &RoomSync::trimmed, &downloads, &Downloads::forgetRoom);
    connect(&sync, &RoomSync::loaded, this, &DownloadUpkeep::forgetTrimmed);
    connect(&sync, &RoomSync::reachable, this, &DownloadUpkeep::forgetTrimmed);
    connect(&downloads, &Downloads::loaded, this, &DownloadUpkeep::forgetTrimmed);
}

void DownloadUpkeep::noteEvents(RoomId room, const QList<RoomEvent> &events)
{
    for (const RoomEvent &event : events) {
        if (event.kind == EventKind::Deleted)
            m_downloads.forgetMessage(room, event.target);
        else if (!event.files.isEmpty())
            m_downloads.noteMessage(room, event.seq, event.files);
    }
}

void DownloadUpkeep::forgetTrimmed()
{
    // Removed while this device was away, or before the cache was read; also of messages that were only found here.
    for (const RoomId room : m_rooms.ids()) {
        if (const Seq floor = m_rooms.find(room)->floor; floor > 1)
            m_downloads.forgetRoom(room, floor);
    }
}

} // namespace salon
