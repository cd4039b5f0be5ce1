// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/dispatch/door_wish.h"
#include "tests/support/dispatch_rig.h"
#include "tests/support/wait_until.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::server;
using namespace salon::test;

namespace {

DoorWish textWish()
{
    return { u"salon-text"_s, u"Plain text"_s, u"guest-%1"_s, DoorWish::Room::First, {}, false };
}

DoorWish classroomWish()
{
    return { u"salon-classroom"_s, u"Classroom gateway"_s, u"guest-%1"_s, DoorWish::Room::Own, u"Classroom"_s, true };
}

/// A gateway without sockets: speaks through a door and keeps what comes out of it.
class Gatekeeper : public QObject
{
public:
    explicit Gatekeeper(RoomDoor &door)
        : m_door(door)
    {
        connect(&door, &RoomDoor::opened, this, [this](RoomId id, const QString &name) {
            room = id;
            roomName = name;
        });
        connect(&door, &RoomDoor::refused, this, [this](const Error &error) { refusal = error.code; });
        connect(&door, &RoomDoor::welcomed, this,
            [this](const GuestWelcome &welcome) { names.insert(welcome.guest, welcome.name); });
        connect(&door, &RoomDoor::answered, this, [this](const GuestAnswer &answer) { answers.append(answer); });
        connect(&door, &RoomDoor::heard, this, [this](const RoomWord &word) { words.append(word); });
        connect(&door, &RoomDoor::toldPrivately, this, [this](const PrivateWord &word) { whispers.append(word); });
    }

    GuestId enter(quint32 quietMs = 3'600'000, const QString &doorName = u"text"_s)
    {
        const GuestId guest{ ++m_guests };
        m_door.arrive({ guest, doorName, u"192.0.2.9:4711"_s, prefix, doorName != u"text"_s, quietMs,
            doorName != u"multichat"_s });
        return guest;
    }
    /// Waits for the answer to what `call` asks.
    template <class Call>
    GuestAnswer ask(Call call)
    {
        const quint64 request = ++m_requests;
        call(m_door, request);
        if (!waitUntil([&] { return find(request) != nullptr; }))
            qFatal("the door does not answer");
        return *find(request);
    }
    GuestAnswer say(GuestId guest, const QString &text)
    {
        return ask([&](RoomDoor &door, quint64 request) { door.say(guest, request, text); });
    }
    GuestAnswer rename(GuestId guest, const QString &name)
    {
        return ask([&](RoomDoor &door, quint64 request) { door.rename(guest, request, name); });
    }
    GuestAnswer tell(GuestId guest, const QString &rest)
    {
        return ask([&](RoomDoor &door, quint64 request) { door.tell(guest, request, rest); });
    }
    QStringList people(GuestId guest)
    {
        QStringList found;
        const auto answer = ask([&](RoomDoor &door, quint64 request) { door.listPeople(guest, request); });
        for (const DoorPerson &person : answer.people)
            found.append(person.name);
        return found;
    }
    [[nodiscard]] RoomDoor &door() { return m_door; }

    RoomId room{};
    QString roomName;
    QString prefix; ///< of those who enter
    std::optional<ErrorCode> refusal;
    QHash<GuestId, QString> names;
    QList<GuestAnswer> answers;
    QList<RoomWord> words;
    QList<PrivateWord> whispers;

private:
    [[nodiscard]] const GuestAnswer *find(quint64 request) const
    {
        for (const GuestAnswer &answer : answers) {
            if (answer.request == request)
                return &answer;
        }
        return nullptr;
    }

    RoomDoor &m_door;
    qint64 m_guests = 0;
    quint64 m_requests = 0;
};

QList<RoomEvent> eventsFor(DispatchRig &rig, const DispatchRig::Person &person, RoomId room)
{
    return rig.ask<HistoryPage>(person.connection, FetchHistory{ room, 0, 0, 0 }).value().events;
}

RoomId directRoomOf(DispatchRig &rig, const DispatchRig::Person &person)
{
    const auto resumed = rig.ask<Resumed>(person.connection, Resume{});
    for (const RoomSummary &room : resumed->rooms) {
        if (room.kind == RoomKind::Direct)
            return room.id;
    }
    return {};
}

} // namespace

