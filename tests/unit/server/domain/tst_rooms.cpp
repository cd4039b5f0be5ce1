// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/domain/rooms.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::server;

class TestRooms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsAsIfItWentThroughTheWholeLog();
    void effectsOfChangesAreCountedExactly();
    void newcomersHaveNothingUnread();
    void publicRoomsAreFoundByName();
    void directKeysNameTheSetOfPeople();
};

namespace {

constexpr RoomId Here{ 1 };

/// The rule of docs/PROTOCOL.md, told by a walk through the log.
struct Counted
{
    qint64 unread = 0;
    qint64 mentions = 0;
};

Counted walk(const QList<Event> &log, AccountId account, Seq readSeq)
{
    Counted counted;
    for (const Event &event : log) {
        if (event.seq <= readSeq || event.author == account || !countsAsUnread(event.kind))
            continue;
        ++counted.unread;
        counted.mentions += event.mentions.contains(account) ? 1 : 0;
    }
    return counted;
}

Event randomEvent(QRandomGenerator &random, Seq seq)
{
    static constexpr std::array kinds{ EventKind::Message, EventKind::Message, EventKind::Message, EventKind::Joined,
        EventKind::Announcement, EventKind::TopicChanged };
    Event event;
    event.room = Here;
    event.seq = seq;
    event.kind = kinds[random.bounded(quint32(kinds.size()))];
    event.author = event.kind == EventKind::Announcement ? AccountId{} : AccountId{ random.bounded(1, 5) };
    if (event.kind == EventKind::Message && random.bounded(3) == 0)
        event.mentions = { AccountId{ random.bounded(1, 6) } };
    return event;
}

/// As the store moves a read position.
void moveRead(Rooms &rooms, const QList<Event> &log, AccountId account, Seq seq)
{
    Membership membership = *rooms.membership(Here, account);
    if (seq <= membership.readSeq)
        return;
    membership.readSeq = seq;
    membership.messagesBefore = membership.ownAfter = membership.mentionsAfter = 0;
    for (const Event &event : log) {
        if (!countsAsUnread(event.kind))
            continue;
        membership.messagesBefore += event.seq <= seq ? 1 : 0;
        membership.ownAfter += event.seq > seq && event.author == account ? 1 : 0;
        membership.mentionsAfter
            += event.seq > seq && event.author != account && event.mentions.contains(account) ? 1 : 0;
    }
    rooms.putMembership(membership);
}

} // namespace

void TestRooms::countsAsIfItWentThroughTheWholeLog()
{
    QRandomGenerator random(7);
    Rooms rooms;
    rooms.put({ .id = Here });
    for (qint64 account = 1; account < 5; ++account)
        rooms.putMembership({ .room = Here, .account = AccountId{ account } });
    QList<Event> log;
    for (Seq seq = 1; seq <= 2000; ++seq) {
        log.append(randomEvent(random, seq));
        rooms.applyEvent(log.back());
        if (random.bounded(10) == 0)
            moveRead(rooms, log, AccountId{ random.bounded(1, 5) }, random.bounded(int(seq)) + 1);
        const AccountId account{ random.bounded(1, 5) };
        const Membership &membership = *rooms.membership(Here, account);
        const Counted expected = walk(log, account, membership.readSeq);
        QCOMPARE(rooms.unreadOf(membership), expected.unread);
        QCOMPARE(membership.mentionsAfter, expected.mentions);
    }
    QCOMPARE(rooms.find(Here)->head, 2000);
}

