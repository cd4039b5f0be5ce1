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

Q_SIGNALS:
    /// Somebody accepted answered where another person is expected; it was told with the words of both.
    void otherTold(const QByteArray &person);

private:
    /// Nearby::otherAnswered(), until the words of both are found.
    struct Other
    {
        Endpoint endpoint{};
        QByteArray person{};
        QByteArray expected{};

        friend bool operator==(const Other &, const Other &) = default;
    };

    void noteNotReached(const Endpoint &endpoint, const Error &error, bool waits);
    void noteOther(const Other &other);
    void tellOthers();
    bool tell(const Other &other);

    Screen &m_screen;
    Nearby m_nearby;
    PeerView m_view;
    PeerCommands m_commands;
    QSet<QString> m_notReached; ///< addresses that were told of
    QList<Other> m_others; ///< not told of yet
    QList<Other> m_othersKnown; ///< noted once in this run
};

} // namespace salon::console
