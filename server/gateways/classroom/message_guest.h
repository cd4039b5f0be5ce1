// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/gateways/classroom/exercise_guest.h"

#include <QTimer>

namespace salon::server {

/// Who sends one message of any bytes: what came until 200 ms of silence or the end of its sending.
class MessageGuest final : public ExerciseGuest
{
    Q_OBJECT

public:
    /// The message ends here, however much follows.
    static constexpr qsizetype MaxMessageBytes = 16 * 1024;

    MessageGuest(NewGuest guest, ClassroomDesk &desk);

Q_SIGNALS:
    /// Once, and never empty.
    void messageRead(const QByteArray &message);

private:
    void take(const QByteArray &bytes) override;
    void takeEnd() override;
    void forget() override { m_message.clear(); }
    void endMessage();

    QByteArray m_message;
    QTimer m_silence;
    QTimer m_patience; ///< with who sends byte by byte and never comes to an end
    bool m_ended = false;
};

} // namespace salon::server
