// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/bus/connection_info.h"
#include "shared/base/ids.h"
#include "shared/protocol/messages/session.h"

#include <QByteArray>
#include <optional>

namespace salon::server {

/// Pushes that a connection asked for by its features.
struct PushInterests
{
    bool presence = false;
    bool typing = false;
};

/// Which of the connections that are logged in a frame for many reaches.
enum class Audience : quint8
{
    LoggedIn,
    WithPresence,
    WithTyping
};

/// What a frame counts towards the rate of its connection: one for each 4 KiB that it begins, since checking it takes
/// as much longer.
[[nodiscard]] constexpr int frameCost(qsizetype bytes)
{
    return int(1 + bytes / 4096);
}

/// What a frame counts among those that wait in memory: one for each 32 KiB that it begins.
[[nodiscard]] constexpr int memoryUnits(qsizetype bytes)
{
    return int(1 + bytes / (32 * 1024));
}

/// The network side as the domain sees it. Called from the domain thread only; never blocks, never calls back from
/// within a call. Everything asked for one connection happens in the order asked, fan-out included, so that "page, then
/// follow, then live events" arrives in that order. Calls made during one turn of the domain's loop reach each worker
/// as one posted batch. Implemented by server/net; a recording fake serves tests.
class Outbound
{
public:
    virtual ~Outbound() = default;

    /// A frame for one connection; ignored when it is gone.
    virtual void send(ConnectionId connection, const QByteArray &frame) = 0;
    /// An event's frame, encoded once, for every connection that follows the room.
    virtual void fanOut(RoomId room, Seq seq, const QByteArray &frame) = 0;
    /// A frame for every connection of the audience that follows the room, dropped for those with a send queue above
    /// the soft limit (typing, and whatever else may be lost).
    virtual void fanOutVolatile(RoomId room, Audience audience, const QByteArray &frame, ConnectionId except) = 0;
    virtual void broadcast(Audience audience, const QByteArray &frame) = 0;

    /// Adds the connection to the room's followers: events with seq > after reach it. Idempotent. It stays one until
    /// unfollow(), its end, or until its send queue passes the soft limit when an event comes: then it is told
    /// RoomBehind. So only the network side knows who follows.
    virtual void follow(ConnectionId connection, RoomId room, Seq after) = 0;
    /// Harmless for who does not follow.
    virtual void unfollow(ConnectionId connection, RoomId room) = 0;

    /// The connection is logged in now: larger frames, no login time-out, member of the audiences.
    virtual void admit(ConnectionId connection, const PushInterests &wants) = 0;
    /// Writes what is queued, then `goodbye` if given, then closes.
    virtual void close(ConnectionId connection, const std::optional<Goaway> &goodbye) = 0;
    /// Lets the worker deliver further messages of this connection after a request that was held back.
    virtual void setPaused(ConnectionId connection, bool paused) = 0;
    /// From now on it may send UploadChunks of wire_limits::MaxFrameOfUpload.
    virtual void allowUploads(ConnectionId connection) = 0;
    /// The connection may send so many frames more than its rate allows, for a transfer: frameCost() for each. Below 0:
    /// what is left of it is taken back.
    virtual void grantFrames(ConnectionId connection, qint64 cost) = 0;
};

} // namespace salon::server
