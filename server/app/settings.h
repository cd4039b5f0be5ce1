// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/app/config.h"
#include "server/dispatch/server_settings.h"
#include "server/net/net_settings.h"

namespace salon::server {

/// The configuration as the network side wants it. `descriptors` is what connections may use.
[[nodiscard]] NetSettings netSettings(const Config &config, int descriptors);

/// The configuration as the dispatcher wants it.
[[nodiscard]] ServerSettings serverSettings(const Config &config, const std::optional<JoinLink> &reachableAt);

/// Lets this process open as many descriptors as the system allows it, and says how many connections may use: some are
/// kept for files and the operator. 0 where there is no such limit.
[[nodiscard]] int raiseDescriptorLimit();

} // namespace salon::server
