// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/app/config.h"
#include "server/dispatch/operator_port.h"
#include "server/net/listener_address.h"
#include "shared/base/clock.h"
#include "shared/base/job_lane.h"
#include "shared/protocol/discovery_datagram.h"

#include <QHostAddress>
#include <QObject>
#include <QTimer>
#include <memory>
#include <optional>

namespace salon {
class DiscoveryResponder;
}

namespace salon::server {

/// Makes the server findable on its network: answers discovery in a thread of its own, so that a flood of datagrams
/// never delays a message, and keeps what it says up to date. Domain thread.
class DiscoveryBeacon : public QObject
{
    Q_OBJECT

public:
    /// What other machines can connect to: the first listener beyond this machine, TLS before others.
    struct Reach
    {
        quint16 port = 0;
        bool tls = true;
        QList<QHostAddress> addresses{}; ///< empty: every address
    };
    /// Nothing when every listener is on this machine only. Looks host names up: at start only.
    [[nodiscard]] static std::optional<Reach> reachOf(const QList<ListenerAddress> &listeners);

    DiscoveryBeacon(const Clock &clock, const OperatorPort &people, QByteArray serverId);
    ~DiscoveryBeacon() override;

    /// Waits until the port is taken: at start only. Fails with AddressInUse.
    Result<> start(const Reach &reach, const QByteArray &pin, const Config &config);
    /// The configuration or the server's key changed.
    void describe(const QByteArray &pin, const Config &config);
    [[nodiscard]] quint16 port() const { return m_port; }

private:
    void fill(const QByteArray &pin, const Config &config);
    void announce();
    void countPeople();

    const Clock &m_clock;
    const OperatorPort &m_people;
    DiscoveryReply m_reply;
    QTimer m_count; ///< people come in crowds, and are counted once a second
    quint16 m_port = 0;
    bool m_tls = true; ///< what is announced has a key
    std::shared_ptr<DiscoveryResponder> m_responder; ///< belongs to the lane's thread
    JobLane m_lane;
};

} // namespace salon::server
