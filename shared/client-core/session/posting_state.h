// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/error.h"

namespace salon {

/// Whether a new message may be written in a room now. The server decides; this is what a composer shows.
struct PostingState
{
    bool may = true;
    ErrorCode why = ErrorCode::Internal; ///< when not: PostingRestricted, NotAMember; ErrorText::of() words it
    /// Slow mode: the next message goes out in so many seconds; it may be written and sent before, and waits in the
    /// outbox then. 0: at once.
    int waitSeconds = 0;
    friend bool operator==(const PostingState &, const PostingState &) = default;
};

} // namespace salon
