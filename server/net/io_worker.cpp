// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/net/io_worker.h"

#include "shared/base/logging.h"
#include "shared/protocol/messages/history.h"
#include "shared/protocol/messages/session.h"

#include <QCoreApplication>
#include <QEvent>
#include <QTimerEvent>
#include <algorithm>

namespace salon::server {
namespace {

const auto reportEvent = QEvent::Type(QEvent::registerEventType());
constexpr int LoginTickMs = 500;
constexpr int AllowanceTickMs = 50;
constexpr int FramesPerTurn = 64; ///< of one connection, so that the others need not wait long
constexpr quint64 PingCorrelation = 1;

int heartbeatTickMs(const HeartbeatTimes &times)
{
    return int(std::clamp<qint64>(times.pingAfterMs / 6, 50, 5'000));
}

} // namespace

IoWorker::IoWorker(int index, const ConnectionRules &rules, const Clock &clock, ReportSink sink)
    : m_index(index)
    , m_clock(clock)
    , m_sink(std::move(sink))
    , m_rules(rules)
    , m_pingFrame(encodeFrame(Ping{}, PingCorrelation))
{
}

IoWorker::~IoWorker() = default;

void IoWorker::open()
{
    m_flusher = std::make_unique<TurnFlusher>();
    m_loginTimer.start(LoginTickMs, this);
    m_heartbeatTimer.start(heartbeatTickMs(m_rules.heartbeat), this);
}

void IoWorker::shutDown()
{
    m_loginTimer.stop();
    m_heartbeatTimer.stop();
    m_allowanceTimer.stop();
    m_clients.clear();
    m_flusher.reset();
}

void IoWorker::post(WorkerCommands commands)
{
    QMetaObject::invokeMethod(
        this,
        [this, commands = std::move(commands)] {
            for (const WorkerCommand &command : commands)
                run(command);
        },
        Qt::QueuedConnection);
}

void IoWorker::setRules(const ConnectionRules &rules)
{
    QMetaObject::invokeMethod(
        this,
        [this, rules] {
            m_rules = rules;
            m_heartbeatTimer.start(heartbeatTickMs(m_rules.heartbeat), this);
            for (const auto &[id, client] : m_clients) {
                client->connection->setQueueLimits(rules.softQueueBytes, rules.hardQueueBytes, rules.stalledMs);
                meter(client.get(), m_clock.monotonicMs());
            }
        },
        Qt::QueuedConnection);
}

Client *IoWorker::find(ConnectionId id) const
{
    const auto found = m_clients.find(id.value);
    return found == m_clients.end() ? nullptr : found->second.get();
}

void IoWorker::run(const WorkerCommand &command)
{
    using Kind = WorkerCommand::Kind;
    switch (command.kind) {
    case Kind::Adopt:
        return adopt(command);
    case Kind::FanOut:
        return fanOut(command);
    case Kind::FanOutVolatile:
        return fanOutVolatile(command);
    case Kind::Broadcast:
        return broadcast(command);
    case Kind::Follow:
        return follow(command);
    case Kind::CloseAll:
        return closeAll(command.frame);
    case Kind::Receipt:
        return takeReceipt();
    default:
        break;
    }
    Client *client = find(command.connection);
    if (!client)
        return;
    if (command.kind == Kind::Send) {
        client->connection->queue(command.frame);
    } else if (command.kind == Kind::Unfollow) {
        if (m_followers.unfollow(client, command.room))
            reportSoon();
    } else if (command.kind == Kind::Admit) {
        client->loggedIn = true;
        client->wants = command.wants;
        client->connection->setMaxFrameBytes(wire_limits::MaxFrameToServer);
    } else if (command.kind == Kind::Close) {
        client->connection->closeAfterFlush(command.frame, Error{ command.error });
    } else if (command.kind == Kind::AllowUploads) {
        client->connection->setMaxFrameBytes(wire_limits::MaxFrameOfUpload);
    } else if (command.kind == Kind::GrantFrames) {
        client->allowance.grant(command.seq);
        meter(client, m_clock.monotonicMs());
    } else if (command.kind == Kind::SetPaused) {
        client->setPaused(Client::DomainBusy, command.flag);
    }
}

void IoWorker::adopt(const WorkerCommand &command)
{
    const qint64 now = m_clock.monotonicMs();
    auto owned = std::make_unique<Client>(command.connection, Heartbeat(now));
    Client *client = owned.get();
    client->acceptedMs = now;
    client->profile = command.profile;
    ConnectionLimits limits;
    limits.softQueueBytes = m_rules.softQueueBytes;
    limits.hardQueueBytes = m_rules.hardQueueBytes;
    limits.progressMs = m_rules.stalledMs;
    limits.handshakeMs = std::min(limits.handshakeMs, m_rules.loginMs);
    client->connection = std::make_unique<Connection>(*m_flusher, limits);
    Connection *connection = client->connection.get();
    connect(connection, &Connection::opened, this, [this, client] { clientOpened(client); });
    connect(connection, &Connection::framesReceived, this,
        [this, client](const QList<QByteArray> &payloads) { framesReceived(client, payloads); });
    connect(connection, &Connection::streamRefused, this,
        [this, client](const Error &error) { refuse(client, GoawayReason::Protocol, error); });
    connect(connection, &Connection::fellBehind, this, [client] { client->setPaused(Client::QueueFull, true); });
    connect(connection, &Connection::caughtUp, this, [client] { client->setPaused(Client::QueueFull, false); });
    connect(connection, &Connection::closed, this, [this, client](const Error &error) { clientClosed(client, error); });
    m_clients.emplace(command.connection.value, std::move(owned));
    m_notLoggedIn.push_back(command.connection);
    meter(client, now);
    switch (command.profile->kind) {
    case ListenerProfile::Kind::Tls:
        return connection->adoptTls(command.descriptor, command.profile->tls);
    case ListenerProfile::Kind::Plain:
        return connection->adoptPlain(command.descriptor);
    case ListenerProfile::Kind::Local:
        return connection->adoptLocal(command.descriptor);
    }
}

void IoWorker::fanOut(const WorkerCommand &command)
{
    FollowedRoom *room = m_followers.find(command.room);
    if (!room)
        return;
    room->head = std::max(room->head, command.seq);
    for (Follower &follower : room->followers) {
        if (command.seq <= follower.given)
            continue;
        if (follower.client->connection->isBehind()) {
            m_behind.emplace_back(follower.client->id, command.room);
            continue;
        }
        follower.given = command.seq;
        follower.client->connection->queue(command.frame);
    }
    // After the loop: it changes what the loop walks.
    for (const auto &[connection, behindRoom] : std::exchange(m_behind, {}))
        fallBehind(find(connection), behindRoom, command.seq);
}

void IoWorker::fallBehind(Client *client, RoomId room, Seq head)
{
    m_followers.unfollow(client, room);
    client->connection->queue(encodeFrame(RoomBehind{ room, head }));
    reportSoon();
}

void IoWorker::fanOutVolatile(const WorkerCommand &command)
{
    FollowedRoom *room = m_followers.find(command.room);
    if (!room)
        return;
    for (const Follower &follower : room->followers) {
        const Client *client = follower.client;
        if (client->id != command.connection && client->isIn(command.audience) && !client->connection->isBehind())
            client->connection->queue(command.frame);
    }
}

void IoWorker::broadcast(const WorkerCommand &command)
{
    for (const auto &[id, client] : m_clients) {
        if (client->isIn(command.audience))
            client->connection->queue(command.frame);
    }
}

void IoWorker::follow(const WorkerCommand &command)
{
    if (Client *client = find(command.connection)) {
        m_followers.follow(client, command.room, command.seq);
        return;
    }
    m_followers.missedFollow(command.room);
    reportSoon();
}

void IoWorker::closeAll(const QByteArray &goodbye)
{
    for (const auto &[id, client] : m_clients) {
        if (client->opened)
            client->connection->closeAfterFlush(goodbye, Error{ ErrorCode::ShuttingDown });
        else
            client->connection->abort(Error{ ErrorCode::ShuttingDown });
    }
}

void IoWorker::clientOpened(Client *client)
{
    client->opened = true;
    const PeerAddress &peer = client->connection->peer();
    addEvent(ConnectionInfo{ client->id, peer.text, peer.prefix, peer.local, client->profile->pin });
}

void IoWorker::framesReceived(Client *client, const QList<QByteArray> &payloads)
{
    const qint64 now = m_clock.monotonicMs();
    client->heartbeat.heard(now);
    forgetTaken(client);
    for (const QByteArray &payload : payloads) {
        if (!takeFrame(client, payload, now))
            return;
    }
    if (!client->received.isEmpty() && !client->reportDue) {
        client->reportDue = true;
        m_withMessages.push_back(client->id);
        reportSoon();
    }
    meter(client, now);
}

void IoWorker::forgetTaken(Client *client)
{
    if (m_taken.load(std::memory_order_acquire) >= client->lastReport && !client->reportDue)
        client->undelivered = 0;
}

/// Says how much the connection may bring next, or that it must wait.
void IoWorker::meter(Client *client, qint64 nowMs)
{
    forgetTaken(client);
    const int allowed = client->allowance.left(m_rules.frames, nowMs);
    const int deliverable = m_rules.undelivered - client->undelivered;
    if (allowed <= 0 && !client->isPausedFor(Client::TooFast)) {
        client->setPaused(Client::TooFast, true);
        m_tooFast.push_back(client->id);
        if (!m_allowanceTimer.isActive())
            m_allowanceTimer.start(AllowanceTickMs, this);
    }
    if (deliverable <= 0 && !client->isPausedFor(Client::Undelivered)) {
        client->setPaused(Client::Undelivered, true);
        m_waitingForReceipt.push_back(client->id);
    }
    client->connection->setMaxFramesAtOnce(std::min({ allowed, deliverable, FramesPerTurn }));
}

/// False once the connection is on its way out.
bool IoWorker::takeFrame(Client *client, const QByteArray &payload, qint64 nowMs)
{
    auto envelope = openEnvelope(payload);
    const bool isOfTransfer
        = envelope && (envelope->is(MessageType::UploadChunk) || envelope->is(MessageType::ReadChunk));
    client->allowance.take(FrameAllowance::costOf(payload.size()), m_rules.frames, nowMs, isOfTransfer);
    if (!envelope) {
        refuse(client, GoawayReason::Protocol, envelope.error());
        return false;
    }
    if (payload.size() > qsizetype(wire_limits::MaxFrameToServer) && !envelope->is(MessageType::UploadChunk)) {
        refuse(client, GoawayReason::Protocol, Error{ ErrorCode::FrameTooLarge });
        return false;
    }
    if (!client->loggedIn && ++client->framesBeforeLogin > m_rules.framesBeforeLogin) {
        refuse(client, GoawayReason::Protocol, Error{ ErrorCode::RateLimited });
        return false;
    }
    if (envelope->is(MessageType::Ping)) {
        if (envelope->correlation == 0) {
            refuse(client, GoawayReason::Protocol, Error{ ErrorCode::UnexpectedMessage });
            return false;
        }
        answerPing(client, envelope->correlation);
        return true;
    }
    if (envelope->is(MessageType::Pong))
        return true;
    client->undelivered += memoryUnits(payload.size());
    client->received.append(std::move(*envelope));
    return true;
}

void IoWorker::answerPing(Client *client, quint64 correlation)
{
    Pong pong;
    for (const auto &followed : client->rooms) {
        if (const FollowedRoom *room = m_followers.find(followed.room))
            pong.heads.append({ followed.room, room->head });
    }
    client->connection->queue(encodeFrame(pong, correlation));
}

void IoWorker::refuse(Client *client, GoawayReason reason, const Error &error)
{
    if (!client->opened)
        return client->connection->abort(error);
    client->connection->closeAfterFlush(encodeFrame(Goaway{ reason, {}, {} }), error);
}

void IoWorker::clientClosed(Client *client, const Error &reason)
{
    m_followers.forget(client);
    if (!client->received.isEmpty())
        addEvent(InboundBatch{ client->id, std::exchange(client->received, {}) });
    addEvent(ConnectionEnded{ client->id, client->opened, reason });
    const auto found = m_clients.find(client->id.value);
    // The signal that brought us here still runs inside the connection.
    found->second->connection.release()->deleteLater();
    m_clients.erase(found);
}

void IoWorker::takeReceipt()
{
    const quint64 taken = m_taken.load(std::memory_order_acquire);
    for (const ConnectionId id : std::exchange(m_waitingForReceipt, {})) {
        Client *client = find(id);
        if (!client)
            continue;
        if (client->lastReport > taken || client->reportDue) {
            m_waitingForReceipt.push_back(id);
            continue;
        }
        client->undelivered = 0;
        client->setPaused(Client::Undelivered, false);
        meter(client, m_clock.monotonicMs());
    }
}

void IoWorker::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_loginTimer.timerId())
        tickLogins();
    else if (event->timerId() == m_heartbeatTimer.timerId())
        tickHeartbeats();
    else if (event->timerId() == m_allowanceTimer.timerId())
        tickAllowances();
}

void IoWorker::tickLogins()
{
    const qint64 now = m_clock.monotonicMs();
    std::erase_if(m_notLoggedIn, [&](ConnectionId id) {
        Client *client = find(id);
        if (!client || client->loggedIn)
            return true;
        if (now - client->acceptedMs < m_rules.loginMs)
            return false;
        refuse(client, GoawayReason::TimedOut, Error{ ErrorCode::TimedOut });
        return true;
    });
}

void IoWorker::tickHeartbeats()
{
    const qint64 now = m_clock.monotonicMs();
    for (const auto &[id, client] : m_clients) {
        if (client->pauseReasons != 0) {
            client->heartbeat.heard(now); // we are the ones who do not listen
            continue;
        }
        switch (client->heartbeat.tick(now, m_rules.heartbeat)) {
        case Heartbeat::Action::None:
            break;
        case Heartbeat::Action::SendPing:
            if (client->loggedIn)
                client->connection->queue(m_pingFrame);
            break;
        case Heartbeat::Action::Drop:
            refuse(client.get(), GoawayReason::TimedOut, Error{ ErrorCode::TimedOut });
            break;
        }
    }
}

void IoWorker::tickAllowances()
{
    const qint64 now = m_clock.monotonicMs();
    std::erase_if(m_tooFast, [&](ConnectionId id) {
        Client *client = find(id);
        if (!client)
            return true;
        if (client->allowance.left(m_rules.frames, now) <= 0)
            return false;
        client->setPaused(Client::TooFast, false);
        meter(client, now);
        return true;
    });
    if (m_tooFast.empty())
        m_allowanceTimer.stop();
}

void IoWorker::addEvent(WorkerEvent event)
{
    m_events.push_back(std::move(event));
    reportSoon();
}

void IoWorker::reportSoon()
{
    if (std::exchange(m_reportPosted, true))
        return;
    // Low priority: behind everything that was posted before, so that one report holds the whole turn.
    QCoreApplication::postEvent(this, new QEvent(reportEvent), Qt::LowEventPriority);
}

bool IoWorker::event(QEvent *event)
{
    if (event->type() == reportEvent) {
        report();
        return true;
    }
    return QObject::event(event);
}

void IoWorker::report()
{
    m_reportPosted = false;
    WorkerReport report{ m_index, ++m_reportNumber, !m_waitingForReceipt.empty(), std::exchange(m_events, {}) };
    report.events.reserve(report.events.size() + m_withMessages.size());
    for (const ConnectionId id : std::exchange(m_withMessages, {})) {
        Client *client = find(id);
        if (!client)
            continue;
        client->reportDue = false;
        client->lastReport = m_reportNumber;
        report.events.emplace_back(InboundBatch{ id, std::exchange(client->received, {}) });
    }
    for (const auto &[room, follows] : m_followers.takeDeserted())
        report.events.emplace_back(RoomDeserted{ room, follows });
    if (!report.events.empty())
        m_sink(std::move(report));
}

} // namespace salon::server
