// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/gateways/gateway.h"

#include <QSet>
#include <QThread>
#include <functional>
#include <memory>
#include <vector>

namespace salon::server {

/// The one thread in which all gateways live, apart from the domain and from the native connections: what floods a
/// gateway costs neither of them more than what the gateway lets through. Itself used from the domain thread.
class GatewayThread : public QObject
{
    Q_OBJECT

public:
    explicit GatewayThread(QObject *parent = nullptr);
    /// Ends the gateways where they stand, then the thread.
    ~GatewayThread() override;

    /// Takes a gateway over and opens it, starting the thread with the first one; waits for the outcome. A gateway that
    /// cannot be opened is gone. Connect its signals before.
    Result<QList<GatewayAddress>> add(std::unique_ptr<Gateway> gateway);

    /// Closes all gateways; closed() follows, at once when there are none, at the latest after two seconds.
    void close();
    /// Ends the connection of a guest of whichever gateway has it; `done`, in this thread, gets what
    /// Gateway::endGuest() answers.
    void endGuest(const QString &who, std::function<void(const QString &name)> done);
    [[nodiscard]] bool isEmpty() const { return m_gateways.empty(); }

Q_SIGNALS:
    void closed();

private:
    void oneClosed(const Gateway *gateway);
    void endClosing();

    QThread m_thread;
    std::vector<std::unique_ptr<Gateway>> m_gateways; ///< used and destroyed in the thread
    QSet<const Gateway *> m_open; ///< of them; one that has no room closes by itself
    bool m_closing = false;
    bool m_closed = false;
};

} // namespace salon::server
