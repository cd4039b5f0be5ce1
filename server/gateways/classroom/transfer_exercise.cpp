// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/gateways/classroom/transfer_exercise.h"

#include "server/gateways/classroom/transfer_guest.h"

namespace salon::server {

std::unique_ptr<ExerciseGuest> TransferExercise::makeGuest(NewGuest guest)
{
    return std::make_unique<TransferGuest>(std::move(guest), desk());
}

} // namespace salon::server
