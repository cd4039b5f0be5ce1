// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/dispatch/command_context.h"
#include "shared/protocol/messages/history.h"

/// Writing.
namespace salon::server {

void sendMessage(CommandContext &context, Session &session, const ReplyTo &to, const SendMessage &message);
void typing(CommandContext &context, Session &session, const ReplyTo &to, const Typing &message);

/// Refuses a message that the sender may not post there, for good; counts towards the sender's rate like any other.
void refuseUnread(
    CommandContext &context, Session &session, const ReplyTo &to, const SendMessage &message, const Error &reason);

/// Refuses a message for good. That uses up its number, so that those queued behind it are not held up.
void refuseForGood(
    CommandContext &context, Session &session, const ReplyTo &to, const SendMessage &message, const Error &reason);

} // namespace salon::server
