// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/base/event_line.h"
#include "tests/integration/client_installation.h"
#include "tests/support/server_process.h"

#include <QRandomGenerator>
#include <QSqlDatabase>
#include <QSqlQuery>

using namespace salon;
using namespace salon::test;
using namespace Qt::StringLiterals;

namespace {

/// What a device, or the server, says of one room.
struct Stand
{
    Seq read = 0;
    Seq mark = 0;
    quint32 unread = 0;
    quint32 mentions = 0;
    Attention attention = Attention::All;
    Seq floor = 1;
    friend bool operator==(const Stand &, const Stand &) = default;
};

char *toString(const Stand &stand)
{
    return QTest::toString(u"read %1, mark %2, unread %3, mentions %4, attention %5, floor %6"_s.arg(stand.read)
                               .arg(stand.mark)
                               .arg(stand.unread)
                               .arg(stand.mentions)
                               .arg(int(stand.attention))
                               .arg(stand.floor));
}

Stand standOf(const Workspace &workspace, RoomId room)
{
    const RoomSummary *summary = workspace.rooms().find(room);
    return summary ? Stand{ summary->readSeq, summary->mark, summary->unread, summary->mentions, summary->attention,
        summary->floor }
                   : Stand();
}

/// Every message of the room from its floor on, in its present form; a line each.
QStringList formsOf(Workspace &workspace, RoomId room)
{
    QStringList forms;
    Seq after = standOf(workspace, room).floor - 1;
    for (;;) {
        const Answer<HistorySlice> page = workspace.sync().after(room, after, 200);
        if (!QTest::qWaitFor([&page] { return page.isFinished(); }, PatienceMs) || !page.result())
            return { u"no history"_s };
        const HistorySlice slice = *page.result();
        for (const RoomEvent &event : slice.events) {
            after = event.seq;
            if (!hasLine(event.kind))
                continue;
            QStringList reactions;
            for (const ReactionEntry &reaction : event.reactions)
                reactions
                    << u"%1x%2%3"_s.arg(reaction.emoji).arg(reaction.count).arg(reaction.mine ? u"!"_s : QString());
            forms << u"%1 kind %2 by %3: %4 [edited %5, deleted %6, pinned %7, mentions %8, %9]"_s.arg(event.seq)
                         .arg(int(event.kind))
                         .arg(event.author.value)
                         .arg(event.text)
                         .arg(event.editedMs)
                         .arg(event.deleted)
                         .arg(event.pinned)
                         .arg(event.mentions.size())
                         .arg(reactions.join(u' '));
        }
        if (slice.events.isEmpty())
            return forms;
    }
}

/// What the messages themselves say, by the rule of docs/PROTOCOL.md.
std::pair<quint32, quint32> countedFrom(Workspace &workspace, RoomId room)
{
    const Stand stand = standOf(workspace, room);
    std::pair<quint32, quint32> counts;
    Seq after = stand.mark > 0 ? stand.mark - 1 : stand.read;
    for (;;) {
        const Answer<HistorySlice> page = workspace.sync().after(room, after, 200);
        if (!QTest::qWaitFor([&page] { return page.isFinished(); }, PatienceMs) || !page.result())
            return { 4711, 4711 };
        const QList<RoomEvent> events = page.result()->events;
        for (const RoomEvent &event : events) {
            after = event.seq;
            const bool counts1 = countsAsUnread(event.kind) && !event.deleted && event.author != workspace.selfId();
            counts.first += counts1 ? 1 : 0;
            counts.second
                += counts1 && (event.call == Call::Room || event.mentions.contains(workspace.selfId())) ? 1 : 0;
        }
        if (events.isEmpty())
            return counts;
    }
}

} // namespace

/// Two devices of one person, others who write, change and delete, connections that break, marks, attention and a
/// retention that removes: when all is quiet, both devices and the server say the same of everything.
class TestTwoDevices : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void everybodyAgreesInTheEnd_data();
    void everybodyAgreesInTheEnd();

