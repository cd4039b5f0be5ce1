// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/dispatch_rig.h"
#include "tests/support/wait_until.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

/// Sending, reading along, and the guarantees about both.
class TestMessageCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everybodyWhoFollowsHearsIt();
    void nothingIsHeardBeforeItIsStored();
    void aRepeatedCidIsAnsweredAndHeardOnce();
    void onlyMembersWrite();
    void whatOvertakesADepartureIsRefused();
    void refusedForGoodUsesTheNumber_data();
    void refusedForGoodUsesTheNumber();
    void skippedNumbersAreTemporary();
    void hiddenRoomsAnswerAsMissingOnes();
    void whatComesTooEarlyCostsNothing();
    void aLoginWithoutADeviceKeepsItsOrder();
    void aPipelineKeepsItsOrder();
    void aDeviceGoesOnAfterARestore();
    void messagesAreLimitedPerAccount();
    void bytesAreLimitedPerAccount();
    void aTextThatIsTooLongIsNotHeldBackForEver();
    void refusalsAreLimitedToo();
    void mentionsNameMembers();
    void unreadIsCountedExactly();
    void readPositionsConvergeOnAllDevices();
    void typingIsSeenByOthersNowAndThen();
    void typingNeedsItsFeature();
    void announcementsReachTheFirstRoom();
};

void TestMessageCommands::everybodyWhoFollowsHearsIt()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    auto jean = rig.join(u"jean"_s);
    auto anna = rig.join(u"anna"_s); // does not follow
    for (const auto &person : { marie, jean })
        QVERIFY(rig.ask<HistoryPage>(person.connection, Follow{ rig.firstRoom(), 0 })->live);
    const SendMessage message = rig.draft(marie, rig.firstRoom(), u"Bonjour à tous 🌻"_s);
    const auto sent = rig.ask<Sent>(marie.connection, message);
    QCOMPARE(sent->cid, message.cid);
    for (const auto &person : { marie, jean }) {
        const RoomEvent event = rig.net.receivedAs<RoomEvent>(person.connection).back();
        QCOMPARE(event.seq, sent->seq);
        QCOMPARE(event.timeMs, sent->timeMs);
        QCOMPARE(event.kind, EventKind::Message);
        QCOMPARE(event.author, marie.account);
        QCOMPARE(event.authorName, u"marie"_s);
        QCOMPARE(event.cid, message.cid);
        QCOMPARE(event.text, message.text);
    }
    QVERIFY(rig.net.receivedAs<RoomEvent>(anna.connection).isEmpty());
    // The author hears the answer first.
    const auto received = rig.net.received(marie.connection);
    QVERIFY(received.back().is(MessageType::RoomEvent));
    QVERIFY(received[received.size() - 2].is(MessageType::Sent));
}

void TestMessageCommands::nothingIsHeardBeforeItIsStored()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    QVERIFY(rig.ask<HistoryPage>(marie.connection, Follow{ rig.firstRoom(), 0 })->live);
    rig.net.forget(marie.connection);
    rig.send(marie.connection, rig.draft(marie, rig.firstRoom(), u"x"_s));
    QVERIFY(rig.net.received(marie.connection).isEmpty());
    QVERIFY(waitUntil([&] { return rig.net.received(marie.connection).size() == 2; }));
}

void TestMessageCommands::aRepeatedCidIsAnsweredAndHeardOnce()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    auto jean = rig.join(u"jean"_s);
    QVERIFY(rig.ask<HistoryPage>(jean.connection, Follow{ rig.firstRoom(), 0 })->live);
    const SendMessage message = rig.draft(marie, rig.firstRoom(), u"once"_s);
    SendMessage changed = message;
    changed.text = u"another body"_s;
    SendMessage empty = message; // would be refused for good, had it not been stored
    empty.text = u" "_s;
    const auto first = rig.ask<Sent>(marie.connection, message);
    rig.disconnect(marie.connection); // the answer was lost: the same again after the reconnect
    auto back = rig.comeBack(marie);
    for (const SendMessage &again : { message, changed, empty })
        QCOMPARE(rig.ask<Sent>(back.connection, again).value(), first.value());
    QCOMPARE(rig.net.receivedAs<RoomEvent>(jean.connection).size(), 1);
    // The same cid of somebody else is another message.
    QVERIFY(rig.ask<Sent>(jean.connection, message)->seq > first->seq);
}

