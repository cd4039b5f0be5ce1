// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/ids.h"

#include <QHash>
#include <vector>

namespace salon::server {

struct Client;

/// One connection's place among the followers of a room.
struct Follower
{
    Client *client = nullptr;
    Seq given = 0; ///< events up to this one were given to it
};

/// Followers of one room on one worker.
struct FollowedRoom
{
    std::vector<Follower> followers{};
    Seq head = 0; ///< highest seq heard of
    quint64 follows = 0; ///< orders to follow, see RoomDeserted
};

/// Who follows which room on one worker. Removal is O(rooms of the connection); the order of followers means nothing.
class RoomFollowers
{
public:
    /// Idempotent; `after` never moves back.
    void follow(Client *client, RoomId room, Seq after);
    /// An order to follow came too late, its connection is gone: counts like any other.
    void missedFollow(RoomId room);
    /// False if it did not follow the room.
    bool unfollow(Client *client, RoomId room);
    /// Leaves all rooms.
    void forget(Client *client);

    /// Nothing when nobody follows it.
    [[nodiscard]] FollowedRoom *find(RoomId room);

    /// Rooms that lost their last follower since the last call, with the orders to follow counted so far; those that
    /// have followers again are not among them.
    [[nodiscard]] std::vector<std::pair<RoomId, quint64>> takeDeserted();

private:
    void remove(RoomId room, size_t position);

    QHash<RoomId, FollowedRoom> m_rooms;
    std::vector<RoomId> m_maybeDeserted;
};

} // namespace salon::server
