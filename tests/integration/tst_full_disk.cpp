// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/server_process.h"
#include "tests/support/test_client.h"

#include <QFile>
#include <QProcess>
#include <QTest>

#include <functional>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

/// guarantees G8: with storage full, sends are refused for now, reading goes on, nothing acknowledged is lost, and the
/// server recovers by itself where it can.
class TestFullDisk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void databaseAtItsLimitRefusesForNow();
    void writeErrorStopsTheServerAndLosesNothing();
    void fullDiskRefusesForNowAndHeals();
    void fullFileSystemRefusesForNowAndHeals();

private:
    using Disk = std::function<bool()>;
    /// The same three times: somebody takes the room, somebody gives it back.
    void verifyHeals(ServerProcess &server, const Disk &takeAllRoom, const Disk &giveRoomBack);
    /// Sends until the server says that it cannot; the texts that were acknowledged.
    QStringList fill(TestClient &client, Error *refusal);
    void verifyKept(TestClient &reader, RoomId room, const QStringList &acknowledged);
};

QStringList TestFullDisk::fill(TestClient &client, Error *refusal)
{
    QStringList acknowledged;
    const QString filler = (QString(3900, u'x') + u'\n').repeated(3);
    for (int i = 0; i < 2000; ++i) {
        const QString text = u"%1 %2"_s.arg(i).arg(filler);
        const auto sent = client.send(client.firstRoom(), text);
        if (!sent) {
            *refusal = sent.error();
            return acknowledged;
        }
        acknowledged.append(text);
    }
    return acknowledged;
}

void TestFullDisk::verifyKept(TestClient &reader, RoomId room, const QStringList &acknowledged)
{
    const auto log = reader.readAll(room);
    QVERIFY(log);
    QStringList texts;
    Seq last = 0;
    for (const RoomEvent &event : *log) {
        QCOMPARE(event.seq, last + 1);
        last = event.seq;
        if (event.kind == EventKind::Message)
            texts.append(event.text);
    }
    for (const QString &text : acknowledged)
        QVERIFY2(texts.contains(text), "acknowledged and gone");
}

void TestFullDisk::databaseAtItsLimitRefusesForNow()
{
    ServerProcess server;
    server.makeLenient();
    server.environment.insert(u"SALON_LIMITS_DATABASE_MEGABYTES"_s, u"3"_s);
    QVERIFY(server.start());
    TestClient client;
    TestClient reader;
    QVERIFY(client.join(server.link(), u"marie"_s));
    QVERIFY(reader.join(server.link(), u"paul"_s));
    Error refusal;
    const QStringList acknowledged = fill(client, &refusal);
    QVERIFY(acknowledged.size() > 50);
    QCOMPARE(refusal.code, ErrorCode::StorageFull);
    QVERIFY2(refusal.retryAfterMs.has_value(), "the outbox must keep the text and try again");
    QVERIFY(server.isRunning());
    verifyKept(reader, client.firstRoom(), acknowledged);
    QVERIFY2(server.stop(), server.output().constData());

    // With more room the same device goes on where it was refused.
    server.environment.insert(u"SALON_LIMITS_DATABASE_MEGABYTES"_s, u"100"_s);
    QVERIFY(server.start());
    TestClient again(client.key());
    QVERIFY(again.open(server.link()));
    QVERIFY(again.loginWithKey());
    QVERIFY(again.resume());
    QVERIFY(again.send(client.firstRoom(), u"there is room again"_s));
    verifyKept(again, client.firstRoom(), acknowledged);
    QVERIFY(server.stop());
}

void TestFullDisk::writeErrorStopsTheServerAndLosesNothing()
{
    // No file may grow beyond 3 MiB: to the database this is a disk that fails. Needs no rights.
    ServerProcess server;
    server.makeLenient();
    server.shellPrelude = u"ulimit -S -f 6144"_s;
    QVERIFY(server.start());
    TestClient client;
    QVERIFY(client.join(server.link(), u"marie"_s));
    Error refusal;
    const QStringList acknowledged = fill(client, &refusal);
    QVERIFY(acknowledged.size() > 50);
    QVERIFY2(server.waitForEnd(), "after a failed write nothing of the database can be trusted: stop, say so, restart");
    QVERIFY(server.exitCode() != 0);
    QVERIFY2(server.standardError().contains("salon-server: The data cannot be trusted"), server.output().constData());

    server.shellPrelude.clear();
    QVERIFY(server.start());
    TestClient again(client.key());
    QVERIFY(again.open(server.link()));
    QVERIFY(again.loginWithKey());
    QVERIFY(again.resume());
    verifyKept(again, client.firstRoom(), acknowledged);
    QVERIFY(again.send(client.firstRoom(), u"goes on"_s));
    QVERIFY(server.stop());
}

