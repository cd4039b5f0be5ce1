// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/gateways/classroom/line_guest.h"
#include "server/gateways/classroom/tcp_exercise.h"

namespace salon::server {

/// An exercise whose clients stay and send lines.
class LineExercise : public TcpExercise
{
    Q_OBJECT

public:
    using TcpExercise::TcpExercise;

protected:
    /// May call show() of this guest once.
    virtual void lineCame(LineGuest &guest, const QString &line) = 0;
    /// What the operator was told and this guest may be told, if its exercise has words for such things.
    virtual void lineRefused(LineGuest &, CutLine::Kind) {}
    virtual void linesLeftOut(LineGuest &, int) {}

private:
    [[nodiscard]] std::unique_ptr<ExerciseGuest> makeGuest(NewGuest guest) final;
};

} // namespace salon::server
