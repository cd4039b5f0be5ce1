// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/clock.h"
#include "shared/protocol/messages/people.h"

#include <QObject>
#include <QTimer>

namespace salon {

/// What this device says of its person: what they chose, or Away after some minutes without input.
class PresencePolicy : public QObject
{
    Q_OBJECT
public:
    explicit PresencePolicy(const Clock &clock, QObject *parent = nullptr);

    /// 0: never away by itself.
    void setAutoAwayMinutes(int minutes);
    /// Online, Away or Busy by choice; only Online turns into Away by itself.
    void choose(PresenceState state);
    /// A key or the mouse was used in the program.
    void userActive();
    [[nodiscard]] PresenceState state() const { return m_state; }
    /// Looks at the clock; called by a timer.
    void check();

Q_SIGNALS:
    void changed(salon::PresenceState state);

private:
    void update();

    const Clock &m_clock;
    PresenceState m_chosen = PresenceState::Online;
    PresenceState m_state = PresenceState::Online;
    qint64 m_activeMs;
    int m_awayAfterMs = 10 * 60'000;
    QTimer m_timer;
};

} // namespace salon
