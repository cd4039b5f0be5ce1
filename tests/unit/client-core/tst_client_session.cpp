// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/unit/client-core/rig.h"

#include <QSignalSpy>

using namespace salon;
using namespace salon::test;
using namespace Qt::StringLiterals;

class TestClientSession : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void walksThroughTheStatesInOrder();
    void laterLoginsUseTheKey();
    void registersAndUsesTheInvitation();
    void registrationWhoseAnswerWasLostIsTakenUp();
    void nameOfSomebodyElseIsTaken();
    void wrongPasswordAsksForCredentialsAndStops();
    void unknownDeviceAsksForCredentials();
    void receiversMayStopItAtAnyStep_data();
    void receiversMayStopItAtAnyStep();
    void busyServerIsTriedAgainByItself();
    void firstKeyIsPinned();
    void changedKeyIsAHardStop();
    void troubleIsKnownWhenItIsOfflineAndGoneWithTheNextAttempt();
    void acceptedKeyConnects();
    void comesBackAfterALoss();
    void retriesWhileRefused();
    void stopEndsRetrying();
    void requestsFailWhenTheConnectionEnds();
    void requestsFailWhenOffline();
    void requestsOfDeadReceiversAreForgotten();
    void silentServerIsDropped();
    void sleepIsNoticedAndADeadConnectionMadeAnew();
    void livingConnectionSurvivesASleep();
    void anotherNetworkIsTriedAtOnce();
    void loginTimeOut();
    void answersPing();
    void pingsForHeads();
    void kickedStaysAway();
    void shutdownComesBack();
    void revokedAsksForCredentials();
    void unknownPushesAreIgnored();
    void malformedReplyIsAnError();

private:
    void goOnline();
    void registrationIsRefused(const QString &login);

    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<FakeServer> m_server;
    std::unique_ptr<Session> m_session;
    DeviceKey m_key = DeviceKey::generate();
};

void TestClientSession::init()
{
    m_session.reset();
    m_clock = std::make_unique<FakeClock>();
    m_server = std::make_unique<FakeServer>();
    m_server->devices.insert(m_key.publicKey);
    m_session = makeSession(*m_server, *m_clock, m_key);
    connect(m_session.get(), &Session::syncStarted, m_session.get(), &Session::finishSync, Qt::QueuedConnection);
}

void TestClientSession::goOnline()
{
    m_session->start();
    QTRY_VERIFY(m_session->isOnline());
}

void TestClientSession::walksThroughTheStatesInOrder()
{
    QList<SessionState> states;
    connect(m_session.get(), &Session::stateChanged, this, [&](SessionState state) { states.append(state); });
    goOnline();
    QCOMPARE(states,
        (QList{ SessionState::Connecting, SessionState::Securing, SessionState::Authenticating, SessionState::Syncing,
            SessionState::Online }));
    QCOMPARE(m_session->self().account, FakeServer::Me);
    QCOMPARE(m_session->welcome().name, u"Test"_s);
}

void TestClientSession::laterLoginsUseTheKey()
{
    m_server->devices.clear();
    m_session->setCredentials(PasswordLogin{ u"me"_s, m_server->password });
    goOnline();
    m_server->cut();
    QTRY_COMPARE(m_server->received(MessageType::LoginWithKey).size(), 1);
    QTRY_VERIFY(m_session->isOnline());
    QCOMPARE(m_server->received(MessageType::LoginWithPassword).size(), 1);
}

void TestClientSession::registersAndUsesTheInvitation()
{
    m_server->registration = RegistrationPolicy::Invitation;
    m_session->setCredentials(Registration{ u"me"_s, u"Moi"_s, {}, {} });
    QSignalSpy needed(m_session.get(), &Session::credentialsNeeded);
    m_session->start();
    QTRY_COMPARE(needed.size(), 1);
    QCOMPARE(needed[0][0].value<RegistrationPolicy>(), RegistrationPolicy::Invitation);
    QCOMPARE(needed[0][1].value<Error>().code, ErrorCode::InvitationNeeded);
    m_session->setCredentials(Registration{ u"me"_s, u"Moi"_s, {}, u"code"_s });
    goOnline();
}

