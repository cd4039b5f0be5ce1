// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/store/sqlite/sqlite_connection.h"
#include "server/store/store_contents.h"

namespace salon::server {

/// Everything but the logs. What went wrong is in the connection's failure().
[[nodiscard]] StoreContents readAllContents(SqliteConnection &connection);

} // namespace salon::server