void TestRooms::effectsOfChangesAreCountedExactly()
{
    QRandomGenerator random(11);
    Rooms rooms;
    rooms.put({ .id = Here });
    for (qint64 account = 1; account < 5; ++account)
        rooms.putMembership({ .room = Here, .account = AccountId{ account }, .readSeq = account * 100 });
    QList<Event> log;
    QSet<Seq> deleted;
    const auto walked = [&](AccountId account) {
        Counted counted;
        for (const Event &event : std::as_const(log)) {
            const bool counts = event.seq > rooms.membership(Here, account)->readSeq && event.author != account
                && countsAsUnread(event.kind) && !deleted.contains(event.seq);
            const bool reaches = event.call == Call::Room || event.mentions.contains(account);
            counted.unread += counts ? 1 : 0;
            counted.mentions += counts && reaches ? 1 : 0;
        }
        return counted;
    };
    for (Seq seq = 1; seq <= 1000; ++seq) {
        log.append(randomEvent(random, seq));
        Event &event = log.back();
        if (event.kind == EventKind::Message && random.bounded(8) == 0)
            event.call = Call::Room;
        rooms.applyEvent(event);
        // The read positions lie ahead: what is before them counts at once.
        for (qint64 account = 1; account < 5; ++account) {
            Membership membership = *rooms.membership(Here, AccountId{ account });
            if (membership.readSeq != seq)
                continue;
            membership.messagesBefore = rooms.find(Here)->messageCount;
            membership.ownAfter = membership.mentionsAfter = membership.deletedAfter = 0;
            rooms.putMembership(membership);
        }
        if (seq <= 400 || random.bounded(3) != 0)
            continue;
        Event &target = log[random.bounded(int(seq))];
        if (target.kind != EventKind::Message || deleted.contains(target.seq))
            continue;
        ChangeEffect effect;
        effect.target = target.seq;
        effect.before = { target.author, target.mentions, target.call };
        effect.deleted = random.bounded(2) == 0;
        effect.after = { target.author, effect.deleted || random.bounded(2) ? QList<AccountId>() : target.mentions,
            Call::Nobody };
        QHash<AccountId, Counted> before;
        for (qint64 account = 1; account < 5; ++account)
            before.insert(AccountId{ account }, walked(AccountId{ account }));
        const QList<AccountId> changed = rooms.applyEffect(Here, effect);
        target.mentions = effect.after.mentions;
        target.call = Call::Nobody;
        if (effect.deleted)
            deleted.insert(target.seq);
        for (qint64 id = 1; id < 5; ++id) {
            const AccountId account{ id };
            const Counted now = walked(account);
            const Membership &membership = *rooms.membership(Here, account);
            QCOMPARE(rooms.unreadOf(membership), now.unread);
            QCOMPARE(membership.mentionsAfter, now.mentions);
            QCOMPARE(changed.contains(account),
                now.unread != before[account].unread || now.mentions != before[account].mentions);
        }
    }
    QVERIFY(deleted.size() > 20);
}

void TestRooms::newcomersHaveNothingUnread()
{
    Rooms rooms;
    rooms.put({ .id = Here });
    Event message{ .room = Here, .seq = 1, .author = AccountId{ 1 } };
    rooms.applyEvent(message);
    Event joined{ .room = Here, .seq = 2, .kind = EventKind::Joined, .author = AccountId{ 2 } };
    rooms.applyEvent(joined);
    rooms.putMembership({ .room = Here, .account = AccountId{ 2 }, .readSeq = 2, .messagesBefore = 1 });
    QCOMPARE(rooms.unreadOf(*rooms.membership(Here, AccountId{ 2 })), 0);
    message.seq = 3;
    rooms.applyEvent(message);
    QCOMPARE(rooms.unreadOf(*rooms.membership(Here, AccountId{ 2 })), 1);
    rooms.removeMembership(Here, AccountId{ 2 });
    QVERIFY(!rooms.membership(Here, AccountId{ 2 }));
    QVERIFY(rooms.roomsOf(AccountId{ 2 }).isEmpty());
}

void TestRooms::publicRoomsAreFoundByName()
{
    Rooms rooms;
    rooms.put({ .id = Here, .name = u"Général"_s, .first = true });
    QCOMPARE(rooms.findPublic(roomNameKey(u" général "_s))->id, Here);
    QVERIFY(!rooms.findPublic(roomNameKey(u"general"_s)));
    QCOMPARE(rooms.first()->id, Here);
    rooms.put({ .id = Here, .name = u"Hall"_s, .first = true });
    QVERIFY(!rooms.findPublic(roomNameKey(u"Général"_s)));
    QVERIFY(rooms.findPublic(roomNameKey(u"ＨＡＬＬ"_s))); // full width
    rooms.put({ .id = RoomId{ 2 }, .kind = RoomKind::Private, .name = u"Secret"_s });
    QVERIFY(!rooms.findPublic(roomNameKey(u"Secret"_s)));
}

void TestRooms::directKeysNameTheSetOfPeople()
{
    QCOMPARE(directKey({ AccountId{ 12 }, AccountId{ 3 }, AccountId{ 12 } }), u"3,12"_s);
    QVERIFY(directKey({ AccountId{ 1 }, AccountId{ 23 } }) != directKey({ AccountId{ 12 }, AccountId{ 3 } }));
}

QTEST_GUILESS_MAIN(TestRooms)
#include "tst_rooms.moc"
