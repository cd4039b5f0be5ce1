// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/domain/account.h"
#include "server/domain/event.h"
#include "server/domain/presence_board.h"
#include "server/domain/room.h"
#include "shared/protocol/messages/history.h"
#include "shared/protocol/messages/people.h"
#include "shared/protocol/messages/reading.h"
#include "shared/protocol/messages/rooms.h"

namespace salon::server {

class CommandContext;
struct ServerState;

/// What is held in memory, as others are told of it.
[[nodiscard]] RoomEvent wireEvent(const Event &event);
[[nodiscard]] Profile profileOf(const Account &account, const PresenceBoard &presence);
[[nodiscard]] PresenceEntry presenceEntry(const Account &account, const PresenceBoard &presence);

/// A room as `viewer` sees it; `head` may be ahead of what is known to be committed.
[[nodiscard]] RoomSummary summaryOf(const Room &room, AccountId viewer, const CommandContext &context);
[[nodiscard]] RoomRules wireRules(const Rules &rules);
/// Read position and counts of a member.
[[nodiscard]] ReadMoved readMoved(const Membership &membership, const ServerState &state);

/// At most as many bytes as this summary takes on the wire.
[[nodiscard]] qsizetype wireBytes(const RoomSummary &summary);

} // namespace salon::server
