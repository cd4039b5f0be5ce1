// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/store/client_database.h"
#include "shared/client-core/store/mirror_database.h"
#include "shared/client-core/store/mirror_words.h"
#include "shared/client-core/store/outbox_database.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace salon;
using namespace Qt::StringLiterals;

/// The files of the client, without lanes.
class TestClientStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void mirrorStartsEmptyAndKeepsWhatItIsGiven();
    void anEmptiedMirrorKeepsItsName();
    void mirrorNeverStoresAHole();
    void mirrorIgnoresDuplicates();
    void mirrorReadsBothWays();
    void mirrorKeepsGaps();
    void mirrorGrowsDownwardsOnlyInContact();
    void mirrorOfAnotherEpochIsEmpty();
    void mirrorKeepsItsNameThroughAReset();
    void droppedRoomIsGone();
    void eventsComeBackAsTheyWere();
    void outboxKeepsOrderTextAndReason();
    void mirrorHasMessagesInTheirPresentForm();
    void mirrorTakesEachChangeOnce();
    void mirrorLeavesWhatIsBelowItsFloor();
    void deletedTextIsNowhereInTheFile();
    void mirrorOfAnOlderProgramIsFetchedAnew();
    void outboxKeepsChangesAndTheirDrafts();
    void outboxEntryBecomesADraftInOneStep();
    void outboxSurvivesAKillAtAnyMoment();
    void unsyncedMirrorNeverTouchesTheOutbox();
    void damagedFileIsSetAside_data();
    void damagedFileIsSetAside();
    void damagedOutboxSavesWhatCanBeRead();
    void fileOfANewerProgramIsLeftAlone();
    void migrationIsAllOrNothing();
    void folderThatCannotBeWrittenIsAnError();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    static RoomEvent event(Seq seq);

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

constexpr RoomId General{ 10 };

QList<RoomEvent> events(Seq first, Seq last, RoomEvent (*make)(Seq))
{
    QList<RoomEvent> list;
    for (Seq seq = first; seq <= last; ++seq)
        list.append(make(seq));
    return list;
}

OutboxRecord record(const QString &text)
{
    OutboxRecord record;
    record.cid = Cid::createUuid();
    record.room = General;
    record.text = text;
    record.createdMs = 1'750'000'000'123;
    return record;
}

} // namespace

RoomEvent TestClientStore::event(Seq seq)
{
    RoomEvent event;
    event.room = General;
    event.seq = seq;
    event.timeMs = seq * 1000;
    event.text = u"text %1"_s.arg(seq);
    event.alias = seq % 2 == 0 ? u"guest-%1"_s.arg(seq) : QString();
    return event;
}

void TestClientStore::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestClientStore::mirrorStartsEmptyAndKeepsWhatItIsGiven()
{
    const QByteArray epoch(16, 'e');
    {
        MirrorDatabase mirror(path(u"m"_s));
        const auto snapshot = mirror.load();
        QVERIFY(snapshot && snapshot->rooms.isEmpty() && snapshot->epoch.isEmpty());
        QVERIFY(mirror.reset(epoch));
        RoomSummary room;
        room.id = General;
        room.name = u"Général"_s;
        QVERIFY(mirror.keepRooms({ room }));
        QVERIFY(mirror.keepPeople(AccountId{ 1 }, { Profile{ AccountId{ 1 }, u"me"_s, u"עמי"_s, {}, {}, 0 } }));
        QVERIFY(mirror.append(General, events(1, 10, &TestClientStore::event), 0));
        QVERIFY(mirror.keepUnsentRead(General, 7));
    }
    MirrorDatabase mirror(path(u"m"_s));
    const auto snapshot = mirror.load();
    QVERIFY(snapshot);
    QCOMPARE(snapshot->epoch, epoch);
    QCOMPARE(snapshot->self, AccountId{ 1 });
    QCOMPARE(snapshot->rooms.value(0).name, u"Général"_s);
    QCOMPARE(snapshot->people.value(0).displayName, u"עמי"_s);
    QCOMPARE(snapshot->intervals.value(0).last, Seq(10));
    QCOMPARE(snapshot->unsentReads.value(General), Seq(7));
#ifndef Q_OS_WIN // where the folder's access list says it
    QVERIFY((QFile::permissions(path(u"m"_s)) & (QFile::ReadGroup | QFile::ReadOther)) == 0);
#endif
}

