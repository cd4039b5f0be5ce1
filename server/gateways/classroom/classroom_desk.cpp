// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/gateways/classroom/classroom_desk.h"

#include "server/gateways/classroom/classroom_words.h"

#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace salon::server {
namespace {

// A whole class may talk at once; what goes on for longer is a flood.
constexpr double LineBurst = 2000;
constexpr double LinesPerSecond = 100;
constexpr double ConnectionBurst = 1000;
constexpr double ConnectionsPerSecond = 50;
constexpr double AnnouncementBurst = 100;
constexpr double AnnouncementsPerSecond = 5;
constexpr auto SummaryAfter = 5s;
constexpr int RoundsPerIdleTime = 20;

} // namespace

ClassroomDesk::ClassroomDesk(RoomDoor &door, SharedGuestNumbers numbers, const ClassroomSettings &settings)
    : m_settings(settings)
    , m_visits(door, std::move(numbers))
    , m_places(settings.maxGuests, settings.maxGuestsPerAddress, settings.maxArrivalsPerMinute)
    , m_lines(LineBurst, LinesPerSecond)
    , m_connections(ConnectionBurst, ConnectionsPerSecond)
    , m_announcements(AnnouncementBurst, AnnouncementsPerSecond)
{
    connect(&m_round, &QTimer::timeout, this, &ClassroomDesk::roundMade);
    m_round.start(std::chrono::milliseconds(settings.idleMs / RoundsPerIdleTime));
    m_summary.setSingleShot(true);
    m_summary.setInterval(SummaryAfter);
    connect(&m_summary, &QTimer::timeout, this,
        [this] { Q_EMIT happened(ClassroomWords::linesLeftOut(std::exchange(m_leftOut, 0))); });
    connect(&m_visits, &RoomVisits::arrivalsLeftOut, this,
        [this](int count) { announce(ClassroomWords::arrivalsLeftOut(count)); });
}

void ClassroomDesk::leaveOut()
{
    ++m_leftOut;
    if (!m_summary.isActive())
        m_summary.start();
}

bool ClassroomDesk::mayTell(RateGate &gate)
{
    if (gate.take())
        return true;
    leaveOut();
    return false;
}

void ClassroomDesk::tell(const QString &sentence)
{
    if (mayTell(m_lines))
        Q_EMIT happened(sentence);
}

void ClassroomDesk::tellConnection(const QString &sentence)
{
    if (mayTell(m_connections))
        Q_EMIT happened(sentence);
}

void ClassroomDesk::show(const QString &line)
{
    if (mayTell(m_lines))
        Q_EMIT shown(line);
}

bool ClassroomDesk::announce(const QString &sentence)
{
    if (!m_announcements.take()) {
        leaveOut();
        return false;
    }
    publish(sentence);
    return true;
}

void ClassroomDesk::publish(const QString &sentence)
{
    show(sentence);
    m_visits.sayItself(sentence);
}

} // namespace salon::server
