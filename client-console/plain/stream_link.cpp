// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/plain/stream_link.h"

#include <limits>

namespace salon::console {

StreamLink::StreamLink(qintptr descriptor, bool framed)
    : m_socket(descriptor)
    , m_framed(framed)
{
    // What is typed or piped in is held back by whoever sends, not by the socket.
    m_socket.setQueueLimit(std::numeric_limits<qsizetype>::max());
    connect(&m_socket, &HalfOpenSocket::received, this, &StreamLink::take);
    connect(&m_socket, &HalfOpenSocket::drained, this, &StreamLink::drained);
    connect(&m_socket, &HalfOpenSocket::readEnded, this, &StreamLink::takeEnd);
    connect(&m_socket, &HalfOpenSocket::closed, this, &StreamLink::closed);
}

qsizetype StreamLink::maxMessageBytes() const
{
    return m_framed ? qsizetype(MaxFrameBytes) : std::numeric_limits<qsizetype>::max();
}

bool StreamLink::send(const QByteArray &message)
{
    if (message.size() > maxMessageBytes())
        return false;
    if (!m_framed)
        return m_socket.write(message);
    QByteArray frame(FramePrefixBytes, Qt::Uninitialized);
    frame += message;
    finishFrame(frame);
    return m_socket.write(frame);
}

void StreamLink::take(const QByteArray &bytes)
{
    if (!m_framed) {
        Q_EMIT received(bytes, {});
        return;
    }
    m_frames.feed(bytes);
    while (const auto frame = m_frames.next()) {
        if (!*frame) {
            m_socket.setReading(false);
            m_socket.abort(frame->error());
            return;
        }
        Q_EMIT received(**frame, {});
    }
}

void StreamLink::takeEnd()
{
    if (m_frames.heldBytes() > 0)
        m_socket.abort(Error{ ErrorCode::MalformedFrame, QStringLiteral("the stream ended within a frame") });
    else
        Q_EMIT readEnded();
}

} // namespace salon::console
