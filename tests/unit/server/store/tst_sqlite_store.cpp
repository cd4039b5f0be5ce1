// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/unit/server/store/store_fixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::server;
using namespace salon::test;

/// What the store promises to the rules (store.h).
class TestSqliteStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewDatabaseHasAFirstRoomAndAnOwnerCode();
    void everythingSurvivesAReopen();
    void textsComeBackExactly();
    void seqsHaveNoHoles();
    void aRepeatedCidGetsTheFirstAnswer();
    void aCidIsTheAuthorsOwn();
    void countersAreKeptInOrder();
    void aRefusedMessageUsesItsNumber();
    void loginsWithoutDeviceCountAnew();
    void aKnownCidMayComeUnderANewNumber();
    void oneRefusalDoesNotSinkItsBatch();
    void oneBrokenChangeDoesNotSinkItsBatch();
    void loginsAndNamesAreUnique();
    void aCodeIsUsedAsOftenAsItSays();
    void codesExpireByTheClock();
    void theOwnerCodeIsUsedOnce();
    void keysBelongToOneDevice();
    void publicNamesAreUnique();
    void directRoomsAreFoundByTheirPeople();
    void membershipsComeAndGo();
    void onlyMembersAppend();
    void whatWasStoredBeforeLeavingStaysAcknowledged();
    void readPositionsOnlyMoveForward();
    void countsAfterAReadPositionAreExact();
    void pagesGoBothWays();
    void pagesEndEarlyAtTheirBudget();
    void outcomesArriveInOrder();
    void aStoreThatClosesFinishesWhatItWasGiven();
};

void TestSqliteStore::aNewDatabaseHasAFirstRoomAndAnOwnerCode()
{
    StoreFixture fixture;
    QCOMPARE(fixture.contents.serverId.size(), 16);
    QCOMPARE(fixture.contents.epoch.size(), 16);
    QCOMPARE(fixture.contents.ownerCode.size(), 26);
    QCOMPARE(fixture.contents.rooms.size(), 1);
    const Room room = fixture.contents.rooms.front();
    QCOMPARE(room.name, u"General"_s);
    QVERIFY(room.first);
    QCOMPARE(room.head, 1);
    QCOMPARE(fixture.log(room.id).front().kind, EventKind::RoomCreated);
    const StoreContents before = fixture.contents;
    fixture.reopen();
    QCOMPARE(fixture.contents.serverId, before.serverId);
    QCOMPARE(fixture.contents.epoch, before.epoch);
    QCOMPARE(fixture.contents.ownerCode, before.ownerCode);
    QCOMPARE(fixture.contents.rooms.size(), 1);
}

void TestSqliteStore::everythingSurvivesAReopen()
{
    StoreFixture fixture;
    const auto marie = fixture.account(u"marie"_s);
    AccountChange change{ .account = marie.account.id };
    change.displayName = u"Marie Σκλοντόφσκα"_s;
    change.role = Role::Moderator;
    change.passwordHash = "hash";
    change.statusText = u"au labo"_s;
    QVERIFY(fixture.wait(&Store::changeAccount, change));
    fixture.store->noteSeen(marie.account.id, marie.device->id, 4711);
    QVERIFY(fixture.append(fixture.message(marie, 1, u"x"_s)));
    fixture.reopen();
    const Account account = fixture.contents.accounts.value(0);
    QCOMPARE(account.login, u"marie"_s);
    QCOMPARE(account.displayName, *change.displayName);
    QCOMPARE(account.role, Role::Moderator);
    QCOMPARE(account.passwordHash, QByteArray("hash"));
    QCOMPARE(account.statusText, *change.statusText);
    QCOMPARE(account.lastSeenMs, 4711);
    QCOMPARE(fixture.contents.devices.value(0).key, marie.device->key);
    QCOMPARE(fixture.contents.devices.value(0).lastSeenMs, 4711);
    QCOMPARE(fixture.contents.memberships.value(0).account, account.id);
    QCOMPARE(fixture.contents.counters.value(0).last, 1U);
    QCOMPARE(fixture.contents.rooms.value(0).head, 3);
    QCOMPARE(fixture.contents.rooms.value(0).messageCount, 1);
}

