// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/client-core/workspaces.h"

#include <QObject>
#include <QPointer>

namespace salon {

/// What a person told us of the server they want to get in to.
struct JoinWish
{
    JoinLink link{};
    QString displayName{};
    QString login{}; ///< empty: made from the name, with a number if it is taken
    QString password{}; ///< of the new account, may be empty; with hasAccount the one to log in with
    QString invitation{}; ///< code, when the link has none
    bool hasAccount = false; ///< log in instead of registering
};

/// Gets a person in to a server: adds it, connects, registers or logs in, and says what is needed next. One attempt at
/// a time; a server that was added for an attempt that failed is forgotten again. Every signal comes from the event
/// loop and never from within start().
class JoinAttempt : public QObject
{
    Q_OBJECT

public:
    static constexpr int MaxLogins = 20;

    enum class Step
    {
        Idle,
        Connecting,
        Securing,
        SigningIn
    };

    explicit JoinAttempt(Workspaces &workspaces, QObject *parent = nullptr);
    ~JoinAttempt() override;

    /// The server named by the link.
    void start(const JoinWish &wish);
    /// A server that is known and refused this device; `wish.link` is not looked at.
    void start(Workspace *workspace, const JoinWish &wish);
    /// Ends the attempt without a word.
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_step != Step::Idle; }
    [[nodiscard]] Step step() const { return m_step; }

Q_SIGNALS:
    void stepChanged(salon::JoinAttempt::Step step);
    void joined(salon::Workspace *workspace);
    /// The server lets people in by invitation, and there was none or it was not good.
    void invitationNeeded(const salon::Error &why);
    /// Only with an account: registration is closed.
    void accountNeeded(const salon::Error &why);
    /// The link names another key than the one that this device remembers of `known`, or, with null, than the one that
    /// the server shows. Nothing was changed, and nothing that a link says is reason to.
    void linkRefused(salon::Workspace *known);
    /// The server itself shows another key than the one that this device remembers of it.
    void keyChanged(salon::Workspace *workspace, const QByteArray &expected, const QByteArray &presented);
    void failed(const salon::Error &error);

private:
    void begin(Workspace *workspace, const JoinWish &wish);
    void follow();
    void logIn(const Credentials &credentials);
    [[nodiscard]] Registration registration() const;
    void sessionStateChanged(SessionState state);
    void refused(RegistrationPolicy policy, const Error &why);
    void attemptEnded();
    void endWith(const std::function<void()> &tell);
    void endWithFailure(const Error &error);
    void setStep(Step step);
    void unfollow();
    /// Forgets the server if it was added for this attempt.
    void forget();

    struct Refusal
    {
        RegistrationPolicy policy;
        Error why;
    };

    Workspaces &m_workspaces;
    QPointer<Workspace> m_workspace;
    bool m_isOurs = false; ///< added by this attempt
    bool m_pinIsOfLink = false; ///< nothing was remembered of the server but what the link says
    JoinWish m_wish;
    Step m_step = Step::Idle;
    int m_logins = 0; ///< tried so far
    bool m_triedKey = false;
    Error m_refusedWhy; ///< before the device's key was tried
    std::optional<Refusal> m_refusal;
    bool m_endPending = false;
    int m_generation = 0;
};

} // namespace salon
