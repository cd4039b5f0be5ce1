// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/store/sqlite/group_commit.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon::server {

GroupCommit::GroupCommit(const SqliteStoreOptions &options, std::function<void(std::shared_ptr<WriteBatch>)> deliver)
    : m_deliver(std::move(deliver))
    , m_lane(u"store-write"_s)
{
    m_lane.post([this, options] { m_writer = std::make_shared<SqliteWriter>(options); });
}

GroupCommit::~GroupCommit()
{
    // A connection is closed in the thread that opened it.
    m_lane.post([this] { m_writer.reset(); });
}

Result<> GroupCommit::open()
{
    return m_lane.run([this] { return m_writer->open(); }).result();
}

Result<StoreContents> GroupCommit::readContents()
{
    return m_lane.run([this] { return m_writer->readContents(); }).result();
}

void GroupCommit::give(WriteBatch writes)
{
    const QMutexLocker locker(&m_mutex);
    std::move(writes.begin(), writes.end(), std::back_inserter(m_waiting));
    if (m_running)
        return;
    m_running = true;
    m_lane.post([this] { commitAll(); });
}

void GroupCommit::commitAll()
{
    while (true) {
        auto batch = std::make_shared<WriteBatch>();
        {
            const QMutexLocker locker(&m_mutex);
            const auto count = std::min(m_waiting.size(), MaxBatch);
            if (count == 0) {
                m_running = false;
                return;
            }
            const auto end = m_waiting.begin() + qsizetype(count);
            std::move(m_waiting.begin(), end, std::back_inserter(*batch));
            m_waiting.erase(m_waiting.begin(), end);
        }
        m_writer->run(*batch);
        m_deliver(batch);
    }
}

} // namespace salon::server
