// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/dispatch/member_lists.h"
#include "tests/support/dispatch_rig.h"
#include "tests/support/wait_until.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

/// Making, finding, entering and naming rooms.
class TestRoomCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewRoomHasItsMakerAndGuests();
    void publicNamesAreUnique();
    void privateRoomsAreHidden();
    void badRoomsAreRefused_data();
    void badRoomsAreRefused();
    void joiningTwiceChangesNothing();
    void leavingIsHeardOnAllDevices();
    void leavingEndsWhatOnlyTheNetworkKnows();
    void guestsAreInvitedOnce();
    void onlyMakersAndModeratorsRename();
    void topicsAreSetByMembers();
    void directRoomsHaveTheirPeople();
    void roomsAreFound();
    void membersAreListedPresentFirst();
    void aListingKeepsItsOrderForAMoment();
    void onePageOfTenThousandMembers_data();
    void onePageOfTenThousandMembers();
    void roomsAreLimited();
    void nobodyIsPutIntoMoreRoomsThanAllowed();
    void directRoomsFillNothing();
};

void TestRoomCommands::aNewRoomHasItsMakerAndGuests()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    auto jean = rig.join(u"jean"_s);
    const auto opened = rig.ask<RoomOpened>(marie.connection,
        CreateRoom{ RoomKind::Private, u"  Labo  "_s, u"radium"_s, { jean.account, jean.account, marie.account } });
    QCOMPARE(opened->room.name, u"Labo"_s);
    QCOMPARE(opened->room.topic, u"radium"_s);
    QCOMPARE(opened->room.memberCount, 2U);
    QCOMPARE(opened->room.head, 2);
    QVERIFY(opened->room.member);
    QCOMPARE(opened->room.unread, 0U);
    const auto added = rig.net.receivedAs<RoomAdded>(jean.connection);
    QCOMPARE(added.size(), 1);
    QCOMPARE(added.front().room.id, opened->room.id);
    QVERIFY(rig.net.receivedAs<RoomAdded>(marie.connection).isEmpty());
    const auto page = rig.ask<HistoryPage>(jean.connection, Follow{ opened->room.id, 0 });
    QCOMPARE(page->events[0].kind, EventKind::RoomCreated);
    QCOMPARE(page->events[0].params, QList<QString>{ u"Labo"_s });
    QCOMPARE(page->events[1].kind, EventKind::Invited);
    QCOMPARE(page->events[1].subject, jean.account);
    rig.restart();
    jean = rig.comeBack(jean);
    QCOMPARE(rig.ask<Resumed>(jean.connection, Resume{})->rooms.size(), 2);
}

void TestRoomCommands::publicNamesAreUnique()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    QVERIFY(rig.ask<RoomOpened>(marie.connection, CreateRoom{ RoomKind::Public, u"Labo"_s, {}, {} }));
    for (const QString &name : { u"Labo"_s, u"LABO"_s, u"Ｌａｂｏ"_s, u"general"_s })
        QCOMPARE(rig.codeOf<RoomOpened>(marie.connection, CreateRoom{ RoomKind::Public, name, {}, {} }),
            int(ErrorCode::RoomNameTaken));
    QVERIFY(rig.ask<RoomOpened>(marie.connection, CreateRoom{ RoomKind::Private, u"Labo"_s, {}, {} }));
    // Two at once.
    const quint64 first = rig.send(marie.connection, CreateRoom{ RoomKind::Public, u"Atelier"_s, {}, {} });
    const quint64 second = rig.send(marie.connection, CreateRoom{ RoomKind::Public, u"atelier"_s, {}, {} });
    QVERIFY(rig.answerTo<RoomOpened>(marie.connection, first));
    QCOMPARE(rig.answerTo<RoomOpened>(marie.connection, second).error().code, ErrorCode::RoomNameTaken);
}

