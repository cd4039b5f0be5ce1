// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/result.h"
#include "shared/transport/endpoint.h"

#include <QHostAddress>
#include <QList>
#include <QObject>
#include <functional>
#include <memory>

namespace salon {
class AddressRace;
}

namespace salon::console {

/// Connects to a program over TCP or a local socket and gives the descriptor away. Knows no time limit; destroying it
/// gives up, without a signal.
class StreamDialer : public QObject
{
    Q_OBJECT

public:
    StreamDialer();
    ~StreamDialer() override;

    /// Once; connected() or failed() follows from the event loop. "*" is this machine.
    void dial(const Endpoint &endpoint);
    /// Of the host, once they were looked up.
    [[nodiscard]] const QList<QHostAddress> &addresses() const { return m_addresses; }

Q_SIGNALS:
    /// The receiver owns the descriptor.
    void connected(qintptr descriptor);
    /// HostNotFound, ConnectionRefused, TimedOut, or for local sockets also NotPermitted and InvalidAddress.
    void failed(const salon::Error &error);

private:
    void race(const QList<QHostAddress> &addresses, quint16 port);
    void takeWinner();
    /// From the event loop, and only if this is still there.
    void failLater(const Error &error);

    QList<QHostAddress> m_addresses;
    std::unique_ptr<AddressRace> m_race;
};

/// A connection over a local socket, which is there at once or not at all. Fails with ConnectionRefused, NotPermitted
/// or InvalidAddress.
Result<qintptr> connectedToPath(const QString &path);

/// Asks for the addresses of a host: `done` is called from the event loop, or at once for an address; "*" is this
/// machine. Never, if `receiver` is destroyed first.
void lookUpHost(const QString &host, QObject *receiver, std::function<void(const Result<QList<QHostAddress>> &)> done);

} // namespace salon::console
