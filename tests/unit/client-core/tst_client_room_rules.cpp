// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/models/room_list_model.h"
#include "shared/client-core/models/timeline_model.h"
#include "shared/client-core/session/posting_watch.h"
#include "shared/client-core/session/room_commands.h"
#include "shared/client-core/session/room_rules.h"
#include "shared/client-core/session/seen_by.h"
#include "shared/client-core/text/event_text.h"
#include "shared/client-core/text/rules_text.h"
#include "tests/unit/client-core/rig.h"

#include <QSignalSpy>

using namespace salon;
using namespace salon::test;
using namespace Qt::StringLiterals;

/// What a room's rules do on this side: words, who may write and when, what retention takes away, who has seen what.
class TestRoomRules : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void rulesComeWithTheRoomAndLive();
    void unknownOrImpossibleRulesChangeNothing();
    void onlyWhatThePersonChangedIsAskedFor();
    void everyRuleHasWords();
    void postingIsForThoseInCharge();
    void slowModeCountsDownAndSendsByItself();
    void slowModeThatEndsFreesWhatWaits();
    void changesDoNotWaitForSlowMode();
    void changesThatAreSlowedAreNotRepeatedAtOnce();
    void trimmedHistoryIsForgottenEverywhere();
    void trimWhileAwayIsForgottenToo();
    void trimOfEverythingLeavesAnEmptyRoom();
    void impossibleTrimIsIgnored();
    void seenPositionsOfSmallRooms();
    void newcomersHaveNotSeenWhatWasBeforeThem();
    void whoHasSeenIsAskedForInFull();
    void seenIsHiddenByRuleAndPrivacy();
    void seenIsAskedForWatchedBeforeTheConnection();
    void seenIsAskedAgainAfterARefusal();
    void seenOfOneWhoHidesItGoes();

private:
    void restart();
    void setRules(const RoomRules &rules);
    /// The server's room is a small one with so many messages, which others have read so far.
    void othersHaveRead(int messages, const QHash<AccountId, Seq> &seen);
    [[nodiscard]] const RoomSummary &room() const { return *m_rig->rooms.find(General); }
    [[nodiscard]] PostingWatch *watchPosting();

    std::unique_ptr<World> m_world;
    std::unique_ptr<Rig> m_rig;
    std::unique_ptr<PostingWatch> m_posting;
};

void TestRoomRules::init()
{
    m_posting.reset();
    m_rig.reset();
    m_world = std::make_unique<World>();
    restart();
}

void TestRoomRules::restart()
{
    m_posting.reset();
    m_rig.reset();
    m_rig = m_world->makeRig();
    QTRY_VERIFY(m_rig->sync.isLoaded());
}

void TestRoomRules::setRules(const RoomRules &rules)
{
    m_world->server.room(General).summary.rules = rules;
    RoomEvent changed;
    changed.room = General;
    changed.kind = EventKind::RulesChanged;
    changed.author = FakeServer::Marie;
    changed.params = { u"posting=%1"_s.arg(int(rules.posting)), u"slowSeconds=%1"_s.arg(rules.slowSeconds),
        u"retentionDays=%1"_s.arg(rules.retentionDays), u"noSeen=%1"_s.arg(int(rules.noSeen)) };
    m_world->server.append(changed);
}

PostingWatch *TestRoomRules::watchPosting()
{
    m_posting = std::make_unique<PostingWatch>(m_rig->rules, m_rig->rooms, m_rig->outbox, m_rig->sync, m_world->clock);
    return m_posting.get();
}

