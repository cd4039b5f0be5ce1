// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/discovery/neighbour_list.h"

#include <QList>
#include <QObject>
#include <QTimer>
#include <memory>
#include <vector>

class QUdpSocket;

namespace salon {

/// Asks once around, by multicast and broadcast on every running interface, and collects who answers from nearby: three
/// rounds within 700 ms, over after a second. May be started again.
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
    void alsoAsk(const QHostAddress &address);

    /// Those of whom this round knows, in the order in which they answered first.
    [[nodiscard]] const QList<Neighbour> &neighbours() const { return m_found.all(); }

Q_SIGNALS:
    /// Somebody new, or more about somebody known (another address).
    void found(const salon::Neighbour &neighbour);
    void finished();

private:
    void ask();
    void askOn(QUdpSocket &socket, const NetworkLink &link);
    void readFrom(QUdpSocket &socket);

    ListLinks m_listLinks;
    std::vector<std::unique_ptr<QUdpSocket>> m_sockets;
    QList<QHostAddress> m_extra;
    NeighbourList m_found;
    QByteArray m_nonce;
    QTimer m_timer;
    quint16 m_port = discovery::DefaultPort;
    int m_round = 0;
    bool m_running = false;
};

} // namespace salon
