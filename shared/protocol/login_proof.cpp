// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/protocol/login_proof.h"

#include <sodium.h>

namespace salon {
namespace {

const uchar *bytes(const QByteArray &array)
{
    return reinterpret_cast<const uchar *>(array.constData());
}

uchar *bytes(QByteArray &array)
{
    return reinterpret_cast<uchar *>(array.data());
}

} // namespace

DeviceKey DeviceKey::generate()
{
    [[maybe_unused]] const int ready = sodium_init();
    DeviceKey key{ QByteArray(crypto_sign_PUBLICKEYBYTES, '\0'), QByteArray(crypto_sign_SECRETKEYBYTES, '\0') };
    crypto_sign_keypair(bytes(key.publicKey), bytes(key.secretKey));
    return key;
}

Result<DeviceKey> DeviceKey::fromSeed(const QByteArray &seed)
{
    if (sodium_init() < 0 || seed.size() != crypto_sign_SEEDBYTES)
        return fail(ErrorCode::Internal, QStringLiteral("device key seed of %1 bytes").arg(seed.size()));
    DeviceKey key{ QByteArray(crypto_sign_PUBLICKEYBYTES, '\0'), QByteArray(crypto_sign_SECRETKEYBYTES, '\0') };
    crypto_sign_seed_keypair(bytes(key.publicKey), bytes(key.secretKey), bytes(seed));
    return key;
}

QByteArray loginProofText(const QByteArray &nonce, const QByteArray &serverPin, const QByteArray &publicKey)
{
    return QByteArrayLiteral("salon device login 1\n") + nonce
        + (serverPin.isEmpty() ? QByteArray(32, '\0') : serverPin) + publicKey;
}

DeviceProof makeDeviceProof(
    const DeviceKey &key, const QByteArray &nonce, const QByteArray &serverPin, const QString &deviceName)
{
    DeviceProof proof{ key.publicKey, QByteArray(crypto_sign_BYTES, '\0'), deviceName };
    const QByteArray text = loginProofText(nonce, serverPin, key.publicKey);
    crypto_sign_detached(bytes(proof.signature), nullptr, bytes(text), quint64(text.size()), bytes(key.secretKey));
    return proof;
}

bool verifyDeviceProof(const DeviceProof &proof, const QByteArray &nonce, const QByteArray &serverPin)
{
    if (proof.key.size() != crypto_sign_PUBLICKEYBYTES || proof.signature.size() != crypto_sign_BYTES
        || nonce.size() != 32 || (!serverPin.isEmpty() && serverPin.size() != 32))
        return false;
    const QByteArray text = loginProofText(nonce, serverPin, proof.key);
    return crypto_sign_verify_detached(bytes(proof.signature), bytes(text), quint64(text.size()), bytes(proof.key))
        == 0;
}

} // namespace salon