void TestSqliteStore::textsComeBackExactly()
{
    StoreFixture fixture;
    const auto marie = fixture.account(u"marie"_s);
    const QStringList texts{ u"é \U0001F600 \u05d0 \u0000 end"_s, u"'; DROP TABLE events; --"_s, u"a\n\tb"_s,
        u"é"_s.repeated(8192), u"\u200d\ufe0f"_s };
    quint64 counter = 0;
    for (const QString &text : texts) {
        MessageDraft draft = fixture.message(marie, ++counter, text);
        draft.event.params = { u"\"quoted\""_s, QString(), u"]"_s };
        draft.event.subject = marie.account.id;
        QVERIFY(fixture.append(draft));
        const Event stored = fixture.log(StoreFixture::General).back();
        draft.event.seq = stored.seq;
        draft.event.params[1] = u""_s;
        QCOMPARE(stored, draft.event);
    }
}

void TestSqliteStore::seqsHaveNoHoles()
{
    StoreFixture fixture;
    const auto marie = fixture.account(u"marie"_s);
    int answered = 0;
    for (quint64 counter = 1; counter <= 1500; ++counter) {
        MessageDraft draft = fixture.message(marie, counter % 7 == 0 ? counter + 5 : counter - counter / 7, u"x"_s);
        fixture.store->appendMessage(draft, [&](const Result<AppendedMessage> &) { ++answered; });
    }
    QVERIFY(waitUntil([&] { return answered == 1500; }));
    const QList<Event> log = fixture.log(StoreFixture::General);
    QCOMPARE(log.size(), 2 + 1500 - 1500 / 7);
    for (qsizetype i = 0; i < log.size(); ++i)
        QCOMPARE(log[i].seq, i + 1);
}

void TestSqliteStore::aRepeatedCidGetsTheFirstAnswer()
{
    StoreFixture fixture;
    const auto marie = fixture.account(u"marie"_s);
    const MessageDraft draft = fixture.message(marie, 1, u"first"_s);
    const Seq seq = fixture.append(draft)->event.seq;
    const qint64 timeMs = draft.event.timeMs;
    fixture.clock.advance(qint64(400) * 24 * 3600 * 1000);

    MessageDraft again = draft;
    again.event.text = u"another body"_s;
    again.event.timeMs = fixture.clock.wall;
    for (int i = 0; i < 3; ++i) {
        const auto repeated = fixture.append(again);
        QVERIFY(repeated->repeated);
        QCOMPARE(repeated->event.seq, seq);
        QCOMPARE(repeated->event.timeMs, timeMs);
    }
    fixture.reopen();
    QCOMPARE(fixture.append(again)->event.seq, seq);
    QCOMPARE(fixture.log(StoreFixture::General).back().text, u"first"_s);

    // Sent twice before the first commit: one batch holds both.
    const MessageDraft next = fixture.message(marie, 2, u"next"_s);
    QList<Seq> seqs;
    for (int i = 0; i < 2; ++i)
        fixture.store->appendMessage(next, [&](const auto &outcome) { seqs.append(outcome->event.seq); });
    QVERIFY(waitUntil([&] { return seqs.size() == 2; }));
    QCOMPARE(seqs[0], seqs[1]);

    // In another room it is still the same message.
    NewRoom room;
    room.room.name = u"Other"_s;
    room.members = { marie.account.id };
    MessageDraft elsewhere = draft;
    elsewhere.event.room = fixture.wait(&Store::createRoom, room)->room.id;
    const auto found = fixture.append(elsewhere);
    QVERIFY(found->repeated);
    QCOMPARE(found->event.room, StoreFixture::General);
    QVERIFY(fixture.log(elsewhere.event.room).isEmpty());
}

