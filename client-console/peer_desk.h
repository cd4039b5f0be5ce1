// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-console/peer_commands.h"
#include "client-console/peer_view.h"
#include "shared/nearby/nearby.h"

#include <QObject>

namespace salon::console {

/// People nearby in the console client, whatever else it does: feature, view and commands together, and what happens
/// told on the screen.
class PeerDesk : public QObject
{
    Q_OBJECT

public:
    PeerDesk(ClientProfile &profile, Screen &screen, LineEditor &editor);

    [[nodiscard]] Nearby &nearby() { return m_nearby; }
    [[nodiscard]] PeerView &view() { return m_view; }
    [[nodiscard]] PeerCommands &commands() { return m_commands; }

    /// A line of the person: one of our commands, or while a conversation is open a message; false if it is neither.
    bool take(const QString &line);
    /// A message to the open conversation; refused ones are problems on the screen.
    Result<> say(const QString &text);

private:
    Screen &m_screen;
    Nearby m_nearby;
    PeerView m_view;
    PeerCommands m_commands;
    QSet<QString> m_notReached; ///< addresses that were told of
};

} // namespace salon::console
