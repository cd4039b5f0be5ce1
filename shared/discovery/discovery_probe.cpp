// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/discovery/discovery_probe.h"

#include <QNetworkDatagram>
#include <QNetworkInterface>
#include <QRandomGenerator>
#include <QUdpSocket>
#include <algorithm>
#include <array>

namespace salon {
namespace {

constexpr std::array RoundsMs{ 0, 250, 700 }; ///< since the start
constexpr int OverMs = 1000;
constexpr int DatagramsPerTurn = 64; ///< then other work of the loop has its turn

QByteArray freshNonce()
{
    const quint64 random = QRandomGenerator::system()->generate64();
    return QByteArray(reinterpret_cast<const char *>(&random), sizeof random);
}

bool isIPv4(const QHostAddress &address)
{
    return address.protocol() == QAbstractSocket::IPv4Protocol;
}

} // namespace

DiscoveryProbe::DiscoveryProbe(ListLinks links, QObject *parent)
    : QObject(parent)
    , m_listLinks(std::move(links))
    , m_timer(this)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &DiscoveryProbe::ask);
}

DiscoveryProbe::~DiscoveryProbe() = default;

void DiscoveryProbe::start(quint16 port)
{
    stop();
    m_port = port;
    m_nonce = freshNonce();
    m_found.begin(m_listLinks());
    m_round = 0;
    m_running = true;
    for (const QHostAddress &any : { QHostAddress(QHostAddress::AnyIPv4), QHostAddress(QHostAddress::AnyIPv6) }) {
        auto socket = std::make_unique<QUdpSocket>();
        if (!socket->bind(any, 0))
            continue;
        connect(socket.get(), &QUdpSocket::readyRead, this, [this, read = socket.get()] { readFrom(*read); });
        m_sockets.push_back(std::move(socket));
    }
    m_timer.start(0);
}

void DiscoveryProbe::stop()
{
    m_timer.stop();
    m_running = false;
    // May be called by somebody who hears found(), from within a socket's signal.
    for (auto &socket : m_sockets) {
        socket->disconnect(this);
        socket.release()->deleteLater();
    }
    m_sockets.clear();
}

void DiscoveryProbe::alsoAsk(const QHostAddress &address)
{
    m_extra.append(address);
    m_found.expect(address);
}

void DiscoveryProbe::ask()
{
    if (m_round == int(RoundsMs.size())) {
        stop();
        Q_EMIT finished();
        return;
    }
    const QByteArray datagram = encodeDiscoveryRequest({ m_nonce, discovery::RequestBytes });
    const QList<NetworkLink> links = m_listLinks();
    for (const auto &socket : m_sockets) {
        for (const NetworkLink &link : links)
            askOn(*socket, link);
        for (const QHostAddress &address : std::as_const(m_extra)) {
            if (isIPv4(address) == isIPv4(socket->localAddress()))
                socket->writeDatagram(datagram, address, m_port);
        }
    }
    const int now = RoundsMs[size_t(m_round)];
    ++m_round;
    m_timer.start((m_round < int(RoundsMs.size()) ? RoundsMs[size_t(m_round)] : OverMs) - now);
}

void DiscoveryProbe::askOn(QUdpSocket &socket, const NetworkLink &link)
{
    // A network without multicast, or without a route for it, refuses; another way is tried then.
    const QByteArray datagram = encodeDiscoveryRequest({ m_nonce, discovery::RequestBytes });
    const QNetworkInterface interface = QNetworkInterface::interfaceFromIndex(link.index);
    const bool overIPv4 = isIPv4(socket.localAddress());
    const bool hasFamily = std::any_of(link.addresses.begin(), link.addresses.end(),
        [&](const LinkAddress &own) { return isIPv4(own.address) == overIPv4; });
    if (!hasFamily)
        return;
    if (interface.isValid()) {
        socket.setMulticastInterface(interface);
        QHostAddress group(overIPv4 ? discovery::GroupIPv4 : discovery::GroupIPv6);
        if (!overIPv4)
            group.setScopeId(interface.name());
        socket.writeDatagram(datagram, group, m_port);
    }
    if (!overIPv4)
        return;
    for (const LinkAddress &own : link.addresses) {
        if (!own.broadcast.isNull())
            socket.writeDatagram(datagram, own.broadcast, m_port);
    }
}

void DiscoveryProbe::readFrom(QUdpSocket &socket)
{
    for (int i = 0; i < DatagramsPerTurn && m_running && socket.hasPendingDatagrams(); ++i) {
        const QNetworkDatagram datagram = socket.receiveDatagram(discovery::MaxDatagramBytes + 1);
        if (!datagram.isValid())
            break;
        const auto reply = decodeDiscoveryReply(datagram.data(), m_nonce);
        const auto neighbour = reply ? m_found.take(*reply, datagram.senderAddress()) : std::nullopt;
        if (neighbour)
            Q_EMIT found(*neighbour);
    }
}

} // namespace salon
