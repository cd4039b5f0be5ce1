// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/unit/server/store/store_fixture.h"

#include <QTest>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::server;
using namespace salon::test;

/// Changes of messages as the store keeps them (docs/PROTOCOL.md): present forms, refusals, counts, and that what is
/// deleted is gone.
class TestStoredChanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pagesGiveThePresentForm();
    void earlierTextsAreKeptUntilTheDeletion();
    void aTombstoneKeepsItsPlace();
    void changesAreRefusedByTheirTarget();
    void answersNeedAMessage();
    void refusedChangesUseTheirNumbers();
    void aRepeatedChangeGetsItsFirstAnswer();
    void reactionsAreCountedInOrder();
    void aMessageHasTwentyEmojiAtMost();
    void aRoomHasAHundredPinsAtMost();
    void deletedTextsAreInNoFile_data();
    void deletedTextsAreInNoFile();
    void unreadCountsLeaveOutWhatWasDeleted();
    void editsOnlyTakeMentionsAway();
    void callsOfTheRoomCountForAll();
    void whatIsSavedIsListedNewestFirst();
    void bansKeepPeopleOut();
};

namespace {

/// Somebody writes something; its seq.
Seq say(StoreFixture &fixture, const CreatedAccount &author, quint64 counter, const QString &text)
{
    return fixture.append(fixture.message(author, counter, text)).value().event.seq;
}

EventList list(StoreFixture &fixture, MessageListKind kind, AccountId reader, qint64 before = 0, int limit = 50)
{
    const RoomId room = kind == MessageListKind::Pinned ? StoreFixture::General : RoomId{};
    return fixture.wait(&Store::readList, ListQuery{ kind, reader, room, before, limit, 0 }).value();
}

QList<Seq> seqsOf(const EventList &list)
{
    QList<Seq> seqs;
    for (const ListedEvent &listed : list.events)
        seqs.append(listed.event.seq);
    return seqs;
}

/// What the store counts after the place where an account stands, live and as it is loaded.
ReadPosition countsOf(StoreFixture &fixture, AccountId account)
{
    return fixture.wait(&Store::moveReadPosition, ReadMove{ StoreFixture::General, account, 0, true }).value();
}

} // namespace

void TestStoredChanges::pagesGiveThePresentForm()
{
    StoreFixture fixture;
    const auto marie = fixture.account(u"marie"_s);
    const auto jean = fixture.account(u"jean"_s);
    const Seq seq = say(fixture, marie, 1, u"Bonjuor"_s);
    const Event first = fixture.at(seq);
    QCOMPARE(first.form, MessageForm{});
    fixture.clock.advance(1000);
    MessageDraft edit = fixture.change(marie, 2, EventKind::Edited, seq, u"Bonjour"_s);
    edit.event.format = TextFormat::Markdown;
    const auto edited = fixture.append(edit);
    QVERIFY(edited);
    QCOMPARE(edited->effect.target, seq);
    QVERIFY(fixture.append(fixture.change(jean, 1, EventKind::Reacted, seq, u"👍"_s)));
    const auto pinned = fixture.append(fixture.change(marie, 3, EventKind::Pinned, seq));
    QVERIFY(pinned);
    Event expected = first;
    expected.text = u"Bonjour"_s;
    expected.format = TextFormat::Markdown;
    expected.form
        = { pinned->event.seq, edit.event.timeMs, false, {}, true, { { u"👍"_s, 1, true, { jean.account.id } } } };
    QCOMPARE(fixture.at(seq, jean.account.id), expected);
    expected.form.reactions[0].mine = false;
    QCOMPARE(fixture.at(seq, marie.account.id), expected);
    // The changes are events of the log themselves, in the order in which they came.
    const QList<Event> log = fixture.log(StoreFixture::General);
    QCOMPARE(log.back().kind, EventKind::Pinned);
    QCOMPARE(log[log.size() - 3].text, u"Bonjour"_s);
    QCOMPARE(log[log.size() - 2].params, QList<QString>{ u"👍"_s });
    fixture.reopen();
    QCOMPARE(fixture.at(seq, marie.account.id), expected);
    QVERIFY(fixture.append(fixture.change(marie, 4, EventKind::Unpinned, seq)));
    QVERIFY(fixture.append(fixture.change(jean, 2, EventKind::Unreacted, seq, u"👍"_s)));
    QVERIFY(!fixture.at(seq).form.pinned);
    QVERIFY(fixture.at(seq).form.reactions.isEmpty());
    QCOMPARE(fixture.at(seq).form.changed, fixture.log(StoreFixture::General).back().seq);
}