/// How people without an account speak in a room (room_door.h).
class TestRoomDoors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDoorMakesItsAccountOnce();
    void aLoginOfSomebodyElseIsRefused();
    void gatewayLoginsCannotBeRegistered();
    void aNamedRoomIsFoundOrMade();
    void theOwnRoomIsFoundAgainAndHasTheModerators();
    void theFirstOwnerIsBroughtInToo();
    void aGuestSpeaksUnderItsName();
    void whatCameBeforeTheDoorOpenedIsHeld();
    void textsAreCheckedLikeAnyMessage();
    void guestsHearTheRoomInItsOrder();
    void namesFollowTheRules_data();
    void namesFollowTheRules();
    void numbersThatLookTakenGetAnother();
    void aGuestThatLeavesAtOnceIsNoEvent();
    void arrivalsAndDataAreEvents();
    void guestsWriteAsFastAsAnAccountMay();
    void guestsOfOneAddressShareALimit();
    void guestsOfADoorShareALimitInTurn();
    void whatWaitsTooLongIsRefused();
    void dataCountsLikeAMessage();
    void leavingComesAfterWhatWasSaid();
    void leavingWaitsNoLongerThanAnything();
    void peopleAreThoseWhoAreHere();
    void guestsWhisperToEachOther();
    void aMemberIsWrittenToInADirectRoom();
    void anAnswerReachesWhoWroteLastOrIsNamed();
    void anAnswerToNobodySaysSo();
    void anAnswerToWhoCannotBeToldSaysSo();
    void whoLeavesATalkIsNamedWithItsDoor();
    void aRushOfArrivalsDoesNotFillTheRoom();
};

void TestRoomDoors::aDoorMakesItsAccountOnce()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    for (int start = 0; start < 2; ++start) {
        Gatekeeper keeper(rig.dispatcher->openDoor(textWish()));
        QVERIFY(waitUntil([&] { return keeper.room.isValid(); }));
        QCOMPARE(keeper.room, rig.firstRoom());
        QCOMPARE(keeper.roomName, u"General"_s);
        rig.restart();
        marie = rig.comeBack(marie);
        const auto members = rig.ask<MemberList>(marie.connection, ListMembers{ rig.firstRoom(), 0, 0 });
        QCOMPARE(members->members.size(), 2);
        QCOMPARE(members->members.back().profile.login, u"salon-text"_s);
        QCOMPARE(members->members.back().role, Role::Bot);
        // It stands for nobody who reads.
        QVERIFY(rig.ask<SeenList>(marie.connection, ListSeen{ rig.firstRoom() })->positions.isEmpty());
    }
    // Nobody gets in by this account.
    const auto stranger = rig.greet();
    QVERIFY(rig.codeOf<LoggedIn>(stranger, LoginWithPassword{ u"salon-text"_s, u"password"_s, {} }) != 0);
}

void TestRoomDoors::aLoginOfSomebodyElseIsRefused()
{
    DispatchRig rig;
    rig.join(u"marie"_s);
    DoorWish wish = textWish();
    wish.login = u"marie"_s;
    Gatekeeper keeper(rig.dispatcher->openDoor(wish));
    const GuestId guest = keeper.enter();
    QCOMPARE(keeper.say(guest, u"x"_s).error.code, ErrorCode::LoginTaken);
    QCOMPARE(keeper.refusal, std::optional(ErrorCode::LoginTaken));
    QCOMPARE(keeper.say(guest, u"x"_s).error.code, ErrorCode::LoginTaken);
    keeper.door().leave(guest);
    QVERIFY(keeper.names.isEmpty());
}

void TestRoomDoors::gatewayLoginsCannotBeRegistered()
{
    DispatchRig rig;
    const auto connection = rig.greet();
    for (const QString &login : { u"salon-text"_s, u"Salon-x"_s, u"salon-classroom"_s }) {
        const auto refused = rig.ask<LoggedIn>(connection, Register{ login, {}, u"long enough"_s, {}, {} });
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::InvalidLogin);
    }
    QVERIFY(rig.ask<LoggedIn>(connection, Register{ u"salonnier"_s, {}, u"long enough"_s, {}, {} }));
}

void TestRoomDoors::aNamedRoomIsFoundOrMade()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    const RoomId builds = rig.openRoom(marie, u"Builds"_s);
    DoorWish wish = textWish();
    wish.room = DoorWish::Room::Named;
    wish.roomName = u"builds"_s;
    Gatekeeper keeper(rig.dispatcher->openDoor(wish));
    QVERIFY(waitUntil([&] { return keeper.room.isValid(); }));
    QCOMPARE(keeper.room, builds);

    wish.login = u"salon-other"_s;
    wish.roomName = u"New one"_s;
    Gatekeeper other(rig.dispatcher->openDoor(wish));
    QVERIFY(waitUntil([&] { return other.room.isValid(); }));
    QCOMPARE(other.roomName, u"New one"_s);
    QVERIFY(rig.ask<RoomOpened>(marie.connection, JoinRoom{ other.room }));
}

