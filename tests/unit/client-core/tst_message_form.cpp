// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/session/message_form.h"
#include "shared/client-core/session/outbox_entry.h"
#include "shared/client-core/session/recent_changes.h"

#include <QTest>
#include <limits>

using namespace salon;
using namespace Qt::StringLiterals;

namespace {

const RoomId General{ 10 };
const AccountId Me{ 1 };
const AccountId Marie{ 2 };
const AccountId Jean{ 3 };
const QString Thumb = u"👍"_s;

RoomEvent message()
{
    RoomEvent message;
    message.room = General;
    message.seq = 5;
    message.author = Marie;
    message.cid = Cid::createUuid();
    message.timeMs = 1000;
    message.text = u"hello @me and @jean"_s;
    message.format = TextFormat::Markdown;
    message.mentions = { Me, Jean };
    return message;
}

RoomEvent change(EventKind kind, Seq seq, AccountId author = Marie)
{
    RoomEvent change;
    change.room = General;
    change.kind = kind;
    change.seq = seq;
    change.author = author;
    change.target = 5;
    change.timeMs = seq * 1000;
    return change;
}

RoomEvent edited(Seq seq, const QString &text, const QList<AccountId> &mentions = {})
{
    RoomEvent edit = change(EventKind::Edited, seq);
    edit.text = text;
    edit.mentions = mentions;
    return edit;
}

RoomEvent reacted(Seq seq, AccountId author, const QString &emoji, bool on = true)
{
    RoomEvent reaction = change(on ? EventKind::Reacted : EventKind::Unreacted, seq, author);
    reaction.params = { emoji };
    return reaction;
}

} // namespace

class TestMessageForm : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void editReplacesTheText();
    void editNamesNobodyAnew();
    void editThatNoLongerCallsEverybody();
    void editWithoutTextLeavesTheMessage();
    void editWithoutTextLeavesFilesAlone();
    void deletionTakesEverythingButThePlace();
    void nothingChangesATombstone();
    void reactionsAreCountedOncePerPerson();
    void reactionsAreBounded();
    void reactionTakenBackByThoseWhoGaveIt();
    void moreReactionsThanNames();
    void pinsGoOnAndOff();
    void olderChangesAreIgnored();
    void sameChangeTwiceIsOne();
    void changesOfWhatCannotChange_data();
    void changesOfWhatCannotChange();
    void pendingChangesLeaveTheNumber();
    void mentionsByNameAndByCall();
    void repliesOnlyToWhatIsOlder();
    void recentChangesBringAPageUp();
};

void TestMessageForm::editReplacesTheText()
{
    RoomEvent shown = message();
    RoomEvent edit = edited(7, u"good bye"_s);
    edit.format = TextFormat::Plain;
    QVERIFY(applyChange(shown, edit, Me));
    QCOMPARE(shown.text, u"good bye"_s);
    QCOMPARE(shown.format, TextFormat::Plain);
    QCOMPARE(shown.editedMs, 7000);
    QCOMPARE(shown.changed, Seq(7));
    QCOMPARE(shown.timeMs, 1000); // when it was written first
}

void TestMessageForm::editNamesNobodyAnew()
{
    RoomEvent shown = message();
    QVERIFY(applyChange(shown, edited(7, u"@me @marie"_s, { Me, Marie }), Me));
    QCOMPARE(shown.mentions, QList{ Me });
    QVERIFY(applyChange(shown, edited(8, u"@me @jean"_s, { Me, Jean }), Me));
    QCOMPARE(shown.mentions, QList{ Me });
    QVERIFY(applyChange(shown, edited(9, u"nobody"_s), Me));
    QCOMPARE(shown.mentions, QList<AccountId>());
}

void TestMessageForm::editThatNoLongerCallsEverybody()
{
    RoomEvent shown = message();
    shown.call = Call::Room;
    RoomEvent still = edited(7, u"@room now"_s);
    still.call = Call::Room;
    QVERIFY(applyChange(shown, still, Me));
    QCOMPARE(shown.call, Call::Room);
    QVERIFY(applyChange(shown, edited(8, u"quiet"_s), Me));
    QCOMPARE(shown.call, Call::Nobody);
    still.seq = 9;
    QVERIFY(applyChange(shown, still, Me));
    QCOMPARE(shown.call, Call::Nobody);
}

