// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/store/store.h"
#include "shared/search/search_index.h"
#include "shared/search/search_lane.h"
#include "shared/search/search_query.h"

#include <QHash>
#include <QObject>
#include <QTimer>
#include <functional>

namespace salon::server {

/// The words of all messages on the server, worked on in a lane of its own. It follows what the store committed by the
/// number of each event, from where it stopped, in small steps; it may always be removed, and is made again then.
/// Domain thread.
class MessageIndex : public QObject
{
    Q_OBJECT

public:
    static constexpr int StepEvents = 500;
    static constexpr int MaxWaiting = 32; ///< searches

    /// `folder`: its own. `store` must outlive this.
    MessageIndex(const QString &folder, Store &store, QObject *parent = nullptr);

    /// Opens the index and begins to follow. `owner` names the database; `floors`: the oldest events that rooms still
    /// have. Once.
    void start(const QByteArray &owner, const QHash<RoomId, Seq> &floors);
    /// Something was committed.
    void logGrew();
    /// The room has nothing below `floor` any more: call it after the commit.
    void trim(RoomId room, Seq floor);

    /// Messages may be missing: the index has not read all of the log yet.
    [[nodiscard]] bool isPartial() const { return !m_caughtUp; }
    /// As SearchIndex::find(); also ServerBusy{} with a time to come back, when too many wait.
    void find(const SearchQuery &query, const SearchScope &scope, std::function<void(const Result<SearchHits> &)> done);

Q_SIGNALS:
    /// isPartial() is false now.
    void caughtUp();

private:
    void opened(const Result<qint64> &position);
    void step();
    void pageCame(const Result<LogPage> &page);
    void pageTaken(const LogPage &page, const Result<> &taken);
    void retryLater();

    Store &m_store;
    QHash<RoomId, Seq> m_floors;
    qint64 m_position = 0; ///< of the last event that is in the index
    bool m_isOpen = false;
    bool m_isReading = false;
    bool m_grew = false; ///< while it was reading
    bool m_caughtUp = false;
    int m_waiting = 0;
    QTimer m_stepTimer;
    SearchLane m_lane;
};

/// What the index keeps of a message.
[[nodiscard]] SearchDocument documentOf(const Event &message);

} // namespace salon::server