void TestRoomDoors::theOwnRoomIsFoundAgainAndHasTheModerators()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    auto jean = rig.join(u"jean"_s);
    rig.openRoom(jean, u"Classroom"_s); // the name is taken
    QVERIFY(rig.ask<LoggedIn>(marie.connection, ClaimOwnership{ rig.dispatcher->ownerCode() }));
    RoomId room;
    {
        Gatekeeper keeper(rig.dispatcher->openDoor(classroomWish()));
        QVERIFY(waitUntil([&] { return keeper.room.isValid(); }));
        QCOMPARE(keeper.roomName, u"Classroom 2"_s);
        room = keeper.room;
        QVERIFY(waitUntil([&] { return !rig.net.receivedAs<RoomAdded>(marie.connection).isEmpty(); }));
        QCOMPARE(rig.net.receivedAs<RoomAdded>(marie.connection).front().room.id, room);
        QVERIFY(rig.net.receivedAs<RoomAdded>(jean.connection).isEmpty());
        QVERIFY(rig.ask<RoomOpened>(marie.connection, RenameRoom{ room, u"TP 3"_s }).error().code
            != ErrorCode::NotPermitted);
    }
    rig.restart();
    Gatekeeper again(rig.dispatcher->openDoor(classroomWish()));
    QVERIFY(waitUntil([&] { return again.room.isValid(); }));
    QCOMPARE(again.room, room);
    QCOMPARE(again.roomName, u"TP 3"_s);
}

void TestRoomDoors::theFirstOwnerIsBroughtInToo()
{
    DispatchRig rig;
    Gatekeeper keeper(rig.dispatcher->openDoor(classroomWish()));
    QVERIFY(waitUntil([&] { return keeper.room.isValid(); }));
    auto marie = rig.join(u"marie"_s);
    QVERIFY(rig.ask<LoggedIn>(marie.connection, ClaimOwnership{ rig.dispatcher->ownerCode() }));
    QVERIFY(waitUntil([&] { return !rig.net.receivedAs<RoomAdded>(marie.connection).isEmpty(); }));
    QCOMPARE(rig.net.receivedAs<RoomAdded>(marie.connection).front().room.id, keeper.room);
}

void TestRoomDoors::aGuestSpeaksUnderItsName()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    QVERIFY(rig.ask<HistoryPage>(marie.connection, Follow{ rig.firstRoom(), 0 })->live);
    Gatekeeper keeper(rig.dispatcher->openDoor(textWish()));
    const GuestId guest = keeper.enter();
    QVERIFY(keeper.say(guest, u"Bonjour @marie"_s).done);
    QCOMPARE(keeper.names.value(guest), u"guest-1"_s);
    const RoomEvent event = rig.net.receivedAs<RoomEvent>(marie.connection).back();
    QCOMPARE(event.kind, EventKind::Message);
    QCOMPARE(event.alias, u"guest-1"_s);
    QCOMPARE(event.authorName, u"Plain text"_s);
    QCOMPARE(event.text, u"Bonjour @marie"_s);
    QCOMPARE(event.mentions, QList<AccountId>{ marie.account });
    rig.restart();
    marie = rig.comeBack(marie);
    QCOMPARE(eventsFor(rig, marie, rig.firstRoom()).back().alias, u"guest-1"_s);
}

void TestRoomDoors::whatCameBeforeTheDoorOpenedIsHeld()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    Gatekeeper keeper(rig.dispatcher->openDoor(textWish()));
    const GuestId guest = keeper.enter();
    keeper.door().say(guest, 1001, u"first"_s);
    keeper.door().say(guest, 1002, u"second"_s);
    keeper.door().leave(guest);
    QVERIFY(!keeper.room.isValid());
    QVERIFY(waitUntil([&] { return keeper.answers.size() == 2; }));
    const auto events = eventsFor(rig, marie, rig.firstRoom());
    QCOMPARE(events.back().text, u"second"_s);
    QCOMPARE(events.at(events.size() - 2).text, u"first"_s);
    QCOMPARE(keeper.answers.first().request, quint64(1001));
}

