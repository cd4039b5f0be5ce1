// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/integration/client_installation.h"
#include "tests/support/server_process.h"

#include <QRandomGenerator>

using namespace salon;
using namespace salon::test;
using namespace Qt::StringLiterals;

namespace {

struct Counts
{
    Seq read = 0;
    quint32 unread = 0;
    quint32 mentions = 0;
    friend bool operator==(const Counts &, const Counts &) = default;
};

Counts countsOf(const Workspace &workspace, RoomId room)
{
    const RoomSummary *summary = workspace.rooms().find(room);
    return summary ? Counts{ summary->readSeq, summary->unread, summary->mentions } : Counts();
}

char *toString(const Counts &counts)
{
    return QTest::toString(
        u"read %1, unread %2, mentions %3"_s.arg(counts.read).arg(counts.unread).arg(counts.mentions));
}

/// What the messages themselves say, read back from the server by somebody.
Counts countedFrom(Workspace &workspace, RoomId room, Seq read)
{
    Counts counts{ read, 0, 0 };
    QObject views;
    TimelineModel *timeline = workspace.makeTimeline(room, &views);
    const auto idle = [&] {
        return !timeline->isLoading();
    };
    while (QTest::qWaitFor(idle, PatienceMs) && !timeline->isAtStart())
        timeline->fetchOlder();
    for (int row = 0; row < timeline->rowCount(); ++row) {
        const auto get = [&](int role) {
            return timeline->index(row).data(role);
        };
        const bool counted = get(TimelineModel::RowKindRole).toInt() == int(TimelineModel::RowKind::Message)
            && get(TimelineModel::SeqRole).toLongLong() > read && !get(TimelineModel::IsOwnRole).toBool()
            && !get(TimelineModel::DeletedRole).toBool();
        counts.unread += counted ? 1 : 0;
        counts.mentions += counted && get(TimelineModel::MentionsMeRole).toBool() ? 1 : 0;
    }
    return counts;
}

} // namespace

/// Two devices of one person and the server count alike, whatever is written, changed, deleted and read meanwhile.
class TestUnreadAgreement : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void countsAgreeWhateverHappens_data();
    void countsAgreeWhateverHappens();

private:
    std::unique_ptr<ServerProcess> m_server;
};

void TestUnreadAgreement::init()
{
    m_server = std::make_unique<ServerProcess>();
    m_server->makeLenient();
    QVERIFY(m_server->start());
}

void TestUnreadAgreement::countsAgreeWhateverHappens_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 3; ++seed)
        QTest::addRow("seed-%u", seed) << seed;
}

void TestUnreadAgreement::countsAgreeWhateverHappens()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    Installation laptop;
    Installation phone;
    Installation other;
    Workspace *first = laptop.join(m_server->link(), Registration{ u"zoe"_s, u"Zoé"_s, u"a good password"_s, {} });
    QVERIFY(caughtUp(first));
    Workspace *second = phone.join(m_server->link(), PasswordLogin{ u"zoe"_s, u"a good password"_s });
    QVERIFY(caughtUp(second));
    Workspace *max = other.join(m_server->link(), Registration{ u"max"_s, u"Max"_s, {}, {} });
    QVERIFY(caughtUp(max));
    const RoomId room = firstRoom(*max);
    QList<Seq> written;
    connect(&max->outbox(), &Outbox::entryChanged, this, [&written](const OutboxEntry &entry) {
        if (entry.state == SendState::Stored && entry.kind == EventKind::Message)
            written.append(entry.seq);
    });
    const auto text = [&random] {
        const QStringList texts{ u"@zoe look"_s, u"nothing"_s, u"@room all of you"_s, u"@here those"_s,
            u"@zoe @max"_s };
        return texts[random.bounded(int(texts.size()))] + QString::number(random.bounded(1000));
    };
    const auto someSeq = [&] {
        return written.isEmpty() ? Seq(1) : written[random.bounded(int(written.size()))];
    };
    for (int step = 0; step < 300; ++step) {
        const int dice = random.bounded(100);
        Workspace *device = random.bounded(2) == 0 ? first : second;
        if (dice < 40)
            QVERIFY(max->sendText(room, text()));
        else if (dice < 55)
            QVERIFY(max->editMessage(room, someSeq(), text(), TextFormat::Markdown));
        else if (dice < 70)
            QVERIFY(max->deleteMessage(room, someSeq()));
        else if (dice < 78)
            QVERIFY(max->react(room, someSeq(), u"👍"_s, random.bounded(2) == 0));
        else if (dice < 84)
            device->markRead(room, someSeq());
        else if (dice < 87)
            QVERIFY(device->deleteMessage(room, someSeq())); // refused: not theirs
        else if (dice < 92)
            device->session().stop();
        else
            device->session().start();
        if (random.bounded(4) == 0)
            QVERIFY(allSettled(max)); // the others hear of it meanwhile
    }
    first->start();
    second->start();
    QVERIFY(allSettled(max));
    QVERIFY(caughtUp(first) && caughtUp(second) && caughtUp(max));
    QTRY_COMPARE_WITH_TIMEOUT(first->rooms().find(room)->head, max->rooms().find(room)->head, PatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(second->rooms().find(room)->head, max->rooms().find(room)->head, PatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(countsOf(*first, room), countsOf(*second, room), PatienceMs);
    Installation fresh; // learns from the server alone
    Workspace *third = fresh.join(m_server->link(), PasswordLogin{ u"zoe"_s, u"a good password"_s });
    QVERIFY(caughtUp(third));
    const Counts ofTheServer = countsOf(*third, room);
    QCOMPARE(countsOf(*first, room), ofTheServer);
    QCOMPARE(countsOf(*second, room), ofTheServer);
    QCOMPARE(countedFrom(*third, room, ofTheServer.read), ofTheServer);
    QCOMPARE(countedFrom(*first, room, ofTheServer.read), ofTheServer); // the mirror has the same forms
}

QTEST_GUILESS_MAIN(TestUnreadAgreement)
#include "tst_unread_agreement.moc"
