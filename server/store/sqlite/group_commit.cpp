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

void GroupCommit::sweep()
{
    m_lane.post([this] {
        if (!m_writer->wantsSweep())
            return;
        m_writer->sweep();
        m_deliver(std::make_shared<WriteBatch>()); // who looks whether it has to be tried again
    });
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
        sweepWhenDue();
    }
}

void GroupCommit::sweepWhenDue()
{
    // Under load the lane never rests; a sweep per batch would cost as much as the batch.
    if (!m_writer->wantsSweep() || (m_sinceSweep.isValid() && !m_sinceSweep.hasExpired(SweepEveryMs)))
        return;
    m_sinceSweep.start();
    m_writer->sweep();
}

} // namespace salon::server