void TestMessageCommands::onlyMembersWrite()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    auto jean = rig.join(u"jean"_s);
    const RoomId open = rig.openRoom(marie, u"Open"_s);
    const RoomId secret = rig.openRoom(marie, u"Secret"_s, RoomKind::Private);
    QCOMPARE(rig.say(jean, open, u"x"_s).error().code, ErrorCode::NotAMember);
    QCOMPARE(rig.say(jean, secret, u"x"_s).error().code, ErrorCode::RoomUnknown);
    QCOMPARE(rig.say(jean, RoomId{ 999 }, u"x"_s).error().code, ErrorCode::RoomUnknown);
    QCOMPARE(rig.codeOf<Done>(jean.connection, MarkRead{ secret, 1 }), int(ErrorCode::RoomUnknown));
    QCOMPARE(rig.codeOf<HistoryPage>(jean.connection, Follow{ open, 0 }), int(ErrorCode::NotAMember));
    QCOMPARE(rig.codeOf<HistoryPage>(jean.connection, FetchHistory{ secret, 0, 0, 0 }), int(ErrorCode::RoomUnknown));
    // The refused one used its number up: after joining, the next one is right.
    QVERIFY(rig.ask<RoomOpened>(jean.connection, JoinRoom{ open }));
    QVERIFY(rig.say(jean, open, u"x"_s));
}

void TestMessageCommands::whatOvertakesADepartureIsRefused()
{
    // One device writes while the other leaves: both requests were allowed when they came.
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    auto jean = rig.joinWithPassword(u"jean"_s, u"correct horse"_s);
    auto phone = rig.secondDevice(u"jean"_s, u"correct horse"_s);
    const RoomId room = rig.openRoom(marie, u"Open"_s);
    QVERIFY(rig.ask<RoomOpened>(jean.connection, JoinRoom{ room }));
    QVERIFY(rig.say(phone, room, u"one"_s));
    const quint64 leaving = rig.send(jean.connection, LeaveRoom{ room });
    const quint64 writing = rig.send(phone.connection, rig.draft(phone, room, u"too late"_s));
    QVERIFY(rig.answerTo<Done>(jean.connection, leaving));
    const auto refused = rig.answerTo<Sent>(phone.connection, writing);
    QCOMPARE(refused.error().code, ErrorCode::NotAMember);
    QVERIFY(!refused.error().retryAfterMs);
    const auto page = rig.ask<HistoryPage>(marie.connection, FetchHistory{ room, 0, 0, 0 });
    QCOMPARE(page->events.back().kind, EventKind::Left);
    // The number is used up, now and after a restart.
    QVERIFY(rig.ask<RoomOpened>(jean.connection, JoinRoom{ room }));
    QCOMPARE(rig.ask<Resumed>(phone.connection, Resume{})->counters.value(0).last, 2U);
    QVERIFY(rig.say(phone, room, u"three"_s));
    rig.restart();
    phone = rig.comeBack(phone);
    QCOMPARE(rig.ask<Resumed>(phone.connection, Resume{})->counters.value(0).last, 3U);
    QVERIFY(rig.say(phone, room, u"four"_s));
}

void TestMessageCommands::refusedForGoodUsesTheNumber_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("code");
    QTest::newRow("empty") << u""_s << int(ErrorCode::EmptyText);
    QTest::newRow("blank") << u" \n "_s << int(ErrorCode::EmptyText);
    QTest::newRow("long") << (u"x"_s.repeated(3999) + u'\n').repeated(5) << int(ErrorCode::TextTooLong);
    QTest::newRow("long line") << u"x"_s.repeated(4001) << int(ErrorCode::LineTooLong);
    QTest::newRow("many lines") << u"x\n"_s.repeated(512) << int(ErrorCode::TooManyLines);
}

