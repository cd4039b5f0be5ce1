// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

// What a person waits for in a room of 1,000,000 messages: the first rows, a page while scrolling, a jump, and a live
// message. Real mirror on disk, real model; no network and no painting.

#include "shared/base/job_lane.h"
#include "shared/base/when_ready.h"
#include "shared/client-core/models/timeline_model.h"
#include "shared/client-core/session/message_rules.h"
#include "shared/client-core/session/people.h"
#include "shared/client-core/session/quoted_messages.h"
#include "shared/client-core/session/rooms.h"
#include "shared/client-core/session/saved_messages.h"
#include "shared/client-core/session/session.h"
#include "shared/client-core/store/sqlite_local_store.h"
#include "shared/client-core/store/sqlite_outbox_store.h"

#include <QTemporaryDir>
#include <QTest>

using namespace salon;
using namespace Qt::StringLiterals;

namespace {

constexpr RoomId Room{ 1 };
constexpr Seq Messages = 1'000'000;

/// History straight from the mirror.
class MirrorHistory final : public History
{
    Q_OBJECT
public:
    explicit MirrorHistory(LocalStore &store)
        : m_store(store)
    {
    }
    Answer<HistorySlice> before(RoomId room, Seq before, int limit) override
    {
        return m_store.read(room, before > 0 ? before : m_last + 1, 0, limit);
    }
    Answer<HistorySlice> after(RoomId room, Seq after, int limit) override
    {
        return m_store.read(room, 0, after, limit);
    }
    Seq last(RoomId) const override { return m_last; }
    void say(const RoomEvent &event)
    {
        m_last = event.seq;
        Q_EMIT appended(Room, { event }, 0);
    }

private:
    Seq m_last = Messages;
    LocalStore &m_store;
};

RoomEvent lineAt(Seq seq)
{
    RoomEvent event;
    event.room = Room;
    event.seq = seq;
    event.timeMs = 1'600'000'000'000 + seq * 45'000;
    event.author = AccountId{ 1 + seq / 3 % 20 };
    event.authorName = u"Person %1"_s.arg(event.author.value);
    event.cid = Cid::createUuid();
    event.text = u"A line of a usual length, like those that people write to one another all day (%1)."_s.arg(seq);
    return event;
}

} // namespace

class BenchTimelineModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void opensARoomOfAMillion();
    void scrollsOnePageUp();
    void jumpsIntoTheMiddle();
    void readsAllRolesOfAScreen();
    void liveMessage();

private:
    std::unique_ptr<TimelineModel> open();

    QTemporaryDir m_folder;
    SystemClock m_clock;
    std::unique_ptr<SqliteLocalStore> m_store;
    std::unique_ptr<SqliteOutboxStore> m_outboxStore;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<Outbox> m_outbox;
    std::unique_ptr<MirrorHistory> m_history;
    People m_people;
    std::unique_ptr<Rooms> m_rooms;
    std::unique_ptr<MessageRules> m_rules;
    std::unique_ptr<SavedMessages> m_saved;
    std::unique_ptr<QuotedMessages> m_quotes;
};

void BenchTimelineModel::initTestCase()
{
    m_store = std::make_unique<SqliteLocalStore>(m_folder.filePath(u"mirror.sqlite"_s));
    const Answer<MirrorSnapshot> loaded = m_store->load();
    for (Seq first = 1; first <= Messages; first += 10'000) {
        QList<RoomEvent> events;
        for (Seq seq = first; seq < first + 10'000; ++seq)
            events.append(lineAt(seq));
        m_store->append(Room, events, 0);
    }
    const Answer<HistorySlice> filled = m_store->read(Room, 2, 0, 1);
    QVERIFY(QTest::qWaitFor([&] { return filled.isFinished(); }, 600'000));
    QVERIFY(filled.result());
    m_outboxStore = std::make_unique<SqliteOutboxStore>(m_folder.filePath(u"outbox.sqlite"_s));
    m_session = std::make_unique<Session>(
        Session::Identity(), ChannelFactory(), m_clock, ReconnectPolicy(m_clock, [] { return 0.5; }));
    m_outbox = std::make_unique<Outbox>(*m_session, *m_outboxStore, m_clock);
    m_rooms = std::make_unique<Rooms>(m_people);
    m_history = std::make_unique<MirrorHistory>(*m_store);
    m_rules = std::make_unique<MessageRules>(*m_session, *m_rooms, m_people);
    m_saved = std::make_unique<SavedMessages>(*m_session);
    m_quotes = std::make_unique<QuotedMessages>(*m_history);
}

std::unique_ptr<TimelineModel> BenchTimelineModel::open()
{
    auto model = std::make_unique<TimelineModel>(
        Room, MessageSources{ *m_history, *m_outbox, *m_rooms, m_people, *m_rules, *m_saved, *m_quotes });
    while (model->isLoading())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return model;
}

void BenchTimelineModel::opensARoomOfAMillion()
{
    QBENCHMARK
    {
        const auto model = open();
        QCOMPARE(model->rowCount(), TimelineModel::PageRows);
    }
}

void BenchTimelineModel::scrollsOnePageUp()
{
    const auto model = open();
    QBENCHMARK
    {
        model->fetchOlder();
        while (model->isLoading())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
}

void BenchTimelineModel::jumpsIntoTheMiddle()
{
    const auto model = open();
    Seq target = 500'000;
    QBENCHMARK
    {
        target = target > 900'000 ? 1000 : target + 7919;
        model->jumpToSeq(target);
        while (model->isLoading())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
}

void BenchTimelineModel::readsAllRolesOfAScreen()
{
    const auto model = open();
    QBENCHMARK
    {
        for (int row = 0; row < 40; ++row) {
            for (int role = TimelineModel::RowKindRole; role <= TimelineModel::GapTextRole; ++role)
                (void)model->index(row).data(role);
        }
    }
}

void BenchTimelineModel::liveMessage()
{
    const auto model = open();
    QBENCHMARK
    {
        m_history->say(lineAt(m_history->last(Room) + 1));
    }
}

QTEST_GUILESS_MAIN(BenchTimelineModel)
#include "bench_timeline_model.moc"
