// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/net/network.h"

#include "shared/base/logging.h"
#include "shared/transport/event_dispatcher.h"
#include "shared/transport/tls_config.h"

#include <QCoreApplication>
#include <QEvent>
#include <algorithm>

namespace salon::server {
namespace {

const auto flushEvent = QEvent::Type(QEvent::registerEventType());

std::shared_ptr<const ListenerProfile> tlsProfile(const TlsIdentity &identity)
{
    return std::make_shared<ListenerProfile>(
        ListenerProfile{ ListenerProfile::Kind::Tls, serverTlsConfiguration(identity), identity.pin });
}

} // namespace

/// A worker with its thread, and the orders for it that this turn collected.
struct Network::Lane
{
    int index = 0;
    std::unique_ptr<IoWorker> worker{};
    QThread thread{};
    WorkerCommands orders{};
    int connections = 0;
};

struct Network::Listener
{
    ListenerAddress address{};
    ListenSocket socket{};
    std::shared_ptr<const ListenerProfile> profile{};
};

Network::Network(const NetSettings &settings, const Clock &clock)
    : m_clock(clock)
    , m_settings(settings)
    , m_admission(clock, settings.admission)
{
    const int count = settings.workers > 0 ? settings.workers : std::max(1, QThread::idealThreadCount());
    for (int index = 0; index < count; ++index) {
        auto lane = std::make_unique<Lane>();
        lane->index = index;
        lane->worker = std::make_unique<IoWorker>(index, settings.rules, clock, [this](WorkerReport &&report) {
            QMetaObject::invokeMethod(
                this, [this, taken = std::move(report)] { take(taken); }, Qt::QueuedConnection);
        });
        lane->thread.setObjectName(QStringLiteral("salon-io-%1").arg(index));
        lane->worker->moveToThread(&lane->thread);
        connect(&lane->thread, &QThread::started, lane->worker.get(), &IoWorker::open);
        connect(&lane->thread, &QThread::finished, lane->worker.get(), &IoWorker::shutDown, Qt::DirectConnection);
        m_lanes.push_back(std::move(lane));
    }
}

Network::~Network()
{
    m_listeners.clear();
    for (const auto &lane : m_lanes)
        lane->thread.quit();
    for (const auto &lane : m_lanes)
        lane->thread.wait();
}

Result<> Network::listen(const ListenerAddress &address, const TlsIdentity &identity)
{
    auto listener = std::make_unique<Listener>();
    ListenOptions options;
    options.backlog = m_settings.backlog;
    listener->socket.setPaused(true);
    if (auto listening = listener->socket.listen(address.endpoint, options); !listening)
        return listening;
    if (address.endpoint.kind == Endpoint::Kind::Local)
        listener->profile = std::make_shared<ListenerProfile>(ListenerProfile{ ListenerProfile::Kind::Local });
    else
        listener->profile = address.tls ? tlsProfile(identity) : std::make_shared<ListenerProfile>();
    listener->address = { listener->socket.endpoint(), address.tls };
    connect(&listener->socket, &ListenSocket::descriptorReady, this,
        [this, listener = listener.get()](qintptr descriptor) { accept(*listener, descriptor); });
    connect(&listener->socket, &ListenSocket::acceptFailed, this, &Network::acceptFailed);
    m_listeners.push_back(std::move(listener));
    return {};
}

QList<ListenerAddress> Network::listeners() const
{
    QList<ListenerAddress> addresses;
    for (const auto &listener : m_listeners)
        addresses.append(listener->address);
    return addresses;
}

void Network::start()
{
    for (const auto &lane : m_lanes) {
        // The thread owns it only once it runs.
        if (auto dispatcher = makeWorkerEventDispatcher(m_settings.useQtLoop))
            lane->thread.setEventDispatcher(dispatcher.release());
        lane->thread.start();
    }
    for (const auto &listener : m_listeners)
        listener->socket.setPaused(false);
}

void Network::stopAccepting()
{
    for (const auto &listener : m_listeners)
        listener->socket.close();
}

void Network::closeAll(const Goaway &goodbye)
{
    m_closing = true;
    const QByteArray frame = encodeFrame(goodbye);
    for (const auto &lane : m_lanes)
        order(*lane, { .kind = WorkerCommand::Kind::CloseAll, .frame = frame });
    if (connectionCount() == 0)
        QMetaObject::invokeMethod(this, &Network::allClosed, Qt::QueuedConnection);
}

void Network::setLimits(const AdmissionLimits &admission, const ConnectionRules &rules)
{
    m_settings.admission = admission;
    m_settings.rules = rules;
    m_admission.setLimits(admission);
    for (const auto &lane : m_lanes)
        lane->worker->setRules(rules);
}

void Network::setIdentity(const TlsIdentity &identity)
{
    const auto profile = tlsProfile(identity);
    for (const auto &listener : m_listeners) {
        if (listener->profile->kind == ListenerProfile::Kind::Tls)
            listener->profile = profile;
    }
}

void Network::accept(const Listener &listener, qintptr descriptor)
{
    const auto peer = peerOfDescriptor(descriptor);
    if (!peer) {
        closeDescriptor(descriptor);
        return;
    }
    Lane &lane = leastLoaded();
    const ConnectionId id{ m_nextConnection * qint64(m_lanes.size()) + lane.index + 1 };
    // A local peer has no prefix; when it is not exempt, all of them count as one.
    const bool exempt = peer->local && m_settings.admission.exemptLocal;
    const QString prefix = exempt ? QString() : peer->local ? QStringLiteral("local") : peer->prefix;
    if (const auto verdict = m_admission.admit(id, prefix); verdict != Admission::Verdict::Welcome) {
        closeDescriptor(descriptor);
        if (verdict != Admission::Verdict::Banned && m_admission.isWorthReporting(prefix))
            Q_EMIT connectionRefused(peer->text, verdict);
        return;
    }
    ++m_nextConnection;
    ++lane.connections;
    m_opening.insert(id, peer->text);
    order(lane,
        { .kind = WorkerCommand::Kind::Adopt,
            .connection = id,
            .descriptor = descriptor,
            .profile = listener.profile });
    if (const auto surplus = m_admission.surplus())
        order(*surplus, { .kind = WorkerCommand::Kind::Close, .error = ErrorCode::TooManyConnections });
}

Network::Lane &Network::leastLoaded()
{
    return **std::min_element(m_lanes.begin(), m_lanes.end(),
        [](const auto &one, const auto &other) { return one->connections < other->connections; });
}

void Network::take(const WorkerReport &report)
{
    Lane &lane = *m_lanes[size_t(report.worker)];
    QList<InboundBatch> batches;
    for (const WorkerEvent &event : report.events)
        dispatch(event, lane, batches);
    if (!batches.isEmpty())
        m_inbound->messagesReceived(batches);
    lane.worker->noteTaken(report.number);
    if (report.wantsReceipt)
        order(lane, { .kind = WorkerCommand::Kind::Receipt });
}

void Network::dispatch(const WorkerEvent &event, Lane &lane, QList<InboundBatch> &batches)
{
    if (const auto *batch = std::get_if<InboundBatch>(&event)) {
        batches.append(*batch);
        return;
    }
    // Whatever came before stays before.
    if (!batches.isEmpty())
        m_inbound->messagesReceived(std::exchange(batches, {}));
    if (const auto *info = std::get_if<ConnectionInfo>(&event)) {
        m_opening.remove(info->id);
        m_inbound->connectionOpened(*info);
    } else if (const auto *end = std::get_if<ConnectionEnded>(&event)) {
        ended(*end, lane);
    } else if (const auto *room = std::get_if<RoomDeserted>(&event)) {
        deserted(*room, lane);
    }
}

void Network::ended(const ConnectionEnded &end, Lane &lane)
{
    --lane.connections;
    const QString banned = m_admission.closed(end.connection);
    if (!banned.isEmpty() && !m_closing)
        Q_EMIT addressBanned(banned);
    const QString peer = m_opening.take(end.connection);
    if (end.wasOpen)
        m_inbound->connectionClosed(end.connection, end.reason);
    else
        Q_EMIT connectionFailed(peer, end.reason);
    if (m_closing && connectionCount() == 0)
        Q_EMIT allClosed();
}

void Network::deserted(const RoomDeserted &room, const Lane &lane)
{
    const auto interest = m_interest.find(room.room);
    if (interest == m_interest.end())
        return;
    (*interest)[size_t(lane.index)] -= room.follows;
    if (std::all_of(interest->begin(), interest->end(), [](quint64 follows) { return follows == 0; }))
        m_interest.erase(interest);
}

void Network::order(ConnectionId connection, WorkerCommand command)
{
    if (!connection.isValid() || connection.value > m_nextConnection * qint64(m_lanes.size()))
        return;
    command.connection = connection;
    order(*m_lanes[size_t((connection.value - 1) % qint64(m_lanes.size()))], std::move(command));
}

void Network::order(Lane &lane, WorkerCommand command)
{
    lane.orders.push_back(std::move(command));
    if (std::exchange(m_flushPosted, true))
        return;
    // Low priority: behind everything that was posted before, the outcomes of a whole commit for example.
    QCoreApplication::postEvent(this, new QEvent(flushEvent), Qt::LowEventPriority);
}

void Network::orderFollowers(RoomId room, const WorkerCommand &command)
{
    const auto interest = m_interest.constFind(room);
    if (interest == m_interest.constEnd())
        return;
    for (const auto &lane : m_lanes) {
        if ((*interest)[size_t(lane->index)] > 0)
            order(*lane, command);
    }
}

bool Network::event(QEvent *event)
{
    if (event->type() == flushEvent) {
        flushOrders();
        return true;
    }
    return QObject::event(event);
}

void Network::flushOrders()
{
    m_flushPosted = false;
    for (const auto &lane : m_lanes) {
        if (!lane->orders.empty())
            lane->worker->post(std::exchange(lane->orders, {}));
    }
}

void Network::send(ConnectionId connection, const QByteArray &frame)
{
    order(connection, { .kind = WorkerCommand::Kind::Send, .frame = frame });
}

void Network::fanOut(RoomId room, Seq seq, const QByteArray &frame)
{
    orderFollowers(room, { .kind = WorkerCommand::Kind::FanOut, .room = room, .seq = seq, .frame = frame });
}

void Network::fanOutVolatile(RoomId room, Audience audience, const QByteArray &frame, ConnectionId except)
{
    orderFollowers(room,
        { .kind = WorkerCommand::Kind::FanOutVolatile,
            .audience = audience,
            .connection = except,
            .room = room,
            .frame = frame });
}

void Network::broadcast(Audience audience, const QByteArray &frame)
{
    for (const auto &lane : m_lanes) {
        order(*lane, { .kind = WorkerCommand::Kind::Broadcast, .audience = audience, .frame = frame });
    }
}

void Network::follow(ConnectionId connection, RoomId room, Seq after)
{
    if (!connection.isValid())
        return;
    auto &interest = m_interest[room];
    interest.resize(m_lanes.size());
    ++interest[size_t((connection.value - 1) % qint64(m_lanes.size()))];
    order(connection, { .kind = WorkerCommand::Kind::Follow, .room = room, .seq = after });
}

void Network::unfollow(ConnectionId connection, RoomId room)
{
    order(connection, { .kind = WorkerCommand::Kind::Unfollow, .room = room });
}

void Network::admit(ConnectionId connection, const PushInterests &wants)
{
    m_admission.loggedIn(connection);
    order(connection, { .kind = WorkerCommand::Kind::Admit, .wants = wants });
}

void Network::close(ConnectionId connection, const std::optional<Goaway> &goodbye)
{
    order(connection, { .kind = WorkerCommand::Kind::Close, .frame = goodbye ? encodeFrame(*goodbye) : QByteArray() });
}

void Network::setPaused(ConnectionId connection, bool paused)
{
    order(connection, { .kind = WorkerCommand::Kind::SetPaused, .flag = paused });
}

void Network::allowUploads(ConnectionId connection)
{
    order(connection, { .kind = WorkerCommand::Kind::AllowUploads });
}

void Network::grantFrames(ConnectionId connection, qint64 cost)
{
    order(connection, { .kind = WorkerCommand::Kind::GrantFrames, .seq = cost });
}

} // namespace salon::server
