// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/gateways/text/text_gateway.h"

#include "server/gateways/text/text_guest.h"
#include "server/gateways/text/text_words.h"
#include "shared/transport/listen_socket.h"
#include "shared/transport/socket_options.h"

#include <chrono>

using namespace Qt::StringLiterals;

namespace salon::server {
namespace {

constexpr qsizetype MaxTurnedAway = 32; ///< who are told why at the same time
constexpr qint64 ReportEveryMs = 10'000;
constexpr quint32 QuietMs = 3000; ///< who only posts a line and goes is no event of the room
// A whole class on one machine may come at once; what goes on for longer is a loop gone wild.
constexpr double LocalBurst = 300;
constexpr double LocalPerSecond = 25;

/// Somebody there is no place for: told so, then gone.
void turnAway(qintptr descriptor, QObject *owner)
{
    limitSendBuffer(descriptor, TextGuest::SystemBufferBytes);
    auto *socket = new GuestSocket(descriptor, owner);
    QObject::connect(socket, &GuestSocket::closed, socket, &QObject::deleteLater);
    socket->setReading(false);
    socket->write(TextWords::tooManyGuests());
    socket->finish();
}

} // namespace

TextGateway::TextGateway(RoomDoor &door, SharedGuestNumbers numbers, const TextSettings &settings)
    : m_door(door)
    , m_numbers(std::move(numbers))
    , m_settings(settings)
    , m_addresses(settings.maxGuestsPerAddress, settings.maxArrivalsPerMinute)
    , m_localArrivals(LocalBurst, LocalPerSecond)
{
}

TextGateway::~TextGateway() = default;

Result<QList<GatewayAddress>> TextGateway::open()
{
    m_visits = std::make_unique<RoomVisits>(m_door, m_numbers);
    connect(m_visits.get(), &RoomVisits::heard, this,
        [this](const RoomWord &word) { tellAll(TextWords::word(word), word.guest); });
    connect(m_visits.get(), &RoomVisits::renamed, this, [this](GuestId guest, const QString &from, const QString &to) {
        tellAll(TextWords::renamed(from, to), guest);
    });
    connect(m_visits.get(), &RoomVisits::refused, this, [this](const Error &error) {
        Q_EMIT trouble(u"text"_s, error);
        close();
    });
    m_listener = std::make_unique<ListenSocket>();
    connect(m_listener.get(), &ListenSocket::descriptorReady, this, &TextGateway::accept);
    connect(m_listener.get(), &ListenSocket::acceptFailed, this,
        [this](const Error &error) { Q_EMIT trouble(u"text"_s, error); });
    m_pause = std::make_unique<QTimer>();
    m_pause->setSingleShot(true);
    connect(m_pause.get(), &QTimer::timeout, this, [this] { m_listener->setPaused(false); });
    ListenOptions options;
    options.backlog = m_settings.maxGuests;
    if (auto listening = m_listener->listen(m_settings.endpoint, options); !listening)
        return fail(listening.error());
    const Endpoint endpoint = m_listener->endpoint();
    return QList<GatewayAddress>{ { u"text"_s, endpoint.toString(), endpoint.isLoopback() } };
}

bool TextGateway::takePlaceFor(const PeerAddress &peer)
{
    return !m_closing && int(m_guests.size()) < m_settings.maxGuests && m_addresses.take(peer.prefix);
}

void TextGateway::accept(qintptr descriptor)
{
    const auto peer = peerOfDescriptor(descriptor);
    if (!peer) {
        closeDescriptor(descriptor);
        return;
    }
    if (!takePlaceFor(*peer)) {
        if (children().size() < MaxTurnedAway)
            turnAway(descriptor, this);
        else
            closeDescriptor(descriptor);
        report({ ErrorCode::TooManyConnections, peer->text, {}, {} });
        return;
    }
    if (peer->prefix.isEmpty()) {
        if (const int waitMs = m_localArrivals.spend(); waitMs > 0) {
            m_listener->setPaused(true);
            m_pause->start(std::chrono::milliseconds(waitMs));
        }
    }
    auto visit = m_visits->begin({ .door = u"text"_s, .quietMs = QuietMs }, *peer);
    const qint64 place = visit->guest().value;
    auto guest = std::make_unique<TextGuest>(descriptor, std::move(visit), m_settings.maxDelayMs);
    connect(guest.get(), &TextGuest::ended, this, [this, place] { remove(place); });
    connect(guest.get(), &TextGuest::linesLost, this, [this, address = peer->text](int count) {
        report({ ErrorCode::RateLimited, u"%1: gone; lines left out: %2"_s.arg(address).arg(count), {}, {} });
    });
    m_guests.emplace(place, Place{ std::move(guest), peer->prefix });
}

/// Whoever knocks without end makes no more lines of the log than that.
void TextGateway::report(const Error &error)
{
    if (m_lastReport.isValid() && !m_lastReport.hasExpired(ReportEveryMs))
        return;
    m_lastReport.start();
    Q_EMIT trouble(u"text"_s, error);
}

QString TextGateway::endGuest(const QString &who)
{
    const RoomVisit *visit = m_visits->find(who);
    const auto found = visit ? m_guests.find(visit->guest().value) : m_guests.end();
    if (found == m_guests.end())
        return {};
    const QString name = visit->calledName();
    found->second.guest->expel(TextWords::endedByOperator());
    return name;
}

void TextGateway::tellAll(const QByteArray &lines, GuestId except)
{
    if (lines.isEmpty())
        return;
    for (const auto &[number, place] : m_guests) {
        if (place.guest->isIn() && place.guest->guest() != except)
            place.guest->write(lines);
    }
}

/// Called from within the guest's signal.
void TextGateway::remove(qint64 place)
{
    const auto found = m_guests.find(place);
    if (found == m_guests.end())
        return;
    found->second.guest.release()->deleteLater();
    m_addresses.release(found->second.prefix);
    m_guests.erase(found);
    if (m_closing && m_guests.empty())
        Q_EMIT closed();
}

void TextGateway::close()
{
    if (std::exchange(m_closing, true))
        return;
    if (m_listener)
        m_listener->close();
    if (m_guests.empty()) {
        Q_EMIT closed();
        return;
    }
    for (const auto &[number, place] : m_guests)
        place.guest->dismiss(TextWords::stopping());
}

} // namespace salon::server
