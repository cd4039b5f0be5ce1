// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/gateways/classroom/classroom_desk.h"
#include "server/gateways/classroom/exercise.h"
#include "server/gateways/gateway.h"

#include <memory>
#include <vector>

namespace salon::server {

class DialogueExercise;

/// The classroom: small servers of a course about sockets, each on its port, shown to the operator and in one room.
/// docs/CLASSROOM.md describes them.
class ClassroomGateway final : public Gateway
{
    Q_OBJECT

public:
    /// `door` must outlive it.
    ClassroomGateway(RoomDoor &door, SharedGuestNumbers numbers, const ClassroomSettings &settings);
    ~ClassroomGateway() override;

    Result<QList<GatewayAddress>> open() override;
    void close() override;
    QString endGuest(const QString &who) override;

    /// The operator's words to the client that the dialogue serves; what became of them, if that is worth saying.
    QString answerDialogue(const QString &text);
    /// What listens where, and who is there: lines for the operator.
    [[nodiscard]] QString describe() const;

Q_SIGNALS:
    /// Something happened: a sentence for the operator's log.
    void happened(const QString &sentence);
    /// What clients sent: for the operator's eyes, not for a log.
    void shown(const QString &line);

private:
    void makeExercises();
    void refuse(const Error &error);
    void closeIfEmpty();
    [[nodiscard]] bool isEmpty() const;

    RoomDoor &m_door;
    SharedGuestNumbers m_numbers;
    ClassroomSettings m_settings;
    std::unique_ptr<ClassroomDesk> m_desk;
    std::vector<std::unique_ptr<Exercise>> m_exercises;
    DialogueExercise *m_dialogue = nullptr; ///< one of them
    QList<GatewayAddress> m_addresses;
    bool m_closing = false;
    bool m_closed = false;
};

} // namespace salon::server
