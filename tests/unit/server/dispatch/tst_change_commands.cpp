// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/dispatch_rig.h"
#include "tests/support/wait_until.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

/// Editing, deleting, reacting, pinning and calling, as clients see it.
class TestChangeCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyChangeIsPushedAsAnEvent();
    void pagesShowWhatTheReaderDid();
    void aPageFromMemoryAddsUpToTheSame();
    void tombstonesTakeThePlaceOfWhatWasInMemory();
    void onlySomeMayDeleteWhatOthersWrote();
    void onlySomeMayPin();
    void directRoomsBelongToTheirPeople();
    void kindsThatAreNoChangesAreMalformed();
    void refusalsForGoodUseTheNumber();
    void aReactionIsOneEmoji();
    void countsAreToldWhenADeletionChangesThem();
    void countsAreToldWhenAnEditTakesAMentionAway();
    void callsReachThoseWhoAreHere();
    void callsOfTheRoomReachAll();
    void onlySomeMayCallALargeRoom();
    void formatsOfLaterVersionsArePlain();
    void plainMessagesCarryNothingNew();
};

namespace {

using Person = DispatchRig::Person;

SendMessage change(DispatchRig &rig, Person &person, RoomId room, EventKind kind, Seq target, const QString &text = {})
{
    SendMessage message = rig.draft(person, room, {});
    message.kind = kind;
    message.target = target;
    if (kind == EventKind::Edited)
        message.text = text;
    else
        message.emoji = text;
    return message;
}

Result<Sent> send(DispatchRig &rig, Person &person, RoomId room, EventKind kind, Seq target, const QString &text = {})
{
    return rig.ask<Sent>(person.connection, change(rig, person, room, kind, target, text));
}

int codeOf(const Result<Sent> &sent)
{
    return sent ? 0 : int(sent.error().code);
}

/// From the store, in present forms.
RoomEvent fetched(DispatchRig &rig, const Person &reader, RoomId room, Seq seq)
{
    return rig.ask<HistoryPage>(reader.connection, FetchHistory{ room, 0, seq - 1, 1 })->events.value(0);
}

std::pair<quint32, quint32> countsOf(DispatchRig &rig, const Person &person, RoomId room)
{
    const auto resumed = rig.ask<Resumed>(person.connection, Resume{});
    for (const RoomSummary &summary : resumed->rooms) {
        if (summary.id == room)
            return { summary.unread, summary.mentions };
    }
    return { 999, 999 };
}

using Counts = std::pair<quint32, quint32>;

} // namespace

void TestChangeCommands::everyChangeIsPushedAsAnEvent()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    auto jean = rig.join(u"jean"_s);
    const RoomId room = rig.openRoom(marie, u"Open"_s, RoomKind::Private, { jean.account });
    QVERIFY(rig.ask<HistoryPage>(jean.connection, Follow{ room, 0 })->live);
    SendMessage draft = rig.draft(marie, room, u"**x** @jean"_s);
    draft.format = TextFormat::Markdown;
    const Seq seq = rig.ask<Sent>(marie.connection, draft)->seq;
    SendMessage answer = rig.draft(jean, room, u"y"_s);
    answer.target = seq;
    QVERIFY(rig.ask<Sent>(jean.connection, answer));
    QVERIFY(send(rig, marie, room, EventKind::Edited, seq, u"z @jean"_s));
    QVERIFY(send(rig, marie, room, EventKind::Pinned, seq));
    QVERIFY(send(rig, jean, room, EventKind::Reacted, seq, u"👍"_s));
    QVERIFY(send(rig, jean, room, EventKind::Unreacted, seq, u"👍"_s));
    QVERIFY(send(rig, marie, room, EventKind::Unpinned, seq));
    QVERIFY(send(rig, marie, room, EventKind::Deleted, seq));
    const auto events = rig.net.receivedAs<RoomEvent>(jean.connection);
    QCOMPARE(events.size(), 8);
    QCOMPARE(events[0].format, TextFormat::Markdown);
    QCOMPARE(events[0].mentions, QList<AccountId>{ jean.account });
    QCOMPARE(events[1].target, seq);
    const QList<EventKind> kinds{ EventKind::Edited, EventKind::Pinned, EventKind::Reacted, EventKind::Unreacted,
        EventKind::Unpinned, EventKind::Deleted };
    for (qsizetype i = 0; i < kinds.size(); ++i) {
        QCOMPARE(events[i + 2].kind, kinds[i]);
        QCOMPARE(events[i + 2].target, seq);
        QCOMPARE(events[i + 2].seq, events[0].seq + i + 2);
        QVERIFY(!events[i + 2].cid.isNull());
        QCOMPARE(events[i + 2].changed, 0);
    }
    QCOMPARE(events[2].text, u"z @jean"_s);
    QCOMPARE(events[2].mentions, QList<AccountId>{ jean.account });
    QCOMPARE(events[4].params, QList<QString>{ u"👍"_s });
    QCOMPARE(events[7].text, QString());
}

