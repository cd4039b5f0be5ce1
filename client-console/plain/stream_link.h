// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-console/plain/plain_link.h"
#include "shared/protocol/frame_codec.h"
#include "shared/transport/half_open_socket.h"

namespace salon::console {

/// PlainLink over a connected stream socket. With `framed` each message is a frame: u32 big-endian length, then that
/// many bytes.
class StreamLink final : public PlainLink
{
    Q_OBJECT

public:
    static constexpr quint32 MaxFrameBytes = 64 * 1024 * 1024;

    /// Takes the descriptor over.
    StreamLink(qintptr descriptor, bool framed);

    [[nodiscard]] bool keepsMessages() const override { return m_framed; }
    [[nodiscard]] qsizetype maxMessageBytes() const override;
    bool send(const QByteArray &message) override;
    void endSending() override { m_socket.endSending(); }
    [[nodiscard]] bool isWriteBroken() const override { return m_socket.isWriteBroken(); }
    [[nodiscard]] qsizetype queuedBytes() const override { return m_socket.queuedBytes(); }
    void finish() override { m_socket.finish(); }

private:
    void take(const QByteArray &bytes);
    void takeEnd();

    HalfOpenSocket m_socket;
    FrameDecoder m_frames{ MaxFrameBytes, true };
    bool m_framed;
};

} // namespace salon::console
