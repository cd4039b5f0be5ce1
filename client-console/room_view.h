// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-console/screen.h"
#include "shared/client-core/workspace.h"

#include <QObject>
#include <QSet>

namespace salon::console {

/// The open room in a terminal: prints its history when it opens and its events as they come, and says in the prompt
/// where one is and what waits elsewhere.
class RoomView : public QObject
{
    Q_OBJECT

public:
    static constexpr int PageEvents = 20;

    /// `readsAlong`: a person watches, so what is printed is read.
    RoomView(Workspace &workspace, Screen &screen, LineEditor &editor, bool readsAlong);

    [[nodiscard]] RoomId room() const { return m_room; }
    [[nodiscard]] bool isOpen() const { return m_room.isValid(); }
    [[nodiscard]] QString roomName() const;

    /// Prints nothing at all; for a program that only sends.
    void setSilent(bool silent) { m_silent = silent; }

    /// Makes the room the open one and prints its newest events.
    void open(RoomId room);
    /// Prints one page of what was before the oldest event printed.
    void showOlder();
    void updatePrompt();
    /// What this device sends shows when the server has stored it; while that cannot be, it shows as waiting.
    void noteOutbox(const OutboxEntry &entry);

Q_SIGNALS:
    void opened(salon::RoomId room);

private:
    void firstPage(RoomId room, const Result<HistorySlice> &slice);
    void appended(RoomId room, const QList<RoomEvent> &events, Seq gapTo);
    void print(const QList<RoomEvent> &events);
    void showElsewhere(RoomId room, const RoomEvent &event);
    void leftRoom(RoomId room);

    Workspace &m_workspace;
    Screen &m_screen;
    LineEditor &m_editor;
    bool m_readsAlong;
    bool m_silent = false;
    RoomId m_room{};
    bool m_loading = false;
    QList<RoomEvent> m_whileLoading;
    Seq m_oldestShown = 0;
    Seq m_newestShown = 0;
    QSet<Cid> m_shownWaiting;
};

} // namespace salon::console