void TestChangeCommands::pagesShowWhatTheReaderDid()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    auto jean = rig.join(u"jean"_s);
    const RoomId room = rig.firstRoom();
    const Seq seq = rig.say(marie, room, u"x"_s)->seq;
    QVERIFY(send(rig, jean, room, EventKind::Reacted, seq, u"👍"_s));
    QVERIFY(send(rig, marie, room, EventKind::Edited, seq, u"y"_s));
    const RoomEvent his = fetched(rig, jean, room, seq);
    QCOMPARE(his.text, u"y"_s);
    QCOMPARE(his.changed, seq + 2);
    QVERIFY(his.editedMs > 0);
    QCOMPARE(his.reactions, (QList<ReactionEntry>{ { u"👍"_s, 1, true, { jean.account } } }));
    QVERIFY(!fetched(rig, marie, room, seq).reactions[0].mine);
    rig.restart();
    jean = rig.comeBack(jean);
    QCOMPARE(fetched(rig, jean, room, seq), his);
}

void TestChangeCommands::aPageFromMemoryAddsUpToTheSame()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    const RoomId room = rig.firstRoom();
    const Seq seq = rig.say(marie, room, u"x"_s)->seq;
    QVERIFY(send(rig, marie, room, EventKind::Edited, seq, u"y"_s));
    const auto page = rig.ask<HistoryPage>(marie.connection, Follow{ room, seq - 1 });
    QCOMPARE(page->events.size(), 2);
    // Either the first form and the change behind it, or the present one.
    QVERIFY(page->events[0].changed == 0 ? page->events[0].text == u"x"_s : page->events[0].text == u"y"_s);
    QCOMPARE(page->events[1].text, u"y"_s);
}

void TestChangeCommands::tombstonesTakeThePlaceOfWhatWasInMemory()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    auto jean = rig.join(u"jean"_s);
    const RoomId room = rig.firstRoom();
    const Seq seq = rig.say(marie, room, u"secret @jean"_s)->seq;
    QVERIFY(send(rig, marie, room, EventKind::Edited, seq, u"secret, too"_s));
    QVERIFY(send(rig, marie, room, EventKind::Deleted, seq));
    for (const auto &page : { rig.ask<HistoryPage>(jean.connection, Follow{ room, seq - 1 }),
             rig.ask<HistoryPage>(jean.connection, FetchHistory{ room, 0, seq - 1, 0 }) }) {
        QCOMPARE(page->events.size(), 3);
        for (const qsizetype tombstone : { 0, 1 }) {
            QCOMPARE(page->events[tombstone].text, QString());
            QVERIFY(page->events[tombstone].mentions.isEmpty());
            QVERIFY(page->events[tombstone].deleted);
            QCOMPARE(page->events[tombstone].deletedBy, marie.account);
            QCOMPARE(page->events[tombstone].changed, seq + 2);
        }
        QCOMPARE(page->events[0].author, marie.account);
        QCOMPARE(page->events[2].kind, EventKind::Deleted);
    }
    QCOMPARE(rig.codeOf<RevisionList>(jean.connection, ListRevisions{ room, seq }), int(ErrorCode::MessageGone));
}