void TestStoredChanges::earlierTextsAreKeptUntilTheDeletion()
{
    StoreFixture fixture;
    const auto marie = fixture.account(u"marie"_s);
    const Seq seq = say(fixture, marie, 1, u"version 0"_s);
    for (quint64 i = 1; i <= 120; ++i)
        QVERIFY(fixture.append(fixture.change(marie, i + 1, EventKind::Edited, seq, u"version %1"_s.arg(i))));
    const MessageQuery query{ StoreFixture::General, seq, 1, 100, 0 };
    const auto page = fixture.wait(&Store::readRevisions, query);
    QCOMPARE(page->revisions.size(), 100);
    QVERIFY(page->more);
    QCOMPARE(page->revisions.front().text, u"version 120"_s);
    QCOMPARE(page->revisions.back().text, u"version 21"_s);
    MessageQuery above = query;
    above.floor = seq + 1;
    QCOMPARE(fixture.wait(&Store::readRevisions, above).error().code, ErrorCode::MessageUnknown);
    QVERIFY(fixture.append(fixture.change(marie, 122, EventKind::Deleted, seq)));
    QCOMPARE(fixture.wait(&Store::readRevisions, query).error().code, ErrorCode::MessageGone);
    QCOMPARE(fixture.wait(&Store::readReactions, query).error().code, ErrorCode::MessageGone);
}

void TestStoredChanges::aTombstoneKeepsItsPlace()
{
    StoreFixture fixture;
    const auto marie = fixture.account(u"marie"_s);
    const auto jean = fixture.account(u"jean"_s);
    MessageDraft draft = fixture.message(marie, 1, u"@jean ô ciel"_s);
    draft.event.mentions = { jean.account.id };
    draft.event.format = TextFormat::Markdown;
    const Seq seq = fixture.append(draft)->event.seq;
    const Seq edit = fixture.append(fixture.change(marie, 2, EventKind::Edited, seq, u"ô terre"_s))->event.seq;
    QVERIFY(fixture.append(fixture.change(jean, 1, EventKind::Reacted, seq, u"👍"_s)));
    QVERIFY(fixture.append(fixture.change(marie, 3, EventKind::Pinned, seq)));
    MessageDraft deletion = fixture.change(jean, 2, EventKind::Deleted, seq);
    deletion.mayDeleteAny = true;
    const auto deleted = fixture.append(deletion);
    QVERIFY(deleted);
    QVERIFY(deleted->effect.deleted);
    QCOMPARE(deleted->effect.edits, QList<Seq>{ edit });
    const Event tombstone = fixture.at(seq);
    QCOMPARE(tombstone.text, QString());
    QVERIFY(tombstone.mentions.isEmpty());
    QCOMPARE(tombstone.format, TextFormat::Plain);
    QCOMPARE(tombstone.cid, draft.event.cid);
    QCOMPARE(tombstone.timeMs, draft.event.timeMs);
    QCOMPARE(tombstone.author, marie.account.id);
    QCOMPARE(tombstone.form, (MessageForm{ deleted->event.seq, 0, true, jean.account.id, false, {} }));
    QCOMPARE(fixture.at(edit).text, QString());
    QVERIFY(fixture.at(edit).form.deleted);
    QVERIFY(list(fixture, MessageListKind::Pinned, marie.account.id).events.isEmpty());
}

