// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/error.h"
#include "shared/protocol/codec.h"
#include "shared/protocol/join_link.h"

#include <QObject>
#include <functional>
#include <memory>

namespace salon {

class FrameTap;

/// One attempt to reach a server, as Session sees it: made, opened once, closed once. Never blocks; signals arrive in
/// the thread that made it. The real one is TransportChannel; tests use a scripted one.
class Channel : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Connects, and demands `pin` of the server unless it is empty.
    virtual void open(const JoinLink &address, const QByteArray &pin) = 0;
    /// Queues a whole frame; ignored after the end.
    virtual void send(const QByteArray &frame) = 0;
    /// Ends without closed().
    virtual void close() = 0;

    /// From now on `tap` hears every frame; null, as it is at first: nobody does, and a frame costs no more than a look
    /// at this pointer.
    void setFrameTap(FrameTap *tap) { m_frameTap = tap; }

Q_SIGNALS:
    /// The transport is there, TLS begins.
    void connected();
    /// Ready for frames. `pin`: SHA-256 of the SPKI that the server presented, empty without TLS.
    void opened(const QByteArray &pin);
    void received(const salon::Envelope &envelope);
    /// The end, once: HostNotFound, ConnectionRefused, TlsFailed, ConnectionLost, MalformedFrame…
    void closed(const salon::Error &error);
    /// The end: the server shows another key than the one demanded.
    void keyDiffers(const QByteArray &presented);

protected:
    FrameTap *m_frameTap = nullptr;
};

using ChannelFactory = std::function<std::unique_ptr<Channel>()>;

} // namespace salon
