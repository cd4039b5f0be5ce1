// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/transport/listen_socket.h"
#include "shared/transport/peer_address.h"
#include "shared/transport/peer_credentials.h"

#include <QDir>
#include <QFileInfo>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <vector>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;
using namespace salon;

class TestListenSocket : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void portZeroPicksOne();
    void handsDescriptorsOver();
    void everyAddressIsIpv4AndIpv6();
    void aNameListensOnAllItsAddresses();
    void aPortInUseSaysSo();
    void aForeignAddressSaysSo();
    void unknownServicesAndNamesSaySo();
    void pausedListenersLeaveConnectionsInTheBacklog();
    void aFullDescriptorTableDoesNotSpinOrStopForGood();
    void localSocketsAreForTheOwner_data();
    void localSocketsAreForTheOwner();
    void localSocketsHandDescriptorsOver();
    void aListenerMayBeClosedByWhoGetsADescriptor_data();
    void aListenerMayBeClosedByWhoGetsADescriptor();
    void aLocalListenerThatBreaksDoesNotSpin();
    void localSocketsLeftBehindAreReplaced();
    void localSocketsInUseAreNotReplaced();
    void otherFilesAreNotReplaced();
    void localSocketsAreRemovedAtTheEnd();
    void pathsThatAreTooLongSaySo();
};

void TestListenSocket::portZeroPicksOne()
{
    ListenSocket listener;
    QVERIFY(!listener.isListening());
    QVERIFY(listener.listen(Endpoint::tcp(u"127.0.0.1"_s, 0)));
    QVERIFY(listener.isListening());
    QVERIFY(listener.endpoint().port > 0);
    QCOMPARE(listener.endpoint().host, u"127.0.0.1"_s);
    listener.close();
    QVERIFY(!listener.isListening());
}

void TestListenSocket::handsDescriptorsOver()
{
    ListenSocket listener;
    QList<qintptr> descriptors;
    connect(&listener, &ListenSocket::descriptorReady, this, [&](qintptr descriptor) { descriptors += descriptor; });
    QVERIFY(listener.listen(Endpoint::tcp(u"127.0.0.1"_s, 0)));
    QTcpSocket client;
    client.connectToHost(u"127.0.0.1"_s, listener.endpoint().port);
    QTRY_COMPARE(descriptors.size(), 1);
    const auto peer = peerOfDescriptor(descriptors.first());
    QVERIFY(peer);
    QCOMPARE(peer->text, u"127.0.0.1:%1"_s.arg(client.localPort()));
    QVERIFY(!peerCredentials(descriptors.first()));
    closeDescriptor(descriptors.first());
    QTRY_COMPARE(client.state(), QAbstractSocket::UnconnectedState);
}

void TestListenSocket::everyAddressIsIpv4AndIpv6()
{
    ListenSocket listener;
    QStringList peers;
    connect(&listener, &ListenSocket::descriptorReady, this, [&](qintptr descriptor) {
        peers += peerOfDescriptor(descriptor)->text;
        closeDescriptor(descriptor);
    });
    QVERIFY(listener.listen(Endpoint::parse(u"*:0"_s).value()));
    QTcpSocket four;
    four.connectToHost(u"127.0.0.1"_s, listener.endpoint().port);
    QTRY_COMPARE(peers.size(), 1);
    QVERIFY(peers.first().startsWith(u"127.0.0.1:"_s));
    QTcpServer probe;
    if (!probe.listen(QHostAddress(QHostAddress::LocalHostIPv6)))
        QSKIP("this machine has no IPv6");
    QTcpSocket six;
    six.connectToHost(u"::1"_s, listener.endpoint().port);
    QTRY_COMPARE(peers.size(), 2);
    QVERIFY(peers.last().startsWith(u"[::1]:"_s));
}

