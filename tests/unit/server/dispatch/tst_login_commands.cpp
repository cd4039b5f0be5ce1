// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/dispatch_rig.h"
#include "tests/support/wait_until.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

/// How one becomes somebody, and stays the only one.
class TestLoginCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theOwnerCodeMakesTheOwner();
    void ownershipIsClaimedOnce();
    void registrationFollowsThePolicy();
    void invitationsAreUsedUpAndExpire();
    void onlyModeratorsInvite();
    void hostileNamesAreRefused_data();
    void hostileNamesAreRefused();
    void twoAtOnceDoNotGetOneLogin();
    void passwordsEnrolDevices();
    void wrongPasswordAndUnknownAccountLookTheSame();
    void guessingIsSlowedButKeysStillWork();
    void openRegistrationIsLimitedPerAddress();
    void aProofOfAnotherNonceOrServerIsRefused();
    void aDeviceHasOneConnection();
    void tenDevicesAreEnough();
    void aLoginWithoutDeviceWorks();
    void revokedDevicesAreOut();
    void passwordsAreChangedWithTheOldOne();
    void aNewPasswordEndsLoginsWithoutDevice();
    void oneAccountCannotKeepTheHasherBusy();
    void everybodyLandsInTheFirstRoom();
    void whatComesDuringALoginWaits();
    void kickedPeopleMayComeBack();
    void theOperatorHearsWhoItIs();
};

namespace {

Register registration(DispatchRig &rig, DispatchRig::ConnectionId connection, const QString &login,
    const QString &code = {}, const QString &displayName = {})
{
    return { login, displayName, {}, code, rig.proofOf(connection, DeviceKey::generate()) };
}

} // namespace

void TestLoginCommands::theOwnerCodeMakesTheOwner()
{
    DispatchRig rig;
    rig.settings.registration = RegistrationPolicy::Closed; // even then
    rig.dispatcher->setSettings(rig.settings);
    const QString code = rig.dispatcher->ownerCode();
    auto connection = rig.greet();
    const auto owner = rig.ask<LoggedIn>(connection, registration(rig, connection, u"marie"_s, code.toUpper()));
    QCOMPARE(owner->role, Role::Owner);
    QVERIFY(rig.dispatcher->ownerCode().isEmpty());
    connection = rig.greet();
    QCOMPARE(rig.codeOf<LoggedIn>(connection, registration(rig, connection, u"jean"_s, code)),
        int(ErrorCode::RegistrationClosed));
    rig.restart();
    QVERIFY(rig.dispatcher->ownerCode().isEmpty());
}

void TestLoginCommands::ownershipIsClaimedOnce()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    const QString code = rig.dispatcher->ownerCode();
    QCOMPARE(rig.codeOf<LoggedIn>(marie.connection, ClaimOwnership{ u"wrong"_s }), int(ErrorCode::OwnerCodeWrong));
    QCOMPARE(rig.codeOf<LoggedIn>(marie.connection, ClaimOwnership{}), int(ErrorCode::OwnerCodeWrong));
    QCOMPARE(rig.ask<LoggedIn>(marie.connection, ClaimOwnership{ code })->role, Role::Owner);
    QCOMPARE(rig.codeOf<LoggedIn>(marie.connection, ClaimOwnership{ code }), int(ErrorCode::OwnerCodeWrong));
    QCOMPARE(rig.codeOf<LoggedIn>(marie.connection, ClaimOwnership{}), int(ErrorCode::OwnerCodeWrong));
    rig.restart();
    QCOMPARE(rig.dispatcher->who().size(), 0);
    const auto back = rig.comeBack(marie);
    QCOMPARE(rig.dispatcher->who().value(0).role, Role::Owner);
}

