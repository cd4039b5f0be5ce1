// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/result.h"

#include <QByteArray>
#include <QHostAddress>
#include <QObject>
#include <QSocketNotifier>
#include <memory>

namespace salon::console {

/// A UDP socket that tells when nobody listens where it sends to, which QUdpSocket does not.
class UdpSocket : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype MaxDatagramBytes = 65'507;

    /// Talks with this one address only. Fails with ConnectionRefused when there is no way to it.
    static Result<std::unique_ptr<UdpSocket>> connectedTo(const QHostAddress &address, quint16 port);
    /// Receives from anybody; "any" is every interface, IPv4 and IPv6. Fails with AddressInUse, NotPermitted or
    /// InvalidAddress.
    static Result<std::unique_ptr<UdpSocket>> boundTo(const QHostAddress &address, quint16 port);
    ~UdpSocket() override;

    /// False: the system did not take it. To a broadcast address too.
    bool send(const QByteArray &datagram);
    bool sendTo(const QByteArray &datagram, const QHostAddress &address, quint16 port);
    /// Of this side.
    [[nodiscard]] quint16 port() const;

Q_SIGNALS:
    void received(const QByteArray &datagram, const QHostAddress &from, quint16 port);
    /// Connected: nobody listens there (as the other machine says).
    void refused();

private:
    explicit UdpSocket(qintptr descriptor);
    void readAvailable();

    qintptr m_descriptor;
    QSocketNotifier m_notifier;
};

} // namespace salon::console
