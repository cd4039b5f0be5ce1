// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/result.h"

#include <QList>
#include <QObject>
#include <QString>

namespace salon::server {

/// A door of a gateway that is open: what the operator and the READY line are told.
struct GatewayAddress
{
    QString name{}; ///< "text", "multichat" …
    QString address{}; ///< "127.0.0.1:7257", with the port that port 0 became
    bool isLoopback = true; ///< only this machine reaches it
};

/// Something beside the native listeners that lets people in. Made in the domain thread, then given to a GatewayThread,
/// where all of its functions run; sockets are made there, in open().
class Gateway : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    ~Gateway() override = default;

    /// Listens. May block for a moment (names of hosts and services): the server is not up yet. Fails like
    /// ListenSocket::listen().
    virtual Result<QList<GatewayAddress>> open() = 0;
    /// Accepts nobody any more, says goodbye to those who are here, lets what is queued leave, then closed().
    virtual void close() = 0;
    /// The operator ends the connection of a guest, whom RoomVisits::find() finds: its RoomVisit::calledName(), or
    /// empty when there is none. What it sent and is not shown yet is left out, but for at most RoomDoor::MaxUnanswered
    /// requests that the room has already.
    virtual QString endGuest(const QString &who) = 0;

Q_SIGNALS:
    /// Nobody is left. Also when nobody was there.
    void closed();
    /// For the log: accepting failed and goes on by itself, a guest was turned away.
    void trouble(const QString &gateway, const salon::Error &error);
};

} // namespace salon::server