void TestLoginCommands::registrationFollowsThePolicy()
{
    DispatchRig rig;
    const auto tryWith = [&](RegistrationPolicy policy, const QString &login, const QString &code) {
        rig.settings.registration = policy;
        rig.dispatcher->setSettings(rig.settings);
        const auto connection = rig.greet();
        return rig.codeOf<LoggedIn>(connection, registration(rig, connection, login, code));
    };
    QCOMPARE(tryWith(RegistrationPolicy::Closed, u"a"_s, {}), int(ErrorCode::RegistrationClosed));
    QCOMPARE(tryWith(RegistrationPolicy::Closed, u"a"_s, u"code"_s), int(ErrorCode::RegistrationClosed));
    QCOMPARE(tryWith(RegistrationPolicy::Invitation, u"a"_s, {}), int(ErrorCode::InvitationNeeded));
    QCOMPARE(tryWith(RegistrationPolicy::Invitation, u"a"_s, u"code"_s), int(ErrorCode::InvitationUnknown));
    QCOMPARE(tryWith(RegistrationPolicy::Open, u"a"_s, u"code"_s), int(ErrorCode::InvitationUnknown));
    QCOMPARE(tryWith(RegistrationPolicy::Open, u"a"_s, {}), 0);
}

void TestLoginCommands::invitationsAreUsedUpAndExpire()
{
    DispatchRig rig;
    rig.settings.registration = RegistrationPolicy::Invitation;
    rig.settings.reachableAt = JoinLink{ u"chat.example.org"_s, 7256, QByteArray(32, 'p'), {}, false };
    rig.dispatcher->setSettings(rig.settings);
    const auto invite = [&](quint32 seconds, quint32 uses) {
        std::optional<server::NewInvitation> made;
        rig.dispatcher->createInvitation(seconds, uses, [&](const auto &result) { made = *result; });
        if (!waitUntil([&] { return made.has_value(); }))
            qFatal("no invitation");
        return *made;
    };
    const auto use = [&](const QString &login, const QString &code) {
        const auto connection = rig.greet();
        return rig.codeOf<LoggedIn>(connection, registration(rig, connection, login, code));
    };
    const auto once = invite(0, 0);
    QCOMPARE(once.expiresMs, rig.clock.wall + qint64(7) * 24 * 3600 * 1000);
    QCOMPARE(JoinLink::parse(once.link)->invitation, once.code);
    QCOMPARE(use(u"marie"_s, once.code), 0);
    QCOMPARE(use(u"jean"_s, once.code), int(ErrorCode::InvitationUnknown));
    QCOMPARE(use(u"marie"_s, invite(0, 0).code), int(ErrorCode::LoginTaken)); // which uses nothing up

    const auto thrice = invite(3600, 3);
    QCOMPARE(use(u"a1b"_s, thrice.code), 0);
    rig.restart();
    rig.clock.monotonic += 86'400'000; // expiry is a date: only the wall clock counts
    QCOMPARE(use(u"c2d"_s, thrice.code), 0);
    rig.clock.wall = thrice.expiresMs;
    QCOMPARE(use(u"e3f"_s, thrice.code), int(ErrorCode::InvitationExpired));
}

void TestLoginCommands::onlyModeratorsInvite()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    QCOMPARE(rig.codeOf<InvitationCreated>(marie.connection, CreateInvitation{}), int(ErrorCode::NotPermitted));
    QVERIFY(rig.ask<LoggedIn>(marie.connection, ClaimOwnership{ rig.dispatcher->ownerCode() }));
    const auto created = rig.ask<InvitationCreated>(marie.connection, CreateInvitation{ 60, 2 });
    QCOMPARE(created->expiresMs, rig.clock.wall + 60'000);
    QVERIFY(created->link.isEmpty());
}

