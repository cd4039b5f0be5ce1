// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/dispatch/command_context.h"
#include "shared/protocol/messages/message_lists.h"

/// Lists of messages, and what belongs to one.
namespace salon::server {

void listMessages(CommandContext &context, Session &session, const ReplyTo &to, const ListMessages &message);
void saveMessage(CommandContext &context, Session &session, const ReplyTo &to, const SaveMessage &message);
void listRevisions(CommandContext &context, Session &session, const ReplyTo &to, const ListRevisions &message);
void listReactions(CommandContext &context, Session &session, const ReplyTo &to, const ListReactions &message);

} // namespace salon::server
