// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/nearby/nearby_requests.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;

class TestNearbyRequests : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachIsToldOnceUntilItIsDecided()
    {
        NearbyRequests requests;
        QVERIFY(!requests.tell("a")); // who does not ask
        QVERIFY(requests.add("a"));
        QVERIFY(!requests.add("a"));
        QVERIFY(requests.tell("a"));
        QVERIFY(!requests.tell("a"));
        requests.remove("a");
        QVERIFY(!requests.contains("a"));
        QVERIFY(requests.add("a"));
        QVERIFY(requests.tell("a"));
        requests.clear();
        QVERIFY(requests.all().isEmpty());
        QVERIFY(requests.add("a"));
        QVERIFY(requests.tell("a"));
    }

    void ofThoseWhoWentTheOldestGivesWay()
    {
        NearbyRequests requests;
        const auto key = [](qsizetype number) {
            return "key " + QByteArray::number(number);
        };
        const auto isThere = [&key](const QByteArray &who) {
            return who == key(0) || who == key(2);
        };
        for (qsizetype i = 0; i < NearbyRequests::MaxListed; ++i)
            QVERIFY(requests.add(key(i)));
        QVERIFY(requests.makeRoom(isThere).isEmpty());
        QVERIFY(requests.tell(key(1)));
        for (qsizetype i = 0; i < 3; ++i)
            QVERIFY(requests.add(key(100 + i)));
        QCOMPARE(requests.makeRoom(isThere), (QList{ key(1), key(3), key(4) }));
        QCOMPARE(requests.all().size(), NearbyRequests::MaxListed);
        QCOMPARE(requests.all().first(), key(0));
        // Whoever was pushed out and asks again is told of again.
        QVERIFY(requests.add(key(1)));
        QVERIFY(requests.tell(key(1)));
    }

    void whoIsThereIsNeverPushedOut()
    {
        NearbyRequests requests;
        for (int i = 0; i < 100; ++i)
            requests.add(QByteArray::number(i));
        QVERIFY(requests.makeRoom([](const QByteArray &) { return true; }).isEmpty());
        QCOMPARE(requests.all().size(), 100);
        QCOMPARE(requests.makeRoom([](const QByteArray &) { return false; }).size(), 100 - NearbyRequests::MaxListed);
    }
};

QTEST_GUILESS_MAIN(TestNearbyRequests)
#include "tst_nearby_requests.moc"
