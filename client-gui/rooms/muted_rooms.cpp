// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/rooms/muted_rooms.h"

#include "shared/client-core/settings.h"
#include "shared/client-core/workspace.h"

using namespace Qt::StringLiterals;

namespace salon {
namespace {

QString entryOf(const QString &server, RoomId room)
{
    return "%1/%2"_L1.arg(server, QString::number(room.value));
}

} // namespace

MutedRooms::MutedRooms(SettingsStore &settings)
    : m_settings(settings)
{
}

bool MutedRooms::contains(const QString &server, RoomId room) const
{
    return m_settings.current().mutedRooms.contains(entryOf(server, room));
}

void MutedRooms::set(const QString &server, RoomId room, bool isMuted)
{
    m_settings.change([entry = entryOf(server, room), isMuted](Settings &settings) {
        settings.mutedRooms.removeAll(entry);
        if (isMuted)
            settings.mutedRooms.append(entry);
    });
}

void MutedRooms::forgetServer(const QString &server)
{
    m_settings.change([start = server + u'/'](Settings &settings) {
        settings.mutedRooms.removeIf([&start](const QString &entry) { return entry.startsWith(start); });
    });
}

MutedRooms::Counts MutedRooms::heardOf(const Workspace &workspace) const
{
    Counts counts;
    const QList<RoomId> rooms = workspace.rooms().ids();
    for (const RoomId id : rooms) {
        if (contains(workspace.id(), id))
            continue;
        const RoomSummary *room = workspace.rooms().find(id);
        counts.unread += room->unread;
        counts.mentions += room->kind == RoomKind::Direct ? room->unread : room->mentions;
    }
    return counts;
}

} // namespace salon
