// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/bus/inbound.h"
#include "server/bus/outbound.h"

#include <QSslConfiguration>
#include <memory>
#include <variant>
#include <vector>

/// What crosses between the domain thread and the I/O workers: values, one posted batch per loop turn each way.
namespace salon::server {

/// What the connections of one listener have in common.
struct ListenerProfile
{
    enum class Kind
    {
        Tls,
        Plain,
        Local
    };
    Kind kind = Kind::Plain;
    QSslConfiguration tls{};
    QByteArray pin{}; ///< of the key presented; empty without TLS
};

/// An order to a worker. Which members count depends on `kind`.
struct WorkerCommand
{
    enum class Kind : quint8
    {
        Adopt, ///< connection, descriptor, profile
        Send, ///< connection, frame
        FanOut, ///< room, seq, frame
        FanOutVolatile, ///< room, audience, frame; connection = all but this one
        Broadcast, ///< audience, frame
        Follow, ///< connection, room, seq = after
        Unfollow, ///< connection, room
        Admit, ///< connection, wants
        Close, ///< connection, frame = goodbye, may be empty; error = why
        CloseAll, ///< frame = goodbye
        SetPaused, ///< connection, flag
        AllowUploads, ///< connection
        GrantFrames, ///< connection, seq = cost
        Receipt, ///< batches up to `seq` were taken
    };
    Kind kind;
    bool flag = false;
    Audience audience = Audience::LoggedIn;
    PushInterests wants{};
    ErrorCode error = ErrorCode::Canceled;
    ConnectionId connection{};
    RoomId room{};
    Seq seq = 0;
    QByteArray frame{};
    qintptr descriptor = -1;
    std::shared_ptr<const ListenerProfile> profile{};
};
using WorkerCommands = std::vector<WorkerCommand>;

struct ConnectionEnded
{
    ConnectionId connection{};
    bool wasOpen = false; ///< ConnectionInfo came before
    Error reason{};
};

/// The last follower of a room on this worker went, after `follows` orders to follow it.
struct RoomDeserted
{
    RoomId room{};
    quint64 follows = 0;
};

using WorkerEvent = std::variant<ConnectionInfo, InboundBatch, ConnectionEnded, RoomDeserted>;

/// Everything that happened on a worker in one turn of its loop, in order per connection.
struct WorkerReport
{
    int worker = 0;
    quint64 number = 0;
    bool wantsReceipt = false; ///< somebody's reading waits until this was taken
    std::vector<WorkerEvent> events{};
};

} // namespace salon::server
