// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/result.h"
#include "shared/protocol/messages/accounts.h"

namespace salon {

/// A device's identity: an Ed25519 key pair (RFC 8032), made once per installation. The secret never leaves the device.
struct DeviceKey
{
    QByteArray publicKey{}; ///< 32 bytes
    QByteArray secretKey{}; ///< 64 bytes, as libsodium keeps it: seed and public key

    [[nodiscard]] bool isValid() const { return publicKey.size() == 32 && secretKey.size() == 64; }
    /// A fresh pair from the system's secure generator.
    static DeviceKey generate();
    /// From the 32-byte seed that is kept on disk or in the keychain. Fails with Internal for another length.
    static Result<DeviceKey> fromSeed(const QByteArray &seed);
    [[nodiscard]] QByteArray seed() const { return secretKey.left(32); }
};

/// What a login signs: "salon device login 1\n" + nonce (32) + server pin (32 bytes; zeros on a connection without TLS)
/// + device public key (32). The pin stops a server in the middle from passing the signature on.
[[nodiscard]] QByteArray loginProofText(
    const QByteArray &nonce, const QByteArray &serverPin, const QByteArray &publicKey);

[[nodiscard]] DeviceProof makeDeviceProof(
    const DeviceKey &key, const QByteArray &nonce, const QByteArray &serverPin, const QString &deviceName);

/// True only for a signature of exactly this nonce and pin by the key that the proof names.
[[nodiscard]] bool verifyDeviceProof(const DeviceProof &proof, const QByteArray &nonce, const QByteArray &serverPin);

} // namespace salon
