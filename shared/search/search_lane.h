// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/job_lane.h"
#include "shared/search/search_index.h"

#include <QString>
#include <QTimer>
#include <memory>
#include <utility>

namespace salon {

/// An index that is worked on in a lane of its own, where a search waits for what was given before it; what was removed
/// is purged from its files between the jobs. All calls in the thread that made it; the destructor finishes the jobs
/// and closes the index.
class SearchLane
{
public:
    /// `folder`: the index's own.
    SearchLane(const QString &folder, const QString &threadName);
    ~SearchLane();
    Q_DISABLE_COPY_MOVE(SearchLane)

    /// Runs `work(SearchIndex &)` in the lane; the future has what it returns.
    template <class Work>
    auto run(Work work)
    {
        return m_lane.run([index = m_index, work = std::move(work)] { return work(*index); });
    }
    /// Something was removed: purges in a while, since people delete several messages in a row.
    void purgeSoon();
    /// Purges until nothing is left to purge.
    void purgeNow();

private:
    QTimer m_purgeTimer;
    std::shared_ptr<SearchIndex> m_index; ///< the lane's
    JobLane m_lane; ///< last: its thread ends before what it uses
};

} // namespace salon
