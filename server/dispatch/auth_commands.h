// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/dispatch/command_context.h"
#include "shared/protocol/messages/accounts.h"

/// How a connection becomes somebody.
namespace salon::server {

void hello(CommandContext &context, Session &session, const ReplyTo &to, const Hello &message);
void registerAccount(CommandContext &context, Session &session, const ReplyTo &to, const Register &message);
void loginWithPassword(CommandContext &context, Session &session, const ReplyTo &to, const LoginWithPassword &message);
void loginWithKey(CommandContext &context, Session &session, const ReplyTo &to, const LoginWithKey &message);

} // namespace salon::server
