// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/main_window/connection_bar.h"

#include "shared/client-core/text/error_text.h"
#include "shared/client-core/text/time_text.h"
#include "shared/client-core/workspace.h"

#include <QEvent>

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
    m_trouble = Trouble::None;
    m_goodbye.clear();
    setOpen(false);
    m_silence.stop();
    m_second.stop();
    if (!workspace)
        return;
    const Session &session = workspace->session();
    connect(&session, &Session::stateChanged, this, &ConnectionBar::stateChanged);
    connect(&session, &Session::retryScheduled, this, &ConnectionBar::stateChanged);
    connect(&session, &Session::goneAway, this, [this](const Goaway &goodbye) { m_goodbye = ErrorText::of(goodbye); });
    connect(&session, &Session::credentialsNeeded, this, [this](RegistrationPolicy policy, const Error &why) {
        m_trouble = Trouble::NoEntry;
        m_policy = policy;
        m_why = why;
        showWords();
    });
    connect(
        &session, &Session::serverKeyChanged, this, [this](const QByteArray &expected, const QByteArray &presented) {
            m_trouble = Trouble::OtherKey;
            m_expectedKey = expected;
            m_presentedKey = presented;
            showWords();
        });
    stateChanged();
}

void ConnectionBar::stateChanged()
{
    if (!m_workspace)
        return;
    const Session &session = m_workspace->session();
    if (session.state() != SessionState::Offline)
        m_trouble = Trouble::None;
    if (session.isOnline()) {
        m_goodbye.clear();
        m_silence.stop();
        m_second.stop();
        setOpen(false);
    } else if (isOpen()) {
        showWords();
    } else if (!m_silence.isActive()) {
        m_silence.start();
    }
}

void ConnectionBar::showWords()
{
    if (!m_workspace || m_workspace->session().isOnline())
        return;
    const Session &session = m_workspace->session();
    QString action;
    QString words;
    BannerKind kind = BannerKind::Warn;
    if (m_trouble == Trouble::OtherKey) {
        kind = BannerKind::Danger;
        words = ErrorText::keyChangedTitle();
        action = tr("Look into it…");
    } else if (m_trouble == Trouble::NoEntry) {
        words = ErrorText::of(m_why);
        action = tr("Log in…");
    } else if (session.state() != SessionState::Offline) {
        words = tr("Connecting…");
    } else if (session.isRetrying()) {
        words = (m_goodbye.isEmpty() ? tr("The server cannot be reached.") : m_goodbye) + u' '
            + TimeText::retryIn(session.retryInMs());
        action = tr("Now", "connect now instead of waiting");
    } else {
        words = m_goodbye.isEmpty() ? tr("Not connected. What you write is kept and sent later.") : m_goodbye;
        action = tr("Connect");
    }
    setKind(kind);
    setIconName(m_trouble == Trouble::OtherKey ? u"shield-alert"_s : u"wifi-off"_s);
    setText(words);
    setToolTip(m_trouble == Trouble::None && session.state() == SessionState::Offline
            ? ErrorText::of(session.lastError()).toHtmlEscaped()
            : QString());
    setAction(action);
    setOpen(true);
    if (session.isRetrying())
        m_second.start();
    else
        m_second.stop();
}

void ConnectionBar::act()
{
    if (!m_workspace)
        return;
    switch (m_trouble) {
    case Trouble::OtherKey:
        Q_EMIT serverKeyChanged(m_expectedKey, m_presentedKey);
        break;
    case Trouble::NoEntry:
        Q_EMIT loginRequested(m_policy, m_why);
        break;
    case Trouble::None:
        if (m_workspace->session().isRetrying())
            m_workspace->session().retryNow();
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
