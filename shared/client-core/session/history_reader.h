// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/client-core/session/answer.h"
#include "shared/client-core/session/recent_changes.h"
#include "shared/client-core/session/room_log.h"
#include "shared/client-core/store/local_store.h"

#include <QPromise>
#include <memory>

namespace salon {

class Session;

/// Pages of history for timelines: from the mirror as far as it reaches, else from the server. No page has a silent
/// hole: where the mirror cannot be read, or lacks what it should have (a full disk), the server is asked.
class HistoryReader : public QObject
{
    Q_OBJECT
public:
    /// Moves the floor of a log when a page from the server extends the mirror.
    HistoryReader(Session &session, LocalStore &store, RoomLogs &logs, QObject *parent = nullptr);

    /// As History.
    Answer<HistorySlice> before(RoomId room, Seq before, int limit);
    Answer<HistorySlice> after(RoomId room, Seq after, int limit);

    /// Changes that are in the log now: what is under way from the server may have been made before them.
    void noteChanges(const QList<RoomEvent> &events);

private:
    using Promise = std::shared_ptr<QPromise<Result<HistorySlice>>>;

    void readBefore(RoomId room, Seq before, int limit, const Promise &promise);
    void fetchBefore(RoomId room, Seq before, int limit, const Promise &promise);
    Result<HistorySlice> takeOlder(RoomId room, Seq before, const HistoryPage &page);
    [[nodiscard]] HistoryPage broughtUp(HistoryPage page);
    void readAfter(RoomId room, Seq after, int limit, const Promise &promise);
    void fetchAfter(RoomId room, Seq after, int limit, const Promise &promise);

    Session &m_session;
    LocalStore &m_store;
    RoomLogs &m_logs;
    RecentChanges m_changes;
    int m_underWay = 0; ///< pages asked of the server
};

} // namespace salon
