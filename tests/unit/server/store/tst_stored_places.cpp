// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/unit/server/store/store_fixture.h"

#include <QRandomGenerator>
#include <QTest>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::server;
using namespace salon::test;

/// Where people are in a room, and where its history begins: read positions, unread marks, counts, newcomers,
/// retention.
class TestStoredPlaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMarkGoesBackOnly();
    void readingEndsTheMarkUnlessItIsKept();
    void countsAgreeWithANaiveRecount_data();
    void countsAgreeWithANaiveRecount();
    void attentionIsKept();
    void newcomersReadAsTheRulesSay();
    void slowModeCountsFromTheLastMessage();
    void ageIsFoundStepByStep();
    void whatIsBelowTheFloorIsGone();
    void removedTextsAreInNoFile_data();
    void removedTextsAreInNoFile();
    void removingGoesOnAfterARestart();
};

namespace {

constexpr RoomId General = StoreFixture::General;

Seq say(StoreFixture &fixture, const CreatedAccount &author, quint64 counter, const QString &text = u"x"_s)
{
    return fixture.append(fixture.message(author, counter, text)).value().event.seq;
}

Result<ReadPosition> readTo(StoreFixture &fixture, const CreatedAccount &who, Seq seq, bool keepMark = false)
{
    return fixture.wait(&Store::moveReadPosition, ReadMove{ General, who.account.id, seq, keepMark });
}

Result<ReadPosition> mark(StoreFixture &fixture, const CreatedAccount &who, Seq seq)
{
    return fixture.wait(&Store::markUnread, UnreadMark{ General, who.account.id, seq });
}

void setRules(StoreFixture &fixture, const Rules &rules)
{
    RoomChange change;
    change.room = General;
    change.rules = rules;
    change.event = { .room = General, .timeMs = fixture.clock.wall, .kind = EventKind::RulesChanged };
    QVERIFY(fixture.wait(&Store::changeRoom, change));
}

Membership membershipOf(const StoreFixture &fixture, const CreatedAccount &who)
{
    const auto &all = fixture.contents.memberships;
    return *std::ranges::find_if(
        all, [&](const Membership &one) { return one.room == General && one.account == who.account.id; });
}

/// Removes what is below the floor, texts included.
void trim(StoreFixture &fixture, Seq floor, int step = 3)
{
    QVERIFY(fixture.wait(&Store::raiseFloor, FloorRaise{ General, floor }));
    while (fixture.wait(&Store::sweepTexts, TextSweep{ General, step })->more) {}
}

/// A room as it has to be counted, by looking at each message.
struct NaiveRoom
{
    struct Message
    {
        Seq seq = 0;
        AccountId author{};
        QList<AccountId> mentions{};
        bool deleted = false;
    };
    struct Reader
    {
        Seq readSeq = 0;
        Seq mark = 0;
    };
    QList<Message> messages{};
    Seq floor = 1;

    [[nodiscard]] std::pair<qint64, qint64> countsOf(AccountId account, const Reader &reader) const
    {
        std::pair<qint64, qint64> counts{ 0, 0 };
        const Seq after = reader.mark > 0 ? reader.mark - 1 : reader.readSeq;
        for (const Message &message : messages) {
            if (message.seq <= after || message.author == account || message.deleted)
                continue;
            ++counts.first;
            counts.second += message.mentions.contains(account) ? 1 : 0;
        }
        return counts;
    }
};

} // namespace

void TestStoredPlaces::aMarkGoesBackOnly()
{
    StoreFixture fixture;
    const auto marie = fixture.account(u"marie"_s);
    const auto jean = fixture.account(u"jean"_s); // 4 to 8
    for (quint64 i = 1; i <= 5; ++i)
        say(fixture, marie, i);
    QVERIFY(readTo(fixture, jean, 6));
    QCOMPARE(mark(fixture, jean, 7)->mark, Seq(0)); // not read yet
    const auto marked = mark(fixture, jean, 5);
    QCOMPARE(marked->mark, Seq(5));
    QCOMPARE(marked->readSeq, Seq(6));
    QCOMPARE(marked->messagesBefore, 1);
    QCOMPARE(mark(fixture, jean, 6)->mark, Seq(5));
    QCOMPARE(mark(fixture, jean, 4)->mark, Seq(4));
    QVERIFY(fixture.wait(&Store::raiseFloor, FloorRaise{ General, 4 }));
    QCOMPARE(mark(fixture, jean, 3)->mark, Seq(4)); // nobody can get it any more
    fixture.reopen();
    QCOMPARE(membershipOf(fixture, jean).mark, Seq(4));
    QCOMPARE(membershipOf(fixture, jean).readSeq, Seq(6));
    const UnreadMark stranger{ General, AccountId{ 99 }, 4 };
    QCOMPARE(fixture.wait(&Store::markUnread, stranger).error().code, ErrorCode::NotAMember);
}

