// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/room_mute.h"

#include "shared/client-core/settings.h"

namespace salon::console {

RoomMute::RoomMute(SettingsStore &settings, const QString &server)
    : m_settings(settings)
    , m_server(server)
{
}

QString RoomMute::entryOf(RoomId room) const
{
    return m_server + u'/' + QString::number(room.value);
}

bool RoomMute::contains(RoomId room) const
{
    return m_settings.current().mutedRooms.contains(entryOf(room));
}

void RoomMute::set(RoomId room, bool isMuted)
{
    m_settings.change([entry = entryOf(room), isMuted](Settings &settings) {
        settings.mutedRooms.removeAll(entry);
        if (isMuted)
            settings.mutedRooms.append(entry);
    });
}

} // namespace salon::console