void TestMessageCommands::refusedForGoodUsesTheNumber()
{
    QFETCH(QString, text);
    QFETCH(int, code);
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    QVERIFY(rig.say(marie, rig.firstRoom(), u"one"_s));
    const auto refused = rig.say(marie, rig.firstRoom(), text);
    QCOMPARE(int(refused.error().code), code);
    QVERIFY(!refused.error().retryAfterMs);
    rig.restart();
    auto back = rig.comeBack(marie);
    QCOMPARE(rig.ask<Resumed>(back.connection, Resume{})->counters.value(0).last, 2U);
    QVERIFY(rig.say(back, rig.firstRoom(), u"three"_s));
}

void TestMessageCommands::skippedNumbersAreTemporary()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    marie.counters[rig.firstRoom()] = 4;
    const auto skipped = rig.say(marie, rig.firstRoom(), u"five"_s);
    QCOMPARE(skipped.error().code, ErrorCode::CounterSkipped);
    QCOMPARE(skipped.error().params, QList<QString>{ u"1"_s });
    QVERIFY(skipped.error().retryAfterMs);
    marie.counters[rig.firstRoom()] = 0;
    QVERIFY(rig.say(marie, rig.firstRoom(), u"one"_s));
    // A skipped number that would be refused for good uses nothing up.
    marie.counters[rig.firstRoom()] = 4;
    QCOMPARE(rig.say(marie, rig.firstRoom(), u""_s).error().code, ErrorCode::CounterSkipped);
    marie.counters[rig.firstRoom()] = 1;
    QVERIFY(rig.say(marie, rig.firstRoom(), u"two"_s));
}

void TestMessageCommands::hiddenRoomsAnswerAsMissingOnes()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    auto jean = rig.join(u"jean"_s);
    auto anna = rig.join(u"anna"_s);
    const RoomId secret = rig.openRoom(marie, u"Secret"_s, RoomKind::Private);
    const RoomId direct = rig.ask<RoomOpened>(marie.connection, OpenDirect{ { anna.account } })->room.id;
    const auto answer = [&](RoomId room, quint64 counter) {
        const auto sent = rig.ask<Sent>(jean.connection, SendMessage{ room, makeCid(rig.clock), counter, u"x"_s });
        return sent.error();
    };
    for (const quint64 counter : { 1U, 2U, 99U, 1U }) {
        const Error missing = answer(RoomId{ 999 }, counter);
        QCOMPARE(missing.code, ErrorCode::RoomUnknown);
        QCOMPARE(answer(secret, counter), missing);
        QCOMPARE(answer(direct, counter), missing);
    }
    // Nothing was written down: who is let in later begins with 1, after a restart as well.
    rig.restart();
    marie = rig.comeBack(marie);
    jean = rig.comeBack(jean);
    QVERIFY(rig.ask<Done>(marie.connection, InviteToRoom{ secret, jean.account }));
    QVERIFY(rig.ask<Resumed>(jean.connection, Resume{})->counters.isEmpty());
    QVERIFY(rig.say(jean, secret, u"one"_s));
}