void TestChangeCommands::onlySomeMayDeleteWhatOthersWrote()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s); // the maker
    auto jean = rig.join(u"jean"_s);
    auto anna = rig.join(u"anna"_s);
    const RoomId room = rig.openRoom(marie, u"Open"_s, RoomKind::Private, { jean.account, anna.account });
    const Seq his = rig.say(jean, room, u"x"_s)->seq;
    QCOMPARE(codeOf(send(rig, anna, room, EventKind::Deleted, his)), int(ErrorCode::NotPermitted));
    QCOMPARE(codeOf(send(rig, marie, room, EventKind::Edited, his, u"y"_s)), int(ErrorCode::NotPermitted));
    QVERIFY(send(rig, marie, room, EventKind::Deleted, his));
    QCOMPARE(fetched(rig, anna, room, his).deletedBy, marie.account);
    const Seq own = rig.say(anna, room, u"x"_s)->seq;
    QVERIFY(send(rig, anna, room, EventKind::Deleted, own));
    QCOMPARE(codeOf(send(rig, anna, room, EventKind::Deleted, own)), int(ErrorCode::NothingToChange));
}

void TestChangeCommands::onlySomeMayPin()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    auto jean = rig.join(u"jean"_s);
    const RoomId room = rig.openRoom(marie, u"Open"_s, RoomKind::Private, { jean.account });
    const Seq seq = rig.say(jean, room, u"x"_s)->seq;
    QCOMPARE(codeOf(send(rig, jean, room, EventKind::Pinned, seq)), int(ErrorCode::NotPermitted));
    QVERIFY(send(rig, marie, room, EventKind::Pinned, seq));
    QCOMPARE(codeOf(send(rig, jean, room, EventKind::Unpinned, seq)), int(ErrorCode::NotPermitted));
}

void TestChangeCommands::directRoomsBelongToTheirPeople()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    auto jean = rig.join(u"jean"_s);
    const RoomId room = rig.ask<RoomOpened>(marie.connection, OpenDirect{ { jean.account } })->room.id;
    const Seq seq = rig.say(marie, room, u"@room"_s)->seq;
    QVERIFY(send(rig, jean, room, EventKind::Pinned, seq));
    QCOMPARE(codeOf(send(rig, jean, room, EventKind::Deleted, seq)), int(ErrorCode::NotPermitted));
    QCOMPARE(fetched(rig, jean, room, seq).call, Call::Room);
    auto anna = rig.join(u"anna"_s);
    QCOMPARE(codeOf(send(rig, anna, room, EventKind::Reacted, seq, u"👍"_s)), int(ErrorCode::RoomUnknown));
}

void TestChangeCommands::kindsThatAreNoChangesAreMalformed()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    for (const int kind : { 0, int(EventKind::Joined), int(EventKind::Announcement), int(EventKind::Banned), 200 }) {
        SendMessage message = rig.draft(marie, rig.firstRoom(), u"x"_s);
        message.kind = EventKind(kind);
        const auto refused = rig.ask<Sent>(marie.connection, message);
        QCOMPARE(refused.error().code, ErrorCode::MalformedMessage);
        --marie.counters[rig.firstRoom()];
    }
    QVERIFY(rig.say(marie, rig.firstRoom(), u"x"_s));
}

void TestChangeCommands::refusalsForGoodUseTheNumber()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    auto jean = rig.join(u"jean"_s);
    const RoomId room = rig.firstRoom();
    const Seq seq = rig.say(marie, room, u"x"_s)->seq;
    // Some are refused before the store looks, some by it: all of them take their numbers in order.
    QList<quint64> asked;
    for (const SendMessage &message : { change(rig, jean, room, EventKind::Edited, seq, u"y"_s),
             change(rig, jean, room, EventKind::Pinned, seq), change(rig, jean, room, EventKind::Reacted, seq, u"no"_s),
             change(rig, jean, room, EventKind::Reacted, 0, u"👍"_s),
             change(rig, jean, room, EventKind::Unreacted, seq, u"👍"_s),
             change(rig, jean, room, EventKind::Reacted, seq, u"👍"_s) })
        asked.append(rig.send(jean.connection, message));
    QList<int> codes;
    for (const quint64 correlation : asked)
        codes.append(codeOf(rig.answerTo<Sent>(jean.connection, correlation)));
    QCOMPARE(codes,
        (QList<int>{ int(ErrorCode::NotPermitted), int(ErrorCode::NotPermitted), int(ErrorCode::InvalidEmoji),
            int(ErrorCode::MessageUnknown), int(ErrorCode::NothingToChange), 0 }));
    QCOMPARE(rig.ask<Resumed>(jean.connection, Resume{})->counters.value(0).last, 6U);
    rig.restart();
    jean = rig.comeBack(jean);
    QCOMPARE(rig.ask<Resumed>(jean.connection, Resume{})->counters.value(0).last, 6U);
}

