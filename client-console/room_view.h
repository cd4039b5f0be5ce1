// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-console/event_printer.h"
#include "client-console/quote_waits.h"
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
    RoomView(Workspace &workspace, Screen &screen, LineEditor &editor, bool readsAlong);

    [[nodiscard]] RoomId room() const { return m_room; }
    [[nodiscard]] bool isOpen() const { return m_room.isValid(); }
    [[nodiscard]] QString roomName() const;

    /// Prints nothing at all; for a program that only sends.
    void setSilent(bool silent) { m_silent = silent; }

    [[nodiscard]] EventPrinter &printer() { return m_printer; }
    /// What was printed of the open room.
    [[nodiscard]] const ShownMessages &messages() const { return m_messages; }

    enum class Reading
    {
        ReadsAlong, ///< what a person is shown here is read
        OnlyLooks ///< nothing is marked as read until endLooking()
    };
    /// Makes the room the open one and prints its newest events. It is read again, whatever was marked as unread.
    void open(RoomId room, Reading reading = Reading::ReadsAlong);
    [[nodiscard]] bool isLooking() const { return m_isLooking; }
    /// What is shown, and everything else in the open room, is read from now on.
    void readAll();
    /// The room is not the open one any more, and no other is until open().
    void close();
    /// Prints one page of what was before the run of events printed last; so holes fill first.
    void showOlder();
    /// Prints events of a room's history, of the open one or another; the message `marked` (0: none) stands out.
    void showContext(RoomId room, const QList<RoomEvent> &events, Seq marked);
    /// The person wants to leave this room: that it goes then is no surprise.
    void expectLeaving(RoomId room) { m_leaving = room; }
    void updatePrompt();
    /// Something else stands in the prompt.
    void yieldPrompt(bool yields);
    /// Whether one may write there, or must wait.
    [[nodiscard]] PostingState posting() const { return m_workspace.mayPost(m_room); }
    /// What this device sends shows when the server has stored it; while that cannot be, it shows as waiting.
    void noteOutbox(const OutboxEntry &entry);

Q_SIGNALS:
    void opened(salon::RoomId room);
    /// The account is no longer in the room that was open. `wanted`: as expectLeaving() said.
    void lost(bool wanted);

private:
    void showTyping();
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
    /// One has read so far, and counts from there: the read position, or what is before the unread mark.
    [[nodiscard]] static Seq positionOf(const RoomSummary &room);

    Workspace &m_workspace;
    Screen &m_screen;
    LineEditor &m_editor;
    EventPrinter m_printer;
    QuoteWaits m_quotes;
    ShownMessages m_messages;
    bool m_readsAlong;
    bool m_isLooking = false;
    Seq m_markAtOpen = 0; ///< the unread mark that ends by reading; a later one stays until the room is left
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
