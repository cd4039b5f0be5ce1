// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/store/sqlite/sqlite_writer.h"
#include "shared/base/job_lane.h"

#include <QElapsedTimer>
#include <QMutex>
#include <QObject>
#include <functional>

namespace salon::server {

/// The write lane: whatever is given while a commit runs goes into the next one, so that one fsync serves all. Nothing
/// waits when the lane is free.
class GroupCommit
{
public:
    /// `deliver` gets each batch after its commit, in the lane's thread.
    GroupCommit(const SqliteStoreOptions &options, std::function<void(std::shared_ptr<WriteBatch>)> deliver);
    /// Finishes what was given.
    ~GroupCommit();
    Q_DISABLE_COPY_MOVE(GroupCommit)

    /// Both block, for the start.
    Result<> open();
    Result<StoreContents> readContents();

    void give(WriteBatch writes);
    /// Takes what was deleted out of the write-ahead log, unless that is done.
    void sweep();
    /// Whether sweep() is due some time; to be called from `deliver` only.
    [[nodiscard]] bool wantsSweep() const { return m_writer->wantsSweep(); }
    /// Set when storage can no longer be trusted; to be called from `deliver` only.
    [[nodiscard]] const std::optional<Error> &brokenBy() const { return m_writer->brokenBy(); }

private:
    void commitAll();
    void sweepWhenDue();

    static constexpr size_t MaxBatch = 512;
    static constexpr qint64 SweepEveryMs = 250;

    std::function<void(std::shared_ptr<WriteBatch>)> m_deliver;
    std::shared_ptr<SqliteWriter> m_writer; ///< the lane's
    QElapsedTimer m_sinceSweep; ///< the lane's
    QMutex m_mutex; ///< of the two below
    std::vector<std::unique_ptr<PendingWrite>> m_waiting;
    bool m_running = false;
    JobLane m_lane; ///< last: its thread ends before what it uses
};

} // namespace salon::server