void TestSqliteStore::aCidIsTheAuthorsOwn()
{
    StoreFixture fixture;
    const auto marie = fixture.account(u"marie"_s);
    const auto jean = fixture.account(u"jean"_s);
    const MessageDraft ours = fixture.message(marie, 1, u"ours"_s);
    MessageDraft theirs = fixture.message(jean, 1, u"theirs"_s);
    theirs.event.cid = ours.event.cid;
    QVERIFY(!fixture.append(ours)->repeated);
    QVERIFY(!fixture.append(theirs)->repeated);
    QCOMPARE(fixture.log(StoreFixture::General).back().text, u"theirs"_s);
}

void TestSqliteStore::countersAreKeptInOrder()
{
    StoreFixture fixture;
    const auto marie = fixture.account(u"marie"_s);
    const auto skipped = fixture.append(fixture.message(marie, 2, u"x"_s));
    QCOMPARE(skipped.error().code, ErrorCode::CounterSkipped);
    QCOMPARE(skipped.error().params, QList<QString>{ u"1"_s });
    QVERIFY(skipped.error().retryAfterMs);
    QVERIFY(fixture.append(fixture.message(marie, 1, u"x"_s)));
    QVERIFY(fixture.append(fixture.message(marie, 2, u"x"_s)));
    const auto reused = fixture.append(fixture.message(marie, 1, u"x"_s));
    QCOMPARE(reused.error().code, ErrorCode::CounterReused);
    QCOMPARE(reused.error().params, QList<QString>{ u"3"_s });
    fixture.reopen();
    QCOMPARE(fixture.append(fixture.message(marie, 2, u"x"_s)).error().code, ErrorCode::CounterReused);
    QVERIFY(fixture.append(fixture.message(marie, 3, u"x"_s)));
}

void TestSqliteStore::aRefusedMessageUsesItsNumber()
{
    StoreFixture fixture;
    const auto marie = fixture.account(u"marie"_s);
    CounterUse use{ StoreFixture::General, marie.device->id, 1, marie.account.id, makeCid(fixture.clock) };
    QVERIFY(!fixture.wait(&Store::useCounter, use)->stored);
    QCOMPARE(fixture.wait(&Store::useCounter, use).error().code, ErrorCode::CounterReused);
    use.counter = 5;
    QCOMPARE(fixture.wait(&Store::useCounter, use).error().code, ErrorCode::CounterSkipped);
    fixture.reopen();
    const MessageDraft second = fixture.message(marie, 2, u"x"_s);
    QVERIFY(fixture.append(second));
    use.cid = second.event.cid; // stored before: the first answer counts
    QCOMPARE(fixture.wait(&Store::useCounter, use)->stored->seq, 3);
}

void TestSqliteStore::loginsWithoutDeviceCountAnew()
{
    StoreFixture fixture;
    const auto marie = fixture.account(u"marie"_s);
    MessageDraft draft = fixture.message(marie, 1, u"x"_s);
    draft.device = DeviceId{ -7 };
    QVERIFY(!fixture.append(draft)->repeated);
    QVERIFY(fixture.append(draft)->repeated);
    draft.event.cid = makeCid(fixture.clock);
    draft.counter = 2;
    QVERIFY(fixture.append(draft));
    fixture.store->forgetDevice(DeviceId{ -7 });
    draft.event.cid = makeCid(fixture.clock);
    draft.counter = 1;
    QVERIFY(fixture.append(draft));
    fixture.reopen();
    QVERIFY(fixture.contents.counters.isEmpty());
}

void TestSqliteStore::aKnownCidMayComeUnderANewNumber()
{
    // A client restored from a copy queues an old message again under the number it was told.
    StoreFixture fixture;
    const auto marie = fixture.account(u"marie"_s);
    MessageDraft draft = fixture.message(marie, 1, u"x"_s);
    const Seq seq = fixture.append(draft)->event.seq;
    draft.counter = 2;
    QCOMPARE(fixture.append(draft)->event.seq, seq);
    QCOMPARE(fixture.append(fixture.message(marie, 2, u"y"_s)).error().params, QList<QString>{ u"3"_s });
    QVERIFY(fixture.append(fixture.message(marie, 3, u"y"_s)));
}

