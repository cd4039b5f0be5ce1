// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/bus/outbound.h"
#include "server/net/frame_allowance.h"
#include "server/net/worker_messages.h"
#include "shared/protocol/codec.h"
#include "shared/transport/connection.h"
#include "shared/transport/heartbeat.h"

#include <memory>
#include <vector>

namespace salon::server {

/// What a worker keeps of one connection. Small: there may be ten thousand.
struct Client
{
    enum PauseReason : quint8
    {
        Undelivered = 1, ///< the domain has not taken what came before
        QueueFull = 2, ///< it does not read what it asked for
        DomainBusy = 4, ///< the domain holds a request back
        TooFast = 8 ///< it used up its allowance of frames
    };
    struct FollowedBy
    {
        RoomId room{};
        quint32 position = 0; ///< in FollowedRoom::followers
    };

    Client(ConnectionId connectionId, Heartbeat beat)
        : id(connectionId)
        , heartbeat(beat)
    {
    }

    ConnectionId id;
    Heartbeat heartbeat;
    std::unique_ptr<Connection> connection{};
    std::shared_ptr<const ListenerProfile> profile{};
    std::vector<FollowedBy> rooms{};
    QList<Envelope> received{}; ///< in this turn, not reported yet
    qint64 acceptedMs = 0;
    FrameAllowance allowance{};
    quint64 lastReport = 0; ///< number of the last report that holds messages of it
    int undelivered = 0; ///< memoryUnits() of messages in reports not known to be taken
    int framesBeforeLogin = 0;
    quint8 pauseReasons = 0;
    bool opened = false;
    bool loggedIn = false;
    PushInterests wants{};
    bool reportDue = false; ///< is in the worker's list of those with `received`

    [[nodiscard]] bool isIn(Audience audience) const
    {
        return loggedIn && (audience != Audience::WithPresence || wants.presence)
            && (audience != Audience::WithTyping || wants.typing);
    }
    [[nodiscard]] bool isPausedFor(PauseReason reason) const { return (pauseReasons & reason) != 0; }
    void setPaused(PauseReason reason, bool paused)
    {
        pauseReasons = quint8(paused ? pauseReasons | reason : pauseReasons & ~reason);
        connection->setReadPaused(pauseReasons != 0);
    }
};

} // namespace salon::server