void TestRoomRules::rulesComeWithTheRoomAndLive()
{
    m_world->server.room(General).summary.rules.retentionDays = 7;
    m_world->server.room(General).summary.maker = FakeServer::Me;
    m_rig->goOnline();
    QCOMPARE(room().rules.retentionDays, 7U);
    QVERIFY(m_rig->rules.maySetRules(General));
    QVERIFY(!m_rig->rules.maySetRules(Ops)); // somebody else's
    const RoomListModel list(m_rig->rooms, m_rig->people);
    const QModelIndex row = list.index(list.rowOf(General));
    QVERIFY(row.data(RoomListModel::RulesLineRole).toString().contains(u"7"));
    QSignalSpy changed(&list, &RoomListModel::dataChanged);
    setRules({ RoomPeople::Moderators, false, NewcomerHistory::All, 30, 0, RoomPeople::Everyone, false, false });
    QTRY_COMPARE(room().rules.retentionDays, 30U);
    QCOMPARE(room().rules.posting, RoomPeople::Moderators);
    QVERIFY(!changed.isEmpty());
    m_world->server.reachable = false;
    m_world->server.cut();
    restart();
    QCOMPARE(room().rules.retentionDays, 30U); // offline too
    QCOMPARE(room().maker, FakeServer::Me);
}

void TestRoomRules::unknownOrImpossibleRulesChangeNothing()
{
    RoomRules rules;
    takeRules(rules,
        { u"posting=9"_s, u"history=7"_s, u"files=-1"_s, u"slowSeconds=abc"_s, u"=3"_s, u"noSeen"_s, u"colour=3"_s,
            {} });
    QCOMPARE(rules, RoomRules());
    takeRules(rules, { u"files=2"_s, u"plainOnly=1"_s, u"noTyping=1"_s, u"history=1"_s });
    QCOMPARE(rules,
        (RoomRules{ RoomPeople::Everyone, true, NewcomerHistory::FromJoining, 0, 0, RoomPeople::Nobody, false, true }));
}

void TestRoomRules::onlyWhatThePersonChangedIsAskedFor()
{
    QList<SetRoomRules> asked;
    m_world->server.intercept = [&asked](FakeChannel *, const Envelope &request) {
        if (request.is(MessageType::SetRoomRules))
            asked.append(decode<SetRoomRules>(request).value());
        return false;
    };
    m_rig->goOnline();
    RoomCommands commands(*m_rig->session, m_rig->sync, m_rig->people);
    const RoomRules before{ .slowSeconds = 5, .noSeen = true };
    RoomRules wanted = before;
    QVERIFY(commands.setRules(General, wanted, before).isFinished()); // nothing is other
    wanted.noSeen = false;
    wanted.files = RoomPeople::Nobody;
    const auto set = commands.setRules(General, wanted, before);
    QTRY_VERIFY(set.isFinished() && set.result());
    QCOMPARE(asked, (QList<SetRoomRules>{ { General, wanted, { u"files"_s, u"noSeen"_s } } }));
}

void TestRoomRules::everyRuleHasWords()
{
    QVERIFY(RulesText::line({}).isEmpty());
    QVERIFY(RulesText::sentences({}).isEmpty());
    const RoomRules all{ RoomPeople::Moderators, true, NewcomerHistory::Nothing, 30, 90, RoomPeople::Nobody, true,
        true };
    QCOMPARE(RulesText::sentences(all).size(), 8);
    QCOMPARE(RulesText::line(all).split(u" · "_s).size(), 8);
    for (const QString &param :
        { u"posting=0"_s, u"posting=1"_s, u"files=0"_s, u"files=1"_s, u"files=2"_s, u"plainOnly=0"_s, u"plainOnly=1"_s,
            u"history=0"_s, u"history=1"_s, u"history=2"_s, u"retentionDays=0"_s, u"retentionDays=1"_s,
            u"slowSeconds=0"_s, u"slowSeconds=60"_s, u"noSeen=0"_s, u"noSeen=1"_s, u"noTyping=0"_s, u"noTyping=1"_s })
        QVERIFY2(RulesText::ofChange(param).endsWith(u'.'), qPrintable(param));
    QCOMPARE(RulesText::duration(90), u"90 second(s)"_s);
    QCOMPARE(RulesText::duration(120), u"2 minute(s)"_s);
    QCOMPARE(RulesText::duration(3600), u"1 hour(s)"_s);
    RoomEvent event;
    event.kind = EventKind::RulesChanged;
    event.params = { u"posting=1"_s, u"slowSeconds=10"_s, u"strange=1"_s };
    const QString told = EventText::of(event, u"Marie"_s, {});
    QVERIFY(told.startsWith(u"Marie"));
    QVERIFY(told.contains(RulesText::ofChange(u"posting=1"_s)));
    QVERIFY(told.contains(RulesText::ofChange(u"slowSeconds=10"_s)));
}

