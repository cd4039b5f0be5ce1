// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/dispatch/command_context.h"

#include <functional>

namespace salon::server {

/// Where a new bot is.
enum class BotPlace : quint8
{
    FirstRoom, ///< it joins, as people do, and speaks there
    Nowhere ///< it only stands for others; no room hears of it
};

/// Finds the account of a part of the server itself, or makes it: a bot that nobody can log in to. `name` is what it is
/// called if nobody is called alike. Calls `done` later, or at once, unless the server is gone; fails with
/// LoginTaken{login} when the login is somebody's, or like the store.
void findBotAccount(CommandContext &context, const QString &login, const QString &name, BotPlace place,
    std::function<void(const Result<AccountId> &)> done);

} // namespace salon::server
