// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/transport/send_queue.h"

#include "shared/transport/byte_channel.h"
#include "shared/transport/thread_scratch.h"

#include <algorithm>
#include <utility>

namespace salon {

namespace {

/// Frames of this size are not worth a copy: they are written as they are.
constexpr qsizetype LargeFrameBytes = 16 * 1024;
static_assert(LargeFrameBytes <= ThreadScratchBytes);

} // namespace

void SendQueue::append(const QByteArray &frame)
{
    m_waiting.append(frame);
    m_waitingBytes += frame.size();
}

void SendQueue::clear()
{
    m_waiting = {};
    m_waitingBytes = 0;
    m_channelBytes = 0;
}

bool SendQueue::writeTo(ByteChannel &channel)
{
    bool ok = true;
    while (ok && !m_waiting.isEmpty() && m_channelBytes < AheadBytes) {
        ok = writeSome(channel);
        noteTaken(channel);
    }
    // An idle connection keeps no memory of its last burst.
    if (m_waiting.isEmpty() && m_waiting.capacity() > 0)
        m_waiting = {};
    return ok;
}

void SendQueue::noteTaken(const ByteChannel &channel)
{
    m_channelBytes = channel.pendingBytes();
}

bool SendQueue::writeSome(ByteChannel &channel)
{
    if (m_waiting.size() == 1 || m_waiting.constFirst().size() >= LargeFrameBytes) {
        const QByteArray frame = m_waiting.takeFirst();
        m_waitingBytes -= frame.size();
        return channel.write(frame.constData(), frame.size());
    }
    std::vector<char> &buffer = threadScratch();
    qsizetype filled = 0;
    qsizetype frames = 0;
    for (const QByteArray &frame : std::as_const(m_waiting)) {
        if (filled + frame.size() > ThreadScratchBytes)
            break;
        std::copy(frame.begin(), frame.end(), buffer.begin() + filled);
        filled += frame.size();
        ++frames;
    }
    m_waiting.remove(0, frames);
    m_waitingBytes -= filled;
    return channel.write(buffer.data(), filled);
}

} // namespace salon