void TestRoomRules::postingIsForThoseInCharge()
{
    m_rig->goOnline();
    PostingWatch *posting = watchPosting();
    QSignalSpy changed(posting, &PostingWatch::changed);
    QVERIFY(posting->of(General).may);
    QCOMPARE(posting->of(RoomId{ 999 }), (PostingState{ false, ErrorCode::NotAMember, 0 }));
    setRules({ RoomPeople::Moderators, false, NewcomerHistory::All, 0, 0, RoomPeople::Everyone, false, false });
    QTRY_COMPARE(posting->of(General), (PostingState{ false, ErrorCode::PostingRestricted, 0 }));
    QVERIFY(!changed.isEmpty());
    LoggedIn self = m_rig->session->self();
    self.role = Role::Moderator;
    changed.clear();
    m_rig->session->updateSelf(self);
    QVERIFY(posting->of(General).may);
    QVERIFY(!changed.isEmpty());
}

void TestRoomRules::slowModeCountsDownAndSendsByItself()
{
    m_world->server.room(General).summary.rules.slowSeconds = 10;
    m_rig->goOnline();
    PostingWatch *posting = watchPosting();
    m_rig->outbox.queue(General, u"first"_s);
    QTRY_COMPARE(posting->of(General).waitSeconds, 10);
    m_world->clock.advance(4000);
    QCOMPARE(posting->of(General).waitSeconds, 6);
    int refusals = 0;
    m_world->server.intercept = [&](FakeChannel *channel, const Envelope &request) {
        if (!request.is(MessageType::SendMessage) || refusals > 0)
            return false;
        ++refusals;
        m_world->server.refuse(channel, request, ErrorCode::SlowMode, {}, 6000);
        return true;
    };
    const Cid second = m_rig->outbox.queue(General, u"second"_s);
    QTRY_COMPARE(refusals, 1);
    QTRY_VERIFY(m_rig->outbox.find(second)->isDelayed);
    const OutboxEntry waiting = *m_rig->outbox.find(second);
    QCOMPARE(waiting.error.code, ErrorCode::SlowMode);
    QCOMPARE(waiting.attempts, 1);
    QCOMPARE(waiting.nextTryMs, m_world->clock.wallMs() + 6000);
    m_world->clock.advance(6000);
    m_rig->outbox.retry(second); // the timer is a real one, the clock is not
    QTRY_COMPARE(m_world->server.textsOf(General), (QStringList{ u"first"_s, u"second"_s }));
}

void TestRoomRules::slowModeThatEndsFreesWhatWaits()
{
    m_world->server.room(General).summary.rules.slowSeconds = 3600;
    m_rig->goOnline();
    bool refuses = true;
    m_world->server.intercept = [&](FakeChannel *channel, const Envelope &request) {
        if (!request.is(MessageType::SendMessage) || !refuses)
            return false;
        m_world->server.refuse(channel, request, ErrorCode::SlowMode, {}, 3'600'000);
        return true;
    };
    const Cid cid = m_rig->outbox.queue(General, u"patience"_s);
    QTRY_VERIFY(m_rig->outbox.find(cid)->isDelayed);
    QCOMPARE(m_rig->outbox.find(cid)->nextTryMs, m_world->clock.wallMs() + 3'600'000); // not asked every minute
    refuses = false;
    m_rig->outbox.retry(cid);
    QTRY_COMPARE(m_world->server.textsOf(General), QStringList{ u"patience"_s });
}

