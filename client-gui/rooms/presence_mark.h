// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/app/avatar_painter.h"
#include "shared/protocol/messages/people.h"

namespace salon {

/// The shape that stands for a presence.
[[nodiscard]] inline PresenceMark presenceMark(PresenceState state)
{
    switch (state) {
    case PresenceState::Online:
        return PresenceMark::Online;
    case PresenceState::Away:
        return PresenceMark::Away;
    case PresenceState::Busy:
        return PresenceMark::Busy;
    case PresenceState::Offline:
        break;
    }
    return PresenceMark::Offline;
}

} // namespace salon