void TestRoomDoors::textsAreCheckedLikeAnyMessage()
{
    DispatchRig rig;
    Gatekeeper keeper(rig.dispatcher->openDoor(textWish()));
    const GuestId guest = keeper.enter();
    QCOMPARE(keeper.say(guest, u"x"_s.repeated(20'000)).error.code, ErrorCode::TextTooLong);
    QCOMPARE(keeper.say(guest, {}).error.code, ErrorCode::EmptyText);
    QVERIFY(keeper.say(guest, u"bell\u0007"_s).done);
    QCOMPARE(keeper.words.back().text, u"bell\ufffd"_s);
    keeper.answers.clear();
    keeper.door().say(GuestId{ 77 }, 5, u"nobody"_s); // never arrived
    QVERIFY(keeper.say(guest, u"x"_s).done);
    QCOMPARE(keeper.answers.size(), 1);
}

void TestRoomDoors::guestsHearTheRoomInItsOrder()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    Gatekeeper keeper(rig.dispatcher->openDoor(textWish()));
    const GuestId guest = keeper.enter();
    QVERIFY(keeper.say(guest, u"one"_s).done);
    QVERIFY(rig.say(marie, rig.firstRoom(), u"two"_s));
    bool announced = false;
    rig.dispatcher->announce(u"three"_s, [&](const Result<> &done) { announced = done.has_value(); });
    QVERIFY(waitUntil([&] { return announced; }));
    const RoomId elsewhere = rig.openRoom(marie, u"Elsewhere"_s);
    QVERIFY(rig.say(marie, elsewhere, u"not heard"_s));
    const auto words = keeper.words.last(3);
    QCOMPARE(words[0].guest, guest);
    QCOMPARE(words[0].name, u"guest-1"_s);
    QCOMPARE(words[0].role, Role::Bot);
    QCOMPARE(words[1].name, u"marie"_s);
    QCOMPARE(words[1].role, Role::Member);
    QVERIFY(!words[1].guest.isValid());
    QCOMPARE(words[2].kind, EventKind::Announcement);
    QCOMPARE(words[2].text, u"three"_s);
    QCOMPARE(words[2].seq, words[0].seq + 2);
    SendMessage edit = rig.draft(marie, rig.firstRoom(), u"two, better"_s);
    edit.kind = EventKind::Edited;
    edit.target = words[1].seq;
    edit.format = TextFormat::Markdown;
    QVERIFY(rig.ask<Sent>(marie.connection, edit));
    QCOMPARE(keeper.words.back().kind, EventKind::Edited);
    QCOMPARE(keeper.words.back().name, u"marie"_s);
    QCOMPARE(keeper.words.back().text, u"two, better"_s);
    QCOMPARE(keeper.words.back().format, TextFormat::Markdown);
}

void TestRoomDoors::namesFollowTheRules_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("code");
    QTest::newRow("plain") << u"nour"_s << 0;
    QTest::newRow("accents") << u"Élodie"_s << 0;
    QTest::newRow("own-again") << u"GUEST-1"_s << 0;
    QTest::newRow("account") << u"marie"_s << int(ErrorCode::NameLooksAlike);
    QTest::newRow("account-in-capitals") << u"MARIE"_s << int(ErrorCode::NameLooksAlike);
    QTest::newRow("account-with-a-foreign-letter") << u"m\u0430rie"_s << int(ErrorCode::InvalidDisplayName);
    QTest::newRow("the-gateway") << u"salon-text"_s << int(ErrorCode::NameLooksAlike);
    QTest::newRow("another-guest") << u"guest-2"_s << int(ErrorCode::NameLooksAlike);
    QTest::newRow("looks-like-another-guest") << u"Guest-2"_s << int(ErrorCode::NameLooksAlike);
    for (const QString &reserved : { u"admin"_s, u"ADMIN"_s, u"rnoderator"_s, u"server"_s, u"everyone"_s, u"Salon"_s,
             u"opérateur"_s, u"operateur"_s, u"Modérateur"_s, u"tous"_s, u"ici"_s })
        QTest::newRow(qPrintable(u"reserved-"_s + reserved)) << reserved << int(ErrorCode::NameLooksAlike);
    QTest::newRow("longer-than-a-reserved-one") << u"administrée"_s << 0;
    QTest::newRow("two-words") << u"two words"_s << int(ErrorCode::InvalidDisplayName);
    QTest::newRow("colon") << u"marie:"_s << int(ErrorCode::InvalidDisplayName);
    QTest::newRow("slash") << u"/quit"_s << int(ErrorCode::InvalidDisplayName);
    for (const QString &number : { u"1"_s, u"12"_s, u"0"_s, u"\u0661\u0662"_s, u"\uff11"_s, u"\U0001d7cf"_s, u"l2"_s,
             u"l"_s, u"I"_s, u"lO"_s, u"1O1"_s })
        QTest::newRow(qPrintable(u"number-"_s + number)) << number << int(ErrorCode::InvalidDisplayName);
    for (const QString &word : { u"lol"_s, u"Lili"_s, u"Lilo"_s, u"nour2"_s, u"2-3"_s })
        QTest::newRow(qPrintable(u"no-number-"_s + word)) << word << 0;
    QTest::newRow("empty") << QString() << int(ErrorCode::InvalidDisplayName);
    QTest::newRow("too-long") << u"x"_s.repeated(33) << int(ErrorCode::InvalidDisplayName);
    QTest::newRow("bidi") << u"abc\u202e"_s << int(ErrorCode::InvalidDisplayName);
    QTest::newRow("control") << u"abc\u001b[2J"_s << int(ErrorCode::InvalidDisplayName);
}

void TestRoomDoors::namesFollowTheRules()
{
    QFETCH(QString, name);
    QFETCH(int, code);
    DispatchRig rig;
    rig.join(u"marie"_s);
    Gatekeeper keeper(rig.dispatcher->openDoor(textWish()));
    const GuestId guest = keeper.enter();
    keeper.enter();
    const GuestAnswer answer = keeper.rename(guest, name);
    QCOMPARE(answer.done ? 0 : int(answer.error.code), code);
    QVERIFY(answer.renames);
    QVERIFY(keeper.say(guest, u"x"_s).done);
    QCOMPARE(keeper.words.back().name, code == 0 ? name : u"guest-1"_s);
    if (code == 0) {
        keeper.door().leave(guest);
        const GuestId next = keeper.enter();
        QVERIFY(keeper.rename(next, name).done || name == u"GUEST-1"_s); // free again
    }
}

void TestRoomDoors::numbersThatLookTakenGetAnother()
{
    DispatchRig rig;
    rig.join(u"guest-1"_s);
    Gatekeeper keeper(rig.dispatcher->openDoor(textWish()));
    const GuestId guest = keeper.enter();
    QVERIFY(waitUntil([&] { return keeper.names.contains(guest); }));
    QCOMPARE(keeper.names.value(guest), u"guest-1-2"_s);
}

void TestRoomDoors::aGuestThatLeavesAtOnceIsNoEvent()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    Gatekeeper keeper(rig.dispatcher->openDoor(textWish()));
    QSignalSpy left(&keeper.door(), &RoomDoor::guestLeft);
    const GuestId guest = keeper.enter(3'600'000);
    QVERIFY(keeper.say(guest, u"build failed"_s).done);
    keeper.door().leave(guest);
    QTRY_COMPARE(left.size(), 1);
    QCOMPARE(left.first(), QVariantList({ u"text"_s, u"guest-1"_s, u"192.0.2.9:4711"_s }));
    QCOMPARE(eventsFor(rig, marie, rig.firstRoom()).back().text, u"build failed"_s);
}

