// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/gateways/classroom/line_exercise.h"

#include <deque>

namespace salon::server {

/// One client at a time talks with the operator or with whoever writes in the room as a moderator; the others wait.
/// "fini" of either side ends the talk, and the next is served.
class DialogueExercise final : public LineExercise
{
    Q_OBJECT

public:
    static constexpr size_t MaxWaiting = 64;

    using LineExercise::LineExercise;

    /// Sends this to the client being served, with a line end if that is how the client speaks. False: there is none.
    bool answer(const QString &text);
    void hear(const RoomWord &word) override;
    [[nodiscard]] QString state() const override;

private:
    void arrived(ExerciseGuest &guest) override;
    void left(ExerciseGuest &guest) override;
    [[nodiscard]] bool takesMore() const override { return m_waiting.size() < MaxWaiting; }
    [[nodiscard]] bool mayBeSilent(const ExerciseGuest &guest) const override { return &guest != m_served; }
    void lineCame(LineGuest &guest, const QString &line) override;
    void dismiss(LineGuest &guest);
    void serveNextSoon();
    void serveNext();

    LineGuest *m_served = nullptr;
    std::deque<LineGuest *> m_waiting;
};

} // namespace salon::server