void TestChangeCommands::aReactionIsOneEmoji()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    const RoomId room = rig.firstRoom();
    const Seq seq = rig.say(marie, room, u"x"_s)->seq;
    for (const QString &text : { u""_s, u"x"_s, u"👍👍"_s, u"👍 "_s, u"\u200d"_s, u"1"_s })
        QCOMPARE(codeOf(send(rig, marie, room, EventKind::Reacted, seq, text)), int(ErrorCode::InvalidEmoji));
    for (const QString &text :
        { u"👍"_s, u"👍🏽"_s, u"❤️"_s, u"🇫🇷"_s, u"1️⃣"_s, u"👩‍👩‍👧‍👦"_s })
        QVERIFY(send(rig, marie, room, EventKind::Reacted, seq, text));
}

void TestChangeCommands::countsAreToldWhenADeletionChangesThem()
{
    DispatchRig rig;
    rig.features.removeAll(u"presence"_s); // nothing else is to be heard
    auto marie = rig.join(u"marie"_s);
    auto jean = rig.join(u"jean"_s);
    auto anna = rig.join(u"anna"_s);
    const RoomId room = rig.firstRoom();
    QVERIFY(rig.ask<HistoryPage>(jean.connection, Follow{ room, 0 })->live);
    const Seq first = rig.say(marie, room, u"1 @jean"_s)->seq;
    const Seq second = rig.say(marie, room, u"2"_s)->seq;
    QVERIFY(rig.ask<Done>(anna.connection, MarkRead{ room, second }));
    for (const auto &person : { marie, jean, anna })
        rig.net.forget(person.connection);
    const Seq deletion = send(rig, marie, room, EventKind::Deleted, first)->seq;
    // Behind the event, so that a client that counts live ones by itself agrees.
    QVERIFY(waitUntil([&] { return rig.net.received(jean.connection).size() == 2; }));
    QVERIFY(rig.net.received(jean.connection)[0].is(MessageType::RoomEvent));
    QCOMPARE(rig.net.receivedAs<ReadMoved>(jean.connection).value(0).unread, 1U);
    QCOMPARE(rig.net.receivedAs<ReadMoved>(jean.connection).value(0).mentions, 0U);
    QCOMPARE(rig.net.receivedAs<ReadMoved>(jean.connection).value(0).head, deletion);
    QVERIFY(rig.net.receivedAs<ReadMoved>(anna.connection).isEmpty()); // she had read it
    QVERIFY(rig.net.receivedAs<ReadMoved>(marie.connection).isEmpty()); // her own
    QCOMPARE(countsOf(rig, jean, room), Counts(1, 0));
    rig.restart();
    jean = rig.comeBack(jean);
    QCOMPARE(countsOf(rig, jean, room), Counts(1, 0));
    QVERIFY(rig.ask<Done>(jean.connection, MarkRead{ room, first }));
    QCOMPARE(countsOf(rig, jean, room), Counts(1, 0));
    QVERIFY(rig.ask<Done>(jean.connection, MarkRead{ room, deletion }));
    QCOMPARE(countsOf(rig, jean, room), Counts(0, 0));
}

void TestChangeCommands::countsAreToldWhenAnEditTakesAMentionAway()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    auto jean = rig.join(u"jean"_s);
    const RoomId room = rig.firstRoom();
    const Seq seq = rig.say(marie, room, u"@jean"_s)->seq;
    QCOMPARE(countsOf(rig, jean, room), Counts(1, 1));
    rig.net.forget(jean.connection);
    QVERIFY(send(rig, marie, room, EventKind::Edited, seq, u"@jean, better"_s));
    QVERIFY(rig.net.receivedAs<ReadMoved>(jean.connection).isEmpty());
    QVERIFY(send(rig, marie, room, EventKind::Edited, seq, u"nobody"_s));
    QCOMPARE(rig.net.receivedAs<ReadMoved>(jean.connection).value(0).mentions, 0U);
    QCOMPARE(countsOf(rig, jean, room), Counts(1, 0));
    QVERIFY(send(rig, marie, room, EventKind::Edited, seq, u"@jean again"_s));
    QCOMPARE(countsOf(rig, jean, room), Counts(1, 0));
}