void TestRoomCommands::privateRoomsAreHidden()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    auto jean = rig.join(u"jean"_s);
    const RoomId secret = rig.openRoom(marie, u"Secret"_s, RoomKind::Private);
    const int unknown = int(ErrorCode::RoomUnknown);
    QCOMPARE(rig.codeOf<RoomOpened>(jean.connection, JoinRoom{ secret }), unknown);
    QCOMPARE(rig.codeOf<MemberList>(jean.connection, ListMembers{ secret, 0, 0 }), unknown);
    QCOMPARE(rig.codeOf<Done>(jean.connection, RenameRoom{ secret, u"x"_s }), unknown);
    QCOMPARE(rig.codeOf<Done>(jean.connection, SetTopic{ secret, u"x"_s }), unknown);
    QCOMPARE(rig.codeOf<Done>(jean.connection, InviteToRoom{ secret, jean.account }), unknown);
    QCOMPARE(rig.codeOf<Done>(jean.connection, LeaveRoom{ secret }), unknown);
    QCOMPARE(rig.codeOf<Done>(jean.connection, LeaveRoom{ RoomId{ 999 } }), unknown);
    QCOMPARE(rig.ask<RoomList>(jean.connection, ListRooms{ u"secret"_s, 0, 0 })->rooms.size(), 0);
    QCOMPARE(rig.ask<RoomList>(marie.connection, ListRooms{ u"secret"_s, 0, 0 })->rooms.size(), 1);
}

void TestRoomCommands::badRoomsAreRefused_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("topic");
    QTest::addColumn<qint64>("member");
    QTest::addColumn<int>("code");
    QTest::newRow("no name") << 1 << u" "_s << u""_s << qint64(1) << int(ErrorCode::InvalidRoomName);
    QTest::newRow("control") << 1 << u"a\u0007"_s << u""_s << qint64(1) << int(ErrorCode::InvalidRoomName);
    QTest::newRow("long name") << 1 << u"x"_s.repeated(65) << u""_s << qint64(1) << int(ErrorCode::InvalidRoomName);
    QTest::newRow("long topic") << 2 << u"x"_s << u"é"_s.repeated(200) << qint64(1) << int(ErrorCode::InvalidTopic);
    QTest::newRow("direct") << 3 << u"x"_s << u""_s << qint64(1) << int(ErrorCode::NotPermitted);
    QTest::newRow("kind of the future") << 99 << u"x"_s << u""_s << qint64(1) << int(ErrorCode::NotPermitted);
    QTest::newRow("stranger") << 1 << u"x"_s << u""_s << qint64(4711) << int(ErrorCode::AccountUnknown);
}

void TestRoomCommands::badRoomsAreRefused()
{
    QFETCH(int, kind);
    QFETCH(QString, name);
    QFETCH(QString, topic);
    QFETCH(qint64, member);
    QFETCH(int, code);
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    QCOMPARE(
        rig.codeOf<RoomOpened>(marie.connection, CreateRoom{ RoomKind(kind), name, topic, { AccountId{ member } } }),
        code);
    QCOMPARE(rig.dispatcher->counts().rooms, 1);
}

void TestRoomCommands::joiningTwiceChangesNothing()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    auto jean = rig.join(u"jean"_s);
    const RoomId room = rig.openRoom(marie, u"Labo"_s);
    QVERIFY(rig.say(marie, room, u"before"_s));
    // Both at once: one entrance.
    const quint64 first = rig.send(jean.connection, JoinRoom{ room });
    const quint64 second = rig.send(jean.connection, JoinRoom{ room });
    QCOMPARE(rig.answerTo<RoomOpened>(jean.connection, first)->room.head, 3);
    QCOMPARE(rig.answerTo<RoomOpened>(jean.connection, second)->room.head, 3);
    const auto again = rig.ask<RoomOpened>(jean.connection, JoinRoom{ room });
    QCOMPARE(again->room.head, 3);
    QCOMPARE(again->room.unread, 0U);
    QCOMPARE(again->room.memberCount, 2U);
    QCOMPARE(rig.ask<HistoryPage>(jean.connection, Follow{ room, 0 })->events.size(), 3);
}

