// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QBasicTimer>
#include <QObject>
#include <vector>

namespace salon {

class Connection;

/// Flushes every connection with pending output once at the end of the loop's turn, so that all frames of a turn leave
/// in one write. One per thread that has connections; created and used in that thread; outlives its connections. Works
/// on every event dispatcher (a posted event of low priority, so after whatever was posted before).
class TurnFlusher : public QObject
{
    Q_OBJECT
public:
    explicit TurnFlusher(QObject *parent = nullptr);
    ~TurnFlusher() override;

    /// Called by connections: once per turn and connection.
    void schedule(Connection *connection);
    void forget(Connection *connection);

protected:
    bool event(QEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    void flushAll();

    std::vector<Connection *> m_pending;
    std::vector<Connection *> m_flushing;
    QBasicTimer m_nextTurn; ///< for what is scheduled while flushing: a posted event would still belong to this turn
    bool m_posted = false;
    bool m_isFlushing = false;
};

} // namespace salon
