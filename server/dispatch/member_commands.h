// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/dispatch/command_context.h"
#include "shared/protocol/messages/rooms.h"

/// Who is in a room.
namespace salon::server {

void joinRoom(CommandContext &context, Session &session, const ReplyTo &to, const JoinRoom &message);
void leaveRoom(CommandContext &context, Session &session, const ReplyTo &to, const LeaveRoom &message);
void inviteToRoom(CommandContext &context, Session &session, const ReplyTo &to, const InviteToRoom &message);
void listMembers(CommandContext &context, Session &session, const ReplyTo &to, const ListMembers &message);

/// Somebody is no member any more, by an event that was committed: they and the others are told.
void takeDeparture(CommandContext &context, AccountId account, const Event &event);

} // namespace salon::server
