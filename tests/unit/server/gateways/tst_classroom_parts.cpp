// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/gateways/classroom/guest_places.h"
#include "server/gateways/classroom/multichat_exercise.h"
#include "server/gateways/rate_gate.h"
#include "server/gateways/shown_text.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon::server;

/// The small parts of the classroom.
class TestClassroomParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesAndPortsAreThoseOfTheCourse();
    void aGateLetsABurstThroughThenSoMany();
    void placesAreLimitedInAllAndPerAddress();
    void thisMachineIsLimitedByTheTotalOnly();
    void noExerciseTakesThePlacesOfAll();
    void marksAreFewAndTabsAreKept();
    void arrivalsOfAnAddressAreCountedByTheMinute();
    void quitIsAloneOrWithTheOwnNumber_data();
    void quitIsAloneOrWithTheOwnNumber();
};

void TestClassroomParts::namesAndPortsAreThoseOfTheCourse()
{
    QStringList all;
    for (const ExerciseKind &kind : exerciseKinds)
        all.append(u"%1/%2/%3"_s.arg(kind.name, kind.isUdp ? u"udp"_s : u"tcp"_s, QString::number(kind.port)));
    QCOMPARE(all,
        (QStringList{ u"presence/tcp/63000"_s, u"hello/tcp/12345"_s, u"dialogue/tcp/63001"_s, u"udp/udp/3000"_s,
            u"netcat/tcp/3000"_s, u"multichat/tcp/9090"_s, u"transfer/tcp/63002"_s }));
}

void TestClassroomParts::aGateLetsABurstThroughThenSoMany()
{
    RateGate gate(3, 1000);
    QVERIFY(gate.take());
    QVERIFY(gate.take());
    QVERIFY(gate.take());
    RateGate slow(2, 0.5);
    QCOMPARE(slow.spend(), 0);
    QVERIFY(slow.spend() > 1900); // used up: the next in two seconds
    QVERIFY(slow.spend() > 3900);
    for (int i = 0; i < 1000; ++i)
        QVERIFY(slow.spend() <= 4001); // a rush does not close it for ever
    QVERIFY(!slow.take());
    QTRY_VERIFY(gate.take()); // a thousand a second: soon
}

void TestClassroomParts::placesAreLimitedInAllAndPerAddress()
{
    GuestPlaces places(4, 2, 100);
    QVERIFY(places.take(u"hello"_s, u"192.0.2.1"_s));
    QVERIFY(places.take(u"hello"_s, u"192.0.2.1"_s));
    QVERIFY(!places.take(u"hello"_s, u"192.0.2.1"_s));
    QVERIFY(places.take(u"hello"_s, u"192.0.2.2"_s));
    QVERIFY(places.take(u"hello"_s, {}));
    QVERIFY(!places.take(u"hello"_s, {}));
    QVERIFY(!places.take(u"hello"_s, u"192.0.2.3"_s));
    places.release(u"hello"_s, u"192.0.2.1"_s);
    QVERIFY(places.take(u"hello"_s, u"192.0.2.1"_s));
    QCOMPARE(places.taken(), 4);
}

void TestClassroomParts::thisMachineIsLimitedByTheTotalOnly()
{
    GuestPlaces places(30, 1, 1);
    for (int i = 0; i < 30; ++i)
        QVERIFY(places.take(u"hello"_s, {}));
    QVERIFY(!places.take(u"hello"_s, {}));
}

void TestClassroomParts::noExerciseTakesThePlacesOfAll()
{
    GuestPlaces places(256, 32, 60);
    int taken = 0;
    while (places.take(u"multichat"_s, {}))
        ++taken;
    QCOMPARE(taken, 256 - 5 * 8); // enough for a class of two hundred
    for (const QString &other : { u"presence"_s, u"hello"_s, u"dialogue"_s, u"netcat"_s, u"transfer"_s }) {
        for (int i = 0; i < 8; ++i)
            QVERIFY(places.take(other, {}));
        QVERIFY(!places.take(other, {}));
    }
    QCOMPARE(places.taken(), 256);
    places.release(u"hello"_s, {});
    QVERIFY(!places.take(u"multichat"_s, {})); // it is kept for hello
    QVERIFY(places.take(u"hello"_s, {}));
    places.release(u"multichat"_s, {});
    QVERIFY(places.take(u"dialogue"_s, {})); // this one is anybody's
}

void TestClassroomParts::marksAreFewAndTabsAreKept()
{
    QCOMPARE(shownLine(u"un\tdeux"_s), u"un\tdeux"_s);
    QCOMPARE(shownLine(u"e\u0301te\u0301"_s), u"e\u0301te\u0301"_s);
    QCOMPARE(
        shownLine(u"a"_s + u"\u0300"_s.repeated(300) + u"b\u0301"_s), u"a"_s + u"\u0300"_s.repeated(8) + u"b\u0301"_s);
    QCOMPARE(shownLine(u"😀"_s + u"\u0300"_s.repeated(8) + u"😀"_s), u"😀"_s + u"\u0300"_s.repeated(8) + u"😀"_s);
    QVERIFY(!shownLine(u"\u001b[2J\n"_s).contains(u'\u001b'));
    QVERIFY(!shownLine(u"a\nb"_s).contains(u'\n'));
}

void TestClassroomParts::arrivalsOfAnAddressAreCountedByTheMinute()
{
    GuestPlaces places(100, 10, 3);
    for (int i = 0; i < 3; ++i) {
        QVERIFY(places.take(u"hello"_s, u"192.0.2.1"_s));
        places.release(u"hello"_s, u"192.0.2.1"_s);
    }
    QVERIFY(!places.take(u"hello"_s, u"192.0.2.1"_s));
    QVERIFY(places.take(u"hello"_s, u"192.0.2.2"_s));
    QCOMPARE(places.taken(), 1);
}

void TestClassroomParts::quitIsAloneOrWithTheOwnNumber_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<bool>("quits");
    QTest::newRow("alone") << u"quit"_s << true;
    QTest::newRow("blanks around") << u"  quit "_s << true;
    QTest::newRow("number") << u"quit 12"_s << true;
    QTest::newRow("number at once") << u"quit12"_s << true;
    QTest::newRow("another number") << u"quit 1"_s << false;
    QTest::newRow("a longer number") << u"quit 123"_s << false;
    QTest::newRow("a word") << u"quitter"_s << false;
    QTest::newRow("a sentence") << u"I quit"_s << false;
    QTest::newRow("capitals") << u"Quit"_s << false;
}

void TestClassroomParts::quitIsAloneOrWithTheOwnNumber()
{
    QFETCH(QString, line);
    QFETCH(bool, quits);
    QCOMPARE(isQuit(line, 12), quits);
}

QTEST_GUILESS_MAIN(TestClassroomParts)
#include "tst_classroom_parts.moc"
