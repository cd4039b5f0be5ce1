// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/domain/event.h"

#include <QHash>
#include <QList>

namespace salon::server {

/// What was committed behind the event with the number `after`, over all rooms; `limit` events are looked at.
struct LogQuery
{
    qint64 after = 0;
    int limit = 0;
};

/// Messages that these events are or change, each once, in their present form; deleted ones are tombstones. Those that
/// are gone from the log are not named.
struct LogPage
{
    QList<Event> messages{};
    qint64 last = 0; ///< number of the last event that was looked at; `after` if there was none
    qint64 newest = 0; ///< number of the newest event of all
};

/// Where a message is.
struct MessagePlace
{
    quint64 order = 0; ///< of a search
    RoomId room{};
    Seq seq = 0;
};

/// Messages at these places, for `reader`, who can get them.
struct FoundQuery
{
    QList<MessagePlace> places{};
    AccountId reader{};
    qint64 maxBytes = 0; ///< as in PageQuery
    QHash<RoomId, Seq> oldestOf{}; ///< for the time of the oldest event of these rooms from there on
};

struct FoundMessage
{
    quint64 order = 0;
    Event event{};
};

struct FoundMessages
{
    QList<FoundMessage> messages{}; ///< in the order of the places; deleted ones are left out
    bool isCut = false; ///< ended early: by maxBytes
    qint64 oldestMs = 0; ///< of FoundQuery::oldestOf; 0: none
};

/// Where a room's log stands at a moment.
struct MomentQuery
{
    RoomId room{};
    qint64 timeMs = 0; ///< since 1970 UTC
    Seq floor = 1;
};

} // namespace salon::server
