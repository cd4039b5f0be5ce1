// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/gateways/classroom/classroom_desk.h"
#include "server/gateways/classroom/exercise.h"
#include "server/gateways/classroom/exercise_guest.h"
#include "shared/transport/listen_socket.h"

#include <map>
#include <memory>

namespace salon::server {

/// An exercise over TCP: accepts, makes a guest of each connection, ends those that are silent for too long. What is
/// said and answered is up to the class below.
class TcpExercise : public Exercise
{
    Q_OBJECT

public:
    /// `desk` must outlive it.
    TcpExercise(const ExerciseKind &kind, ClassroomDesk &desk);
    ~TcpExercise() override;

    Result<GatewayAddress> open(const Endpoint &endpoint) override;
    void close() override;
    [[nodiscard]] int count() const override { return int(m_guests.size()); }
    bool endGuest(GuestId guest) override;

protected:
    [[nodiscard]] virtual std::unique_ptr<ExerciseGuest> makeGuest(NewGuest guest) = 0;
    /// Whether the exercise has a place for one more, if the classroom has.
    [[nodiscard]] virtual bool takesMore() const { return true; }
    /// A guest is there; or is gone, but still an object.
    virtual void arrived(ExerciseGuest &) {}
    virtual void left(ExerciseGuest &) {}
    /// Whether silence means that it is gone.
    [[nodiscard]] virtual bool mayBeSilent(const ExerciseGuest &) const { return false; }

    /// Whether a private message can be told to its guests.
    [[nodiscard]] virtual bool takesPrivateWords() const { return false; }

    [[nodiscard]] ClassroomDesk &desk() { return m_desk; }
    template <class Do>
    void forEachGuest(Do action)
    {
        for (const auto &[id, place] : m_guests)
            action(*place.guest);
    }

private:
    struct Place
    {
        std::unique_ptr<ExerciseGuest> guest;
        QString prefix; ///< of GuestPlaces
    };

    void accept(qintptr descriptor);
    void remove(GuestId id, const Error &reason);
    void reportTurnedAway(const QString &address);
    void endTheSilent();

    ClassroomDesk &m_desk;
    ListenSocket m_listener;
    RateGate m_arrivals; ///< of this exercise: a rush to one does not close the others
    QTimer m_pause; ///< before the next is accepted
    QTimer m_report; ///< before the next who are turned away are told
    int m_turnedAway = 0; ///< who were not told yet
    std::map<GuestId, Place> m_guests;
    bool m_closing = false;
};

} // namespace salon::server
