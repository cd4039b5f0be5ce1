// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/transport/address_race.h"
#include "tests/support/transport_test_main.h"

#include <QSignalSpy>
#include <QTcpServer>

using namespace Qt::StringLiterals;
using namespace salon;

namespace {

quint16 freePort()
{
    QTcpServer probe;
    return probe.listen(QHostAddress(QHostAddress::LocalHost)) ? probe.serverPort() : 0;
}

QList<QHostAddress> addresses(const QStringList &texts)
{
    QList<QHostAddress> parsed;
    for (const QString &text : texts)
        parsed.append(QHostAddress(text));
    return parsed;
}

} // namespace

class TestAddressRace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void familiesTakeTurns();
    void theNextAddressIsTriedWhenOneRefuses();
    void allRefusingIsLostOnce();
    void aLongListIsNotTriedToItsEnd();
};

void TestAddressRace::familiesTakeTurns()
{
    const auto given = addresses({ u"192.0.2.1"_s, u"192.0.2.2"_s, u"192.0.2.3"_s, u"2001:db8::1"_s });
    const auto turns = addresses({ u"2001:db8::1"_s, u"192.0.2.1"_s, u"192.0.2.2"_s, u"192.0.2.3"_s });
    QCOMPARE(AddressRace::inTurns(given), turns);
    QVERIFY(AddressRace::inTurns({}).isEmpty());
}

void TestAddressRace::theNextAddressIsTriedWhenOneRefuses()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress(u"127.0.0.2"_s)));
    AddressRace race(addresses({ u"127.0.0.1"_s, u"127.0.0.2"_s }), server.serverPort(),
        [] { return std::make_unique<TcpChannel>(); });
    QSignalSpy won(&race, &AddressRace::won);
    QSignalSpy lost(&race, &AddressRace::lost);
    race.start();
    QTRY_COMPARE(won.size(), 1);
    QCOMPARE(lost.size(), 0);
    QCOMPARE(race.takeWinner()->peer().text, u"127.0.0.2:%1"_s.arg(server.serverPort()));
    QVERIFY(!race.takeWinner());
}

void TestAddressRace::allRefusingIsLostOnce()
{
    AddressRace race(addresses({ u"127.0.0.1"_s, u"127.0.0.2"_s, u"127.0.0.3"_s }), freePort(),
        [] { return std::make_unique<TcpChannel>(); });
    QSignalSpy lost(&race, &AddressRace::lost);
    race.start();
    QTRY_COMPARE(lost.size(), 1);
    QCOMPARE(lost.first().first().value<Error>().code, ErrorCode::ConnectionRefused);
    QCoreApplication::processEvents();
    QCOMPARE(lost.size(), 1);
}

void TestAddressRace::aLongListIsNotTriedToItsEnd()
{
    qsizetype tried = 0;
    AddressRace race(QList<QHostAddress>(1000, QHostAddress(QHostAddress::LocalHost)), freePort(), [&tried] {
        ++tried;
        return std::make_unique<TcpChannel>();
    });
    QSignalSpy lost(&race, &AddressRace::lost);
    race.start();
    QTRY_COMPARE(lost.size(), 1);
    QCOMPARE(tried, AddressRace::MaxAddresses);
}

SALON_TRANSPORT_TEST_MAIN(TestAddressRace)
#include "tst_address_race.moc"
