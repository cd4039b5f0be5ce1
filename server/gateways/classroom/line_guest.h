// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/gateways/classroom/exercise_guest.h"

#include <QTimer>
#include <deque>

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

Q_SIGNALS:
    /// A message that is text and not blank. Each may cause one show().
    void lineRead(const QString &line);

private:
    void take(const QByteArray &bytes) override;
    void takeEnd() override;
    void goOn() override { work(); }
    [[nodiscard]] bool isDone() const override { return m_lines.empty(); }
    void keep(QList<CutLine> lines);
    void work();
    void silence();

    LineCutter m_cutter;
    std::deque<CutLine> m_lines; ///< read, but not shown yet
    QTimer m_silence;
    bool m_waitedForCharacter = false;
    bool m_held = false;
    bool m_inputEnded = false;
};

} // namespace salon::server
