// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/integration/torture/torture_device.h"
#include "tests/support/fault_proxy.h"
#include "tests/support/server_process.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

/// guarantees T4: connections cut after any number of bytes, inside frames and TLS records, lose nothing, double
/// nothing, reorder nothing.
class TestReconnect : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cutsAtRandomBytesDoNoHarm_data();
    void cutsAtRandomBytesDoNoHarm();
};

void TestReconnect::cutsAtRandomBytesDoNoHarm_data()
{
    QTest::addColumn<bool>("tls");
    QTest::addColumn<int>("most");
    QTest::newRow("plain, early cuts") << false << 2'500;
    QTest::newRow("plain, late cuts") << false << 60'000;
    QTest::newRow("TLS, early cuts") << true << 5'000;
    QTest::newRow("TLS, late cuts") << true << 60'000;
}

void TestReconnect::cutsAtRandomBytesDoNoHarm()
{
    QFETCH(bool, tls);
    QFETCH(int, most);
    constexpr int Devices = 4;
    constexpr int Cuts = 150;
    const quint32 seed = qEnvironmentVariableIsSet("SALON_SEED") ? qEnvironmentVariable("SALON_SEED").toUInt()
                                                                 : QRandomGenerator::system()->generate();
    qInfo("seed %u", seed);

    ServerProcess server;
    server.makeLenient();
    server.arguments = { u"--listen"_s, u"127.0.0.1:0"_s, u"--listen-plain"_s, u"127.0.0.1:0"_s };
    QVERIFY(server.start());
    TestClient maker;
    QVERIFY(maker.join(server.link(), u"maker"_s));
    const RoomId room = maker.firstRoom();

    JoinLink link = tls ? server.link() : server.plainLink();
    FaultProxy proxy(link.port, seed);
    proxy.setCuts(1, most);
    link.port = proxy.port();
    std::vector<std::unique_ptr<TortureDevice>> devices;
    for (int i = 0; i < Devices; ++i) {
        const DeviceKey key = DeviceKey::generate();
        TestClient client(key);
        QVERIFY(client.open(server.link()));
        QVERIFY(client.registerAs(u"device%1"_s.arg(i)));
        devices.push_back(std::make_unique<TortureDevice>(i, key, QList<RoomId>{ room }, seed + quint32(i)));
        devices.back()->setServer(link);
        devices.back()->start();
    }
    QVERIFY(waitUntil([&] { return proxy.cuts() >= Cuts; }, 60'000));
    proxy.setCuts(0, 0);
    for (const auto &device : devices)
        device->stopProducing();
    proxy.cutAll();

    QVERIFY(waitUntil([&] {
        return std::all_of(devices.begin(), devices.end(), [&](const auto &device) {
            return device->isSettled() && device->lastOf(room) == devices.front()->lastOf(room);
        });
    }));
    for (const auto &device : devices)
        device->askPositions();
    QVERIFY(waitUntil([&] {
        return std::all_of(devices.begin(), devices.end(), [](const auto &device) { return device->knowsPositions(); });
    }));
    History history;
    qint64 acked = 0;
    for (const auto &device : devices) {
        acked += device->acked();
        QVERIFY2(device->complaints().isEmpty(), qPrintable(device->complaints().join(u'\n')));
        device->addTo(history);
    }
    const auto log = maker.readAll(room);
    QVERIFY(log);
    for (const RoomEvent &event : *log)
        history.finals[room].append(recordOf(event));
    const QStringList found = violations(history);
    qInfo("%lld acknowledged through %d connections, %d cuts", acked, proxy.connections(), proxy.cuts());
    QVERIFY2(found.isEmpty(), qPrintable(u"seed %1\n"_s.arg(seed) + found.join(u'\n')));
    QVERIFY(acked > 0);
    devices.clear();
    QVERIFY(server.stop());
}

QTEST_GUILESS_MAIN(TestReconnect)
#include "tst_reconnect.moc"