private:
    void makePeople();
    void step();
    void doSomething(Workspace *device, int dice);
    [[nodiscard]] Seq someSeq();
    [[nodiscard]] QString text();
    void restartWithAgedMessages();
    void settle();
    void compare();

    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<Installation> m_laptop;
    std::unique_ptr<Installation> m_phone;
    std::unique_ptr<Installation> m_maxPlace;
    Workspace *m_first = nullptr;
    Workspace *m_second = nullptr;
    Workspace *m_max = nullptr;
    RoomId m_room;
    QList<Seq> m_written;
    QRandomGenerator m_random;
};

void TestTwoDevices::init()
{
    m_server = std::make_unique<ServerProcess>();
    m_server->makeLenient();
    QVERIFY(m_server->start());
    m_written.clear();
    m_laptop = std::make_unique<Installation>();
    m_phone = std::make_unique<Installation>();
    m_maxPlace = std::make_unique<Installation>();
}

void TestTwoDevices::makePeople()
{
    m_first = m_laptop->join(m_server->link(), Registration{ u"zoe"_s, u"Zoé"_s, u"a good password"_s, {} });
    QVERIFY(caughtUp(m_first));
    m_second = m_phone->join(m_server->link(), PasswordLogin{ u"zoe"_s, u"a good password"_s });
    QVERIFY(caughtUp(m_second));
    m_max = m_maxPlace->join(m_server->link(), Registration{ u"max"_s, u"Max"_s, {}, {} });
    QVERIFY(caughtUp(m_max));
    const auto made = m_max->createRoom(RoomKind::Public, u"Lab"_s, {}, { m_first->selfId() });
    QVERIFY(QTest::qWaitFor([&made] { return made.isFinished(); }, PatienceMs) && made.result());
    m_room = *made.result();
    QTRY_VERIFY_WITH_TIMEOUT(m_first->rooms().find(m_room) && m_second->rooms().find(m_room), PatienceMs);
    RoomRules rules;
    rules.retentionDays = 1;
    const auto ruled = m_max->setRules(m_room, rules);
    QVERIFY(QTest::qWaitFor([&ruled] { return ruled.isFinished(); }, PatienceMs) && ruled.result());
    connect(&m_max->outbox(), &Outbox::entryChanged, this, [this](const OutboxEntry &entry) {
        if (entry.state == SendState::Stored && entry.kind == EventKind::Message)
            m_written.append(entry.seq);
    });
    QTRY_COMPARE_WITH_TIMEOUT(m_first->rules(m_room).retentionDays, 1U, PatienceMs); // it hears of it live
}

QString TestTwoDevices::text()
{
    const QStringList texts{ u"@zoe look"_s, u"nothing"_s, u"@room all of you"_s, u"@here those"_s, u"@zoe @max"_s };
    return texts[m_random.bounded(int(texts.size()))] + QString::number(m_random.bounded(1000));
}

Seq TestTwoDevices::someSeq()
{
    return m_written.isEmpty() ? Seq(1) : m_written[m_random.bounded(int(m_written.size()))];
}

void TestTwoDevices::doSomething(Workspace *device, int dice)
{
    if (dice < 30)
        QVERIFY(m_max->sendText(m_room, text()));
    else if (dice < 38)
        QVERIFY(m_max->editMessage(m_room, someSeq(), text(), TextFormat::Markdown));
    else if (dice < 46)
        QVERIFY(m_max->deleteMessage(m_room, someSeq()));
    else if (dice < 50)
        QVERIFY(m_max->react(m_room, someSeq(), u"👍"_s, m_random.bounded(2) == 0));
    else if (dice < 54)
        QVERIFY(device->react(m_room, someSeq(), u"👍"_s, m_random.bounded(2) == 0));
    else if (dice < 57)
        QVERIFY(device->sendText(m_room, text()));
    else if (dice < 67)
        device->markRead(m_room, someSeq());
    else if (dice < 70)
        device->markAllRead();
    else if (dice < 79)
        device->markUnread(m_room, someSeq());
    else if (dice < 84)
        device->setAttention(m_room, Attention(m_random.bounded(3)));
    else if (dice < 91)
        device->stop();
    else
        device->start();
}

