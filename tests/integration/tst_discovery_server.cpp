// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/discovery/discovery_probe.h"
#include "shared/transport/tls_identity.h"
#include "tests/support/server_process.h"
#include "tests/support/test_client.h"
#include "tests/support/wait_until.h"

#include <QProcess>
#include <QSignalSpy>
#include <QTest>
#include <QUdpSocket>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

namespace {

QList<NetworkLink> loopbackOnly()
{
    QList<NetworkLink> links = runningLinks();
    links.removeIf([](const NetworkLink &link) { return !link.loopback; });
    return links;
}

void listenEverywhere(ServerProcess &server)
{
    server.makeLenient();
    server.arguments = { u"--listen"_s, u"*:0"_s, u"--name"_s, u"Café du coin"_s };
    server.environment.insert(u"SALON_DISCOVERY_PORT"_s, u"0"_s);
}

quint16 discoveryPort(const ServerProcess &server)
{
    return server.ready("discovery").value(0).toUShort();
}

QList<Neighbour> found(quint16 port)
{
    DiscoveryProbe probe(loopbackOnly);
    QSignalSpy finished(&probe, &DiscoveryProbe::finished);
    probe.start(port);
    return finished.wait(5000) ? probe.neighbours() : QList<Neighbour>();
}

struct ConsoleRun
{
    int code = -1;
    QString out{};
    QString err{};
};

ConsoleRun discover(quint16 port, const QString &language)
{
    QProcess console;
    auto variables = QProcessEnvironment::systemEnvironment();
    variables.insert(u"SALON_DISCOVERY_PORT"_s, QString::number(port));
    console.setProcessEnvironment(variables);
    console.start(QString::fromUtf8(SALON_BIN_DIR) + u"/salon-console"_s, { u"--discover"_s, u"--lang"_s, language });
    if (!waitUntil([&console] { return console.state() == QProcess::NotRunning; }, 15'000))
        return {};
    return { console.exitCode(), QString::fromUtf8(console.readAllStandardOutput()),
        QString::fromUtf8(console.readAllStandardError()) };
}

} // namespace

/// A real server that is found, and what the console client shows of it.
class TestDiscoveryServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aServerBeyondLoopbackIsFound()
    {
        ServerProcess server;
        listenEverywhere(server);
        QVERIFY(server.start());
        QVERIFY(discoveryPort(server) != 0);
        const QList<Neighbour> neighbours = found(discoveryPort(server));
        QCOMPARE(neighbours.size(), 1);
        const DiscoveryReply &said = neighbours.first().said;
        QCOMPARE(said.kind, DiscoveryKind::Server);
        QCOMPARE(said.name, u"Café du coin"_s);
        QCOMPARE(said.port, server.port());
        QCOMPARE(said.pin, server.link().pin);
        QCOMPARE(said.id.size(), 16);
        QCOMPARE(said.online, 0u);
        QCOMPARE(said.flags, discovery::OpenRegistration);
        QVERIFY(server.stop());
    }

    void whatIsFoundCanBeJoined()
    {
        ServerProcess server;
        listenEverywhere(server);
        QVERIFY(server.start());
        const QList<Neighbour> neighbours = found(discoveryPort(server));
        QCOMPARE(neighbours.size(), 1);
        const JoinLink link{ neighbours.first().addresses.first().toString(), neighbours.first().said.port,
            neighbours.first().said.pin, {}, false };
        TestClient client;
        QVERIFY(client.join(link, u"marie"_s));
        QVERIFY(client.send(client.firstRoom(), u"trouvé"_s));
        // The hint follows, a person with two devices counts once.
        TestClient second;
        QVERIFY(second.join(link, u"nour"_s));
        QTRY_COMPARE_WITH_TIMEOUT(found(discoveryPort(server)).value(0).said.online, 2u, 15'000);
        second.connection().abort();
        QTRY_COMPARE_WITH_TIMEOUT(found(discoveryPort(server)).value(0).said.online, 1u, 15'000);
        QVERIFY(server.stop());
    }

    void aServerOnLoopbackOnlyIsSilent()
    {
        ServerProcess server;
        server.environment.insert(u"SALON_DISCOVERY_PORT"_s, u"0"_s);
        QVERIFY(server.start());
        QCOMPARE(server.ready("discovery"), QStringList());
        QVERIFY(server.stop());
    }

    void theSettingStopsIt()
    {
        ServerProcess server;
        listenEverywhere(server);
        server.environment.insert(u"SALON_DISCOVERY"_s, u"false"_s);
        QVERIFY(server.start());
        QCOMPARE(server.ready("discovery"), QStringList());
        QVERIFY(server.stop());
    }

    void aPortInUseDoesNotKeepTheServerFromStarting()
    {
        QUdpSocket other4;
        QVERIFY(other4.bind(QHostAddress(QHostAddress::AnyIPv4), 0, QAbstractSocket::DontShareAddress));
        QUdpSocket other6;
        QVERIFY(
            other6.bind(QHostAddress(QHostAddress::AnyIPv6), other4.localPort(), QAbstractSocket::DontShareAddress));
        ServerProcess server;
        listenEverywhere(server);
        server.environment.insert(u"SALON_DISCOVERY_PORT"_s, QString::number(other4.localPort()));
        QVERIFY(server.start());
        QVERIFY(server.waitForOutput("in use by another program"));
        QVERIFY(server.stop());
    }

    void netcatGetsALine()
    {
        ServerProcess server;
        listenEverywhere(server);
        QVERIFY(server.start());
        QUdpSocket netcat;
        QVERIFY(netcat.bind(QHostAddress(QHostAddress::LocalHost), 0));
        netcat.writeDatagram("bonjour\n", QHostAddress(QHostAddress::LocalHost), discoveryPort(server));
        QTRY_VERIFY(netcat.hasPendingDatagrams());
        QByteArray line(512, '\0');
        line.truncate(netcat.readDatagram(line.data(), line.size()));
        QCOMPARE(line, QStringLiteral("SLN! Café du coin 127.0.0.1:%1\n").arg(server.port()).toUtf8());
        QVERIFY(server.stop());
    }

    void aFloodLeavesTheServerQuick()
    {
        ServerProcess server;
        listenEverywhere(server);
        QVERIFY(server.start());
        TestClient client;
        QVERIFY(client.join(server.link(), u"marie"_s));
        QUdpSocket flood;
        const QByteArray request = encodeDiscoveryRequest({ QByteArray(8, 'n'), discovery::RequestBytes });
        for (int i = 0; i < 20'000; ++i) {
            flood.writeDatagram(request, QHostAddress(QHostAddress::LocalHost), discoveryPort(server));
            if (i % 2'000 == 0)
                QVERIFY(client.send(client.firstRoom(), u"still here"_s));
        }
        int answers = 0;
        while (flood.hasPendingDatagrams()) {
            flood.readDatagram(nullptr, 0);
            ++answers;
        }
        QVERIFY2(answers <= 100, qPrintable(QString::number(answers)));
        QVERIFY(server.stop());
    }

    void theConsolePrintsLinesForPrograms()
    {
        ServerProcess server;
        listenEverywhere(server);
        QVERIFY(server.start());
        const ConsoleRun run = discover(discoveryPort(server), u"en"_s);
        QCOMPARE(run.code, 0);
        const QStringList cells = run.out.trimmed().split(u'\t');
        QCOMPARE(cells.size(), 5);
        QCOMPARE(cells[0], u"server"_s);
        QVERIFY(cells[1].endsWith(u':' + QString::number(server.port())));
        QCOMPARE(cells[2], u"0"_s);
        QCOMPARE(cells[3], pinText(server.link().pin));
        QCOMPARE(cells[4], u"Café du coin"_s);
        QVERIFY(server.stop());
    }

    void theConsoleSaysThatNobodyAnswered()
    {
        QUdpSocket silent;
        QVERIFY(silent.bind(QHostAddress(QHostAddress::AnyIPv4), 0));
        const ConsoleRun english = discover(silent.localPort(), u"en"_s);
        QCOMPARE(english.code, 2);
        QCOMPARE(english.out, QString());
        QCOMPARE(english.err, u"Nobody answered on this network.\n"_s);
        const ConsoleRun french = discover(silent.localPort(), u"fr"_s);
        QCOMPARE(french.code, 2);
        QCOMPARE(french.err, u"Personne n’a répondu sur ce réseau.\n"_s);
    }
};

QTEST_GUILESS_MAIN(TestDiscoveryServer)
#include "tst_discovery_server.moc"
