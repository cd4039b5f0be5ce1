// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/ids.h"

#include <QString>

namespace salon {
class SettingsStore;
}

namespace salon::console {

/// The rooms of one server that shall be silent at this terminal: no bell, and no line while another room is open. In
/// the settings of the profile.
class RoomMute
{
public:
    /// `server` is KnownServer::id; `settings` must outlive this.
    RoomMute(SettingsStore &settings, const QString &server);

    [[nodiscard]] bool contains(RoomId room) const;
    void set(RoomId room, bool isMuted);

private:
    [[nodiscard]] QString entryOf(RoomId room) const;

    SettingsStore &m_settings;
    QString m_server;
};

} // namespace salon::console
