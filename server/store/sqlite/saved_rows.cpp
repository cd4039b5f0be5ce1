// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/store/sqlite/saved_rows.h"

using namespace Qt::StringLiterals;

namespace salon::server {

SavedRows::SavedRows(SqliteConnection &connection)
    : m_connection(connection)
    , m_isSaved(connection.prepare(u"is_saved"_s))
    , m_count(connection.prepare(u"count_saved"_s))
    , m_add(connection.prepare(u"add_saved"_s))
    , m_delete(connection.prepare(u"delete_saved"_s))
{
}

bool SavedRows::has(const SavedChange &change)
{
    m_connection.run(m_isSaved, change.account, change.room, change.seq);
    return m_connection.firstValue(m_isSaved).toBool();
}

qint64 SavedRows::countOf(AccountId account)
{
    m_connection.run(m_count, account);
    return m_connection.firstValue(m_count).toLongLong();
}

void SavedRows::put(const SavedChange &change)
{
    if (change.saved)
        m_connection.run(m_add, change.account, change.room, change.seq, change.timeMs, change.account);
    else
        m_connection.run(m_delete, change.account, change.room, change.seq);
}

} // namespace salon::server
