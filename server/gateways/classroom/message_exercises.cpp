// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/gateways/classroom/message_exercises.h"

namespace salon::server {

std::unique_ptr<ExerciseGuest> MessageExercise::makeGuest(NewGuest guest)
{
    auto made = std::make_unique<MessageGuest>(std::move(guest), desk());
    connect(made.get(), &MessageGuest::messageRead, this, [this, client = made.get()](const QByteArray &message) {
        client->showBytes(message);
        client->write(answerTo(message));
        client->finish();
    });
    return made;
}

QByteArray PresenceExercise::answerTo(const QByteArray &message) const
{
    return message + "\nPrésent !";
}

QByteArray HelloExercise::answerTo(const QByteArray &) const
{
    return "Bonjour client !";
}

} // namespace salon::server
