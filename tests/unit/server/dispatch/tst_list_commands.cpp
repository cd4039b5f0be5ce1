// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/dispatch_rig.h"
#include "tests/support/wait_until.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

/// Lists of messages, what belongs to one message, and who is kept out of a room.
class TestListCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mentionsAreListedOverAllRooms();
    void mentionsPageInAStableOrder();
    void pinnedMessagesAreTheRooms();
    void listsOfHiddenRoomsAreRefused();
    void savingIsToldToTheOtherDevices();
    void revisionsAndReactionsAreForMembers();
    void whoIsRemovedHearsOfIt();
    void nobodyIsRemovedFromTheFirstRoom();
    void theBannedMayNotComeBack();
    void onlySomeMayRemoveOthers();
    void bansAreListedInPages();
};

namespace {

using Person = DispatchRig::Person;

QList<Seq> seqsOf(const Result<MessageList> &list)
{
    QList<Seq> seqs;
    for (const ListedMessage &message : list.value().messages)
        seqs.append(message.event.seq);
    return seqs;
}

Result<Sent> send(DispatchRig &rig, Person &person, RoomId room, EventKind kind, Seq target, const QString &text = {})
{
    SendMessage message = rig.draft(person, room, kind == EventKind::Edited ? text : QString());
    message.kind = kind;
    message.target = target;
    message.emoji = kind == EventKind::Edited ? QString() : text;
    return rig.ask<Sent>(person.connection, message);
}

} // namespace

void TestListCommands::mentionsAreListedOverAllRooms()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    auto jean = rig.join(u"jean"_s);
    const RoomId open = rig.openRoom(marie, u"Open"_s, RoomKind::Private, { jean.account });
    const Seq one = rig.say(marie, rig.firstRoom(), u"@jean 1"_s)->seq;
    const Seq two = rig.say(marie, open, u"@room 2"_s)->seq;
    QVERIFY(rig.say(marie, open, u"nobody"_s));
    const Seq three = rig.say(marie, rig.firstRoom(), u"@jean 3"_s)->seq;
    QVERIFY(rig.say(jean, open, u"@room by himself"_s));
    const ListMessages mentions{ MessageListKind::Mentions, {}, 0, 0 };
    const auto all = rig.ask<MessageList>(jean.connection, mentions);
    QCOMPARE(seqsOf(all), (QList<Seq>{ three, two, one }));
    QCOMPARE(all->messages[1].event.room, open);
    QVERIFY(!all->more);
    QCOMPARE(seqsOf(rig.ask<MessageList>(jean.connection, ListMessages{ MessageListKind::Mentions, open, 0, 0 })),
        QList<Seq>{ two });
    // What was deleted is no mention any more; rooms that one left are nobody's business.
    QVERIFY(send(rig, marie, rig.firstRoom(), EventKind::Deleted, three));
    QVERIFY(rig.ask<Done>(jean.connection, LeaveRoom{ open }));
    QCOMPARE(seqsOf(rig.ask<MessageList>(jean.connection, mentions)), QList<Seq>{ one });
    rig.restart();
    jean = rig.comeBack(jean);
    QCOMPARE(seqsOf(rig.ask<MessageList>(jean.connection, mentions)), QList<Seq>{ one });
}

void TestListCommands::mentionsPageInAStableOrder()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    auto jean = rig.join(u"jean"_s);
    QList<Seq> newestFirst;
    for (int i = 0; i < 130; ++i) // all in one moment
        newestFirst.prepend(
            rig.say(marie, rig.firstRoom(), i % 3 == 0 ? u"@room %1"_s.arg(i) : u"@jean %1"_s.arg(i))->seq);
    QList<Seq> found;
    ListMessages ask{ MessageListKind::Mentions, {}, 0, 0 };
    for (int page = 0; page < 3; ++page) {
        const auto list = rig.ask<MessageList>(jean.connection, ask);
        found += seqsOf(list);
        QCOMPARE(list->more, page < 2);
        ask.before = list->messages.back().order;
        QVERIFY(rig.say(marie, rig.firstRoom(), u"@jean meanwhile"_s)); // comes before what was asked for
    }
    QCOMPARE(found, newestFirst);
}

