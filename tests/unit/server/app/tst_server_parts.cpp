// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/app/data_folder.h"
#include "server/app/gateways.h"
#include "server/app/reachable_address.h"
#include "server/app/settings.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::server;

class TestServerParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dataFolderIsMadeForItsOwnerOnly();
    void dataFolderThatIsAFileIsRefused();
    void stateDirectoryWins();
    void linkOfAListener_data();
    void linkOfAListener();
    void linkOfEveryAddressNamesAnAddress();
    void badPublicAddressIsRefused_data();
    void badPublicAddressIsRefused();
    void settingsOfTheDefaultsAreTheDocumentedOnes();
    void gatewaysListenOnThisMachineUnlessToldOtherwise_data();
    void gatewaysListenOnThisMachineUnlessToldOtherwise();
};

void TestServerParts::dataFolderIsMadeForItsOwnerOnly()
{
#ifdef Q_OS_WIN
    QSKIP("Windows has access lists: tst_private_file");
#endif
    const QTemporaryDir folder;
    const QString data = folder.filePath(u"a/b/data"_s);
    QVERIFY(prepareDataFolder(data));
    QVERIFY(prepareDataFolder(data));
    const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup
        | QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther;
    QVERIFY(!(QFileInfo(data).permissions() & others));
}

void TestServerParts::dataFolderThatIsAFileIsRefused()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto prepared = prepareDataFolder(file.fileName());
    QVERIFY(!prepared);
    QCOMPARE(prepared.error().code, ErrorCode::CannotOpenFile);
    QVERIFY(!prepareDataFolder(file.fileName() + u"/below"_s));
}

void TestServerParts::stateDirectoryWins()
{
    qputenv("STATE_DIRECTORY", QByteArray("/var/lib/salon") + QDir::listSeparator().toLatin1() + "/var/lib/other");
    QCOMPARE(defaultDataFolder(), u"/var/lib/salon"_s);
    qunsetenv("STATE_DIRECTORY");
#ifdef Q_OS_LINUX
    qputenv("XDG_DATA_HOME", "/home/marie/data");
    QCOMPARE(defaultDataFolder(), u"/home/marie/data/salon-server"_s);
    qunsetenv("XDG_DATA_HOME");
#else
    QVERIFY(defaultDataFolder().endsWith("/salon-server"_L1));
#endif
}

void TestServerParts::linkOfAListener_data()
{
    QTest::addColumn<QString>("listener");
    QTest::addColumn<QString>("publicAddress");
    QTest::addColumn<QString>("host");
    QTest::addColumn<quint16>("port");
    QTest::newRow("loopback") << u"127.0.0.1:7256"_s << QString() << u"127.0.0.1"_s << quint16(7256);
    QTest::newRow("IPv6 loopback") << u"[::1]:7256"_s << QString() << u"::1"_s << quint16(7256);
    QTest::newRow("one address") << u"192.168.1.5:1"_s << QString() << u"192.168.1.5"_s << quint16(1);
    QTest::newRow("public name") << u"*:7256"_s << u"chat.example.org"_s << u"chat.example.org"_s << quint16(7256);
    QTest::newRow("public port") << u"*:7256"_s << u"chat.example.org:443"_s << u"chat.example.org"_s << quint16(443);
    QTest::newRow("public IPv6") << u"*:7256"_s << u"[2001:db8::1]:80"_s << u"2001:db8::1"_s << quint16(80);
}

void TestServerParts::linkOfAListener()
{
    QFETCH(QString, listener);
    QFETCH(QString, publicAddress);
    QFETCH(QString, host);
    QFETCH(quint16, port);
    const QByteArray pin(32, 'p');
    const auto link = joinLinkOf(*ListenerAddress::parse(listener), pin, publicAddress);
    QVERIFY(link);
    QCOMPARE(link->host, host);
    QCOMPARE(link->port, port);
    QCOMPARE(link->pin, pin);
    QCOMPARE(*JoinLink::parse(link->toString()), *link);
}

void TestServerParts::linkOfEveryAddressNamesAnAddress()
{
    const auto link = joinLinkOf(*ListenerAddress::parse(u"*:7256"_s), QByteArray(32, 'p'), {});
    QVERIFY(link);
    QVERIFY(!link->host.isEmpty());
    QVERIFY(link->host != u"*"_s);
}

void TestServerParts::badPublicAddressIsRefused_data()
{
    QTest::addColumn<QString>("address");
    QTest::newRow("blank") << u"a b"_s;
    QTest::newRow("every") << u"*:1"_s;
    QTest::newRow("unix") << u"unix:/x"_s;
    QTest::newRow("port") << u"host:99999"_s;
}