void TestFullDisk::fullDiskRefusesForNowAndHeals()
{
#ifdef SALON_FULL_DISK
    // The server cannot tell it from a full disk: writes that need room fail with ENOSPC. Needs no rights.
    ServerProcess server;
    server.makeLenient();
    const QString full = server.folder() + u"/full"_s;
    server.environment.insert(u"LD_PRELOAD"_s, QString::fromUtf8(SALON_FULL_DISK));
    server.environment.insert(u"ASAN_OPTIONS"_s, u"verify_asan_link_order=0"_s);
    server.environment.insert(u"SALON_FULL_DISK_FOLDER"_s, server.dataFolder());
    server.environment.insert(u"SALON_FULL_DISK_SWITCH"_s, full);
    QVERIFY(server.start());
    verifyHeals(
        server, [full] { return QFile(full).open(QIODevice::WriteOnly); }, [full] { return QFile::remove(full); });
#else
    QSKIP("needs LD_PRELOAD");
#endif
}

void TestFullDisk::fullFileSystemRefusesForNowAndHeals()
{
    ServerProcess server;
    server.makeLenient();
    server.wrapper = { u"unshare"_s, u"--mount"_s };
    if (::geteuid() != 0)
        server.wrapper.append(u"--map-root-user"_s);
    if (QProcess::execute(server.wrapper.first(), server.wrapper.mid(1) + QStringList{ u"true"_s }) != 0)
        QSKIP("no mount namespaces here; fullDiskRefusesForNowAndHeals covers the rest");
    server.shellPrelude = u"mkdir -p '%1' && mount -t tmpfs -o size=12m,mode=700 tmpfs '%1'"_s.arg(server.dataFolder());
    QVERIFY(server.start());
    // The server's own view of its disk, where somebody else now takes all the room.
    QFile other(u"/proc/%1/root%2/other"_s.arg(server.processId()).arg(server.dataFolder()));
    const auto takeAllRoom = [&other] {
        const bool isOpen = other.open(QIODevice::WriteOnly | QIODevice::Unbuffered);
        while (isOpen && other.write(QByteArray(4096, 'x')) == 4096) {}
        return isOpen;
    };
    verifyHeals(server, takeAllRoom, [&other] { return other.remove(); });
}

void TestFullDisk::verifyHeals(ServerProcess &server, const Disk &takeAllRoom, const Disk &giveRoomBack)
{
    TestClient client;
    TestClient reader;
    QVERIFY(client.join(server.link(), u"marie"_s));
    QVERIFY(reader.join(server.link(), u"paul"_s));
    QStringList acknowledged;
    for (int round = 0; round < 3; ++round) {
        QVERIFY(takeAllRoom());
        Error refusal;
        acknowledged += fill(client, &refusal);
        QCOMPARE(refusal.code, ErrorCode::StorageFull);
        QVERIFY2(refusal.retryAfterMs.has_value(), "the outbox must keep the text and try again");
        verifyKept(reader, client.firstRoom(), acknowledged);

        QVERIFY(giveRoomBack());
        TestClient again(client.key());
        QVERIFY2(again.open(server.link()), server.output().constData());
        QVERIFY(again.loginWithKey());
        QVERIFY(again.resume());
        QVERIFY2(again.send(client.firstRoom(), u"room again"_s), server.output().constData());
        QVERIFY(client.open(server.link()));
        QVERIFY(client.loginWithKey());
        QVERIFY(client.resume());
    }
    verifyKept(reader, client.firstRoom(), acknowledged);
    QVERIFY2(server.stop(), server.output().constData());
}

QTEST_GUILESS_MAIN(TestFullDisk)
#include "tst_full_disk.moc"
