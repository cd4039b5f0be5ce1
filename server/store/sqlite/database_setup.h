// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/store/sqlite/sqlite_connection.h"
#include "server/store/sqlite/sqlite_store.h"

namespace salon::server {

/// Brings a database that was just opened to today's schema: refuses what is damaged or not ours, applies the missing
/// migrations, each in a transaction of its own with its number, and gives a new database what it starts with.
/// Fails with DatabaseDamaged{path}, VersionUnsupported{path}, CannotOpenFile{path}, StorageFull.
Result<> setUpDatabase(SqliteConnection &connection, const SqliteStoreOptions &options);

} // namespace salon::server
