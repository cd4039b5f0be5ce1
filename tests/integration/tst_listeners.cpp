// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/server_process.h"
#include "tests/support/test_client.h"

#include <QFileInfo>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

/// Where the server can be reached.
class TestListeners : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void severalAtOnce();
    void unixSocket();
    void ipv6();
    void hostName();
    void everyAddress();
    void plainAndTlsDoNotMix();
    void wrongPinIsAHardStop();
    void keyStaysTheSameAcrossRestarts();
    void publicAddressGoesIntoLinks();
    void ownCertificate();
    void oneWorkerAndQtsOwnLoop();
    void everybodyIsInTheSameRooms();
};

namespace {

bool talks(const JoinLink &link, const QString &login)
{
    TestClient client;
    return client.join(link, login) && client.send(client.firstRoom(), u"hello from "_s + login);
}

JoinLink linkTo(const QString &listener, const QByteArray &pin)
{
    if (listener.startsWith("unix:"_L1))
        return JoinLink{ listener, 0, {}, {}, false };
    const bool plain = listener.startsWith("plain+"_L1);
    JoinLink link = JoinLink::parse(plain ? listener.mid(6) : listener).value_or(JoinLink{});
    link.plain = plain;
    link.pin = plain ? QByteArray() : pin;
    return link;
}

} // namespace

void TestListeners::severalAtOnce()
{
    ServerProcess server;
    server.makeLenient();
    server.arguments
        = { u"--listen"_s, u"127.0.0.1:0"_s, u"--listen"_s, u"127.0.0.1:0"_s, u"--listen-plain"_s, u"127.0.0.1:0"_s };
    QVERIFY(server.start());
    const auto listeners = server.ready("listen");
    QCOMPARE(listeners.size(), 3);
    for (qsizetype i = 0; i < listeners.size(); ++i)
        QVERIFY2(talks(linkTo(listeners.at(i), server.link().pin), u"person%1"_s.arg(i)), qPrintable(listeners.at(i)));
    QVERIFY(server.stop());
}

void TestListeners::unixSocket()
{
    ServerProcess server;
    server.makeLenient();
    const QString path = server.folder() + u"/salon.sock"_s;
    server.arguments = { u"--listen"_s, u"unix:"_s + path };
    QVERIFY(server.start());
    const auto others
        = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    QVERIFY2(!(QFileInfo(path).permissions() & others), "only the server's own user may connect");
    QVERIFY(talks(linkTo(u"unix:"_s + path, {}), u"marie"_s));
    QVERIFY(server.waitForOutput("Connection received from unix"));
    server.kill();
    QVERIFY2(server.start(), "the socket of a killed server is replaced");
    QVERIFY(talks(linkTo(u"unix:"_s + path, {}), u"paul"_s));
    QVERIFY(server.stop());
    QVERIFY2(!QFileInfo::exists(path), "and removed at the end");
}

void TestListeners::ipv6()
{
    ServerProcess server;
    server.makeLenient();
    server.arguments = { u"--listen"_s, u"[::1]:0"_s };
    QVERIFY(server.start());
    QCOMPARE(server.link().host, u"::1"_s);
    QVERIFY(talks(server.link(), u"marie"_s));
    QVERIFY(server.waitForOutput("Connection received from [::1]:"));
    QVERIFY(server.stop());
}

void TestListeners::hostName()
{
    ServerProcess server;
    server.makeLenient();
    server.arguments = { u"--listen"_s, u"localhost:0"_s };
    QVERIFY(server.start());
    JoinLink link = server.link();
    link.host = u"localhost"_s;
    QVERIFY(talks(link, u"marie"_s));
    QVERIFY(server.stop());
}

void TestListeners::everyAddress()
{
    ServerProcess server;
    server.makeLenient();
    server.arguments = { u"--listen"_s, u"*:0"_s };
    QVERIFY(server.start());
    QVERIFY(server.port() > 0);
    int person = 0;
    for (const QString &host : { u"127.0.0.1"_s, u"::1"_s }) {
        JoinLink link = server.link();
        link.host = host;
        QVERIFY2(talks(link, u"person%1"_s.arg(++person)), qPrintable(host));
    }
    QVERIFY2(server.link().host != u"*"_s, "the link must name an address");
    QVERIFY(server.stop());
}