void TestLoginCommands::hostileNamesAreRefused_data()
{
    QTest::addColumn<QString>("login");
    QTest::addColumn<QString>("displayName");
    QTest::addColumn<int>("code");
    const int login = int(ErrorCode::InvalidLogin);
    const int name = int(ErrorCode::InvalidDisplayName);
    const int alike = int(ErrorCode::NameLooksAlike);
    QTest::newRow("taken") << u"marie"_s << u"Other"_s << int(ErrorCode::LoginTaken);
    QTest::newRow("taken in capitals") << u"MARIE"_s << u"Other"_s << int(ErrorCode::LoginTaken);
    QTest::newRow("login looks alike") << u"rnarie"_s << u"Other"_s << alike;
    QTest::newRow("name like a login") << u"other"_s << u"Marie"_s << alike;
    QTest::newRow("name like a name") << u"other"_s << u"Madame Curie"_s << alike;
    QTest::newRow("cyrillic look-alike") << u"other"_s << u"МаdаmеCuriе"_s << name; // mixes scripts
    QTest::newRow("login like a name") << u"madamecurie"_s << u"Other"_s << 0;
    QTest::newRow("reserved") << u"admin"_s << u""_s << login;
    QTest::newRow("empty") << u""_s << u""_s << login;
    QTest::newRow("with a space") << u"a b"_s << u""_s << login;
    QTest::newRow("path") << u"../x"_s << u""_s << login;
    QTest::newRow("too long") << u"a"_s.repeated(33) << u""_s << login;
    QTest::newRow("escape in the name") << u"other"_s << u"x\u001b[31m"_s << name;
    QTest::newRow("bidi override") << u"other"_s << u"x\u202egnp"_s << name;
    QTest::newRow("invisible") << u"other"_s << u"\u3164"_s << name;
    QTest::newRow("blank name is the login") << u"other"_s << u""_s << 0;
    QTest::newRow("right-to-left") << u"other"_s << u"דוד המלך"_s << 0;
    QTest::newRow("emoji") << u"other"_s << u"Ana 🌻"_s << 0;
}

void TestLoginCommands::hostileNamesAreRefused()
{
    QFETCH(QString, login);
    QFETCH(QString, displayName);
    QFETCH(int, code);
    DispatchRig rig;
    auto connection = rig.greet();
    QVERIFY(rig.ask<LoggedIn>(connection, registration(rig, connection, u"marie"_s, {}, u"Madame Curie"_s)));
    connection = rig.greet();
    QCOMPARE(rig.codeOf<LoggedIn>(connection, registration(rig, connection, login, {}, displayName)), code);
    if (code == 0)
        return;
    // The connection may try again with another name, and nothing of the first try stayed.
    QCOMPARE(rig.codeOf<LoggedIn>(connection, registration(rig, connection, u"good"_s, {}, u"Good"_s)), 0);
    QCOMPARE(rig.dispatcher->counts().accounts, 2);
}

void TestLoginCommands::twoAtOnceDoNotGetOneLogin()
{
    DispatchRig rig;
    QList<std::pair<DispatchRig::ConnectionId, quint64>> waiting;
    for (const QString &login : { u"marie"_s, u"marie"_s, u"rnarie"_s }) {
        const auto connection = rig.greet();
        waiting.append({ connection, rig.send(connection, registration(rig, connection, login)) });
    }
    QVERIFY(rig.answerTo<LoggedIn>(waiting[0].first, waiting[0].second));
    QCOMPARE(rig.answerTo<LoggedIn>(waiting[1].first, waiting[1].second).error().code, ErrorCode::LoginTaken);
    QCOMPARE(rig.answerTo<LoggedIn>(waiting[2].first, waiting[2].second).error().code, ErrorCode::NameLooksAlike);
    QCOMPARE(rig.dispatcher->counts().accounts, 1);
}

void TestLoginCommands::passwordsEnrolDevices()
{
    DispatchRig rig;
    const auto marie = rig.joinWithPassword(u"marie"_s, u"correct horse"_s);
    const auto phone = rig.secondDevice(u"Marie"_s, u"correct horse"_s);
    QCOMPARE(phone.account, marie.account);
    QVERIFY(phone.device != marie.device);
    rig.restart();
    const auto back = rig.comeBack(phone); // by its key from now on
    QCOMPARE(back.account, marie.account);
    QCOMPARE(rig.ask<DeviceList>(back.connection, ListDevices{})->devices.size(), 2);
    // The same password on an enrolled device enrols nothing.
    const auto connection = rig.greet();
    const auto again = rig.ask<LoggedIn>(
        connection, LoginWithPassword{ u"marie"_s, u"correct horse"_s, rig.proofOf(connection, phone.key) });
    QCOMPARE(again->device, phone.device);
    QVERIFY(again->hasPassword);
    // Somebody else's device stays theirs.
    const auto jean = rig.joinWithPassword(u"jean"_s, u"battery staple"_s);
    const auto other = rig.greet();
    QCOMPARE(
        rig.codeOf<LoggedIn>(other, LoginWithPassword{ u"jean"_s, u"battery staple"_s, rig.proofOf(other, phone.key) }),
        int(ErrorCode::DeviceProofInvalid));
}

