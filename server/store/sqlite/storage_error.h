// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/store/sqlite/sqlite_connection.h"

namespace salon::server {

/// What is told of a failure while the server runs: StorageFull or StorageFailed, both with retryAfterMs, or Internal.
[[nodiscard]] Error storageError(const SqliteFailure &failure);

/// What is told of a connection's failure while the server starts, clearing it: StorageFull, DatabaseDamaged or
/// CannotOpenFile, each {path}.
[[nodiscard]] Error startError(SqliteConnection &connection);

} // namespace salon::server
