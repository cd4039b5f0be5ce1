// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/app/watchdog.h"

#include "server/app/service_manager.h"

namespace salon::server {

Watchdog::Watchdog(QObject *parent)
    : QObject(parent)
{
    const auto interval = service_manager::watchdogInterval();
    if (interval.count() == 0)
        return;
    connect(&m_timer, &QTimer::timeout, this, [] { service_manager::tell("WATCHDOG=1"); });
    m_timer.start(interval);
}

} // namespace salon::server