void TestClientSession::registrationWhoseAnswerWasLostIsTakenUp()
{
    m_server->intercept = [this](FakeChannel *channel, const Envelope &request) {
        if (request.is(MessageType::Register))
            m_server->refuse(channel, request, ErrorCode::LoginTaken);
        return request.is(MessageType::Register);
    };
    m_session->setCredentials(Registration{ u"me"_s, u"Moi"_s, {}, {} });
    goOnline();
}

void TestClientSession::nameOfSomebodyElseIsTaken()
{
    m_server->devices.clear();
    registrationIsRefused(u"me"_s); // this device is unknown
    m_server->devices.insert(m_key.publicKey);
    registrationIsRefused(u"marie"_s); // it is known, but as somebody else
}

void TestClientSession::registrationIsRefused(const QString &login)
{
    m_server->intercept = [this](FakeChannel *channel, const Envelope &request) {
        if (request.is(MessageType::Register))
            m_server->refuse(channel, request, ErrorCode::LoginTaken);
        return request.is(MessageType::Register);
    };
    QSignalSpy needed(m_session.get(), &Session::credentialsNeeded);
    m_session->setCredentials(Registration{ login, {}, {}, {} });
    m_session->start();
    QTRY_COMPARE(needed.size(), 1);
    QCOMPARE(needed[0][1].value<Error>().code, ErrorCode::LoginTaken);
    QCOMPARE(m_session->state(), SessionState::Offline);
}

void TestClientSession::wrongPasswordAsksForCredentialsAndStops()
{
    m_session->setCredentials(PasswordLogin{ u"me"_s, u"wrong password"_s });
    QSignalSpy needed(m_session.get(), &Session::credentialsNeeded);
    m_session->start();
    QTRY_COMPARE(needed.size(), 1);
    QCOMPARE(m_session->state(), SessionState::Offline);
    QVERIFY(!m_session->isRetrying());
    m_session->retryNow();
    QCOMPARE(m_session->state(), SessionState::Offline);
    QCOMPARE(m_server->attempts(), 1);
}

void TestClientSession::unknownDeviceAsksForCredentials()
{
    m_server->devices.clear();
    QSignalSpy needed(m_session.get(), &Session::credentialsNeeded);
    m_session->start();
    QTRY_COMPARE(needed.size(), 1);
    QCOMPARE(needed[0][1].value<Error>().code, ErrorCode::DeviceUnknown);
}

void TestClientSession::receiversMayStopItAtAnyStep_data()
{
    QTest::addColumn<QByteArray>("step");
    for (const char *step : { "stateChanged", "serverPinned", "welcomed", "loggedIn", "syncStarted" })
        QTest::newRow(step) << QByteArray(step);
}

void TestClientSession::receiversMayStopItAtAnyStep()
{
    QFETCH(QByteArray, step);
    QStringList steps;
    const auto stopAt = [&](const QByteArray &here) {
        steps.append(QString::fromLatin1(here));
        if (here == step)
            m_session->stop();
    };
    connect(m_session.get(), &Session::stateChanged, this, [&](SessionState state) {
        if (state != SessionState::Offline)
            stopAt("stateChanged");
    });
    connect(m_session.get(), &Session::serverPinned, this, [&] { stopAt("serverPinned"); });
    connect(m_session.get(), &Session::welcomed, this, [&] { stopAt("welcomed"); });
    connect(m_session.get(), &Session::loggedIn, this, [&] { stopAt("loggedIn"); });
    connect(m_session.get(), &Session::syncStarted, this, [&] { stopAt("syncStarted"); });
    m_session->start();
    QTRY_VERIFY(steps.contains(QString::fromLatin1(step)));
    QCOMPARE(m_session->state(), SessionState::Offline);
    QCOMPARE(steps.last(), QString::fromLatin1(step)); // nothing follows
    QVERIFY(!m_session->isRetrying());
}