void TestSqliteStore::oneRefusalDoesNotSinkItsBatch()
{
    StoreFixture fixture;
    const auto marie = fixture.account(u"marie"_s);
    QList<int> codes;
    const auto note = [&](const Result<AppendedMessage> &outcome) {
        codes.append(outcome ? 0 : int(outcome.error().code));
    };
    for (const quint64 counter : { 1U, 2U, 9U, 3U, 2U, 4U })
        fixture.store->appendMessage(fixture.message(marie, counter, u"x"_s), note);
    QVERIFY(waitUntil([&] { return codes.size() == 6; }));
    QCOMPARE(codes, (QList<int>{ 0, 0, int(ErrorCode::CounterSkipped), 0, int(ErrorCode::CounterReused), 0 }));
    QCOMPARE(fixture.log(StoreFixture::General).size(), 2 + 4);
}

void TestSqliteStore::oneBrokenChangeDoesNotSinkItsBatch()
{
    StoreFixture fixture;
    const auto marie = fixture.account(u"marie"_s);
    QList<int> codes;
    const auto note = [&](const Result<AppendedMessage> &outcome) {
        codes.append(outcome ? 0 : int(outcome.error().code));
    };
    fixture.store->appendMessage(fixture.message(marie, 1, u"x"_s), note);
    MessageDraft broken = fixture.message(marie, 1, u"in a room that does not exist"_s);
    broken.event.room = RoomId{ 99 };
    fixture.store->appendMessage(broken, note);
    fixture.store->appendMessage(fixture.message(marie, 2, u"x"_s), note);
    QVERIFY(waitUntil([&] { return codes.size() == 3; }));
    QCOMPARE(codes, (QList<int>{ 0, int(ErrorCode::Internal), 0 }));
    const QList<Event> log = fixture.log(StoreFixture::General);
    QCOMPARE(log.size(), 4);
    QCOMPARE(log.back().seq, 4);
}

void TestSqliteStore::loginsAndNamesAreUnique()
{
    StoreFixture fixture;
    const auto marie = fixture.account(u"marie"_s);
    NewAccount draft;
    draft.room = draft.joined.room = StoreFixture::General;
    draft.account.login = u"marie"_s;
    draft.skeletons = { u"else"_s };
    QCOMPARE(fixture.wait(&Store::createAccount, draft).error().code, ErrorCode::LoginTaken);
    draft.account.login = u"rnarie"_s;
    draft.skeletons = { u"else"_s, u"marie"_s };
    QCOMPARE(fixture.wait(&Store::createAccount, draft).error().code, ErrorCode::NameLooksAlike);
    draft.skeletons = { u"else"_s };
    QVERIFY(fixture.wait(&Store::createAccount, draft));

    AccountChange change{ .account = marie.account.id };
    change.skeletons = { u"marie"_s, u"else"_s };
    change.displayName = u"else"_s;
    QCOMPARE(fixture.wait(&Store::changeAccount, change).error().code, ErrorCode::NameLooksAlike);
    change.skeletons = { u"marie"_s, u"third"_s };
    QVERIFY(fixture.wait(&Store::changeAccount, change));
    fixture.reopen();
    QCOMPARE(fixture.contents.names.size(), 3);
    QCOMPARE(fixture.log(StoreFixture::General).size(), 3); // only those who got in joined
}

