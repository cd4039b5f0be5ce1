// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/client-core/session/room_log.h"
#include "shared/protocol/messages/history.h"

#include <optional>

namespace salon {

/// What a page of history adds to a room's log.
struct PageContent
{
    QList<RoomEvent> events{}; ///< each seq one higher than the one before
    Seq gapTo = 0; ///< the log goes on after this one; 0: right where it ends
};

/// What of the server's `page` is new to `log`, without a hole but for what is gone for good; nothing when the page
/// does not continue the log, or contradicts itself. `isFirst`: the newest page of a room that was never seen here,
/// where the log begins with whatever comes first (guarantees.md §5.5).
[[nodiscard]] std::optional<PageContent> continuationOf(
    const RoomLog &log, RoomId room, bool isFirst, const HistoryPage &page);

} // namespace salon
