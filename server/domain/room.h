// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/ids.h"
#include "shared/base/vocabulary.h"

#include <QString>

namespace salon::server {

/// What holds in a room; PROTOCOL.md describes each.
struct Rules
{
    RoomPeople posting = RoomPeople::Everyone;
    bool plainOnly = false;
    NewcomerHistory history = NewcomerHistory::All;
    quint32 retentionDays = 0; ///< 0: for ever
    quint32 slowSeconds = 0; ///< 0: no slow mode
    RoomPeople files = RoomPeople::Everyone;
    bool noSeen = false;
    bool noTyping = false;

    friend bool operator==(const Rules &, const Rules &) = default;
};

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
    Seq floor = 1; ///< what lies below was removed for good
    Seq swept = 1; ///< the texts of what lies below are overwritten already; at most floor
    Rules rules{};
};

/// One account in one room, with its read position and what lies after its counting position: the read position, or
/// what is before the unread mark. unread = room.messageCount - messagesBefore - ownAfter - deletedAfter.
struct Membership
{
    RoomId room{};
    AccountId account{};
    qint64 joinedMs = 0; ///< since 1970 UTC
    Seq floor = 1; ///< oldest seq that this member can get
    Seq readSeq = 0;
    qint64 messagesBefore = 0; ///< counted events up to the counting position
    qint64 ownAfter = 0; ///< of the account itself, counted, after it
    qint64 mentionsAfter = 0; ///< that name or call the account, after it
    qint64 deletedAfter = 0; ///< of others, counted in messageCount although they are deleted, after it
    Seq mark = 0; ///< first event that counts as unread although it was read: at most readSeq; 0: none
    Attention attention = Attention::All; ///< see attentionAt()
    qint64 attentionUntilMs = 0;
    Seq joinedSeq = 0; ///< head when the account came in: the event of it; 0: unknown

    /// What lies after this one counts as unread.
    [[nodiscard]] Seq countingFrom() const { return mark > 0 ? mark - 1 : readSeq; }
};

} // namespace salon::server
