// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/dispatch/command_context.h"
#include "shared/protocol/messages/rooms.h"

/// Who is removed from a room by others.
namespace salon::server {

void removeFromRoom(CommandContext &context, Session &session, const ReplyTo &to, const RemoveFromRoom &message);
void liftBan(CommandContext &context, Session &session, const ReplyTo &to, const LiftBan &message);
void listBans(CommandContext &context, Session &session, const ReplyTo &to, const ListBans &message);

} // namespace salon::server
