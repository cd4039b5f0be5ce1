// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/store/sqlite/read_places.h"

#include <algorithm>

namespace salon::server {

ReadPlaces::ReadPlaces(EventRows &events, RoomRows &rooms, const CommittedMap<RoomId, RoomHeadRow> &heads)
    : m_events(events)
    , m_rooms(rooms)
    , m_heads(heads)
{
}

ReadPosition ReadPlaces::at(RoomId room, AccountId account, const RoomRows::ReadPlace &place)
{
    const RoomHeadRow head = m_heads.value(room);
    const Seq from = place.countingFrom();
    ReadPosition position{ place.seq, head.head, place.messages, 0, 0, 0, place.mark };
    if (from < head.head) {
        position.ownAfter = m_events.ownAfter(room, account, from);
        position.mentionsAfter = m_events.mentionsAfter(room, account, from);
        position.deletedAfter = m_events.deletedAfter(room, account, from);
    }
    return position;
}

ReadPosition ReadPlaces::put(RoomId room, AccountId account, RoomRows::ReadPlace place)
{
    const RoomHeadRow head = m_heads.value(room);
    const Seq from = place.countingFrom();
    place.messages = from == head.head ? head.messageCount : m_events.messagesUpTo(room, from);
    m_rooms.setReadPlace(room, account, place);
    return at(room, account, place);
}

Result<ReadPosition> ReadPlaces::move(const ReadMove &move)
{
    const auto before = m_rooms.readPlace(move.room, move.account);
    if (!before)
        return fail(ErrorCode::NotAMember);
    RoomRows::ReadPlace place = *before;
    place.seq = std::max(place.seq, std::min(move.seq, m_heads.value(move.room).head));
    if (!move.keepMark)
        place.mark = 0;
    if (place.seq == before->seq && place.mark == before->mark)
        return at(move.room, move.account, place);
    return put(move.room, move.account, place);
}

Result<ReadPosition> ReadPlaces::markUnread(const UnreadMark &mark)
{
    const auto before = m_rooms.readPlace(mark.room, mark.account);
    if (!before)
        return fail(ErrorCode::NotAMember);
    const bool isReadable = mark.seq >= before->floor && mark.seq <= before->seq;
    const bool goesBack = before->mark == 0 || mark.seq < before->mark;
    if (!isReadable || !goesBack)
        return at(mark.room, mark.account, *before);
    RoomRows::ReadPlace place = *before;
    place.mark = mark.seq;
    return put(mark.room, mark.account, place);
}

} // namespace salon::server
