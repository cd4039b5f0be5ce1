// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/store/store.h"

#include <memory>

namespace salon::server {

struct SqliteStoreOptions
{
    QString folder{}; ///< made when missing (0700); the database is salon.db in it
    QString firstRoomName{}; ///< of the room that a new database starts with: "Général", "General"
    qint64 nowMs = 0; ///< since 1970 UTC, for what a new database starts with
    qint64 maxPages = 0; ///< 0: as large as the disk; a test makes it small
};

/// Whether Qt's plugin for SQLite is there.
[[nodiscard]] bool isSqliteInstalled();

/// Opens the server's database, making or migrating it as needed. Blocks; for the start. The outcomes of the store are
/// delivered in the calling thread. Fails with AlreadyRunning (another server uses the folder), CannotOpenFile{path},
/// DatabaseDamaged{path}, VersionUnsupported{path} (made by a newer Salon).
Result<std::unique_ptr<Store>> openSqliteStore(const SqliteStoreOptions &options);

} // namespace salon::server