/// Or the index of its words would be made anew after the first login of each installation.
void TestClientStore::anEmptiedMirrorKeepsItsName()
{
    MirrorDatabase mirror(path(u"m"_s));
    QVERIFY(mirror.load());
    const auto name = mirror.words()->name();
    QVERIFY(name && !name->isEmpty());
    QVERIFY(mirror.append(General, events(1, 3, &TestClientStore::event), 0));
    const auto stored = mirror.words()->next(10);
    QVERIFY(stored && stored->events.size() == 3);
    QVERIFY(mirror.words()->taken(*stored));
    QVERIFY(mirror.reset(QByteArray(16, 'e')));
    QCOMPARE(*mirror.words()->name(), *name);
    const auto removed = mirror.words()->next(10);
    QVERIFY(removed);
    QCOMPARE(removed->gone.value(General), (QList<Seq>{ 1, 2, 3 }));
}

void TestClientStore::mirrorNeverStoresAHole()
{
    MirrorDatabase mirror(path(u"m"_s));
    QVERIFY(mirror.load());
    QVERIFY(mirror.append(General, events(5, 10, &TestClientStore::event), 0));
    QVERIFY(!mirror.append(General, events(12, 13, &TestClientStore::event), 0));
    QVERIFY(!mirror.append(General, { event(11), event(13) }, 0)); // nothing of it
    const auto slice = mirror.read(General, 0, 0, 100);
    QCOMPARE(slice->events.size(), 6);
    QCOMPARE(slice->events.last().seq, Seq(10));
}

void TestClientStore::mirrorIgnoresDuplicates()
{
    MirrorDatabase mirror(path(u"m"_s));
    QVERIFY(mirror.load());
    QVERIFY(mirror.append(General, events(1, 10, &TestClientStore::event), 0));
    RoomEvent forged = event(3);
    forged.text = u"changed"_s;
    QVERIFY(mirror.append(General, { forged }, 0));
    QVERIFY(mirror.append(General, events(8, 12, &TestClientStore::event), 0));
    const auto slice = mirror.read(General, 0, 0, 100);
    QCOMPARE(slice->events.size(), 12);
    QCOMPARE(slice->events[2].text, u"text 3"_s);
}

void TestClientStore::mirrorReadsBothWays()
{
    MirrorDatabase mirror(path(u"m"_s));
    QVERIFY(mirror.load());
    QVERIFY(mirror.append(General, events(1, 100, &TestClientStore::event), 0));
    const auto before = mirror.read(General, 50, 0, 10);
    QCOMPARE(before->events.first().seq, Seq(40));
    QCOMPARE(before->events.last().seq, Seq(49));
    QVERIFY(!before->atStart && !before->atEnd);
    const auto after = mirror.read(General, 0, 95, 10);
    QCOMPARE(after->events.size(), 5);
    QVERIFY(after->atEnd);
    QVERIFY(mirror.read(General, 5, 0, 10)->atStart);
    QVERIFY(mirror.read(RoomId{ 99 }, 0, 0, 10)->events.isEmpty());
}

void TestClientStore::mirrorKeepsGaps()
{
    MirrorDatabase mirror(path(u"m"_s));
    QVERIFY(mirror.load());
    QVERIFY(mirror.append(General, events(1, 10, &TestClientStore::event), 0));
    QVERIFY(mirror.append(General, events(31, 40, &TestClientStore::event), 30));
    const auto slice = mirror.read(General, 36, 0, 10);
    QCOMPARE(slice->events.size(), 10);
    QCOMPARE(slice->gaps, (QList{ HistoryGap{ 11, 30 } }));
    QVERIFY(mirror.read(General, 36, 0, 3)->gaps.isEmpty());
    QCOMPARE(mirror.read(General, 0, 5, 10)->gaps.size(), 1);
}