void TestLoginCommands::wrongPasswordAndUnknownAccountLookTheSame()
{
    DispatchRig rig;
    rig.joinWithPassword(u"marie"_s, u"correct horse"_s);
    rig.join(u"jean"_s); // has no password
    for (const QString &login : { u"marie"_s, u"jean"_s, u"nobody"_s, u"not a login"_s, QString() }) {
        const auto connection = rig.greet();
        const auto refused = rig.ask<LoggedIn>(
            connection, LoginWithPassword{ login, u"wrong horse"_s, rig.proofOf(connection, DeviceKey::generate()) });
        QCOMPARE(refused.error(), (Error{ ErrorCode::WrongCredentials, {}, {}, {} }));
        QVERIFY(!rig.net.isClosed(connection));
    }
    const auto connection = rig.greet();
    QCOMPARE(
        rig.codeOf<LoggedIn>(connection, LoginWithPassword{ u"jean"_s, u""_s, {} }), int(ErrorCode::WrongCredentials));
}

void TestLoginCommands::guessingIsSlowedButKeysStillWork()
{
    DispatchRig rig;
    const auto marie = rig.joinWithPassword(u"marie"_s, u"correct horse"_s);
    rig.disconnect(marie.connection);
    const auto guess = [&](const QString &password) {
        const auto connection = rig.greet(u"198.51.100.7"_s);
        return rig.ask<LoggedIn>(
            connection, LoginWithPassword{ u"marie"_s, password, rig.proofOf(connection, DeviceKey::generate()) });
    };
    for (int i = 0; i < 5; ++i)
        QCOMPARE(guess(u"wrong horse"_s).error().code, ErrorCode::WrongCredentials);
    const auto held = guess(u"correct horse"_s);
    QCOMPARE(held.error().code, ErrorCode::TooManyAttempts);
    QCOMPARE(held.error().retryAfterMs, std::optional<quint32>(1000));
    rig.clock.wall += 86'400'000;
    QCOMPARE(guess(u"correct horse"_s).error().code, ErrorCode::TooManyAttempts);
    QVERIFY(rig.comeBack(marie).account.isValid()); // the device itself is not held back
    rig.clock.monotonic += 1000;
    QVERIFY(guess(u"correct horse"_s));
}

void TestLoginCommands::openRegistrationIsLimitedPerAddress()
{
    DispatchRig rig;
    rig.settings.registrations = { 5, 5.0 / 3600 };
    rig.dispatcher->setSettings(rig.settings);
    const auto tryFrom = [&](const QString &address, const QString &login) {
        const auto connection = rig.greet(address);
        return rig.codeOf<LoggedIn>(connection, registration(rig, connection, login));
    };
    for (int i = 0; i < 5; ++i)
        QCOMPARE(tryFrom(u"198.51.100.7"_s, u"a%1x"_s.arg(QChar(u'a' + i))), 0);
    QCOMPARE(tryFrom(u"198.51.100.7"_s, u"zoe"_s), int(ErrorCode::TooManyAttempts));
    QCOMPARE(tryFrom(u"198.51.100.8"_s, u"zoe"_s), 0);
    QCOMPARE(tryFrom({}, u"local"_s), 0);
    rig.clock.advance(3600 * 1000 / 5);
    QCOMPARE(tryFrom(u"198.51.100.7"_s, u"yan"_s), 0);
}

