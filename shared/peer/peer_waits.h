// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/transport/listen_socket.h"

#include <QList>
#include <QObject>
#include <memory>
#include <vector>

namespace salon {

/// Listens on the ports of addresses at which nobody was: one socket for all addresses of a port that it serves. An
/// address of this machine alone is waited for on that address, any other on all. The last that is removed closes the
/// socket.
class PeerWaits : public QObject
{
    Q_OBJECT

public:
    /// `host`: listened on for addresses that are not of this machine alone.
    explicit PeerWaits(QString host = QStringLiteral("*"), QObject *parent = nullptr);
    ~PeerWaits() override;

    /// Waits at the port of `address`; true also if it does already, false if the port is not to be had.
    bool add(const Endpoint &address);
    void remove(const Endpoint &address);
    /// Where it listens.
    [[nodiscard]] QList<Endpoint> listening() const;

Q_SIGNALS:
    /// As ListenSocket's.
    void descriptorReady(qintptr descriptor);

private:
    /// A socket, and whom it serves.
    struct Wait
    {
        QString host{};
        quint16 port = 0;
        QList<Endpoint> addresses{};
        std::unique_ptr<ListenSocket> socket{};
    };

    [[nodiscard]] QString hostFor(const Endpoint &address) const;
    bool open(Wait &wait);
    bool widen(quint16 port, const Endpoint &address);

    QString m_host;
    std::vector<Wait> m_waits;
};

} // namespace salon