void TestClientStore::mirrorGrowsDownwardsOnlyInContact()
{
    MirrorDatabase mirror(path(u"m"_s));
    QVERIFY(mirror.load());
    QVERIFY(mirror.prepend(General, events(1, 5, &TestClientStore::event)));
    QVERIFY(mirror.read(General, 0, 0, 10)->events.isEmpty());
    QVERIFY(mirror.append(General, events(50, 60, &TestClientStore::event), 49));
    QVERIFY(mirror.prepend(General, events(30, 40, &TestClientStore::event))); // not next to it: ignored
    QVERIFY(mirror.prepend(General, events(40, 49, &TestClientStore::event)));
    const auto slice = mirror.read(General, 0, 0, 100);
    QCOMPARE(slice->events.first().seq, Seq(40));
    QCOMPARE(slice->events.size(), 21);
}

void TestClientStore::mirrorOfAnotherEpochIsEmpty()
{
    MirrorDatabase mirror(path(u"m"_s));
    QVERIFY(mirror.load());
    QVERIFY(mirror.append(General, events(1, 10, &TestClientStore::event), 0));
    QVERIFY(mirror.keepUnsentRead(General, 5));
    QVERIFY(mirror.reset("new"));
    QVERIFY(mirror.read(General, 0, 0, 100)->events.isEmpty());
    QVERIFY(mirror.append(General, events(1, 3, &TestClientStore::event), 0));
    QCOMPARE(mirror.read(General, 0, 0, 100)->events.size(), 3);
}

void TestClientStore::mirrorKeepsItsNameThroughAReset()
{
    QByteArray name;
    {
        MirrorDatabase mirror(path(u"m"_s));
        QVERIFY(mirror.load());
        name = mirror.words()->name().value();
        QVERIFY(!name.isEmpty());
        QVERIFY(mirror.keepPeople(AccountId{ 7 }, {}));
        QVERIFY(mirror.reset("first"));
        QVERIFY(mirror.reset("second"));
    }
    MirrorDatabase mirror(path(u"m"_s));
    const Result<MirrorSnapshot> snapshot = mirror.load();
    QVERIFY(snapshot);
    QCOMPARE(snapshot->epoch, QByteArray("second"));
    QCOMPARE(snapshot->self, AccountId{});
    QCOMPARE(mirror.words()->name().value(), name);
}

void TestClientStore::droppedRoomIsGone()
{
    MirrorDatabase mirror(path(u"m"_s));
    QVERIFY(mirror.load());
    QVERIFY(mirror.append(General, events(1, 10, &TestClientStore::event), 0));
    QVERIFY(mirror.dropRoom(General));
    QVERIFY(mirror.read(General, 0, 0, 100)->events.isEmpty());
}

void TestClientStore::eventsComeBackAsTheyWere()
{
    RoomEvent event;
    event.room = General;
    event.seq = 1;
    event.timeMs = 1'750'000'000'000;
    event.kind = EventKind::Invited;
    event.author = AccountId{ 4 };
    event.authorName = u"Zoë"_s;
    event.cid = Cid::createUuid();
    event.text = u"é🎉\n\u200f\u0000x"_s;
    event.params = { u"a"_s, QString(), u"b"_s };
    event.subject = AccountId{ 5 };
    event.mentions = { AccountId{ 5 }, AccountId{ 6 } };
    MirrorDatabase mirror(path(u"m"_s));
    QVERIFY(mirror.load());
    QVERIFY(mirror.append(General, { event }, 0));
    QCOMPARE(mirror.read(General, 0, 0, 1)->events.value(0), event);
}