void TestMessageForm::editWithoutTextLeavesTheMessage()
{
    RoomEvent shown = message(); // as a page has it when the message was deleted later on
    QVERIFY(!applyChange(shown, edited(7, {}), Me));
    QCOMPARE(shown.text, message().text);
    QCOMPARE(shown.editedMs, 0);
}

void TestMessageForm::editWithoutTextLeavesFilesAlone()
{
    RoomEvent shown = message();
    shown.files = { { QByteArray(32, 'h'), u"a.png"_s, 5, {}, 0, 0, {} } };
    RoomEvent gone = edited(6, {});
    gone.deleted = true; // of a message that was deleted later on
    QVERIFY(!applyChange(shown, gone, Me));
    QCOMPARE(shown.text, message().text);
    QVERIFY(applyChange(shown, edited(7, {}), Me));
    QCOMPARE(shown.text, QString());
    QCOMPARE(shown.files.size(), 1);
    QVERIFY(shown.editedMs > 0);
}

void TestMessageForm::deletionTakesEverythingButThePlace()
{
    RoomEvent shown = message();
    shown.target = 3;
    QVERIFY(applyChange(shown, reacted(6, Me, Thumb), Me));
    QVERIFY(applyChange(shown, change(EventKind::Pinned, 7), Me));
    QVERIFY(applyChange(shown, edited(8, u"other"_s, { Me }), Me));
    QVERIFY(applyChange(shown, change(EventKind::Deleted, 9, Jean), Me));
    RoomEvent tombstone = message();
    tombstone.cid = shown.cid;
    tombstone.target = 3;
    tombstone.text.clear();
    tombstone.format = TextFormat::Plain;
    tombstone.mentions.clear();
    tombstone.deleted = true;
    tombstone.deletedBy = Jean;
    tombstone.changed = 9;
    QCOMPARE(shown, tombstone);
}

void TestMessageForm::nothingChangesATombstone()
{
    RoomEvent shown = message();
    applyChange(shown, change(EventKind::Deleted, 6), Me);
    const RoomEvent tombstone = shown;
    QVERIFY(!applyChange(shown, edited(7, u"back"_s), Me));
    QVERIFY(!applyChange(shown, reacted(8, Me, Thumb), Me));
    QVERIFY(!applyChange(shown, change(EventKind::Pinned, 9), Me));
    QVERIFY(!applyChange(shown, change(EventKind::Deleted, 10, Jean), Me));
    QVERIFY(shown.text.isEmpty() && shown.reactions.isEmpty() && !shown.pinned);
    QCOMPARE(shown.deletedBy, tombstone.deletedBy);
}

void TestMessageForm::reactionsAreCountedOncePerPerson()
{
    RoomEvent shown = message();
    QVERIFY(applyChange(shown, reacted(6, Marie, Thumb), Me));
    QVERIFY(applyChange(shown, reacted(7, Me, Thumb), Me));
    QVERIFY(!applyChange(shown, reacted(8, Marie, Thumb), Me));
    QVERIFY(!applyChange(shown, reacted(9, Me, Thumb), Me));
    QVERIFY(applyChange(shown, reacted(10, Jean, u"🎉"_s), Me));
    QCOMPARE(shown.reactions,
        (QList{ ReactionEntry{ Thumb, 2, true, { Marie, Me } }, ReactionEntry{ u"🎉"_s, 1, false, { Jean } } }));
    QVERIFY(!applyChange(shown, reacted(11, Jean, {}), Me)); // no emoji
}

void TestMessageForm::reactionsAreBounded()
{
    RoomEvent shown = message();
    Seq seq = 5;
    for (int emoji = 0; emoji < 100; ++emoji) {
        for (int person = 1; person <= 100; ++person)
            applyChange(shown, reacted(++seq, AccountId{ person }, QString::number(emoji)), Me);
    }
    QCOMPARE(shown.reactions.size(), MaxReactions);
    for (const ReactionEntry &entry : std::as_const(shown.reactions)) {
        QCOMPARE(entry.people.size(), MaxReactionPeople);
        QCOMPARE(entry.count, quint32(100));
    }
    shown.reactions.first().count = std::numeric_limits<quint32>::max();
    applyChange(shown, reacted(++seq, AccountId{ 1000 }, u"0"_s), Me);
    QCOMPARE(shown.reactions.first().count, std::numeric_limits<quint32>::max());
}

