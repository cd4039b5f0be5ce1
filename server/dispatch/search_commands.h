// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/dispatch/command_context.h"
#include "shared/protocol/messages/search.h"

namespace salon::server {

void searchMessages(CommandContext &context, Session &session, const ReplyTo &to, const SearchMessages &message);
void findMoment(CommandContext &context, Session &session, const ReplyTo &to, const FindMoment &message);

} // namespace salon::server