namespace {

RoomEvent changeOf(Seq target, Seq seq, EventKind kind, const QString &text = {})
{
    RoomEvent change;
    change.room = General;
    change.seq = seq;
    change.kind = kind;
    change.target = target;
    change.timeMs = seq * 1000;
    if (kind == EventKind::Edited)
        change.text = text;
    else if (!text.isEmpty())
        change.params = { text };
    return change;
}

} // namespace

void TestClientStore::mirrorHasMessagesInTheirPresentForm()
{
    const AccountId self{ 1 };
    {
        MirrorDatabase mirror(path(u"m"_s));
        QVERIFY(mirror.load());
        QVERIFY(mirror.append(General, events(1, 3, &TestClientStore::event), 0, self));
        RoomEvent reaction = changeOf(1, 5, EventKind::Reacted, u"👍"_s);
        reaction.author = self;
        QVERIFY(mirror.append(General,
            { changeOf(2, 4, EventKind::Edited, u"edited"_s), reaction, changeOf(3, 6, EventKind::Pinned) }, 0, self));
        QVERIFY(mirror.append(General, { changeOf(2, 7, EventKind::Edited, u"edited again"_s) }, 0, self));
    }
    MirrorDatabase mirror(path(u"m"_s));
    QVERIFY(mirror.load());
    const QList<RoomEvent> events = mirror.read(General, 0, 0, 100)->events;
    QCOMPARE(events.size(), 7);
    QCOMPARE(events[0].reactions, QList{ (ReactionEntry{ u"👍"_s, 1, true, { self } }) });
    QCOMPARE(events[1].text, u"edited again"_s);
    QCOMPARE(events[1].editedMs, 7000);
    QCOMPARE(events[1].changed, Seq(7));
    QVERIFY(events[2].pinned);
    QVERIFY(events[3].text.isEmpty()); // the message has it
    QCOMPARE(events[3].target, Seq(2));
}

void TestClientStore::mirrorTakesEachChangeOnce()
{
    MirrorDatabase mirror(path(u"m"_s));
    QVERIFY(mirror.load());
    RoomEvent present = event(1); // as a page has it, which was made after its changes
    present.text = u"newest"_s;
    present.changed = 3;
    present.reactions = { ReactionEntry{ u"👍"_s, 1, false, { AccountId{ 2 } } } };
    RoomEvent reaction = changeOf(1, 3, EventKind::Reacted, u"👍"_s);
    reaction.author = AccountId{ 2 };
    const QList page{ present, changeOf(1, 2, EventKind::Edited, u"older"_s), reaction };
    QVERIFY(mirror.append(General, page));
    QVERIFY(mirror.append(General, page));
    QCOMPARE(mirror.read(General, 2, 0, 1)->events.value(0), present);
}

void TestClientStore::mirrorLeavesWhatIsBelowItsFloor()
{
    MirrorDatabase mirror(path(u"m"_s));
    QVERIFY(mirror.load());
    QVERIFY(mirror.append(General, events(50, 60, &TestClientStore::event), 49));
    QVERIFY(mirror.append(General, { changeOf(20, 61, EventKind::Deleted), changeOf(99, 62, EventKind::Deleted) }));
    QCOMPARE(mirror.read(General, 0, 0, 100)->events.size(), 13);
    RoomEvent tombstone = event(49);
    tombstone.text.clear();
    tombstone.deleted = true;
    tombstone.changed = 61;
    QVERIFY(mirror.prepend(General, { tombstone }));
    QCOMPARE(mirror.read(General, 50, 0, 1)->events.value(0), tombstone);
}

