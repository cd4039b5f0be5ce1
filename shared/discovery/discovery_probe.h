// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/discovery/network_link.h"
#include "shared/protocol/discovery_datagram.h"

#include <QList>
#include <QObject>
#include <QTimer>
#include <memory>
#include <vector>

class QUdpSocket;

namespace salon {

/// A server or person that answered. None of it is proven: it fills an address box, and the pin is shown for comparing.
struct Neighbour
{
    DiscoveryReply said{};
    QList<QHostAddress> addresses{}; ///< where answers came from, the best to connect to first

    friend bool operator==(const Neighbour &, const Neighbour &) = default;
};

/// Asks once around, by multicast and broadcast on every running interface, and collects who answers: three rounds
/// within 700 ms, over after a second. May be started again.
class DiscoveryProbe : public QObject
{
    Q_OBJECT

public:
    explicit DiscoveryProbe(ListLinks links = runningLinks, QObject *parent = nullptr);
    ~DiscoveryProbe() override;

    /// Forgets what was found before and asks. `port` is where responders listen.
    void start(quint16 port = discovery::DefaultPort);
    void stop();
    [[nodiscard]] bool isRunning() const { return m_running; }

    /// Asks this address too, each round: for networks where nothing but unicast passes.
    void alsoAsk(const QHostAddress &address) { m_extra.append(address); }

    /// Those of whom this round knows, in the order in which they answered first.
    [[nodiscard]] const QList<Neighbour> &neighbours() const { return m_found; }

Q_SIGNALS:
    /// Somebody new, or more about somebody known (another address).
    void found(const salon::Neighbour &neighbour);
    void finished();

private:
    void ask();
    void askOn(QUdpSocket &socket, const NetworkLink &link);
    void readFrom(QUdpSocket &socket);
    void take(const DiscoveryReply &reply, const QHostAddress &source);

    ListLinks m_listLinks;
    std::vector<std::unique_ptr<QUdpSocket>> m_sockets;
    QList<QHostAddress> m_extra;
    QList<Neighbour> m_found;
    QByteArray m_nonce;
    QTimer m_timer;
    quint16 m_port = discovery::DefaultPort;
    int m_round = 0;
    bool m_running = false;
};

/// How good an address is to connect to, lower is better: of a network, of this machine, link-local.
[[nodiscard]] int addressRank(const QHostAddress &address);

} // namespace salon

Q_DECLARE_METATYPE(salon::Neighbour)
