// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/domain/room.h"
#include "server/store/sqlite/committed_map.h"
#include "server/store/sqlite/file_rows.h"
#include "server/store/sqlite/read_places.h"
#include "server/store/sqlite/retention_rows.h"
#include "server/store/sqlite/room_rows.h"
#include "server/store/store_changes.h"

namespace salon::server {

/// Where the history of each room begins: for everybody, for who comes now, and up to where the texts before it are
/// swept away. Lane thread.
class RoomBeginnings
{
public:
    /// What it needs must outlive this. `heads`: of all rooms.
    RoomBeginnings(SqliteConnection &connection, RoomRows &rooms, FileRows &files, ReadPlaces &places,
        const CommittedMap<RoomId, RoomHeadRow> &heads);

    /// As the database has it already.
    void load(const Room &room);
    void keep() { m_pasts.keep(); }
    void undo() { m_pasts.undo(); }

    [[nodiscard]] Seq floor(RoomId room) const { return m_pasts.value(room).floor; }
    /// Of who becomes a member now.
    [[nodiscard]] Seq floorOfNewcomer(RoomId room, AccountId account);
    void setHistory(RoomId room, NewcomerHistory history);
    /// Only up; with the places of those who have not read so far.
    FloorRaised raise(const FloorRaise &raise);
    /// Nothing of what is below the floor is left.
    [[nodiscard]] bool isSwept(RoomId room) const;
    /// Removes what is below the floor, so much at a time.
    SweptTexts sweep(const TextSweep &sweep);

private:
    struct Past
    {
        Seq floor = 1;
        Seq swept = 1;
        NewcomerHistory history = NewcomerHistory::All;
    };

    RetentionRows m_rows;
    RoomRows &m_rooms;
    FileRows &m_files;
    ReadPlaces &m_places;
    const CommittedMap<RoomId, RoomHeadRow> &m_heads;
    CommittedMap<RoomId, Past> m_pasts;
};

} // namespace salon::server
