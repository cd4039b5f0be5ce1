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

bool MutedRooms::isMutedHere(const QString &server, RoomId room) const
{
    return m_settings.current().mutedRooms.contains(entryOf(server, room));
}

bool MutedRooms::contains(const Workspace &workspace, RoomId room) const
{
    return workspace.attention(room) == Attention::Nothing || isMutedHere(workspace.id(), room);
}

void MutedRooms::set(Workspace &workspace, RoomId room, bool isMuted)
{
    const bool isKeptHere = !workspace.canMarkUnread();
    if (!isKeptHere)
        workspace.setAttention(room, isMuted ? Attention::Nothing : Attention::All);
    m_settings.change([entry = entryOf(workspace.id(), room), keeps = isMuted && isKeptHere](Settings &settings) {
        settings.mutedRooms.removeAll(entry);
        if (keeps)
            settings.mutedRooms.append(entry);
    });
}

void MutedRooms::handOver(Workspace &workspace)
{
    if (!workspace.canMarkUnread())
        return;
    const QList<RoomId> rooms = workspace.rooms().ids();
    for (const RoomId room : rooms)
        if (isMutedHere(workspace.id(), room))
            set(workspace, room, true);
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
        if (contains(workspace, id))
            continue;
        const RoomSummary *room = workspace.rooms().find(id);
        const bool onlyMentions = room->attention == Attention::Mentions;
        counts.unread += onlyMentions ? room->mentions : room->unread;
        counts.mentions += room->kind == RoomKind::Direct && !onlyMentions ? room->unread : room->mentions;
    }
    return counts;
}

} // namespace salon
