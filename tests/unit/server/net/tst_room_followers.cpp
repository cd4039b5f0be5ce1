// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/net/client.h"
#include "server/net/room_followers.h"

#include <QRandomGenerator>
#include <QSet>
#include <QTest>

using namespace salon;
using namespace salon::server;

class TestRoomFollowers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followingAgainNeverMovesBack();
    void desertedRoomsAreNamedWithTheirFollows();
    void roomFollowedAgainIsNotDeserted();
    void orderForAGoneConnectionIsCounted();
    void agreesWithAPlainSet();
};

void TestRoomFollowers::followingAgainNeverMovesBack()
{
    RoomFollowers followers;
    Client client({ 1 }, Heartbeat(0));
    followers.follow(&client, { 5 }, 10);
    followers.follow(&client, { 5 }, 7);
    QCOMPARE(followers.find({ 5 })->followers.size(), size_t(1));
    QCOMPARE(followers.find({ 5 })->followers.front().given, 10);
    QCOMPARE(followers.find({ 5 })->head, 10);
    followers.follow(&client, { 5 }, 12);
    QCOMPARE(followers.find({ 5 })->followers.front().given, 12);
    followers.forget(&client);
}

void TestRoomFollowers::desertedRoomsAreNamedWithTheirFollows()
{
    RoomFollowers followers;
    Client client({ 1 }, Heartbeat(0));
    followers.follow(&client, { 5 }, 0);
    followers.follow(&client, { 5 }, 1);
    QVERIFY(!followers.unfollow(&client, { 6 }));
    QVERIFY(followers.takeDeserted().empty());
    QVERIFY(followers.unfollow(&client, { 5 }));
    const auto deserted = followers.takeDeserted();
    QCOMPARE(deserted.size(), size_t(1));
    QCOMPARE(deserted.front().first, RoomId{ 5 });
    QCOMPARE(deserted.front().second, quint64(2));
    QVERIFY(!followers.find({ 5 }));
    QVERIFY(followers.takeDeserted().empty());
}

void TestRoomFollowers::roomFollowedAgainIsNotDeserted()
{
    RoomFollowers followers;
    Client one({ 1 }, Heartbeat(0));
    Client other({ 2 }, Heartbeat(0));
    followers.follow(&one, { 5 }, 0);
    followers.forget(&one);
    followers.follow(&other, { 5 }, 0);
    QVERIFY(followers.takeDeserted().empty());
    QCOMPARE(followers.find({ 5 })->follows, quint64(2));
    followers.forget(&other);
}

void TestRoomFollowers::orderForAGoneConnectionIsCounted()
{
    RoomFollowers followers;
    followers.missedFollow({ 5 });
    const auto deserted = followers.takeDeserted();
    QCOMPARE(deserted.size(), size_t(1));
    QCOMPARE(deserted.front().second, quint64(1));
}

void TestRoomFollowers::agreesWithAPlainSet()
{
    QRandomGenerator random(20261121);
    RoomFollowers followers;
    std::vector<std::unique_ptr<Client>> clients;
    for (qint64 id = 1; id <= 20; ++id)
        clients.push_back(std::make_unique<Client>(ConnectionId{ id }, Heartbeat(0)));
    QSet<std::pair<qint64, qint64>> expected;
    for (int step = 0; step < 5000; ++step) {
        Client *client = clients[size_t(random.bounded(20))].get();
        const RoomId room{ random.bounded(1, 9) };
        switch (random.bounded(5)) {
        case 0:
            followers.unfollow(client, room);
            expected.remove({ client->id.value, room.value });
            break;
        case 1:
            if (random.bounded(5) > 0)
                break;
            followers.forget(client);
            expected.removeIf([&](const auto &pair) { return pair.first == client->id.value; });
            break;
        default:
            followers.follow(client, room, step);
            expected.insert({ client->id.value, room.value });
        }
        static_cast<void>(followers.takeDeserted());
    }
    QSet<std::pair<qint64, qint64>> found;
    for (qint64 room = 1; room < 9; ++room) {
        if (FollowedRoom *followed = followers.find({ room })) {
            for (const Follower &follower : followed->followers)
                found.insert({ follower.client->id.value, room });
        }
    }
    QCOMPARE(found, expected);
}

QTEST_GUILESS_MAIN(TestRoomFollowers)
#include "tst_room_followers.moc"
