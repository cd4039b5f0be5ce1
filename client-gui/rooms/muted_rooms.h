// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/ids.h"

#include <QString>

namespace salon {

class SettingsStore;
class Workspace;

/// The rooms that shall be silent: no toast, no part in the counts of tray and title. The server keeps that for all
/// devices of a person; where it cannot, this computer does. Cheap to make; Rooms::changed() (Attention) and
/// SettingsStore::changed() tell when it says something else.
class MutedRooms
{
public:
    explicit MutedRooms(SettingsStore &settings);

    [[nodiscard]] bool contains(const Workspace &workspace, RoomId room) const;
    void set(Workspace &workspace, RoomId room, bool isMuted);
    /// Tells the server once what only this computer knew. Nothing happens where the server does not keep it.
    void handOver(Workspace &workspace);
    /// The server (KnownServer::id) is none of ours any more.
    void forgetServer(const QString &server);

    struct Counts
    {
        quint32 unread = 0;
        quint32 mentions = 0; ///< every unread message of a direct room is one
    };
    /// What calls, over all rooms of a server: of those that call with mentions only, only these.
    [[nodiscard]] Counts heardOf(const Workspace &workspace) const;

private:
    [[nodiscard]] bool isMutedHere(const QString &server, RoomId room) const;

    SettingsStore &m_settings;
};

} // namespace salon