void TestRoomDoors::arrivalsAndDataAreEvents()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    Gatekeeper keeper(rig.dispatcher->openDoor(textWish()));
    const GuestId guest = keeper.enter(0, u"transfer"_s);
    keeper.door().noteData(guest, 64, QByteArray(32, '\xab'));
    keeper.door().leave(guest);
    const GuestId quiet = keeper.enter(1);
    QVERIFY(waitUntil([&] { return keeper.words.size() > 3 && keeper.words.back().name == u"guest-2"_s; }));
    keeper.door().leave(quiet);
    QVERIFY(waitUntil([&] { return keeper.words.back().kind == EventKind::GuestLeft; }));
    const auto events = eventsFor(rig, marie, rig.firstRoom()).last(5);
    const QString address = u"192.0.2.9:4711"_s;
    QCOMPARE(events[0].kind, EventKind::GuestArrived);
    QCOMPARE(events[0].params, QStringList({ u"transfer"_s, address }));
    QCOMPARE(events[0].alias, u"guest-1"_s);
    QCOMPARE(events[1].kind, EventKind::DataReceived);
    QCOMPARE(events[1].params, QStringList({ u"transfer"_s, u"64"_s, u"ab"_s.repeated(32) }));
    QCOMPARE(events[2].kind, EventKind::GuestLeft);
    QCOMPARE(events[2].params, QStringList({ u"transfer"_s, address }));
    QCOMPARE(events[3].params, QStringList({ u"text"_s, QString() }));
    QCOMPARE(events[4].kind, EventKind::GuestLeft);
    // Nothing of it is unread.
    const auto resumed = rig.ask<Resumed>(marie.connection, Resume{});
    for (const RoomSummary &room : resumed->rooms)
        QCOMPARE(room.unread, 0U);
}

void TestRoomDoors::guestsWriteAsFastAsAnAccountMay()
{
    DispatchRig rig;
    rig.settings.messages = { 20, 2 };
    rig.restart();
    Gatekeeper keeper(rig.dispatcher->openDoor(textWish()));
    const GuestId fast = keeper.enter();
    const GuestId other = keeper.enter();
    for (int i = 0; i < 24; ++i)
        keeper.door().say(fast, quint64(1000 + i), QString::number(i));
    QVERIFY(waitUntil([&] { return keeper.answers.size() == 20; }));
    QVERIFY(keeper.say(other, u"unhindered"_s).done);
    QCOMPARE(keeper.answers.size(), 21);
    rig.clock.advance(500);
    QVERIFY(waitUntil([&] { return keeper.answers.size() == 22; }));
    rig.clock.advance(1500);
    QVERIFY(waitUntil([&] { return keeper.answers.size() == 25; }));
    for (const GuestAnswer &answer : std::as_const(keeper.answers))
        QVERIFY(answer.done);
    QCOMPARE(keeper.words.back().text, u"23"_s);
}

void TestRoomDoors::guestsOfOneAddressShareALimit()
{
    DispatchRig rig;
    rig.settings.messages = { 20, 2 };
    rig.restart();
    Gatekeeper keeper(rig.dispatcher->openDoor(textWish()));
    keeper.prefix = u"192.0.2.9"_s;
    for (int i = 0; i < 4; ++i) {
        const GuestId guest = keeper.enter();
        for (int line = 0; line < 20; ++line)
            keeper.door().say(guest, quint64(1000 * (i + 1) + line), u"line"_s);
    }
    keeper.prefix = u"192.0.2.10"_s;
    const GuestId other = keeper.enter();
    QVERIFY(keeper.say(other, u"unhindered"_s).done);
    QCOMPARE(keeper.answers.size(), 40 + 1);
    rig.clock.advance(1000);
    QVERIFY(waitUntil([&] { return keeper.answers.size() == 40 + 1 + 4; }));
    // A new connection is nothing new.
    keeper.prefix = u"192.0.2.9"_s;
    keeper.door().say(keeper.enter(), 9000, u"again"_s);
    QVERIFY(keeper.say(other, u"unhindered"_s).done);
    QCOMPARE(keeper.answers.size(), 40 + 1 + 4 + 1);
}