void TestListenSocket::aNameListensOnAllItsAddresses()
{
    ListenSocket listener;
    int accepted = 0;
    connect(&listener, &ListenSocket::descriptorReady, this, [&](qintptr descriptor) {
        ++accepted;
        closeDescriptor(descriptor);
    });
    QVERIFY(listener.listen(Endpoint::tcp(u"localhost"_s, 0)));
    const auto addresses = resolveAddresses(Endpoint::tcp(u"localhost"_s, 0));
    for (const QHostAddress &address : *addresses) {
        const int before = accepted;
        QTcpSocket client;
        client.connectToHost(address, listener.endpoint().port);
        QTRY_COMPARE(accepted, before + 1);
    }
}

void TestListenSocket::aPortInUseSaysSo()
{
    ListenSocket first;
    QVERIFY(first.listen(Endpoint::tcp(u"127.0.0.1"_s, 0)));
    ListenSocket second;
    const auto result = second.listen(first.endpoint());
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::AddressInUse);
    QCOMPARE(result.error().params, QStringList{ first.endpoint().toString() });
    QVERIFY(!second.isListening());
}

void TestListenSocket::aForeignAddressSaysSo()
{
    ListenSocket listener;
    const auto result = listener.listen(Endpoint::tcp(u"192.0.2.1"_s, 0));
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::InvalidAddress);
}

void TestListenSocket::unknownServicesAndNamesSaySo()
{
    ListenSocket listener;
    QCOMPARE(listener.listen(Endpoint::parse(u"127.0.0.1:no-such-service"_s).value()).error().code,
        ErrorCode::InvalidAddress);
    QCOMPARE(listener.listen(Endpoint::tcp(u"does-not-exist.invalid"_s, 0)).error().code, ErrorCode::HostNotFound);
}

void TestListenSocket::pausedListenersLeaveConnectionsInTheBacklog()
{
    ListenSocket listener;
    int accepted = 0;
    connect(&listener, &ListenSocket::descriptorReady, this, [&](qintptr descriptor) {
        ++accepted;
        closeDescriptor(descriptor);
    });
    QVERIFY(listener.listen(Endpoint::tcp(u"127.0.0.1"_s, 0)));
    listener.setPaused(true);
    QTcpSocket client;
    client.connectToHost(u"127.0.0.1"_s, listener.endpoint().port);
    QTRY_COMPARE(client.state(), QAbstractSocket::ConnectedState);
    for (int i = 0; i < 20; ++i)
        QCoreApplication::processEvents();
    QCOMPARE(accepted, 0);
    listener.setPaused(false);
    QTRY_COMPARE(accepted, 1);
}

void TestListenSocket::aFullDescriptorTableDoesNotSpinOrStopForGood()
{
#if defined(__SANITIZE_ADDRESS__)
    QSKIP("sanitizers need descriptors themselves");
#elif defined(Q_OS_UNIX)
    QTemporaryDir dir;
    for (const Endpoint &endpoint : { Endpoint::tcp(u"127.0.0.1"_s, 0), Endpoint::local(dir.filePath(u"s"_s)) }) {
        ListenSocket listener;
        int accepted = 0;
        connect(&listener, &ListenSocket::descriptorReady, this, [&](qintptr descriptor) {
            ++accepted;
            closeDescriptor(descriptor);
        });
        QSignalSpy failed(&listener, &ListenSocket::acceptFailed);
        QVERIFY(listener.listen(endpoint));
        // Connected while there are descriptors, accepted when there are none.
        listener.setPaused(true);
        QTcpSocket tcp;
        QLocalSocket local;
        if (endpoint.kind == Endpoint::Kind::Tcp) {
            tcp.connectToHost(u"127.0.0.1"_s, listener.endpoint().port);
            QTRY_COMPARE(tcp.state(), QAbstractSocket::ConnectedState);
        } else {
            local.connectToServer(endpoint.path);
            QTRY_COMPARE(local.state(), QLocalSocket::ConnectedState);
        }
        rlimit before{};
        QCOMPARE(getrlimit(RLIMIT_NOFILE, &before), 0);
        const int highest = fcntl(0, F_DUPFD, 0);
        rlimit tight = before;
        tight.rlim_cur = rlim_t(highest);
        close(highest);
        QCOMPARE(setrlimit(RLIMIT_NOFILE, &tight), 0);
        listener.setPaused(false);
        const bool noticed = QTest::qWaitFor([&] { return failed.size() == 1; });
        for (int i = 0; i < 50; ++i)
            QCoreApplication::processEvents();
        QCOMPARE(setrlimit(RLIMIT_NOFILE, &before), 0);
        QVERIFY(noticed);
        QCOMPARE(failed.size(), 1);
        QCOMPARE(accepted, 0);
        QTRY_COMPARE(accepted, 1);
    }
#else
    QSKIP("limits of descriptors are set otherwise here");
#endif
}

