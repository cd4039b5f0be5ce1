// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

// The commands of PeerCommands about files.
#include "client-console/peer_commands.h"
#include "client-console/typed_files.h"

using namespace Qt::StringLiterals;

namespace salon::console {

void PeerCommands::sendFile(const QString &path)
{
    m_nearby.files().offer(m_view.person(), expandedPath(path));
}

void PeerCommands::files(const QString &)
{
    m_view.listFiles();
}

std::optional<Cid> PeerCommands::fileNumbered(const QString &number)
{
    const auto file = m_view.file(number.toInt());
    if (!file)
        m_screen.problem(tr("There is no file %1 here. /files lists them.").arg(Screen::safe(number)));
    return file;
}

void PeerCommands::acceptFile(const QString &argument)
{
    if (const auto file = fileNumbered(argument.section(u' ', 0, 0)))
        m_nearby.files().accept(m_view.person(), *file, expandedPath(argument.section(u' ', 1).trimmed()));
}

void PeerCommands::refuseFile(const QString &number)
{
    if (const auto file = fileNumbered(number))
        m_nearby.files().refuse(m_view.person(), *file);
}

void PeerCommands::pauseFile(const QString &number)
{
    if (const auto file = fileNumbered(number))
        m_nearby.files().pause(m_view.person(), *file);
}

void PeerCommands::withdrawFile(const QString &number)
{
    if (number.isEmpty()) {
        const QStringList read = m_nearby.files().preparedFor(m_view.person());
        for (const QString &path : read)
            m_nearby.files().cancelOffer(m_view.person(), path);
        if (read.isEmpty())
            m_screen.problem(tr("No file is being read for an offer. /files lists those that were offered."));
        return;
    }
    if (const auto file = fileNumbered(number))
        m_nearby.files().withdraw(m_view.person(), *file);
}

} // namespace salon::console