void TestMessageCommands::whatComesTooEarlyCostsNothing()
{
    DispatchRig rig;
    rig.settings.messages = { 3, 1 };
    rig.settings.messageBytes = { 20.0 * 1024, 1024 };
    rig.dispatcher->setSettings(rig.settings);
    auto marie = rig.join(u"marie"_s);
    const QString large = (QString(3999, u'x') + u'\n').repeated(4);
    QVERIFY(rig.say(marie, rig.firstRoom(), large));
    // The next large one has to wait. What is behind it, in the same turn, waits without eating what it waits for.
    QList<quint64> waiting;
    QList<QByteArray> frames;
    for (int i = 0; i < 16; ++i) {
        waiting.append(rig.nextCorrelation());
        frames.append(encodeFrame(rig.draft(marie, rig.firstRoom(), i == 0 ? large : u"small"_s), waiting.back()));
    }
    rig.deliver(marie.connection, frames);
    const auto held = rig.answerTo<Sent>(marie.connection, waiting.front());
    QCOMPARE(held.error().code, ErrorCode::RateLimited);
    for (int i = 1; i < 16; ++i) {
        const auto behind = rig.answerTo<Sent>(marie.connection, waiting[i]);
        QCOMPARE(behind.error().code, ErrorCode::CounterSkipped);
        QCOMPARE(behind.error().params, QList<QString>{ u"2"_s });
    }
    rig.clock.advance(held.error().retryAfterMs.value());
    marie.counters[rig.firstRoom()] = 1;
    QVERIFY(rig.say(marie, rig.firstRoom(), large));
}

void TestMessageCommands::aLoginWithoutADeviceKeepsItsOrder()
{
    DispatchRig rig;
    rig.joinWithPassword(u"marie"_s, u"correct horse"_s);
    for (int login = 0; login < 2; ++login) { // its numbers begin anew with each login
        const auto connection = rig.greet();
        QVERIFY(rig.ask<LoggedIn>(connection, LoginWithPassword{ u"marie"_s, u"correct horse"_s, {} }));
        QList<quint64> waiting;
        for (const quint64 counter : { 1U, 2U, 4U, 3U }) {
            waiting.append(rig.send(
                connection, SendMessage{ rig.firstRoom(), makeCid(rig.clock), counter, QString::number(counter) }));
        }
        QVERIFY(rig.answerTo<Sent>(connection, waiting[0]));
        QVERIFY(rig.answerTo<Sent>(connection, waiting[1]));
        QCOMPARE(rig.answerTo<Sent>(connection, waiting[2]).error().params, QList<QString>{ u"3"_s });
        QVERIFY(rig.answerTo<Sent>(connection, waiting[3]));
        QVERIFY(rig.ask<Sent>(connection, SendMessage{ rig.firstRoom(), makeCid(rig.clock), 4, u"4"_s }));
        rig.disconnect(connection);
    }
}

void TestMessageCommands::aPipelineKeepsItsOrder()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    QVERIFY(rig.ask<HistoryPage>(marie.connection, Follow{ rig.firstRoom(), 0 })->live);
    QList<quint64> waiting;
    QList<QByteArray> frames;
    for (int i = 0; i < 16; ++i) {
        waiting.append(rig.nextCorrelation());
        frames.append(encodeFrame(rig.draft(marie, rig.firstRoom(), QString::number(i)), waiting.back()));
    }
    frames.swapItemsAt(5, 6); // the sixth arrives too late: it and all behind it wait for another try
    rig.deliver(marie.connection, frames);
    Seq last = 0;
    for (int i = 0; i < 16; ++i) {
        const auto sent = rig.answerTo<Sent>(marie.connection, waiting[i]);
        if (i == 6 || i > 6) {
            QCOMPARE(sent.error().code, ErrorCode::CounterSkipped);
            continue;
        }
        QVERIFY(sent->seq > last);
        last = sent->seq;
    }
    QStringList texts;
    for (const RoomEvent &event : rig.net.receivedAs<RoomEvent>(marie.connection))
        texts += event.text;
    QCOMPARE(texts, (QStringList{ u"0"_s, u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s }));
}

void TestMessageCommands::aDeviceGoesOnAfterARestore()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    for (int i = 0; i < 3; ++i)
        QVERIFY(rig.say(marie, rig.firstRoom(), u"x"_s));
    // The device came back from an old copy: it says "two" where three were used.
    SendMessage message{ rig.firstRoom(), makeCid(rig.clock), 2, u"new"_s };
    const auto reused = rig.ask<Sent>(marie.connection, message);
    QCOMPARE(reused.error().code, ErrorCode::CounterReused);
    message.counter = reused.error().params.value(0).toULongLong();
    QVERIFY(rig.ask<Sent>(marie.connection, message));
    QCOMPARE(rig.ask<Resumed>(marie.connection, Resume{})->counters.value(0).last, 4U);
}

