// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/dispatch_rig.h"
#include "tests/support/wait_until.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

/// Rules of rooms as the server holds to them, and retention.
class TestRulesCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rulesAreToldAndKept();
    void onlyTheMakerAndModeratorsSetRules();
    void rulesThatCannotBeAreNamed();
    void directRoomsHaveSomeRules();
    void onlyModeratorsPostWhereThatIsTheRule();
    void whatWasPostedBeforeTheRuleIsAnsweredAgain();
    void slowModeIsTemporary();
    void textsStayPlainWhereThatIsTheRule();
    void filesAreRefusedByTheRule();
    void nobodyIsToldOfTypingWhereThatIsTheRule();
    void newcomersSeeWhatTheRuleLeavesThem();
    void onlyWhatIsNamedIsSet();
    void changesAtTheSameMomentAreBothThere();
    void oldMessagesAreRemoved();
    void removalGoesOnByTheHourOfTheStart();
    void retentionIsEndedByItsRule();
};

namespace {

RoomSummary summaryOf(DispatchRig &rig, const DispatchRig::Person &person, RoomId room)
{
    const auto resumed = rig.ask<Resumed>(person.connection, Resume{});
    for (const RoomSummary &summary : resumed->rooms) {
        if (summary.id == room)
            return summary;
    }
    return {};
}

Result<Done> setRules(DispatchRig &rig, const DispatchRig::Person &person, RoomId room, const RoomRules &rules)
{
    return rig.ask<Done>(person.connection, SetRoomRules{ room, rules });
}

constexpr qint64 DayMs = qint64(24) * 3600 * 1000;

} // namespace

void TestRulesCommands::rulesAreToldAndKept()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    auto jean = rig.join(u"jean"_s);
    const RoomId room = rig.openRoom(marie, u"Quiet"_s, RoomKind::Private, { jean.account });
    QCOMPARE(summaryOf(rig, jean, room).maker, marie.account);
    QCOMPARE(summaryOf(rig, jean, room).rules, RoomRules{});
    QVERIFY(rig.ask<HistoryPage>(jean.connection, Follow{ room, 0 })->live);
    const RoomRules rules{ .posting = RoomPeople::Moderators, .slowSeconds = 10, .noTyping = true };
    QVERIFY(setRules(rig, marie, room, rules));
    const RoomEvent event = rig.net.receivedAs<RoomEvent>(jean.connection).back();
    QCOMPARE(event.kind, EventKind::RulesChanged);
    QCOMPARE(event.author, marie.account);
    QCOMPARE(event.params, (QList<QString>{ u"posting=1"_s, u"slowSeconds=10"_s, u"noTyping=1"_s }));
    QCOMPARE(summaryOf(rig, jean, room).rules, rules);
    // The same again is no event.
    QVERIFY(setRules(rig, marie, room, rules));
    QCOMPARE(summaryOf(rig, jean, room).head, event.seq);
    rig.restart();
    jean = rig.comeBack(jean);
    QCOMPARE(summaryOf(rig, jean, room).rules, rules);
    QCOMPARE(summaryOf(rig, jean, room).maker, marie.account);
}

void TestRulesCommands::onlyTheMakerAndModeratorsSetRules()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    auto jean = rig.join(u"jean"_s);
    auto owner = rig.join(u"anna"_s);
    QVERIFY(rig.ask<LoggedIn>(owner.connection, ClaimOwnership{ rig.dispatcher->ownerCode() }));
    const RoomId room = rig.openRoom(marie, u"Mine"_s, RoomKind::Public, { jean.account, owner.account });
    const RoomRules rules{ .plainOnly = true };
    QCOMPARE(setRules(rig, jean, room, rules).error().code, ErrorCode::NotPermitted);
    QCOMPARE(setRules(rig, jean, rig.firstRoom(), rules).error().code, ErrorCode::NotPermitted);
    QVERIFY(setRules(rig, marie, room, rules));
    QVERIFY(setRules(rig, owner, room, {}));
    QVERIFY(setRules(rig, owner, rig.firstRoom(), rules));
}