void TestRoomCommands::leavingIsHeardOnAllDevices()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    auto jean = rig.joinWithPassword(u"jean"_s, u"correct horse"_s);
    auto phone = rig.secondDevice(u"jean"_s, u"correct horse"_s);
    const RoomId room = rig.openRoom(marie, u"Labo"_s);
    QVERIFY(rig.ask<RoomOpened>(jean.connection, JoinRoom{ room }));
    QCOMPARE(rig.net.receivedAs<RoomAdded>(phone.connection).size(), 1);
    for (const auto &person : { marie, jean, phone })
        QVERIFY(rig.ask<HistoryPage>(person.connection, Follow{ room, 0 })->live);
    QVERIFY(rig.ask<Done>(phone.connection, LeaveRoom{ room }));
    for (const auto &device : { jean, phone }) {
        QCOMPARE(rig.net.receivedAs<RoomRemoved>(device.connection).size(), 1);
        QVERIFY(!rig.net.follows(device.connection, room));
    }
    QCOMPARE(rig.net.receivedAs<RoomEvent>(marie.connection).back().kind, EventKind::Left);
    const auto heard = rig.net.received(jean.connection).size();
    QVERIFY(rig.say(marie, room, u"among us"_s));
    QCOMPARE(rig.net.received(jean.connection).size(), heard);
    QCOMPARE(rig.codeOf<Done>(jean.connection, LeaveRoom{ room }), int(ErrorCode::NotAMember));
    QVERIFY(rig.ask<Done>(marie.connection, LeaveRoom{ room })); // its maker too
    QCOMPARE(rig.codeOf<Done>(marie.connection, RenameRoom{ room, u"mine"_s }), int(ErrorCode::NotPermitted));
}

void TestRoomCommands::leavingEndsWhatOnlyTheNetworkKnows()
{
    // A slow reader that fell behind and asked again at once: the two orders cross, so that the network alone knows.
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    auto jean = rig.joinWithPassword(u"jean"_s, u"correct horse"_s);
    auto phone = rig.secondDevice(u"jean"_s, u"correct horse"_s);
    const RoomId room = rig.openRoom(marie, u"Secret"_s, RoomKind::Private, { jean.account });
    for (const auto &device : { jean, phone })
        rig.net.follow(device.connection, room, 0);
    QVERIFY(rig.ask<Done>(jean.connection, LeaveRoom{ room }));
    QVERIFY(rig.say(marie, room, u"among us"_s));
    for (const auto &device : { jean, phone }) {
        QVERIFY(!rig.net.follows(device.connection, room));
        QVERIFY(rig.net.receivedAs<RoomEvent>(device.connection).isEmpty());
    }
}

void TestRoomCommands::guestsAreInvitedOnce()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    auto jean = rig.join(u"jean"_s);
    const RoomId room = rig.openRoom(marie, u"Secret"_s, RoomKind::Private);
    QVERIFY(rig.say(marie, room, u"before"_s));
    QCOMPARE(rig.codeOf<Done>(marie.connection, InviteToRoom{ room, AccountId{ 99 } }), int(ErrorCode::AccountUnknown));
    QVERIFY(rig.ask<Done>(marie.connection, InviteToRoom{ room, jean.account }));
    QCOMPARE(rig.codeOf<Done>(marie.connection, InviteToRoom{ room, jean.account }), int(ErrorCode::AlreadyMember));
    const RoomSummary summary = rig.net.receivedAs<RoomAdded>(jean.connection).back().room;
    QCOMPARE(summary.unread, 0U);
    QCOMPARE(summary.floor, 1); // what was said before is for newcomers too
    QCOMPARE(rig.ask<HistoryPage>(jean.connection, Follow{ room, 0 })->events[1].text, u"before"_s);
    QVERIFY(rig.say(jean, room, u"thanks"_s));
}