void TestServerParts::badPublicAddressIsRefused()
{
    QFETCH(QString, address);
    QVERIFY(!joinLinkOf(*ListenerAddress::parse(u"*:7256"_s), {}, address));
}

void TestServerParts::settingsOfTheDefaultsAreTheDocumentedOnes()
{
    const NetSettings net = netSettings(Config(), 500);
    const NetSettings plain;
    QCOMPARE(net.admission.perPrefix, plain.admission.perPrefix);
    QCOMPARE(net.admission.newPerMinute, plain.admission.newPerMinute);
    QCOMPARE(net.admission.unauthenticated, plain.admission.unauthenticated);
    QCOMPARE(net.admission.total, 500);
    QCOMPARE(net.rules.softQueueBytes, plain.rules.softQueueBytes);
    QCOMPARE(net.rules.hardQueueBytes, plain.rules.hardQueueBytes);
    QCOMPARE(net.rules.stalledMs, plain.rules.stalledMs);
    QCOMPARE(net.rules.loginMs, plain.rules.loginMs);
    QCOMPARE(net.rules.undelivered, plain.rules.undelivered);
    QCOMPARE(net.rules.frames.burst, plain.rules.frames.burst);
    QCOMPARE(net.rules.frames.perSecond, plain.rules.frames.perSecond);
    QCOMPARE(net.rules.heartbeat.pingAfterMs, plain.rules.heartbeat.pingAfterMs);
    QCOMPARE(net.rules.heartbeat.dropAfterMs, plain.rules.heartbeat.dropAfterMs);

    const ServerSettings server = serverSettings(Config(), {});
    const ServerSettings documented;
    QCOMPARE(server.messages.burst, documented.messages.burst);
    QCOMPARE(server.messages.perSecond, documented.messages.perSecond);
    QCOMPARE(server.commands.burst, documented.commands.burst);
    QCOMPARE(server.registrations.burst, documented.registrations.burst);
    QCOMPARE(server.freeLoginAttempts, documented.freeLoginAttempts);
    QCOMPARE(server.accountFailuresPerHour, documented.accountFailuresPerHour);
    QCOMPARE(server.addressFailures, documented.addressFailures);
    QCOMPARE(server.devicesPerAccount, documented.devicesPerAccount);
    QCOMPARE(server.roomsPerAccount, documented.roomsPerAccount);
    QCOMPARE(server.roomsCreatedPerDay, documented.roomsCreatedPerDay);
    QCOMPARE(server.directRoomsOpenedPerDay, documented.directRoomsOpenedPerDay);
    QCOMPARE(server.membersPerRoom, documented.membersPerRoom);
    QCOMPARE(server.invitationSeconds, documented.invitationSeconds);
    QCOMPARE(server.registration, documented.registration);
}

void TestServerParts::gatewaysListenOnThisMachineUnlessToldOtherwise_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<bool>("loopback");
    QTest::newRow("port") << u"4711"_s << u"127.0.0.1:4711"_s << true;
    QTest::newRow("colon-port") << u" :4711"_s << u"127.0.0.1:4711"_s << true;
    QTest::newRow("address") << u"192.0.2.7"_s << u"192.0.2.7:7257"_s << false;
    QTest::newRow("address-port") << u"192.0.2.7:1"_s << u"192.0.2.7:1"_s << false;
    QTest::newRow("ipv6") << u"::1"_s << u"[::1]:7257"_s << true;
    QTest::newRow("ipv6-port") << u"[::1]:9"_s << u"[::1]:9"_s << true;
    QTest::newRow("every") << u"*:4711"_s << u"*:4711"_s << false;
#ifdef Q_OS_WIN
    QTest::newRow("no local sockets") << u"unix:/run/salon-text"_s << QString() << false;
#else
    QTest::newRow("unix") << u"unix:/run/salon-text"_s << u"unix:/run/salon-text"_s << true;
#endif
    QTest::newRow("too-high") << u"70000"_s << QString() << false;
    QTest::newRow("words") << u"not an address"_s << QString() << false;
}

void TestServerParts::gatewaysListenOnThisMachineUnlessToldOtherwise()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QFETCH(bool, loopback);
    const auto endpoint = gatewayEndpoint(text, 7257);
    QCOMPARE(endpoint.has_value(), !expected.isEmpty());
    if (!endpoint)
        return;
    QCOMPARE(endpoint->toString(), expected);
    QCOMPARE(endpoint->isLoopback(), loopback);
}

QTEST_GUILESS_MAIN(TestServerParts)
#include "tst_server_parts.moc"