void TestLoginCommands::aProofOfAnotherNonceOrServerIsRefused()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    const auto first = rig.greet();
    const auto second = rig.greet();
    // A signature made for one connection is nothing on another.
    QCOMPARE(rig.codeOf<LoggedIn>(second, LoginWithKey{ rig.proofOf(first, marie.key) }),
        int(ErrorCode::DeviceProofInvalid));
    DeviceProof broken = rig.proofOf(second, marie.key);
    broken.signature[10] = char(broken.signature[10] ^ 1);
    QCOMPARE(rig.codeOf<LoggedIn>(second, LoginWithKey{ broken }), int(ErrorCode::DeviceProofInvalid));
    DeviceProof shortened = rig.proofOf(second, marie.key);
    shortened.signature.chop(1);
    QCOMPARE(rig.codeOf<LoggedIn>(second, LoginWithKey{ shortened }), int(ErrorCode::DeviceProofInvalid));
    QCOMPARE(rig.codeOf<LoggedIn>(second, LoginWithKey{ rig.proofOf(second, DeviceKey::generate()) }),
        int(ErrorCode::DeviceUnknown));
    QVERIFY(rig.ask<LoggedIn>(second, LoginWithKey{ rig.proofOf(second, marie.key) }));
}

void TestLoginCommands::aDeviceHasOneConnection()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    const auto back = rig.comeBack(marie);
    QCOMPARE(rig.net.goodbyeTo(marie.connection)->reason, GoawayReason::Replaced);
    QVERIFY(!rig.net.goodbyeTo(marie.connection)->retryAfterMs);
    rig.disconnect(marie.connection);
    QCOMPARE(rig.dispatcher->who().size(), 1);
    QCOMPARE(rig.dispatcher->who().front().presence, PresenceState::Online);
    QVERIFY(rig.ask<Resumed>(back.connection, Resume{}));
}

void TestLoginCommands::tenDevicesAreEnough()
{
    DispatchRig rig;
    const auto marie = rig.joinWithPassword(u"marie"_s, u"correct horse"_s);
    for (int i = 1; i < 10; ++i)
        rig.secondDevice(u"marie"_s, u"correct horse"_s);
    const auto connection = rig.greet();
    const LoginWithPassword login{ u"marie"_s, u"correct horse"_s, rig.proofOf(connection, DeviceKey::generate()) };
    const auto refused = rig.ask<LoggedIn>(connection, login);
    QCOMPARE(refused.error().code, ErrorCode::TooManyDevices);
    QCOMPARE(refused.error().params, QList<QString>{ u"10"_s });
    QVERIFY(rig.ask<Done>(marie.connection, RevokeDevice{ marie.device }));
    QVERIFY(rig.ask<LoggedIn>(connection, login));
}

void TestLoginCommands::aLoginWithoutDeviceWorks()
{
    DispatchRig rig;
    const auto connection = rig.greet();
    const Register plain{ u"script"_s, {}, {}, {}, {} };
    QCOMPARE(rig.codeOf<LoggedIn>(connection, plain), int(ErrorCode::PasswordTooShort)); // or nobody could come back
    Register withPassword = plain;
    withPassword.password = u"correct horse"_s;
    const auto in = rig.ask<LoggedIn>(connection, withPassword);
    QVERIFY(!in->device.isValid());
    const SendMessage message{ rig.firstRoom(), makeCid(rig.clock), 1, u"x"_s };
    const Seq seq = rig.ask<Sent>(connection, message)->seq;
    rig.disconnect(connection);

    const auto second = rig.greet();
    QVERIFY(rig.ask<LoggedIn>(second, LoginWithPassword{ u"script"_s, u"correct horse"_s, {} }));
    QCOMPARE(rig.ask<Sent>(second, message)->seq, seq);
    SendMessage next = message;
    next.cid = makeCid(rig.clock);
    next.counter = 2;
    QVERIFY(rig.ask<Sent>(second, next)->seq > seq);
    QVERIFY(rig.ask<Resumed>(second, Resume{})->counters.isEmpty());
}