void TestClientStore::deletedTextIsNowhereInTheFile()
{
    constexpr int Messages = 400;
    const auto secret = [](Seq seq, int edit) {
        return u"<secret-%1-%2>"_s.arg(seq).arg(edit) + QString(seq * 37 % 1500, u'x');
    };
    MirrorDatabase mirror(path(u"m"_s));
    QVERIFY(mirror.load());
    QList<RoomEvent> texts;
    for (Seq seq = Messages + 1; seq <= 2 * Messages; ++seq) {
        texts.append(event(seq));
        texts.last().text = secret(seq, 0);
    }
    QVERIFY(mirror.append(General, texts.mid(Messages / 2), Messages + Messages / 2));
    QVERIFY(mirror.prepend(General, texts.mid(0, Messages / 2)));
    Seq last = 2 * Messages;
    for (int edit = 1; edit <= 2; ++edit) {
        for (Seq seq = Messages + 1; seq <= 2 * Messages; seq += 2)
            QVERIFY(mirror.append(General, { changeOf(seq, ++last, EventKind::Edited, secret(seq, edit)) }));
    }
    QList<RoomEvent> deletions;
    for (Seq seq = Messages + 1; seq <= 2 * Messages; seq += 3)
        deletions.append(changeOf(seq, ++last, EventKind::Deleted));
    QVERIFY(mirror.append(General, deletions));
    QByteArray onDisk; // while the program still runs
    for (const QString &suffix : { QString(), u"-wal"_s }) {
        QFile file(path(u"m"_s) + suffix);
        QVERIFY(file.open(QIODevice::ReadOnly) || !suffix.isEmpty());
        onDisk += file.readAll();
    }
    int kept = 0;
    for (Seq seq = Messages + 1; seq <= 2 * Messages; ++seq) {
        const bool isDeleted = (seq - Messages - 1) % 3 == 0;
        const int newest = (seq - Messages - 1) % 2 == 0 ? 2 : 0;
        for (int edit = 0; edit <= 2; ++edit) {
            const bool isThere = onDisk.contains(u"<secret-%1-%2>"_s.arg(seq).arg(edit).toUtf8());
            QCOMPARE(isThere, !isDeleted && edit == newest);
            kept += isThere ? 1 : 0;
        }
    }
    QVERIFY(kept > Messages / 2);
    QVERIFY(mirror.dropRoom(General));
    QVERIFY(mirror.read(General, 0, 0, 10)->events.isEmpty());
}

void TestClientStore::mirrorOfAnOlderProgramIsFetchedAnew()
{
    {
        ClientDatabase file(path(u"m"_s), ClientDatabase::Durability::Normal);
        QVERIFY(file.open({ u"CREATE TABLE meta (key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;\n"
                            "CREATE TABLE rooms (id INTEGER PRIMARY KEY, summary BLOB NOT NULL);\n"
                            "CREATE TABLE people (id INTEGER PRIMARY KEY, profile BLOB NOT NULL);\n"
                            "CREATE TABLE intervals (room INTEGER PRIMARY KEY, floor INTEGER NOT NULL, last INTEGER);\n"
                            "CREATE TABLE events (room INTEGER NOT NULL, seq INTEGER NOT NULL, event BLOB NOT NULL,\n"
                            " PRIMARY KEY (room, seq)) WITHOUT ROWID;\n"
                            "CREATE TABLE gaps (room INTEGER, first INTEGER, last INTEGER);\n"
                            "CREATE TABLE unsent_reads (room INTEGER PRIMARY KEY, seq INTEGER NOT NULL);\n"
                            "INSERT INTO meta VALUES ('epoch', x'65');\n"
                            "INSERT INTO intervals VALUES (10, 1, 5);\n"
                            "INSERT INTO events VALUES (10, 1, x'00');\n"
                            "INSERT INTO unsent_reads VALUES (10, 4)"_s }));
    }
    MirrorDatabase mirror(path(u"m"_s));
    const auto snapshot = mirror.load();
    QVERIFY(snapshot);
    QCOMPARE(snapshot->epoch, "e"_ba);
    QVERIFY(snapshot->intervals.isEmpty()); // changes that it did not understand may be missing
    QCOMPARE(snapshot->unsentReads.value(General), Seq(4));
    QVERIFY(mirror.append(General, { event(1) }));
}

