// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/peer/peer_link.h"
#include "shared/transport/turn_flusher.h"

#include <QObject>
#include <memory>
#include <vector>

namespace salon {

class StrangerGate;

/// Owns all links of this device, from the first byte to the last. Of those that came and have not proven who they are
/// it keeps so many, the youngest, and few from one machine.
class PeerLinks : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive this.
    PeerLinks(const PeerIdentity &identity, const Clock &clock, StrangerGate &gate, QObject *parent = nullptr);
    ~PeerLinks() override;

    /// To be dialled.
    PeerLink *make();
    /// No more than needed are to be made.
    [[nodiscard]] bool isFull() const;
    /// Somebody connected: looked at, or closed at once.
    void adopt(qintptr descriptor);
    /// Deletes a link that is closed; also where closed() is said.
    void remove(const PeerLink *link);
    /// What is queued leaves, and nothing is said of any link any more.
    void end();

Q_SIGNALS:
    void made(salon::PeerLink *link);
    void authenticated(salon::PeerLink *link);
    void received(salon::PeerLink *link, const salon::Envelope &envelope);
    void closed(salon::PeerLink *link, const salon::Error &error);

private:
    const PeerIdentity &m_identity;
    const Clock &m_clock;
    StrangerGate &m_gate;
    TurnFlusher m_flusher;
    std::vector<std::unique_ptr<PeerLink>> m_links;
};

} // namespace salon