void TestStoredPlaces::readingEndsTheMarkUnlessItIsKept()
{
    StoreFixture fixture;
    const auto marie = fixture.account(u"marie"_s);
    const auto jean = fixture.account(u"jean"_s);
    for (quint64 i = 1; i <= 5; ++i)
        say(fixture, marie, i);
    QVERIFY(readTo(fixture, jean, 5));
    QVERIFY(mark(fixture, jean, 4));
    const auto kept = readTo(fixture, jean, 7, true);
    QCOMPARE(kept->readSeq, Seq(7));
    QCOMPARE(kept->mark, Seq(4));
    const auto ended = readTo(fixture, jean, 2);
    QCOMPARE(ended->readSeq, Seq(7));
    QCOMPARE(ended->mark, Seq(0));
    QCOMPARE(ended->messagesBefore, 4);
}

void TestStoredPlaces::countsAgreeWithANaiveRecount_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 3; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestStoredPlaces::countsAgreeWithANaiveRecount()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    StoreFixture fixture;
    const QList<CreatedAccount> people{ fixture.account(u"marie"_s), fixture.account(u"jean"_s),
        fixture.account(u"anna"_s) };
    NaiveRoom naive;
    QHash<AccountId, quint64> counters;
    QHash<AccountId, NaiveRoom::Reader> readers;
    Seq head = people.size() + 1;
    for (const CreatedAccount &person : people)
        readers[person.account.id].readSeq = person.membership.readSeq;
    for (int step = 0; step < 200; ++step) {
        const CreatedAccount &who = people[random.bounded(people.size())];
        const AccountId account = who.account.id;
        NaiveRoom::Reader &reader = readers[account];
        const Seq place = random.bounded(1, int(head) + 1);
        switch (random.bounded(8)) {
        case 0:
        case 1:
        case 2: {
            MessageDraft draft = fixture.message(who, ++counters[account], u"text"_s);
            const AccountId named = people[random.bounded(people.size())].account.id;
            if (random.bounded(2) == 0 && named != account)
                draft.event.mentions = { named };
            head = fixture.append(draft).value().event.seq;
            naive.messages.append({ head, account, draft.event.mentions, false });
            break;
        }
        case 3: {
            QVERIFY(readTo(fixture, who, place, false));
            reader = { std::max(reader.readSeq, place), 0 };
            break;
        }
        case 4: {
            QVERIFY(readTo(fixture, who, place, true));
            reader.readSeq = std::max(reader.readSeq, place);
            break;
        }
        case 5: {
            QVERIFY(mark(fixture, who, place));
            if (place >= naive.floor && place <= reader.readSeq)
                reader.mark = reader.mark == 0 ? place : std::min(reader.mark, place);
            break;
        }
        case 6: {
            const auto target = std::ranges::find_if(naive.messages,
                [&](const auto &one) { return one.author == account && !one.deleted && one.seq >= place; });
            if (target == naive.messages.end() || target->seq < naive.floor)
                break;
            target->deleted = true;
            head = fixture.append(fixture.change(who, ++counters[account], EventKind::Deleted, target->seq))
                       .value()
                       .event.seq;
            break;
        }
        default: {
            const Seq floor = std::min(place, naive.floor + 4);
            trim(fixture, floor);
            naive.floor = std::max(naive.floor, floor);
            for (NaiveRoom::Reader &each : readers) {
                each.readSeq = std::max(each.readSeq, naive.floor - 1);
                if (each.mark > 0)
                    each.mark = each.readSeq >= naive.floor ? std::max(each.mark, naive.floor) : 0;
            }
            break;
        }
        }
        if (step % 50 == 49)
            fixture.reopen();
        const qint64 messages = naive.messages.size();
        for (const CreatedAccount &person : people) {
            const auto stored = readTo(fixture, person, 0, true);
            const NaiveRoom::Reader &expected = readers[person.account.id];
            QCOMPARE(stored->readSeq, expected.readSeq);
            QCOMPARE(stored->mark, expected.mark);
            const auto counts = naive.countsOf(person.account.id, expected);
            QCOMPARE(messages - stored->messagesBefore - stored->ownAfter - stored->deletedAfter, counts.first);
            QCOMPARE(stored->mentionsAfter, counts.second);
            if (step % 50 == 49) { // as it was loaded
                const Membership loaded = membershipOf(fixture, person);
                QCOMPARE(loaded.messagesBefore, stored->messagesBefore);
                QCOMPARE(loaded.ownAfter, stored->ownAfter);
                QCOMPARE(loaded.mentionsAfter, stored->mentionsAfter);
                QCOMPARE(loaded.deletedAfter, stored->deletedAfter);
                QCOMPARE(loaded.floor, naive.floor);
            }
        }
    }
}

