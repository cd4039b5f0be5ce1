// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/protocol/join_link.h"
#include "shared/transport/connection.h"
#include "shared/transport/turn_flusher.h"

#include <QList>
#include <QObject>
#include <QTimer>
#include <memory>

namespace salon::server {

/// `salon-server --health`: asks the server that uses a data folder whether it answers. Connects to where it said it
/// listens, wants the key of that moment, says Hello and waits for its Welcome; logs in to nothing and changes nothing.
class HealthCheck : public QObject
{
    Q_OBJECT

public:
    explicit HealthCheck(QString dataFolder, QObject *parent = nullptr);
    ~HealthCheck() override;

    /// Once; answered() follows within `timeoutMs`, at the earliest from within this call.
    void start(int timeoutMs = 5000);

Q_SIGNALS:
    /// `sentence`: translated, one line.
    void answered(bool isWell, const QString &sentence);

private:
    void tryNext();
    void giveUpThisOne(const Error &error);
    void end(bool isWell, const QString &sentence);
    [[nodiscard]] QString address() const;

    QString m_dataFolder;
    QList<JoinLink> m_links; ///< still to be tried; the first is being tried
    QString m_name; ///< by which the server knows it, and leaves it out of its log
    TurnFlusher m_flusher;
    std::unique_ptr<Connection> m_connection;
    QTimer m_patience;
};

} // namespace salon::server
