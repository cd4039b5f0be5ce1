// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/store/sqlite/sqlite_connection.h"
#include "server/store/store_changes.h"

#include <optional>

namespace salon::server {

/// Reads pages of the logs over a connection that cannot write. Lives in the read lane.
class PageReader
{
public:
    Result<> open(const QString &path);
    /// A page that is not all there is no page. Fails like storageError().
    Result<EventPage> read(const PageQuery &query);
    /// Set once storage can no longer be trusted; everything fails from then on.
    [[nodiscard]] const std::optional<Error> &brokenBy() const { return m_brokenBy; }

private:
    struct Statements
    {
        QSqlQuery after;
        QSqlQuery before;
    };
    SqliteConnection m_connection;
    std::optional<Statements> m_statements;
    std::optional<Error> m_brokenBy;
};

} // namespace salon::server
