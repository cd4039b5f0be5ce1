// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/integration/torture/torture_device.h"
#include "tests/support/server_process.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

/// guarantees T1: a server that is killed again and again under load loses, doubles and reorders nothing that it
/// acknowledged (G1 to G6); read positions hold, converge and count exactly (G11); who left is out, and nothing of
/// theirs comes after it. SALON_KILLS says how often, SALON_SEED repeats a run.
class TestKillLoop : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingAcknowledgedIsLostDoubledOrReordered();

private:
    void prepare(int devices, int rooms);
    void addAccount(int number);
    void addSecondDevice(int number, int ofNumber);
    void gather(History &history);

    ServerProcess m_server;
    QList<RoomId> m_rooms;
    std::vector<DeviceKey> m_keys;
    QList<MemberRecord> m_entered;
};

namespace {

constexpr int Devices = 6;
constexpr int Second = 4; ///< the device that shares an account with the one before it
constexpr int Wanderer = 5; ///< the device that leaves and enters

QString password()
{
    return u"correct horse battery"_s;
}

} // namespace

void TestKillLoop::prepare(int devices, int rooms)
{
    TestClient maker;
    QVERIFY(maker.join(m_server.link(), u"maker"_s));
    m_rooms = { maker.firstRoom() };
    for (int i = 1; i < rooms; ++i) {
        const auto room = maker.ask<RoomOpened>(CreateRoom{ RoomKind::Public, u"Salon %1"_s.arg(i), {}, {} });
        QVERIFY(room);
        m_rooms.append(room->room.id);
    }
    for (int i = 0; i < devices && !QTest::currentTestFailed(); ++i) {
        if (i == Second)
            addSecondDevice(i, i - 1);
        else
            addAccount(i);
    }
}

void TestKillLoop::addAccount(int number)
{
    m_keys.push_back(DeviceKey::generate());
    TestClient client(m_keys.back());
    QVERIFY(client.open(m_server.link()));
    QVERIFY(client.registerAs(u"device%1"_s.arg(number), {}, password()));
    for (const RoomId room : std::as_const(m_rooms)) {
        QVERIFY(client.ask<RoomOpened>(JoinRoom{ room }));
        m_entered.append({ client.self().account, room, true });
    }
}

void TestKillLoop::addSecondDevice(int number, int ofNumber)
{
    m_keys.push_back(DeviceKey::generate());
    QCOMPARE(m_keys.size(), size_t(number + 1));
    TestClient client(m_keys.back());
    QVERIFY(client.open(m_server.link()));
    QVERIFY(client.loginWithPassword(u"device%1"_s.arg(ofNumber), password()));
}

void TestKillLoop::gather(History &history)
{
    TestClient fresh;
    QVERIFY(fresh.join(m_server.link(), u"fresh"_s));
    for (const RoomId room : std::as_const(m_rooms)) {
        QVERIFY(fresh.ask<RoomOpened>(JoinRoom{ room }));
        const auto events = fresh.readAll(room);
        QVERIFY(events);
        Timeline &log = history.finals[room];
        for (const RoomEvent &event : *events)
            log.append(recordOf(event));
    }
    history.members = m_entered;
}

void TestKillLoop::nothingAcknowledgedIsLostDoubledOrReordered()
{
    const int kills
        = qEnvironmentVariableIntValue("SALON_KILLS") > 0 ? qEnvironmentVariableIntValue("SALON_KILLS") : 150;
    const quint32 seed = qEnvironmentVariableIsSet("SALON_SEED") ? qEnvironmentVariable("SALON_SEED").toUInt()
                                                                 : QRandomGenerator::system()->generate();
    qInfo("seed %u, %d kills", seed, kills);
    QRandomGenerator random(seed);
    QElapsedTimer timer;
    timer.start();

    m_server.makeLenient();
    m_server.arguments = { u"--listen"_s, u"127.0.0.1:0"_s, u"--listen-plain"_s, u"127.0.0.1:0"_s };
    QVERIFY(m_server.start());
    prepare(Devices, 3);
    if (QTest::currentTestFailed())
        return;

    std::vector<std::unique_ptr<TortureDevice>> devices;
    for (size_t i = 0; i < m_keys.size(); ++i) {
        devices.push_back(std::make_unique<TortureDevice>(int(i), m_keys[i], m_rooms, random.generate()));
        devices.back()->setServer(i % 2 == 0 ? m_server.link() : m_server.plainLink());
        if (i == Wanderer)
            devices.back()->wander(m_rooms.back());
        devices.back()->start();
    }
    for (int kill = 0; kill < kills; ++kill) {
        QTest::qWait(random.bounded(20, 401)); // not a wait for something: the moment of the kill
        m_server.kill();
        QVERIFY2(m_server.start(), "the server must come back after every kill");
    }

    for (const auto &device : devices)
        device->stopProducing();
    const bool settled = waitUntil(
        [&] {
            const auto same = [&](RoomId room) {
                return std::all_of(devices.begin(), devices.end(), [&](const auto &device) {
                    return device->isSettled() && device->lastOf(room) == devices.front()->lastOf(room);
                });
            };
            return std::all_of(m_rooms.begin(), m_rooms.end(), same);
        },
        30'000);
    qint64 acked = 0;
    int connections = 0;
    for (const auto &device : devices) {
        acked += device->acked();
        connections += device->connections();
        QVERIFY2(device->complaints().isEmpty(), qPrintable(device->complaints().join(u'\n')));
    }
    QVERIFY2(settled, "90 s after the last fault everybody must have caught up (here 30)");

    History history;
    gather(history);
    if (QTest::currentTestFailed())
        return;
    // Events of the fresh device's own arrival follow what the others had stored.
    for (const RoomId room : std::as_const(m_rooms))
        QVERIFY(waitUntil([&] {
            return std::all_of(devices.begin(), devices.end(),
                [&](const auto &device) { return device->lastOf(room) >= history.finals[room].size(); });
        }));
    for (const auto &device : devices)
        device->askPositions();
    QVERIFY(waitUntil([&] {
        return std::all_of(devices.begin(), devices.end(), [](const auto &device) { return device->knowsPositions(); });
    }));
    for (const auto &device : devices)
        device->addTo(history);
    const QStringList found = violations(history);
    const auto refused = std::count_if(
        history.sends.begin(), history.sends.end(), [](const SendRecord &send) { return send.refused; });
    qInfo("%lld acknowledged, %d connections, %d kills in %lld ms", acked, connections, kills, timer.elapsed());
    qInfo("%lld read positions told, %lld marks acknowledged, %lld entrances and departures, %lld refused after one",
        qint64(history.reads.size()), qint64(history.marks.size()), qint64(history.members.size() - m_entered.size()),
        qint64(refused));
    QVERIFY2(found.isEmpty(), qPrintable(u"seed %1\n"_s.arg(seed) + found.join(u'\n')));
    QVERIFY2(acked > kills * 10, "too little was acknowledged to prove anything");
    QVERIFY2(history.marks.size() > kills, "too few read positions moved to prove anything");
    QVERIFY2(history.members.size() - m_entered.size() > kills / 10, "too little coming and going to prove anything");
    devices.clear();
    QVERIFY(m_server.stop());
}

QTEST_GUILESS_MAIN(TestKillLoop)
#include "tst_kill_loop.moc"
