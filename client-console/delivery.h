// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-console/exit_code.h"
#include "shared/client-core/workspace.h"

#include <QObject>
#include <QSet>
#include <QTimer>

namespace salon::console {

/// Counts what was handed to the outbox until the server has stored it all, and says how it ended.
class Delivery : public QObject
{
    Q_OBJECT

public:
    /// What becomes of a text that the server refused.
    enum class Refused
    {
        Kept, ///< in the outbox, for the person to send again or discard
        Discarded ///< a script that was told so has its text still; it must not come out of the outbox another day
    };

    Delivery(Workspace &workspace, int timeoutSeconds, Refused refused);

    /// Starts the time for the connection.
    void awaitConnection();
    /// Hands a text to the outbox. A refusal is remembered: the end is ExitMessageRefused then.
    Result<> send(RoomId room, const QString &text, const MessageOptions &options);
    /// Counts what the outbox has already; files that go on their way take as long as they need.
    void await(const Cid &cid) { m_waiting.insert(cid); }
    /// A text was refused before it came here.
    void noteRefusal() { m_anyRefused = true; }
    /// Nothing more will be sent: finish when all is stored.
    void close();

Q_SIGNALS:
    void refused(const salon::Error &why);
    /// Once.
    void finished(salon::console::ExitCode code);

private:
    void entryChanged(const OutboxEntry &entry);
    void settle();
    void timedOut();
    void finish(ExitCode code);

    Workspace &m_workspace;
    Refused m_whatIsRefused;
    QTimer m_timer;
    QSet<Cid> m_waiting;
    bool m_closed = false;
    bool m_wasOnline = false;
    bool m_anyRefused = false;
    bool m_finished = false;
};

} // namespace salon::console
