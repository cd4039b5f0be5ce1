// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "tests/integration/tst_console_client_process.h"
#include "tests/support/server_process.h"
#include "tests/support/test_client.h"

#include <QTemporaryDir>
#include <memory>
#include <optional>

namespace salon::test {

/// What tests of the console client begin with: a server for all of them, a folder for each, and people.
class ConsoleRig
{
protected:
    bool startServer()
    {
        m_server.makeLenient();
        return m_server.start();
    }
    void newFolder() { m_folder = std::make_unique<QTemporaryDir>(); }

    /// Without an invitation: the server lets everybody in.
    [[nodiscard]] QString link() const
    {
        JoinLink link = m_server.link();
        link.invitation.clear();
        return link.toString();
    }
    /// Names that do not look like each other.
    QString newName(const QString &name)
    {
        return QStringLiteral("%1 %2").arg(name, QString(++m_people, QLatin1Char('x')));
    }
    /// Starts as somebody new, with commands.
    void start(ConsoleProcess &console, const QString &name)
    {
        console.start({ link(), QStringLiteral("--name"), name, QStringLiteral("--commands") });
    }
    /// The same with these lines of commands and texts, to the end; the exit code.
    int script(const QString &name, const QString &lines, ConsoleProcess &console)
    {
        return console.run({ link(), QStringLiteral("--name"), name, QStringLiteral("--commands") }, lines.toUtf8());
    }

    /// Into the first room; 0: not stored.
    static Seq send(TestClient &client, const QString &text)
    {
        const auto sent = client.send(client.firstRoom(), text);
        return sent ? sent->seq : 0;
    }
    /// The newest event of the first room that `isIt(event)`.
    template <class Predicate>
    static std::optional<RoomEvent> newestWhere(TestClient &client, Predicate isIt)
    {
        const auto events = client.readAll(client.firstRoom());
        std::optional<RoomEvent> found;
        for (const RoomEvent &event : events ? *events : QList<RoomEvent>{}) {
            if (isIt(event))
                found = event;
        }
        return found;
    }

    ServerProcess m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    int m_people = 0; ///< who got a name of their own
};

} // namespace salon::test
