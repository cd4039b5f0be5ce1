// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/net/room_followers.h"

#include "server/net/client.h"

#include <algorithm>

namespace salon::server {
namespace {

auto placeOf(Client *client, RoomId room)
{
    return std::find_if(
        client->rooms.begin(), client->rooms.end(), [room](const auto &followed) { return followed.room == room; });
}

} // namespace

void RoomFollowers::follow(Client *client, RoomId room, Seq after)
{
    FollowedRoom &followed = m_rooms[room];
    ++followed.follows;
    followed.head = std::max(followed.head, after);
    if (const auto place = placeOf(client, room); place != client->rooms.end()) {
        Follower &follower = followed.followers[place->position];
        follower.given = std::max(follower.given, after);
        return;
    }
    client->rooms.push_back({ room, quint32(followed.followers.size()) });
    followed.followers.push_back({ client, after });
}

void RoomFollowers::missedFollow(RoomId room)
{
    FollowedRoom &followed = m_rooms[room];
    ++followed.follows;
    if (followed.followers.empty())
        m_maybeDeserted.push_back(room);
}

bool RoomFollowers::unfollow(Client *client, RoomId room)
{
    const auto place = placeOf(client, room);
    if (place == client->rooms.end())
        return false;
    const size_t position = place->position;
    client->rooms.erase(place);
    remove(room, position);
    return true;
}

void RoomFollowers::forget(Client *client)
{
    for (const auto &followed : std::exchange(client->rooms, {}))
        remove(followed.room, followed.position);
}

FollowedRoom *RoomFollowers::find(RoomId room)
{
    const auto found = m_rooms.find(room);
    return found == m_rooms.end() ? nullptr : &*found;
}

std::vector<std::pair<RoomId, quint64>> RoomFollowers::takeDeserted()
{
    std::vector<std::pair<RoomId, quint64>> deserted;
    for (const RoomId room : std::exchange(m_maybeDeserted, {})) {
        const auto found = m_rooms.find(room);
        if (found == m_rooms.end() || !found->followers.empty())
            continue;
        deserted.emplace_back(room, found->follows);
        m_rooms.erase(found);
    }
    return deserted;
}

void RoomFollowers::remove(RoomId room, size_t position)
{
    auto &followers = m_rooms[room].followers;
    if (position + 1 != followers.size()) {
        followers[position] = followers.back();
        placeOf(followers[position].client, room)->position = quint32(position);
    }
    followers.pop_back();
    if (followers.empty())
        m_maybeDeserted.push_back(room);
}

} // namespace salon::server
