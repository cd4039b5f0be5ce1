// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-console/awaited_answers.h"
#include "shared/client-core/search/message_search.h"
#include "shared/client-core/workspace.h"

#include <functional>

namespace salon::console {

/// Searches once, here and on the server, and calls `then` when both have answered; `answers` waits for that. `then`
/// may use what lives as long as `answers`.
void whenSearched(Workspace &workspace, const SearchQuery &query, AwaitedAnswers &answers,
    const std::function<void(MessageSearch &search)> &then);

} // namespace salon::console
