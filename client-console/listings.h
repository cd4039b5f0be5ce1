// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-console/screen.h"
#include "shared/client-core/text/completion.h"
#include "shared/client-core/workspace.h"

#include <QCoreApplication>

namespace salon::console {

/// How the lists that commands ask for look in a terminal: one line each, made safe, an empty list said in words.
/// Asks the server nothing.
class Listings
{
    Q_DECLARE_TR_FUNCTIONS(salon::console::Listings)

public:
    Listings(const Workspace &workspace, Screen &screen);

    void commands(const QList<CommandName> &all);
    static void commandTable(const QList<CommandName> &all, Screen &screen);
    void rooms(const RoomList &list);
    void members(const MemberList &list);
    void bans(const QList<Profile> &people);

private:
    /// What of a room calls one, where that is not everything.
    [[nodiscard]] QString whatCalls(const RoomSummary &room) const;
    [[nodiscard]] QString roomLine(const RoomSummary &room) const;
    [[nodiscard]] QString memberLine(const MemberEntry &member) const;

    const Workspace &m_workspace;
    Screen &m_screen;
};

} // namespace salon::console
