// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/peer/peer_handshake.h"

#include "shared/base/text_checks.h"
#include "shared/protocol/version.h"

#include <QRandomGenerator>
#include <array>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

constexpr qsizetype KeyBytes = 32;

QByteArray freshNonce()
{
    std::array<quint32, KeyBytes / sizeof(quint32)> words{};
    QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
    return QByteArray(reinterpret_cast<const char *>(words.data()), KeyBytes);
}

} // namespace

PeerHandshake::PeerHandshake(DeviceKey key, const QString &name, PeerRole role, const QByteArray &acceptorPin)
    : m_key(std::move(key))
    , m_name(name)
    , m_role(role)
    , m_acceptorPin(acceptorPin)
    , m_nonce(freshNonce())
{
}

QByteArray PeerHandshake::hello() const
{
    return encodeFrame(PeerHello{ { ProtocolVersion }, m_key.publicKey, m_nonce, m_name, {} });
}

QByteArray PeerHandshake::begin() const
{
    return m_role == PeerRole::Dialler ? hello() : QByteArray();
}

PeerExchange PeerHandshake::exchange() const
{
    if (m_role == PeerRole::Dialler)
        return { m_nonce, m_peerNonce, m_acceptorPin, m_key.publicKey, m_peerKey };
    return { m_peerNonce, m_nonce, m_acceptorPin, m_peerKey, m_key.publicKey };
}

Result<QList<QByteArray>> PeerHandshake::take(const Envelope &envelope)
{
    switch (m_step) {
    case Step::Hello:
        return decode<PeerHello>(envelope).and_then([this](const PeerHello &hello) { return takeHello(hello); });
    case Step::Proof:
        return decode<PeerProof>(envelope).and_then([this](const PeerProof &proof) { return takeProof(proof); });
    case Step::Done:
        break;
    }
    return fail(ErrorCode::UnexpectedMessage);
}

Result<QList<QByteArray>> PeerHandshake::takeHello(const PeerHello &theirs)
{
    if (!theirs.versions.contains(ProtocolVersion))
        return fail(ErrorCode::VersionUnsupported);
    if (theirs.key.size() != KeyBytes || theirs.nonce.size() != KeyBytes)
        return fail(ErrorCode::MalformedMessage);
    // Only the one who dialled gives up, so that it is the one who learns why.
    if (m_role == PeerRole::Dialler && theirs.key == m_key.publicKey)
        return fail(ErrorCode::InvalidAddress, u"this is myself"_s);
    m_peerKey = theirs.key;
    m_peerNonce = theirs.nonce;
    m_peerName = checkDisplayName(theirs.name).value_or(QString());
    m_step = Step::Proof;
    if (m_role == PeerRole::Acceptor)
        return QList{ hello() };
    return QList{ encodeFrame(PeerProof{ signPeerProof(m_key, exchange(), m_role) }) };
}

Result<QList<QByteArray>> PeerHandshake::takeProof(const PeerProof &proof)
{
    const PeerRole theirs = m_role == PeerRole::Dialler ? PeerRole::Acceptor : PeerRole::Dialler;
    if (!verifyPeerProof(proof.signature, exchange(), theirs))
        return fail(ErrorCode::DeviceProofInvalid);
    m_step = Step::Done;
    if (m_role == PeerRole::Dialler)
        return QList<QByteArray>();
    return QList{ encodeFrame(PeerProof{ signPeerProof(m_key, exchange(), m_role) }) };
}

} // namespace salon