void TestLoginCommands::revokedDevicesAreOut()
{
    DispatchRig rig;
    auto marie = rig.joinWithPassword(u"marie"_s, u"correct horse"_s);
    const auto phone = rig.secondDevice(u"marie"_s, u"correct horse"_s);
    const auto jean = rig.join(u"jean"_s);
    QCOMPARE(rig.codeOf<Done>(marie.connection, RevokeDevice{ jean.device }), int(ErrorCode::DeviceUnknown));
    QVERIFY(rig.ask<Done>(marie.connection, RevokeDevice{ phone.device }));
    QCOMPARE(rig.net.goodbyeTo(phone.connection)->reason, GoawayReason::Revoked);
    const auto connection = rig.greet();
    QCOMPARE(rig.codeOf<LoggedIn>(connection, LoginWithKey{ rig.proofOf(connection, phone.key) }),
        int(ErrorCode::DeviceUnknown));
    QVERIFY(!rig.net.isClosed(marie.connection));
}

void TestLoginCommands::passwordsAreChangedWithTheOldOne()
{
    DispatchRig rig;
    auto marie = rig.joinWithPassword(u"marie"_s, u"correct horse"_s);
    const auto phone = rig.secondDevice(u"marie"_s, u"correct horse"_s);
    QCOMPARE(rig.codeOf<Done>(marie.connection, ChangePassword{ u"wrong horse"_s, u"battery staple"_s, false }),
        int(ErrorCode::WrongCredentials));
    QCOMPARE(rig.codeOf<Done>(marie.connection, ChangePassword{ u"correct horse"_s, u"short"_s, false }),
        int(ErrorCode::PasswordTooShort));
    QVERIFY(rig.ask<Done>(marie.connection, ChangePassword{ u"correct horse"_s, u"battery staple"_s, true }));
    QCOMPARE(rig.net.goodbyeTo(phone.connection)->reason, GoawayReason::Revoked);
    rig.restart();
    auto connection = rig.greet();
    QCOMPARE(rig.codeOf<LoggedIn>(connection, LoginWithPassword{ u"marie"_s, u"correct horse"_s, {} }),
        int(ErrorCode::WrongCredentials));
    QVERIFY(rig.ask<LoggedIn>(connection, LoginWithPassword{ u"marie"_s, u"battery staple"_s, {} }));
    auto jean = rig.join(u"jean"_s); // has none yet
    QVERIFY(rig.ask<Done>(jean.connection, ChangePassword{ {}, u"first password"_s, false }));
    QVERIFY(rig.secondDevice(u"jean"_s, u"first password"_s).account.isValid());
}

void TestLoginCommands::aNewPasswordEndsLoginsWithoutDevice()
{
    DispatchRig rig;
    auto marie = rig.joinWithPassword(u"marie"_s, u"correct horse"_s);
    const auto thief = rig.greet();
    QVERIFY(rig.ask<LoggedIn>(thief, LoginWithPassword{ u"marie"_s, u"correct horse"_s, {} }));
    QVERIFY(rig.ask<Done>(marie.connection, ChangePassword{ u"correct horse"_s, u"battery staple"_s, false }));
    QVERIFY(!rig.net.isClosed(thief)); // not asked for
    QVERIFY(rig.ask<Done>(marie.connection, ChangePassword{ u"battery staple"_s, u"battery stable"_s, true }));
    QCOMPARE(rig.net.goodbyeTo(thief)->reason, GoawayReason::Revoked);
    QVERIFY(!rig.net.isClosed(marie.connection));
}

void TestLoginCommands::oneAccountCannotKeepTheHasherBusy()
{
    DispatchRig rig;
    auto marie = rig.joinWithPassword(u"marie"_s, u"correct horse"_s);
    rig.settings.commands = { 100, 20 };
    rig.dispatcher->setSettings(rig.settings);
    const ChangePassword change{ u"correct horse"_s, u"correct horse"_s, false };
    for (int i = 0; i < 5; ++i)
        QVERIFY(rig.ask<Done>(marie.connection, change));
    const auto held = rig.ask<Done>(marie.connection, change);
    QCOMPARE(held.error().code, ErrorCode::RateLimited);
    QCOMPARE(held.error().retryAfterMs, std::optional<quint32>(1000));
}

