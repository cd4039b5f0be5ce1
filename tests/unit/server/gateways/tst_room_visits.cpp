// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/gateways/room_visits.h"
#include "tests/unit/server/gateways/fake_room_door.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::server;
using namespace salon::test;

/// The gateways' end of a room's door.
class TestRoomVisits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aVisitIsWelcomedAndHeard();
    void aVisitIsBusyWithFourUnanswered();
    void renamingChangesTheName();
    void deletingAVisitIsLeaving();
    void privateWordsReachOneGuest();
    void aVisitMayEndInsideItsAnswer();
    void theEndOfTheGatewayIsTheEndOfAllVisits();
    void visitsAreFoundByNameNumberAndAddress();
};

void TestRoomVisits::aVisitIsWelcomedAndHeard()
{
    FakeRoomDoor door;
    RoomVisits visits(door, std::make_shared<GuestNumbers>());
    const auto visit
        = visits.begin({ .door = u"text"_s, .tellsAddress = true, .quietMs = 3000 }, { u"127.0.0.1:4711"_s, {}, true });
    QSignalSpy welcomed(visit.get(), &RoomVisit::welcomed);
    QSignalSpy heard(&visits, &RoomVisits::heard);
    QVERIFY(welcomed.wait());
    QCOMPARE(door.arrivals, QList<GuestArrival>({ { GuestId{ 1 }, u"text"_s, u"127.0.0.1:4711"_s, {}, true, 3000 } }));
    QCOMPARE(visit->name(), u"guest-1"_s);
    visit->say(u"bonjour"_s);
    QVERIFY(visit->hasUnanswered());
    QVERIFY(heard.wait());
    QCOMPARE(heard.first().first().value<RoomWord>().text, u"bonjour"_s);
    QTRY_VERIFY(!visit->hasUnanswered());
}

void TestRoomVisits::aVisitIsBusyWithFourUnanswered()
{
    FakeRoomDoor door;
    door.holdsAnswers = true;
    RoomVisits visits(door, std::make_shared<GuestNumbers>());
    const auto visit = visits.begin({ .door = u"text"_s }, {});
    QSignalSpy freed(visit.get(), &RoomVisit::becameFree);
    QSignalSpy idle(visit.get(), &RoomVisit::becameIdle);
    for (int i = 0; i < RoomDoor::MaxUnanswered; ++i) {
        QVERIFY(!visit->isBusy());
        visit->say(QString::number(i));
    }
    QVERIFY(visit->isBusy());
    QTRY_COMPARE(door.said.size(), RoomDoor::MaxUnanswered);
    door.answerAll();
    QTRY_COMPARE(idle.size(), 1);
    QCOMPARE(freed.size(), 1);
    QCOMPARE(door.said, QStringList({ u"0"_s, u"1"_s, u"2"_s, u"3"_s }));
}

void TestRoomVisits::renamingChangesTheName()
{
    FakeRoomDoor door;
    door.takenNames = { u"marie"_s };
    RoomVisits visits(door, std::make_shared<GuestNumbers>());
    const auto visit = visits.begin({ .door = u"text"_s }, {});
    QSignalSpy answered(visit.get(), &RoomVisit::answered);
    QSignalSpy renamed(&visits, &RoomVisits::renamed);
    visit->rename(u"marie"_s);
    QVERIFY(answered.wait());
    QCOMPARE(visit->name(), u"guest-1"_s);
    visit->rename(u"nour"_s);
    QVERIFY(answered.wait());
    QCOMPARE(visit->name(), u"nour"_s);
    QCOMPARE(renamed.size(), 1);
    QCOMPARE(renamed.first().at(1).toString(), u"guest-1"_s);
}

void TestRoomVisits::deletingAVisitIsLeaving()
{
    FakeRoomDoor door;
    RoomVisits visits(door, std::make_shared<GuestNumbers>());
    auto visit = visits.begin({ .door = u"text"_s }, {});
    const GuestId guest = visit->guest();
    visit->say(u"last words"_s);
    visit.reset();
    QCOMPARE(visits.count(), 0);
    QTRY_COMPARE(door.left, QList<GuestId>{ guest });
    QCOMPARE(door.said, QStringList{ u"last words"_s });
}

void TestRoomVisits::privateWordsReachOneGuest()
{
    FakeRoomDoor door;
    RoomVisits visits(door, std::make_shared<GuestNumbers>());
    const auto one = visits.begin({ .door = u"text"_s }, {});
    const auto two = visits.begin({ .door = u"text"_s }, {});
    QSignalSpy atOne(one.get(), &RoomVisit::toldPrivately);
    QSignalSpy atTwo(two.get(), &RoomVisit::toldPrivately);
    QTRY_COMPARE(two->name(), u"guest-2"_s);
    one->tell(u"guest-2 psst"_s);
    QVERIFY(atTwo.wait());
    QCOMPARE(atTwo.first().first().value<PrivateWord>(), PrivateWord({ two->guest(), u"guest-1"_s, u"psst"_s }));
    QCOMPARE(atOne.size(), 0);
}

void TestRoomVisits::aVisitMayEndInsideItsAnswer()
{
    FakeRoomDoor door;
    RoomVisits visits(door, std::make_shared<GuestNumbers>());
    auto visit = visits.begin({ .door = u"text"_s }, {});
    connect(visit.get(), &RoomVisit::answered, this, [&visit] { visit.reset(); });
    visit->say(u"x"_s);
    QTRY_VERIFY(!visit);
    QTRY_COMPARE(door.left.size(), 1);
}

void TestRoomVisits::theEndOfTheGatewayIsTheEndOfAllVisits()
{
    FakeRoomDoor door;
    auto visits = std::make_unique<RoomVisits>(door, std::make_shared<GuestNumbers>());
    const auto visit = visits->begin({ .door = u"text"_s }, {});
    visits.reset();
    QTRY_COMPARE(door.left, QList<GuestId>{ visit->guest() });
}

void TestRoomVisits::visitsAreFoundByNameNumberAndAddress()
{
    FakeRoomDoor door;
    RoomVisits visits(door, std::make_shared<GuestNumbers>());
    const auto one = visits.begin({ .door = u"text"_s }, { u"127.0.0.1:4711"_s, {}, true });
    const auto two = visits.begin({ .door = u"text"_s }, { u"127.0.0.1:4712"_s, {}, true });
    QTRY_COMPARE(two->name(), u"guest-2"_s);
    one->rename(u"nour"_s);
    two->rename(u"1"_s);
    QTRY_COMPARE(two->name(), u"1"_s);
    for (const QString &who : { u"1"_s, u"nour"_s, u"Nour"_s, u"guest-1"_s, u"127.0.0.1:4711"_s })
        QCOMPARE(visits.find(who), one.get()); // a number goes before a name
    for (const QString &who : { u"2"_s, u"guest-2"_s, u"127.0.0.1:4712"_s })
        QCOMPARE(visits.find(who), two.get());
    for (const QString &who : { u"guest-3"_s, u"3"_s, QString(), u"127.0.0.1"_s })
        QVERIFY(!visits.find(who));
}

QTEST_GUILESS_MAIN(TestRoomVisits)
#include "tst_room_visits.moc"
