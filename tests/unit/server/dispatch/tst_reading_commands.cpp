// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/dispatch/import_desk.h"
#include "tests/support/dispatch_rig.h"
#include "tests/support/wait_until.h"

#include <QTest>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

/// Unread marks, what calls a person's attention, and who has seen what.
class TestReadingCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMarkIsToldToAllDevices();
    void readingEndsAMarkThatIsStillOnItsWay();
    void lateReadingKeepsTheMark();
    void deletionsCountFromTheMark();
    void attentionIsToldToTheOtherDevices();
    void attentionRunsOut();
    void whoHasSeenWhatIsTold();
    void newcomersAreTold();
    void hidingAndShowingIsTold();
    void botsAreNoReaders();
    void whoHidesItSeesNothing();
    void botsHaveSeenNothing();
    void largeRoomsAndRulesTellNothing();
    void readingNeedsItsFeature();
};

namespace {

struct Two
{
    DispatchRig rig;
    DispatchRig::Person marie = rig.joinWithPassword(u"marie"_s, u"a good password"_s);
    DispatchRig::Person phone = rig.secondDevice(u"marie"_s, u"a good password"_s);
    DispatchRig::Person jean = rig.join(u"jean"_s);
    QList<Seq> seqs{};

    explicit Two(int messages = 5)
    {
        for (int i = 0; i < messages; ++i)
            seqs.append(rig.say(jean, rig.firstRoom(), u"x"_s)->seq);
    }
    Result<Done> read(const DispatchRig::Person &who, Seq seq, bool keepMark = false)
    {
        return rig.ask<Done>(who.connection, MarkRead{ rig.firstRoom(), seq, keepMark });
    }
    Result<Done> mark(const DispatchRig::Person &who, Seq seq)
    {
        return rig.ask<Done>(who.connection, MarkUnread{ rig.firstRoom(), seq });
    }
    RoomSummary summary(const DispatchRig::Person &who)
    {
        return rig.ask<Resumed>(who.connection, Resume{})->rooms.front();
    }
    /// What a connection was told last; nothing: never.
    template <class M>
    std::optional<M> last(const DispatchRig::Person &who) const
    {
        const QList<M> all = rig.net.receivedAs<M>(who.connection);
        return all.isEmpty() ? std::nullopt : std::optional(all.back());
    }
};

} // namespace

void TestReadingCommands::aMarkIsToldToAllDevices()
{
    Two two;
    QVERIFY(two.read(two.marie, two.seqs[4]));
    QVERIFY(two.mark(two.marie, two.seqs[2]));
    const ReadMoved expected{ two.rig.firstRoom(), two.seqs[4], 3, 0, two.seqs[4], two.seqs[2] };
    for (const auto &device : { two.marie, two.phone })
        QCOMPARE(two.last<ReadMoved>(device).value(), expected);
    const RoomSummary summary = two.summary(two.phone);
    QCOMPARE(summary.mark, two.seqs[2]);
    QCOMPARE(summary.readSeq, two.seqs[4]);
    QCOMPARE(summary.unread, quint32(3));
    // A later one, or one that is not read yet, changes nothing and is told to nobody.
    const auto told = two.rig.net.receivedAs<ReadMoved>(two.phone.connection).size();
    QVERIFY(two.mark(two.marie, two.seqs[3]));
    QVERIFY(two.mark(two.marie, two.seqs[4] + 1));
    QCOMPARE(two.rig.net.receivedAs<ReadMoved>(two.phone.connection).size(), told);
    two.rig.restart();
    two.marie = two.rig.comeBack(two.marie);
    QCOMPARE(two.summary(two.marie), summary);
    QVERIFY(two.read(two.marie, two.seqs[0]));
    QCOMPARE(two.last<ReadMoved>(two.marie)->mark, Seq(0));
    QCOMPARE(two.last<ReadMoved>(two.marie)->unread, quint32(0));
}

void TestReadingCommands::readingEndsAMarkThatIsStillOnItsWay()
{
    Two two;
    QVERIFY(two.read(two.marie, two.seqs[4]));
    const quint64 marked = two.rig.send(two.marie.connection, MarkUnread{ two.rig.firstRoom(), two.seqs[1] });
    const quint64 read = two.rig.send(two.marie.connection, MarkRead{ two.rig.firstRoom(), two.seqs[4] });
    QVERIFY(two.rig.answerTo<Done>(two.marie.connection, marked));
    QVERIFY(two.rig.answerTo<Done>(two.marie.connection, read));
    QCOMPARE(two.summary(two.marie).mark, Seq(0));
    QCOMPARE(two.last<ReadMoved>(two.phone)->mark, Seq(0));
}