void TestRoomRules::changesDoNotWaitForSlowMode()
{
    m_world->server.room(General).summary.rules.slowSeconds = 3600;
    const Seq mine = m_world->server.say(General, FakeServer::Me, u"first"_s).seq;
    m_rig->goOnline();
    bool refuses = true;
    m_world->server.intercept = [&](FakeChannel *channel, const Envelope &request) {
        const bool isMessage
            = request.is(MessageType::SendMessage) && decode<SendMessage>(request)->kind == EventKind::Message;
        if (!isMessage || !refuses)
            return false;
        m_world->server.refuse(channel, request, ErrorCode::SlowMode, {}, 3'600'000);
        return true;
    };
    const Cid one = m_rig->outbox.queue(General, u"one"_s);
    QVERIFY(m_rig->messages.react(General, mine, u"👍"_s, true)); // behind it in the queue
    const Cid two = m_rig->outbox.queue(General, u"two"_s);
    QVERIFY(m_rig->messages.edit(General, mine, u"edited"_s, TextFormat::Markdown));
    const auto &log = m_world->server.room(General).log;
    QTRY_COMPARE(log.size(), 3); // both changes, in their order
    QCOMPARE(log[1].kind, EventKind::Reacted);
    QCOMPARE(log[2].kind, EventKind::Edited);
    const OutboxEntry *waiting = m_rig->outbox.find(one);
    QVERIFY(waiting && waiting->isDelayed);
    QCOMPARE(waiting->nextTryMs, m_world->clock.wallMs() + 3'600'000);
    QCOMPARE(m_rig->outbox.find(two)->state, SendState::Queued);
    QVERIFY(m_rig->messages.react(General, mine, u"👍"_s, false)); // one that comes later, too
    QTRY_COMPARE(log.size(), 4);
    refuses = false;
    m_rig->outbox.retry(one);
    QTRY_COMPARE(log.size(), 6);
    QCOMPARE(log[4].text, u"one"_s);
    QCOMPARE(log[5].text, u"two"_s);
    QTRY_VERIFY(m_rig->outbox.entries().isEmpty());
}

void TestRoomRules::changesThatAreSlowedAreNotRepeatedAtOnce()
{
    const Seq mine = m_world->server.say(General, FakeServer::Me, u"first"_s).seq;
    m_rig->goOnline();
    int refusals = 0;
    m_world->server.intercept = [&](FakeChannel *channel, const Envelope &request) {
        if (!request.is(MessageType::SendMessage) || decode<SendMessage>(request)->kind != EventKind::Edited
            || refusals == 100)
            return false;
        ++refusals;
        m_world->server.refuse(channel, request, ErrorCode::SlowMode, {}, 5000);
        return true;
    };
    QVERIFY(m_rig->messages.edit(General, mine, u"edited"_s, TextFormat::Markdown));
    QTRY_VERIFY(!m_rig->outbox.entries().isEmpty() && m_rig->outbox.entries().constFirst().isDelayed);
    const Cid behind
        = m_rig->outbox.queue(Ops, u"behind"_s); // all that would be sent at once is sent before it is stored
    QTRY_VERIFY(!m_rig->outbox.find(behind));
    QCOMPARE(refusals, 1);
    m_world->clock.advance(5000);
    m_rig->outbox.queue(Ops, u"later"_s);
    QTRY_COMPARE(refusals, 2);
    refusals = 100;
    m_world->clock.advance(5000);
    m_rig->outbox.queue(Ops, u"last"_s);
    QTRY_COMPARE(m_world->server.room(General).log.size(), 2);
    QTRY_VERIFY(m_rig->outbox.entries().isEmpty());
}