void TestClientStore::outboxKeepsChangesAndTheirDrafts()
{
    OutboxRecord edit = record(u"edited"_s);
    edit.kind = EventKind::Edited;
    edit.target = 7;
    edit.format = TextFormat::Markdown;
    OutboxRecord reaction = record({});
    reaction.kind = EventKind::Reacted;
    reaction.target = 8;
    reaction.emoji = u"👍🏽"_s;
    const Draft answer{ u"half an answer"_s, 3 };
    const Draft editing{ u"half an edit"_s, 0, 7, TextFormat::Action };
    {
        OutboxDatabase outbox(path(u"o"_s));
        QVERIFY(outbox.load());
        QVERIFY(outbox.add(edit) && outbox.add(reaction));
        reaction.mayBeStored = true;
        QVERIFY(outbox.update({ reaction }));
        QVERIFY(outbox.keepDraft(General, answer));
        QVERIFY(outbox.keepEdit(General, editing));
    }
    OutboxDatabase outbox(path(u"o"_s));
    const auto snapshot = outbox.load();
    QVERIFY(snapshot);
    QCOMPARE(snapshot->records.size(), 2);
    QCOMPARE(snapshot->records[0].kind, EventKind::Edited);
    QCOMPARE(snapshot->records[0].target, Seq(7));
    QCOMPARE(snapshot->records[0].format, TextFormat::Markdown);
    QCOMPARE(snapshot->records[1].kind, EventKind::Reacted);
    QCOMPARE(snapshot->records[1].emoji, reaction.emoji);
    QVERIFY(snapshot->records[1].mayBeStored);
    QCOMPARE(snapshot->drafts.value(General), answer);
    QCOMPARE(snapshot->edits.value(General), editing);
    QVERIFY(outbox.keepEdit(General, {}));
    QVERIFY(outbox.turnIntoDraft(edit.cid, General, { edit.text, 0, edit.target, edit.format }));
    QCOMPARE(outbox.load()->edits.value(General).text, u"edited"_s);
    QCOMPARE(outbox.load()->drafts.value(General), answer);
}

void TestClientStore::outboxKeepsOrderTextAndReason()
{
    QList<OutboxRecord> records{ record(u"first"_s), record(u"é🎉\nline"_s), record(u""_s) };
    {
        OutboxDatabase outbox(path(u"o"_s));
        QVERIFY(outbox.load());
        for (const OutboxRecord &one : std::as_const(records))
            QVERIFY(outbox.add(one));
        QVERIFY(outbox.add(records[0])); // a cid is there once: at the end now
        records.move(0, 2);
        records[1].failed = true;
        records[1].counter = 7;
        records[1].error = Error{ ErrorCode::TextTooLong, {}, { u"20000"_s, u"16384"_s }, {} };
        QVERIFY(outbox.update({ records[1] }));
        QVERIFY(outbox.update({ record(u"unknown"_s) })); // adds nothing
        QVERIFY(outbox.keepDraft(General, { u"draft"_s }));
    }
    OutboxDatabase outbox(path(u"o"_s));
    const auto snapshot = outbox.load();
    QVERIFY(snapshot);
    QCOMPARE(snapshot->records.size(), 3);
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(snapshot->records[i].cid, records[i].cid);
        QCOMPARE(snapshot->records[i].text, records[i].text);
    }
    QVERIFY(snapshot->records[1].failed);
    QCOMPARE(snapshot->records[1].error.params, records[1].error.params);
    QCOMPARE(snapshot->records[1].counter, quint64(7));
    QCOMPARE(snapshot->drafts.value(General).text, u"draft"_s);
    QVERIFY(outbox.remove({ records[0].cid, records[2].cid }));
    QCOMPARE(outbox.load()->records.size(), 1);
}

