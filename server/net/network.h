// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/bus/inbound.h"
#include "server/bus/outbound.h"
#include "server/net/admission.h"
#include "server/net/io_worker.h"
#include "server/net/listener_address.h"
#include "shared/transport/listen_socket.h"
#include "shared/transport/tls_identity.h"

#include <QObject>
#include <QThread>
#include <memory>
#include <vector>

namespace salon::server {

/// The network side of the server: listeners in this (the domain) thread, which hand each accepted descriptor to the
/// least loaded I/O worker; what workers report goes to the Inbound, and what the domain asks during one turn of its
/// loop reaches each worker concerned as one posted batch.
class Network final : public QObject, public Outbound
{
    Q_OBJECT

public:
    Network(const NetSettings &settings, const Clock &clock);
    ~Network() override;

    /// Before start().
    void setInbound(Inbound *inbound) { m_inbound = inbound; }

    /// Binds and listens, but accepts nothing before start(). `identity` is what TLS listeners present. Fails like
    /// ListenSocket::listen().
    Result<> listen(const ListenerAddress &address, const TlsIdentity &identity);
    /// What it listens on, with the real ports, in the order of listen().
    [[nodiscard]] QList<ListenerAddress> listeners() const;

    void start();
    /// No further connections; those there are stay.
    void stopAccepting();
    /// Whatever is still open is told `goodbye` and closed; then allClosed().
    void closeAll(const Goaway &goodbye);
    [[nodiscard]] int connectionCount() const { return m_admission.total(); }
    void setLimits(const AdmissionLimits &admission, const ConnectionRules &rules);
    /// What TLS listeners present to connections from now on; those there are keep what they have.
    void setIdentity(const TlsIdentity &identity);

    // Outbound
    void send(ConnectionId connection, const QByteArray &frame) override;
    void fanOut(RoomId room, Seq seq, const QByteArray &frame) override;
    void fanOutVolatile(RoomId room, Audience audience, const QByteArray &frame, ConnectionId except) override;
    void broadcast(Audience audience, const QByteArray &frame) override;
    void follow(ConnectionId connection, RoomId room, Seq after) override;
    void unfollow(ConnectionId connection, RoomId room) override;
    void admit(ConnectionId connection, const PushInterests &wants) override;
    void close(ConnectionId connection, const std::optional<Goaway> &goodbye) override;
    void setPaused(ConnectionId connection, bool paused) override;
    void allowUploads(ConnectionId connection) override;
    void grantFrames(ConnectionId connection, qint64 cost) override;

Q_SIGNALS:
    /// Not admitted (the first of its address in a minute), or dropped to make room.
    void connectionRefused(const QString &peer, salon::server::Admission::Verdict verdict);
    /// Connections from there are refused for a while (not told of each by connectionRefused()).
    void addressBanned(const QString &prefix);
    /// Gone before it was usable (a failed TLS handshake); the Inbound never heard of it.
    void connectionFailed(const QString &peer, const salon::Error &reason);
    void acceptFailed(const salon::Error &reason);
    void allClosed();

protected:
    bool event(QEvent *event) override;

private:
    struct Lane;
    struct Listener;

    void accept(const Listener &listener, qintptr descriptor);
    void take(const WorkerReport &report);
    void dispatch(const WorkerEvent &event, Lane &lane, QList<InboundBatch> &batches);
    void ended(const ConnectionEnded &end, Lane &lane);
    void deserted(const RoomDeserted &room, const Lane &lane);
    void order(ConnectionId connection, WorkerCommand command);
    void order(Lane &lane, WorkerCommand command);
    void orderFollowers(RoomId room, const WorkerCommand &command);
    void flushOrders();
    [[nodiscard]] Lane &leastLoaded();

    const Clock &m_clock;
    NetSettings m_settings;
    Inbound *m_inbound = nullptr;
    Admission m_admission;
    std::vector<std::unique_ptr<Lane>> m_lanes;
    std::vector<std::unique_ptr<Listener>> m_listeners;
    QHash<RoomId, std::vector<quint64>> m_interest; ///< per worker: orders to follow not known to be over
    QHash<ConnectionId, QString> m_opening; ///< peers of connections that are not usable yet
    qint64 m_nextConnection = 0;
    bool m_flushPosted = false;
    bool m_closing = false;
};

} // namespace salon::server
