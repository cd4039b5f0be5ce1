// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/gateways/classroom/exercise_guest.h"
#include "server/gateways/classroom/transfer_reader.h"

#include <QTimer>

namespace salon::server {

/// Who sends length-announced data, any number of times, and gets the SHA-256 of each in the same form. After some it
/// is read no faster than two in a second; what is left ten seconds after the end of its sending is left out.
class TransferGuest final : public ExerciseGuest
{
    Q_OBJECT

public:
    TransferGuest(NewGuest guest, ClassroomDesk &desk);

private:
    void take(const QByteArray &bytes) override;
    void takeEnd() override;
    [[nodiscard]] bool isDone() const override { return m_pending.isEmpty() || isLeaving(); }
    void forget() override { m_pending.clear(); }
    void work();
    [[nodiscard]] bool isTooLate();
    void showProgress();
    void complete();
    void end();

    TransferReader m_reader;
    QByteArray m_pending; ///< read, but not looked at yet
    RateGate m_rate;
    QTimer m_pause;
    QElapsedTimer m_sinceEnd;
    int m_quarters = 0; ///< of the data that were told
    bool m_inputEnded = false;
    bool m_finished = false;
};

} // namespace salon::server
