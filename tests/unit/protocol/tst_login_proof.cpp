// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/protocol/login_proof.h"

#include "shared/protocol/version.h"

#include <QTest>
#include <sodium.h>

using namespace Qt::StringLiterals;
using namespace salon;

namespace {

const QByteArray nonce(32, 'n');
const QByteArray pin(32, 'p');

// RFC 8032 §7.1, TEST 1.
DeviceKey rfcKey()
{
    return DeviceKey::fromSeed(QByteArray::fromHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"))
        .value();
}

} // namespace

class TestLoginProof : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keysAreThoseOfTheRfc()
    {
        const DeviceKey key = rfcKey();
        QCOMPARE(key.publicKey.toHex(), "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
        QCOMPARE(key.seed().toHex(), "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
        QByteArray signature(64, '\0');
        crypto_sign_detached(reinterpret_cast<uchar *>(signature.data()), nullptr, nullptr, 0,
            reinterpret_cast<const uchar *>(key.secretKey.constData()));
        QCOMPARE(signature.toHex(),
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f059"
            "5bbe24655141438e7a100b");
    }

    // PROTOCOL §7.3
    void signsExactlyTheBytesOfTheDocument()
    {
        const DeviceKey key = rfcKey();
        const QByteArray text = loginProofText(nonce, pin, key.publicKey);
        QCOMPARE(text.size(), 117);
        QCOMPARE(text, QByteArray("salon device login 1\n") + nonce + pin + key.publicKey);
        QCOMPARE(loginProofText(nonce, {}, key.publicKey).mid(53, 32), QByteArray(32, '\0'));
    }

    void aProofHoldsForItsNonceAndServer()
    {
        const DeviceKey key = DeviceKey::generate();
        QVERIFY(key.isValid());
        const DeviceProof proof = makeDeviceProof(key, nonce, pin, u"laptop"_s);
        QCOMPARE(proof.name, u"laptop"_s);
        QVERIFY(verifyDeviceProof(proof, nonce, pin));
        QVERIFY(verifyDeviceProof(makeDeviceProof(key, nonce, {}, {}), nonce, {}));
    }

    void aProofHoldsForNothingElse()
    {
        const DeviceKey key = DeviceKey::generate();
        const DeviceProof proof = makeDeviceProof(key, nonce, pin, {});
        QVERIFY(!verifyDeviceProof(proof, QByteArray(32, 'm'), pin));
        QVERIFY(!verifyDeviceProof(proof, nonce, QByteArray(32, 'q')));
        QVERIFY(!verifyDeviceProof(proof, nonce, {}));
        QVERIFY(!verifyDeviceProof(proof, nonce + 'n', pin));
        QVERIFY(!verifyDeviceProof(proof, nonce.left(31), pin));
        QVERIFY(!verifyDeviceProof(proof, nonce, pin.left(31)));
        QVERIFY(!verifyDeviceProof(proof, {}, {}));
        DeviceProof other = proof;
        other.key = DeviceKey::generate().publicKey;
        QVERIFY(!verifyDeviceProof(other, nonce, pin));
    }

    void everyChangedBitOfASignatureIsNoticed()
    {
        const DeviceProof proof = makeDeviceProof(rfcKey(), nonce, pin, {});
        for (int bit = 0; bit < 512; ++bit) {
            DeviceProof changed = proof;
            changed.signature[bit / 8] = char(changed.signature[bit / 8] ^ (1 << (bit % 8)));
            QVERIFY(!verifyDeviceProof(changed, nonce, pin));
        }
    }

    void wrongSizesAreRefused()
    {
        const DeviceProof proof = makeDeviceProof(rfcKey(), nonce, pin, {});
        for (const int size : { 0, 31, 33, 64 }) {
            DeviceProof changed = proof;
            changed.key = QByteArray(size, '\1');
            QVERIFY(!verifyDeviceProof(changed, nonce, pin));
            QVERIFY(!DeviceKey::fromSeed(QByteArray(size, '\1')));
        }
        for (const int size : { 0, 32, 63, 65 }) {
            DeviceProof changed = proof;
            changed.signature = QByteArray(size, '\1');
            QVERIFY(!verifyDeviceProof(changed, nonce, pin));
        }
    }

    void aKeyOfSmallOrderProvesNothing()
    {
        // The neutral element as key, and as R with S = 0: a plain verifier would accept it for any text.
        DeviceProof proof{ QByteArray(32, '\0'), QByteArray(64, '\0'), {} };
        proof.key[0] = '\1';
        proof.signature[0] = '\1';
        QVERIFY(!verifyDeviceProof(proof, nonce, pin));
    }

    void twoKeysDiffer()
    {
        const DeviceKey one = DeviceKey::generate();
        const DeviceKey two = DeviceKey::generate();
        QVERIFY(one.publicKey != two.publicKey);
        QCOMPARE(DeviceKey::fromSeed(one.seed())->secretKey, one.secretKey);
        QVERIFY(!DeviceKey().isValid());
    }

    void featuresThatBothKnowHold()
    {
        QCOMPARE(knownFeatures(),
            (QStringList{
                u"changes"_s, u"files"_s, u"presence"_s, u"reading"_s, u"rules"_s, u"search"_s, u"typing"_s }));
        QCOMPARE(commonFeatures({ u"typing"_s, u"later"_s, u"presence"_s, u"typing"_s, u"changes"_s }),
            (QStringList{ u"changes"_s, u"presence"_s, u"typing"_s }));
        QCOMPARE(commonFeatures({ u"typing"_s }), QStringList{ u"typing"_s });
        QCOMPARE(commonFeatures({ u"Typing"_s }), QStringList());
        QCOMPARE(commonFeatures({}), QStringList());
    }

    void theVersionThatBothSpeakHolds()
    {
        QCOMPARE(commonVersion({ 1 }), 1u);
        QCOMPARE(commonVersion({ 3, 2, 1 }), 1u);
        QCOMPARE(commonVersion({ 2 }), 0u);
        QCOMPARE(commonVersion({ 0 }), 0u);
        QCOMPARE(commonVersion({}), 0u);
    }
};

QTEST_GUILESS_MAIN(TestLoginProof)
#include "tst_login_proof.moc"
