// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/client-core/session/history.h"

#include <QObject>

namespace salon {

/// What a timeline asks its history for: one page at a time, and what became of it. Remembers which side failed, so
/// that scrolling there does not ask for ever, and which place could not be had. Knows no rows: whoever shows them
/// answers the signals. Answers to what was asked before a loadWindow() are dropped.
class TimelineLoader : public QObject
{
    Q_OBJECT
public:
    static constexpr int PageRows = 100;

    TimelineLoader(RoomId room, History &history);

    [[nodiscard]] bool isLoading() const { return m_loading; }
    [[nodiscard]] bool isOlderFailed() const { return m_olderFailed; }
    [[nodiscard]] bool isNewerFailed() const { return m_newerFailed; }

    /// Asks for at most a page with seq < before (0: the newest), instead of all that is there: windowCame(), and when
    /// that was shown and loading is over, windowShown(); or windowFailed(). Where `lookAt` (0: the newest) is gone for
    /// good, the newest come.
    void loadWindow(Seq before, Seq lookAt);
    void loadLatest() { loadWindow(0, 0); }
    /// Asks for a page beyond that seq: olderCame() or newerCame(). Nothing happens while loading, or after a failure
    /// at that side.
    void fetchOlder(Seq oldest);
    void fetchNewer(Seq newest);

    /// After a windowFailed(): what was there stays.
    void giveUpWindow(const Error &error);
    /// After a windowFailed(): nothing is there, and the past is not to be had for now.
    void giveUpPast(const Error &error);

    void clearOlderFailure() { clearFailure(m_olderFailed); }
    void clearNewerFailure() { clearFailure(m_newerFailed); }
    /// To be shown when the connection is back; 0: the newest.
    void setMissedPlace(Seq seq) { m_missedPlace = seq; }
    [[nodiscard]] Seq missedPlace() const { return m_missedPlace; }
    /// -1: none. It is none from now on.
    [[nodiscard]] Seq takeMissedPlace() { return std::exchange(m_missedPlace, NoPlace); }
    static constexpr Seq NoPlace = -1;

Q_SIGNALS:
    /// Show this instead of what is there; still loading.
    void windowCame(const salon::HistorySlice &slice, salon::Seq lookAt);
    /// windowCame() was shown, nothing is loading any more.
    void windowShown(salon::Seq lookAt);
    /// giveUpWindow(), giveUpPast() or another loadWindow().
    void windowFailed(salon::Seq lookAt, const salon::Error &error);
    void olderCame(const salon::HistorySlice &slice);
    /// olderCame() or newerCame() was shown, nothing is loading any more.
    void olderShown();
    void newerShown();
    /// `isLast`: nothing else will come, whatever the newest known seq is.
    void newerCame(const salon::HistorySlice &slice, bool isLast);
    void loadingChanged(bool loading);
    void loadFailed(const salon::Error &error);
    /// isOlderFailed() or isNewerFailed() is another.
    void failedSidesChanged();

private:
    void windowAnswered(const Result<HistorySlice> &slice, Seq lookAt, Seq lastThen);
    void failSide(bool &side, const Error &error);
    void clearFailure(bool &side);
    void setLoading(bool loading);

    RoomId m_room;
    History &m_history;
    int m_generation = 0;
    bool m_loading = false;
    bool m_olderFailed = false;
    bool m_newerFailed = false;
    Seq m_missedPlace = NoPlace;
};

} // namespace salon
