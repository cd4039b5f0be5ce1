// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/clock.h"
#include "shared/client-core/session/channel.h"
#include "shared/client-core/session/credentials.h"
#include "shared/client-core/session/reconnect_policy.h"
#include "shared/client-core/session/request_tracker.h"
#include "shared/protocol/login_proof.h"
#include "shared/protocol/messages/session.h"
#include "shared/protocol/version.h"

#include <QTimer>

namespace salon {

enum class SessionState
{
    Offline, ///< not connected; isRetrying() tells whether it comes back by itself
    Connecting,
    Securing,
    Authenticating,
    Syncing, ///< logged in, asking what happened meanwhile
    Online
};

/// Why a session stays Offline until a person decides something.
struct SessionTrouble
{
    enum class Kind
    {
        None, ///< it is online, tries by itself, or was stopped
        ServerKeyChanged, ///< acceptServerKey() or never
        CredentialsNeeded, ///< setCredentials() and start()
        SentAway ///< start(), when the person wants to come back
    };
    Kind kind = Kind::None;
    QByteArray expectedPin{}; ///< with ServerKeyChanged
    QByteArray presentedPin{}; ///< with ServerKeyChanged
    Error why{}; ///< with CredentialsNeeded
    RegistrationPolicy registration = RegistrationPolicy::Closed; ///< with CredentialsNeeded
    Goaway goodbye{}; ///< with SentAway
};

/// The logical link to one server, surviving reconnects: state machine, login, heartbeat, requests. Lives in the thread
/// that made it and never blocks it.
class Session : public QObject
{
    Q_OBJECT
public:
    static constexpr int ProbeMs = 5000;

    /// Who this device is.
    struct Identity
    {
        DeviceKey key{};
        QString deviceName{};
        QString client{}; ///< "salon 0.1", for the operator
        QString locale{}; ///< BCP 47
    };

    Session(Identity identity, ChannelFactory factory, const Clock &clock, ReconnectPolicy policy,
        QObject *parent = nullptr);
    ~Session() override;

    /// Where to; takes effect with the next attempt. `pin` empty: the server's key is accepted once and told by
    /// serverPinned().
    void setServer(const JoinLink &address, const QByteArray &pin);
    /// How to get in; takes effect with the next attempt.
    void setCredentials(const Credentials &credentials);

    /// Connects, and from now on comes back after each loss until stop().
    void start();
    /// Ends the connection and stays Offline.
    void stop();
    /// Tries at once if waiting for the next attempt.
    void retryNow();
    /// The network is another, or this computer slept: a connection that does not answer within ProbeMs is made anew,
    /// and one that is waited for is tried at once.
    void checkConnection();
    /// From now on `tap` hears every frame of this and all later connections; null: nobody does. It must outlive this
    /// or be taken away first.
    void setFrameTap(FrameTap *tap);
    /// Deliberate acceptance of the key named by serverKeyChanged(): pins it and connects. Nothing else ever does.
    void acceptServerKey(const QByteArray &pin);

    [[nodiscard]] SessionState state() const { return m_state; }
    [[nodiscard]] bool isOnline() const { return m_state == SessionState::Online; }
    /// A next attempt is planned.
    [[nodiscard]] bool isRetrying() const { return m_retryTimer.isActive(); }
    /// Until the next attempt; 0 when none is planned.
    [[nodiscard]] int retryInMs() const;
    /// Why it is Offline; Canceled after stop().
    [[nodiscard]] const Error &lastError() const { return m_lastError; }
    /// What keeps it Offline; known before stateChanged() says so, and gone with the next attempt.
    [[nodiscard]] const SessionTrouble &trouble() const { return m_trouble; }
    /// With what the server ended the last connection; nothing once it is online again.
    [[nodiscard]] const std::optional<Goaway> &lastGoodbye() const { return m_lastGoodbye; }
    /// What the server said of itself last; empty before the first time.
    [[nodiscard]] const Welcome &welcome() const { return m_welcome; }
    /// Who this connection is; empty before the first login.
    [[nodiscard]] const LoggedIn &self() const { return m_self; }
    [[nodiscard]] const Clock &clock() const { return m_clock; }
    [[nodiscard]] bool hasFeature(const QString &feature) const { return m_welcome.features.contains(feature); }

    /// Sends a request. `callback` is called once, in order with pushes, with the reply or the error (ConnectionLost
    /// when the connection ends first or is not there, TimedOut after 30 s), unless `context` died. From Syncing on.
    template <wire::Message Reply, wire::Message Request>
    void request(const Request &message, QObject *context, std::function<void(Result<Reply>)> callback)
    {
        if (isLoggedIn())
            ask<Reply>(message, context, std::move(callback));
        else
            QMetaObject::invokeMethod(
                context, [callback = std::move(callback)] { callback(fail(ErrorCode::ConnectionLost)); },
                Qt::QueuedConnection);
    }
    /// Sends what has no answer; dropped when not logged in.
    template <wire::Message Notice>
    void notify(const Notice &message)
    {
        if (isLoggedIn())
            m_channel->send(encodeFrame(message, 0));
    }

