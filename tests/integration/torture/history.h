// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/cid.h"
#include "shared/base/ids.h"
#include "shared/base/vocabulary.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QStringList>
#include <map>
#include <optional>

namespace salon::test {

/// One message that a device wanted to send.
struct SendRecord
{
    int device = 0;
    RoomId room{};
    quint64 counter = 0;
    Cid cid{};
    QByteArray hash{};
    std::optional<Seq> acked{}; ///< absent: unknown, it may appear once or not at all
    bool refused = false; ///< for good: it must never appear
};

/// One event as somebody got it. System events have a null cid.
struct DeliveryRecord
{
    Seq seq = 0;
    Cid cid{};
    QByteArray hash{};
    EventKind kind = EventKind::Message;
    AccountId author{};
    QList<AccountId> mentions{};
};

/// What one device stored for one room, or what a fresh one read of it at the end.
using Timeline = QList<DeliveryRecord>;

/// A read position and its counts, as a device was told them: by ReadMoved, or in the summary of a room.
struct ReadRecord
{
    int device = 0;
    AccountId account{};
    RoomId room{};
    Seq seq = 0;
    quint32 unread = 0; ///< in (seq, head], as the next one
    quint32 mentions = 0;
    Seq head = 0;
};

/// A MarkRead that was answered with Done.
struct MarkRecord
{
    AccountId account{};
    RoomId room{};
    Seq seq = 0;
};

/// An account entered or left a room: the server said so, or was found to have done it.
struct MemberRecord
{
    AccountId account{};
    RoomId room{};
    bool entered = false;
};

/// Everything that is known of a run.
struct History
{
    QList<SendRecord> sends{};
    std::map<std::pair<int, RoomId>, Timeline> timelines{}; ///< by device and room
    std::map<RoomId, Timeline> finals{}; ///< full read by a fresh device
    QList<ReadRecord>
        reads{}; ///< of each device in the order of arrival; its last one of a room was asked for at the end
    QList<MarkRecord> marks{};
    QList<MemberRecord> members{}; ///< of each account that is followed at all: every change, in order
};

/// Holds a history against the guarantees: durable, once, one order, sender order, honest, resume without silent holes;
/// read positions that never move back, are never lost, converge and count exactly; memberships that are as they were
/// told, with nothing by somebody who is not a member. One line for each violation, beginning with its kind: "lost",
/// "doubled", "reordered", "phantom", "hole", "sender order", "read mark", "count", "membership". Linear in the size of
/// the history (sorting aside); at most 50 lines.
[[nodiscard]] QStringList violations(const History &history);

} // namespace salon::test