void TestRulesCommands::rulesThatCannotBeAreNamed()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    const RoomId room = rig.openRoom(marie, u"Mine"_s);
    const auto refused = setRules(rig, marie, room, { .plainOnly = true, .retentionDays = 4000 });
    QCOMPARE(refused.error().code, ErrorCode::InvalidRules);
    QCOMPARE(refused.error().params, QList<QString>{ u"retentionDays"_s });
    QCOMPARE(summaryOf(rig, marie, room).rules, RoomRules{}); // none of it counts
}

void TestRulesCommands::directRoomsHaveSomeRules()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    auto jean = rig.join(u"jean"_s);
    const RoomSummary room = rig.ask<RoomOpened>(marie.connection, OpenDirect{ { jean.account } })->room;
    QCOMPARE(room.maker, AccountId{});
    QVERIFY(setRules(rig, jean, room.id, { .retentionDays = 30, .noSeen = true }));
    QCOMPARE(setRules(rig, marie, room.id, { .slowSeconds = 3 }).error().params, QList<QString>{ u"slowSeconds"_s });
    QCOMPARE(summaryOf(rig, marie, room.id).rules.retentionDays, quint32(30));
}

void TestRulesCommands::onlyModeratorsPostWhereThatIsTheRule()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    auto jean = rig.join(u"jean"_s);
    const RoomId room = rig.openRoom(marie, u"News"_s, RoomKind::Public, { jean.account });
    const auto own = rig.say(jean, room, u"before"_s);
    QVERIFY(own);
    QVERIFY(setRules(rig, marie, room, { .posting = RoomPeople::Moderators }));
    QCOMPARE(rig.say(jean, room, u"x"_s).error().code, ErrorCode::PostingRestricted);
    QVERIFY(rig.say(marie, room, u"news"_s));
    // One's own messages can be changed, and everybody reacts. The refused one used up its number.
    SendMessage edit = rig.draft(jean, room, u"before, edited"_s);
    edit.kind = EventKind::Edited;
    edit.target = own->seq;
    QVERIFY(rig.ask<Sent>(jean.connection, edit));
    SendMessage reaction = rig.draft(jean, room, {});
    reaction.kind = EventKind::Reacted;
    reaction.target = own->seq;
    reaction.emoji = u"👍"_s;
    QVERIFY(rig.ask<Sent>(jean.connection, reaction));
}

void TestRulesCommands::whatWasPostedBeforeTheRuleIsAnsweredAgain()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    auto jean = rig.join(u"jean"_s);
    const RoomId room = rig.openRoom(marie, u"News"_s, RoomKind::Public, { jean.account });
    const SendMessage message = rig.draft(jean, room, u"in time"_s);
    const auto first = rig.ask<Sent>(jean.connection, message);
    QVERIFY(setRules(rig, marie, room, { .posting = RoomPeople::Moderators, .slowSeconds = 60 }));
    QCOMPARE(rig.ask<Sent>(jean.connection, message).value(), first.value());
}

