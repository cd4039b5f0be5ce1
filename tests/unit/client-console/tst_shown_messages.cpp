// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/shown_messages.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::console;

namespace {

const RoomId Room{ 1 };
const AccountId Me{ 7 };
const AccountId Other{ 8 };

RoomEvent message(Seq seq, AccountId author, const QString &text = u"texte"_s)
{
    RoomEvent event;
    event.room = Room;
    event.seq = seq;
    event.kind = EventKind::Message;
    event.author = author;
    event.text = text;
    return event;
}

RoomEvent change(Seq seq, EventKind kind, Seq target, AccountId author)
{
    RoomEvent event = message(seq, author, {});
    event.kind = kind;
    event.target = target;
    return event;
}

} // namespace

class TestShownMessages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changesAreToldOnce()
    {
        ShownMessages shown;
        RoomEvent first = message(3, Other);
        first.changed = 5; // the page had that form already
        shown.note(first);
        QVERIFY(!shown.apply(change(5, EventKind::Deleted, 3, Other), Me));
        QVERIFY(!shown.find(3)->deleted);
        QVERIFY(shown.apply(change(6, EventKind::Deleted, 3, Other), Me));
        QVERIFY(shown.find(3)->deleted);
        QVERIFY(!shown.apply(change(6, EventKind::Deleted, 3, Other), Me));
    }

    void changesOfWhatWasNotShownAreTold()
    {
        ShownMessages shown;
        QVERIFY(shown.apply(change(6, EventKind::Edited, 3, Other), Me));
        QVERIFY(!shown.find(3));
    }

    void newestOfOnesOwnIsNeverAnotherOnes()
    {
        ShownMessages shown;
        QCOMPARE(shown.newestOf(Me), Seq(0));
        shown.note(message(3, Me));
        shown.note(message(4, Me));
        shown.note(message(5, Other));
        RoomEvent guest = message(6, Me);
        guest.alias = u"guest"_s; // spoke through this account, which is a gateway
        shown.note(guest);
        RoomEvent fact = message(7, Me);
        fact.kind = EventKind::TopicChanged;
        shown.note(fact);
        QCOMPARE(shown.newestOf(Me), Seq(4));
        shown.apply(change(8, EventKind::Deleted, 4, Me), Me);
        QCOMPARE(shown.newestOf(Me), Seq(3));
    }

    void keepsABoundedNumber()
    {
        ShownMessages shown;
        for (Seq seq = 1; seq <= Seq(ShownMessages::Max) + 10; ++seq)
            shown.note(message(seq, Other));
        QVERIFY(!shown.find(10));
        QVERIFY(shown.find(11));
    }
};

QTEST_GUILESS_MAIN(TestShownMessages)
#include "tst_shown_messages.moc"
