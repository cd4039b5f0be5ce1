// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/sign_in.h"

#include "shared/base/text_checks.h"
#include "shared/client-core/text/login_suggestion.h"

using namespace Qt::StringLiterals;

namespace salon::console {

SignIn::SignIn(Workspace &workspace, Screen &screen, LineEditor &editor, Given given, bool canAsk)
    : m_workspace(workspace)
    , m_screen(screen)
    , m_editor(editor)
    , m_given(std::move(given))
    , m_canAsk(canAsk)
{
    connect(&workspace.session(), &Session::credentialsNeeded, this, &SignIn::refused);
    connect(&editor, &LineEditor::secretEntered, this, [this](const QString &secret) {
        if (m_next)
            std::exchange(m_next, {})(secret);
    });
}

void SignIn::begin()
{
    if (!m_given.name.isEmpty())
        registerAccount();
    else if (!m_given.login.isEmpty())
        loginAsGiven();
    else if (!m_canAsk)
        Q_EMIT gaveUp(Error{ ErrorCode::NotLoggedIn });
    else if (!m_given.invitation.isEmpty())
        askName();
    else
        askWhetherNew();
}

void SignIn::loginAsGiven()
{
    if (!m_given.password.isEmpty())
        m_workspace.login(PasswordLogin{ m_given.login, m_given.password });
    else if (m_canAsk)
        askPassword();
    else
        Q_EMIT gaveUp(Error{ ErrorCode::NotLoggedIn });
}

bool SignIn::takeLine(const QString &line)
{
    if (!m_next)
        return false;
    std::exchange(m_next, {})(line.trimmed());
    return true;
}

void SignIn::ask(const QString &question, Next next)
{
    m_next = std::move(next);
    m_question = question;
    showQuestion();
}

void SignIn::showQuestion()
{
    m_editor.setPrompt(m_screen.ansi().prompt(Ansi::Style::Accent, m_question) + u' ');
}

void SignIn::askWhetherNew()
{
    //: Answered by y or n (in French o or n)
    ask(tr("Do you have an account on this server already? [y/n]"), [this](const QString &answer) {
        //: The letter for "yes"
        if (answer.startsWith(tr("y"), Qt::CaseInsensitive))
            askLogin();
        else
            askName();
    });
}

void SignIn::askName()
{
    ask(tr("Your name, as others see it:"), [this](const QString &answer) {
        if (const auto name = checkDisplayName(answer); !name) {
            m_screen.problem(name.error());
            askName();
            return;
        }
        m_given.name = answer;
        registerAccount();
    });
}

void SignIn::askLogin()
{
    ask(tr("Username:"), [this](const QString &answer) {
        m_given.login = answer;
        askPassword();
    });
}

void SignIn::askPassword()
{
    m_next = [this](const QString &password) {
        m_workspace.login(PasswordLogin{ m_given.login, password });
    };
    m_editor.askSecret(tr("Password (not shown):"));
}

void SignIn::registerAccount()
{
    if (m_given.name.isEmpty())
        m_given.name = m_given.login;
    if (m_given.login.isEmpty()) {
        m_given.login = suggestLogin(m_given.name);
        m_loginIsOurs = true;
    }
    const QString login = m_loginTries == 0 ? m_given.login : suggestLogin(m_given.name, m_loginTries + 1);
    m_workspace.login(Registration{ login, m_given.name, m_given.password, m_given.invitation });
}

void SignIn::refused(RegistrationPolicy policy, const Error &why)
{
    if (why.code == ErrorCode::LoginTaken && m_loginIsOurs && ++m_loginTries < 20) {
        registerAccount();
        return;
    }
    if (!m_canAsk) {
        Q_EMIT gaveUp(why);
        return;
    }
    m_screen.problem(why);
    switch (why.code) {
    case ErrorCode::LoginTaken:
    case ErrorCode::InvalidLogin:
        ask(tr("Another username:"), [this](const QString &answer) {
            m_given.login = answer;
            m_loginTries = 0;
            registerAccount();
        });
        return;
    case ErrorCode::NameLooksAlike:
    case ErrorCode::InvalidDisplayName:
        askName();
        return;
    case ErrorCode::InvitationNeeded:
    case ErrorCode::InvitationUnknown:
    case ErrorCode::InvitationExpired:
        ask(tr("Invitation code (or Enter, to log in to an account you have):"), [this](const QString &answer) {
            if (answer.isEmpty()) {
                askLogin();
                return;
            }
            m_given.invitation = answer;
            registerAccount();
        });
        return;
    case ErrorCode::WrongCredentials:
        askLogin();
        return;
    default:
        break;
    }
    if (policy == RegistrationPolicy::Closed)
        askLogin();
    else
        askWhetherNew();
}

} // namespace salon::console
