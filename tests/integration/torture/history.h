// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/cid.h"
#include "shared/base/ids.h"

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
};

/// One event as somebody got it. System events have a null cid.
struct DeliveryRecord
{
    Seq seq = 0;
    Cid cid{};
    QByteArray hash{};
};

/// What one device stored for one room, or what a fresh one read of it at the end.
using Timeline = QList<DeliveryRecord>;

/// Everything that is known of a run.
struct History
{
    QList<SendRecord> sends{};
    std::map<std::pair<int, RoomId>, Timeline> timelines{}; ///< by device and room
    std::map<RoomId, Timeline> finals{}; ///< full read by a fresh device
};

/// Holds a history against the guarantees: durable, once, one order, sender order, honest, resume without silent holes.
/// One line for each violation, beginning with its kind: "lost", "doubled", "reordered", "phantom", "hole", "sender
/// order". Linear in the size of the history (sorting aside); at most 50 lines.
[[nodiscard]] QStringList violations(const History &history);

} // namespace salon::test
