// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/peer/peer_link.h"
#include "shared/transport/listen_socket.h"
#include "shared/transport/tls_identity.h"
#include "shared/transport/turn_flusher.h"
#include "tests/unit/peer/still_clock.h"

#include <QList>
#include <memory>

namespace salon::test {

/// Two devices' ends of one link on loopback; `there` is where a test speaks itself.
class LinkPair : public QObject
{
public:
    explicit LinkPair(const PeerLinkTimes &times = {});
    ~LinkPair() override;

    /// Both ends, authenticated; waits for it. May be called again: the ends before are dropped.
    bool open();
    /// What there received of one kind of message, in order, since open().
    template <wire::Message M>
    [[nodiscard]] QList<M> heard() const
    {
        QList<M> messages;
        for (const Envelope &envelope : m_heard) {
            if (const auto message = envelope.is(M::Type) ? decode<M>(envelope) : tl::unexpected(Error{}))
                messages.append(*message);
        }
        return messages;
    }
    [[nodiscard]] bool isUp() const { return m_closed == 0 && here && there; }

    StillClock clock;
    std::unique_ptr<PeerLink> here;
    std::unique_ptr<PeerLink> there;
    PeerIdentity hereIdentity;
    PeerIdentity thereIdentity;

private:
    std::unique_ptr<PeerLink> makeLink(const PeerIdentity &identity);

    PeerLinkTimes m_times;
    TurnFlusher m_flusher;
    ListenSocket m_listener;
    QList<Envelope> m_heard;
    int m_closed = 0;
};

} // namespace salon::test