void TestSqliteStore::aCodeIsUsedAsOftenAsItSays()
{
    StoreFixture fixture;
    QVERIFY(fixture.wait(
        &Store::createInvitation, Invitation{ "hash", {}, 2, fixture.clock.wall, fixture.clock.wall + 1000 }));
    NewAccount draft;
    draft.room = draft.joined.room = StoreFixture::General;
    draft.account.createdMs = fixture.clock.wall;
    draft.invitationHash = "hash";
    QList<int> codes;
    for (const QString &login : { u"a"_s, u"b"_s, u"c"_s }) {
        draft.account.login = login;
        draft.skeletons = { login };
        fixture.store->createAccount(draft,
            [&](const Result<CreatedAccount> &outcome) { codes.append(outcome ? 0 : int(outcome.error().code)); });
    }
    QVERIFY(waitUntil([&] { return codes.size() == 3; }));
    QCOMPARE(codes, (QList<int>{ 0, 0, int(ErrorCode::InvitationUnknown) }));
    draft.invitationHash = "other";
    QCOMPARE(fixture.wait(&Store::createAccount, draft).error().code, ErrorCode::InvitationUnknown);
    fixture.reopen();
    QVERIFY(fixture.contents.invitations.isEmpty());
    QCOMPARE(fixture.contents.accounts.size(), 2);
}

void TestSqliteStore::codesExpireByTheClock()
{
    StoreFixture fixture;
    QVERIFY(fixture.wait(
        &Store::createInvitation, Invitation{ "hash", {}, 1, fixture.clock.wall, fixture.clock.wall + 1000 }));
    NewAccount draft;
    draft.room = draft.joined.room = StoreFixture::General;
    draft.account.login = u"a"_s;
    draft.invitationHash = "hash";
    draft.account.createdMs = fixture.clock.wall + 1000;
    QCOMPARE(fixture.wait(&Store::createAccount, draft).error().code, ErrorCode::InvitationExpired);
    draft.account.createdMs = fixture.clock.wall + 999;
    QVERIFY(fixture.wait(&Store::createAccount, draft));
}

void TestSqliteStore::theOwnerCodeIsUsedOnce()
{
    StoreFixture fixture;
    const auto marie = fixture.account(u"marie"_s);
    AccountChange change{ .account = marie.account.id };
    change.role = Role::Owner;
    change.usesOwnerCode = true;
    QVERIFY(fixture.wait(&Store::changeAccount, change));
    QCOMPARE(fixture.wait(&Store::changeAccount, change).error().code, ErrorCode::OwnerCodeWrong);
    fixture.reopen();
    QVERIFY(fixture.contents.ownerCode.isEmpty());
    QCOMPARE(fixture.contents.accounts.value(0).role, Role::Owner);
}

void TestSqliteStore::keysBelongToOneDevice()
{
    StoreFixture fixture;
    const auto marie = fixture.account(u"marie"_s);
    const auto jean = fixture.account(u"jean"_s);
    Device device{ {}, jean.account.id, marie.device->key, u"stolen"_s, 1, 1 };
    QCOMPARE(fixture.wait(&Store::enrolDevice, device).error().code, ErrorCode::DeviceProofInvalid);
    device.key = QByteArray(32, 'k');
    const auto enrolled = fixture.wait(&Store::enrolDevice, device);
    QVERIFY(enrolled->id > jean.device->id);
    QVERIFY(fixture.wait(&Store::removeDevices, QList<DeviceId>{ enrolled->id }));
    QVERIFY(fixture.wait(&Store::enrolDevice, device)->id > enrolled->id); // ids are never used again
}

void TestSqliteStore::publicNamesAreUnique()
{
    StoreFixture fixture;
    NewRoom room;
    room.room.name = u"Salon"_s;
    room.nameKey = u"salon"_s;
    const auto created = fixture.wait(&Store::createRoom, room);
    QCOMPARE(fixture.wait(&Store::createRoom, room).error().code, ErrorCode::RoomNameTaken);
    RoomChange change;
    change.room = change.event.room = StoreFixture::General;
    change.name = u"SALON"_s;
    change.nameKey = u"salon"_s;
    QCOMPARE(fixture.wait(&Store::changeRoom, change).error().code, ErrorCode::RoomNameTaken);
    change.room = change.event.room = created->room.id;
    QVERIFY(fixture.wait(&Store::changeRoom, change)); // its own name in other letters
    room.nameKey.clear();
    room.room.kind = RoomKind::Private;
    QVERIFY(fixture.wait(&Store::createRoom, room));
    QVERIFY(fixture.wait(&Store::createRoom, room));
}

