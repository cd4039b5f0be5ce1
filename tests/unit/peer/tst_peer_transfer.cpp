// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/fault_proxy.h"
#include "tests/unit/peer/files_between_two.h"

#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

/// Files from device to device.
class TestPeerTransfer : public FilesBetweenTwo
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(startBoth()); }

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

    void theLastDecisionCounts_data()
    {
        QTest::addColumn<QString>("decisions");
        QTest::addColumn<PeerFileState>("state");
        QTest::addRow("accept, decline") << u"ad"_s << PeerFileState::Declined;
        QTest::addRow("accept, pause") << u"ap"_s << PeerFileState::Offered;
        QTest::addRow("accept, decline, accept") << u"ada"_s << PeerFileState::Whole;
        QTest::addRow("decline, accept") << u"da"_s << PeerFileState::Whole;
        QTest::addRow("accept, pause, accept, decline") << u"apad"_s << PeerFileState::Declined;
        QTest::addRow("accept twice") << u"aa"_s << PeerFileState::Whole;
    }
    /// However many steps those before still have to take.
    void theLastDecisionCounts()
    {
        QFETCH(const QString, decisions);
        QFETCH(const PeerFileState, state);
        m_marie->node().dial(m_nour->address());
        const Cid cid = offer(noise(1000));
        const Cid next = offer(noise(2000));
        PeerTransfers *transfers = m_nour->node().transfers(m_marie->key());
        const QString path = m_nour->path(u"in.zip"_s);
        for (const QChar decision : decisions) {
            if (decision == u'a')
                transfers->accept(cid, path);
            else if (decision == u'd')
                transfers->decline(cid);
            else
                transfers->pause(cid);
        }
        // What comes of them comes before what comes of the next one.
        transfers->accept(next, m_nour->path(u"next"_s));
        QVERIFY(bothSay(next, PeerFileState::Whole));
        QVERIFY(bothSay(cid, state));
        QCOMPARE(QFile::exists(path), state == PeerFileState::Whole);
        QVERIFY(!QFile::exists(partOf(cid, path)));
    }

    void askedForWhileItIsTakenBackItStaysHere()
    {
        m_marie->node().dial(m_nour->address());
        const Cid cid = offer(noise(1000));
        const Cid next = offer(noise(2000));
        QVERIFY(becomes([&] { return m_marie->isDirectTo(*m_nour); }));
        PeerTransfers *transfers = m_marie->node().transfers(m_nour->key());
        transfers->withdraw(cid);
        QVERIFY(transfers->take(*openEnvelope(encodeFrame(PeerAcceptFile{ cid, 0 }).sliced(4))));
        m_nour->node().transfers(m_marie->key())->accept(next, m_nour->path(u"next"_s));
        QVERIFY(bothSay(next, PeerFileState::Whole));
        QVERIFY(bothSay(cid, PeerFileState::Unavailable));
        QCOMPARE(pathAt(*m_marie, *m_nour, cid), QString());
    }

    void whatIsThereIsNotTakenBack()
    {
        m_marie->node().dial(m_nour->address());
        const Cid cid = offer(noise(1000));
        const Cid next = offer(noise(2000));
        m_nour->node().transfers(m_marie->key())->accept(cid, m_nour->path(u"in.zip"_s));
        QVERIFY(bothSay(cid, PeerFileState::Whole));
        m_marie->node().transfers(m_nour->key())->withdraw(cid);
        m_marie->node().transfers(m_nour->key())->withdraw(next);
        QVERIFY(bothSay(next, PeerFileState::Unavailable));
        QVERIFY(bothSay(cid, PeerFileState::Whole));
    }

    void declinedWhileTheOtherIsAwayItIsSaidLater()
    {
        m_marie->node().dial(m_nour->address());
        const Cid cid = offer(noise(1000));
        m_marie->kill();
        QVERIFY(becomes([&] { return !m_nour->node().isReachable(m_marie->key()); }));
        m_nour->node().transfers(m_marie->key())->decline(cid);
        QVERIFY(becomes([&] { return stateAt(*m_nour, *m_marie, cid) == PeerFileState::Declined; }));
        QVERIFY(meetAgain());
        QVERIFY(bothSay(cid, PeerFileState::Declined));
        // And who wants it after all gets it.
        m_nour->node().transfers(m_marie->key())->accept(cid, m_nour->path(u"in.zip"_s));
        QVERIFY(bothSay(cid, PeerFileState::Whole));
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

    void cutWhileItIsCheckedAndDamagedIsSaidLater()
    {
        m_marie->node().dial(m_nour->address());
        const QByteArray data = noise(48'000'000);
        const Cid cid = offer(data);
        const QString path = m_nour->path(u"in.zip"_s);
        QVERIFY(acceptWhileAway(cid, path));
        m_nour->kill();
        QVERIFY(put(partOf(cid, path), QByteArray(data.size(), 'x')));
        QVERIFY(meetAgain());
        QVERIFY(becomes([&] { return m_nour->isDirectTo(*m_marie); }));
        m_marie->kill();
        QVERIFY(becomes([&] { return stateAt(*m_nour, *m_marie, cid) == PeerFileState::Damaged; }));
        QVERIFY(meetAgain());
        QVERIFY(bothSay(cid, PeerFileState::Damaged));
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