void TestChangeCommands::callsReachThoseWhoAreHere()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    auto jean = rig.join(u"jean"_s);
    auto anna = rig.join(u"anna"_s);
    const RoomId room = rig.firstRoom();
    rig.disconnect(anna.connection);
    const Seq seq = rig.say(marie, room, u"@here"_s)->seq;
    const RoomEvent event = fetched(rig, marie, room, seq);
    QCOMPARE(event.call, Call::Here);
    QCOMPARE(event.mentions, QList<AccountId>{ jean.account });
    QCOMPARE(countsOf(rig, jean, room), Counts(1, 1));
    anna = rig.comeBack(anna);
    QCOMPARE(countsOf(rig, anna, room), Counts(1, 0));
}

void TestChangeCommands::callsOfTheRoomReachAll()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    auto jean = rig.join(u"jean"_s);
    auto anna = rig.join(u"anna"_s);
    const RoomId room = rig.firstRoom();
    rig.disconnect(anna.connection);
    const Seq seq = rig.say(marie, room, u"@room, @jean"_s)->seq;
    QCOMPARE(fetched(rig, marie, room, seq).call, Call::Room);
    anna = rig.comeBack(anna);
    for (const auto &person : { jean, anna })
        QCOMPARE(countsOf(rig, person, room), Counts(1, 1));
    QCOMPARE(countsOf(rig, marie, room), Counts(0, 0));
    rig.restart();
    anna = rig.comeBack(anna);
    QCOMPARE(countsOf(rig, anna, room), Counts(1, 1));
    marie = rig.comeBack(marie);
    QVERIFY(send(rig, marie, room, EventKind::Deleted, seq));
    QCOMPARE(countsOf(rig, anna, room), Counts(0, 0));
}

void TestChangeCommands::onlySomeMayCallALargeRoom()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    const RoomId room = rig.firstRoom();
    for (int i = 0; i < 10; ++i)
        rig.join(u"person%1"_s.arg(i));
    QCOMPARE(fetched(rig, marie, room, rig.say(marie, room, u"@room"_s)->seq).call, Call::Nobody);
    const RoomEvent here = fetched(rig, marie, room, rig.say(marie, room, u"@here"_s)->seq);
    QCOMPARE(here.call, Call::Nobody);
    QVERIFY(here.mentions.isEmpty());
    QVERIFY(here.text.contains(u"@here"_s));
    const RoomId own = rig.openRoom(marie, u"Hers"_s);
    for (int i = 10; i < 21; ++i)
        QVERIFY(rig.ask<RoomOpened>(rig.join(u"person%1"_s.arg(i)).connection, JoinRoom{ own }));
    QCOMPARE(fetched(rig, marie, own, rig.say(marie, own, u"@room"_s)->seq).call, Call::Room);
}

void TestChangeCommands::formatsOfLaterVersionsArePlain()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    SendMessage message = rig.draft(marie, rig.firstRoom(), u"x"_s);
    message.format = TextFormat(99);
    const Seq seq = rig.ask<Sent>(marie.connection, message)->seq;
    QCOMPARE(fetched(rig, marie, rig.firstRoom(), seq).format, TextFormat::Plain);
}

void TestChangeCommands::plainMessagesCarryNothingNew()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    const RoomId room = rig.firstRoom();
    QVERIFY(rig.ask<HistoryPage>(marie.connection, Follow{ room, 0 })->live);
    QVERIFY(rig.say(marie, room, u"x"_s));
    const RoomEvent pushed = rig.net.receivedAs<RoomEvent>(marie.connection).back();
    const RoomEvent plain{ .room = room,
        .seq = pushed.seq,
        .timeMs = pushed.timeMs,
        .author = marie.account,
        .authorName = u"marie"_s,
        .cid = pushed.cid,
        .text = u"x"_s };
    QCOMPARE(pushed, plain);
    QCOMPARE(fetched(rig, marie, room, pushed.seq), plain);
}

QTEST_GUILESS_MAIN(TestChangeCommands)
#include "tst_change_commands.moc"
