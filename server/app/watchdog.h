// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QObject>
#include <QTimer>

namespace salon::server {

/// As long as it exists and the event loop of its thread turns, the manager of services hears that this program does
/// not hang. Does nothing where no manager wants to know.
class Watchdog : public QObject
{
    Q_OBJECT

public:
    explicit Watchdog(QObject *parent = nullptr);

private:
    QTimer m_timer{ this };
};

} // namespace salon::server