void TestRoomDoors::guestsOfADoorShareALimitInTurn()
{
    DispatchRig rig;
    rig.settings.messages = { 20, 2 };
    rig.restart();
    const auto marie = rig.join(u"marie"_s);
    Gatekeeper keeper(rig.dispatcher->openDoor(textWish()));
    QList<GuestId> guests;
    for (int i = 0; i < 20; ++i) {
        guests.append(keeper.enter());
        for (int line = 0; line < 15; ++line)
            keeper.door().say(guests.last(), quint64(1000 * (i + 1) + line), u"line"_s);
    }
    QVERIFY(waitUntil([&] { return keeper.answers.size() >= 200; }));
    QVERIFY(rig.ask<MemberList>(marie.connection, ListMembers{ rig.firstRoom(), 0, 0 })); // behind all of theirs
    QCOMPARE(keeper.answers.size(), 200);
    // The last seven have not said anything yet, and now get their turn with all others who wait.
    rig.clock.advance(700); // 14 more
    QVERIFY(waitUntil([&] { return keeper.answers.size() == 214; }));
    for (qsizetype i = 14; i < 20; ++i) {
        const auto said = std::count_if(keeper.answers.cbegin(), keeper.answers.cend(),
            [&](const GuestAnswer &answer) { return answer.guest == guests.at(i); });
        QVERIFY2(said >= 2, qPrintable(QString::number(said)));
    }
}

