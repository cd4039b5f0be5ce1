// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/gateways/classroom/exercise_kinds.h"
#include "server/gateways/classroom/guest_places.h"
#include "server/gateways/rate_gate.h"
#include "server/gateways/room_visits.h"

#include <QTimer>

namespace salon::server {

/// What all exercises share: the room, the places, and what is told to the operator. Everything that a client can cause
/// without end is limited here or by the room. Gateways thread.
class ClassroomDesk : public QObject
{
    Q_OBJECT

public:
    ClassroomDesk(RoomDoor &door, SharedGuestNumbers numbers, const ClassroomSettings &settings);

    [[nodiscard]] const ClassroomSettings &settings() const { return m_settings; }
    [[nodiscard]] RoomVisits &visits() { return m_visits; }
    [[nodiscard]] GuestPlaces &places() { return m_places; }

    /// Tells the operator that something happened.
    void tell(const QString &sentence);
    /// The same of somebody who came or went: a loop of connections hides no messages.
    void tellConnection(const QString &sentence);
    /// Shows the operator what a client sent.
    void show(const QString &line);
    /// Says something to the operator and, in the name of the classroom, in the room; false when there was too much.
    bool announce(const QString &sentence);
    /// The same without a limit: the caller has one.
    void publish(const QString &sentence);
    /// One thing more is not shown; the operator will be told how many.
    void leaveOut();

Q_SIGNALS:
    void happened(const QString &sentence);
    void shown(const QString &line);
    /// From time to time: look for those who have been silent for too long.
    void roundMade();

private:
    [[nodiscard]] bool mayTell(RateGate &gate);

    ClassroomSettings m_settings;
    RoomVisits m_visits;
    GuestPlaces m_places;
    RateGate m_lines;
    RateGate m_connections;
    RateGate m_announcements;
    QTimer m_round;
    QTimer m_summary;
    int m_leftOut = 0;
};

} // namespace salon::server
