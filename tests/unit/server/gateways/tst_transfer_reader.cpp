// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/gateways/classroom/transfer_reader.h"

#include <QTest>

using namespace salon::server;
using State = TransferReader::State;

namespace {

QByteArray sha256(const QByteArray &data)
{
    return QCryptographicHash::hash(data, QCryptographicHash::Sha256);
}

/// Feeds everything, noting each complete transfer.
QByteArrayList feedAll(TransferReader &reader, QByteArrayView bytes)
{
    QByteArrayList sums;
    while (!bytes.isEmpty() && reader.state() != State::TooLong) {
        bytes = bytes.sliced(reader.feed(bytes));
        if (reader.state() == State::Complete) {
            sums.append(reader.sha256());
            reader.next();
        }
    }
    return sums;
}

} // namespace

/// Length-announced data, without sockets.
class TestTransferReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void framesAsDocumented();
    void everyCutGivesTheSame();
    void nothingIsDataToo();
    void severalFollowEachOther();
    void anEndWithinIsKnown();
    void theLargestIsTakenAndOneMoreIsNot();
    void nothingIsReadBehindARefusal();
};

void TestTransferReader::framesAsDocumented()
{
    QCOMPARE(TransferReader::framed("abc"), QByteArray("\0\0\0\3abc", 7));
    QCOMPARE(TransferReader::framed({}), QByteArray(4, '\0'));
}

void TestTransferReader::everyCutGivesTheSame()
{
    const QByteArray data = "les octets, tels quels: \0\xff\n\xc3";
    const QByteArray wire = TransferReader::framed(data) + TransferReader::framed("x");
    for (qsizetype cut = 0; cut <= wire.size(); ++cut) {
        TransferReader reader;
        QByteArrayList sums = feedAll(reader, QByteArrayView(wire).first(cut));
        QCOMPARE(reader.isWithin(), cut != 0 && cut != wire.size() && cut != wire.size() - 5);
        sums += feedAll(reader, QByteArrayView(wire).sliced(cut));
        QCOMPARE(sums, (QByteArrayList{ sha256(data), sha256("x") }));
        QVERIFY(!reader.isWithin());
    }
    TransferReader dribbled;
    QByteArrayList sums;
    for (const char &byte : wire)
        sums += feedAll(dribbled, QByteArrayView(&byte, 1));
    QCOMPARE(sums, (QByteArrayList{ sha256(data), sha256("x") }));
}

void TestTransferReader::nothingIsDataToo()
{
    TransferReader reader;
    QCOMPARE(feedAll(reader, TransferReader::framed({})), QByteArrayList{ sha256({}) });
}

void TestTransferReader::severalFollowEachOther()
{
    TransferReader reader;
    QByteArray wire;
    QByteArrayList expected;
    for (int i = 0; i < 50; ++i) {
        const QByteArray data(i * 37, char(i));
        wire += TransferReader::framed(data);
        expected.append(sha256(data));
    }
    QCOMPARE(feedAll(reader, wire), expected);
}

void TestTransferReader::anEndWithinIsKnown()
{
    TransferReader reader;
    QVERIFY(!reader.isWithin());
    feedAll(reader, QByteArrayView("\0\0", 2));
    QVERIFY(reader.isWithin());
    feedAll(reader,
        QByteArrayView("\0\x05"
                       "ab",
            4));
    QVERIFY(reader.isWithin());
    QCOMPARE(reader.announced(), 5U);
    QCOMPARE(reader.received(), 2U);
}

void TestTransferReader::theLargestIsTakenAndOneMoreIsNot()
{
    TransferReader reader;
    feedAll(reader, QByteArrayView("\x04\0\0\0", 4));
    QCOMPARE(reader.state(), State::Content);
    QCOMPARE(reader.announced(), TransferReader::MaxBytes);
    const QByteArray block(1024 * 1024, 'z');
    QByteArrayList sums;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (int i = 0; i < 64; ++i) {
        sums += feedAll(reader, block);
        hash.addData(block);
    }
    QCOMPARE(sums, QByteArrayList{ hash.result() });
    feedAll(reader, QByteArrayView("\x04\0\0\1", 4));
    QCOMPARE(reader.state(), State::TooLong);
}

void TestTransferReader::nothingIsReadBehindARefusal()
{
    TransferReader reader;
    QCOMPARE(reader.feed(QByteArrayView("\xff\xff\xff\xff"
                                        "abc",
                 7)),
        4);
    QCOMPARE(reader.state(), State::TooLong);
    QCOMPARE(reader.feed("abc"), 0);
}

QTEST_GUILESS_MAIN(TestTransferReader)
#include "tst_transfer_reader.moc"
