// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/models/timeline_model.h"
#include "tests/unit/client-core/rig.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace salon;
using namespace salon::test;
using namespace Qt::StringLiterals;

using Model = TimelineModel;

/// A history in memory, to hold pages back and to have a million rows.
class MemoryHistory final : public History
{
    Q_OBJECT
public:
    Answer<HistorySlice> before(RoomId, Seq before, int limit) override
    {
        const Seq end = before > 0 ? std::min(before - 1, m_last) : m_last;
        if (end < serverOnlyBelow) {
            ++asked;
            return ready<HistorySlice>(fail(ErrorCode::ConnectionLost));
        }
        return slice(std::max(Seq(1), end - limit + 1), end);
    }
    Answer<HistorySlice> after(RoomId, Seq after, int limit) override
    {
        return slice(after + 1, std::min(after + limit, m_last));
    }
    Seq last(RoomId) const override { return m_last; }

    void fill(Seq count) { m_last = count; }
    void say(const RoomEvent &event)
    {
        m_last = event.seq;
        special.insert(event.seq, event);
        Q_EMIT appended(General, { event }, 0);
    }
    [[nodiscard]] RoomEvent at(Seq seq) const
    {
        if (special.contains(seq))
            return special.value(seq);
        RoomEvent event;
        event.room = General;
        event.seq = seq;
        event.timeMs = 1'700'000'000'000 + seq * 60'000;
        event.author = seq % 4 < 2 ? FakeServer::Marie : FakeServer::Jean;
        event.authorName = seq % 4 < 2 ? u"Marie"_s : u"Jean"_s;
        event.text = u"text %1"_s.arg(seq);
        return event;
    }
    QHash<Seq, RoomEvent> special;
    bool fails = false;
    Seq serverOnlyBelow = 0; ///< not in the cache, and there is no connection
    Seq goneFrom = std::numeric_limits<Seq>::max();
    int asked = 0;

private:
    Answer<HistorySlice> slice(Seq first, Seq last)
    {
        ++asked;
        if (fails)
            return ready<HistorySlice>(fail(ErrorCode::ConnectionLost));
        HistorySlice slice;
        for (Seq seq = first; seq <= std::min(last, goneFrom - 1); ++seq)
            slice.events.append(at(seq));
        slice.atStart = first <= 1;
        slice.atEnd = last >= m_last;
        return ready<HistorySlice>(slice);
    }
    Seq m_last = 0;
};

class TestTimelineModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void opensOnTheNewestPage();
    void pagesBothWaysWithABoundedWindow();
    void jumpsToASeqAndBack();
    void rowsAreFoundBySeqAndCid();
    void groupsByAuthorAndFiveMinutes();
    void guestsAreShownUnderTheirOwnNames();
    void startsADayOnlyWhereOneStarts();
    void unreadLineIsFrozen();
    void unreadLineOutsideTheWindow();
    void echoTurnsIntoTheEventInPlace();
    void cidOfSomebodyElseLeavesTheEcho();
    void echoesStayBelowWhatArrives();
    void failedEchoTellsWhy();
    void discardedEchoGoes();
    void echoesOnlyAtTheEnd();
    void gapsAreRows();
    void systemLinesAreSentences();
    void renamedPeopleAreShownByTheirNewName();
    void emptyRoom();
    void firstEventsWhileTheEmptyRoomIsLoaded();
    void failedSideIsAskedAgainByAPersonOnly();
    void failedSidesAreFreeWhenTheServerIsBack();
    void failedFirstPageIsLoadedWhenTheServerIsBack();
    void failedJumpShowsWhatIsHereAndThePlaceLater();
    void failedJumpLeavesWhatIsShown();
    void endThatIsGoneForGoodIsTheEnd();
    void answersFromBeforeAJumpAreDropped();
    void twoTimelinesOfOneRoom();
    void resetLoadsAgain();
    void changesAreNarrow();
    void accessibleTextIsASentence();

