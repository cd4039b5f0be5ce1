// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/models/member_model.h"
#include "shared/client-core/models/outbox_model.h"
#include "shared/client-core/models/people_model.h"
#include "shared/client-core/models/public_room_model.h"
#include "shared/client-core/models/room_list_model.h"
#include "shared/client-core/models/room_list_proxy.h"
#include "shared/client-core/session/presence_policy.h"
#include "shared/client-core/session/typing.h"
#include "tests/unit/client-core/rig.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace salon;
using namespace salon::test;
using namespace Qt::StringLiterals;

class TestClientModels : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void listsHaveAnEnd();
    void roomsAreFoundByNameWithoutAccents();
    void roomListFollowsRooms();
    void directRoomsShowTheOthersAndTheirPresence();
    void proxySortsAndFilters();
    void roomsAreOrderedAsPeopleCount();
    void unreadOnlyKeepsTheOpenRoom();
    void membersArePresentFirstThenByName();
    void membersMoveWhenTheyComeAndGo();
    void memberPagesAreJoined();
    void peopleFollowTheirPresence();
    void roomSearchPagesAndStartsOver();
    void directRoomsAreNotFound();
    void outboxListsWhatIsUnsent();
    void typingIsForgotten();
    void typingIsPaced();
    void autoAwayAndBack();
    void chosenStatesStay();

private:
    [[nodiscard]] static QStringList names(const QAbstractItemModel &model);
    void putRoom(qint64 id, const QString &name, quint32 unread = 0, qint64 activityMs = 0);

    std::unique_ptr<World> m_world;
    std::unique_ptr<Rig> m_rig;
};

namespace {

struct Tester
{
    explicit Tester(QAbstractItemModel &model)
        : tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest)
    {
    }
    QAbstractItemModelTester tester;
};

Profile profile(qint64 id, const QString &login, const QString &name, PresenceState presence)
{
    return { AccountId{ id }, login, name, presence, {}, 0 };
}

} // namespace

void TestClientModels::init()
{
    m_rig.reset();
    m_world = std::make_unique<World>();
    m_rig = m_world->makeRig();
    QTRY_VERIFY(m_rig->sync.isLoaded());
}

QStringList TestClientModels::names(const QAbstractItemModel &model)
{
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row)
        all.append(model.index(row, 0).data().toString());
    return all;
}

void TestClientModels::putRoom(qint64 id, const QString &name, quint32 unread, qint64 activityMs)
{
    RoomSummary room;
    room.id = RoomId{ id };
    room.name = name;
    room.head = 10;
    room.unread = unread;
    room.lastActivityMs = activityMs;
    m_rig->rooms.put(room);
}

void TestClientModels::roomsAreFoundByNameWithoutAccents()
{
    Rooms &rooms = m_rig->rooms;
    const auto named = [&](const QString &name) {
        return rooms.findName(name).value;
    };
    putRoom(11, u"Général"_s);
    QCOMPARE(named(u"GÉNÉRAL"_s), 11);
    QCOMPARE(named(u"general"_s), 11);
    QCOMPARE(named(u"gener"_s), 0);
    putRoom(12, u"General"_s); // written so, it is this one
    QCOMPARE(named(u"general"_s), 12);
    QCOMPARE(named(u"général"_s), 11);
    QCOMPARE(named(u"Genéral"_s), 0); // one of them, but which?
    RoomEvent renamed;
    renamed.room = RoomId{ 12 };
    renamed.seq = rooms.find(renamed.room)->head + 1;
    renamed.kind = EventKind::Renamed;
    renamed.params = { u"École"_s };
    rooms.apply(renamed);
    QCOMPARE(named(u"ecole"_s), 12);
    QCOMPARE(named(u"general"_s), 11);
}

