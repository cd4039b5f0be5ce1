// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/wait_until.h"
#include "tests/unit/peer/device.h"
#include "tests/unit/peer/peer_steps.h"

#include <QDir>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

/// Whoever is at the other end of a link may send anything in any order.
class TestPeerSteps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingThatSomebodySendsBreaksAnything()
    {
        constexpr int Sequences = 2'000;
        constexpr int MostBytes = 240;
        const QTemporaryDir folder(
            (Device::memory().isEmpty() ? QDir::tempPath() : Device::memory()) + u"/salon-steps-XXXXXX"_s);
        PeerStore store(folder.filePath(u"peers.db"_s));
        const auto opened = store.open();
        QVERIFY(waitUntil([&] { return opened.isFinished(); }));
        QVERIFY(opened.result());
        JobLane files(u"test-files"_s);
        int handshakes = 0;
        qsizetype taken = 0;
        qsizetype whole = 0;
        for (quint32 seed = 1; seed <= Sequences; ++seed) {
            QRandomGenerator random(seed);
            QByteArray bytes(random.bounded(MostBytes), Qt::Uninitialized);
            for (char &byte : bytes)
                byte = char(random.bounded(256));
            PeerSteps steps(store, files, folder.path());
            steps.run(bytes);
            const QString complaint = steps.complaint();
            QVERIFY2(complaint.isEmpty(), qPrintable(u"seed %1: %2"_s.arg(seed).arg(complaint)));
            handshakes += steps.handshakes();
            taken += steps.taken();
            whole += steps.wholeFiles();
        }
        // They lead somewhere.
        QVERIFY2(handshakes > Sequences, qPrintable(QString::number(handshakes)));
        QVERIFY2(taken > Sequences / 2, qPrintable(QString::number(taken)));
        qInfo("%d handshakes, %lld messages, %lld files", handshakes, qlonglong(taken), qlonglong(whole));
        QVERIFY(whole > 0);
    }
};

QTEST_GUILESS_MAIN(TestPeerSteps)
#include "tst_peer_steps.moc"
