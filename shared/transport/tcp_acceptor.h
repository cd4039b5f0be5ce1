// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/result.h"

#include <QTcpServer>
#include <QTimer>

namespace salon {

/// Accepts on one TCP address and hands descriptors over without making a socket of them.
class TcpAcceptor final : public QTcpServer
{
    Q_OBJECT
public:
    explicit TcpAcceptor(QObject *parent = nullptr);

    /// Fails with AddressInUse, NotPermitted or InvalidAddress.
    Result<> listen(const QHostAddress &address, quint16 port, int backlog);
    void setPaused(bool paused);

Q_SIGNALS:
    void descriptorReady(qintptr descriptor);
    void acceptFailed(const salon::Error &error);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void pauseAfterError();

    QTimer m_retry;
    bool m_paused = false;
};

} // namespace salon
