// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/main_window/connection_bar.h"

#include "shared/client-core/text/error_text.h"
#include "shared/client-core/text/time_text.h"
#include "shared/client-core/workspace.h"

#include <QEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {

ConnectionBar::ConnectionBar(Theme &theme, QWidget *parent)
    : Banner(theme, parent)
{
    setObjectName(u"connectionBar"_s);
    m_silence.setSingleShot(true);
    m_silence.setInterval(SilentMs);
    m_second.setInterval(1000);
    connect(&m_silence, &QTimer::timeout, this, &ConnectionBar::showWords);
    connect(&m_second, &QTimer::timeout, this, &ConnectionBar::showWords);
    connect(this, &Banner::actionTriggered, this, &ConnectionBar::act);
}

void ConnectionBar::setWorkspace(Workspace *workspace)
{
    if (m_workspace)
        m_workspace->session().disconnect(this);
    m_workspace = workspace;
    setOpen(false);
    m_silence.stop();
    m_second.stop();
    if (!workspace)
        return;
    const Session &session = workspace->session();
    connect(&session, &Session::stateChanged, this, &ConnectionBar::stateChanged);
    connect(&session, &Session::retryScheduled, this, &ConnectionBar::stateChanged);
    stateChanged();
}

void ConnectionBar::stateChanged()
{
    if (!m_workspace)
        return;
    const Session &session = m_workspace->session();
    if (session.isOnline()) {
        m_silence.stop();
        m_second.stop();
        setOpen(false);
    } else if (isOpen() || session.trouble().kind != SessionTrouble::Kind::None) {
        showWords(); // what waits for the person does not heal by itself
    } else if (!m_silence.isActive()) {
        m_silence.start();
    }
}

void ConnectionBar::showWords()
{
    if (!m_workspace || m_workspace->session().isOnline())
        return;
    const Session &session = m_workspace->session();
    const SessionTrouble &trouble = session.trouble();
    QString action;
    QString words;
    QString inShort;
    QString reason;
    switch (trouble.kind) {
    case SessionTrouble::Kind::ServerKeyChanged:
        words = ErrorText::keyChangedTitle();
        action = tr("Look into it…");
        break;
    case SessionTrouble::Kind::CredentialsNeeded:
        words = ErrorText::of(trouble.why);
        action = tr("Log in…");
        break;
    case SessionTrouble::Kind::SentAway:
        words = ErrorText::of(trouble.goodbye);
        action = tr("Connect");
        break;
    case SessionTrouble::Kind::None:
        words = waitingWords(session);
        inShort = shortWords(session);
        if (session.state() == SessionState::Offline) {
            action = session.isRetrying() ? tr("Now", "connect now instead of waiting") : tr("Connect");
            reason = ErrorText::of(session.lastError());
        }
        break;
    }
    const bool isOtherKey = trouble.kind == SessionTrouble::Kind::ServerKeyChanged;
    setKind(isOtherKey ? BannerKind::Danger : BannerKind::Warn);
    setIconName(isOtherKey ? u"shield-alert"_s : u"wifi-off"_s);
    setText(words, inShort);
    setDetail(reason);
    setAction(action);
    setOpen(true);
    if (session.isRetrying())
        m_second.start();
    else
        m_second.stop();
}

QString ConnectionBar::waitingWords(const Session &session) const
{
    if (session.state() != SessionState::Offline)
        return tr("Connecting…");
    const QString goodbye = session.lastGoodbye() ? ErrorText::of(*session.lastGoodbye()) : QString();
    if (session.isRetrying())
        return (goodbye.isEmpty() ? tr("The server cannot be reached.") : goodbye) + u' '
            + TimeText::retryIn(session.retryInMs());
    return goodbye.isEmpty() ? tr("Not connected. What you write is kept and sent later.") : goodbye;
}

QString ConnectionBar::shortWords(const Session &session)
{
    if (session.state() != SessionState::Offline)
        return {};
    if (!session.isRetrying())
        //: The connection to the server, where there is little room
        return session.lastGoodbye() ? QString() : tr("Not connected.");
    //: The server cannot be reached, where there is little room
    return tr("Unreachable. Next try in %n s", nullptr, (std::max(0, session.retryInMs()) + 999) / 1000);
}

void ConnectionBar::act()
{
    if (!m_workspace)
        return;
    Session &session = m_workspace->session();
    const SessionTrouble trouble = session.trouble(); // a copy: what it asks for may change it
    switch (trouble.kind) {
    case SessionTrouble::Kind::ServerKeyChanged:
        Q_EMIT serverKeyChanged(trouble.expectedPin, trouble.presentedPin);
        break;
    case SessionTrouble::Kind::CredentialsNeeded:
        Q_EMIT loginRequested(trouble.registration, trouble.why);
        break;
    case SessionTrouble::Kind::SentAway:
    case SessionTrouble::Kind::None:
        if (session.isRetrying())
            session.retryNow();
        else
            m_workspace->start();
        break;
    }
}

void ConnectionBar::changeEvent(QEvent *event)
{
    Banner::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && isOpen())
        showWords();
}

} // namespace salon
