// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/dispatch/command_context.h"
#include "shared/protocol/messages/history.h"
#include "shared/protocol/messages/rules.h"

/// What holds in a room, and holding to it.
namespace salon::server {

void setRoomRules(CommandContext &context, Session &session, const ReplyTo &to, const SetRoomRules &message);

/// Whether the rules of a room hold for somebody there at all: not for those who may set them.
[[nodiscard]] bool isBoundByRules(const Account &account, const Room &room);

/// Whether the rules of the room let the member send this. Fails, for good, with PostingRestricted, FilesNotAllowed.
[[nodiscard]] Result<> checkAgainstRules(const Account &author, const Room &room, const SendMessage &message);

} // namespace salon::server
