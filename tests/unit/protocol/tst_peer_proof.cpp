// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/protocol/peer_proof.h"

#include <QTest>

using namespace salon;

class TestPeerProof : public QObject
{
    Q_OBJECT

private:
    DeviceKey m_dialler = DeviceKey::generate();
    DeviceKey m_acceptor = DeviceKey::generate();

    [[nodiscard]] PeerExchange exchange() const
    {
        return { QByteArray(32, 'd'), QByteArray(32, 'a'), QByteArray(32, 'p'), m_dialler.publicKey,
            m_acceptor.publicKey };
    }

private Q_SLOTS:
    void eachSideProvesItsKey()
    {
        QVERIFY(
            verifyPeerProof(signPeerProof(m_dialler, exchange(), PeerRole::Dialler), exchange(), PeerRole::Dialler));
        QVERIFY(
            verifyPeerProof(signPeerProof(m_acceptor, exchange(), PeerRole::Acceptor), exchange(), PeerRole::Acceptor));
    }

    void aProofCannotBeSentBack()
    {
        const QByteArray proof = signPeerProof(m_dialler, exchange(), PeerRole::Dialler);
        QVERIFY(!verifyPeerProof(proof, exchange(), PeerRole::Acceptor));
        // Not even to somebody who claims the same key for both sides.
        PeerExchange mirror = exchange();
        mirror.acceptorKey = m_dialler.publicKey;
        QVERIFY(!verifyPeerProof(signPeerProof(m_dialler, mirror, PeerRole::Dialler), mirror, PeerRole::Acceptor));
    }

    void whateverDiffersIsNoticed()
    {
        const QByteArray proof = signPeerProof(m_dialler, exchange(), PeerRole::Dialler);
        for (QByteArray PeerExchange::*part : { &PeerExchange::diallerNonce, &PeerExchange::acceptorNonce,
                 &PeerExchange::acceptorPin, &PeerExchange::diallerKey, &PeerExchange::acceptorKey }) {
            for (qsizetype at : { 0, 31 }) {
                PeerExchange other = exchange();
                (other.*part)[at] = char((other.*part)[at] ^ 1);
                QVERIFY(!verifyPeerProof(proof, other, PeerRole::Dialler));
            }
            for (qsizetype size : { 0, 31, 33 }) {
                PeerExchange other = exchange();
                other.*part = (other.*part).leftJustified(size, 'x', true);
                QVERIFY(!verifyPeerProof(proof, other, PeerRole::Dialler));
            }
        }
        for (qsizetype at = 0; at < proof.size(); ++at) {
            QByteArray changed = proof;
            changed[at] = char(changed[at] ^ 1);
            QVERIFY(!verifyPeerProof(changed, exchange(), PeerRole::Dialler));
            QVERIFY(!verifyPeerProof(proof.first(at), exchange(), PeerRole::Dialler));
        }
    }
};

QTEST_GUILESS_MAIN(TestPeerProof)
#include "tst_peer_proof.moc"