void TestStoredChanges::changesAreRefusedByTheirTarget()
{
    StoreFixture fixture;
    const auto marie = fixture.account(u"marie"_s);
    const auto jean = fixture.account(u"jean"_s);
    const Event notice{ .room = StoreFixture::General, .kind = EventKind::Announcement, .text = u"!"_s };
    const Seq announcement = fixture.wait(&Store::appendEvent, notice)->seq;
    const Seq message = say(fixture, marie, 1, u"hers"_s);
    const Seq gone = say(fixture, marie, 2, u"gone"_s);
    QVERIFY(fixture.append(fixture.change(marie, 3, EventKind::Deleted, gone)));
    const Seq change = fixture.log(StoreFixture::General).back().seq;
    quint64 counter = 0;
    const auto codeOf = [&](EventKind kind, Seq target, const QString &text = u"👍"_s) {
        return ErrorCode(fixture.codeOf(fixture.change(jean, ++counter, kind, target, text)));
    };
    for (const Seq unknown : { Seq(1), announcement, change, Seq(999), Seq(-5) }) {
        QCOMPARE(codeOf(EventKind::Edited, unknown), ErrorCode::MessageUnknown);
        QCOMPARE(codeOf(EventKind::Deleted, unknown), ErrorCode::MessageUnknown);
    }
    for (const Seq unknown : { Seq(1), change, Seq(999) }) {
        QCOMPARE(codeOf(EventKind::Reacted, unknown), ErrorCode::MessageUnknown);
        QCOMPARE(codeOf(EventKind::Pinned, unknown), ErrorCode::MessageUnknown);
    }
    QCOMPARE(codeOf(EventKind::Reacted, announcement), ErrorCode(0));
    QCOMPARE(codeOf(EventKind::Pinned, announcement), ErrorCode(0));
    QCOMPARE(codeOf(EventKind::Edited, message), ErrorCode::NotPermitted);
    QCOMPARE(codeOf(EventKind::Deleted, message), ErrorCode::NotPermitted);
    for (const EventKind kind : { EventKind::Reacted, EventKind::Unreacted, EventKind::Pinned, EventKind::Unpinned })
        QCOMPARE(codeOf(kind, gone), ErrorCode::MessageGone);
    QCOMPARE(codeOf(EventKind::Unreacted, message), ErrorCode::NothingToChange);
    QCOMPARE(codeOf(EventKind::Unpinned, message), ErrorCode::NothingToChange);
    QCOMPARE(codeOf(EventKind::Reacted, message), ErrorCode(0));
    QCOMPARE(codeOf(EventKind::Reacted, message), ErrorCode::NothingToChange);
    QCOMPARE(codeOf(EventKind::Pinned, message), ErrorCode(0));
    QCOMPARE(codeOf(EventKind::Pinned, message), ErrorCode::NothingToChange);
    MessageDraft below = fixture.change(jean, ++counter, EventKind::Reacted, message, u"🎉"_s);
    below.floor = message + 1;
    QCOMPARE(fixture.codeOf(below), int(ErrorCode::MessageUnknown));
    // Of the author's own.
    QCOMPARE(fixture.codeOf(fixture.change(marie, 4, EventKind::Edited, message, u"hers"_s)),
        int(ErrorCode::NothingToChange));
    QCOMPARE(fixture.codeOf(fixture.change(marie, 5, EventKind::Edited, gone, u"x"_s)), int(ErrorCode::MessageGone));
    QCOMPARE(fixture.codeOf(fixture.change(marie, 6, EventKind::Deleted, gone)), int(ErrorCode::NothingToChange));
}

