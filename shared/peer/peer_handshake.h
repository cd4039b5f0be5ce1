// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/protocol/codec.h"
#include "shared/protocol/messages/peer.h"
#include "shared/protocol/peer_proof.h"

#include <QList>

namespace salon {

/// Finds out who is at the other end of a connection between devices (docs/PROTOCOL.md §16.1). No sockets: takes
/// messages and says which to send.
class PeerHandshake
{
public:
    /// `acceptorPin`: the TLS key that the dialler saw, or that the acceptor has.
    PeerHandshake(DeviceKey key, const QString &name, PeerRole role, const QByteArray &acceptorPin);

    /// What to send first: the dialler's hello, nothing for the acceptor.
    [[nodiscard]] QByteArray begin() const;

    /// Frames to send back. Fails with UnexpectedMessage, MalformedMessage, VersionUnsupported, InvalidAddress (the
    /// other end is this device itself) or DeviceProofInvalid; the connection is to be closed then.
    Result<QList<QByteArray>> take(const Envelope &envelope);

    /// Fresh for each connection, and known to both ends once hellos were exchanged.
    [[nodiscard]] const QByteArray &diallerNonce() const { return m_role == PeerRole::Dialler ? m_nonce : m_peerNonce; }
    [[nodiscard]] bool isDone() const { return m_step == Step::Done; }
    /// Proven once isDone().
    [[nodiscard]] const QByteArray &peerKey() const { return m_peerKey; }
    /// What the other says it is called; empty when it may not be shown.
    [[nodiscard]] const QString &peerName() const { return m_peerName; }

private:
    enum class Step
    {
        Hello,
        Proof,
        Done
    };

    [[nodiscard]] QByteArray hello() const;
    [[nodiscard]] PeerExchange exchange() const;
    Result<QList<QByteArray>> takeHello(const PeerHello &theirs);
    Result<QList<QByteArray>> takeProof(const PeerProof &proof);

    DeviceKey m_key;
    QString m_name;
    PeerRole m_role;
    QByteArray m_acceptorPin;
    QByteArray m_nonce;
    QByteArray m_peerNonce;
    QByteArray m_peerKey;
    QString m_peerName;
    Step m_step = Step::Hello;
};

} // namespace salon
