// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/discovery/discovery_responder.h"

#include "shared/base/logging.h"

#include <QNetworkDatagram>
#include <QNetworkInterface>
#include <QUdpSocket>
#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

constexpr std::chrono::seconds RefreshEvery(10);
constexpr int DatagramsPerTurn = 64; ///< then other work of the loop has its turn
constexpr int FirstUserPort = 1024;

QString addressText(const QHostAddress &address, quint16 port)
{
    const QString text = plainAddress(address).toString();
    return (text.contains(u':') ? u'[' + text + u']' : text) + u':' + QString::number(port);
}

} // namespace

DiscoveryResponder::DiscoveryResponder(
    const Clock &clock, ListLinks links, const DiscoveryRates &rates, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_listLinks(std::move(links))
    , m_limits(rates)
    , m_refresh(this)
{
    m_refresh.setInterval(RefreshEvery);
    connect(&m_refresh, &QTimer::timeout, this, &DiscoveryResponder::refreshLinks);
}

DiscoveryResponder::~DiscoveryResponder() = default;

Result<> DiscoveryResponder::start(quint16 port)
{
    stop();
    m_port = port;
    for (const QHostAddress &any : { QHostAddress(QHostAddress::AnyIPv4), QHostAddress(QHostAddress::AnyIPv6) }) {
        if (auto socket = bindSocket(any, m_port)) {
            m_port = socket->localPort(); // IPv6 on the port that IPv4 got
            m_sockets.push_back(std::move(socket));
        }
    }
    if (m_sockets.empty())
        return fail(ErrorCode::AddressInUse, u"UDP port %1"_s.arg(port), { u"udp:%1"_s.arg(port) });
    refreshLinks();
    m_refresh.start();
    return {};
}

void DiscoveryResponder::stop()
{
    m_refresh.stop();
    m_sockets.clear();
    m_links.clear();
}

std::unique_ptr<QUdpSocket> DiscoveryResponder::bindSocket(const QHostAddress &any, quint16 port)
{
    auto socket = std::make_unique<QUdpSocket>();
    if (!socket->bind(any, port, QAbstractSocket::ShareAddress | QAbstractSocket::ReuseAddressHint)) {
        qCInfo(salonNet).noquote() << "discovery: no socket on" << any.toString() << socket->errorString();
        return nullptr;
    }
    connect(socket.get(), &QUdpSocket::readyRead, this, [this, read = socket.get()] { readFrom(*read); });
    return socket;
}

void DiscoveryResponder::refreshLinks()
{
    const QList<NetworkLink> links = m_listLinks();
    if (links == m_links)
        return;
    m_links = links;
    // Joining again what was joined before fails, which does no harm.
    for (const NetworkLink &link : std::as_const(m_links)) {
        const QNetworkInterface interface = QNetworkInterface::interfaceFromIndex(link.index);
        for (const auto &socket : m_sockets) {
            const bool isIPv4 = socket->localAddress() == QHostAddress(QHostAddress::AnyIPv4);
            const QHostAddress group(isIPv4 ? discovery::GroupIPv4 : discovery::GroupIPv6);
            if (interface.isValid())
                socket->joinMulticastGroup(group, interface);
        }
    }
}

void DiscoveryResponder::readFrom(QUdpSocket &socket)
{
    for (int i = 0; i < DatagramsPerTurn && socket.hasPendingDatagrams(); ++i) {
        const QNetworkDatagram datagram = socket.receiveDatagram(discovery::MaxDatagramBytes + 1);
        if (datagram.isValid())
            answer(socket, datagram);
    }
}

bool DiscoveryResponder::isReachedFrom(const QHostAddress &source, QHostAddress &own) const
{
    own = ownAddressFacing(source, m_links);
    if (m_listening.isEmpty())
        return true;
    // Another of our addresses in that network may be the one that is listened on.
    const auto facing = std::find_if(m_listening.begin(), m_listening.end(), [&](const QHostAddress &listened) {
        QList<NetworkLink> only = m_links;
        for (NetworkLink &link : only)
            link.addresses.removeIf(
                [&](const LinkAddress &entry) { return plainAddress(entry.address) != plainAddress(listened); });
        return !ownAddressFacing(source, only).isNull();
    });
    if (facing == m_listening.end())
        return false;
    own = *facing;
    return true;
}

void DiscoveryResponder::answer(QUdpSocket &socket, const QNetworkDatagram &datagram)
{
    const QByteArray asked = datagram.data();
    const QHostAddress source = datagram.senderAddress();
    const auto request = decodeDiscoveryRequest(asked);
    const bool isText = !request && isDiscoveryText(asked);
    // Services of old answer anything (echo, chargen); a text is never sent to such a port.
    const bool portIsFit = isText ? datagram.senderPort() >= FirstUserPort : datagram.senderPort() > 0;
    if (!m_reply || (!request && !isText) || !portIsFit || !isNearby(source, m_links))
        return;
    QHostAddress own;
    if (!isReachedFrom(source, own) || !m_limits.admits(source, isText, m_clock.monotonicMs()))
        return;
    const QByteArray payload = request ? encodeDiscoveryReply(*m_reply, *request)
                                       : discoveryTextLine(m_reply->name, addressText(own, m_reply->port));
    if (payload.isEmpty())
        return;
    QNetworkDatagram reply(payload, source, quint16(datagram.senderPort()));
    if (!m_listening.isEmpty())
        reply.setSender(own); // the address by which the answer comes is the one to connect to
    socket.writeDatagram(reply);
}

} // namespace salon