void TestSqliteStore::directRoomsAreFoundByTheirPeople()
{
    StoreFixture fixture;
    const auto marie = fixture.account(u"marie"_s);
    const auto jean = fixture.account(u"jean"_s);
    NewRoom room;
    room.room.kind = RoomKind::Direct;
    room.memberKey = u"1,2"_s;
    room.members = { marie.account.id, jean.account.id };
    room.events = { Event{ .kind = EventKind::RoomCreated, .author = marie.account.id } };
    const auto first = fixture.wait(&Store::createRoom, room);
    QVERIFY(!first->existed);
    QCOMPARE(first->memberships.size(), 2);
    const auto second = fixture.wait(&Store::createRoom, room);
    QVERIFY(second->existed);
    QCOMPARE(second->room.id, first->room.id);
    QCOMPARE(fixture.log(first->room.id).size(), 1);
}

void TestSqliteStore::membershipsComeAndGo()
{
    StoreFixture fixture;
    const auto marie = fixture.account(u"marie"_s);
    MemberChange change;
    change.membership = { .room = StoreFixture::General, .account = marie.account.id };
    change.event = { .room = StoreFixture::General, .kind = EventKind::Left, .author = marie.account.id };
    QCOMPARE(fixture.wait(&Store::addMember, change).error().code, ErrorCode::AlreadyMember);
    QVERIFY(fixture.wait(&Store::removeMember, change));
    QCOMPARE(fixture.wait(&Store::removeMember, change).error().code, ErrorCode::NotAMember);
    QVERIFY(fixture.wait(&Store::addMember, change));
    QCOMPARE(fixture.log(StoreFixture::General).size(), 4);
}

void TestSqliteStore::onlyMembersAppend()
{
    // The rules let the messages pass while the departure was still on its way: here they are in one order.
    StoreFixture fixture;
    const auto marie = fixture.account(u"marie"_s);
    MemberChange change;
    change.membership = { .room = StoreFixture::General, .account = marie.account.id };
    change.event = { .room = StoreFixture::General, .kind = EventKind::Left, .author = marie.account.id };
    QList<int> codes;
    const auto note = [&](const auto &outcome) {
        codes.append(outcome ? 0 : int(outcome.error().code));
    };
    const auto append = [&](quint64 counter) {
        fixture.store->appendMessage(fixture.message(marie, counter, u"x"_s), note);
    };
    append(1);
    fixture.store->removeMember(change, note);
    append(2);
    append(3);
    QVERIFY(waitUntil([&] { return codes.size() == 4; }));
    constexpr int Refused = int(ErrorCode::NotAMember);
    QCOMPARE(codes, (QList<int>{ 0, 0, Refused, Refused }));
    QCOMPARE(fixture.log(StoreFixture::General).back().kind, EventKind::Left);
    // A refusal uses its number and is as good after a restart; so is a new entrance.
    fixture.reopen();
    append(3);
    append(5);
    append(4);
    change.event.kind = EventKind::Joined;
    fixture.store->addMember(change, note);
    append(5);
    QVERIFY(waitUntil([&] { return codes.size() == 9; }));
    QCOMPARE(
        codes.mid(4), (QList<int>{ int(ErrorCode::CounterReused), int(ErrorCode::CounterSkipped), Refused, 0, 0 }));
    fixture.reopen();
    append(6);
    QVERIFY(waitUntil([&] { return codes.size() == 10; }));
    QCOMPARE(codes.back(), 0);
    const QList<Event> log = fixture.log(StoreFixture::General);
    QCOMPARE(log.size(), 7); // made, joined, message, left, joined, two messages
    for (qsizetype i = 0; i < log.size(); ++i)
        QCOMPARE(log[i].seq, i + 1);
}

