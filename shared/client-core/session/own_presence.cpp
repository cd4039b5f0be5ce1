// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/session/own_presence.h"

#include "shared/base/logging.h"
#include "shared/base/text_checks.h"
#include "shared/base/when_ready.h"
#include "shared/client-core/session/ask.h"
#include "shared/client-core/session/refusal.h"
#include "shared/protocol/messages/all.h"

#include <QScopedValueRollback>

namespace salon {

OwnPresence::OwnPresence(Session &session, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_policy(clock)
{
    connect(&session, &Session::stateChanged, this, [this](SessionState now) {
        if (now == SessionState::Online)
            tell();
    });
    connect(&m_policy, &PresencePolicy::changed, this, [this](PresenceState now) {
        if (!m_isChoosing && m_session.isOnline())
            tell();
        Q_EMIT changed(now);
    });
}

Answer<> OwnPresence::choose(PresenceState state, const std::optional<QString> &statusText)
{
    if (statusText) {
        const Result<QString> checked = checkStatusText(*statusText);
        if (!checked)
            return failedAnswer(checked.error());
        m_untoldStatus = *checked;
    }
    const bool wasTold = m_policy.state() == state && !statusText;
    {
        const QScopedValueRollback choosing(m_isChoosing, true); // told below, with its answer
        m_policy.choose(state);
    }
    return m_session.isOnline() && !wasTold ? tell() : readyAnswer(Result<>());
}

Answer<> OwnPresence::tell()
{
    const Answer<> answer = order(m_session, this, SetPresence{ m_policy.state(), m_untoldStatus });
    whenReady(answer, this, [this, status = m_untoldStatus](const Result<> &told) {
        const bool comesAgain = !told && (told.error().code == ErrorCode::ConnectionLost || isTemporary(told.error()));
        if (!told)
            qCInfo(salonSession) << "The presence was not told:" << errorName(told.error().code);
        if (!comesAgain && m_untoldStatus == status)
            m_untoldStatus.reset();
    });
    return answer;
}

} // namespace salon
