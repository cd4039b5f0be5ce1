// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/main_window/visited_rooms.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;

class TestVisitedRooms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beginsNowhere();
    void goesBackAndForwardAsABrowserDoes();
    void anotherRoomForgetsWhatLayAhead();
    void theSameRoomAgainIsNoStep();
    void roomsOfServersAreKeptApart();
    void stepsOverRoomsThatAreGone();
    void previousLeadsThereAndBack();
    void previousIsTheRoomThatOneCameBackFrom();
    void keepsNotMoreThanItSays();

private:
    using Place = VisitedRooms::Place;
    [[nodiscard]] static Place at(qint64 room, const QString &server = u"a"_s) { return { server, RoomId{ room } }; }
    static void visit(VisitedRooms &rooms, std::initializer_list<qint64> ids)
    {
        for (const qint64 id : ids)
            rooms.visit(at(id));
    }
};

void TestVisitedRooms::beginsNowhere()
{
    VisitedRooms rooms;
    QVERIFY(!rooms.canGoBack());
    QVERIFY(!rooms.canGoForward());
    QVERIFY(!rooms.back());
    QVERIFY(!rooms.forward());
    QVERIFY(!rooms.previous());
    rooms.visit(at(1));
    QVERIFY(!rooms.back());
    QVERIFY(!rooms.forward());
    QVERIFY(!rooms.previous());
}

void TestVisitedRooms::goesBackAndForwardAsABrowserDoes()
{
    VisitedRooms rooms;
    visit(rooms, { 1, 2, 3 });
    QVERIFY(!rooms.canGoForward());
    for (const qint64 expected : { 2, 1 }) {
        QVERIFY(rooms.canGoBack());
        const auto place = rooms.back();
        QVERIFY(place);
        QCOMPARE(place->room, RoomId{ expected });
        rooms.visit(*place);
    }
    QVERIFY(!rooms.canGoBack());
    QVERIFY(!rooms.back());
    for (const qint64 expected : { 2, 3 }) {
        const auto place = rooms.forward();
        QVERIFY(place);
        QCOMPARE(place->room, RoomId{ expected });
        rooms.visit(*place);
    }
    QVERIFY(!rooms.canGoForward());
}

void TestVisitedRooms::anotherRoomForgetsWhatLayAhead()
{
    VisitedRooms rooms;
    visit(rooms, { 1, 2, 3 });
    rooms.visit(*rooms.back());
    rooms.visit(at(4));
    QVERIFY(!rooms.canGoForward());
    QCOMPARE(rooms.back(), at(2));
}

void TestVisitedRooms::theSameRoomAgainIsNoStep()
{
    VisitedRooms rooms;
    visit(rooms, { 1, 2, 2, 2 });
    QCOMPARE(rooms.back(), at(1));
}

void TestVisitedRooms::roomsOfServersAreKeptApart()
{
    VisitedRooms rooms;
    rooms.visit(at(1, u"a"_s));
    rooms.visit(at(1, u"b"_s));
    QCOMPARE(rooms.back(), at(1, u"a"_s));
}

void TestVisitedRooms::stepsOverRoomsThatAreGone()
{
    QSet<qint64> gone;
    VisitedRooms rooms([&gone](const Place &place) { return !gone.contains(place.room.value); });
    visit(rooms, { 1, 2, 3, 4, 3 });
    gone = { 4 }; // what is left of it: 1, 2, 3, 3
    QCOMPARE(rooms.previous(), std::nullopt);
    QCOMPARE(rooms.back(), at(2));
    gone = { 1, 2, 4 };
    QVERIFY(!rooms.canGoBack());
    QVERIFY(!rooms.back());
    QVERIFY(rooms.canGoForward());
    QCOMPARE(rooms.forward(), at(3));
}

void TestVisitedRooms::previousLeadsThereAndBack()
{
    VisitedRooms rooms;
    visit(rooms, { 1, 2, 3 });
    for (const qint64 expected : { 2, 3, 2, 3 }) {
        const auto place = rooms.previous();
        QVERIFY(place);
        QCOMPARE(place->room, RoomId{ expected });
        rooms.visit(*place);
    }
}

void TestVisitedRooms::previousIsTheRoomThatOneCameBackFrom()
{
    VisitedRooms rooms;
    visit(rooms, { 1, 2, 3 });
    rooms.visit(*rooms.back());
    QCOMPARE(rooms.previous(), at(3));
}

void TestVisitedRooms::keepsNotMoreThanItSays()
{
    VisitedRooms rooms;
    const qint64 most = qint64(VisitedRooms::MostKept);
    for (qint64 id = 1; id <= most + 20; ++id)
        rooms.visit(at(id));
    qint64 steps = 0;
    std::optional<Place> last;
    while (const auto place = rooms.back()) {
        last = place;
        ++steps;
    }
    QCOMPARE(steps, most - 1);
    QCOMPARE(last, at(21));
}

QTEST_GUILESS_MAIN(TestVisitedRooms)
#include "tst_visited_rooms.moc"
