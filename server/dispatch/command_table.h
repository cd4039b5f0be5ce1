// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/dispatch/command_context.h"

namespace salon::server {

/// Takes one message of a connection: checks its shape, the login, the limits and the permission, then hands it to its
/// handler. What a login in progress holds back is taken when that ended.
void takeMessage(CommandContext &context, ConnectionId connection, const Envelope &envelope);

/// Takes what was held back while a login was checked.
void takeHeld(CommandContext &context, ConnectionId connection);

/// Types that have a handler, for the test that compares them with the protocol's list of requests and notices.
[[nodiscard]] QList<MessageType> handledTypes();

} // namespace salon::server
