// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/unit/peer/files_between_two.h"
#include "tests/unit/peer/link_pair.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <algorithm>
#include <atomic>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

/// Files that are many, large, or do not fit.
class TestPeerTransferLimits : public FilesBetweenTwo
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(startBoth()); }

    void nobodyWaitsWhileAFileIsChecked()
    {
        m_marie->node().dial(m_nour->address());
        constexpr qint64 Huge = 8LL * 1024 * 1024 * 1024;
        PeerEntry huge = offerOf(m_marie->path(u"huge"_s), u"huge"_s, "another hash");
        huge.fileBytes = quint64(Huge);
        m_marie->node().accept(m_nour->key());
        const Cid cid = *m_marie->node().conversation(m_nour->key())->offer(huge);
        QVERIFY(becomes([&] { return stateAt(*m_nour, *m_marie, cid) == PeerFileState::Offered; }));
        const QString path = m_nour->path(u"huge"_s);
        m_nour->node().transfers(m_marie->key())->setOptions({ [](const QString &) {
            return 2 * Huge;
        } });
        QVERIFY(acceptWhileAway(cid, path));
        m_nour->kill();
        QVERIFY(QFile::resize(partOf(cid, path), Huge)); // a hole: all of it is there to be read, and no disk full
        QVERIFY(meetAgain());
        QVERIFY(becomes([&] { return m_nour->isDirectTo(*m_marie); }));
        // Others come meanwhile.
        const Cid small = offer(noise(500'000));
        m_nour->node().transfers(m_marie->key())->accept(small, m_nour->path(u"small"_s));
        QVERIFY(bothSay(small, PeerFileState::Whole, 10'000));
        QCOMPARE(stateAt(*m_nour, *m_marie, cid), PeerFileState::Accepted);
        // And the program ends at once.
        QElapsedTimer timer;
        timer.start();
        m_nour->kill();
        QVERIFY2(timer.elapsed() < 3'000, qPrintable(QString::number(timer.elapsed())));
    }

    void manyFilesAtOnceAllArrive()
    {
        m_marie->node().dial(m_nour->address());
        QList<Cid> cids;
        for (int i = 0; i < 40; ++i) {
            cids.append(offer(noise(200'000 + i)));
            m_nour->node().transfers(m_marie->key())->accept(cids.last(), m_nour->path(u"in%1"_s.arg(i)));
        }
        for (int i = 0; i < 40; ++i) {
            QVERIFY2(bothSay(cids[i], PeerFileState::Whole),
                qPrintable(u"%1: %2 here, %3 there"_s.arg(i)
                               .arg(int(stateAt(*m_nour, *m_marie, cids[i])))
                               .arg(int(stateAt(*m_marie, *m_nour, cids[i])))));
            QCOMPARE(QFileInfo(m_nour->path(u"in%1"_s.arg(i))).size(), 200'000 + i);
        }
    }

    void aFileThatCannotBeWrittenIsNotSentInVain()
    {
        m_marie->node().dial(m_nour->address());
        const QByteArray data = noise(3'000'000);
        const Cid cid = offer(data);
        PeerTransfers *transfers = m_nour->node().transfers(m_marie->key());
        QSignalSpy failed(transfers, &PeerTransfers::failed);
        transfers->accept(cid, m_nour->path(u"no such folder/in.zip"_s));
        QVERIFY(becomes([&] { return failed.size() == 1; }));
        QVERIFY(becomes([&] { return stateAt(*m_marie, *m_nour, cid) == PeerFileState::Paused; }));
        // Another place, asked for over the same link.
        transfers->accept(cid, m_nour->path(u"in.zip"_s));
        QVERIFY(bothSay(cid, PeerFileState::Whole));
        QCOMPARE(contents(m_nour->path(u"in.zip"_s)) == data, true);
    }

    void whatWouldNotFitWaitsForRoom()
    {
        m_marie->node().dial(m_nour->address());
        const QByteArray data = noise(100'000);
        const Cid cid = offer(data);
        PeerTransfers *transfers = m_nour->node().transfers(m_marie->key());
        const QSignalSpy failed(transfers, &PeerTransfers::failed);
        const QString path = m_nour->path(u"in.zip"_s);
        transfers->setOptions({ [](const QString &) {
            return 99'999;
        } });
        transfers->accept(cid, path);
        QVERIFY(becomes([&] { return failed.size() == 1; }));
        QCOMPARE(failed.first().at(1).value<Error>().code, ErrorCode::StorageFull);
        QVERIFY(becomes([&] { return stateAt(*m_marie, *m_nour, cid) == PeerFileState::Paused; }));
        QCOMPARE(stateAt(*m_nour, *m_marie, cid), PeerFileState::Accepted);
        QCOMPARE(QFileInfo(partOf(cid, path)).size(), 0);
        transfers->setOptions({ [](const QString &) {
            return 100'000;
        } });
        transfers->accept(cid, path);
        QVERIFY(bothSay(cid, PeerFileState::Whole));
        QCOMPARE(contents(path) == data, true);
    }

    void whatDoesNotFitAnyMoreWaitsForRoom()
    {
        m_marie->node().dial(m_nour->address());
        const QByteArray data = noise(100'000);
        const Cid cid = offer(data);
        const QString path = m_nour->path(u"in.zip"_s);
        QVERIFY(acceptWhileAway(cid, path));
        QVERIFY(put(partOf(cid, path), data.first(60'000)));
        PeerTransfers *transfers = m_nour->node().transfers(m_marie->key());
        QSignalSpy failed(transfers, &PeerTransfers::failed);
        std::atomic<int> asked = 0;
        std::atomic<qint64> room = 39'999;
        transfers->setOptions({ [&](const QString &) {
                                   ++asked;
                                   return room.load();
                               },
            20, 80 });
        QVERIFY(meetAgain());
        // Tried again and again, and said once; the link stays.
        QVERIFY(becomes([&] { return m_nour->isDirectTo(*m_marie) && asked >= 3; }));
        QSignalSpy links(&m_nour->node(), &PeerNode::reachableChanged);
        QVERIFY(becomes([&] { return asked >= 6; }));
        QCOMPARE(failed.size(), 1);
        QCOMPARE(failed.first().at(1).value<Error>().code, ErrorCode::StorageFull);
        room = 40'000;
        QVERIFY(bothSay(cid, PeerFileState::Whole));
        QCOMPARE(contents(path) == data, true);
        QCOMPARE(links.size(), 0);
        m_nour->kill();
    }

    void aHundredFilesAcceptedWhileAwayComeOverOneLink()
    {
        m_marie->node().dial(m_nour->address());
        constexpr int Files = 100;
        QList<Cid> cids;
        for (int i = 0; i < Files; ++i)
            cids.append(offer(noise(1000 + i)));
        m_marie->kill();
        for (int i = 0; i < Files; ++i)
            m_nour->node().transfers(m_marie->key())->accept(cids[i], m_nour->path(u"in%1"_s.arg(i)));
        QVERIFY(becomes([&] { return stateAt(*m_nour, *m_marie, cids.last()) == PeerFileState::Accepted; }));
        QVERIFY(becomes([&] { return !m_nour->node().isReachable(m_marie->key()); }));
        QSignalSpy links(&m_nour->node(), &PeerNode::reachableChanged);
        QVERIFY(meetAgain());
        const auto areAllWhole = [&] {
            const QList<PeerEntry> theirs = m_marie->entries(*m_nour);
            return std::all_of(theirs.begin(), theirs.end(),
                [](const PeerEntry &entry) { return entry.file == PeerFileState::Whole; });
        };
        QVERIFY(becomes(areAllWhole, 30'000));
        QCOMPARE(links.size(), 1);
        // The last ones are said again when they meet again.
        m_nour->kill();
        QVERIFY(becomes([&] { return !m_marie->node().isReachable(m_nour->key()); }));
        QVERIFY(meetAgain());
        QVERIFY(becomes([&] { return m_nour->isDirectTo(*m_marie); }));
        QVERIFY(areAllWhole());
    }

    void aDiskThatTakesNothingDoesNotSilenceTheLink()
    {
        LinkPair pair;
        QVERIFY(pair.open());
        JobLane lane(u"test-files"_s);
        const QByteArray data = noise(3'000'000);
        PeerEntry offered = offerOf(m_nour->path(u"in.zip"_s), u"in.zip"_s, data);
        offered.person = pair.thereIdentity.key.publicKey;
        offered.cid = QUuid::createUuid();
        QVERIFY(PartFile::reserve(offered));
        PeerDownload download(offered, lane);
        download.setMaxHeldMs(50);
        connect(pair.here.get(), &PeerLink::received, &download,
            [&](const Envelope &envelope) { QVERIFY(download.take(*decode<PeerFileChunk>(envelope))); });
        const QSignalSpy finished(&download, &PeerDownload::finished);
        download.setLink(pair.here.get());
        download.start();
        QVERIFY(becomes([&] { return pair.heard<PeerAcceptFile>().size() == 1; }));
        QSemaphore disk;
        lane.post([&disk] { disk.acquire(); });
        const auto sendFrom = [&](quint64 offset) {
            for (qsizetype at = qsizetype(offset); at < data.size(); at += MaxPeerChunkBytes)
                pair.there->send(PeerFileChunk{ offered.cid, quint64(at), data.mid(at, MaxPeerChunkBytes) });
        };
        sendFrom(0);
        QVERIFY(becomes([&] { return pair.here->connection().isReadPaused(); }));
        // After a while all else is read again, and the other hears that nothing of this file is taken for now.
        QVERIFY(becomes([&] { return pair.heard<PeerFileEnd>().size() == 1; }));
        QCOMPARE(pair.heard<PeerFileEnd>().constFirst().outcome, PeerFileOutcome::Paused);
        QVERIFY(!pair.here->connection().isReadPaused());
        QCOMPARE(pair.heard<PeerAcceptFile>().size(), 1);
        disk.release();
        QVERIFY(becomes([&] { return pair.heard<PeerAcceptFile>().size() == 2; }));
        sendFrom(pair.heard<PeerAcceptFile>().constLast().offset);
        QVERIFY(becomes([&] { return finished.size() == 1; }));
        QCOMPARE(contents(offered.filePath) == data, true);
    }
};

QTEST_GUILESS_MAIN(TestPeerTransferLimits)
#include "tst_peer_transfer_limits.moc"
