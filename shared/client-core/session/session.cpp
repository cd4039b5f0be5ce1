// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/session/session.h"

#include "shared/base/logging.h"

#include <QNetworkInformation>

namespace salon {
namespace {

constexpr int TickMs = 1000;

/// Failures that pass by themselves, whoever logs in.
bool isPassing(const Error &error)
{
    switch (error.code) {
    case ErrorCode::ServerBusy:
    case ErrorCode::ShuttingDown:
    case ErrorCode::StorageFull:
    case ErrorCode::StorageFailed:
    case ErrorCode::TimedOut:
    case ErrorCode::ConnectionLost:
    case ErrorCode::TooManyConnections:
        return true;
    default:
        return false;
    }
}

Error errorOf(const Goaway &goodbye)
{
    switch (goodbye.reason) {
    case GoawayReason::Shutdown:
        return { ErrorCode::ShuttingDown, {}, {}, goodbye.retryAfterMs };
    case GoawayReason::Revoked:
        return { ErrorCode::DeviceUnknown };
    default:
        return { ErrorCode::ConnectionLost };
    }
}

/// Silence and slowness are nobody's will: such a connection comes back whatever the goodbye says.
bool comesBack(const Goaway &goodbye)
{
    return goodbye.retryAfterMs || goodbye.reason == GoawayReason::TimedOut
        || goodbye.reason == GoawayReason::SlowReader || goodbye.reason == GoawayReason::Shutdown;
}

} // namespace

Session::Session(Identity identity, ChannelFactory factory, const Clock &clock, ReconnectPolicy policy, QObject *parent)
    : QObject(parent)
    , m_identity(std::move(identity))
    , m_factory(std::move(factory))
    , m_clock(clock)
    , m_policy(std::move(policy))
    , m_requests(clock)
{
    m_retryTimer.setSingleShot(true);
    connect(&m_retryTimer, &QTimer::timeout, this, &Session::connectNow);
    m_ticker.setInterval(TickMs);
    connect(&m_ticker, &QTimer::timeout, this, &Session::tick);
}

Session::~Session()
{
    if (m_channel)
        m_channel->disconnect(this);
}

void Session::setServer(const JoinLink &address, const QByteArray &pin)
{
    m_address = address;
    m_pin = pin;
    m_trouble = {};
}

void Session::setCredentials(const Credentials &credentials)
{
    m_credentials = credentials;
}

void Session::start()
{
    m_started = true;
    watchNetwork();
    if (m_state == SessionState::Offline && !isBlocked())
        connectNow();
}

void Session::stop()
{
    m_started = false;
    goOffline({ ErrorCode::Canceled }, false);
}

void Session::retryNow()
{
    if (m_started && m_state == SessionState::Offline && !isBlocked())
        connectNow();
}

void Session::checkConnection()
{
    if (m_retryTimer.isActive()) {
        retryNow();
    } else if (isLoggedIn() && m_probeUntilMs == 0) {
        m_probeUntilMs = m_clock.monotonicMs() + ProbeMs;
        ping();
    }
}

void Session::setFrameTap(FrameTap *tap)
{
    m_frameTap = tap;
    if (m_channel)
        m_channel->setFrameTap(tap);
}

void Session::acceptServerKey(const QByteArray &pin)
{
    m_pin = pin;
    m_trouble = {};
    Q_EMIT serverPinned(pin);
    start();
}

int Session::retryInMs() const
{
    return m_retryTimer.isActive() ? m_retryTimer.remainingTime() : 0;
}

void Session::connectNow()
{
    m_retryTimer.stop();
    m_trouble = {};
    m_goodbye.reset();
    m_channel = m_factory();
    Channel *channel = m_channel.get();
    channel->setFrameTap(m_frameTap);
    connect(channel, &Channel::connected, this, [this] { setState(SessionState::Securing); });
    connect(channel, &Channel::opened, this, &Session::channelOpened);
    connect(channel, &Channel::received, this, &Session::receive);
    connect(channel, &Channel::closed, this, &Session::channelClosed);
    connect(channel, &Channel::keyDiffers, this, &Session::keyDiffered);
    setState(SessionState::Connecting);
    if (m_channel.get() == channel) // a receiver of the signal may have stopped it
        channel->open(m_address, m_pin);
}

void Session::channelOpened(const QByteArray &pin)
{
    m_presentedPin = pin;
    m_openedMs = m_lastHeardMs = m_lastPingMs = m_clock.monotonicMs();
    m_probeUntilMs = 0;
    m_wallAheadMs = m_clock.wallMs() - m_openedMs;
    m_ticker.start();
    if (!pin.isEmpty() && pin != m_pin) {
        m_pin = pin; // first contact, or an authority vouches for the new key
        const Channel *channel = m_channel.get();
        Q_EMIT serverPinned(pin);
        if (m_channel.get() != channel)
            return; // a receiver stopped it
    }
    setState(SessionState::Authenticating);
    if (m_state == SessionState::Authenticating)
        greet();
}

void Session::greet()
{
    const Hello hello{ { ProtocolVersion }, knownFeatures(), m_identity.client, m_identity.locale };
    ask<Welcome>(hello, this, [this](const Result<Welcome> &welcome) { welcomeCame(welcome); });
}

void Session::welcomeCame(const Result<Welcome> &welcome)
{
    if (m_state != SessionState::Authenticating)
        return;
    if (!welcome) {
        const bool retries = isPassing(welcome.error()) || welcome.error().retryAfterMs;
        goOffline(welcome.error(), retries, welcome.error().retryAfterMs);
        return;
    }
    if (welcome->version != ProtocolVersion) {
        goOffline({ ErrorCode::VersionUnsupported }, false);
        return;
    }
    m_welcome = *welcome;
    Q_EMIT welcomed(m_welcome);
    if (m_state == SessionState::Authenticating)
        logIn();
}

void Session::logIn()
{
    const DeviceProof proof = makeProof();
    const auto answered = [this](const Result<LoggedIn> &answer) {
        loginAnswered(answer);
    };
    if (const auto *password = std::get_if<PasswordLogin>(&m_credentials))
        ask<LoggedIn>(LoginWithPassword{ password->login, password->password, proof }, this, answered);
    else if (const auto *registration = std::get_if<Registration>(&m_credentials))
        ask<LoggedIn>(Register{ registration->login, registration->displayName, registration->password,
                          registration->invitation, proof },
            this, answered);
    else
        ask<LoggedIn>(LoginWithKey{ proof }, this, answered);
}

DeviceProof Session::makeProof() const
{
    return makeDeviceProof(m_identity.key, m_welcome.nonce, m_presentedPin, m_identity.deviceName);
}

void Session::loginAnswered(const Result<LoggedIn> &answer)
{
    if (m_state != SessionState::Authenticating)
        return;
    if (answer)
        return enter(*answer);
    const bool isTaken = answer.error().code == ErrorCode::LoginTaken;
    if (const auto *registration = std::get_if<Registration>(&m_credentials); registration && isTaken)
        takeUpRegistration(registration->login, answer.error());
    else
        refuseLogin(answer.error());
}

void Session::takeUpRegistration(const QString &login, const Error &refusal)
{
    ask<LoggedIn>(LoginWithKey{ makeProof() }, this, [this, login, refusal](const Result<LoggedIn> &answer) {
        if (m_state != SessionState::Authenticating)
            return;
        if (answer && answer->login.compare(login, Qt::CaseInsensitive) == 0)
            enter(*answer);
        else
            refuseLogin(refusal);
    });
}

void Session::enter(const LoggedIn &self)
{
    m_credentials = KeyLogin();
    m_self = self;
    Q_EMIT loggedIn(m_self);
    if (m_state != SessionState::Authenticating)
        return; // a receiver stopped it
    setState(SessionState::Syncing);
    if (m_state == SessionState::Syncing)
        Q_EMIT syncStarted();
}

void Session::refuseLogin(const Error &error)
{
    const bool waitsByItself = error.retryAfterMs && std::holds_alternative<KeyLogin>(m_credentials);
    if (isPassing(error) || waitsByItself) {
        goOffline(error, true, error.retryAfterMs);
        return;
    }
    needCredentials(error);
}

void Session::needCredentials(const Error &why)
{
    m_started = false;
    m_trouble = {};
    m_trouble.kind = SessionTrouble::Kind::CredentialsNeeded;
    m_trouble.why = why;
    m_trouble.registration = m_welcome.registration;
    goOffline(why, false);
    if (m_trouble.kind == SessionTrouble::Kind::CredentialsNeeded) // nobody who heard of it tries anew
        Q_EMIT credentialsNeeded(m_trouble.registration, why);
}

void Session::finishSync()
{
    if (m_state != SessionState::Syncing)
        return;
    m_policy.wentOnline();
    m_lastGoodbye.reset();
    setState(SessionState::Online);
}

void Session::updateSelf(const LoggedIn &self)
{
    m_self = self;
    Q_EMIT selfUpdated();
}

void Session::receive(const Envelope &envelope)
{
    m_lastHeardMs = m_clock.monotonicMs();
    if (envelope.is(MessageType::Ping)) {
        m_channel->send(encodeFrame(Pong(), envelope.correlation));
    } else if (envelope.correlation > 0) {
        if (!m_requests.resolve(envelope))
            qCDebug(salonSession) << "An answer that nobody waits for, type" << envelope.type;
    } else if (envelope.is(MessageType::Goaway)) {
        if (const Result<Goaway> goodbye = decode<Goaway>(envelope))
            receiveGoaway(*goodbye);
    } else if (isLoggedIn()) {
        Q_EMIT pushed(envelope);
    }
}

void Session::receiveGoaway(const Goaway &goodbye)
{
    m_goodbye = m_lastGoodbye = goodbye;
    Q_EMIT goneAway(goodbye);
}

void Session::channelClosed(const Error &error)
{
    if (!m_goodbye) {
        goOffline(error, error.code != ErrorCode::InvalidAddress, error.retryAfterMs);
        return;
    }
    const Goaway goodbye = *m_goodbye;
    if (comesBack(goodbye)) {
        goOffline(errorOf(goodbye), true, goodbye.retryAfterMs);
    } else if (goodbye.reason == GoawayReason::Revoked) {
        needCredentials(errorOf(goodbye));
    } else {
        m_started = false;
        m_trouble = {};
        m_trouble.kind = SessionTrouble::Kind::SentAway;
        m_trouble.goodbye = goodbye;
        goOffline(errorOf(goodbye), false);
    }
}

void Session::keyDiffered(const QByteArray &presented)
{
    m_trouble = {};
    m_trouble.kind = SessionTrouble::Kind::ServerKeyChanged;
    m_trouble.expectedPin = m_pin;
    m_trouble.presentedPin = presented;
    goOffline({ ErrorCode::ServerKeyChanged }, false);
    if (isBlocked()) // nobody who heard of it accepted the key
        Q_EMIT serverKeyChanged(m_trouble.expectedPin, presented);
}

void Session::tick()
{
    if (!m_channel)
        return;
    const qint64 nowMs = m_clock.monotonicMs();
    const bool loginTooSlow = m_state == SessionState::Authenticating && nowMs - m_openedMs > wire_limits::LoginMs;
    if (loginTooSlow || nowMs - m_lastHeardMs > wire_limits::DropAfterMs) {
        channelClosed({ ErrorCode::TimedOut });
        return;
    }
    if (m_probeUntilMs > 0 && nowMs > m_probeUntilMs) {
        channelClosed({ ErrorCode::TimedOut });
        retryNow();
        return;
    }
    if (hasSlept())
        checkConnection();
    // Whether or not there was silence: the answer carries the heads, by which a lost push is noticed.
    if (isLoggedIn() && nowMs - m_lastPingMs >= wire_limits::PingAfterMs)
        ping();
    m_requests.expire();
}

void Session::ping()
{
    m_lastPingMs = m_clock.monotonicMs();
    ask<Pong>(Ping(), this, [this](const Result<Pong> &pong) {
        if (!pong)
            return;
        m_probeUntilMs = 0;
        Q_EMIT headsReceived(pong->heads);
    });
}

bool Session::hasSlept()
{
    const qint64 aheadMs = m_clock.wallMs() - m_clock.monotonicMs();
    return aheadMs - std::exchange(m_wallAheadMs, aheadMs) > ProbeMs;
}

void Session::setState(SessionState state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

void Session::dropChannel()
{
    m_ticker.stop();
    if (!m_channel)
        return;
    m_channel->disconnect(this);
    m_channel->setFrameTap(nullptr); // it lives on for a moment, perhaps longer than the tap
    m_channel->close();
    m_channel.release()->deleteLater(); // we may be inside one of its signals
}

void Session::goOffline(const Error &error, bool retries, std::optional<quint32> serverAskedMs)
{
    const bool wasTrying = m_state != SessionState::Offline;
    m_retryTimer.stop();
    dropChannel();
    m_lastError = error;
    if (retries && m_started)
        m_retryTimer.start(m_policy.nextDelayMs(serverAskedMs));
    setState(SessionState::Offline);
    m_requests.failAll({ ErrorCode::ConnectionLost });
    if (wasTrying && error.code != ErrorCode::Canceled && error.code != ErrorCode::ServerKeyChanged)
        Q_EMIT failed(error);
    if (m_retryTimer.isActive())
        Q_EMIT retryScheduled(m_retryTimer.remainingTime());
}

void Session::watchNetwork()
{
    if (std::exchange(m_watchesNetwork, true))
        return;
    if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability))
        return;
    connect(QNetworkInformation::instance(), &QNetworkInformation::reachabilityChanged, this,
        [this](QNetworkInformation::Reachability reachability) {
            if (reachability != QNetworkInformation::Reachability::Disconnected)
                checkConnection();
        });
}

} // namespace salon
