// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/console_app.h"

#include "client-console/local_mutes.h"

#include "shared/client-core/text/error_text.h"

#include <QFile>
#include <utility>

using namespace Qt::StringLiterals;

namespace salon::console {

void ConsoleApp::connectSession()
{
    Session &session = m_workspace->session();
    connect(&session, &Session::stateChanged, this, &ConsoleApp::stateChanged);
    connect(&session, &Session::serverKeyChanged, this, &ConsoleApp::serverKeyChanged);
    connect(&session, &Session::failed, this, [this](const Error &error) {
        // A server out of reach is told of once, not at every attempt.
        const bool isAgain = error.code >= ErrorCode::ConnectionLost && error.code == m_lastFailure;
        m_lastFailure = error.code;
        // Why one was not let in is told with the question that follows.
        const bool isAsked = m_workspace->session().trouble().kind == SessionTrouble::Kind::CredentialsNeeded;
        if (m_mode == RunMode::Person && !isAgain && !isAsked && error.code != ErrorCode::ServerKeyChanged
            && error.code != ErrorCode::Canceled && ErrorText::of(error) != m_goodbye)
            m_screen.problem(error);
    });
    connect(&session, &Session::goneAway, this, [this](const Goaway &goodbye) {
        // One that is closing says so to the next attempts, too.
        const QString words = ErrorText::of(goodbye);
        if (std::exchange(m_goodbye, words) != words)
            m_screen.problem(words);
    });
    connect(&session, &Session::serverPinned, this, [this](const QByteArray &pin) {
        if (m_mode == RunMode::Person)
            m_screen.notice(tr("First contact with this server. Its fingerprint: %1").arg(ErrorText::fingerprint(pin)));
    });
    connect(m_workspace, &Workspace::loaded, this, [this] {
        // With a history to read, there is no need to wait for the network.
        if (m_mode == RunMode::Person && !m_workspace->rooms().ids().isEmpty())
            openFirstRoom();
    });
    connect(&m_workspace->outbox(), &Outbox::entryChanged, m_view.get(), &RoomView::noteOutbox);
}

void ConsoleApp::signInOrStart(const QString &invitation)
{
    m_signIn = std::make_unique<SignIn>(
        *m_workspace, m_screen, *m_editor, givenCredentials(invitation), m_mode == RunMode::Person);
    connect(m_signIn.get(), &SignIn::gaveUp, this, [this](const Error &why) {
        m_screen.problem(why.code == ErrorCode::NotLoggedIn
                ? tr("This device has no account on this server yet. Give --name, or --username with --password-file.")
                : ErrorText::of(why));
        quit(ExitLoginRefused);
    });
    if (m_workspace->server().enrolled)
        m_workspace->start();
    else
        m_signIn->begin();
}

SignIn::Given ConsoleApp::givenCredentials(const QString &invitation)
{
    return { m_options.login, m_options.name, m_options.invitation.isEmpty() ? invitation : m_options.invitation,
        std::exchange(m_password, {}) };
}

bool ConsoleApp::readPassword()
{
    if (m_options.passwordFile.isEmpty())
        return true;
    QFile file(m_options.passwordFile);
    const bool isOpen = m_options.passwordFile == "-"_L1 ? file.open(stdin, QIODevice::ReadOnly | QIODevice::Unbuffered)
                                                         : file.open(QIODevice::ReadOnly);
    if (!isOpen) {
        m_screen.problem(
            Error{ ErrorCode::CannotOpenFile, file.errorString(), { m_options.passwordFile }, std::nullopt });
        return false;
    }
    QByteArray line = file.readLine(4096);
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    if (line.isEmpty()) {
        m_screen.problem(tr("There is no password in the first line of %1.").arg(m_options.passwordFile));
        return false;
    }
    m_password = QString::fromUtf8(line);
    line.fill('\0');
    return true;
}

void ConsoleApp::stateChanged(SessionState state)
{
    if (state == SessionState::Online) {
        m_lastFailure.reset();
        m_goodbye.clear();
        tellLocalMutes(m_profile.settings(), *m_workspace);
    }
    if (state == SessionState::Online && !m_wasOnline) {
        m_wasOnline = true;
        if (m_mode == RunMode::Person)
            m_screen.success(tr("Connected to %1 as %2.").arg(m_workspace->name(), m_workspace->selfName()));
        if (!m_hadRoom)
            openFirstRoom();
    } else if (state == SessionState::Online && m_mode == RunMode::Person) {
        m_screen.success(tr("Connected again."));
    }
}

void ConsoleApp::serverKeyChanged(const QByteArray &expected, const QByteArray &presented)
{
    if (m_options.acceptsNewKey) {
        m_workspace->session().acceptServerKey(presented);
        return;
    }
    m_screen.problem(ErrorText::keyChangedTitle());
    m_screen.problem(ErrorText::keyChangedExplanation(m_workspace->name(), expected, presented));
    if (m_mode != RunMode::Person) {
        quit(ExitKeyChanged);
        return;
    }
    m_commands->setPresentedKey(presented);
    m_screen.notice(tr("If you know that the change is right, type /accept-key. Nothing was sent."));
}

} // namespace salon::console
