// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/peer/peer_conversation.h"
#include "shared/peer/peer_limits.h"
#include "shared/peer/store/peer_store.h"
#include "tests/support/wait_until.h"
#include "tests/unit/peer/link_pair.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

namespace {

constexpr qint64 DayMs = 24LL * 60 * 60 * 1000;

Cid numbered(quint64 number)
{
    return Cid(1, 2, 3, 4, 5, 6, 7, 8, 9, uchar(number >> 8), uchar(number));
}

PeerMessage message(quint64 counter, const QString &text = u"text"_s)
{
    PeerMessage message;
    message.cid = numbered(counter);
    message.counter = counter;
    message.timeMs = 1'790'000'000'000;
    message.text = text;
    return message;
}

#ifdef Q_OS_UNIX
/// While it lives no file of this process can grow, as on a disk that is full.
class FullDisk
{
public:
    FullDisk()
    {
        ::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit none = m_before;
        none.rlim_cur = 0;
        ::setrlimit(RLIMIT_FSIZE, &none);
    }
    ~FullDisk() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    Q_DISABLE_COPY_MOVE(FullDisk)

private:
    rlimit m_before{};
};
#endif

} // namespace

/// What somebody writes to this device: how fast it is taken, what of it, and what is said of it later.
class TestPeerInbox : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<LinkPair> m_pair;
    std::unique_ptr<PeerStore> m_store;
    std::unique_ptr<PeerConversation> m_talk;

    [[nodiscard]] QByteArray them() const { return m_pair->thereIdentity.key.publicKey; }

    /// As when the program starts; what is on disk stays.
    bool begin()
    {
        m_talk.reset();
        m_store = std::make_unique<PeerStore>(m_folder->filePath(u"peers.db"_s));
        const auto opened = m_store->open();
        if (!waitUntil([&] { return opened.isFinished(); }) || !opened.result())
            return false;
        m_talk = std::make_unique<PeerConversation>(*m_store, m_pair->clock, them());
        return true;
    }
    /// A new link, over which they are ready; ours is waited for.
    bool meet(const PeerReady &ready = {})
    {
        m_talk->detach();
        if (!m_pair->open())
            return false;
        connect(m_pair->here.get(), &PeerLink::received, m_talk.get(),
            [this](const Envelope &envelope) { (void)m_talk->take(envelope); });
        m_talk->attach(m_pair->here.get());
        m_pair->there->send(ready);
        return waitUntil([this] { return m_talk->isDirect() && !m_pair->heard<PeerReady>().isEmpty(); });
    }
    [[nodiscard]] QList<PeerEntry> entries()
    {
        const auto answer = m_store->history(them(), 0, 10'000);
        waitUntil([&] { return answer.isFinished(); });
        return answer.result().value_or(QList<PeerEntry>());
    }
    /// So many are stored and acknowledged, so many wait, and none is on its way.
    [[nodiscard]] bool settles(qsizetype stored, size_t held)
    {
        return waitUntil([&] {
            return m_pair->heard<PeerReceived>().size() == stored && m_talk->inbox().heldCount() == held;
        }) && entries().size() == stored;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_pair = std::make_unique<LinkPair>();
        QVERIFY(begin());
    }
    void cleanup()
    {
        m_talk.reset();
        m_store.reset();
        m_pair.reset();
    }

    void aBurstIsTakenAndThenTwoASecond()
    {
        QVERIFY(meet());
        for (quint64 counter = 1; counter <= 60; ++counter)
            m_pair->there->send(message(counter));
        QVERIFY(settles(20, 40));
        // More than may be unanswered: the link is not read, and lives.
        QVERIFY(m_pair->here->connection().isReadPaused());
        m_pair->clock.now += 1'000;
        QVERIFY(settles(22, 38));
        m_pair->clock.now += 10'000;
        QVERIFY(settles(42, 18));
        QVERIFY(m_pair->here->connection().isReadPaused());
        m_pair->clock.now += 1'000;
        QVERIFY(settles(44, 16));
        QVERIFY(!m_pair->here->connection().isReadPaused());
        m_pair->clock.now += 10'000;
        QVERIFY(settles(60, 0));
        const auto acknowledged = m_pair->heard<PeerReceived>();
        for (qsizetype i = 0; i < 60; ++i)
            QCOMPARE(acknowledged.at(i).counter, quint64(i + 1));
        QVERIFY(m_pair->isUp());
    }

    void whoWaitsForAnswersIsAlwaysRead()
    {
        QVERIFY(meet());
        for (quint64 counter = 1; counter <= 20 + quint64(MaxPeerUnanswered); ++counter)
            m_pair->there->send(message(counter));
        QVERIFY(settles(20, size_t(MaxPeerUnanswered)));
        // Files and everything else of this link go on.
        QVERIFY(!m_pair->here->connection().isReadPaused());
    }

    void longTextsAreTakenAtAMeasuredPaceToo()
    {
        QVERIFY(meet());
        QString longest;
        while (longest.size() < 16'300)
            longest += QString(99, u'x') + u'\n';
        for (quint64 counter = 1; counter <= 12; ++counter)
            m_pair->there->send(message(counter, longest));
        QVERIFY(settles(4, 8)); // 64 KiB
        m_pair->clock.now += 1'000;
        QVERIFY(settles(8, 4));
        m_pair->clock.now += 1'000;
        QVERIFY(settles(12, 0));
    }

    void aNewLinkIsNoNewBurst()
    {
        QVERIFY(meet());
        for (quint64 counter = 1; counter <= 30; ++counter)
            m_pair->there->send(message(counter));
        QVERIFY(settles(20, 10));
        QVERIFY(meet());
        QCOMPARE(m_pair->heard<PeerReady>().constFirst().received, 20u);
        QCOMPARE(m_talk->inbox().heldCount(), 0u);
        for (quint64 counter = 21; counter <= 30; ++counter)
            m_pair->there->send(message(counter));
        m_pair->clock.now += 1'000;
        QVERIFY(waitUntil([&] { return m_pair->heard<PeerReceived>().size() == 2; }));
        QCOMPARE(entries().size(), 22);
        QCOMPARE(m_talk->inbox().heldCount(), 8u);
    }

    void timesOfAnotherClockStayAmongOurs()
    {
        QVERIFY(meet());
        const qint64 wall = m_pair->clock.wall;
        const QList<qint64> theirs{ 0, 1, wall - DayMs, wall, wall + DayMs / 2, wall + 2 * DayMs, 1LL << 62 };
        for (qsizetype i = 0; i < theirs.size(); ++i) {
            PeerMessage one = message(quint64(i + 1));
            one.timeMs = theirs.at(i);
            m_pair->there->send(one);
        }
        QVERIFY(settles(theirs.size(), 0));
        constexpr qint64 Year2000 = 946'684'800'000;
        QList<qint64> times;
        for (const PeerEntry &entry : entries())
            times.append(entry.timeMs);
        QCOMPARE(times,
            (QList<qint64>{ Year2000, Year2000, wall - DayMs, wall, wall + DayMs / 2, wall + DayMs, wall + DayMs }));
    }

    void aSizeThatNoFileHasIsRefused()
    {
        QVERIFY(meet());
        PeerMessage file = message(1);
        file.fileName = u"a.zip"_s;
        file.fileHash = QByteArray(32, 'h');
        file.fileBytes = MaxPeerFileBytes + 1;
        m_pair->there->send(file);
        QVERIFY(waitUntil([&] { return m_pair->heard<PeerRefused>().size() == 1; }));
        QCOMPARE(entries().size(), 0);
        PeerEntry offer;
        offer.fileName = u"a.zip"_s;
        offer.fileBytes = MaxPeerFileBytes + 1;
        QCOMPARE(m_talk->offer(offer).error().code, ErrorCode::StorageFull);
    }

    void whatWasRefusedIsSaidAgainOverTheNextLinks()
    {
        QVERIFY(meet());
        m_pair->there->send(message(1));
        m_pair->there->send(message(2, u" "_s));
        m_pair->there->send(message(3));
        QVERIFY(waitUntil([&] { return m_pair->heard<PeerReceived>().size() == 2; }));
        const auto refused = m_pair->heard<PeerRefused>();
        QCOMPARE(refused.size(), 1);
        const QList<PeerRefusal> said{ { numbered(2), refused.constFirst().code } };
        QVERIFY(meet());
        QCOMPARE(m_pair->heard<PeerReady>().constFirst(), (PeerReady{ 3, numbered(3), said }));
        // Over a restart too, and as long as the other may not have heard of it.
        QVERIFY(begin() && meet());
        QCOMPARE(m_pair->heard<PeerReady>().constFirst(), (PeerReady{ 3, numbered(3), said }));
        for (quint64 counter = 4; counter <= 2 + quint64(MaxPeerUnanswered); ++counter)
            m_pair->there->send(message(counter));
        QVERIFY(waitUntil([&] { return m_pair->heard<PeerReceived>().size() == MaxPeerUnanswered - 1; }));
        QVERIFY(begin() && meet());
        QCOMPARE(m_pair->heard<PeerReady>().constFirst().refused, QList<PeerRefusal>());
    }

    void aRefusalThatWasLostIsNoDelivery()
    {
        QVERIFY(meet());
        const Cid first = *m_talk->send(u"one"_s);
        const Cid second = *m_talk->send(u"two"_s);
        const Cid third = *m_talk->send(u"three"_s);
        QVERIFY(waitUntil([&] { return m_pair->heard<PeerMessage>().size() == 3; }));
        QList<quint16> codes;
        connect(m_talk.get(), &PeerConversation::entryChanged, this,
            [&codes](const Cid &, PeerEntryState, quint16 code) { codes.append(code); });
        // They took the first and the last, and the link ended before they could say so.
        QVERIFY(meet(PeerReady{ 3, third, { { second, 304 } } }));
        QVERIFY(waitUntil([&] { return m_talk->queuedCount() == 0; }));
        m_talk->disconnect(this);
        QCOMPARE(codes, (QList<quint16>{ 0, 304, 0 }));
        const QList<PeerEntry> after = entries();
        QCOMPARE(after.size(), 3);
        QCOMPARE(after.at(0).state, PeerEntryState::Delivered);
        QCOMPARE(after.at(1).state, PeerEntryState::Failed);
        QCOMPARE(after.at(1).errorCode, 304);
        QCOMPARE(after.at(2).state, PeerEntryState::Delivered);
        QCOMPARE(after.at(0).cid, first);
    }

    void aFullDiskIsSaidOnceAndTriedAgain()
    {
#ifdef Q_OS_UNIX
        QVERIFY(meet());
        QSignalSpy failed(m_talk.get(), &PeerConversation::storeFailed);
        {
            const FullDisk full;
            for (quint64 counter = 1; counter <= 3; ++counter)
                m_pair->there->send(message(counter));
            QVERIFY(waitUntil([&] { return !failed.isEmpty(); }));
            QCOMPARE(m_talk->inbox().heldCount(), 3u);
            // Another link is no reason to try sooner.
            QVERIFY(m_pair->isUp());
            QVERIFY(meet());
            for (quint64 counter = 1; counter <= 3; ++counter)
                m_pair->there->send(message(counter));
            QVERIFY(waitUntil([&] { return m_talk->inbox().heldCount() == 3; }));
        }
        QVERIFY(settles(3, 0));
        QCOMPARE(failed.size(), 1);
        QVERIFY(m_pair->isUp());
#endif
    }
};

QTEST_GUILESS_MAIN(TestPeerInbox)
#include "tst_peer_inbox.moc"