void TestMessageCommands::messagesAreLimitedPerAccount()
{
    DispatchRig rig;
    rig.settings.messages = { 20, 2 };
    rig.dispatcher->setSettings(rig.settings);
    auto marie = rig.joinWithPassword(u"marie"_s, u"correct horse"_s);
    auto phone = rig.secondDevice(u"marie"_s, u"correct horse"_s);
    for (int i = 0; i < 10; ++i) {
        QVERIFY(rig.say(marie, rig.firstRoom(), u"x"_s));
        QVERIFY(rig.say(phone, rig.firstRoom(), u"x"_s));
    }
    const auto refused = rig.say(phone, rig.firstRoom(), u"x"_s);
    QCOMPARE(refused.error().code, ErrorCode::RateLimited);
    QCOMPARE(refused.error().retryAfterMs, std::optional<quint32>(500));
    --phone.counters[rig.firstRoom()]; // it did not use its number
    rig.clock.advance(500);
    QVERIFY(rig.say(phone, rig.firstRoom(), u"x"_s));
}

void TestMessageCommands::bytesAreLimitedPerAccount()
{
    DispatchRig rig;
    rig.settings.messages = {};
    rig.settings.messageBytes = { 256.0 * 1024, 64.0 * 1024 };
    rig.dispatcher->setSettings(rig.settings);
    auto marie = rig.joinWithPassword(u"marie"_s, u"correct horse"_s);
    auto phone = rig.secondDevice(u"marie"_s, u"correct horse"_s);
    auto jean = rig.join(u"jean"_s);
    const QString longest = (QString(2047, u'\u00e9') + u'\n').repeated(4).chopped(1); // é: two bytes in UTF-8
    for (int i = 0; i < 8; ++i) {
        QVERIFY(rig.say(marie, rig.firstRoom(), longest));
        QVERIFY(rig.say(phone, rig.firstRoom(), longest));
    }
    const auto refused = rig.say(phone, rig.firstRoom(), longest);
    QCOMPARE(refused.error().code, ErrorCode::RateLimited);
    QVERIFY(refused.error().retryAfterMs.value() <= 250);
    --phone.counters[rig.firstRoom()]; // it did not use its number
    QVERIFY(rig.say(jean, rig.firstRoom(), longest)); // others are not concerned
    rig.clock.advance(250);
    QVERIFY(rig.say(phone, rig.firstRoom(), longest));
}

