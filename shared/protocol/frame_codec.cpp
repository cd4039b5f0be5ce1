// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/protocol/frame_codec.h"

#include <QtEndian>
#include <utility>

namespace salon {
namespace {

/// A payload of this size takes the buffer along rather than being copied out of it.
constexpr qsizetype LargePayloadBytes = 16 * 1024;
constexpr qsizetype ReadBytes = 64 * 1024; ///< that one feed() brings at most, as a rule

} // namespace

FrameDecoder::FrameDecoder(quint32 maxPayloadBytes, bool takesEmpty)
    : m_maxPayloadBytes(maxPayloadBytes)
    , m_takesEmpty(takesEmpty)
{
}

void FrameDecoder::feed(QByteArrayView bytes)
{
    if (m_lost)
        return;
    if (m_offset == m_buffer.size()) {
        m_buffer.clear();
        m_offset = 0;
    } else if (m_offset > 0) {
        m_buffer.remove(0, m_offset);
        m_offset = 0;
    }
    m_buffer.append(bytes);
    if (m_buffer.size() < FramePrefixBytes)
        return;
    const auto size = qFromBigEndian<quint32>(m_buffer.constData());
    if (size <= m_maxPayloadBytes && qsizetype(size) >= LargePayloadBytes)
        m_buffer.reserve(FramePrefixBytes + qsizetype(size) + ReadBytes); // or it would move, and double, as it grows
}

std::optional<Result<QByteArray>> FrameDecoder::next()
{
    if (m_lost)
        return Result<QByteArray>(fail(*m_lost));
    if (heldBytes() < FramePrefixBytes)
        return {};
    const auto size = qFromBigEndian<quint32>(m_buffer.constData() + m_offset);
    if ((size == 0 && !m_takesEmpty) || size > m_maxPayloadBytes) {
        m_lost = Error{ size == 0 ? ErrorCode::MalformedFrame : ErrorCode::FrameTooLarge,
            QStringLiteral("frame of %1 bytes").arg(size),
            { QString::number(size), QString::number(m_maxPayloadBytes) }, std::nullopt };
        m_buffer.clear();
        m_offset = 0;
        return Result<QByteArray>(fail(*m_lost));
    }
    const qsizetype end = m_offset + FramePrefixBytes + qsizetype(size);
    if (m_buffer.size() < end)
        return {};
    // Whoever keeps the payload keeps the whole buffer: not much more than its own bytes.
    if (qsizetype(size) >= LargePayloadBytes && m_buffer.capacity() <= qsizetype(size) + qsizetype(size) / 2) {
        QByteArray rest = m_buffer.sliced(end);
        QByteArray payload = std::exchange(m_buffer, std::move(rest));
        payload.truncate(end);
        payload.remove(0, std::exchange(m_offset, 0) + FramePrefixBytes);
        return Result<QByteArray>(std::move(payload));
    }
    QByteArray payload = m_buffer.sliced(m_offset + FramePrefixBytes, qsizetype(size));
    m_offset = end;
    if (m_offset == m_buffer.size()) {
        // An idle connection must not keep the memory of its last burst.
        m_buffer.clear();
        m_offset = 0;
    }
    return Result<QByteArray>(std::move(payload));
}

void finishFrame(QByteArray &frame)
{
    qToBigEndian(quint32(frame.size() - FramePrefixBytes), frame.data());
}

} // namespace salon
