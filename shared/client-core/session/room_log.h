// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/ids.h"

#include <QHash>

namespace salon {

/// How much of one room's log is here. The mirror holds every event of [floor, last], as MirrorInterval.
struct RoomLog
{
    Seq floor = 0;
    Seq last = 0; ///< 0: nothing yet
    Seq lastLine = 0; ///< newest event that hasLine(); 0: not known yet
    Seq announcedHead = 0; ///< highest that the server spoke of
    Seq serverFloor = 1; ///< oldest that this account can get
    bool live = false; ///< complete, and what comes is pushed
};
using RoomLogs = QHash<RoomId, RoomLog>;

} // namespace salon
