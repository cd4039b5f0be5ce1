// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/gateways/classroom/exercise_guest.h"
#include "server/gateways/line_input.h"

#include <QTimer>

namespace salon::server {

/// Whose messages are lines; what comes without a line end is one after 200 ms of silence. The end of its sending is
/// the end of the connection, once everything is shown.
class LineGuest final : public ExerciseGuest
{
    Q_OBJECT

public:
    LineGuest(NewGuest guest, ClassroomDesk &desk);

    /// While it is held its lines wait, and so does soon whoever sends them.
    void setHeld(bool held);
    [[nodiscard]] bool isHeld() const { return m_held; }
    /// At the end of its sending it stays for a while if it has said something and got nothing since.
    void setExpectsAnswers() { m_expectsAnswers = true; }
    void answer(const QByteArray &bytes);

Q_SIGNALS:
    /// A message that is text and not blank. Each may cause one show().
    void lineRead(const QString &line);
    /// Something was left out, and the operator told why.
    void refused(CutLine::Kind kind);

private:
    void take(const QByteArray &bytes) override { m_input.feed(bytes); }
    void takeEnd() override;
    void goOn() override { work(); }
    [[nodiscard]] bool isDone() const override { return m_input.backlog().isEmpty(); }
    void forget() override { m_input.backlog().clear(); }
    void work();
    void leaveOutTheLate();
    void leaveWhenDone();

    LineInput m_input; ///< read, but not shown yet
    QTimer m_lookAgain; ///< lines have waited for too long
    QTimer m_patience; ///< with an answer to who has said all it has to say
    bool m_held = false;
    bool m_expectsAnswers = false;
    bool m_isUnanswered = false;
    bool m_inputEnded = false;
};

} // namespace salon::server
