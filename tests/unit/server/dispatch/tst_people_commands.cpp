// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/protocol/version.h"
#include "tests/support/dispatch_rig.h"
#include "tests/support/wait_until.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

/// Who there is and how they are.
class TestPeopleCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void presenceIsGatheredAndTold();
    void statusTextsSurviveARestart();
    void badPresenceIsRefused();
    void peopleAreFound();
    void aDeviceIsFoundByItsKey();
    void renamingIsHeardByAll();
    void renamingKeepsNamesApart();
};

void TestPeopleCommands::presenceIsGatheredAndTold()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    auto jean = rig.join(u"jean"_s);
    const auto deaf = rig.connect(); // did not ask for it
    QVERIFY(rig.ask<Welcome>(deaf, Hello{ { ProtocolVersion }, {}, {}, {} }));
    for (const PresenceState state : { PresenceState::Away, PresenceState::Online, PresenceState::Busy })
        QVERIFY(rig.ask<Done>(marie.connection, SetPresence{ state, std::nullopt }));
    QVERIFY(rig.net.receivedAs<PresenceChanged>(jean.connection).isEmpty());
    QVERIFY(waitUntil([&] { return !rig.net.receivedAs<PresenceChanged>(jean.connection).isEmpty(); }));
    const auto told = rig.net.receivedAs<PresenceChanged>(jean.connection);
    QCOMPARE(told.size(), 1);
    QCOMPARE(told.front().changes.size(), 2);
    for (const PresenceEntry &entry : told.front().changes)
        QCOMPARE(entry.state, entry.account == marie.account ? PresenceState::Busy : PresenceState::Online);
    QVERIFY(rig.net.receivedAs<PresenceChanged>(deaf).isEmpty());

    rig.clock.advance(60'000);
    rig.disconnect(marie.connection);
    QVERIFY(waitUntil([&] { return rig.net.receivedAs<PresenceChanged>(jean.connection).size() == 2; }));
    const PresenceEntry gone = rig.net.receivedAs<PresenceChanged>(jean.connection).back().changes.value(0);
    QCOMPARE(gone, (PresenceEntry{ marie.account, PresenceState::Offline, {}, rig.clock.wall }));
}

void TestPeopleCommands::statusTextsSurviveARestart()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    QVERIFY(rig.ask<Done>(marie.connection, SetPresence{ PresenceState::Away, u"  au café  "_s }));
    QVERIFY(rig.ask<Done>(marie.connection, SetPresence{ PresenceState::Online, std::nullopt }));
    rig.restart();
    marie = rig.comeBack(marie);
    QCOMPARE(rig.ask<Resumed>(marie.connection, Resume{})->self.statusText, u"au café"_s);
    QVERIFY(rig.ask<Done>(marie.connection, SetPresence{ PresenceState::Online, QString() }));
    QVERIFY(rig.ask<Resumed>(marie.connection, Resume{})->self.statusText.isEmpty());
}

void TestPeopleCommands::badPresenceIsRefused()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    QCOMPARE(rig.codeOf<Done>(marie.connection, SetPresence{ PresenceState(9), std::nullopt }),
        int(ErrorCode::MalformedMessage));
    QCOMPARE(rig.codeOf<Done>(marie.connection, SetPresence{ PresenceState::Online, u"x\u001b[2J"_s }),
        int(ErrorCode::InvalidStatusText));
    QCOMPARE(rig.codeOf<Done>(marie.connection, SetPresence{ PresenceState::Online, u"é"_s.repeated(101) }),
        int(ErrorCode::InvalidStatusText));
}

void TestPeopleCommands::peopleAreFound()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    for (const QString &login : { u"jean"_s, u"anna"_s, u"johanna"_s })
        rig.join(login);
    const auto found = rig.ask<PeopleList>(marie.connection, FindPeople{ u"ANNA"_s, 0, 0 });
    QCOMPARE(found->people.size(), 2);
    QCOMPARE(found->people[0].login, u"anna"_s);
    QVERIFY(!found->more);
    const auto page = rig.ask<PeopleList>(marie.connection, FindPeople{ {}, 1, 2 });
    QCOMPARE(page->people.size(), 2);
    QVERIFY(page->more);
    QVERIFY(rig.ask<PeopleList>(marie.connection, FindPeople{ {}, 4'000'000'000, 4'000'000'000 })->people.isEmpty());
}

