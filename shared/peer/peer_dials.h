// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/clock.h"
#include "shared/peer/peer_waits.h"

#include <QObject>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace salon {

class PeerLink;

/// What is dialled and waited for by address: each address is dialled again after its link ended, sooner or later,
/// until remove(). The links belong to the node, which tells of each what became of it.
class PeerDials : public QObject
{
    Q_OBJECT

public:
    /// What the node does for it.
    struct Node
    {
        std::function<PeerLink *()> makeLink{};
        std::function<bool(const QByteArray &key)> isReachable{};
        std::function<bool(quint16 port)> isListening{};
    };
    struct Times
    {
        int retryMs = 0; ///< after a link ended; doubled up to retryMaxMs
        int retryMaxMs = 0;
    };

    /// `waitHost`: see PeerWaits.
    PeerDials(const Clock &clock, Node node, const Times &times, const QString &waitHost, QObject *parent = nullptr);
    ~PeerDials() override;

    /// Dials from start() on. `waitsToo`: while nobody is there, listens on the same port.
    void add(const Endpoint &endpoint, const QByteArray &pin, bool waitsToo);
    /// The links that there are: for the node to drop.
    QList<PeerLink *> remove(const Endpoint &endpoint);
    /// Dials all that have no link, at once; later again where the network is another.
    void start();

    /// Where this link was dialled to, as long as that address is dialled.
    [[nodiscard]] std::optional<Endpoint> endpointOf(const PeerLink *link) const;
    /// It is authenticated.
    void linkAuthenticated(const PeerLink *link);
    void linkClosed(const PeerLink *link, const Error &error);

Q_SIGNALS:
    /// Somebody connected to a port that is waited at; see ListenSocket.
    void descriptorReady(qintptr descriptor);
    /// An address did not lead to anybody, or its link ended; it is tried again. `waits`: its port is listened on. With
    /// AddressInUse it was to be, and is not to be had.
    void failed(const salon::Endpoint &endpoint, const salon::Error &error, bool waits);

private:
    struct Dial;

    [[nodiscard]] Dial *dialOf(const PeerLink *link) const;
    void dialNow(Dial &dial);
    bool waitInstead(const Endpoint &endpoint);

    const Clock &m_clock;
    Node m_node;
    Times m_times;
    PeerWaits m_waits;
    std::vector<std::unique_ptr<Dial>> m_dials;
    bool m_started = false;
};

} // namespace salon