void TestLoginCommands::everybodyLandsInTheFirstRoom()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    QVERIFY(rig.ask<HistoryPage>(marie.connection, Follow{ rig.firstRoom(), 0 })->live);
    auto jean = rig.join(u"jean"_s);
    const auto events = rig.net.receivedAs<RoomEvent>(marie.connection);
    QCOMPARE(events.back().kind, EventKind::Joined);
    QCOMPARE(events.back().author, jean.account);
    const auto resumed = rig.ask<Resumed>(jean.connection, Resume{});
    QCOMPARE(resumed->rooms.size(), 1);
    QVERIFY(resumed->rooms.front().first);
    QCOMPARE(resumed->rooms.front().unread, 0U);
    QCOMPARE(rig.codeOf<Done>(jean.connection, LeaveRoom{ rig.firstRoom() }), int(ErrorCode::CannotLeaveRoom));
}

void TestLoginCommands::whatComesDuringALoginWaits()
{
    DispatchRig rig;
    rig.joinWithPassword(u"marie"_s, u"correct horse"_s);
    const auto connection = rig.greet();
    const quint64 login = rig.nextCorrelation();
    const quint64 resume = rig.nextCorrelation();
    rig.deliver(connection,
        { encodeFrame(LoginWithPassword{ u"marie"_s, u"correct horse"_s, {} }, login), encodeFrame(Resume{}, resume) });
    QVERIFY(rig.net.isPaused(connection));
    QVERIFY(rig.answerTo<LoggedIn>(connection, login));
    QVERIFY(rig.answerTo<Resumed>(connection, resume));
    QVERIFY(!rig.net.isPaused(connection));

    const auto flooding = rig.greet();
    rig.send(flooding, LoginWithPassword{ u"marie"_s, u"correct horse"_s, {} });
    rig.deliver(flooding, QList<QByteArray>(65, encodeFrame(Resume{}, 1000)));
    QCOMPARE(rig.net.goodbyeTo(flooding)->reason, GoawayReason::Protocol);
}

void TestLoginCommands::kickedPeopleMayComeBack()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    QCOMPARE(rig.dispatcher->kick(u"nobody"_s, {}).error().code, ErrorCode::AccountUnknown);
    QCOMPARE(rig.dispatcher->kick(u"Marie"_s, u"à demain"_s).value(), 1);
    QCOMPARE(rig.net.goodbyeTo(marie.connection)->reason, GoawayReason::Kicked);
    QCOMPARE(rig.net.goodbyeTo(marie.connection)->text, u"à demain"_s);
    QCOMPARE(rig.dispatcher->kick(u"marie"_s, {}).value(), 0);
    QVERIFY(rig.comeBack(marie).account.isValid());
}

void TestLoginCommands::theOperatorHearsWhoItIs()
{
    DispatchRig rig;
    QStringList log;
    auto *port = static_cast<server::OperatorPort *>(rig.dispatcher.get());
    QObject::connect(port, &server::OperatorPort::registered, port,
        [&](const server::PresentPerson &person) { log += u"new "_s + person.login; });
    QObject::connect(port, &server::OperatorPort::loggedIn, port,
        [&](const server::PresentPerson &person) { log += u"in "_s + person.login + u' ' + person.device; });
    QObject::connect(port, &server::OperatorPort::loginRefused, port,
        [&](const QString &, const QString &login, const Error &) { log += u"refused "_s + login; });
    QObject::connect(port, &server::OperatorPort::disconnected, port,
        [&](server::ConnectionId, const QString &, const QString &login, const Error &) { log += u"out "_s + login; });
    const auto marie = rig.join(u"marie"_s);
    const auto connection = rig.greet();
    QVERIFY(!rig.ask<LoggedIn>(connection, LoginWithPassword{ u"jean"_s, u"correct horse"_s, {} }));
    rig.disconnect(connection);
    rig.disconnect(marie.connection);
    QCOMPARE(
        log, (QStringList{ u"new marie"_s, u"in marie test device"_s, u"refused jean"_s, u"out "_s, u"out marie"_s }));
}

QTEST_GUILESS_MAIN(TestLoginCommands)
#include "tst_login_commands.moc"
