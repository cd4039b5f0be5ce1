// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/session/transport_channel.h"

#include "shared/transport/connection.h"
#include "shared/transport/frame_tap.h"
#include "shared/transport/turn_flusher.h"

#include <QPointer>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

/// Several windows of uploads: one that was paused leaves its pieces in the queue when the next one begins.
constexpr qsizetype HardQueueBytes = 4 * 1024 * 1024;

} // namespace

TransportChannel::TransportChannel()
    : m_flusher(std::make_unique<TurnFlusher>())
{
    ConnectionLimits limits;
    limits.maxFrameBytes = wire_limits::MaxFrameToClient;
    limits.hardQueueBytes = HardQueueBytes;
    m_connection = std::make_unique<Connection>(*m_flusher, limits);
    connect(m_connection.get(), &Connection::handshakeStarted, this, &Channel::connected);
    // The key of a first contact is remembered: Session tells it by serverPinned().
    connect(m_connection.get(), &Connection::peerIdentified, this, [this] { m_connection->acceptPeer(); });
    connect(m_connection.get(), &Connection::opened, this, [this] { Q_EMIT opened(m_connection->peerPin()); });
    connect(m_connection.get(), &Connection::framesReceived, this, &TransportChannel::framesReceived);
    connect(m_connection.get(), &Connection::closed, this, &TransportChannel::ended);
}

TransportChannel::~TransportChannel() = default;

void TransportChannel::open(const JoinLink &address, const QByteArray &pin)
{
    ConnectOptions options;
    options.tls = !address.plain;
    options.expectedPin = pin;
    const bool isLocal = address.host.startsWith("unix:"_L1);
    m_connection->connectTo(
        isLocal ? Endpoint::local(address.host.mid(5)) : Endpoint::tcp(address.host, address.port), options);
}

void TransportChannel::send(const QByteArray &frame)
{
    if (m_frameTap)
        m_frameTap->frameSent(frame);
    m_connection->queue(frame);
}

void TransportChannel::close()
{
    m_connection->disconnect(this);
    m_connection->flushTurn();
    m_connection->abort();
}

ChannelFactory TransportChannel::factory()
{
    return [] {
        return std::make_unique<TransportChannel>();
    };
}

void TransportChannel::framesReceived(const QList<QByteArray> &payloads)
{
    const QPointer<TransportChannel> alive(this);
    for (const QByteArray &payload : payloads) {
        if (m_frameTap)
            m_frameTap->frameReceived(payload);
        Result<Envelope> envelope = openEnvelope(payload);
        if (!envelope) {
            m_connection->abort(envelope.error());
            return;
        }
        Q_EMIT received(*envelope);
        if (!alive)
            return;
    }
}

void TransportChannel::ended(const Error &error)
{
    if (error.code == ErrorCode::ServerKeyChanged)
        Q_EMIT keyDiffers(m_connection->peerPin());
    else
        Q_EMIT closed(error);
}

} // namespace salon