void TestStoredChanges::answersNeedAMessage()
{
    StoreFixture fixture;
    const auto marie = fixture.account(u"marie"_s);
    const Seq message = say(fixture, marie, 1, u"question"_s);
    MessageDraft answer = fixture.message(marie, 2, u"answer"_s);
    answer.event.target = message;
    const auto answered = fixture.append(answer);
    QVERIFY(answered);
    QCOMPARE(answered->effect.target, 0); // it changes nothing
    QCOMPARE(fixture.at(answered->event.seq).target, message);
    QCOMPARE(fixture.at(message).form.changed, 0);
    QVERIFY(fixture.append(fixture.change(marie, 3, EventKind::Deleted, message)));
    answer = fixture.message(marie, 4, u"too late"_s);
    answer.event.target = message;
    QVERIFY(fixture.append(answer));
    answer = fixture.message(marie, 5, u"to nothing"_s);
    answer.event.target = 1; // how the room was made
    QCOMPARE(fixture.codeOf(answer), int(ErrorCode::MessageUnknown));
}

void TestStoredChanges::refusedChangesUseTheirNumbers()
{
    StoreFixture fixture;
    const auto marie = fixture.account(u"marie"_s);
    const Seq seq = say(fixture, marie, 1, u"x"_s);
    QCOMPARE(fixture.codeOf(fixture.change(marie, 2, EventKind::Unpinned, seq)), int(ErrorCode::NothingToChange));
    QCOMPARE(fixture.codeOf(fixture.change(marie, 2, EventKind::Pinned, seq)), int(ErrorCode::CounterReused));
    QCOMPARE(fixture.codeOf(fixture.change(marie, 4, EventKind::Pinned, seq)), int(ErrorCode::CounterSkipped));
    QVERIFY(fixture.append(fixture.change(marie, 3, EventKind::Pinned, seq)));
}

void TestStoredChanges::aRepeatedChangeGetsItsFirstAnswer()
{
    StoreFixture fixture;
    const auto marie = fixture.account(u"marie"_s);
    const Seq seq = say(fixture, marie, 1, u"x"_s);
    MessageDraft edit = fixture.change(marie, 2, EventKind::Edited, seq, u"y"_s);
    const auto first = fixture.append(edit);
    QVERIFY(fixture.append(fixture.change(marie, 3, EventKind::Deleted, seq)));
    const qsizetype events = fixture.log(StoreFixture::General).size();
    for (const quint64 counter : { quint64(2), quint64(4) }) { // as it was sent, and under the number that is next
        edit.counter = counter;
        const auto again = fixture.append(edit);
        QVERIFY(again);
        QVERIFY(again->repeated);
        QCOMPARE(again->event.seq, first->event.seq);
        QCOMPARE(again->effect.target, 0);
    }
    QCOMPARE(fixture.log(StoreFixture::General).size(), events);
}

void TestStoredChanges::reactionsAreCountedInOrder()
{
    StoreFixture fixture;
    QList<CreatedAccount> people;
    for (int i = 0; i < 18; ++i)
        people.append(fixture.account(u"person%1"_s.arg(i)));
    const Seq seq = say(fixture, people[0], 1, u"x"_s);
    QVERIFY(fixture.append(fixture.change(people[0], 2, EventKind::Reacted, seq, u"🎉"_s)));
    for (qsizetype i = 0; i < people.size(); ++i)
        QVERIFY(fixture.append(fixture.change(people[i], i == 0 ? 3 : 1, EventKind::Reacted, seq, u"👍"_s)));
    QVERIFY(fixture.append(fixture.change(people[1], 2, EventKind::Unreacted, seq, u"👍"_s)));
    QList<Reaction> reactions = fixture.at(seq, people[1].account.id).form.reactions;
    QCOMPARE(reactions.size(), 2);
    QCOMPARE(reactions[0], (Reaction{ u"🎉"_s, 1, false, { people[0].account.id } }));
    QCOMPARE(reactions[1].count, 17);
    QVERIFY(!reactions[1].mine);
    QCOMPARE(reactions[1].people.size(), 16);
    QCOMPARE(reactions[1].people[1], people[2].account.id);
    // Who comes back stands at the end; so does an emoji.
    QVERIFY(fixture.append(fixture.change(people[0], 4, EventKind::Unreacted, seq, u"🎉"_s)));
    QVERIFY(fixture.append(fixture.change(people[1], 3, EventKind::Reacted, seq, u"👍"_s)));
    QVERIFY(fixture.append(fixture.change(people[0], 5, EventKind::Reacted, seq, u"🎉"_s)));
    reactions = fixture.wait(&Store::readReactions, MessageQuery{ StoreFixture::General, seq, 1, 200, 0 }).value();
    QCOMPARE(reactions[0].emoji, u"👍"_s);
    QCOMPARE(reactions[0].people.size(), 18);
    QCOMPARE(reactions[0].people.back(), people[1].account.id);
    QCOMPARE(reactions[1].emoji, u"🎉"_s);
}

