// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/discovery/network_link.h"
#include "shared/discovery/source_limits.h"
#include "shared/protocol/discovery_datagram.h"

#include <QObject>
#include <QTimer>
#include <memory>
#include <vector>

class QNetworkDatagram;
class QUdpSocket;

namespace salon {

/// Answers on the local network for one server or one person: by multicast, by broadcast and directly, on every
/// interface that is there or appears later. Keeps the rules of docs/PROTOCOL.md §15: answers nearby sources only,
/// never with more bytes than it was asked with, never an answer, and only so often. Several share a port of one
/// machine. Lives in one thread.
class DiscoveryResponder : public QObject
{
    Q_OBJECT

public:
    explicit DiscoveryResponder(const Clock &clock, ListLinks links = runningLinks, const DiscoveryRates &rates = {},
        QObject *parent = nullptr);
    ~DiscoveryResponder() override;

    /// Listens on UDP `port` (0: one that the system picks) by IPv4 and IPv6. Fails with AddressInUse when neither can
    /// be had; one of them is enough.
    Result<> start(quint16 port = discovery::DefaultPort);
    void stop();
    [[nodiscard]] bool isListening() const { return !m_sockets.empty(); }
    [[nodiscard]] quint16 port() const { return m_port; }

    /// What it answers from now on; nothing before the first call.
    void setReply(const DiscoveryReply &reply) { m_reply = reply; }
    /// Where the TCP port is to be reached; empty: on every address. Who asks from a network in which none of these is
    /// gets no answer.
    void setListeningAddresses(const QList<QHostAddress> &addresses) { m_listening = addresses; }

    /// Looks for new interfaces now; happens by itself every ten seconds.
    void refreshLinks();

private:
    std::unique_ptr<QUdpSocket> bindSocket(const QHostAddress &any, quint16 port);
    void readFrom(QUdpSocket &socket);
    void answer(QUdpSocket &socket, const QNetworkDatagram &datagram);
    [[nodiscard]] bool isReachedFrom(const QHostAddress &source, QHostAddress &own) const;

    const Clock &m_clock;
    ListLinks m_listLinks;
    SourceLimits m_limits;
    QList<NetworkLink> m_links;
    std::vector<std::unique_ptr<QUdpSocket>> m_sockets;
    std::optional<DiscoveryReply> m_reply;
    QList<QHostAddress> m_listening;
    QTimer m_refresh;
    quint16 m_port = 0;
};

} // namespace salon
