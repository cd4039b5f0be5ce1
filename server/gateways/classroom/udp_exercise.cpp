// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/gateways/classroom/udp_exercise.h"

#include "server/gateways/classroom/classroom_words.h"
#include "shared/base/terminal_text.h"
#include "shared/transport/peer_address.h"

#include <QNetworkProxy>
#include <QUdpSocket>
#include <chrono>

using namespace std::chrono_literals;

namespace salon::server {
namespace {

constexpr int DatagramsPerTurn = 64;
constexpr auto TurnPause = 10ms;
constexpr qint64 SecondMs = 1000;
constexpr qsizetype MaxShownBytes = LineCutter::MaxLineBytes;
constexpr int PortAttempts = 8;
// A whole class may send at once.
constexpr double ShownBurst = 100;
constexpr double ShownPerSecond = 5;
constexpr double ShownBurstOfSource = 20;
constexpr double ShownPerSecondOfSource = 2;
constexpr qsizetype SweepSourcesAt = 1024;
constexpr char Answer[] = "i am the server";

} // namespace

UdpExercise::UdpExercise(const ExerciseKind &kind, ClassroomDesk &desk)
    : Exercise(kind)
    , m_desk(desk)
    , m_shown(ShownBurst, ShownPerSecond)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(TurnPause);
    connect(&m_pause, &QTimer::timeout, this, &UdpExercise::read);
}

UdpExercise::~UdpExercise() = default;

Result<GatewayAddress> UdpExercise::open(const Endpoint &endpoint)
{
    auto bound = bindAll(endpoint);
    // Another program may hold the port that the first address got on the next one.
    for (int i = 1; i < PortAttempts && !bound && endpoint.port == 0; ++i)
        bound = bindAll(endpoint);
    if (!bound)
        return fail(bound.error());
    const Endpoint where = Endpoint::tcp(endpoint.host, m_port);
    return GatewayAddress{ name(), where.toString(), where.isLoopback() };
}

Result<> UdpExercise::bindAll(const Endpoint &endpoint)
{
    m_sockets.clear();
    m_port = endpoint.port;
    const auto addresses = resolveAddresses(endpoint);
    if (!addresses)
        return fail(addresses.error());
    for (const QHostAddress &address : *addresses) {
        auto socket = std::make_unique<QUdpSocket>();
        socket->setProxy(QNetworkProxy::NoProxy);
        if (!socket->bind(address, m_port, QAbstractSocket::DontShareAddress)) {
            const ErrorCode code = socket->error() == QAbstractSocket::AddressInUseError ? ErrorCode::AddressInUse
                : socket->error() == QAbstractSocket::SocketAccessError                  ? ErrorCode::NotPermitted
                                                                                         : ErrorCode::InvalidAddress;
            return fail(code, socket->errorString(), { Endpoint::tcp(endpoint.host, m_port).toString() });
        }
        m_port = socket->localPort();
        connect(socket.get(), &QUdpSocket::readyRead, this, &UdpExercise::read);
        m_sockets.push_back(std::move(socket));
    }
    return {};
}

void UdpExercise::close()
{
    m_pause.stop();
    for (const auto &socket : m_sockets)
        socket->close();
}

void UdpExercise::read()
{
    if (m_pause.isActive())
        return; // the sockets wait with what they have
    for (const auto &socket : m_sockets) {
        for (int i = 0; i < DatagramsPerTurn && socket->hasPendingDatagrams(); ++i)
            take(*socket);
        if (socket->hasPendingDatagrams())
            m_pause.start();
    }
}

void UdpExercise::take(QUdpSocket &socket)
{
    QHostAddress sender;
    quint16 port = 0;
    QByteArray bytes(MaxShownBytes + 1, Qt::Uninitialized); // the rest of a longer one is lost, which is as well
    const qint64 size = socket.readDatagram(bytes.data(), bytes.size(), &sender, &port);
    if (size < 0 || port == 0)
        return;
    bytes.truncate(qsizetype(size));
    const PeerAddress peer = PeerAddress::of(sender, port);
    if (!mayAnswer(peer.local ? peer.text.left(peer.text.lastIndexOf(u':')) : peer.prefix))
        return;
    // Two servers that answer each other's answers would never stop.
    if (bytes != Answer)
        socket.writeDatagram(Answer, sizeof(Answer) - 1, sender, port);
    show(peer, bytes);
}

bool UdpExercise::mayAnswer(const QString &source)
{
    if (!m_second.isValid() || m_second.hasExpired(SecondMs)) {
        m_second.start();
        m_perSource.clear();
        m_total = 0;
    }
    const ClassroomSettings &settings = m_desk.settings();
    if (m_total >= settings.datagramsPerSecond || m_perSource.value(source) >= settings.datagramsPerSecondAndSource)
        return false;
    ++m_total;
    ++m_perSource[source];
    return true;
}

/// Programs of this machine are told apart by their ports.
bool UdpExercise::mayShow(const QString &source)
{
    if (m_shownPerSource.size() >= SweepSourcesAt) {
        m_shownPerSource.removeIf([](auto entry) { return entry.value().isFull(); });
        if (m_shownPerSource.size() >= SweepSourcesAt)
            m_shownPerSource.clear(); // the limit of all remains
    }
    auto own = m_shownPerSource.find(source);
    if (own == m_shownPerSource.end())
        own = m_shownPerSource.insert(source, RateGate(ShownBurstOfSource, ShownPerSecondOfSource));
    return own->take() && m_shown.take();
}

void UdpExercise::show(const PeerAddress &peer, const QByteArray &bytes)
{
    if (!mayShow(peer.prefix.isEmpty() ? peer.text : peer.prefix)) {
        m_desk.leaveOut();
        return;
    }
    const CutLine line = bytes.size() > MaxShownBytes ? CutLine{ CutLine::Kind::TooLong, {} } : cutLineOf(bytes);
    m_desk.publish(line.kind == CutLine::Kind::Text
            ? ClassroomWords::datagram(peer.text, safeLineForTerminal(line.text.trimmed()))
            : ClassroomWords::notText(name(), peer.text, line.kind));
}

} // namespace salon::server
