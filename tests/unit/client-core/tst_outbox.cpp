// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/unit/client-core/rig.h"

#include <QSignalSpy>

using namespace salon;
using namespace salon::test;
using namespace Qt::StringLiterals;

class TestOutbox : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void isSafeOnDiskBeforeItIsSent();
    void keepsTheOrderAndSendsAllOnce();
    void neverMoreThanSixteenUnansweredPerRoom();
    void survivesACutAfterEveryFrame_data();
    void survivesACutAfterEveryFrame();
    void survivesAKillAtEveryStep();
    void goesOnAfterTheServerWasRestored();
    void numbersAnewWhenTheNumberIsUsed();
    void permanentRefusalFailsTheEntryAndNotTheNext();
    void temporaryRefusalWaitsAndKeepsTheOrder();
    void refusedTogetherIsOneRefusal();
    void oneBlockedRoomDoesNotHoldUpAnother();
    void failedOnesCanBeRetriedEditedDiscarded();
    void retriedOneIsOnDiskAtEveryMoment();
    void numberIsOnDiskBeforeTheMessageGoesOut();
    void whatMayBeStoredIsNotTakenBackBeforeTheAnswer();
    void refusedOneIsSurelyNotStored();
    void takenBackBecomesADraftInOneStep();
    void discardedInTheMiddleLeavesNoHole();
    void receiverMayDiscardWhatIsSent();
    void receiverMayDiscardWhatACutInterrupted();
    void answerThatNamesAnotherMessageIsNotBelieved();
    void fullDiskHereIsAFailureWithTheTextKept();
    void eventBeforeTheAnswerCounts();
    void eventOfSomebodyElseWithOurCidIsIgnored();
    void leavingTheRoomFailsWhatWaits();
    void draftsSurvive();
    void draftOfAnEditLeavesTheNewMessage();
    void countsWhatIsUnsent();

private:
    [[nodiscard]] QStringList statesOf(RoomId room) const;
    void waitUntilAllArrived(const QStringList &texts, RoomId room = General);
    /// Online, and as many messages as allowed may go out at once in both rooms.
    void goOnlineAtFullSpeed();

    std::unique_ptr<World> m_world;
    std::unique_ptr<Rig> m_rig;
};

void TestOutbox::init()
{
    m_rig.reset();
    m_world = std::make_unique<World>();
    m_rig = m_world->makeRig();
    QTRY_VERIFY(m_rig->sync.isLoaded());
}

QStringList TestOutbox::statesOf(RoomId room) const
{
    QStringList states;
    for (const OutboxEntry &entry : m_rig->outbox.entriesOf(room))
        states.append(QString::number(int(entry.state)));
    return states;
}

void TestOutbox::waitUntilAllArrived(const QStringList &texts, RoomId room)
{
    QTRY_COMPARE(m_world->server.textsOf(room), texts);
    QTRY_VERIFY(m_rig->outbox.entries().isEmpty());
    QTRY_VERIFY(m_world->disk.records.isEmpty());
}

void TestOutbox::goOnlineAtFullSpeed()
{
    m_rig->goOnline();
    for (const RoomId room : { General, Ops }) {
        for (int i = 0; i < 16; ++i)
            m_rig->outbox.queue(room, u"warm"_s);
    }
    QTRY_VERIFY(m_rig->outbox.entries().isEmpty());
    m_world->server.forgetReceived();
}

void TestOutbox::isSafeOnDiskBeforeItIsSent()
{
    m_rig->goOnline();
    QList<SendState> states;
    connect(&m_rig->outbox, &Outbox::entryChanged, this, [&](const OutboxEntry &entry) {
        if (states.isEmpty())
            QCOMPARE(m_world->disk.records.size(), 1); // before anything else
        states.append(entry.state);
    });
    const Cid cid = m_rig->outbox.queue(General, u"hello"_s);
    QCOMPARE(m_rig->outbox.find(cid)->state, SendState::Saving);
    waitUntilAllArrived({ u"hello"_s });
    QVERIFY(states.startsWith(SendState::Queued));
    QCOMPARE(states.value(1), SendState::Sending);
}

void TestOutbox::keepsTheOrderAndSendsAllOnce()
{
    QStringList texts;
    for (int i = 0; i < 100; ++i) {
        texts.append(u"text %1"_s.arg(i));
        m_rig->outbox.queue(General, texts.last());
    }
    m_rig->goOnline();
    waitUntilAllArrived(texts);
}

