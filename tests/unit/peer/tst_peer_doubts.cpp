// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/peer/peer_doubts.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;

namespace {

const QByteArray Nour(32, 'n');
const QByteArray Marie(32, 'm');
const QByteArray Stranger(32, 's');
const auto Place = u"192.168.1.5:7257"_s;

PeerPerson stranger(const QString &name, const QString &address = {})
{
    PeerPerson person;
    person.key = Stranger;
    person.name = name;
    person.address = address;
    return person;
}

} // namespace

class TestPeerDoubts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAddressHasOneForm()
    {
        const auto form = [](const QString &text) {
            return PeerDoubts::addressOf(*Endpoint::parse(text));
        };
        QCOMPARE(form(u"Marie.LOCAL:7257"_s), form(u"marie.local:7257"_s));
        QCOMPARE(form(u"[2001:DB8:0:0::1]:7257"_s), form(u"[2001:db8::1]:7257"_s));
        QVERIFY(form(u"192.168.1.5:7257"_s) != form(u"192.168.1.5:7258"_s));
    }

    void nobodyIsDoubtedWhereNobodyIsKnown()
    {
        PeerPerson person = stranger(u"Nour"_s, Place);
        PeerDoubts().examine(person);
        QCOMPARE(person, stranger(u"Nour"_s, Place));
    }

    void anotherKeyAtAnAddressIsDoubted()
    {
        PeerDoubts doubts;
        doubts.setPlaces({ { Place, Nour, 1 } });
        PeerPerson person = stranger(u"Somebody"_s, Place);
        doubts.examine(person);
        QCOMPARE(person.doubt, PeerDoubt::OtherKeyAtAddress);
        QCOMPARE(person.notKey, Nour);
        // Without a dial, or once the address is the new one's, there is no doubt left.
        person = stranger(u"Somebody"_s);
        doubts.examine(person);
        QCOMPARE(person.doubt, PeerDoubt::None);
        QCOMPARE(doubts.remember(Place, Stranger, 7), (PeerPlace{ Place, Stranger, 7 }));
        person = stranger(u"Somebody"_s, Place);
        doubts.examine(person);
        QCOMPARE(person.doubt, PeerDoubt::None);
        QVERIFY(person.notKey.isEmpty());
    }

    void aNameThatLooksTheSameIsDoubted()
    {
        PeerDoubts doubts;
        doubts.put(Nour, u"Nour"_s);
        doubts.put(Marie, u"Marie"_s);
        for (const QString &name : { u"Nour"_s, u"nour"_s, u"\u039dour"_s, u"N\u043eur"_s, u" Nour "_s }) {
            PeerPerson person = stranger(name);
            doubts.examine(person);
            QCOMPARE(person.doubt, PeerDoubt::SameNameAsKnown);
            QCOMPARE(person.notKey, Nour);
        }
        for (const QString &name : { u"Noura"_s, u""_s, u"Ali"_s }) {
            PeerPerson person = stranger(name);
            doubts.examine(person);
            QCOMPARE(person.doubt, PeerDoubt::None);
        }
        QVERIFY(doubts.knownAs(u"Nour"_s, Nour).isEmpty()); // they themselves
        doubts.put(Nour, u"Noura"_s);
        QVERIFY(doubts.knownAs(u"Nour"_s, Stranger).isEmpty());
        QCOMPARE(doubts.knownAs(u"Noura"_s, Stranger), Nour);
        doubts.remove(Nour);
        QVERIFY(doubts.knownAs(u"Noura"_s, Stranger).isEmpty());
        doubts.put(Nour, {}); // who says no name is not everybody without one
        QVERIFY(doubts.knownAs({}, Stranger).isEmpty());
    }

    void theAddressSaysMoreThanTheName()
    {
        PeerDoubts doubts;
        doubts.put(Marie, u"Marie"_s);
        doubts.setPlaces({ { Place, Nour, 1 } });
        PeerPerson person = stranger(u"Marie"_s, Place);
        doubts.examine(person);
        QCOMPARE(person.doubt, PeerDoubt::OtherKeyAtAddress);
        QCOMPARE(person.notKey, Nour);
    }
};

QTEST_GUILESS_MAIN(TestPeerDoubts)
#include "tst_peer_doubts.moc"
