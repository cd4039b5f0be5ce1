// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QtGlobal>

namespace salon {

/// How many bytes of transfers may be on their way on one connection: as many as make it fast, and no more than leave a
/// text typed meanwhile waiting for about 250 ms, whatever the line. It watches how much longer answers take than the
/// quickest one did. A value without timer: tell it the monotonic time.
class TransferWindow
{
public:
    static constexpr qint64 MinBytes = 2 * 1024;
    static constexpr qint64 MinPiece = 1024;

    explicit TransferWindow(qint64 maxBytes)
        : m_maxBytes(maxBytes)
    {
    }

    /// Another connection.
    void reset();
    /// Size of the next piece, at most `most`.
    [[nodiscard]] qint64 pieceBytes(qint64 most) const;
    /// One more may go out.
    [[nodiscard]] bool hasRoom() const { return m_inFlight == 0 || m_inFlight + MinPiece <= m_window; }
    void take(qint64 bytes) { m_inFlight += bytes; }
    void answered(qint64 bytes, qint64 takenMs, qint64 nowMs);
    /// Its answer does not count, or will never come.
    void lost(qint64 bytes);
    [[nodiscard]] qint64 bytes() const { return m_window; }
    [[nodiscard]] qint64 inFlight() const { return m_inFlight; }

private:
    qint64 m_maxBytes;
    qint64 m_window = MinBytes;
    qint64 m_inFlight = 0;
    qint64 m_quickestMs = -1;
    qint64 m_narrowedMs = -1; ///< what was taken before says nothing of the window since
};

} // namespace salon
