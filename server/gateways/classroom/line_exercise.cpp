// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/gateways/classroom/line_exercise.h"

namespace salon::server {

std::unique_ptr<ExerciseGuest> LineExercise::makeGuest(NewGuest guest)
{
    auto made = std::make_unique<LineGuest>(std::move(guest), desk());
    connect(made.get(), &LineGuest::lineRead, this,
        [this, client = made.get()](const QString &line) { lineCame(*client, line); });
    connect(made.get(), &LineGuest::refused, this,
        [this, client = made.get()](CutLine::Kind kind) { lineRefused(*client, kind); });
    connect(made.get(), &LineGuest::leftOut, this,
        [this, client = made.get()](int count) { linesLeftOut(*client, count); });
    return made;
}

} // namespace salon::server
