// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/plain/datagram_link.h"

#include "shared/discovery/network_link.h"
#include "shared/transport/peer_address.h"

#include <algorithm>

namespace salon::console {
namespace {

constexpr qsizetype MaxUnanswered = 64;

} // namespace

bool DatagramLink::isGroup(const QHostAddress &address)
{
    if (address.isBroadcast() || address.isMulticast())
        return true;
    const QList<NetworkLink> links = runningLinks();
    return std::any_of(links.begin(), links.end(), [&address](const NetworkLink &link) {
        return std::any_of(link.addresses.begin(), link.addresses.end(), [&address](const LinkAddress &own) {
            return !own.broadcast.isNull() && own.broadcast == address && own.prefixLength < 31;
        });
    });
}

Result<std::unique_ptr<DatagramLink>> DatagramLink::to(QList<QHostAddress> addresses, quint16 port)
{
    std::stable_partition(addresses.begin(), addresses.end(),
        [](const QHostAddress &address) { return address.protocol() == QAbstractSocket::IPv4Protocol; });
    std::unique_ptr<DatagramLink> link(new DatagramLink);
    link->m_addresses = addresses;
    link->m_port = port;
    if (const auto connected = link->tryNext(); !connected)
        return fail(connected.error());
    return link;
}

Result<std::unique_ptr<DatagramLink>> DatagramLink::toAll(const QHostAddress &group, quint16 port)
{
    const bool isIpv4 = group.protocol() == QAbstractSocket::IPv4Protocol;
    auto link = listening(isIpv4 ? QHostAddress(QHostAddress::AnyIPv4) : QHostAddress(QHostAddress::AnyIPv6), 0);
    if (link) {
        (*link)->m_isForGroup = true;
        (*link)->m_partner = group;
        (*link)->m_port = port;
    }
    return link;
}

Result<std::unique_ptr<DatagramLink>> DatagramLink::listening(const QHostAddress &address, quint16 port)
{
    auto socket = UdpSocket::boundTo(address, port);
    if (!socket)
        return fail(socket.error());
    std::unique_ptr<DatagramLink> link(new DatagramLink);
    link->use(std::move(*socket));
    return link;
}

void DatagramLink::use(std::unique_ptr<UdpSocket> socket)
{
    if (m_socket) {
        m_socket->disconnect(this);
        m_socket.release()->deleteLater(); // it may be calling
    }
    m_socket = std::move(socket);
    connect(m_socket.get(), &UdpSocket::received, this, &DatagramLink::take);
    connect(m_socket.get(), &UdpSocket::refused, this, &DatagramLink::refused);
}

Result<> DatagramLink::tryNext()
{
    Error error{ ErrorCode::ConnectionRefused };
    while (m_tried < m_addresses.size()) {
        auto socket = UdpSocket::connectedTo(m_addresses[m_tried++], m_port);
        if (socket) {
            use(std::move(*socket));
            return {};
        }
        error = socket.error();
    }
    return fail(error);
}

bool DatagramLink::send(const QByteArray &message)
{
    if (message.size() > maxMessageBytes())
        return false;
    if (m_addresses.isEmpty())
        return !m_partner.isNull() && (m_socket->sendTo(message, m_partner, m_port) || sendToEachNetwork(message));
    if (m_addresses.size() > 1 && m_unanswered.size() < MaxUnanswered)
        m_unanswered.append(message);
    return m_socket->send(message);
}

bool DatagramLink::sendToEachNetwork(const QByteArray &message)
{
    if (m_partner != QHostAddress(QHostAddress::Broadcast))
        return false;
    bool isSent = false;
    for (const NetworkLink &link : runningLinks()) {
        for (const LinkAddress &own : link.addresses) {
            if (!own.broadcast.isNull())
                isSent = m_socket->sendTo(message, own.broadcast, m_port) || isSent;
        }
    }
    return isSent;
}

void DatagramLink::take(const QByteArray &datagram, const QHostAddress &from, quint16 port)
{
    if (!m_addresses.isEmpty()) {
        m_addresses = { from };
        m_tried = 1;
        m_unanswered.clear();
        Q_EMIT received(datagram, {});
        return;
    }
    if (!m_isForGroup) {
        m_partner = from;
        m_port = port;
    }
    Q_EMIT received(datagram, PeerAddress::of(from, port).text);
}

void DatagramLink::refused()
{
    if (m_addresses.isEmpty())
        return;
    if (m_tried < m_addresses.size() && tryNext()) {
        for (const QByteArray &message : std::as_const(m_unanswered))
            (void)m_socket->send(message);
        return;
    }
    m_unanswered.clear();
    m_tried = 0;
    (void)tryNext();
    Q_EMIT nobodyThere();
}

void DatagramLink::finish()
{
    QMetaObject::invokeMethod(
        this, [this] { Q_EMIT closed(Error{ ErrorCode::Canceled }); }, Qt::QueuedConnection);
}

} // namespace salon::console