void TestListCommands::pinnedMessagesAreTheRooms()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    auto jean = rig.join(u"jean"_s);
    const RoomId room = rig.openRoom(marie, u"Open"_s, RoomKind::Private, { jean.account });
    const Seq one = rig.say(marie, room, u"1"_s)->seq;
    const Seq two = rig.say(marie, room, u"2"_s)->seq;
    for (const Seq seq : { two, one })
        QVERIFY(send(rig, marie, room, EventKind::Pinned, seq));
    const auto list = rig.ask<MessageList>(jean.connection, ListMessages{ MessageListKind::Pinned, room, 0, 0 });
    QCOMPARE(seqsOf(list), (QList<Seq>{ one, two }));
    QVERIFY(list->messages[0].event.pinned);
}

void TestListCommands::listsOfHiddenRoomsAreRefused()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    auto jean = rig.join(u"jean"_s);
    const RoomId open = rig.openRoom(marie, u"Open"_s);
    const RoomId secret = rig.openRoom(marie, u"Secret"_s, RoomKind::Private);
    for (const auto kind : { MessageListKind::Pinned, MessageListKind::Saved, MessageListKind::Mentions }) {
        QCOMPARE(
            rig.codeOf<MessageList>(jean.connection, ListMessages{ kind, secret, 0, 0 }), int(ErrorCode::RoomUnknown));
        QCOMPARE(
            rig.codeOf<MessageList>(jean.connection, ListMessages{ kind, open, 0, 0 }), int(ErrorCode::NotAMember));
    }
    QCOMPARE(rig.codeOf<MessageList>(jean.connection, ListMessages{ MessageListKind::Pinned, {}, 0, 0 }),
        int(ErrorCode::RoomUnknown));
    QCOMPARE(rig.codeOf<MessageList>(jean.connection, ListMessages{ MessageListKind(77), {}, 0, 0 }),
        int(ErrorCode::MalformedMessage));
}

void TestListCommands::savingIsToldToTheOtherDevices()
{
    DispatchRig rig;
    auto marie = rig.joinWithPassword(u"marie"_s, u"correct horse"_s);
    auto phone = rig.secondDevice(u"marie"_s, u"correct horse"_s);
    rig.features.removeAll(u"changes"_s);
    auto old = rig.secondDevice(u"marie"_s, u"correct horse"_s);
    const Seq seq = rig.say(marie, rig.firstRoom(), u"x"_s)->seq;
    const SaveMessage save{ rig.firstRoom(), seq, true };
    QVERIFY(rig.ask<Done>(marie.connection, save));
    QVERIFY(rig.ask<Done>(marie.connection, save)); // which is no news
    QCOMPARE(
        rig.net.receivedAs<MessageSaved>(phone.connection), (QList<MessageSaved>{ { rig.firstRoom(), seq, true } }));
    QVERIFY(rig.net.receivedAs<MessageSaved>(old.connection).isEmpty());
    QCOMPARE(seqsOf(rig.ask<MessageList>(phone.connection, ListMessages{ MessageListKind::Saved, {}, 0, 0 })),
        QList<Seq>{ seq });
    QCOMPARE(
        rig.codeOf<Done>(marie.connection, SaveMessage{ rig.firstRoom(), 999, true }), int(ErrorCode::MessageUnknown));
    QVERIFY(rig.ask<Done>(phone.connection, SaveMessage{ rig.firstRoom(), seq, false }));
    QCOMPARE(rig.net.receivedAs<MessageSaved>(marie.connection).back().saved, false);
}

