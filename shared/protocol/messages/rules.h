// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/ids.h"
#include "shared/base/vocabulary.h"
#include "shared/protocol/field_table.h"
#include "shared/protocol/message_types.h"

namespace salon {

/// What holds in a room. RulesChanged names them as here.
struct RoomRules
{
    RoomPeople posting = RoomPeople::Everyone;
    bool plainOnly = false; ///< texts are shown as they stand, whatever their sender's format
    NewcomerHistory history = NewcomerHistory::All;
    quint32 retentionDays = 0; ///< older events are removed for good; 0: never
    quint32 slowSeconds = 0; ///< between two messages of one person, moderators and the maker excepted; 0: none
    RoomPeople files = RoomPeople::Everyone; ///< who may send some
    bool noSeen = false; ///< nobody is told how far others have read
    bool noTyping = false; ///< nor that they type

    static constexpr void fields(auto table)
    {
        using M = RoomRules;
        table(table.optional(1, "posting", &M::posting), table.optional(2, "plainOnly", &M::plainOnly),
            table.optional(3, "history", &M::history), table.optional(4, "retentionDays", &M::retentionDays),
            table.optional(5, "slowSeconds", &M::slowSeconds), table.optional(6, "files", &M::files),
            table.optional(7, "noSeen", &M::noSeen), table.optional(8, "noTyping", &M::noTyping));
    }
    friend bool operator==(const RoomRules &, const RoomRules &) = default;
};

/// Sets rules of a public or private room (its maker, moderators and above); those that differ are told with the event
/// RulesChanged. In direct rooms any member may set retention, files, noSeen and noTyping. Answer: Done. Failed with
/// InvalidRules{name of the rule}.
struct SetRoomRules
{
    static constexpr auto Type = MessageType::SetRoomRules;
    RoomId room{};
    RoomRules rules{};
    QList<QString> only{}; ///< names of those to set, the others stay as they are; none: all, as they are in `rules`

    static constexpr void fields(auto table)
    {
        table(table.required(1, "room", &SetRoomRules::room), table.required(2, "rules", &SetRoomRules::rules),
            table.optional(3, "only", &SetRoomRules::only, 16));
    }
    friend bool operator==(const SetRoomRules &, const SetRoomRules &) = default;
};

/// Everything below `floor` was removed for good by the room's retention: forget it, and what it left in searches.
struct HistoryTrimmed
{
    static constexpr auto Type = MessageType::HistoryTrimmed;
    RoomId room{};
    Seq floor = 1; ///< oldest seq that there still is

    static constexpr void fields(auto table)
    {
        table(table.required(1, "room", &HistoryTrimmed::room), table.required(2, "floor", &HistoryTrimmed::floor));
    }
    friend bool operator==(const HistoryTrimmed &, const HistoryTrimmed &) = default;
};

} // namespace salon
