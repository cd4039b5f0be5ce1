// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/dispatch/command_context.h"
#include "shared/protocol/messages/accounts.h"
#include "shared/protocol/messages/reading.h"

/// What somebody has read, what of it they want to hear, and what others are told of that.
namespace salon::server {

void markRead(CommandContext &context, Session &session, const ReplyTo &to, const MarkRead &message);
void markUnread(CommandContext &context, Session &session, const ReplyTo &to, const MarkUnread &message);
void setRoomAttention(CommandContext &context, Session &session, const ReplyTo &to, const SetRoomAttention &message);
void listSeen(CommandContext &context, Session &session, const ReplyTo &to, const ListSeen &message);
void setPrivacy(CommandContext &context, Session &session, const ReplyTo &to, const SetPrivacy &message);

} // namespace salon::server