void TestRoomCommands::onlyMakersAndModeratorsRename()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    auto jean = rig.join(u"jean"_s);
    auto owner = rig.join(u"boss"_s);
    QVERIFY(rig.ask<LoggedIn>(owner.connection, ClaimOwnership{ rig.dispatcher->ownerCode() }));
    const RoomId room = rig.openRoom(marie, u"Labo"_s);
    for (const auto &person : { jean, owner })
        QVERIFY(rig.ask<RoomOpened>(person.connection, JoinRoom{ room }));
    QVERIFY(rig.ask<HistoryPage>(jean.connection, Follow{ room, 0 })->live);
    QCOMPARE(rig.codeOf<Done>(jean.connection, RenameRoom{ room, u"x"_s }), int(ErrorCode::NotPermitted));
    QVERIFY(rig.ask<Done>(marie.connection, RenameRoom{ room, u"Laboratoire"_s }));
    QVERIFY(rig.ask<Done>(owner.connection, RenameRoom{ room, u"Atelier"_s }));
    QVERIFY(rig.ask<Done>(owner.connection, RenameRoom{ room, u"Atelier"_s })); // which is no news
    QCOMPARE(rig.codeOf<Done>(owner.connection, RenameRoom{ room, u"General"_s }), int(ErrorCode::RoomNameTaken));
    const auto events = rig.net.receivedAs<RoomEvent>(jean.connection);
    QCOMPARE(events.size(), 2);
    QCOMPARE(events.back().kind, EventKind::Renamed);
    QCOMPARE(events.back().params, QList<QString>{ u"Atelier"_s });
    QVERIFY(rig.ask<RoomOpened>(jean.connection, CreateRoom{ RoomKind::Public, u"Labo"_s, {}, {} })); // free again
    rig.restart();
    marie = rig.comeBack(marie);
    QCOMPARE(rig.ask<RoomList>(marie.connection, ListRooms{ u"atel"_s, 0, 0 })->rooms.size(), 1);
}

void TestRoomCommands::topicsAreSetByMembers()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    QVERIFY(rig.ask<HistoryPage>(marie.connection, Follow{ rig.firstRoom(), 0 })->live);
    QVERIFY(rig.ask<Done>(marie.connection, SetTopic{ rig.firstRoom(), u"Le thé à cinq heures"_s }));
    QCOMPARE(
        rig.codeOf<Done>(marie.connection, SetTopic{ rig.firstRoom(), u"a\u202eb"_s }), int(ErrorCode::InvalidTopic));
    QVERIFY(rig.ask<Done>(marie.connection, SetTopic{ rig.firstRoom(), {} }));
    const auto events = rig.net.receivedAs<RoomEvent>(marie.connection);
    QCOMPARE(events.size(), 2);
    QCOMPARE(events[0].params, QList<QString>{ u"Le thé à cinq heures"_s });
    QCOMPARE(events[1].params, QList<QString>{ QString() });
}

