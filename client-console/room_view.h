// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-console/event_printer.h"
#include "client-console/quote_waits.h"
#include "client-console/room_mute.h"
#include "client-console/screen.h"
#include "client-console/shown_messages.h"
#include "client-console/shown_runs.h"
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
    static constexpr int MostEvents = 320; ///< of a page that is asked for to have some lines in it

    /// `readsAlong`: a person watches, so what is printed is read.
    RoomView(Workspace &workspace, Screen &screen, LineEditor &editor, const RoomMute &muted, bool readsAlong);

    [[nodiscard]] RoomId room() const { return m_room; }
    [[nodiscard]] bool isOpen() const { return m_room.isValid(); }
    [[nodiscard]] QString roomName() const;

    /// Prints nothing at all; for a program that only sends.
    void setSilent(bool silent) { m_silent = silent; }

    [[nodiscard]] EventPrinter &printer() { return m_printer; }
    /// What was printed of the open room.
    [[nodiscard]] const ShownMessages &messages() const { return m_messages; }

    /// Makes the room the open one and prints its newest events.
    void open(RoomId room);
    /// The room is not the open one any more, and no other is until open().
    void close();
    /// Prints one page of what was before the run of events printed last; so holes fill first.
    void showOlder();
    /// The person wants to leave this room: that it goes then is no surprise.
    void expectLeaving(RoomId room) { m_leaving = room; }
    void updatePrompt();
    /// Something else stands in the prompt.
    void yieldPrompt(bool yields);
    /// What this device sends shows when the server has stored it; while that cannot be, it shows as waiting.
    void noteOutbox(const OutboxEntry &entry);

Q_SIGNALS:
    void opened(salon::RoomId room);
    /// The account is no longer in the room that was open. `wanted`: as expectLeaving() said.
    void lost(bool wanted);

private:
    void loadFirstPage(int limit);
    void firstPageCame(int limit, const Result<HistorySlice> &slice);
    void firstPage(const Result<HistorySlice> &slice);
    void appended(RoomId room, const QList<RoomEvent> &events, Seq gapTo);
    void printNew(const QList<RoomEvent> &events, Seq gapTo);
    void print(const QList<RoomEvent> &events);
    void show(const QList<RoomEvent> &events, bool isNew = false);
    [[nodiscard]] bool rings(const RoomEvent &event) const;
    /// `print` runs if the room is still the open one.
    void whenQuoted(const QList<RoomEvent> &events, const std::function<void()> &print);
    void olderPageCame(Seq before, const Result<HistorySlice> &slice);
    void olderPage(Seq before, const HistorySlice &slice);
    void noteHole(const RoomSummary *room);
    void markShownRead();
    void showElsewhere(RoomId room, const RoomEvent &event);
    void leftRoom(RoomId room);
    void forgetRoom(RoomId room);
    [[nodiscard]] int firstPageSize(const RoomSummary *room) const;

    Workspace &m_workspace;
    Screen &m_screen;
    LineEditor &m_editor;
    const RoomMute &m_muted;
    EventPrinter m_printer;
    QuoteWaits m_quotes;
    ShownMessages m_messages;
    bool m_readsAlong;
    bool m_silent = false;
    bool m_yieldsPrompt = false;
    RoomId m_room{};
    bool m_loading = false;
    QList<RoomEvent> m_whileLoading;
    Seq m_gapWhileLoading = 0;
    ShownRuns m_shown;
    RoomId m_leaving{};
    bool m_hasClosed = false; ///< a room was open, and none is now
    QSet<Cid> m_shownWaiting;
};

} // namespace salon::console
