// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/client-core/session/answer.h"
#include "shared/client-core/session/presence_policy.h"

#include <optional>

namespace salon {

class Session;

/// What others see of this device: chosen by hand or away by itself, and told to the server at each change and login. A
/// status text is kept until the server has taken it.
class OwnPresence : public QObject
{
    Q_OBJECT
public:
    OwnPresence(Session &session, const Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] PresenceState state() const { return m_policy.state(); }
    /// Works offline: told at the next connection. Fails with InvalidStatusText, and then nothing happened.
    Answer<> choose(PresenceState state, const std::optional<QString> &statusText);
    void userActive() { m_policy.userActive(); }
    void setAutoAwayMinutes(int minutes) { m_policy.setAutoAwayMinutes(minutes); }

Q_SIGNALS:
    void changed(salon::PresenceState state);

private:
    Answer<> tell();

    Session &m_session;
    PresencePolicy m_policy;
    bool m_isChoosing = false;
    std::optional<QString> m_untoldStatus;
};

} // namespace salon