void TestClientStore::outboxEntryBecomesADraftInOneStep()
{
    OutboxRecord sent = record(u"perhaps sent"_s);
    sent.mayBeStored = true;
    const OutboxRecord edited = record(u"edited"_s);
    {
        OutboxDatabase outbox(path(u"outbox.sqlite"_s));
        QVERIFY(outbox.load());
        QVERIFY(outbox.add(sent));
        QVERIFY(outbox.add(edited));
        QVERIFY(outbox.keepDraft(General, { u"older draft"_s }));
        QVERIFY(outbox.turnIntoDraft(edited.cid, General, { edited.text }));
    }
    OutboxDatabase outbox(path(u"outbox.sqlite"_s));
    const Result<OutboxSnapshot> kept = outbox.load();
    QVERIFY(kept);
    QCOMPARE(kept->records.size(), 1);
    QCOMPARE(kept->records.first().cid, sent.cid);
    QVERIFY(kept->records.first().mayBeStored);
    QCOMPARE(kept->drafts.value(General).text, u"edited"_s);
}

void TestClientStore::outboxSurvivesAKillAtAnyMoment()
{
    // A kill leaves the files as they are at that moment: copy them, write-ahead log included, after every commit.
    OutboxDatabase outbox(path(u"o"_s));
    QVERIFY(outbox.load());
    for (int i = 1; i <= 12; ++i) {
        QVERIFY(outbox.add(record(u"text %1"_s.arg(i))));
        const QString copy = path(u"copy%1"_s.arg(i));
        QVERIFY(QFile::copy(path(u"o"_s), copy));
        if (QFile::exists(path(u"o-wal"_s)))
            QVERIFY(QFile::copy(path(u"o-wal"_s), copy + u"-wal"_s));
        OutboxDatabase afterwards(copy);
        const auto snapshot = afterwards.load();
        QVERIFY(snapshot);
        QCOMPARE(snapshot->records.size(), i);
        QCOMPARE(snapshot->records.last().text, u"text %1"_s.arg(i));
    }
}

void TestClientStore::unsyncedMirrorNeverTouchesTheOutbox()
{
    QFile garbage(path(u"m"_s));
    QVERIFY(garbage.open(QIODevice::WriteOnly));
    garbage.write(QByteArray(5000, 'x'));
    garbage.close();
    OutboxDatabase outbox(path(u"o"_s));
    QVERIFY(outbox.load());
    QVERIFY(outbox.add(record(u"precious"_s)));
    MirrorDatabase mirror(path(u"m"_s));
    QVERIFY(mirror.load());
    QCOMPARE(outbox.load()->records.size(), 1);
}

void TestClientStore::damagedFileIsSetAside_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("garbage") << QByteArray(5000, 'x');
    QTest::newRow("zeros") << QByteArray(8192, '\0');
    QTest::newRow("header-only") << QByteArray("SQLite format 3\0 and then nothing that makes sense", 50);
}

