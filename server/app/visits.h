// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/bus/connection_info.h"

#include <QObject>
#include <QSet>
#include <QString>
#include <QTimer>
#include <map>

namespace salon::server {

/// Which connections the operator hears of: all but those of `salon-server --health`, which may come twice a minute for
/// years. These say a name that stands in the RunningNote, so that nobody else passes unseen. Until a connection has
/// said who it is, for a second at most, its arrival waits. Domain thread.
class Visits : public QObject
{
    Q_OBJECT

public:
    explicit Visits(QObject *parent = nullptr);

    /// The name of health checks; another one in each process.
    [[nodiscard]] const QString &checkName() const { return m_checkName; }

    void arrived(ConnectionId connection, const QString &peer);
    void greeted(ConnectionId connection, const QString &client);
    /// Whether its end is to be told; if so its arrival was.
    bool left(ConnectionId connection);

Q_SIGNALS:
    /// The arrival is to be told.
    void arrivalKnown(const QString &peer);

private:
    QString m_checkName;
    std::map<ConnectionId, QString> m_waiting; ///< in the order of their arrival, with their peers
    QSet<ConnectionId> m_checks;
    QTimer m_patience{ this };
};

} // namespace salon::server