void TestOutbox::neverMoreThanSixteenUnansweredPerRoom()
{
    goOnlineAtFullSpeed();
    m_world->server.intercept = [](FakeChannel *, const Envelope &request) {
        return request.is(MessageType::SendMessage);
    };
    for (int i = 0; i < 40; ++i)
        m_rig->outbox.queue(General, QString::number(i));
    for (int i = 0; i < 3; ++i)
        m_rig->outbox.queue(Ops, QString::number(i));
    const auto isSaving = [](const OutboxEntry &entry) {
        return entry.state == SendState::Saving;
    };
    QTRY_VERIFY(std::ranges::none_of(m_rig->outbox.entries(), isSaving));
    QTRY_COMPARE(m_world->server.received(MessageType::SendMessage).size(), 16 + 3);
    m_rig->session->notify(Typing{ General }); // comes after all that was sent before it
    QTRY_COMPARE(m_world->server.received(MessageType::Typing).size(), 1);
    QCOMPARE(m_world->server.received(MessageType::SendMessage).size(), 16 + 3);
}

void TestOutbox::survivesACutAfterEveryFrame_data()
{
    QTest::addColumn<int>("frames");
    QTest::addColumn<bool>("answersLost");
    for (const int frames : { 1, 2, 3, 8, 15, 16, 17, 20 }) {
        QTest::addRow("before-%d", frames) << frames << false;
        QTest::addRow("after-%d", frames) << frames << true;
    }
}

void TestOutbox::survivesACutAfterEveryFrame()
{
    QFETCH(int, frames);
    QFETCH(bool, answersLost);
    m_rig->goOnline();
    int seen = 0;
    bool processing = false;
    m_world->server.intercept = [&](FakeChannel *channel, const Envelope &request) {
        if (processing || !request.is(MessageType::SendMessage) || ++seen != frames)
            return false;
        if (answersLost) { // the server stores it, but nobody hears of that
            processing = true;
            const auto message = decode<SendMessage>(request);
            RoomEvent event;
            event.room = message->room;
            event.author = FakeServer::Me;
            event.cid = message->cid;
            event.text = message->text;
            m_world->server.append(event, false);
            processing = false;
        }
        Q_UNUSED(channel)
        QMetaObject::invokeMethod(
            &m_world->server, [this] { m_world->server.cut(); }, Qt::QueuedConnection);
        return true;
    };
    QStringList texts;
    for (int i = 0; i < 20; ++i) {
        texts.append(u"t%1"_s.arg(i));
        m_rig->outbox.queue(General, texts.last());
    }
    waitUntilAllArrived(texts);
}

void TestOutbox::survivesAKillAtEveryStep()
{
    // What a kill leaves is what is on disk at that moment: take a copy after every change of the world, then start a
    // new client from each copy against the server as it was left.
    m_rig->goOnline();
    QList<QList<OutboxRecord>> disks;
    const auto snapshot = [&] {
        disks.append(m_world->disk.records);
    };
    connect(&m_rig->outbox, &Outbox::entryChanged, this, snapshot);
    connect(&m_rig->outbox, &Outbox::entryRemoved, this, snapshot);
    QStringList texts;
    for (int i = 0; i < 5; ++i) {
        texts.append(u"k%1"_s.arg(i));
        m_rig->outbox.queue(General, texts.last());
        snapshot();
    }
    waitUntilAllArrived(texts);
    QVERIFY2(disks.size() >= 20, QByteArray::number(disks.size()));
    m_rig.reset();
    for (const QList<OutboxRecord> &disk : std::as_const(disks)) {
        m_world->disk.records = disk;
        m_rig = m_world->makeRig();
        m_rig->goOnline();
        waitUntilAllArrived(texts); // nothing new: all of them were there
        m_rig.reset();
    }
}

void TestOutbox::goesOnAfterTheServerWasRestored()
{
    m_rig->goOnline();
    for (int i = 0; i < 3; ++i)
        m_rig->outbox.queue(General, QString::number(i));
    waitUntilAllArrived({ u"0"_s, u"1"_s, u"2"_s });
    // The server knows nothing of this device's counters any more; the client learns it by being refused.
    m_world->server.intercept = [this](FakeChannel *channel, const Envelope &request) {
        const auto message = decode<SendMessage>(request);
        if (!message || message->counter <= 2)
            return false;
        m_world->server.refuse(channel, request, ErrorCode::CounterSkipped, { u"1"_s }, 0);
        m_world->server.intercept = nullptr;
        return true;
    };
    m_rig->outbox.queue(General, u"after"_s);
    // Its second word on numbers is believed after a pause.
    QTRY_VERIFY((m_world->clock.advance(100), m_world->server.textsOf(General).last() == u"after"_s));
    QTRY_VERIFY(m_rig->outbox.entries().isEmpty());
}

