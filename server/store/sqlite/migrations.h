// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/store/sqlite/sqlite_connection.h"

namespace salon::server {

/// Applies the migrations of `folder` (NNN_what.sql, the first being 1) that the database does not have yet, each in a
/// transaction of its own together with its number: whenever the process dies, a migration is there or it is not.
///
/// References are not enforced while a migration runs, so that it can rebuild a table that others refer to (make the
/// new one, copy, drop the old one, rename); they are checked before its commit. The connection enforces them
/// afterwards.
///
/// Fails with DatabaseDamaged{path} (not ours, or a migration would leave references to nothing),
/// VersionUnsupported{path}, or like startError().
Result<> migrate(SqliteConnection &connection, const QString &folder);

} // namespace salon::server