void TestClientSession::busyServerIsTriedAgainByItself()
{
    int refusals = 0;
    m_server->intercept = [&](FakeChannel *channel, const Envelope &request) {
        if (!request.is(MessageType::LoginWithKey) || refusals == 2)
            return false;
        ++refusals;
        m_server->refuse(channel, request, ErrorCode::ServerBusy, {}, 0);
        return true;
    };
    QSignalSpy needed(m_session.get(), &Session::credentialsNeeded);
    goOnline();
    QCOMPARE(refusals, 2);
    QVERIFY(needed.isEmpty());
}

void TestClientSession::firstKeyIsPinned()
{
    QSignalSpy pinned(m_session.get(), &Session::serverPinned);
    goOnline();
    QCOMPARE(pinned.size(), 1);
    QCOMPARE(pinned[0][0].toByteArray(), m_server->pin);
    m_server->cut();
    QTRY_COMPARE(m_server->attempts(), 2);
    QTRY_VERIFY(m_session->isOnline());
    QCOMPARE(pinned.size(), 1);
}

void TestClientSession::changedKeyIsAHardStop()
{
    goOnline();
    const QByteArray before = m_server->pin;
    m_server->pin = QByteArray(32, 'x');
    QSignalSpy changed(m_session.get(), &Session::serverKeyChanged);
    m_server->cut();
    QSignalSpy failed(m_session.get(), &Session::failed);
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(changed[0][0].toByteArray(), before);
    QCOMPARE(changed[0][1].toByteArray(), m_server->pin);
    QCOMPARE(m_session->state(), SessionState::Offline);
    QCOMPARE(m_session->lastError().code, ErrorCode::ServerKeyChanged);
    QVERIFY(failed.isEmpty()); // what a person has to decide is not said twice, the lesser thing first
    const int attempts = m_server->attempts();
    m_session->retryNow();
    m_session->start();
    QCOMPARE(m_session->state(), SessionState::Offline);
    QVERIFY(!m_session->isRetrying());
    QCOMPARE(m_server->attempts(), attempts);
    QCOMPARE(m_session->trouble().kind, SessionTrouble::Kind::ServerKeyChanged); // for who looks only now
    QCOMPARE(m_session->trouble().expectedPin, before);
    QCOMPARE(m_session->trouble().presentedPin, m_server->pin);
}

void TestClientSession::troubleIsKnownWhenItIsOfflineAndGoneWithTheNextAttempt()
{
    using Kind = SessionTrouble::Kind;
    QList<Kind> whenOffline;
    connect(m_session.get(), &Session::stateChanged, this, [&](SessionState state) {
        if (state == SessionState::Offline)
            whenOffline.append(m_session->trouble().kind);
        else
            QCOMPARE(m_session->trouble().kind, Kind::None);
    });
    m_server->registration = RegistrationPolicy::Invitation;
    m_session->setCredentials(PasswordLogin{ u"me"_s, u"wrong password"_s });
    m_session->start();
    QTRY_COMPARE(whenOffline, QList{ Kind::CredentialsNeeded });
    QCOMPARE(m_session->trouble().why.code, ErrorCode::WrongCredentials);
    QCOMPARE(m_session->trouble().registration, RegistrationPolicy::Invitation);
    m_session->setCredentials(KeyLogin());
    goOnline();
    m_server->pushAll(Goaway{ GoawayReason::Kicked, std::nullopt, u"Be nice."_s });
    QTRY_VERIFY(m_session->lastGoodbye());
    m_server->cut();
    QCOMPARE(whenOffline.last(), Kind::SentAway);
    QCOMPARE(m_session->trouble().goodbye.text, u"Be nice."_s);
    goOnline();
    QVERIFY(!m_session->lastGoodbye());
    m_server->cut(); // comes back by itself
    QCOMPARE(whenOffline.last(), Kind::None);
}

void TestClientSession::acceptedKeyConnects()
{
    changedKeyIsAHardStop();
    QSignalSpy pinned(m_session.get(), &Session::serverPinned);
    m_session->acceptServerKey(m_server->pin);
    QTRY_VERIFY(m_session->isOnline());
    QCOMPARE(pinned.size(), 1);
    QCOMPARE(m_session->trouble().kind, SessionTrouble::Kind::None);
}