private:
    void make(Seq count);
    [[nodiscard]] QVariant get(int row, int role) const { return m_model->index(row).data(role); }
    [[nodiscard]] RoomEvent next(AccountId author, const QString &text) const;

    std::unique_ptr<World> m_world;
    std::unique_ptr<Rig> m_rig;
    std::unique_ptr<MemoryHistory> m_history;
    std::unique_ptr<Model> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestTimelineModel::init()
{
    m_tester.reset();
    m_model.reset();
    m_rig.reset();
    m_world = std::make_unique<World>();
    m_rig = m_world->makeRig();
    m_rig->people.setSelf(Profile{ FakeServer::Me, u"me"_s, u"Moi"_s, PresenceState::Online, {}, 0 });
    m_history = std::make_unique<MemoryHistory>();
    QTRY_VERIFY(m_rig->sync.isLoaded());
}

void TestTimelineModel::make(Seq count)
{
    m_history->fill(count);
    m_model = std::make_unique<Model>(General, m_rig->sources(*m_history));
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTRY_VERIFY(!m_model->isLoading());
}

RoomEvent TestTimelineModel::next(AccountId author, const QString &text) const
{
    RoomEvent event = m_history->at(m_history->last(General) + 1);
    event.author = author;
    event.authorName = u"Somebody"_s;
    event.text = text;
    return event;
}

void TestTimelineModel::opensOnTheNewestPage()
{
    make(1'000'000);
    QCOMPARE(m_model->rowCount(), Model::PageRows);
    QCOMPARE(m_model->newestSeq(), Seq(1'000'000));
    QVERIFY(m_model->isAtEnd());
    QVERIFY(!m_model->isAtStart());
    QCOMPARE(get(99, Model::TextRole).toString(), u"text 1000000"_s);
    QCOMPARE(get(99, Model::AuthorNameRole).toString(), u"Marie"_s);
    QCOMPARE(get(99, Model::SendStateRole).toInt(), int(SendState::Stored));
    m_history->say(next(FakeServer::Jean, u"live"_s));
    QCOMPARE(m_model->rowCount(), Model::PageRows + 1);
    QCOMPARE(get(100, Model::TextRole).toString(), u"live"_s);
}

void TestTimelineModel::pagesBothWaysWithABoundedWindow()
{
    make(1000);
    m_model->setMaxRows(300);
    while (!m_model->isAtStart()) {
        const Seq oldest = m_model->oldestSeq();
        m_model->fetchOlder();
        QTRY_VERIFY(!m_model->isLoading());
        QCOMPARE(m_model->oldestSeq(), oldest - 100);
        QVERIFY(m_model->rowCount() <= 300);
    }
    QCOMPARE(m_model->oldestSeq(), Seq(1));
    QVERIFY(!m_model->isAtEnd());
    m_history->say(next(FakeServer::Jean, u"not shown yet"_s));
    QCOMPARE(m_model->newestSeq(), Seq(300));
    while (!m_model->isAtEnd()) {
        m_model->fetchNewer();
        QTRY_VERIFY(!m_model->isLoading());
        QVERIFY(m_model->rowCount() <= 300);
    }
    QCOMPARE(m_model->newestSeq(), Seq(1001));
    for (int row = 1; row < m_model->rowCount(); ++row)
        QCOMPARE(get(row, Model::SeqRole).toLongLong(), get(row - 1, Model::SeqRole).toLongLong() + 1);
}