void TestClientModels::roomListFollowsRooms()
{
    RoomListModel model(m_rig->rooms, m_rig->people);
    const Tester tester(model);
    putRoom(1, u"General"_s, 3);
    putRoom(2, u"Ops"_s);
    QCOMPARE(names(model), (QStringList{ u"General"_s, u"Ops"_s }));
    QCOMPARE(model.index(0).data(RoomListModel::UnreadRole).toUInt(), 3U);
    QSignalSpy changed(&model, &RoomListModel::dataChanged);
    m_rig->rooms.markReadHere(RoomId{ 1 }, 10);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed[0][0].toModelIndex().row(), 0);
    QVERIFY(changed[0][2].value<QList<int>>().contains(int(RoomListModel::UnreadRole)));
    QVERIFY(!changed[0][2].value<QList<int>>().contains(int(RoomListModel::NameRole)));
    RoomEvent renamed;
    renamed.room = RoomId{ 2 };
    renamed.seq = 11;
    renamed.kind = EventKind::Renamed;
    renamed.params = { u"Operations"_s };
    m_rig->rooms.apply(renamed);
    QCOMPARE(names(model).value(1), u"Operations"_s);
    model.setHasDraft(RoomId{ 2 }, true);
    QVERIFY(model.index(1).data(RoomListModel::HasDraftRole).toBool());
    m_rig->rooms.remove(RoomId{ 1 });
    QCOMPARE(names(model), QStringList{ u"Operations"_s });
    QCOMPARE(model.rowOf(RoomId{ 1 }), -1);
    m_rig->rooms.remove(RoomId{ 1 });
    QVERIFY(!model.data(model.index(99), Qt::DisplayRole).isValid());
}

void TestClientModels::directRoomsShowTheOthersAndTheirPresence()
{
    RoomListModel model(m_rig->rooms, m_rig->people);
    const Tester tester(model);
    RoomSummary room;
    room.id = RoomId{ 5 };
    room.kind = RoomKind::Direct;
    room.head = 2;
    room.unread = 2;
    room.others = { profile(2, u"marie"_s, u"Marie"_s, PresenceState::Online) };
    m_rig->rooms.put(room);
    const QModelIndex index = model.index(0);
    QCOMPARE(index.data().toString(), u"Marie"_s);
    QCOMPARE(index.data(RoomListModel::SectionRole).toInt(), int(RoomSection::Direct));
    QCOMPARE(index.data(RoomListModel::MentionsRole).toUInt(), 2U);
    QCOMPARE(index.data(RoomListModel::PresenceRole).toInt(), int(PresenceState::Online));
    QCOMPARE(m_rig->rooms.directWith(AccountId{ 2 }), room.id);
    QSignalSpy changed(&model, &RoomListModel::dataChanged);
    m_rig->people.putPresence({ AccountId{ 2 }, PresenceState::Busy, u"in a call"_s, 0 });
    QCOMPARE(changed.size(), 1);
    QCOMPARE(index.data(RoomListModel::PresenceRole).toInt(), int(PresenceState::Busy));
    QCOMPARE(index.data(RoomListModel::StatusTextRole).toString(), u"in a call"_s);
    m_rig->people.put(profile(2, u"marie"_s, u"Marie Curie"_s, PresenceState::Online));
    QCOMPARE(index.data().toString(), u"Marie Curie"_s);
    m_rig->people.forgetPresence();
    QCOMPARE(index.data(RoomListModel::PresenceRole).toInt(), int(PresenceState::Offline));
    room.id = RoomId{ 6 };
    room.others.append(profile(3, u"jean"_s, u"Jean"_s, PresenceState::Online));
    m_rig->rooms.put(room);
    QCOMPARE(model.index(1).data().toString(), u"Marie, Jean"_s);
    QVERIFY(!model.index(1).data(RoomListModel::PresenceRole).isValid());
}

void TestClientModels::proxySortsAndFilters()
{
    RoomListModel model(m_rig->rooms, m_rig->people);
    RoomListProxy proxy;
    const Tester tester(proxy);
    proxy.setSourceModel(&model);
    putRoom(1, u"zebra"_s, 0, 300);
    putRoom(2, u"Été"_s, 0, 100);
    putRoom(3, u"alpha"_s, 0, 200);
    RoomSummary direct;
    direct.id = RoomId{ 4 };
    direct.kind = RoomKind::Direct;
    direct.lastActivityMs = 900;
    direct.others = { profile(2, u"aaa"_s, u"Aaa"_s, PresenceState::Online) };
    m_rig->rooms.put(direct);
    QCOMPARE(names(proxy), (QStringList{ u"alpha"_s, u"Été"_s, u"zebra"_s, u"Aaa"_s }));
    proxy.setOrder(RoomListProxy::Order::Activity);
    QCOMPARE(names(proxy), (QStringList{ u"zebra"_s, u"alpha"_s, u"Été"_s, u"Aaa"_s }));
    RoomEvent event;
    event.room = RoomId{ 2 };
    event.seq = 11;
    event.timeMs = 999;
    m_rig->rooms.apply(event);
    QCOMPARE(names(proxy).first(), u"Été"_s);
    proxy.setFilterText(u"ete"_s);
    QCOMPARE(names(proxy), QStringList{ u"Été"_s });
    proxy.setFilterText({});
    QCOMPARE(proxy.rowCount(), 4);
}

