// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-console/commands.h"
#include "client-console/delivery.h"
#include "client-console/room_view.h"
#include "client-console/screen.h"
#include "client-console/writing_style.h"

#include <QObject>
#include <QStringList>

namespace salon::console {

/// Sends each line of input where it belongs, in the order in which lines were given: to a command, or as a message to
/// the open room. A person's lines go at once; those of a script wait until a room is open and the last command is
/// done.
class LineRouter : public QObject
{
    Q_OBJECT

public:
    enum class Source
    {
        Person, ///< told when a line cannot be sent
        Script, ///< lines wait; after the last one the delivery is closed
        ScriptWithCommands ///< the same, and lines that begin with / are commands
    };

    LineRouter(RoomView &view, Commands &commands, Delivery &delivery, Screen &screen, const WritingStyle &style,
        Source source);

    /// "/name …" is a command, "//…" a message that begins with a slash, where commands are allowed at all.
    void take(const QString &line);
    /// A message to this room, whatever waits. What the outbox refuses is a problem on the screen.
    void send(RoomId room, const QString &text, const MessageOptions &options);
    /// The first room is open (or will not be): lines may go.
    void release();
    /// No more lines will come. Call once, for a script.
    void end();
    /// The room that the lines of a script are for is gone: those that were not sent count as refused, and the delivery
    /// is closed. Nothing happens when all were sent.
    void giveUp();

private:
    [[nodiscard]] bool isReady() const;
    void drain();
    void route(const QString &line);
    void refuse();
    void close();

    RoomView &m_view;
    Commands &m_commands;
    Delivery &m_delivery;
    Screen &m_screen;
    const WritingStyle &m_style;
    Source m_source;
    QStringList m_waiting;
    bool m_released = false;
    bool m_ended = false;
    bool m_closed = false; ///< nothing more is sent
};

} // namespace salon::console