void TestListenSocket::localSocketsAreForTheOwner_data()
{
    QTest::addColumn<bool>("group");
    QTest::newRow("owner only") << false;
    QTest::newRow("owner and group") << true;
}

void TestListenSocket::localSocketsAreForTheOwner()
{
#ifdef Q_OS_WIN
    QSKIP("local sockets are pipes here, and no files");
#endif
    QFETCH(bool, group);
    QTemporaryDir dir;
    ListenSocket listener;
    QVERIFY(listener.listen(Endpoint::local(dir.filePath(u"s"_s)), { .groupMayConnect = group }));
    const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
        | QFile::WriteOther | QFile::ExeOther;
    const QFile::Permissions expected = group ? QFile::ReadGroup | QFile::WriteGroup : QFile::Permissions();
    QCOMPARE(QFileInfo(dir.filePath(u"s"_s)).permissions() & others, expected);
}

void TestListenSocket::localSocketsHandDescriptorsOver()
{
    QTemporaryDir dir;
    ListenSocket listener;
    qintptr descriptor = -1;
    connect(&listener, &ListenSocket::descriptorReady, this, [&](qintptr ready) { descriptor = ready; });
    QVERIFY(listener.listen(Endpoint::local(dir.filePath(u"s"_s))));
    QLocalSocket client;
    client.connectToServer(dir.filePath(u"s"_s));
    QTRY_VERIFY(descriptor >= 0);
    QCOMPARE(peerOfDescriptor(descriptor)->text, u"unix"_s);
#ifdef Q_OS_LINUX
    const auto peer = peerCredentials(descriptor);
    QVERIFY(peer);
    QCOMPARE(peer->processId, QCoreApplication::applicationPid());
    QVERIFY(isOwnUser(*peer));
    QVERIFY(!isOwnUser({ peer->userId + 1, 0, 0 }));
#endif
    closeDescriptor(descriptor);
}

void TestListenSocket::aListenerMayBeClosedByWhoGetsADescriptor_data()
{
    QTest::addColumn<bool>("isLocal");
    QTest::newRow("tcp") << false;
    QTest::newRow("local") << true;
}

void TestListenSocket::aListenerMayBeClosedByWhoGetsADescriptor()
{
    QFETCH(bool, isLocal);
    QTemporaryDir dir;
    ListenSocket listener;
    int accepted = 0;
    connect(&listener, &ListenSocket::descriptorReady, this, [&](qintptr descriptor) {
        ++accepted;
        closeDescriptor(descriptor);
        listener.close();
    });
    QVERIFY(listener.listen(isLocal ? Endpoint::local(dir.filePath(u"s"_s)) : Endpoint::tcp(u"127.0.0.1"_s, 0)));
    listener.setPaused(true);
    std::vector<std::unique_ptr<QIODevice>> clients; // two, so that there is one more to accept after closing
    for (int i = 0; i < 2; ++i) {
        if (isLocal) {
            auto client = std::make_unique<QLocalSocket>();
            client->connectToServer(listener.endpoint().path);
            QTRY_COMPARE(client->state(), QLocalSocket::ConnectedState);
            clients.push_back(std::move(client));
        } else {
            auto client = std::make_unique<QTcpSocket>();
            client->connectToHost(u"127.0.0.1"_s, listener.endpoint().port);
            QTRY_COMPARE(client->state(), QAbstractSocket::ConnectedState);
            clients.push_back(std::move(client));
        }
    }
    listener.setPaused(false);
    QTRY_COMPARE(accepted, 1);
    QCoreApplication::processEvents();
    QCOMPARE(accepted, 1);
    QVERIFY(!listener.isListening());
}