    /// For RoomSync: Syncing is over.
    void finishSync();
    /// LoggedIn came as an answer to ClaimOwnership.
    void updateSelf(const LoggedIn &self);

Q_SIGNALS:
    void stateChanged(salon::SessionState state);
    /// Next attempt in so many milliseconds.
    void retryScheduled(int ms);
    void welcomed(const salon::Welcome &welcome);
    /// The server refused the credentials (WrongCredentials, InvitationNeeded, DeviceUnknown, LoginTaken…). The session
    /// is Offline and waits for setCredentials() and start(). `policy` says whether registering is possible at all.
    void credentialsNeeded(salon::RegistrationPolicy policy, const salon::Error &why);
    /// Logged in; credentials are KeyLogin from now on. Comes before the state Syncing.
    void loggedIn(const salon::LoggedIn &self);
    /// self() is another: one's role or name changed.
    void selfUpdated();
    /// First contact: this key is remembered from now on.
    void serverPinned(const QByteArray &pin);
    /// Hard stop: the server shows another key than before. Offline until acceptServerKey(). Comes instead of failed().
    void serverKeyChanged(const QByteArray &expected, const QByteArray &presented);
    /// An attempt or a connection ended; see lastError().
    void failed(const salon::Error &error);
    /// The server says goodbye; `text` is a person's words or empty. Without retryAfterMs the session stays Offline.
    void goneAway(const salon::Goaway &goodbye);
    /// Logged in, before anything else is received: ask for what was missed.
    void syncStarted();
    /// A message with correlation 0, in order.
    void pushed(const salon::Envelope &envelope);
    /// With each answer to a heartbeat: heads of the rooms that this connection follows.
    void headsReceived(const QList<salon::RoomHead> &heads);

private:
    template <wire::Message Reply, wire::Message Request>
    void ask(const Request &message, QObject *context, std::function<void(Result<Reply>)> callback)
    {
        const quint64 correlation
            = m_requests.add(context, [callback = std::move(callback)](const Result<Envelope> &envelope) {
                  callback(envelope.and_then([](const Envelope &reply) { return decode<Reply>(reply); }));
              });
        m_channel->send(encodeFrame(message, correlation));
    }
    [[nodiscard]] bool isBlocked() const { return m_trouble.kind == SessionTrouble::Kind::ServerKeyChanged; }
    [[nodiscard]] bool isLoggedIn() const { return m_state >= SessionState::Syncing; }
    void connectNow();
    void channelOpened(const QByteArray &pin);
    void greet();
    void welcomeCame(const Result<Welcome> &welcome);
    void logIn();
    void loginAnswered(const Result<LoggedIn> &answer);
    [[nodiscard]] DeviceProof makeProof() const;
    /// The name is taken, perhaps by ourselves: the answer to an earlier attempt may have been lost.
    void takeUpRegistration(const QString &login, const Error &refusal);
    void enter(const LoggedIn &self);
    void receive(const Envelope &envelope);
    void receiveGoaway(const Goaway &goodbye);
    void channelClosed(const Error &error);
    void keyDiffered(const QByteArray &presented);
    void tick();
    void ping();
    [[nodiscard]] bool hasSlept();
    void setState(SessionState state);
    void needCredentials(const Error &why);
    void dropChannel();
    /// Ends the attempt or connection; comes back later if `retries`.
    void goOffline(const Error &error, bool retries, std::optional<quint32> serverAskedMs = std::nullopt);
    void refuseLogin(const Error &error);
    void watchNetwork();

    Identity m_identity;
    ChannelFactory m_factory;
    const Clock &m_clock;
    ReconnectPolicy m_policy;
    RequestTracker m_requests;
    JoinLink m_address;
    QByteArray m_pin;
    QByteArray m_presentedPin;
    Credentials m_credentials;
    std::unique_ptr<Channel> m_channel;
    FrameTap *m_frameTap = nullptr;
    SessionState m_state = SessionState::Offline;
    bool m_started = false;
    Error m_lastError{ ErrorCode::Canceled };
    Welcome m_welcome;
    LoggedIn m_self;
    SessionTrouble m_trouble;
    std::optional<Goaway> m_goodbye; ///< of this connection
    std::optional<Goaway> m_lastGoodbye;
    qint64 m_lastHeardMs = 0;
    qint64 m_openedMs = 0;
    qint64 m_lastPingMs = 0;
    qint64 m_probeUntilMs = 0; ///< an answer is due by then; 0: nothing is asked
    qint64 m_wallAheadMs = 0; ///< of the monotonic clock, which stands still in sleep
    QTimer m_retryTimer;
    QTimer m_ticker;
    bool m_watchesNetwork = false;
};

} // namespace salon