void TestClientModels::roomsAreOrderedAsPeopleCount()
{
    RoomListModel model(m_rig->rooms, m_rig->people);
    RoomListProxy proxy;
    const Tester tester(proxy);
    proxy.setSourceModel(&model);
    putRoom(1, u"Projet 10 bis"_s);
    putRoom(2, u"Projet 2"_s);
    putRoom(3, u"Projet 100"_s);
    putRoom(4, u"projet 1"_s);
    putRoom(5, u"Projet"_s);
    putRoom(6, u"Projet 10"_s);
    putRoom(7, u"Projet 03"_s);
    QCOMPARE(names(proxy),
        (QStringList{ u"Projet"_s, u"projet 1"_s, u"Projet 2"_s, u"Projet 03"_s, u"Projet 10"_s, u"Projet 10 bis"_s,
            u"Projet 100"_s }));
}

void TestClientModels::unreadOnlyKeepsTheOpenRoom()
{
    RoomListModel model(m_rig->rooms, m_rig->people);
    RoomListProxy proxy;
    proxy.setSourceModel(&model);
    putRoom(1, u"read"_s);
    putRoom(2, u"unread"_s, 4);
    putRoom(3, u"open"_s);
    proxy.setKept(3);
    proxy.setUnreadOnly(true);
    QCOMPARE(names(proxy), (QStringList{ u"open"_s, u"unread"_s }));
    m_rig->rooms.markReadHere(RoomId{ 2 }, 10);
    QCOMPARE(names(proxy), QStringList{ u"open"_s });
}

namespace {

MemberModel::Fetch fetching(const QList<MemberEntry> &members, int page = 200)
{
    return [members, page](quint32 offset) {
        return ready<MemberList>(MemberList{ General, members.mid(offset, page), quint32(members.size()) });
    };
}

QList<MemberEntry> someMembers()
{
    return { { profile(2, u"zoe"_s, u"Zoé"_s, PresenceState::Online), Role::Member, false },
        { profile(3, u"abel"_s, u"Abel"_s, PresenceState::Offline), Role::Owner, true },
        { profile(4, u"bea"_s, u"Béa"_s, PresenceState::Away), Role::Member, false } };
}

} // namespace

void TestClientModels::membersArePresentFirstThenByName()
{
    MemberModel model(General, fetching(someMembers()), m_rig->sync, m_rig->people);
    const Tester tester(model);
    QTRY_COMPARE(names(model), (QStringList{ u"Béa"_s, u"Zoé"_s, u"Abel"_s }));
    QVERIFY(model.index(2).data(MemberModel::IsMakerRole).toBool());
    QCOMPARE(model.index(2).data(MemberModel::RoleRole).toInt(), int(Role::Owner));
    QCOMPARE(model.presentCount(), 2);
    QVERIFY(!model.isLoading());
}

void TestClientModels::membersMoveWhenTheyComeAndGo()
{
    for (const MemberEntry &member : someMembers())
        m_rig->people.put(member.profile);
    MemberModel model(General, fetching(someMembers()), m_rig->sync, m_rig->people);
    const Tester tester(model);
    QTRY_COMPARE(model.rowCount(), 3);
    QSignalSpy resets(&model, &MemberModel::modelReset);
    m_rig->people.putPresence({ AccountId{ 3 }, PresenceState::Online, {}, 0 });
    QCOMPARE(names(model), (QStringList{ u"Abel"_s, u"Béa"_s, u"Zoé"_s }));
    m_rig->people.putPresence({ AccountId{ 4 }, PresenceState::Offline, {}, 0 });
    QCOMPARE(names(model), (QStringList{ u"Abel"_s, u"Zoé"_s, u"Béa"_s }));
    QCOMPARE(model.presentCount(), 2);
    RoomEvent left;
    left.room = General;
    left.seq = 1;
    left.kind = EventKind::Left;
    left.author = AccountId{ 2 };
    Q_EMIT m_rig->sync.appended(General, { left }, 0);
    QCOMPARE(names(model), (QStringList{ u"Abel"_s, u"Béa"_s }));
    QVERIFY(resets.isEmpty());
}

