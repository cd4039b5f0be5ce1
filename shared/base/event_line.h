// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/vocabulary.h"

namespace salon {

/// Whether an event is a line of the history itself, and makes its room's latest activity; the rule of both sides.
/// Changes of messages are none, but pins: a reaction to something old is no news.
[[nodiscard]] constexpr bool hasLine(EventKind kind)
{
    return !isChange(kind) || kind == EventKind::Pinned || kind == EventKind::Unpinned;
}

} // namespace salon
