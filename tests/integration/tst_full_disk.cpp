// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/server_process.h"
#include "tests/support/test_client.h"

#include <QFileInfo>
#include <QTest>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#endif

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
    void fileSizeLimitRefusesForNowAndHeals();

private:
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
        acknowledged.append(text.trimmed().isEmpty() ? text : text);
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

void TestFullDisk::fileSizeLimitRefusesForNowAndHeals()
{
#ifdef Q_OS_LINUX
    // No file may grow beyond 3 MiB: to the database this is a disk that takes no more. Needs no rights.
    ServerProcess server;
    server.makeLenient();
    server.shellPrelude = u"ulimit -S -f 6144"_s;
    QVERIFY(server.start());
    TestClient client;
    TestClient reader;
    QVERIFY(client.join(server.link(), u"marie"_s));
    QVERIFY(reader.join(server.link(), u"paul"_s));
    Error refusal;
    const QStringList acknowledged = fill(client, &refusal);
    QVERIFY(acknowledged.size() > 50);
    QVERIFY2(refusal.code == ErrorCode::StorageFull || refusal.code == ErrorCode::StorageFailed,
        errorName(refusal.code).data());
    QVERIFY(refusal.retryAfterMs.has_value());
    QVERIFY(server.isRunning());
    verifyKept(reader, client.firstRoom(), acknowledged);

    rlimit limit{ RLIM_INFINITY, RLIM_INFINITY };
    QCOMPARE(prlimit(pid_t(server.processId()), RLIMIT_FSIZE, &limit, nullptr), 0);
    TestClient again(client.key());
    QVERIFY(again.open(server.link()));
    QVERIFY(again.loginWithKey());
    QVERIFY(again.resume());
    QVERIFY2(waitUntil([&] { return bool(again.send(client.firstRoom(), u"there is room again"_s)); }),
        server.output().constData());
    verifyKept(again, client.firstRoom(), acknowledged);
    QVERIFY2(server.stop(), server.output().constData());
#else
    QSKIP("RLIMIT_FSIZE of another process can be changed on Linux only");
#endif
}

QTEST_GUILESS_MAIN(TestFullDisk)
#include "tst_full_disk.moc"