#ifdef Q_OS_LINUX
/// The descriptor that listens at `path`, -1 if there is none.
static int listeningDescriptor(const QByteArray &path)
{
    for (int fd = 3; fd < 256; ++fd) {
        sockaddr_un address{};
        socklen_t length = sizeof(address);
        int listens = 0;
        socklen_t size = sizeof(listens);
        if (getsockname(fd, reinterpret_cast<sockaddr *>(&address), &length) == 0 && address.sun_family == AF_UNIX
            && path == address.sun_path && getsockopt(fd, SOL_SOCKET, SO_ACCEPTCONN, &listens, &size) == 0 && listens)
            return fd;
    }
    return -1;
}
#endif

void TestListenSocket::aLocalListenerThatBreaksDoesNotSpin()
{
#ifdef Q_OS_LINUX
    QTemporaryDir dir;
    ListenSocket listener;
    QVERIFY(listener.listen(Endpoint::local(dir.filePath(u"s"_s))));
    QSignalSpy failed(&listener, &ListenSocket::acceptFailed);
    const int descriptor = listeningDescriptor(dir.filePath(u"s"_s).toUtf8());
    QVERIFY(descriptor >= 0);
    // In its place something always readable, on which accept() fails in a way that does not pass.
    int ends[2] = { -1, -1 };
    QCOMPARE(pipe(ends), 0);
    QCOMPARE(write(ends[1], "x", 1), 1);
    QCOMPARE(dup2(ends[0], descriptor), descriptor);
    close(ends[0]);
    QTRY_COMPARE(failed.size(), 1);
    for (int i = 0; i < 50; ++i)
        QCoreApplication::processEvents();
    QCOMPARE(failed.size(), 1);
    close(ends[1]);
#else
    QSKIP("needs to find the listener's descriptor");
#endif
}

void TestListenSocket::localSocketsLeftBehindAreReplaced()
{
#ifdef Q_OS_UNIX
    QTemporaryDir dir;
    const QByteArray path = dir.filePath(u"s"_s).toUtf8();
    const int dead = socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::copy(path.begin(), path.end(), address.sun_path);
    QCOMPARE(bind(dead, reinterpret_cast<sockaddr *>(&address), sizeof(address)), 0);
    close(dead);
    ListenSocket listener;
    QVERIFY(listener.listen(Endpoint::local(dir.filePath(u"s"_s))));
#endif
}

void TestListenSocket::localSocketsInUseAreNotReplaced()
{
    QTemporaryDir dir;
    ListenSocket first;
    QVERIFY(first.listen(Endpoint::local(dir.filePath(u"s"_s))));
    {
        ListenSocket second;
        const auto result = second.listen(Endpoint::local(dir.filePath(u"s"_s)));
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::AddressInUse);
    }
    QLocalSocket client;
    client.connectToServer(dir.filePath(u"s"_s));
    QTRY_COMPARE(client.state(), QLocalSocket::ConnectedState);
}

void TestListenSocket::otherFilesAreNotReplaced()
{
#ifdef Q_OS_WIN
    QSKIP("local sockets are pipes here, and no files");
#endif
    QTemporaryDir dir;
    QFile file(dir.filePath(u"precious"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    ListenSocket listener;
    const auto result = listener.listen(Endpoint::local(file.fileName()));
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::AddressInUse);
    QVERIFY(file.exists());
}

void TestListenSocket::localSocketsAreRemovedAtTheEnd()
{
    QTemporaryDir dir;
    {
        ListenSocket listener;
        QVERIFY(listener.listen(Endpoint::local(dir.filePath(u"s"_s))));
    }
    QVERIFY(QDir(dir.path()).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot).isEmpty());
}

void TestListenSocket::pathsThatAreTooLongSaySo()
{
    QTemporaryDir dir;
    ListenSocket listener;
    const auto result = listener.listen(Endpoint::local(dir.filePath(QString(300, u'x'))));
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::InvalidAddress);
}

QTEST_GUILESS_MAIN(TestListenSocket)
#include "tst_listen_socket.moc"
