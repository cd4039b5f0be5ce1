// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/protocol/messages/history.h"

namespace salon {

/// Why a room counts as unread.
struct UnreadReason
{
    int count = 0; ///< unread messages; 0: it is not unread, and the rest means nothing
    RoomEvent first{}; ///< the first of them in its present form; seq 0: it could not be had
    Seq readSeq = 0; ///< how far the room was read, on whatever device
    bool isMarked = false; ///< it was read, and then marked as unread from `first` on
    bool mentionsMe = false; ///< one of them does
};

} // namespace salon

Q_DECLARE_METATYPE(salon::UnreadReason)
