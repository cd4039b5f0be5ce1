// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/peer/part_file.h"
#include "tests/support/fault_proxy.h"
#include "tests/unit/peer/device.h"
#include "tests/unit/peer/link_pair.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <algorithm>
#include <atomic>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

namespace {

QByteArray noise(qsizetype bytes)
{
    QByteArray data(bytes, Qt::Uninitialized);
    QRandomGenerator random(7256);
    for (char &byte : data)
        byte = char(random.bounded(256));
    return data;
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool put(const QString &path, const QByteArray &data)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(data) == data.size();
}

PeerEntry offerOf(const QString &path, const QString &name, const QByteArray &data)
{
    PeerEntry offer;
    offer.fileName = name;
    offer.fileBytes = quint64(data.size());
    offer.fileHash = QCryptographicHash::hash(data, QCryptographicHash::Sha256);
    offer.filePath = path;
    return offer;
}

} // namespace

/// Files from device to device.
class TestPeerTransfer : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Device> m_marie;
    std::unique_ptr<Device> m_nour;

    /// Marie offers; the cid once Nour has the offer.
    Cid offer(const QByteArray &data, const QString &name = u"été.zip"_s)
    {
        const QString path = m_marie->path(u"out-"_s + QString::number(data.size()));
        put(path, data);
        if (!m_marie->node().conversation(m_nour->key()))
            m_marie->node().accept(m_nour->key());
        const auto cid = m_marie->node().conversation(m_nour->key())->offer(offerOf(path, name, data));
        becomes([&] { return stateAt(*m_nour, *m_marie, *cid) == PeerFileState::Offered; });
        return *cid;
    }

    /// What came of it at Nour, who wants it at `path`.
    QString partOf(const Cid &cid, const QString &path) const
    {
        PeerEntry offer;
        offer.person = m_marie->key();
        offer.cid = cid;
        offer.filePath = path;
        return PartFile::pathOf(offer);
    }
    static QString pathAt(Device &device, const Device &other, const Cid &cid)
    {
        for (const PeerEntry &entry : device.entries(other)) {
            if (entry.cid == cid)
                return entry.filePath;
        }
        return {};
    }
    /// Nour takes it while Marie is away.
    bool acceptWhileAway(const Cid &cid, const QString &path)
    {
        m_marie->kill();
        m_nour->node().transfers(m_marie->key())->accept(cid, path);
        return becomes([&] { return stateAt(*m_nour, *m_marie, cid) == PeerFileState::Accepted; });
    }
    bool meetAgain()
    {
        if ((!m_marie->isRunning() && !m_marie->start()) || (!m_nour->isRunning() && !m_nour->start()))
            return false;
        m_marie->node().dial(m_nour->address());
        return true;
    }

    static PeerFileState stateAt(Device &device, const Device &other, const Cid &cid)
    {
        for (const PeerEntry &entry : device.entries(other)) {
            if (entry.cid == cid)
                return entry.file;
        }
        return PeerFileState::None;
    }

    bool bothSay(const Cid &cid, PeerFileState state, int ms = 20'000)
    {
        return becomes(
            [&] { return stateAt(*m_nour, *m_marie, cid) == state && stateAt(*m_marie, *m_nour, cid) == state; }, ms);
    }

private Q_SLOTS:
    void init()
    {
        m_marie = std::make_unique<Device>(u"Marie"_s);
        m_nour = std::make_unique<Device>(u"Nour"_s);
        QVERIFY(m_marie->start() && m_nour->start());
    }

    void aFileArrivesWhole_data()
    {
        QTest::addColumn<int>("bytes");
        for (const int bytes : { 0, 1, 65535, 65536, 65537, 5'000'000 })
            QTest::addRow("%d", bytes) << bytes;
    }
    void aFileArrivesWhole()
    {
        QFETCH(int, bytes);
        m_marie->node().dial(m_nour->address());
        const QByteArray data = noise(bytes);
        const Cid cid = offer(data);
        const QString path = m_nour->path(u"in.zip"_s);
        m_nour->node().transfers(m_marie->key())->accept(cid, path);
        QVERIFY(bothSay(cid, PeerFileState::Whole));
        QCOMPARE(contents(path) == data, true);
        QVERIFY(!QFile::exists(partOf(cid, path)));
        QCOMPARE(m_nour->entries(*m_marie).first().fileName, u"été.zip"_s);
    }

    void nothingIsOverwritten()
    {
        m_marie->node().dial(m_nour->address());
        const QByteArray data = noise(1000);
        const Cid cid = offer(data);
        const QString path = m_nour->path(u"in.zip"_s);
        QVERIFY(put(path, "mine"));
        m_nour->node().transfers(m_marie->key())->accept(cid, path);
        QVERIFY(bothSay(cid, PeerFileState::Whole));
        QCOMPARE(contents(path), QByteArray("mine"));
        QCOMPARE(contents(m_nour->path(u"in (2).zip"_s)) == data, true);
        QCOMPARE(m_nour->entries(*m_marie).first().filePath, m_nour->path(u"in (2).zip"_s));
    }

    void aDeclinedFileStaysWhereItIs()
    {
        m_marie->node().dial(m_nour->address());
        const Cid cid = offer(noise(1000));
        m_nour->node().transfers(m_marie->key())->decline(cid);
        QVERIFY(bothSay(cid, PeerFileState::Declined));
    }

    void aFileThatIsGoneOrChangedIsSaidToBe()
    {
        m_marie->node().dial(m_nour->address());
        const Cid gone = offer(noise(1000));
        QVERIFY(QFile::remove(m_marie->path(u"out-1000"_s)));
        m_nour->node().transfers(m_marie->key())->accept(gone, m_nour->path(u"gone"_s));
        QVERIFY(bothSay(gone, PeerFileState::Unavailable));
        QVERIFY(becomes([&] { return !QFile::exists(partOf(gone, m_nour->path(u"gone"_s))); }));
        const Cid changed = offer(noise(2000));
        QVERIFY(put(m_marie->path(u"out-2000"_s), QByteArray(2000, 'x')));
        m_nour->node().transfers(m_marie->key())->accept(changed, m_nour->path(u"changed"_s));
        QVERIFY(bothSay(changed, PeerFileState::Damaged));
        QVERIFY(
            !QFile::exists(m_nour->path(u"changed"_s)) && !QFile::exists(partOf(changed, m_nour->path(u"changed"_s))));
    }

    void cutsInTheMiddleResume()
    {
        FaultProxy proxy(m_nour->node().port(), 7256);
        proxy.setCuts(400'000, 3'000'000);
        m_marie->node().dial(Endpoint::tcp(u"127.0.0.1"_s, proxy.port()));
        const QByteArray data = noise(12'000'000);
        const Cid cid = offer(data);
        const QString path = m_nour->path(u"in.zip"_s);
        m_nour->node().transfers(m_marie->key())->accept(cid, path);
        QVERIFY(bothSay(cid, PeerFileState::Whole, 60'000));
        QCOMPARE(contents(path) == data, true);
        QVERIFY2(proxy.cuts() >= 3, qPrintable(QString::number(proxy.cuts())));
    }

    void killsInTheMiddleResume()
    {
        m_marie->node().dial(m_nour->address());
        const QByteArray data = noise(20'000'000);
        const Cid cid = offer(data);
        const QString path = m_nour->path(u"in.zip"_s);
        m_nour->node().transfers(m_marie->key())->accept(cid, path);
        for (Device *victim : { m_nour.get(), m_marie.get() }) {
            const qint64 before = QFileInfo(partOf(cid, path)).size();
            QVERIFY(becomes([&] { return QFileInfo(partOf(cid, path)).size() > before; }));
            victim->kill();
            QVERIFY(victim->start());
            QVERIFY(QFileInfo(partOf(cid, path)).size() >= before);
            m_marie->node().dial(m_nour->address());
        }
        QVERIFY(bothSay(cid, PeerFileState::Whole, 60'000));
        QCOMPARE(contents(path) == data, true);
    }

    void acceptedWhileAwayItComesLater()
    {
        m_marie->node().dial(m_nour->address());
        const QByteArray data = noise(100'000);
        const Cid cid = offer(data);
        m_marie->kill();
        QVERIFY(becomes([&] { return !m_nour->node().isReachable(m_marie->key()); }));
        m_nour->node().transfers(m_marie->key())->accept(cid, m_nour->path(u"in.zip"_s));
        QVERIFY(m_marie->start());
        m_marie->node().dial(m_nour->address());
        QVERIFY(bothSay(cid, PeerFileState::Whole));
    }

    void twoFilesForOneNameNeverShareAPlace()
    {
        m_marie->node().dial(m_nour->address());
        const QByteArray first = noise(300'000);
        const QByteArray second = noise(200'000);
        const Cid firstCid = offer(first);
        const Cid secondCid = offer(second);
        const QString path = m_nour->path(u"in.zip"_s);
        // Nothing of them is here yet, and the program forgets between the two.
        QVERIFY(acceptWhileAway(firstCid, path));
        m_nour->kill();
        QVERIFY(m_nour->start());
        QVERIFY(acceptWhileAway(secondCid, path));
        QVERIFY(meetAgain());
        QVERIFY(bothSay(firstCid, PeerFileState::Whole) && bothSay(secondCid, PeerFileState::Whole));
        QCOMPARE(contents(pathAt(*m_nour, *m_marie, firstCid)) == first, true);
        QCOMPARE(contents(pathAt(*m_nour, *m_marie, secondCid)) == second, true);
        QVERIFY(QFile::exists(path) && QFile::exists(m_nour->path(u"in (2).zip"_s)));
        // Whoever makes an offer chooses its number: another person may choose the same one.
        PeerEntry other;
        other.person = QByteArray(32, 'x');
        other.cid = firstCid;
        other.filePath = path;
        QVERIFY(PartFile::pathOf(other) != partOf(firstCid, path));
    }

    void whatStandsInTheWayOfAPartIsLeftAlone()
    {
#ifdef Q_OS_UNIX
        m_marie->node().dial(m_nour->address());
        const Cid cid = offer(noise(1000));
        const QString path = m_nour->path(u"in.zip"_s);
        const QString victim = m_nour->path(u"victim"_s);
        QVERIFY(put(victim, "mine"));
        QVERIFY(QFile::link(victim, partOf(cid, path)));
        PeerTransfers *transfers = m_nour->node().transfers(m_marie->key());
        const QSignalSpy failed(transfers, &PeerTransfers::failed);
        transfers->accept(cid, path);
        QVERIFY(becomes([&] { return failed.size() == 1; }));
        QCOMPARE(contents(victim), QByteArray("mine"));
#endif
    }

    void endedRightAfterItGotItsNameItIsNotFetchedAgain()
    {
        m_marie->node().dial(m_nour->address());
        const QByteArray data = noise(300'000);
        const Cid cid = offer(data);
        const QString path = m_nour->path(u"in.zip"_s);
        QVERIFY(acceptWhileAway(cid, path));
        m_nour->kill();
        QVERIFY(put(partOf(cid, path), data) && QFile::rename(partOf(cid, path), path));
        QVERIFY(QFile::remove(m_marie->path(u"out-300000"_s))); // there is nothing to fetch
        QVERIFY(meetAgain());
        QVERIFY(bothSay(cid, PeerFileState::Whole));
        QCOMPARE(pathAt(*m_nour, *m_marie, cid), path);
        QVERIFY(!QFile::exists(m_nour->path(u"in (2).zip"_s)));
    }

    void anotherFileOfThatNameAndSizeIsNotTakenForIt()
    {
        m_marie->node().dial(m_nour->address());
        const QByteArray data = noise(300'000);
        const Cid cid = offer(data);
        const QString path = m_nour->path(u"in.zip"_s);
        QVERIFY(acceptWhileAway(cid, path));
        m_nour->kill();
        QVERIFY(QFile::remove(partOf(cid, path)) && put(path, QByteArray(data.size(), 'x')));
        QVERIFY(meetAgain());
        QVERIFY(bothSay(cid, PeerFileState::Whole));
        QCOMPARE(contents(path), QByteArray(data.size(), 'x'));
        QCOMPARE(contents(m_nour->path(u"in (2).zip"_s)) == data, true);
    }

    void cutWhileItIsCheckedItBecomesWholeAndIsSaidLater()
    {
        m_marie->node().dial(m_nour->address());
        const QByteArray data = noise(48'000'000);
        const Cid cid = offer(data);
        const QString path = m_nour->path(u"in.zip"_s);
        QVERIFY(acceptWhileAway(cid, path));
        m_nour->kill();
        QVERIFY(put(partOf(cid, path), data)); // all of it came, and then the program ended
        QVERIFY(QFile::remove(m_marie->path(u"out-48000000"_s)));
        QVERIFY(meetAgain());
        QVERIFY(becomes([&] { return m_nour->isDirectTo(*m_marie); }));
        m_marie->kill();
        QVERIFY(becomes([&] { return stateAt(*m_nour, *m_marie, cid) == PeerFileState::Whole; }));
        QCOMPARE(contents(path) == data, true);
        QVERIFY(meetAgain());
        QVERIFY(bothSay(cid, PeerFileState::Whole));
        QCOMPARE(pathAt(*m_nour, *m_marie, cid), path);
    }

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

    void whatWouldNotFitIsNotTaken()
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
        QCOMPARE(stateAt(*m_nour, *m_marie, cid), PeerFileState::Offered);
        QVERIFY(!QFile::exists(partOf(cid, path)));
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

    void askedAnewWhileItIsOnItsWayItStillArrives()
    {
        m_marie->node().dial(m_nour->address());
        const QByteArray data = noise(8'000'000);
        const Cid cid = offer(data);
        PeerTransfers *transfers = m_nour->node().transfers(m_marie->key());
        const QString path = m_nour->path(u"in.zip"_s);
        transfers->accept(cid, path);
        for (int i = 0; i < 3; ++i) {
            const qint64 before = QFileInfo(partOf(cid, path)).size();
            QVERIFY(becomes([&] { return QFileInfo(partOf(cid, path)).size() > before; }));
            transfers->pause(cid);
            transfers->accept(cid, path);
        }
        QVERIFY(bothSay(cid, PeerFileState::Whole));
        QCOMPARE(contents(path) == data, true);
        QVERIFY(m_nour->isDirectTo(*m_marie));
    }

    void endsOfNoMeaningChangeNothing()
    {
        m_marie->node().dial(m_nour->address());
        const Cid cid = offer(noise(1000));
        QVERIFY(becomes([&] { return m_nour->isDirectTo(*m_marie); }));
        PeerLink *link = m_nour->node().conversation(m_marie->key())->link();
        for (const int outcome : { 0, 6, 100, 240, 255 })
            link->send(PeerFileEnd{ cid, PeerFileOutcome(outcome) });
        m_nour->node().transfers(m_marie->key())->decline(cid);
        QVERIFY(bothSay(cid, PeerFileState::Declined));
    }

    void onlyWhatWasOfferedLeavesTheDevice()
    {
        m_marie->node().dial(m_nour->address());
        QVERIFY(becomes([&] { return m_nour->isDirectTo(*m_marie); }));
        // A file that Nour offered herself, asked of Marie; and a cid that nobody knows.
        PeerLink *link = m_nour->node().conversation(m_marie->key())->link();
        QVERIFY(m_marie->say(*m_nour, u"no file"_s));
        QVERIFY(becomes([&] { return m_nour->entries(*m_marie).size() == 1; }));
        QSignalSpy received(link, &PeerLink::received);
        link->send(PeerAcceptFile{ m_nour->entries(*m_marie).first().cid, 0 });
        link->send(PeerAcceptFile{ QUuid::createUuid(), 0 });
        QVERIFY(becomes([&] { return received.size() == 2; }));
        for (const auto &one : received)
            QCOMPARE(decode<PeerFileEnd>(one.first().value<Envelope>())->outcome, PeerFileOutcome::Unavailable);
    }
};

QTEST_GUILESS_MAIN(TestPeerTransfer)
#include "tst_peer_transfer.moc"