void TestRoomDoors::whatWaitsTooLongIsRefused()
{
    DispatchRig rig;
    rig.settings.messages = { 2, 2 };
    rig.restart();
    Gatekeeper keeper(rig.dispatcher->openDoor(textWish()));
    const GuestId fast = keeper.enter();
    for (int i = 0; i < 4; ++i)
        keeper.door().say(fast, quint64(1000 + i), QString::number(i));
    QVERIFY(waitUntil([&] { return keeper.answers.size() == 2; }));
    rig.clock.advance(10'000);
    const GuestAnswer late = keeper.say(keeper.enter(), u"somebody else"_s); // whatever makes it look
    QVERIFY(late.done);
    QVERIFY(waitUntil([&] { return keeper.answers.size() == 5; }, 15'000));
    QCOMPARE(keeper.answers.at(3).error.code, ErrorCode::RateLimited);
    QCOMPARE(keeper.answers.at(4).error.code, ErrorCode::RateLimited);
    QCOMPARE(keeper.words.back().text, u"somebody else"_s);
}

void TestRoomDoors::dataCountsLikeAMessage()
{
    DispatchRig rig;
    rig.settings.messages = { 3, 2 };
    rig.restart();
    Gatekeeper keeper(rig.dispatcher->openDoor(textWish()));
    const GuestId guest = keeper.enter();
    for (int i = 0; i < 5; ++i)
        keeper.door().noteData(guest, i, QByteArray(32, 'x'));
    QVERIFY(keeper.say(keeper.enter(), u"unhindered"_s).done);
    const auto noted = [&] {
        return std::count_if(keeper.words.cbegin(), keeper.words.cend(),
            [](const RoomWord &word) { return word.kind == EventKind::DataReceived; });
    };
    QCOMPARE(noted(), 3);
    rig.clock.advance(1000);
    QVERIFY(waitUntil([&] { return noted() == 5; }));
}

void TestRoomDoors::leavingWaitsNoLongerThanAnything()
{
    DispatchRig rig;
    rig.settings.messages = { 2, 2 };
    rig.restart();
    Gatekeeper keeper(rig.dispatcher->openDoor(textWish()));
    QSignalSpy left(&keeper.door(), &RoomDoor::guestLeft);
    const GuestId guest = keeper.enter();
    for (int i = 0; i < 50; ++i)
        keeper.door().say(guest, quint64(1000 + i), QString::number(i));
    keeper.door().leave(guest);
    QVERIFY(waitUntil([&] { return keeper.answers.size() == 2; }));
    QVERIFY(left.isEmpty());
    rig.clock.advance(10'000);
    QVERIFY(waitUntil([&] { return left.size() == 1; }, 15'000));
    QCOMPARE(keeper.words.back().text, u"1"_s);
}

void TestRoomDoors::leavingComesAfterWhatWasSaid()
{
    DispatchRig rig;
    rig.settings.messages = { 1, 2 };
    rig.restart();
    Gatekeeper keeper(rig.dispatcher->openDoor(textWish()));
    QSignalSpy left(&keeper.door(), &RoomDoor::guestLeft);
    const GuestId guest = keeper.enter();
    keeper.door().say(guest, 1, u"one"_s);
    keeper.door().say(guest, 2, u"two"_s);
    keeper.door().leave(guest);
    QVERIFY(waitUntil([&] { return keeper.answers.size() == 1; }));
    QVERIFY(left.isEmpty());
    rig.clock.advance(500);
    QVERIFY(waitUntil([&] { return left.size() == 1 && keeper.words.back().text == u"two"_s; }));
    QCOMPARE(keeper.words.back().name, u"guest-1"_s);
}

void TestRoomDoors::peopleAreThoseWhoAreHere()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    auto jean = rig.join(u"jean"_s);
    rig.disconnect(jean.connection);
    Gatekeeper keeper(rig.dispatcher->openDoor(textWish()));
    const GuestId guest = keeper.enter();
    keeper.enter();
    QCOMPARE(keeper.people(guest), QStringList({ u"marie"_s, u"guest-1"_s, u"guest-2"_s }));
}

void TestRoomDoors::guestsWhisperToEachOther()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    Gatekeeper keeper(rig.dispatcher->openDoor(textWish()));
    const GuestId one = keeper.enter();
    const GuestId two = keeper.enter();
    const GuestAnswer answer = keeper.tell(one, u"Guest-2: psst"_s);
    QVERIFY(answer.done);
    QCOMPARE(answer.name, u"guest-2"_s);
    QCOMPARE(keeper.whispers, QList<PrivateWord>({ { two, u"guest-1"_s, u"psst"_s } }));
    QCOMPARE(keeper.tell(one, u"guest-22 psst"_s).error.code, ErrorCode::AccountUnknown);
    QCOMPARE(keeper.tell(one, u"guest-2"_s).error.code, ErrorCode::EmptyText);
    QCOMPARE(keeper.tell(one, {}).error.code, ErrorCode::AccountUnknown);
    QVERIFY(eventsFor(rig, marie, rig.firstRoom()).back().text.isEmpty()); // nothing is stored
}

void TestRoomDoors::aMemberIsWrittenToInADirectRoom()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    Gatekeeper keeper(rig.dispatcher->openDoor(textWish()));
    const GuestId guest = keeper.enter();
    QVERIFY(keeper.tell(guest, u"marie hello"_s).done);
    QCOMPARE(rig.net.receivedAs<RoomAdded>(marie.connection).size(), 1);
    QVERIFY(keeper.tell(guest, u"@marie, again"_s).done);
    QCOMPARE(rig.net.receivedAs<RoomAdded>(marie.connection).size(), 1);
    const RoomId direct = directRoomOf(rig, marie);
    const auto events = eventsFor(rig, marie, direct);
    QCOMPARE(events.size(), 3);
    QCOMPARE(events[1].text, u"hello"_s);
    QCOMPARE(events[1].alias, u"guest-1"_s);
    QCOMPARE(events[2].text, u"again"_s);
}

void TestRoomDoors::anAnswerReachesWhoWroteLastOrIsNamed()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    Gatekeeper keeper(rig.dispatcher->openDoor(textWish()));
    const GuestId one = keeper.enter();
    const GuestId two = keeper.enter();
    QVERIFY(keeper.tell(one, u"marie I am one"_s).done);
    const RoomId direct = directRoomOf(rig, marie);
    QVERIFY(rig.say(marie, direct, u"hello one"_s));
    QCOMPARE(keeper.whispers.back(), PrivateWord({ one, u"marie"_s, u"hello one"_s }));
    QVERIFY(keeper.tell(two, u"marie I am two"_s).done);
    QVERIFY(rig.say(marie, direct, u"hello two"_s));
    QCOMPARE(keeper.whispers.back().guest, two);
    QVERIFY(rig.say(marie, direct, u"guest-1: and you?"_s));
    QCOMPARE(keeper.whispers.back(), PrivateWord({ one, u"marie"_s, u"and you?"_s }));
    QVERIFY(rig.say(marie, direct, u"still you"_s));
    QCOMPARE(keeper.whispers.back().guest, one);
}

void TestRoomDoors::anAnswerToNobodySaysSo()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    RoomId direct;
    {
        Gatekeeper keeper(rig.dispatcher->openDoor(textWish()));
        const GuestId guest = keeper.enter();
        QVERIFY(keeper.tell(guest, u"marie hello"_s).done);
        direct = directRoomOf(rig, marie);
        keeper.door().leave(guest);
        QVERIFY(waitUntil([&] { return eventsFor(rig, marie, direct).back().kind == EventKind::GuestLeft; }));
        QCOMPARE(eventsFor(rig, marie, direct).back().alias, u"guest-1"_s);
        const auto count = eventsFor(rig, marie, direct).size();
        QVERIFY(rig.say(marie, direct, u"are you there?"_s));
        QVERIFY(waitUntil([&] { return eventsFor(rig, marie, direct).size() == count + 2; }));
        QCOMPARE(eventsFor(rig, marie, direct).back().kind, EventKind::GuestLeft);
        QVERIFY(keeper.whispers.isEmpty());
    }
    rig.restart();
    marie = rig.comeBack(marie);
    marie.counters.insert(direct, 1);
    Gatekeeper again(rig.dispatcher->openDoor(textWish()));
    QVERIFY(waitUntil([&] { return again.room.isValid(); }));
    QVERIFY(rig.say(marie, direct, u"and now?"_s));
    QVERIFY(waitUntil([&] { return eventsFor(rig, marie, direct).back().kind == EventKind::GuestLeft; }));
}

void TestRoomDoors::anAnswerToWhoCannotBeToldSaysSo()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    Gatekeeper keeper(rig.dispatcher->openDoor(textWish()));
    const GuestId netcat = keeper.enter(3'600'000, u"netcat"_s);
    const GuestId deaf = keeper.enter(3'600'000, u"multichat"_s);
    QVERIFY(keeper.tell(netcat, u"marie hello"_s).done);
    const RoomId direct = directRoomOf(rig, marie);
    QVERIFY(rig.say(marie, direct, u"guest-2: do you hear me?"_s));
    QVERIFY(waitUntil([&] { return eventsFor(rig, marie, direct).back().kind == EventKind::GuestLeft; }));
    QCOMPARE(eventsFor(rig, marie, direct).back().alias, QString()); // nobody is there, and nobody has left
    QCOMPARE(eventsFor(rig, marie, direct).back().params, QStringList({ u"multichat"_s, QString() }));
    QVERIFY(keeper.whispers.isEmpty());
    QVERIFY(rig.say(marie, direct, u"and you?"_s)); // the talk goes on with who can be told
    QCOMPARE(keeper.whispers.back(), PrivateWord({ netcat, u"marie"_s, u"and you?"_s }));
    QCOMPARE(keeper.tell(netcat, u"guest-2 psst"_s).error.code, ErrorCode::AccountUnknown);
    QVERIFY(keeper.say(deaf, u"still here"_s).done);
}

