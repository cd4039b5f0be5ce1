// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/session/room_page.h"

#include <algorithm>

namespace salon {

std::optional<PageContent> continuationOf(const RoomLog &log, RoomId room, bool isFirst, const HistoryPage &page)
{
    // Removed for good, or not for this reader: both end before what is here can begin.
    const Seq missingTo = std::max(page.gapTo, page.floor - 1);
    if (missingTo > page.head)
        return std::nullopt; // what was not written yet cannot be gone
    PageContent content;
    content.gapTo = missingTo > log.last ? missingTo : 0;
    if (isFirst && page.events.isEmpty())
        content.gapTo = page.head; // nothing of it is for this reader
    else if (isFirst)
        content.gapTo = page.events.first().seq - 1; // not a gap in what is shown: the beginning of what is here
    Seq last = std::max(log.last, content.gapTo);
    for (const RoomEvent &event : page.events) {
        if (event.seq <= last)
            continue;
        if (event.seq != last + 1 || event.room != room)
            return std::nullopt;
        content.events.append(event);
        last = event.seq;
    }
    return content;
}

} // namespace salon
