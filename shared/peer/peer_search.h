// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/clock.h"
#include "shared/discovery/discovery_probe.h"
#include "shared/discovery/discovery_responder.h"

#include <QObject>
#include <QTimer>
#include <functional>
#include <map>

namespace salon {

class PeerLink;

/// This device on the network: answers who asks, looks who is there, and dials where somebody known who is away is said
/// to be. What the network says proves nothing; the handshake of the link does. The links belong to the node.
class PeerSearch : public QObject
{
    Q_OBJECT

public:
    /// What the node does for it.
    struct Node
    {
        std::function<PeerLink *()> makeLink{}; ///< nullptr: there are too many
        std::function<bool(const QByteArray &key)> isMissed{}; ///< accepted, and without a link
        std::function<bool()> isAnyoneMissed{};
    };

    /// `searchMs`: between looks while somebody is missed.
    PeerSearch(const Clock &clock, const ListLinks &links, Node node, int searchMs, QObject *parent = nullptr);
    ~PeerSearch() override;

    /// What others hear from now on.
    void setReply(const DiscoveryReply &reply);
    /// Answers and looks on this UDP port; 0: does nothing. A failure means that nobody is answered.
    Result<> start(quint16 port);
    /// Forgets the neighbours.
    void stop();
    /// Now; neighboursChanged() follows.
    void look();
    void lookUnlessLooking();
    /// Somebody was lost.
    void lookSoon();
    /// The networks are others than before.
    void networkChanged();
    /// Of the last look, other than this device.
    [[nodiscard]] const QList<Neighbour> &neighbours() const { return m_neighbours; }
    void linkClosed(PeerLink *link);

Q_SIGNALS:
    void neighboursChanged();

private:
    /// A claim of the network that somebody is somewhere, being looked into.
    struct Claim
    {
        QByteArray key{};
        QByteArray pin{};
        quint16 port = 0;
        QList<QHostAddress> others{}; ///< to try when this one is not it
    };

    void probed();
    void follow(const Neighbour &neighbour);
    void dial(Claim claim, const QHostAddress &address);

    Node m_node;
    DiscoveryResponder m_responder;
    DiscoveryProbe m_probe;
    QTimer m_every;
    QTimer m_soon;
    QByteArray m_self;
    QList<Neighbour> m_neighbours;
    std::map<const PeerLink *, Claim> m_claims; ///< by the link that looks into it
    quint16 m_port = 0; ///< UDP, while it runs
};

} // namespace salon
