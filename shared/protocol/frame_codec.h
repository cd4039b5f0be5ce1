// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/result.h"

#include <QByteArray>
#include <optional>

namespace salon {

/// Cuts a byte stream into frames: u32 big-endian length, then that many bytes (docs/PROTOCOL.md §2). Holds at most one
/// incomplete frame; a length above the limit is refused before anything is allocated for it.
class FrameDecoder
{
public:
    /// `takesEmpty`: for framing of others, where a frame may have no bytes.
    explicit FrameDecoder(quint32 maxPayloadBytes, bool takesEmpty = false);

    /// From now on; a frame already begun is judged by the new limit too.
    void setMaxPayloadBytes(quint32 bytes) { m_maxPayloadBytes = bytes; }

    /// Appends what was read.
    void feed(QByteArrayView bytes);

    /// Next whole payload; nothing while more bytes are needed. After an error (FrameTooLarge{bytes, limit}, or
    /// MalformedFrame for the length 0, unless empty ones are taken) the stream is lost: every later call repeats it.
    std::optional<Result<QByteArray>> next();

    /// Bytes held for frames not taken yet.
    [[nodiscard]] qsizetype heldBytes() const { return m_buffer.size() - m_offset; }

private:
    QByteArray m_buffer;
    qsizetype m_offset = 0;
    quint32 m_maxPayloadBytes;
    bool m_takesEmpty;
    std::optional<Error> m_lost;
};

/// Bytes of the length prefix.
inline constexpr qsizetype FramePrefixBytes = 4;

/// Writes the length of what follows into the first four bytes of `frame`, which were left for it.
void finishFrame(QByteArray &frame);

} // namespace salon
