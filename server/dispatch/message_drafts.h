// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/dispatch/command_context.h"
#include "shared/protocol/messages/history.h"

/// What is sent to a room, as it goes to the store.
namespace salon::server {

/// A message or a change by a member, checked as far as that does not take its target. Fails, for good, with what
/// checkMessageText() says, InvalidEmoji, NotPermitted or MessageUnknown.
[[nodiscard]] Result<MessageDraft> draftOf(CommandContext &context, const Session &session, const SendMessage &message);

/// Members of the room, but the author, whom the text names as @login.
[[nodiscard]] QList<AccountId> mentionsIn(
    const CommandContext &context, const QString &text, RoomId room, AccountId author);

} // namespace salon::server
