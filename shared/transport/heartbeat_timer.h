// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/clock.h"
#include "shared/transport/heartbeat.h"

#include <QObject>
#include <QTimer>

namespace salon {

/// Heartbeat of a single connection with a timer of its own: for clients.
class HeartbeatTimer : public QObject
{
    Q_OBJECT
public:
    explicit HeartbeatTimer(const Clock &clock, const HeartbeatTimes &times = {}, QObject *parent = nullptr);

    void start();
    void stop();
    /// Anything arrived.
    void heard();

Q_SIGNALS:
    void pingDue();
    void peerSilent();

private:
    void tick();

    const Clock &m_clock;
    HeartbeatTimes m_times;
    Heartbeat m_heartbeat;
    QTimer m_timer;
};

} // namespace salon
