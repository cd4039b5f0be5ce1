// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/clock.h"
#include "shared/discovery/network_link.h"

#include <QObject>
#include <QTimer>

namespace salon {

/// Notices that this machine slept, or that its networks are others than before. Looks every few seconds; no backend
/// of the system is needed.
class NetworkChanges : public QObject
{
    Q_OBJECT

public:
    explicit NetworkChanges(const Clock &clock, ListLinks links = runningLinks, QObject *parent = nullptr);

    void start();
    void stop();
    /// Looks now.
    void look();

Q_SIGNALS:
    void changed();

private:
    const Clock &m_clock;
    ListLinks m_listLinks;
    QList<NetworkLink> m_links;
    qint64 m_wallMs = 0;
    qint64 m_monotonicMs = 0;
    QTimer m_timer;
};

} // namespace salon