void TestStoredChanges::aMessageHasTwentyEmojiAtMost()
{
    StoreFixture fixture;
    const auto marie = fixture.account(u"marie"_s);
    const auto jean = fixture.account(u"jean"_s);
    const Seq seq = say(fixture, marie, 1, u"x"_s);
    const auto emoji = [](uint i) {
        const char32_t point = 0x1f600 + i;
        return QString::fromUcs4(&point, 1);
    };
    for (uint i = 0; i < 20; ++i)
        QVERIFY(fixture.append(fixture.change(marie, i + 2, EventKind::Reacted, seq, emoji(i))));
    QCOMPARE(fixture.codeOf(fixture.change(marie, 22, EventKind::Reacted, seq, emoji(20))),
        int(ErrorCode::TooManyReactions));
    QVERIFY(fixture.append(fixture.change(jean, 1, EventKind::Reacted, seq, emoji(19)))); // one that is there
    QVERIFY(fixture.append(fixture.change(marie, 23, EventKind::Unreacted, seq, emoji(0))));
    QVERIFY(fixture.append(fixture.change(marie, 24, EventKind::Reacted, seq, emoji(20))));
}

void TestStoredChanges::aRoomHasAHundredPinsAtMost()
{
    StoreFixture fixture;
    const auto marie = fixture.account(u"marie"_s);
    quint64 counter = 0;
    QList<Seq> pinned;
    for (int i = 0; i < 100; ++i) {
        pinned.prepend(say(fixture, marie, ++counter, u"x"_s));
        QVERIFY(fixture.append(fixture.change(marie, ++counter, EventKind::Pinned, pinned.front())));
    }
    const Seq one = say(fixture, marie, ++counter, u"one more"_s);
    QCOMPARE(fixture.codeOf(fixture.change(marie, ++counter, EventKind::Pinned, one)), int(ErrorCode::TooManyPins));
    EventList page = list(fixture, MessageListKind::Pinned, marie.account.id, 0, 60);
    QCOMPARE(seqsOf(page), pinned.mid(0, 60));
    QVERIFY(page.more);
    page = list(fixture, MessageListKind::Pinned, marie.account.id, page.events.back().order, 60);
    QCOMPARE(seqsOf(page), pinned.mid(60));
    QVERIFY(!page.more);
    QVERIFY(fixture.append(fixture.change(marie, ++counter, EventKind::Unpinned, pinned.back())));
    QVERIFY(fixture.append(fixture.change(marie, ++counter, EventKind::Pinned, one)));
}

void TestStoredChanges::deletedTextsAreInNoFile_data()
{
    QTest::addColumn<int>("rooms");
    QTest::addColumn<int>("bytes");
    for (const int rooms : { 1, 5 }) {
        for (const int bytes : { 40, 900, 6000 }) // in a page, most of a page, on pages of its own
            QTest::addRow("%d-rooms-%d-bytes", rooms, bytes) << rooms << bytes;
    }
}