void TestMessageCommands::aTextThatIsTooLongIsNotHeldBackForEver()
{
    DispatchRig rig;
    rig.settings.messageBytes = { 16.0 * 1024, 1024 };
    rig.dispatcher->setSettings(rig.settings);
    auto marie = rig.join(u"marie"_s);
    QCOMPARE(rig.say(marie, rig.firstRoom(), QString(17'000, u'x')).error().code, ErrorCode::TextTooLong);
    const auto next = rig.say(marie, rig.firstRoom(), u"x"_s);
    QCOMPARE(next.error().code, ErrorCode::RateLimited);
    QVERIFY(next.error().retryAfterMs.value() <= 2);
}

void TestMessageCommands::refusalsAreLimitedToo()
{
    // Each refusal for good is written down: who may not post must not make the disk work without end.
    DispatchRig rig;
    rig.settings.messages = { 5, 1 };
    rig.dispatcher->setSettings(rig.settings);
    auto marie = rig.join(u"marie"_s);
    auto jean = rig.join(u"jean"_s);
    const RoomId room = rig.openRoom(marie, u"Open"_s);
    for (int i = 0; i < 5; ++i)
        QCOMPARE(rig.say(jean, room, u"x"_s).error().code, ErrorCode::NotAMember);
    const auto held = rig.say(jean, room, u"x"_s);
    QCOMPARE(held.error().code, ErrorCode::RateLimited);
    QCOMPARE(held.error().retryAfterMs, std::optional<quint32>(1000));
}

void TestMessageCommands::mentionsNameMembers()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    auto jean = rig.join(u"jean"_s);
    auto anna = rig.join(u"anna"_s);
    const RoomId room = rig.openRoom(marie, u"Two"_s, RoomKind::Private, { jean.account });
    QVERIFY(rig.ask<HistoryPage>(jean.connection, Follow{ room, 0 })->live);
    QVERIFY(rig.say(marie, room, u"@jean @anna @marie: x"_s));
    QCOMPARE(rig.net.receivedAs<RoomEvent>(jean.connection).back().mentions, QList<AccountId>{ jean.account });
    const auto resumed = rig.ask<Resumed>(jean.connection, Resume{});
    QCOMPARE(resumed->rooms.back().mentions, 1U);
}

void TestMessageCommands::unreadIsCountedExactly()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    auto jean = rig.join(u"jean"_s);
    const auto countsOf = [&](DispatchRig::Person &person) {
        const RoomSummary room = rig.ask<Resumed>(person.connection, Resume{})->rooms.front();
        return std::pair(room.unread, room.mentions);
    };
    using Counts = std::pair<quint32, quint32>;
    QVERIFY(rig.say(marie, rig.firstRoom(), u"1"_s));
    QVERIFY(rig.say(jean, rig.firstRoom(), u"2"_s));
    QVERIFY(rig.say(marie, rig.firstRoom(), u"3 @jean"_s));
    QVERIFY(rig.ask<Done>(marie.connection, SetTopic{ rig.firstRoom(), u"topics are not unread"_s }));
    // marie joined before jean did, but his entrance is no message.
    QCOMPARE(countsOf(jean), Counts(2, 1));
    QCOMPARE(countsOf(marie), Counts(1, 0));
    rig.restart();
    jean = rig.comeBack(jean);
    marie = rig.comeBack(marie);
    QCOMPARE(countsOf(jean), Counts(2, 1));
    QCOMPARE(countsOf(marie), Counts(1, 0));
    const Seq third = rig.ask<HistoryPage>(jean.connection, FetchHistory{ rig.firstRoom(), 0, 0, 0 })->events[5].seq;
    QVERIFY(rig.ask<Done>(jean.connection, MarkRead{ rig.firstRoom(), third - 1 }));
    QCOMPARE(countsOf(jean), Counts(1, 1));
    QVERIFY(rig.ask<Done>(jean.connection, MarkRead{ rig.firstRoom(), third }));
    QCOMPARE(countsOf(jean), Counts(0, 0));
}

void TestMessageCommands::readPositionsConvergeOnAllDevices()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    auto jean = rig.joinWithPassword(u"jean"_s, u"correct horse"_s);
    auto phone = rig.secondDevice(u"jean"_s, u"correct horse"_s);
    QList<Seq> seqs;
    for (int i = 0; i < 5; ++i)
        seqs.append(rig.say(marie, rig.firstRoom(), u"x"_s)->seq);
    // Both move at once, the lower one arriving last.
    const quint64 high = rig.send(jean.connection, MarkRead{ rig.firstRoom(), seqs[3] });
    const quint64 low = rig.send(phone.connection, MarkRead{ rig.firstRoom(), seqs[1] });
    QVERIFY(rig.answerTo<Done>(jean.connection, high));
    QVERIFY(rig.answerTo<Done>(phone.connection, low));
    for (const auto &device : { jean, phone }) {
        const auto moved = rig.net.receivedAs<ReadMoved>(device.connection);
        QCOMPARE(moved.size(), 1);
        QCOMPARE(moved.front(), (ReadMoved{ rig.firstRoom(), seqs[3], 1, 0, seqs[4] }));
    }
    QVERIFY(rig.net.receivedAs<ReadMoved>(marie.connection).isEmpty());
    QVERIFY(rig.ask<Done>(phone.connection, MarkRead{ rig.firstRoom(), 1 }));
    QVERIFY(rig.ask<Done>(phone.connection, MarkRead{ rig.firstRoom(), 1'000'000 })); // the head at most
    QCOMPARE(
        rig.net.receivedAs<ReadMoved>(jean.connection).back(), (ReadMoved{ rig.firstRoom(), seqs[4], 0, 0, seqs[4] }));
    rig.restart();
    auto back = rig.comeBack(phone);
    QCOMPARE(rig.ask<Resumed>(back.connection, Resume{})->rooms.front().readSeq, seqs[4]);
}

