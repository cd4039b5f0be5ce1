// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/files/blob_store.h"
#include "shared/base/job_lane.h"

#include <QPointer>

namespace salon::server {

/// The thread in which contents of files are read and written, so that no disk delays a message. Used from the domain
/// thread; jobs run in the order given.
class BlobLane
{
public:
    explicit BlobLane(const QString &folder, BlobStore::SpaceProbe probe = &BlobStore::probeDisk);
    /// Finishes the jobs given; what they answer is dropped.
    ~BlobLane();
    Q_DISABLE_COPY_MOVE(BlobLane)

    /// Blocks, for the start. Fails with CannotOpenFile{path}.
    Result<> open();

    /// Gives what `job` answers to `then`, in the thread of `context`, unless that is gone.
    template <class Job, class Then>
    void ask(QObject *context, Job job, Then then)
    {
        using Outcome = std::invoke_result_t<Job, BlobStore &>;
        m_lane.post([store = m_store.get(), job = std::move(job), then = std::move(then), home = &m_home,
                        guard = QPointer<QObject>(context)] {
            auto outcome = std::make_shared<Outcome>(job(*store));
            QMetaObject::invokeMethod(
                home,
                [outcome, then, guard] {
                    if (guard)
                        then(*outcome);
                },
                Qt::QueuedConnection);
        });
    }
    /// The same without an answer.
    template <class Job>
    void tell(Job job)
    {
        m_lane.post([store = m_store.get(), job = std::move(job)] { job(*store); });
    }

private:
    QObject m_home; ///< of the domain thread
    std::unique_ptr<BlobStore> m_store; ///< the lane's
    JobLane m_lane; ///< last: its thread ends before what it uses
};

} // namespace salon::server