void TestSqliteStore::whatWasStoredBeforeLeavingStaysAcknowledged()
{
    StoreFixture fixture;
    const auto marie = fixture.account(u"marie"_s);
    MessageDraft draft = fixture.message(marie, 1, u"x"_s);
    const Seq seq = fixture.append(draft)->event.seq;
    MemberChange change;
    change.membership = { .room = StoreFixture::General, .account = marie.account.id };
    change.event = { .room = StoreFixture::General, .kind = EventKind::Left, .author = marie.account.id };
    QVERIFY(fixture.wait(&Store::removeMember, change));
    for (quint64 counter = 1; counter <= 2; ++counter) { // the same number, and a new one as after a restore
        draft.counter = counter;
        const auto again = fixture.append(draft);
        QVERIFY(again && again->repeated);
        QCOMPARE(again->event.seq, seq);
    }
    QCOMPARE(fixture.append(fixture.message(marie, 3, u"y"_s)).error().code, ErrorCode::NotAMember);
}

void TestSqliteStore::readPositionsOnlyMoveForward()
{
    StoreFixture fixture;
    const auto marie = fixture.account(u"marie"_s);
    const auto jean = fixture.account(u"jean"_s);
    for (quint64 counter = 1; counter <= 5; ++counter)
        QVERIFY(fixture.append(fixture.message(jean, counter, u"x"_s)));
    ReadMove move{ StoreFixture::General, marie.account.id, 5 };
    QCOMPARE(fixture.wait(&Store::moveReadPosition, move)->readSeq, 5);
    move.seq = 4;
    QCOMPARE(fixture.wait(&Store::moveReadPosition, move)->readSeq, 5);
    move.seq = 1'000'000;
    QCOMPARE(fixture.wait(&Store::moveReadPosition, move)->readSeq, 8);
    fixture.reopen();
    for (const Membership &membership : std::as_const(fixture.contents.memberships)) {
        if (membership.account == marie.account.id)
            QCOMPARE(membership.readSeq, 8);
    }
    move.account = AccountId{ 99 };
    QCOMPARE(fixture.wait(&Store::moveReadPosition, move).error().code, ErrorCode::NotAMember);
}

void TestSqliteStore::countsAfterAReadPositionAreExact()
{
    StoreFixture fixture;
    const auto marie = fixture.account(u"marie"_s);
    const auto jean = fixture.account(u"jean"_s);
    quint64 marieCounter = 0;
    quint64 jeanCounter = 0;
    for (int i = 0; i < 30; ++i) { // seqs 4 … 33
        const bool byMarie = i % 3 == 0;
        MessageDraft draft = fixture.message(byMarie ? marie : jean, byMarie ? ++marieCounter : ++jeanCounter, u"x"_s);
        if (i % 5 == 0)
            draft.event.mentions = { marie.account.id };
        QVERIFY(fixture.append(draft));
    }
    const auto expected = [](Seq readSeq) {
        std::pair<qint64, qint64> counts; // own, mentions by others
        for (int i = 0; i < 30; ++i) {
            if (i + 4 > readSeq) {
                counts.first += i % 3 == 0 ? 1 : 0;
                counts.second += i % 3 != 0 && i % 5 == 0 ? 1 : 0;
            }
        }
        return counts;
    };
    for (Seq seq = 3; seq <= 33; ++seq) {
        const auto position
            = fixture.wait(&Store::moveReadPosition, ReadMove{ StoreFixture::General, marie.account.id, seq });
        QCOMPARE(position->messagesBefore, seq - 3);
        QCOMPARE(std::pair(position->ownAfter, position->mentionsAfter), expected(seq));
        if (seq % 10 == 0) {
            fixture.reopen();
            const Membership membership = fixture.contents.memberships.value(0);
            QCOMPARE(membership.messagesBefore, seq - 3);
            QCOMPARE(std::pair(membership.ownAfter, membership.mentionsAfter), expected(seq));
        }
    }
}