void TestClientSession::comesBackAfterALoss()
{
    goOnline();
    QSignalSpy failed(m_session.get(), &Session::failed);
    QSignalSpy scheduled(m_session.get(), &Session::retryScheduled);
    m_server->cut();
    QCOMPARE(failed.size(), 1);
    QCOMPARE(scheduled.size(), 1);
    QTRY_VERIFY(m_session->isOnline());
}

void TestClientSession::retriesWhileRefused()
{
    m_server->reachable = false;
    m_session->start();
    QTRY_VERIFY(m_server->attempts() >= 5);
    QCOMPARE(m_session->lastError().code, ErrorCode::ConnectionRefused);
    m_server->reachable = true;
    QTRY_VERIFY(m_session->isOnline());
}

void TestClientSession::stopEndsRetrying()
{
    m_server->reachable = false;
    m_session->start();
    QTRY_VERIFY(m_server->attempts() >= 1);
    m_session->stop();
    QVERIFY(!m_session->isRetrying());
    QCOMPARE(m_session->state(), SessionState::Offline);
    QCOMPARE(m_session->lastError().code, ErrorCode::Canceled);
}

void TestClientSession::requestsFailWhenTheConnectionEnds()
{
    goOnline();
    m_server->intercept = [](FakeChannel *, const Envelope &) {
        return true;
    };
    QList<ErrorCode> errors;
    for (int i = 0; i < 3; ++i)
        m_session->request<Done>(
            SetTopic{ General, u"x"_s }, this, [&](const Result<Done> &done) { errors.append(done.error().code); });
    m_server->cut();
    QCOMPARE(errors, QList<ErrorCode>(3, ErrorCode::ConnectionLost));
}

void TestClientSession::requestsFailWhenOffline()
{
    QList<ErrorCode> errors;
    m_session->request<Done>(
        SetTopic{ General, u"x"_s }, this, [&](const Result<Done> &done) { errors.append(done.error().code); });
    QVERIFY(errors.isEmpty()); // never from within the call
    QTRY_COMPARE(errors, QList{ ErrorCode::ConnectionLost });
}

void TestClientSession::requestsOfDeadReceiversAreForgotten()
{
    goOnline();
    auto receiver = std::make_unique<QObject>();
    m_session->request<Done>(
        SetPresence{}, receiver.get(), [](const Result<Done> &) { QFAIL("the receiver is gone"); });
    receiver.reset();
    bool answered = false;
    m_session->request<Done>(SetPresence{}, this, [&](const Result<Done> &) { answered = true; });
    QTRY_VERIFY(answered);
}

void TestClientSession::silentServerIsDropped()
{
    goOnline();
    m_server->intercept = [](FakeChannel *, const Envelope &) {
        return true;
    };
    QSignalSpy failed(m_session.get(), &Session::failed);
    m_clock->advance(wire_limits::DropAfterMs + 1);
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 3000);
    QCOMPARE(failed[0][0].value<Error>().code, ErrorCode::TimedOut);
}

void TestClientSession::sleepIsNoticedAndADeadConnectionMadeAnew()
{
    goOnline();
    QSignalSpy failed(m_session.get(), &Session::failed);
    m_server->intercept = [](FakeChannel *, const Envelope &request) {
        return request.is(MessageType::Ping); // nobody is there any more
    };
    m_clock->sleep(3'600'000);
    QTRY_COMPARE_WITH_TIMEOUT(m_server->received(MessageType::Ping).size(), 1, 3000);
    QVERIFY(m_session->isOnline()); // it may answer yet
    m_clock->advance(Session::ProbeMs + 1);
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 3000);
    QTRY_COMPARE(m_server->attempts(), 2); // at once
    QTRY_VERIFY(m_session->isOnline());
}

void TestClientSession::livingConnectionSurvivesASleep()
{
    goOnline();
    QSignalSpy heads(m_session.get(), &Session::headsReceived);
    m_session->checkConnection();
    QTRY_COMPARE(heads.size(), 1);
    m_clock->advance(Session::ProbeMs + 1);
    m_clock->sleep(3'600'000);
    QTRY_COMPARE_WITH_TIMEOUT(heads.size(), 2, 3000); // a tick came by
    QVERIFY(m_session->isOnline());
    QCOMPARE(m_server->attempts(), 1);
}

