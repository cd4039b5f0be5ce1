// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/store/sqlite/room_beginnings.h"

#include <algorithm>

namespace salon::server {

RoomBeginnings::RoomBeginnings(SqliteConnection &connection, RoomRows &rooms, FileRows &files, ReadPlaces &places,
    const CommittedMap<RoomId, RoomHeadRow> &heads)
    : m_rows(connection)
    , m_rooms(rooms)
    , m_files(files)
    , m_places(places)
    , m_heads(heads)
{
}

void RoomBeginnings::load(const Room &room)
{
    m_pasts.load(room.id, { room.floor, room.swept, room.rules.history });
}

Seq RoomBeginnings::floorOfNewcomer(RoomId room, AccountId account)
{
    const Past past = m_pasts.value(room);
    const Seq head = m_heads.value(room).head;
    switch (past.history) {
    case NewcomerHistory::All:
        break;
    case NewcomerHistory::FromJoining: {
        const Seq before = m_rooms.pastFloor(room, account);
        return std::max(past.floor, before > 0 ? before : head);
    }
    case NewcomerHistory::Nothing:
        return std::max(past.floor, head);
    }
    return past.floor;
}

void RoomBeginnings::setHistory(RoomId room, NewcomerHistory history)
{
    Past past = m_pasts.value(room);
    past.history = history;
    m_pasts.set(room, past);
}

FloorRaised RoomBeginnings::raise(const FloorRaise &raise)
{
    Past past = m_pasts.value(raise.room);
    const Seq floor = std::min(raise.floor, m_heads.value(raise.room).head + 1);
    FloorRaised raised{ past.floor, {} };
    if (floor <= past.floor)
        return raised;
    past.floor = floor;
    raised.floor = floor;
    m_pasts.set(raise.room, past);
    const auto below = m_rows.raiseFloor(raise.room, floor);
    for (const RetentionRows::PlaceBelow &member : below) {
        const Seq readSeq = std::max(member.readSeq, floor - 1);
        const Seq mark = member.mark > 0 && readSeq >= floor ? std::max(member.mark, floor) : 0;
        raised.moved.append({ member.account, m_places.put(raise.room, member.account, { readSeq, 0, mark, floor }) });
    }
    return raised;
}

bool RoomBeginnings::isSwept(RoomId room) const
{
    const Past past = m_pasts.value(room);
    return past.swept >= past.floor;
}

SweptTexts RoomBeginnings::sweep(const TextSweep &sweep)
{
    Past past = m_pasts.value(sweep.room);
    if (isSwept(sweep.room))
        return { past.swept, false, {} };
    const Seq to = std::min<Seq>(past.floor, past.swept + std::max(sweep.limit, 1));
    SweptTexts swept{ to, to < past.floor, m_files.release(sweep.room, past.swept, to - 1) };
    m_rows.sweep(sweep.room, past.swept, to, past.floor);
    past.swept = to;
    m_pasts.set(sweep.room, past);
    return swept;
}

} // namespace salon::server
