// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-console/plain/plain_link.h"
#include "client-console/plain/udp_socket.h"
#include "shared/transport/endpoint.h"

#include <QHostAddress>
#include <QList>

namespace salon::console {

/// PlainLink over UDP. To one address: of a name with several, the next one is tried, with what was not answered yet,
/// when nobody listens there. To a broadcast or multicast address: whoever answers is received. Listening:
/// answers go to who wrote last.
class DatagramLink final : public PlainLink
{
    Q_OBJECT

public:
    /// For one; IPv4 first, as programs that listen on IPv4 alone are the rule.
    static Result<std::unique_ptr<DatagramLink>> to(QList<QHostAddress> addresses, quint16 port);
    static Result<std::unique_ptr<DatagramLink>> toAll(const QHostAddress &group, quint16 port);
    static Result<std::unique_ptr<DatagramLink>> listening(const QHostAddress &address, quint16 port);
    /// Sends to a group rather than to one.
    [[nodiscard]] static bool isGroup(const QHostAddress &address);

    [[nodiscard]] bool keepsMessages() const override { return true; }
    [[nodiscard]] qsizetype maxMessageBytes() const override { return UdpSocket::MaxDatagramBytes; }
    bool send(const QByteArray &message) override;
    void endSending() override {}
    [[nodiscard]] qsizetype queuedBytes() const override { return 0; }
    void finish() override;
    /// Of this side.
    [[nodiscard]] quint16 port() const { return m_socket->port(); }

Q_SIGNALS:
    /// What was sent met nobody at any of the addresses. The next message is tried again.
    void nobodyThere();

private:
    DatagramLink() = default;
    void use(std::unique_ptr<UdpSocket> socket);
    /// What 255.255.255.255 does, on a machine without a way to everywhere.
    bool sendToEachNetwork(const QByteArray &message);
    void take(const QByteArray &datagram, const QHostAddress &from, quint16 port);
    /// Connects to the next of the addresses that there is a way to.
    Result<> tryNext();
    void refused();

    std::unique_ptr<UdpSocket> m_socket;
    QList<QHostAddress> m_addresses; ///< to one: all it may have, first the right one as soon as that is known
    qsizetype m_tried = 0; ///< of these
    QList<QByteArray> m_unanswered;
    QHostAddress m_partner; ///< of a socket that is not connected
    quint16 m_port = 0;
    bool m_isForGroup = false;
};

} // namespace salon::console