void TestOutbox::numbersAnewWhenTheNumberIsUsed()
{
    // Another copy of this installation sent in between: the numbers here are used already.
    m_rig->goOnline();
    m_rig->outbox.queue(General, u"one"_s);
    waitUntilAllArrived({ u"one"_s });
    bool once = false;
    Cid refused;
    m_world->server.intercept = [&](FakeChannel *channel, const Envelope &request) {
        const auto message = decode<SendMessage>(request);
        if (!message || std::exchange(once, true))
            return false;
        refused = message->cid;
        m_world->server.refuse(channel, request, ErrorCode::CounterReused, { u"2"_s });
        return true;
    };
    const Cid cid = m_rig->outbox.queue(General, u"two"_s);
    waitUntilAllArrived({ u"one"_s, u"two"_s });
    QCOMPARE(refused, cid);
    QCOMPARE(m_world->server.room(General).log.last().cid, cid);
}

void TestOutbox::permanentRefusalFailsTheEntryAndNotTheNext()
{
    m_rig->goOnline();
    m_rig->outbox.queue(General, u"before"_s);
    const Cid cid = m_rig->outbox.queue(General, u"refuse me"_s);
    m_rig->outbox.queue(General, u"after"_s);
    QTRY_COMPARE(m_world->server.textsOf(General), (QStringList{ u"before"_s, u"after"_s }));
    QTRY_COMPARE(m_rig->outbox.entries().size(), 1);
    QCOMPARE(m_rig->outbox.find(cid)->state, SendState::Failed);
    QCOMPARE(m_rig->outbox.find(cid)->error.code, ErrorCode::NotPermitted);
    QCOMPARE(m_rig->outbox.find(cid)->text, u"refuse me"_s);
    QTRY_VERIFY(!m_world->disk.records.isEmpty() && m_world->disk.records.first().failed);
    // It stays failed after a restart, with its reason.
    m_rig.reset();
    m_rig = m_world->makeRig();
    m_rig->goOnline();
    QCOMPARE(m_rig->outbox.find(cid)->state, SendState::Failed);
    QCOMPARE(m_rig->outbox.find(cid)->error.code, ErrorCode::NotPermitted);
}

void TestOutbox::temporaryRefusalWaitsAndKeepsTheOrder()
{
    m_rig->goOnline();
    int refusals = 0;
    m_world->server.intercept = [&](FakeChannel *channel, const Envelope &request) {
        if (!request.is(MessageType::SendMessage) || refusals == 3)
            return false;
        ++refusals;
        m_world->server.refuse(channel, request, ErrorCode::RateLimited, {}, 20);
        return true;
    };
    QStringList texts;
    for (int i = 0; i < 30; ++i) {
        texts.append(QString::number(i));
        m_rig->outbox.queue(General, texts.last());
    }
    QTRY_VERIFY(!m_rig->outbox.entries().isEmpty() && m_rig->outbox.entries().first().isDelayed);
    QCOMPARE(m_rig->outbox.entries().first().error.code, ErrorCode::RateLimited);
    QTRY_VERIFY((m_world->clock.advance(1000), m_world->server.textsOf(General) == texts));
    waitUntilAllArrived(texts);
}

