// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/transport/byte_channel.h"
#include "shared/transport/send_queue.h"

#include <QTest>

using namespace salon;

namespace {

/// Takes all, and keeps as much of it from the system as it is told to.
class HeldChannel final : public ByteChannel
{
public:
    qint64 read(char *, qint64) override { return 0; }
    bool write(const char *data, qint64 bytes) override
    {
        writes.append(QByteArray(data, bytes));
        if (holds)
            pending += bytes;
        return !broken;
    }
    [[nodiscard]] qint64 pendingBytes() const override { return pending; }
    void shutdownSending() override {}
    void abort() override {}
    [[nodiscard]] PeerAddress peer() const override { return {}; }

    QList<QByteArray> writes;
    qint64 pending = 0;
    bool holds = false;
    bool broken = false;
};

} // namespace

class TestSendQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void smallFramesLeaveInOneWrite();
    void largeFramesLeaveAloneAndInOrder();
    void noWriteOfSmallFramesIsLargerThanTheScratch();
    void aChannelThatIsAheadGetsNothingMore();
    void whatTheChannelHoldsCounts();
    void aBrokenChannelEndsTheWriting();
    void clearingForgetsAll();
};

void TestSendQueue::smallFramesLeaveInOneWrite()
{
    HeldChannel channel;
    SendQueue queue;
    QVERIFY(queue.isEmpty());
    QVERIFY(queue.writeTo(channel));
    QVERIFY(channel.writes.isEmpty());
    queue.append("one");
    queue.append("two");
    queue.append("three");
    QCOMPARE(queue.bytes(), 11);
    QVERIFY(!queue.isEmpty());
    QVERIFY(queue.writeTo(channel));
    QCOMPARE(channel.writes, QList<QByteArray>{ "onetwothree" });
    QVERIFY(queue.isEmpty());
    QCOMPARE(queue.bytes(), 0);
}

void TestSendQueue::largeFramesLeaveAloneAndInOrder()
{
    HeldChannel channel;
    SendQueue queue;
    const QByteArray large(100 * 1024, 'l');
    QByteArray all;
    for (const QByteArray &frame : { QByteArray("a"), QByteArray("b"), large, QByteArray("c"), large, large }) {
        queue.append(frame);
        all += frame;
    }
    QVERIFY(queue.writeTo(channel));
    QCOMPARE(channel.writes.join(), all);
    QCOMPARE(channel.writes.count(large), 3);
    QVERIFY(queue.isEmpty());
}

void TestSendQueue::noWriteOfSmallFramesIsLargerThanTheScratch()
{
    HeldChannel channel;
    SendQueue queue;
    for (int i = 0; i < 100; ++i)
        queue.append(QByteArray(16 * 1024 - 1, char(i)));
    QVERIFY(queue.writeTo(channel));
    QByteArray all;
    for (const QByteArray &write : std::as_const(channel.writes)) {
        QVERIFY(write.size() <= 64 * 1024);
        all += write;
    }
    for (int i = 0; i < 100; ++i)
        QVERIFY(all.mid(i * (16 * 1024 - 1), 16 * 1024 - 1) == QByteArray(16 * 1024 - 1, char(i)));
}

void TestSendQueue::aChannelThatIsAheadGetsNothingMore()
{
    HeldChannel channel;
    channel.holds = true;
    SendQueue queue;
    for (int i = 0; i < 10; ++i)
        queue.append(QByteArray(40 * 1024, 'x'));
    QVERIFY(queue.writeTo(channel));
    QCOMPARE(channel.writes.size(), 2);
    QVERIFY(queue.writeTo(channel));
    QCOMPARE(channel.writes.size(), 2);
    QCOMPARE(queue.bytes(), 400 * 1024);
    channel.pending = 0;
    queue.noteTaken(channel);
    QCOMPARE(queue.bytes(), 320 * 1024);
    QVERIFY(queue.writeTo(channel));
    QCOMPARE(channel.writes.size(), 4);
}

void TestSendQueue::whatTheChannelHoldsCounts()
{
    HeldChannel channel;
    channel.holds = true;
    SendQueue queue;
    queue.append("abc");
    QVERIFY(queue.writeTo(channel));
    QVERIFY(!queue.isEmpty());
    QCOMPARE(queue.bytes(), 3);
    channel.pending = 0;
    queue.noteTaken(channel);
    QVERIFY(queue.isEmpty());
}

void TestSendQueue::aBrokenChannelEndsTheWriting()
{
    HeldChannel channel;
    channel.broken = true;
    SendQueue queue;
    for (int i = 0; i < 5; ++i)
        queue.append(QByteArray(20 * 1024, 'x'));
    QVERIFY(!queue.writeTo(channel));
    QCOMPARE(channel.writes.size(), 1);
}

void TestSendQueue::clearingForgetsAll()
{
    HeldChannel channel;
    channel.holds = true;
    SendQueue queue;
    for (int i = 0; i < 5; ++i)
        queue.append(QByteArray(40 * 1024, 'x'));
    QVERIFY(queue.writeTo(channel));
    queue.clear();
    QVERIFY(queue.isEmpty());
    QCOMPARE(queue.bytes(), 0);
}

QTEST_GUILESS_MAIN(TestSendQueue)
#include "tst_send_queue.moc"