void TestRulesCommands::slowModeIsTemporary()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    auto jean = rig.join(u"jean"_s);
    const RoomId room = rig.openRoom(marie, u"Slow"_s, RoomKind::Public, { jean.account });
    QVERIFY(setRules(rig, marie, room, { .slowSeconds = 10 }));
    const SendMessage first = rig.draft(jean, room, u"one"_s);
    const auto sent = rig.ask<Sent>(jean.connection, first);
    QVERIFY(sent);
    const SendMessage second = rig.draft(jean, room, u"two"_s);
    const auto refused = rig.ask<Sent>(jean.connection, second);
    QCOMPARE(refused.error().code, ErrorCode::SlowMode);
    QCOMPARE(refused.error().retryAfterMs.value_or(0), quint32(10'000));
    QCOMPARE(rig.ask<Sent>(jean.connection, first).value(), sent.value()); // answered as before
    QVERIFY(rig.say(marie, room, u"makers are not slowed down"_s));
    QVERIFY(rig.say(marie, room, u"never"_s));
    rig.clock.advance(10'000);
    QVERIFY(rig.ask<Sent>(jean.connection, second)); // under the same number
    // Several at once: one after the other, none lost, none twice.
    rig.clock.advance(10'000);
    const SendMessage third = rig.draft(jean, room, u"three"_s);
    const SendMessage fourth = rig.draft(jean, room, u"four"_s);
    const quint64 thirdAsked = rig.send(jean.connection, third);
    const quint64 fourthAsked = rig.send(jean.connection, fourth);
    QVERIFY(rig.answerTo<Sent>(jean.connection, thirdAsked));
    QCOMPARE(rig.answerTo<Sent>(jean.connection, fourthAsked).error().code, ErrorCode::SlowMode);
    rig.clock.advance(10'000);
    QVERIFY(rig.ask<Sent>(jean.connection, fourth));
}

void TestRulesCommands::textsStayPlainWhereThatIsTheRule()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    const RoomId room = rig.openRoom(marie, u"Plain"_s);
    QVERIFY(setRules(rig, marie, room, { .plainOnly = true }));
    QVERIFY(rig.ask<HistoryPage>(marie.connection, Follow{ room, 0 })->live);
    for (const auto &[format, kept] : { std::pair(TextFormat::Markdown, TextFormat::Plain),
             std::pair(TextFormat::Action, TextFormat::Action), std::pair(TextFormat::Plain, TextFormat::Plain) }) {
        SendMessage message = rig.draft(marie, room, u"**x**"_s);
        message.format = format;
        QVERIFY(rig.ask<Sent>(marie.connection, message));
        const RoomEvent event = rig.net.receivedAs<RoomEvent>(marie.connection).back();
        QCOMPARE(event.text, u"**x**"_s);
        QCOMPARE(event.format, kept);
    }
}

void TestRulesCommands::filesAreRefusedByTheRule()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    auto jean = rig.join(u"jean"_s);
    const RoomId room = rig.openRoom(marie, u"Files"_s, RoomKind::Public, { jean.account });
    const auto withFile = [&](DispatchRig::Person &person) {
        SendMessage message = rig.draft(person, room, u"look"_s);
        message.files = { FileEntry{ .hash = QByteArray(32, 'h'), .name = u"a.txt"_s, .size = 3 } };
        return message;
    };
    QVERIFY(setRules(rig, marie, room, { .files = RoomPeople::Moderators }));
    QCOMPARE(rig.codeOf<Sent>(jean.connection, withFile(jean)), int(ErrorCode::FilesNotAllowed));
    const SendMessage makers = withFile(marie);
    QCOMPARE(rig.codeOf<Sent>(marie.connection, makers), int(ErrorCode::FileUnknown)); // no such content
    QVERIFY(setRules(rig, marie, room, { .files = RoomPeople::Nobody }));
    QCOMPARE(rig.codeOf<Sent>(marie.connection, makers), int(ErrorCode::FilesNotAllowed));
    QVERIFY(rig.say(jean, room, u"text goes on"_s));
}

void TestRulesCommands::nobodyIsToldOfTypingWhereThatIsTheRule()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    auto jean = rig.join(u"jean"_s);
    const RoomId quiet = rig.openRoom(marie, u"Quiet"_s, RoomKind::Public, { jean.account });
    for (const RoomId room : { quiet, rig.firstRoom() })
        QVERIFY(rig.ask<HistoryPage>(jean.connection, Follow{ room, 0 })->live);
    QVERIFY(setRules(rig, marie, quiet, { .noTyping = true }));
    rig.notify(marie.connection, Typing{ quiet });
    rig.notify(marie.connection, Typing{ rig.firstRoom() });
    const auto seen = rig.net.receivedAs<TypingSeen>(jean.connection);
    QCOMPARE(seen.size(), 1);
    QCOMPARE(seen.front().room, rig.firstRoom());
}

void TestRulesCommands::newcomersSeeWhatTheRuleLeavesThem()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    auto jean = rig.join(u"jean"_s);
    const RoomId room = rig.openRoom(marie, u"Fresh"_s);
    QVERIFY(rig.say(marie, room, u"before"_s));
    QVERIFY(setRules(rig, marie, room, { .history = NewcomerHistory::FromJoining }));
    const RoomSummary joined = rig.ask<RoomOpened>(jean.connection, JoinRoom{ room })->room;
    QCOMPARE(joined.floor, joined.head);
    QCOMPARE(joined.unread, quint32(0));
    QVERIFY(rig.say(marie, room, u"after"_s));
    QVERIFY(rig.ask<Done>(jean.connection, LeaveRoom{ room }));
    const RoomSummary back = rig.ask<RoomOpened>(jean.connection, JoinRoom{ room })->room;
    QCOMPARE(back.floor, joined.floor);
    const auto page = rig.ask<HistoryPage>(jean.connection, Follow{ room, 0 });
    QCOMPARE(page->floor, joined.floor);
    QCOMPARE(page->gapTo, Seq(0)); // not for this reader, but nothing was removed
    QCOMPARE(page->events.front().kind, EventKind::Joined);
    QCOMPARE(page->events.at(1).text, u"after"_s);
    QVERIFY(setRules(rig, marie, room, { .history = NewcomerHistory::Nothing }));
    QVERIFY(rig.ask<Done>(jean.connection, LeaveRoom{ room }));
    const RoomSummary last = rig.ask<RoomOpened>(jean.connection, JoinRoom{ room })->room;
    QCOMPARE(last.floor, last.head);
}

