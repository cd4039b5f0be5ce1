// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/dispatch/command_context.h"
#include "shared/protocol/messages/history.h"
#include "shared/protocol/messages/rooms.h"

/// Catching up with the logs.
namespace salon::server {

void resume(CommandContext &context, Session &session, const ReplyTo &to, const Resume &message);
void follow(CommandContext &context, Session &session, const ReplyTo &to, const Follow &message);
void fetchHistory(CommandContext &context, Session &session, const ReplyTo &to, const FetchHistory &message);

} // namespace salon::server