void TestStoredPlaces::attentionIsKept()
{
    StoreFixture fixture;
    const auto marie = fixture.account(u"marie"_s);
    AttentionChange change{ General, marie.account.id, Attention::Mentions, 5000 };
    QVERIFY(fixture.wait(&Store::setAttention, change));
    fixture.reopen();
    QCOMPARE(membershipOf(fixture, marie).attention, Attention::Mentions);
    QCOMPARE(membershipOf(fixture, marie).attentionUntilMs, 5000);
    change.account = AccountId{ 99 };
    QCOMPARE(fixture.wait(&Store::setAttention, change).error().code, ErrorCode::NotAMember);
}

void TestStoredPlaces::newcomersReadAsTheRulesSay()
{
    StoreFixture fixture;
    const auto marie = fixture.account(u"marie"_s);
    QCOMPARE(marie.membership.floor, Seq(1));
    MemberChange move;
    move.membership = { .room = General, .account = marie.account.id };
    move.event = { .room = General, .kind = EventKind::Left, .author = marie.account.id };
    const auto comeBack = [&] {
        move.event.kind = EventKind::Left;
        if (!fixture.wait(&Store::removeMember, move))
            qFatal("cannot leave");
        move.event.kind = EventKind::Joined;
        return fixture.wait(&Store::addMember, move).value();
    };
    setRules(fixture, { .history = NewcomerHistory::Nothing });
    const auto jean = fixture.account(u"jean"_s);
    QCOMPARE(jean.membership.floor, jean.joined.seq);
    const EnteredMember again = comeBack();
    QCOMPARE(again.membership.floor, again.event.seq);
    setRules(fixture, { .history = NewcomerHistory::FromJoining });
    fixture.reopen();
    QCOMPARE(comeBack().membership.floor, Seq(1)); // marie's first time
    const auto anna = fixture.account(u"anna"_s);
    QCOMPARE(anna.membership.floor, anna.joined.seq);
    move.membership.account = anna.account.id;
    QCOMPARE(comeBack().membership.floor, anna.joined.seq);
    setRules(fixture, {});
    QCOMPARE(comeBack().membership.floor, Seq(1));
    trim(fixture, 4);
    QCOMPARE(comeBack().membership.floor, Seq(4));
}

void TestStoredPlaces::slowModeCountsFromTheLastMessage()
{
    StoreFixture fixture;
    const auto marie = fixture.account(u"marie"_s);
    const auto slow = [&](quint64 counter) {
        MessageDraft draft = fixture.message(marie, counter, u"x"_s);
        draft.slowSeconds = 10;
        return draft;
    };
    const MessageDraft first = slow(1);
    QVERIFY(fixture.append(first));
    fixture.clock.advance(4000);
    const auto refused = fixture.append(slow(2));
    QCOMPARE(refused.error().code, ErrorCode::SlowMode);
    QCOMPARE(refused.error().retryAfterMs.value_or(0), quint32(6000));
    QCOMPARE(fixture.codeOf(slow(3)), int(ErrorCode::CounterSkipped)); // the number was not used up
    QVERIFY(fixture.append(first)->repeated); // what was stored is answered, however soon
    MessageDraft renumbered = first;
    renumbered.counter = 2;
    QVERIFY(fixture.append(renumbered)->repeated);
    fixture.reopen();
    QCOMPARE(fixture.codeOf(slow(3)), int(ErrorCode::SlowMode));
    fixture.clock.advance(6000);
    QVERIFY(fixture.append(slow(3)));
    // Changes are not slowed down.
    MessageDraft edit = fixture.change(marie, 4, EventKind::Edited, 3, u"y"_s);
    edit.slowSeconds = 10;
    QVERIFY(fixture.append(edit));
}