void TestRulesCommands::onlyWhatIsNamedIsSet()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    const RoomId room = rig.openRoom(marie, u"Quiet"_s, RoomKind::Private, {});
    QVERIFY(setRules(rig, marie, room, { .slowSeconds = 10, .noTyping = true }));
    const auto only = [&](const RoomRules &rules, const QList<QString> &names) {
        return rig.ask<Done>(marie.connection, SetRoomRules{ room, rules, names });
    };
    QVERIFY(only({ .plainOnly = true, .retentionDays = 4000, .slowSeconds = 30 }, { u"slowSeconds"_s }));
    QCOMPARE(summaryOf(rig, marie, room).rules, (RoomRules{ .slowSeconds = 30, .noTyping = true }));
    QVERIFY(only({}, { u"noTyping"_s, u"plainOnly"_s }));
    QCOMPARE(summaryOf(rig, marie, room).rules, (RoomRules{ .slowSeconds = 30 }));
    const auto refused = only({}, { u"slowSeconds"_s, u"rule of another time"_s });
    QCOMPARE(refused.error().code, ErrorCode::InvalidRules);
    QCOMPARE(refused.error().params, QList<QString>{ u"rule of another time"_s });
    QCOMPARE(summaryOf(rig, marie, room).rules, (RoomRules{ .slowSeconds = 30 }));
}

void TestRulesCommands::changesAtTheSameMomentAreBothThere()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    auto owner = rig.join(u"zoe"_s);
    QVERIFY(rig.ask<LoggedIn>(owner.connection, ClaimOwnership{ rig.dispatcher->ownerCode() }));
    const RoomId room = rig.openRoom(marie, u"Quiet"_s, RoomKind::Private, { owner.account });
    // The second one comes before the first is stored, and from what was there before.
    rig.send(marie.connection, SetRoomRules{ room, { .slowSeconds = 10 }, { u"slowSeconds"_s } });
    rig.send(owner.connection, SetRoomRules{ room, { .retentionDays = 30 }, { u"retentionDays"_s } });
    rig.send(marie.connection, SetRoomRules{ room, { .slowSeconds = 10 }, { u"slowSeconds"_s } });
    QVERIFY(rig.ask<Done>(marie.connection, SetRoomRules{ room, { .noSeen = true }, { u"noSeen"_s } }));
    const RoomRules both{ .retentionDays = 30, .slowSeconds = 10, .noSeen = true };
    QCOMPARE(summaryOf(rig, marie, room).rules, both);
    rig.restart();
    marie = rig.comeBack(marie);
    QCOMPARE(summaryOf(rig, marie, room).rules, both);
}

