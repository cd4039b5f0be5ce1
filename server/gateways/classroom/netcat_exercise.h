// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/gateways/classroom/line_exercise.h"

namespace salon::server {

/// Lines go into the classroom's room, and what others say there comes back as "Name: text"; what a member says to one
/// client alone, with a note of that.
class NetcatExercise final : public LineExercise
{
    Q_OBJECT

public:
    using LineExercise::LineExercise;

    void hear(const RoomWord &word) override;

private:
    void arrived(ExerciseGuest &guest) override;
    [[nodiscard]] bool takesPrivateWords() const override { return true; }
    void lineCame(LineGuest &guest, const QString &line) override { guest.show(line); }
    void lineRefused(LineGuest &guest, CutLine::Kind kind) override;
    void linesLeftOut(LineGuest &guest, int count) override;
};

} // namespace salon::server
