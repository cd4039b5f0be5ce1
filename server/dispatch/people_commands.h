// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/dispatch/command_context.h"
#include "shared/protocol/messages/people.h"

/// Who there is, and how they are.
namespace salon::server {

void findPeople(CommandContext &context, Session &session, const ReplyTo &to, const FindPeople &message);
void setPresence(CommandContext &context, Session &session, const ReplyTo &to, const SetPresence &message);
void setDisplayName(CommandContext &context, Session &session, const ReplyTo &to, const SetDisplayName &message);

} // namespace salon::server