void TestReadingCommands::lateReadingKeepsTheMark()
{
    Two two;
    QVERIFY(two.read(two.marie, two.seqs[2]));
    QVERIFY(two.mark(two.phone, two.seqs[1]));
    QVERIFY(two.read(two.marie, two.seqs[3], true)); // read before, told late
    const RoomSummary summary = two.summary(two.marie);
    QCOMPARE(summary.readSeq, two.seqs[3]);
    QCOMPARE(summary.mark, two.seqs[1]);
    QCOMPARE(summary.unread, quint32(4));
}

void TestReadingCommands::deletionsCountFromTheMark()
{
    Two two;
    QVERIFY(two.read(two.marie, two.seqs[4]));
    QVERIFY(two.mark(two.marie, two.seqs[2]));
    const auto remove = [&two](Seq seq) {
        SendMessage deletion = two.rig.draft(two.jean, two.rig.firstRoom(), {});
        deletion.kind = EventKind::Deleted;
        deletion.target = seq;
        return two.rig.ask<Sent>(two.jean.connection, deletion);
    };
    QVERIFY(remove(two.seqs[0])); // before the mark
    QCOMPARE(two.summary(two.marie).unread, quint32(3));
    QVERIFY(remove(two.seqs[3]));
    QCOMPARE(two.summary(two.marie).unread, quint32(2));
    QCOMPARE(two.last<ReadMoved>(two.phone)->unread, quint32(2));
    two.rig.restart();
    two.marie = two.rig.comeBack(two.marie);
    QCOMPARE(two.summary(two.marie).unread, quint32(2));
}

void TestReadingCommands::attentionIsToldToTheOtherDevices()
{
    Two two;
    const RoomId room = two.rig.firstRoom();
    QVERIFY(two.rig.ask<Done>(two.marie.connection, SetRoomAttention{ room, Attention::Mentions, 0 }));
    QCOMPARE(two.last<RoomAttention>(two.phone).value(), (RoomAttention{ room, Attention::Mentions, 0 }));
    QVERIFY(!two.last<RoomAttention>(two.marie));
    QVERIFY(!two.last<RoomAttention>(two.jean));
    QCOMPARE(two.summary(two.phone).attention, Attention::Mentions);
    QCOMPARE(two.summary(two.jean).attention, Attention::All);
    const SetRoomAttention unknown{ room, Attention(9), 0 };
    QCOMPARE(two.rig.codeOf<Done>(two.marie.connection, unknown), int(ErrorCode::MalformedMessage));
    two.rig.restart();
    two.marie = two.rig.comeBack(two.marie);
    QCOMPARE(two.summary(two.marie).attention, Attention::Mentions);
}

