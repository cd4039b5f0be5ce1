// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/session/muted_here.h"

#include "shared/client-core/session/room_sync.h"
#include "shared/client-core/session/rooms.h"
#include "shared/client-core/settings.h"

#include <QStringList>

namespace salon {

void handOverMutedHere(SettingsStore &settings, const QString &server, const Rooms &rooms, RoomSync &sync)
{
    const QString start = server + u'/';
    const QStringList muted = settings.current().mutedRooms.filter(start);
    for (const QString &entry : muted) {
        const RoomSummary *room
            = entry.startsWith(start) ? rooms.find(RoomId{ entry.mid(start.size()).toLongLong() }) : nullptr;
        if (room && room->attention == Attention::All)
            sync.setAttention(room->id, Attention::Nothing, 0);
    }
    if (!muted.isEmpty())
        settings.change([&start](Settings &now) {
            now.mutedRooms.removeIf([&start](const QString &entry) { return entry.startsWith(start); });
        });
}

} // namespace salon
