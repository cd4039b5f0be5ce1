// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/protocol/login_proof.h"

namespace salon {

/// Who of two devices speaks: the one that connected, or the one that was connected to.
enum class PeerRole : quint8
{
    Dialler = 1,
    Acceptor = 2
};

/// All that both sides of a connection between devices know after the hellos.
struct PeerExchange
{
    QByteArray diallerNonce{};
    QByteArray acceptorNonce{};
    QByteArray acceptorPin{}; ///< of the TLS certificate that the dialler saw, and the acceptor has
    QByteArray diallerKey{};
    QByteArray acceptorKey{};
};

/// What the side `role` signs: "salon peer 1\n" + both nonces (the dialler's first) + pin + both keys (the dialler's
/// first) + role byte. A middleman has another pin; the role keeps a signature from being sent back.
[[nodiscard]] QByteArray peerProofText(const PeerExchange &exchange, PeerRole role);

/// The signature, 64 bytes.
[[nodiscard]] QByteArray signPeerProof(const DeviceKey &key, const PeerExchange &exchange, PeerRole role);

/// True only for a signature of exactly this exchange by the key of `role` in it.
[[nodiscard]] bool verifyPeerProof(const QByteArray &signature, const PeerExchange &exchange, PeerRole role);

} // namespace salon
