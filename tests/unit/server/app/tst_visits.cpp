// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/app/visits.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon::server;

/// Which connections the operator hears of.
class TestVisits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void peopleAreToldWhenTheyGreet();
    void healthChecksAreNot();
    void whoeverKnowsNotTheNameIsTold_data();
    void whoeverKnowsNotTheNameIsTold();
    void whoeverLeavesWithoutAWordIsTold();
    void whoeverSaysNothingIsToldAfterAMoment();
    void everyServerHasANameOfItsOwn();

private:
    static QStringList peers(const QSignalSpy &told)
    {
        QStringList list;
        for (const auto &arguments : told)
            list.append(arguments.at(0).toString());
        return list;
    }
};

void TestVisits::peopleAreToldWhenTheyGreet()
{
    Visits visits;
    const QSignalSpy told(&visits, &Visits::arrivalKnown);
    visits.arrived({ 1 }, u"192.0.2.7:1"_s);
    QCOMPARE(told.size(), 0);
    visits.greeted({ 1 }, u"Salon 0.1.0"_s);
    QCOMPARE(peers(told), QStringList{ u"192.0.2.7:1"_s });
    QVERIFY(visits.left({ 1 }));
    QCOMPARE(told.size(), 1);
}

void TestVisits::healthChecksAreNot()
{
    Visits visits;
    const QSignalSpy told(&visits, &Visits::arrivalKnown);
    visits.arrived({ 1 }, u"127.0.0.1:1"_s);
    visits.arrived({ 2 }, u"127.0.0.1:2"_s);
    visits.greeted({ 1 }, visits.checkName());
    QVERIFY(!visits.left({ 1 }));
    // Not the other one beside it, and not for the second time.
    QVERIFY(visits.left({ 2 }));
    QCOMPARE(peers(told), QStringList{ u"127.0.0.1:2"_s });
    QVERIFY(visits.left({ 1 }));
}

void TestVisits::whoeverKnowsNotTheNameIsTold_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("nothing") << QString();
    QTest::newRow("half of it") << u"salon-server --health"_s;
    QTest::newRow("another server's") << Visits().checkName();
}

void TestVisits::whoeverKnowsNotTheNameIsTold()
{
    QFETCH(QString, name);
    Visits visits;
    const QSignalSpy told(&visits, &Visits::arrivalKnown);
    visits.arrived({ 1 }, u"127.0.0.1:1"_s);
    visits.greeted({ 1 }, name);
    QCOMPARE(told.size(), 1);
    QVERIFY(visits.left({ 1 }));
}

void TestVisits::whoeverLeavesWithoutAWordIsTold()
{
    Visits visits;
    const QSignalSpy told(&visits, &Visits::arrivalKnown);
    visits.arrived({ 1 }, u"192.0.2.7:1"_s);
    QVERIFY(visits.left({ 1 }));
    QCOMPARE(told.size(), 1);
}

void TestVisits::whoeverSaysNothingIsToldAfterAMoment()
{
    Visits visits;
    QSignalSpy told(&visits, &Visits::arrivalKnown);
    visits.arrived({ 2 }, u"192.0.2.7:2"_s);
    visits.arrived({ 1 }, u"192.0.2.7:1"_s);
    QTRY_COMPARE(told.size(), 2);
    // What it says later changes nothing: its end is told, since its arrival was.
    visits.greeted({ 1 }, visits.checkName());
    QVERIFY(visits.left({ 1 }));
    QCOMPARE(told.size(), 2);
}

void TestVisits::everyServerHasANameOfItsOwn()
{
    const QString name = Visits().checkName();
    QVERIFY(name.size() > 32 && name.size() <= 64); // as long as a secret, as short as Hello takes
    QVERIFY(name != Visits().checkName());
}

QTEST_GUILESS_MAIN(TestVisits)
#include "tst_visits.moc"