void TestRoomDoors::whoLeavesATalkIsNamedWithItsDoor()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    Gatekeeper keeper(rig.dispatcher->openDoor(textWish()));
    const GuestId guest = keeper.enter(3'600'000, u"netcat"_s);
    QVERIFY(keeper.tell(guest, u"marie hello"_s).done);
    QVERIFY(keeper.rename(guest, u"nour"_s).done);
    const RoomId direct = directRoomOf(rig, marie);
    QVERIFY(rig.say(marie, direct, u"hello"_s));
    keeper.door().leave(guest);
    QVERIFY(waitUntil([&] { return eventsFor(rig, marie, direct).back().kind == EventKind::GuestLeft; }));
    QCOMPARE(eventsFor(rig, marie, direct).back().alias, u"nour"_s);
    QCOMPARE(eventsFor(rig, marie, direct).back().params, QStringList({ u"netcat"_s, QString() }));
}

void TestRoomDoors::aRushOfArrivalsDoesNotFillTheRoom()
{
    DispatchRig rig;
    Gatekeeper keeper(rig.dispatcher->openDoor(textWish()));
    QSignalSpy arrived(&keeper.door(), &RoomDoor::guestArrived);
    QSignalSpy left(&keeper.door(), &RoomDoor::guestLeft);
    QSignalSpy leftOut(&keeper.door(), &RoomDoor::arrivalsLeftOut);
    const auto comeAndGo = [&](int times) {
        for (int i = 0; i < times; ++i)
            keeper.door().leave(keeper.enter(0, u"presence"_s));
        return waitUntil([&] { return arrived.size() == left.size() && arrived.size() >= times; });
    };
    const auto told = [&](EventKind kind) {
        return std::count_if(
            keeper.words.cbegin(), keeper.words.cend(), [kind](const RoomWord &word) { return word.kind == kind; });
    };
    QVERIFY(comeAndGo(300));
    QCOMPARE(arrived.size(), 300); // the operator is told of all
    QVERIFY(waitUntil([&] { return told(EventKind::GuestLeft) >= 60; }));
    QCOMPARE(told(EventKind::GuestArrived), 60);
    QCOMPARE(told(EventKind::GuestLeft), 60);
    const GuestId unseen = keeper.enter(0, u"presence"_s);
    QVERIFY(keeper.say(unseen, u"Bonjour"_s).done); // what it says is shown all the same
    QCOMPARE(keeper.words.back().name, u"guest-301"_s);
    keeper.door().leave(unseen);
    QVERIFY(waitUntil([&] { return leftOut.size() == 1; }, 15'000));
    QCOMPARE(leftOut.front().front().toInt(), 241);
    rig.clock.advance(1000);
    QVERIFY(comeAndGo(20));
    QVERIFY(waitUntil([&] { return told(EventKind::GuestLeft) >= 65; }));
    QCOMPARE(told(EventKind::GuestArrived), 65);
}

QTEST_GUILESS_MAIN(TestRoomDoors)
#include "tst_room_doors.moc"
