// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/dispatch/command_context.h"
#include "shared/protocol/messages/history.h"

namespace salon::server {

/// The files that a message names go into its event, checked as far as that does not take the store. Fails, for good,
/// with NotPermitted, FilesNotAllowed, TooManyFiles{limit}, InvalidFileName{name} or MalformedMessage.
[[nodiscard]] Result<> addFiles(
    const CommandContext &context, const Account &author, const Room &room, const SendMessage &message, Event &event);

} // namespace salon::server