void TestReadingCommands::attentionRunsOut()
{
    Two two;
    const RoomId room = two.rig.firstRoom();
    const qint64 untilMs = two.rig.clock.wall + 60'000;
    QVERIFY(two.rig.ask<Done>(two.marie.connection, SetRoomAttention{ room, Attention::Nothing, untilMs }));
    QCOMPARE(two.summary(two.phone).attention, Attention::Nothing);
    QCOMPARE(two.summary(two.phone).attentionUntilMs, untilMs);
    two.rig.clock.advance(60'000);
    QCOMPARE(two.summary(two.phone).attention, Attention::All);
    QCOMPARE(two.summary(two.phone).attentionUntilMs, 0);
    // A moment that is over is none.
    QVERIFY(two.rig.ask<Done>(two.marie.connection, SetRoomAttention{ room, Attention::Nothing, untilMs }));
    QCOMPARE(two.last<RoomAttention>(two.phone)->attention, Attention::All);
}

void TestReadingCommands::whoHasSeenWhatIsTold()
{
    Two two;
    const RoomId room = two.rig.firstRoom();
    QVERIFY(two.read(two.marie, two.seqs[1]));
    QVERIFY(two.read(two.marie, two.seqs[3]));
    QVERIFY(waitUntil([&] { return two.last<SeenMoved>(two.jean).has_value(); }));
    QCOMPARE(
        two.last<SeenMoved>(two.jean).value(), (SeenMoved{ room, two.marie.account, two.seqs[3], two.seqs[0] - 2 }));
    QCOMPARE(two.rig.net.receivedAs<SeenMoved>(two.jean.connection).size(), 1); // gathered
    for (const SeenMoved &told : two.rig.net.receivedAs<SeenMoved>(two.phone.connection))
        QVERIFY(told.account != two.marie.account); // who reads knows it
    const auto list = two.rig.ask<SeenList>(two.jean.connection, ListSeen{ room });
    QCOMPARE(list->positions, (QList<SeenPosition>{ { two.marie.account, two.seqs[3], two.seqs[0] - 2 } }));
    // A mark is one's own business.
    QVERIFY(two.mark(two.marie, two.seqs[0]));
    QCOMPARE(two.rig.ask<SeenList>(two.jean.connection, ListSeen{ room })->positions, list->positions);
}

void TestReadingCommands::newcomersAreTold()
{
    Two two;
    const RoomId room = two.rig.firstRoom();
    auto anna = two.rig.join(u"anna"_s); // has nothing to read, so that her position will not move
    QVERIFY(waitUntil([&] { return two.last<SeenMoved>(two.jean).has_value(); }));
    const SeenPosition there{ anna.account, two.last<SeenMoved>(two.jean)->seq, two.last<SeenMoved>(two.jean)->since };
    QVERIFY(there.since > two.seqs.last()); // nothing that was said before she came
    QCOMPARE(there.seq, there.since);
    QVERIFY(two.rig.ask<SeenList>(two.jean.connection, ListSeen{ room })->positions.contains(there));
    QCOMPARE(two.last<SeenMoved>(two.marie)->account, anna.account);
    const RoomId quiet = two.rig.openRoom(two.marie, u"Quiet"_s, RoomKind::Private, { two.jean.account });
    QVERIFY(two.rig.ask<Done>(two.marie.connection, InviteToRoom{ quiet, anna.account }));
    QVERIFY(waitUntil([&] { return two.last<SeenMoved>(two.jean)->room == quiet; }));
    QCOMPARE(two.last<SeenMoved>(two.jean)->account, anna.account);
}

void TestReadingCommands::hidingAndShowingIsTold()
{
    Two two;
    const RoomId room = two.rig.firstRoom();
    auto anna = two.rig.join(u"anna"_s);
    QVERIFY(two.read(two.marie, two.seqs[3]));
    QVERIFY(waitUntil([&] { return two.rig.net.receivedAs<SeenMoved>(two.jean.connection).size() == 2; }));
    QVERIFY(two.rig.ask<Done>(anna.connection, SetPrivacy{ true }));
    QVERIFY(two.rig.ask<Done>(two.marie.connection, SetPrivacy{ true }));
    QVERIFY(waitUntil([&] { return two.rig.net.receivedAs<SeenMoved>(two.jean.connection).size() == 4; }));
    const auto gone = two.rig.net.receivedAs<SeenMoved>(two.jean.connection).mid(2);
    QVERIFY(gone.contains(SeenMoved{ room, two.marie.account, 0 }));
    QVERIFY(gone.contains(SeenMoved{ room, anna.account, 0 }));
    QVERIFY(two.read(two.marie, two.seqs[4])); // nobody learns that she reads
    QVERIFY(two.rig.ask<Done>(anna.connection, SetPrivacy{ false }));
    QVERIFY(waitUntil([&] { return two.rig.net.receivedAs<SeenMoved>(two.jean.connection).size() == 5; }));
    QCOMPARE(two.last<SeenMoved>(two.jean)->account, anna.account);
    QVERIFY(two.last<SeenMoved>(two.jean)->seq > 0);
    QVERIFY(two.rig.ask<Done>(two.marie.connection, SetPrivacy{ false }));
    QVERIFY(waitUntil([&] { return two.last<SeenMoved>(two.jean)->account == two.marie.account; }));
    QCOMPARE(
        two.last<SeenMoved>(two.jean).value(), (SeenMoved{ room, two.marie.account, two.seqs[4], two.seqs[0] - 2 }));
}

void TestReadingCommands::botsAreNoReaders()
{
    Two two;
    std::optional<AccountId> bot;
    two.rig.dispatcher->importDesk().findBot(
        [&bot](const Result<AccountId> &found) { bot = found.value_or(AccountId{}); });
    QVERIFY(waitUntil([&] { return bot.has_value(); }));
    QVERIFY(bot->isValid());
    const auto list = two.rig.ask<SeenList>(two.jean.connection, ListSeen{ two.rig.firstRoom() });
    QCOMPARE(list->positions.size(), 1);
    QCOMPARE(list->positions.front().account, two.marie.account);
    QVERIFY(two.read(two.marie, two.seqs[1]));
    QVERIFY(waitUntil([&] { return two.last<SeenMoved>(two.jean).has_value(); }));
    for (const SeenMoved &told : two.rig.net.receivedAs<SeenMoved>(two.jean.connection))
        QVERIFY(told.account != *bot);
}

void TestReadingCommands::whoHidesItSeesNothing()
{
    Two two;
    const RoomId room = two.rig.firstRoom();
    auto anna = two.rig.join(u"anna"_s);
    QVERIFY(two.rig.ask<Done>(two.marie.connection, SetPrivacy{ true }));
    QVERIFY(two.last<PrivacyChanged>(two.phone)->hidesSeen);
    QVERIFY(!two.last<PrivacyChanged>(two.marie));
    QVERIFY(two.rig.ask<SeenList>(two.marie.connection, ListSeen{ room })->positions.isEmpty());
    const auto positions = two.rig.ask<SeenList>(two.jean.connection, ListSeen{ room })->positions;
    QCOMPARE(positions.size(), 1);
    QCOMPARE(positions.front().account, anna.account);
    const Seq later = two.rig.say(two.jean, room, u"y"_s)->seq; // anna came when the others were said
    QVERIFY(two.read(two.marie, later));
    QVERIFY(two.read(anna, later));
    const SeenMoved ofAnna{ room, anna.account, later, positions.front().since };
    const auto toldJean = [&two] {
        return two.rig.net.receivedAs<SeenMoved>(two.jean.connection);
    };
    QVERIFY(waitUntil([&] { return toldJean().contains(ofAnna); }));
    for (const SeenMoved &told : toldJean())
        QVERIFY(told.account != two.marie.account || told.seq == 0);
    QVERIFY(!two.rig.net.receivedAs<SeenMoved>(two.marie.connection).contains(ofAnna));
    two.rig.restart();
    const auto connection = two.rig.greet();
    const auto in = two.rig.ask<LoggedIn>(connection, LoginWithKey{ two.rig.proofOf(connection, two.marie.key) });
    QVERIFY(in->hidesSeen);
    QVERIFY(two.rig.ask<Done>(connection, SetPrivacy{ false }));
    QCOMPARE(two.rig.ask<SeenList>(connection, ListSeen{ room })->positions.size(), 2);
}

void TestReadingCommands::botsHaveSeenNothing()
{
    Two two;
    Result<AccountId> bot = fail(ErrorCode::TimedOut);
    two.rig.dispatcher->importDesk().findBot([&bot](const Result<AccountId> &found) { bot = found; });
    QVERIFY(waitUntil([&] { return bot.has_value(); }));
    const auto list = two.rig.ask<SeenList>(two.jean.connection, ListSeen{ two.rig.firstRoom() });
    QVERIFY(
        std::ranges::none_of(list->positions, [&](const SeenPosition &position) { return position.account == *bot; }));
    QVERIFY(!list->positions.isEmpty());
}

void TestReadingCommands::largeRoomsAndRulesTellNothing()
{
    Two two;
    const RoomId quiet = two.rig.openRoom(two.marie, u"Quiet"_s, RoomKind::Private, { two.jean.account });
    QVERIFY(!two.rig.ask<SeenList>(two.jean.connection, ListSeen{ quiet })->positions.isEmpty());
    QVERIFY(two.rig.ask<Done>(two.marie.connection, SetRoomRules{ quiet, { .noSeen = true } }));
    QVERIFY(two.rig.ask<SeenList>(two.jean.connection, ListSeen{ quiet })->positions.isEmpty());
    for (int i = 3; i <= 32; ++i)
        two.rig.join(u"person%1"_s.arg(i));
    QCOMPARE(two.rig.ask<SeenList>(two.jean.connection, ListSeen{ two.rig.firstRoom() })->positions.size(), 31);
    auto last = two.rig.join(u"person33"_s);
    QVERIFY(two.rig.ask<SeenList>(two.jean.connection, ListSeen{ two.rig.firstRoom() })->positions.isEmpty());
    QCOMPARE(two.rig.codeOf<SeenList>(last.connection, ListSeen{ quiet }), int(ErrorCode::RoomUnknown));
}

void TestReadingCommands::readingNeedsItsFeature()
{
    DispatchRig rig;
    rig.features = { u"changes"_s };
    auto marie = rig.join(u"marie"_s);
    constexpr int Unexpected = int(ErrorCode::UnexpectedMessage);
    QCOMPARE(rig.codeOf<Done>(marie.connection, MarkUnread{ rig.firstRoom(), 1 }), Unexpected);
    QCOMPARE(rig.codeOf<Done>(marie.connection, SetRoomAttention{ rig.firstRoom(), Attention::All, 0 }), Unexpected);
    QCOMPARE(rig.codeOf<SeenList>(marie.connection, ListSeen{ rig.firstRoom() }), Unexpected);
    QCOMPARE(rig.codeOf<Done>(marie.connection, SetPrivacy{ true }), Unexpected);
    QCOMPARE(rig.codeOf<Done>(marie.connection, SetRoomRules{ rig.firstRoom(), {} }), Unexpected);
}

QTEST_GUILESS_MAIN(TestReadingCommands)
#include "tst_reading_commands.moc"