void TestTimelineModel::jumpsToASeqAndBack()
{
    make(10'000);
    QSignalSpy jumped(m_model.get(), &Model::jumped);
    m_model->jumpToSeq(5000);
    QTRY_COMPARE(jumped.size(), 1);
    QCOMPARE(get(jumped[0][0].toInt(), Model::SeqRole).toLongLong(), Seq(5000));
    QVERIFY(!m_model->isAtEnd() && !m_model->isAtStart());
    QVERIFY(m_model->rowOfSeq(5000 - 30) >= 0 && m_model->rowOfSeq(5000 + 30) >= 0);
    m_model->jumpToSeq(5010);
    QCOMPARE(jumped.size(), 2); // at once: it is loaded
    m_model->jumpToLatest();
    QTRY_COMPARE(jumped.size(), 3);
    QVERIFY(m_model->isAtEnd());
    QCOMPARE(get(jumped[2][0].toInt(), Model::SeqRole).toLongLong(), Seq(10'000));
    m_model->jumpToSeq(2);
    QTRY_COMPARE(jumped.size(), 4);
    QVERIFY(m_model->isAtStart());
}

void TestTimelineModel::rowsAreFoundBySeqAndCid()
{
    RoomEvent event = m_history->at(50);
    event.cid = Cid::createUuid();
    m_history->special.insert(50, event);
    make(100);
    QCOMPARE(m_model->rowOfSeq(1), 0);
    QCOMPARE(m_model->rowOfSeq(100), 99);
    QCOMPARE(m_model->rowOfSeq(0), -1);
    QCOMPARE(m_model->rowOfSeq(101), -1);
    QCOMPARE(m_model->rowOfCid(event.cid), 49);
    QCOMPARE(m_model->rowOfCid({}), -1);
    QCOMPARE(m_model->rowOfCid(Cid::createUuid()), -1);
}

void TestTimelineModel::groupsByAuthorAndFiveMinutes()
{
    const qint64 noon = QDateTime(QDate(2026, 3, 3), QTime(12, 0)).toMSecsSinceEpoch();
    const QList<std::pair<AccountId, qint64>> lines{ { FakeServer::Marie, 0 }, { FakeServer::Marie, 299 },
        { FakeServer::Marie, 599 }, { FakeServer::Marie, 900 }, { FakeServer::Jean, 901 } };
    for (int i = 0; i < lines.size(); ++i) {
        RoomEvent event = m_history->at(i + 1);
        event.author = lines[i].first;
        event.timeMs = noon + lines[i].second * 1000;
        m_history->special.insert(i + 1, event);
    }
    make(lines.size());
    QList<bool> starts;
    for (int row = 0; row < m_model->rowCount(); ++row)
        starts.append(get(row, Model::StartsGroupRole).toBool());
    QCOMPARE(starts, (QList{ true, false, false, true, true }));
}

void TestTimelineModel::guestsAreShownUnderTheirOwnNames()
{
    const qint64 noon = QDateTime(QDate(2026, 3, 3), QTime(12, 0)).toMSecsSinceEpoch();
    const QStringList aliases{ u"guest-1"_s, u"guest-1"_s, u"guest-2"_s, QString(), u"guest-2"_s };
    for (int i = 0; i < aliases.size(); ++i) {
        RoomEvent event = m_history->at(i + 1);
        event.author = AccountId{ 77 }; // all through one gateway
        event.authorName = u"Plain text"_s;
        event.alias = aliases[i];
        event.timeMs = noon;
        if (i == 4) {
            event.kind = EventKind::GuestLeft;
            event.params = { u"text"_s, QString() };
        }
        m_history->special.insert(i + 1, event);
    }
    make(aliases.size());
    QList<bool> starts;
    QStringList names;
    QStringList gateways;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        starts.append(get(row, Model::StartsGroupRole).toBool());
        names.append(get(row, Model::AuthorNameRole).toString());
        gateways.append(get(row, Model::GatewayNameRole).toString());
    }
    QCOMPARE(starts, (QList{ true, false, true, true, true }));
    QCOMPARE(names, QStringList({ u"guest-1"_s, u"guest-1"_s, u"guest-2"_s, u"Plain text"_s, u"guest-2"_s }));
    QCOMPARE(gateways, QStringList({ u"Plain text"_s, u"Plain text"_s, u"Plain text"_s, QString(), u"Plain text"_s }));
    QVERIFY(get(0, Qt::AccessibleTextRole).toString().startsWith(u"guest-1 through Plain text, "_s));
    QCOMPARE(get(4, Model::SystemTextRole).toString(), u"guest-2 left."_s);
}

void TestTimelineModel::startsADayOnlyWhereOneStarts()
{
    const qint64 midnight = QDateTime(QDate(2026, 3, 3), QTime(0, 0)).toMSecsSinceEpoch();
    for (Seq seq = 1; seq <= 200; ++seq) {
        RoomEvent event = m_history->at(seq);
        event.timeMs = midnight + (seq - 151) * 1000; // the day begins with 151
        m_history->special.insert(seq, event);
    }
    make(200);
    QCOMPARE(m_model->oldestSeq(), Seq(101));
    QVERIFY(!get(0, Model::StartsDayRole).toBool()); // nobody knows what is above
    QVERIFY(get(m_model->rowOfSeq(151), Model::StartsDayRole).toBool());
    QVERIFY(!get(m_model->rowOfSeq(152), Model::StartsDayRole).toBool());
    m_model->fetchOlder();
    QTRY_VERIFY(m_model->isAtStart());
    QVERIFY(get(0, Model::StartsDayRole).toBool());
    QVERIFY(!get(m_model->rowOfSeq(101), Model::StartsDayRole).toBool());
}

void TestTimelineModel::unreadLineIsFrozen()
{
    make(100);
    m_model->setUnreadFrom(90);
    QCOMPARE(m_model->unreadRow(), m_model->rowOfSeq(91));
    m_history->say(next(FakeServer::Jean, u"more"_s));
    QCOMPARE(m_model->unreadRow(), m_model->rowOfSeq(91));
    QVERIFY(get(m_model->unreadRow(), Model::StartsUnreadRole).toBool());
    QVERIFY(get(m_model->unreadRow(), Model::StartsGroupRole).toBool());
    m_model->setUnreadFrom(101);
    QCOMPARE(m_model->unreadRow(), -1);
    m_history->say(next(FakeServer::Me, u"own"_s));
    QCOMPARE(m_model->unreadRow(), -1); // what one wrote is not new
    m_history->say(next(FakeServer::Jean, u"new"_s));
    QCOMPARE(m_model->unreadRow(), m_model->rowOfSeq(103));
    m_model->setUnreadFrom(-1);
    QCOMPARE(m_model->unreadRow(), -1);
}

void TestTimelineModel::unreadLineOutsideTheWindow()
{
    make(1000);
    m_model->setUnreadFrom(850);
    QCOMPARE(m_model->unreadRow(), -1); // above the window, and not at its top
    m_model->fetchOlder();
    QTRY_VERIFY(m_model->unreadRow() >= 0);
    QCOMPARE(get(m_model->unreadRow(), Model::SeqRole).toLongLong(), Seq(851));
}

void TestTimelineModel::echoTurnsIntoTheEventInPlace()
{
    make(10);
    const Cid cid = m_rig->outbox.queue(General, u"mine"_s);
    QCOMPARE(m_model->rowCount(), 11);
    QCOMPARE(get(10, Model::SendStateRole).toInt(), int(SendState::Saving));
    QVERIFY(get(10, Model::IsOwnRole).toBool());
    QCOMPARE(get(10, Model::AuthorNameRole).toString(), u"Moi"_s);
    QCOMPARE(get(10, Model::AuthorIdRole).toLongLong(), FakeServer::Me.value); // one colour, before and after
    QVERIFY(!get(10, Model::AuthorLoginRole).toString().isEmpty());
    QTRY_COMPARE(get(10, Model::SendStateRole).toInt(), int(SendState::Queued));
    QSignalSpy inserted(m_model.get(), &Model::rowsInserted);
    QSignalSpy removed(m_model.get(), &Model::rowsRemoved);
    RoomEvent event = next(FakeServer::Me, u"mine"_s);
    event.cid = cid;
    m_history->say(event);
    m_rig->outbox.noteEvent(event);
    QCOMPARE(m_model->rowCount(), 11);
    QCOMPARE(get(10, Model::SendStateRole).toInt(), int(SendState::Stored));
    QCOMPARE(get(10, Model::SeqRole).toLongLong(), Seq(11));
    QVERIFY(inserted.isEmpty() && removed.isEmpty());
}

void TestTimelineModel::cidOfSomebodyElseLeavesTheEcho()
{
    make(5);
    const Cid cid = m_rig->outbox.queue(General, u"mine"_s);
    RoomEvent forged = next(FakeServer::Jean, u"not yours"_s);
    forged.cid = cid;
    m_history->say(forged);
    QCOMPARE(m_model->rowCount(), 7);
    QVERIFY(!get(5, Model::IsOwnRole).toBool());
    QCOMPARE(get(6, Model::TextRole).toString(), u"mine"_s);
    QVERIFY(get(6, Model::IsOwnRole).toBool());
}

void TestTimelineModel::echoesStayBelowWhatArrives()
{
    make(5);
    const Cid first = m_rig->outbox.queue(General, u"first"_s);
    const Cid second = m_rig->outbox.queue(General, u"second"_s);
    m_history->say(next(FakeServer::Jean, u"in between"_s));
    QCOMPARE(m_model->rowOfSeq(6), 5);
    QCOMPARE(m_model->rowOfCid(first), 6);
    RoomEvent event = next(FakeServer::Me, u"second"_s); // confirmed before the first
    event.cid = second;
    m_history->say(event);
    QCOMPARE(m_model->rowOfSeq(7), 6);
    QCOMPARE(m_model->rowOfCid(second), 6);
    QCOMPARE(m_model->rowOfCid(first), 7);
    QCOMPARE(m_model->rowCount(), 8);
}

void TestTimelineModel::failedEchoTellsWhy()
{
    make(5);
    m_rig->outbox.queue(General, u"lost"_s);
    m_rig->outbox.noteRoomRemoved(General);
    QCOMPARE(get(5, Model::SendStateRole).toInt(), int(SendState::Failed));
    QVERIFY(!get(5, Model::ErrorRole).toString().isEmpty());
    QVERIFY(get(5, Qt::AccessibleTextRole).toString().contains(get(5, Model::ErrorRole).toString()));
}

void TestTimelineModel::discardedEchoGoes()
{
    make(5);
    const Cid cid = m_rig->outbox.queue(General, u"oops"_s);
    m_rig->outbox.queue(Ops, u"another room"_s);
    QCOMPARE(m_model->rowCount(), 6);
    m_rig->outbox.discard(cid);
    QCOMPARE(m_model->rowCount(), 5);
}

void TestTimelineModel::echoesOnlyAtTheEnd()
{
    make(1000);
    m_rig->outbox.queue(General, u"waiting"_s);
    QCOMPARE(m_model->rowCount(), 101);
    m_model->jumpToSeq(10);
    QTRY_VERIFY(m_model->isAtStart());
    QCOMPARE(get(m_model->rowCount() - 1, Model::SendStateRole).toInt(), int(SendState::Stored));
    m_rig->outbox.queue(General, u"another"_s);
    m_model->jumpToLatest();
    QTRY_VERIFY(m_model->isAtEnd());
    QCOMPARE(m_model->rowCount(), 102);
}

void TestTimelineModel::gapsAreRows()
{
    make(5);
    RoomEvent event = m_history->at(20);
    m_history->fill(20);
    Q_EMIT m_history->appended(General, { event }, 19);
    QCOMPARE(m_model->rowCount(), 7);
    QCOMPARE(get(5, Model::RowKindRole).toInt(), int(Model::RowKind::Gap));
    QVERIFY(get(5, Model::GapTextRole).toString().contains(u"14"_s));
    QCOMPARE(m_model->rowOfSeq(20), 6);
    QCOMPARE(m_model->rowOfSeq(19), -1);
}

void TestTimelineModel::systemLinesAreSentences()
{
    RoomEvent event = m_history->at(3);
    event.kind = EventKind::TopicChanged;
    event.params = { u"New topic"_s };
    m_history->special.insert(3, event);
    make(5);
    QCOMPARE(get(2, Model::RowKindRole).toInt(), int(Model::RowKind::System));
    QVERIFY(get(2, Model::SystemTextRole).toString().contains(u"New topic"_s));
    QVERIFY(get(2, Model::TextRole).toString().isEmpty());
    QSignalSpy changed(m_model.get(), &Model::dataChanged);
    m_model->retranslate();
    QCOMPARE(changed.size(), 1);
    QVERIFY(changed[0][2].value<QList<int>>().contains(int(Model::SystemTextRole)));
}

void TestTimelineModel::renamedPeopleAreShownByTheirNewName()
{
    make(10);
    QCOMPARE(get(0, Model::AuthorNameRole).toString(), u"Marie"_s);
    QSignalSpy changed(m_model.get(), &Model::dataChanged);
    m_rig->people.put(Profile{ FakeServer::Marie, u"marie"_s, u"Marie Curie"_s, PresenceState::Online, {}, 0 });
    QCOMPARE(get(0, Model::AuthorNameRole).toString(), u"Marie Curie"_s);
    QCOMPARE(changed.size(), 1);
    m_rig->people.putPresence({ FakeServer::Marie, PresenceState::Away, {}, 0 });
    QCOMPARE(changed.size(), 1); // presence is nothing to a timeline
}

void TestTimelineModel::emptyRoom()
{
    make(0);
    QCOMPARE(m_model->rowCount(), 0);
    QVERIFY(m_model->isAtEnd());
    m_model->fetchOlder();
    m_model->fetchNewer();
    QVERIFY(!m_model->isLoading());
    m_history->say(next(FakeServer::Marie, u"first"_s));
    QCOMPARE(m_model->rowCount(), 1);
    QVERIFY(m_model->isAtStart());
    QVERIFY(get(0, Model::StartsDayRole).toBool());
}

void TestTimelineModel::firstEventsWhileTheEmptyRoomIsLoaded()
{
    m_model = std::make_unique<Model>(General, m_rig->sources(*m_history));
    QVERIFY(m_model->isLoading());
    m_history->say(next(FakeServer::Marie, u"first"_s)); // the answer under way knows nothing of it
    QTRY_VERIFY(!m_model->isLoading());
    QCOMPARE(m_model->rowCount(), 1);
    QVERIFY(m_model->isAtEnd());
}

void TestTimelineModel::failedSideIsAskedAgainByAPersonOnly()
{
    make(500);
    QSignalSpy failed(m_model.get(), &Model::loadFailed);
    QSignalSpy sides(m_model.get(), &Model::failedSidesChanged);
    m_history->fails = true;
    m_model->fetchOlder();
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(!m_model->isLoading());
    QVERIFY(m_model->isOlderFailed());
    QVERIFY(!m_model->isNewerFailed());
    QCOMPARE(sides.size(), 1);
    const int asked = m_history->asked;
    for (int i = 0; i < 10; ++i)
        m_model->fetchOlder(); // a view at the top
    QCOMPARE(m_history->asked, asked);
    m_history->fails = false;
    m_model->retryOlder();
    QVERIFY(!m_model->isOlderFailed());
    QTRY_COMPARE(m_model->oldestSeq(), Seq(301));
    QCOMPARE(sides.size(), 2);
}

void TestTimelineModel::failedSidesAreFreeWhenTheServerIsBack()
{
    make(5000);
    m_model->jumpToSeq(1000);
    QTRY_VERIFY(m_model->rowOfSeq(1000) >= 0);
    m_history->fails = true;
    m_model->fetchNewer();
    QTRY_VERIFY(m_model->isNewerFailed());
    m_model->fetchOlder();
    QTRY_VERIFY(m_model->isOlderFailed());
    m_history->fails = false;
    const Seq newest = m_model->newestSeq();
    Q_EMIT m_history->reachable();
    QVERIFY(!m_model->isNewerFailed() && !m_model->isOlderFailed());
    QTRY_COMPARE(m_model->newestSeq(), newest + Model::PageRows);
}

void TestTimelineModel::failedFirstPageIsLoadedWhenTheServerIsBack()
{
    m_history->fails = true;
    make(500);
    QCOMPARE(m_model->rowCount(), 0);
    QVERIFY(m_model->isOlderFailed());
    QVERIFY(m_model->isAtEnd());
    m_history->fails = false;
    Q_EMIT m_history->reachable();
    QTRY_COMPARE(m_model->rowCount(), Model::PageRows);
    QVERIFY(!m_model->isOlderFailed());
    QCOMPARE(m_model->newestSeq(), Seq(500));
}

void TestTimelineModel::failedJumpShowsWhatIsHereAndThePlaceLater()
{
    m_history->fill(1000);
    m_history->serverOnlyBelow = 800;
    m_model = std::make_unique<Model>(General, m_rig->sources(*m_history));
    m_model->jumpToSeq(100); // a room is opened where one stopped reading
    QTRY_COMPARE(m_model->newestSeq(), Seq(1000));
    QCOMPARE(m_model->rowCount(), Model::PageRows);
    QTRY_VERIFY(!m_model->isLoading());
    m_history->serverOnlyBelow = 0;
    Q_EMIT m_history->reachable();
    QTRY_VERIFY(m_model->rowOfSeq(100) >= 0);
    m_model->jumpToLatest();
    QTRY_COMPARE(m_model->newestSeq(), Seq(1000));
    Q_EMIT m_history->reachable(); // once is enough
    QVERIFY(!m_model->isLoading());
    QCOMPARE(m_model->newestSeq(), Seq(1000));
}

void TestTimelineModel::failedJumpLeavesWhatIsShown()
{
    make(1000);
    m_history->serverOnlyBelow = 800;
    QSignalSpy failed(m_model.get(), &Model::loadFailed);
    m_model->jumpToSeq(100);
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(m_model->newestSeq(), Seq(1000));
    QVERIFY(m_model->isAtEnd());
    m_history->say(next(FakeServer::Jean, u"live"_s));
    QCOMPARE(m_model->newestSeq(), Seq(1001));
}

void TestTimelineModel::endThatIsGoneForGoodIsTheEnd()
{
    m_history->goneFrom = 491; // the server removed the newest ones, and no mirror tells of the gap
    make(500);
    QTRY_VERIFY(m_model->isAtEnd());
    QCOMPARE(m_model->newestSeq(), Seq(490));
    m_history->say(next(FakeServer::Jean, u"live"_s));
    QCOMPARE(m_model->newestSeq(), Seq(501));
    const int row = m_model->rowOfSeq(501);
    QCOMPARE(get(row - 1, Model::RowKindRole).toInt(), int(Model::RowKind::Gap)); // no silent hole
}

void TestTimelineModel::answersFromBeforeAJumpAreDropped()
{
    make(5000);
    m_model->fetchOlder();
    m_model->jumpToSeq(1000);
    QTRY_VERIFY(m_model->rowOfSeq(1000) >= 0);
    QCOMPARE(m_model->rowCount(), Model::PageRows); // the older page was answered first
}

void TestTimelineModel::twoTimelinesOfOneRoom()
{
    make(500);
    Model other(General, m_rig->sources(*m_history));
    const QAbstractItemModelTester tester(&other, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTRY_VERIFY(!other.isLoading());
    other.fetchOlder();
    QTRY_COMPARE(other.rowCount(), 200);
    QCOMPARE(m_model->rowCount(), 100);
    const Cid cid = m_rig->outbox.queue(General, u"both"_s);
    RoomEvent event = next(FakeServer::Me, u"both"_s);
    event.cid = cid;
    m_history->say(event);
    m_rig->outbox.noteEvent(event);
    QCOMPARE(m_model->rowCount(), 101);
    QCOMPARE(other.rowCount(), 201);
    QCOMPARE(other.newestSeq(), m_model->newestSeq());
}

void TestTimelineModel::resetLoadsAgain()
{
    make(500);
    m_model->setUnreadFrom(10);
    m_history->fill(20);
    Q_EMIT m_history->reset(General);
    QTRY_COMPARE(m_model->rowCount(), 20);
    QCOMPARE(m_model->unreadRow(), -1); // the number of before names another event now
    QCOMPARE(m_model->newestSeq(), Seq(20));
}

void TestTimelineModel::changesAreNarrow()
{
    make(100);
    QSignalSpy resets(m_model.get(), &Model::modelReset);
    QSignalSpy inserted(m_model.get(), &Model::rowsInserted);
    QSignalSpy changed(m_model.get(), &Model::dataChanged);
    m_history->say(next(FakeServer::Jean, u"one"_s));
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(inserted[0][1].toInt(), 100);
    QCOMPARE(inserted[0][2].toInt(), 100);
    QVERIFY(changed.isEmpty());
    QVERIFY(resets.isEmpty());
}

void TestTimelineModel::accessibleTextIsASentence()
{
    make(1);
    const QString text = get(0, Qt::AccessibleTextRole).toString();
    QVERIFY(text.startsWith(u"Marie, "_s));
    QVERIFY(text.endsWith(u": text 1"_s));
}

QTEST_GUILESS_MAIN(TestTimelineModel)
#include "tst_timeline_model.moc"
