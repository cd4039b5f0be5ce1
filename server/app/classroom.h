// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/app/config.h"
#include "server/bus/room_door.h"
#include "server/console/classroom_port.h"
#include "server/dispatch/door_wish.h"
#include "server/gateways/classroom/classroom_gateway.h"

#include <QObject>
#include <QStringList>

namespace salon::server {

/// What the program has to do with the classroom: its settings, its door, its words to the operator, and the way of the
/// operator's commands to the thread where it lives. Domain thread.
class Classroom final : public QObject, public ClassroomPort
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// The room that it wants.
    [[nodiscard]] static DoorWish wish();
    /// To be opened by the caller; must not outlive this by more than its thread needs to end.
    [[nodiscard]] std::unique_ptr<ClassroomGateway> makeGateway(
        RoomDoor &door, SharedGuestNumbers numbers, const Config &config);
    /// Why it could not be opened.
    [[nodiscard]] static QString problem(const Error &error);
    /// What the operator is told at the start about those of these doors that are exercises.
    [[nodiscard]] static QStringList greeting(const QList<GatewayAddress> &doors);

    void answerDialogue(const QString &text, Say say) override;
    void describe(Say say) override;

private:
    template <class Ask>
    void ask(Ask question, Say say);

    ClassroomGateway *m_gateway = nullptr; ///< lives in the gateways thread
};

} // namespace salon::server