void TestRoomRules::trimmedHistoryIsForgottenEverywhere()
{
    m_world->server.fill(General, 20);
    m_world->server.readSeqs[General] = 5;
    m_world->server.saved = { { General, 3 }, { General, 18 } };
    m_rig->goOnline();
    QObject::connect(&m_rig->sync, &RoomSync::trimmed, &m_rig->saved, &SavedMessages::trim);
    QTRY_VERIFY(m_rig->saved.contains(General, 3) && m_rig->saved.contains(General, 18));
    TimelineModel timeline(General, m_rig->sources());
    QTRY_COMPARE(timeline.rowCount(), 20);
    QCOMPARE(room().unread, 15U);
    QTRY_COMPARE(m_rig->quotes.want(General, 4).state, QuotedMessages::Quote::State::Known);
    QSignalSpy trimmed(&m_rig->sync, &RoomSync::trimmed);
    m_world->server.trim(General, 11);
    QTRY_COMPARE(trimmed.size(), 1);
    QCOMPARE(trimmed.first().at(1).value<Seq>(), Seq(11));
    QCOMPARE(timeline.rowCount(), 11); // ten, and a gap that says so
    QCOMPARE(timeline.index(0).data(TimelineModel::RowKindRole).toInt(), int(TimelineModel::RowKind::Gap));
    QVERIFY(timeline.isAtStart());
    QCOMPARE(timeline.rowOfSeq(11), 1);
    QCOMPARE(m_rig->quotes.want(General, 4).state, QuotedMessages::Quote::State::Gone);
    QVERIFY(!m_rig->saved.contains(General, 3) && m_rig->saved.contains(General, 18));
    QTRY_COMPARE(room().unread, 10U);
    QCOMPARE(room().readSeq, Seq(10));
    QCOMPARE(room().floor, Seq(11));
    m_world->server.reachable = false;
    m_world->server.cut();
    restart();
    TimelineModel offline(General, m_rig->sources());
    QTRY_COMPARE(offline.rowCount(), 11); // neither the mirror has it
    QCOMPARE(offline.index(0).data(TimelineModel::RowKindRole).toInt(), int(TimelineModel::RowKind::Gap));
    QVERIFY(offline.isAtStart());
    QCOMPARE(room().unread, 10U);
}

void TestRoomRules::trimWhileAwayIsForgottenToo()
{
    m_world->server.fill(General, 20);
    m_rig->goOnline();
    m_world->server.reachable = false;
    m_world->server.cut();
    QTRY_VERIFY(!m_rig->session->isOnline());
    m_world->server.trim(General, 16);
    m_world->server.reachable = true;
    QSignalSpy trimmed(&m_rig->sync, &RoomSync::trimmed);
    m_rig->session->retryNow();
    QTRY_VERIFY(m_rig->sync.isCaughtUp());
    QCOMPARE(trimmed.size(), 1);
    TimelineModel timeline(General, m_rig->sources());
    QTRY_COMPARE(timeline.rowCount(), 6);
    QCOMPARE(room().unread, 5U);
}

void TestRoomRules::trimOfEverythingLeavesAnEmptyRoom()
{
    m_world->server.fill(General, 5);
    m_rig->goOnline();
    TimelineModel timeline(General, m_rig->sources());
    QTRY_COMPARE(timeline.rowCount(), 5);
    m_world->server.trim(General, 6);
    QTRY_COMPARE(timeline.rowCount(), 0);
    QCOMPARE(room().unread, 0U);
    m_world->server.say(General, FakeServer::Marie, u"life goes on"_s);
    QTRY_VERIFY(timeline.rowOfSeq(6) >= 0);
    QCOMPARE(room().unread, 1U);
    m_world->server.reachable = false;
    m_world->server.cut();
    restart();
    TimelineModel offline(General, m_rig->sources());
    QTRY_VERIFY(offline.rowOfSeq(6) >= 0);
}

void TestRoomRules::impossibleTrimIsIgnored()
{
    m_world->server.fill(General, 5);
    m_rig->goOnline();
    TimelineModel timeline(General, m_rig->sources());
    QTRY_COMPARE(timeline.rowCount(), 5);
    m_world->server.pushAll(HistoryTrimmed{ General, 4711 }); // of what was never written
    m_world->server.pushAll(HistoryTrimmed{ General, -3 });
    m_world->server.pushAll(HistoryTrimmed{ RoomId{ 999 }, 2 });
    m_world->server.say(General, FakeServer::Marie, u"6"_s);
    QTRY_COMPARE(timeline.rowCount(), 6);
    QCOMPARE(room().floor, Seq(1));
}

void TestRoomRules::othersHaveRead(int messages, const QHash<AccountId, Seq> &seen)
{
    m_world->server.fill(General, messages);
    m_world->server.seen[General] = seen;
    m_world->server.room(General).summary.memberCount = 3;
}

