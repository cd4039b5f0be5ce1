// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/gateways/classroom/tcp_exercise.h"

#include "server/gateways/classroom/classroom_words.h"
#include "shared/transport/peer_address.h"

#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace salon::server {
namespace {

// A whole class may come at once; what goes on for longer is a flood.
constexpr double ArrivalBurst = 300;
constexpr double ArrivalsPerSecond = 25;
constexpr auto ReportEvery = 10s;

} // namespace

TcpExercise::TcpExercise(const ExerciseKind &kind, ClassroomDesk &desk)
    : Exercise(kind)
    , m_desk(desk)
    , m_arrivals(ArrivalBurst, ArrivalsPerSecond)
{
    m_pause.setSingleShot(true);
    m_report.setSingleShot(true);
    m_report.setInterval(ReportEvery);
    connect(&m_pause, &QTimer::timeout, this, [this] { m_listener.setPaused(false); });
    connect(&m_report, &QTimer::timeout, this, [this] {
        if (m_turnedAway == 0)
            return;
        m_desk.tellConnection(ClassroomWords::moreTurnedAway(name(), std::exchange(m_turnedAway, 0)));
        m_report.start();
    });
    connect(&m_listener, &ListenSocket::descriptorReady, this, &TcpExercise::accept);
    connect(&m_listener, &ListenSocket::acceptFailed, this, &Exercise::trouble);
    connect(&m_desk, &ClassroomDesk::roundMade, this, &TcpExercise::endTheSilent);
}

TcpExercise::~TcpExercise() = default;

Result<GatewayAddress> TcpExercise::open(const Endpoint &endpoint)
{
    ListenOptions options;
    options.backlog = m_desk.settings().maxGuests;
    if (auto listening = m_listener.listen(endpoint, options); !listening)
        return fail(listening.error());
    const Endpoint where = m_listener.endpoint();
    return GatewayAddress{ name(), where.toString(), where.isLoopback() };
}

void TcpExercise::accept(qintptr descriptor)
{
    const auto peer = peerOfDescriptor(descriptor);
    if (!peer || m_closing) {
        closeDescriptor(descriptor);
        return;
    }
    if (!takesMore() || !m_desk.places().take(name(), peer->prefix)) {
        closeDescriptor(descriptor);
        reportTurnedAway(peer->text);
        return;
    }
    // Only those who come in count: who is turned away costs the others nothing.
    if (const int waitMs = m_arrivals.spend(); waitMs > 0) {
        m_listener.setPaused(true);
        m_pause.start(std::chrono::milliseconds(waitMs));
    }
    m_desk.tellConnection(ClassroomWords::received(name(), peer->text));
    auto visit
        = m_desk.visits().begin({ .door = name(), .tellsAddress = true, .hearsPrivately = takesPrivateWords() }, *peer);
    const GuestId id = visit->guest();
    auto guest = makeGuest({ descriptor, std::move(visit), name(), peer->text });
    ExerciseGuest &newcomer = *guest;
    connect(&newcomer, &ExerciseGuest::ended, this, [this, id](const Error &reason) { remove(id, reason); });
    m_guests.emplace(id, Place{ std::move(guest), peer->prefix });
    arrived(newcomer);
}

/// Whoever knocks without end makes no more lines than that.
void TcpExercise::reportTurnedAway(const QString &address)
{
    if (m_report.isActive()) {
        ++m_turnedAway;
        return;
    }
    m_desk.tellConnection(ClassroomWords::turnedAway(name(), address));
    m_report.start();
}

/// Called from within the guest's signal.
void TcpExercise::remove(GuestId id, const Error &reason)
{
    const auto found = m_guests.find(id);
    if (found == m_guests.end())
        return;
    ExerciseGuest *const guest = found->second.guest.release();
    guest->deleteLater();
    m_desk.places().release(name(), found->second.prefix);
    m_guests.erase(found);
    m_desk.tellConnection(ClassroomWords::ended(name(), guest->address(), reason));
    left(*guest);
    if (m_closing && m_guests.empty())
        Q_EMIT emptied();
}

bool TcpExercise::endGuest(GuestId guest)
{
    const auto found = m_guests.find(guest);
    if (found == m_guests.end())
        return false;
    found->second.guest->expel({ ErrorCode::NotPermitted, {}, {}, {} });
    return true;
}

void TcpExercise::endTheSilent()
{
    forEachGuest([this](ExerciseGuest &guest) {
        if (guest.idleMs() > m_desk.settings().idleMs && !guest.isLeaving() && !mayBeSilent(guest))
            guest.drop(Error{ ErrorCode::TimedOut, {}, {}, {} });
    });
}

void TcpExercise::close()
{
    m_closing = true;
    m_listener.close();
    forEachGuest([](ExerciseGuest &guest) { guest.finish(); });
}

} // namespace salon::server