void TestStoredChanges::deletedTextsAreInNoFile()
{
    QFETCH(int, rooms);
    QFETCH(int, bytes);
    StoreFixture fixture;
    const auto marie = fixture.account(u"marie"_s);
    QList<RoomId> ids{ StoreFixture::General };
    for (int i = 1; i < rooms; ++i) {
        NewRoom room;
        room.room = { .kind = RoomKind::Private, .name = u"room"_s, .maker = marie.account.id };
        room.members = { marie.account.id };
        ids.append(fixture.wait(&Store::createRoom, room)->room.id);
    }
    QHash<RoomId, quint64> counters;
    QList<std::pair<RoomId, Seq>> written;
    const auto textOf = [bytes](int number) {
        return u"secret-%1-"_s.arg(number, 4, 10, QChar(u'0')) + QString(bytes, u'é');
    };
    // Lengths differ, so that pages are split and put together in all ways.
    for (int i = 0; i < 300; ++i) {
        const RoomId room = ids[i * 7 % ids.size()];
        MessageDraft draft = fixture.message(marie, ++counters[room], textOf(2 * i).left(20 + bytes * (i % 10) / 10));
        draft.event.room = room;
        const Seq seq = fixture.append(draft)->event.seq;
        written.append({ room, seq });
        if (i % 3 != 0)
            continue;
        const auto [where, target] = written[i / 2];
        MessageDraft edit = fixture.change(marie, ++counters[where], EventKind::Edited, target, textOf(2 * i + 1));
        edit.event.room = where;
        QVERIFY(fixture.append(edit));
    }
    QVERIFY(fixture.isInFiles("secret-0300"));
    QVERIFY(fixture.isInFiles("secret-0007"));
    for (const auto &[room, seq] : std::as_const(written)) {
        MessageDraft deletion = fixture.change(marie, ++counters[room], EventKind::Deleted, seq);
        deletion.event.room = room;
        QVERIFY(fixture.append(deletion));
    }
    QVERIFY(waitUntil([&] { return !fixture.isInFiles("secret-"); }));
    fixture.reopen();
    QVERIFY(!fixture.isInFiles("secret-"));
    QCOMPARE(fixture.log(StoreFixture::General).value(2).text, QString());
}

void TestStoredChanges::unreadCountsLeaveOutWhatWasDeleted()
{
    StoreFixture fixture;
    const auto marie = fixture.account(u"marie"_s);
    const auto jean = fixture.account(u"jean"_s);
    QList<Seq> seqs;
    quint64 counter = 0;
    for (int i = 0; i < 6; ++i) {
        MessageDraft draft = fixture.message(marie, ++counter, u"@jean"_s);
        draft.event.mentions = { jean.account.id };
        seqs.append(fixture.append(draft)->event.seq);
    }
    const Seq own = say(fixture, jean, 1, u"mine"_s);
    QVERIFY(fixture.wait(&Store::moveReadPosition, ReadMove{ StoreFixture::General, jean.account.id, seqs[1] }));
    // One that was read, two that were not, and one's own.
    for (const Seq seq : { seqs[0], seqs[2], seqs[5] })
        QVERIFY(fixture.append(fixture.change(marie, ++counter, EventKind::Deleted, seq)));
    QVERIFY(fixture.append(fixture.change(jean, 2, EventKind::Deleted, own)));
    const ReadPosition counts = countsOf(fixture, jean.account.id);
    QCOMPARE(counts.deletedAfter, 2);
    QCOMPARE(counts.mentionsAfter, 2);
    QCOMPARE(counts.ownAfter, 1);
    fixture.reopen();
    for (const Membership &membership : std::as_const(fixture.contents.memberships)) {
        const bool isJean = membership.account == jean.account.id;
        QCOMPARE(membership.deletedAfter, isJean ? 2 : 1);
        QCOMPARE(membership.mentionsAfter, isJean ? 2 : 0);
        const qint64 unread = fixture.contents.rooms[0].messageCount - membership.messagesBefore - membership.ownAfter
            - membership.deletedAfter;
        QCOMPARE(unread, isJean ? 2 : 0);
    }
}