void TestRoomCommands::directRoomsHaveTheirPeople()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    auto jean = rig.join(u"jean"_s);
    auto anna = rig.join(u"anna"_s);
    const auto opened = rig.ask<RoomOpened>(marie.connection, OpenDirect{ { jean.account } });
    QCOMPARE(opened->room.kind, RoomKind::Direct);
    QCOMPARE(opened->room.others.size(), 1);
    QCOMPARE(opened->room.others.front().login, u"jean"_s);
    QVERIFY(opened->room.name.isEmpty());
    const RoomId room = opened->room.id;
    QCOMPARE(rig.net.receivedAs<RoomAdded>(jean.connection).front().room.others.front().login, u"marie"_s);
    QCOMPARE(rig.ask<RoomOpened>(jean.connection, OpenDirect{ { marie.account, jean.account } })->room.id, room);
    QVERIFY(rig.ask<RoomOpened>(marie.connection, OpenDirect{ { jean.account, anna.account } })->room.id != room);
    QCOMPARE(rig.codeOf<RoomOpened>(marie.connection, OpenDirect{ { marie.account } }), int(ErrorCode::AccountUnknown));
    QCOMPARE(
        rig.codeOf<RoomOpened>(marie.connection, OpenDirect{ { AccountId{ 99 } } }), int(ErrorCode::AccountUnknown));
    QCOMPARE(rig.codeOf<Done>(marie.connection, LeaveRoom{ room }), int(ErrorCode::CannotLeaveRoom));
    QCOMPARE(rig.codeOf<Done>(marie.connection, InviteToRoom{ room, anna.account }), int(ErrorCode::NotPermitted));
    QCOMPARE(rig.codeOf<Done>(marie.connection, RenameRoom{ room, u"x"_s }), int(ErrorCode::NotPermitted));
    QCOMPARE(rig.codeOf<RoomOpened>(anna.connection, JoinRoom{ room }), int(ErrorCode::RoomUnknown));
    for (const auto &line : rig.dispatcher->rooms())
        QVERIFY(line.kind != RoomKind::Direct);
    // Two people open it at once: one room.
    const quint64 first = rig.send(jean.connection, OpenDirect{ { anna.account } });
    const quint64 second = rig.send(anna.connection, OpenDirect{ { jean.account } });
    QCOMPARE(rig.answerTo<RoomOpened>(jean.connection, first)->room.id,
        rig.answerTo<RoomOpened>(anna.connection, second)->room.id);
}

