// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/bus/outbound.h"
#include "shared/protocol/codec.h"
#include "shared/protocol/limits.h"

#include <QHash>
#include <QList>
#include <QSet>

namespace salon::test {

/// The network side without a network: keeps what every connection would receive, in order, followers included.
class FakeOutbound final : public server::Outbound
{
public:
    using ConnectionId = server::ConnectionId;

    void send(ConnectionId connection, const QByteArray &frame) override;
    void fanOut(RoomId room, Seq seq, const QByteArray &frame) override;
    void fanOutVolatile(RoomId room, server::Audience audience, const QByteArray &frame, ConnectionId except) override;
    void broadcast(server::Audience audience, const QByteArray &frame) override;
    void follow(ConnectionId connection, RoomId room, Seq after) override;
    void unfollow(ConnectionId connection, RoomId room) override;
    void admit(ConnectionId connection, const server::PushInterests &wants) override;
    void close(ConnectionId connection, const std::optional<Goaway> &goodbye) override;
    void setPaused(ConnectionId connection, bool paused) override;
    void allowUploads(ConnectionId connection) override { m_uploading.insert(connection); }
    void grantFrames(ConnectionId connection, qint64 cost) override { m_granted[connection] += cost; }

    /// Whole messages that the connection received so far.
    [[nodiscard]] QList<Envelope> received(ConnectionId connection) const { return m_received.value(connection); }
    /// Those of one kind.
    template <wire::Message M>
    [[nodiscard]] QList<M> receivedAs(ConnectionId connection) const
    {
        QList<M> messages;
        for (const Envelope &envelope : m_received.value(connection)) {
            if (envelope.is(M::Type))
                messages.append(decode<M>(envelope).value());
        }
        return messages;
    }
    void forget(ConnectionId connection) { m_received.remove(connection); }
    [[nodiscard]] std::optional<Goaway> goodbyeTo(ConnectionId connection) const { return m_closed.value(connection); }
    [[nodiscard]] bool isClosed(ConnectionId connection) const { return m_closed.contains(connection); }
    [[nodiscard]] bool isPaused(ConnectionId connection) const { return m_paused.contains(connection); }
    [[nodiscard]] bool maySendLargeChunks(ConnectionId connection) const { return m_uploading.contains(connection); }
    /// What it was granted and has not lost again.
    [[nodiscard]] qint64 granted(ConnectionId connection) const { return m_granted.value(connection); }
    [[nodiscard]] bool follows(ConnectionId connection, RoomId room) const
    {
        return m_followers.value(room).contains(connection);
    }

private:
    [[nodiscard]] bool isIn(server::Audience audience, ConnectionId connection) const;

    QHash<ConnectionId, QList<Envelope>> m_received;
    QHash<RoomId, QHash<ConnectionId, Seq>> m_followers;
    QHash<ConnectionId, server::PushInterests> m_admitted;
    QHash<ConnectionId, std::optional<Goaway>> m_closed;
    QSet<ConnectionId> m_paused;
    QSet<ConnectionId> m_uploading;
    QHash<ConnectionId, qint64> m_granted;
};

} // namespace salon::test
