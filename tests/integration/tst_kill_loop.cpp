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
/// acknowledged (G1 to G6). SALON_KILLS says how often, SALON_SEED repeats a run.
class TestKillLoop : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingAcknowledgedIsLostDoubledOrReordered();

private:
    void prepare(int devices, int rooms);
    History gather(const QList<RoomId> &rooms);

    ServerProcess m_server;
    QList<RoomId> m_rooms;
    std::vector<DeviceKey> m_keys;
};

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
    for (int i = 0; i < devices; ++i) {
        m_keys.push_back(DeviceKey::generate());
        TestClient client(m_keys.back());
        QVERIFY(client.open(m_server.link()));
        QVERIFY(client.registerAs(u"device%1"_s.arg(i)));
        for (const RoomId room : std::as_const(m_rooms))
            QVERIFY(client.ask<RoomOpened>(JoinRoom{ room }));
    }
}

History TestKillLoop::gather(const QList<RoomId> &rooms)
{
    History history;
    TestClient fresh;
    if (!fresh.join(m_server.link(), u"fresh"_s))
        return history;
    for (const RoomId room : rooms) {
        if (!fresh.ask<RoomOpened>(JoinRoom{ room }))
            return history;
        const auto events = fresh.readAll(room);
        if (!events)
            return history;
        Timeline &log = history.finals[room];
        for (const RoomEvent &event : *events)
            log.append({ event.seq, event.cid, event.cid.isNull() ? QByteArray() : textHash(event.text) });
    }
    return history;
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
    prepare(6, 3);
    if (QTest::currentTestFailed())
        return;

    std::vector<std::unique_ptr<TortureDevice>> devices;
    for (size_t i = 0; i < m_keys.size(); ++i) {
        devices.push_back(std::make_unique<TortureDevice>(int(i), m_keys[i], m_rooms, random.generate()));
        devices.back()->setServer(i % 2 == 0 ? m_server.link() : m_server.plainLink());
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

    History history = gather(m_rooms);
    QCOMPARE(history.finals.size(), size_t(m_rooms.size()));
    // Events of the fresh device's own arrival follow what the others had stored.
    for (const RoomId room : std::as_const(m_rooms))
        QVERIFY(waitUntil([&] {
            return std::all_of(devices.begin(), devices.end(),
                [&](const auto &device) { return device->lastOf(room) >= history.finals[room].size(); });
        }));
    for (const auto &device : devices)
        device->addTo(history);
    const QStringList found = violations(history);
    qInfo("%lld acknowledged, %d connections, %d kills in %lld ms", acked, connections, kills, timer.elapsed());
    QVERIFY2(found.isEmpty(), qPrintable(u"seed %1\n"_s.arg(seed) + found.join(u'\n')));
    QVERIFY2(acked > kills * 10, "too little was acknowledged to prove anything");
    devices.clear();
    QVERIFY(m_server.stop());
}

QTEST_GUILESS_MAIN(TestKillLoop)
#include "tst_kill_loop.moc"