void TestMessageForm::reactionTakenBackByThoseWhoGaveIt()
{
    RoomEvent shown = message();
    applyChange(shown, reacted(6, Marie, Thumb), Me);
    applyChange(shown, reacted(7, Me, Thumb), Me);
    QVERIFY(!applyChange(shown, reacted(8, Jean, Thumb, false), Me)); // never gave it
    QVERIFY(!applyChange(shown, reacted(9, Me, u"🎉"_s, false), Me));
    QVERIFY(applyChange(shown, reacted(10, Me, Thumb, false), Me));
    QCOMPARE(shown.reactions, QList{ (ReactionEntry{ Thumb, 1, false, { Marie } }) });
    QVERIFY(applyChange(shown, reacted(11, Marie, Thumb, false), Me));
    QVERIFY(shown.reactions.isEmpty());
}

void TestMessageForm::moreReactionsThanNames()
{
    RoomEvent shown = message();
    shown.reactions = { ReactionEntry{ Thumb, 40, true, { Marie } } }; // the server names the first ones only
    QVERIFY(!applyChange(shown, reacted(6, Me, Thumb), Me));
    QVERIFY(applyChange(shown, reacted(7, AccountId{ 99 }, Thumb, false), Me));
    QCOMPARE(shown.reactions.first().count, quint32(39));
    QVERIFY(applyChange(shown, reacted(8, Me, Thumb, false), Me));
    QVERIFY(!applyChange(shown, reacted(9, Me, Thumb, false), Me));
    QCOMPARE(shown.reactions.first(), (ReactionEntry{ Thumb, 38, false, { Marie } }));
}

void TestMessageForm::pinsGoOnAndOff()
{
    RoomEvent shown = message();
    QVERIFY(applyChange(shown, change(EventKind::Pinned, 6, Jean), Me));
    QVERIFY(shown.pinned);
    QVERIFY(applyChange(shown, change(EventKind::Unpinned, 7, Jean), Me));
    QVERIFY(!shown.pinned);
    RoomEvent announcement = message();
    announcement.kind = EventKind::Announcement;
    QVERIFY(applyChange(announcement, change(EventKind::Pinned, 6), Me));
    QVERIFY(applyChange(announcement, reacted(7, Me, Thumb), Me));
    QVERIFY(!applyChange(announcement, edited(8, u"x"_s), Me));
    QVERIFY(!applyChange(announcement, change(EventKind::Deleted, 9), Me));
}

void TestMessageForm::olderChangesAreIgnored()
{
    RoomEvent shown = message();
    shown.changed = 20; // as a page had it
    shown.text = u"newest"_s;
    QVERIFY(!applyChange(shown, edited(19, u"older"_s), Me));
    QVERIFY(!applyChange(shown, edited(20, u"this one"_s), Me));
    QCOMPARE(shown.text, u"newest"_s);
    QVERIFY(applyChange(shown, edited(21, u"newer"_s), Me));
    RoomEvent fresh = message();
    QVERIFY(!applyChange(fresh, edited(5, u"itself"_s), Me)); // before or at its own place
    QVERIFY(!applyChange(fresh, edited(2, u"before it"_s), Me));
}

void TestMessageForm::sameChangeTwiceIsOne()
{
    RoomEvent once = message();
    applyChange(once, reacted(6, Jean, Thumb), Me);
    applyChange(once, reacted(7, Jean, Thumb, false), Me);
    RoomEvent twice = message();
    twice.cid = once.cid;
    for (int i = 0; i < 2; ++i) {
        applyChange(twice, reacted(6, Jean, Thumb), Me);
        applyChange(twice, reacted(7, Jean, Thumb, false), Me);
    }
    QCOMPARE(twice, once);
}

void TestMessageForm::changesOfWhatCannotChange_data()
{
    QTest::addColumn<RoomEvent>("target");
    QTest::addColumn<RoomEvent>("change");
    const RoomEvent edit = edited(9, u"changed"_s);
    RoomEvent joined = message();
    joined.kind = EventKind::Joined;
    QTest::newRow("a system line") << joined << edit;
    RoomEvent ofTheLine = reacted(9, Me, Thumb);
    QTest::newRow("reaction to a system line") << joined << ofTheLine;
    RoomEvent anEdit = message();
    anEdit.kind = EventKind::Edited;
    QTest::newRow("a change") << anEdit << edit;
    RoomEvent elsewhere = message();
    elsewhere.room = RoomId{ 11 };
    QTest::newRow("another room") << elsewhere << edit;
    RoomEvent other = message();
    other.seq = 6;
    QTest::newRow("another message") << other << edit;
    RoomEvent byAnother = edit;
    byAnother.author = Jean;
    QTest::newRow("an edit by somebody else") << message() << byAnother;
    RoomEvent nowhere = edit;
    nowhere.target = 0;
    QTest::newRow("without a target") << message() << nowhere;
    RoomEvent negative = edit;
    negative.target = std::numeric_limits<Seq>::min();
    QTest::newRow("a target below all") << message() << negative;
    RoomEvent unsent = message();
    unsent.seq = 0;
    QTest::newRow("what is not stored") << unsent << nowhere;
    RoomEvent noChange = message();
    noChange.seq = 9;
    noChange.target = 5;
    QTest::newRow("a reply") << message() << noChange;
}