void TestRoomRules::seenPositionsOfSmallRooms()
{
    othersHaveRead(10, { { FakeServer::Marie, 7 }, { FakeServer::Jean, 10 }, { FakeServer::Me, 10 } });
    m_rig->goOnline();
    SeenBy seen(*m_rig->session, m_rig->sync, m_rig->rooms);
    QVERIFY(seen.seenBy(General, 5).isEmpty()); // nobody looks: nothing is asked
    seen.watch(General);
    QTRY_COMPARE(seen.seenBy(General, 5), (QList<AccountId>{ FakeServer::Marie, FakeServer::Jean }));
    QCOMPARE(seen.seenBy(General, 8), QList<AccountId>{ FakeServer::Jean });
    QCOMPARE(seen.lastSeen(General, 7, 8), QList<AccountId>{ FakeServer::Marie });
    QCOMPARE(seen.lastSeen(General, 10, 0), QList<AccountId>{ FakeServer::Jean });
    QSignalSpy changed(&seen, &SeenBy::changed);
    m_world->server.pushAll(SeenMoved{ General, FakeServer::Marie, 9 });
    QTRY_COMPARE(seen.seenBy(General, 9).size(), 2);
    m_world->server.pushAll(SeenMoved{ General, FakeServer::Marie, 2 }); // never back
    m_world->server.pushAll(SeenMoved{ General, FakeServer::Me, 10 });
    m_world->server.pushAll(SeenMoved{ General, FakeServer::Jean, 11 });
    QTRY_COMPARE(seen.seenBy(General, 11), QList<AccountId>{ FakeServer::Jean });
    QCOMPARE(changed.size(), 2);
    QCOMPARE(seen.seenBy(General, 9).size(), 2);
    RoomEvent left;
    left.room = General;
    left.kind = EventKind::Left;
    left.author = FakeServer::Jean;
    m_world->server.append(left);
    QTRY_COMPARE(seen.seenBy(General, 1), QList<AccountId>{ FakeServer::Marie });
    m_world->server.cut();
    QTRY_VERIFY(seen.seenBy(General, 1).isEmpty()); // never a promise
    m_rig->session->retryNow();
    QTRY_COMPARE(seen.seenBy(General, 1).size(), 2);
    seen.unwatch(General);
}

void TestRoomRules::newcomersHaveNotSeenWhatWasBeforeThem()
{
    constexpr AccountId Zoe{ 9 };
    const auto add = [this](EventKind kind, AccountId author, AccountId subject) {
        RoomEvent event;
        event.room = General;
        event.kind = kind;
        event.author = author;
        event.subject = subject;
        return m_world->server.append(event).seq;
    };
    m_world->server.fill(General, 10);
    const Seq jeanCame = add(EventKind::Invited, FakeServer::Marie, FakeServer::Jean); // before this program began
    m_world->server.seen[General] = { { FakeServer::Marie, jeanCame }, { FakeServer::Jean, jeanCame } };
    m_world->server.room(General).summary.memberCount = 4;
    m_rig->goOnline();
    SeenBy seen(*m_rig->session, m_rig->sync, m_rig->rooms);
    seen.watch(General);
    QTRY_COMPARE(seen.seenBy(General, 10), QList<AccountId>{ FakeServer::Marie });
    QCOMPARE(seen.seenBy(General, jeanCame).size(), 2);
    const Seq zoeCame = add(EventKind::Joined, Zoe, {});
    m_world->server.pushAll(SeenMoved{ General, Zoe, zoeCame, zoeCame });
    QTRY_COMPARE(seen.seenBy(General, zoeCame), QList<AccountId>{ Zoe });
    QCOMPARE(seen.seenBy(General, jeanCame).size(), 2);
    QVERIFY(!seen.lastSeen(General, jeanCame, 0).contains(Zoe));
    const Seq later = m_world->server.say(General, FakeServer::Me, u"later"_s).seq;
    m_world->server.pushAll(SeenMoved{ General, Zoe, later });
    QTRY_COMPARE(seen.seenBy(General, later), QList<AccountId>{ Zoe });
    seen.unwatch(General);
}