void TestMessageCommands::typingIsSeenByOthersNowAndThen()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    auto jean = rig.join(u"jean"_s);
    for (const auto &person : { marie, jean })
        QVERIFY(rig.ask<HistoryPage>(person.connection, Follow{ rig.firstRoom(), 0 })->live);
    for (int i = 0; i < 10; ++i)
        rig.notify(marie.connection, Typing{ rig.firstRoom() });
    QCOMPARE(rig.net.receivedAs<TypingSeen>(jean.connection).size(), 1);
    QCOMPARE(rig.net.receivedAs<TypingSeen>(jean.connection).front().account, marie.account);
    QVERIFY(rig.net.receivedAs<TypingSeen>(marie.connection).isEmpty());
    rig.clock.advance(3000);
    rig.notify(marie.connection, Typing{ rig.firstRoom() });
    rig.notify(marie.connection, Typing{ RoomId{ 99 } });
    QCOMPARE(rig.net.receivedAs<TypingSeen>(jean.connection).size(), 2);
    QVERIFY(!rig.net.isClosed(marie.connection));
}

void TestMessageCommands::typingNeedsItsFeature()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    rig.features = { u"presence"_s };
    auto jean = rig.join(u"jean"_s);
    for (const auto &person : { marie, jean })
        QVERIFY(rig.ask<HistoryPage>(person.connection, Follow{ rig.firstRoom(), 0 })->live);
    rig.notify(marie.connection, Typing{ rig.firstRoom() });
    rig.notify(jean.connection, Typing{ rig.firstRoom() });
    for (const auto &person : { marie, jean })
        QVERIFY(rig.net.receivedAs<TypingSeen>(person.connection).isEmpty());
    QVERIFY(!rig.net.isClosed(jean.connection));
    QVERIFY(rig.say(marie, rig.firstRoom(), u"x"_s));
    QCOMPARE(rig.net.receivedAs<RoomEvent>(jean.connection).size(), 1);
}

void TestMessageCommands::announcementsReachTheFirstRoom()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    QVERIFY(rig.ask<HistoryPage>(marie.connection, Follow{ rig.firstRoom(), 0 })->live);
    QList<int> codes;
    const auto note = [&](const Result<> &result) {
        codes.append(result ? 0 : int(result.error().code));
    };
    rig.dispatcher->announce(u" "_s, note);
    rig.dispatcher->announce(u"Redémarrage à midi"_s, note);
    QVERIFY(waitUntil([&] { return codes.size() == 2; }));
    QCOMPARE(codes, (QList<int>{ int(ErrorCode::EmptyText), 0 }));
    const RoomEvent event = rig.net.receivedAs<RoomEvent>(marie.connection).back();
    QCOMPARE(event.kind, EventKind::Announcement);
    QVERIFY(!event.author.isValid());
    QCOMPARE(event.text, u"Redémarrage à midi"_s);
    QCOMPARE(rig.ask<Resumed>(marie.connection, Resume{})->rooms.front().unread, 1U);
}

QTEST_GUILESS_MAIN(TestMessageCommands)
#include "tst_message_commands.moc"
