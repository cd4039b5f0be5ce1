// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/gateways/classroom/line_exercise.h"

namespace salon::server {

/// Everybody gets a number, which is also the one of its name in the room, and everything that anybody says.
class MultichatExercise final : public LineExercise
{
    Q_OBJECT

public:
    using LineExercise::LineExercise;

private:
    void arrived(ExerciseGuest &guest) override;
    void lineCame(LineGuest &guest, const QString &line) override;
};

/// "quit", alone or followed by the number of who says it.
[[nodiscard]] bool isQuit(const QString &line, qint64 number);

} // namespace salon::server
