// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QList>

namespace salon {

class ByteChannel;

/// The frames of one connection on their way out: those that wait here, shared and not copied, and those that its
/// channel took and the system has not. A plain value without limits or time; idle it holds no memory.
class SendQueue
{
public:
    /// Handed to a channel at most before the system has taken what it had.
    static constexpr qsizetype AheadBytes = 64 * 1024;

    void append(const QByteArray &frame);
    /// Forgets everything: there is no channel any more that could take it.
    void clear();

    /// Accepted, and not yet taken by the system.
    [[nodiscard]] qsizetype bytes() const { return m_waitingBytes + m_channelBytes; }
    /// Nothing is on its way.
    [[nodiscard]] bool isEmpty() const { return m_waiting.isEmpty() && m_channelBytes == 0; }

    /// Hands frames over as long as the channel is not AheadBytes ahead of the system; small ones are put together into
    /// one write, large ones are written as they are. False: the channel is broken.
    [[nodiscard]] bool writeTo(ByteChannel &channel);
    /// The system took something of what the channel had.
    void noteTaken(const ByteChannel &channel);

private:
    bool writeSome(ByteChannel &channel);

    QList<QByteArray> m_waiting;
    qsizetype m_waitingBytes = 0;
    qsizetype m_channelBytes = 0;
};

} // namespace salon
