// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/peer/peer_handshake.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;

namespace {

const QByteArray Pin(32, 'p');

Envelope envelopeOf(const QByteArray &frame)
{
    return openEnvelope(frame.mid(FramePrefixBytes)).value_or(Envelope{});
}

struct Two
{
    DeviceKey marieKey = DeviceKey::generate();
    DeviceKey nourKey = DeviceKey::generate();
    PeerHandshake marie{ marieKey, u"Marie"_s, PeerRole::Dialler, Pin };
    PeerHandshake nour;

    explicit Two(const QByteArray &pinOfNour = Pin)
        : nour(nourKey, u"Nour"_s, PeerRole::Acceptor, pinOfNour)
    {
    }
};

} // namespace

class TestPeerHandshake : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothLearnWhoItIs()
    {
        Two two;
        QVERIFY(two.nour.begin().isEmpty());
        const auto hello = two.nour.take(envelopeOf(two.marie.begin()));
        QVERIFY(hello && hello->size() == 1);
        const auto proof = two.marie.take(envelopeOf(hello->first()));
        QVERIFY(proof && proof->size() == 1);
        QVERIFY(!two.nour.isDone() && !two.marie.isDone());
        const auto answer = two.nour.take(envelopeOf(proof->first()));
        QVERIFY(answer && answer->size() == 1 && two.nour.isDone());
        QVERIFY(two.marie.take(envelopeOf(answer->first())));
        QVERIFY(two.marie.isDone());
        QCOMPARE(two.marie.peerKey(), two.nourKey.publicKey);
        QCOMPARE(two.nour.peerKey(), two.marieKey.publicKey);
        QCOMPARE(two.marie.peerName(), u"Nour"_s);
        QCOMPARE(two.nour.peerName(), u"Marie"_s);
        QVERIFY(!two.marie.take(envelopeOf(answer->first()))); // once
    }

    void aMiddlemanIsNoticed()
    {
        // He passes everything on, but the dialler saw his TLS key.
        Two two(QByteArray(32, 'q'));
        const auto hello = two.nour.take(envelopeOf(two.marie.begin()));
        const auto proof = two.marie.take(envelopeOf(hello->first()));
        const auto answer = two.nour.take(envelopeOf(proof->first()));
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::DeviceProofInvalid);
        QVERIFY(!two.nour.isDone());
    }

    void aProofOfAnotherKeyIsRefused()
    {
        Two two;
        const auto hello = two.nour.take(envelopeOf(two.marie.begin()));
        QVERIFY(two.marie.take(envelopeOf(hello->first())));
        const auto answer = two.nour.take(envelopeOf(encodeFrame(PeerProof{ QByteArray(64, 's') })));
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::DeviceProofInvalid);
    }

    void aReflectedProofIsRefused()
    {
        Two two;
        const auto hello = two.nour.take(envelopeOf(two.marie.begin()));
        const auto proof = two.marie.take(envelopeOf(hello->first()));
        QVERIFY(!two.marie.take(envelopeOf(proof->first())));
        QVERIFY(!two.marie.isDone());
    }

    void whoDialsHimselfIsTold()
    {
        const DeviceKey key = DeviceKey::generate();
        PeerHandshake dialler(key, u"Marie"_s, PeerRole::Dialler, Pin);
        PeerHandshake acceptor(key, u"Marie"_s, PeerRole::Acceptor, Pin);
        const auto hello = acceptor.take(envelopeOf(dialler.begin()));
        QVERIFY(hello);
        const auto proof = dialler.take(envelopeOf(hello->first()));
        QVERIFY(!proof);
        QCOMPARE(proof.error().code, ErrorCode::InvalidAddress);
    }

    void whatIsOutOfTurnOrShapeIsRefused()
    {
        const QByteArray key(32, 'k');
        const QByteArray nonce(32, 'n');
        const auto refused = [](const QByteArray &frame, ErrorCode code) {
            Two two;
            const auto answer = two.nour.take(envelopeOf(frame));
            return !answer && answer.error().code == code;
        };
        QVERIFY(refused(encodeFrame(PeerProof{ QByteArray(64, 's') }), ErrorCode::UnexpectedMessage));
        QVERIFY(refused(encodeFrame(PeerReady{}), ErrorCode::UnexpectedMessage));
        QVERIFY(refused(encodeFrame(PeerHello{ { 2, 3 }, key, nonce, u"x"_s, {} }), ErrorCode::VersionUnsupported));
        QVERIFY(refused(encodeFrame(PeerHello{ {}, key, nonce, u"x"_s, {} }), ErrorCode::VersionUnsupported));
        QVERIFY(refused(encodeFrame(PeerHello{ { 1 }, key.mid(1), nonce, u"x"_s, {} }), ErrorCode::MalformedMessage));
        QVERIFY(refused(encodeFrame(PeerHello{ { 1 }, key, nonce.mid(1), u"x"_s, {} }), ErrorCode::MalformedMessage));
        QVERIFY(refused(encodeFrame(PeerHello{ { 1 }, {}, {}, {}, {} }), ErrorCode::MalformedMessage));
    }

    void aNameThatMayNotBeShownIsDropped()
    {
        Two two;
        QVERIFY(two.nour.take(
            envelopeOf(encodeFrame(PeerHello{ { 1 }, QByteArray(32, 'k'), QByteArray(32, 'n'), u"a\u202Eb"_s, {} }))));
        QCOMPARE(two.nour.peerName(), QString());
    }
};

QTEST_GUILESS_MAIN(TestPeerHandshake)
#include "tst_peer_handshake.moc"
