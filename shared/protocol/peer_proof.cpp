// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/protocol/peer_proof.h"

#include <sodium.h>

namespace salon {
namespace {

constexpr qsizetype PartBytes = 32; ///< nonces, pin and keys

const uchar *bytes(const QByteArray &array)
{
    return reinterpret_cast<const uchar *>(array.constData());
}

} // namespace

QByteArray peerProofText(const PeerExchange &exchange, PeerRole role)
{
    return QByteArrayLiteral("salon peer 1\n") + exchange.diallerNonce + exchange.acceptorNonce + exchange.acceptorPin
        + exchange.diallerKey + exchange.acceptorKey + char(role);
}

QByteArray signPeerProof(const DeviceKey &key, const PeerExchange &exchange, PeerRole role)
{
    QByteArray signature(crypto_sign_BYTES, '\0');
    const QByteArray text = peerProofText(exchange, role);
    crypto_sign_detached(
        reinterpret_cast<uchar *>(signature.data()), nullptr, bytes(text), quint64(text.size()), bytes(key.secretKey));
    return signature;
}

bool verifyPeerProof(const QByteArray &signature, const PeerExchange &exchange, PeerRole role)
{
    for (const QByteArray &part : { exchange.diallerNonce, exchange.acceptorNonce, exchange.acceptorPin,
             exchange.diallerKey, exchange.acceptorKey }) {
        if (part.size() != PartBytes)
            return false;
    }
    if (signature.size() != crypto_sign_BYTES || sodium_init() < 0)
        return false;
    const QByteArray &key = role == PeerRole::Dialler ? exchange.diallerKey : exchange.acceptorKey;
    const QByteArray text = peerProofText(exchange, role);
    return crypto_sign_verify_detached(bytes(signature), bytes(text), quint64(text.size()), bytes(key)) == 0;
}

} // namespace salon