void TestRoomRules::whoHasSeenIsAskedForInFull()
{
    othersHaveRead(10, { { FakeServer::Marie, 7 }, { FakeServer::Jean, 10 } });
    m_rig->goOnline();
    SeenBy seen(*m_rig->session, m_rig->sync, m_rig->rooms);
    m_world->server.pushAll(SeenMoved{ General, FakeServer::Jean, 10 });
    QTRY_COMPARE(seen.seenBy(General, 5), QList<AccountId>{ FakeServer::Jean }); // as far as one has heard
    const Answer<> fetched = seen.fetch(General);
    QTRY_VERIFY(fetched.isFinished());
    QVERIFY(fetched.result());
    QCOMPARE(seen.seenBy(General, 5), (QList<AccountId>{ FakeServer::Marie, FakeServer::Jean }));
}

void TestRoomRules::seenIsHiddenByRuleAndPrivacy()
{
    othersHaveRead(3, { { FakeServer::Marie, 3 } });
    m_rig->goOnline();
    SeenBy seen(*m_rig->session, m_rig->sync, m_rig->rooms);
    seen.watch(General);
    QTRY_COMPARE(seen.seenBy(General, 1).size(), 1);
    m_world->server.pushAll(PrivacyChanged{ true });
    QTRY_VERIFY(!seen.isShown(General));
    QVERIFY(seen.seenBy(General, 1).isEmpty());
    m_world->server.pushAll(PrivacyChanged{ false });
    QTRY_COMPARE(seen.seenBy(General, 1).size(), 1);
    setRules({ RoomPeople::Everyone, false, NewcomerHistory::All, 0, 0, RoomPeople::Everyone, true, false });
    QTRY_VERIFY(!seen.isShown(General));
    QVERIFY(seen.seenBy(General, 1).isEmpty());
    m_world->server.room(Ops).summary.memberCount = SeenBy::MaxMembers + 1;
    RoomSummary large = *m_rig->rooms.find(Ops);
    large.memberCount = SeenBy::MaxMembers + 1;
    m_rig->rooms.put(large);
    QVERIFY(!seen.isShown(Ops));
}

void TestRoomRules::seenIsAskedForWatchedBeforeTheConnection()
{
    othersHaveRead(3, { { FakeServer::Marie, 3 }, { FakeServer::Jean, 1 } });
    SeenBy seen(*m_rig->session, m_rig->sync, m_rig->rooms);
    seen.watch(General);
    m_rig->goOnline();
    QTRY_COMPARE(seen.seenBy(General, 1).size(), 2);
}

void TestRoomRules::seenIsAskedAgainAfterARefusal()
{
    othersHaveRead(3, { { FakeServer::Marie, 3 }, { FakeServer::Jean, 2 } });
    m_rig->goOnline();
    bool refuses = true;
    m_world->server.intercept = [this, &refuses](FakeChannel *channel, const Envelope &request) {
        if (!request.is(MessageType::ListSeen) || !refuses)
            return false;
        m_world->server.refuse(channel, request, ErrorCode::RateLimited, {}, 50);
        return true;
    };
    SeenBy seen(*m_rig->session, m_rig->sync, m_rig->rooms);
    seen.watch(General);
    m_world->server.pushAll(SeenMoved{ General, FakeServer::Marie, 3 });
    QTRY_COMPARE(seen.seenBy(General, 1), QList<AccountId>{ FakeServer::Marie }); // as far as one has heard
    refuses = false;
    QTRY_COMPARE(seen.seenBy(General, 1).size(), 2);
}

void TestRoomRules::seenOfOneWhoHidesItGoes()
{
    othersHaveRead(3, { { FakeServer::Marie, 3 }, { FakeServer::Jean, 2 } });
    m_rig->goOnline();
    SeenBy seen(*m_rig->session, m_rig->sync, m_rig->rooms);
    seen.watch(General);
    QTRY_COMPARE(seen.seenBy(General, 1).size(), 2);
    m_world->server.pushAll(SeenMoved{ General, FakeServer::Marie, 0 });
    QTRY_COMPARE(seen.seenBy(General, 1), QList<AccountId>{ FakeServer::Jean });
    m_world->server.pushAll(SeenMoved{ General, FakeServer::Marie, 2 });
    QTRY_COMPARE(seen.seenBy(General, 2).size(), 2);
}

QTEST_GUILESS_MAIN(TestRoomRules)
#include "tst_client_room_rules.moc"