void TestClientStore::damagedFileIsSetAside()
{
    QFETCH(QByteArray, content);
    for (const QString &name : { u"m"_s, u"o"_s }) {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    MirrorDatabase mirror(path(u"m"_s));
    QVERIFY(mirror.load());
    QVERIFY(mirror.append(General, { event(1) }, 0));
    OutboxDatabase outbox(path(u"o"_s));
    QVERIFY(outbox.load());
    QVERIFY(outbox.add(record(u"works"_s)));
    QCOMPARE(QDir(m_folder->path()).entryList({ u"*.damaged-*"_s }, QDir::Files).size(), 2);
}

void TestClientStore::damagedOutboxSavesWhatCanBeRead()
{
    {
        OutboxDatabase outbox(path(u"o"_s));
        QVERIFY(outbox.load());
        for (int i = 0; i < 200; ++i)
            QVERIFY(outbox.add(record(u"text %1 "_s.arg(i) + QString(200, u'x'))));
    }
    QFile file(path(u"o"_s));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.size() > 40'000);
    file.seek(file.size() - 8192); // late pages
    file.write(QByteArray(8192, '\xff'));
    file.close();
    OutboxDatabase outbox(path(u"o"_s));
    const auto snapshot = outbox.load();
    QVERIFY(snapshot);
    QVERIFY2(snapshot->records.size() > 50, QByteArray::number(snapshot->records.size()));
    QCOMPARE(snapshot->records.first().text.left(6), u"text 0"_s);
    QCOMPARE(outbox.load()->records.size(), snapshot->records.size());
}

void TestClientStore::fileOfANewerProgramIsLeftAlone()
{
    ClientDatabase newer(path(u"n"_s), ClientDatabase::Durability::Full);
    QVERIFY(newer.open({ u"CREATE TABLE a (x)"_s, u"CREATE TABLE b (x)"_s }));
    newer.close();
    ClientDatabase older(path(u"n"_s), ClientDatabase::Durability::Full);
    const Result<> opened = older.open({ u"CREATE TABLE a (x)"_s });
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::VersionUnsupported);
    older.close();
    QVERIFY(ClientDatabase::isNewerThan(path(u"n"_s), 1));
    QVERIFY(!ClientDatabase::isNewerThan(path(u"n"_s), 2));
    QVERIFY(!ClientDatabase::isNewerThan(path(u"missing"_s), 0));

    // Neither outbox nor mirror sets it aside or takes anything out of it.
    {
        OutboxDatabase outbox(path(u"o"_s));
        QVERIFY(outbox.load());
        QVERIFY(outbox.add(record(u"not sent yet"_s)));
        MirrorDatabase mirror(path(u"m"_s));
        QVERIFY(mirror.load());
    }
    for (const QString &name : { u"o"_s, u"m"_s }) {
        ClientDatabase file(path(name), ClientDatabase::Durability::Full);
        QVERIFY(!file.open({})); // opened, but of a newer program than one without any migration
        QVERIFY(file.run(u"PRAGMA user_version = 99"_s));
    }
    QVERIFY(OutboxDatabase::isNewer(path(u"o"_s)));
    QVERIFY(MirrorDatabase::isNewer(path(u"m"_s)));
    QCOMPARE(OutboxDatabase(path(u"o"_s)).load().error().code, ErrorCode::VersionUnsupported);
    QCOMPARE(MirrorDatabase(path(u"m"_s)).load().error().code, ErrorCode::VersionUnsupported);
    ClientDatabase file(path(u"o"_s), ClientDatabase::Durability::Full);
    QVERIFY(!file.open({}));
    auto rows = file.run(u"SELECT text FROM entries"_s);
    QVERIFY(rows && rows->next());
    QCOMPARE(rows->value(0).toString(), u"not sent yet"_s);
}

void TestClientStore::migrationIsAllOrNothing()
{
    const QStringList good{ u"CREATE TABLE a (x)"_s };
    {
        ClientDatabase file(path(u"n"_s), ClientDatabase::Durability::Full);
        QVERIFY(file.open(good));
        const QStringList broken = good + QStringList{ u"CREATE TABLE b (x);\nCREATE TABLE b (x)"_s };
        ClientDatabase again(path(u"n"_s), ClientDatabase::Durability::Full);
        QVERIFY(!again.open(broken));
    }
    const QStringList mended = good + QStringList{ u"CREATE TABLE b (x);\nCREATE TABLE c (x)"_s };
    ClientDatabase file(path(u"n"_s), ClientDatabase::Durability::Full);
    QVERIFY(file.open(mended));
    QVERIFY(file.run(u"INSERT INTO c (x) VALUES (1)"_s));
}

void TestClientStore::folderThatCannotBeWrittenIsAnError()
{
    MirrorDatabase mirror(path(u"no/such/folder/m"_s));
    const auto snapshot = mirror.load();
    QVERIFY(!snapshot);
    QCOMPARE(snapshot.error().code, ErrorCode::CannotOpenFile);
    QVERIFY(!mirror.append(General, { event(1) }, 0));
    OutboxDatabase outbox(path(u"no/such/folder/o"_s));
    QVERIFY(!outbox.add(record(u"before load"_s)));
    QVERIFY(!outbox.load());
    QVERIFY(!outbox.add(record(u"after"_s)));
}

QTEST_GUILESS_MAIN(TestClientStore)
#include "tst_client_store.moc"