void TestTwoDevices::step()
{
    doSomething(m_random.bounded(2) == 0 ? m_first : m_second, m_random.bounded(100));
    if (m_random.bounded(4) == 0)
        QVERIFY(allSettled(m_max)); // the others hear of it meanwhile
}

void TestTwoDevices::restartWithAgedMessages()
{
    QVERIFY(allSettled(m_max));
    const Seq upTo = m_written.isEmpty() ? 0 : m_written[m_written.size() / 2];
    QVERIFY(m_server->stop());
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"age"_s);
        database.setDatabaseName(m_server->dataFolder() + u"/salon.db"_s);
        QVERIFY(database.open());
        QSqlQuery age(database);
        age.prepare(u"UPDATE events SET time_ms = time_ms - 172800000 WHERE room = ? AND seq <= ?"_s);
        age.addBindValue(m_room.value);
        age.addBindValue(upTo);
        QVERIFY(age.exec());
        QVERIFY(age.numRowsAffected() > 0);
    }
    QSqlDatabase::removeDatabase(u"age"_s);
    QVERIFY(m_server->start());
    m_max->session().retryNow();
    QTRY_VERIFY_WITH_TIMEOUT(m_max->sync().isCaughtUp(), PatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(standOf(*m_max, m_room).floor > upTo, PatienceMs); // the old ones are gone
}

void TestTwoDevices::settle()
{
    m_first->start();
    m_second->start();
    for (Workspace *workspace : { m_first, m_second, m_max }) {
        workspace->session().retryNow();
        QVERIFY(caughtUp(workspace));
        QVERIFY(allSettled(workspace));
    }
    const auto head = [this](const Workspace *workspace) {
        return workspace->rooms().find(m_room)->head;
    };
    QTRY_VERIFY_WITH_TIMEOUT(head(m_first) == head(m_max) && head(m_second) == head(m_max), PatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(standOf(*m_first, m_room), standOf(*m_second, m_room), PatienceMs);
}

void TestTwoDevices::compare()
{
    Installation fresh; // learns from the server alone
    Workspace *third = fresh.join(m_server->link(), PasswordLogin{ u"zoe"_s, u"a good password"_s });
    QVERIFY(caughtUp(third));
    const Stand ofTheServer = standOf(*third, m_room);
    QTRY_COMPARE_WITH_TIMEOUT(standOf(*m_first, m_room), ofTheServer, PatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(standOf(*m_second, m_room), ofTheServer, PatienceMs);
    for (Workspace *workspace : { third, m_first, m_second })
        QCOMPARE(countedFrom(*workspace, m_room), std::pair(ofTheServer.unread, ofTheServer.mentions));
    const QStringList forms = formsOf(*third, m_room);
    QVERIFY(!forms.isEmpty());
    QCOMPARE(formsOf(*m_first, m_room), forms);
    QCOMPARE(formsOf(*m_second, m_room), forms);
    QCOMPARE(m_first->rooms().totalUnread(), third->rooms().totalUnread());
    QCOMPARE(m_second->rooms().totalMentions(), third->rooms().totalMentions());
}

void TestTwoDevices::everybodyAgreesInTheEnd_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 5; ++seed)
        QTest::addRow("seed-%u", seed) << seed;
}

void TestTwoDevices::everybodyAgreesInTheEnd()
{
    QFETCH(quint32, seed);
    m_random.seed(seed);
    makePeople();
    if (QTest::currentTestFailed())
        return;
    for (int round = 0; round < 2; ++round) {
        for (int i = 0; i < 120 && !QTest::currentTestFailed(); ++i)
            step();
        if (round == 0)
            restartWithAgedMessages();
        if (QTest::currentTestFailed())
            return;
    }
    settle();
    if (!QTest::currentTestFailed())
        compare();
}

QTEST_GUILESS_MAIN(TestTwoDevices)
#include "tst_two_devices.moc"