void TestRoomCommands::roomsAreFound()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    for (const QString &name : { u"Zoo"_s, u"élan"_s, u"Atelier"_s })
        rig.openRoom(marie, name);
    const auto all = rig.ask<RoomList>(marie.connection, ListRooms{ {}, 0, 2 });
    QCOMPARE(all->rooms.size(), 2);
    QVERIFY(all->rooms.front().first);
    QVERIFY(all->more);
    const auto rest = rig.ask<RoomList>(marie.connection, ListRooms{ {}, 2, 2 });
    QCOMPARE(rest->rooms.size(), 2);
    QVERIFY(!rest->more);
    QVERIFY(rig.ask<RoomList>(marie.connection, ListRooms{ {}, 4'000'000'000, 0 })->rooms.isEmpty());
    QCOMPARE(rig.ask<RoomList>(marie.connection, ListRooms{ u"ÉLAN"_s, 0, 0 })->rooms.size(), 1);
}

void TestRoomCommands::membersAreListedPresentFirst()
{
    DispatchRig rig;
    auto anna = rig.join(u"anna"_s);
    auto marie = rig.join(u"marie"_s);
    auto jean = rig.join(u"jean"_s);
    const RoomId room = rig.openRoom(marie, u"Labo"_s, RoomKind::Private, { anna.account, jean.account });
    rig.disconnect(anna.connection);
    const auto list = rig.ask<MemberList>(marie.connection, ListMembers{ room, 0, 0 });
    QCOMPARE(list->total, 3U);
    QStringList logins;
    for (const MemberEntry &entry : list->members)
        logins += entry.profile.login;
    QCOMPARE(logins, (QStringList{ u"jean"_s, u"marie"_s, u"anna"_s }));
    QVERIFY(list->members[1].maker);
    QCOMPARE(list->members[2].profile.presence, PresenceState::Offline);
    QCOMPARE(list->members[2].profile.lastSeenMs, rig.clock.wall);
    QCOMPARE(rig.ask<MemberList>(marie.connection, ListMembers{ room, 2, 9999 })->members.size(), 1);
    QCOMPARE(rig.ask<MemberList>(marie.connection, ListMembers{ room, 99, 0 })->members.size(), 0);
}

void TestRoomCommands::aListingKeepsItsOrderForAMoment()
{
    DispatchRig rig;
    auto anna = rig.join(u"anna"_s);
    auto marie = rig.join(u"marie"_s);
    const auto logins = [&] {
        QStringList all;
        const auto list = rig.ask<MemberList>(marie.connection, ListMembers{ rig.firstRoom(), 0, 0 });
        for (const MemberEntry &entry : list->members)
            all += entry.profile.login;
        return all;
    };
    QCOMPARE(logins(), (QStringList{ u"anna"_s, u"marie"_s }));
    rig.disconnect(anna.connection);
    QCOMPARE(logins(), (QStringList{ u"anna"_s, u"marie"_s })); // so that its pages belong together
    rig.clock.advance(server::MemberLists::PresenceMayLagMs);
    QCOMPARE(logins(), (QStringList{ u"marie"_s, u"anna"_s }));
    // Who enters and what they are called is right at once.
    auto lea = rig.join(u"lea"_s);
    QCOMPARE(logins(), (QStringList{ u"lea"_s, u"marie"_s, u"anna"_s }));
    QVERIFY(rig.ask<Done>(lea.connection, SetDisplayName{ u"Zoé"_s }));
    QCOMPARE(logins(), (QStringList{ u"marie"_s, u"lea"_s, u"anna"_s }));
}

void TestRoomCommands::onePageOfTenThousandMembers_data()
{
    QTest::addColumn<bool>("comings");
    QTest::newRow("as before") << false;
    QTest::newRow("made anew each time") << true;
}

void TestRoomCommands::onePageOfTenThousandMembers()
{
    QFETCH(bool, comings);
    FakeClock clock;
    server::Accounts accounts;
    server::Rooms rooms;
    server::PresenceBoard presence;
    server::MemberLists lists(clock);
    rooms.put({ .id = RoomId{ 1 } });
    for (qint64 i = 1; i <= 10'000; ++i) {
        server::Account account;
        account.id = AccountId{ i };
        account.login = u"person%1"_s.arg(i);
        account.displayName = u"Person %1"_s.arg(i * 7919 % 10'007);
        accounts.put(account);
        rooms.putMembership({ .room = RoomId{ 1 }, .account = account.id });
        if (i % 3 == 0)
            presence.set(account.id, i, PresenceState::Online);
    }
    QCOMPARE(lists.of(RoomId{ 1 }, rooms, accounts, presence).size(), 10'000); // names are put into order once
    QBENCHMARK
    {
        if (comings) {
            presence.leave(AccountId{ 3 }, 3);
            presence.set(AccountId{ 3 }, 3, PresenceState::Online);
            clock.advance(server::MemberLists::PresenceMayLagMs);
        }
        QCOMPARE(lists.of(RoomId{ 1 }, rooms, accounts, presence).mid(9'000, 200).size(), 200);
    }
}

void TestRoomCommands::roomsAreLimited()
{
    DispatchRig rig;
    rig.settings.roomsPerAccount = 3;
    rig.settings.membersPerRoom = 2;
    rig.dispatcher->setSettings(rig.settings);
    auto marie = rig.join(u"marie"_s);
    auto jean = rig.join(u"jean"_s);
    auto anna = rig.join(u"anna"_s);
    const RoomId first = rig.openRoom(marie, u"One"_s);
    rig.openRoom(marie, u"Two"_s);
    const auto third = rig.ask<RoomOpened>(marie.connection, CreateRoom{ RoomKind::Public, u"Three"_s, {}, {} });
    QCOMPARE(third.error().code, ErrorCode::TooManyRooms);
    QCOMPARE(third.error().params, QList<QString>{ u"3"_s });
    QVERIFY(rig.ask<RoomOpened>(jean.connection, JoinRoom{ first }));
    QCOMPARE(rig.codeOf<RoomOpened>(anna.connection, JoinRoom{ first }), int(ErrorCode::RoomFull));
    rig.settings.roomsCreatedPerDay = 1;
    rig.dispatcher->setSettings(rig.settings);
    rig.openRoom(anna, u"Four"_s);
    QCOMPARE(rig.codeOf<RoomOpened>(anna.connection, CreateRoom{ RoomKind::Public, u"Five"_s, {}, {} }),
        int(ErrorCode::RateLimited));
}

void TestRoomCommands::nobodyIsPutIntoMoreRoomsThanAllowed()
{
    DispatchRig rig;
    rig.settings.roomsPerAccount = 3;
    rig.settings.membersPerRoom = 2;
    rig.dispatcher->setSettings(rig.settings);
    auto marie = rig.join(u"marie"_s);
    auto jean = rig.join(u"jean"_s);
    auto anna = rig.join(u"anna"_s);
    const auto full = rig.ask<RoomOpened>(
        marie.connection, CreateRoom{ RoomKind::Private, u"All"_s, {}, { jean.account, anna.account } });
    QCOMPARE(full.error().code, ErrorCode::RoomFull);
    QCOMPARE(full.error().params, QList<QString>{ u"2"_s });
    rig.openRoom(jean, u"One"_s);
    rig.openRoom(jean, u"Two"_s);
    const CreateRoom withJean{ RoomKind::Private, u"Ours"_s, {}, { jean.account } };
    const auto guestIsFull = rig.ask<RoomOpened>(marie.connection, withJean);
    QCOMPARE(guestIsFull.error().code, ErrorCode::TooManyRooms);
    QCOMPARE(guestIsFull.error().params, (QList<QString>{ u"3"_s, u"jean"_s })); // not marie herself
    const RoomId hers = rig.openRoom(marie, u"Hers"_s, RoomKind::Private);
    const auto refused = rig.ask<Done>(marie.connection, InviteToRoom{ hers, jean.account });
    QCOMPARE(refused.error().params, (QList<QString>{ u"3"_s, u"jean"_s }));
}

void TestRoomCommands::directRoomsFillNothing()
{
    // Anybody may open one with anybody, and nobody can leave it: they must not shut people out of other rooms.
    DispatchRig rig;
    rig.settings.roomsPerAccount = 2;
    rig.settings.roomsCreatedPerDay = 1;
    rig.settings.directRoomsOpenedPerDay = 3;
    rig.dispatcher->setSettings(rig.settings);
    auto marie = rig.join(u"marie"_s);
    QList<DispatchRig::Person> others;
    for (int i = 0; i < 5; ++i)
        others.append(rig.join(u"other%1"_s.arg(i)));
    for (const auto &other : others)
        QVERIFY(rig.ask<RoomOpened>(other.connection, OpenDirect{ { marie.account } }));
    for (int i = 1; i < 4; ++i)
        QVERIFY(rig.ask<RoomOpened>(others[0].connection, OpenDirect{ { others[i].account } }) || i == 3);
    const OpenDirect fourth{ { marie.account, others[4].account } };
    const auto held = rig.ask<RoomOpened>(others[0].connection, fourth);
    QCOMPARE(held.error().code, ErrorCode::RateLimited);
    QVERIFY(held.error().retryAfterMs.value() <= 86'400'000 / 3);
    QVERIFY(rig.ask<RoomOpened>(others[0].connection, OpenDirect{ { marie.account } })); // is there already
    rig.openRoom(marie, u"Mine"_s);
    QCOMPARE(rig.codeOf<RoomOpened>(marie.connection, CreateRoom{ RoomKind::Public, u"More"_s, {}, {} }),
        int(ErrorCode::TooManyRooms));
    QVERIFY(rig.ask<RoomOpened>(marie.connection, OpenDirect{ { others[0].account, others[1].account } }));
}

QTEST_GUILESS_MAIN(TestRoomCommands)
#include "tst_room_commands.moc"
