// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/error.h"
#include "shared/transport/peer_address.h"

#include <QtGlobal>

namespace salon {

/// Hears of a ByteChannel; called from the event loop, or from within a call of the channel.
class ByteChannelObserver
{
public:
    /// Bytes can be written now.
    virtual void channelReady() = 0;
    virtual void channelReadable() = 0;
    /// The system took bytes that were pending.
    virtual void channelWrote() = 0;
    /// The end. What was read before may still be taken with read().
    virtual void channelEnded(const Error &reason) = 0;

protected:
    ~ByteChannelObserver() = default;
};

/// The socket of a Connection behind the few things it needs, so that another TLS engine can take QSslSocket's place.
class ByteChannel
{
public:
    virtual ~ByteChannel() = default;

    /// From now on tells nobody but `observer`; nullptr for nobody.
    void setObserver(ByteChannelObserver *observer) { m_observer = observer; }

    /// Bytes read, 0 if there are none now, -1 at the end of the stream.
    virtual qint64 read(char *data, qint64 maxBytes) = 0;
    /// Takes all bytes, handing the system what it accepts now. False: the channel is broken.
    virtual bool write(const char *data, qint64 bytes) = 0;
    /// Taken by write() and not yet by the system.
    [[nodiscard]] virtual qint64 pendingBytes() const = 0;
    /// Ends the outgoing stream after what was written; reading goes on. Only with pendingBytes() == 0.
    virtual void shutdownSending() = 0;
    virtual void abort() = 0;
    [[nodiscard]] virtual PeerAddress peer() const = 0;

protected:
    ByteChannel() = default;
    Q_DISABLE_COPY_MOVE(ByteChannel)

    ByteChannelObserver *m_observer = nullptr;
};

} // namespace salon