void TestListCommands::revisionsAndReactionsAreForMembers()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    auto jean = rig.join(u"jean"_s);
    const RoomId secret = rig.openRoom(marie, u"Secret"_s, RoomKind::Private);
    const Seq seq = rig.say(marie, secret, u"1"_s)->seq;
    QVERIFY(send(rig, marie, secret, EventKind::Edited, seq, u"2"_s));
    QVERIFY(send(rig, marie, secret, EventKind::Reacted, seq, u"👍"_s));
    const auto revisions = rig.ask<RevisionList>(marie.connection, ListRevisions{ secret, seq });
    QCOMPARE(revisions->revisions.size(), 2);
    QCOMPARE(revisions->revisions[0].text, u"2"_s);
    QCOMPARE(revisions->revisions[1].text, u"1"_s);
    const auto reactions = rig.ask<ReactionList>(marie.connection, ListReactions{ secret, seq });
    QCOMPARE(reactions->reactions, (QList<ReactionPeople>{ { u"👍"_s, 1, { marie.account } } }));
    QCOMPARE(rig.codeOf<RevisionList>(jean.connection, ListRevisions{ secret, seq }), int(ErrorCode::RoomUnknown));
    QCOMPARE(rig.codeOf<ReactionList>(jean.connection, ListReactions{ secret, seq }), int(ErrorCode::RoomUnknown));
    QCOMPARE(rig.codeOf<RevisionList>(marie.connection, ListRevisions{ secret, 1 }), int(ErrorCode::MessageUnknown));
}

void TestListCommands::whoIsRemovedHearsOfIt()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    auto jean = rig.join(u"jean"_s);
    const RoomId room = rig.openRoom(marie, u"Open"_s, RoomKind::Public, { jean.account });
    for (const auto &person : { marie, jean })
        QVERIFY(rig.ask<HistoryPage>(person.connection, Follow{ room, 0 })->live);
    QVERIFY(rig.ask<Done>(marie.connection, RemoveFromRoom{ room, jean.account, false }));
    QCOMPARE(rig.net.receivedAs<RoomRemoved>(jean.connection), QList<RoomRemoved>{ { room } });
    const RoomEvent told = rig.net.receivedAs<RoomEvent>(marie.connection).back();
    QCOMPARE(told.kind, EventKind::Removed);
    QCOMPARE(told.author, marie.account);
    QCOMPARE(told.subject, jean.account);
    QCOMPARE(told.params, QList<QString>{ u"jean"_s });
    QVERIFY(rig.say(marie, room, u"x"_s));
    QVERIFY(rig.net.receivedAs<RoomEvent>(jean.connection).isEmpty());
    QCOMPARE(rig.say(jean, room, u"x"_s).error().code, ErrorCode::NotAMember);
    QCOMPARE(rig.codeOf<Done>(marie.connection, RemoveFromRoom{ room, jean.account, false }),
        int(ErrorCode::NothingToChange));
    QVERIFY(rig.ask<RoomOpened>(jean.connection, JoinRoom{ room })); // removed is not banned
}

void TestListCommands::nobodyIsRemovedFromTheFirstRoom()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    auto jean = rig.join(u"jean"_s);
    QCOMPARE(rig.codeOf<Done>(marie.connection, RemoveFromRoom{ rig.firstRoom(), jean.account, true }),
        int(ErrorCode::NotPermitted));
    QVERIFY(rig.ask<LoggedIn>(marie.connection, ClaimOwnership{ rig.dispatcher->ownerCode() }));
    QCOMPARE(rig.codeOf<Done>(marie.connection, RemoveFromRoom{ rig.firstRoom(), jean.account, true }),
        int(ErrorCode::CannotLeaveRoom));
}