void TestClientSession::anotherNetworkIsTriedAtOnce()
{
    goOnline();
    m_server->pushAll(Goaway{ GoawayReason::Shutdown, 600'000, {} });
    QTRY_VERIFY(m_session->lastGoodbye());
    m_server->cut();
    QVERIFY(m_session->isRetrying());
    m_session->checkConnection();
    QTRY_VERIFY(m_session->isOnline());
}

void TestClientSession::loginTimeOut()
{
    m_server->answersHello = false;
    QSignalSpy failed(m_session.get(), &Session::failed);
    m_session->start();
    QTRY_COMPARE(m_session->state(), SessionState::Authenticating);
    m_clock->advance(wire_limits::LoginMs + 1);
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 3000);
    QCOMPARE(failed[0][0].value<Error>().code, ErrorCode::TimedOut);
}

void TestClientSession::answersPing()
{
    goOnline();
    m_server->pushAll(Typing{ General }); // an unexpected type in between does no harm
    m_server->reply(m_server->clients().first(), Envelope{ 0, 77, {} }, Ping());
    QTRY_COMPARE(m_server->received(MessageType::Pong).size(), 1);
    QCOMPARE(m_server->received(MessageType::Pong).first().correlation, quint64(77));
}

void TestClientSession::pingsForHeads()
{
    goOnline();
    QSignalSpy heads(m_session.get(), &Session::headsReceived);
    m_clock->advance(wire_limits::PingAfterMs + 1);
    QTRY_COMPARE_WITH_TIMEOUT(heads.size(), 1, 3000);
}

void TestClientSession::kickedStaysAway()
{
    goOnline();
    QSignalSpy gone(m_session.get(), &Session::goneAway);
    m_server->pushAll(Goaway{ GoawayReason::Kicked, std::nullopt, u"Be nice."_s });
    QTRY_COMPARE(gone.size(), 1);
    m_server->cut();
    QCOMPARE(m_session->state(), SessionState::Offline);
    QVERIFY(!m_session->isRetrying());
    m_session->start(); // a person may come back deliberately
    QTRY_VERIFY(m_session->isOnline());
}

void TestClientSession::shutdownComesBack()
{
    goOnline();
    QSignalSpy gone(m_session.get(), &Session::goneAway);
    m_server->pushAll(Goaway{ GoawayReason::Shutdown, 40, {} });
    QTRY_COMPARE(gone.size(), 1);
    m_server->cut();
    QVERIFY(m_session->isRetrying());
    QCOMPARE(m_session->lastError().code, ErrorCode::ShuttingDown);
    QTRY_VERIFY(m_session->isOnline());
}

void TestClientSession::revokedAsksForCredentials()
{
    goOnline();
    QSignalSpy needed(m_session.get(), &Session::credentialsNeeded);
    m_server->pushAll(Goaway{ GoawayReason::Revoked, std::nullopt, {} });
    QSignalSpy gone(m_session.get(), &Session::goneAway);
    QTRY_COMPARE(gone.size(), 1);
    m_server->cut();
    QCOMPARE(needed.size(), 1);
    QVERIFY(!m_session->isRetrying());
}

void TestClientSession::unknownPushesAreIgnored()
{
    goOnline();
    QSignalSpy pushed(m_session.get(), &Session::pushed);
    m_server->pushAll(TypingSeen{ General, FakeServer::Marie });
    QTRY_COMPARE(pushed.size(), 1);
    QVERIFY(m_session->isOnline());
}

void TestClientSession::malformedReplyIsAnError()
{
    goOnline();
    m_server->intercept = [&](FakeChannel *channel, const Envelope &request) {
        m_server->reply(channel, request, Pong());
        return true;
    };
    std::optional<Error> error;
    m_session->request<Done>(SetPresence{}, this, [&](const Result<Done> &done) { error = done.error(); });
    QTRY_VERIFY(error);
    QCOMPARE(error->code, ErrorCode::UnexpectedMessage);
}

QTEST_GUILESS_MAIN(TestClientSession)
#include "tst_client_session.moc"
