// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/fault_proxy.h"
#include "tests/unit/peer/device.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

namespace {

QStringList numbered(const QString &prefix, int count)
{
    QStringList texts;
    for (int i = 1; i <= count; ++i)
        texts.append(prefix + QString::number(i));
    return texts;
}

/// What the other wrote, without our own.
QStringList theirs(Device &device, const Device &other)
{
    QStringList lines = device.lines(other);
    lines.removeIf([](const QString &line) { return line.startsWith(u'+'); });
    return lines;
}

} // namespace

/// Messages between two devices: in order, each exactly once, whatever happens to links and programs.
class TestPeerConversation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textsGoBothWays()
    {
        Device marie(u"Marie"_s);
        Device nour(u"Nour"_s);
        QVERIFY(marie.start() && nour.start());
        marie.node().dial(nour.address());
        QVERIFY(becomes([&] { return marie.isDirectTo(nour) && nour.isDirectTo(marie); }));
        QVERIFY(marie.say(nour, u"Bonjour ☕"_s));
        QVERIFY(becomes([&] { return nour.lines(marie) == QStringList{ u"Bonjour ☕"_s }; }));
        QVERIFY(nour.say(marie, u"Salut\nMarie"_s));
        QVERIFY(becomes([&] { return marie.lines(nour) == (QStringList{ u"+Bonjour ☕"_s, u"Salut\nMarie"_s }); }));
        QVERIFY(becomes([&] { return marie.entries(nour).first().state == PeerEntryState::Delivered; }));
    }

    void whatMayNotBeSentIsRefusedHere()
    {
        Device marie(u"Marie"_s);
        Device nour(u"Nour"_s);
        QVERIFY(marie.start() && nour.start());
        QCOMPARE(marie.say(nour, u" "_s).error().code, ErrorCode::EmptyText);
        QCOMPARE(marie.say(nour, QString(20'000, u'x')).error().code, ErrorCode::TextTooLong);
        QCOMPARE(marie.queuedFor(nour), 0);
    }

    void whatIsOnItsWayToTheDiskIsCounted()
    {
        const QTemporaryDir folder;
        const SystemClock clock;
        PeerStore store(folder.filePath(u"people.db"_s));
        PeerConversation talk(store, clock, QByteArray(32, 'k'));
        const QSignalSpy failures(&talk, &PeerConversation::storeFailed);
        const QSignalSpy queued(&talk, &PeerConversation::entryQueued);
        const QSignalSpy notKept(&talk, &PeerConversation::notKept);
        QVERIFY(becomes([&] { return failures.count() == 1; })); // not opened yet
        const auto lost = talk.send(u"lost"_s);
        QVERIFY(lost);
        QCOMPARE(queued.count(), 1);
        QCOMPARE(queued.first().first().value<Cid>(), *lost);
        QCOMPARE(talk.queuedCount(), 1);
        QVERIFY(becomes([&] { return failures.count() == 2; }));
        QCOMPARE(talk.queuedCount(), 0);
        QCOMPARE(notKept.count(), 1);
        QCOMPARE(notKept.first().first().value<Cid>(), *lost);
        QVERIFY(becomes([opened = store.open()] { return opened.isFinished(); }));
        const QSignalSpy added(&talk, &PeerConversation::entryAdded);
        QVERIFY(talk.send(u"kept"_s));
        QCOMPARE(talk.queuedCount(), 1);
        QVERIFY(becomes([&] { return added.count() == 1; }));
        QCOMPARE(talk.queuedCount(), 1);
    }

    void anOutboxThatCouldNotBeReadIsReadLater()
    {
        const QTemporaryDir folder;
        const SystemClock clock;
        const QByteArray person(32, 'k');
        {
            PeerStore store(folder.filePath(u"people.db"_s));
            QVERIFY(becomes([opened = store.open()] { return opened.isFinished(); }));
            PeerConversation talk(store, clock, person);
            QVERIFY(talk.send(u"kept"_s));
        }
        PeerStore store(folder.filePath(u"people.db"_s));
        PeerConversation talk(store, clock, person);
        const QSignalSpy failures(&talk, &PeerConversation::storeFailed);
        QVERIFY(becomes([&] { return failures.count() == 1; }));
        QCOMPARE(talk.queuedCount(), 0);
        QVERIFY(becomes([opened = store.open()] { return opened.isFinished(); }));
        QVERIFY(becomes([&] { return talk.queuedCount() == 1; }));
        QCOMPARE(failures.count(), 1);
    }

    void whatIsWrittenWhileTheOtherIsAwayArrivesLater()
    {
        Device marie(u"Marie"_s);
        Device nour(u"Nour"_s);
        QVERIFY(marie.start() && nour.start());
        const Endpoint address = nour.address();
        marie.node().dial(address);
        QVERIFY(becomes([&] { return marie.isDirectTo(nour); }));
        nour.kill();
        QVERIFY(becomes([&] { return !marie.node().isReachable(nour.key()); }));
        const QStringList texts = numbered(u"m"_s, 60); // more than are in flight at once
        for (const QString &text : texts)
            QVERIFY(marie.say(nour, text));
        QVERIFY(becomes([&] { return marie.queuedFor(nour) == 60; }));
        // Both programs end before they meet again.
        marie.kill();
        QVERIFY(marie.start() && nour.start());
        QVERIFY(becomes([&] { return marie.queuedFor(nour) == 60; }));
        marie.node().dial(nour.address());
        QVERIFY(becomes([&] { return marie.queuedFor(nour) == 0; }));
        QCOMPARE(nour.lines(marie), texts);
    }

    void cutsAnywhereLoseAndDoubleNothing()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        Device marie(u"Marie"_s);
        Device nour(u"Nour"_s);
        QVERIFY(marie.start() && nour.start());
        FaultProxy proxy(nour.node().port(), seed);
        proxy.setCuts(3'000, 12'000);
        marie.node().dial(Endpoint::tcp(u"127.0.0.1"_s, proxy.port()));
        const QStringList ofMarie = numbered(u"m"_s, 300);
        const QStringList ofNour = numbered(u"n"_s, 300);
        for (int i = 0; i < 300; ++i) {
            QVERIFY(marie.say(nour, ofMarie[i]));
            QVERIFY(nour.say(marie, ofNour[i]));
        }
        const auto arrived = [&] {
            return theirs(nour, marie).size() >= 300 && theirs(marie, nour).size() >= 300;
        };
        QVERIFY(becomes(arrived, 60'000));
        QVERIFY(becomes([&] { return marie.queuedFor(nour) == 0 && nour.queuedFor(marie) == 0; }, 30'000));
        QCOMPARE(theirs(nour, marie), ofMarie);
        QCOMPARE(theirs(marie, nour), ofNour);
        QVERIFY2(proxy.cuts() > 3, qPrintable(QString::number(proxy.cuts())));
    }

    void killsLoseAndDoubleNothing()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        Device marie(u"Marie"_s);
        Device nour(u"Nour"_s);
        QVERIFY(marie.start() && nour.start());
        QStringList ofMarie;
        for (int round = 0; round < 30; ++round) {
            marie.node().dial(nour.address());
            for (int i = 0; i < 10; ++i) {
                ofMarie.append(u"m%1"_s.arg(ofMarie.size() + 1));
                QVERIFY(marie.say(nour, ofMarie.last()));
            }
            // Somewhere in the middle of it all, one of the two is gone. What was not stored yet was never written.
            QTest::qWait(random.bounded(25));
            Device &victim = round % 2 ? marie : nour;
            victim.kill();
            QVERIFY(victim.start());
        }
        marie.node().dial(nour.address());
        QVERIFY(becomes([&] { return marie.isDirectTo(nour) && marie.queuedFor(nour) == 0; }, 30'000));
        QCOMPARE(nour.lines(marie), ofMarie);
    }

    void whoIsBlockedAndAcceptedAgainLosesNothing()
    {
        Device marie(u"Marie"_s);
        Device nour(u"Nour"_s);
        QVERIFY(marie.start() && nour.start());
        marie.node().dial(nour.address());
        QVERIFY(marie.say(nour, u"un"_s) && marie.say(nour, u"deux"_s));
        QVERIFY(becomes([&] { return nour.lines(marie).size() == 2 && marie.queuedFor(nour) == 0; }));
        nour.node().block(marie.key());
        QVERIFY(becomes([&] { return !marie.isDirectTo(nour); }));
        QVERIFY(marie.say(nour, u"trois"_s) && marie.say(nour, u"quatre"_s));
        nour.node().accept(marie.key());
        QVERIFY(becomes([&] { return nour.lines(marie).size() >= 4 && marie.queuedFor(nour) == 0; }));
        QCOMPARE(nour.lines(marie), (QStringList{ u"un"_s, u"deux"_s, u"trois"_s, u"quatre"_s }));
    }

    void whoIsBlockedByAnAnswerToHisMessageIsGoneAtOnce()
    {
        Device marie(u"Marie"_s);
        Device nour(u"Nour"_s);
        QVERIFY(marie.start() && nour.start());
        marie.node().dial(nour.address());
        QVERIFY(becomes([&] { return marie.isDirectTo(nour) && nour.isDirectTo(marie); }));
        // Decided within the signal of the conversation that ends by it.
        connect(nour.node().conversation(marie.key()), &PeerConversation::entryAdded, &nour,
            [&] { nour.node().block(marie.key()); });
        QVERIFY(marie.say(nour, u"un"_s) && marie.say(nour, u"deux"_s));
        QVERIFY(becomes([&] { return !marie.isDirectTo(nour); }));
        QVERIFY(!nour.node().conversation(marie.key()));
        QVERIFY(nour.lines(marie).size() >= 1);
    }

    void aDeviceThatLostItsDataIsUnderstood()
    {
        Device marie(u"Marie"_s);
        auto nour = std::make_unique<Device>(u"Nour"_s);
        QVERIFY(marie.start() && nour->start());
        marie.node().dial(nour->address());
        for (int i = 0; i < 5; ++i)
            QVERIFY(marie.say(*nour, u"before"_s));
        QVERIFY(becomes([&] { return nour->lines(marie).size() == 5 && marie.queuedFor(*nour) == 0; }));
        nour->kill();
        for (const char *suffix : { "", "-wal", "-shm", ".open" })
            QFile::remove(nour->path(u"peers.db"_s + QLatin1StringView(suffix)));
        QVERIFY(nour->start());
        QVERIFY(marie.say(*nour, u"after"_s));
        marie.node().dial(nour->address());
        QVERIFY(becomes([&] { return nour->lines(marie) == QStringList{ u"after"_s }; }));
        QVERIFY(nour->say(marie, u"new here"_s));
        QVERIFY(becomes([&] { return marie.lines(*nour).endsWith(u"new here"_s); }));
    }

    void anOlderCopyOfTheDataDoublesNothing()
    {
        Device marie(u"Marie"_s);
        Device nour(u"Nour"_s);
        QVERIFY(marie.start() && nour.start());
        QVERIFY(marie.say(nour, u"un"_s) && marie.say(nour, u"deux"_s));
        QVERIFY(becomes([&] { return marie.queuedFor(nour) == 2; }));
        marie.kill();
        QFile::copy(marie.path(u"peers.db"_s), marie.path(u"copy.db"_s));
        QVERIFY(marie.start());
        marie.node().dial(nour.address());
        QVERIFY(marie.say(nour, u"trois"_s));
        QVERIFY(becomes([&] { return nour.lines(marie).size() == 3; }));
        marie.kill();
        for (const char *suffix : { "", "-wal", "-shm" })
            QFile::remove(marie.path(u"peers.db"_s + QLatin1StringView(suffix)));
        QVERIFY(QFile::rename(marie.path(u"copy.db"_s), marie.path(u"peers.db"_s)));
        QVERIFY(marie.start());
        marie.node().dial(nour.address());
        QVERIFY(marie.say(nour, u"quatre"_s));
        QVERIFY(becomes([&] { return nour.lines(marie).contains(u"quatre"_s) && marie.queuedFor(nour) == 0; }));
        QCOMPARE(nour.lines(marie), (QStringList{ u"un"_s, u"deux"_s, u"trois"_s, u"quatre"_s }));
    }
};

QTEST_GUILESS_MAIN(TestPeerConversation)
#include "tst_peer_conversation.moc"
