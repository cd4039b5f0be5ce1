// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/line_router.h"

using namespace Qt::StringLiterals;

namespace salon::console {

LineRouter::LineRouter(
    RoomView &view, Commands &commands, Delivery &delivery, Screen &screen, const WritingStyle &style, Source source)
    : m_view(view)
    , m_commands(commands)
    , m_delivery(delivery)
    , m_screen(screen)
    , m_style(style)
    , m_source(source)
{
    // Queued: what a command's answer set off is done before the next line.
    connect(&commands, &Commands::settled, this, &LineRouter::drain, Qt::QueuedConnection);
    connect(&commands, &Commands::messageGiven, this, &LineRouter::send);
    connect(&commands, &Commands::changeGiven, this, [this](const Cid &cid) { m_delivery.await(cid); });
    connect(&commands, &Commands::refused, this, [this] { m_delivery.noteRefusal(); });
}

void LineRouter::take(const QString &line)
{
    if (m_source == Source::Person) {
        route(line);
        return;
    }
    if (m_closed)
        return;
    m_waiting.append(line);
    drain();
}

void LineRouter::send(RoomId room, const QString &text, const MessageOptions &options)
{
    if (const auto sent = m_delivery.send(room, text, options); !sent)
        m_screen.problem(sent.error());
}

void LineRouter::release()
{
    m_released = true;
    drain();
}

void LineRouter::end()
{
    m_ended = true;
    drain();
}

void LineRouter::giveUp()
{
    if (m_closed)
        return;
    m_waiting.clear();
    m_delivery.noteRefusal();
    close();
}

void LineRouter::close()
{
    m_closed = true;
    m_delivery.close();
}

bool LineRouter::isReady() const
{
    return m_released && !m_commands.isBusy();
}

void LineRouter::drain()
{
    while (!m_waiting.isEmpty() && isReady())
        route(m_waiting.takeFirst());
    if (m_ended && !m_closed && m_waiting.isEmpty() && isReady())
        close();
}

void LineRouter::route(const QString &line)
{
    const bool hasCommands = m_source != Source::Script;
    const bool isEscaped = hasCommands && line.startsWith("//"_L1);
    if (hasCommands && !isEscaped && line.startsWith(u'/'))
        m_commands.run(line);
    else if (m_view.isOpen())
        send(m_view.room(), m_style.textOf(isEscaped ? line.mid(1) : line), MessageOptions{ 0, m_style.format });
    else
        refuse();
}

void LineRouter::refuse()
{
    m_screen.problem(tr("No room is open: your text was not sent. /rooms lists them, /join opens one."));
    m_delivery.noteRefusal();
}

} // namespace salon::console