void TestClientModels::memberPagesAreJoined()
{
    QList<MemberEntry> many;
    for (int i = 0; i < 450; ++i)
        many.append({ profile(100 + i, u"p%1"_s.arg(i), u"Person %1"_s.arg(i), PresenceState::Online), {}, false });
    MemberModel model(General, fetching(many), m_rig->sync, m_rig->people);
    const Tester tester(model);
    QTRY_COMPARE(model.rowCount(), 450);
    MemberModel failing(
        General, [](quint32) { return ready<MemberList>(fail(ErrorCode::ConnectionLost)); }, m_rig->sync,
        m_rig->people);
    QSignalSpy failed(&failing, &MemberModel::loadFailed);
    QVERIFY(failed.wait());
    QVERIFY(!failing.isLoading());
}

void TestClientModels::peopleFollowTheirPresence()
{
    PeopleModel model(m_rig->people);
    const Tester tester(model);
    m_rig->people.put(profile(2, u"marie"_s, u"Marie"_s, PresenceState::Online));
    model.show({ *m_rig->people.find(AccountId{ 2 }) });
    QCOMPARE(model.index(0).data(PeopleModel::PresenceRole).toInt(), int(PresenceState::Online));
    QSignalSpy changed(&model, &PeopleModel::dataChanged);
    m_rig->people.putPresence({ AccountId{ 2 }, PresenceState::Away, {}, 0 });
    QCOMPARE(changed.size(), 1);
    QCOMPARE(model.index(0).data(PeopleModel::PresenceRole).toInt(), int(PresenceState::Away));
}

void TestClientModels::roomSearchPagesAndStartsOver()
{
    QList<RoomSummary> rooms;
    for (int i = 0; i < 120; ++i) {
        RoomSummary room;
        room.id = RoomId{ i + 1 };
        room.name = u"room %1"_s.arg(i);
        rooms.append(room);
    }
    QStringList queries;
    PublicRoomModel model([&](const QString &query, quint32 offset) {
        queries.append(query);
        if (query == "none"_L1)
            return ready<RoomList>(RoomList());
        return ready<RoomList>(RoomList{ rooms.mid(offset, 50), offset + 50 < 120 });
    });
    const Tester tester(model);
    model.search({});
    QTRY_COMPARE(model.rowCount(), 50);
    while (model.canFetchMore({})) {
        model.fetchMore({});
        QTRY_VERIFY(!model.isLoading());
    }
    QCOMPARE(model.rowCount(), 120);
    model.setMember(RoomId{ 7 }, true);
    QVERIFY(model.index(6).data(PublicRoomModel::IsMemberRole).toBool());
    model.search(u"ro"_s);
    model.search(u"none"_s); // the first answer is not waited for
    QTRY_COMPARE(model.rowCount(), 0);
    QVERIFY(!model.canFetchMore({}));
}

void TestClientModels::directRoomsAreNotFound()
{
    // 130 rooms, of which the first 60 and every seventh are direct ones.
    QList<RoomSummary> rooms;
    for (int i = 0; i < 130; ++i) {
        RoomSummary room;
        room.id = RoomId{ i + 1 };
        room.kind = i < 60 || i % 7 == 0 ? RoomKind::Direct : RoomKind::Public;
        rooms.append(room);
    }
    QList<quint32> offsets;
    PublicRoomModel model([&](const QString &, quint32 offset) {
        offsets.append(offset);
        return ready<RoomList>(RoomList{ rooms.mid(offset, 50), offset + 50 < 130 });
    });
    const Tester tester(model);
    model.search({});
    QTRY_VERIFY(!model.isLoading());
    QCOMPARE(offsets, (QList<quint32>{ 0, 50 })); // the first page showed nothing
    QVERIFY(model.rowCount() > 0);
    while (model.canFetchMore({})) {
        model.fetchMore({});
        QTRY_VERIFY(!model.isLoading());
    }
    QCOMPARE(offsets, (QList<quint32>{ 0, 50, 100 }));
    QCOMPARE(model.rowCount(), 60);
    for (int row = 0; row < model.rowCount(); ++row)
        QCOMPARE(RoomKind(model.index(row).data(PublicRoomModel::KindRole).toInt()), RoomKind::Public);
}