void TestStoredChanges::editsOnlyTakeMentionsAway()
{
    StoreFixture fixture;
    const auto marie = fixture.account(u"marie"_s);
    const auto jean = fixture.account(u"jean"_s);
    const auto anna = fixture.account(u"anna"_s);
    MessageDraft draft = fixture.message(marie, 1, u"@jean"_s);
    draft.event.mentions = { jean.account.id };
    const Seq seq = fixture.append(draft)->event.seq;
    MessageDraft edit = fixture.change(marie, 2, EventKind::Edited, seq, u"@jean @anna @room"_s);
    edit.event.mentions = { jean.account.id, anna.account.id };
    edit.event.call = Call::Room;
    const auto edited = fixture.append(edit);
    QCOMPARE(edited->event.mentions, QList<AccountId>{ jean.account.id });
    QCOMPARE(edited->event.call, Call::Nobody);
    QCOMPARE(countsOf(fixture, jean.account.id).mentionsAfter, 1);
    QCOMPARE(countsOf(fixture, anna.account.id).mentionsAfter, 0);
    edit = fixture.change(marie, 3, EventKind::Edited, seq, u"@anna"_s);
    edit.event.mentions = { anna.account.id };
    QVERIFY(fixture.append(edit)->event.mentions.isEmpty());
    QCOMPARE(countsOf(fixture, jean.account.id).mentionsAfter, 0);
    edit = fixture.change(marie, 4, EventKind::Edited, seq, u"@jean again"_s);
    edit.event.mentions = { jean.account.id };
    QVERIFY(fixture.append(edit)->event.mentions.isEmpty());
    QVERIFY(fixture.at(seq).mentions.isEmpty());
    QVERIFY(list(fixture, MessageListKind::Mentions, jean.account.id).events.isEmpty());
}

void TestStoredChanges::callsOfTheRoomCountForAll()
{
    StoreFixture fixture;
    const auto marie = fixture.account(u"marie"_s);
    const auto jean = fixture.account(u"jean"_s);
    const auto anna = fixture.account(u"anna"_s);
    MessageDraft draft = fixture.message(marie, 1, u"@room and @jean"_s);
    draft.event.mentions = { jean.account.id };
    draft.event.call = Call::Room;
    const Seq seq = fixture.append(draft)->event.seq;
    for (const CreatedAccount &person : { jean, anna }) {
        QCOMPARE(countsOf(fixture, person.account.id).mentionsAfter, 1);
        QCOMPARE(seqsOf(list(fixture, MessageListKind::Mentions, person.account.id)), QList<Seq>{ seq });
    }
    QCOMPARE(countsOf(fixture, marie.account.id).mentionsAfter, 0);
    MessageDraft edit = fixture.change(marie, 2, EventKind::Edited, seq, u"@jean alone"_s);
    edit.event.mentions = { jean.account.id };
    const auto edited = fixture.append(edit);
    QVERIFY(edited->effect.before.reach(anna.account.id) && !edited->effect.after.reach(anna.account.id));
    QCOMPARE(countsOf(fixture, jean.account.id).mentionsAfter, 1);
    QCOMPARE(countsOf(fixture, anna.account.id).mentionsAfter, 0);
    QVERIFY(fixture.append(fixture.change(marie, 3, EventKind::Deleted, seq)));
    QCOMPARE(countsOf(fixture, jean.account.id).mentionsAfter, 0);
}