void TestOutbox::refusedTogetherIsOneRefusal()
{
    SendLane lane;
    QList<OutboxEntry> entries(16);
    QList<OutboxEntry *> waiting;
    for (OutboxEntry &entry : entries)
        waiting.append(&entry);
    lane.begin(waiting, 0);
    QVERIFY(!lane.isFull());
    lane.take();
    QVERIFY(lane.isFull());
    lane.accepted(false);
    lane.take();
    QVERIFY(lane.isFull()); // it may have been there before: its number says nothing
    for (int i = 0; i < 16; ++i)
        lane.accepted(true);
    for (OutboxEntry &entry : entries) {
        QVERIFY(!lane.isFull());
        entry.counter = lane.nextNumber();
        lane.take();
    }
    QVERIFY(lane.isFull());
    const Error limited{ ErrorCode::RateLimited, {}, {}, 500 };
    for (int round = 0; round < 20; ++round) {
        const qint64 nowMs = 1000 + 1000 * round;
        for (int i = 0; i < (round == 0 ? 16 : 1); ++i)
            QVERIFY(lane.refused(limited, nowMs));
        // What the server named and a bit, however many and however often.
        QVERIFY2(lane.heldUntilMs() >= nowMs + 500 && lane.heldUntilMs() <= nowMs + 700,
            QByteArray::number(lane.heldUntilMs() - nowMs));
        QVERIFY(!lane.isHeld(nowMs + 700));
        lane.recover(waiting);
        QVERIFY(!lane.isFull());
        lane.take();
        QVERIFY(lane.isFull()); // one at a time until one is accepted
    }
    lane.accepted(true);
    lane.take();
    QVERIFY(!lane.isFull());
    // Without a named time it is a quarter of a second for all of a round, and doubles with each round.
    const Error busy{ ErrorCode::ServerBusy };
    lane.take();
    QVERIFY(lane.refused(busy, 50'000));
    QVERIFY(lane.refused(busy, 50'000));
    QVERIFY(lane.heldUntilMs() <= 50'000 + 320);
    lane.recover(waiting);
    lane.take();
    QVERIFY(lane.refused(busy, 60'000));
    QVERIFY(lane.heldUntilMs() >= 60'500);
}

void TestOutbox::oneBlockedRoomDoesNotHoldUpAnother()
{
    m_rig->goOnline();
    m_world->server.intercept = [&](FakeChannel *channel, const Envelope &request) {
        const auto message = decode<SendMessage>(request);
        if (!message || message->room != General)
            return false;
        m_world->server.refuse(channel, request, ErrorCode::StorageFull, {}, 60'000);
        return true;
    };
    m_rig->outbox.queue(General, u"blocked"_s);
    m_rig->outbox.queue(Ops, u"free"_s);
    QTRY_COMPARE(m_world->server.textsOf(Ops), QStringList{ u"free"_s });
    QCOMPARE(m_rig->outbox.entriesOf(General).size(), 1);
}

void TestOutbox::failedOnesCanBeRetriedEditedDiscarded()
{
    m_rig->goOnline();
    QList<Cid> cids;
    for (int i = 0; i < 3; ++i)
        cids.append(m_rig->outbox.queue(General, u"refuse me"_s));
    QTRY_COMPARE(statesOf(General), QStringList(3, QString::number(int(SendState::Failed))));
    m_rig->outbox.discard(cids[0]);
    QCOMPARE(m_rig->outbox.takeBack(cids[1]), u"refuse me"_s);
    QVERIFY(m_rig->outbox.takeBack(cids[1]).isEmpty());
    m_world->server.intercept = [this](FakeChannel *channel, const Envelope &request) {
        const auto message = decode<SendMessage>(request);
        if (!message)
            return false;
        RoomEvent event;
        event.room = message->room;
        event.author = FakeServer::Me;
        event.cid = message->cid;
        event.text = u"accepted now"_s;
        event = m_world->server.append(event);
        m_world->server.reply(channel, request, Sent{ event.room, event.cid, event.seq, event.timeMs });
        return true;
    };
    m_rig->outbox.retry(cids[2]);
    waitUntilAllArrived({ u"accepted now"_s });
    QCOMPARE(m_world->server.room(General).log.last().cid, cids[2]);
}

void TestOutbox::retriedOneIsOnDiskAtEveryMoment()
{
    m_rig->goOnline();
    const Cid cid = m_rig->outbox.queue(General, u"refuse me"_s);
    QTRY_VERIFY(!m_world->disk.records.isEmpty() && m_world->disk.records.first().failed);
    m_world->server.intercept = [](FakeChannel *, const Envelope &request) {
        return request.is(MessageType::SendMessage);
    };
    QList<qsizetype> sizes;
    m_world->disk.wrote = [&] {
        sizes.append(m_world->disk.records.size());
    };
    m_rig->outbox.retry(cid);
    QTRY_COMPARE(m_rig->outbox.find(cid)->state, SendState::Sending);
    m_rig.reset(); // writes what was still to be written
    QVERIFY(!sizes.isEmpty());
    QCOMPARE(sizes, QList<qsizetype>(sizes.size(), 1));
    QVERIFY(!m_world->disk.records.first().failed);
    m_world->disk.wrote = nullptr;
}

void TestOutbox::numberIsOnDiskBeforeTheMessageGoesOut()
{
    // Else a kill lets the same message come again under another number, and what the killed program still had on its
    // way can overtake it.
    int wrong = 0;
    bool skipped = false;
    m_world->server.intercept = [&](FakeChannel *channel, const Envelope &request) {
        const auto message = decode<SendMessage>(request);
        if (!message)
            return false;
        const auto kept = std::ranges::find(m_world->disk.records, message->cid, &OutboxRecord::cid);
        if (kept == m_world->disk.records.end() || kept->counter != message->counter || !kept->mayBeStored)
            ++wrong;
        if (message->counter < 5 || std::exchange(skipped, true))
            return false;
        m_world->server.refuse(channel, request, ErrorCode::CounterReused, { u"9"_s });
        return true;
    };
    QStringList texts;
    for (int i = 0; i < 200; ++i) {
        texts.append(QString::number(i));
        m_rig->outbox.queue(General, texts.last());
        if (i == 100)
            m_rig->goOnline();
    }
    QTRY_COMPARE(m_world->server.textsOf(General), texts);
    QCOMPARE(wrong, 0);
}

void TestOutbox::whatMayBeStoredIsNotTakenBackBeforeTheAnswer()
{
    const Cid neverSent = m_rig->outbox.queue(Ops, u"never sent"_s);
    QTRY_COMPARE(m_rig->outbox.find(neverSent)->state, SendState::Queued);
    QCOMPARE(m_rig->outbox.takeBack(neverSent), u"never sent"_s);
    m_rig->goOnline();
    m_world->server.intercept = [](FakeChannel *, const Envelope &request) {
        return request.is(MessageType::SendMessage);
    };
    const Cid cid = m_rig->outbox.queue(General, u"perhaps"_s);
    QTRY_COMPARE(m_world->server.received(MessageType::SendMessage).size(), 1);
    QVERIFY(m_world->disk.records.first().mayBeStored); // before it went out
    m_world->server.reachable = false;
    m_world->server.cut();
    QCOMPARE(m_rig->outbox.find(cid)->state, SendState::Queued);
    QVERIFY(m_rig->outbox.takeBack(cid).isEmpty());
    QCOMPARE(m_rig->outbox.takeBackIntoDraft(cid), OutboxRemoval::MayBeStored);
    QCOMPARE(m_rig->outbox.discard(cid), OutboxRemoval::MayBeStored);
    m_rig.reset();
    m_rig = m_world->makeRig(); // another run knows it, too
    QTRY_VERIFY(m_rig->outbox.find(cid));
    QCOMPARE(m_rig->outbox.discard(cid), OutboxRemoval::MayBeStored);
    m_world->server.reachable = true;
    m_world->server.intercept = nullptr;
    m_rig->goOnline();
    waitUntilAllArrived({ u"perhaps"_s });
}

void TestOutbox::refusedOneIsSurelyNotStored()
{
    m_rig->goOnline();
    m_world->server.intercept = [&](FakeChannel *channel, const Envelope &request) {
        if (request.is(MessageType::SendMessage))
            m_world->server.refuse(channel, request, ErrorCode::RateLimited, {}, 60'000);
        return request.is(MessageType::SendMessage);
    };
    const Cid cid = m_rig->outbox.queue(General, u"too fast"_s);
    QTRY_VERIFY(m_rig->outbox.find(cid)->isDelayed);
    QVERIFY(!m_rig->outbox.find(cid)->mayBeStored);
    QCOMPARE(m_rig->outbox.takeBack(cid), u"too fast"_s);
}

void TestOutbox::takenBackBecomesADraftInOneStep()
{
    const Cid cid = m_rig->outbox.queue(General, u"text"_s);
    QTRY_COMPARE(m_rig->outbox.find(cid)->state, SendState::Queued);
    m_rig->outbox.drafts().set(General, { u"begun since"_s });
    int writes = 0;
    m_world->disk.wrote = [&] {
        ++writes;
        QVERIFY(m_world->disk.records.isEmpty());
        QCOMPARE(m_world->disk.drafts.value(General).text, u"text\nbegun since"_s);
    };
    QCOMPARE(m_rig->outbox.takeBackIntoDraft(cid), OutboxRemoval::Done);
    QCOMPARE(writes, 1);
    QCOMPARE(m_rig->outbox.drafts().of(General).text, u"text\nbegun since"_s);
    QVERIFY(!m_rig->outbox.find(cid));
    QCOMPARE(m_rig->outbox.takeBackIntoDraft(cid), OutboxRemoval::NotThere);
    m_rig.reset();
    QCOMPARE(writes, 1);
    m_world->disk.wrote = nullptr;
    QCOMPARE(m_world->disk.drafts.value(General).text, u"text\nbegun since"_s);
}

void TestOutbox::discardedInTheMiddleLeavesNoHole()
{
    goOnlineAtFullSpeed();
    m_world->server.intercept = [](FakeChannel *, const Envelope &request) {
        return request.is(MessageType::SendMessage);
    };
    m_rig->outbox.queue(General, u"a"_s);
    const Cid middle = m_rig->outbox.queue(General, u"b"_s);
    m_rig->outbox.queue(General, u"c"_s);
    QTRY_COMPARE(m_world->server.received(MessageType::SendMessage).size(), 3);
    m_world->server.cut();
    m_world->server.intercept = nullptr;
    QCOMPARE(m_rig->outbox.discard(middle), OutboxRemoval::MayBeStored);
    QCOMPARE(m_rig->outbox.discard(middle, true), OutboxRemoval::Done);
    waitUntilAllArrived(QStringList(16, u"warm"_s) + QStringList{ u"a"_s, u"c"_s });
}

void TestOutbox::receiverMayDiscardWhatIsSent()
{
    QStringList texts;
    for (int i = 0; i < 5; ++i) {
        texts.append(QString::number(i));
        m_rig->outbox.queue(General, texts.last());
    }
    const Cid first = m_rig->outbox.entries().first().cid;
    connect(&m_rig->outbox, &Outbox::entryChanged, this, [&](const OutboxEntry &entry) {
        if (entry.cid == first && entry.state == SendState::Sending)
            QCOMPARE(m_rig->outbox.discard(first), OutboxRemoval::MayBeStored); // too late: it is on its way
    });
    m_rig->goOnline();
    waitUntilAllArrived(texts); // none overtook another
}

void TestOutbox::receiverMayDiscardWhatACutInterrupted()
{
    goOnlineAtFullSpeed();
    m_world->server.intercept = [](FakeChannel *, const Envelope &request) {
        return request.is(MessageType::SendMessage);
    };
    for (int i = 0; i < 10; ++i)
        m_rig->outbox.queue(General, QString::number(i));
    QTRY_COMPARE(m_world->server.received(MessageType::SendMessage).size(), 10);
    connect(&m_rig->outbox, &Outbox::entryChanged, this, [this] {
        while (m_rig->outbox.entries().size() > 1)
            m_rig->outbox.discard(m_rig->outbox.entries().first().cid, true);
    });
    m_world->server.cut();
    QCOMPARE(statesOf(General), QStringList{ QString::number(int(SendState::Queued)) });
    m_world->server.intercept = nullptr;
    waitUntilAllArrived(QStringList(16, u"warm"_s) + QStringList{ u"9"_s });
}

void TestOutbox::answerThatNamesAnotherMessageIsNotBelieved()
{
    goOnlineAtFullSpeed();
    QList<Envelope> asked;
    m_world->server.intercept = [&](FakeChannel *channel, const Envelope &request) {
        if (!request.is(MessageType::SendMessage))
            return false;
        asked.append(request);
        if (asked.size() == 2) {
            const auto first = decode<SendMessage>(asked[0]);
            m_world->server.reply(channel, asked[1], Sent{ General, first->cid, 1, 1 });
        }
        return true;
    };
    const Cid first = m_rig->outbox.queue(General, u"first"_s);
    const Cid second = m_rig->outbox.queue(General, u"second"_s);
    QTRY_COMPARE(m_rig->outbox.find(second)->state, SendState::Failed);
    QCOMPARE(m_rig->outbox.find(first)->state, SendState::Sending);
    QCOMPARE(m_world->disk.records.size(), 2);
}

void TestOutbox::fullDiskHereIsAFailureWithTheTextKept()
{
    m_rig->goOnline();
    m_world->disk.fails = true;
    const Cid cid = m_rig->outbox.queue(General, u"precious"_s);
    QTRY_COMPARE(m_rig->outbox.find(cid)->state, SendState::Failed);
    QCOMPARE(m_rig->outbox.find(cid)->text, u"precious"_s);
    QCOMPARE(m_rig->outbox.find(cid)->error.code, ErrorCode::StorageFull);
    m_world->disk.fails = false;
    m_rig->outbox.retry(cid);
    waitUntilAllArrived({ u"precious"_s });
}

void TestOutbox::eventBeforeTheAnswerCounts()
{
    m_rig->goOnline();
    m_world->server.intercept = [this](FakeChannel *, const Envelope &request) {
        const auto message = decode<SendMessage>(request);
        if (!message)
            return false;
        RoomEvent event;
        event.room = message->room;
        event.author = FakeServer::Me;
        event.cid = message->cid;
        event.text = message->text;
        m_world->server.append(event); // pushed, never answered
        return true;
    };
    m_rig->outbox.queue(General, u"pushed"_s);
    waitUntilAllArrived({ u"pushed"_s });
}

void TestOutbox::eventOfSomebodyElseWithOurCidIsIgnored()
{
    m_rig->goOnline();
    m_world->server.intercept = [](FakeChannel *, const Envelope &request) {
        return request.is(MessageType::SendMessage);
    };
    const Cid cid = m_rig->outbox.queue(General, u"mine"_s);
    QTRY_COMPARE(m_rig->outbox.find(cid)->state, SendState::Sending);
    RoomEvent forged;
    forged.room = General;
    forged.author = FakeServer::Jean;
    forged.cid = cid;
    forged.text = u"not yours"_s;
    m_world->server.append(forged);
    QTRY_COMPARE(m_rig->sync.last(General), Seq(1));
    QVERIFY(m_rig->outbox.find(cid));
}

void TestOutbox::leavingTheRoomFailsWhatWaits()
{
    const Cid cid = m_rig->outbox.queue(General, u"too late"_s);
    m_rig->outbox.noteRoomRemoved(General);
    QCOMPARE(m_rig->outbox.find(cid)->state, SendState::Failed);
    QCOMPARE(m_rig->outbox.find(cid)->error.code, ErrorCode::NotAMember);
}

void TestOutbox::draftOfAnEditLeavesTheNewMessage()
{
    const Draft answer{ u"half an answer"_s, 4 };
    const Draft edit{ u"half an edit"_s, 0, 7, TextFormat::Markdown };
    QSignalSpy changed(&m_rig->outbox, &Outbox::draftChanged);
    m_rig->outbox.drafts().set(General, answer);
    m_rig->outbox.drafts().set(General, edit);
    QCOMPARE(changed.size(), 1); // the list of rooms shows new messages only
    QCOMPARE(m_rig->outbox.drafts().of(General), answer);
    QCOMPARE(m_rig->outbox.drafts().editOf(General), edit);
    m_rig.reset();
    m_rig = m_world->makeRig();
    QTRY_COMPARE(m_rig->outbox.drafts().editOf(General), edit);
    QCOMPARE(m_rig->outbox.drafts().of(General), answer);
    m_rig->outbox.drafts().endEdit(General);
    QVERIFY(m_rig->outbox.drafts().editOf(General).isEmpty());
    QCOMPARE(m_rig->outbox.drafts().of(General), answer);
    QTRY_VERIFY(m_world->disk.edits.isEmpty());
}

void TestOutbox::draftsSurvive()
{
    m_rig->outbox.drafts().set(General, { u"half a sent"_s });
    m_rig->outbox.drafts().set(Ops, { u"gone"_s });
    m_rig->outbox.drafts().set(Ops, {});
    m_rig.reset();
    m_rig = m_world->makeRig();
    QSignalSpy loaded(&m_rig->outbox, &Outbox::loaded);
    QVERIFY(loaded.wait());
    QCOMPARE(m_rig->outbox.drafts().of(General).text, u"half a sent"_s);
    QCOMPARE(m_rig->outbox.drafts().rooms(), QList{ General });
}

void TestOutbox::countsWhatIsUnsent()
{
    QSignalSpy counted(&m_rig->outbox, &Outbox::unsentCountChanged);
    m_rig->outbox.queue(General, u"1"_s);
    m_rig->outbox.queue(General, u"2"_s);
    QCOMPARE(m_rig->outbox.unsentCount(), 2);
    m_rig->goOnline();
    QTRY_COMPARE(m_rig->outbox.unsentCount(), 0);
    QCOMPARE(counted.last()[0].toInt(), 0);
}

QTEST_GUILESS_MAIN(TestOutbox)
#include "tst_outbox.moc"