void TestClientModels::outboxListsWhatIsUnsent()
{
    OutboxModel model(m_rig->outbox, m_rig->rooms);
    const Tester tester(model);
    const Cid first = m_rig->outbox.queue(General, u"first"_s);
    m_rig->outbox.queue(General, u"second"_s);
    QCOMPARE(names(model), (QStringList{ u"first"_s, u"second"_s }));
    QCOMPARE(model.cidAt(0), first);
    m_rig->outbox.discard(first);
    QCOMPARE(names(model), QStringList{ u"second"_s });
    m_rig->outbox.noteRoomRemoved(General);
    QCOMPARE(model.index(0).data(OutboxModel::SendStateRole).toInt(), int(SendState::Failed));
    QVERIFY(!model.index(0).data(OutboxModel::ErrorRole).toString().isEmpty());
    const Cid sent = m_rig->outbox.queue(Ops, u"sent"_s);
    m_rig->goOnline();
    QTRY_VERIFY(!m_rig->outbox.find(sent));
    QCOMPARE(names(model), QStringList{ u"second"_s });
}

void TestClientModels::typingIsForgotten()
{
    TypingWatch watch(m_world->clock);
    QSignalSpy changed(&watch, &TypingWatch::changed);
    watch.seen(General, AccountId{ 2 });
    watch.seen(General, AccountId{ 2 });
    watch.seen(General, AccountId{ 3 });
    QCOMPARE(changed.size(), 2);
    QCOMPARE(watch.typingIn(General).size(), 2);
    watch.wrote(General, AccountId{ 2 });
    QCOMPARE(watch.typingIn(General), QList{ AccountId{ 3 } });
    m_world->clock.advance(TypingWatch::ForgetMs);
    watch.expire();
    QVERIFY(watch.typingIn(General).isEmpty());
    QCOMPARE(changed.size(), 4);
}

void TestClientModels::typingIsPaced()
{
    TypingWatch watch(m_world->clock);
    QVERIFY(watch.mayTell(General));
    QVERIFY(!watch.mayTell(General));
    QVERIFY(watch.mayTell(Ops));
    m_world->clock.advance(TypingWatch::RepeatMs);
    QVERIFY(watch.mayTell(General));
    watch.sent(General);
    QVERIFY(watch.mayTell(General));
}

void TestClientModels::autoAwayAndBack()
{
    PresencePolicy policy(m_world->clock);
    policy.setAutoAwayMinutes(5);
    QSignalSpy changed(&policy, &PresencePolicy::changed);
    m_world->clock.advance(5 * 60'000 - 1);
    policy.check();
    QVERIFY(changed.isEmpty());
    m_world->clock.advance(1);
    policy.check();
    QCOMPARE(policy.state(), PresenceState::Away);
    policy.userActive();
    QCOMPARE(policy.state(), PresenceState::Online);
    QCOMPARE(changed.size(), 2);
    policy.setAutoAwayMinutes(0);
    m_world->clock.advance(24 * 3600'000);
    policy.check();
    QCOMPARE(policy.state(), PresenceState::Online);
}

void TestClientModels::chosenStatesStay()
{
    PresencePolicy policy(m_world->clock);
    policy.choose(PresenceState::Busy);
    m_world->clock.advance(24 * 3600'000);
    policy.check();
    QCOMPARE(policy.state(), PresenceState::Busy);
    policy.userActive();
    QCOMPARE(policy.state(), PresenceState::Busy);
}

void TestClientModels::listsHaveAnEnd()
{
    People people;
    Rooms rooms(people);
    RoomSummary room;
    for (int i = 1; i <= Rooms::MaxRooms + 10; ++i) {
        room.id = RoomId{ i };
        QCOMPARE(rooms.put(room), i <= Rooms::MaxRooms);
    }
    QCOMPARE(rooms.ids().size(), Rooms::MaxRooms);
    room.id = RoomId{ 1 };
    QVERIFY(rooms.put(room));
    for (int i = 1; i <= People::MaxPeople + 10; ++i)
        people.put(Profile{ AccountId{ i }, QString::number(i), {}, PresenceState::Online, {}, 0 });
    QCOMPARE(people.all().size(), People::MaxPeople);
}

QTEST_GUILESS_MAIN(TestClientModels)
#include "tst_client_models.moc"
