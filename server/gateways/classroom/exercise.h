// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/bus/room_door.h"
#include "server/gateways/classroom/exercise_kinds.h"
#include "server/gateways/gateway.h"
#include "shared/transport/endpoint.h"

namespace salon::server {

/// One exercise of the classroom: listens, answers by its rule, shows what comes. Gateways thread.
class Exercise : public QObject
{
    Q_OBJECT

public:
    explicit Exercise(const ExerciseKind &kind)
        : m_name(kind.name)
    {
    }
    ~Exercise() override = default;

    [[nodiscard]] const QString &name() const { return m_name; }
    /// Fails like ListenSocket::listen().
    virtual Result<GatewayAddress> open(const Endpoint &endpoint) = 0;
    /// Nobody comes in any more, everybody leaves; emptied() follows unless nobody was there.
    virtual void close() = 0;
    /// Who is connected.
    [[nodiscard]] virtual int count() const { return 0; }
    /// Ends the connection of this guest by the operator's wish; false when it is none of this exercise.
    virtual bool endGuest(GuestId) { return false; }
    /// Something happened in the classroom's room.
    virtual void hear(const RoomWord &) {}
    /// What the operator is told about it beside where it listens; may be empty.
    [[nodiscard]] virtual QString state() const { return {}; }

Q_SIGNALS:
    void emptied();
    void trouble(const salon::Error &error);

private:
    QString m_name;
};

} // namespace salon::server