void TestListeners::plainAndTlsDoNotMix()
{
    ServerProcess server;
    server.makeLenient();
    server.arguments = { u"--listen"_s, u"127.0.0.1:0"_s, u"--listen-plain"_s, u"127.0.0.1:0"_s };
    QVERIFY(server.start());
    JoinLink plainOnTls = server.link();
    plainOnTls.plain = true;
    TestClient one;
    QVERIFY(!one.open(plainOnTls));
    JoinLink tlsOnPlain = server.plainLink();
    tlsOnPlain.plain = false;
    TestClient other;
    QVERIFY(!other.open(tlsOnPlain));
    QVERIFY(talks(server.link(), u"marie"_s));
}

void TestListeners::wrongPinIsAHardStop()
{
    ServerProcess server;
    server.makeLenient();
    QVERIFY(server.start());
    JoinLink link = server.link();
    link.pin = QByteArray(32, 'x');
    TestClient client;
    const auto connected = client.connectOnly(link);
    QVERIFY(!connected);
    QCOMPARE(connected.error().code, ErrorCode::ServerKeyChanged);
}

void TestListeners::keyStaysTheSameAcrossRestarts()
{
    ServerProcess server;
    QVERIFY(server.start());
    const QByteArray pin = server.link().pin;
    QVERIFY(server.stop());
    QVERIFY(server.start());
    QCOMPARE(server.link().pin, pin);
    const QFileInfo key(server.dataFolder() + u"/server-key.pem"_s);
    QVERIFY(key.exists());
    QVERIFY(!(key.permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther)));
}

void TestListeners::publicAddressGoesIntoLinks()
{
    ServerProcess server;
    server.arguments = { u"--public-address"_s, u"chat.example.org:443"_s };
    QVERIFY(server.start());
    QCOMPARE(server.link().host, u"chat.example.org"_s);
    QCOMPARE(server.link().port, quint16(443));
}

void TestListeners::ownCertificate()
{
    ServerProcess maker;
    QVERIFY(maker.start());
    const QByteArray pin = maker.link().pin;
    QVERIFY(maker.stop());
    ServerProcess server;
    server.makeLenient();
    server.environment.insert(u"SALON_TLS_CERTIFICATE"_s, maker.dataFolder() + u"/server-cert.pem"_s);
    server.environment.insert(u"SALON_TLS_KEY"_s, maker.dataFolder() + u"/server-key.pem"_s);
    QVERIFY(server.start());
    QCOMPARE(server.link().pin, pin);
    QVERIFY(talks(server.link(), u"marie"_s));
    QVERIFY(!QFileInfo::exists(server.dataFolder() + u"/server-key.pem"_s));
}

void TestListeners::oneWorkerAndQtsOwnLoop()
{
    ServerProcess server;
    server.makeLenient();
    server.arguments = { u"--workers"_s, u"1"_s };
    server.environment.insert(u"SALON_LOOP"_s, u"qt"_s);
    QVERIFY(server.start());
    QVERIFY(talks(server.link(), u"marie"_s));
    QVERIFY(server.stop());
}

void TestListeners::everybodyIsInTheSameRooms()
{
    ServerProcess server;
    server.makeLenient();
    server.arguments = { u"--listen"_s, u"127.0.0.1:0"_s, u"--listen"_s, u"[::1]:0"_s, u"--listen-plain"_s,
        u"127.0.0.1:0"_s, u"--listen"_s, u"unix:"_s + server.folder() + u"/salon.sock"_s };
    QVERIFY(server.start());
    std::vector<std::unique_ptr<TestClient>> clients;
    for (const QString &listener : server.ready("listen")) {
        clients.push_back(std::make_unique<TestClient>());
        QVERIFY2(clients.back()->join(linkTo(listener, server.link().pin), u"person%1"_s.arg(clients.size())),
            qPrintable(listener));
    }
    for (const auto &client : clients)
        client->forgetPushes();
    const RoomId room = clients.front()->firstRoom();
    QStringList texts;
    for (const auto &client : clients) {
        texts.append(u"from %1"_s.arg(client->self().login));
        QVERIFY(client->send(room, texts.last()));
    }
    for (const auto &client : clients)
        QTRY_COMPARE(client->pushedTexts(room), texts);
}

QTEST_GUILESS_MAIN(TestListeners)
#include "tst_listeners.moc"