void TestPeopleCommands::aDeviceIsFoundByItsKey()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    const auto jean = rig.join(u"jean"_s);
    const auto text = [](const QByteArray &key) {
        return QString::fromLatin1(key.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
    };
    const auto found = rig.ask<PeopleList>(marie.connection, FindPeople{ text(jean.key.publicKey), 0, 0 });
    QCOMPARE(found->people.size(), 1);
    QCOMPARE(found->people.first().login, u"jean"_s);
    // A key that nobody here has finds nobody, and half a key is a text like any other.
    const QByteArray nobodys(32, 'x');
    QVERIFY(rig.ask<PeopleList>(marie.connection, FindPeople{ text(nobodys), 0, 0 })->people.isEmpty());
    QVERIFY(
        rig.ask<PeopleList>(marie.connection, FindPeople{ text(jean.key.publicKey).left(42), 0, 0 })->people.isEmpty());
    QVERIFY(rig.ask<PeopleList>(marie.connection, FindPeople{ u"ж"_s.repeated(43), 0, 0 })->people.isEmpty());
}

void TestPeopleCommands::renamingIsHeardByAll()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    auto jean = rig.join(u"jean"_s);
    QVERIFY(rig.ask<HistoryPage>(jean.connection, Follow{ rig.firstRoom(), 0 })->live);
    QVERIFY(rig.say(marie, rig.firstRoom(), u"before"_s));
    QVERIFY(rig.ask<Done>(marie.connection, SetDisplayName{ u" Marie Curie "_s }));
    QCOMPARE(rig.net.receivedAs<ProfileChanged>(jean.connection).back().profile.displayName, u"Marie Curie"_s);
    QVERIFY(rig.say(marie, rig.firstRoom(), u"after"_s));
    const auto events = rig.net.receivedAs<RoomEvent>(jean.connection);
    QCOMPARE(events[0].authorName, u"marie"_s); // as it was when it was written
    QCOMPARE(events[1].authorName, u"Marie Curie"_s);
    rig.restart();
    marie = rig.comeBack(marie);
    QCOMPARE(rig.ask<Resumed>(marie.connection, Resume{})->self.displayName, u"Marie Curie"_s);
}

void TestPeopleCommands::renamingKeepsNamesApart()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    auto jean = rig.join(u"jean"_s);
    const auto rename = [&](const QString &name) {
        return rig.codeOf<Done>(jean.connection, SetDisplayName{ name });
    };
    QCOMPARE(rename(u"MARIE"_s), int(ErrorCode::NameLooksAlike));
    QCOMPARE(rename(u"rnarie"_s), int(ErrorCode::NameLooksAlike));
    QCOMPARE(rename(u"маrie"_s), int(ErrorCode::InvalidDisplayName)); // mixes scripts
    QCOMPARE(rename(u""_s), int(ErrorCode::InvalidDisplayName));
    QCOMPARE(rename(u"JEAN"_s), 0); // like one's own login
    QCOMPARE(rename(u"Jean II"_s), 0);
    QVERIFY(rig.ask<Done>(marie.connection, SetDisplayName{ u"Madame"_s }));
    QCOMPARE(rename(u"madame"_s), int(ErrorCode::NameLooksAlike));
    QCOMPARE(rename(u"marie"_s), int(ErrorCode::NameLooksAlike)); // her login stays hers
    QVERIFY(rig.ask<Done>(marie.connection, SetDisplayName{ u"Marie"_s }));
    QCOMPARE(rename(u"madame"_s), 0); // and what she gave up is free
}

QTEST_GUILESS_MAIN(TestPeopleCommands)
#include "tst_people_commands.moc"
