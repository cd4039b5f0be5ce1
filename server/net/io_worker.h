// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/net/client.h"
#include "server/net/net_settings.h"
#include "server/net/room_followers.h"
#include "shared/base/clock.h"
#include "shared/transport/turn_flusher.h"

#include <QBasicTimer>
#include <QObject>
#include <atomic>
#include <functional>
#include <memory>
#include <unordered_map>

namespace salon::server {

/// Takes the reports of a worker; called in the worker's thread.
using ReportSink = std::function<void(WorkerReport &&report)>;

/// The connections of one I/O thread. Created in any thread, then moved to its own; open() and everything behind it
/// runs there. Takes commands with post(), gives reports to its sink.
///
/// The worker answers Ping itself, times logins and silence, stops reading a connection that sends faster than allowed,
/// whose messages wait or that does not read what it asked for, and stops feeding a room to a connection that is
/// behind.
class IoWorker : public QObject
{
    Q_OBJECT

public:
    IoWorker(int index, const ConnectionRules &rules, const Clock &clock, ReportSink sink);
    ~IoWorker() override;

    /// From any thread: runs the commands in order at the worker's next turn.
    void post(WorkerCommands commands);
    /// From any thread: reports up to this number were taken; read without lock.
    void noteTaken(quint64 report) { m_taken.store(report, std::memory_order_release); }
    /// From any thread: hold at once, for the connections there are too.
    void setRules(const ConnectionRules &rules);

public Q_SLOTS:
    void open();
    /// Drops what is left. The last thing the worker does.
    void shutDown();

protected:
    void timerEvent(QTimerEvent *event) override;
    bool event(QEvent *event) override;

private:
    void run(const WorkerCommand &command);
    void adopt(const WorkerCommand &command);
    void fanOut(const WorkerCommand &command);
    void fanOutVolatile(const WorkerCommand &command);
    void broadcast(const WorkerCommand &command);
    void follow(const WorkerCommand &command);
    void closeAll(const QByteArray &goodbye);
    void takeReceipt();

    void clientOpened(Client *client);
    void framesReceived(Client *client, const QList<QByteArray> &payloads);
    bool takeFrame(Client *client, const QByteArray &payload, qint64 nowMs);
    void answerPing(Client *client, quint64 correlation);
    void forgetTaken(Client *client);
    void meter(Client *client, qint64 nowMs);
    void clientClosed(Client *client, const Error &reason);
    void fallBehind(Client *client, RoomId room, Seq head);
    void refuse(Client *client, GoawayReason reason, const Error &error);

    void tickLogins();
    void tickHeartbeats();
    void tickAllowances();
    void addEvent(WorkerEvent event);
    void reportSoon();
    void report();
    [[nodiscard]] Client *find(ConnectionId id) const;

    const int m_index;
    const Clock &m_clock;
    const ReportSink m_sink;
    ConnectionRules m_rules;
    std::unique_ptr<TurnFlusher> m_flusher;
    std::unordered_map<qint64, std::unique_ptr<Client>> m_clients;
    RoomFollowers m_followers;
    std::vector<WorkerEvent> m_events; ///< of this turn
    std::vector<ConnectionId> m_withMessages; ///< of this turn, not yet in m_events
    std::vector<ConnectionId> m_waitingForReceipt;
    std::vector<ConnectionId> m_tooFast;
    std::vector<ConnectionId> m_notLoggedIn;
    std::vector<std::pair<ConnectionId, RoomId>> m_behind; ///< scratch of fanOut()
    quint64 m_reportNumber = 0;
    std::atomic<quint64> m_taken{ 0 };
    bool m_reportPosted = false;
    QByteArray m_pingFrame;
    QBasicTimer m_loginTimer;
    QBasicTimer m_heartbeatTimer;
    QBasicTimer m_allowanceTimer; ///< runs while somebody is too fast
};

} // namespace salon::server
