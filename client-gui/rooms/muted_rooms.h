// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/ids.h"

#include <QString>

namespace salon {

class SettingsStore;
class Workspace;

/// The rooms that shall be silent on this computer: no toast, no part in the counts of tray and title. A view on the
/// settings, as cheap to make as a reference; SettingsStore::changed() tells when it says something else.
class MutedRooms
{
public:
    explicit MutedRooms(SettingsStore &settings);

    /// `server` is KnownServer::id.
    [[nodiscard]] bool contains(const QString &server, RoomId room) const;
    void set(const QString &server, RoomId room, bool isMuted);
    /// The server is none of ours any more.
    void forgetServer(const QString &server);

    struct Counts
    {
        quint32 unread = 0;
        quint32 mentions = 0; ///< every unread message of a direct room is one
    };
    /// Of all rooms of a server but the muted ones.
    [[nodiscard]] Counts heardOf(const Workspace &workspace) const;

private:
    SettingsStore &m_settings;
};

} // namespace salon
