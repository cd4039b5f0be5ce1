// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/fake_outbound.h"

namespace salon::test {

void FakeOutbound::send(ConnectionId connection, const QByteArray &frame)
{
    if (m_closed.contains(connection))
        qFatal("a frame for a connection that was closed");
    FrameDecoder decoder(wire_limits::MaxFrameToClient);
    decoder.feed(frame);
    m_received[connection].append(openEnvelope(decoder.next().value().value()).value());
}

void FakeOutbound::fanOut(RoomId room, Seq seq, const QByteArray &frame)
{
    const auto followers = m_followers.value(room);
    for (auto follower = followers.constBegin(); follower != followers.constEnd(); ++follower) {
        if (seq > follower.value())
            send(follower.key(), frame);
    }
}

bool FakeOutbound::isIn(server::Audience audience, ConnectionId connection) const
{
    const auto admitted = m_admitted.constFind(connection);
    return admitted != m_admitted.constEnd() && (audience != server::Audience::WithPresence || admitted->presence)
        && (audience != server::Audience::WithTyping || admitted->typing);
}

void FakeOutbound::fanOutVolatile(RoomId room, server::Audience audience, const QByteArray &frame, ConnectionId except)
{
    const auto followers = m_followers.value(room).keys();
    for (const ConnectionId follower : followers) {
        if (follower != except && isIn(audience, follower))
            send(follower, frame);
    }
}

void FakeOutbound::broadcast(server::Audience audience, const QByteArray &frame)
{
    const QList<ConnectionId> connections = m_admitted.keys(); // sending may end one
    for (const ConnectionId connection : connections) {
        if (isIn(audience, connection))
            send(connection, frame);
    }
}

void FakeOutbound::follow(ConnectionId connection, RoomId room, Seq after)
{
    if (!m_followers.value(room).contains(connection))
        m_followers[room].insert(connection, after);
}

void FakeOutbound::unfollow(ConnectionId connection, RoomId room)
{
    m_followers[room].remove(connection);
}

void FakeOutbound::admit(ConnectionId connection, const server::PushInterests &wants)
{
    m_admitted.insert(connection, wants);
}

void FakeOutbound::close(ConnectionId connection, const std::optional<Goaway> &goodbye)
{
    m_closed.insert(connection, goodbye);
    m_admitted.remove(connection);
    for (auto &followers : m_followers)
        followers.remove(connection);
}

void FakeOutbound::setPaused(ConnectionId connection, bool paused)
{
    if (paused)
        m_paused.insert(connection);
    else
        m_paused.remove(connection);
}

} // namespace salon::test