void TestStoredChanges::whatIsSavedIsListedNewestFirst()
{
    StoreFixture fixture;
    const auto marie = fixture.account(u"marie"_s);
    QList<Seq> seqs;
    for (quint64 i = 1; i <= 5; ++i)
        seqs.append(say(fixture, marie, i, u"x"_s));
    const auto save = [&](Seq seq, bool saved) {
        return fixture.wait(&Store::saveMessage,
            SavedChange{ marie.account.id, StoreFixture::General, seq, 1, saved, fixture.clock.wall });
    };
    for (const Seq seq : { seqs[3], seqs[0], seqs[4] })
        QVERIFY(save(seq, true).value());
    QVERIFY(!save(seqs[0], true).value()); // it is so already
    QVERIFY(!save(seqs[1], false).value());
    QCOMPARE(save(1, true).error().code, ErrorCode::MessageUnknown);
    QCOMPARE(save(999, true).error().code, ErrorCode::MessageUnknown);
    QVERIFY(fixture.append(fixture.change(marie, 6, EventKind::Deleted, seqs[0])));
    const EventList page = list(fixture, MessageListKind::Saved, marie.account.id, 0, 2);
    QCOMPARE(seqsOf(page), (QList<Seq>{ seqs[4], seqs[0] }));
    QVERIFY(page.more);
    QVERIFY(page.events[1].event.form.deleted);
    QCOMPARE(seqsOf(list(fixture, MessageListKind::Saved, marie.account.id, page.events.back().order)),
        QList<Seq>{ seqs[3] });
    QVERIFY(save(seqs[0], false).value());
    // Somebody who left a room cannot get its messages any more.
    const Event left{ .room = StoreFixture::General, .kind = EventKind::Left, .author = marie.account.id };
    QVERIFY(fixture.wait(
        &Store::removeMember, MemberChange{ { .room = StoreFixture::General, .account = marie.account.id }, left }));
    QVERIFY(list(fixture, MessageListKind::Saved, marie.account.id).events.isEmpty());
}

void TestStoredChanges::bansKeepPeopleOut()
{
    StoreFixture fixture;
    const auto marie = fixture.account(u"marie"_s);
    const auto jean = fixture.account(u"jean"_s);
    const auto event = [&](EventKind kind) {
        return Event{ .room = StoreFixture::General, .kind = kind, .author = marie.account.id };
    };
    const MemberRemoval ban{ StoreFixture::General, jean.account.id, true, event(EventKind::Banned) };
    QCOMPARE(fixture.wait(&Store::removeFromRoom, ban)->kind, EventKind::Banned);
    QCOMPARE(fixture.wait(&Store::removeFromRoom, ban).error().code, ErrorCode::NothingToChange);
    QCOMPARE(fixture.codeOf(fixture.message(jean, 1, u"x"_s)), int(ErrorCode::NotAMember));
    const MemberChange coming{ { .room = StoreFixture::General, .account = jean.account.id },
        event(EventKind::Joined) };
    QCOMPARE(fixture.wait(&Store::addMember, coming).error().code, ErrorCode::Banned);
    fixture.reopen();
    QCOMPARE(fixture.contents.bans.size(), 1);
    QCOMPARE(fixture.contents.bans[0].account, jean.account.id);
    QCOMPARE(fixture.wait(&Store::addMember, coming).error().code, ErrorCode::Banned);
    const BanLift lift{ StoreFixture::General, jean.account.id, event(EventKind::Unbanned) };
    QVERIFY(fixture.wait(&Store::liftBan, lift));
    QCOMPARE(fixture.wait(&Store::liftBan, lift).error().code, ErrorCode::NotBanned);
    QVERIFY(fixture.wait(&Store::addMember, coming));
    const MemberRemoval removal{ StoreFixture::General, jean.account.id, false, event(EventKind::Removed) };
    QVERIFY(fixture.wait(&Store::removeFromRoom, removal));
    QCOMPARE(fixture.wait(&Store::removeFromRoom, removal).error().code, ErrorCode::NothingToChange);
    QVERIFY(fixture.wait(&Store::addMember, coming)); // removed is not banned
}

QTEST_GUILESS_MAIN(TestStoredChanges)
#include "tst_stored_changes.moc"
