// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/dialogs/join_attempt.h"

#include "shared/client-core/text/login_suggestion.h"

#include <QRandomGenerator>

namespace salon {
namespace {

constexpr int NumbersInOrder = 4; ///< then by chance, so that a common name does not take twenty connections

int loginNumber(int tried)
{
    return tried <= NumbersInOrder ? tried : QRandomGenerator::global()->bounded(tried, 1000);
}

/// The server was reached and does not let this device in.
bool isRefused(const Session &session)
{
    return session.state() == SessionState::Offline && !session.isRetrying()
        && (session.lastError().code == ErrorCode::DeviceUnknown
            || session.lastError().code == ErrorCode::DeviceProofInvalid
            || session.lastError().code == ErrorCode::ServerKeyChanged);
}

} // namespace

JoinAttempt::JoinAttempt(Workspaces &workspaces, QObject *parent)
    : QObject(parent)
    , m_workspaces(workspaces)
{
}

JoinAttempt::~JoinAttempt() = default;

void JoinAttempt::start(const JoinWish &wish)
{
    if (m_isOurs && m_workspace && m_workspaces.findAddress(wish.link) == m_workspace) {
        unfollow(); // the same server once more, with what it asked for
        begin(m_workspace, wish);
        return;
    }
    cancel();
    setStep(Step::Connecting);
    const Workspace *known = m_workspaces.findAddress(wish.link);
    const QByteArray knownPin = known ? known->server().pin : QByteArray();
    const Result<Workspace *> added = m_workspaces.add(wish.link);
    if (!added) {
        Workspace *workspace = m_workspaces.findAddress(wish.link);
        const int generation = m_generation;
        QMetaObject::invokeMethod(
            this,
            [this, generation, workspace = QPointer(workspace), error = added.error()] {
                if (generation != m_generation)
                    return;
                setStep(Step::Idle);
                if (error.code == ErrorCode::ServerKeyChanged && workspace)
                    Q_EMIT linkRefused(workspace);
                else
                    Q_EMIT failed(error);
            },
            Qt::QueuedConnection);
        return;
    }
    m_isOurs = !known;
    m_pinIsOfLink = knownPin.isEmpty() && !wish.link.pin.isEmpty();
    if (known && known->server().enrolled && !isRefused(known->session())) {
        m_workspace = *added; // nothing to ask: this device is at home there
        m_workspace->start();
        endWith([this] { Q_EMIT joined(m_workspace); });
        return;
    }
    begin(*added, wish);
}

void JoinAttempt::start(Workspace *workspace, const JoinWish &wish)
{
    cancel();
    m_pinIsOfLink = false;
    setStep(Step::Connecting);
    workspace->adoptLink(workspace->server().address); // ready to connect, even after a hard stop
    begin(workspace, wish);
}

void JoinAttempt::begin(Workspace *workspace, const JoinWish &wish)
{
    m_workspace = workspace;
    m_wish = wish;
    if (m_wish.invitation.isEmpty())
        m_wish.invitation = wish.link.invitation;
    m_logins = 1;
    m_triedKey = false;
    setStep(Step::Connecting);
    follow();
    if (wish.hasAccount)
        logIn(PasswordLogin{ wish.login, wish.password });
    else
        logIn(registration());
}

void JoinAttempt::follow()
{
    const Session &session = m_workspace->session();
    connect(&session, &Session::stateChanged, this, &JoinAttempt::sessionStateChanged);
    connect(&session, &Session::loggedIn, this, [this] {
        m_isOurs = false;
        endWith([this] { Q_EMIT joined(m_workspace); });
    });
    connect(&session, &Session::credentialsNeeded, this, &JoinAttempt::refused);
    connect(
        &session, &Session::serverKeyChanged, this, [this](const QByteArray &expected, const QByteArray &presented) {
            endWith([this, expected, presented] {
                if (m_pinIsOfLink) { // this device remembers nothing that could be compared
                    cancel();
                    Q_EMIT linkRefused(nullptr);
                } else if (m_isOurs) { // shown a moment ago, and another one now
                    endWithFailure({ ErrorCode::ServerKeyChanged });
                } else {
                    Q_EMIT keyChanged(m_workspace, expected, presented);
                }
            });
        });
    // A refusal is told right after this; a failed connection is not.
    connect(&session, &Session::failed, this, [this] {
        if (!std::exchange(m_endPending, true)) {
            QMetaObject::invokeMethod(
                this,
                [this, generation = m_generation] {
                    if (generation == m_generation)
                        attemptEnded();
                },
                Qt::QueuedConnection);
        }
    });
    connect(&m_workspaces, &Workspaces::aboutToRemove, this, [this](const Workspace *leaving) {
        if (leaving == m_workspace) {
            m_isOurs = false;
            cancel();
        }
    });
}

void JoinAttempt::logIn(const Credentials &credentials)
{
    m_refusal.reset();
    m_workspace->session().stop();
    m_endPending = false;
    m_workspace->login(credentials);
}

Registration JoinAttempt::registration() const
{
    const QString login
        = m_wish.login.isEmpty() ? suggestLogin(m_wish.displayName, loginNumber(m_logins)) : m_wish.login;
    return { login, m_wish.displayName, m_wish.password, m_wish.invitation };
}

void JoinAttempt::sessionStateChanged(SessionState state)
{
    switch (state) {
    case SessionState::Connecting:
        setStep(Step::Connecting);
        break;
    case SessionState::Securing:
        setStep(Step::Securing);
        break;
    case SessionState::Authenticating:
        setStep(Step::SigningIn);
        break;
    case SessionState::Offline:
    case SessionState::Syncing:
    case SessionState::Online:
        break;
    }
}

void JoinAttempt::refused(RegistrationPolicy policy, const Error &why)
{
    m_refusal = { policy, why };
}

void JoinAttempt::attemptEnded()
{
    m_endPending = false;
    if (!m_workspace)
        return;
    if (!m_refusal) {
        endWithFailure(m_workspace->session().lastError());
        return;
    }
    const RegistrationPolicy policy = m_refusal->policy;
    const Error why = m_refusal->why;
    if (!m_wish.hasAccount && why.code == ErrorCode::LoginTaken && m_wish.login.isEmpty() && m_logins < MaxLogins) {
        ++m_logins;
        logIn(registration());
        return;
    }
    const bool mayBeEnrolled = why.code == ErrorCode::DeviceProofInvalid || why.code == ErrorCode::InvitationNeeded
        || why.code == ErrorCode::RegistrationClosed;
    if (!m_wish.hasAccount && mayBeEnrolled && !m_triedKey) {
        // This device may have been here before and forgotten the server since.
        m_triedKey = true;
        m_refusedWhy = why;
        logIn(KeyLogin());
        return;
    }
    const Error reason = m_triedKey ? m_refusedWhy : why;
    if (m_wish.hasAccount) {
        endWithFailure(reason);
    } else if (reason.code == ErrorCode::InvitationNeeded || reason.code == ErrorCode::InvitationUnknown
        || reason.code == ErrorCode::InvitationExpired) {
        endWith([this, reason] { Q_EMIT invitationNeeded(reason); });
    } else if (reason.code == ErrorCode::RegistrationClosed || policy == RegistrationPolicy::Closed) {
        endWith([this, reason] { Q_EMIT accountNeeded(reason); });
    } else {
        endWithFailure(reason);
    }
}

void JoinAttempt::endWith(const std::function<void()> &tell)
{
    m_endPending = true; // whatever the session says after this is no news
    QMetaObject::invokeMethod(
        this,
        [this, generation = m_generation, tell] {
            if (generation != m_generation || !m_workspace)
                return;
            unfollow();
            setStep(Step::Idle);
            tell();
        },
        Qt::QueuedConnection);
}

void JoinAttempt::endWithFailure(const Error &error)
{
    // A copy: the error may belong to the session that is stopped now.
    const Error reason = error; // NOLINT(performance-unnecessary-copy-initialization)
    cancel();
    Q_EMIT failed(reason);
}

void JoinAttempt::cancel()
{
    unfollow();
    if (m_workspace && m_step != Step::Idle) {
        m_workspace->stop();
        m_workspace->session().setCredentials(KeyLogin());
    }
    forget();
    m_workspace.clear();
    setStep(Step::Idle);
}

void JoinAttempt::setStep(Step step)
{
    if (std::exchange(m_step, step) != step)
        Q_EMIT stepChanged(step);
}

void JoinAttempt::unfollow()
{
    ++m_generation;
    m_endPending = false;
    if (m_workspace)
        m_workspace->session().disconnect(this);
    m_workspaces.disconnect(this);
}

void JoinAttempt::forget()
{
    if (std::exchange(m_isOurs, false) && m_workspace)
        m_workspaces.remove(m_workspace->id());
}

} // namespace salon