void TestSqliteStore::pagesGoBothWays()
{
    StoreFixture fixture;
    const auto marie = fixture.account(u"marie"_s);
    for (quint64 counter = 1; counter <= 8; ++counter)
        QVERIFY(fixture.append(fixture.message(marie, counter, u"x"_s))); // up to 10
    const auto seqs = [&](const PageQuery &query) {
        QList<Seq> found;
        const EventPage page = fixture.wait(&Store::readPage, query).value();
        for (const Event &event : page.events)
            found.append(event.seq);
        return found;
    };
    const RoomId room = StoreFixture::General;
    QCOMPARE(seqs({ room, 0, 4, 1, 3, 0 }), (QList<Seq>{ 5, 6, 7 }));
    QCOMPARE(seqs({ room, 5, 0, 1, 3, 0 }), (QList<Seq>{ 2, 3, 4 }));
    QCOMPARE(seqs({ room, 5, 0, 3, 10, 0 }), (QList<Seq>{ 3, 4 }));
    QCOMPARE(seqs({ room, 0, 0, 9, 10, 0 }), (QList<Seq>{ 9, 10 }));
    QCOMPARE(seqs({ room, 0, 10, 1, 10, 0 }), QList<Seq>{});
    QCOMPARE(seqs({ room, 1, 0, 1, 10, 0 }), QList<Seq>{});
    QCOMPARE(seqs({ room, 1000, 0, 1, 2, 0 }), (QList<Seq>{ 9, 10 }));
    QCOMPARE(seqs({ RoomId{ 7 }, 0, 0, 1, 2, 0 }), QList<Seq>{});
}

void TestSqliteStore::pagesEndEarlyAtTheirBudget()
{
    StoreFixture fixture;
    const auto marie = fixture.account(u"marie"_s);
    for (quint64 counter = 1; counter <= 5; ++counter)
        QVERIFY(fixture.append(fixture.message(marie, counter, u"é"_s.repeated(5000)))); // 10,000 bytes each
    const auto page = [&](Seq before, Seq after, qint64 bytes) {
        return fixture.wait(&Store::readPage, PageQuery{ StoreFixture::General, before, after, 1, 200, bytes })->events;
    };
    QCOMPARE(page(0, 2, 25'000).size(), 2);
    QCOMPARE(page(0, 2, 25'000).front().seq, 3);
    QCOMPARE(page(8, 0, 25'000).front().seq, 6); // those nearest to where it was asked
    QCOMPARE(page(8, 0, 25'000).back().seq, 7);
    QCOMPARE(page(0, 2, 10).size(), 1); // one at least
}

void TestSqliteStore::outcomesArriveInOrder()
{
    StoreFixture fixture;
    const auto marie = fixture.account(u"marie"_s);
    QList<quint64> order;
    for (quint64 counter = 1; counter <= 2000; ++counter) {
        fixture.store->appendMessage(fixture.message(marie, counter, u"x"_s), [&order, counter](const auto &outcome) {
            QVERIFY(outcome);
            order.append(counter);
        });
        if (counter % 300 == 0)
            QCoreApplication::processEvents();
    }
    QVERIFY(waitUntil([&] { return order.size() == 2000; }));
    QVERIFY(std::is_sorted(order.begin(), order.end()));
}

void TestSqliteStore::aStoreThatClosesFinishesWhatItWasGiven()
{
    StoreFixture fixture;
    const auto marie = fixture.account(u"marie"_s);
    for (quint64 counter = 1; counter <= 100; ++counter)
        fixture.store->appendMessage(fixture.message(marie, counter, u"x"_s), {});
    fixture.reopen();
    QCOMPARE(fixture.contents.rooms.value(0).head, 102);
}

QTEST_GUILESS_MAIN(TestSqliteStore)
#include "tst_sqlite_store.moc"
