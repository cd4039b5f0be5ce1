// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/store/sqlite/storage_error.h"

namespace salon::server {

/// Runs `work`, which may refuse with a Result, in one transaction; undoes it when it refused or a statement failed.
/// For the start; fails like startError().
template <class Work>
Result<> inTransaction(SqliteConnection &connection, Work work)
{
    Result<> outcome;
    if (connection.execute(QStringLiteral("BEGIN IMMEDIATE"))) {
        outcome = work();
        if (outcome && !connection.failure() && connection.execute(QStringLiteral("COMMIT")))
            return {};
    }
    if (outcome)
        outcome = fail(startError(connection));
    connection.execute(QStringLiteral("ROLLBACK"));
    connection.clearFailure();
    return outcome;
}

} // namespace salon::server
