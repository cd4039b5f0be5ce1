// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/store/sqlite/sqlite_connection.h"
#include "server/store/store_changes.h"

namespace salon::server {

/// The statements that change what people saved. Lane thread.
class SavedRows
{
public:
    explicit SavedRows(SqliteConnection &connection);

    [[nodiscard]] bool has(const SavedChange &change);
    [[nodiscard]] qint64 countOf(AccountId account);
    void put(const SavedChange &change);

private:
    SqliteConnection &m_connection;
    QSqlQuery m_isSaved;
    QSqlQuery m_count;
    QSqlQuery m_add;
    QSqlQuery m_delete;
};

} // namespace salon::server
