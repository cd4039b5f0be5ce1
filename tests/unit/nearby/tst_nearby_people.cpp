// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/nearby/nearby_people.h"
#include "shared/nearby/network_changes.h"
#include "shared/nearby/peer_file_text.h"
#include "tests/unit/client-core/fake_clock.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

namespace {

NearbyPerson person(char id, const QString &name, PeerTrust trust = PeerTrust::Unknown)
{
    NearbyPerson person;
    person.key = QByteArray(32, id);
    person.name = name;
    person.trust = trust;
    person.found = true;
    return person;
}

QStringList namesIn(const NearbyPeople &people)
{
    QStringList names;
    for (int row = 0; row < people.rowCount(); ++row)
        names.append(people.index(row).data().toString());
    return names;
}

} // namespace

class TestNearbyPeople : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoAsksStandsFirstAndWhoIsRefusedLast()
    {
        NearbyPeople people;
        const QAbstractItemModelTester tester(&people, QAbstractItemModelTester::FailureReportingMode::QtTest);
        NearbyPerson away = person('c', u"away"_s, PeerTrust::Accepted);
        away.found = false;
        NearbyPerson asks = person('e', u"asks"_s);
        asks.asks = true;
        people.put(person('a', u"refused"_s, PeerTrust::Blocked));
        people.put(person('b', u"found"_s));
        people.put(away);
        people.put(person('d', u"here"_s, PeerTrust::Accepted));
        people.put(asks);
        QCOMPARE(namesIn(people), (QStringList{ u"asks"_s, u"here"_s, u"away"_s, u"found"_s, u"refused"_s }));
        QCOMPARE(people.requestCount(), 1);
        // Each change moves the row to its place.
        away.reachable = true;
        people.put(away);
        asks.asks = false;
        people.put(asks);
        QCOMPARE(namesIn(people), (QStringList{ u"away"_s, u"here"_s, u"asks"_s, u"found"_s, u"refused"_s }));
        people.remove(away.key);
        QCOMPARE(people.rowOf(away.key), -1);
        people.clear();
        QCOMPARE(people.rowCount(), 0);
    }

    void whatDoesNotChangeIsNotTold()
    {
        NearbyPeople people;
        people.put(person('a', u"Marie"_s));
        const QSignalSpy changes(&people, &NearbyPeople::personChanged);
        people.put(person('a', u"Marie"_s));
        QVERIFY(changes.isEmpty());
    }

    void aNameCannotSteerAScreen()
    {
        QCOMPARE(NearbyPeople::nameOf(person('a', u"Ma\u202Erie\x1b[2J\nX"_s)), u"Ma\\u{202E}rie␛[2J␊X"_s);
        QCOMPARE(NearbyPeople::nameOf(person('a', u" "_s)), u"Somebody without a name"_s);
    }

    void anAccountIsTheSamePerson()
    {
        NearbyPeople people;
        NearbyPerson marie = person('a', u"Marie"_s, PeerTrust::Accepted);
        marie.accounts = { { u"home"_s, u"Home"_s, AccountId{ 7 }, u"marie"_s, u"Marie C."_s } };
        people.put(person('b', u"Marie"_s));
        people.put(marie);
        QCOMPARE(people.findAccount(u"home"_s, AccountId{ 7 })->key, marie.key);
        QVERIFY(!people.findAccount(u"home"_s, AccountId{ 8 }));
        QVERIFY(!people.findAccount(u"work"_s, AccountId{ 7 }));
        QCOMPARE(people.index(people.rowOf(marie.key)).data(NearbyPeople::ServersRole).toStringList(),
            QStringList{ u"Home"_s });
    }

    void statusSaysWhatIsTheCase()
    {
        NearbyPerson marie = person('a', u"Marie"_s);
        QCOMPARE(NearbyPeople::statusOf(marie), u"On this network"_s);
        marie.trust = PeerTrust::Accepted;
        QCOMPARE(NearbyPeople::statusOf(marie), u"Connecting…"_s);
        marie.reachable = true;
        QCOMPARE(NearbyPeople::statusOf(marie), u"Has not accepted yet"_s);
        marie.direct = true;
        QCOMPARE(NearbyPeople::statusOf(marie), u"Here"_s);
        marie = person('a', u"Marie"_s, PeerTrust::Accepted);
        marie.found = false;
        QCOMPARE(NearbyPeople::statusOf(marie), u"Away"_s);
    }

    void sleepAndOtherNetworksAreNoticed()
    {
        FakeClock clock;
        QList<NetworkLink> links{ { 1, true, { { QHostAddress(u"127.0.0.1"_s), 8, {} } } } };
        NetworkChanges changes(clock, [&links] { return links; });
        const QSignalSpy changed(&changes, &NetworkChanges::changed);
        changes.start();
        clock.advance(3'000);
        changes.look();
        QCOMPARE(changed.count(), 0);
        clock.sleep(60'000);
        clock.advance(1'000);
        changes.look();
        QCOMPARE(changed.count(), 1);
        changes.look();
        QCOMPARE(changed.count(), 1);
        links.append({ 2, false, { { QHostAddress(u"192.0.2.7"_s), 24, {} } } });
        changes.look();
        QCOMPARE(changed.count(), 2);
    }

    void everyStateOfAFileHasWords()
    {
        PeerEntry entry;
        entry.fileBytes = 2'000'000;
        for (const auto state : { PeerEntryState::Delivered, PeerEntryState::Received }) {
            entry.state = state;
            for (const auto file :
                { PeerFileState::Offered, PeerFileState::Accepted, PeerFileState::Whole, PeerFileState::Declined,
                    PeerFileState::Unavailable, PeerFileState::Damaged, PeerFileState::Paused }) {
                entry.file = file;
                QVERIFY(!PeerFileText::state(entry, 0).isEmpty());
            }
        }
        entry.file = PeerFileState::Accepted;
        QCOMPARE(PeerFileText::state(entry, 500'000), u"receiving, 25 %"_s);
        entry.fileBytes = 0;
        QVERIFY(PeerFileText::state(entry, 1).contains(u"100"_s));
    }

    void whoIsNotWhoTheySeemIsSaidSo()
    {
        NearbyPeople people;
        NearbyPerson known = person('a', u"Bob"_s, PeerTrust::Accepted);
        NearbyPerson other = person('b', u"Bob"_s);
        QVERIFY(people.doubtOf(other).isEmpty());
        other.doubt = PeerDoubt::SameNameAsKnown;
        other.notKey = known.key;
        people.put(known);
        people.put(other);
        QVERIFY(people.doubtOf(other).contains(u"…"_s)); // until the words are found
        known.words = QStringList{ u"bado"_s, u"vika"_s, u"noma"_s, u"tuli"_s };
        people.put(known);
        QVERIFY(people.doubtOf(other).contains(u"the Bob you know"_s));
        QVERIFY(people.doubtOf(other).contains(u"bado vika noma tuli"_s));
        const QModelIndex row = people.index(people.rowOf(other.key));
        QCOMPARE(row.data(NearbyPeople::DoubtRole).toInt(), int(PeerDoubt::SameNameAsKnown));
        QCOMPARE(row.data(NearbyPeople::NotKeyRole).toByteArray(), known.key);
        QCOMPARE(row.data(NearbyPeople::DoubtTextRole).toString(), people.doubtOf(other));
        // Lists and screen readers say it too.
        QVERIFY(row.data(NearbyPeople::StatusTextRole).toString().contains(u"not the one you know"_s));
        QVERIFY(row.data(Qt::AccessibleTextRole).toString().contains(u"not the one you know"_s));
        other.doubt = PeerDoubt::OtherKeyAtAddress;
        other.address = u"192.0.2.7:7257"_s;
        QVERIFY(people.doubtOf(other).contains(u"192.0.2.7:7257"_s));
        QVERIFY(NearbyPeople::statusOf(other).contains(u"somebody else was before"_s));
        // A decision was made.
        other.trust = PeerTrust::Accepted;
        QVERIFY(people.doubtOf(other).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestNearbyPeople)
#include "tst_nearby_people.moc"
