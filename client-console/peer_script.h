// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-console/exit_code.h"
#include "client-console/peer_desk.h"

#include <QObject>
#include <QSet>
#include <QStringList>
#include <QTimer>

namespace salon::console {

/// Lines of a script for somebody nearby: they wait until a conversation is open; after the last one the program ends
/// once everything is delivered and every file has found its end, or when nothing has moved for the time given.
class PeerScript : public QObject
{
    Q_OBJECT

public:
    PeerScript(PeerDesk &desk, int timeoutSeconds, bool linesAreCommands);

    /// Each message and each command in its turn; "//…" is a message that begins with a slash, where commands are
    /// allowed at all.
    void take(const QString &line);
    /// No more lines will come. Call once.
    void end();
    /// Starts the time for finding somebody.
    void awaitPerson();
    /// Ours of this run that are not delivered yet.
    [[nodiscard]] int queuedCount() const { return int(m_queued.size()); }
    /// A line was refused before it came here.
    void noteRefusal() { m_anyRefused = true; }

Q_SIGNALS:
    /// A line that is neither a message nor one of the commands about people nearby.
    void lineLeft(const QString &line);
    /// Once.
    void finished(salon::console::ExitCode code);

private:
    void drain();
    void route(const QString &line);
    void settle();
    void moved();
    void timedOut();
    void finish(ExitCode code);

    PeerDesk &m_desk;
    QTimer m_patience;
    bool m_linesAreCommands;
    QStringList m_waiting;
    QSet<Cid> m_queued; ///< ours of this run, not delivered yet
    QSet<Cid> m_files; ///< ours of this run, under way
    int m_preparing = 0; ///< files that are being read
    bool m_ended = false;
    bool m_anyRefused = false;
    bool m_finished = false;
};

} // namespace salon::console