void TestStoredPlaces::ageIsFoundStepByStep()
{
    StoreFixture fixture;
    const auto marie = fixture.account(u"marie"_s); // 1, 2
    const qint64 startMs = fixture.clock.wall;
    for (quint64 i = 1; i <= 6; ++i) {
        fixture.clock.advance(1000);
        say(fixture, marie, i); // 3 to 8
    }
    const auto find = [&](Seq from, qint64 sinceMs, int limit) {
        return fixture.wait(&Store::findAge, AgeQuery{ General, from, sinceMs, limit }).value();
    };
    QCOMPARE(find(1, startMs + 3000, 100).seq, Seq(5));
    QVERIFY(!find(1, startMs + 3000, 100).more);
    QCOMPARE(find(1, startMs + 3000, 2).seq, Seq(3));
    QVERIFY(find(1, startMs + 3000, 2).more);
    QCOMPARE(find(1, startMs + 60'000, 100).seq, Seq(9)); // all of it
    QCOMPARE(find(1, startMs, 100).seq, Seq(1));
}

void TestStoredPlaces::whatIsBelowTheFloorIsGone()
{
    StoreFixture fixture;
    const auto marie = fixture.account(u"marie"_s);
    const auto jean = fixture.account(u"jean"_s);
    MessageDraft old = fixture.message(marie, 1, u"old @jean"_s); // 4
    old.event.mentions = { jean.account.id };
    QVERIFY(fixture.append(old));
    MessageDraft call = fixture.message(marie, 2, u"@room"_s); // 5
    call.event.call = Call::Room;
    QVERIFY(fixture.append(call));
    QVERIFY(fixture.append(fixture.change(marie, 3, EventKind::Pinned, 4)));
    QVERIFY(fixture.append(fixture.change(jean, 1, EventKind::Reacted, 4, u"👍"_s)));
    SavedChange save{ jean.account.id, General, 4, 1, true, fixture.clock.wall };
    QVERIFY(fixture.wait(&Store::saveMessage, save));
    const Seq fresh = say(fixture, marie, 4, u"fresh"_s); // 8
    const Seq edit = fixture.append(fixture.change(marie, 5, EventKind::Edited, 4, u"old, edited"_s))->event.seq;
    trim(fixture, fresh);

    const auto page = fixture.wait(&Store::readPage, PageQuery{ General, 0, 0, fresh, 200, 0, {} });
    QCOMPARE(page->events.front().seq, fresh);
    QCOMPARE(page->events.front().text, u"fresh"_s);
    const Event tombstone = fixture.at(edit);
    QVERIFY(tombstone.form.deleted);
    QVERIFY(tombstone.text.isEmpty());
    for (const auto kind : { MessageListKind::Pinned, MessageListKind::Saved, MessageListKind::Mentions }) {
        const RoomId room = kind == MessageListKind::Pinned ? General : RoomId{};
        QVERIFY(fixture.wait(&Store::readList, ListQuery{ kind, jean.account.id, room, 0, 50, 0 })->events.isEmpty());
    }
    const MessageQuery query{ General, 4, fresh, 50, 0 };
    QCOMPARE(fixture.wait(&Store::readRevisions, query).error().code, ErrorCode::MessageUnknown);
    QCOMPARE(fixture.wait(&Store::readReactions, query).error().code, ErrorCode::MessageUnknown);
    // Who asked before it was removed is refused as well.
    QCOMPARE(fixture.codeOf(fixture.change(marie, 6, EventKind::Edited, 4, u"z"_s)), int(ErrorCode::MessageUnknown));
    QCOMPARE(fixture.wait(&Store::saveMessage, save).error().code, ErrorCode::MessageUnknown);
    // What was stored once stays known.
    QVERIFY(fixture.append(old)->repeated);
    QCOMPARE(readTo(fixture, jean, 0, true)->readSeq, fresh - 1);
}

void TestStoredPlaces::removedTextsAreInNoFile_data()
{
    QTest::addColumn<int>("longest");
    QTest::newRow("short") << 60;
    QTest::newRow("some fill pages") << 1500;
    QTest::newRow("some overflow") << 12'000;
}

void TestStoredPlaces::removedTextsAreInNoFile()
{
    QFETCH(int, longest);
    QRandomGenerator random(7);
    StoreFixture fixture;
    const auto marie = fixture.account(u"marie"_s);
    RoomChange topic;
    topic.room = General;
    topic.topic = u"topic-that-goes"_s;
    topic.event = {
        .room = General, .timeMs = fixture.clock.wall, .kind = EventKind::TopicChanged, .params = { *topic.topic }
    };
    QVERIFY(fixture.wait(&Store::changeRoom, topic));
    topic.topic = u"other"_s;
    topic.event.params = { *topic.topic };
    QVERIFY(fixture.wait(&Store::changeRoom, topic));
    constexpr int Count = 400;
    QList<QByteArray> gone;
    Seq middle = 0;
    quint64 counter = 0;
    const auto text = [&](int i) {
        const QString word = u"secret-%1-"_s.arg(random.generate64(), 16, 16, QChar(u'0'));
        if (i < Count / 2)
            gone.append(word.toLatin1());
        return word + QString(random.bounded(longest), u'x') + word;
    };
    for (int i = 0; i < Count; ++i) {
        const Seq seq = say(fixture, marie, ++counter, text(i));
        if (i == Count / 2)
            middle = seq;
        if (i % 9 == 0)
            QVERIFY(fixture.append(fixture.change(marie, ++counter, EventKind::Edited, seq, text(i))));
    }
    // The newest event of all is an edit of what goes.
    QVERIFY(fixture.append(fixture.change(marie, ++counter, EventKind::Edited, middle - 1, text(0))));
    trim(fixture, middle, 37);
    const auto isAnyLeft = [&] {
        return std::ranges::any_of(gone, [&](const QByteArray &word) { return fixture.isInFiles(word); })
            || fixture.isInFiles("topic-that-goes");
    };
    QVERIFY(waitUntil([&] { return !isAnyLeft(); }));
    // What is written later takes the places of what is gone.
    for (int i = Count; i < Count + 50; ++i)
        say(fixture, marie, ++counter, text(i));
    QVERIFY(!isAnyLeft());
    QVERIFY(fixture.at(middle).text.startsWith(u"secret-"));
    fixture.reopen();
    QVERIFY(!isAnyLeft());
    QCOMPARE(fixture.at(middle).form.deleted, false);
}

void TestStoredPlaces::removingGoesOnAfterARestart()
{
    StoreFixture fixture;
    const auto marie = fixture.account(u"marie"_s);
    for (quint64 i = 1; i <= 20; ++i)
        say(fixture, marie, i, u"word-%1"_s.arg(i));
    QVERIFY(fixture.wait(&Store::raiseFloor, FloorRaise{ General, 15 }));
    QVERIFY(fixture.wait(&Store::sweepTexts, TextSweep{ General, 5 })->more);
    fixture.reopen();
    QCOMPARE(fixture.contents.rooms.front().floor, Seq(15));
    QCOMPARE(fixture.contents.rooms.front().swept, Seq(6));
    QVERIFY(fixture.isInFiles("word-12"));
    while (fixture.wait(&Store::sweepTexts, TextSweep{ General, 5 })->more) {}
    QVERIFY(waitUntil([&] { return !fixture.isInFiles("word-12"); }));
    QVERIFY(fixture.isInFiles("word-13")); // seq 15
    QCOMPARE(fixture.wait(&Store::sweepTexts, TextSweep{ General, 5 })->swept, Seq(15));
    // Further than the log goes it does not.
    QCOMPARE(fixture.wait(&Store::raiseFloor, FloorRaise{ General, 1000 })->floor, Seq(23));
    QCOMPARE(fixture.wait(&Store::raiseFloor, FloorRaise{ General, 5 })->floor, Seq(23));
    QCOMPARE(say(fixture, marie, 21), Seq(23));
}

QTEST_GUILESS_MAIN(TestStoredPlaces)
#include "tst_stored_places.moc"