void TestRulesCommands::oldMessagesAreRemoved()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    auto jean = rig.join(u"jean"_s);
    const QList<QString> all = std::exchange(rig.features, { u"changes"_s });
    auto older = rig.join(u"older"_s); // whose client knows nothing of rules
    rig.features = all;
    const RoomId room = rig.openRoom(marie, u"Short"_s, RoomKind::Public, { jean.account, older.account });
    for (int i = 0; i < 600; ++i) // more than one step
        QVERIFY(rig.say(marie, room, u"old-%1"_s.arg(i)));
    rig.clock.advance(2 * DayMs);
    const auto fresh = rig.say(marie, room, u"fresh"_s);
    const auto summary = summaryOf(rig, jean, room);
    QCOMPARE(summary.unread, quint32(601));
    QVERIFY(setRules(rig, marie, room, { .retentionDays = 1 }));
    QVERIFY(waitUntil([&] { return !rig.net.receivedAs<HistoryTrimmed>(jean.connection).isEmpty(); }));
    const HistoryTrimmed trimmed = rig.net.receivedAs<HistoryTrimmed>(jean.connection).back();
    QCOMPARE(trimmed.room, room);
    QCOMPARE(trimmed.floor, fresh->seq);
    const ReadMoved moved = rig.net.receivedAs<ReadMoved>(jean.connection).back();
    QCOMPARE(moved.seq, fresh->seq - 1);
    QCOMPARE(moved.unread, quint32(1));
    QVERIFY(!rig.net.receivedAs<ReadMoved>(older.connection).isEmpty());
    QVERIFY(rig.net.receivedAs<HistoryTrimmed>(older.connection).isEmpty());
    QCOMPARE(summaryOf(rig, jean, room).floor, fresh->seq);
    const auto page = rig.ask<HistoryPage>(jean.connection, Follow{ room, 0 });
    QCOMPARE(page->gapTo, fresh->seq - 1);
    QCOMPARE(page->events.front().text, u"fresh"_s);
    QVERIFY(rig.ask<HistoryPage>(jean.connection, FetchHistory{ room, fresh->seq, 0, 0 })->events.isEmpty());
    SendMessage answer = rig.draft(jean, room, u"to something old"_s);
    answer.target = fresh->seq - 1;
    QCOMPARE(rig.codeOf<Sent>(jean.connection, answer), int(ErrorCode::MessageUnknown));
    const auto isInFile = [&](const QByteArray &word) {
        for (const QString &name : { u"data/salon.db"_s, u"data/salon.db-wal"_s }) {
            QFile file(rig.folder.filePath(name));
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(word))
                return true;
        }
        return false;
    };
    QVERIFY(waitUntil([&] { return !isInFile("old-0") && !isInFile("old-599"); }));
    QVERIFY(isInFile("fresh"));
}

void TestRulesCommands::removalGoesOnByTheHourOfTheStart()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    const RoomId room = rig.openRoom(marie, u"Short"_s);
    QVERIFY(setRules(rig, marie, room, { .retentionDays = 1 }));
    QVERIFY(rig.say(marie, room, u"old"_s));
    rig.clock.advance(2 * DayMs);
    rig.restart();
    marie = rig.comeBack(marie);
    const Seq head = summaryOf(rig, marie, room).head;
    QVERIFY(waitUntil([&] { return summaryOf(rig, marie, room).floor == head + 1; }));
    const auto page = rig.ask<HistoryPage>(marie.connection, Follow{ room, 0 });
    QVERIFY(page->events.isEmpty());
    QVERIFY(page->live);
    QCOMPARE(page->gapTo, head);
    const auto sent = rig.say(marie, room, u"new"_s);
    QCOMPARE(sent->seq, head + 1);
    QCOMPARE(rig.net.receivedAs<RoomEvent>(marie.connection).back().text, u"new"_s);
}

void TestRulesCommands::retentionIsEndedByItsRule()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    const RoomId room = rig.openRoom(marie, u"Long"_s);
    QVERIFY(setRules(rig, marie, room, { .retentionDays = 1 }));
    QVERIFY(rig.say(marie, room, u"kept"_s));
    QVERIFY(setRules(rig, marie, room, {}));
    rig.clock.advance(100 * DayMs);
    rig.restart();
    marie = rig.comeBack(marie);
    QVERIFY(rig.say(marie, room, u"new"_s));
    QCOMPARE(summaryOf(rig, marie, room).floor, Seq(1));
}

QTEST_GUILESS_MAIN(TestRulesCommands)
#include "tst_rules_commands.moc"
