// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/local_mutes.h"

#include "shared/client-core/settings.h"
#include "shared/client-core/workspace.h"

namespace salon::console {

void tellLocalMutes(SettingsStore &settings, Workspace &workspace)
{
    const QString start = workspace.id() + u'/';
    QStringList muted = settings.current().mutedRooms;
    muted.removeIf([&start](const QString &entry) { return !entry.startsWith(start); });
    if (muted.isEmpty() || !workspace.canMarkUnread())
        return;
    for (const QString &entry : std::as_const(muted)) {
        const RoomId room{ entry.mid(start.size()).toLongLong() };
        if (workspace.rooms().find(room) && workspace.attention(room) == Attention::All)
            workspace.setAttention(room, Attention::Nothing);
    }
    settings.change([&start](Settings &changed) {
        changed.mutedRooms.removeIf([&start](const QString &entry) { return entry.startsWith(start); });
    });
}

} // namespace salon::console
