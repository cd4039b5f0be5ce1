// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/ids.h"
#include "shared/base/vocabulary.h"

#include <QString>

namespace salon::server {

struct Room
{
    RoomId id{};
    RoomKind kind = RoomKind::Public;
    QString name{}; ///< empty for direct rooms
    QString topic{};
    AccountId maker{}; ///< invalid: the server itself
    qint64 createdMs = 0; ///< since 1970 UTC
    Seq head = 0; ///< seq of the newest event
    qint64 messageCount = 0; ///< events up to head that countsAsUnread()
    qint64 lastActivityMs = 0;
    bool first = false; ///< the room everyone lands in; cannot be left
};

/// One account in one room, with its read position and what lies after it.
/// unread = room.messageCount - messagesAtRead - ownAfterRead - deletedAfterRead.
struct Membership
{
    RoomId room{};
    AccountId account{};
    qint64 joinedMs = 0; ///< since 1970 UTC
    Seq floor = 1; ///< oldest seq that this member can get
    Seq readSeq = 0;
    qint64 messagesAtRead = 0; ///< counted events in [1, readSeq]
    qint64 ownAfterRead = 0; ///< of the account itself, counted, in (readSeq, head]
    qint64 mentionsAfterRead = 0; ///< that name or call the account, in (readSeq, head]
    qint64 deletedAfterRead = 0; ///< of others, counted in messageCount although they are deleted, in (readSeq, head]
};

} // namespace salon::server