void TestMessageForm::changesOfWhatCannotChange()
{
    QFETCH(RoomEvent, target);
    QFETCH(RoomEvent, change);
    RoomEvent shown = target;
    QVERIFY(!applyChange(shown, change, Me));
    QCOMPARE(shown, target);
}

void TestMessageForm::pendingChangesLeaveTheNumber()
{
    RoomEvent shown = message();
    shown.author = Me;
    OutboxEntry entry;
    entry.room = General;
    entry.kind = EventKind::Edited;
    entry.target = 5;
    entry.text = u"mine"_s;
    entry.createdMs = 42;
    QVERIFY(applyPending(shown, entry, Me));
    QCOMPARE(shown.text, u"mine"_s);
    QCOMPARE(shown.editedMs, 42);
    QCOMPARE(shown.changed, Seq(0));
    QCOMPARE(shown.mentions, message().mentions); // the server finds whom it still names
    entry.kind = EventKind::Reacted;
    entry.emoji = Thumb;
    QVERIFY(applyPending(shown, entry, Me));
    QVERIFY(!applyPending(shown, entry, Me));
    QCOMPARE(shown.reactions, QList{ (ReactionEntry{ Thumb, 1, true, { Me } }) });
    entry.kind = EventKind::Message; // a reply changes nothing
    QVERIFY(!applyPending(shown, entry, Me));
}

void TestMessageForm::mentionsByNameAndByCall()
{
    RoomEvent event = message();
    QVERIFY(mentionsPerson(event, Me));
    QVERIFY(!mentionsPerson(event, Marie));
    event.mentions.clear();
    event.call = Call::Here; // whom it calls is in the mentions
    QVERIFY(!mentionsPerson(event, Me));
    event.call = Call::Room;
    QVERIFY(mentionsPerson(event, Me));
    QVERIFY(!mentionsPerson(event, Marie)); // who wrote it
}

void TestMessageForm::repliesOnlyToWhatIsOlder()
{
    RoomEvent event = message();
    QCOMPARE(replyTargetOf(event), Seq(0));
    for (const Seq absurd : { Seq(5), Seq(6), std::numeric_limits<Seq>::max(), Seq(-1) }) {
        event.target = absurd;
        QCOMPARE(replyTargetOf(event), Seq(0));
    }
    event.target = 4;
    QCOMPARE(replyTargetOf(event), Seq(4));
    event.seq = 0; // still in the outbox
    QCOMPARE(replyTargetOf(event), Seq(4));
    event.kind = EventKind::Pinned;
    QCOMPARE(replyTargetOf(event), Seq(0));
}

void TestMessageForm::recentChangesBringAPageUp()
{
    RecentChanges changes;
    changes.note({ message(), edited(8, u"first"_s), edited(9, u"second"_s) });
    RoomEvent shown = message();
    changes.applyTo(shown, Me);
    QCOMPARE(shown.text, u"second"_s);
    RoomEvent newer = message();
    newer.changed = 9;
    newer.text = u"of the page"_s;
    changes.applyTo(newer, Me);
    QCOMPARE(newer.text, u"of the page"_s);
    for (Seq seq = 10; seq < 10 + 2 * RecentChanges::Max; ++seq)
        changes.note({ edited(seq, QString::number(seq)) });
    RoomEvent last = message();
    changes.applyTo(last, Me);
    QCOMPARE(last.text, QString::number(9 + 2 * RecentChanges::Max));
    changes.clear();
    RoomEvent untouched = message();
    changes.applyTo(untouched, Me);
    QCOMPARE(untouched.text, message().text);
}

QTEST_GUILESS_MAIN(TestMessageForm)
#include "tst_message_form.moc"
