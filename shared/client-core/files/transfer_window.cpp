// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/files/transfer_window.h"

#include <algorithm>

namespace salon {
namespace {

constexpr qint64 LongestWaitMs = 200;
constexpr qint64 NearMs = 10; ///< an answer within it came over a line that carries much more

} // namespace

void TransferWindow::reset()
{
    *this = TransferWindow(m_maxBytes);
}

qint64 TransferWindow::pieceBytes(qint64 most) const
{
    const qint64 room = std::max(MinPiece, m_window - m_inFlight);
    return std::clamp(std::min(m_window / 2, room), MinPiece, std::max(MinPiece, most));
}

void TransferWindow::answered(qint64 bytes, qint64 takenMs, qint64 nowMs)
{
    m_inFlight = std::max<qint64>(0, m_inFlight - bytes);
    const qint64 tookMs = std::max<qint64>(0, nowMs - takenMs);
    m_quickestMs = m_quickestMs < 0 ? tookMs : std::min(m_quickestMs, tookMs);
    const qint64 waitedMs = tookMs - m_quickestMs;
    if (waitedMs > LongestWaitMs) {
        if (takenMs >= m_narrowedMs) {
            m_window = std::max(MinBytes, m_window / 2);
            m_narrowedMs = nowMs;
        }
    } else if (waitedMs < LongestWaitMs / 2 && takenMs >= m_narrowedMs) {
        m_window = std::min(m_maxBytes, m_window + (tookMs < NearMs ? 3 * bytes : bytes));
    }
}

void TransferWindow::lost(qint64 bytes)
{
    m_inFlight = std::max<qint64>(0, m_inFlight - bytes);
}

} // namespace salon
