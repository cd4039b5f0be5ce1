// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/gateways/classroom/tcp_exercise.h"

namespace salon::server {

/// Takes length-announced data and answers with its SHA-256 in the same form.
class TransferExercise final : public TcpExercise
{
    Q_OBJECT

public:
    using TcpExercise::TcpExercise;

private:
    [[nodiscard]] std::unique_ptr<ExerciseGuest> makeGuest(NewGuest guest) override;
};

} // namespace salon::server