void TestListCommands::theBannedMayNotComeBack()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    auto jean = rig.join(u"jean"_s);
    auto anna = rig.join(u"anna"_s);
    const RoomId room = rig.openRoom(marie, u"Open"_s, RoomKind::Public, { jean.account, anna.account });
    QVERIFY(rig.ask<Done>(marie.connection, RemoveFromRoom{ room, jean.account, true }));
    QCOMPARE(rig.net.receivedAs<RoomRemoved>(jean.connection).size(), 1);
    const auto checkKeptOut = [&] {
        QCOMPARE(rig.codeOf<RoomOpened>(jean.connection, JoinRoom{ room }), int(ErrorCode::Banned));
        QCOMPARE(rig.codeOf<Done>(anna.connection, InviteToRoom{ room, jean.account }), int(ErrorCode::Banned));
    };
    checkKeptOut();
    rig.restart();
    marie = rig.comeBack(marie);
    jean = rig.comeBack(jean);
    anna = rig.comeBack(anna);
    checkKeptOut();
    QCOMPARE(rig.codeOf<Done>(anna.connection, LiftBan{ room, jean.account }), int(ErrorCode::NotPermitted));
    QVERIFY(rig.ask<Done>(marie.connection, LiftBan{ room, jean.account }));
    QCOMPARE(rig.codeOf<Done>(marie.connection, LiftBan{ room, jean.account }), int(ErrorCode::NotBanned));
    QVERIFY(rig.ask<RoomOpened>(jean.connection, JoinRoom{ room }));
    const auto page = rig.ask<HistoryPage>(marie.connection, FetchHistory{ room, 0, 0, 0 });
    QCOMPARE(page->events[page->events.size() - 3].kind, EventKind::Banned);
    QCOMPARE(page->events[page->events.size() - 2].kind, EventKind::Unbanned);
}

void TestListCommands::onlySomeMayRemoveOthers()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    auto jean = rig.join(u"jean"_s);
    auto anna = rig.join(u"anna"_s);
    const RoomId room = rig.openRoom(marie, u"Open"_s, RoomKind::Public, { jean.account });
    const auto codeOf = [&](const Person &person, AccountId account) {
        return rig.codeOf<Done>(person.connection, RemoveFromRoom{ room, account, true });
    };
    QCOMPARE(codeOf(jean, marie.account), int(ErrorCode::NotPermitted));
    QCOMPARE(codeOf(anna, jean.account), int(ErrorCode::NotPermitted)); // a stranger
    QCOMPARE(codeOf(marie, marie.account), int(ErrorCode::NotPermitted));
    QCOMPARE(codeOf(marie, AccountId{ 999 }), int(ErrorCode::AccountUnknown));
    QVERIFY(rig.ask<LoggedIn>(anna.connection, ClaimOwnership{ rig.dispatcher->ownerCode() }));
    QCOMPARE(codeOf(marie, anna.account), int(ErrorCode::NotPermitted)); // above her
    const RoomId direct = rig.ask<RoomOpened>(marie.connection, OpenDirect{ { jean.account } })->room.id;
    QCOMPARE(rig.codeOf<Done>(marie.connection, RemoveFromRoom{ direct, jean.account, false }),
        int(ErrorCode::NotPermitted));
    QCOMPARE(codeOf(marie, jean.account), 0);
}

void TestListCommands::bansAreListedInPages()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    auto jean = rig.join(u"jean"_s);
    auto anna = rig.join(u"anna"_s);
    const RoomId room = rig.openRoom(marie, u"Open"_s, RoomKind::Public, { jean.account });
    for (const AccountId account : { anna.account, jean.account }) // one who never was a member, too
        QVERIFY(rig.ask<Done>(marie.connection, RemoveFromRoom{ room, account, true }));
    const auto list = rig.ask<BanList>(marie.connection, ListBans{ room, {} });
    QCOMPARE(list->people.size(), 2);
    QCOMPARE(list->people[0].login, u"jean"_s);
    QVERIFY(!list->more);
    QCOMPARE(rig.ask<BanList>(marie.connection, ListBans{ room, jean.account })->people.value(0).login, u"anna"_s);
    QCOMPARE(rig.codeOf<BanList>(anna.connection, ListBans{ room, {} }), int(ErrorCode::NotPermitted));
}

QTEST_GUILESS_MAIN(TestListCommands)
#include "tst_list_commands.moc"
