// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/store/sqlite/committed_map.h"
#include "server/store/sqlite/event_rows.h"
#include "server/store/sqlite/room_rows.h"
#include "server/store/store_changes.h"

namespace salon::server {

/// How far members have read their rooms, and the counts that go with it. Lane thread.
class ReadPlaces
{
public:
    /// `heads`: of all rooms. All of them must outlive this.
    ReadPlaces(EventRows &events, RoomRows &rooms, const CommittedMap<RoomId, RoomHeadRow> &heads);

    // Both refuse with NotAMember.
    Result<ReadPosition> move(const ReadMove &move);
    Result<ReadPosition> markUnread(const UnreadMark &mark);
    /// Keeps the place, with its count made anew.
    ReadPosition put(RoomId room, AccountId account, RoomRows::ReadPlace place);

private:
    /// The counts from the place's counting position on.
    ReadPosition at(RoomId room, AccountId account, const RoomRows::ReadPlace &place);

    EventRows &m_events;
    RoomRows &m_rooms;
    const CommittedMap<RoomId, RoomHeadRow> &m_heads;
};

} // namespace salon::server
