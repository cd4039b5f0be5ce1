// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/store/sqlite/storage_error.h"

namespace salon::server {
namespace {

constexpr quint32 RetryWhenFullMs = 5000;
constexpr quint32 RetryWhenFailedMs = 2000;

ErrorCode startCodeOf(SqliteFailure::Kind kind)
{
    switch (kind) {
    case SqliteFailure::Kind::Full:
        return ErrorCode::StorageFull;
    case SqliteFailure::Kind::Broken:
        return ErrorCode::DatabaseDamaged;
    case SqliteFailure::Kind::Constraint:
    case SqliteFailure::Kind::Other:
        break;
    }
    return ErrorCode::CannotOpenFile;
}

} // namespace

Error storageError(const SqliteFailure &failure)
{
    switch (failure.kind) {
    case SqliteFailure::Kind::Full:
        return { ErrorCode::StorageFull, failure.text, {}, RetryWhenFullMs };
    case SqliteFailure::Kind::Constraint:
        return { ErrorCode::Internal, failure.text, {}, {} };
    case SqliteFailure::Kind::Broken:
    case SqliteFailure::Kind::Other:
        break;
    }
    return { ErrorCode::StorageFailed, failure.text, {}, RetryWhenFailedMs };
}

Error startError(SqliteConnection &connection)
{
    const SqliteFailure failure = connection.failure().value_or(SqliteFailure{});
    connection.clearFailure();
    return { startCodeOf(failure.kind), failure.text, { connection.path() }, {} };
}

} // namespace salon::server
