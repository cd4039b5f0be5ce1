// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/peer_script.h"

using namespace Qt::StringLiterals;

namespace salon::console {

PeerScript::PeerScript(PeerDesk &desk, int timeoutSeconds, bool linesAreCommands)
    : m_desk(desk)
    , m_linesAreCommands(linesAreCommands)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(timeoutSeconds * 1000);
    connect(&m_patience, &QTimer::timeout, this, &PeerScript::timedOut);
    Nearby &nearby = desk.nearby();
    connect(&desk.view(), &PeerView::opened, this, &PeerScript::drain);
    connect(&nearby.files(), &NearbyFiles::preparing, this, [this] { ++m_preparing; });
    connect(&desk.commands(), &PeerCommands::filePrepared, this, [this] { --m_preparing; });
    connect(&nearby.files(), &NearbyFiles::notOffered, this, [this] { m_anyRefused = true; });
    connect(&nearby, &Nearby::entryQueued, this, [this](const QByteArray &, const Cid &cid) { m_queued.insert(cid); });
    connect(&nearby, &Nearby::entryAdded, this, [this](const QByteArray &, const PeerEntry &entry) {
        if (!entry.isMine())
            return; // what others write is no reason to stay
        if (entry.file != PeerFileState::None)
            m_files.insert(entry.cid);
        moved();
    });
    connect(&nearby, &Nearby::notKept, this, [this](const QByteArray &, const Cid &cid) {
        m_anyRefused = true;
        m_queued.remove(cid);
        moved();
    });
    connect(&nearby, &Nearby::entryChanged, this, [this](const QByteArray &, const Cid &cid, PeerEntryState state) {
        m_queued.remove(cid);
        if (state == PeerEntryState::Failed) {
            m_anyRefused = true;
            m_files.remove(cid);
        }
        moved();
    });
    connect(&nearby, &Nearby::fileProgressed, this, [this](const QByteArray &, const Cid &cid) {
        if (m_files.contains(cid))
            moved();
    });
    connect(&nearby, &Nearby::fileChanged, this, [this](const QByteArray &, const Cid &cid, PeerFileState state) {
        const bool isOver
            = state != PeerFileState::Offered && state != PeerFileState::Accepted && state != PeerFileState::Paused;
        if (!m_files.contains(cid))
            return;
        if (isOver && m_files.remove(cid) && state != PeerFileState::Whole)
            m_anyRefused = true;
        moved();
    });
}

void PeerScript::awaitPerson()
{
    m_patience.start();
}

void PeerScript::take(const QString &line)
{
    m_waiting.append(line);
    drain();
}

void PeerScript::end()
{
    m_ended = true;
    m_patience.start();
    drain();
}

void PeerScript::drain()
{
    if (m_desk.view().isOpen() && !m_ended)
        m_patience.stop(); // somebody is there; how long the script thinks is its own affair
    const auto canRun = [this](const QString &line) {
        const bool isCommand = m_linesAreCommands && line.startsWith(u'/') && !line.startsWith("//"_L1);
        return m_desk.view().isOpen() || (isCommand && !PeerCommands::needsConversation(line));
    };
    while (!m_waiting.isEmpty() && canRun(m_waiting.constFirst()))
        route(m_waiting.takeFirst());
    // What was handed over is counted from the event loop.
    QMetaObject::invokeMethod(this, &PeerScript::settle, Qt::QueuedConnection);
}

void PeerScript::route(const QString &line)
{
    if (m_linesAreCommands) {
        if (!m_desk.take(line))
            Q_EMIT lineLeft(line);
    } else if (!m_desk.say(line)) {
        m_anyRefused = true;
    }
}

void PeerScript::moved()
{
    if (m_ended)
        m_patience.start();
    settle();
}

void PeerScript::settle()
{
    const bool isDone = m_ended && m_waiting.isEmpty() && m_preparing == 0 && m_files.isEmpty() && m_queued.isEmpty();
    if (isDone)
        finish(m_anyRefused ? ExitMessageRefused : ExitDone);
}

void PeerScript::timedOut()
{
    finish(m_desk.view().isOpen() ? ExitNotConfirmed : ExitNotConnected);
}

void PeerScript::finish(ExitCode code)
{
    if (!std::exchange(m_finished, true))
        Q_EMIT finished(code);
}

} // namespace salon::console
